<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Compare</name>
    <message>
        <source>Points needed</source>
        <translation>必要な点数（しきい値）</translation>
    </message>
    <message>
        <source>Group of conditions</source>
        <translation>条件のまとまり</translation>
    </message>
    <message>
        <source>Other definition</source>
        <translation>ほかの定義</translation>
    </message>
    <message>
        <source>{term} (test)</source>
        <translation>{term}（判定基準）</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>用語</translation>
    </message>
    <message>
        <source>{points} points or more</source>
        <translation>{points}点以上</translation>
    </message>
    <message>
        <source>within {hours} hours</source>
        <translation>{hours}時間以内</translation>
    </message>
    <message>
        <source>all its conditions</source>
        <translation>まとめ方のみ</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>この条件なし</translation>
    </message>
    <message>
        <source>Fields that must be filled</source>
        <translation>必須の項目</translation>
    </message>
    <message>
        <source>First contact</source>
        <translation>初回接触の期限</translation>
    </message>
    <message>
        <source>Answer from sales</source>
        <translation>営業の回答の期限</translation>
    </message>
    <message>
        <source>Attempts to reach</source>
        <translation>連絡の試行回数</translation>
    </message>
    <message>
        <source>When a lead comes back</source>
        <translation>再引き渡しの条件</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未決</translation>
    </message>
    <message>
        <source>{side} taken</source>
        <translation>{side}の案を採用</translation>
    </message>
    <message>
        <source>third way</source>
        <translation>第三案</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Draft of {side}</source>
        <translation>{side}の案</translation>
    </message>
    <message>
        <source>Leads that match</source>
        <translation>該当リード</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決める</translation>
    </message>
    <message>
        <source>Third</source>
        <translation>第三案</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Third way</source>
        <translation>第三案</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> 時間</translation>
    </message>
    <message>
        <source> points</source>
        <translation> 点</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>{count} leads match</source>
        <translation>該当 {count}件</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>未決に戻す</translation>
    </message>
    <message>
        <source>Both drafts</source>
        <translation>両方の案</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>この案を採用</translation>
    </message>
    <message>
        <source>Take the draft of {side}</source>
        <translation>{side}の案を採用</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>それぞれの理由</translation>
    </message>
    <message>
        <source>Reason of {side}</source>
        <translation>{side}の理由</translation>
    </message>
    <message>
        <source>Why {side} wants it so</source>
        <translation>{side}がそう考える理由</translation>
    </message>
    <message>
        <source>Settle on this</source>
        <translation>第三案に決める</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>突き合わせ</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Compare with another file…</source>
        <translation>別のファイルと比べる…</translation>
    </message>
    <message>
        <source>Back to the departments</source>
        <translation>部門どうしに戻る</translation>
    </message>
    <message>
        <source>and</source>
        <translation>と</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>決定済み</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>左の部門</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>右の部門</translation>
    </message>
    <message>
        <source>Compare with another file</source>
        <translation>別のファイルと比べる</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name}を読み込んでいます</translation>
    </message>
    <message>
        <source>Only differences {count}</source>
        <translation>違いだけ {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>すべて {count}</translation>
    </message>
    <message>
        <source>Nothing left to settle</source>
        <translation>未決の項目はありません</translation>
    </message>
    <message>
        <source>{done} of {all} the same or settled</source>
        <translation>{all}項目中 {done}項目が一致・決定</translation>
    </message>
    <message>
        <source>The two say the same</source>
        <translation>違いはありません</translation>
    </message>
    <message>
        <source>Each department can write its own draft of target, hot lead and terms. Only what differs is listed here.</source>
        <translation>部門ごとにターゲット・ホットリード・用語の案を書くと、違うところだけがここに並びます。</translation>
    </message>
    <message>
        <source>Write our draft of the hot lead</source>
        <translation>自部門のホットリード案を書く</translation>
    </message>
    <message>
        <source>Here only one of the two drafts can be taken.</source>
        <translation>この項目は、どちらかの案だけを採用できます。</translation>
    </message>
    <message numerus="yes">
        <source>%n left to settle</source>
        <translation>
            <numerusform>合意まで あと%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>This file and {name}</source>
        <translation>このファイルと {name}</translation>
    </message>
    <message>
        <source>On to the agreement</source>
        <translation>合意へ進む</translation>
    </message>
    <message>
        <source>The two files say the same</source>
        <translation>2つのファイルの内容は同じです</translation>
    </message>
    <message>
        <source>What was decided stands in this file. Have every department stamp it, then hand this file out.</source>
        <translation>決めた内容はこのファイルに入っています。各部門が押印したら、このファイルを配ってください。</translation>
    </message>
    <message>
        <source>{side} has no draft yet of: {items}. Its column shows the joint content.</source>
        <translation>{side}は{items}の案をまだ書いていません。その列には共通の内容を表示しています。</translation>
    </message>
    <message>
        <source>No drafts yet</source>
        <translation>まだ案がありません</translation>
    </message>
</context>
</TS>
