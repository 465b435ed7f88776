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
</context>
</TS>
