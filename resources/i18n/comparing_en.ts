<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Compare</name>
    <message numerus="yes">
        <source>%n left to settle</source>
        <translation>
            <numerusform>%n place left to settle</numerusform>
            <numerusform>%n places left to settle</numerusform>
        </translation>
    </message>
</context>
</TS>
