<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>AgreementBar</name>
    <message>
        <source>Agree to this content for {department}</source>
        <translation>{department}としてこの内容に合意します</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Family name and first name</source>
        <translation>姓と名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>押印</translation>
    </message>
    <message numerus="yes">
        <source>Stamped. %n department(s) still to stamp.</source>
        <translation><numerusform>押印しました。残りは%n部門です。</numerusform></translation>
    </message>
    <message>
        <source>Stamped. All departments agree.</source>
        <translation>押印しました。全部門の合意がそろいました。</translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation>この名前を使う</translation>
    </message>
    <message>
        <source>Who is stamping?</source>
        <translation>どなたの印ですか</translation>
    </message>
    <message>
        <source>Your name stands on the stamp and on your edits.</source>
        <translation>名前は合意印と編集の記録に残ります。</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>第{number}版</translation>
    </message>
    <message>
        <source>since revision {number}</source>
        <translation>第{number}版から変更</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Add a term</source>
        <translation>用語を追加</translation>
    </message>
    <message>
        <source>Adopt the wording of {department}</source>
        <translation>{department}の言い方を採用</translation>
    </message>
    <message>
        <source>Adopt this</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Agreed wording</source>
        <translation>合意した言い方</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Delete the term</source>
        <translation>用語を削除</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>違いだけ</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英語名</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>新しい用語</translation>
    </message>
    <message>
        <source>No terms yet</source>
        <translation>用語はまだありません</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>まだ書かれていません</translation>
    </message>
    <message>
        <source>Quantitative test</source>
        <translation>数値での基準</translation>
    </message>
    <message>
        <source>Search terms</source>
        <translation>用語を検索</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>The wording of {department} is now the agreed wording.</source>
        <translation>{department}の言い方を合意文にしました。</translation>
    </message>
    <message>
        <source>What each department means</source>
        <translation>部門ごとの言い方</translation>
    </message>
    <message>
        <source>Write down the words that departments use differently.</source>
        <translation>部門によって意味が違う言葉を書き出します。</translation>
    </message>
    <message>
        <source>Write it so that a newcomer understands it</source>
        <translation>新しく来た人にも分かる言葉で書きます</translation>
    </message>
    <message>
        <source>compare, then adopt one or write a third</source>
        <translation>見比べて、どれかを採用するか第三案を書きます</translation>
    </message>
    <message>
        <source>departments differ</source>
        <translation>部門ごとに違います</translation>
    </message>
    <message>
        <source>e.g. the hand-over date is filled</source>
        <translation>例：引渡日が入っている</translation>
    </message>
    <message>
        <source>one word, one meaning, one figure</source>
        <translation>ひとつの言葉に、ひとつの意味と基準</translation>
    </message>
    <message>
        <source>what all departments will mean by it</source>
        <translation>全部門がこの意味で使います</translation>
    </message>
    <message>
        <source>when exactly it is one, in figures</source>
        <translation>どうなったらそう数えるか</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>「{name}」を削除しました。</translation>
    </message>
    <message>
        <source>Counted in the lead list as</source>
        <translation>リード一覧での数え方</translation>
    </message>
    <message>
        <source>is not counted</source>
        <translation>数えない</translation>
    </message>
    <message>
        <source>{count} of {leads} leads now</source>
        <translation>今のリード {leads}件中 {count}件</translation>
    </message>
    <message>
        <source>The lead list has no column for this.</source>
        <translation>リード一覧に数えるための列がありません。</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>使われている場所</translation>
    </message>
    <message>
        <source>Nowhere yet but here.</source>
        <translation>ほかではまだ使われていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s)</source>
        <translation><numerusform>ほか%nか所</numerusform></translation>
    </message>
    <message>
        <source>condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>note</source>
        <translation>付箋</translation>
    </message>
    <message>
        <source>hand-over contract</source>
        <translation>引き渡し条件</translation>
    </message>
    <message>
        <source>every lead</source>
        <translation>すべてのリード</translation>
    </message>
    <message>
        <source>meets the target definition</source>
        <translation>ターゲットの定義に該当</translation>
    </message>
    <message>
        <source>does not meet the target definition</source>
        <translation>ターゲットの定義に該当しない</translation>
    </message>
    <message>
        <source>meets the hot-lead definition</source>
        <translation>ホットリードの定義に該当</translation>
    </message>
    <message>
        <source>handed over to sales</source>
        <translation>営業に引き渡した</translation>
    </message>
    <message>
        <source>accepted by sales</source>
        <translation>営業が受領した</translation>
    </message>
    <message>
        <source>given back by sales</source>
        <translation>営業が却下した</translation>
    </message>
    <message>
        <source>has an appointment</source>
        <translation>アポあり</translation>
    </message>
    <message>
        <source>has an opportunity</source>
        <translation>商談あり</translation>
    </message>
    <message>
        <source>has a proposal</source>
        <translation>提案あり</translation>
    </message>
    <message>
        <source>won</source>
        <translation>受注</translation>
    </message>
</context>
</TS>
