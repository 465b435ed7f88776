"""What the styles of an ods file say about its cells: dates, months, durations, rates, money, units, leading zeros, looks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from fusenapp.tables.formats import GENERAL, Meaning, meaning
from fusenapp.tables.grid import PLAIN, Grid, Style
from fusenapp.tables.safe_xml import Handler, local

_DATA_STYLES = frozenset({"number-style", "date-style", "time-style", "percentage-style", "currency-style", "text-style", "boolean-style"})
_PIECES = {"year": "yyyy", "month": "m", "day": "d", "hours": "h", "minutes": "mm", "seconds": "ss", "era": "g", "day-of-week": "aaa"}

_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,9})?)(cm|mm|in|pt)")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0}


@dataclass
class _CellStyle:
    data: str = ""
    parent: str = ""
    bold: bool = False
    filled: bool = False
    indent: int = 0


@dataclass
class _Pattern:
    """A data style put together as a number format of Excel."""

    kind: str
    pieces: list[str] = field(default_factory=list)
    elapsed: bool = False
    positive: str = ""
    """The style that positive numbers are shown in instead, if there are several."""

    def meaning(self) -> Meaning:
        """What the pattern says."""
        if self.kind == "boolean-style":
            return Meaning("boolean")
        text = "".join(self.pieces)
        if self.kind == "time-style" and self.elapsed:
            text = text.replace("h", "[h]", 1)
        return meaning(text) if text else GENERAL


class StyleReader(Handler):
    """Collects styles until the cells begin."""

    def __init__(self) -> None:
        self.hidden_tables: set[str] = set()
        self._patterns: dict[str, _Pattern] = {}
        self.cell_styles: dict[str, _CellStyle] = {}
        self._pattern: _Pattern | None = None
        self._style: str = ""
        self._literal = False
        self._known: dict[tuple[str, str], Style] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A style, or a piece of the one that is open."""
        plain = {local(key): value for key, value in attributes.items()}
        if name in _DATA_STYLES:
            self._pattern = _Pattern(name, elapsed=plain.get("truncate-on-overflow") == "false")
            self._patterns[plain.get("name", "")] = self._pattern
        elif self._pattern is not None:
            self._piece(self._pattern, name, plain)
        elif name == "style":
            self._style = plain.get("name", "")
            self.cell_styles[self._style] = _CellStyle(plain.get("data-style-name", ""), plain.get("parent-style-name", ""))
        elif name == "text-properties" and self._style:
            self.cell_styles[self._style].bold = plain.get("font-weight") == "bold"
        elif name == "table-cell-properties" and self._style:
            self.cell_styles[self._style].filled = plain.get("background-color", "transparent") not in ("transparent", "#ffffff")
        elif name == "paragraph-properties" and self._style:
            self.cell_styles[self._style].indent = _steps(plain.get("margin-left", ""))
        elif name == "table-properties" and plain.get("display") == "false":
            self.hidden_tables.add(self._style)

    def _piece(self, pattern: _Pattern, name: str, plain: dict[str, str]) -> None:
        if name in _PIECES:
            pattern.pieces.append(_PIECES[name])
        elif name == "number":
            pattern.pieces.append(_digits(plain))
        elif name in ("text", "currency-symbol"):
            self._literal = True
        elif name == "map" and plain.get("condition", "").startswith("value()>") and not pattern.positive:
            pattern.positive = plain.get("apply-style-name", "")

    def text(self, data: str) -> None:
        """Words that a format writes beside the number."""
        if self._literal and self._pattern is not None:
            percent = self._pattern.kind == "percentage-style" and "%" in data
            self._pattern.pieces.append("%" if percent else f'"{data}"')

    def end(self, name: str) -> None:
        """The style is complete."""
        self._literal = False
        if name in _DATA_STYLES:
            self._pattern = None
        elif name == "style":
            self._style = ""

    def look(self, name: str, value_type: str) -> Style:
        """The look of a cell; where its style says nothing, its type does."""
        key = (name, value_type)
        if key not in self._known:
            self._known[key] = self._make(name, value_type)
        return self._known[key]

    def _make(self, name: str, value_type: str) -> Style:
        style = self.cell_styles.get(name, _CellStyle())
        pattern = self._patterns.get(style.data)
        if pattern is not None and pattern.positive in self._patterns:
            pattern = self._patterns[pattern.positive]
        said = pattern.meaning() if pattern is not None else GENERAL
        if value_type == "percentage" and said.kind != "percent":
            said = Meaning("percent", "%")
        elif value_type == "currency" and said.kind != "money":
            said = Meaning("money", "円")
        found = Style(said, bold=style.bold, filled=style.filled, indent=style.indent)
        return PLAIN if found == PLAIN else found

    @staticmethod
    def index_of(grid: Grid, style: Style) -> int:
        """Index of the style in the sheet's list."""
        if style not in grid.styles:
            grid.styles.append(style)
        return grid.styles.index(style)


def _steps(margin: str) -> int:
    """``0.353cm``, ``20pt``: how many steps of ten points a text is moved in."""
    match = _LENGTH.fullmatch(margin)
    return min(round(float(match[1]) * _POINTS[match[2]] / 10), 250) if match else 0


def _digits(plain: dict[str, str]) -> str:
    whole = int(plain["min-integer-digits"]) if plain.get("min-integer-digits", "").isdecimal() else 1
    decimals = plain.get("decimal-places", "0")
    places = min(int(decimals), 20) if decimals.isdecimal() else 0
    head = "#,##0" if plain.get("grouping") == "true" else "0" * max(1, min(whole, 30))
    factor = plain.get("display-factor", "1")
    commas = {"1000": ",", "1000000": ",,"}.get(factor.split(".")[0], "")
    return head + ("." + "0" * places if places else "") + commas
