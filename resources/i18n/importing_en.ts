<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n empty</source>
        <translation><numerusform>%n empty</numerusform><numerusform>%n empty</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are not shown here</source>
        <translation><numerusform>%n more row is not shown here</numerusform><numerusform>%n more rows are not shown here</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more like this</source>
        <translation><numerusform>and %n more like this</numerusform><numerusform>and %n more like this</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{range} · %n row(s)</source>
        <translation><numerusform>{range} · %n row</numerusform><numerusform>{range} · %n rows</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) as one</source>
        <translation><numerusform>%n sheet as one</numerusform><numerusform>%n sheets as one</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) as one</source>
        <translation><numerusform>%n table as one</numerusform><numerusform>%n tables as one</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Refreshes the KPI sheet of this name, which has %n row(s) now.</source>
        <translation><numerusform>Refreshes the KPI sheet of this name, which has %n row now.</numerusform><numerusform>Refreshes the KPI sheet of this name, which has %n rows now.</numerusform></translation>
    </message>
</context>
</TS>
