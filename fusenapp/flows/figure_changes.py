"""Last month's KPI sheet against this month's, figure by figure: which came, which are others now, which went, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from fusenapp.domain.kpi import key, row_key, tree_of
from fusenapp.flows.row_names import Row, under_new_names

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.tables import KpiRow

Kind = Literal["new", "changed", "removed"]
_ROUGHLY = 1e-9
"""Figures that differ by less (relatively) are the same: a rate may be reckoned in another order."""


@dataclass(frozen=True)
class FigureChange:
    """One figure of one month.

    Attributes:
        kind: it came, is another one now, or went.
        department, name, segment: of the row, as the sheet has it now (before, if it went).
        node: name of the node of the tree that the row feeds; empty if it feeds none.
        series: ``target``, ``actual``, ``forecast`` or ``previous``.
        month: ``"2026-04"``.
        was, now: the values; None where there is none. Rates are fractions.
        unit: of the row.
        place: ``file › sheet › A1`` of the figure now, or of the one that went.
    """

    kind: Kind
    department: str
    name: str
    segment: str
    node: str
    series: str
    month: str
    was: float | None
    now: float | None
    unit: str = ""
    place: str = ""


@dataclass(frozen=True)
class FigureChanges:
    """All of them, in the order of the sheet and of the months.

    Attributes:
        changes: those that differ.
        before, after: how many figures there were, and are.
        gone: (department, name) of the rows that the sheet no longer has, in their order, each with the KPI that it fed, or empty.
        came: the same of those that it did not have.
        months: that had no figure before.
    """

    changes: tuple[FigureChange, ...]
    before: int
    after: int
    gone: tuple[tuple[Row, str], ...] = ()
    came: tuple[tuple[Row, str], ...] = ()
    months: tuple[str, ...] = ()

    @cached_property
    def by_kind(self) -> dict[str, tuple[FigureChange, ...]]:
        """The changes of each kind."""
        kinds: tuple[Kind, ...] = ("new", "changed", "removed")
        return {str(kind): tuple(change for change in self.changes if change.kind == kind) for kind in kinds}

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """(new, changed, removed, unchanged) figures."""
        new, changed, removed = (len(self.by_kind[kind]) for kind in ("new", "changed", "removed"))
        return new, changed, removed, self.after - new - changed

    @property
    def needs_a_look(self) -> bool:
        """Whether a person should decide: a KPI is gone, or half of the figures are."""
        return bool(self.gone) or self.counts[2] * 2 > self.before


def figure_changes(before: Sequence[KpiRow], after: Sequence[KpiRow], nodes: Mapping[Row, str] | None = None,
                   renamed: Mapping[Row, Row] | None = None) -> FigureChanges:
    """Compare two readings of a KPI sheet.

    Args:
        nodes: (department, name) of a row → the node that it feeds (`fed_nodes`).
        renamed: former rows → what they are called now (`row_names`).
    """
    before = under_new_names(before, renamed or {})
    was, now = _by_row(before), _by_row(after)
    known = dict(nodes or {})
    known.update({new: known[old] for old, new in (renamed or {}).items() if old in known})
    found = [change for row in _rows_in_order(now, was) for change in _of_row(was.get(row), now.get(row), known)]
    months = sorted(_all_months(after) - _all_months(before))
    return FigureChanges(tuple(found), _figures(before), _figures(after), _missing(before, after, known), _missing(after, before, known),
                         tuple(months))


def _missing(rows: Iterable[KpiRow], others: Iterable[KpiRow], nodes: Mapping[Row, str]) -> tuple[tuple[Row, str], ...]:
    """Rows without one of their name among the others."""
    there = {row_key(row.department, row.name) for row in others}
    found = dict.fromkeys((row.department, row.name) for row in rows if row_key(row.department, row.name) not in there)
    return tuple((row, nodes.get(row, "")) for row in found)


def _all_months(rows: Iterable[KpiRow]) -> set[str]:
    return {month for row in rows for _, month in _months(row)}


def fed_nodes(snapshot: Snapshot, dataset: str, rows: Iterable[KpiRow]) -> dict[Row, str]:
    """(department, name) of the rows of a KPI sheet → the name of the node of the tree that each feeds."""
    sources = [(node.name, node.source) for node in tree_of(snapshot) if node.source is not None and node.source.dataset == dataset]
    found: dict[Row, str] = {}
    for row in rows:
        for name, source in sources:
            if key(source.name) == key(row.name) and (not source.department or key(source.department) == key(row.department)):
                found.setdefault((row.department, row.name), name)
    return found


_Segment = tuple[str, str, str, int]


def _by_row(rows: Sequence[KpiRow]) -> dict[_Segment, KpiRow]:
    """By department, name and segment as they are written; rows that are called the same in their order."""
    found: dict[_Segment, KpiRow] = {}
    for row in rows:
        number = 0
        while (named := (*row_key(row.department, row.name), row.segment, number)) in found:
            number += 1
        found[named] = row
    return found


def _rows_in_order(now: Mapping[_Segment, KpiRow], was: Mapping[_Segment, KpiRow]) -> list[_Segment]:
    return [*now, *(row for row in was if row not in now)]


def _of_row(was: KpiRow | None, now: KpiRow | None, nodes: Mapping[Row, str]) -> Iterator[FigureChange]:
    row = now or was
    assert row is not None
    node = nodes.get((row.department, row.name), "")
    for series, month in sorted({*_months(was), *_months(now)}, key=_order):
        old, new = _figure(was, series, month), _figure(now, series, month)
        if not _same(old, new):
            kind: Kind = "new" if old is None else "removed" if new is None else "changed"
            held = was if new is None else now
            place = held.places.get((series, month), "") if held is not None else ""
            yield FigureChange(kind, row.department, row.name, row.segment, node, series, month, old, new, row.unit, place)


def _months(row: KpiRow | None) -> Iterator[tuple[str, str]]:
    if row is not None:
        yield from ((series, month) for series, figures in row.series.items() for month in figures)


def _order(at: tuple[str, str]) -> tuple[int, str]:
    series, month = at
    return ("target", "actual", "forecast", "previous").index(series), month


def _figure(row: KpiRow | None, series: str, month: str) -> float | None:
    return row.series.get(series, {}).get(month) if row is not None else None


def _same(was: float | None, now: float | None) -> bool:
    if was is None or now is None:
        return was is now
    return abs(was - now) <= _ROUGHLY * max(abs(was), abs(now), 1.0)


def _figures(rows: Iterable[KpiRow]) -> int:
    return sum(len(figures) for row in rows for figures in row.series.values())
