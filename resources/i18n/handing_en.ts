<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Handing</name>
    <message numerus="yes">
        <source>%n hot lead(s)</source>
        <translation>
            <numerusform>%n hot lead</numerusform>
            <numerusform>%n hot leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing in %n hot lead(s)</source>
        <translation>
            <numerusform>missing in %n hot lead</numerusform>
            <numerusform>missing in %n hot leads</numerusform>
        </translation>
    </message>
</context>
</TS>
