<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Workshop</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) for each department</source>
        <translation>
            <numerusform>%n vote for each department</numerusform>
            <numerusform>%n votes for each department</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) for each person</source>
        <translation>
            <numerusform>%n vote for each person</numerusform>
            <numerusform>%n votes for each person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Voting, %n left</source>
        <translation>
            <numerusform>Voting, %n left</numerusform>
            <numerusform>Voting, %n left</numerusform>
        </translation>
    </message>
</context>
</TS>
