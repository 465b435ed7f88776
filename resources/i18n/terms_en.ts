<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AgreementBar</name>
    <message numerus="yes">
        <source>Stamped. %n department(s) still to stamp.</source>
        <translation>
            <numerusform>Stamped. %n department still to stamp.</numerusform>
            <numerusform>Stamped. %n departments still to stamp.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message numerus="yes">
        <source>%n more place(s)</source>
        <translation><numerusform>%n more place</numerusform><numerusform>%n more places</numerusform></translation>
    </message>
</context>
</TS>
