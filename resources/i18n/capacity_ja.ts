<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Capacity</name>
    <message>
        <source> ({days} days of leave taken off)</source>
        <translation>（休暇{days}日を除く）</translation>
    </message>
    <message>
        <source> Few leads: for reference only.</source>
        <translation>件数が少ないため参考値です。</translation>
    </message>
    <message>
        <source> × pace {pace}</source>
        <translation> × 習熟 {pace}</translation>
    </message>
    <message>
        <source> × there {part}</source>
        <translation> × 稼働 {part}</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) above what sales can take up; the most in {month}: {over} leads.</source>
        <translation>
            <numerusform>%nか月で対応可能な件数を超えています。最大は{month}の{over}件です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) named one by one</source>
        <translation>
            <numerusform>メンバー%n人を個別に入力済み</numerusform>
        </translation>
    </message>
    <message>
        <source>, with plan</source>
        <translation>+計画</translation>
    </message>
    <message>
        <source>, {over} too many</source>
        <translation>、{over}件超過</translation>
    </message>
    <message>
        <source>A person or a team</source>
        <translation>個人またはチーム</translation>
    </message>
    <message>
        <source>A short month</source>
        <translation>営業日の少ない月</translation>
    </message>
    <message>
        <source>A threshold that fits</source>
        <translation>余力に収まるしきい値</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受領率</translation>
    </message>
    <message>
        <source>Accepted among the answered ones</source>
        <translation>回答のあったもののうち受領された割合</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>実績</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>メンバーを追加</translation>
    </message>
    <message>
        <source>As it went on</source>
        <translation>最近の傾向</translation>
    </message>
    <message>
        <source>Away %</source>
        <translation>不在 %</translation>
    </message>
    <message>
        <source>Before it is too much</source>
        <translation>超過する前に</translation>
    </message>
    <message>
        <source>Business days</source>
        <translation>営業日</translation>
    </message>
    <message>
        <source>By itself ({name})</source>
        <translation>自動（{name}）</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>対応可能</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>対応余力</translation>
    </message>
    <message>
        <source>Capacity = hours ÷ hours of a lead</source>
        <translation>対応可能 = 営業の時間 ÷ 1件の時間</translation>
    </message>
    <message>
        <source>Company closed</source>
        <translation>会社の休業日</translation>
    </message>
    <message>
        <source>Company closed on</source>
        <translation>会社の休業日（期間）</translation>
    </message>
    <message>
        <source>Counted on business days: no weekends, no Japanese public holidays, no days on which the company is closed.</source>
        <translation>営業日（土日・祝日・会社の休業日を除く）で計算します。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>営業日</translation>
    </message>
    <message>
        <source>Days of leave: 2027/2/8〜2027/2/19; several with commas</source>
        <translation>休暇の期間（例：2027/2/8〜2027/2/19）。複数はカンマ区切り</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>負荷(件)</translation>
    </message>
    <message>
        <source>Enter people and hours</source>
        <translation>人と時間を入力</translation>
    </message>
    <message>
        <source>FTE</source>
        <translation>人数(FTE)</translation>
    </message>
    <message>
        <source>First month at work, such as 2026/10; empty: always</source>
        <translation>最初の月（例：2026/10）。空欄はずっと在籍</translation>
    </message>
    <message>
        <source>First months %</source>
        <translation>立ち上がり %</translation>
    </message>
    <message>
        <source>For everybody</source>
        <translation>全員に共通</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>見込</translation>
    </message>
    <message>
        <source>Forecast and targets</source>
        <translation>見込・目標</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始月</translation>
    </message>
    <message>
        <source>Full-time equivalents: 1, or 0.5 for half the week</source>
        <translation>常勤換算。週の半分なら0.5</translation>
    </message>
    <message>
        <source>Fullest</source>
        <translation>最大負荷</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Hand over {good} more good leads in {months}, {left_out} leads fewer in {month}</source>
        <translation>{months}に質リードを{good}件多く引き渡し、{month}は{left_out}件減らす</translation>
    </message>
    <message>
        <source>Hand over {left_out} leads ({kinds}) fewer in {month}</source>
        <translation>{month}の引き渡しを{left_out}件（{kinds}）減らし</translation>
    </message>
    <message>
        <source>Hand over {left_out} leads fewer in {month}</source>
        <translation>{month}の引き渡しを{left_out}件減らす</translation>
    </message>
    <message>
        <source>Hours a day</source>
        <translation>時間/日</translation>
    </message>
    <message>
        <source>Hours a day for new leads</source>
        <translation>新しいリードに使う時間（1日）</translation>
    </message>
    <message>
        <source>Hours a day for new leads; empty: as everybody</source>
        <translation>新しいリードに使う1日の時間。空欄は全員と同じ</translation>
    </message>
    <message>
        <source>Hours of a lead on average</source>
        <translation>1件あたりの平均時間</translation>
    </message>
    <message>
        <source>Hours of sales</source>
        <translation>営業の時間</translation>
    </message>
    <message>
        <source>Hours per general lead</source>
        <translation>一般リード1件の時間</translation>
    </message>
    <message>
        <source>Hours per quality lead</source>
        <translation>質リード1件の時間</translation>
    </message>
    <message>
        <source>How quality and general leads go on is not known: one good lead stands for one lead.</source>
        <translation>質・一般別の進み方がわからないため、質リード1件をリード1件とみなしています。</translation>
    </message>
    <message>
        <source>Import a lead list or a KPI sheet with the leads that are handed over.</source>
        <translation>引き渡し件数のあるリード一覧かKPI表を取り込んでください。</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>In the months to come sales can take up everything that is due.</source>
        <translation>これからの月は、すべて対応できる見込みです。</translation>
    </message>
    <message>
        <source>KPI that counts the leads handed over</source>
        <translation>引き渡し件数のKPI</translation>
    </message>
    <message>
        <source>Kinds not known: each × {hours} h</source>
        <translation>質・一般の別は不明：1件 {hours}時間</translation>
    </message>
    <message>
        <source>Last month at work; empty: no end</source>
        <translation>最後の月。空欄は期限なし</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>該当</translation>
    </message>
    <message>
        <source>Leads due</source>
        <translation>負荷(件)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>休暇</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>負荷率</translation>
    </message>
    <message>
        <source>Load = work ÷ hours</source>
        <translation>負荷率 = 必要な時間 ÷ 営業の時間</translation>
    </message>
    <message>
        <source>Load and capacity by month</source>
        <translation>月別の負荷と対応可能件数</translation>
    </message>
    <message>
        <source>Load and proposals</source>
        <translation>負荷と提案</translation>
    </message>
    <message>
        <source>Load of the fullest month</source>
        <translation>最も多い月の負荷率</translation>
    </message>
    <message>
        <source>Make it an action</source>
        <translation>アクションにする</translation>
    </message>
    <message>
        <source>Matching leads of all months</source>
        <translation>全期間の該当リード数</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>取りこぼし</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>平日（月〜金）</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>超過月</translation>
    </message>
    <message>
        <source>Months above capacity</source>
        <translation>対応可能な件数を超える月の数</translation>
    </message>
    <message>
        <source>Months to come by</source>
        <translation>これからの月</translation>
    </message>
    <message>
        <source>More than sales can take up</source>
        <translation>営業の対応余力を超えます</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>No capacity yet</source>
        <translation>対応余力がまだ入力されていません</translation>
    </message>
    <message>
        <source>No leads to set against it yet</source>
        <translation>比べる件数がまだありません</translation>
    </message>
    <message>
        <source>No month is above what sales can take up.</source>
        <translation>対応可能な件数を超える月はありません。</translation>
    </message>
    <message>
        <source>Not known yet; a month without figures is not 0.</source>
        <translation>まだわかりません。数字のない月は0件とはみなしません。</translation>
    </message>
    <message>
        <source>Nothing is known of the months to come yet.</source>
        <translation>これからの月の件数はまだわかりません。</translation>
    </message>
    <message>
        <source>Number to turn</source>
        <translation>動かす数値</translation>
    </message>
    <message>
        <source>Of quality leads {quality} go on to {name} ({n} leads), of general ones {general} ({m} leads).</source>
        <translation>{name}に進む割合：質 {quality}（{n}件）、一般 {general}（{m}件）。</translation>
    </message>
    <message>
        <source>Open the simulator</source>
        <translation>シミュレーターを開く</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>過不足</translation>
    </message>
    <message>
        <source>Pace %</source>
        <translation>習熟 %</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Part of every month away, such as for training</source>
        <translation>毎月の不在の割合（研修など）</translation>
    </message>
    <message>
        <source>People and hours</source>
        <translation>人と時間</translation>
    </message>
    <message>
        <source>People in sales</source>
        <translation>営業の人数</translation>
    </message>
    <message>
        <source>People one by one</source>
        <translation>メンバーごと</translation>
    </message>
    <message>
        <source>People, hours a day and hours per general lead are needed.</source>
        <translation>人数、1日の時間、一般リード1件の時間を入力してください。</translation>
    </message>
    <message>
        <source>People, leave and load by month</source>
        <translation>メンバー・休暇と月別の負荷</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>メンバー{number}</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>計画済み</translation>
    </message>
    <message>
        <source>Points needed</source>
        <translation>必要な合計点</translation>
    </message>
    <message>
        <source>Points needed for fit</source>
        <translation>適合の必要点</translation>
    </message>
    <message>
        <source>Points needed for interest</source>
        <translation>関心の必要点</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>祝日</translation>
    </message>
    <message>
        <source>Put into the definition</source>
        <translation>定義に反映</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>質</translation>
    </message>
    <message>
        <source>Quality leads due</source>
        <translation>うち質(件)</translation>
    </message>
    <message>
        <source>Quality leads that were not handed over lately: about {n} a month.</source>
        <translation>最近、引き渡されなかった質リード：月に約{n}件。</translation>
    </message>
    <message>
        <source>Remove the person</source>
        <translation>メンバーを外す</translation>
    </message>
    <message>
        <source>Room left</source>
        <translation>あと対応できる件数</translation>
    </message>
    <message>
        <source>Say how many people work on new leads and for how long, and load is set against capacity month by month.</source>
        <translation>新しいリードに何人が何時間使えるかを入力すると、月ごとに負荷と対応可能な件数を比べます。</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>シナリオ</translation>
    </message>
    <message>
        <source>Set against each other</source>
        <translation>差し引き</translation>
    </message>
    <message>
        <source>Share of the full pace afterwards</source>
        <translation>その後のペースの割合</translation>
    </message>
    <message>
        <source>Share of the full pace in the first, second, third month: 30, 60, 80</source>
        <translation>1か月目、2か月目…のペースの割合（例：30, 60, 80）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show {month}</source>
        <translation>{month}を表示</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>件数の根拠</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>The action was added; the months to come follow it.</source>
        <translation>アクションに追加しました。これからの月の件数に反映しています。</translation>
    </message>
    <message>
        <source>The hot-lead definition has no number that could be turned.</source>
        <translation>ホットリードの定義に、動かせる数値がありません。</translation>
    </message>
    <message>
        <source>The load here is the leads that match, by month of registration, as in the simulator.</source>
        <translation>ここでの負荷は、シミュレーターと同じく、登録月ごとの該当リードです。</translation>
    </message>
    <message>
        <source>The plan was taken back.</source>
        <translation>計画を取り消しました。</translation>
    </message>
    <message>
        <source>The value is now in the hot-lead definition; it has to be agreed anew.</source>
        <translation>ホットリードの定義に反映しました。あらためて合意が必要です。</translation>
    </message>
    <message>
        <source>There are no months to come in the figures.</source>
        <translation>これからの月の数字がありません。</translation>
    </message>
    <message>
        <source>There is no room for {rest} more good leads in the two months before: more people, fewer hours per lead or a stricter threshold are needed.</source>
        <translation>質リードあと{rest}件は、前の2か月に余力がありません。人を増やす、1件の時間を減らす、しきい値を厳しくする、のいずれかが必要です。</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>超過する件数</translation>
    </message>
    <message>
        <source>Too many (below 0: room left)</source>
        <translation>過不足(負は余力)</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了月</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>With an imported lead list the hot-lead definition can be tried against the capacity.</source>
        <translation>リード一覧を取り込むと、ホットリードの定義が対応余力に収まるか試せます。</translation>
    </message>
    <message>
        <source>Won leads that do not match</source>
        <translation>受注したのに該当しないリード</translation>
    </message>
    <message>
        <source>Work by months since hand-over %</source>
        <translation>引き渡し後の月ごとの作業配分（%）</translation>
    </message>
    <message>
        <source>Work falls into this month and from those before: {shares}</source>
        <translation>作業の配分（当月 + 前月以前から）：{shares}</translation>
    </message>
    <message>
        <source>Work in all</source>
        <translation>必要な時間</translation>
    </message>
    <message>
        <source>hot lead</source>
        <translation>ホットリード</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>of these by plans</source>
        <translation>うち計画による増減</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>これからの月</translation>
    </message>
    <message>
        <source>where nobody stands here, the number of people counts</source>
        <translation>誰もいなければ、上の人数で計算します</translation>
    </message>
    <message>
        <source>{condition}: days</source>
        <translation>{condition}：日数</translation>
    </message>
    <message>
        <source>{condition}: lower end</source>
        <translation>{condition}：下限</translation>
    </message>
    <message>
        <source>{condition}: upper end</source>
        <translation>{condition}：上限</translation>
    </message>
    <message>
        <source>{fewer}; good leads more: {more}</source>
        <translation>{fewer}、質リードの増：{more}</translation>
    </message>
    <message>
        <source>{fte} FTE × {days} days × {hours} h</source>
        <translation>{fte}人分 × {days}日 × {hours}時間</translation>
    </message>
    <message>
        <source>{general} general</source>
        <translation>一般{general}件</translation>
    </message>
    <message>
        <source>{general} general, {quality} quality</source>
        <translation>一般{general}件・質{quality}件</translation>
    </message>
    <message>
        <source>{good} in {month}</source>
        <translation>{month} {good}件</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}時間</translation>
    </message>
    <message>
        <source>{kind} {figure}</source>
        <translation>{kind} {figure}件</translation>
    </message>
    <message>
        <source>{kind} × {hours} h</source>
        <translation>{kind} × {hours}時間</translation>
    </message>
    <message>
        <source>{less}, and {good} more good leads before: {moves}.</source>
        <translation>{less}、その前に質リードを{good}件多く（{moves}）引き渡します。</translation>
    </message>
    <message>
        <source>{less}, and {good} more good leads before: {moves}. That brings as many {name} ({lost}).</source>
        <translation>{less}、その前に質リードを{good}件多く（{moves}）引き渡すと、{name}は同じ{lost}件になります。</translation>
    </message>
    <message>
        <source>{less}.</source>
        <translation>{less}ます。</translation>
    </message>
    <message>
        <source>{month} step by step</source>
        <translation>{month}の計算</translation>
    </message>
    <message>
        <source>{month}: not known, capacity {room}</source>
        <translation>{month}：未確定、対応可能 {room}件</translation>
    </message>
    <message>
        <source>{month}: {due} leads, capacity {room}</source>
        <translation>{month}：{due}件、対応可能 {room}件</translation>
    </message>
    <message>
        <source>{month}: {n} leads fewer</source>
        <translation>{month}は{n}件減</translation>
    </message>
    <message>
        <source>{month}: {over} leads too many</source>
        <translation>{month}：{over}件の超過</translation>
    </message>
    <message>
        <source>{name} was taken out.</source>
        <translation>{name}を外しました。</translation>
    </message>
    <message>
        <source>{over} leads more than sales can take up</source>
        <translation>営業が対応できる件数より{over}件多くなります</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” alone does not bring the load into the capacity; {value} comes closest (%n month(s) over).</source>
        <translation>
            <numerusform>「{name}」だけでは対応可能な件数に収まりません。最も近いのは{value}です（%nか月が超過）。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” fits as it is, and still with {value}: {more} more leads, the fullest month then has {use}.</source>
        <translation>「{name}」は今のままで収まります。{value}にしても収まり、該当は{more}件増え、最大の月の負荷率は{use}です。</translation>
    </message>
    <message>
        <source>“{name}” fits as it is: {use} of the capacity in the fullest month.</source>
        <translation>「{name}」は今のままで収まります。最大の月の負荷率は{use}です。</translation>
    </message>
    <message>
        <source>“{name}” would have to be {value}: then no month is over, the fullest has {use}.</source>
        <translation>「{name}」を{value}にすると、超過する月がなくなります。最大の月の負荷率は{use}です。</translation>
    </message>
    <message>
        <source>More than sales could take up</source>
        <translation>営業の対応余力を超えました</translation>
    </message>
    <message>
        <source> Who takes them up: {people}.</source>
        <translation>対応するのは{people}です。</translation>
    </message>
    <message numerus="yes">
        <source>%n months of {span}</source>
        <translation><numerusform>{span}のうち%nか月</numerusform></translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Business days</source>
        <translation>営業日</translation>
    </message>
    <message>
        <source>Can take up</source>
        <translation>対応可能</translation>
    </message>
    <message>
        <source>Earlier, by month</source>
        <translation>前倒し</translation>
    </message>
    <message>
        <source>Fits with</source>
        <translation>収まる値</translation>
    </message>
    <message>
        <source>Good leads</source>
        <translation>質リード</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Hours per lead</source>
        <translation>1件の時間</translation>
    </message>
    <message>
        <source>Leads fewer</source>
        <translation>減らす件数</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>負荷</translation>
    </message>
    <message>
        <source>Load and capacity</source>
        <translation>負荷と対応可能件数</translation>
    </message>
    <message>
        <source>Lost at the next stage</source>
        <translation>次の段階で失う件数</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>No room for</source>
        <translation>余力のない件数</translation>
    </message>
    <message>
        <source>Numbers of the hot-lead definition that fit</source>
        <translation>対応可能な件数に収まるホットリードの数値</translation>
    </message>
    <message>
        <source>Part used</source>
        <translation>負荷率</translation>
    </message>
    <message>
        <source>Quality leads left a month</source>
        <translation>残る質リード/月</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>シナリオ</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>超過</translation>
    </message>
    <message>
        <source>as it went on</source>
        <translation>最近の傾向</translation>
    </message>
    <message>
        <source>leads handed over against what sales can take up, by month, and what to do about it</source>
        <translation>引き渡し件数と営業が対応できる件数を月ごとに比べ、打ち手を示す</translation>
    </message>
    <message>
        <source>of these quality</source>
        <translation>うち質</translation>
    </message>
    <message>
        <source>with --capacity: months to come follow this scenario</source>
        <translation>--capacity とともに：これからの月をこのシナリオで計算する</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Capacity of sales</source>
        <translation>営業の対応余力</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Plan an earlier hand-over</source>
        <translation>引き渡しの前倒しを計画</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The figures of {name} do not fit. Nothing was changed. Shares lie between 0 and 100 %, hours a day above 0, and the last month is not before the first.</source>
        <translation>{name}の数値が合いません。変更していません。割合は0〜100%、1日の時間は0より大きく、終了月は開始月以降にしてください。</translation>
    </message>
    <message>
        <source>The work cannot be spread like this. Nothing was changed. Write shares by month, the first above 0: 60, 40.</source>
        <translation>この配分は使えません。変更していません。月ごとの割合を、最初の月は0より大きくして入力してください（例：60, 40）。</translation>
    </message>
    <message>
        <source>What sales can take up is not known yet. Enter people and hours first, in the view “Capacity”.</source>
        <translation>営業の対応余力がまだわかりません。先に「対応余力」で人と時間を入力してください。</translation>
    </message>
    <message>
        <source>“{text}” is no day or range of days. Nothing was changed. Write 2027/2/8〜2027/2/19, or 8/13〜8/16 for every year.</source>
        <translation>「{text}」は日または期間として読み取れません。変更していません。「2027/2/8〜2027/2/19」、毎年なら「8/13〜8/16」のように入力してください。</translation>
    </message>
    <message>
        <source>“{text}” is no month. Nothing was changed. Write it like 2026/10.</source>
        <translation>「{text}」は月として読み取れません。変更していません。「2026/10」のように入力してください。</translation>
    </message>
    <message>
        <source>“{value}” is not a figure that fits here. Nothing was changed. Enter a number above 0.</source>
        <translation>「{value}」はここに使える数値ではありません。変更していません。0より大きい数値を入力してください。</translation>
    </message>
    <message>
        <source>{name} will be about {due} in {month}, {over} more than the {room} that sales can take up. Above capacity: {months}.</source>
        <translation>{month}の{name}は約{due}の見込みで、営業が対応できる{room}を{over}上回ります。超過する月は{months}です。</translation>
    </message>
    <message>
        <source>{name} was {due} in {month}, {over} more than the {room} that sales could take up. Above capacity: {months}.</source>
        <translation>{month}の{name}は{due}で、営業が対応できる{room}を{over}上回りました。超過した月は{months}です。</translation>
    </message>
</context>
</TS>
