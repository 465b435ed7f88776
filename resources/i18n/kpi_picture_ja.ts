<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>KpiPicture</name>
    <message>
        <source>{caption}　continues: {path}</source>
        <translation>{caption}　続き：{path}</translation>
    </message>
    <message>
        <source>Actuals of the last months</source>
        <translation>直近の実績の推移</translation>
    </message>
    <message>
        <source>Targets of the same months</source>
        <translation>同じ月の目標</translation>
    </message>
</context>
</TS>
