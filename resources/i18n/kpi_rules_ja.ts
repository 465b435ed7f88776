<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Errors</name>
    <message>
        <source>“{period}” is not a period. Write a month (2026-04), a quarter (2026-Q1), a half (2026-H1), a fiscal year (2026) or a range (2026-04:2026-11).</source>
        <translation>「{period}」は期間として読めません。月（2026-04）、四半期（2026-Q1）、半期（2026-H1）、年度（2026）、または範囲（2026-04:2026-11）で指定してください。</translation>
    </message>
    <message>
        <source>The formula of “{where}” cannot be read at character {position}: “{found}” does not fit here. Nothing was changed.</source>
        <translation>「{where}」の計算式は{position}文字目で読めません。「{found}」はここに置けません。変更はしていません。</translation>
    </message>
    <message>
        <source>The formula of “{where}” names “{name}” (character {position}), and no KPI is called that. Check the spelling.</source>
        <translation>「{where}」の計算式にある「{name}」（{position}文字目）という名前のKPIはありません。名前を確認してください。</translation>
    </message>
    <message>
        <source>The formula of “{where}” names “{name}” (character {position}), and several KPIs are called that. Give them different names.</source>
        <translation>「{where}」の計算式にある「{name}」（{position}文字目）という名前のKPIが複数あります。名前を分けてください。</translation>
    </message>
    <message>
        <source>The formula of “{where}” puts {left} and {right} together (character {position}). Only the same units can be added, compared or given as the result.</source>
        <translation>「{where}」の計算式は{left}と{right}を混ぜています（{position}文字目）。足し算・比較・結果に使えるのは、同じ単位どうしだけです。</translation>
    </message>
    <message>
        <source>“{where}” would be made of itself: {path}. Take one of the KPIs out of the circle.</source>
        <translation>「{where}」が自分自身から計算されることになります：{path}。循環しているKPIのどれかを外してください。</translation>
    </message>
    <message>
        <source>“{where}” is of a kind that Fusen does not know ({type}). Choose input, measure, formula or link.</source>
        <translation>「{where}」の種類（{type}）は使えません。入力・集計・計算式・リンクから選んでください。</translation>
    </message>
    <message>
        <source>“{where}” has no formula, so its change cannot be split. Give it a formula that says what it is made of.</source>
        <translation>「{where}」には計算式がないため、変化の内訳を出せません。何から成り立つかを示す計算式を入れてください。</translation>
    </message>
    <message>
        <source>“{where}” has no figure on one of the two sides, so the change cannot be split. Choose periods with data.</source>
        <translation>「{where}」の数値が比較の片方にないため、変化の内訳を出せません。データのある期間を選んでください。</translation>
    </message>
    <message>
        <source>The formula divides by 0 on the way from one side to the other, so the change cannot be split.</source>
        <translation>途中で0による割り算が生じるため、変化の内訳を出せません。</translation>
    </message>
    <message>
        <source>This way of splitting needs a product of figures above 0. Use the order-free split instead.</source>
        <translation>この分け方は、0より大きい数値の掛け算でだけ使えます。順序によらない分け方を使ってください。</translation>
    </message>
    <message>
        <source>The data that feeds “{where}” is not in the workspace any more. Import it again or choose another source.</source>
        <translation>「{where}」のもとになるデータがワークスペースにありません。もう一度取り込むか、別のデータを選んでください。</translation>
    </message>
    <message>
        <source>The KPI sheet has no row “{name}” for “{where}” any more. Choose the row again.</source>
        <translation>「{where}」に使う行「{name}」がKPIシートにありません。行を選び直してください。</translation>
    </message>
    <message>
        <source>Two rows “{name}” of the KPI sheet give “{where}” different figures for {month}. The first one counts.</source>
        <translation>KPIシートの「{name}」の行が2つあり、「{where}」の{month}の数値が食い違っています。先の行を使いました。</translation>
    </message>
    <message>
        <source>{count} lead lists are imported and “{where}” does not say which one to count. The first one counts.</source>
        <translation>リード一覧が{count}件あり、「{where}」がどれを集計するか決まっていません。最初の一覧を使いました。</translation>
    </message>
    <message>
        <source>“{where}” is counted from leads, but no column of the list says who got that far. Say which column it is.</source>
        <translation>「{where}」はリードから集計しますが、その段階に進んだことを示す列が決まっていません。列の意味を指定してください。</translation>
    </message>
    <message>
        <source>“{where}” ({segment}): the sheet and the lead list differ in months: {months}; first in {month}, {sheet:,.0f} in the sheet and {leads:,.0f} from the leads.</source>
        <translation>「{where}」（{segment}）：シートとリード一覧の数値が{months}か月で違います。最初は{month}で、シート{sheet:,.0f}、リード一覧{leads:,.0f}です。</translation>
    </message>
    <message>
        <source>Leads without a date of registration: {count}. They are in no month.</source>
        <translation>登録日のないリードが{count}件あります。どの月にも数えていません。</translation>
    </message>
    <message>
        <source>The formula of “{where}” has more than {most} drivers that act together. Put some of them into a KPI of their own.</source>
        <translation>「{where}」の計算式には、掛け合わさる要素が{most}より多くあります。いくつかを別のKPIにまとめてください。</translation>
    </message>
    <message>
        <source>{name} rose by {change} ({before} in {period_before}, {now} in {period_now}), but the share of quality leads among them fell from {rate_before} to {rate_now}.</source>
        <translation>{name}は{period_before}の{before}から{period_now}の{now}へ{change}増えましたが、そのうち質リードの割合は{rate_before}から{rate_now}に下がりました。</translation>
    </message>
    <message>
        <source>{name} fell from {rate_before} ({period_before}) to {rate_now} ({period_now}) because the mix of leads changed ({mix} points). Taken apart, quality and general leads did not get worse ({rate} points).</source>
        <translation>{name}は{period_before}の{rate_before}から{period_now}の{rate_now}に下がりましたが、原因はリードの構成の変化です（{mix}ポイント）。質リードと一般リードを別々に見ると、悪化していません（{rate}ポイント）。</translation>
    </message>
    <message>
        <source>In {period_now} quality leads reached the target for {stage} ({reached} of it) but not for {name} ({closed} of it).</source>
        <translation>{period_now}の質リードは、{stage}では目標を達成していますが（達成率{reached}）、{name}は未達です（達成率{closed}）。</translation>
    </message>
    <message>
        <source>{name} rose by {change} ({before} → {now}), while the next stage, {next}, fell by {next_change} ({next_before} → {next_now}). {period_now} against {period_before}.</source>
        <translation>{name}は{change}増えましたが（{before}→{now}）、次の段階の{next}は{next_change}減りました（{next_before}→{next_now}）。{period_before}と{period_now}の比較です。</translation>
    </message>
    <message>
        <source>{name} was {last} in {period_now}, below its usual range of {low} to {high} ({points} months).</source>
        <translation>{period_now}の{name}は{last}で、通常の範囲（{points}か月の実績から{low}〜{high}）を下回っています。</translation>
    </message>
    <message>
        <source>{name} was {last} in {period_now}, above its usual range of {low} to {high} ({points} months).</source>
        <translation>{period_now}の{name}は{last}で、通常の範囲（{points}か月の実績から{low}〜{high}）を上回っています。</translation>
    </message>
    <message>
        <source>{name} has been below its mean for eight months in a row; it was {last} in {period_now}.</source>
        <translation>{name}は8か月続けて平均を下回っています（{period_now}は{last}）。</translation>
    </message>
    <message>
        <source>{name} has been above its mean for eight months in a row; it was {last} in {period_now}.</source>
        <translation>{name}は8か月続けて平均を上回っています（{period_now}は{last}）。</translation>
    </message>
    <message>
        <source>{count} KPIs have a target but no owner, {name} among them.</source>
        <translation>目標があるのに担当者が決まっていないKPIが{count}件あります（{name}ほか）。</translation>
    </message>
    <message>
        <source>{name} has a target but no owner.</source>
        <translation>{name}には目標がありますが、担当者が決まっていません。</translation>
    </message>
</context>
</TS>
