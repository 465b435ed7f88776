"""Clauses as Excel expressions: is the value known, and does the clause hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import singledispatchmethod
from typing import Any, Final

from fusenapp.domain.definition import Clause
from fusenapp.qualify.dates import reference_date
from fusenapp.qualify.predicates import (
    Among,
    Blank,
    Contains,
    Range,
    StartsWith,
    Trend,
    ValueType,
    Within,
    Words,
    predicate,
)
from fusenapp.qualify.words import NO, YES

_MAX_TEXT: Final = 255
_MAX_ARGUMENTS: Final = 200

Cell = Callable[[str], str]
"""Column name as in the clause → cell reference, e.g. ``$C5``."""

@dataclass(frozen=True)
class Sheet:
    """Where the values stand.

    Attributes:
        cell: column name → cell.
        types: column name (as in the clause) → column type; values tell the type of columns left out.
        as_of: reference date: a date, ``YYYY-MM-DD``, a cell (``=$B$2``), or None for today.
    """

    cell: Cell
    types: Mapping[str, str | None]
    as_of: str | date | None = None

    def today(self) -> str:
        """The reference date as an expression."""
        if isinstance(self.as_of, str) and self.as_of.startswith("="):
            return self.as_of[1:]
        day = reference_date(self.as_of)
        return "TODAY()" if day is None else literal(day)


class ClauseFormulas:
    """Clauses as two expressions: is the value known, and (if it is) does the clause hold."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def parts(self, clause: Clause) -> tuple[str, str]:
        """Whether the value is known (``TRUE`` if always), and whether the clause holds if it is."""
        asked = predicate(clause, self.sheet.types.get(clause.field))
        return self.write(asked, self.sheet.cell(clause.field))

    @singledispatchmethod
    def write(self, asked: object, cell: str) -> tuple[str, str]:
        """The same for one predicate on one cell."""
        raise TypeError(asked)

    @write.register
    def _among(self, asked: Among, cell: str) -> tuple[str, str]:
        holds = self.flag(asked.values, cell) if asked.type == "boolean" else self.equals(asked.type, asked.values, cell)
        return _known(asked.type, cell), f"NOT({holds})" if asked.negated else holds

    @staticmethod
    def equals(type: ValueType, values: Sequence[Any], cell: str) -> str:
        """Whether the cell has one of the values."""
        if type in ("text", "month"):
            return call("OR", [f"EXACT({cell},{literal(v)})" for v in values])
        return call("OR", [f"{cell}={literal(v)}" for v in values])

    @staticmethod
    def flag(values: Sequence[Any], cell: str) -> str:
        """Whether the cell says yes or no as wanted, as a flag or in words."""
        yes = f"IF(ISLOGICAL({cell}),{cell},{_one_of(cell, YES)})"
        wanted = set(values)
        return "TRUE" if len(wanted) == 2 else yes if True in wanted else f"NOT({yes})"

    @write.register
    def _range(self, asked: Range, cell: str) -> tuple[str, str]:
        # Months are texts of one length, which compare in time order in both programs.
        bounds = [(asked.low, ">=" if asked.low_in else ">"), (asked.high, "<=" if asked.high_in else "<")]
        return _known(asked.type, cell), call("AND", [f"{cell}{sign}{literal(v)}" for v, sign in bounds if v is not None])

    @write.register
    def _contains(self, asked: Contains, cell: str) -> tuple[str, str]:
        found = f"ISNUMBER(FIND({literal(asked.text)},{cell}))"
        return _known("text", cell), f"NOT({found})" if asked.negated else found

    @write.register
    def _starts_with(self, asked: StartsWith, cell: str) -> tuple[str, str]:
        return _known("text", cell), f"IFERROR(FIND({literal(asked.text)},{cell})=1,FALSE)"

    @write.register
    def _blank(self, asked: Blank, cell: str) -> tuple[str, str]:
        return "TRUE", f'{cell}{"<>" if asked.negated else "="}""'

    @write.register
    def _words(self, asked: Words, cell: str) -> tuple[str, str]:
        return _one_of(cell, (*asked.true, *asked.false)), _one_of(cell, asked.true)

    @write.register
    def _within(self, asked: Within, cell: str) -> tuple[str, str]:
        other = self.sheet.cell(asked.of) if asked.of else ""
        age = f"{other or self.sheet.today()}-{cell}"
        known = f"AND(ISNUMBER({cell}),ISNUMBER({other}))" if other else f"ISNUMBER({cell})"
        return known, f"AND({age}>=0,{age}<={asked.days})"

    @write.register
    def _trend(self, asked: Trend, cell: str) -> tuple[str, str]:
        other = self.sheet.cell(asked.than) if asked.than else "0"
        known = f"AND(ISNUMBER({cell}),ISNUMBER({other}))" if asked.than else f"ISNUMBER({cell})"
        slack = literal(asked.tolerance) + (f"*ABS({other})" if asked.than and asked.tolerance else "")
        if asked.direction == "flat":
            return known, f"ABS({cell}-{other})<={slack}"
        first, second = (cell, other) if asked.direction == "increased" else (other, cell)
        return known, f"{first}-{second}>{slack}"


def _known(type: ValueType, cell: str) -> str:
    if type in ("text", "month"):
        return f'{cell}<>""'
    if type == "boolean":
        return f"OR(ISLOGICAL({cell}),{_one_of(cell, (*YES, *NO))})"
    return f"ISNUMBER({cell})"


def _one_of(cell: str, words: Sequence[str]) -> str:
    """Whether the text is exactly one of the words."""
    return f"SUMPRODUCT(--EXACT({cell},{{{','.join(literal(word) for word in words)}}}))>0"


def call(name: str, arguments: Sequence[str], join: str = "") -> str:
    """A function call; more arguments than Excel takes are split into calls of calls (or joined by ``join``)."""
    if len(arguments) == 1 and name in ("AND", "OR"):
        return arguments[0]
    if len(arguments) <= _MAX_ARGUMENTS:
        return f"{name}({','.join(arguments)})"
    chunks = [arguments[i:i + _MAX_ARGUMENTS] for i in range(0, len(arguments), _MAX_ARGUMENTS)]
    calls = [call(name, chunk) for chunk in chunks]
    return f"({join.join(calls)})" if join else call(name, calls)


def literal(value: Any) -> str:
    """A number, date, flag or text as a constant of a formula."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date):
        return f"DATE({value.year},{value.month},{value.day})"
    if isinstance(value, (int, float)):
        return str(int(value)) if float(value).is_integer() and abs(value) < 2**53 else repr(float(value))
    return _text(value)


def _text(value: str) -> str:
    """A text that stays a text: quotes doubled, line breaks as CHAR, split where Excel takes no longer constant."""
    pieces: list[str] = []
    for line in value.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        cut = [line[i:i + _MAX_TEXT] for i in range(0, len(line), _MAX_TEXT)] or [""]
        pieces.append("&".join('"' + part.replace('"', '""') + '"' for part in cut))
    return "&CHAR(10)&".join(pieces)
