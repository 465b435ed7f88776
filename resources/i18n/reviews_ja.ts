<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Edit</name>
    <message>
        <source>Begin a review</source>
        <translation>レビューの開始</translation>
    </message>
    <message>
        <source>Keep the figures</source>
        <translation>数字の記録</translation>
    </message>
    <message>
        <source>Set the day of a review</source>
        <translation>レビューの日付の変更</translation>
    </message>
    <message>
        <source>Say who is there</source>
        <translation>出席者の記入</translation>
    </message>
    <message>
        <source>Write minutes</source>
        <translation>議事メモの記入</translation>
    </message>
    <message>
        <source>Answer a check</source>
        <translation>確認事項の回答</translation>
    </message>
    <message>
        <source>Explain an answer</source>
        <translation>回答の理由の記入</translation>
    </message>
    <message>
        <source>Decide on a definition</source>
        <translation>定義の見直しの判断</translation>
    </message>
    <message>
        <source>Close a review</source>
        <translation>議事録の確定</translation>
    </message>
    <message>
        <source>Open a review again</source>
        <translation>議事録の再編集</translation>
    </message>
    <message>
        <source>Delete a review</source>
        <translation>レビューの削除</translation>
    </message>
    <message>
        <source>Write a hypothesis</source>
        <translation>仮説の追加</translation>
    </message>
    <message>
        <source>Change a hypothesis</source>
        <translation>仮説の変更</translation>
    </message>
    <message>
        <source>Delete a hypothesis</source>
        <translation>仮説の削除</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>アクションの追加</translation>
    </message>
    <message>
        <source>Change an action</source>
        <translation>アクションの変更</translation>
    </message>
    <message>
        <source>Say how an action stands</source>
        <translation>アクションの状況の変更</translation>
    </message>
    <message>
        <source>Delete an action</source>
        <translation>アクションの削除</translation>
    </message>
    <message>
        <source>Write about an action</source>
        <translation>アクションのメモの記入</translation>
    </message>
    <message>
        <source>Renew an agreement</source>
        <translation>合意の更新</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The minutes of {where} are closed. Nothing was changed. Open the review again to change them.</source>
        <translation>{where}の議事録は確定済みです。何も変更していません。直すときは、レビューをもう一度開いてください。</translation>
    </message>
    <message>
        <source>“{where}” is no kind of review, only: {known}. Nothing was changed.</source>
        <translation>「{where}」というレビューの種類はありません。使えるのは{known}です。何も変更していません。</translation>
    </message>
    <message>
        <source>“{where}” is none of the checks of a review: {known}. Nothing was changed.</source>
        <translation>「{where}」はレビューの確認事項（{known}）にありません。何も変更していません。</translation>
    </message>
    <message>
        <source>“{where}” cannot be chosen here, only: {known}. Nothing was changed.</source>
        <translation>ここでは「{where}」を選べません。選べるのは{known}です。何も変更していません。</translation>
    </message>
    <message>
        <source>There is no text. Nothing was added. Write what is to be done, or what you think.</source>
        <translation>文章が空です。何も追加していません。何をするか、または考えを書いてください。</translation>
    </message>
    <message>
        <source>{where} is not agreed as it is now, so it cannot be renewed. Nothing was changed. Stamp it instead.</source>
        <translation>{where}は今の内容では合意されていないため、更新できません。何も変更していません。合意印を押してください。</translation>
    </message>
    <message>
        <source>There is no review “{where}”. Nothing was changed. Reviews: {known}.</source>
        <translation>「{where}」というレビューはありません。何も変更していません。あるレビュー：{known}</translation>
    </message>
    <message>
        <source>There is no action “{where}”, or more than one. Nothing was changed. Actions: {known}.</source>
        <translation>「{where}」というアクションがないか、2つ以上あります。何も変更していません。アクション：{known}</translation>
    </message>
</context>
<context>
    <name>Minutes</name>
    <message>
        <source>{page} / {pages}</source>
        <translation>{page} / {pages}</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>議事録</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>アクション</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>KPI / condition</source>
        <translation>KPI・条件</translation>
    </message>
    <message>
        <source>Nothing was left to do.</source>
        <translation>前回までに残ったアクションはありません。</translation>
    </message>
    <message>
        <source>Actions of last time</source>
        <translation>前回までのアクション</translation>
    </message>
    <message>
        <source>Nothing was decided.</source>
        <translation>今回決まったアクションはありません。</translation>
    </message>
    <message>
        <source>Actions decided</source>
        <translation>今回のアクション</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>実績</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Achievement</source>
        <translation>達成率</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認事項</translation>
    </message>
    <message>
        <source>What the figures say</source>
        <translation>数字からわかること</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>見直し期限</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Renewed by</source>
        <translation>更新した部門</translation>
    </message>
    <message>
        <source>Nothing was decided about a definition.</source>
        <translation>定義についての判断はまだありません。</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>定義の見直し</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Quality leads</source>
        <translation>質リード</translation>
    </message>
    <message>
        <source>Below target since</source>
        <translation>未達の始まり</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>決定日</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>アクション</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>出席者</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>次回</translation>
    </message>
    <message>
        <source>The three checks</source>
        <translation>3つの確認事項</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>{month}, as kept on {time}</source>
        <translation>{month}（{time}に記録）</translation>
    </message>
    <message>
        <source>Minutes closed</source>
        <translation>議事録の確定</translation>
    </message>
    <message>
        <source>not yet: this is a draft</source>
        <translation>未確定（下書き）</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>気になる動き</translation>
    </message>
    <message>
        <source>Hypotheses</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>What is off in {month}</source>
        <translation>{month}の未達KPI</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Every KPI with a target reaches it or is within 10 % of it.</source>
        <translation>目標のあるKPIは、すべて達成しているか、目標との差が10%以内です。</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Review of {name}</source>
        <translation>見直し：{name}</translation>
    </message>
    <message>
        <source>Due: {title}</source>
        <translation>期日：{title}</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>Yearly definition review</source>
        <translation>年次の定義見直し</translation>
    </message>
    <message>
        <source>Weekly KPI meeting</source>
        <translation>週次KPI会議</translation>
    </message>
    <message>
        <source>The definition is a draft; nobody has proposed it.</source>
        <translation>定義は下書きで、まだ提案されていません。</translation>
    </message>
    <message>
        <source>The definition is proposed and waits for stamps.</source>
        <translation>定義は提案中で、合意印がそろっていません。</translation>
    </message>
    <message>
        <source>The definition was changed since it was agreed.</source>
        <translation>合意の後に、定義が変更されています。</translation>
    </message>
    <message>
        <source>The agreement on the definition is up for review since {day}.</source>
        <translation>定義の合意は、{day}に見直し期限を迎えました。</translation>
    </message>
    <message>
        <source>The definition is agreed; its review is due on {day}.</source>
        <translation>定義は合意済みです。見直し期限は{day}です。</translation>
    </message>
    <message>
        <source>Must the strategy or a KPI change?</source>
        <translation>戦略やKPIを変える必要はあるか</translation>
    </message>
    <message>
        <source>Must the hot-lead definition change?</source>
        <translation>ホットリードの定義を変える必要はあるか</translation>
    </message>
    <message>
        <source>Have target and personas drifted from the real leads?</source>
        <translation>ターゲットとペルソナは実際のリードとずれていないか</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更する</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>検討する</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期日超過</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完了</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>取り下げ</translation>
    </message>
    <message>
        <source>outside its usual range</source>
        <translation>通常の範囲外</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) stand out in the figures.</source>
        <translation><numerusform>注意が必要な動きが%n件あります。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) without an answer after the agreed time.</source>
        <translation><numerusform>回答期限を過ぎても回答のないリードが%n件あります。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{off} of %n KPI(s) with a target are off; the farthest is {worst} at {ratio}.</source>
        <translation><numerusform>目標のあるKPI %n件のうち{off}件が未達です。目標との差が最も大きいのは{worst}（達成率{ratio}）です。</numerusform></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>未検証</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>裏付けあり</translation>
    </message>
    <message>
        <source>Refuted</source>
        <translation>否定</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) handed over: {accepted} accepted, {rejected} given back, {capacity} without capacity, {unanswered} unanswered.</source>
        <translation><numerusform>引き渡したリード%n件の内訳は、受領{accepted}件、却下{rejected}件、対応余力なし{capacity}件、未回答{unanswered}件です。</numerusform></translation>
    </message>
    <message>
        <source>Most often given back for: {reason} ({count} of {of}).</source>
        <translation>却下理由で最も多いのは「{reason}」です（却下{of}件中{count}件）。</translation>
    </message>
    <message>
        <source>Most often overruled: “{phrase}”. {share} of its leads came back ({count} of {of}).</source>
        <translation>却下の割合が最も高い条件は「{phrase}」です。該当したリード{of}件のうち{count}件（{share}）が却下されました。</translation>
    </message>
    <message numerus="yes">
        <source>Share of target leads: {now} of the last %n, {before} before.</source>
        <translation><numerusform>ターゲットに該当するリードの割合は、直近の%n件では{now}、その前の同じ長さの期間では{before}です。</numerusform></translation>
    </message>
    <message>
        <source>The difference may be chance.</source>
        <translation>この差は偶然の範囲内と考えられます。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n customer(s) won, {match} are target, {no} are not, {unknown} lack information.</source>
        <translation><numerusform>受注した%n件のうち、ターゲットに該当するのは{match}件、該当しないのは{no}件、情報不足は{unknown}件です。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{hypotheses} of %n statement(s) about personas are still a hypothesis.</source>
        <translation><numerusform>ペルソナの記述%n件のうち、{hypotheses}件はまだ仮説です。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All %n KPI(s) with a target reach it or are within 10 % of it.</source>
        <translation><numerusform>目標のあるKPI %n件は、すべて達成しているか、目標との差が10%以内です。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>since {month} (%n months)</source>
        <translation><numerusform>{month}から（%nか月）</numerusform></translation>
    </message>
    <message>
        <source>{name} is at {reached} of its target for {span}.</source>
        <translation>{name}は{span}の累計で、目標の{reached}です。</translation>
    </message>
    <message>
        <source>at most {figure}</source>
        <translation>{figure}以下</translation>
    </message>
    <message>
        <source>, less is better</source>
        <translation>、少ないほど良い</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Reviews</source>
        <translation>レビュー</translation>
    </message>
</context>
<context>
    <name>ReviewsArea</name>
    <message>
        <source>Begin the weekly meeting</source>
        <translation>週次会議の開始</translation>
    </message>
    <message>
        <source>Begin the yearly review</source>
        <translation>年次見直しの開始</translation>
    </message>
    <message>
        <source>Actions of last time</source>
        <translation>前回までのアクション</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>アクション</translation>
    </message>
    <message>
        <source>Show the KPI</source>
        <translation>KPIを表示</translation>
    </message>
    <message>
        <source>Show the condition</source>
        <translation>条件を表示</translation>
    </message>
    <message>
        <source>first of all: what was promised</source>
        <translation>まず、前回決めたことの確認から</translation>
    </message>
    <message>
        <source>Nothing is left from before.</source>
        <translation>前回までに残っているアクションはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n more settled</source>
        <translation><numerusform>済んだもの あと%n件</numerusform></translation>
    </message>
    <message>
        <source>who does what by when</source>
        <translation>誰が・何を・いつまでに</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>何をするか</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>新しいアクション</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>アクション</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>The action was deleted.</source>
        <translation>アクションを削除しました。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会議</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>週次</translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>年次</translation>
    </message>
    <message>
        <source>Delete this review</source>
        <translation>このレビューの削除</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Weekly meeting</source>
        <translation>週次会議</translation>
    </message>
    <message>
        <source>No meeting yet</source>
        <translation>会議はまだありません</translation>
    </message>
    <message>
        <source>The weekly KPI meeting on one page: what was promised last time, what is off since when and whose, three checks, hypotheses and actions. The figures are kept as they are now.</source>
        <translation>週次のKPI会議を1ページで進められます。前回決めたこと、未達のKPI（いつから・誰の担当か）、3つの確認事項、仮説、アクションの順に確認します。数字は、今の値を会議の記録として残します。</translation>
    </message>
    <message>
        <source>Reckoning the figures</source>
        <translation>数字の集計</translation>
    </message>
    <message>
        <source>Edit again</source>
        <translation>もう一度編集</translation>
    </message>
    <message>
        <source>Close the minutes</source>
        <translation>議事録の確定</translation>
    </message>
    <message>
        <source>The review was deleted. Its actions stay.</source>
        <translation>レビューを削除しました。アクションは残ります。</translation>
    </message>
    <message>
        <source>Minutes closed</source>
        <translation>議事録 確定済み</translation>
    </message>
    <message>
        <source>Being held</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>The minutes are closed. Next review: {day}</source>
        <translation>議事録を確定しました。次回は{day}です。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The data says nothing about this yet.</source>
        <translation>これについて分かるデータは、まだありません。</translation>
    </message>
    <message>
        <source>Why: {question}</source>
        <translation>理由：{question}</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>表示：{what}</translation>
    </message>
    <message>
        <source>This Friday</source>
        <translation>今週の金曜</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>1週間後</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>2週間後</translation>
    </message>
    <message>
        <source>End of the month</source>
        <translation>月末</translation>
    </message>
    <message>
        <source>Definitions up for review</source>
        <translation>見直す定義</translation>
    </message>
    <message>
        <source>keep as agreed, or change</source>
        <translation>合意のまま続けるか、変更するか</translation>
    </message>
    <message>
        <source>No agreement is due for review within 30 days.</source>
        <translation>30日以内に見直し期限を迎える合意はありません。</translation>
    </message>
    <message>
        <source>Show the agreement</source>
        <translation>合意を表示</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>見直し期限</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Renewed by</source>
        <translation>更新した部門</translation>
    </message>
    <message>
        <source>Only what is due</source>
        <translation>期限のものだけ</translation>
    </message>
    <message numerus="yes">
        <source>All %n item(s)</source>
        <translation><numerusform>全%n件</numerusform></translation>
    </message>
    <message>
        <source>Renewed for your department.</source>
        <translation>自部門として更新しました。</translation>
    </message>
    <message>
        <source>Still holds for {department}</source>
        <translation>{department}として継続を確認</translation>
    </message>
    <message>
        <source>Then {then}, in the data now {now}</source>
        <translation>会議のときは{then}、今のデータでは{now}</translation>
    </message>
    <message>
        <source>What is off</source>
        <translation>未達のKPI</translation>
    </message>
    <message>
        <source>Keep the figures of now</source>
        <translation>今の数字を記録</translation>
    </message>
    <message>
        <source>Hypothesis about it</source>
        <translation>仮説を書く</translation>
    </message>
    <message>
        <source>Action about it</source>
        <translation>アクションを書く</translation>
    </message>
    <message numerus="yes">
        <source>%n KPI(s) have other figures in the data now. The meeting keeps those it saw.</source>
        <translation><numerusform>KPI %n件は、その後データの値が変わりました。会議の記録は、当時の値のままです。</numerusform></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>実績</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Achievement</source>
        <translation>達成率</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Take the figures</source>
        <translation>数字の記録</translation>
    </message>
    <message>
        <source>Only what is off</source>
        <translation>未達だけ</translation>
    </message>
    <message numerus="yes">
        <source>All %n KPI(s)</source>
        <translation><numerusform>全KPI %n件</numerusform></translation>
    </message>
    <message>
        <source>No figures were kept with this meeting. Import a KPI sheet or a lead list, then take the figures.</source>
        <translation>この会議には、まだ数字が記録されていません。KPI表かリード一覧を取り込んでから記録してください。</translation>
    </message>
    <message>
        <source>figures of {month}, kept {time}</source>
        <translation>{month}の数字（{time}に記録）</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>配布</translation>
    </message>
    <message>
        <source>Minutes as Excel…</source>
        <translation>議事録（Excel）…</translation>
    </message>
    <message>
        <source>Minutes as PDF…</source>
        <translation>議事録（PDF）…</translation>
    </message>
    <message>
        <source>All days for a calendar (.ics)…</source>
        <translation>予定表に入れる日付…</translation>
    </message>
    <message>
        <source>Save the days</source>
        <translation>日付の保存</translation>
    </message>
    <message>
        <source>Save the minutes</source>
        <translation>議事録の保存</translation>
    </message>
    <message>
        <source>Reviews and actions</source>
        <translation>レビューとアクション</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>{name}の保存</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name}を保存しました。</translation>
    </message>
    <message>
        <source>Hypotheses</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>Why may this be so?</source>
        <translation>なぜそうなっているのか</translation>
    </message>
    <message>
        <source>New hypothesis</source>
        <translation>新しい仮説</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>why the figures are as they are</source>
        <translation>数字がこうなった理由として考えられること</translation>
    </message>
    <message>
        <source>The hypothesis was deleted.</source>
        <translation>仮説を削除しました。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>次回</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>出席者</translation>
    </message>
    <message>
        <source>How it goes, what came of it</source>
        <translation>進み具合、結果</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>関係するもの</translation>
    </message>
    <message>
        <source>Decided on {day}</source>
        <translation>{day}に決定</translation>
    </message>
    <message>
        <source>Who is there</source>
        <translation>出席者の名前</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>What else was said</source>
        <translation>そのほかの発言</translation>
    </message>
    <message>
        <source>The figures of now are kept with the meeting.</source>
        <translation>今の数字を会議に記録しました。</translation>
    </message>
    <message>
        <source>Every KPI with a target reaches it or is within 10 % of it.</source>
        <translation>目標のあるKPIは、すべて達成しているか、目標との差が10%以内です。</translation>
    </message>
    <message numerus="yes">
        <source>%n more finding(s)</source>
        <translation><numerusform>ほか%n件</numerusform></translation>
    </message>
    <message>
        <source>Show the capacity</source>
        <translation>対応余力を見る</translation>
    </message>
    <message>
        <source>Proposal: {what}</source>
        <translation>提案：{what}</translation>
    </message>
    <message>
        <source>It is an action.</source>
        <translation>アクションにしました。</translation>
    </message>
    <message>
        <source>Make it an action</source>
        <translation>アクションにする</translation>
    </message>
    <message>
        <source>The action was added to the meeting; the months to come follow its plan.</source>
        <translation>アクションを追加し、今後の負荷に反映しました。</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Hold</source>
        <translation>会議へ</translation>
    </message>
    <message>
        <source>Being held</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Day has come</source>
        <translation>開催日</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>まもなく</translation>
    </message>
    <message numerus="yes">
        <source>%n more item(s) with differing drafts</source>
        <translation><numerusform>案が違う項目 あと%n件</numerusform></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>調整</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message numerus="yes">
        <source>%n more action(s)</source>
        <translation><numerusform>アクション あと%n件</numerusform></translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>相違あり</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>古いデータ</translation>
    </message>
    <message>
        <source>nobody named yet</source>
        <translation>担当者未定</translation>
    </message>
    <message>
        <source>Action of {owner}</source>
        <translation>アクション（{owner}）</translation>
    </message>
    <message>
        <source>Overdue or due soon</source>
        <translation>期日を過ぎたか、まもなく期日です。</translation>
    </message>
    <message numerus="yes">
        <source>The drafts differ in %n place(s).</source>
        <translation><numerusform>部門の案が%nか所で食い違っています。</numerusform></translation>
    </message>
    <message>
        <source>The data ends with {until}.</source>
        <translation>データは{until}分までです。</translation>
    </message>
    <message>
        <source>Is being held; close the minutes when it is over.</source>
        <translation>進行中です。終わったら議事録を確定してください。</translation>
    </message>
    <message>
        <source>It begins with the actions of last time.</source>
        <translation>前回のアクションの確認から始めます。</translation>
    </message>
    <message>
        <source>Comes up soon.</source>
        <translation>まもなく開催日です。</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>KPI meetings and their actions, minutes, days for a calendar</source>
        <translation>KPI会議とそのアクション、議事録、予定表に入れる日付</translation>
    </message>
    <message>
        <source>day or id of a meeting, or last; all are listed if not said</source>
        <translation>会議の日付かID、または last。省くと一覧を表示</translation>
    </message>
    <message>
        <source>begin one and keep the figures of now with it</source>
        <translation>会議を始め、今の数字を記録する</translation>
    </message>
    <message>
        <source>what is begun (weekly if not said)</source>
        <translation>始める会議の種類（省くと週次）</translation>
    </message>
    <message>
        <source>add an action</source>
        <translation>アクションを追加する</translation>
    </message>
    <message>
        <source>who does it</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>which department answers for it</source>
        <translation>担当部門</translation>
    </message>
    <message>
        <source>by when</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>関係するKPI</translation>
    </message>
    <message>
        <source>this action (id or title) is done</source>
        <translation>このアクション（IDか内容）を完了にする</translation>
    </message>
    <message>
        <source>make the minutes final</source>
        <translation>議事録を確定する</translation>
    </message>
    <message>
        <source>write the minutes here</source>
        <translation>議事録の書き出し先</translation>
    </message>
    <message>
        <source>write all days to come here, for a calendar</source>
        <translation>予定表に入れる日付の書き出し先</translation>
    </message>
    <message>
        <source>Also said</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Actions of last time</source>
        <translation>前回までのアクション</translation>
    </message>
    <message>
        <source>Off target</source>
        <translation>未達のKPI</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>確認事項</translation>
    </message>
    <message>
        <source>Hypotheses</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>出席者</translation>
    </message>
    <message>
        <source>Figures kept at</source>
        <translation>数字の記録</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>次回</translation>
    </message>
    <message>
        <source>Minutes closed</source>
        <translation>議事録の確定</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期日</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認事項</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What the figures say</source>
        <translation>数字からわかること</translation>
    </message>
    <message>
        <source>Minutes written to</source>
        <translation>議事録の書き出し先</translation>
    </message>
    <message>
        <source>Calendar written to</source>
        <translation>予定表の書き出し先</translation>
    </message>
    <message>
        <source>Days written</source>
        <translation>書き出した日付</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期日超過</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完了</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>取り下げ</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>未検証</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>裏付けあり</translation>
    </message>
    <message>
        <source>Refuted</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>weekly meeting</source>
        <translation>週次会議</translation>
    </message>
    <message>
        <source>yearly review</source>
        <translation>年次見直し</translation>
    </message>
</context>
</TS>
