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
</context>
</TS>
