<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n empty</source>
        <translation><numerusform>空欄%n件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are not shown here</source>
        <translation><numerusform>ここに表示していない行：%n行</numerusform></translation>
    </message>
    <message>
        <source>As found</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>As found: {type}</source>
        <translation>自動（{type}）</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>時点</translation>
    </message>
    <message>
        <source>Beside the sheet</source>
        <translation>シートの横の表示</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>別のファイルを選ぶ</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Column name</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>Column type</source>
        <translation>型</translation>
    </message>
    <message>
        <source>Column unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Counted again</source>
        <translation>再掲</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Data ends here</source>
        <translation>データはこの行まで</translation>
    </message>
    <message>
        <source>Data starts here</source>
        <translation>データはこの行から</translation>
    </message>
    <message>
        <source>Everything was understood without a question.</source>
        <translation>すべて迷わず読み取れました。</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>KPIs and months, as understood</source>
        <translation>読み取ったKPIと月</translation>
    </message>
    <message>
        <source>Keep totals among the data</source>
        <translation>合計行もデータに残す</translation>
    </message>
    <message>
        <source>Leave this column out</source>
        <translation>この列を取り込まない</translation>
    </message>
    <message>
        <source>Leave totals out of the data</source>
        <translation>合計行をデータから除く</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Meaning of the column</source>
        <translation>列の意味</translation>
    </message>
    <message>
        <source>Meanings</source>
        <translation>列の意味</translation>
    </message>
    <message>
        <source>No table found</source>
        <translation>表なし</translation>
    </message>
    <message>
        <source>No table was found on this sheet. Drag over the cells of one, its header first.</source>
        <translation>このシートに表は見つかりませんでした。見出しから表の範囲をドラッグしてください。</translation>
    </message>
    <message>
        <source>Not understood right? Press a row number or a column letter, or drag over the table.</source>
        <translation>違うところは、行番号や列の文字を押すか、表の範囲をドラッグして直せます。</translation>
    </message>
    <message>
        <source>Nothing is doubtful</source>
        <translation>確認が必要な箇所はありません</translation>
    </message>
    <message>
        <source>Pasted cells</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Press a letter to set the column right</source>
        <translation>列の文字を押すと、その列を直せます</translation>
    </message>
    <message>
        <source>Press a row number to say what the row is</source>
        <translation>行番号を押すと、その行が何かを指定できます</translation>
    </message>
    <message>
        <source>Press the letter of a column in the sheet, or a header in the result, to set that column right.</source>
        <translation>シートの列の文字か、結果の見出しを押すと、その列を直せます。</translation>
    </message>
    <message>
        <source>Read without corrections</source>
        <translation>訂正せずに読む</translation>
    </message>
    <message>
        <source>Reading again</source>
        <translation>読み直し中</translation>
    </message>
    <message>
        <source>Reading progress</source>
        <translation>読み取りの進み具合</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>{row}行目</translation>
    </message>
    <message>
        <source>Rows {first} to {last}</source>
        <translation>{first}～{last}行目</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>Sheet as it is in the file</source>
        <translation>ファイルのままのシート</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>はじめから</translation>
    </message>
    <message>
        <source>Take all corrections back: as the file was understood by itself</source>
        <translation>すべての訂正を取り消し、自動で読み取った状態に戻します</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>訂正を戻す</translation>
    </message>
    <message>
        <source>Take in as data</source>
        <translation>データとして取り込む</translation>
    </message>
    <message>
        <source>The header begins here</source>
        <translation>見出しはこの行から</translation>
    </message>
    <message>
        <source>The header ends here</source>
        <translation>見出しはこの行まで</translation>
    </message>
    <message>
        <source>The layout is not the same as last time:</source>
        <translation>前回と表の形が変わっています。</translation>
    </message>
    <message>
        <source>The same layout as last time, read with your corrections. It can be imported as it is.</source>
        <translation>前回と同じ形です。前回の訂正を使って読み取りました。そのまま取り込めます。</translation>
    </message>
    <message>
        <source>The same layout as last time. It can be imported as it is.</source>
        <translation>前回と同じ形です。そのまま取り込めます。</translation>
    </message>
    <message>
        <source>The table is here: {range}</source>
        <translation>表はこの範囲：{range}</translation>
    </message>
    <message>
        <source>This file cannot be read</source>
        <translation>このファイルは読み取れません</translation>
    </message>
    <message>
        <source>This is a total or a remark: leave it out</source>
        <translation>合計・注記などなので除く</translation>
    </message>
    <message>
        <source>This is the header</source>
        <translation>見出しはこの行</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>To check {count}</source>
        <translation>要確認 {count}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>表示するもの</translation>
    </message>
    <message>
        <source>You can go on working meanwhile. Nothing in the file is run or fetched.</source>
        <translation>その間も作業を続けられます。ファイルの中のものが実行されたり、外から取り寄せられたりすることはありません。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>ほか%n件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more like this</source>
        <translation><numerusform>ほか%n件</numerusform></translation>
    </message>
    <message>
        <source>e.g. thousand yen</source>
        <translation>例：千円</translation>
    </message>
    <message>
        <source>e.g. {values}</source>
        <translation>例：{values}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空欄</translation>
    </message>
    <message>
        <source>every row as it would be imported</source>
        <translation>取り込まれる形のすべての行</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>非表示</translation>
    </message>
    <message>
        <source>hidden sheet</source>
        <translation>非表示のシート</translation>
    </message>
    <message numerus="yes">
        <source>{range} · %n row(s)</source>
        <translation><numerusform>{range} ・ %n行</numerusform></translation>
    </message>
    <message>
        <source>{sheet} · no table</source>
        <translation>{sheet} ・ 表なし</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first}〜{last}</translation>
    </message>
    <message>
        <source>{span}: {parts} · {rows}</source>
        <translation>{span}：{parts} ・ {rows}</translation>
    </message>
    <message>
        <source>{sheet} is shown. Rows are set right sheet by sheet.</source>
        <translation>シート「{sheet}」を表示しています。行は各シートの表で直せます。</translation>
    </message>
    <message>
        <source>As of when</source>
        <translation>いつ時点</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>The day or month of the figures; later months without figures are still empty. It goes for this file, not for the next one.</source>
        <translation>数値がいつ時点のものか（日または月）。それより後の、まだ数値のない月は空欄とみなします。このファイルだけに適用し、次回のファイルには引き継ぎません。</translation>
    </message>
    <message>
        <source>The year of months and dates that do not say one, e.g. April or 4/1</source>
        <translation>年の書かれていない月や日付（「4月」「4/1」など）の年度です。</translation>
    </message>
    <message>
        <source>e.g. 2026-08</source>
        <translation>例：2026-08</translation>
    </message>
    <message>
        <source>e.g. 2026</source>
        <translation>例：2026</translation>
    </message>
    <message>
        <source>{text} cannot be read. Write it like {example}.</source>
        <translation>「{text}」は読み取れません。{example} のように入力してください。</translation>
    </message>
    <message>
        <source>Set rows right in the table of {sheet} alone</source>
        <translation>シート「{sheet}」だけの表で行を直す</translation>
    </message>
    <message>
        <source>Read as an export of {tool}.</source>
        <translation>{tool}の書き出しとして読みました。</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) as one</source>
        <translation><numerusform>%nシートのまとめ</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) as one</source>
        <translation><numerusform>%n個の表のまとめ</numerusform></translation>
    </message>
    <message>
        <source>No table yet</source>
        <translation>表はまだありません</translation>
    </message>
    <message>
        <source>What is doubtful stands here once there is a table.</source>
        <translation>表を読み取ると、確認が必要な箇所がここに並びます。</translation>
    </message>
    <message>
        <source>This file is empty</source>
        <translation>このファイルには何も書かれていません</translation>
    </message>
    <message>
        <source>Comes in as a new KPI sheet.</source>
        <translation>新しいKPI表として取り込みます。</translation>
    </message>
    <message numerus="yes">
        <source>Refreshes the KPI sheet of this name, which has %n row(s) now.</source>
        <translation><numerusform>同じ名前のKPI表（現在%n行）を更新します。</numerusform></translation>
    </message>
    <message>
        <source>Begin a KPI tree: KPIs of the same name get these figures.</source>
        <translation>KPIツリーをつくると、名前の合うKPIにこの数値が入ります。</translation>
    </message>
    <message>
        <source>The same layout as last time, with new columns: {columns}. It can be imported as it is.</source>
        <translation>前回と同じ形の表で、増えた列は{columns}です。このまま取り込めます。</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open or make a workspace first, then paste the cells there.</source>
        <translation>先にワークスペースを開くか作成してから、そこへセルを貼り付けてください。</translation>
    </message>
</context>
</TS>
