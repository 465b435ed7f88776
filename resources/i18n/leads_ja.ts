<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>ColumnTypes</name>
    <message>
        <source>amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>はい・いいえ</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation><numerusform>%n列</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) need a look.</source>
        <translation><numerusform>確認が必要な箇所が%n件あります。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation><numerusform>%n行</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of {name} were imported.</source>
        <translation><numerusform>{name} から%n行を取り込みました。</numerusform></translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>実績</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Choose a spreadsheet</source>
        <translation>表計算ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Comes in as a new list.</source>
        <translation>新しい一覧として取り込みます。</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>見込</translation>
    </message>
    <message>
        <source>General leads</source>
        <translation>一般リード</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>{name} の取り込み</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} を取り込み中</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>ヒアリング</translation>
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
        <source>Lead list</source>
        <translation>リード一覧</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation>前年</translation>
    </message>
    <message>
        <source>Quality leads</source>
        <translation>質リード</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} を読み取り中</translation>
    </message>
    <message numerus="yes">
        <source>Refreshes the list of this name, which has %n row(s) now.</source>
        <translation><numerusform>同じ名前の一覧（現在%n行）を更新します。</numerusform></translation>
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
        <source>Spreadsheets</source>
        <translation>表計算ファイル</translation>
    </message>
    <message>
        <source>Tables in the file</source>
        <translation>ファイルにある表</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>データの種類</translation>
    </message>
    <message>
        <source>What needs a look</source>
        <translation>確認が必要な箇所</translation>
    </message>
    <message>
        <source>{count} KPIs ({names}), months {span}</source>
        <translation>KPI {count}種（{names}）、{span}</translation>
    </message>
    <message numerus="yes">
        <source>{sheet} · {range} · %n row(s)</source>
        <translation><numerusform>{sheet} ・ {range} ・ %n行</numerusform></translation>
    </message>
</context>
<context>
    <name>Leads</name>
    <message numerus="yes">
        <source>%n of {all} lead(s)</source>
        <translation><numerusform>{all}件中 %n件</numerusform></translation>
    </message>
    <message>
        <source>(no reason given)</source>
        <translation>（理由なし）</translation>
    </message>
    <message>
        <source>(not given)</source>
        <translation>（未記入）</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受領</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>すべての項目</translation>
    </message>
    <message>
        <source>Amount won (yen)</source>
        <translation>受注金額（円）</translation>
    </message>
    <message>
        <source>By route</source>
        <translation>流入経路別</translation>
    </message>
    <message>
        <source>Columns such as hand-over date, accepted by sales and won on tell what became of the leads.</source>
        <translation>引渡日・営業の受領・受注日などの列があると、リードのその後が分かります。</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>決め手の条件</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>Delete this list</source>
        <translation>この一覧を削除</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>引き渡し</translation>
    </message>
    <message>
        <source>Hot lead</source>
        <translation>ホットリード</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Import a lead list from Excel or CSV, or drop the file onto the window.</source>
        <translation>ExcelまたはCSVのリード一覧を取り込むか、ファイルをウィンドウに落としてください。</translation>
    </message>
    <message>
        <source>Import a spreadsheet…</source>
        <translation>表計算ファイルを取り込む…</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>リード</translation>
    </message>
    <message>
        <source>Lead list</source>
        <translation>リード一覧</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>リード</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>該当</translation>
    </message>
    <message>
        <source>More for this list</source>
        <translation>この一覧のその他の操作</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>No leads yet</source>
        <translation>リードはまだありません</translation>
    </message>
    <message>
        <source>No outcomes in this list</source>
        <translation>この一覧には結果の列がありません</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reasons for rejection</source>
        <translation>却下理由</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>流入経路</translation>
    </message>
    <message>
        <source>Row in the imported file</source>
        <translation>取り込んだファイルの行番号</translation>
    </message>
    <message>
        <source>Search in these leads</source>
        <translation>リードを検索</translation>
    </message>
    <message>
        <source>Share of the rejected</source>
        <translation>却下に占める割合</translation>
    </message>
    <message>
        <source>Share that matches</source>
        <translation>該当の割合</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>The list was deleted.</source>
        <translation>一覧を削除しました。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>matching: {definition}</source>
        <translation>該当：{definition}</translation>
    </message>
    <message>
        <source>point at a value to see its cell</source>
        <translation>値を指すと元のセルが分かります</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}：{value}</translation>
    </message>
    <message>
        <source>{definition} (draft of {side})</source>
        <translation>{definition}（{side}の案）</translation>
    </message>
</context>
<context>
    <name>Meanings</name>
    <message>
        <source>Accepted by sales</source>
        <translation>営業の受領</translation>
    </message>
    <message>
        <source>Amount quoted</source>
        <translation>見積額</translation>
    </message>
    <message>
        <source>Amount won</source>
        <translation>受注額</translation>
    </message>
    <message>
        <source>Appointment on</source>
        <translation>アポ日</translation>
    </message>
    <message>
        <source>Came in by</source>
        <translation>流入経路</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>引渡日</translation>
    </message>
    <message>
        <source>Lead id</source>
        <translation>リードID</translation>
    </message>
    <message>
        <source>Opportunity on</source>
        <translation>商談日</translation>
    </message>
    <message>
        <source>Proposal on</source>
        <translation>提案日</translation>
    </message>
    <message>
        <source>Reason for losing</source>
        <translation>失注理由</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>登録日</translation>
    </message>
    <message>
        <source>Rejection reason</source>
        <translation>却下理由</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Sales person</source>
        <translation>担当営業</translation>
    </message>
    <message>
        <source>Won on</source>
        <translation>受注日</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Files and folders watched on this computer, by workspace and list</source>
        <translation>このパソコンで見張っているファイルとフォルダ（ワークスペースと一覧ごと）</translation>
    </message>
</context>
</TS>
