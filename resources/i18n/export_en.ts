<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>%n place(s) changed</source>
        <translation><numerusform>%n place changed</numerusform><numerusform>%n places changed</numerusform></translation>
    </message>
</context>
</TS>
