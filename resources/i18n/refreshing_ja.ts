<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Refreshing</name>
    <message>
        <source>Import again from {name}</source>
        <translation>{name} から取り込み直す</translation>
    </message>
    <message>
        <source>Reading {name} again</source>
        <translation>{name}を読み直しています</translation>
    </message>
    <message>
        <source>“{name}” was refreshed from {file}: {new} new, {changed} changed, {removed} removed rows.</source>
        <translation>{file}から「{name}」を更新しました（新規{new}行、変更{changed}行、削除{removed}行）。</translation>
    </message>
    <message>
        <source>Refresh “{name}”</source>
        <translation>「{name}」の更新</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>表示する行</translation>
    </message>
    <message>
        <source>None</source>
        <translation>該当する行はありません</translation>
    </message>
    <message>
        <source>Rows are matched by</source>
        <translation>行の照合に使う列</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>their whole content</source>
        <translation>行全体の内容</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>ほか%n件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) stand in more than one row and were matched in order: {keys}</source>
        <translation><numerusform>同じキーの行が%n件あり、並び順で照合しました：{keys}</numerusform></translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>The first {count} rows are shown.</source>
        <translation>最初の{count}行を表示しています。</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Rows that differ</source>
        <translation>違いのある行</translation>
    </message>
    <message>
        <source>Row in the file</source>
        <translation>ファイルの行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Waits for you: the layout changed or most rows are gone</source>
        <translation>確認待ち：レイアウトが変わったか、行が大きく減っています</translation>
    </message>
    <message>
        <source>{file} differs too much from last time, so “{name}” was not refreshed. Refresh it to see how.</source>
        <translation>{file}は前回と大きく異なるため、「{name}」を自動では更新しませんでした。「更新」で内容を確認してください。</translation>
    </message>
    <message>
        <source>Watching {name}</source>
        <translation>{name}を見張っています</translation>
    </message>
    <message>
        <source>{name} is being written</source>
        <translation>{name}は書き込み中です</translation>
    </message>
    <message>
        <source>{name} is in use; will try again</source>
        <translation>{name}は使用中です。後でもう一度読み取ります</translation>
    </message>
    <message>
        <source>{name} cannot be reached; will try again</source>
        <translation>{name}に接続できません。後でもう一度確認します</translation>
    </message>
    <message>
        <source>No spreadsheet in {name} yet</source>
        <translation>{name}に表計算ファイルはまだありません</translation>
    </message>
    <message>
        <source>Refresh from {name}…</source>
        <translation>{name}から更新…</translation>
    </message>
    <message>
        <source>Refresh from another file…</source>
        <translation>別のファイルから更新…</translation>
    </message>
    <message>
        <source>Watch {name} and refresh</source>
        <translation>{name}を見張って自動更新</translation>
    </message>
    <message>
        <source>Watch the folder {name} and refresh</source>
        <translation>フォルダ「{name}」を見張って自動更新</translation>
    </message>
    <message>
        <source>Watch a folder and refresh…</source>
        <translation>フォルダを見張って自動更新…</translation>
    </message>
    <message>
        <source>Choose the folder to watch</source>
        <translation>見張るフォルダの選択</translation>
    </message>
    <message>
        <source>Choose the newer file</source>
        <translation>新しいファイルの選択</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>In the tree</source>
        <translation>ツリーのKPI</translation>
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
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>KPI sheets</source>
        <translation>取り込んだKPI表</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) watched</source>
        <translation><numerusform>%n個のKPI表を見張っています</numerusform></translation>
    </message>
    <message>
        <source>Delete this sheet</source>
        <translation>このKPI表を削除</translation>
    </message>
    <message>
        <source>The KPI sheet was deleted.</source>
        <translation>KPI表を削除しました。</translation>
    </message>
    <message>
        <source>Refreshing “{name}”</source>
        <translation>「{name}」を更新中</translation>
    </message>
    <message>
        <source>“{name}” was refreshed from {file}: {new} new, {changed} changed, {removed} removed figures.</source>
        <translation>{file}から「{name}」を更新しました（新規の数値{new}個、変更{changed}個、削除{removed}個）。</translation>
    </message>
    <message>
        <source>New months: {months}</source>
        <translation>新しい月：{months}</translation>
    </message>
    <message>
        <source>The row “{row}” is no longer there: the KPI “{kpi}” gets no figures from this sheet any more.</source>
        <translation>「{row}」の行がなくなりました。更新すると、この表からKPI「{kpi}」に数値が入らなくなります。</translation>
    </message>
    <message>
        <source>The row “{row}” is no longer there.</source>
        <translation>「{row}」の行がなくなりました。</translation>
    </message>
    <message>
        <source>New row: “{row}”</source>
        <translation>新しい行：「{row}」</translation>
    </message>
    <message>
        <source>New row: “{row}”, which feeds the KPI “{kpi}”</source>
        <translation>新しい行：「{row}」（KPI「{kpi}」につながります）</translation>
    </message>
    <message>
        <source>{same} of {of} figures are the same</source>
        <translation>{of}個中{same}個の数値が前回と同じ</translation>
    </message>
    <message>
        <source>“{was}” is called “{now}” now, and goes on feeding the KPI “{kpi}” ({same})</source>
        <translation>「{was}」は「{now}」に名前が変わった行として、KPI「{kpi}」につないだままにする（{same}）</translation>
    </message>
    <message>
        <source>“{was}” is called “{now}” now ({same})</source>
        <translation>「{was}」は「{now}」に名前が変わった行として扱う（{same}）</translation>
    </message>
    <message>
        <source>Waits for you: rows went or have other names</source>
        <translation>確認待ち：なくなった行か、名前の変わった行があります</translation>
    </message>
    <message>
        <source>In {file} rows went or have other names, so “{name}” was not refreshed. Refresh it to see which.</source>
        <translation>{file}になくなった行か名前の変わった行があるため、「{name}」は更新していません。更新の画面で確認してください。</translation>
    </message>
    <message>
        <source>Changed figures</source>
        <translation>変わった数値</translation>
    </message>
    <message>
        <source>New figures</source>
        <translation>新しい数値</translation>
    </message>
    <message>
        <source>Figures that went</source>
        <translation>なくなった数値</translation>
    </message>
    <message>
        <source>Unchanged figures</source>
        <translation>変わらない数値</translation>
    </message>
    <message>
        <source>The same as last time: there is nothing to refresh.</source>
        <translation>前回と同じ内容です。更新するものはありません。</translation>
    </message>
</context>
</TS>
