<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>KpiMapping</name>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n KPI(s) connected with the sheet.</source>
        <translation>
            <numerusform>%n KPI connected with the sheet.</numerusform>
            <numerusform>%n KPIs connected with the sheet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore the %n row(s) without a KPI</source>
        <translation>
            <numerusform>Ignore the %n row without a KPI</numerusform>
            <numerusform>Ignore the %n rows without a KPI</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of “{sheet}” feed no KPI: {rows}</source>
        <translation>
            <numerusform>%n row of “{sheet}” feeds no KPI: {rows}</numerusform>
            <numerusform>%n rows of “{sheet}” feed no KPI: {rows}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the KPI sheets feed no KPI: {rows}</source>
        <translation>
            <numerusform>%n row of the KPI sheets feeds no KPI: {rows}</numerusform>
            <numerusform>%n rows of the KPI sheets feed no KPI: {rows}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{rows} and %n more</source>
        <translation>
            <numerusform>{rows} and %n more</numerusform>
            <numerusform>{rows} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) feed no KPI yet.</source>
        <translation>
            <numerusform>%n row feeds no KPI yet.</numerusform>
            <numerusform>%n rows feed no KPI yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
