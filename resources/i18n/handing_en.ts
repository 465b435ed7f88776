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
    <message numerus="yes">
        <source>Copied %n lead(s). Paste them into Excel.</source>
        <translation><numerusform>Copied %n lead. Paste it into Excel.</numerusform><numerusform>Copied %n leads. Paste them into Excel.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Saved %n lead(s) to {name}.</source>
        <translation><numerusform>Saved %n lead to {name}.</numerusform><numerusform>Saved %n leads to {name}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Work off %n incomplete hot lead(s)</source>
        <translation><numerusform>Work off %n incomplete hot lead</numerusform><numerusform>Work off %n incomplete hot leads</numerusform></translation>
    </message>
</context>
</TS>
