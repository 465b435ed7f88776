<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Handing</name>
    <message>
        <source>Handed over</source>
        <translation>引き渡し</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受領</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>No capacity</source>
        <translation>対応余力なし</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Past the deadline</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>日付なし</translation>
    </message>
    <message>
        <source>Hand-over by month</source>
        <translation>月ごとの引き渡し</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Other reasons</source>
        <translation>その他の理由</translation>
    </message>
    <message>
        <source>{back} of {met} that met it</source>
        <translation>条件を満たした{met}件のうち{back}件が却下</translation>
    </message>
    <message>
        <source>Lead list</source>
        <translation>リード一覧</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>引き渡し</translation>
    </message>
    <message>
        <source>what became of the leads that marketing handed over</source>
        <translation>渡したリードを営業がどう受け止めたか</translation>
    </message>
    <message>
        <source>No leads yet</source>
        <translation>リードがありません</translation>
    </message>
    <message>
        <source>Import a lead list with the dates of hand-over and the answers of sales.</source>
        <translation>引渡日と営業の回答が入ったリード一覧を取り込んでください。</translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation>リードを取り込む</translation>
    </message>
    <message>
        <source>This cannot be reckoned yet</source>
        <translation>まだ集計できません</translation>
    </message>
    <message>
        <source>This list does not tell</source>
        <translation>この一覧からは分かりません</translation>
    </message>
    <message>
        <source>It needs a column with the day of the hand-over and one with the answer of sales.</source>
        <translation>引渡日の列と、営業の受領・却下の列が必要です。</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>{day}時点</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>却下理由</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>リード</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>行き先</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Reasons for giving leads back</source>
        <translation>却下理由と行き先</translation>
    </message>
    <message>
        <source>no capacity is no matter of quality</source>
        <translation>対応余力なしは質の問題として数えません</translation>
    </message>
    <message>
        <source>{count} past the deadline</source>
        <translation>うち期限超過 {count}件</translation>
    </message>
    <message>
        <source>(counted apart)</source>
        <translation>（別に集計）</translation>
    </message>
    <message>
        <source>Overruled clauses</source>
        <translation>覆された条件</translation>
    </message>
    <message>
        <source>Which clause sales overrules</source>
        <translation>営業が覆している条件</translation>
    </message>
    <message>
        <source>leads that met the clause and came back all the same, by reason</source>
        <translation>条件を満たして渡したのに却下されたリード（理由別）</translation>
    </message>
    <message>
        <source>Fields that must be handed over</source>
        <translation>引き渡しに必須の項目</translation>
    </message>
    <message>
        <source>The contract names no required fields yet.</source>
        <translation>必須の項目はまだ決まっていません。</translation>
    </message>
    <message>
        <source>always filled</source>
        <translation>すべて入力済み</translation>
    </message>
    <message>
        <source>no such column in this list</source>
        <translation>この一覧に列がありません</translation>
    </message>
    <message numerus="yes">
        <source>%n hot lead(s)</source>
        <translation>
            <numerusform>ホットリード %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missing in %n hot lead(s)</source>
        <translation>
            <numerusform>ホットリード%n件で未入力</numerusform>
        </translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Work lists</source>
        <translation>対応リスト</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>引き渡し条件</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Work list</source>
        <translation>対応リスト</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>足りない項目</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>Excelで保存…</translation>
    </message>
    <message>
        <source>Nothing to do here.</source>
        <translation>対応が必要なリードはありません。</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>リード</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n lead(s). Paste them into Excel.</source>
        <translation><numerusform>%n件をコピーしました。Excelに貼り付けられます。</numerusform></translation>
    </message>
    <message>
        <source>Save the work list</source>
        <translation>対応リストを保存</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n lead(s) to {name}.</source>
        <translation><numerusform>%n件を {name} に保存しました。</numerusform></translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>{name} を保存中</translation>
    </message>
    <message>
        <source>Fields missing</source>
        <translation>項目不足</translation>
    </message>
    <message>
        <source>No first contact</source>
        <translation>初回接触なし</translation>
    </message>
    <message>
        <source>Answer overdue</source>
        <translation>回答期限超過</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>却下理由なし</translation>
    </message>
    <message>
        <source>Too few attempts</source>
        <translation>連絡回数不足</translation>
    </message>
    <message>
        <source>Due again</source>
        <translation>再対応の期限</translation>
    </message>
    <message>
        <source>Days waiting</source>
        <translation>経過日数</translation>
    </message>
    <message>
        <source>Days over</source>
        <translation>超過日数</translation>
    </message>
    <message>
        <source>Hot leads without a field that the contract requires. Marketing fills it in before handing over.</source>
        <translation>引き渡し条件の必須項目が空のホットリードです。マーケティングが埋めてから引き渡します。</translation>
    </message>
    <message>
        <source>Handed over, and nobody has called within {contact} hours.</source>
        <translation>引き渡しから{contact}時間を過ぎても初回接触がないリードです。</translation>
    </message>
    <message>
        <source>Handed over more than {answer} hours ago, and sales has not answered.</source>
        <translation>引き渡しから{answer}時間を過ぎても営業の返答がないリードです。</translation>
    </message>
    <message>
        <source>Handed over, and sales has not answered yet. The contract allows {answer} hours.</source>
        <translation>営業がまだ返答していないリードです。返答の期限は{answer}時間以内です。</translation>
    </message>
    <message>
        <source>Given back without a reason. Without one a rejection is not accepted: ask sales for the reason.</source>
        <translation>理由なしで戻されたリードです。理由のない却下は受け付けないため、営業に理由を確認します。</translation>
    </message>
    <message>
        <source>Given back as “cannot be reached” after fewer than {attempts} attempts. Sales tries again.</source>
        <translation>連絡{attempts}回に満たないまま「連絡不能」で戻されたリードです。営業が再度連絡します。</translation>
    </message>
    <message>
        <source>Given back, and the deadline of the reason has passed. Check whether to hand over again.</source>
        <translation>却下理由ごとの期限を過ぎたリードです。再び引き渡せるか確かめます。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>すべての項目</translation>
    </message>
    <message>
        <source>point at a value to see its cell</source>
        <translation>値にマウスを乗せると元のセルが分かります</translation>
    </message>
    <message>
        <source>not filled</source>
        <translation>未入力</translation>
    </message>
    <message numerus="yes">
        <source>Work off %n incomplete hot lead(s)</source>
        <translation><numerusform>項目が足りない%n件を見る</numerusform></translation>
    </message>
    <message>
        <source>none past the deadline</source>
        <translation>期限超過なし</translation>
    </message>
    <message>
        <source>Whose terms</source>
        <translation>だれの条件</translation>
    </message>
    <message>
        <source>Write our own draft</source>
        <translation>自部門の案を書く</translation>
    </message>
    <message>
        <source>Begins as the joint contract; what differs is settled under Differences.</source>
        <translation>共通の条件を写して始めます。違うところは「突き合わせ」で決めます。</translation>
    </message>
    <message>
        <source>See the differences</source>
        <translation>違いを見る</translation>
    </message>
    <message>
        <source>Joint contract</source>
        <translation>共通の条件</translation>
    </message>
    <message>
        <source>Draft of {side}</source>
        <translation>{side}の案</translation>
    </message>
    <message>
        <source>Leads given back by department</source>
        <translation>部門ごとに戻ったリード</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>who takes them on by the reason, by month of the hand-over</source>
        <translation>却下理由の担当部門ごと、引渡月別</translation>
    </message>
    <message>
        <source>No department</source>
        <translation>担当部門なし</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Add a reason</source>
        <translation>却下理由を追加</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Clause in question</source>
        <translation>見直す条件</translation>
    </message>
    <message>
        <source>Delete {code}</source>
        <translation>{code}を削除</translation>
    </message>
    <message>
        <source>Add a case of {code}</source>
        <translation>{code}の内訳を追加</translation>
    </message>
    <message>
        <source>The reason {code} was deleted.</source>
        <translation>却下理由{code}を削除しました。</translation>
    </message>
    <message>
        <source> days</source>
        <translation>日以内</translation>
    </message>
</context>
</TS>
