<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>StructureSteps</name>
    <message numerus="yes">
        <source>Turn %n note(s) into statements of a persona</source>
        <translation>
            <numerusform>付箋 %n 枚のペルソナへの変換</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn %n note(s) into conditions</source>
        <translation>
            <numerusform>付箋 %n 枚の条件への変換</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn %n note(s) into KPIs</source>
        <translation>
            <numerusform>付箋 %n 枚のKPIへの変換</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n note(s) into the backlog</source>
        <translation>
            <numerusform>付箋 %n 枚の施策・コンテンツへの追加</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Add to the backlog</source>
        <translation>施策・コンテンツの追加</translation>
    </message>
    <message>
        <source>Change an entry of the backlog</source>
        <translation>施策・コンテンツの変更</translation>
    </message>
    <message>
        <source>Delete from the backlog</source>
        <translation>施策・コンテンツの削除</translation>
    </message>
</context>
</TS>
