<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>JourneyOut</name>
    <message numerus="yes">
        <source>%n note(s) came in by their phases and lanes.</source>
        <translation>
            <numerusform>%n note came in by its phase and lane.</numerusform>
            <numerusform>%n notes came in by their phases and lanes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of unknown phase or lane is/are in the parking lot.</source>
        <translation>
            <numerusform>%n of unknown phase or lane is in the parking lot.</numerusform>
            <numerusform>%n of unknown phase or lane are in the parking lot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) of the emotion curve was/were left out.</source>
        <translation>
            <numerusform>%n figure of the emotion curve was left out.</numerusform>
            <numerusform>%n figures of the emotion curve were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} names none of the phases. %n note(s) is/are in the free area.</source>
        <translation>
            <numerusform>{name} names none of the phases. %n note is in the free area.</numerusform>
            <numerusform>{name} names none of the phases. %n notes are in the free area.</numerusform>
        </translation>
    </message>
</context>
</TS>
