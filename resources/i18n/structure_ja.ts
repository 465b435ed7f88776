<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Command</name>
    <message>
        <source>decide a place by its key: left, right, both or discuss; may be given several times</source>
        <translation>項目をキーで指定して決定（left、right、both、discuss）。複数回指定できます</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The two do not differ in “{where}”. Nothing was changed. `compare` lists where they do.</source>
        <translation>「{where}」に違いはありません。何も変更していません。違いは compare で一覧できます。</translation>
    </message>
    <message>
        <source>“{choice}” cannot be decided for {where}. Nothing was changed. Choose left, right or discuss; both where two can be one.</source>
        <translation>{where} に「{choice}」は指定できません。何も変更していません。left、right、discuss、または統合できる項目では both を指定してください。</translation>
    </message>
</context>
<context>
    <name>StructureSteps</name>
    <message numerus="yes">
        <source>Turn %n note(s) into statements of a persona</source>
        <translation>
            <numerusform>付箋 %n 枚のペルソナへの変換</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn %n note(s) into conditions</source>
        <translation>
            <numerusform>付箋 %n 枚の条件への変換</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn %n note(s) into KPIs</source>
        <translation>
            <numerusform>付箋 %n 枚のKPIへの変換</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n note(s) into the backlog</source>
        <translation>
            <numerusform>付箋 %n 枚の施策・コンテンツへの追加</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Delete a department's draft</source>
        <translation>部門の案の削除</translation>
    </message>
    <message>
        <source>Add to the backlog</source>
        <translation>施策・コンテンツの追加</translation>
    </message>
    <message>
        <source>Change an entry of the backlog</source>
        <translation>施策・コンテンツの変更</translation>
    </message>
    <message>
        <source>Delete from the backlog</source>
        <translation>施策・コンテンツの削除</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Content</source>
        <translation>コンテンツ</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>{person}: {field}</source>
        <translation>{person}：{field}</translation>
    </message>
    <message>
        <source>Parking lot</source>
        <translation>置き場</translation>
    </message>
    <message>
        <source>Emotion: {role}, {phase}</source>
        <translation>感情：{role}、{phase}</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>レーン</translation>
    </message>
    <message>
        <source>Hand-off arrow</source>
        <translation>引き継ぎの矢印</translation>
    </message>
    <message>
        <source>Order of the phases</source>
        <translation>フェーズの並び順</translation>
    </message>
    <message>
        <source>Order of the lanes</source>
        <translation>レーンの並び順</translation>
    </message>
    <message>
        <source>{place}: order of the notes</source>
        <translation>{place}の並び順</translation>
    </message>
    <message>
        <source>The whole journey</source>
        <translation>ジャーニー全体</translation>
    </message>
    <message>
        <source>{text} ({place})</source>
        <translation>{text}（{place}）</translation>
    </message>
</context>
<context>
    <name>Structure</name>
    <message>
        <source>both merged</source>
        <translation>両方を統合</translation>
    </message>
    <message>
        <source>to be discussed</source>
        <translation>要協議</translation>
    </message>
    <message>
        <source>nothing said</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>none here</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Merge both</source>
        <translation>両方を統合</translation>
    </message>
    <message>
        <source>Discuss</source>
        <translation>要協議にする</translation>
    </message>
    <message>
        <source>↑↓ move · 1–3 decide · 4 discuss · 5 merge · Del reopens</source>
        <translation>↑↓：移動　1・2・3：決定　4：要協議　5：統合　Delete：未決に戻す</translation>
    </message>
    <message>
        <source>Here the two cannot be merged. Take one of them, or type a third way.</source>
        <translation>この項目は統合できません。どちらかを採用するか、第三案を入力してください。</translation>
    </message>
    <message>
        <source>Write our draft of this journey</source>
        <translation>自部門の案を書く</translation>
    </message>
    <message>
        <source>Compare the drafts</source>
        <translation>案の突き合わせ</translation>
    </message>
    <message>
        <source>{name} (draft of {side})</source>
        <translation>{name}（{side}の案）</translation>
    </message>
    <message>
        <source>One step a line: name / person / up to which amount / days</source>
        <translation>1行に1段階：名称 / 人物 / 決裁金額 / 日数</translation>
    </message>
    <message>
        <source>One arrow a line: from whom → on whom: words</source>
        <translation>1行に1本：誰から → 誰へ: 内容</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>{phase}: {note}</source>
        <translation>{phase}：{note}</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>付箋 %n 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>From the journey</source>
        <translation>元の付箋</translation>
    </message>
    <message>
        <source>From note</source>
        <translation>元の付箋</translation>
    </message>
    <message>
        <source>Made of this note</source>
        <translation>この付箋から作成</translation>
    </message>
    <message>
        <source>Turn into…</source>
        <translation>変換…</translation>
    </message>
    <message>
        <source>Turn into… (Ctrl+T)</source>
        <translation>変換…（Ctrl+T）</translation>
    </message>
    <message>
        <source>Turn into … (Ctrl+T)</source>
        <translation>ここへドラッグして変換（Ctrl+T）</translation>
    </message>
    <message>
        <source>Turn notes into …</source>
        <translation>付箋をペルソナや条件などへ変換</translation>
    </message>
    <message numerus="yes">
        <source>Turn %n note(s)</source>
        <translation>
            <numerusform>付箋 %n 枚を変換</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn “{note}” into …</source>
        <translation>「{note}」の変換先</translation>
    </message>
    <message numerus="yes">
        <source>Turn %n note(s) into …</source>
        <translation>
            <numerusform>付箋 %n 枚の変換先</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter: turn into it, Esc: close</source>
        <translation>Enter：変換　Esc：閉じる</translation>
    </message>
    <message>
        <source>Search: person and field, definition, KPI</source>
        <translation>検索：人物と項目、定義、KPI</translation>
    </message>
    <message>
        <source>What the notes can become</source>
        <translation>付箋の変換先</translation>
    </message>
    <message>
        <source>{thing} › {spot}</source>
        <translation>{thing} › {spot}</translation>
    </message>
    <message>
        <source>These notes have no text yet. Nothing was made of them.</source>
        <translation>付箋に文字がないため、何も作成していません。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) went into {place}. They stay on the board, linked.</source>
        <translation>
            <numerusform>付箋 %n 枚を「{place}」に入れました。付箋はボードに残り、リンクでつながっています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>
%n condition(s) could not be read whole: muted until you word them.</source>
        <translation>
            <numerusform>
条件として読み取れなかった %n 件は停止中です。内容を決めてから有効にしてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>New entry of the backlog</source>
        <translation>一覧に追加</translation>
    </message>
    <message>
        <source>Content backlog</source>
        <translation>施策・コンテンツ</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>Hot lead</source>
        <translation>ホットリード</translation>
    </message>
    <message>
        <source>KPI tree</source>
        <translation>KPIツリー</translation>
    </message>
    <message>
        <source>A tree of its own</source>
        <translation>独立したツリーとして追加</translation>
    </message>
    <message>
        <source>{name}: draft of {side}</source>
        <translation>{name}（{side}の案）</translation>
    </message>
    <message>
        <source>All are met</source>
        <translation>すべて満たす</translation>
    </message>
    <message>
        <source>Any is met</source>
        <translation>いずれかを満たす</translation>
    </message>
    <message>
        <source>At least {count} are met</source>
        <translation>{count}つ以上を満たす</translation>
    </message>
    <message>
        <source>Conditions: {joined}</source>
        <translation>条件（{joined}）</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>New entry</source>
        <translation>新しい項目</translation>
    </message>
    <message>
        <source>Add to the backlog</source>
        <translation>項目の追加</translation>
    </message>
    <message>
        <source>Measure or content</source>
        <translation>施策・コンテンツ</translation>
    </message>
    <message>
        <source>Measures and content</source>
        <translation>施策・コンテンツ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>担当部門</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>From note</source>
        <translation>元の付箋</translation>
    </message>
    <message>
        <source>{name} ({parent})</source>
        <translation>{name}（{parent}）</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>What is to be in it, and why</source>
        <translation>内容と、その理由</translation>
    </message>
    <message>
        <source>Linked notes</source>
        <translation>リンクした付箋</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示する項目</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{all} 件中 {shown} 件</translation>
    </message>
    <message>
        <source>Nothing in the backlog yet</source>
        <translation>施策・コンテンツはまだありません</translation>
    </message>
    <message>
        <source>Drag notes of the journey to its right edge, or press Ctrl+T on them. What nobody wrote on a note can be added here.</source>
        <translation>ジャーニーの付箋を右端へドラッグするか、付箋を選んで Ctrl+T を押すと、ここに並びます。付箋にない項目はここで追加できます。</translation>
    </message>
    <message>
        <source>Enter edits · Delete removes · a click on a header sorts</source>
        <translation>Enter：編集　Delete：削除　見出しのクリック：並べ替え</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) deleted.</source>
        <translation>
            <numerusform>%n 件を削除しました。</numerusform>
        </translation>
    </message>
</context>
</TS>
