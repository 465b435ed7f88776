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
from typing import Any, Final

from fusenapp.domain.definition import Clause, Definition, Group, Include
from fusenapp.errors import InputError
from fusenapp.qualify.formula_clauses import Cell, ClauseFormulas, Sheet, call, literal
from fusenapp.qualify.shape import knock_outs, pointed, required

MAX_FORMULA: Final = 8192
"""Most characters of a formula in Excel."""

Labels = tuple[str, str, str]
"""Texts for match, no match, unknown."""

LABELS: Final[Labels] = ("該当", "非該当", "情報不足")


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
    known, holds = ClauseFormulas(Sheet(cell, types or {}, as_of)).parts(clause)
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
    total, known = call("SUM", cells, "+"), call("COUNT", cells, "+")
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
    writer = ClauseFormulas(sheet)

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
    match, no_match, unknown = (literal(label) for label in labels)
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
        return _Pair(call("AND", [p.sure for p in parts]), call("AND", [p.may for p in parts]))

    def group(self, group: Group) -> _Pair:
        parts = [self.group(m) if isinstance(m, Group) else self.pair(m) for m in group.members]
        sure, may = [p.sure for p in parts], [p.may for p in parts]
        if isinstance(group.match, int):
            return _Pair(f"{_counted(sure)}>={group.match}", f"{_counted(may)}>={group.match}")
        name = "AND" if group.match == "all" else "OR"
        return _Pair(call(name, sure), call(name, may))

    def thresholds(self, threshold: Any, points: Group) -> list[_Pair]:
        needs = threshold if isinstance(threshold, Mapping) else {"": threshold}
        scores = {axis: self.score(points, axis) for axis in needs}
        return [_Pair(f"{scores[axis][0]}>={literal(n)}", f"{scores[axis][1]}>={literal(n)}") for axis, n in needs.items()]

    def score(self, group: Group, axis: str) -> tuple[str, str]:
        """Points at least and at most."""
        parts = [self.score(m, axis) if isinstance(m, Group) else self.points(m)
                 for m in group.members if isinstance(m, Group) or axis in ("", m.axis)]
        low, high = ("+".join(part[side] for part in parts) or "0" for side in (0, 1))
        if group.cap is not None:
            return f"MIN({low},{literal(group.cap)})", f"MIN({high},{literal(group.cap)})"
        return f"({low})", f"({high})"

    def points(self, condition: Clause | Include) -> tuple[str, str]:
        holds, points = self.pair(condition), literal(condition.points or 0)
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
        power = f"0.5^(MAX(0,{self.sheet.today()}-{dated})/{literal(condition.half_life_days)})"
        return f"*IF(ISNUMBER({dated}),{power},0)", f"*IF(ISNUMBER({dated}),{power},1)"


def _counted(parts: Sequence[str]) -> str:
    """How many of the expressions are TRUE."""
    return "+".join(f"IF({part},1,0)" for part in parts)
