"""The colours of cells, as whoever looks at the sheet sees them; damaged styles are no colours and no accident."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from fusenapp.errors import InputError
from fusenapp.tables.agreement_sheet import read_cells
from fusenapp.tables.xlsx_fills import fill_colours


def book(path: Path, *fills: PatternFill) -> Path:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row, fill in enumerate(fills, 1):
        sheet.cell(row, 1, f"row {row}").fill = fill
    made.save(path)
    return path


def solid(colour: str | Color) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def with_styles(source: Path, out: Path, old: bytes, new: bytes) -> Path:
    """A copy in which the styles say something else."""
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(out, "w") as write:
        for name in read.namelist():
            data = read.read(name)
            write.writestr(name, data.replace(old, new) if name == "xl/styles.xml" else data)
    return out


def test_plain_theme_and_palette_colours_of_cells(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", solid("FFFFF1A8"), solid(Color(theme=0)), solid(Color(theme=1, tint=0.5)), solid(Color(theme=4, tint=-0.25)),
                solid(Color(indexed=13)), PatternFill("lightUp", fgColor="FFFF0000"), PatternFill())
    (sheet,) = read_cells(path)
    assert sheet.fills[0, 0] == "#FFF1A8"
    assert sheet.fills[1, 0] == "#FFFFFF", "the first colour of a theme is the paper, not the ink"
    assert sheet.fills[2, 0] == "#808080", "half way from black to white"
    assert sheet.fills[3, 0] == "#376092", "accent 1 of the office theme, a quarter darker"
    assert sheet.fills[4, 0] == "#FFFF00"
    assert set(sheet.fills) == {(row, 0) for row in range(5)}, "patterns and blank cells have no colour"
    assert len(sheet.cells) == 7


@pytest.mark.parametrize("broken", [b'rgb="no"', b'rgb="FFZZZZZZ"', b'theme="99"', b'indexed="9999"', b'theme="-1"', b'rgb="FFFFF1A8" tint="nan"',
                                    b'rgb="FFFFF1A8" tint="x"'])
def test_a_colour_that_is_none_is_no_fill(tmp_path: Path, broken: bytes) -> None:
    whole = book(tmp_path / "a.xlsx", solid("FFFFF1A8"))
    assert set(fill_colours(with_styles(whole, tmp_path / "b.xlsx", b'fgColor rgb="FFFFF1A8"', b"fgColor " + broken))) == {""}


def test_styles_that_are_no_xml_are_refused(tmp_path: Path) -> None:
    whole = book(tmp_path / "a.xlsx", solid("FFFFF1A8"))
    with pytest.raises(InputError, match="corrupt"):
        fill_colours(with_styles(whole, tmp_path / "b.xlsx", b"<fills", b"<fills <"))
