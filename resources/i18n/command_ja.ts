<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Command</name>
    <message>
        <source>where two departments, or two copies, differ</source>
        <translation>2つの部門の案、または2つのファイルの違い</translation>
    </message>
    <message>
        <source>two departments; none with --with</source>
        <translation>部門を2つ（--with のときは不要）</translation>
    </message>
    <message>
        <source>another copy of the workspace</source>
        <translation>同じワークスペースの別のファイル</translation>
    </message>
    <message>
        <source>also what is the same or settled</source>
        <translation>一致・決定済みの項目も含める</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受領</translation>
    </message>
    <message>
        <source>Achievement</source>
        <translation>達成率</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>アクション</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>実績</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>合意</translation>
    </message>
    <message>
        <source>All leads</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Amount won</source>
        <translation>受注金額</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>時点</translation>
    </message>
    <message>
        <source>Back-test</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>By inflow route</source>
        <translation>流入経路別</translation>
    </message>
    <message>
        <source>Can be recovered</source>
        <translation>復元できるもの</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>中止しました。何も変更していません。</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>両方で変更</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>コンテンツ</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>集計の基準</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Edits taken in</source>
        <translation>取り込んだ編集</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>気づき</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>見込</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Fusen: plan, agree and test what a good lead is.</source>
        <translation>Fusen：良いリードとは何かを書き出し、合意し、検証します。</translation>
    </message>
    <message>
        <source>General leads</source>
        <translation>一般リード</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>引き渡し</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>ハッシュ</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Imported list</source>
        <translation>取り込んだ表</translation>
    </message>
    <message>
        <source>Imported lists</source>
        <translation>取り込んだ表</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>文での説明</translation>
    </message>
    <message>
        <source>Inflow route</source>
        <translation>流入経路</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>ヒアリング</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Journeys</source>
        <translation>ジャーニー</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>リード</translation>
    </message>
    <message>
        <source>Left out, not agreed</source>
        <translation>未合意のため除外</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>該当</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>未押印</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
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
        <source>Notes</source>
        <translation>付箋</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>採用した値</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation>前年</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Quality leads</source>
        <translation>質リード</translation>
    </message>
    <message>
        <source>Reasons for rejection</source>
        <translation>却下理由</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>再現率</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>復元したもの</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Rejected without a reason</source>
        <translation>理由のない却下</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>削除</translation>
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
        <source>Reviews</source>
        <translation>レビュー</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
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
        <source>Severity</source>
        <translation>重要度</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>Stamps</source>
        <translation>印</translation>
    </message>
    <message>
        <source>Stamps that hold no longer</source>
        <translation>無効になった印</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>破損なし</translation>
    </message>
    <message>
        <source>Why it moved</source>
        <translation>増減の要因</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>ワークスペース</translation>
    </message>
    <message>
        <source>Written to</source>
        <translation>出力先</translation>
    </message>
    <message>
        <source>a .fusen file</source>
        <translation>.fusen ファイル</translation>
    </message>
    <message>
        <source>a spreadsheet or text file</source>
        <translation>Excel・CSV などのファイル</translation>
    </message>
    <message>
        <source>agree to an item as it is now</source>
        <translation>今の内容に合意して押印</translation>
    </message>
    <message>
        <source>agreed revisions (default), or everything as it is now</source>
        <translation>合意済みの版だけ（既定）か、今の内容すべてか</translation>
    </message>
    <message>
        <source>as this department's own draft</source>
        <translation>この部門の案として登録</translation>
    </message>
    <message>
        <source>b2b, empty or sample (the sample company)</source>
        <translation>b2b、empty、sample（サンプル会社）のいずれか</translation>
    </message>
    <message>
        <source>back-test against this outcome</source>
        <translation>この結果と突き合わせて検証</translation>
    </message>
    <message>
        <source>back-test only leads with a value here</source>
        <translation>この列に値があるリードだけで検証</translation>
    </message>
    <message>
        <source>by month of registration</source>
        <translation>登録月ごと</translation>
    </message>
    <message>
        <source>count leads by month of registration, or each step in its own month</source>
        <translation>登録月ごと（cohort）か各段階の発生月ごと（event）か</translation>
    </message>
    <message>
        <source>each step in its own month</source>
        <translation>各段階の発生月ごと</translation>
    </message>
    <message>
        <source>file that holds the workbook's password</source>
        <translation>ブックのパスワードを書いたファイル</translation>
    </message>
    <message>
        <source>how a spreadsheet is understood</source>
        <translation>表をどう読み取ったかを表示</translation>
    </message>
    <message>
        <source>id of an item, as show lists them, or its title</source>
        <translation>show で表示される項目のID、または名前</translation>
    </message>
    <message>
        <source>is the file whole, and what can be recovered</source>
        <translation>ファイルの破損と復元できる範囲を確認</translation>
    </message>
    <message>
        <source>join two copies that were edited apart</source>
        <translation>別々に編集した2つのファイルを統合</translation>
    </message>
    <message>
        <source>language of messages and exports</source>
        <translation>メッセージと出力の言語</translation>
    </message>
    <message>
        <source>make a workspace</source>
        <translation>ワークスペースを作成</translation>
    </message>
    <message>
        <source>name of the product or service</source>
        <translation>製品・サービスの名前</translation>
    </message>
    <message>
        <source>name or id of an imported lead list</source>
        <translation>取り込んだリード一覧の名前またはID</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>one table of it; the largest if not said</source>
        <translation>読み取る表（省略時は最大の表）</translation>
    </message>
    <message>
        <source>only these months</source>
        <translation>対象の月</translation>
    </message>
    <message>
        <source>only this department's part of the tree</source>
        <translation>この部門のKPIだけ</translation>
    </message>
    <message>
        <source>print one JSON object</source>
        <translation>結果を1つのJSONで出力</translation>
    </message>
    <message>
        <source>put in the target or hot-lead definition</source>
        <translation>ターゲットまたはホットリードの定義を登録</translation>
    </message>
    <message>
        <source>corrections as JSON, kept for the next file; those of the last import if not said</source>
        <translation>読み取り設定（JSON）。次回のために保存します。省略時は前回の設定</translation>
    </message>
    <message>
        <source>run a definition on a lead list</source>
        <translation>定義をリード一覧に当てはめる</translation>
    </message>
    <message>
        <source>take a spreadsheet into a workspace; again = refresh</source>
        <translation>表をワークスペースに取り込む（再実行で更新）</translation>
    </message>
    <message>
        <source>the copy that takes the other in</source>
        <translation>取り込む側のファイル</translation>
    </message>
    <message>
        <source>the figures of the KPI tree</source>
        <translation>KPIツリーの数値を表示</translation>
    </message>
    <message>
        <source>the other copy; it stays as it is</source>
        <translation>取り込まれる側のファイル（変更しません）</translation>
    </message>
    <message>
        <source>what a workspace holds, and where its items stand</source>
        <translation>ワークスペースの内容と項目の状態を表示</translation>
    </message>
    <message>
        <source>what it is; guessed if not said</source>
        <translation>用途（省略時は自動判定）</translation>
    </message>
    <message>
        <source>what to call it; the same name again refreshes it</source>
        <translation>取り込み後の名前（同じ名前なら更新）</translation>
    </message>
    <message>
        <source>why this figure moved</source>
        <translation>この数値が増減した要因を表示</translation>
    </message>
    <message>
        <source>write one row per lead with its verdict</source>
        <translation>リードごとの判定を書き出す</translation>
    </message>
    <message>
        <source>write the definitions to Excel</source>
        <translation>定義をExcelに出力</translation>
    </message>
    <message>
        <source>write the result here and leave A as it is</source>
        <translation>結果を別のファイルに書き、A は変更しない</translation>
    </message>
    <message>
        <source>write the table here, normalised</source>
        <translation>整えた表の書き出し先</translation>
    </message>
    <message>
        <source>write what can be read to OUT</source>
        <translation>読めるものを OUT に書き出す</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>{0} cannot be {1}, only one of {2}</source>
        <translation>{0} に {1} は指定できません（選べる値：{2}）</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>{0} がありません</translation>
    </message>
    <message>
        <source>{0} is not known here</source>
        <translation>{0} はここでは使えません</translation>
    </message>
    <message>
        <source>{0} needs a value</source>
        <translation>{0} には値が必要です</translation>
    </message>
    <message>
        <source>Corrections used</source>
        <translation>適用した読み取り設定</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>出力元</translation>
    </message>
    <message>
        <source>Different from the last import</source>
        <translation>前回の取り込みとの違い</translation>
    </message>
    <message>
        <source>those of the file given</source>
        <translation>指定したファイルの設定</translation>
    </message>
    <message>
        <source>those of the last import</source>
        <translation>前回の取り込みの設定</translation>
    </message>
    <message>
        <source>column that identifies a row; kept, found if never said</source>
        <translation>行を特定する列。保存します。未指定なら自動で判断</translation>
    </message>
    <message>
        <source>Rows matched by</source>
        <translation>行の照合に使った列</translation>
    </message>
    <message>
        <source>Keys in more than one row</source>
        <translation>複数の行にあるキー</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>それ以外</translation>
    </message>
    <message>
        <source>Came true</source>
        <translation>結果あり</translation>
    </message>
    <message>
        <source>Did not</source>
        <translation>結果なし</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>率</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Low (95 %)</source>
        <translation>下限（95%）</translation>
    </message>
    <message>
        <source>High (95 %)</source>
        <translation>上限（95%）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>Among all leads</source>
        <translation>リード全体での割合</translation>
    </message>
    <message>
        <source>Of the others, leads that lack information</source>
        <translation>「それ以外」のうち判定不能</translation>
    </message>
    <message>
        <source>Known only after hand-over, so these figures flatter the definition</source>
        <translation>引き渡し後に初めて分かる項目（この検証は実力より良く見えます）</translation>
    </message>
    <message>
        <source>Back-test without these conditions</source>
        <translation>その条件を除いた検証</translation>
    </message>
    <message>
        <source>reference value</source>
        <translation>参考値</translation>
    </message>
    <message>
        <source>back-test the definitions against this outcome, beside their conditions</source>
        <translation>この結果に対する定義の検証を、条件と並べて書き出す</translation>
    </message>
    <message>
        <source>why this KPI is off its target, as a waterfall (default: the topmost one)</source>
        <translation>このKPIが目標と違う理由をウォーターフォールで示す（既定：ツリーの頂点）</translation>
    </message>
    <message>
        <source>with --explain: quality and general leads apart, their mix a reason of its own</source>
        <translation>--explain と併用：質リードと一般リードを分け、その構成比も要因として示す</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Name two departments to compare, or another copy of the workspace with --with and no department.</source>
        <translation>比べる部門を2つ指定するか、--with で同じワークスペースの別のファイルを指定してください（その場合、部門は指定しません）。</translation>
    </message>
</context>
</TS>
