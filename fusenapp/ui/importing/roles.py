"""The part that every cell of a sheet plays, and how each part looks: a soft paper and a word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor

from fusenapp.i18n import translate
from fusenapp.ui.theme import color, is_dark, mixed, paper

if TYPE_CHECKING:
    from fusenapp.flows import Prepared
    from fusenapp.tables import Preview
    from fusenapp.ui.importing.corrections import Corrections

ROLES = ("title", "unit", "as_of", "header", "data", "section", "total", "recap", "note", "out")
"""In the order of the legend; ``out``: left out by the user."""

_PAPERS = {"title": (4, 1.0), "unit": (8, 1.0), "as_of": (6, 0.75), "header": (5, 1.0), "data": (7, 0.5), "section": (1, 0.8), "total": (2, 1.0),
           "recap": (3, 0.8)}


def role_words(role: str) -> str:
    """What a part is called."""
    return {
        "title": translate("Importing", "Title"), "unit": translate("Importing", "Unit"), "as_of": translate("Importing", "As of"),
        "header": translate("Importing", "Header"), "data": translate("Importing", "Data"), "section": translate("Importing", "Section"),
        "total": translate("Importing", "Total"), "recap": translate("Importing", "Counted again"), "note": translate("Importing", "Remark"),
        "out": translate("Importing", "Left out"),
    }.get(role, "")


def role_color(role: str) -> QColor:
    """The ground of a cell that plays this part."""
    return _color(role, is_dark())


@cache
def _color(role: str, dark: bool) -> QColor:
    if role in ("note", "out"):
        return color("sunken")
    number, share = _PAPERS.get(role, (0, 0.0))
    return mixed(paper(number).fill, color("surface"), share) if number else color("surface")


class Roles:
    """Cell → part, for the rows that are shown.

    Args:
        preview: of the sheet: what the reader understood.
        shown: rows (counted from 1) that are shown.
    """

    def __init__(self, preview: Preview, shown: Iterable[int]) -> None:
        self._shown = frozenset(shown)
        self._spans: dict[int, list[tuple[int, int, str]]] = {}
        self._own: dict[int, str] = {}
        self._columns: tuple[int, int] = (0, -1)
        self._dropped: frozenset[int] = frozenset()
        for role, place in preview.areas:
            self._add(role, place)

    def _add(self, role: str, place: str) -> None:
        from fusenapp.tables.places import parse_area

        area = parse_area(place)
        if area is None:
            return
        top, left, bottom, right = area
        rows = range(top + 1, bottom + 2) if bottom - top < len(self._shown) else (r for r in self._shown if top < r <= bottom + 1)
        for row in rows:
            if row in self._shown:
                self._spans.setdefault(row, []).append((left, right, role))

    def take(self, prepared: Prepared, corrections: Corrections, member: int = 0) -> None:
        """Look at the chosen table as it was read last, corrections included; of tables put together at one of them."""
        from fusenapp.tables.places import column_of
        from fusenapp.ui.importing.corrections import on_member

        top, left, bottom, right = corrections.area
        rows = _rows_of(prepared, member)
        data = _among(self._shown, rows)
        header = set(corrections.header_rows)
        reach = max([bottom + 1, *rows[-1:].tolist()])
        self._columns = left, right
        self._own = {row: self._role(row, header, data) for row in self._shown if top < row <= reach}
        self._dropped = frozenset(column_of(on_member(letters, member)) for letters in corrections.dropped)

    def _role(self, row: int, header: set[int], data: set[int]) -> str:
        if row in header:
            return "header"
        if row in data:
            return "data"
        found = self._read(row, self._columns[0])
        return "out" if found in ("data", "header") else found

    def _read(self, row: int, column: int) -> str:
        return next((role for left, right, role in self._spans.get(row, ()) if left <= column <= right), "")

    def of(self, row: int, column: int) -> str:
        """The part of a cell; empty if it plays none. Row counted from 1, column from 0."""
        left, right = self._columns
        if left <= column <= right and row in self._own:
            return "out" if column in self._dropped and self._own[row] in ("data", "header") else self._own[row]
        found = self._read(row, column)
        return "out" if found in ("data", "header") and left <= column <= right and self._touches(row) else found

    def _touches(self, row: int) -> bool:
        """Whether the chosen table took the place of what was understood here."""
        return bool(self._own) and min(self._own) - 3 <= row <= max(self._own) + 3

    def row(self, row: int) -> str:
        """The part of a whole row, as its number shows it."""
        if row in self._own:
            return self._own[row]
        spans = self._spans.get(row)
        return spans[0][2] if spans else ""

    def present(self) -> list[str]:
        """The parts that occur, for the legend."""
        found = {role for spans in self._spans.values() for _, _, role in spans} | set(self._own.values())
        if self._dropped:
            found.add("out")
        return [role for role in ROLES if role in found]


def _rows_of(prepared: Prepared, member: int) -> Any:
    """Rows of the sheet that is shown: of tables put together those of one of them."""
    dataset = prepared.dataset
    return dataset.rows if dataset.sheet_of is None else dataset.rows[dataset.sheet_of == member]


def _among(shown: frozenset[int], rows: Any) -> set[int]:
    """Those of the shown rows that are in the array: a million rows would be too many to list on the window's thread."""
    import numpy as np

    wanted = np.fromiter(shown, np.int64, len(shown))
    return set(wanted[np.isin(wanted, rows)].tolist())
