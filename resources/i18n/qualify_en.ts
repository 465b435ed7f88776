<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Sentence</name>
    <message numerus="yes"><source>{field} is within %n day(s) before {reference}</source><translation><numerusform>{field} is within %n day before {reference}</numerusform><numerusform>{field} is within %n days before {reference}</numerusform></translation></message>
    <message numerus="yes"><source>{field} is within the last %n day(s)</source><translation><numerusform>{field} is within the last %n day</numerusform><numerusform>{field} is within the last %n days</numerusform></translation></message>
</context>
</TS>
