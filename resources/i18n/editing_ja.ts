<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Edit</name>
    <message>
        <source>Begin a department's draft</source>
        <translation>部門の案の作成</translation>
    </message>
    <message>
        <source>Settle a difference</source>
        <translation>違いの決定</translation>
    </message>
    <message>
        <source>Open a difference again</source>
        <translation>決定の取り消し</translation>
    </message>
    <message>
        <source>Write a reason</source>
        <translation>理由の記入</translation>
    </message>
    <message>
        <source>Add a KPI</source>
        <translation>KPIの追加</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>条件の追加</translation>
    </message>
    <message>
        <source>Add a department</source>
        <translation>部門の追加</translation>
    </message>
    <message>
        <source>Add a group of conditions</source>
        <translation>条件グループの追加</translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>役割の追加</translation>
    </message>
    <message>
        <source>Add a term</source>
        <translation>用語の追加</translation>
    </message>
    <message>
        <source>Add personas</source>
        <translation>ペルソナの追加</translation>
    </message>
    <message>
        <source>Adopt a wording</source>
        <translation>部門の言い方の採用</translation>
    </message>
    <message>
        <source>Change a KPI</source>
        <translation>KPIの変更</translation>
    </message>
    <message>
        <source>Change a condition</source>
        <translation>条件の変更</translation>
    </message>
    <message>
        <source>Change a group of conditions</source>
        <translation>条件グループの変更</translation>
    </message>
    <message>
        <source>Change a rejection reason</source>
        <translation>却下理由の変更</translation>
    </message>
    <message>
        <source>Change the hand-over terms</source>
        <translation>引き渡し条件の変更</translation>
    </message>
    <message>
        <source>Change the required fields</source>
        <translation>必須項目の変更</translation>
    </message>
    <message>
        <source>Connect KPIs with the sheet</source>
        <translation>KPIとシートの対応付け</translation>
    </message>
    <message>
        <source>Create the workspace</source>
        <translation>ワークスペースの作成</translation>
    </message>
    <message>
        <source>Define the hot lead</source>
        <translation>ホットリードの定義</translation>
    </message>
    <message>
        <source>Define the target</source>
        <translation>ターゲットの定義</translation>
    </message>
    <message>
        <source>Delete a KPI</source>
        <translation>KPIの削除</translation>
    </message>
    <message>
        <source>Delete a condition</source>
        <translation>条件の削除</translation>
    </message>
    <message>
        <source>Delete a department</source>
        <translation>部門の削除</translation>
    </message>
    <message>
        <source>Delete a role</source>
        <translation>役割の削除</translation>
    </message>
    <message>
        <source>Delete a term</source>
        <translation>用語の削除</translation>
    </message>
    <message>
        <source>Delete imported data</source>
        <translation>取り込んだデータの削除</translation>
    </message>
    <message>
        <source>Delete personas</source>
        <translation>ペルソナの削除</translation>
    </message>
    <message>
        <source>Grade the evidence</source>
        <translation>根拠の確かさの変更</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>Move a KPI</source>
        <translation>KPIの移動</translation>
    </message>
    <message>
        <source>Move a condition</source>
        <translation>条件の移動</translation>
    </message>
    <message>
        <source>Move a term</source>
        <translation>用語の移動</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Rename a department</source>
        <translation>部門の名前の変更</translation>
    </message>
    <message>
        <source>Rename a role</source>
        <translation>役割の名前の変更</translation>
    </message>
    <message>
        <source>Rename a term</source>
        <translation>用語の名前の変更</translation>
    </message>
    <message>
        <source>Rename imported data</source>
        <translation>取り込んだデータの名前の変更</translation>
    </message>
    <message>
        <source>Rename personas</source>
        <translation>ペルソナの名前の変更</translation>
    </message>
    <message>
        <source>Rename the workspace</source>
        <translation>ワークスペースの名前の変更</translation>
    </message>
    <message>
        <source>Say what the columns mean</source>
        <translation>列の意味の変更</translation>
    </message>
    <message>
        <source>Set the as-of month</source>
        <translation>時点の変更</translation>
    </message>
    <message>
        <source>Set the fiscal year</source>
        <translation>会計年度の変更</translation>
    </message>
    <message>
        <source>Set the review period</source>
        <translation>見直し期間の変更</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>押印</translation>
    </message>
    <message>
        <source>Write a department's wording</source>
        <translation>部門の言い方の記入</translation>
    </message>
    <message>
        <source>Write a quote</source>
        <translation>本人の言葉の記入</translation>
    </message>
    <message>
        <source>Write in a persona</source>
        <translation>ペルソナの記入</translation>
    </message>
    <message>
        <source>Write the agreed wording</source>
        <translation>合意文の記入</translation>
    </message>
    <message>
        <source>Write the quantitative test</source>
        <translation>数値基準の記入</translation>
    </message>
    <message>
        <source>Write the recycling rule</source>
        <translation>再引渡のルールの記入</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>理由の記入</translation>
    </message>
    <message>
        <source>Add a rejection reason</source>
        <translation>却下理由の追加</translation>
    </message>
    <message>
        <source>Delete a rejection reason</source>
        <translation>却下理由の削除</translation>
    </message>
    <message>
        <source>Choose what the term counts</source>
        <translation>用語の数え方の選択</translation>
    </message>
    <message>
        <source>Begin the hand-over contract</source>
        <translation>引き渡し条件の作成</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>A rejected lead goes back to marketing with its reason and may be handed over again once the reason is gone.</source>
        <translation>却下したリードは理由を付けてマーケティングに戻し、理由がなくなったら再び引き渡せます。</translation>
    </message>
    <message>
        <source>First journey</source>
        <translation>最初のジャーニー</translation>
    </message>
    <message>
        <source>First personas</source>
        <translation>最初のペルソナ</translation>
    </message>
</context>
</TS>
