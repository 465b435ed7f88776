<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Agreements</name>
    <message numerus="yes">
        <source>%n reason(s)</source>
        <translation><numerusform>%n reason</numerusform><numerusform>%n reasons</numerusform></translation>
    </message>
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
    <message numerus="yes">
        <source>(%n day(s) over)</source>
        <translation><numerusform>(%n day over)</numerusform><numerusform>(%n days over)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>(in %n day(s))</source>
        <translation><numerusform>(in %n day)</numerusform><numerusform>(in %n days)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Stamp all %n</source>
        <translation><numerusform>Stamp %n item</numerusform><numerusform>Stamp all %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Stamped %n item(s).</source>
        <translation><numerusform>Stamped %n item.</numerusform><numerusform>Stamped %n items.</numerusform></translation>
    </message>
</context>
<context>
    <name>Revisions</name>
    <message numerus="yes">
        <source>%n place(s) differ</source>
        <translation><numerusform>%n place differs</numerusform><numerusform>%n places differ</numerusform></translation>
    </message>
</context>
</TS>
