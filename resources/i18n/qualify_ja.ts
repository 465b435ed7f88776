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
    <message><source>“{value}” is not a date. Write it as 2026-11-20 or 2026-11. Nothing was changed.</source><translation>「{value}」は日付として読み取れません。2026-11-20 または 2026-11 のように入力してください。何も変更していません。</translation></message>
</context>
<context>
    <name>Sentence</name>
    <message><source>No condition has been set for {name} yet.</source><translation>{name}の条件は、まだ決まっていない。</translation></message>
    <message><source>Leads where {conditions} count as {name}.</source><translation>{conditions}リードを、{name}とする。</translation></message>
    <message><source>All leads count as {name}.</source><translation>すべてのリードを、{name}とする。</translation></message>
    <message><source>Leads where {conditions} are excluded.</source><translation>ただし、{conditions}リードは除く。</translation></message>
    <message><source>the {axis} points come to at least {points}</source><translation>{axis}の点数が{points}点以上である</translation></message>
    <message><source>the points come to at least {points}</source><translation>点数の合計が{points}点以上である</translation></message>
    <message><source>Points: {list}.</source><translation>点数の内訳：{list}。</translation></message>
    <message><source>{points} if {condition}</source><translation>{condition}は{points}点</translation></message>
    <message><source>{points} if {condition} (halved every {days} days)</source><translation>{condition}は{points}点（{days}日ごとに半減）</translation></message>
    <message><source>fit</source><translation>適合</translation></message>
    <message><source>interest</source><translation>関心</translation></message>
    <message><source>the lead counts as {name}</source><translation>{name}に該当する</translation></message>
    <message><source>{field} is {value}</source><translation>{field}が{value}である</translation></message>
    <message><source>{field} is not {value}</source><translation>{field}が{value}以外である</translation></message>
    <message><source>{field} is below {value}</source><translation>{field}が{value}未満である</translation></message>
    <message><source>{field} is at most {value}</source><translation>{field}が{value}以下である</translation></message>
    <message><source>{field} is above {value}</source><translation>{field}が{value}超である</translation></message>
    <message><source>{field} is at least {value}</source><translation>{field}が{value}以上である</translation></message>
    <message><source>{field} is from {low} to {high}</source><translation>{field}が{low}以上{high}以下である</translation></message>
    <message><source>{field} is one of {value}</source><translation>{field}が{value}のいずれかである</translation></message>
    <message><source>{field} is none of {value}</source><translation>{field}が{value}のいずれでもない</translation></message>
    <message><source>{field} contains “{value}”</source><translation>{field}が「{value}」を含む</translation></message>
    <message><source>{field} does not contain “{value}”</source><translation>{field}が「{value}」を含まない</translation></message>
    <message><source>{field} starts with “{value}”</source><translation>{field}が「{value}」で始まる</translation></message>
    <message><source>{field} is blank</source><translation>{field}が空欄である</translation></message>
    <message><source>{field} is filled in</source><translation>{field}に記入がある</translation></message>
    <message><source>{field} is yes</source><translation>{field}がある</translation></message>
    <message><source>{field} is no</source><translation>{field}がない</translation></message>
    <message><source>{field} has grown</source><translation>{field}が増加している</translation></message>
    <message><source>{field} is flat</source><translation>{field}が横ばいである</translation></message>
    <message><source>{field} has shrunk</source><translation>{field}が減少している</translation></message>
    <message><source>{field} is level with {other}</source><translation>{field}が{other}と同水準である</translation></message>
    <message><source>target</source><translation>ターゲット</translation></message>
    <message><source>hot lead</source><translation>ホットリード</translation></message>
    <message><source>yes</source><translation>はい</translation></message>
    <message><source>no</source><translation>いいえ</translation></message>
    <message numerus="yes"><source>{field} is within %n day(s) before {reference}</source><translation><numerusform>{field}が{reference}までの%n日以内である</numerusform></translation></message>
    <message numerus="yes"><source>{field} is within the last %n day(s)</source><translation><numerusform>{field}が基準日までの%n日以内である</numerusform></translation></message>
    <message><source>at least {n} of these apply: {conditions}</source><translation>{conditions}のうち{n}つ以上に当てはまる</translation></message>
    <message><source>Points for {list} are capped at {points}.</source><translation>{list}の点数は{points}点を上限とする。</translation></message>
    <message><source>{field} has grown by more than {band}</source><translation>{field}が{band}を超えて増加している</translation></message>
    <message><source>{field} is flat within {band}</source><translation>{field}が横ばい（±{band}以内）である</translation></message>
    <message><source>{field} has shrunk by more than {band}</source><translation>{field}が{band}を超えて減少している</translation></message>
    <message><source>{field} is higher than {other}</source><translation>{field}が{other}を上回っている</translation></message>
    <message><source>{field} is lower than {other}</source><translation>{field}が{other}を下回っている</translation></message>
    <message><source>{field} is more than {band} higher than {other}</source><translation>{field}が{other}を{band}を超えて上回っている</translation></message>
    <message><source>{field} is level with {other} within {band}</source><translation>{field}が{other}と同水準（±{band}以内）である</translation></message>
    <message><source>{field} is more than {band} lower than {other}</source><translation>{field}が{other}を{band}を超えて下回っている</translation></message>
    <message><source>{field} is before {value}</source><translation>{field}が{value}より前である</translation></message>
    <message><source>{field} is {value} or earlier</source><translation>{field}が{value}以前である</translation></message>
    <message><source>{field} is after {value}</source><translation>{field}が{value}より後である</translation></message>
    <message><source>{field} is {value} or later</source><translation>{field}が{value}以降である</translation></message>
    <message><source>{field} falls between {low} and {high}</source><translation>{field}が{low}から{high}までである</translation></message>
</context>
</TS>
