<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New window</source>
        <translation>新しいウィンドウ</translation>
    </message>
    <message>
        <source>Present in this window</source>
        <translation>このウィンドウで発表</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>ウィンドウを閉じる</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>発表</translation>
    </message>
</context>
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
    <name>Settings</name>
    <message>
        <source>Whether the end of a workshop's timer is heard</source>
        <translation>ワークショップのタイマーの終わりを音で知らせるかどうか</translation>
    </message>
</context>
<context>
    <name>Workshop</name>
    <message>
        <source>Present in this window</source>
        <translation>このウィンドウで発表</translation>
    </message>
    <message>
        <source>{text} (votes: {votes})</source>
        <translation>{text}（投票: {votes}）</translation>
    </message>
    <message>
        <source>Presented in another window</source>
        <translation>別のウィンドウで発表中</translation>
    </message>
    <message>
        <source>Back there (Ctrl+Shift+PgUp)</source>
        <translation>発表を前へ（Ctrl+Shift+PgUp）</translation>
    </message>
    <message>
        <source>Next there (Ctrl+Shift+PgDn)</source>
        <translation>発表を次へ（Ctrl+Shift+PgDn）</translation>
    </message>
    <message>
        <source>Present “{area}” there</source>
        <translation>「{area}」を発表</translation>
    </message>
    <message>
        <source>End the presentation</source>
        <translation>発表の終了</translation>
    </message>
    <message>
        <source>Private note of {department}, covered until it is revealed</source>
        <translation>{department}が非公開で書いた付箋（公開まで伏せています）</translation>
    </message>
    <message>
        <source>Private, covered until it is revealed</source>
        <translation>非公開（公開まで伏せています）</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) for each department</source>
        <translation>
            <numerusform>1部門につき%n票</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) for each person</source>
        <translation>
            <numerusform>1人につき%n票</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Voting, %n left</source>
        <translation>
            <numerusform>投票中・残り%n票</numerusform>
        </translation>
    </message>
    <message>
        <source>+1 min</source>
        <translation>＋1分</translation>
    </message>
    <message>
        <source>A click on a note votes for it, Shift+click takes the vote back. By key: Ctrl+. and Ctrl+Shift+.</source>
        <translation>付箋をクリックすると1票入り、Shift＋クリックで取り消せます。キーでは Ctrl+. と Ctrl+Shift+.</translation>
    </message>
    <message>
        <source>About the note</source>
        <translation>対象の付箋</translation>
    </message>
    <message>
        <source>About: {note}</source>
        <translation>対象: {note}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>As one page</source>
        <translation>1ページで見る</translation>
    </message>
    <message>
        <source>Back (←)</source>
        <translation>前へ（←）</translation>
    </message>
    <message>
        <source>Begin a workshop</source>
        <translation>ワークショップの開始</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる（Esc）</translation>
    </message>
    <message>
        <source>Close the vote</source>
        <translation>投票を片付ける</translation>
    </message>
    <message>
        <source>Copied. Paste it into a mail or a chat.</source>
        <translation>コピーしました。メールやチャットに貼り付けられます。</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>テキストでコピー</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定事項</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>決定事項</translation>
    </message>
    <message>
        <source>Decisions ({count})</source>
        <translation>決定事項（{count}）</translation>
    </message>
    <message>
        <source>Delete the decision</source>
        <translation>この決定事項の削除</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Due, as 2026-12-18</source>
        <translation>期限（例 2026-12-18）</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>End the workshop</source>
        <translation>ワークショップの終了</translation>
    </message>
    <message>
        <source>End the workshop…</source>
        <translation>ワークショップの終了…</translation>
    </message>
    <message>
        <source>From now on each department sees only its own new notes, until you reveal them.</source>
        <translation>これから書く付箋は、公開するまで自部門にだけ見えます。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>終了（Esc）</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>New decision</source>
        <translation>新しい決定事項</translation>
    </message>
    <message>
        <source>Next (→)</source>
        <translation>次へ（→）</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Nobody has voted.</source>
        <translation>まだ誰も投票していません。</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>まだ誰もいません</translation>
    </message>
    <message>
        <source>Not about this note</source>
        <translation>この付箋との結び付けを外す</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>付箋</translation>
    </message>
    <message>
        <source>Nothing has been written down yet.</source>
        <translation>まだ何も記録されていません。</translation>
    </message>
    <message>
        <source>On the whole screen, step by step (F5)</source>
        <translation>全画面で1枚ずつ表示します（F5）</translation>
    </message>
    <message>
        <source>Other number for each person…</source>
        <translation>1人あたりの票数を指定…</translation>
    </message>
    <message>
        <source>Other time…</source>
        <translation>時間を指定…</translation>
    </message>
    <message>
        <source>Outside of a workshop</source>
        <translation>ワークショップ以外</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>発表</translation>
    </message>
    <message>
        <source>Present and workshop (F5)</source>
        <translation>発表とワークショップ（F5）</translation>
    </message>
    <message>
        <source>Present on the whole screen</source>
        <translation>全画面での発表</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>Rank {rank}: {text}, {votes} votes ({departments})</source>
        <translation>{rank}位: {text}、{votes}票（{departments}）</translation>
    </message>
    <message>
        <source>Rename the workshop</source>
        <translation>ワークショップの名前の変更</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前の変更…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Result of the vote</source>
        <translation>投票の結果</translation>
    </message>
    <message>
        <source>Reveal the notes</source>
        <translation>付箋を公開</translation>
    </message>
    <message>
        <source>Reveal the votes</source>
        <translation>結果を公開</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDFで保存…</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>{name}に保存しました</translation>
    </message>
    <message>
        <source>Show the note: {text}</source>
        <translation>付箋の表示: {text}</translation>
    </message>
    <message>
        <source>Sound at the end</source>
        <translation>終了時に音を鳴らす</translation>
    </message>
    <message>
        <source>Step {step} of {count}: {title}</source>
        <translation>{count}枚中{step}枚目: {title}</translation>
    </message>
    <message>
        <source>Stop the timer</source>
        <translation>タイマーの停止</translation>
    </message>
    <message>
        <source>The PDF could not be written. Check the folder and try again.</source>
        <translation>PDFを書き込めませんでした。フォルダーを確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The decision was deleted.</source>
        <translation>決定事項を削除しました。</translation>
    </message>
    <message>
        <source>The whole journey</source>
        <translation>ジャーニー全体</translation>
    </message>
    <message>
        <source>The workshop has begun.</source>
        <translation>ワークショップを始めました。</translation>
    </message>
    <message>
        <source>The workshop has begun. Phases and lanes are locked; notes can be written and moved.</source>
        <translation>ワークショップを始めました。フェーズとレーンは固定され、付箋は書いたり動かしたりできます。</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>時間です</translation>
    </message>
    <message>
        <source>Time is up.</source>
        <translation>時間になりました。</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>タイマー</translation>
    </message>
    <message>
        <source>Timer resting, {time} left</source>
        <translation>タイマー一時停止中、残り{time}</translation>
    </message>
    <message>
        <source>Timer, {time} left</source>
        <translation>タイマー、残り{time}</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Vote by click</source>
        <translation>クリックで投票</translation>
    </message>
    <message>
        <source>Vote of {time}</source>
        <translation>{time}の投票</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>票数</translation>
    </message>
    <message>
        <source>Votes for each person</source>
        <translation>1人あたりの票数</translation>
    </message>
    <message>
        <source>Votes so far</source>
        <translation>これまでの投票</translation>
    </message>
    <message>
        <source>Votes stay hidden until you reveal them</source>
        <translation>結果は公開するまで誰にも見えません</translation>
    </message>
    <message>
        <source>What departments write stays covered for the others until you reveal it</source>
        <translation>各部門が書く付箋は、公開するまでほかの部門には伏せられます</translation>
    </message>
    <message>
        <source>What was decided, in one sentence</source>
        <translation>決まったこと（1文で）</translation>
    </message>
    <message>
        <source>What was decided…</source>
        <translation>決定事項の一覧…</translation>
    </message>
    <message>
        <source>What we decided</source>
        <translation>決まったこと</translation>
    </message>
    <message>
        <source>Without a timer</source>
        <translation>タイマーなし</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>ワークショップ</translation>
    </message>
    <message>
        <source>Workshops</source>
        <translation>ワークショップ</translation>
    </message>
    <message>
        <source>Write down a decision about this note</source>
        <translation>この付箋についての決定を記録</translation>
    </message>
    <message>
        <source>Write privately</source>
        <translation>非公開で書く</translation>
    </message>
    <message>
        <source>Writing privately</source>
        <translation>非公開で記入中</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>記録者</translation>
    </message>
    <message>
        <source>due: {date}</source>
        <translation>期限: {date}</translation>
    </message>
    <message>
        <source>given: {counts}</source>
        <translation>投票済み: {counts}</translation>
    </message>
    <message>
        <source>note: {text}</source>
        <translation>付箋: {text}</translation>
    </message>
    <message>
        <source>owner: {name}</source>
        <translation>担当: {name}</translation>
    </message>
    <message>
        <source>{name}, {day}</source>
        <translation>{name}（{day}）</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>記録日</translation>
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
