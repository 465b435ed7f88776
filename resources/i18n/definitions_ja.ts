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
        <source>Accepted by sales</source>
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
        <source>days</source>
        <translation>日以内</translation>
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
</context>
</TS>
