<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Errors</name>
    <message>
        <source>A timer takes more than 0 and at most {most} minutes, not {where}. Nothing was started.</source>
        <translation>タイマーは0分より長く{most}分以内で設定してください（入力: {where}）。開始していません。</translation>
    </message>
    <message>
        <source>Each has {least} to {most} votes, not {where}. Nothing was begun.</source>
        <translation>票数は{least}〜{most}票で設定してください（入力: {where}）。開始していません。</translation>
    </message>
    <message>
        <source>The result of this vote is open already. Nothing was changed. Begin another vote to vote again.</source>
        <translation>この投票の結果はすでに公開されています。何も変更していません。もう一度投票するには新しい投票を始めてください。</translation>
    </message>
    <message>
        <source>All {votes} votes are given. Take one back to give it to another note.</source>
        <translation>{votes}票をすべて使いました。ほかの付箋に入れるには、先に1票を取り消してください。</translation>
    </message>
    <message>
        <source>Nothing is written yet. Write what was decided, then add it.</source>
        <translation>まだ何も書かれていません。決まったことを書いてから追加してください。</translation>
    </message>
    <message>
        <source>Private writing is still going on, so what would be agreed cannot be seen by all. Nothing was changed. Reveal it first.</source>
        <translation>非公開の書き出し中のため、合意する内容を全員が読めません。何も変更していません。先に公開してください。</translation>
    </message>
</context>
<context>
    <name>Workshop</name>
    <message>
        <source>Private note of {department}, covered until it is revealed</source>
        <translation>{department}が非公開で書いた付箋（公開まで伏せています）</translation>
    </message>
    <message>
        <source>Private, covered until it is revealed</source>
        <translation>非公開（公開まで伏せています）</translation>
    </message>
</context>
<context>
    <name>WorkshopSteps</name>
    <message>
        <source>Begin a workshop</source>
        <translation>ワークショップの開始</translation>
    </message>
    <message>
        <source>End the workshop</source>
        <translation>ワークショップの終了</translation>
    </message>
    <message>
        <source>Rename the workshop</source>
        <translation>ワークショップの名前の変更</translation>
    </message>
    <message>
        <source>Start the timer</source>
        <translation>タイマーの開始</translation>
    </message>
    <message>
        <source>Pause the timer</source>
        <translation>タイマーの一時停止</translation>
    </message>
    <message>
        <source>Go on with the timer</source>
        <translation>タイマーの再開</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>時間の延長</translation>
    </message>
    <message>
        <source>Stop the timer</source>
        <translation>タイマーの停止</translation>
    </message>
    <message>
        <source>Begin private writing</source>
        <translation>非公開の書き出しの開始</translation>
    </message>
    <message>
        <source>Reveal what was written privately</source>
        <translation>非公開の書き出しの公開</translation>
    </message>
    <message>
        <source>Begin a vote</source>
        <translation>投票の開始</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Take a vote back</source>
        <translation>投票の取り消し</translation>
    </message>
    <message>
        <source>Reveal the votes</source>
        <translation>投票結果の公開</translation>
    </message>
    <message>
        <source>Close the vote</source>
        <translation>投票の終了</translation>
    </message>
    <message>
        <source>Write down a decision</source>
        <translation>決定事項の記録</translation>
    </message>
    <message>
        <source>Change a decision</source>
        <translation>決定事項の変更</translation>
    </message>
    <message>
        <source>Delete a decision</source>
        <translation>決定事項の削除</translation>
    </message>
</context>
</TS>
