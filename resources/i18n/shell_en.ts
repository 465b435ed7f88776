<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Crash</name>
    <message numerus="yes">
        <source>%n edit(s) could not be written to this computer yet. Please free some space, then go on.</source>
        <translation>
            <numerusform>%n edit could not be written to this computer yet. Please free some space, then go on.</numerusform>
            <numerusform>%n edits could not be written to this computer yet. Please free some space, then go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>Below target for %n month(s)</source>
        <translation>
            <numerusform>Below target for %n month</numerusform>
            <numerusform>Below target for %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loop</name>
    <message numerus="yes">
        <source>%n department(s)</source>
        <translation>
            <numerusform>%n department</numerusform>
            <numerusform>%n departments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n KPI(s)</source>
        <translation>
            <numerusform>%n KPI</numerusform>
            <numerusform>%n KPIs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>%n edit(s) of an earlier session that were not in the file are back.</source>
        <translation>
            <numerusform>%n edit of an earlier session that was not in the file is back.</numerusform>
            <numerusform>%n edits of an earlier session that were not in the file are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) by colleagues came in from the file.</source>
        <translation>
            <numerusform>%n change by colleagues came in from the file.</numerusform>
            <numerusform>%n changes by colleagues came in from the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were changed on both sides; both values are kept.</source>
        <translation>
            <numerusform>%n field was changed on both sides; both values are kept.</numerusform>
            <numerusform>%n fields were changed on both sides; both values are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status bar</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
</TS>
