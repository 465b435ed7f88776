<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Errors</name>
    <message>
        <source>{where} is not a spreadsheet that Fusen can read. Nothing was imported. Save it as xlsx or csv and try again.</source>
        <translation>{where} は Fusen で読み取れる形式の表ではありません。何も取り込んでいません。xlsx または csv で保存し直してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>{where} is damaged, empty or not what its name says. Nothing was imported. Open it in Excel, save it again and retry.</source>
        <translation>{where} は壊れているか、空か、拡張子と中身が合っていません。何も取り込んでいません。Excel で開いて保存し直してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>{where} is protected by a password. Nothing was imported. Save a copy without the password and choose that.</source>
        <translation>{where} はパスワードで保護されています。何も取り込んでいません。パスワードを外したコピーを保存し、そちらを選んでください。</translation>
    </message>
    <message>
        <source>{where} needs more room or time than Fusen allows one file. Nothing was imported. Leave out sheets or rows that are not needed.</source>
        <translation>{where} は、1つのファイルに許している大きさや時間を超えています。何も取り込んでいません。不要なシートや行を除いてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The helper that reads files could not be started ({reason}). Nothing was imported. Restart Fusen and try again.</source>
        <translation>ファイルを読み取る補助プログラムを起動できませんでした（{reason}）。何も取り込んでいません。Fusen を起動し直してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>There is no table “{table}” in {where}. Nothing was imported. Choose one of the tables found.</source>
        <translation>{where} に表「{table}」はありません。何も取り込んでいません。見つかった表の中から選んでください。</translation>
    </message>
    <message>
        <source>There is no column “{column}”. Nothing was changed. Choose one of the columns of the table.</source>
        <translation>列「{column}」はありません。何も変更していません。表にある列から選んでください。</translation>
    </message>
    <message>
        <source>The kept reading rules cannot be used here: {where}. Nothing was imported. Correct the rules or read without them.</source>
        <translation>保存した読み取り設定をここでは使えません（{where}）。何も取り込んでいません。設定を直すか、設定なしで読み取ってください。</translation>
    </message>
    <message>
        <source>No KPI figures by month were found in {where}. Nothing was imported. Check the months in the header and the labels for target and actual.</source>
        <translation>{where} に、月ごとの KPI の数値が見つかりません。何も取り込んでいません。見出しの月と、目標・実績の表記を確認してください。</translation>
    </message>
    <message>
        <source>{count} characters of {where} cannot be decoded ({encoding}) and were replaced.</source>
        <translation>{where} に、文字コード {encoding} として読めない文字が {count} か所あり、置き換えました。</translation>
    </message>
    <message>
        <source>{where} holds {count} NUL bytes, which were left out.</source>
        <translation>{where} に NUL バイトが {count} 個あり、取り除きました。</translation>
    </message>
    <message>
        <source>A quotation mark in row {row} of {where} is never closed; quotation marks were ignored.</source>
        <translation>{where} の {row} 行目の引用符が閉じていないため、引用符を無視して読み取りました。</translation>
    </message>
    <message>
        <source>{count} lines of {where} were quoted as a whole and did not have {width} fields; they were cut once more.</source>
        <translation>{where} の {count} 行は、行全体が引用符で囲まれ列の数（{width}）が合わなかったため、もう一度分割しました。</translation>
    </message>
    <message>
        <source>{count} rows of {where} do not have {width} fields.</source>
        <translation>{where} の {count} 行は、項目数が {width} と異なります（列の数の不一致）。</translation>
    </message>
    <message>
        <source>The file refers to external data; nothing was fetched, the values saved in it were used.</source>
        <translation>外部データへのリンクがあります。取得はせず、ファイルに保存されている値を使いました。</translation>
    </message>
    <message>
        <source>“{column}” holds {count} error values ({values}); they count as missing.</source>
        <translation>「{column}」にエラー値が {count} 個あります（{values}）。値なしとして扱います。</translation>
    </message>
    <message>
        <source>“{column}” holds {count} values that are no numbers ({values}); they count as missing.</source>
        <translation>「{column}」に数値として読めない値が {count} 個あります（{values}）。値なしとして扱います。</translation>
    </message>
    <message>
        <source>“{column}” holds {count} values that are no dates ({values}); they count as missing.</source>
        <translation>「{column}」に日付として読めない値が {count} 個あります（{values}）。値なしとして扱います。</translation>
    </message>
    <message>
        <source>“{column}” holds {count} values that are no months ({values}); they count as missing.</source>
        <translation>「{column}」に月として読めない値が {count} 個あります（{values}）。値なしとして扱います。</translation>
    </message>
    <message>
        <source>“{column}” holds {count} values that are neither yes nor no ({values}); they count as missing.</source>
        <translation>「{column}」に「はい・いいえ」として読めない値が {count} 個あります（{values}）。値なしとして扱います。</translation>
    </message>
    <message>
        <source>“{column}” holds {count} values that are not known yet ({values}); they count as missing.</source>
        <translation>「{column}」に未確定の値が {count} 個あります（{values}）。値なしとして扱います。</translation>
    </message>
    <message>
        <source>“{column}” holds {count} times a placeholder ({values}) instead of a value; it counts as missing.</source>
        <translation>「{column}」に、選択前の仮の表示（{values}）が {count} 個あります。値なしとして扱います。</translation>
    </message>
    <message>
        <source>Day and month of {count} dates in “{column}” could change places ({values}); they were read as month/day/year.</source>
        <translation>「{column}」の {count} 個の日付は、月と日のどちらとも読めます（{values}）。月/日/年 として読みました。</translation>
    </message>
    <message>
        <source>{count} dates in “{column}” write the year with two digits ({values}); they were read as year/month/day after 1969.</source>
        <translation>「{column}」の {count} 個の日付は、年が2桁です（{values}）。1970年以降の 年/月/日 として読みました。</translation>
    </message>
    <message>
        <source>{count} numbers in “{column}” are written in an unusual way ({values}): check points, commas and signs.</source>
        <translation>「{column}」の {count} 個の数値は、書き方が通常と異なります（{values}）。小数点・桁区切り・符号を確かめてください。</translation>
    </message>
    <message>
        <source>{count} values of “{column}” were shortened when the file was saved ({values}); their last digits are lost.</source>
        <translation>「{column}」の {count} 個の値は、保存時に桁が省略されています（{values}）。下の桁は失われています。</translation>
    </message>
    <message>
        <source>{count} plain numbers in “{column}” were read as dates by Excel's count of days ({values}).</source>
        <translation>「{column}」の {count} 個の数値を、Excel の日付の通し番号として日付に直しました（{values}）。</translation>
    </message>
    <message>
        <source>“{column}” is kept as numbers ({values}); leading zeros may have been lost in the file already.</source>
        <translation>「{column}」は数値として保存されています（{values}）。先頭の 0 は、ファイルの中ですでに失われている可能性があります。</translation>
    </message>
    <message>
        <source>{count} formulas have no saved result; they count as missing. Open the file in Excel and save it, then read it again.</source>
        <translation>{count} 個の数式に計算結果が保存されていないため、欠測として扱います。Excel で開いて上書き保存してから、もう一度読み込んでください。</translation>
    </message>
    <message>
        <source>The time of day of {count} values in “{column}” was left out ({values}).</source>
        <translation>「{column}」の {count} 個の値から時刻を除き、日付だけを使います（{values}）。</translation>
    </message>
    <message>
        <source>“{column}” looks like a rate, but the sheet does not say whether it is a fraction or a percentage.</source>
        <translation>「{column}」は率のようですが、割合（0〜1）か％かが書かれていません。</translation>
    </message>
    <message>
        <source>Blank cells of “{column}” were filled with the label above them ({count} cells).</source>
        <translation>「{column}」の空白のセル {count} 個に、上のセルの項目名を補いました（項目名の省略）。</translation>
    </message>
    <message>
        <source>{count} values of “{column}” are written as approximate ({values}). Fusen uses the number they name.</source>
        <translation>「{column}」の {count} 件は、おおよその数で書かれています（{values}）。書かれている数をそのまま使います。</translation>
    </message>
    <message>
        <source>{where} is a copy of “{original}”; its {rows} rows were left out of the tables put together so that they do not count twice.</source>
        <translation>{where} は「{original}」の控えです。二重に数えないよう、まとめた表からこのシートの {rows} 行を除きました。</translation>
    </message>
    <message>
        <source>{where} is hidden; its {rows} rows count in the tables put together like the others.</source>
        <translation>{where} は非表示のシートです。まとめた表には、このシートの {rows} 行も含めています。</translation>
    </message>
    <message>
        <source>{count} hidden rows were read like the others.</source>
        <translation>非表示の行 {count} 行も、ほかの行と同じように読み取りました。</translation>
    </message>
    <message>
        <source>{count} hidden columns were read like the others ({columns}).</source>
        <translation>非表示の列 {count} 列（{columns}）も、ほかの列と同じように読み取りました。</translation>
    </message>
    <message>
        <source>{count} texts look like formulas; they were read as text and nothing was run.</source>
        <translation>数式のような文字が {count} 個あります。文字として読み取り、実行はしていません。</translation>
    </message>
    <message>
        <source>{count} merged cells hold a figure for several rows; it counts for the first row only.</source>
        <translation>数値のセルが縦に結合されている箇所が {count} か所あります。数値は最初の行だけのものとして扱います。</translation>
    </message>
    <message>
        <source>{count} numbers are shown as a fixed text by their format; the numbers themselves were read.</source>
        <translation>{count} 個の数値は、表示形式によって別の文字で表示されています。元の数値を読み取りました。</translation>
    </message>
    <message>
        <source>No header row was found; the columns are called by their letters.</source>
        <translation>見出しの行が見つからないため、列の記号を列名にしました。</translation>
    </message>
    <message>
        <source>The total {stated} is not the sum of its rows ({sum}).</source>
        <translation>合計 {stated} が、各行の和 {sum} と一致しません。</translation>
    </message>
    <message>
        <source>{count} figures after {as_of} are 0, −100 % or errors; they are not fixed yet and count as missing.</source>
        <translation>{as_of} より後の月に、0・−100％・エラーの数値が {count} 個あります。未確定とみなし、値なしとして扱います。</translation>
    </message>
    <message>
        <source>“{name}” {month}: the stated achievement {stated} is not actual ÷ target ({computed}).</source>
        <translation>「{name}」{month}：表の達成率 {stated} が、実績÷目標（{computed}）と一致しません。</translation>
    </message>
    <message>
        <source>The sheet does not say the year of its months.</source>
        <translation>月の年が、シートのどこにも書かれていません。</translation>
    </message>
    <message>
        <source>The sheet is large; its layout was found from its first and last rows.</source>
        <translation>シートが大きいため、先頭と末尾の行から表の構成を判断しました。</translation>
    </message>
    <message>
        <source>“{column}” mixes numbers and words; it was read as text ({values}).</source>
        <translation>「{column}」には数値と文字が混ざっています（{values}）。文字として読み取りました。</translation>
    </message>
</context>
</TS>
