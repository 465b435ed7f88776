<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Agreements</name>
    <message numerus="yes">
        <source>%n item(s) were proposed.</source>
        <translation>
            <numerusform>%n item was proposed.</numerusform>
            <numerusform>%n items were proposed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
