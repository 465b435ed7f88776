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
<context>
    <name>Structure</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn %n note(s)</source>
        <translation>
            <numerusform>Turn %n note into</numerusform>
            <numerusform>Turn %n notes into</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn %n note(s) into …</source>
        <translation>
            <numerusform>Turn %n note into …</numerusform>
            <numerusform>Turn %n notes into …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) went into {place}. They stay on the board, linked.</source>
        <translation>
            <numerusform>%n note went into {place}. It stays on the board, linked.</numerusform>
            <numerusform>%n notes went into {place}. They stay on the board, linked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>
%n condition(s) could not be read whole: muted until you word them.</source>
        <translation>
            <numerusform>
%n condition could not be read whole: it is muted until you word it.</numerusform>
            <numerusform>
%n conditions could not be read whole: they are muted until you word them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message numerus="yes">
        <source>%n entry(ies) deleted.</source>
        <translation>
            <numerusform>%n entry deleted.</numerusform>
            <numerusform>%n entries deleted.</numerusform>
        </translation>
    </message>
</context>
</TS>
