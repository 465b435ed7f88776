<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Agreements</name>
    <message numerus="yes">
        <source>%n reason(s)</source>
        <translation><numerusform>%n件</numerusform></translation>
    </message>
    <message>
        <source> months</source>
        <translation>か月</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) were proposed.</source>
        <translation><numerusform>%n項目を提案しました。</numerusform></translation>
    </message>
    <message>
        <source>Agreed on {agreed} of {all} items</source>
        <translation>{all}項目中 {agreed}項目が合意</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>合意</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Changed since the agreed revision</source>
        <translation>合意した版からの変更</translation>
    </message>
    <message>
        <source>History</source>
        <translation>改訂履歴</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Item of agreement</source>
        <translation>合意の項目</translation>
    </message>
    <message>
        <source>Months until the review</source>
        <translation>見直しまでの月数</translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation>未合意</translation>
    </message>
    <message>
        <source>Not proposed yet.</source>
        <translation>まだ提案されていません。</translation>
    </message>
    <message>
        <source>Nothing has changed since the agreed revision.</source>
        <translation>合意した版から変更はありません。</translation>
    </message>
    <message>
        <source>Nothing new to propose.</source>
        <translation>新しく提案する項目はありません。</translation>
    </message>
    <message>
        <source>Open in its area</source>
        <translation>編集画面で開く</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Propose all</source>
        <translation>すべて提案</translation>
    </message>
    <message>
        <source>Proposed: {title}</source>
        <translation>「{title}」を提案しました。</translation>
    </message>
    <message>
        <source>Review after</source>
        <translation>見直しまで</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>見直し期限</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>第{number}版</translation>
    </message>
    <message>
        <source>Stamp for {department}</source>
        <translation>{department}として押印</translation>
    </message>
    <message>
        <source>Stamps</source>
        <translation>合意印</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Waiting for us</source>
        <translation>自部門の印待ち</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>ほか%n件</numerusform></translation>
    </message>
    <message>
        <source>not stamped</source>
        <translation>未押印</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>was</source>
        <translation>合意時</translation>
    </message>
    <message>
        <source>what was agreed, by whom, and what has changed since</source>
        <translation>何を誰が合意し、その後何が変わったか</translation>
    </message>
    <message>
        <source>Reviews due</source>
        <translation>見直し期限</translation>
    </message>
    <message>
        <source>Nothing waits for the stamp of your department.</source>
        <translation>自部門の印を待っている項目はありません。</translation>
    </message>
    <message>
        <source>Everything is agreed.</source>
        <translation>すべて合意済みです。</translation>
    </message>
    <message>
        <source>Nothing is agreed yet, so nothing comes up for review.</source>
        <translation>合意した項目がまだないため、見直し期限もありません。</translation>
    </message>
    <message>
        <source>There is nothing to agree on yet.</source>
        <translation>合意する項目がまだありません。</translation>
    </message>
    <message numerus="yes">
        <source>(%n day(s) over)</source>
        <translation><numerusform>（%n日超過）</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>(in %n day(s))</source>
        <translation><numerusform>（あと%n日）</numerusform></translation>
    </message>
    <message>
        <source>Compare revisions</source>
        <translation>版を比べる</translation>
    </message>
    <message>
        <source>What changed with this revision</source>
        <translation>この版で変わったことを見る</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>理由の記入なし</translation>
    </message>
    <message>
        <source>Why this revision?</source>
        <translation>この版にした理由</translation>
    </message>
    <message>
        <source>Reason of revision {number}</source>
        <translation>第{number}版の理由</translation>
    </message>
    <message>
        <source>Reason or comment</source>
        <translation>理由・コメント</translation>
    </message>
    <message>
        <source>Why was it changed?</source>
        <translation>変えた理由</translation>
    </message>
    <message>
        <source>Reason or comment (optional)</source>
        <translation>理由・コメント（任意）</translation>
    </message>
    <message numerus="yes">
        <source>Stamp all %n</source>
        <translation><numerusform>%n項目にまとめて押印</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Stamped %n item(s).</source>
        <translation><numerusform>%n項目に押印しました。</numerusform></translation>
    </message>
    <message>
        <source>What is agreed</source>
        <translation>合意する内容</translation>
    </message>
    <message>
        <source>It has no conditions yet.</source>
        <translation>条件はまだありません。</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>意味</translation>
    </message>
    <message>
        <source>Not written yet.</source>
        <translation>まだ書かれていません。</translation>
    </message>
    <message>
        <source>Test by numbers</source>
        <translation>数値での基準</translation>
    </message>
    <message>
        <source>First contact within {first} hours, answer from sales within {answer} hours, {attempts} attempts</source>
        <translation>初回接触{first}時間以内、営業の返答{answer}時間以内、連絡{attempts}回まで</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Fields that must be filled</source>
        <translation>引き渡すときに必ず入っている項目</translation>
    </message>
    <message>
        <source>Reasons for rejection</source>
        <translation>却下理由</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>Excelへ出力…</translation>
    </message>
    <message>
        <source>Read an edited workbook back…</source>
        <translation>編集した合意書を読み戻す…</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Arrow</source>
        <translation>矢印</translation>
    </message>
    <message>
        <source>From</source>
        <translation>矢印の元</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>影響</translation>
    </message>
    <message>
        <source>To</source>
        <translation>矢印の先</translation>
    </message>
    <message>
        <source>Words on the arrow</source>
        <translation>矢印の文字</translation>
    </message>
    <message>
        <source>the purchase is on hold</source>
        <translation>検討が止まる期間</translation>
    </message>
    <message>
        <source>Agreed wording</source>
        <translation>合意した言い方</translation>
    </message>
    <message>
        <source>Answer from sales (hours)</source>
        <translation>営業の返答（時間）</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>連絡回数</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>再引渡</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>感情</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英語名</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>First contact (hours)</source>
        <translation>初回接触（時間）</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>式</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Joined by</source>
        <translation>つなぎ方</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>レーン</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>意味</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>付箋</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>比べ方</translation>
    </message>
    <message>
        <source>Other definition</source>
        <translation>ほかの定義</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>親</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Quantitative test</source>
        <translation>数値での基準</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>本人の言葉</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>却下理由</translation>
    </message>
    <message>
        <source>Required fields</source>
        <translation>必須項目</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>肩書き</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>Counted as</source>
        <translation>数え方</translation>
    </message>
</context>
<context>
    <name>Revisions</name>
    <message>
        <source>Revisions compared</source>
        <translation>版の比較</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Older revision</source>
        <translation>比べる元の版</translation>
    </message>
    <message>
        <source>Newer revision</source>
        <translation>比べる先の版</translation>
    </message>
    <message>
        <source>Content now</source>
        <translation>今の内容</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation><numerusform>%nか所が違います</numerusform></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>The two say the same.</source>
        <translation>2つの内容は同じです。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Revision {number} · {day} · {person}</source>
        <translation>第{number}版・{day}・{person}</translation>
    </message>
    <message>
        <source>what the workspace says at this moment</source>
        <translation>ワークスペースの現在の内容です</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>第{number}版</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>理由の記入なし</translation>
    </message>
    <message>
        <source>Stamps: {stamps}</source>
        <translation>合意印： {stamps}</translation>
    </message>
    <message>
        <source>Nobody has stamped this revision.</source>
        <translation>この版には合意印がありません。</translation>
    </message>
    <message>
        <source>The definition in words</source>
        <translation>定義文</translation>
    </message>
    <message>
        <source>Lead list</source>
        <translation>リード一覧</translation>
    </message>
    <message>
        <source>The break in the figures</source>
        <translation>数値の段差</translation>
    </message>
    <message>
        <source>the same leads under the old and the new rule, by month of registration</source>
        <translation>同じリードを新旧の定義で数えた件数（登録月別）</translation>
    </message>
    <message>
        <source>Import a lead list to see what the change does to its leads.</source>
        <translation>リード一覧を取り込むと、定義の変更で件数がどう動くかが出ます。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>数えています…</translation>
    </message>
    <message>
        <source>{gained} come in, {lost} drop out</source>
        <translation>新たに該当 {gained}件・外れる {lost}件</translation>
    </message>
    <message>
        <source>not enough information: {old} → {new}</source>
        <translation>情報不足 {old}件 → {new}件</translation>
    </message>
    <message>
        <source>Leads by month under both rules</source>
        <translation>新旧の定義による月別の件数</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>リード</translation>
    </message>
    <message>
        <source>comes in</source>
        <translation>新たに該当</translation>
    </message>
    <message>
        <source>drops out</source>
        <translation>外れる</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>日付なし</translation>
    </message>
    <message>
        <source>old rule</source>
        <translation>旧定義</translation>
    </message>
    <message>
        <source>change of the definition</source>
        <translation>定義の変更</translation>
    </message>
    <message>
        <source>new rule</source>
        <translation>新定義</translation>
    </message>
    <message>
        <source>change</source>
        <translation>定義の変更</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>{where} has no revision {revision}. Known: {known}. Choose one of these.</source>
        <translation>{where} に第{revision}版はありません。ある版：{known}。この中から選んでください。</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>The agreement comes up for review soon.</source>
        <translation>まもなく合意の見直し時期です。</translation>
    </message>
</context>
</TS>
