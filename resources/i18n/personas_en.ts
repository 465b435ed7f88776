<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Personas</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) filled as hypotheses; what was written stays.</source>
        <translation>
            <numerusform>%n part filled as a hypothesis; what was written stays.</numerusform>
            <numerusform>%n parts filled as hypotheses; what was written stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s) back this.</source>
        <translation>
            <numerusform>%n voice backs this.</numerusform>
            <numerusform>%n voices back this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won customer(s)</source>
        <translation>
            <numerusform>%n won customer</numerusform>
            <numerusform>%n won customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not known of %n customer(s), not counted.</source>
        <translation>
            <numerusform>Not known of %n customer, not counted.</numerusform>
            <numerusform>Not known of %n customers, not counted.</numerusform>
        </translation>
    </message>
</context>
</TS>
