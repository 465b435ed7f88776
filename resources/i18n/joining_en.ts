<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Joining</name>
    <message numerus="yes">
        <source>%n decision(s) about doubtful matches were kept.</source>
        <translation><numerusform>%n decision about doubtful matches was kept.</numerusform><numerusform>%n decisions about doubtful matches were kept.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful outcome row(s) were left out.</source>
        <translation><numerusform>%n doubtful outcome row was left out.</numerusform><numerusform>%n doubtful outcome rows were left out.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) got their outcome.</source>
        <translation><numerusform>%n lead got its outcome.</numerusform><numerusform>%n leads got their outcome.</numerusform></translation>
    </message>
</context>
</TS>
