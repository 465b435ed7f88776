<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Errors</name>
    <message>
        <source>{where} lacks {count} columns of the tables it is put together with ({columns}); they are missing there.</source>
        <translation>{where} には、まとめる相手の表にある列が {count} 列ありません（{columns}）。この表の行では欠損として扱います。</translation>
    </message>
    <message>
        <source>One datum per cell: {count} cells hold several values ({cells}). They were read as text.</source>
        <translation>1セル1データになっていません：{count} 個のセルに複数の値が入っています（{cells}）。文字列として読み取りました。</translation>
    </message>
    <message>
        <source>Numeric data without characters: {count} figures of “{column}” carry units or marks ({cells}). The numbers were read.</source>
        <translation>数値データに文字列が含まれています：「{column}」の {count} 個の数値に単位や記号が付いています（{cells}）。数値だけを読み取りました。</translation>
    </message>
    <message>
        <source>No merged cells: {count} areas of the table are merged ({cells}). Their value was read for all the cells they cover.</source>
        <translation>セルが結合されています：表の中に結合が {count} か所あります（{cells}）。結合範囲のすべてのセルに同じ値があるものとして読み取りました。</translation>
    </message>
    <message>
        <source>No layout by spaces or line breaks: {count} cells are arranged with them ({cells}). They were left out of the values.</source>
        <translation>スペースや改行で体裁を整えています：該当するセルは {count} 個です（{cells}）。スペースや改行を除いて読み取りました。</translation>
    </message>
    <message>
        <source>No omitted item names: {count} cells are blank because the same name stands before them ({cells}). The names were filled in.</source>
        <translation>項目名等が省略されています：前と同じ名前のため空白になっているセルが {count} 個あります（{cells}）。項目名を補って読み取りました。</translation>
    </message>
    <message>
        <source>Values instead of formulas: the sheet holds {count} formulas. The results that were saved with it were read.</source>
        <translation>数式が使われています：シートに数式が {count} 個あります。ファイルに保存されている計算結果を読み取りました。</translation>
    </message>
    <message>
        <source>State the unit: {count} columns of amounts have none ({columns}).</source>
        <translation>データの単位が記載されていません：金額の列 {count} 列に単位がありません（{columns}）。</translation>
    </message>
    <message>
        <source>No platform-dependent characters: {count} cells hold some ({characters}; {cells}). They were read as they stand.</source>
        <translation>機種依存文字が使われています：該当するセルは {count} 個です（{characters}：{cells}）。そのまま読み取りました。</translation>
    </message>
    <message>
        <source>No divided data: blank rows or columns run through the table ({cells}). The parts were read as one table.</source>
        <translation>データが分断されています：表の途中に空白の行または列があります（{cells}）。ひと続きの表として読み取りました。</translation>
    </message>
    <message>
        <source>One table per sheet: the sheet holds {count} tables ({ranges}). Each was read by itself.</source>
        <translation>1シートに複数の表が掲載されています：シートに表が {count} 個あります（{ranges}）。それぞれ別の表として読み取りました。</translation>
    </message>
    <message>
        <source>Totals apart from data: {count} rows of totals, recaps or notes stand among the data (rows {rows}). They were set apart.</source>
        <translation>データに合計等が混在しています：合計・再掲・注記の行が {count} 行あります（{rows} 行目）。データとは分けて扱います。</translation>
    </message>
    <message>
        <source>No signs in place of numbers: {count} cells of “{column}” hold signs ({signs}; {cells}). They count as missing, never as 0.</source>
        <translation>数値データの列に記号が含まれています：「{column}」の {count} 個のセルが記号です（{signs}：{cells}）。0 ではなく欠損として扱います。</translation>
    </message>
</context>
</TS>
