<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>KpiKind</name>
    <message>
        <source>Figures come from</source>
        <translation>数値のもと</translation>
    </message>
    <message>
        <source>KPI to show</source>
        <translation>表示するKPI</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>数えるもの</translation>
    </message>
    <message>
        <source>Over leads at the stage</source>
        <translation>対象の段階</translation>
    </message>
    <message>
        <source>Lead list</source>
        <translation>リード一覧</translation>
    </message>
    <message>
        <source>Counts in the month</source>
        <translation>集計する月</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Longer periods</source>
        <translation>四半期・年度の値</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Leads: {stage}</source>
        <translation>件数：{stage}</translation>
    </message>
    <message>
        <source>Sum of the amount won</source>
        <translation>受注額の合計</translation>
    </message>
    <message>
        <source>Sum of the amount quoted</source>
        <translation>見積額の合計</translation>
    </message>
    <message>
        <source>The only one, or the first</source>
        <translation>自動（先頭の一覧）</translation>
    </message>
    <message>
        <source>as the whole tree</source>
        <translation>ツリー全体と同じ</translation>
    </message>
    <message>
        <source>a row of a KPI sheet</source>
        <translation>KPI表の行</translation>
    </message>
    <message>
        <source>the lead list</source>
        <translation>リード一覧の集計</translation>
    </message>
    <message>
        <source>its formula</source>
        <translation>計算式</translation>
    </message>
    <message>
        <source>another KPI</source>
        <translation>別のKPI</translation>
    </message>
    <message>
        <source>Sum of the months</source>
        <translation>月の合計</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>最後の月の値</translation>
    </message>
    <message>
        <source>Ratio of the sums</source>
        <translation>比率（合計 ÷ 合計）</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>リード</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>アポ</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>商談</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Only leads that meet</source>
        <translation>数えるリード</translation>
    </message>
    <message>
        <source>the target</source>
        <translation>ターゲットに該当</translation>
    </message>
    <message>
        <source>the hot-lead definition</source>
        <translation>ホットリードに該当</translation>
    </message>
    <message>
        <source>all leads</source>
        <translation>すべてのリード</translation>
    </message>
    <message>
        <source>{year} H1</source>
        <translation>{year} 上期</translation>
    </message>
    <message>
        <source>{year} H2</source>
        <translation>{year} 下期</translation>
    </message>
    <message>
        <source>Hangs below</source>
        <translation>上位のKPI</translation>
    </message>
    <message>
        <source>nothing: it stands at the top</source>
        <translation>なし（最上位）</translation>
    </message>
    <message>
        <source>Source, stage, parent…</source>
        <translation>数値のもと・段階・上位のKPI…</translation>
    </message>
    <message>
        <source>With figures</source>
        <translation>数値あり</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>登録月で集計</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>発生月で集計</translation>
    </message>
    <message>
        <source>By registration a lead's whole way counts in the month in which it came; otherwise each step counts in its own month. Sheets are not touched.</source>
        <translation>登録月：リードが登録された月に、その後の段階もまとめて数えます。発生月：段階ごとに、起きた月で数えます。KPI表の数値は変わりません。</translation>
    </message>
    <message>
        <source>of registration</source>
        <translation>登録月</translation>
    </message>
    <message>
        <source>in which it happened</source>
        <translation>発生した月</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Change the month in which leads count</source>
        <translation>集計する月の変更</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>“{where}” counts only leads that meet a definition which is empty or asks for columns that the lead list lacks. Choose another definition or complete it.</source>
        <translation>「{where}」は定義に該当するリードだけを数えますが、定義が空か、リード一覧にない列を使っています。別の定義を選ぶか、定義を完成させてください。</translation>
    </message>
</context>
</TS>
