<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Command</name>
    <message>
        <source>compare these columns as id, mail, company, person or phone; found by themselves if not said</source>
        <translation>比べる列（id、mail、company、person、phone のいずれかとして）。省略すると自動で選びます</translation>
    </message>
    <message>
        <source>join a lead list with what sales made of the leads</source>
        <translation>リード一覧を営業の結果と突き合わせる</translation>
    </message>
    <message>
        <source>name or id of an imported list of outcomes, or a file to import</source>
        <translation>取り込んだ結果一覧の名前かID、または取り込むファイル</translation>
    </message>
    <message>
        <source>outcome columns to take; those with a meaning if not said</source>
        <translation>取り込む結果の列。省略すると意味の分かる列</translation>
    </message>
    <message>
        <source>take in a filled-in list of doubtful matches</source>
        <translation>判断を記入した要確認の一覧を取り込む</translation>
    </message>
    <message>
        <source>take the likeliest lead of every doubtful match with this reason</source>
        <translation>この理由の要確認について、最も確度の高いリードを同じとみなす</translation>
    </message>
    <message>
        <source>write the doubtful matches here, to be filled in</source>
        <translation>要確認の一覧を書き出す（判断を記入するため）</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Join with outcomes</source>
        <translation>結果との突き合わせ</translation>
    </message>
    <message>
        <source>Settle doubtful matches</source>
        <translation>要確認の判断</translation>
    </message>
    <message>
        <source>Take the outcomes out</source>
        <translation>結果の取り外し</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>One of the lists was imported anew while “{where}” was being joined. Nothing was changed. Please join again.</source>
        <translation>「{where}」の突き合わせ中に一覧が取り込み直されました。何も変更していません。もう一度突き合わせてください。</translation>
    </message>
    <message>
        <source>The leads and “{where}” have no column in common by which they could be matched. Nothing was changed. Choose the columns to compare.</source>
        <translation>リードと「{where}」には、突き合わせに使える共通の列がありません。何も変更していません。比べる列を選んでください。</translation>
    </message>
    <message>
        <source>“{value}” in {where} is no decision: write 1 for the same, 0 for not the same, or nothing. Nothing was changed.</source>
        <translation>{where}の「{value}」は判断として読めません。同じなら1、違うなら0を記入するか、空欄にしてください。何も変更していません。</translation>
    </message>
    <message>
        <source>“{where}” cannot be joined with itself. Nothing was changed. Choose the list of outcomes.</source>
        <translation>「{where}」をそれ自身と突き合わせることはできません。何も変更していません。結果の一覧を選んでください。</translation>
    </message>
    <message>
        <source>“{where}” does not say what to compare: write id, mail, company, person or phone with both columns, as in id=LEADCOLUMN=OUTCOMECOLUMN.</source>
        <translation>「{where}」では比べる列が分かりません。id、mail、company、person、phone のいずれかと両方の列を「id=リードの列=結果の列」の形で指定してください。</translation>
    </message>
    <message>
        <source>“{where}” is no reason of a doubtful match. Nothing was changed. Known: {known}.</source>
        <translation>「{where}」という要確認の理由はありません。何も変更していません。指定できるもの：{known}。</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message numerus="yes">
        <source>%n decision(s) about doubtful matches were kept.</source>
        <translation><numerusform>要確認の判断%n件を保存しました。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful outcome row(s) were left out.</source>
        <translation><numerusform>要確認の結果%n件は付けていません。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) got their outcome.</source>
        <translation><numerusform>%n件のリードに結果が付きました。</numerusform></translation>
    </message>
    <message>
        <source>All not the same</source>
        <translation>すべて違う</translation>
    </message>
    <message>
        <source>All with this reason</source>
        <translation>理由ごとにまとめて</translation>
    </message>
    <message>
        <source>Another lead</source>
        <translation>別のリード</translation>
    </message>
    <message>
        <source>Choose the list of what sales made of the leads, or import it from a file.</source>
        <translation>リードが営業でどうなったかの一覧を選ぶか、ファイルから取り込んでください。</translation>
    </message>
    <message>
        <source>Columns to take</source>
        <translation>取り込む列</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>比べる列</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>採用する結果</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Doubtful matches</source>
        <translation>要確認の一覧</translation>
    </message>
    <message>
        <source>Fits several leads equally well</source>
        <translation>複数のリードに同じように当てはまる</translation>
    </message>
    <message>
        <source>For every outcome row with this reason, the lead with the highest score is the same.</source>
        <translation>この理由の結果それぞれについて、最も確度の高いリードを同じとします。</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>In the leads</source>
        <translation>リードの列</translation>
    </message>
    <message>
        <source>In the outcomes</source>
        <translation>結果の列</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>突き合わせ</translation>
    </message>
    <message>
        <source>Join leads with outcomes</source>
        <translation>リードと営業の結果の突き合わせ</translation>
    </message>
    <message>
        <source>Join with outcomes</source>
        <translation>結果との突き合わせ</translation>
    </message>
    <message>
        <source>Joining anew</source>
        <translation>突き合わせ直しています</translation>
    </message>
    <message>
        <source>Joining with {name}</source>
        <translation>{name}と突き合わせ中</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Later (Space)</source>
        <translation>あとで（Space）</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>リード</translation>
    </message>
    <message>
        <source>Lead: {lead}
Outcome: {outcome}</source>
        <translation>リード：{lead}
結果：{outcome}</translation>
    </message>
    <message>
        <source>Leads with several outcome rows</source>
        <translation>結果が複数あるリード</translation>
    </message>
    <message>
        <source>Leads: {name}</source>
        <translation>リード：{name}</translation>
    </message>
    <message>
        <source>List of outcomes</source>
        <translation>結果の一覧</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Matching…</source>
        <translation>突き合わせています…</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>違う</translation>
    </message>
    <message>
        <source>Not the same (D)</source>
        <translation>違う（D）</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Outcome rows without a lead</source>
        <translation>リードのない結果</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>営業の結果</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>採用しない結果</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Reading both lists…</source>
        <translation>両方の一覧を読み取っています…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason to settle at once</source>
        <translation>まとめて判断する理由</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>Same (S)</source>
        <translation>同じ（S）</translation>
    </message>
    <message>
        <source>Same company and person</source>
        <translation>会社と氏名が同じ</translation>
    </message>
    <message>
        <source>Same company, but another person</source>
        <translation>会社は同じだが氏名が違う</translation>
    </message>
    <message>
        <source>Same company, which has several leads</source>
        <translation>会社は同じだがリードが複数ある</translation>
    </message>
    <message>
        <source>Same company, which has this lead only</source>
        <translation>会社が同じで、リードは1件だけ</translation>
    </message>
    <message>
        <source>Same id</source>
        <translation>IDが同じ</translation>
    </message>
    <message>
        <source>Same id but for leading zeros</source>
        <translation>先頭の0を除けばIDが同じ</translation>
    </message>
    <message>
        <source>Same id, but another company</source>
        <translation>IDは同じだが会社が違う</translation>
    </message>
    <message>
        <source>Same mail address</source>
        <translation>メールアドレスが同じ</translation>
    </message>
    <message>
        <source>Same mail address, but another company</source>
        <translation>メールは同じだが会社が違う</translation>
    </message>
    <message>
        <source>Same mail domain only</source>
        <translation>メールのドメインだけが同じ</translation>
    </message>
    <message>
        <source>Same name, but another legal form</source>
        <translation>社名は同じだが法人格が違う</translation>
    </message>
    <message>
        <source>Same shared mailbox, but another person</source>
        <translation>共用メールが同じだが氏名が違う</translation>
    </message>
    <message>
        <source>Same telephone number</source>
        <translation>電話番号が同じ</translation>
    </message>
    <message>
        <source>Same? 1 / 0</source>
        <translation>同じ？ 1／0</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>確度</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>手作業で判断済み</translation>
    </message>
    <message>
        <source>Several outcomes</source>
        <translation>結果が複数</translation>
    </message>
    <message>
        <source>Similar company name</source>
        <translation>社名が似ている</translation>
    </message>
    <message>
        <source>Take the likeliest</source>
        <translation>確度の高い方を採用</translation>
    </message>
    <message>
        <source>Take the outcomes out</source>
        <translation>結果を外す</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>The outcomes have no value here.</source>
        <translation>結果の側に値がありません。</translation>
    </message>
    <message>
        <source>The outcomes were taken out of the list.</source>
        <translation>一覧から結果を外しました。</translation>
    </message>
    <message>
        <source>This list counts as leads so far. After joining it counts as outcomes only.</source>
        <translation>この一覧はいまリードとして数えられています。突き合わせると、結果としてだけ扱われます。</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>表示する内容</translation>
    </message>
    <message>
        <source>Without a lead</source>
        <translation>リードなし</translation>
    </message>
    <message>
        <source>lead {lead}, outcome {outcome}</source>
        <translation>リード {lead}、結果 {outcome}</translation>
    </message>
    <message>
        <source>{found} of {filled} outcome rows found ({share})</source>
        <translation>結果{filled}件中{found}件が一致（{share}）</translation>
    </message>
    <message>
        <source>{leads} leads: {told} with an outcome, {empty} without</source>
        <translation>リード{leads}件：結果あり {told}、結果なし {empty}</translation>
    </message>
    <message>
        <source>{outcomes} outcome rows: {sure} have their lead, {open} to settle, {lone} without a lead</source>
        <translation>結果{outcomes}件：リード決定 {sure}、要確認 {open}、リードなし {lone}</translation>
    </message>
    <message>
        <source>{reason} ({count})</source>
        <translation>{reason}（{count}）</translation>
    </message>
    <message>
        <source>{what}, {side}</source>
        <translation>{what}：{side}</translation>
    </message>
    <message>
        <source>Outcomes: {name}</source>
        <translation>結果：{name}</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>判断済み</translation>
    </message>
    <message>
        <source>Settled matches</source>
        <translation>判断済みの組</translation>
    </message>
    <message>
        <source>Take back (Space)</source>
        <translation>判断を取り消す（Space）</translation>
    </message>
</context>
</TS>
