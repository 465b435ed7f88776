<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Edit</name>
    <message>
        <source>Begin a blind labelling</source>
        <translation>目隠し判定の開始</translation>
    </message>
    <message>
        <source>Answer in a blind labelling</source>
        <translation>目隠し判定の回答</translation>
    </message>
    <message>
        <source>Mark what decides</source>
        <translation>決め手の印</translation>
    </message>
    <message>
        <source>Take in answers of a blind labelling</source>
        <translation>目隠し判定の回答の取り込み</translation>
    </message>
    <message>
        <source>Open the result of a blind labelling</source>
        <translation>目隠し判定の結果の公開</translation>
    </message>
    <message>
        <source>Rename a blind labelling</source>
        <translation>目隠し判定の名前の変更</translation>
    </message>
    <message>
        <source>Delete a blind labelling</source>
        <translation>目隠し判定の削除</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A blind labelling is for {least} to {most} departments. Choose them, then begin again.</source>
        <translation>目隠し判定は{least}〜{most}部門で行います。部門を選び直してから始めてください。</translation>
    </message>
    <message>
        <source>A blind labelling takes {least} to {most} leads; here there are {given}. Nothing was begun.</source>
        <translation>目隠し判定に使うリードは{least}〜{most}件ですが、{given}件でした。判定はまだ始まっていません。</translation>
    </message>
    <message>
        <source>The result of “{where}” is open, so nothing can be answered any more. For another try begin a new blind labelling.</source>
        <translation>「{where}」は結果を公開済みのため、回答できません。もう一度行うときは、新しい目隠し判定を始めてください。</translation>
    </message>
    <message>
        <source>“{where}” does not ask your department. Change the department you speak for at the top of the window.</source>
        <translation>「{where}」の対象に自部門は入っていません。画面上部で自部門を切り替えてください。</translation>
    </message>
    <message>
        <source>{where} belongs to no lead of “{name}”. Nothing was taken in.</source>
        <translation>{where} は「{name}」のどのリードにも当たりません。何も取り込んでいません。</translation>
    </message>
    <message>
        <source>There is no blind labelling “{where}”. Known are: {known}.</source>
        <translation>「{where}」という目隠し判定はありません。あるのは {known} です。</translation>
    </message>
    <message>
        <source>“{where}” is no answer. Known are: {known}.</source>
        <translation>「{where}」という回答はありません。使えるのは {known} です。</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Blind labelling</source>
        <translation>目隠し判定</translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <source>Sheet for Excel…</source>
        <translation>Excel用の回答表…</translation>
    </message>
    <message>
        <source>For people who answer without Fusen: the same columns, nobody's answers but your own.</source>
        <translation>Fusenを使わずに回答する人向けです。同じ項目だけを書き出し、ほかの人の回答は含みません。</translation>
    </message>
    <message>
        <source>Take answers in…</source>
        <translation>回答の取り込み…</translation>
    </message>
    <message>
        <source>A sheet that you filled in. It counts as your own answers.</source>
        <translation>記入した回答表を読み込みます。自分の回答として扱います。</translation>
    </message>
    <message>
        <source>Sheet for Excel</source>
        <translation>Excel用の回答表</translation>
    </message>
    <message>
        <source>Take answers in</source>
        <translation>回答の取り込み</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>{name} に書き出しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) taken in.</source>
        <translation>
            <numerusform>%n件の回答を取り込みました。</numerusform>
        </translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Answer (1 yes, 2 no, 3 cannot tell)</source>
        <translation>回答（1 該当、2 該当しない、3 わからない）</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Blind labelling</source>
        <translation>目隠し判定</translation>
    </message>
    <message>
        <source>Blind labelling: departments label the same leads unseen; it shows how far they agree.</source>
        <translation>目隠し判定：同じリードを各部門が互いに見ずに判定し、見方がどれだけ一致するかを確かめます。</translation>
    </message>
    <message numerus="yes">
        <source>over %n lead(s) that all of them called one thing or the other</source>
        <translation>
            <numerusform>全部門がどちらかに判定した%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement beyond chance</source>
        <translation>一致の度合い（偶然を除く）</translation>
    </message>
    <message>
        <source>95 % {low} to {high}</source>
        <translation>95 %区間 {low}〜{high}</translation>
    </message>
    <message>
        <source>same answer {share} ({hits} of {n}), 95 % {low} to {high}</source>
        <translation>回答の一致 {share}（{n}件中{hits}件）、95 %区間 {low}〜{high}</translation>
    </message>
    <message>
        <source>Who said what</source>
        <translation>回答の内訳</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Against the definition of today</source>
        <translation>いまの定義との一致</translation>
    </message>
    <message>
        <source>The definition has no conditions yet.</source>
        <translation>定義にまだ条件がありません。</translation>
    </message>
    <message>
        <source>All departments together</source>
        <translation>全部門まとめて</translation>
    </message>
    <message>
        <source>rule of thumb: {step}</source>
        <translation>目安：{step}</translation>
    </message>
    <message>
        <source>no lead has an answer of both</source>
        <translation>両部門が判定したリードがありません</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) left out, because somebody could not tell or gave no answer</source>
        <translation>
            <numerusform>「わからない」または未回答の%n件を除く</numerusform>
        </translation>
    </message>
    <message>
        <source>κ is not defined: both gave one and the same answer throughout.</source>
        <translation>両部門がすべて同じ1つの回答のため、κは計算できません。</translation>
    </message>
    <message>
        <source>reference value: fewer than 30 leads</source>
        <translation>参考値（30件未満）</translation>
    </message>
    <message>
        <source>κ {kappa}</source>
        <translation>κ {kappa}</translation>
    </message>
    <message>
        <source>same {hits} of {n}</source>
        <translation>{n}件中{hits}件が一致</translation>
    </message>
    <message>
        <source>only the department {one} · only the definition {other}</source>
        <translation>部門だけが該当 {one}件・定義だけが該当 {other}件</translation>
    </message>
    <message>
        <source>Nearly all answers are the same. κ is low then even if people hardly differ; look at the share of same answers too.</source>
        <translation>回答がほぼ片方に偏っています。このときκは見方が近くても低く出るため、回答の一致率も合わせて見てください。</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) without a verdict or an answer</source>
        <translation>
            <numerusform>判定か回答のない%n件を除く</numerusform>
        </translation>
    </message>
    <message>
        <source>{answer} (key {key})</source>
        <translation>{answer}（{key}キー）</translation>
    </message>
    <message>
        <source>{done} of {all} answered</source>
        <translation>{all}件中{done}件回答済み</translation>
    </message>
    <message>
        <source>All labellings</source>
        <translation>判定の一覧</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>突き合わせ</translation>
    </message>
    <message>
        <source>same leads, answered unseen</source>
        <translation>同じリードを互いに見ずに判定</translation>
    </message>
    <message>
        <source>Your department is not asked</source>
        <translation>自部門は対象外です</translation>
    </message>
    <message>
        <source>Change the department you speak for at the top of the window, or go back to the list.</source>
        <translation>画面上部で自部門を切り替えるか、一覧に戻ってください。</translation>
    </message>
    <message>
        <source>No leads to label yet</source>
        <translation>判定するリードがまだありません</translation>
    </message>
    <message>
        <source>Import a lead list. Departments then say of the same leads, unseen, whether they are hot.</source>
        <translation>リード一覧を取り込むと、各部門が同じリードを互いに見ずに判定できます。</translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation>リードの取り込み</translation>
    </message>
    <message>
        <source>Reason or comment</source>
        <translation>理由・コメント</translation>
    </message>
    <message>
        <source>Reason or comment, if you wish (C)</source>
        <translation>理由・コメント（任意、Cキー）</translation>
    </message>
    <message>
        <source>You have answered every lead. You may still change answers until the result is opened.</source>
        <translation>すべて回答しました。結果を開くまでは回答を変えられます。</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>1 / 2 / 3 answer · ← → walk · ↑ ↓ and Space mark what decides · C reason · Esc pause</source>
        <translation>1 / 2 / 3 回答　← → 移動　↑ ↓ とスペースで決め手に印　C 理由　Esc 中断</translation>
    </message>
    <message>
        <source>{at} / {all}</source>
        <translation>{at} / {all}</translation>
    </message>
    <message>
        <source>Lead {number}</source>
        <translation>リード{number}</translation>
    </message>
    <message>
        <source>decides</source>
        <translation>決め手</translation>
    </message>
    <message>
        <source>Definition of today</source>
        <translation>いまの定義</translation>
    </message>
    <message>
        <source>Leads, answer beside answer</source>
        <translation>リードごとの回答</translation>
    </message>
    <message>
        <source>arrows walk, details on the right</source>
        <translation>↑↓で移動、詳細は右側</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>What was shown</source>
        <translation>見せた項目</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>リード</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定義</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>In dispute {count}</source>
        <translation>食い違い {count}</translation>
    </message>
    <message>
        <source>Cannot tell {count}</source>
        <translation>わからない {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>すべて {count}</translation>
    </message>
    <message>
        <source>Decides: {names}</source>
        <translation>決め手：{names}</translation>
    </message>
    <message>
        <source>Drawn because: {why}</source>
        <translation>抽出の理由：{why}</translation>
    </message>
    <message>
        <source>Drawing leads</source>
        <translation>リードの抽出</translation>
    </message>
    <message>
        <source>Draw leads and begin</source>
        <translation>リードを抽出して開始</translation>
    </message>
    <message>
        <source>New blind labelling</source>
        <translation>新しい目隠し判定</translation>
    </message>
    <message>
        <source>Each department answers about the same leads without seeing the other's answers. Some are hot by the definition of today, some are not, some lie close to the border or lack information.</source>
        <translation>各部門が同じリードを、互いの回答を見ずに判定します。いまの定義に該当するもの、しないもの、境目に近いもの、情報が足りないものを混ぜて抽出します。</translation>
    </message>
    <message>
        <source>Lead list</source>
        <translation>リード一覧</translation>
    </message>
    <message>
        <source>Number of leads</source>
        <translation>件数</translation>
    </message>
    <message>
        <source> leads</source>
        <translation> 件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Choose at least two departments.</source>
        <translation>部門を2つ以上選んでください。</translation>
    </message>
    <message>
        <source>Blind labelling: {rule}</source>
        <translation>目隠し判定：{rule}</translation>
    </message>
    <message>
        <source>The definition cannot run on this list, so the leads were drawn at random from all.</source>
        <translation>この一覧では定義を実行できないため、全体から無作為に抽出しました。</translation>
    </message>
    <message>
        <source>Departments to ask (2 to 6)</source>
        <translation>判定する部門（2〜6部門）</translation>
    </message>
    <message>
        <source>Shown of each lead (untick what would give it away)</source>
        <translation>判定のときに見せる項目（答えの手がかりになるものは外してください）</translation>
    </message>
    <message>
        <source>Never shown, because it is known only later: {names}</source>
        <translation>引き渡し後に分かるため見せない項目：{names}</translation>
    </message>
    <message>
        <source>Conditions that go with the dispute</source>
        <translation>食い違いを説明する条件</translation>
    </message>
    <message>
        <source>Show in the definition</source>
        <translation>定義で見る</translation>
    </message>
    <message>
        <source>Settle under Differences</source>
        <translation>突き合わせで決める</translation>
    </message>
    <message>
        <source>All in dispute</source>
        <translation>食い違い全体</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>出どころ</translation>
    </message>
    <message>
        <source>In these</source>
        <translation>該当する割合</translation>
    </message>
    <message>
        <source>In the others</source>
        <translation>比較先の割合</translation>
    </message>
    <message>
        <source>Difference in points, 95 %</source>
        <translation>差（ポイント、95 %区間）</translation>
    </message>
    <message>
        <source>in the definition</source>
        <translation>定義の条件</translation>
    </message>
    <message>
        <source>outside of it</source>
        <translation>定義にない条件</translation>
    </message>
    <message>
        <source>Which leads</source>
        <translation>対象のリード</translation>
    </message>
    <message>
        <source>Only {side} says {hot}</source>
        <translation>{side}だけが{hot}</translation>
    </message>
    <message>
        <source>{group} leads that only one calls so beside {rest} that both call so</source>
        <translation>片方だけが該当とした{group}件と、両方が該当とした{rest}件を比べています</translation>
    </message>
    <message>
        <source>Many conditions are looked at, so some differ by chance: those in bold would not. Those whose line crosses the middle say nothing.</source>
        <translation>多くの条件を見ているため、偶然の差も混じります。太字は偶然とは考えにくい差です。線が中央をまたぐものからは何も言えません。</translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) with too little data: fewer than 5 leads on one side.</source>
        <translation>
            <numerusform>データ不足（どちらかが5件未満）の条件が%n個あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>{group} leads in dispute beside {rest} on which both agree</source>
        <translation>食い違った{group}件と、一致した{rest}件を比べています</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value}（{low}〜{high}）</translation>
    </message>
    <message>
        <source>Which two departments</source>
        <translation>比べる2部門</translation>
    </message>
    <message>
        <source>The leads were drawn from several kinds on purpose. The figures hold for these leads, not for the whole list.</source>
        <translation>リードは種類ごとに意図して抽出しています。数値はこの標本についてのもので、一覧全体の割合ではありません。</translation>
    </message>
    <message>
        <source>Result opened by {person}, {time}</source>
        <translation>{person}が{time}に結果を公開</translation>
    </message>
    <message>
        <source>Labelled lead</source>
        <translation>判定したリード</translation>
    </message>
    <message>
        <source>Your department is not asked. Change it at the top of the window to answer for another one.</source>
        <translation>自部門は対象外です。ほかの部門として回答するときは、画面上部で切り替えてください。</translation>
    </message>
    <message>
        <source>Begin to label</source>
        <translation>判定を始める</translation>
    </message>
    <message>
        <source>Look over my answers</source>
        <translation>自分の回答の見直し</translation>
    </message>
    <message>
        <source>Not everybody has finished. Once the result is open, nobody can answer any more.</source>
        <translation>まだ終わっていない部門があります。結果を開くと、誰も回答できなくなります。</translation>
    </message>
    <message>
        <source>Close and open the result</source>
        <translation>締め切って結果を開く</translation>
    </message>
    <message>
        <source>The blind labelling was deleted.</source>
        <translation>目隠し判定を削除しました。</translation>
    </message>
    <message>
        <source>Name of the labelling</source>
        <translation>目隠し判定の名前</translation>
    </message>
    <message>
        <source>Being labelled</source>
        <translation>判定中</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>結果を開く</translation>
    </message>
    <message>
        <source>Close early…</source>
        <translation>途中で締め切る…</translation>
    </message>
    <message>
        <source>Go on with lead {number}</source>
        <translation>{number}件目から再開</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>{name}の削除</translation>
    </message>
    <message>
        <source>Result open</source>
        <translation>結果公開済み</translation>
    </message>
    <message>
        <source>Everybody has answered</source>
        <translation>全部門が回答済み</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}件</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>締め切らない</translation>
    </message>
    <message>
        <source>Still at it: {people}</source>
        <translation>判定の途中：{people}</translation>
    </message>
    <message>
        <source>There is no lead that both called one thing or the other, so nothing can be compared.</source>
        <translation>両部門が判定したリードがないため、比べられません。</translation>
    </message>
    <message>
        <source>{first} and {second} agree on {same} of {all} leads.</source>
        <translation>{first}と{second}は{all}件中{same}件で一致しました。</translation>
    </message>
    <message>
        <source>With so few leads this may also be chance.</source>
        <translation>ただし件数が少ないため、偶然の可能性も残ります。</translation>
    </message>
    <message>
        <source>Looking at the columns…</source>
        <translation>項目を調べています…</translation>
    </message>
    <message>
        <source>No single condition goes with the dispute clearly; read the comments.</source>
        <translation>食い違いをはっきり説明する条件は1つではありません。コメントを読み合わせてください。</translation>
    </message>
    <message>
        <source>Only {first} says “{hot}”: {one}. Only {second}: {other}.</source>
        <translation>{first}だけが「{hot}」としたのは{one}件、{second}だけは{other}件です。</translation>
    </message>
    <message>
        <source>What goes with the dispute most: “{condition}” ({group} of the disputed leads, {rest} of the others).</source>
        <translation>最も関わりが強いのは「{condition}」です（食い違ったリードの{group}、一致したリードの{rest}が該当）。</translation>
    </message>
    <message>
        <source>Is this a company to win first?</source>
        <translation>優先して獲得したい企業ですか？</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>わからない</translation>
    </message>
    <message>
        <source>Is this a hot lead?</source>
        <translation>このリードはホットですか？</translation>
    </message>
    <message>
        <source>Hot lead</source>
        <translation>ホットリード</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>drawn at random</source>
        <translation>無作為に抽出</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>ホット</translation>
    </message>
    <message>
        <source>Not hot</source>
        <translation>ホットでない</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>ターゲットでない</translation>
    </message>
    <message>
        <source>Not enough information</source>
        <translation>情報不足</translation>
    </message>
    <message>
        <source>the definition means it</source>
        <translation>定義に該当</translation>
    </message>
    <message>
        <source>close to the border</source>
        <translation>定義の境目に近い</translation>
    </message>
    <message>
        <source>the definition lacks information</source>
        <translation>定義では情報不足</translation>
    </message>
    <message>
        <source>the definition does not mean it</source>
        <translation>定義に該当しない</translation>
    </message>
    <message>
        <source>filled at or after the hand-over</source>
        <translation>引き渡し時か、その後に記入される項目</translation>
    </message>
    <message>
        <source>dates after the hand-over</source>
        <translation>引き渡し後の日付</translation>
    </message>
    <message>
        <source>filled only once handed over</source>
        <translation>引き渡したリードにだけ値がある項目</translation>
    </message>
    <message>
        <source>a condition says it is known later</source>
        <translation>後で分かると定義に印のある項目</translation>
    </message>
    <message>
        <source>joined from what came of the leads</source>
        <translation>営業の結果から結合した項目</translation>
    </message>
    <message>
        <source>almost perfect</source>
        <translation>ほぼ完全に一致</translation>
    </message>
    <message>
        <source>substantial</source>
        <translation>かなり一致</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>中程度の一致</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>やや一致</translation>
    </message>
    <message>
        <source>slight</source>
        <translation>わずかな一致</translation>
    </message>
    <message>
        <source>worse than chance</source>
        <translation>偶然より低い一致</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>What decides</source>
        <translation>決め手</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>let departments label the same leads unseen, and see how far they agree</source>
        <translation>同じリードを各部門が互いに見ずに判定し、一致の度合いを調べる</translation>
    </message>
    <message>
        <source>id or name of a labelling; all are listed if not said</source>
        <translation>目隠し判定のIDか名前。省略すると一覧</translation>
    </message>
    <message>
        <source>begin one: draw leads of this list</source>
        <translation>このリストからリードを抽出して始める</translation>
    </message>
    <message>
        <source>what is asked about (hot-lead if not said)</source>
        <translation>何を判定するか（省略時はhot-lead）</translation>
    </message>
    <message>
        <source>leads to draw, 20 to 50 (30 if not said)</source>
        <translation>抽出する件数、20〜50（省略時は30）</translation>
    </message>
    <message>
        <source>draws the same leads again; random if not said</source>
        <translation>同じリードを再び抽出するための値。省略すると無作為</translation>
    </message>
    <message>
        <source>departments that answer</source>
        <translation>判定する部門</translation>
    </message>
    <message>
        <source>columns that are not shown to them</source>
        <translation>見せない列</translation>
    </message>
    <message>
        <source>write the leads here, to be answered</source>
        <translation>回答用のリードをここに書き出す</translation>
    </message>
    <message>
        <source>take in a filled-in sheet</source>
        <translation>記入した回答を取り込む</translation>
    </message>
    <message>
        <source>whose answers they are</source>
        <translation>回答した部門</translation>
    </message>
    <message>
        <source>who answered</source>
        <translation>回答した人</translation>
    </message>
    <message>
        <source>open the result; nobody answers any more</source>
        <translation>結果を開く。以後は回答できない</translation>
    </message>
    <message>
        <source>Blind labellings</source>
        <translation>目隠し判定</translation>
    </message>
    <message>
        <source>Blind labelling</source>
        <translation>目隠し判定</translation>
    </message>
    <message>
        <source>Leads drawn</source>
        <translation>抽出した件数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>抽出の種</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回答済み</translation>
    </message>
    <message>
        <source>Agreement of two</source>
        <translation>2部門の一致</translation>
    </message>
    <message>
        <source>One</source>
        <translation>一方</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>他方</translation>
    </message>
    <message>
        <source>Both yes</source>
        <translation>両方が該当</translation>
    </message>
    <message>
        <source>Only the one</source>
        <translation>一方だけ該当</translation>
    </message>
    <message>
        <source>Only the other</source>
        <translation>他方だけ該当</translation>
    </message>
    <message>
        <source>Both no</source>
        <translation>両方が非該当</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>回答なし</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>食い違い</translation>
    </message>
    <message>
        <source>Against the definition</source>
        <translation>定義との一致</translation>
    </message>
    <message>
        <source>Being labelled</source>
        <translation>判定中</translation>
    </message>
    <message>
        <source>Everybody has answered</source>
        <translation>全部門が回答済み</translation>
    </message>
    <message>
        <source>Result open</source>
        <translation>結果公開済み</translation>
    </message>
</context>
</TS>
