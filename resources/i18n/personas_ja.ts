<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Personas</name>
    <message>
        <source>Add a role</source>
        <translation>役割を追加</translation>
    </message>
    <message>
        <source>Add personas</source>
        <translation>ペルソナを追加</translation>
    </message>
    <message>
        <source>Delete the note</source>
        <translation>付箋を削除</translation>
    </message>
    <message>
        <source>Delete this role</source>
        <translation>この役割を削除</translation>
    </message>
    <message>
        <source>Evidence of {field}: {grade}</source>
        <translation>{field}の根拠：{grade}</translation>
    </message>
    <message>
        <source>Evidence: {grade} (Alt+1 to 3 in the text)</source>
        <translation>根拠：{grade}（入力中は Alt+1〜3 で変更）</translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation>本人の言葉</translation>
    </message>
    <message>
        <source>More for {role}</source>
        <translation>{role}のその他の操作</translation>
    </message>
    <message>
        <source>Name of the role</source>
        <translation>役割の名前</translation>
    </message>
    <message>
        <source>New personas</source>
        <translation>新しいペルソナ</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>新しい役割</translation>
    </message>
    <message>
        <source>No personas yet</source>
        <translation>ペルソナはまだありません</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>未記入</translation>
    </message>
    <message>
        <source>One line on the role</source>
        <translation>役割を1行で</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Rename these personas</source>
        <translation>ペルソナの名前を変更</translation>
    </message>
    <message>
        <source>The note was deleted.</source>
        <translation>付箋を削除しました。</translation>
    </message>
    <message>
        <source>The role was deleted.</source>
        <translation>役割を削除しました。</translation>
    </message>
    <message>
        <source>What the role means</source>
        <translation>役割の意味</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>どんな人か</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>付箋を書く</translation>
    </message>
    <message>
        <source>Write a note under {field}</source>
        <translation>{field}に付箋を書く</translation>
    </message>
    <message>
        <source>Write who searches, who decides and who signs.</source>
        <translation>調べる人、決める人、決裁する人を書き出します。</translation>
    </message>
    <message>
        <source>e.g. food wholesale, 100 people or more</source>
        <translation>例：食品卸・100名以上</translation>
    </message>
    <message>
        <source>e.g. accounting section, 8th year</source>
        <translation>例：経理課 主任・入社8年目</translation>
    </message>
    <message>
        <source>“In their own words”</source>
        <translation>「本人の言葉」</translation>
    </message>
    <message>
        <source>Add a scale</source>
        <translation>尺度を追加</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>段階を追加</translation>
    </message>
    <message>
        <source>Add the voice</source>
        <translation>声を追加</translation>
    </message>
    <message>
        <source>Approval route (ringi)</source>
        <translation>稟議ルート</translation>
    </message>
    <message>
        <source>Arrow keys move the picture, + and − zoom.</source>
        <translation>矢印キーで画像を動かし、＋と−で拡大・縮小します。</translation>
    </message>
    <message>
        <source>Back to the departments</source>
        <translation>部門の比較に戻る</translation>
    </message>
    <message>
        <source>Both: {both} · only {left}: {mine} · only {right}: {theirs}</source>
        <translation>両方 {both}件・{left}だけ {mine}件・{right}だけ {theirs}件</translation>
    </message>
    <message>
        <source>Change the scales</source>
        <translation>尺度を変更</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>画像の選択</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>画像を選択…</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>検討体制</translation>
    </message>
    <message>
        <source>Compare the drafts</source>
        <translation>部門の案を比べる</translation>
    </message>
    <message>
        <source>Compare with another file</source>
        <translation>別のファイルと比べる</translation>
    </message>
    <message>
        <source>Compare with another file…</source>
        <translation>別のファイルと比べる…</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>データ確認済</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>集計しています…</translation>
    </message>
    <message>
        <source>Customer, role, won or lost</source>
        <translation>顧客・役割・受注／失注</translation>
    </message>
    <message>
        <source>Cut the portrait</source>
        <translation>顔写真の切り抜き</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>Delete these personas</source>
        <translation>このペルソナを削除</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>Discuss</source>
        <translation>話し合う</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>部門の案</translation>
    </message>
    <message>
        <source>Drag from person to person to draw an arrow</source>
        <translation>人から人へドラッグすると矢印を引けます</translation>
    </message>
    <message>
        <source>Drag onto somebody to draw an arrow, into another column to change the part. Enter: menu.</source>
        <translation>別の人へドラッグで矢印、別の列へドラッグで役目の変更、Enterでメニュー</translation>
    </message>
    <message>
        <source>Draw from the won leads</source>
        <translation>受注したリードから作る</translation>
    </message>
    <message>
        <source>Drop a picture here, or press to choose one</source>
        <translation>画像をここにドロップするか、押して選びます</translation>
    </message>
    <message>
        <source>Each step signs up to its amount</source>
        <translation>各段階が、決裁できる金額まで承認します</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Every field</source>
        <translation>すべての項目</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Fill the empty parts from a template</source>
        <translation>空の項目をひな型で埋める</translation>
    </message>
    <message>
        <source>How well it is backed</source>
        <translation>根拠の確かさ</translation>
    </message>
    <message>
        <source>How, e.g. brings three candidates</source>
        <translation>どのように（例：候補を3つ示す）</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>Import a lead list with the date or the result of won deals first.</source>
        <translation>受注日か結果の列があるリードリストを、先に取り込んでください。</translation>
    </message>
    <message>
        <source>In the journey</source>
        <translation>ジャーニーの付箋</translation>
    </message>
    <message>
        <source>Influences</source>
        <translation>影響を与える相手</translation>
    </message>
    <message>
        <source>Influences {people}</source>
        <translation>影響を与える相手：{people}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後へ</translation>
    </message>
    <message>
        <source>Lead list</source>
        <translation>リードリスト</translation>
    </message>
    <message>
        <source>Left end</source>
        <translation>左端</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>左側</translation>
    </message>
    <message>
        <source>Link a voice</source>
        <translation>声を結び付ける</translation>
    </message>
    <message>
        <source>Link a voice…</source>
        <translation>声を結び付ける…</translation>
    </message>
    <message>
        <source>Merge both</source>
        <translation>両方を合わせる</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Name of the scale</source>
        <translation>尺度の名前</translation>
    </message>
    <message>
        <source>No lead of this list is known as won.</source>
        <translation>このリストには、受注と分かるリードがありません。</translation>
    </message>
    <message>
        <source>No steps yet. Who signs first, and up to how much?</source>
        <translation>まだ段階がありません。最初に承認するのは誰で、いくらまでですか。</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>1人ずつ</translation>
    </message>
    <message>
        <source>One note a line</source>
        <translation>1行に付箋1枚</translation>
    </message>
    <message>
        <source>Only differences {count}</source>
        <translation>違いだけ {count}</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>未決に戻す</translation>
    </message>
    <message>
        <source>Open the persona</source>
        <translation>ペルソナを開く</translation>
    </message>
    <message>
        <source>Part in the committee</source>
        <translation>検討での役目</translation>
    </message>
    <message>
        <source>Part of the picture</source>
        <translation>画像の切り抜き範囲</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>一部裏付け</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Person of step {number}</source>
        <translation>段階{number}の人物</translation>
    </message>
    <message>
        <source>Picture of the buying committee</source>
        <translation>検討体制の図</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Portrait of {role}</source>
        <translation>{role}の顔写真</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} を読み込んでいます</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove the arrow {arrow}</source>
        <translation>矢印「{arrow}」を削除</translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation>段階を削除</translation>
    </message>
    <message>
        <source>Right end</source>
        <translation>右端</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>右側</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Save as PDF, one {paper} page…</source>
        <translation>PDFで保存（{paper} 1枚）…</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>{name} として保存しました</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>決定済み</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show the initial instead</source>
        <translation>頭文字の表示に戻す</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて見る</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>段階{number}</translation>
    </message>
    <message>
        <source>Take this value into the persona</source>
        <translation>この値をペルソナに採用します</translation>
    </message>
    <message>
        <source>Take {side}</source>
        <translation>{side}を採用</translation>
    </message>
    <message>
        <source>Take {value}: {figures}</source>
        <translation>{value}を採用：{figures}</translation>
    </message>
    <message>
        <source>Taken: {value}</source>
        <translation>採用しました：{value}</translation>
    </message>
    <message>
        <source>The arrow was removed.</source>
        <translation>矢印を削除しました。</translation>
    </message>
    <message>
        <source>The personas were deleted.</source>
        <translation>ペルソナを削除しました。</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>The two say the same. Choose “Every field” to write what your department would say.</source>
        <translation>両者の内容は同じです。「すべての項目」を選ぶと、自部門の案を書けます。</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>このファイル</translation>
    </message>
    <message>
        <source>To be discussed</source>
        <translation>話し合い待ち</translation>
    </message>
    <message>
        <source>Unlink the voice</source>
        <translation>声の結び付けを外す</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>決裁額</translation>
    </message>
    <message>
        <source>Use this part</source>
        <translation>この範囲を使う</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示の切り替え</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>声</translation>
    </message>
    <message>
        <source>What departments would write</source>
        <translation>部門の案</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>発言の内容</translation>
    </message>
    <message>
        <source>Who informs, who decides, who signs</source>
        <translation>誰が伝え、誰が決め、誰が決裁するか</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>発言した人</translation>
    </message>
    <message>
        <source>Who signs in step {number}</source>
        <translation>段階{number}の承認者</translation>
    </message>
    <message>
        <source>Words on the arrow {arrow}</source>
        <translation>矢印「{arrow}」の説明</translation>
    </message>
    <message>
        <source>Write our draft</source>
        <translation>自部門の案を書く</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>column {column}</source>
        <translation>列「{column}」</translation>
    </message>
    <message>
        <source>days</source>
        <translation>営業日</translation>
    </message>
    <message>
        <source>e.g. head of department</source>
        <translation>例：部長</translation>
    </message>
    <message>
        <source>e.g. ¥1,000,000</source>
        <translation>例：100万円</translation>
    </message>
    <message>
        <source>nobody of the committee</source>
        <translation>（人物の指定なし）</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>reference only</source>
        <translation>参考値</translation>
    </message>
    <message>
        <source>{side} · your draft, write here</source>
        <translation>{side}（自部門の案。ここに書けます）</translation>
    </message>
    <message>
        <source>{count} of {known} ({share:.1%})</source>
        <translation>{known}件中 {count}件（{share:.1%}）</translation>
    </message>
    <message>
        <source>{count}, only those whose contact is {role}</source>
        <translation>{count}（担当者が{role}のものだけ）</translation>
    </message>
    <message>
        <source>{list}, column {column}: {count} of {known} won customers ({share:.1%})</source>
        <translation>{list}の列「{column}」：受注 {known}件中 {count}件（{share:.1%}）</translation>
    </message>
    <message>
        <source>{person} → {other}</source>
        <translation>{person} → {other}</translation>
    </message>
    <message>
        <source>{person}, {part}</source>
        <translation>{person}、{part}</translation>
    </message>
    <message>
        <source>{person}: {field}</source>
        <translation>{person}の{field}</translation>
    </message>
    <message>
        <source>{range} people</source>
        <translation>{range}名</translation>
    </message>
    <message>
        <source>{role} in the won leads</source>
        <translation>受注したリードの{role}</translation>
    </message>
    <message>
        <source>{scale}: {at}</source>
        <translation>{scale}：{at}</translation>
    </message>
    <message>
        <source>{side}: {field}</source>
        <translation>{side}：{field}</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>「{quote}」</translation>
    </message>
    <message>
        <source>“{text}” is not a number of days.</source>
        <translation>「{text}」は日数として読めません。</translation>
    </message>
    <message>
        <source>“{text}” is not an amount. Write it like 1,000,000 or 100万円.</source>
        <translation>「{text}」は金額として読めません。「100万円」や「1,000,000」のように書いてください。</translation>
    </message>
    <message>
        <source>↑↓ move · 1 left · 2 right · 3 both · 4 discuss · Delete opens again</source>
        <translation>↑↓ 移動・1 左・2 右・3 合わせる・4 話し合う・Delete 未決に戻す</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) filled as hypotheses; what was written stays.</source>
        <translation>
            <numerusform>%n項目を仮説として埋めました。書かれていた内容はそのままです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s) back this.</source>
        <translation>
            <numerusform>%n件の声が裏付けています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won customer(s)</source>
        <translation>
            <numerusform>受注した顧客 %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not known of %n customer(s), not counted.</source>
        <translation>
            <numerusform>不明の%n件は、数に含めていません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Add a step of the route</source>
        <translation>稟議ルートの段階の追加</translation>
    </message>
    <message>
        <source>Add a voice</source>
        <translation>声の追加</translation>
    </message>
    <message>
        <source>Change a scale</source>
        <translation>尺度の変更</translation>
    </message>
    <message>
        <source>Change a step of the route</source>
        <translation>稟議ルートの段階の変更</translation>
    </message>
    <message>
        <source>Change the part in the committee</source>
        <translation>検討での役目の変更</translation>
    </message>
    <message>
        <source>Change the portrait</source>
        <translation>顔写真の変更</translation>
    </message>
    <message>
        <source>Draw an arrow</source>
        <translation>矢印の追加</translation>
    </message>
    <message>
        <source>Fill from a template</source>
        <translation>ひな型からの記入</translation>
    </message>
    <message>
        <source>Link a voice</source>
        <translation>声の結び付け</translation>
    </message>
    <message>
        <source>Move a step of the route</source>
        <translation>稟議ルートの段階の移動</translation>
    </message>
    <message>
        <source>Place on a scale</source>
        <translation>尺度の位置の変更</translation>
    </message>
    <message>
        <source>Remove a scale</source>
        <translation>尺度の削除</translation>
    </message>
    <message>
        <source>Remove a step of the route</source>
        <translation>稟議ルートの段階の削除</translation>
    </message>
    <message>
        <source>Remove an arrow</source>
        <translation>矢印の削除</translation>
    </message>
    <message>
        <source>Take a value from the leads</source>
        <translation>リードからの値の採用</translation>
    </message>
    <message>
        <source>Write a department's draft</source>
        <translation>部門の案の記入</translation>
    </message>
    <message>
        <source>Write on an arrow</source>
        <translation>矢印の説明の記入</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The picture {where} is too large. Nothing was changed. Choose one of at most 20 MB and 50 megapixels.</source>
        <translation>画像 {where} が大きすぎます。何も変更していません。20MB・5,000万画素以下の画像を選んでください。</translation>
    </message>
    <message>
        <source>{where} could not be read as a picture. Nothing was changed. Choose a PNG, JPEG, WebP, BMP or GIF file.</source>
        <translation>{where} を画像として読めませんでした。何も変更していません。PNG・JPEG・WebP・BMP・GIFのファイルを選んでください。</translation>
    </message>
</context>
</TS>
