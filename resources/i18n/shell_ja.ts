<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New from template…</source>
        <translation>ひな型から新規作成…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Open the sample company</source>
        <translation>サンプルの会社を開く</translation>
    </message>
    <message>
        <source>Merge a colleague's file…</source>
        <translation>同僚のファイルを統合…</translation>
    </message>
    <message>
        <source>Save a named version…</source>
        <translation>名前付きの版を残す…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>コピーを保存…</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>Excelへ出力…</translation>
    </message>
    <message>
        <source>Close the workspace</source>
        <translation>ワークスペースを閉じる</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>検索・コマンド</translation>
    </message>
    <message>
        <source>Switch light and dark</source>
        <translation>明暗の切り替え</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細パネル</translation>
    </message>
    <message>
        <source>Rail with icons only</source>
        <translation>ナビゲーションをアイコンだけにする</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>次の画面</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>前の画面</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>次の区画へ移動</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>About Fusen</source>
        <translation>Fusenについて</translation>
    </message>
    <message>
        <source>Undo “{step}”</source>
        <translation>「{step}」を元に戻す</translation>
    </message>
    <message>
        <source>Redo “{step}”</source>
        <translation>「{step}」をやり直す</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Opens the window of Fusen.</source>
        <translation>Fusenの画面を開きます。</translation>
    </message>
    <message>
        <source>a .fusen file to open</source>
        <translation>開く .fusen ファイル</translation>
    </message>
    <message>
        <source>draw the window into a picture, without a screen</source>
        <translation>画面なしでウィンドウを画像に書き出す</translation>
    </message>
    <message>
        <source>the area to show first</source>
        <translation>最初に表示する画面</translation>
    </message>
    <message>
        <source>size of everything, 1 to 2</source>
        <translation>全体の大きさ（1〜2）</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}.</source>
        <translation>画像を {path} に書き込めませんでした。</translation>
    </message>
    <message>
        <source>The picture was taken before everything in the window had been reckoned. Please try again.</source>
        <translation>画面の計算がすべて終わる前の画像です。もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Hand-over</source>
        <translation>引き渡し</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>突き合わせ</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>ホーム</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>ジャーニー</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>Hot lead</source>
        <translation>ホットリード</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>リード</translation>
    </message>
    <message>
        <source>KPI tree</source>
        <translation>KPIツリー</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>合意</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Something went wrong inside Fusen</source>
        <translation>Fusenの内部で問題が起きました</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>No workspace was open.</source>
        <translation>開いているワークスペースはありませんでした。</translation>
    </message>
    <message>
        <source>Your edits are saved on this computer and go to the file. You can go on working.</source>
        <translation>編集内容はこのパソコンに保存済みで、ファイルにも反映されます。そのまま作業を続けられます。</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) could not be written to this computer yet. Please free some space, then go on.</source>
        <translation>
            <numerusform>%n件の編集をまだこのパソコンに書き込めていません。空き容量を増やしてから続けてください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>Export dialog</name>
    <message>
        <source>Export to Excel</source>
        <translation>Excelへ出力</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>A cover, the list of agreements, terms, definitions, personas, the journey and the KPI tree, laid out for printing.</source>
        <translation>表紙、合意一覧、用語、定義、ペルソナ、ジャーニー、KPIツリーを、印刷できる体裁で書き出します。</translation>
    </message>
    <message>
        <source>Agreed items only</source>
        <translation>合意済みだけ</translation>
    </message>
    <message>
        <source>Everything as it is now</source>
        <translation>現在の内容すべて</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Other property</source>
        <translation>その他の項目</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>部門の案</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Line under the name</source>
        <translation>名前の下の1行</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>略称</translation>
    </message>
    <message>
        <source>Months until the review</source>
        <translation>見直しまでの月数</translation>
    </message>
    <message>
        <source>First month of the fiscal year</source>
        <translation>年度の始まり</translation>
    </message>
    <message>
        <source>Last month with fixed figures</source>
        <translation>数字が確定した最後の月</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>戻し先</translation>
    </message>
    <message>
        <source>Deadline in days</source>
        <translation>期限（日数）</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Meaning of the columns</source>
        <translation>列の意味</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open a workspace</source>
        <translation>ワークスペースを開く</translation>
    </message>
    <message>
        <source>{name} is a spreadsheet. Open or make a workspace first, then drop it there.</source>
        <translation>{name} は表計算ファイルです。先にワークスペースを開くか作成してから、そこへドロップしてください。</translation>
    </message>
    <message>
        <source>Fusen sample company</source>
        <translation>Fusenサンプル会社</translation>
    </message>
    <message>
        <source>Making the sample company</source>
        <translation>サンプルの会社を作成中</translation>
    </message>
    <message>
        <source>Merge a colleague's file</source>
        <translation>同僚のファイルを統合</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>コピーを保存</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Excelへ出力</translation>
    </message>
    <message>
        <source>Fusen workspaces</source>
        <translation>Fusenワークスペース</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excelブック</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>About Fusen</source>
        <translation>Fusenについて</translation>
    </message>
    <message>
        <source>Fusen {version}</source>
        <translation>Fusen {version}</translation>
    </message>
    <message>
        <source>No account, no network: everything stays on this computer.</source>
        <translation>アカウントもネットワークも使いません。データはすべてこのパソコンにあります。</translation>
    </message>
    <message>
        <source>Licence: MIT. Bundled font: BIZ UDPGothic, SIL Open Font License 1.1.</source>
        <translation>ライセンス：MIT。同梱フォント：BIZ UDPゴシック（SIL Open Font License 1.1）。</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>No target</source>
        <translation>目標なし</translation>
    </message>
    <message>
        <source>Target {value}</source>
        <translation>目標 {value}</translation>
    </message>
    <message>
        <source>Version “{name}”</source>
        <translation>版「{name}」</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>No KPI figures yet</source>
        <translation>KPIの数字がまだありません</translation>
    </message>
    <message>
        <source>Import a KPI sheet or a lead list, and the KPIs appear here.</source>
        <translation>KPIシートかリード一覧を取り込むと、ここに表示されます。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Changes since last time</source>
        <translation>前回からの変更</translation>
    </message>
    <message>
        <source>Last open here: {time}</source>
        <translation>前回開いたのは {time}</translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation>リードを取り込む</translation>
    </message>
    <message>
        <source>Hand out in Excel</source>
        <translation>Excelで配る</translation>
    </message>
    <message>
        <source>Settle what is open</source>
        <translation>未決の項目を決める</translation>
    </message>
    <message>
        <source>Stamp items for your department, one by one.</source>
        <translation>自部門の合意印を1件ずつ押します。</translation>
    </message>
    <message>
        <source>To the agreements</source>
        <translation>合意へ</translation>
    </message>
    <message>
        <source>Hand out the definitions</source>
        <translation>合意済みの定義を配る</translation>
    </message>
    <message>
        <source>An Excel workbook with everything agreed, laid out for printing.</source>
        <translation>合意した内容を、印刷できるExcelブックにします。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>原因を見る</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>見直す</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>合意印へ</translation>
    </message>
    <message>
        <source>The agreement is up for review.</source>
        <translation>合意の見直し期限を迎えました。</translation>
    </message>
    <message>
        <source>Changed since it was agreed. Propose it again, or take the change back.</source>
        <translation>合意の後に内容が変わっています。もう一度提案するか、変更を元に戻してください。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>・</translation>
    </message>
    <message>
        <source>Waits for the stamp of {departments}.</source>
        <translation>{departments}の合意印を待っています。</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>表示する範囲</translation>
    </message>
    <message>
        <source>What needs you now</source>
        <translation>いま対応が必要なこと</translation>
    </message>
    <message>
        <source>Own department</source>
        <translation>自部門</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Nothing waits. Propose an item for agreement when it is written.</source>
        <translation>対応待ちの項目はありません。内容がまとまった項目から、合意に提案してください。</translation>
    </message>
    <message numerus="yes">
        <source>Below target for %n month(s)</source>
        <translation>
            <numerusform>%nか月続けて未達です。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>詳細を閉じる</translation>
    </message>
    <message>
        <source>Details of what you select appear here.</source>
        <translation>選んだものの詳細がここに表示されます。</translation>
    </message>
</context>
<context>
    <name>Items</name>
    <message>
        <source>Hand-over contract</source>
        <translation>引き渡し条件</translation>
    </message>
    <message>
        <source>KPI tree</source>
        <translation>KPIツリー</translation>
    </message>
    <message>
        <source>Target definition</source>
        <translation>ターゲットの定義</translation>
    </message>
    <message>
        <source>Hot-lead definition</source>
        <translation>ホットリードの定義</translation>
    </message>
    <message>
        <source>Term “{name}”</source>
        <translation>用語「{name}」</translation>
    </message>
</context>
<context>
    <name>Loop</name>
    <message>
        <source>Bring</source>
        <translation>持ち寄る</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>突き合わせる</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>合意する</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>検証する</translation>
    </message>
    <message>
        <source>Oversee</source>
        <translation>俯瞰する</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>見直す</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>配る</translation>
    </message>
    <message numerus="yes">
        <source>%n department(s)</source>
        <translation>
            <numerusform>%n部門</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>あと%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n KPI(s)</source>
        <translation>
            <numerusform>KPI %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n off target</source>
        <translation><numerusform>未達 %n件</numerusform></translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近使ったもの</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>表示の大きさ</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>Merged</source>
        <translation>統合しました</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Changed on both sides; both values are kept:</source>
        <translation>両方で変更された項目（どちらの値も残しています）</translation>
    </message>
    <message>
        <source>Stamps that hold no longer, since the content changed:</source>
        <translation>内容が変わったため無効になった合意印</translation>
    </message>
    <message>
        <source>The file had nothing new.</source>
        <translation>新しい内容はありませんでした。</translation>
    </message>
    <message>
        <source>Added {added}, changed {changed}, removed {removed}. Nothing was dropped.</source>
        <translation>追加 {added}件、変更 {changed}件、削除 {removed}件。失われた内容はありません。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>一方の値</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>もう一方の値</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在の値</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>両方で変更された項目</translation>
    </message>
</context>
<context>
    <name>New workspace</name>
    <message>
        <source>New workspace</source>
        <translation>新しいワークスペース</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>One workspace holds one product or service.</source>
        <translation>1つの商品・サービスごとに1つのワークスペースを作ります。</translation>
    </message>
    <message>
        <source>Name of the product or service</source>
        <translation>商品・サービスの名前</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>あなたの名前</translation>
    </message>
    <message>
        <source>B2B template</source>
        <translation>B2Bのひな型</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Start with</source>
        <translation>はじめの内容</translation>
    </message>
    <message>
        <source>Own department</source>
        <translation>自部門</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>The template brings personas, phases, terms and a KPI tree to fill in.</source>
        <translation>ひな型には、書き込むだけのペルソナ・購買段階・用語・KPIツリーが入っています。</translation>
    </message>
    <message>
        <source>Other place…</source>
        <translation>別の場所…</translation>
    </message>
    <message>
        <source>Where to keep it</source>
        <translation>保存する場所</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Imported data</source>
        <translation>取り込んだデータ</translation>
    </message>
    <message>
        <source>Rejection reason</source>
        <translation>却下理由</translation>
    </message>
    <message>
        <source>Search what is written, or a command</source>
        <translation>書いた内容やコマンドを検索</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>検索・コマンド</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>見つかったもの</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>見つかりませんでした。別の言葉でお試しください。</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>移動</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Areas</source>
        <translation>画面の一覧</translation>
    </message>
    <message>
        <source>Show the names</source>
        <translation>名前を表示</translation>
    </message>
    <message>
        <source>Icons only</source>
        <translation>アイコンだけ表示</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n件が対応待ち</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Kept as the version “{name}”.</source>
        <translation>版「{name}」を残しました。</translation>
    </message>
    <message>
        <source>A copy is in {path}.</source>
        <translation>コピーを {path} に保存しました。</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>{path} に出力しました。</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>出力中</translation>
    </message>
    <message>
        <source>Your edits are kept on this computer and go to the file when it is opened next.</source>
        <translation>編集内容はこのパソコンに残っています。次に開いたときにファイルへ反映します。</translation>
    </message>
    <message>
        <source>“{step}” could not be taken back: others have changed all of it since.</source>
        <translation>「{step}」は元に戻せませんでした。その後ほかの人がすべて変更しています。</translation>
    </message>
    <message>
        <source>Taken back: {step}. What others have changed since was left as it is.</source>
        <translation>元に戻しました：{step}。その後ほかの人が変更した部分はそのままです。</translation>
    </message>
    <message>
        <source>This area cannot be shown</source>
        <translation>この画面を表示できません</translation>
    </message>
    <message>
        <source>Something went wrong inside Fusen. Your edits are kept; the other areas work.</source>
        <translation>Fusenの内部で問題が起きました。編集内容は残っており、ほかの画面は使えます。</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>元に戻しました：{step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>やり直しました：{step}</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) of an earlier session that were not in the file are back.</source>
        <translation>
            <numerusform>前回ファイルに反映されていなかった%n件の編集を復元しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) by colleagues came in from the file.</source>
        <translation>
            <numerusform>同僚の変更%n件をファイルから取り込みました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were changed on both sides; both values are kept.</source>
        <translation>
            <numerusform>%n件の項目が両方で変更されています。どちらの値も残しています。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Whether the rail of areas shows icons only</source>
        <translation>ナビゲーションをアイコンだけにするか</translation>
    </message>
    <message>
        <source>When each workspace was last closed here, to show what changed since</source>
        <translation>ワークスペースごとの前回閉じた時刻（その後の変更の表示に使う）</translation>
    </message>
</context>
<context>
    <name>Settings page</name>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>あなたの名前</translation>
    </message>
    <message>
        <source>It stands on your edits and stamps.</source>
        <translation>編集の記録と合意印に表示されます。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>少なくする</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>画面の動き</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>ワークスペース</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Line under the name</source>
        <translation>名前の下の1行</translation>
    </message>
    <message>
        <source>Last month with fixed figures</source>
        <translation>数字が確定した最後の月</translation>
    </message>
    <message>
        <source>First month of the fiscal year</source>
        <translation>年度の始まり</translation>
    </message>
    <message>
        <source>Year and month as 2026-11. Empty: as the imported data say.</source>
        <translation>2026-11 のように年月で入力します。空欄なら取り込んだデータに合わせます。</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Each has a shape and a colour. Their stamps together make an agreement.</source>
        <translation>部門ごとに形と色があります。全部門の合意印がそろうと合意になります。</translation>
    </message>
    <message>
        <source>Add a department</source>
        <translation>部門を追加</translation>
    </message>
    <message>
        <source>Name of the department</source>
        <translation>部門の名前</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>略称</translation>
    </message>
    <message>
        <source>Delete the department “{name}”</source>
        <translation>部門「{name}」を削除</translation>
    </message>
    <message>
        <source>New department</source>
        <translation>新しい部門</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>「{name}」を削除しました。</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>合意</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>要見直し</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>見直し期限</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期日超過</translation>
    </message>
    <message>
        <source>On target</source>
        <translation>達成</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Off target</source>
        <translation>未達</translation>
    </message>
    <message>
        <source>Knock-out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>却下</translation>
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
        <source>Unknown</source>
        <translation>情報不足</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>対応</translation>
    </message>
</context>
<context>
    <name>Status bar</name>
    <message>
        <source>Cancel: {task}</source>
        <translation>中止：{task}</translation>
    </message>
    <message>
        <source>Not in the file yet · kept on this computer</source>
        <translation>ファイルに未反映・このパソコンに保存済み</translation>
    </message>
    <message>
        <source>Saving to the file…</source>
        <translation>ファイルに保存中…</translation>
    </message>
    <message>
        <source>Saved on this computer {time}</source>
        <translation>このパソコンに保存済み {time}</translation>
    </message>
    <message>
        <source>The file follows in a few seconds. Press to save it now.</source>
        <translation>数秒後にファイルへ反映します。押すとすぐに反映します。</translation>
    </message>
    <message>
        <source>Saved to the file {time}</source>
        <translation>保存済み {time}</translation>
    </message>
    <message>
        <source>Everything is in the file.</source>
        <translation>すべてファイルに保存されています。</translation>
    </message>
    <message>
        <source>As of {month}</source>
        <translation>{month}時点</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>付箋 %n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>リード %n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>Top bar</name>
    <message>
        <source>Menu (F10)</source>
        <translation>メニュー（F10）</translation>
    </message>
    <message>
        <source>Untitled workspace</source>
        <translation>名前のないワークスペース</translation>
    </message>
    <message>
        <source>Menu of {name}</source>
        <translation>{name} のメニュー</translation>
    </message>
    <message>
        <source>Own department:</source>
        <translation>自部門：</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>検索・コマンド</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>ライト配色にする</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>ダーク配色にする</translation>
    </message>
</context>
<context>
    <name>Version</name>
    <message>
        <source>Save a named version</source>
        <translation>名前付きの版を残す</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Edits are saved all the time. A named version can be found again later.</source>
        <translation>編集は常に保存されています。名前を付けた版は、あとから見つけられます。</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>版の名前</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Open the sample company</source>
        <translation>サンプルの会社を開く</translation>
    </message>
    <message>
        <source>12 months of leads, and three departments that disagree</source>
        <translation>12か月分のリードと、言い分の合わない3部門</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>おすすめ</translation>
    </message>
    <message>
        <source>New from template</source>
        <translation>ひな型から新規作成</translation>
    </message>
    <message>
        <source>With drafts of personas, buying phases and terms</source>
        <translation>ペルソナ・購買段階・用語の下書き付き</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>A .fusen file, also one from a colleague</source>
        <translation>自分や同僚の .fusen ファイル</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>What a good lead is,
in the same words and numbers.</source>
        <translation>「良いリード」を、
同じ言葉と数字で。</translation>
    </message>
    <message>
        <source>Bring the definitions of marketing and sales together, settle where they differ, agree, and test them on real leads.</source>
        <translation>マーケティングと営業の定義を持ち寄り、突き合わせ、合意し、実際のリードで確かめます。</translation>
    </message>
    <message>
        <source>No account and no network needed.
Your data stays on this computer.</source>
        <translation>アカウントもネットワークも不要です。
データはこのパソコンだけに保存します。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>はじめる</translation>
    </message>
    <message>
        <source>Switch light and dark</source>
        <translation>明暗の切り替え</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近使ったもの</translation>
    </message>
    <message>
        <source>Overtime at month end</source>
        <translation>月末残業が
減らない</translation>
    </message>
    <message>
        <source>Who links to what?</source>
        <translation>連携の
一覧表</translation>
    </message>
    <message>
        <source>Worth the cost?</source>
        <translation>費用対効果
は？</translation>
    </message>
    <message>
        <source>Join the demo</source>
        <translation>デモに同席</translation>
    </message>
    <message>
        <source>IS</source>
        <translation>IS</translation>
    </message>
    <message>
        <source>Miyake</source>
        <translation>三宅</translation>
    </message>
</context>
<context>
    <name>Unwritten</name>
    <message>
        <source>Some edits are not saved anywhere yet</source>
        <translation>まだどこにも保存されていない変更があります</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>編集を続ける</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>別の場所にコピーを保存…</translation>
    </message>
    <message>
        <source>Close without these edits</source>
        <translation>変更を破棄して閉じる</translation>
    </message>
</context>
</TS>
