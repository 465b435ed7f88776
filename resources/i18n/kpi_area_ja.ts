<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Kpi</name>
    <message>
        <source>, quality {quality}, general {general}</source>
        <translation>、質 {quality}、一般 {general}</translation>
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
        <source>Add a KPI</source>
        <translation>KPIを追加</translation>
    </message>
    <message>
        <source>Add a KPI below</source>
        <translation>下にKPIを追加</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Business days</source>
        <translation>営業日</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>月ごと</translation>
    </message>
    <message>
        <source>Could not be reckoned</source>
        <translation>計算できません</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>FY{year}</source>
        <translation>{year}年度</translation>
    </message>
    <message>
        <source>Fold away what is below (Space)</source>
        <translation>下位を折りたたむ（スペース）</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>見込</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>式</translation>
    </message>
    <message>
        <source>G {figure}</source>
        <translation>一般 {figure}</translation>
    </message>
    <message>
        <source>General leads</source>
        <translation>一般リード</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>半期</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Import a KPI sheet</source>
        <translation>KPI表を取り込む</translation>
    </message>
    <message>
        <source>Import the monthly KPI sheet or a lead list; the tree fills itself by name.</source>
        <translation>月次のKPI表かリード一覧を取り込むと、名前が合うKPIに数値が入ります。</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>KPI sheet</source>
        <translation>KPI表</translation>
    </message>
    <message>
        <source>KPI tree</source>
        <translation>KPIツリー</translation>
    </message>
    <message>
        <source>KPI tree as a table</source>
        <translation>KPIツリーの表</translation>
    </message>
    <message>
        <source>KPIs without an owner</source>
        <translation>担当者のいないKPIがあります</translation>
    </message>
    <message>
        <source>Less is better</source>
        <translation>少ないほど良い</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>More is better</source>
        <translation>多いほど良い</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Names in brackets, with + − × ÷</source>
        <translation>KPIの名前を［ ］で囲み、＋ − × ÷ でつなぎます</translation>
    </message>
    <message>
        <source>New KPI</source>
        <translation>新しいKPI</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>数値はまだありません</translation>
    </message>
    <message>
        <source>No figures yet: import a KPI sheet or a lead list.</source>
        <translation>数値はまだありません。KPI表かリード一覧を取り込んでください。</translation>
    </message>
    <message>
        <source>Not enough information</source>
        <translation>情報不足</translation>
    </message>
    <message>
        <source>Nothing stands out in these figures.</source>
        <translation>この数値に、注意が必要な動きはありません。</translation>
    </message>
    <message>
        <source>Only KPIs with figures</source>
        <translation>数値のあるKPIだけ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation>前年</translation>
    </message>
    <message>
        <source>Q {figure}</source>
        <translation>質 {figure}</translation>
    </message>
    <message>
        <source>Quality leads</source>
        <translation>質リード</translation>
    </message>
    <message>
        <source>Quality leads are not closed</source>
        <translation>質リードが受注につながっていません</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>四半期</translation>
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
        <source>Show the KPI</source>
        <translation>KPIを見る</translation>
    </message>
    <message>
        <source>Show the capacity</source>
        <translation>対応余力を見る</translation>
    </message>
    <message>
        <source>Show the whole tree (Ctrl+1)</source>
        <translation>ツリー全体を表示（Ctrl+1）</translation>
    </message>
    <message>
        <source>Show what is below (Space)</source>
        <translation>下位を表示（スペース）</translation>
    </message>
    <message>
        <source>Some months of this period have no figure.</source>
        <translation>この期間には数値のない月があります。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Target {figure}</source>
        <translation>目標 {figure}</translation>
    </message>
    <message>
        <source>The KPI was deleted; what hung below it moved up.</source>
        <translation>KPIを削除しました。下にあったKPIは一段上に移りました。</translation>
    </message>
    <message>
        <source>The mix of leads hides the rate</source>
        <translation>リードの構成が率を下げています</translation>
    </message>
    <message>
        <source>The next department gets less</source>
        <translation>次の部門の件数が減っています</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>ツリー</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>推移</translation>
    </message>
    <message>
        <source>Trend of {name}</source>
        <translation>{name}の推移</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Volume is being chased</source>
        <translation>量だけを追いかけています</translation>
    </message>
    <message>
        <source>What the figures say</source>
        <translation>数値から分かること</translation>
    </message>
    <message>
        <source>Where the figures come from</source>
        <translation>数値の出どころ</translation>
    </message>
    <message>
        <source>Which period</source>
        <translation>対象期間</translation>
    </message>
    <message>
        <source>Whole company</source>
        <translation>全体俯瞰</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>円</translation>
    </message>
    <message>
        <source>counted on the imported leads</source>
        <translation>取り込んだリードを集計</translation>
    </message>
    <message>
        <source>not fixed</source>
        <translation>未確定</translation>
    </message>
    <message>
        <source>reckoned by the formula</source>
        <translation>式で計算</translation>
    </message>
    <message>
        <source>{month}: actual {actual}, target {target}</source>
        <translation>{month}：実績 {actual}、目標 {target}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>なぜ</translation>
    </message>
    <message>
        <source>Below the tree</source>
        <translation>ツリーの下</translation>
    </message>
    <message>
        <source>Open this panel</source>
        <translation>このパネルを開く</translation>
    </message>
    <message>
        <source>Fold this panel away</source>
        <translation>このパネルをたたむ</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>Show the part of {name}</source>
        <translation>{name}の部分俯瞰を見る</translation>
    </message>
    <message>
        <source>no targets in this period</source>
        <translation>この期間の目標がありません</translation>
    </message>
    <message>
        <source>{state} {reached}/{aimed}</source>
        <translation>{state}　達成 {reached}/{aimed}</translation>
    </message>
    <message>
        <source>Year to date</source>
        <translation>累計</translation>
    </message>
    <message>
        <source>How many levels</source>
        <translation>表示する段数</translation>
    </message>
    <message>
        <source>Back to the whole tree</source>
        <translation>ツリー全体に戻る</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>すべての段</translation>
    </message>
    <message>
        <source>To level {level}</source>
        <translation>{level}段目まで</translation>
    </message>
    <message>
        <source>Below {name}</source>
        <translation>{name}から下</translation>
    </message>
    <message>
        <source>Show only what is below (R)</source>
        <translation>ここから下だけを表示（R）</translation>
    </message>
    <message>
        <source>click a figure to see its cell</source>
        <translation>数値を押すと元のセルが分かります</translation>
    </message>
    <message>
        <source>Excel workbook with live formulas…</source>
        <translation>計算式つきのExcelブック…</translation>
    </message>
    <message>
        <source>The tree as PDF…</source>
        <translation>ツリーをPDFで…</translation>
    </message>
    <message>
        <source>The tree as a picture (PNG)…</source>
        <translation>ツリーを画像（PNG）で…</translation>
    </message>
    <message>
        <source>Save the tree</source>
        <translation>ツリーを保存</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>{name}に保存しました。</translation>
    </message>
    <message>
        <source>Output: Excel, PDF, picture</source>
        <translation>出力（Excel・PDF・画像）</translation>
    </message>
    <message>
        <source>Outside the usual range</source>
        <translation>通常の範囲を外れています</translation>
    </message>
    <message>
        <source>The level has moved</source>
        <translation>水準が変わっています</translation>
    </message>
    <message>
        <source>Signal or noise: too little data ({points} of {least} months)</source>
        <translation>変化の判定：データ不足（{least}か月中{points}か月）</translation>
    </message>
    <message>
        <source>A signal: outside the usual range {range}</source>
        <translation>意味のある変化：通常の範囲（{range}）の外</translation>
    </message>
    <message>
        <source>A signal: eight months on one side of the mean; usual range {range}</source>
        <translation>意味のある変化：8か月続けて平均の片側（通常の範囲 {range}）</translation>
    </message>
    <message>
        <source>Within the usual range {range}</source>
        <translation>通常の範囲内（{range}）</translation>
    </message>
    <message>
        <source>Row of the KPI sheet</source>
        <translation>KPI表の行</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>アクション</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>アクションを追加</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation><numerusform>未完了 %n件</numerusform></translation>
    </message>
    <message>
        <source>Done: {action}</source>
        <translation>完了：{action}</translation>
    </message>
    <message>
        <source>Meeting of {day}</source>
        <translation>{day}の会議</translation>
    </message>
    <message>
        <source>To the reviews</source>
        <translation>レビューで見る</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>何をするか</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>新しいアクション</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>It is added to the meeting of {day}.</source>
        <translation>{day}の会議のアクションとして追加します。</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day}まで</translation>
    </message>
</context>
<context>
    <name>KpiWhy</name>
    <message>
        <source>Against the target</source>
        <translation>目標との差</translation>
    </message>
    <message>
        <source>Against the period before</source>
        <translation>前の期間との差</translation>
    </message>
    <message>
        <source>Against the year before</source>
        <translation>前年同期との差</translation>
    </message>
    <message>
        <source>Between two periods</source>
        <translation>2つの期間の差</translation>
    </message>
    <message>
        <source>to {month}</source>
        <translation>{month}まで</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>質</translation>
    </message>
    <message>
        <source>Yield</source>
        <translation>歩留まり</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>単価</translation>
    </message>
    <message>
        <source>Business days</source>
        <translation>営業日</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Definition changed</source>
        <translation>定義変更</translation>
    </message>
    <message>
        <source>Not explained</source>
        <translation>内訳に合わない分</translation>
    </message>
    <message numerus="yes">
        <source>{first} and %n more</source>
        <translation>
            <numerusform>{first} ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>quality leads were defined anew in between</source>
        <translation>この間に質リードの定義が変わりました</translation>
    </message>
    <message>
        <source>the parts given do not add up to the figure</source>
        <translation>与えられた内訳の合計が数値と一致しません</translation>
    </message>
    <message>
        <source>{name}: share of quality</source>
        <translation>{name}の質の割合</translation>
    </message>
    <message>
        <source>{above} per {below}</source>
        <translation>{below}あたりの{above}</translation>
    </message>
    <message>
        <source>{name} ({segment})</source>
        <translation>{name}（{segment}）</translation>
    </message>
    <message>
        <source>{figures} a day</source>
        <translation>1日あたり {figures}</translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation>ウォーターフォール図</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比べる相手</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終点</translation>
    </message>
    <message>
        <source>By reason</source>
        <translation>理由ごと</translation>
    </message>
    <message>
        <source>By KPI</source>
        <translation>KPIごと</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>棒の分け方</translation>
    </message>
    <message>
        <source>Quality leads apart</source>
        <translation>質リードを分ける</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>分け方</translation>
    </message>
    <message>
        <source>Free of order (Shapley)</source>
        <translation>順序によらない（Shapley）</translation>
    </message>
    <message>
        <source>Logarithmic mean (LMDI)</source>
        <translation>対数平均（LMDI）</translation>
    </message>
    <message>
        <source>There is no earlier period to compare this one with.</source>
        <translation>比べる前の期間がありません。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>要因</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>中身</translation>
    </message>
    <message>
        <source>Range over orders</source>
        <translation>順序による幅</translation>
    </message>
    <message>
        <source>✓ Sum of the bars {sum} yen = change {change} yen: nothing left over</source>
        <translation>✓ 棒の合計 {sum}円 ＝ 差 {change}円（誤差なし）</translation>
    </message>
    <message>
        <source> points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>✓ Sum of the bars {sum} = change {change}: nothing left over</source>
        <translation>✓ 棒の合計 {sum} ＝ 差 {change}（誤差なし）</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>“{name}” follows from other KPIs. Change one of those instead.</source>
        <translation>「{name}」は他のKPIから決まります。元になるKPIを変えてください。</translation>
    </message>
    <message>
        <source>No driver that is free to move brings “{where}” nearer to the goal.</source>
        <translation>動かせる要因の中に「{where}」を目標へ近づけるものがありません。</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Add a scenario</source>
        <translation>シナリオの追加</translation>
    </message>
    <message>
        <source>Rename a scenario</source>
        <translation>シナリオ名の変更</translation>
    </message>
    <message>
        <source>Start a scenario in another month</source>
        <translation>シナリオの開始月の変更</translation>
    </message>
    <message>
        <source>Change a driver</source>
        <translation>要因の変更</translation>
    </message>
    <message>
        <source>Seek a goal</source>
        <translation>目標からの逆算</translation>
    </message>
    <message>
        <source>Lock a driver</source>
        <translation>要因の固定</translation>
    </message>
    <message>
        <source>Weigh a driver</source>
        <translation>要因の重みの変更</translation>
    </message>
    <message>
        <source>Delete a scenario</source>
        <translation>シナリオの削除</translation>
    </message>
</context>
<context>
    <name>KpiIf</name>
    <message>
        <source>A goal search leaves this driver alone</source>
        <translation>逆算のときに動かさない</translation>
    </message>
    <message>
        <source>How hard {name} is to move</source>
        <translation>{name}の動かしにくさ</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>仮の値</translation>
    </message>
    <message>
        <source>To move</source>
        <translation>動かしやすさ</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>動かしやすい</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>動かしにくい</translation>
    </message>
    <message>
        <source>very hard</source>
        <translation>とても動かしにくい</translation>
    </message>
    <message>
        <source>How much hangs on each driver</source>
        <translation>要因ごとの影響の大きさ</translation>
    </message>
    <message>
        <source>as it is {figure}</source>
        <translation>現状 {figure}</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>現状</translation>
    </message>
    <message>
        <source>Figure wanted</source>
        <translation>目標の値</translation>
    </message>
    <message>
        <source>By which driver</source>
        <translation>どの要因で</translation>
    </message>
    <message>
        <source>Seek</source>
        <translation>逆算</translation>
    </message>
    <message>
        <source>Least effort over all free drivers</source>
        <translation>全体で最小の努力</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>{name}だけで</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>シナリオ</translation>
    </message>
    <message>
        <source>From which month</source>
        <translation>どの月から</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>シナリオの名前</translation>
    </message>
    <message>
        <source>Copy the scenario</source>
        <translation>シナリオを複製</translation>
    </message>
    <message>
        <source>Delete the scenario</source>
        <translation>シナリオを削除</translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation>新しいシナリオ</translation>
    </message>
    <message>
        <source>from</source>
        <translation>開始月</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>要因</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて比べる</translation>
    </message>
    <message>
        <source>Back from the goal</source>
        <translation>目標から逆算</translation>
    </message>
    <message>
        <source>at the least and at the most of the months so far</source>
        <translation>これまでの最小と最大の月の値にした場合</translation>
    </message>
    <message>
        <source>No KPI has a formula with figures yet; there is nothing to try.</source>
        <translation>数値のある式を持つKPIがまだないため、試算できません。</translation>
    </message>
    <message>
        <source>No scenario yet</source>
        <translation>シナリオはまだありません</translation>
    </message>
    <message>
        <source>Months to come: the forecast, else the target of a count, else the last three months.</source>
        <translation>先の月は、見込、なければ件数の目標、なければ直近3か月の値で置いています。</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（複製）</translation>
    </message>
    <message>
        <source>Scenario {number}</source>
        <translation>シナリオ{number}</translation>
    </message>
    <message>
        <source>The scenario was deleted.</source>
        <translation>シナリオを削除しました。</translation>
    </message>
    <message>
        <source>The goal is out of reach: {reached} at most, with {names} at their best so far.</source>
        <translation>目標には届きません。{names}をこれまでの最高にしても{reached}までです。</translation>
    </message>
    <message>
        <source>Reached, but {names} would have to be at or above the best so far.</source>
        <translation>届きますが、{names}はこれまでの最高かそれ以上が必要です。</translation>
    </message>
    <message>
        <source>Reached: {reached}.</source>
        <translation>届きます（{reached}）。</translation>
    </message>
    <message>
        <source>{figure} a month</source>
        <translation>{figure}／月</translation>
    </message>
    <message>
        <source>Driver and as it is</source>
        <translation>要因と現状</translation>
    </message>
    <message numerus="yes">
        <source>for %n month(s)</source>
        <translation>
            <numerusform>%nか月分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Why {name} is off its target</source>
        <translation>{name}が目標と違う理由</translation>
    </message>
    <message>
        <source>Below the bar</source>
        <translation>棒の下</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>More</source>
        <translation>増</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>減</translation>
    </message>
    <message>
        <source>Left over by the bars</source>
        <translation>棒に合わない残り</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>質</translation>
    </message>
    <message>
        <source>Yield</source>
        <translation>歩留まり</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>単価</translation>
    </message>
    <message>
        <source>Business days</source>
        <translation>営業日</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Definition changed</source>
        <translation>定義変更</translation>
    </message>
    <message>
        <source>Not explained by the parts given</source>
        <translation>内訳に合わない分</translation>
    </message>
</context>
<context>
    <name>KpiShort</name>
    <message>
        <source>Qtr</source>
        <translation>四半期</translation>
    </message>
    <message>
        <source>YTD</source>
        <translation>累計</translation>
    </message>
</context>
</TS>
