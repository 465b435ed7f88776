"""Workbooks of LibreOffice: the cells and what their styles say, made by hand as such programs write them."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from fusenapp.errors import InputError
from fusenapp.tables.ods import read_ods
from tests.unit.tables.making import Read, columns, values

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle"), ("fo", "xsl-fo-compatible"))
)
STYLES = """
<number:percentage-style style:name="N1"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:date-style style:name="N2"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>
<number:number-style style:name="N3"><number:number number:min-integer-digits="5" number:decimal-places="0"/></number:number-style>
<number:time-style style:name="N4" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes/></number:time-style>
<number:number-style style:name="N6"><number:number number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:number-style style:name="N5"><number:text>-</number:text><style:map style:condition="value()&gt;=0" style:apply-style-name="N6"/></number:number-style>
""" + "".join(f'<style:style style:name="c{n}" style:family="table-cell" style:data-style-name="N{n}"/>' for n in range(1, 7))
STYLES += '<style:style style:name="in" style:family="table-cell"><style:paragraph-properties fo:margin-left="0.706cm"/></style:style>'


def words(*texts: str, more: str = "") -> str:
    return "".join(f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>' for text in texts)


def number(value: float, kind: str = "float", style: int = 0) -> str:
    look = f' table:style-name="c{style}"' if style else ""
    return f'<table:table-cell office:value-type="{kind}" office:value="{value}"{look}/>'


def ods(path: Path, rows: list[str], before: str = "") -> Path:
    body = "".join(row if row.startswith("<table:table-row") else f"<table:table-row>{row}</table:table-row>" for row in rows)
    content = f"""<?xml version="1.0"?><office:document-content {NAMES} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
    <office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="一覧">{before}{body}</table:table>
    </office:spreadsheet></office:body></office:document-content>"""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return path


def test_values_mean_what_their_styles_say(tmp_path: Path) -> None:
    day = '<table:table-cell office:value-type="date" office:date-value="2026-0{}-01"{}/>'
    rows = [words("名称", "達成率(%)", "月", "コード", "工数", "登録日", "件数")]
    for n in (4, 5, 6):
        hours = f'<table:table-cell office:value-type="time" office:time-value="PT{n * 10}H30M00S" table:style-name="c4"/>'
        month = day.format(n, ' table:style-name="c2"')
        rows.append(words(f"商事{n}") + number(n / 5, "percentage", 1) + month + number(n, style=3) + hours + day.format(n, "") + number(n * 1000, style=5))
    read = Read(ods(tmp_path / "a.ods", rows))
    assert columns(read.only) == {
        "名称": ("text", ""), "達成率(%)": ("percent", "%"), "月": ("month", ""), "コード": ("text", ""), "工数": ("number", "時間"),
        "登録日": ("date", ""), "件数": ("integer", ""),
    }  # fmt: skip
    assert values(read.only, "達成率(%)") == [0.8, 1.0, 1.2]
    assert values(read.only, "月") == ["2026-04", "2026-05", "2026-06"]
    assert values(read.only, "コード")[0] == "00004"
    assert values(read.only, "工数")[0] == 40.5
    assert values(read.only, "登録日")[0] == dt.date(2026, 4, 1)
    assert values(read.only, "件数") == [4000, 5000, 6000]
    assert "masked-numbers" not in read.codes


def test_errors_and_formulas_without_results_are_told(tmp_path: Path) -> None:
    error = '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    nothing = '<table:table-cell table:formula="of:=[.B2]*2"/>'
    rows = [words("名称", "件数", "倍"), *(words(f"店{n}") + (error if n == 2 else number(n)) + nothing for n in range(1, 6))]
    read = Read(ods(tmp_path / "a.ods", rows))
    assert values(read.only, "件数") == [1, None, 3, 4, 5]
    assert {"error-values", "formulas-without-values"} <= read.codes


def test_repeated_merged_hidden_and_annotated_cells(tmp_path: Path) -> None:
    note = '<table:table-cell office:value-type="string"><office:annotation><text:p>内緒</text:p></office:annotation><text:p>備<text:s/>考</text:p></table:table-cell>'
    rows = [
        words("部門", "月", "件数") + note,
        words("営業", more=' table:number-rows-spanned="2" table:number-columns-spanned="1"') + words("4月") + number(5) + words("x"),
        "<table:table-row><table:covered-table-cell/>" + words("5月") + number(6) + words("y") + "</table:table-row>",
        '<table:table-row table:number-rows-repeated="2" table:visibility="collapse">' + words("支援", "4月") + number(0) + words("z") + "</table:table-row>",
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    ]
    (grid,) = read_ods(ods(tmp_path / "a.ods", rows)).sheets
    assert grid.used == (0, 0, 4, 3)
    assert grid.get(0, 3) == "備 考"
    assert grid.merges == [(1, 0, 2, 0)]
    assert grid.hidden_rows == {3, 4}
    assert grid.get(4, 2) == 0


def test_cells_that_repeat_without_end_are_refused(tmp_path: Path) -> None:
    row = '<table:table-row table:number-rows-repeated="1048576">' + words("x", more=' table:number-columns-repeated="16384"') + "</table:table-row>"
    with pytest.raises(InputError) as caught:
        read_ods(ods(tmp_path / "a.ods", [row]))
    assert caught.value.code == "too-large"


def test_without_content_it_is_damaged(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(InputError) as caught:
        read_ods(tmp_path / "a.ods")
    assert caught.value.code == "corrupt"


def test_how_far_a_label_is_moved_in(tmp_path: Path) -> None:
    rows = [words("部門", "件数"), words("営業") + number(3), words("東日本", more=' table:style-name="in"') + number(1)]
    grid = read_ods(ods(tmp_path / "a.ods", rows)).sheets[0]
    assert [grid.indent(row, 0) for row in range(3)] == [0, 0, 2]
