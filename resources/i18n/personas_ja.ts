<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Personas</name>
    <message>
        <source>Add a role</source>
        <translation>役割を追加</translation>
    </message>
    <message>
        <source>Add personas</source>
        <translation>ペルソナを追加</translation>
    </message>
    <message>
        <source>Delete the note</source>
        <translation>付箋を削除</translation>
    </message>
    <message>
        <source>Delete this role</source>
        <translation>この役割を削除</translation>
    </message>
    <message>
        <source>Evidence of {field}: {grade}</source>
        <translation>{field}の根拠：{grade}</translation>
    </message>
    <message>
        <source>Evidence: {grade}</source>
        <translation>根拠：{grade}</translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation>本人の言葉</translation>
    </message>
    <message>
        <source>More for {role}</source>
        <translation>{role}のその他の操作</translation>
    </message>
    <message>
        <source>Name of the role</source>
        <translation>役割の名前</translation>
    </message>
    <message>
        <source>New personas</source>
        <translation>新しいペルソナ</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>新しい役割</translation>
    </message>
    <message>
        <source>No personas yet</source>
        <translation>ペルソナはまだありません</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>未記入</translation>
    </message>
    <message>
        <source>One line on the role</source>
        <translation>役割を1行で</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>ペルソナ</translation>
    </message>
    <message>
        <source>Rename these personas</source>
        <translation>ペルソナの名前を変更</translation>
    </message>
    <message>
        <source>The note was deleted.</source>
        <translation>付箋を削除しました。</translation>
    </message>
    <message>
        <source>The role was deleted.</source>
        <translation>役割を削除しました。</translation>
    </message>
    <message>
        <source>What the role means</source>
        <translation>役割の意味</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>どんな人か</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>付箋を書く</translation>
    </message>
    <message>
        <source>Write a note under {field}</source>
        <translation>{field}に付箋を書く</translation>
    </message>
    <message>
        <source>Write who searches, who decides and who signs.</source>
        <translation>調べる人、決める人、決裁する人を書き出します。</translation>
    </message>
    <message>
        <source>e.g. accounting section, 8th year</source>
        <translation>例：経理課 主任・入社8年目</translation>
    </message>
    <message>
        <source>“In their own words”</source>
        <translation>「本人の言葉」</translation>
    </message>
</context>
</TS>
