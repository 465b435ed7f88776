<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>JourneyOut</name>
    <message>
        <source>No role</source>
        <translation>役割なし</translation>
    </message>
    <message>
        <source>Emotion of {role}, {phase}</source>
        <translation>{role}の感情（{phase}）</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>ジャーニー</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>ファイルに書き込めません</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>No phase is called like this column; add the phase on the board first.</source>
        <translation>この列の名前のフェーズがありません。先にボードでフェーズを追加してください。</translation>
    </message>
    <message>
        <source>A number from −2 to +2 is needed here.</source>
        <translation>ここには −2 から +2 までの数が必要です。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>付箋の文</translation>
    </message>
    <message>
        <source>Department in charge</source>
        <translation>担当部門</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>レーン</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>No journey is called {where}. Nothing was written. There are: {known}.</source>
        <translation>「{where}」というジャーニーはありません。何も書き出していません。あるのは次のものです：{known}</translation>
    </message>
    <message>
        <source>There is no journey to write. Make one on the board first.</source>
        <translation>書き出すジャーニーがありません。先にボードで作成してください。</translation>
    </message>
    <message>
        <source>A picture holds one journey. Nothing was written. Name one of them: {known}.</source>
        <translation>画像にできるジャーニーは1つずつです。何も書き出していません。次のどれかを指定してください：{known}</translation>
    </message>
    <message>
        <source>None of the selected notes is there any more. Nothing was written. Select notes and try again.</source>
        <translation>選択した付箋はもうありません。何も書き出していません。付箋を選び直してください。</translation>
    </message>
    <message>
        <source>{where} pixels an inch cannot be made. Nothing was written. Give a number from {least} to {most}.</source>
        <translation>1インチあたり {where} ピクセルでは作れません。何も書き出していません。{least} から {most} までの数を指定してください。</translation>
    </message>
</context>
</TS>
