<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Edit</name>
    <message>
        <source>Take over proposals from {name}</source>
        <translation>{name}の提案を反映</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Read an edited workbook back…</source>
        <translation>編集した合意書を読み戻す…</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>{where} is not an agreement workbook of Fusen. Nothing was changed. Choose a workbook that was exported from this workspace.</source>
        <translation>{where}はFusenの合意書ではありません。何も変更していません。このワークスペースから書き出した合意書を選んでください。</translation>
    </message>
    <message>
        <source>{where} was exported from another workspace. Nothing was changed. Open that workspace, or choose a workbook of this one.</source>
        <translation>{where}は別のワークスペースから書き出されたものです。何も変更していません。そのワークスペースを開くか、このワークスペースの合意書を選んでください。</translation>
    </message>
    <message>
        <source>The hidden part of {where} that tells what was exported is damaged. Nothing was changed. Copy the edits into a newly exported workbook.</source>
        <translation>{where}の、書き出し時の内容を記録した非表示部分が壊れています。何も変更していません。新しく書き出した合意書に編集内容を写してください。</translation>
    </message>
    <message>
        <source>{where} was exported by a newer Fusen. Nothing was changed. Update Fusen and try again.</source>
        <translation>{where}は新しいFusenで書き出されたものです。何も変更していません。Fusenを更新してからやり直してください。</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>read an edited agreement workbook back as proposals</source>
        <translation>編集した合意書を提案として読み戻す</translation>
    </message>
    <message>
        <source>a workbook that export wrote and people edited</source>
        <translation>exportで書き出し、編集した合意書</translation>
    </message>
    <message>
        <source>take over the proposals that nothing contradicts</source>
        <translation>競合のない提案を反映する</translation>
    </message>
    <message>
        <source>changed in the workspace since</source>
        <translation>書き出し後にワークスペースでも変更されています</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>読み取れない編集</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>反映済み</translation>
    </message>
    <message>
        <source>As exported</source>
        <translation>書き出し時</translation>
    </message>
    <message>
        <source>In the copy</source>
        <translation>ブックの記載</translation>
    </message>
    <message>
        <source>In the workspace</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>競合</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>レコード</translation>
    </message>
    <message>
        <source>Exported at</source>
        <translation>書き出し日時</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>Pause</source>
        <translation>検討の中断</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>検討が止まる期間</translation>
    </message>
    <message>
        <source>not on hold</source>
        <translation>通常のフェーズ</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語名</translation>
    </message>
    <message>
        <source>Agreed wording</source>
        <translation>合意した表現</translation>
    </message>
    <message>
        <source>Quantitative test</source>
        <translation>数値での判定</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Operator and value</source>
        <translation>条件と値</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>提案者</translation>
    </message>
    <message>
        <source>Known at hand-over</source>
        <translation>引き渡し時に判明</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>休止</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Points needed</source>
        <translation>必要な点数</translation>
    </message>
    <message>
        <source>First contact (hours)</source>
        <translation>初回連絡（時間）</translation>
    </message>
    <message>
        <source>Answer from sales (hours)</source>
        <translation>営業の回答（時間）</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>連絡の回数</translation>
    </message>
    <message>
        <source>Required fields</source>
        <translation>必須項目</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>差し戻し後の扱い</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>行き先</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Within days</source>
        <translation>期限（日）</translation>
    </message>
    <message>
        <source>Condition in question</source>
        <translation>関係する条件</translation>
    </message>
    <message>
        <source>not muted</source>
        <translation>休止しない</translation>
    </message>
    <message>
        <source>This may not be empty.</source>
        <translation>空にはできません。</translation>
    </message>
    <message>
        <source>A number is needed here.</source>
        <translation>数値を入力してください。</translation>
    </message>
    <message>
        <source>A number above zero is needed here.</source>
        <translation>0より大きい数値を入力してください。</translation>
    </message>
    <message>
        <source>Write yes or no.</source>
        <translation>「はい」か「いいえ」を入力してください。</translation>
    </message>
    <message>
        <source>Write required, points or knock-out.</source>
        <translation>「必須」「加点」「除外」のいずれかを入力してください。</translation>
    </message>
    <message>
        <source>No department has this name.</source>
        <translation>この名前の部門はありません。</translation>
    </message>
    <message>
        <source>This operator is not known.</source>
        <translation>この条件の書き方は読み取れません。</translation>
    </message>
    <message>
        <source>This value does not suit the operator.</source>
        <translation>値が条件に合いません。</translation>
    </message>
    <message>
        <source>The cell shows an error.</source>
        <translation>セルがエラーになっています。</translation>
    </message>
    <message>
        <source>This cell is not read back; change it in Fusen.</source>
        <translation>このセルは読み戻しの対象外です。Fusenで変更してください。</translation>
    </message>
    <message>
        <source>Fusen cannot tell which record this row is.</source>
        <translation>どの項目の行か判別できません。</translation>
    </message>
    <message>
        <source>The sheet is gone; its records stay as they are.</source>
        <translation>シートがありません。項目はそのまま残ります。</translation>
    </message>
    <message>
        <source>The column is gone; its fields stay as they are.</source>
        <translation>列がありません。内容はそのまま残ります。</translation>
    </message>
    <message>
        <source>The row is gone; its value stays as it is.</source>
        <translation>行がありません。値はそのまま残ります。</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name}を読み取り中</translation>
    </message>
    <message>
        <source>{name} proposes nothing: it says what the workspace says.</source>
        <translation>{name}に提案はありません。ワークスペースと同じ内容です。</translation>
    </message>
    <message>
        <source>Agreement workbooks</source>
        <translation>合意書</translation>
    </message>
    <message>
        <source>Choose the edited workbook</source>
        <translation>編集した合意書を選択</translation>
    </message>
    <message>
        <source>Proposals of an edited workbook</source>
        <translation>編集されたブックからの提案</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>反映</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n</source>
        <translation><numerusform>%n件を反映</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) could not be read:</source>
        <translation><numerusform>読み取れない編集が%n件あります。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) in {name}.</source>
        <translation><numerusform>{name}に提案が%n件あります。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them contradict(s) newer edits in the workspace and is/are not ticked.</source>
        <translation><numerusform>うち%n件は、書き出し後のワークスペースでの変更と競合するため、選択されていません。</numerusform></translation>
    </message>
    <message>
        <source>Nothing is changed until you take it over.</source>
        <translation>反映するまで何も変更されません。</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>As exported</source>
        <translation>書き出し時</translation>
    </message>
    <message>
        <source>In the copy</source>
        <translation>ブックの記載</translation>
    </message>
    <message>
        <source>In the workspace</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>New terms</source>
        <translation>新しい用語</translation>
    </message>
    <message>
        <source>was {text}</source>
        <translation>書き出し時 {text}</translation>
    </message>
    <message>
        <source>now {text}</source>
        <translation>合意書 {text}</translation>
    </message>
    <message>
        <source>Add {title}</source>
        <translation>「{title}」を追加</translation>
    </message>
    <message>
        <source>Remove {title}</source>
        <translation>「{title}」を削除</translation>
    </message>
    <message>
        <source>Changed in the workspace since</source>
        <translation>書き出し後に変更あり</translation>
    </message>
    <message>
        <source>Tick all without conflict</source>
        <translation>競合のない提案を選択</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>選択を解除</translation>
    </message>
    <message>
        <source>Edits that could not be read</source>
        <translation>読み取れない編集</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) taken over.</source>
        <translation><numerusform>%n件の提案を反映しました。</numerusform></translation>
    </message>
</context>
</TS>
