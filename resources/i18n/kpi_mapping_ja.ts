<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>KpiMapping</name>
    <message>
        <source>Feeds no KPI</source>
        <translation>つながっていません</translation>
    </message>
    <message>
        <source>as until now</source>
        <translation>今のまま</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>suggested by its name</source>
        <translation>名前から提案</translation>
    </message>
    <message>
        <source>Row of the sheet</source>
        <translation>表の行</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Last actual</source>
        <translation>直近の実績</translation>
    </message>
    <message>
        <source>Feeds the KPI</source>
        <translation>つなぐKPI</translation>
    </message>
    <message>
        <source>Total of the sheet</source>
        <translation>表の合計</translation>
    </message>
    <message>
        <source>Achievement of {name}</source>
        <translation>{name}の達成率</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>The sheet says</source>
        <translation>表の値</translation>
    </message>
    <message>
        <source>Comes out as</source>
        <translation>計算した値</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>Choose once which KPI each row feeds; it holds whenever the sheet is refreshed. Rows with a KPI's name are suggested.</source>
        <translation>表の行をどのKPIにつなぐかを一度選べば、表を更新しても引き継がれます。名前が合う行は提案されています。</translation>
    </message>
    <message>
        <source>Rows and KPIs</source>
        <translation>行とKPIの対応</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>つなぐ</translation>
    </message>
    <message>
        <source>Rows and the KPIs that they feed</source>
        <translation>表の行とつなぐKPI</translation>
    </message>
    <message>
        <source>Where the sheet is not what comes out</source>
        <translation>表の値と計算した値の違い</translation>
    </message>
    <message>
        <source>being checked…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Totals, achievements and figures of the sheet all come out.</source>
        <translation>表の合計・達成率・数値はすべて計算と一致しています。</translation>
    </message>
    <message>
        <source>Rows and KPIs…</source>
        <translation>行とKPIの対応…</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n KPI(s) connected with the sheet.</source>
        <translation>
            <numerusform>%n件のKPIを表につなぎました。</numerusform>
        </translation>
    </message>
    <message>
        <source>(ignored)</source>
        <translation>（無視）</translation>
    </message>
    <message>
        <source>Ignore this row</source>
        <translation>この行を無視</translation>
    </message>
    <message>
        <source>Connect rows</source>
        <translation>行をつなぐ</translation>
    </message>
    <message numerus="yes">
        <source>Ignore the %n row(s) without a KPI</source>
        <translation>
            <numerusform>つながっていない%n行を無視</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of “{sheet}” feed no KPI: {rows}</source>
        <translation>
            <numerusform>「{sheet}」の%n行がKPIにつながっていません：{rows}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the KPI sheets feed no KPI: {rows}</source>
        <translation>
            <numerusform>KPIシートの%n行がKPIにつながっていません：{rows}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{rows} and %n more</source>
        <translation>
            <numerusform>{rows} ほか%n行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) feed no KPI yet.</source>
        <translation>
            <numerusform>%n行がKPIにつながっていません。</numerusform>
        </translation>
    </message>
</context>
</TS>
