<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Proposals</name>
    <message numerus="yes">
        <source>Take over %n</source>
        <translation><numerusform>Take over %n</numerusform><numerusform>Take over %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) could not be read:</source>
        <translation><numerusform>%n edit could not be read:</numerusform><numerusform>%n edits could not be read:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) in {name}.</source>
        <translation><numerusform>%n proposal in {name}.</numerusform><numerusform>%n proposals in {name}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them contradict(s) newer edits in the workspace and is/are not ticked.</source>
        <translation><numerusform>%n of them contradicts newer edits in the workspace and is not ticked.</numerusform><numerusform>%n of them contradict newer edits in the workspace and are not ticked.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) taken over.</source>
        <translation><numerusform>%n proposal taken over.</numerusform><numerusform>%n proposals taken over.</numerusform></translation>
    </message>
</context>
</TS>
