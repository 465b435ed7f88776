<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>KpiBegin</name>
    <message>
        <source>Begin the KPI tree</source>
        <translation>KPIツリーをつくる</translation>
    </message>
    <message>
        <source>First what it is made of, figures later: a KPI sheet or a lead list is connected by the names.</source>
        <translation>まず構造、数値はあとから。KPI表やリード一覧を取り込むと、名前で結び付きます。</translation>
    </message>
    <message>
        <source>Begin with it</source>
        <translation>このひな型で始める</translation>
    </message>
    <message>
        <source>Begin with one KPI</source>
        <translation>KPIを1つ追加して始める</translation>
    </message>
    <message numerus="yes">
        <source>%n KPI(s)</source>
        <translation>
            <numerusform>KPI %n個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Begin the KPI tree</source>
        <translation>KPIツリーの作成</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>There is a KPI tree already. Nothing was changed. Delete its KPIs first to begin with a template.</source>
        <translation>KPIツリーはすでにあります。何も変更していません。ひな型から始めるには、先にKPIを削除してください。</translation>
    </message>
</context>
</TS>
