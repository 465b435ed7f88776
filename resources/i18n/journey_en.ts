<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Board</name>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>%n note deleted.</numerusform>
            <numerusform>%n notes deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) lay beyond the grid and are in the parking lot.</source>
        <translation>
            <numerusform>%n note lay beyond the grid and is in the parking lot.</numerusform>
            <numerusform>%n notes lay beyond the grid and are in the parking lot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) pasted, one per line. Ctrl+Shift+V makes a single note of it.</source>
        <translation>
            <numerusform>%n note pasted.</numerusform>
            <numerusform>%n notes pasted, one per line. Ctrl+Shift+V makes a single note of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) pasted.</source>
        <translation>
            <numerusform>%n note pasted.</numerusform>
            <numerusform>%n notes pasted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” was removed; %n note(s) went along.</source>
        <translation>
            <numerusform>“{name}” was removed with %n note.</numerusform>
            <numerusform>“{name}” was removed with %n notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” was removed; %n note(s) moved.</source>
        <translation>
            <numerusform>“{name}” was removed; %n note was moved.</numerusform>
            <numerusform>“{name}” was removed; %n notes were moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove, and its %n note(s)…</source>
        <translation>
            <numerusform>Remove, and its %n note…</numerusform>
            <numerusform>Remove, and its %n notes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same note %n time(s)</source>
        <translation>
            <numerusform>The same note %n time</numerusform>
            <numerusform>The same note %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) nobody has linked</source>
        <translation>
            <numerusform>%n note nobody has linked</numerusform>
            <numerusform>%n notes nobody has linked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What %n note(s) are about</source>
        <translation>
            <numerusform>What %n note is about</numerusform>
            <numerusform>What %n notes are about</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journey</name>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Vote, %n left</source>
        <translation>
            <numerusform>Vote, %n left</numerusform>
            <numerusform>Vote, %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDetails</name>
    <message numerus="yes">
        <source>%n note(s) selected. Paper and evidence change on all.</source>
        <translation>
            <numerusform>%n note selected.</numerusform>
            <numerusform>%n notes selected. Paper and evidence change on all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteSteps</name>
    <message numerus="yes">
        <source>Colour %n note(s)</source>
        <translation>
            <numerusform>Colour %n note</numerusform>
            <numerusform>Colour %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n note(s)</source>
        <translation>
            <numerusform>Move %n note</numerusform>
            <numerusform>Move %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n note(s)</source>
        <translation>
            <numerusform>Delete %n note</numerusform>
            <numerusform>Delete %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n note(s)</source>
        <translation>
            <numerusform>Duplicate %n note</numerusform>
            <numerusform>Duplicate %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cluster %n note(s)</source>
        <translation>
            <numerusform>Cluster %n note</numerusform>
            <numerusform>Cluster %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n note(s)</source>
        <translation>
            <numerusform>Paste %n note</numerusform>
            <numerusform>Paste %n notes</numerusform>
        </translation>
    </message>
</context>
</TS>
