<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Reviews</name>
    <message numerus="yes">
        <source>%n warning(s) stand out in the figures.</source>
        <translation><numerusform>%n warning stands out in the figures.</numerusform><numerusform>%n warnings stand out in the figures.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) without an answer after the agreed time.</source>
        <translation><numerusform>%n lead without an answer after the agreed time.</numerusform><numerusform>%n leads without an answer after the agreed time.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{off} of %n KPI(s) with a target are off; the farthest is {worst} at {ratio}.</source>
        <translation><numerusform>{off} of %n KPI with a target is off: {worst} at {ratio}.</numerusform><numerusform>{off} of %n KPIs with a target are off; the farthest is {worst} at {ratio}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) handed over: {accepted} accepted, {rejected} given back, {capacity} without capacity, {unanswered} unanswered.</source>
        <translation><numerusform>%n lead handed over: {accepted} accepted, {rejected} given back, {capacity} without capacity, {unanswered} unanswered.</numerusform><numerusform>%n leads handed over: {accepted} accepted, {rejected} given back, {capacity} without capacity, {unanswered} unanswered.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Of %n customer(s) won, {match} are target, {no} are not, {unknown} lack information.</source>
        <translation><numerusform>Of %n customer won, {match} is target, {no} is not, {unknown} lacks information.</numerusform><numerusform>Of %n customers won, {match} are target, {no} are not, {unknown} lack information.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{hypotheses} of %n statement(s) about personas are still a hypothesis.</source>
        <translation><numerusform>{hypotheses} of %n statement about personas is still a hypothesis.</numerusform><numerusform>{hypotheses} of %n statements about personas are still a hypothesis.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All %n KPI(s) with a target reach it or are within 10 % of it.</source>
        <translation><numerusform>The %n KPI with a target reaches it or is within 10 % of it.</numerusform><numerusform>All %n KPIs with a target reach it or are within 10 % of it.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>since {month} (%n months)</source>
        <translation><numerusform>{month} (%n month)</numerusform><numerusform>{month} (%n months)</numerusform></translation>
    </message>
</context>
<context>
    <name>ReviewsArea</name>
    <message numerus="yes">
        <source>All %n item(s)</source>
        <translation><numerusform>All %n item</numerusform><numerusform>All %n items</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All %n KPI(s)</source>
        <translation><numerusform>All %n KPI</numerusform><numerusform>All %n KPIs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n KPI(s) have other figures in the data now. The meeting keeps those it saw.</source>
        <translation><numerusform>%n KPI has another figure in the data now. The meeting keeps the one it saw.</numerusform><numerusform>%n KPIs have other figures in the data now. The meeting keeps those it saw.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more finding(s)</source>
        <translation><numerusform>%n more finding</numerusform><numerusform>%n more findings</numerusform></translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>%n more item(s) with differing drafts</source>
        <translation><numerusform>%n more item with differing drafts</numerusform><numerusform>%n more items with differing drafts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more action(s)</source>
        <translation><numerusform>%n more action</numerusform><numerusform>%n more actions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The drafts differ in %n place(s).</source>
        <translation><numerusform>The drafts differ in %n place.</numerusform><numerusform>The drafts differ in %n places.</numerusform></translation>
    </message>
</context>
</TS>
