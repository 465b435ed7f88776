"""A large sheet goes another way than a small one, and comes to the same: types, values, gaps, places and doubts."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from fusenapp.tables import limits
from fusenapp.tables.analysis import Options, analyse
from fusenapp.tables.dataset import Dataset
from fusenapp.tables.recipes import ColumnRecipe, Recipe
from fusenapp.tables.sheet_body import Collector
from fusenapp.tables.xlsx_cells import NUMBER, TEXT, Unusual, read_piece
from fusenapp.tables.xlsx_texts import read_strings

ROWS = 2600
WORDS = ("製造業", "情報・通信", "卸売 & 小売", "金融<保険>", "医療\n福祉", "建設業")
DAY = dt.datetime(2026, 4, 1)


def read(path: Path, monkeypatch: pytest.MonkeyPatch, *, large: bool, recipe: Recipe | None = None) -> Dataset:
    """The file's first table, by the way for small or for large sheets."""
    monkeypatch.setattr(limits, "SMALL_SHEET", 0 if large else 1 << 40)
    monkeypatch.setattr(limits, "HEAD", 1 << 14 if large else 1 << 40)
    found: list[Dataset] = []
    book = analyse(path, Options(), lambda _, dataset: found.append(dataset))
    if recipe is not None:
        found.clear()
        analyse(path, Options(book.tables[0].id, recipe), lambda _, dataset: found.append(dataset))
    return found[0]


def same(path: Path, monkeypatch: pytest.MonkeyPatch, recipe: Recipe | None = None) -> Dataset:
    """The dataset, after checking that both ways give it."""
    small, large = (read(path, monkeypatch, large=large, recipe=recipe) for large in (False, True))
    assert large.columns == small.columns
    for index, name in enumerate(small.names):
        assert large.values(index).to_pylist() == small.values(index).to_pylist(), name
        assert large.values(index).type == small.values(index).type, name
    assert large.rows.tolist() == small.rows.tolist()
    assert {(p.code, p.where, str(p.parameters)) for p in large.problems} == {
        (p.code, p.where, str(p.parameters)) for p in small.problems
    }
    assert (large.title, large.unit, large.as_of, large.year) == (small.title, small.unit, small.as_of, small.year)
    return large


COLUMNS: dict[str, tuple[Any, str]] = {
    "リードID": (lambda r, _: f"L{r:06d}", ""),
    "会社名": (lambda r, _: f" 株式会社{r:05d} " if r % 9 else "N/A", ""),
    "担当者": (lambda r, c: c.choice(("佐伯 遥", "―", "高橋", "小林", None)), ""),
    "業種": (lambda r, c: c.choice(WORDS), ""),
    "郵便番号": (lambda r, _: f"{r:07d}", ""),
    "従業員数": (lambda r, c: c.randrange(10, 9000), ""),
    "受注額（円）": (lambda r, c: c.randrange(10, 9_000_000) * 10, "#,##0"),
    "単価": (lambda r, c: c.randrange(1, 10**7), "¥#,##0"),
    "比重": (lambda r, c: c.random() * 10 ** c.randrange(-6, 12) * c.choice((1, -1)), ""),
    "開封率": (lambda r, c: c.randrange(0, 1000) / 1000, "0.0%"),
    "クリック率(%)": (lambda r, c: c.randrange(0, 1000) / 10, ""),
    "成約率": (lambda r, c: c.randrange(2, 100), ""),
    "登録日": (lambda r, c: DAY + dt.timedelta(days=c.randrange(700)), "yyyy/m/d"),
    "更新日時": (lambda r, c: DAY + dt.timedelta(minutes=r * 37), "yyyy/m/d h:mm"),
    "月": (lambda r, c: dt.datetime(2026, r % 12 + 1, 1), 'yyyy"年"m"月"'),
    "月末": (lambda r, c: dt.datetime(2026, r % 12 + 1, 28), 'yyyy"年"m"月"'),
    "時刻": (lambda r, c: dt.time(r % 24, r % 60), "h:mm"),
    "決裁者": (lambda r, c: c.random() < 0.4, ""),
    "資料請求": (lambda r, c: c.choice("○×"), ""),
    "点数": (lambda r, c: c.choice(("-", "調査中")) if r % 40 == 0 else c.randrange(1, 500), ""),
    "金額": (lambda r, c: "1.2億" if r % 400 == 0 else c.randrange(1, 10**6), '#,##0"円"'),
    "納期": (lambda r, c: "未定" if r % 50 == 0 else DAY + dt.timedelta(days=r % 300, hours=12 * (r % 97 == 0)), "yyyy/m/d"),
    "備考": (lambda r, c: c.choice((None, None, "A & B", "  ", '"引用"', "<b>", "=x", "12")), ""),
    "エラー": (lambda r, c: ("error", "=NA()") if r % 100 == 7 else r, ""),
    "空": (lambda r, c: None, ""),
    "長い数": (lambda r, c: c.randrange(10**13, 10**17), "0"),
    "混在": (lambda r, c: c.choice((True, 5, 7.5, "語", DAY)), ""),
    "第1四半期": (lambda r, c: c.randrange(1, 13), ""),
}


def write(
    path: Path, *, inline: bool, columns: dict[str, tuple[Any, str]] = COLUMNS, rows: int = ROWS, total: bool = True
) -> None:
    """A title, a header, the rows; then a total."""
    chance = random.Random(7)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": inline})
    sheet = book.add_worksheet("リード一覧")
    formats = {pattern: book.add_format({"num_format": pattern}) for _, pattern in columns.values() if pattern}
    sheet.write(0, 0, "リード一覧（2026年11月時点）")
    sheet.write_row(2, 0, list(columns))
    sums = 0
    for r in range(1, rows + 1):
        for column, (name, (make, pattern)) in enumerate(columns.items()):
            value = make(r, chance)
            sums += value if name == "従業員数" else 0
            if isinstance(value, tuple):
                sheet.write_formula(r + 2, column, value[1], None, "#N/A")  # type: ignore[arg-type]
            elif value is not None:
                sheet.write(r + 2, column, value, formats.get(pattern) if not isinstance(value, str) else None)
        if r == 2000:
            sheet.set_row(r + 2, None, None, {"hidden": True})
    if total:
        sheet.write(rows + 3, 0, "合計")
        sheet.write_formula(rows + 3, 5, f"=SUM(F4:F{rows + 3})", None, sums)
    book.close()


@pytest.mark.parametrize("inline", [False, True], ids=["shared strings", "texts in the cells"])
def test_both_ways_give_the_same_dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inline: bool) -> None:
    path = tmp_path / "leads.xlsx"
    write(path, inline=inline)
    dataset = same(path, monkeypatch)
    assert len(dataset) == ROWS
    assert dataset.column("受注額（円）").type == "money"
    assert dataset.place(ROWS - 1, "業種") == f"leads.xlsx › リード一覧 › D{ROWS + 3}"


def test_what_the_user_settled_holds_for_large_sheets_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "leads.xlsx"
    write(path, inline=False)
    recipe = Recipe(
        columns={
            "郵便番号": ColumnRecipe(type="integer"),
            "登録日": ColumnRecipe(type="month"),
            "受注額（円）": ColumnRecipe(type="text"),
            "点数": ColumnRecipe(type="number", unit="点"),
            "備考": ColumnRecipe(drop=True),
            "会社名": ColumnRecipe(name="企業"),
        },
        keep_totals=True,
    )
    dataset = same(path, monkeypatch, recipe)
    assert [dataset.column(name).type for name in ("郵便番号", "登録日", "受注額（円）", "点数")] == [
        "integer",
        "month",
        "text",
        "number",
    ]
    assert len(dataset) == ROWS + 1
    assert "備考" not in dataset.names
    assert "企業" in dataset.names


def cells(xml: str) -> list[tuple[int, int, int, Any]]:
    """(row, column, style, value) of the cells of some rows."""
    found = read_piece(xml.encode(), -1).cells
    if found is None:
        return []
    values: list[Any] = []
    for kind, number in zip(found.kinds.tolist(), found.numbers.tolist(), strict=True):
        values.append(found.texts[int(number)].as_py() if kind == TEXT else number)
        assert kind in (NUMBER, TEXT)
    counts = [int(end - start) for start, end in zip(found.bounds, found.bounds[1:], strict=False)]
    columns = [column for column, count in enumerate(counts) for _ in range(count)]
    return sorted(zip(found.rows.tolist(), columns, found.looks.tolist(), values, strict=True))


def test_cells_are_found_however_they_are_written() -> None:
    xml = (
        '<row r="3" spans="1:4"><c r="A3" s="12"><v>12345678</v></c><c r="B3"/><c r="C3" t="str"><f>A1&amp;"&lt;c&gt;"</f><v>5</v></c>'
        '<c r="XFD3" s="3" t="n"><v>-1.5E-3</v></c></row>\n<row r="4"/>'
        '<row r="9"><c r="AA9" t="inlineStr"><is><t xml:space="preserve"> a &amp; b </t></is></c><c r="AB9" s="2"></c>'
        '<c r="AC9"><f t="shared" si="0"/><v>123456789012</v></c><c r="AD9"><v></v></c></row>'
    )
    assert cells(xml) == [
        (2, 0, 12, 12345678.0),
        (2, 2, 0, "5"),
        (2, 16383, 3, -0.0015),
        (8, 26, 0, " a & b "),
        (8, 28, 0, 123456789012.0),
    ]


@pytest.mark.parametrize(
    "xml",
    [
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c><v>1</v></c></row>',
        '<row><c r="A1"><v>1</v></c></row>',
        '<row r="2"></row><row r="1"></row>',
        '<row r="1"><c r="A1"><v>one</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>',
        '<row r="1"><!-- <c r="A1"><v>1</v></c> --></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&unknown;</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1" t="new"><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c r="a1"><v>1</v></c></row>',
        '<row r="1048577"></row>',
        '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>',
        '<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>',
        '<c r="A1"><v>1</v></c><row r="1"></row>',
    ],
)
def test_whatever_is_written_in_another_way_is_left_to_another_reader(xml: str) -> None:
    with pytest.raises(Unusual):
        read_piece(xml.encode(), -1)


def test_bytes_that_are_no_text_are_left_to_another_reader() -> None:
    with pytest.raises(Unusual):
        read_piece(b'<row r="1"><c r="A1" t="str"><v>\x83\x81</v></c></row>', -1)


def test_pieces_may_be_cut_anywhere() -> None:
    rows = "".join(f'<row r="{r}"><c r="A{r}"><v>{r}</v></c></row>' for r in range(1, 4000))
    xml = f"<?xml version='1.0' encoding='UTF-8'?><worksheet><sheetData>{rows}</sheetData><mergeCells/></worksheet>".encode()
    for size in (997, 70_001, 1 << 30):
        collector = Collector(piece=50_000)
        for start in range(0, len(xml), size):
            collector.feed(xml[start : start + size])
        collector.finish()
        assert collector.unusual == ""
        assert [row + 1 for piece in collector.pieces for row in piece.rows.tolist()] == list(range(1, 4000))
        assert [number for piece in collector.pieces for number in piece.numbers.tolist()] == list(range(1, 4000))


def test_shared_strings_come_without_their_reading_and_with_all_their_runs() -> None:
    entries = [
        "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>",
        '<si><t xml:space="preserve"> A &amp; B </t></si>',
        "<si><r><t>太</t></r><r><rPr><b/></rPr><t>字</t></r></si>",
        "<si><t/></si>",
        "<si><t>次\n行</t></si>",
    ]
    xml = ("<sst>" + "".join(entries) + "</sst>").encode()
    odd = {b"<r>": "太字", b"<t/>": ""}
    texts = read_strings(iter([xml[:40], xml[40:]]), lambda entry: next(text for mark, text in odd.items() if mark in entry))
    assert texts.to_pylist() == ["東京", " A & B ", "太字", "", "次\n行"]


def test_a_column_of_many_words_keeps_its_marks_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = ("―", "N/A", "（空白）", "Select", "#VALUE!", " ", "null")
    columns = {"メモ": (lambda r, _: marks[r % 7] if r % 50 == 0 else f"　問い合わせ {r} 件目 ", ""), "数": COLUMNS["従業員数"]}
    path = tmp_path / "notes.xlsx"
    write(path, inline=False, columns=columns, total=False)
    dataset = same(path, monkeypatch)
    assert dataset.column("メモ").missing == ROWS // 50
    assert {problem.code for problem in dataset.problems} >= {"error-values", "placeholder"}


@pytest.mark.parametrize("wrong", [None, 1000, 2000])
def test_sums_are_held_against_their_rows_in_large_sheets_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: int | None) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "sums.xlsx"))
    sheet = book.add_worksheet("売上")
    shortened = book.add_format({"num_format": '#,##0,"千円"'})
    sheet.write_row(0, 0, ["得意先", "件数", "売上", "単価"])
    row, all_counts, counts = 1, 0, 0
    for r in range(1, 2001):
        sheet.write_row(row, 0, [f"得意先{r}", r])
        sheet.write_number(row, 2, r * 2500, shortened)
        sheet.write_number(row, 3, r % 7)
        row, counts, all_counts = row + 1, counts + r, all_counts + r
        if r % 500 == 0:
            sheet.write_row(row, 0, ["小計", counts + (r == wrong)])
            sheet.write_number(row, 2, counts * 2500, shortened)
            row, counts = row + 1, 0
    sheet.write_row(row, 0, ["合計", all_counts])
    sheet.write_number(row, 2, all_counts * 2500, shortened)
    book.close()
    dataset = same(tmp_path / "sums.xlsx", monkeypatch)
    assert len(dataset) == 2000
    told = [problem for problem in dataset.problems if problem.code == "total-mismatch"]
    assert [problem.where for problem in told] == ([] if wrong is None else [f"売上 › B{wrong + wrong // 500 + 1}"])


def test_the_sum_of_a_large_csv_is_held_against_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGE_TEXT", 1000)
    lines = ["部署,件数", *[f"部署{r},{r}" for r in range(1, 2001)]]
    for total, codes in ((2001000, set()), (2011000, {"total-mismatch"})):
        path = tmp_path / f"{total}.csv"
        path.write_text("\n".join([*lines, f"合計,{total}"]), "utf-8")
        found: list[Dataset] = []
        analyse(path, Options(), lambda _, dataset, found=found: found.append(dataset))
        assert (len(found[0]), {problem.code for problem in found[0].problems}) == (2000, codes)
