"""Rows of a KPI sheet that carry another name than last month: known by their figures, and followed by what was said about them.

Who writes the sheet renames a row (アポ件数 → アポイント件数) and means the same KPI. The figures of the months before tell so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fusenapp.domain.kpi import Source, key, row_key, to_json, tree_of
from fusenapp.editing import kpis

if TYPE_CHECKING:
    from fusenapp.document import Document
    from fusenapp.tables import KpiRow

Row = tuple[str, str]
"""Department and name."""

_Figures = dict[tuple[str, str, str], float]
_ENOUGH = 3
"""So many different figures, zero aside, must be the same: a row of zeros or one target all year is no evidence."""
_SHARED, _SAME = 0.5, 0.8
"""Least share of the former figures that stand in both rows, and of those that are the same (old months are corrected now and then)."""


@dataclass(frozen=True)
class Renamed:
    """A row that seems to be called otherwise now.

    Attributes:
        was, now: department and name.
        same: figures that are the same under both names.
        of: figures that stand under both.
    """

    was: Row
    now: Row
    same: int
    of: int

    @property
    def weight(self) -> tuple[float, int, bool]:
        """How strong the evidence is."""
        return self.same / self.of, self.same, key(self.was[0]) == key(self.now[0])


def renamed_rows(before: Sequence[KpiRow], after: Sequence[KpiRow]) -> tuple[Renamed, ...]:
    """The rows that went and came again under another name, in the order of the former sheet; where two would do, neither is said."""
    was, now = _figures(before), _figures(after)
    known, there = {row_key(*row) for row in was}, {row_key(*row) for row in now}
    gone, came = [row for row in was if row_key(*row) not in there], [row for row in now if row_key(*row) not in known]
    units = {(row.department, row.name): row.unit for row in (*before, *after)}
    found = [likely for one in gone for other in came if units[one] == units[other]
             and (likely := _likely(one, other, was[one], now[other])) is not None]
    return tuple(each for each in found if _alone(each, found))


def _figures(rows: Iterable[KpiRow]) -> dict[Row, _Figures]:
    """Every figure by (segment, series, month), of the rows by department and name."""
    found: dict[Row, _Figures] = {}
    for row in rows:
        held = found.setdefault((row.department, row.name), {})
        held.update({(row.segment, series, month): figure for series, figures in row.series.items() for month, figure in figures.items()})
    return found


def _likely(was: Row, now: Row, before: _Figures, after: _Figures) -> Renamed | None:
    shared = before.keys() & after.keys()
    same = [before[at] for at in shared if before[at] == after[at]]
    enough = len({figure for figure in same if figure}) >= _ENOUGH and len(shared) >= _SHARED * len(before)
    return Renamed(was, now, len(same), len(shared)) if enough and len(same) >= _SAME * len(shared) else None


def _alone(one: Renamed, found: Sequence[Renamed]) -> bool:
    """Whether nothing speaks as strongly for another pair with one of its rows."""
    return not any(other is not one and (other.was == one.was or other.now == one.now) and other.weight >= one.weight for other in found)


def under_new_names(rows: Iterable[KpiRow], renamed: Mapping[Row, Row]) -> list[KpiRow]:
    """Former rows, called as they are now."""
    return [replace(row, department=renamed[at][0], name=renamed[at][1]) if (at := (row.department, row.name)) in renamed else row
            for row in rows]


def still_ignored(ignored: Iterable[Row], renamed: Iterable[tuple[Row, Row]]) -> tuple[Row, ...]:
    """Rows that feed no KPI on purpose, under their names of now."""
    names = {row_key(*was): now for was, now in renamed}
    return tuple(names.get(row_key(*row), row) for row in ignored)


def follow(document: Document, dataset: str, renamed: Iterable[tuple[Row, Row]]) -> None:
    """KPIs that were fed by rows of a sheet are fed by them under their new names."""
    names = {row_key(*was): now for was, now in renamed}
    sources = {}
    for node in tree_of(document.snapshot()) if names else ():
        if node.source is None or node.source.dataset != dataset:
            continue
        said = node.source
        now = names.get(row_key(said.department, said.name)) or _of_any_department(said, names)
        if now is not None:
            sources[node.id] = to_json(Source(dataset, now[0] if said.department else "", now[1]))
    if sources:
        kpis.connect_sources(document, sources)


def _of_any_department(said: Source, names: Mapping[Row, Row]) -> Row | None:
    """A KPI may say the name alone."""
    return next((now for was, now in names.items() if not said.department and was[1] == key(said.name)), None)
