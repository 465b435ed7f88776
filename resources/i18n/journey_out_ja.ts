<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>JourneyOut</name>
    <message>
        <source>No role</source>
        <translation>役割なし</translation>
    </message>
    <message>
        <source>Emotion of {role}, {phase}</source>
        <translation>{role}の感情（{phase}）</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>ジャーニー</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>ファイルに書き込めません</translation>
    </message>
    <message>
        <source>Excel grid, A3 (can be read back)…</source>
        <translation>Excelの表・A3（編集して読み戻せます）…</translation>
    </message>
    <message>
        <source>PDF, A3…</source>
        <translation>PDF・A3…</translation>
    </message>
    <message>
        <source>Picture, A3 at 300 dpi (PNG)…</source>
        <translation>画像・A3 300dpi（PNG）…</translation>
    </message>
    <message>
        <source>Selected notes as PDF…</source>
        <translation>選択した付箋をPDFに…</translation>
    </message>
    <message>
        <source>Selected notes as a picture (PNG)…</source>
        <translation>選択した付箋を画像に（PNG）…</translation>
    </message>
    <message>
        <source>Copy selected notes as a picture</source>
        <translation>選択した付箋を画像としてコピー</translation>
    </message>
    <message>
        <source>Copy selected notes as a table</source>
        <translation>選択した付箋を表としてコピー</translation>
    </message>
    <message>
        <source>Read an edited grid back…</source>
        <translation>編集した表の読み戻し…</translation>
    </message>
    <message>
        <source>Bring in a table of a journey…</source>
        <translation>ジャーニーの表の取り込み…</translation>
    </message>
    <message>
        <source>Save the journey</source>
        <translation>ジャーニーの保存</translation>
    </message>
    <message>
        <source>Output and back: Excel, PDF, picture</source>
        <translation>出力と読み戻し：Excel・PDF・画像</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>画像としてコピー</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>表としてコピー</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) came in by their phases and lanes.</source>
        <translation>
            <numerusform>%n枚の付箋を、フェーズとレーンの名前に合わせて取り込みました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of unknown phase or lane is/are in the parking lot.</source>
        <translation>
            <numerusform>フェーズまたはレーンの分からない%n枚は置き場にあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) of the emotion curve was/were left out.</source>
        <translation>
            <numerusform>感情曲線の数値%n件は取り込んでいません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation>表計算ファイル</translation>
    </message>
    <message>
        <source>Choose a table of a journey</source>
        <translation>ジャーニーの表の選択</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} を読み取り中</translation>
    </message>
    <message>
        <source>{name} has no cells that say something.</source>
        <translation>{name} には、文字の入ったセルがありません。</translation>
    </message>
    <message>
        <source>{name} has {count} cells, more than a board can show. Nothing was changed. Bring in a smaller table.</source>
        <translation>{name} にはセルが{count}個あり、ボードに載せきれません。何も変更していません。もっと小さな表を取り込んでください。</translation>
    </message>
    <message numerus="yes">
        <source>{name} names none of the phases. %n note(s) is/are in the free area.</source>
        <translation>
            <numerusform>{name} には、このボードのフェーズの名前がありません。%n枚の付箋を自由エリアに置きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>No phase or lane is called like those of this note; it is in the parking lot.</source>
        <translation>この付箋のフェーズまたはレーンの名前が見つからないため、置き場に入れました。</translation>
    </message>
    <message>
        <source>the agreement workbook (default), or journeys: a grid in Excel, PDF, a picture</source>
        <translation>合意書のブック（既定）、またはジャーニー（Excelの表・PDF・画像）</translation>
    </message>
    <message>
        <source>one journey; all of them if not said</source>
        <translation>ジャーニーの名前（省略するとすべて）</translation>
    </message>
    <message>
        <source>size of the page in PDF and pictures</source>
        <translation>PDFと画像の用紙の大きさ</translation>
    </message>
    <message>
        <source>pixels an inch of a picture (300 if not said)</source>
        <translation>画像の解像度（1インチあたりのピクセル数、既定は300）</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Note by</source>
        <translation>付箋を書いた人</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>No phase is told by the header of this column.</source>
        <translation>この列の見出しからはフェーズがわかりません。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>付箋の色</translation>
    </message>
    <message>
        <source>Add the phase {title}</source>
        <translation>フェーズ「{title}」を追加</translation>
    </message>
    <message>
        <source>Add the lane {title}</source>
        <translation>レーン「{title}」を追加</translation>
    </message>
    <message>
        <source>after “{name}”</source>
        <translation>「{name}」の次</translation>
    </message>
    <message>
        <source>at the front</source>
        <translation>先頭</translation>
    </message>
    <message>
        <source>A number from −2 to +2 is needed here.</source>
        <translation>ここには −2 から +2 までの数が必要です。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>付箋の文</translation>
    </message>
    <message>
        <source>Department in charge</source>
        <translation>担当部門</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>レーン</translation>
    </message>
    <message>
        <source>{field} of “{title}”</source>
        <translation>「{title}」の{field}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>No journey is called {where}. Nothing was written. There are: {known}.</source>
        <translation>「{where}」というジャーニーはありません。何も書き出していません。あるのは次のものです：{known}</translation>
    </message>
    <message>
        <source>There is no journey to write. Make one on the board first.</source>
        <translation>書き出すジャーニーがありません。先にボードで作成してください。</translation>
    </message>
    <message>
        <source>A picture holds one journey. Nothing was written. Name one of them: {known}.</source>
        <translation>画像にできるジャーニーは1つずつです。何も書き出していません。次のどれかを指定してください：{known}</translation>
    </message>
    <message>
        <source>None of the selected notes is there any more. Nothing was written. Select notes and try again.</source>
        <translation>選択した付箋はもうありません。何も書き出していません。付箋を選び直してください。</translation>
    </message>
    <message>
        <source>{where} pixels an inch cannot be made. Nothing was written. Give a number from {least} to {most}.</source>
        <translation>1インチあたり {where} ピクセルでは作れません。何も書き出していません。{least} から {most} までの数を指定してください。</translation>
    </message>
    <message>
        <source>There are several journeys. Nothing was changed. Name one of them: {known}.</source>
        <translation>ジャーニーが複数あります。何も変更していません。次のどれかを指定してください：{known}</translation>
    </message>
    <message>
        <source>{where} names none of the journey's phases. Nothing was changed. The phases are: {known}.</source>
        <translation>{where} には、ジャーニーのフェーズの名前がありません。何も変更していません。フェーズは次のとおりです：{known}</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Journey</source>
        <translation>ジャーニー</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>Put in the parking lot</source>
        <translation>置き場に入れたもの</translation>
    </message>
    <message>
        <source>Figures passed over</source>
        <translation>取り込まなかった数値</translation>
    </message>
</context>
</TS>
