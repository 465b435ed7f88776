<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Definitions</name>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation><numerusform>%n lead</numerusform><numerusform>%n leads</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation><numerusform>and %n more place</numerusform><numerusform>and %n more places</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>of %n lead(s)</source>
        <translation><numerusform>of %n lead</numerusform><numerusform>of %n leads</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) above what sales can take up</source>
        <translation><numerusform>%n month above what sales can take up</numerusform><numerusform>%n months above what sales can take up</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation><numerusform>%n piece of evidence</numerusform><numerusform>%n pieces of evidence</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) copied. They can be pasted into any definition or into Excel.</source>
        <translation><numerusform>%n condition copied. It can be pasted into any definition or into Excel.</numerusform><numerusform>%n conditions copied. They can be pasted into any definition or into Excel.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) pasted.</source>
        <translation><numerusform>%n condition pasted.</numerusform><numerusform>%n conditions pasted.</numerusform></translation>
    </message>
</context>
</TS>
