"""Any table, written in any layout and encoding that people keep, is read back as the same table."""

from __future__ import annotations

import csv
import datetime as dt
import io
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fusenapp.tables import Dataset
from fusenapp.tables.analysis import Options, analyse

LIMITS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
NAMES = ("会社名", "都道府県", "従業員数", "登録日", "売上額（円）", "資料DL", "担当", "流入経路")
KINDS = ("text", "text", "integer", "date", "money", "boolean", "text", "text")
WORDS = ("株式会社青空", "みどり商事", "東京都", "大阪府", "ウェビナー", "佐藤", "展示会 2026", "A-12", "検討中の企業")


@dataclass(frozen=True)
class Table:
    """Column names, kinds and rows; None is missing."""

    names: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def cell(kind: str) -> st.SearchStrategy[Any]:
    values: dict[str, st.SearchStrategy[Any]] = {
        "text": st.sampled_from(WORDS),
        "integer": st.integers(0, 99_999),
        "money": st.integers(0, 10**9),
        "date": st.dates(dt.date(2001, 1, 1), dt.date(2030, 12, 31)),
        "boolean": st.booleans(),
    }
    return values[kind]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """At least one text column first, no column without any value, no row with nothing but a name (which may be a remark)."""
    others = draw(st.lists(st.integers(1, len(NAMES) - 1), min_size=2, max_size=6, unique=True))
    picked = [0, *sorted(others)]
    kinds = tuple(KINDS[index] for index in picked)
    count = draw(st.integers(4, 12))
    rows = []
    for number in range(count):
        row = [draw(cell(kind) if number < 2 else st.one_of(cell(kind), cell(kind), cell(kind), st.none())) for kind in kinds]
        row[0] = f"{draw(st.sampled_from(WORDS))}{number}"
        if all(value is None for value in row[1:]):
            row[1] = draw(cell(kinds[1]))
        rows.append(tuple(row))
    return Table(tuple(NAMES[index] for index in picked), kinds, tuple(rows))


def read(path: Path) -> Dataset:
    found: dict[str, Dataset] = {}
    analyse(path, Options(), found.__setitem__)
    assert len(found) == 1, list(found)
    return next(iter(found.values()))


def assert_same(dataset: Dataset, table: Table) -> None:
    assert [column.label for column in dataset.columns] == list(table.names)
    for index, kind in enumerate(table.kinds):
        wanted = [row[index] for row in table.rows]
        assert dataset.columns[index].type == kind, (dataset.columns[index], wanted)
        assert dataset.values(index).to_pylist() == wanted


def spelled(value: Any, kind: str, style: int) -> Any:
    """A value in one of the writings that Japanese sheets use."""
    if value is None:
        return ("", "-", "―", "N/A")[style % 4] if kind != "text" else ""
    if kind == "integer":
        return (str(value), f"{value:,}", f"{value:,}名", str(value).translate(FULL_WIDTH))[style % 4]
    if kind == "money":
        return (str(value), f"¥{value:,}", f"{value:,}円", f"￥{value}")[style % 4]
    if kind == "date":
        wareki = f"令和{value.year - 2018}年{value.month}月{value.day}日" if value > dt.date(2019, 12, 31) else value.isoformat()
        return (value.isoformat(), f"{value:%Y/%m/%d}", wareki, f"{value.year}年{value.month}月{value.day}日")[style % 4]
    if kind == "boolean":
        return ("TRUE", "FALSE")[not value]
    return value


def csv_text(rows: Sequence[Sequence[Any]], delimiter: str, quoting: int) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return file.getvalue()


@LIMITS
@given(
    tables(),
    st.sampled_from(["utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16"]),
    st.sampled_from([",", "\t", ";"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.lists(st.integers(0, 3), min_size=8, max_size=8),
)
def test_csv_in_any_encoding_and_writing(table: Table, encoding: str, delimiter: str, quoting: int, styles: list[int]) -> None:
    rows = [
        [spelled(value, kind, styles[i]) for i, (value, kind) in enumerate(zip(row, table.kinds, strict=True))]
        for row in table.rows
    ]
    if encoding in ("cp932", "euc_jp"):  # which write the yen sign as a backslash, and no dash of this length
        rows = [[text.replace("¥", "\\").replace("―", "-") if isinstance(text, str) else text for text in row] for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(csv_text([list(table.names), *rows], delimiter, quoting).encode(encoding, "replace"))
        assert_same(read(path), table)


@dataclass(frozen=True)
class Layout:
    """How a table lies on its sheet; group headings can only be told from a table of words when they look like headings."""

    top: int
    left: int
    title: bool
    groups: bool
    total: bool
    note: bool
    dressed: bool


layouts = st.builds(Layout, st.integers(0, 3), st.integers(0, 2), *[st.booleans()] * 5)


@LIMITS
@given(tables(), layouts)
def test_workbooks_in_any_layout(table: Table, layout: Layout) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.xlsx"
        write(path, table, layout)
        dataset = read(path)
        assert_same(dataset, table)
        first = dataset.place(0, 0)
        header = layout.top + (2 if layout.title else 0) + (2 if layout.groups and layout.dressed else 1)
        assert first == f"t.xlsx › 一覧 › {chr(65 + layout.left)}{header + 1}"


def write(path: Path, table: Table, layout: Layout) -> None:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("一覧")
    date = book.add_format({"num_format": "yyyy/mm/dd"})
    head = book.add_format({"bold": True, "border": 1} if layout.dressed else {})
    row = layout.top
    if layout.title:
        sheet.write(row, layout.left, "顧客一覧（2026年度）")
        row += 2
    if layout.groups and layout.dressed:
        middle = layout.left + len(table.names) // 2
        last = layout.left + len(table.names) - 1
        for name, a, b in (("基本情報", layout.left, middle - 1), ("詳細", middle, last)):
            (sheet.merge_range(row, a, row, b, name, head) if b > a else sheet.write(row, a, name, head))
        row += 1
    for offset, name in enumerate(table.names):
        sheet.write(row, layout.left + offset, name, head)
    for values in table.rows:
        row += 1
        for offset, value in enumerate(values):
            if isinstance(value, dt.date):
                sheet.write_datetime(row, layout.left + offset, dt.datetime.combine(value, dt.time()), date)
            elif value is not None:
                sheet.write(row, layout.left + offset, value)
    if layout.total:
        row += 2
        sheet.write(row, layout.left, "合計")
        sheet.write(row, layout.left + 1, f"{len(table.rows)}件")
    if layout.note:
        sheet.write(row + 2, layout.left, "※ 数値は速報値を含む。")
    book.close()
