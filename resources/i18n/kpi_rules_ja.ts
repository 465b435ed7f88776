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
        <source>Volume is being chased: {name} rose from {before:,.0f} to {now:,.0f} ({change:+.1%}), while the quality rate fell from {rate_before:.1%} to {rate_now:.1%}.</source>
        <translation>量だけを追いかけています：{name}は{before:,.0f}から{now:,.0f}に増え（{change:+.1%}）、質リード率は{rate_before:.1%}から{rate_now:.1%}に下がりました。</translation>
    </message>
    <message>
        <source>{name} fell from {rate_before:.1%} to {rate_now:.1%} because the mix of leads changed ({mix:+.1%}); within quality and general leads it held ({rate:+.1%}).</source>
        <translation>{name}は{rate_before:.1%}から{rate_now:.1%}に下がりましたが、リードの内訳が変わったためです（{mix:+.1%}）。質リード・一般リードそれぞれの率は保たれています（{rate:+.1%}）。</translation>
    </message>
    <message>
        <source>Quality leads reach {stage} ({reached:.1%} of the target) but not {name} ({closed:.1%} of the target).</source>
        <translation>質リードは{stage}で目標に届いていますが（達成率{reached:.1%}）、{name}で届いていません（達成率{closed:.1%}）。</translation>
    </message>
    <message>
        <source>{name} rose by {change:.1%} while {next}, the next department's, changed by {next_change:.1%}.</source>
        <translation>{name}は{change:.1%}増えましたが、次の部門の{next}は{next_change:.1%}でした。</translation>
    </message>
    <message>
        <source>KPIs with a target but without an owner: {count} ({name} …).</source>
        <translation>目標があるのに責任者が決まっていないKPIが{count}件あります（{name}ほか）。</translation>
    </message>
    <message>
        <source>The formula of “{where}” has more than {most} drivers that act together. Put some of them into a KPI of their own.</source>
        <translation>「{where}」の計算式には、掛け合わさる要素が{most}より多くあります。いくつかを別のKPIにまとめてください。</translation>
    </message>
</context>
</TS>
