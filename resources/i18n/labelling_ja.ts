<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Edit</name>
    <message>
        <source>Begin a blind labelling</source>
        <translation>目隠し判定の開始</translation>
    </message>
    <message>
        <source>Answer in a blind labelling</source>
        <translation>目隠し判定の回答</translation>
    </message>
    <message>
        <source>Mark what decides</source>
        <translation>決め手の印</translation>
    </message>
    <message>
        <source>Open the result of a blind labelling</source>
        <translation>目隠し判定の結果の公開</translation>
    </message>
    <message>
        <source>Rename a blind labelling</source>
        <translation>目隠し判定の名前の変更</translation>
    </message>
    <message>
        <source>Delete a blind labelling</source>
        <translation>目隠し判定の削除</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A blind labelling is for {least} to {most} departments. Choose them, then begin again.</source>
        <translation>目隠し判定は{least}〜{most}部門で行います。部門を選び直してから始めてください。</translation>
    </message>
    <message>
        <source>A blind labelling takes {least} to {most} leads; here there are {given}. Nothing was begun.</source>
        <translation>目隠し判定に使うリードは{least}〜{most}件ですが、{given}件でした。判定はまだ始まっていません。</translation>
    </message>
    <message>
        <source>The result of “{where}” is open, so nothing can be answered any more. For another try begin a new blind labelling.</source>
        <translation>「{where}」は結果を公開済みのため、回答できません。もう一度行うときは、新しい目隠し判定を始めてください。</translation>
    </message>
    <message>
        <source>“{where}” does not ask your department. Change the department you speak for at the top of the window.</source>
        <translation>「{where}」の対象に自部門は入っていません。画面上部で自部門を切り替えてください。</translation>
    </message>
    <message>
        <source>“{where}” is no answer. Known are: {known}.</source>
        <translation>「{where}」という回答はありません。使えるのは {known} です。</translation>
    </message>
</context>
</TS>
