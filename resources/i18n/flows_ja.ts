<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Errors</name>
    <message>
        <source>A stamp needs a name. Nothing was stamped. Please say who is stamping.</source>
        <translation>押印には名前が必要です。押印していません。どなたの印かを入力してください。</translation>
    </message>
    <message>
        <source>A workspace has at least {fewest} departments. Nothing was changed.</source>
        <translation>部門は少なくとも{fewest}つ必要です。何も変更していません。</translation>
    </message>
    <message>
        <source>A workspace has at most {most} departments. Nothing was changed.</source>
        <translation>部門は{most}つまでです。何も変更していません。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>中止しました。何も変更していません。</translation>
    </message>
    <message>
        <source>Data cannot be imported as “{where}”. Nothing was imported. Known: {known}.</source>
        <translation>「{where}」としては取り込めません。何も取り込んでいません。選べる種類：{known}</translation>
    </message>
    <message>
        <source>No item has been agreed on yet, so there is nothing to write. Stamp an item in all departments, or export all items.</source>
        <translation>合意した項目がまだないため、出力するものがありません。全部門で押印するか、すべての項目を出力してください。</translation>
    </message>
    <message>
        <source>No table was found in {where}. Nothing was imported. Check that the sheet has a header row with rows below it.</source>
        <translation>{where} に表が見つかりませんでした。何も取り込んでいません。見出し行とその下のデータ行があるか確かめてください。</translation>
    </message>
    <message>
        <source>The workspace holds nothing to write yet.</source>
        <translation>ワークスペースに出力するものがまだありません。</translation>
    </message>
    <message>
        <source>Why “{name}” is off its target cannot be drawn: only a KPI that adds up over months, has a formula and has targets can be.</source>
        <translation>「{name}」が目標と違う理由は図にできません。月ごとに合計でき、式と目標のあるKPIを指定してください。</translation>
    </message>
    <message>
        <source>There is no KPI “{where}” in the tree. Known: {known}.</source>
        <translation>KPI「{where}」はツリーにありません。あるKPI：{known}</translation>
    </message>
    <message>
        <source>There is no department “{where}” in this workspace. Nothing was changed. Known: {known}.</source>
        <translation>部門「{where}」はこのワークスペースにありません。何も変更していません。使える部門：{known}</translation>
    </message>
    <message>
        <source>There is no imported data “{where}”. Known: {known}.</source>
        <translation>取り込んだデータ「{where}」はありません。あるデータ：{known}</translation>
    </message>
    <message>
        <source>There is no item “{where}” to agree on. Nothing was changed. Known: {known}.</source>
        <translation>合意の対象「{where}」はありません。何も変更していません。対象：{known}</translation>
    </message>
    <message>
        <source>There is no template “{where}”. Nothing was made. Known: {known}.</source>
        <translation>ひな型「{where}」はありません。何も作成していません。使えるひな型：{known}</translation>
    </message>
    <message>
        <source>This command cannot be read: {detail}. Nothing was done. {usage}</source>
        <translation>このコマンドは読み取れません（{detail}）。何も行っていません。{usage}</translation>
    </message>
    <message>
        <source>What you wanted to change ({where}) is no longer there; somebody may have deleted it. Nothing was changed.</source>
        <translation>変更しようとしたもの（{where}）はすでにありません。誰かが削除した可能性があります。何も変更していません。</translation>
    </message>
    <message>
        <source>{department} has already stamped this content. Nothing was changed.</source>
        <translation>{department}はこの内容にすでに押印しています。何も変更していません。</translation>
    </message>
    <message>
        <source>{where} cannot be written; the file name must end in one of: {known}. Nothing was written.</source>
        <translation>{where} には出力できません。ファイル名の末尾は {known} にしてください。何も出力していません。</translation>
    </message>
    <message>
        <source>{where} could not be written ({reason}). Your work is kept. Check the folder, the free space and whether the file is open in Excel, then try again.</source>
        <translation>{where} に書き込めませんでした（{reason}）。作業内容は保存されています。フォルダー、空き容量、Excelで開いていないかを確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>{where} does not look like a KPI sheet: no rows with months across were found. Nothing was imported.</source>
        <translation>{where} はKPI表として読み取れません（月が横に並ぶ行がありません）。何も取り込んでいません。</translation>
    </message>
    <message>
        <source>{where} is not valid JSON ({reason}). Nothing was changed.</source>
        <translation>{where} はJSONとして正しくありません（{reason}）。何も変更していません。</translation>
    </message>
    <message>
        <source>The column “{was}” is now called “{column}”.</source>
        <translation>「{was}」の列は「{column}」という名前になりました。</translation>
    </message>
    <message>
        <source>The column “{column}” is new.</source>
        <translation>「{column}」の列が増えました。</translation>
    </message>
    <message>
        <source>The column “{column}” is no longer there.</source>
        <translation>「{column}」の列がなくなりました。</translation>
    </message>
    <message>
        <source>The column “{column}” moved from {was} to {now}.</source>
        <translation>「{column}」の列は{was}列から{now}列へ移りました。</translation>
    </message>
    <message>
        <source>The values of “{column}” were read as {was} before and as {now} now.</source>
        <translation>「{column}」の値は、前回は{was}、今回は{now}として読み取りました。</translation>
    </message>
    <message>
        <source>The unit of “{column}” was {was} before and is {now} now.</source>
        <translation>「{column}」の単位は、前回は{was}、今回は{now}です。</translation>
    </message>
    <message>
        <source>{where} is held open by another program. Nothing was changed; it will be possible as soon as that program lets go of it.</source>
        <translation>{where} は別のプログラムが開いているため、まだ読み取れません。何も変更していません。そのプログラムで閉じると読み取れます。</translation>
    </message>
    <message>
        <source>{where} holds no table of the known layout. Nothing was changed.</source>
        <translation>{where} には、前回と同じレイアウトの表がありません。何も変更していません。</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>KPI sheet</source>
        <translation>KPI表</translation>
    </message>
    <message>
        <source>Lead list</source>
        <translation>リード一覧</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Deciding conditions</source>
        <translation>決め手の条件</translation>
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
        <source>Not enough information</source>
        <translation>情報不足</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>This file</source>
        <translation>このファイル</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>HubSpot contacts</source>
        <translation>HubSpotのコンタクト</translation>
    </message>
    <message>
        <source>HubSpot deals</source>
        <translation>HubSpotの取引</translation>
    </message>
    <message>
        <source>Salesforce leads</source>
        <translation>Salesforceのリード</translation>
    </message>
    <message>
        <source>Salesforce opportunities</source>
        <translation>Salesforceの商談</translation>
    </message>
    <message>
        <source>Lead list of a marketing tool</source>
        <translation>MAツールのリード一覧</translation>
    </message>
    <message>
        <source>Opportunities of a sales tool</source>
        <translation>SFAの案件一覧</translation>
    </message>
</context>
</TS>
