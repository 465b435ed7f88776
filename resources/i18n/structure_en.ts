<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>StructureSteps</name>
    <message numerus="yes">
        <source>Turn %n note(s) into statements of a persona</source>
        <translation>
            <numerusform>Turn %n note into a statement of a persona</numerusform>
            <numerusform>Turn %n notes into statements of a persona</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn %n note(s) into conditions</source>
        <translation>
            <numerusform>Turn %n note into a condition</numerusform>
            <numerusform>Turn %n notes into conditions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn %n note(s) into KPIs</source>
        <translation>
            <numerusform>Turn %n note into a KPI</numerusform>
            <numerusform>Turn %n notes into KPIs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n note(s) into the backlog</source>
        <translation>
            <numerusform>Put %n note into the backlog</numerusform>
            <numerusform>Put %n notes into the backlog</numerusform>
        </translation>
    </message>
</context>
</TS>
