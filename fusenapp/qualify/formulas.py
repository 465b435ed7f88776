"""A definition as live Excel formulas, with functions that Excel 2016 and LibreOffice both know.

A clause cell holds 1 (true), 0 (false) or an empty text (unknown). `excel_formula` writes the whole definition into one
cell; where that grows too long for Excel (`fits`), each clause gets a helper cell (`clause_formula`) and the verdict is
joined from those (`group_formula`, `verdict_formula`).

Formulas begin with ``=`` and use English names and commas, as a workbook file stores them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import singledispatchmethod
from typing import Any, Final

from fusenapp.domain.definition import Clause, Definition, Group, Include
from fusenapp.errors import InputError
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
from fusenapp.qualify.shape import knock_outs, pointed, required
from fusenapp.qualify.words import NO, YES

MAX_FORMULA: Final = 8192
"""Most characters of a formula in Excel."""

_MAX_TEXT: Final = 255
_MAX_ARGUMENTS: Final = 200

Cell = Callable[[str], str]
"""Column name as in the clause → cell reference, e.g. ``$C5``."""

Labels = tuple[str, str, str]
"""Texts for match, no match, unknown."""

LABELS: Final[Labels] = ("該当", "非該当", "情報不足")


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
        return "TODAY()" if day is None else _literal(day)


@dataclass(frozen=True)
class _Pair:
    """Two expressions: surely true, and true or unknown; each gives TRUE or FALSE."""

    sure: str
    may: str


def fits(formula: str) -> bool:
    """Whether Excel takes a formula of this length."""
    return len(formula) <= MAX_FORMULA


def clause_formula(clause: Clause, cell: Cell, types: Mapping[str, str | None] | None = None,
                   as_of: str | date | None = None) -> str:
    """One clause as 1, 0 or an empty text (unknown).

    Raises:
        InputError: ``unknown-operator``, ``bad-value``, ``unsuited-operator``.
    """
    known, holds = _Clauses(Sheet(cell, types or {}, as_of)).parts(clause)
    return f"=IF({holds},1,0)" if known == "TRUE" else f'=IF({known},IF({holds},1,0),"")'


def group_formula(group: Group, result: Cell) -> str:
    """The required members of a group as 1, 0 or an empty text.

    Args:
        group: with at least one required member that is not muted.
        result: id of a clause, inclusion or group → the cell that holds its 1, 0 or empty text.
    """
    needed = required(group)
    if needed is None:
        return '=""'
    cells = [result(member.id) for member in needed.members]
    needs = needed.match if isinstance(needed.match, int) else len(cells) if needed.match == "all" else 1
    # SUM and COUNT skip the empty texts of unknown clauses, in both programs.
    total, known = _call("SUM", cells, "+"), _call("COUNT", cells, "+")
    return f'=IF({total}>={needs},1,IF({total}+{len(cells)}-{known}<{needs},0,""))'


def verdict_formula(definition: Definition, result: Cell, cell: Cell, *, labels: Labels | None = LABELS,
                    as_of: str | date | None = None) -> str:
    """The verdict joined from helper cells: those of the required root group, points clauses and knock-outs.

    Args:
        definition: to judge by.
        result: id of a clause, inclusion or the root group → the cell that holds its 1, 0 or empty text.
        cell: column name → cell, for the dates of half-lives.
        labels: texts for match, no match, unknown; None for 1, 0 and an empty text.
        as_of: as in `Sheet`.
    """

    def pair(condition: Clause | Include | Group) -> _Pair:
        found = result(condition.id)
        return _Pair(f"{found}=1", f"NOT({found}=0)")

    return _verdict(_Joiner(pair, Sheet(cell, {}, as_of), by_group=True).definition(definition), labels)


def excel_formula(definition: Definition, cell: Cell, *, types: Mapping[str, str | None] | None = None,
                  others: Mapping[str, Definition] | None = None, as_of: str | date | None = None,
                  labels: Labels | None = LABELS) -> str:
    """The whole definition in one formula, included ones written out; check it with `fits`.

    Args:
        definition: to judge by.
        cell: column name as in the clauses → cell reference.
        types: column name → column type; values tell the type where it is left out.
        others: definitions that may be included, by id.
        as_of: as in `Sheet`.
        labels: texts for match, no match, unknown; None for 1, 0 and an empty text.

    Raises:
        InputError: as `fusenapp.qualify.evaluation.evaluate` does.
    """
    sheet = Sheet(cell, types or {}, as_of)
    return _verdict(_inline(definition, sheet, others or {}, ()), labels)


def _inline(definition: Definition, sheet: Sheet, others: Mapping[str, Definition], above: tuple[str, ...]) -> _Pair:
    above = (*above, definition.id)
    writer = _Clauses(sheet)

    def pair(condition: Clause | Include | Group) -> _Pair:
        if isinstance(condition, Clause):
            known, holds = writer.parts(condition)
            return _Pair(holds, holds) if known == "TRUE" else _Pair(f"IF({known},{holds},FALSE)", f"IF({known},{holds},TRUE)")
        ref = condition.ref if isinstance(condition, Include) else ""
        if ref in above:
            raise InputError("definition-cycle", condition.id, ref=" → ".join((*above, ref)))
        if ref not in others:
            raise InputError("unknown-definition", condition.id, ref=ref)
        return _inline(others[ref], sheet, others, above)

    return _Joiner(pair, sheet).definition(definition)


def _verdict(pair: _Pair, labels: Labels | None) -> str:
    if labels is None:
        return f'=IF({pair.sure},1,IF({pair.may},"",0))'
    match, no_match, unknown = (_literal(label) for label in labels)
    return f"=IF({pair.sure},{match},IF({pair.may},{unknown},{no_match}))"


@dataclass(frozen=True)
class _Joiner:
    """Joins the pairs of a definition's members; ``by_group``: the root group is a pair of its own."""

    pair: Callable[[Clause | Include | Group], _Pair]
    sheet: Sheet
    by_group: bool = False

    def definition(self, definition: Definition) -> _Pair:
        parts: list[_Pair] = []
        if needed := required(definition.root):
            parts.append(self.pair(needed) if self.by_group else self.group(needed))
        if definition.threshold is not None and (points := pointed(definition.root)):
            parts += self.thresholds(definition.threshold, points)
        for condition in knock_outs(definition.root):
            knocked = self.pair(condition)
            parts.append(_Pair(f"NOT({knocked.may})", f"NOT({knocked.sure})"))
        if not parts:
            return _Pair("FALSE", "TRUE")
        return _Pair(_call("AND", [p.sure for p in parts]), _call("AND", [p.may for p in parts]))

    def group(self, group: Group) -> _Pair:
        parts = [self.group(m) if isinstance(m, Group) else self.pair(m) for m in group.members]
        sure, may = [p.sure for p in parts], [p.may for p in parts]
        if isinstance(group.match, int):
            return _Pair(f"{_counted(sure)}>={group.match}", f"{_counted(may)}>={group.match}")
        name = "AND" if group.match == "all" else "OR"
        return _Pair(_call(name, sure), _call(name, may))

    def thresholds(self, threshold: Any, points: Group) -> list[_Pair]:
        needs = threshold if isinstance(threshold, Mapping) else {"": threshold}
        scores = {axis: self.score(points, axis) for axis in needs}
        return [_Pair(f"{scores[axis][0]}>={_literal(n)}", f"{scores[axis][1]}>={_literal(n)}") for axis, n in needs.items()]

    def score(self, group: Group, axis: str) -> tuple[str, str]:
        """Points at least and at most."""
        parts = [self.score(m, axis) if isinstance(m, Group) else self.points(m)
                 for m in group.members if isinstance(m, Group) or axis in ("", m.axis)]
        low, high = ("+".join(part[side] for part in parts) or "0" for side in (0, 1))
        if group.cap is not None:
            return f"MIN({low},{_literal(group.cap)})", f"MIN({high},{_literal(group.cap)})"
        return f"({low})", f"({high})"

    def points(self, condition: Clause | Include) -> tuple[str, str]:
        holds, points = self.pair(condition), _literal(condition.points or 0)
        least, most = self.worth(condition)
        sure, may = f"IF({holds.sure},{points}{least},0)", f"IF({holds.may},{points}{most},0)"
        if (condition.points or 0) < 0:
            return f"IF({holds.may},{points}{most},0)", f"IF({holds.sure},{points}{least},0)"
        return sure, may

    def worth(self, condition: Clause | Include) -> tuple[str, str]:
        """Factors of a half-life, at least and at most; empty if there is none."""
        source = condition.half_life_from or (condition.field if isinstance(condition, Clause) else "")
        if not condition.half_life_days or not source:
            return "", ""
        dated = self.sheet.cell(source)
        power = f"0.5^(MAX(0,{self.sheet.today()}-{dated})/{_literal(condition.half_life_days)})"
        return f"*IF(ISNUMBER({dated}),{power},0)", f"*IF(ISNUMBER({dated}),{power},1)"


class _Clauses:
    """Clauses as two expressions: is the value known, and (if it is) does the clause hold."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def parts(self, clause: Clause) -> tuple[str, str]:
        asked = predicate(clause, self.sheet.types.get(clause.field))
        return self.write(asked, self.sheet.cell(clause.field))

    @singledispatchmethod
    def write(self, asked: object, cell: str) -> tuple[str, str]:
        raise TypeError(asked)

    @write.register
    def _among(self, asked: Among, cell: str) -> tuple[str, str]:
        holds = self.flag(asked.values, cell) if asked.type == "boolean" else self.equals(asked.type, asked.values, cell)
        return _known(asked.type, cell), f"NOT({holds})" if asked.negated else holds

    @staticmethod
    def equals(type: ValueType, values: Sequence[Any], cell: str) -> str:
        if type in ("text", "month"):
            return _call("OR", [f"EXACT({cell},{_literal(v)})" for v in values])
        return _call("OR", [f"{cell}={_literal(v)}" for v in values])

    @staticmethod
    def flag(values: Sequence[Any], cell: str) -> str:
        yes = f"IF(ISLOGICAL({cell}),{cell},{_one_of(cell, YES)})"
        wanted = set(values)
        return "TRUE" if len(wanted) == 2 else yes if True in wanted else f"NOT({yes})"

    @write.register
    def _range(self, asked: Range, cell: str) -> tuple[str, str]:
        # Months are texts of one length, which compare in time order in both programs.
        bounds = [(asked.low, ">=" if asked.low_in else ">"), (asked.high, "<=" if asked.high_in else "<")]
        return _known(asked.type, cell), _call("AND", [f"{cell}{sign}{_literal(v)}" for v, sign in bounds if v is not None])

    @write.register
    def _contains(self, asked: Contains, cell: str) -> tuple[str, str]:
        found = f"ISNUMBER(FIND({_literal(asked.text)},{cell}))"
        return _known("text", cell), f"NOT({found})" if asked.negated else found

    @write.register
    def _starts_with(self, asked: StartsWith, cell: str) -> tuple[str, str]:
        return _known("text", cell), f"IFERROR(FIND({_literal(asked.text)},{cell})=1,FALSE)"

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
        slack = _literal(asked.tolerance) + (f"*ABS({other})" if asked.than and asked.tolerance else "")
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
    return f"SUMPRODUCT(--EXACT({cell},{{{','.join(_literal(word) for word in words)}}}))>0"


def _call(name: str, arguments: Sequence[str], join: str = "") -> str:
    """A function call; more arguments than Excel takes are split into calls of calls (or joined by ``join``)."""
    if len(arguments) == 1 and name in ("AND", "OR"):
        return arguments[0]
    if len(arguments) <= _MAX_ARGUMENTS:
        return f"{name}({','.join(arguments)})"
    chunks = [arguments[i:i + _MAX_ARGUMENTS] for i in range(0, len(arguments), _MAX_ARGUMENTS)]
    calls = [_call(name, chunk) for chunk in chunks]
    return f"({join.join(calls)})" if join else _call(name, calls)


def _counted(parts: Sequence[str]) -> str:
    """How many of the expressions are TRUE."""
    return "+".join(f"IF({part},1,0)" for part in parts)


def _literal(value: Any) -> str:
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
