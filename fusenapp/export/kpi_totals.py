"""The total column of the KPI sheet as formulas that follow the rules of `kpi.KpiResult.value` and `.achievement`.

A sum adds up; a last value is the last one; a rate divides sums over the months in which all its operands are known;
achievement counts only months with target and actual. Where no formula says the same (a rate that a sheet gives, a
rate made of rates, a linked node), there is none, and the figure alone is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fusenapp.errors import InputError
from fusenapp.kpi import KpiResult, to_excel

_NUMBER = '">-9E+307"'
Place = tuple[str, str, str]
"""(node, segment, series)"""


class Totals:
    """Formulas of the total column.

    Args:
        result: the evaluated tree.
        at: the row of every node, segment and series that is written.
        span: row → address of its months, e.g. ``$H$5:$O$5``.
    """

    def __init__(self, result: KpiResult, at: Mapping[Place, int], span: Callable[[int], str]) -> None:
        self._result = result
        self._at = at
        self._span = span

    def figure(self, node: str, segment: str, series: str) -> str | None:
        """The total of targets or actuals; None where a formula would not say the same as we do."""
        own = self._span(self._at[node, segment, series])
        match self._aggregation(node):
            case "sum":
                return f'=IF(COUNT({own})=0,"",SUM({own}))'
            case "last":
                return f'=IFERROR(LOOKUP(9.9E+307,{own}),"")'
            case "ratio":
                spans = self._operands(node, segment, series)
                return None if spans is None else self._quotient(node, segment, series, spans)
        return None

    def achievement(self, node: str, segment: str) -> str | None:
        """Actual ÷ target over the months in which both are known; None as above."""
        target, actual = (self._span(self._at[node, segment, series]) for series in ("target", "actual"))
        match self._aggregation(node):
            case "sum":
                both = f"{target},{_NUMBER},{actual},{_NUMBER}"
                return f'=IF(SUMIFS({target},{both})<=0,"—",SUMIFS({actual},{both})/SUMIFS({target},{both}))'
            case "last":
                below, above = (f"LOOKUP(2,1/(ISNUMBER({target})*ISNUMBER({actual})),{of})" for of in (target, actual))
                return f'=IFERROR(IF({below}>0,{above}/{below},"—"),"—")'
            case "ratio":
                return self._ratio_achievement(node, segment)
        return None

    def _aggregation(self, node: str) -> str:
        found = self._result.tree.nodes[node]
        return "" if found.type == "linked" else found.aggregation

    def _ratio_achievement(self, node: str, segment: str) -> str | None:
        spans = [self._operands(node, segment, series) for series in ("target", "actual")]
        if spans[0] is None or spans[1] is None:
            return None
        known = {**spans[0], **spans[1]}
        below, above = (self._quotient(node, segment, series, known) for series in ("target", "actual"))
        return None if below is None or above is None else f'=IFERROR(IF(({below[1:]})>0,({above[1:]})/({below[1:]}),"—"),"—")'

    def _operands(self, node: str, segment: str, series: str) -> dict[str, str] | None:
        """Spans of what a rate is reckoned from, by a key of their own; None unless all of them add up over months."""
        found = self._result.nodes[node]
        if not found.node.reckoned or found.origin.get(series) != "formula":
            return None
        spans: dict[str, str] = {}

        def note(id: str, of: str | None) -> str:
            if self._aggregation(id) != "sum":
                raise KeyError(id)
            spans[_key(id, of or segment, series)] = self._span(self._at[id, of or segment, series])
            return "A1"

        try:
            to_excel(self._result.tree, node, note)
        except (KeyError, InputError):
            return None
        return spans

    def _quotient(self, node: str, segment: str, series: str, known: Mapping[str, str]) -> str:
        """The node's formula over sums of the months in which everything in ``known`` is a number."""
        where = ",".join(f"{span},{_NUMBER}" for span in known.values())
        formula = to_excel(self._result.tree, node, lambda id, of: _key(id, of or segment, series))
        for key, span in known.items():
            formula = formula.replace(key, f"SUMIFS({span},{where})")
        # without a month in which all is known SUMIFS gives 0, which COUNT would take for a figure
        return f'=IF(COUNTIFS({where})=0,"",{formula[1:]})'


def _key(node: str, segment: str, series: str) -> str:
    """Stands for a cell until the formula is complete; no name can hold it."""
    return f"\x00{node}/{segment}/{series}\x00"
