<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation><numerusform>%n column</numerusform><numerusform>%n columns</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) need a look.</source>
        <translation><numerusform>%n place needs a look.</numerusform><numerusform>%n places need a look.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation><numerusform>%n row</numerusform><numerusform>%n rows</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of {name} were imported.</source>
        <translation><numerusform>%n row of {name} was imported.</numerusform><numerusform>%n rows of {name} were imported.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Refreshes the list of this name, which has %n row(s) now.</source>
        <translation><numerusform>Refreshes the list of this name, which has %n row now.</numerusform><numerusform>Refreshes the list of this name, which has %n rows now.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{sheet} · {range} · %n row(s)</source>
        <translation><numerusform>{sheet} · {range} · %n row</numerusform><numerusform>{sheet} · {range} · %n rows</numerusform></translation>
    </message>
</context>
<context>
    <name>Leads</name>
    <message numerus="yes">
        <source>%n of {all} lead(s)</source>
        <translation><numerusform>%n of {all} leads</numerusform><numerusform>%n of {all} leads</numerusform></translation>
    </message>
</context>
</TS>
