<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Export</name>
    <message>
        <source>Measures and content</source>
        <translation>施策・コンテンツ</translation>
    </message>
    <message>
        <source>Achievement</source>
        <translation>達成率</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>実績</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>合意</translation>
    </message>
    <message>
        <source>Agreed definitions of marketing and sales</source>
        <translation>マーケティングと営業の合意書</translation>
    </message>
    <message>
        <source>Agreed items</source>
        <translation>合意済みの項目</translation>
    </message>
    <message>
        <source>Agreed revision {number} · {hash} · {day}</source>
        <translation>合意 第{number}版 ・ {hash} ・ {day}</translation>
    </message>
    <message>
        <source>Agreed revisions only</source>
        <translation>合意した版のみ</translation>
    </message>
    <message>
        <source>Agreed wording</source>
        <translation>合意した言い方</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>合意一覧</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>All items, drafts included</source>
        <translation>下書きを含むすべての項目</translation>
    </message>
    <message>
        <source>All leads</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Answer from sales</source>
        <translation>営業の返答</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>いずれか</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>承認欄</translation>
    </message>
    <message>
        <source>As of {month}</source>
        <translation>{month}時点</translation>
    </message>
    <message>
        <source>At least {count}</source>
        <translation>{count}つ以上</translation>
    </message>
    <message>
        <source>Attempts before “cannot be reached”</source>
        <translation>「連絡不能」までの連絡回数</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>再引渡</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Condition in question</source>
        <translation>関係する条件</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>表紙</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Figures as of</source>
        <translation>数値の時点</translation>
    </message>
    <message>
        <source>First contact</source>
        <translation>初回接触</translation>
    </message>
    <message>
        <source>General leads</source>
        <translation>一般リード</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>行き先</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>引き渡し</translation>
    </message>
    <message>
        <source>Hand-over contract</source>
        <translation>引き渡し条件</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>内容の識別値</translation>
    </message>
    <message>
        <source>History of revisions</source>
        <translation>改訂履歴</translation>
    </message>
    <message>
        <source>Hot lead</source>
        <translation>ホットリード</translation>
    </message>
    <message>
        <source>How well each statement is backed stands beside it.</source>
        <translation>各記述の右に根拠の確かさを示します。</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>本人の言葉</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>文で</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>ジャーニー</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>KPI tree</source>
        <translation>KPIツリー</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Known at hand-over</source>
        <translation>引渡時点で既知</translation>
    </message>
    <message>
        <source>Lane / phase</source>
        <translation>レーン／フェーズ</translation>
    </message>
    <message>
        <source>Lead lists by month of registration</source>
        <translation>リードは登録月で集計</translation>
    </message>
    <message>
        <source>Lead lists by month of the event</source>
        <translation>リードは発生月で集計</translation>
    </message>
    <message>
        <source>Meets it</source>
        <translation>に該当</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Not agreed: {state}</source>
        <translation>未合意：{state}</translation>
    </message>
    <message>
        <source>Not enough information</source>
        <translation>情報不足</translation>
    </message>
    <message>
        <source>One row per item; a stamp holds for exactly one content.</source>
        <translation>1行に1項目。押印は押した内容だけに有効です。</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>演算</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>提案者</translation>
    </message>
    <message>
        <source>Quality leads</source>
        <translation>質リード</translation>
    </message>
    <message>
        <source>Quantitative test</source>
        <translation>数値での基準</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reasons for rejection</source>
        <translation>却下理由</translation>
    </message>
    <message>
        <source>Reckoned from</source>
        <translation>計算式</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>要見直し</translation>
    </message>
    <message>
        <source>Required fields</source>
        <translation>必須項目</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>見直し期限</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>改訂履歴</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>印</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>Target figure</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>累計</translation>
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
        <source>Within days</source>
        <translation>期限（日）</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>出力日時</translation>
    </message>
    <message>
        <source>within {hours} hours</source>
        <translation>{hours}時間以内</translation>
    </message>
    <message>
        <source>{count} of {all} agreed</source>
        <translation>{all}件中 {count}件合意</translation>
    </message>
    <message>
        <source>{name}: {match} of {leads} leads match ({share}), {unknown} lack information.</source>
        <translation>{name}：{leads}件中 {match}件が該当（{share}）、情報不足 {unknown}件</translation>
    </message>
    <message>
        <source>{revision} (a later draft is not agreed)</source>
        <translation>{revision}（その後の変更は未合意）</translation>
    </message>
    <message>
        <source>Points needed</source>
        <translation>必要な点数</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>休止</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Not agreed yet</source>
        <translation>未合意</translation>
    </message>
    <message>
        <source>Edition of the agreement</source>
        <translation>合意版数</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>合意日</translation>
    </message>
    <message>
        <source>Edition {number}, agreed on {day}</source>
        <translation>第{number}版（{day} 合意）</translation>
    </message>
    <message>
        <source>Paste a lead list with its headers into cell {cell}; verdicts appear at the left, for {rows} leads.</source>
        <translation>リード一覧を見出しごとセル {cell} に貼り付けてください。左側に判定が出ます（{rows}件まで）。</translation>
    </message>
    <message>
        <source>Judge leads</source>
        <translation>判定シート</translation>
    </message>
    <message>
        <source>Reference day</source>
        <translation>基準日</translation>
    </message>
    <message>
        <source>Columns not found</source>
        <translation>見つからない列</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>該当</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>非該当</translation>
    </message>
    <message>
        <source>Deciding conditions</source>
        <translation>決め手の条件</translation>
    </message>
    <message>
        <source>One row per term; what is agreed holds for every department.</source>
        <translation>1行に1用語。合意した表現はすべての部門に有効です。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語名</translation>
    </message>
    <message>
        <source>Judging cells</source>
        <translation>判定計算</translation>
    </message>
    <message>
        <source>Agreement edition {number}</source>
        <translation>合意 第{number}版</translation>
    </message>
    <message>
        <source>Stamps in Fusen</source>
        <translation>合意印（Fusen）</translation>
    </message>
    <message>
        <source>{count} of {all} items</source>
        <translation>{all}項目中 {count}項目</translation>
    </message>
    <message>
        <source>What was changed, and why</source>
        <translation>改訂内容・理由</translation>
    </message>
    <message>
        <source>First edition</source>
        <translation>初版</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) changed</source>
        <translation><numerusform>%nか所を変更</numerusform></translation>
    </message>
    <message>
        <source>Back-test on {name}: does the definition foretell {outcome}?</source>
        <translation>過去データでの検証（{name}）：この定義は「{outcome}」を言い当てるか</translation>
    </message>
    <message>
        <source>Came true</source>
        <translation>結果あり</translation>
    </message>
    <message>
        <source>Did not</source>
        <translation>結果なし</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>再現率</translation>
    </message>
    <message>
        <source>Among all leads</source>
        <translation>リード全体での割合</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>それ以外</translation>
    </message>
    <message>
        <source>The others include {n} leads that lack information.</source>
        <translation>「それ以外」には、情報不足で判定できない{n}件を含みます。</translation>
    </message>
    <message>
        <source>Known only after hand-over, so these figures flatter the definition: {fields}</source>
        <translation>引き渡し後に初めて分かる項目を使っているため、実力より良く見えます：{fields}</translation>
    </message>
    <message>
        <source>{low} to {high}, n = {n}, reference value</source>
        <translation>{low}～{high}、n = {n}（参考値）</translation>
    </message>
    <message>
        <source>{low} to {high}, n = {n}</source>
        <translation>{low}～{high}、n = {n}</translation>
    </message>
</context>
</TS>
