<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Refreshing</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) stand in more than one row and were matched in order: {keys}</source>
        <translation><numerusform>%n key stands in more than one row and was matched in order: {keys}</numerusform><numerusform>%n keys stand in more than one row and were matched in order: {keys}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) watched</source>
        <translation><numerusform>%n sheet watched</numerusform><numerusform>%n sheets watched</numerusform></translation>
    </message>
</context>
</TS>
