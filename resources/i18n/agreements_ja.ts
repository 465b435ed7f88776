<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Agreements</name>
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
</context>
<context>
    <name>Differences</name>
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
</context>
</TS>
