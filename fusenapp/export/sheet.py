"""One worksheet being written: text stays text, formats are shared, rows get the height that their text needs."""

from __future__ import annotations

import math
import unicodedata
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from fusenapp.domain.workbook_fields import ID
from fusenapp.export.kept import Kept

LONGEST = 32_000
"""Excel holds 32,767 characters in a cell; longer text is cut with an ellipsis."""

ACCENT, ACCENT_WEAK, LINE, CAPTION, SUNKEN = "#2F4A8C", "#E6EBF7", "#BFC6CF", "#616A76", "#F4F5F7"
INK = "#1C222B"
LINE_HEIGHT = 17.0
"""Points a line of 10-point Yu Gothic takes in Excel, which is more than most fonts need."""

_BOX: dict[str, Any] = {"border": 1, "border_color": LINE}
_MIDDLE: dict[str, Any] = {"align": "center", "text_wrap": True}
_WORDS: dict[str, Any] = {"text_wrap": True, "align": "left", "indent": 1}
_BASE: dict[str, Any] = {"font_name": "Yu Gothic", "font_size": 10, "valign": "vcenter", "font_color": INK}

STYLES: dict[str, dict[str, Any]] = {
    "plain": {},
    "title": {"font_size": 20, "bold": True},
    "subtitle": {"font_size": 11, "font_color": CAPTION},
    "section": {"font_size": 13, "bold": True, "font_color": ACCENT, "bottom": 2, "bottom_color": ACCENT},
    "head": _BOX | _MIDDLE | {"bold": True, "bg_color": ACCENT_WEAK},
    "cell": _BOX | _WORDS,
    "strong": _BOX | _WORDS | {"bold": True},
    "weak": _BOX | _WORDS | {"font_color": CAPTION},
    "label": _BOX | _WORDS | {"bold": True, "bg_color": SUNKEN},
    "centre": _BOX | _MIDDLE,
    "sentence": _WORDS | {"border": 1, "border_color": ACCENT, "bg_color": ACCENT_WEAK, "font_size": 12},
    "grade": _BOX | _WORDS | {"font_size": 9, "font_color": CAPTION, "valign": "vcenter"},
    "link": _BOX | _WORDS | {"font_color": ACCENT, "underline": 1},
    "stamp": _BOX | _MIDDLE | {"font_color": "#BF3A1B", "bold": True, "font_size": 9},
    "count": _BOX | {"num_format": "#,##0"},
    "percent": _BOX | {"num_format": "0.0%", "align": "right"},
    "achievement": _BOX | {"num_format": "[<0.9]▼0.0%;0.0%", "align": "right", "font_color": CAPTION},
    "achievement-down": _BOX | {"num_format": "0.0%", "align": "right", "font_color": CAPTION},
    "decimal": _BOX | {"num_format": "#,##0.0"},
    "unfixed": _BOX | {"pattern": 14, "fg_color": LINE, "bg_color": "#FFFFFF"},
    "hidden": {"font_color": CAPTION, "font_size": 8},
}


class _Page(Worksheet):
    """A worksheet that stores formulas as they are."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        """The library looks for each of thirty new functions, in texts too; ours use none of them, and there are thousands."""
        return formula.removeprefix("=")


class Book:
    """The workbook being written, its formats, and what it keeps of itself; ``mark`` stands at the foot of every page."""

    def __init__(self, path: str, mark: str = "") -> None:
        self.mark = mark.replace("&", "&&")
        self.file = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.kept = Kept()

    def style(self, name: str, **more: Any) -> Format:
        """A named style, with changes; equal ones are made once."""
        wanted = _BASE | STYLES[name] | more
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            self._formats[key] = self.file.add_format(wanted)
        return self._formats[key]

    def plain(self, name: str) -> Worksheet:
        """A worksheet without any layout."""
        return self.file.add_worksheet(name, _Page)

    def sheet(self, name: str, widths: list[float], *, paper: str = "A4", landscape: bool = True) -> Sheet:
        """A new worksheet that prints on one page across, with column widths in characters."""
        page = self.plain(name)
        if landscape:
            page.set_landscape()
        page.set_paper(8 if paper == "A3" else 9)
        page.fit_to_pages(1, 0)
        page.set_margins(0.4, 0.4, 0.6, 0.6)
        page.set_footer(f"&L&A&C{self.mark}&R&P / &N")
        page.hide_gridlines(2)
        for column, width in enumerate(widths):
            page.set_column(column, column, width, self.style("plain"))
        return Sheet(self, page, widths)


class Sheet:
    """One worksheet; rows and columns are counted from 0."""

    def __init__(self, book: Book, page: Worksheet, widths: list[float]) -> None:
        self.book = book
        self.page = page
        self.widths = widths
        self.row = 0
        self.name = page.get_name() or ""
        self.book.kept.sheet(self.name)

    def text(self, row: int, column: int, text: str, style: str = "cell", **more: Any) -> None:
        """Text as text, whatever it looks like; never a formula, a link or a number."""
        if text:
            self.page.write_string(row, column, self._noted(text), self.book.style(style, **more))
        else:
            self.page.write_blank(row, column, None, self.book.style(style, **more))

    def number(self, row: int, column: int, value: float | None, style: str = "count", **more: Any) -> None:
        """A number, or an empty cell where there is none."""
        if value is None or not math.isfinite(value):
            self.page.write_blank(row, column, None, self.book.style(style, **more))
        else:
            self.book.kept.text(self.name, value)
            self.page.write_number(row, column, value, self.book.style(style, **more))

    def formula(self, row: int, column: int, formula: str, value: float | str | None, style: str = "count", **more: Any) -> None:
        """A live formula with the value that we reckoned, for readers that do not recalculate."""
        if value is not None:
            self.book.kept.text(self.name, clean(value) if isinstance(value, str) else value)
        known: Any = "" if value is None else value  # the library takes texts and numbers, whatever its hints say
        self.page.write_formula(row, column, formula, self.book.style(style, **more), known)

    def merge(self, row: int, column: int, row_to: int, column_to: int, text: str, style: str = "cell", **more: Any) -> None:
        """Text over several cells (or one)."""
        if (row, column) == (row_to, column_to):
            self.text(row, column, text, style, **more)
        else:
            form = self.book.style(style, **more)
            self.page.merge_range(row, column, row_to, column_to, "", form)
            self.page.write_string(row, column, self._noted(text), form)

    def cell(self, row: int, column: int, found: str | float | bool | None, style: str = "cell", **more: Any) -> None:
        """A number as a number, anything else as text."""
        if isinstance(found, (int, float)) and not isinstance(found, bool):
            digits = "#,##0" if float(found).is_integer() else "#,##0.0#####"
            self.number(row, column, found, style, **{"num_format": digits, **more})
        else:
            self.text(row, column, "" if found is None else str(found), style, **more)

    def fields(self, columns: dict[int, str], id_column: int, row: int) -> None:
        """A hidden row that names the fields of the columns below it, so that an edited copy can be read back."""
        for column, name in {**columns, id_column: ID}.items():
            self.page.write_string(row, column, name, self.book.style("hidden"))
        self.page.set_row(row, None, None, {"hidden": True})

    def _noted(self, text: str) -> str:
        """The text as a cell holds it, remembered as our own: whatever else stands here later is an edit."""
        told = clean(text)
        self.book.kept.text(self.name, told)
        return told

    def title(self, text: str, caption: str = "") -> None:
        """The heading of the sheet, in its first rows."""
        self.page.set_row(0, 34)
        self.text(0, 0, text, "title")
        self.text(1, 0, caption, "subtitle")
        self.row = 3

    def section(self, text: str) -> None:
        """A heading over a part of the sheet, underlined across all columns."""
        self.page.set_row(self.row, 22)
        for column in range(len(self.widths)):
            self.text(self.row, column, text if column == 0 else "", "section")
        self.row += 1

    def head(self, texts: list[str]) -> None:
        """A header row."""
        for column, text in enumerate(texts):
            self.text(self.row, column, text, "head")
        lines = max(wrapped_lines(text, width, padding=1.0) for text, width in zip(texts, self.widths, strict=False))
        self.page.set_row(self.row, lines * LINE_HEIGHT + 8)
        self.row += 1

    def freeze(self, columns: int) -> None:
        """What comes below the header row just written scrolls under it, and prints under it on every page."""
        self.page.freeze_panes(self.row, columns)
        self.page.repeat_rows(self.row - 1)

    def hide(self, column: int) -> None:
        """A column for reading the workbook back: there, but not shown or printed."""
        self.page.set_column(column, column, 24, None, {"hidden": True})

    def print_to(self, column: int) -> None:
        """What is printed: everything written so far, up to this column."""
        self.page.print_area(0, 0, max(self.row - 1, 0), column)

    def facts(self, rows: list[tuple[str, str]], label_to: int, to: int) -> None:
        """Label and text, a row each: the label from the first column to ``label_to``, the text on to ``to``."""
        for label, text in rows:
            self.merge(self.row, 0, self.row, label_to, label, "label")
            self.merge(self.row, label_to + 1, self.row, to, text)
            spans = {0: sum(self.widths[:label_to + 1]), label_to + 1: sum(self.widths[label_to + 1:to + 1])}
            self.fit(self.row, {0: label, label_to + 1: text}, spans=spans)
            self.row += 1

    def line(self, texts: list[str], styles: dict[int, str] | None = None, least: float = 22) -> None:
        """A row of wrapped text cells, as high as its longest text needs."""
        for column, text in enumerate(texts):
            self.text(self.row, column, text, (styles or {}).get(column, "cell"))
        self.fit(self.row, dict(enumerate(texts)), least)
        self.row += 1

    def fit(self, row: int, texts: dict[int, str], least: float = 22, spans: dict[int, float] | None = None) -> None:
        """Set the height of a row so that all wrapped texts show; LibreOffice and Excel both keep it."""
        self.page.set_row(row, min(max(least, self.height_of(texts, spans)), 400))

    def height_of(self, texts: dict[int, str], spans: dict[int, float] | None = None) -> float:
        """Points that the longest of the wrapped texts needs."""
        return max((wrapped_lines(t, (spans or {}).get(c, self.widths[c])) for c, t in texts.items()), default=1) * LINE_HEIGHT + 5


def clean(text: str) -> str:
    """Text that Excel can hold: no control characters besides line breaks, nothing that XML forbids, at most `LONGEST` characters."""
    kept = "".join(c for c in text if c in "\n\t" or (unicodedata.category(c) not in ("Cc", "Cs") and c not in "\ufffe\uffff"))
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 1] + "…"


def wrapped_lines(text: str, width: float, padding: float = 2.5) -> int:
    """Lines that a text needs in a column of ``width`` characters, less padding; a wide character counts as two."""
    room = max(width - padding, 4)
    return sum(max(1, math.ceil(display_width(line) / room)) for line in text.split("\n"))


def display_width(text: str) -> int:
    """Width in half-width characters."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
