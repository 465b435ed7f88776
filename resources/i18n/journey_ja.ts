<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>{definition}: {clause}</source>
        <translation>{definition}：{clause}</translation>
    </message>
    <message>
        <source>Empty note</source>
        <translation>何も書かれていない付箋</translation>
    </message>
    <message>
        <source>Parking lot</source>
        <translation>置き場</translation>
    </message>
    <message>
        <source>Journey board</source>
        <translation>ジャーニーのボード</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>付箋を%n枚削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>All your votes on this journey are given.</source>
        <translation>このジャーニーでの票はすべて使いました。</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>役割なし</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) lay beyond the grid and are in the parking lot.</source>
        <translation>
            <numerusform>枠に収まらなかった%n枚は、置き場にあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) pasted, one per line. Ctrl+Shift+V makes a single note of it.</source>
        <translation>
            <numerusform>1行ずつ、%n枚の付箋にして貼り付けました。Ctrl+Shift+Vなら1枚にまとまります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) pasted.</source>
        <translation>
            <numerusform>付箋を%n枚貼り付けました。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>「{name}」を削除しました。</translation>
    </message>
    <message>
        <source>New phase</source>
        <translation>新しいフェーズ</translation>
    </message>
    <message>
        <source>New lane</source>
        <translation>新しいレーン</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” was removed; %n note(s) went along.</source>
        <translation>
            <numerusform>「{name}」を、付箋%n枚とともに削除しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” was removed; %n note(s) moved.</source>
        <translation>
            <numerusform>「{name}」を削除し、付箋%n枚を移しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in this phase yet</source>
        <translation>このフェーズにはまだ何もありません</translation>
    </message>
    <message>
        <source>Greatest worry</source>
        <translation>最大の不安</translation>
    </message>
    <message>
        <source>Parking lot: put notes here that have no place yet.</source>
        <translation>置き場：まだ場所の決まらない付箋を置いておけます。</translation>
    </message>
    <message>
        <source>No department in charge</source>
        <translation>担当部門なし</translation>
    </message>
    <message numerus="yes">
        <source>The same note %n time(s)</source>
        <translation>
            <numerusform>同じ内容の付箋 %n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>No note for {role}</source>
        <translation>{role}の付箋がありません</translation>
    </message>
    <message>
        <source>Lanes \</source>
        <translation>レーン＼</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>Write a text</source>
        <translation>自由に書く</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書く</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Cluster under a heading</source>
        <translation>見出しでまとめる</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Insert phase before</source>
        <translation>前にフェーズを挿入</translation>
    </message>
    <message>
        <source>Insert phase after</source>
        <translation>後ろにフェーズを挿入</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左へ移動</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右へ移動</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>広くする</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>狭くする</translation>
    </message>
    <message>
        <source>Insert lane above</source>
        <translation>上にレーンを挿入</translation>
    </message>
    <message>
        <source>Insert lane below</source>
        <translation>下にレーンを挿入</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>高くする</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>低くする</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>標準の大きさ</translation>
    </message>
    <message numerus="yes">
        <source>Remove, and its %n note(s)…</source>
        <translation>
            <numerusform>削除（付箋%n枚は…）</numerusform>
        </translation>
    </message>
    <message>
        <source>are deleted too</source>
        <translation>付箋も削除する</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Clause of a definition</source>
        <translation>定義の条件</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>Content idea</source>
        <translation>コンテンツ案</translation>
    </message>
    <message>
        <source>Link with</source>
        <translation>リンク先</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新しい付箋</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折りたたむ</translation>
    </message>
    <message>
        <source>Rows per role</source>
        <translation>役割ごとの行</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Choose departments…</source>
        <translation>担当部門を選ぶ…</translation>
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
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>Hot lead</source>
        <translation>ホットリード</translation>
    </message>
    <message>
        <source>Add KPI…</source>
        <translation>KPIを追加…</translation>
    </message>
    <message>
        <source>move to “{name}”</source>
        <translation>「{name}」へ移す</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>付箋の文章</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Hand on from “{note}” to …</source>
        <translation>「{note}」の引き継ぎ先</translation>
    </message>
    <message>
        <source>Enter: draw or take the arrow, Esc: close</source>
        <translation>Enter：矢印を引く・選ぶ　Esc：閉じる</translation>
    </message>
    <message>
        <source>Search: note, phase, role</source>
        <translation>検索：付箋・フェーズ・役割</translation>
    </message>
    <message>
        <source>Notes to hand on to</source>
        <translation>引き継ぎ先の付箋</translation>
    </message>
    <message>
        <source>Arrows of this note</source>
        <translation>この付箋の矢印</translation>
    </message>
    <message>
        <source>Beside the grid</source>
        <translation>表の外</translation>
    </message>
    <message>
        <source>Select two notes in the order of the hand-off, or drag from the dot beside a note to another one.</source>
        <translation>引き継ぐ順に付箋を2枚選ぶか、付箋の横の丸から別の付箋までドラッグしてください。</translation>
    </message>
    <message>
        <source>The arrow was removed.</source>
        <translation>矢印を削除しました。</translation>
    </message>
    <message>
        <source>What is handed on</source>
        <translation>引き継ぐもの</translation>
    </message>
    <message>
        <source>Select notes of the free area to align them. Notes in cells always are.</source>
        <translation>自由エリアの付箋を2枚以上選んでください。マスの中の付箋はいつも揃っています。</translation>
    </message>
    <message>
        <source>Align notes</source>
        <translation>付箋の整列</translation>
    </message>
    <message>
        <source>{person} ({department})</source>
        <translation>{person}（{department}）</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>タグ：{tags}</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>検討中断</translation>
    </message>
    <message>
        <source>Insert “on hold” after</source>
        <translation>後ろに「検討中断」を挿入</translation>
    </message>
    <message>
        <source>The purchase is on hold</source>
        <translation>検討が止まる期間にする</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) nobody has linked</source>
        <translation>
            <numerusform>リンクのない付箋 %n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Free area: notes stay where you put them here.</source>
        <translation>自由エリア：付箋を好きな位置に置けます。</translation>
    </message>
    <message>
        <source>Free area</source>
        <translation>自由エリア</translation>
    </message>
    <message>
        <source>Things to link with</source>
        <translation>リンクできるもの</translation>
    </message>
    <message>
        <source>Search, or name a new content idea</source>
        <translation>検索、または新しいコンテンツ案の名前</translation>
    </message>
    <message numerus="yes">
        <source>What %n note(s) are about</source>
        <translation>
            <numerusform>付箋%n枚のリンク先</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter: link or unlink, Esc: close</source>
        <translation>Enterでリンクの追加・解除、Escで閉じる</translation>
    </message>
    <message>
        <source>Add content idea</source>
        <translation>コンテンツ案の追加</translation>
    </message>
    <message>
        <source>New content idea “{title}”</source>
        <translation>新しいコンテンツ案「{title}」</translation>
    </message>
    <message>
        <source>{person}: {field}</source>
        <translation>{person}：{field}</translation>
    </message>
    <message>
        <source>Connect with an arrow</source>
        <translation>矢印でつなぐ</translation>
    </message>
    <message>
        <source>Link with…</source>
        <translation>リンク…</translation>
    </message>
    <message>
        <source>Move to the free area</source>
        <translation>自由エリアへ移す</translation>
    </message>
    <message>
        <source>Move to the parking lot</source>
        <translation>置き場へ移す</translation>
    </message>
    <message>
        <source>Write on the arrow</source>
        <translation>矢印に文字を書く</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>左に揃える</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>右に揃える</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>上に揃える</translation>
    </message>
    <message>
        <source>Align bottom</source>
        <translation>下に揃える</translation>
    </message>
    <message>
        <source>Spread across</source>
        <translation>左右に等間隔</translation>
    </message>
    <message>
        <source>Spread down</source>
        <translation>上下に等間隔</translation>
    </message>
    <message>
        <source>Zoom to this cell</source>
        <translation>このマスを拡大</translation>
    </message>
    <message>
        <source>Overview of the board</source>
        <translation>ボードの全体図</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>no notes</source>
        <translation>付箋なし</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>付箋%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow to: {note}</source>
        <translation>矢印の先：{note}</translation>
    </message>
    <message>
        <source>Arrow from: {note}</source>
        <translation>矢印の元：{note}</translation>
    </message>
</context>
<context>
    <name>Journey</name>
    <message>
        <source>Journey</source>
        <translation>ジャーニー</translation>
    </message>
    <message>
        <source>New journey</source>
        <translation>新しいジャーニー</translation>
    </message>
    <message>
        <source>Add a journey</source>
        <translation>ジャーニーを追加</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>付箋</translation>
    </message>
    <message>
        <source>Journeys</source>
        <translation>ジャーニー一覧</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Rename journey</source>
        <translation>ジャーニー名の変更</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Roles shown</source>
        <translation>表示する役割</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>抜け %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No journey yet</source>
        <translation>ジャーニーはまだありません</translation>
    </message>
    <message>
        <source>A journey shows what the people of the buying committee do, think and feel, phase by phase.</source>
        <translation>購買に関わる人が、フェーズごとに何をし、何を考え、どう感じるかを描きます。</translation>
    </message>
    <message>
        <source>Journey “{name}” was deleted.</source>
        <translation>ジャーニー「{name}」を削除しました。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>付箋の色</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Zoom out (Ctrl+−)</source>
        <translation>縮小（Ctrl+−）</translation>
    </message>
    <message>
        <source>Zoom in (Ctrl++)</source>
        <translation>拡大（Ctrl++）</translation>
    </message>
    <message>
        <source>Show everything (Ctrl+1)</source>
        <translation>全体を表示（Ctrl+1）</translation>
    </message>
    <message numerus="yes">
        <source>Vote, %n left</source>
        <translation>
            <numerusform>投票 残り%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>レーン追加</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>付箋 %n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>New note (N)</source>
        <translation>新しい付箋（N）</translation>
    </message>
    <message>
        <source>Vote for the selected note (Ctrl+.)</source>
        <translation>選んだ付箋に投票（Ctrl+.）</translation>
    </message>
    <message>
        <source>Show at 100 % (Ctrl+0)</source>
        <translation>100%で表示（Ctrl+0）</translation>
    </message>
    <message>
        <source>Grid is locked</source>
        <translation>枠を固定中</translation>
    </message>
    <message>
        <source>Lock grid</source>
        <translation>枠を固定</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n枚を選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt+arrows move</source>
        <translation>Alt+矢印で移動</translation>
    </message>
    <message>
        <source>N: new note, arrows: cell</source>
        <translation>Nで付箋、矢印でマスを移動</translation>
    </message>
    <message>
        <source>All roles side by side, or one alone</source>
        <translation>役割を並べて表示、または1つだけ表示</translation>
    </message>
    <message>
        <source>All roles side by side</source>
        <translation>すべての役割を並べる</translation>
    </message>
    <message>
        <source>{hint}: {text}</source>
        <translation>{hint}：{text}</translation>
    </message>
    <message>
        <source>{phase}: {hint}</source>
        <translation>{phase}: {hint}</translation>
    </message>
    <message>
        <source>Only {role}</source>
        <translation>{role}だけ</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>つなぐ</translation>
    </message>
    <message>
        <source>Link notes with a persona, clause, KPI or idea (Ctrl+L)</source>
        <translation>付箋をペルソナ・条件・KPI・コンテンツ案とリンク（Ctrl+L）</translation>
    </message>
    <message>
        <source>Connect the selected notes with arrows (Ctrl+Shift+L)</source>
        <translation>選んだ付箋を矢印でつなぐ（Ctrl+Shift+L）</translation>
    </message>
    <message>
        <source>Overview in the corner (M)</source>
        <translation>隅に全体図を表示（M）</translation>
    </message>
</context>
<context>
    <name>JourneySteps</name>
    <message>
        <source>Lock grid</source>
        <translation>枠の固定</translation>
    </message>
    <message>
        <source>Unlock grid</source>
        <translation>枠の固定解除</translation>
    </message>
    <message>
        <source>Move phase</source>
        <translation>フェーズの移動</translation>
    </message>
    <message>
        <source>Move lane</source>
        <translation>レーンの移動</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折りたたみ</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>Remove phase</source>
        <translation>フェーズの削除</translation>
    </message>
    <message>
        <source>Remove lane</source>
        <translation>レーンの削除</translation>
    </message>
    <message>
        <source>New journey</source>
        <translation>ジャーニーの追加</translation>
    </message>
    <message>
        <source>Rename journey</source>
        <translation>ジャーニー名の変更</translation>
    </message>
    <message>
        <source>Delete journey</source>
        <translation>ジャーニーの削除</translation>
    </message>
    <message>
        <source>Add phase</source>
        <translation>フェーズの追加</translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>レーンの追加</translation>
    </message>
    <message>
        <source>Rename phase</source>
        <translation>フェーズ名の変更</translation>
    </message>
    <message>
        <source>Rename lane</source>
        <translation>レーン名の変更</translation>
    </message>
    <message>
        <source>Change phase width</source>
        <translation>フェーズ幅の変更</translation>
    </message>
    <message>
        <source>Change lane height</source>
        <translation>レーンの高さの変更</translation>
    </message>
    <message>
        <source>Change role rows</source>
        <translation>役割の行の変更</translation>
    </message>
    <message>
        <source>Change emotion</source>
        <translation>感情の変更</translation>
    </message>
    <message>
        <source>Change department in charge</source>
        <translation>担当部門の変更</translation>
    </message>
    <message>
        <source>Mark as pause</source>
        <translation>「検討中断」にする操作</translation>
    </message>
    <message>
        <source>Mark as ordinary phase</source>
        <translation>「検討中断」の解除</translation>
    </message>
</context>
<context>
    <name>LinkSteps</name>
    <message>
        <source>Link</source>
        <translation>リンクの追加</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>リンクの削除</translation>
    </message>
    <message>
        <source>Connect notes</source>
        <translation>付箋をつなぐ操作</translation>
    </message>
    <message>
        <source>Label arrow</source>
        <translation>矢印の文字の変更</translation>
    </message>
    <message>
        <source>Remove arrow</source>
        <translation>矢印の削除</translation>
    </message>
</context>
<context>
    <name>NoteDetails</name>
    <message>
        <source>Text</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>一部裏付け</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>データ確認済</translation>
    </message>
    <message>
        <source>Add a vote</source>
        <translation>1票入れる</translation>
    </message>
    <message>
        <source>Take a vote back</source>
        <translation>1票戻す</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>つながり</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Author and history</source>
        <translation>作成者と履歴</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) selected. Paper and evidence change on all.</source>
        <translation>
            <numerusform>付箋を%n枚選択中です。色と根拠はまとめて変わります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Parking lot</source>
        <translation>置き場</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新しい付箋</translation>
    </message>
    <message>
        <source>Note in the next cell</source>
        <translation>隣のマスの付箋へ</translation>
    </message>
    <message>
        <source>Another note below</source>
        <translation>下にもう1枚</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Lines and Excel cells become notes</source>
        <translation>行やExcelのセルを付箋にする</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全体を表示</translation>
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
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Add (Ctrl+L)</source>
        <translation>追加（Ctrl+L）</translation>
    </message>
    <message>
        <source>Select a note to see its details.</source>
        <translation>付箋を選ぶと、ここに詳細が表示されます。</translation>
    </message>
    <message>
        <source>Written by {person}, {at}</source>
        <translation>{person} が {at} に作成</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Last changed by {person}, {at}</source>
        <translation>{person} が {at} に変更</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>名前なし</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>To: {note}</source>
        <translation>→ {note}</translation>
    </message>
    <message>
        <source>From: {note}</source>
        <translation>← {note}</translation>
    </message>
    <message>
        <source>Remove the arrow</source>
        <translation>矢印を削除</translation>
    </message>
    <message>
        <source>Words, parted by commas</source>
        <translation>語を「、」で区切る</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>NoteSteps</name>
    <message>
        <source>Add KPI</source>
        <translation>KPIの追加</translation>
    </message>
    <message numerus="yes">
        <source>Colour %n note(s)</source>
        <translation>
            <numerusform>付箋%n枚の色の変更</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste style</source>
        <translation>書式の貼り付け</translation>
    </message>
    <message>
        <source>Change evidence</source>
        <translation>根拠の変更</translation>
    </message>
    <message>
        <source>Change department</source>
        <translation>部門の変更</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>付箋の追加</translation>
    </message>
    <message>
        <source>Write note</source>
        <translation>付箋の編集</translation>
    </message>
    <message numerus="yes">
        <source>Move %n note(s)</source>
        <translation>
            <numerusform>付箋%n枚の移動</numerusform>
        </translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>投票</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n note(s)</source>
        <translation>
            <numerusform>付箋%n枚の削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n note(s)</source>
        <translation>
            <numerusform>付箋%n枚の複製</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cluster %n note(s)</source>
        <translation>
            <numerusform>付箋%n枚のまとめ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n note(s)</source>
        <translation>
            <numerusform>付箋%n枚の貼り付け</numerusform>
        </translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>タグの変更</translation>
    </message>
</context>
</TS>
