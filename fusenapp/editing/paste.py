"""Text from the clipboard as notes: lines of a list, or cells copied from a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

_BULLET = re.compile(r"^\s*(?:[・•●○■□◆◇※]|[\-*–—](?=\s)|\(?\d{1,2}[.)．)、]|[①-⑳])\s*")


def is_grid(text: str) -> bool:
    """True if the text looks like cells of a spreadsheet: it has tabs between them."""
    return "\t" in text.strip("\r\n")


def to_grid(text: str, delimiter: str = "\t") -> list[list[str]]:
    """Cells by row and column. Quoted cells keep their line breaks; cells are trimmed, empty rows at the end dropped."""
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(_unified(text)), delimiter=delimiter)]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def to_lines(text: str) -> list[str]:
    """One entry per line that says something, bullets and numbers taken off.

    A column of cells whose line breaks are quoted, as spreadsheets write it, stays whole per cell.
    """
    unified = _unified(text)
    if unified.lstrip().startswith('"') and unified.count('"') % 2 == 0:
        return [row[0].strip() for row in to_grid(text) if row and row[0].strip()]
    lines = (_BULLET.sub("", line).strip() for line in unified.split("\n"))
    return [line for line in lines if line]


def to_text(rows: list[list[str]]) -> str:
    """Cells as spreadsheets take them from the clipboard: tabs and line breaks, quoted where needed."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue().rstrip("\n")


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\x00", "")
