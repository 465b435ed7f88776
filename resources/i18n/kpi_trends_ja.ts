<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>KpiTrends</name>
    <message>
        <source>Upper {figure}</source>
        <translation>上限 {figure}</translation>
    </message>
    <message>
        <source>Mean {figure}</source>
        <translation>平均 {figure}</translation>
    </message>
    <message>
        <source>Lower {figure}</source>
        <translation>下限 {figure}</translation>
    </message>
    <message>
        <source>, forecast {figure}</source>
        <translation>、見込 {figure}</translation>
    </message>
    <message>
        <source>, previous year {figure}</source>
        <translation>、前年 {figure}</translation>
    </message>
    <message>
        <source>, outside the usual range</source>
        <translation>、通常の範囲の外</translation>
    </message>
    <message>
        <source>Usual range (XmR)</source>
        <translation>通常の範囲（XmR）</translation>
    </message>
    <message>
        <source>Outside it</source>
        <translation>範囲の外</translation>
    </message>
    <message>
        <source>Find a KPI</source>
        <translation>KPIを探す</translation>
    </message>
    <message>
        <source>KPIs with a chart</source>
        <translation>グラフにするKPI</translation>
    </message>
    <message>
        <source>Take this chart away</source>
        <translation>このグラフを外す</translation>
    </message>
    <message>
        <source>Signal or noise: {points} of {least} periods</source>
        <translation>シグナルの判定: データ不足（{points}/{least}期間）</translation>
    </message>
    <message>
        <source>The last figure is within the usual range</source>
        <translation>直近の数値は通常の範囲内です</translation>
    </message>
    <message>
        <source>A signal: the level has moved</source>
        <translation>シグナル: 水準が変わりました</translation>
    </message>
    <message>
        <source>A signal: outside the usual range</source>
        <translation>シグナル: 直近の数値が通常の範囲の外です</translation>
    </message>
    <message>
        <source>Quality split</source>
        <translation>質・一般の内訳</translation>
    </message>
    <message>
        <source>Usual range</source>
        <translation>通常の範囲</translation>
    </message>
    <message>
        <source>in 1,000 yen; click a figure to see its cell</source>
        <translation>千円単位・数値を押すと元のセルが分かります</translation>
    </message>
    <message>
        <source>How many periods</source>
        <translation>期間の数</translation>
    </message>
    <message>
        <source>Last {count}</source>
        <translation>直近{count}期間</translation>
    </message>
    <message>
        <source>All periods</source>
        <translation>すべての期間</translation>
    </message>
    <message>
        <source>At most {count} charts</source>
        <translation>グラフは{count}個までです</translation>
    </message>
    <message>
        <source>Tick KPIs on the left to see their trends.</source>
        <translation>左の一覧でKPIを選ぶと、推移が表示されます。</translation>
    </message>
</context>
</TS>
