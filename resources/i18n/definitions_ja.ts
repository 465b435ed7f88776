<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Definitions</name>
    <message>
        <source>Whose wording</source>
        <translation>表示する案</translation>
    </message>
    <message>
        <source>Write our own draft</source>
        <translation>自部門の案を書く</translation>
    </message>
    <message>
        <source>Begins as the joint definition; what differs is settled under Differences.</source>
        <translation>共通の定義を写して始めます。違いは「突き合わせ」で決めます。</translation>
    </message>
    <message>
        <source>See the differences</source>
        <translation>違いを見る</translation>
    </message>
    <message>
        <source>Joint definition</source>
        <translation>共通の定義</translation>
    </message>
    <message>
        <source>Draft of {side}</source>
        <translation>{side}の案</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation><numerusform>%n件</numerusform></translation>
    </message>
    <message>
        <source>95 % interval (Wilson)</source>
        <translation>95%区間（ウィルソン）</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>by sales, as the outcome</comment>
        <translation>営業の受領</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>条件を追加</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>グループを追加</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>値を追加</translation>
    </message>
    <message>
        <source>Against the outcome</source>
        <translation>実際の結果と比べる</translation>
    </message>
    <message>
        <source>All are met</source>
        <translation>すべてを満たす</translation>
    </message>
    <message>
        <source>Any is met</source>
        <translation>いずれかを満たす</translation>
    </message>
    <message>
        <source>At least {count} are met</source>
        <translation>{count}つ以上を満たす</translation>
    </message>
    <message>
        <source>By month of registration</source>
        <translation>登録月ごとの該当</translation>
    </message>
    <message>
        <source>Choose a field</source>
        <translation>項目を選ぶ</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Count it again</source>
        <translation>停止を解除</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>Delete takes this value out</source>
        <translation>Deleteキーでこの値を外せます</translation>
    </message>
    <message>
        <source>Delete the condition</source>
        <translation>条件を削除</translation>
    </message>
    <message>
        <source>Delete the group</source>
        <translation>グループを削除</translation>
    </message>
    <message>
        <source>Drag to move; or Alt+↑ and Alt+↓</source>
        <translation>ドラッグで移動（Alt+↑、Alt+↓でも動かせます）</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Form of the sentence</source>
        <translation>文の形</translation>
    </message>
    <message>
        <source>From</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Group name</source>
        <translation>グループ名</translation>
    </message>
    <message>
        <source>Group of conditions</source>
        <translation>条件グループ</translation>
    </message>
    <message>
        <source>Hot-lead definition</source>
        <translation>ホットリードの定義</translation>
    </message>
    <message>
        <source>How the conditions are joined</source>
        <translation>条件のつなぎ方</translation>
    </message>
    <message>
        <source>Import a lead list to see at once how many leads the rule means.</source>
        <translation>リード一覧を取り込むと、条件に合う件数がすぐに分かります。</translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation>リードを取り込む</translation>
    </message>
    <message>
        <source>In words (made from the conditions)</source>
        <translation>定義文（条件から自動作成）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Knock-out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Known at hand-over</source>
        <translation>引渡時点で既知</translation>
    </message>
    <message>
        <source>Lead list</source>
        <translation>リード一覧</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>該当</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他の操作</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Mute (leave it out for now)</source>
        <translation>停止する（判定から一時的に外す）</translation>
    </message>
    <message>
        <source>No conditions yet.</source>
        <translation>条件はまだありません。</translation>
    </message>
    <message>
        <source>No leads yet</source>
        <translation>リードはまだありません</translation>
    </message>
    <message>
        <source>Nothing is asked for yet. Add the first condition.</source>
        <translation>まだ条件がありません。最初の条件を追加してください。</translation>
    </message>
    <message>
        <source>On your leads</source>
        <translation>リードで確かめる</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>それ以外</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>加点</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>再現率</translation>
    </message>
    <message>
        <source>Require the target</source>
        <translation>ターゲットを必須にする</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>一覧で見る</translation>
    </message>
    <message>
        <source>Similar: {names}</source>
        <translation>似た列：{names}</translation>
    </message>
    <message>
        <source>Target definition</source>
        <translation>ターゲットの定義</translation>
    </message>
    <message>
        <source>The condition was deleted.</source>
        <translation>条件を削除しました。</translation>
    </message>
    <message>
        <source>The group was deleted.</source>
        <translation>グループを削除しました。</translation>
    </message>
    <message>
        <source>The hot-lead definition</source>
        <translation>ホットリードの定義</translation>
    </message>
    <message>
        <source>The leads have no column “{field}”.</source>
        <translation>リードに「{field}」という列がありません。</translation>
    </message>
    <message>
        <source>The target definition</source>
        <translation>ターゲットの定義</translation>
    </message>
    <message>
        <source>This counts days up to the date of the data, which is not known. Set the as-of month first.</source>
        <translation>データの基準日までの日数を数えますが、基準日が分かりません。先に基準月を設定してください。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>受注</translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation><numerusform>ほか%nか所</numerusform></translation>
    </message>
    <message>
        <source>in vain</source>
        <translation>空振り</translation>
    </message>
    <message>
        <source>is left out for now</source>
        <translation>（停止中）</translation>
    </message>
    <message>
        <source>is met</source>
        <translation>に該当</translation>
    </message>
    <message>
        <source>known only later</source>
        <translation>引渡後に判明</translation>
    </message>
    <message>
        <source>match {match}, no match {no_match}, not enough information {unknown}</source>
        <translation>該当 {match}件、非該当 {no_match}件、情報不足 {unknown}件</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>見逃し</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>not won</source>
        <translation>受注なし</translation>
    </message>
    <message numerus="yes">
        <source>of %n lead(s)</source>
        <translation><numerusform>リード%n件中</numerusform></translation>
    </message>
    <message>
        <source>reference value, n = {n}</source>
        <translation>参考値（n={n}）</translation>
    </message>
    <message>
        <source>rightly handed over</source>
        <translation>正しく渡せた</translation>
    </message>
    <message>
        <source>rightly kept back</source>
        <translation>正しく除けた</translation>
    </message>
    <message>
        <source>sales accepted</source>
        <translation>営業が受領</translation>
    </message>
    <message>
        <source>sales rejected</source>
        <translation>営業が却下</translation>
    </message>
    <message>
        <source>value missing</source>
        <translation>値が未入力</translation>
    </message>
    <message>
        <source>which companies to win first</source>
        <translation>はじめに獲得したい会社</translation>
    </message>
    <message>
        <source>which leads marketing may hand over to sales</source>
        <translation>営業に引き渡してよいリード</translation>
    </message>
    <message>
        <source>won</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>{lift} times the share among all leads</source>
        <translation>全体の割合の{lift}倍</translation>
    </message>
    <message>
        <source>↓ shows the values in the leads</source>
        <translation>↓キーでリードにある値を表示します</translation>
    </message>
    <message>
        <source>* reference value: fewer than 30 leads</source>
        <translation>* 参考値（30件未満）</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受領率</translation>
    </message>
    <message>
        <source>Add a condition that can run, and it can be tried out here.</source>
        <translation>判定できる条件を追加すると、ここで試せます。</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>合意版</translation>
    </message>
    <message>
        <source>Agreed revision</source>
        <translation>合意版</translation>
    </message>
    <message>
        <source>All leads</source>
        <translation>全期間</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比べる相手</translation>
    </message>
    <message>
        <source>Conditions to turn</source>
        <translation>条件を動かす</translation>
    </message>
    <message>
        <source>Counts and test</source>
        <translation>件数と検証</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Does no work: without it every verdict stays the same.</source>
        <translation>働いていません。外しても判定は1件も変わりません。</translation>
    </message>
    <message>
        <source>Draft of {department}</source>
        <translation>{department}の案</translation>
    </message>
    <message>
        <source>Each condition dropped in turn</source>
        <translation>条件を1つずつ外した場合</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>前半（調整）</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>適合</translation>
    </message>
    <message>
        <source>Hours a day for new leads</source>
        <translation>新規リードに使う時間（1人1日）</translation>
    </message>
    <message>
        <source>Hours per lead</source>
        <translation>リード1件あたりの時間</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>関心</translation>
    </message>
    <message>
        <source>It is known at hand-over</source>
        <translation>引き渡し時点でわかる項目にする</translation>
    </message>
    <message>
        <source>It is known only afterwards</source>
        <translation>引き渡し後にわかる項目にする</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>後半（報告）</translation>
    </message>
    <message>
        <source>Lead {number}</source>
        <translation>リード {number}</translation>
    </message>
    <message>
        <source>Leads by month, capacity</source>
        <translation>月ごとの件数と営業の対応余力</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>月平均</translation>
    </message>
    <message>
        <source>Leak: “{field}” is known only after hand-over, so it was left out of the test.</source>
        <translation>リーク：「{field}」は引き渡し後にわかる項目なので、検証から外しました。</translation>
    </message>
    <message>
        <source>Leak: “{field}” is known only after hand-over, yet it is in the test, which flatters the figures.</source>
        <translation>リーク：「{field}」は引き渡し後にわかる項目ですが、検証に含めています。数字は実際より良く見えます。</translation>
    </message>
    <message>
        <source>Leave it out of the test</source>
        <translation>検証から外す</translation>
    </message>
    <message>
        <source>Peak load</source>
        <translation>最大月の負荷</translation>
    </message>
    <message>
        <source>McNemar: only the other right {b}, only this one right {c}; {p} ({how})</source>
        <translation>マクネマー検定：相手だけが正しい {b}件、この定義だけが正しい {c}件、{p}（{how}）</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Only here: {gained} ({gained_yes} with success); only there: {lost} ({lost_yes} with success)</source>
        <translation>この定義だけで該当 {gained}件（うち成果あり {gained_yes}件）、相手だけで該当 {lost}件（うち成果あり {lost_yes}件）</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>商談化率</translation>
    </message>
    <message>
        <source>People in sales</source>
        <translation>営業の人数</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Points in all</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>現在の条件</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>シミュレーター</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>定義に反映</translation>
    </message>
    <message>
        <source>Test with it all the same</source>
        <translation>それでも含めて検証する</translation>
    </message>
    <message>
        <source>The condition counts as known at hand-over.</source>
        <translation>引き渡し時点でわかる項目にしました。</translation>
    </message>
    <message>
        <source>The condition counts as known only after hand-over.</source>
        <translation>引き渡し後にわかる項目にしました。</translation>
    </message>
    <message>
        <source>The leads do not tell which of the two is better.</source>
        <translation>どちらが良いかは、このリードからは言えません。</translation>
    </message>
    <message>
        <source>The other definition is right more often.</source>
        <translation>相手の定義のほうが当たっています。</translation>
    </message>
    <message>
        <source>There: precision {precision}, recall {recall}</source>
        <translation>相手の適合率 {precision}、再現率 {recall}</translation>
    </message>
    <message>
        <source>This definition is right more often than the other.</source>
        <translation>この定義のほうが当たっています。</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>Tune the conditions on the early leads and report the late ones, from {day} on.</source>
        <translation>条件は前半のリードで調整し、当たり具合は{day}以降の後半で報告します。</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示する内容</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>変えるとどうなるか</translation>
    </message>
    <message>
        <source>What you tried is now in the definition.</source>
        <translation>試した内容を定義に反映しました。</translation>
    </message>
    <message>
        <source>Without it: match {match}, rightly {tp}, in vain {fp}</source>
        <translation>外すと 該当 {match}、正しく渡せた {tp}、空振り {fp}</translation>
    </message>
    <message>
        <source>Wins missed</source>
        <translation>逃す受注</translation>
    </message>
    <message>
        <source>above capacity</source>
        <translation>対応余力を超過</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>正確検定</translation>
    </message>
    <message>
        <source>precision {precision}, recall {recall}</source>
        <translation>適合率 {precision}、再現率 {recall}</translation>
    </message>
    <message>
        <source>saved: {value}</source>
        <translation>現在 {value}</translation>
    </message>
    <message>
        <source>{axis}: {points} points or more</source>
        <translation>{axis}が{points}点以上</translation>
    </message>
    <message>
        <source>{points} pt</source>
        <translation>{points}pt</translation>
    </message>
    <message>
        <source>“{field}” seems to be a leak: filled for {after} of the leads handed over and {before} of the others.</source>
        <translation>「{field}」はリークの疑いがあります。入力率は引き渡し済みで{after}、それ以外で{before}です。</translation>
    </message>
    <message>
        <source>“{field}” seems to be a leak: its dates often lie after hand-over.</source>
        <translation>「{field}」はリークの疑いがあります。引渡日より後の日付が多く入っています。</translation>
    </message>
    <message>
        <source>“{field}” seems to be a leak: the column says what came after hand-over.</source>
        <translation>「{field}」はリークの疑いがあります。引き渡し後の結果を表す列です。</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) above what sales can take up</source>
        <translation><numerusform>%nか月で営業の対応余力を超えています</numerusform></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>情報不足</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>データベース</translation>
    </message>
    <message>
        <source>Why this condition</source>
        <translation>この条件にした理由</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>軸</translation>
    </message>
    <message>
        <source>No axis</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Half-life in days</source>
        <translation>半減期（日）</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 日</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>this field’s date</source>
        <translation>この項目の日付</translation>
    </message>
    <message>
        <source>Points halve after</source>
        <translation>半減期</translation>
    </message>
    <message>
        <source>counted from</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>提案部門</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Source of the evidence</source>
        <translation>根拠の種類</translation>
    </message>
    <message>
        <source>Figure or document</source>
        <translation>数値・資料</translation>
    </message>
    <message>
        <source>Interview: {name}</source>
        <translation>インタビュー：{name}</translation>
    </message>
    <message>
        <source>e.g. 34 of 40 won deals had 100 employees or more</source>
        <translation>例：受注40件のうち34件が従業員100名以上</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>確かさ</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>根拠を追加</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Points that it adds</source>
        <translation>この条件で加わる点数</translation>
    </message>
    <message>
        <source>Details and evidence</source>
        <translation>詳細と根拠</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation><numerusform>根拠%n件</numerusform></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り取り</translation>
    </message>
    <message>
        <source>Paste below</source>
        <translation>下に貼り付け</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Points at most</source>
        <translation>点数の上限</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>上限なし</translation>
    </message>
    <message>
        <source>Copy the group</source>
        <translation>グループをコピー</translation>
    </message>
    <message>
        <source>Include a definition</source>
        <translation>別の定義を含める</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) copied. They can be pasted into any definition or into Excel.</source>
        <translation><numerusform>条件を%n件コピーしました。別の定義や Excel に貼り付けられます。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) pasted.</source>
        <translation><numerusform>条件を%n件貼り付けました。</numerusform></translation>
    </message>
    <message>
        <source>How points decide</source>
        <translation>点数の使い方</translation>
    </message>
    <message>
        <source>Fit and interest apart</source>
        <translation>適合と関心を別々に</translation>
    </message>
    <message>
        <source>Points do not decide</source>
        <translation>判定に使わない</translation>
    </message>
    <message>
        <source>Points needed</source>
        <translation>必要な点数</translation>
    </message>
    <message>
        <source>Points to match</source>
        <translation>合格点</translation>
    </message>
    <message>
        <source>at most {fit} and {interest} without caps</source>
        <translation>上限なしの満点：適合{fit}・関心{interest}</translation>
    </message>
    <message>
        <source>of at most {points}</source>
        <translation>満点{points}点</translation>
    </message>
    <message>
        <source>{definition} ({department}’s draft)</source>
        <translation>{definition}（{department}の案）</translation>
    </message>
    <message>
        <source>days before</source>
        <translation>日以内</translation>
    </message>
    <message>
        <source>Reference date</source>
        <translation>基準日</translation>
    </message>
    <message>
        <source>date of the data</source>
        <translation>データの基準日</translation>
    </message>
    <message>
        <source>against</source>
        <translation>比較先</translation>
    </message>
    <message>
        <source>Column to compare with</source>
        <translation>比較する列</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>0</translation>
    </message>
    <message>
        <source>tolerance</source>
        <translation>許容幅</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>許容幅</translation>
    </message>
    <message>
        <source>looks known only later: the column says what came after hand-over</source>
        <translation>引き渡し後の結果を表す列のため、引き渡し後に判明する項目と思われます</translation>
    </message>
    <message>
        <source>looks known only later: its dates often lie after hand-over</source>
        <translation>引き渡し後の日付が多いため、引き渡し後に判明する項目と思われます</translation>
    </message>
    <message>
        <source>looks known only later: filled for {after} of the leads handed over and {before} of the others</source>
        <translation>引き渡し済みの{after}、それ以外の{before}に値があり、引き渡し後に判明する項目と思われます</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>別の列</translation>
    </message>
    <message>
        <source>Column of the outcome</source>
        <translation>結果の列</translation>
    </message>
    <message>
        <source>Value that means success</source>
        <translation>成果とみなす値</translation>
    </message>
    <message>
        <source>e.g. 1</source>
        <translation>例：1</translation>
    </message>
    <message>
        <source>not {outcome}</source>
        <translation>{outcome} でない</translation>
    </message>
    <message>
        <source>Counted on business days: no weekends, no Japanese public holidays, no days on which the company is closed.</source>
        <translation>営業日（土日・日本の祝日・休業日を除く）で数えています。</translation>
    </message>
    <message>
        <source>Company closed on</source>
        <translation>休業日</translation>
    </message>
    <message>
        <source>Days or ranges with commas: 08-13:08-16 for every year, 2026-08-13:2026-08-16 for once</source>
        <translation>カンマ区切りで入力します。毎年は 08-13:08-16、その年だけなら 2026-08-13:2026-08-16 のように書きます。</translation>
    </message>
    <message>
        <source>points, saved: {value}</source>
        <translation>点数（保存値：{value}）</translation>
    </message>
    <message>
        <source>Your own draft</source>
        <translation>自部門の案を表示中</translation>
    </message>
    <message>
        <source>Another department’s draft</source>
        <translation>他部門の案を表示中</translation>
    </message>
    <message>
        <source>What is stamped is the joint definition: settle the drafts under Differences first.</source>
        <translation>押印するのは共通の定義です。まず「突き合わせ」で案の違いを決めてください。</translation>
    </message>
    <message>
        <source>“{definition}” has no conditions yet, so no lead can be judged.</source>
        <translation>「{definition}」にまだ条件がないため、リードを判定できません。</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source> hours</source>
        <translation>時間以内</translation>
    </message>
    <message>
        <source> times</source>
        <translation>回</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>項目を追加</translation>
    </message>
    <message>
        <source>Answer from sales within</source>
        <translation>営業の返答</translation>
    </message>
    <message>
        <source>Attempts before “cannot be reached”</source>
        <translation>「連絡不能」までの連絡</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Fields that must be filled when a lead is handed over</source>
        <translation>引き渡すときに必ず入っている項目</translation>
    </message>
    <message>
        <source>First contact within</source>
        <translation>初回接触</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>行き先</translation>
    </message>
    <message>
        <source>Hand-over contract</source>
        <translation>引き渡し条件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reasons for rejection</source>
        <translation>却下理由</translation>
    </message>
    <message>
        <source>When a rejected lead may come back</source>
        <translation>却下したリードを再び引き渡すとき</translation>
    </message>
    <message>
        <source>no reason, no rejection</source>
        <translation>理由のない却下は受け付けません</translation>
    </message>
    <message>
        <source>what marketing and sales promise each other</source>
        <translation>マーケティングと営業の約束</translation>
    </message>
    <message>
        <source>Begin with the usual contract</source>
        <translation>標準の引き渡し条件を入れる</translation>
    </message>
    <message>
        <source>Writes the usual deadlines and the reasons R0–R9, to be changed as you agree.</source>
        <translation>標準の期限と却下理由R0〜R9を書き込みます。合意に合わせて直してください。</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Set what sales can take up</source>
        <translation>営業の対応余力の設定</translation>
    </message>
    <message>
        <source>Take over from the simulator</source>
        <translation>シミュレーターの反映</translation>
    </message>
    <message>
        <source>Paste conditions</source>
        <translation>条件の貼り付け</translation>
    </message>
    <message>
        <source>Set the points needed</source>
        <translation>必要な点数の設定</translation>
    </message>
    <message>
        <source>Change the evidence of a condition</source>
        <translation>条件の根拠の変更</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>“{text}” is no day or range of days on which the company is closed. Write 08-13:08-16 for every year, or 2026-08-13:2026-08-16 for once.</source>
        <translation>「{text}」は休業日として読み取れません。毎年の休業は「08-13:08-16」、その年だけの休業は「2026-08-13:2026-08-16」のように入力してください。</translation>
    </message>
    <message>
        <source>What is on the clipboard are no conditions of a definition. Nothing was pasted. Copy conditions in Fusen, or rows with field, condition and value in Excel.</source>
        <translation>クリップボードの内容は、定義の条件ではありません。何も貼り付けていません。Fusen で条件をコピーするか、Excel で「項目・条件・値」の行をコピーしてください。</translation>
    </message>
    <message>
        <source>{count} conditions are too many for one definition; {most} are the most. Nothing was pasted.</source>
        <translation>条件が {count} 件あり、一度に貼り付けられる {most} 件を超えています。何も貼り付けていません。</translation>
    </message>
    <message>
        <source>The group cannot be pasted here: it would be nested too deep. Paste it further outside. Nothing was pasted.</source>
        <translation>ここに貼り付けると入れ子が深くなりすぎます。何も貼り付けていません。もっと外側のグループに貼り付けてください。</translation>
    </message>
</context>
</TS>
