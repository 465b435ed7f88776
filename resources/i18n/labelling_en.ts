<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Labelling</name>
    <message numerus="yes">
        <source>%n answer(s) taken in.</source>
        <translation>
            <numerusform>%n answer taken in.</numerusform>
            <numerusform>%n answers taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n lead(s) that all of them called one thing or the other</source>
        <translation>
            <numerusform>over %n lead that all of them called one thing or the other</numerusform>
            <numerusform>over %n leads that all of them called one thing or the other</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) left out, because somebody could not tell or gave no answer</source>
        <translation>
            <numerusform>%n lead left out, because somebody could not tell or gave no answer</numerusform>
            <numerusform>%n leads left out, because somebody could not tell or gave no answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) without a verdict or an answer</source>
        <translation>
            <numerusform>%n lead without a verdict or an answer</numerusform>
            <numerusform>%n leads without a verdict or an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) with too little data: fewer than 5 leads on one side.</source>
        <translation>
            <numerusform>%n condition with too little data: fewer than 5 leads on one side.</numerusform>
            <numerusform>%n conditions with too little data: fewer than 5 leads on one side.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
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
