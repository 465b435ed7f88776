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
        <source>of registration</source>
        <translation>登録月</translation>
    </message>
    <message>
        <source>in which it happened</source>
        <translation>発生した月</translation>
    </message>
</context>
</TS>
