<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Capacity</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) above what sales can take up; the most in {month}: {over} leads.</source>
        <translation>
            <numerusform>%n month above what sales can take up; the most in {month}: {over} leads.</numerusform>
            <numerusform>%n months above what sales can take up; the most in {month}: {over} leads.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) named one by one</source>
        <translation>
            <numerusform>%n person named one by one</numerusform>
            <numerusform>%n people named one by one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” alone does not bring the load into the capacity; {value} comes closest (%n month(s) over).</source>
        <translation>
            <numerusform>“{name}” alone does not bring the load into the capacity; {value} comes closest (%n month over).</numerusform>
            <numerusform>“{name}” alone does not bring the load into the capacity; {value} comes closest (%n months over).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months of {span}</source>
        <translation><numerusform>%n month of {span}</numerusform><numerusform>%n months of {span}</numerusform></translation>
    </message>
</context>
</TS>
