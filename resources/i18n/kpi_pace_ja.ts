<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>KpiPace</name>
    <message>
        <source>Pace</source>
        <translation>営業日ペース</translation>
    </message>
    <message>
        <source>{figure} at this pace</source>
        <translation>このペースなら {figure}</translation>
    </message>
    <message>
        <source>{actual} in {days} of {of} business days.</source>
        <translation>営業日{of}日のうち{days}日で{actual}。</translation>
    </message>
    <message>
        <source>Not every month has a target.</source>
        <translation>目標のない月があります。</translation>
    </message>
    <message>
        <source>Target {target}, of which {due} due by now.</source>
        <translation>目標{target}、現時点の按分は{due}。</translation>
    </message>
</context>
</TS>
