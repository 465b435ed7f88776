<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Errors</name>
    <message><source>The rule cannot be read: “{key}” of {where} is missing or not as it should be. Nothing was changed.</source><translation>条件を読み取れません。{where} の「{key}」がないか、形式が正しくありません。何も変更していません。</translation></message>
    <message><source>The rule has an entry that Fusen does not know: “{key}” of {where}. Nothing was changed. Check the spelling.</source><translation>{where} に、使えない項目「{key}」があります。何も変更していません。つづりを確認してください。</translation></message>
    <message><source>The operator “{operator}” of clause {where} ({field}) is unknown. Nothing was changed.</source><translation>条項 {where}（{field}）の演算子「{operator}」は使えません。何も変更していません。</translation></message>
    <message><source>The value {value} of {where} does not suit {field} {operator}. Nothing was changed. Enter a value of the column's kind.</source><translation>{where} の値 {value} は、「{field}」の {operator} には使えません。何も変更していません。列の種類に合う値を入力してください。</translation></message>
    <message><source>Group {where} cannot be joined by {value}: use “all”, “any” or “at least n” with n no more than its clauses.</source><translation>グループ {where} の結び方 {value} は使えません。「すべて」「いずれか」、または条項の数以下の「n件以上」を指定してください。</translation></message>
    <message><source>Group {where} is nested too deep: two levels below the top are the most. Nothing was changed.</source><translation>グループ {where} の入れ子が深すぎます。入れ子は2段までです。何も変更していません。</translation></message>
    <message><source>The id {where} is used twice in the rule. Nothing was changed. Give each clause its own.</source><translation>ID「{where}」が条件の中で重複しています。何も変更していません。条項ごとに別のIDを付けてください。</translation></message>
    <message><source>The rule has points but no threshold. Nothing was changed. Say how many points are needed.</source><translation>点数の条項がありますが、しきい値がありません。何も変更していません。必要な点数を指定してください。</translation></message>
    <message><source>The leads have no column “{field}” (clause {where}). Choose a column of the list. Similar: {suggestions}</source><translation>リードに「{field}」という列がありません（条項 {where}）。一覧にある列を選んでください。似た列：{suggestions}</translation></message>
    <message><source>More than one column is called “{field}” (clause {where}). Name it in full: {suggestions}</source><translation>「{field}」という列が複数あります（条項 {where}）。上の見出しから続けて指定してください：{suggestions}</translation></message>
    <message><source>“{operator}” cannot be used on the column “{field}” (clause {where}), which holds {type}.</source><translation>「{operator}」は、列「{field}」（種類：{type}、条項 {where}）には使えません。</translation></message>
    <message><source>Clause {where} includes the definition “{ref}”, which does not exist.</source><translation>条項 {where} が参照している定義「{ref}」がありません。</translation></message>
    <message><source>The definitions include each other in a circle: {ref}. Take one of the inclusions out.</source><translation>定義どうしの参照が循環しています（{ref}）。いずれかの参照を外してください。</translation></message>
    <message><source>Clause {where} counts days up to the date of the data, which is not known. Set the as-of date first.</source><translation>条項 {where} はデータの基準日までの日数を数えますが、基準日が分かりません。先に基準日を設定してください。</translation></message>
    <message><source>The outcome {where} cannot be read. Write it as COLUMN=VALUE with a value that the column can have.</source><translation>成果の指定 {where} を読み取れません。「列=値」の形で、その列に入る値を指定してください。</translation></message>
</context>
</TS>
