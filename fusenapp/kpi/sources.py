"""What KPI sheets and lead lists say about the nodes, before any formula is reckoned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fusenapp.domain import calendar
from fusenapp.domain.formula import SEGMENT_NAMES
from fusenapp.domain.kpi import SERIES, KpiNode, Measure, Source, Tree, key
from fusenapp.domain.unit import scale
from fusenapp.kpi import leads
from fusenapp.kpi.leads import LeadFacts
from fusenapp.kpi.result import KpiProblem

SheetRow = Any
"""A `tables.KpiRow`, or anything with its department, name, segment, series, unit and places ((series, month) → cell)."""


@dataclass(frozen=True)
class Inputs:
    """The data that feeds the tree.

    Attributes:
        rows: KPI dataset id → its rows.
        leads: lead dataset id → its facts.
        as_of: dataset id → last month with fixed figures, where the sheet or list says so.
    """

    rows: Mapping[str, Sequence[SheetRow]] = field(default_factory=dict)
    leads: Mapping[str, LeadFacts] = field(default_factory=dict)
    as_of: Mapping[str, str] = field(default_factory=dict)


Cell = tuple[str, str]
"""(series, segment)"""


@dataclass
class Given:
    """The figures of one node: (series, segment) → month → value; where each was read, and from what kind of source."""

    values: dict[Cell, dict[str, float]] = field(default_factory=dict)
    places: dict[tuple[str, str, str], str] = field(default_factory=dict)
    origin: dict[str, str] = field(default_factory=dict)


def segment_of(written: str) -> str:
    """The segment that a sheet's wording names: ``"質リード"`` → ``"quality"``; no wording is the whole, an unknown one ``""``."""
    plain = key(written)
    return SEGMENT_NAMES.get(plain, "all" if plain in ("", "計", "総数", "total") else "")


@dataclass(frozen=True)
class Gathered:
    """What the data says about every node, kept so that after an edit only the nodes it is about are looked up again.

    Attributes:
        given: node id → its figures.
        found: node id → what needs a look there.
    """

    inputs: Inputs
    basis: str
    nodes: Mapping[str, KpiNode]
    given: Mapping[str, Given]
    found: Mapping[str, tuple[KpiProblem, ...]]

    @property
    def problems(self) -> list[KpiProblem]:
        """All that needs a look, in the order of the nodes; that there are several lists is told once."""
        told: list[KpiProblem] = []
        for each in filter(None, self.found.values()):
            told += [p for p in each if p.code != "several-lead-lists" or all(p.code != other.code for other in told)]
        return told

    def knows(self, node: KpiNode, inputs: Inputs, basis: str) -> bool:
        """Whether the figures of a node are still those."""
        before = self.nodes.get(node.id)
        return self.inputs is inputs and self.basis == basis and (before is node or before == node)


def gather(tree: Tree, inputs: Inputs, basis: str, before: Gathered | None = None) -> Gathered:
    """Every node's figures from sheets and lead lists. An input prefers the sheet's actuals, a measure the lead list's.

    Args:
        before: what was gathered from the same inputs; nodes that are as they were keep their figures.
    """
    if before is not None and before.inputs is inputs and before.basis == basis and before.nodes is tree.nodes:
        return before
    given: dict[str, Given] = {}
    found: dict[str, tuple[KpiProblem, ...]] = {}
    for node in tree:
        if before is not None and before.knows(node, inputs, basis):
            given[node.id], found[node.id] = before.given[node.id], before.found[node.id]
        else:
            given[node.id], found[node.id] = _gathered(node, inputs, basis)
    return Gathered(inputs, basis, tree.nodes, given, found)


def _gathered(node: KpiNode, inputs: Inputs, basis: str) -> tuple[Given, tuple[KpiProblem, ...]]:
    problems: list[KpiProblem] = []
    sheet, counted = _from_sheet(node, inputs, problems), _from_leads(node, inputs, basis, problems)
    first, second = (sheet, counted) if node.type == "input" else (counted, sheet)
    problems.extend(_differences(node, sheet, counted))
    return _merged(first, second), tuple(problems)


def last_actual(given: Mapping[str, Given], inputs: Inputs) -> str | None:
    """The as-of month that the data itself gives: the latest month stated by a source, or with an actual."""
    stated = [calendar.month_of(text) for text in inputs.as_of.values()]
    listed = [facts.last for facts in inputs.leads.values() if facts.last]
    if stated or listed:
        return max([month for month in (*stated, *listed) if calendar.is_month(month)], default=None)
    months = (m for each in given.values() for (series, _), of in each.values.items() if series == "actual" for m in of)
    return max(months, default=None)


def _merged(first: Given, second: Given) -> Given:
    """Each series from the first that has it, whole: months of two sources are not mixed.

    Only where both agree on every lead does the second give segments that the first lacks (no definition yet, but
    a sheet that is split by quality).
    """
    taken = set(first.origin)
    lacking = {cell for cell in second.values if cell[0] in taken and cell not in first.values and _agree(first, second, cell[0])}
    wanted = {cell for cell in second.values if cell[0] not in taken} | lacking
    whole = Given(dict(first.values), dict(first.places), {**second.origin, **first.origin})
    whole.values.update({cell: second.values[cell] for cell in wanted})
    whole.places.update({at: place for at, place in second.places.items() if (at[1], at[0]) in wanted})
    return whole


def _agree(first: Given, second: Given, series: str) -> bool:
    one, other = first.values.get((series, "all"), {}), second.values.get((series, "all"), {})
    return bool(one) and one.keys() == other.keys() and not any(_apart(one[month], other[month]) for month in one)


def _apart(one: float, other: float) -> bool:
    """Figures of the same thing that differ by more than rounding to whole pieces or yen."""
    return abs(one - other) > 0.5


# -- sheets


def _from_sheet(node: KpiNode, inputs: Inputs, problems: list[KpiProblem]) -> Given:
    given = Given()
    if node.source is None or not node.source.name:
        return given
    if node.source.dataset not in inputs.rows:
        problems.append(KpiProblem("source-missing", node.id, node.name, {"name": node.source.name}))
        return given
    rows = list(_matching(node.source, inputs.rows[node.source.dataset]))
    if not rows:
        problems.append(KpiProblem("row-missing", node.id, node.name, {"name": node.source.name}))
    for segment, row in rows:
        _take(node, given, segment, row, problems)
    return given


def _matching(source: Source, rows: Iterable[SheetRow]) -> Iterator[tuple[str, SheetRow]]:
    """The rows that a source names, each with the segment of the node that it feeds."""
    wanted = segment_of(source.segment) if source.segment else ""
    for row in rows:
        if key(row.name) != key(source.name) or (source.department and key(row.department) != key(source.department)):
            continue
        segment = segment_of(row.segment)
        if segment and (not wanted or segment == wanted):
            yield ("all" if wanted else segment), row


def _take(node: KpiNode, given: Given, segment: str, row: SheetRow, problems: list[KpiProblem]) -> None:
    factor = scale(row.unit or "") / scale(node.unit)
    for series, values in row.series.items():
        if series not in SERIES:
            continue
        known = {month: value * factor for month, value in values.items() if value is not None}
        before = given.values.setdefault((series, segment), {})
        clash = [month for month, value in known.items() if before.get(month, value) != value]
        if clash:
            problems.append(KpiProblem("row-twice", node.id, node.name, {"name": row.name, "month": clash[0]}))
        if known:
            given.origin[series] = "sheet"
        for month in known.keys() - before.keys():
            before[month] = known[month]
            place = row.places.get((series, month))
            if place:
                given.places[segment, series, month] = place


# -- lead lists


def _from_leads(node: KpiNode, inputs: Inputs, basis: str, problems: list[KpiProblem]) -> Given:
    given = Given()
    if node.measure is None or node.type == "formula":
        return given
    facts = _list_of(node, node.measure, inputs, problems)
    stage = node.measure.count or node.measure.stage or "won"
    if facts is not None and node.measure.only:
        facts = facts.only(node.measure.only)
        if facts is None:
            problems.append(KpiProblem("measure-without-definition", node.id, node.name, {"definition": node.measure.only}))
    if facts is None:
        return given
    if stage not in facts.reached or (node.measure.sum and node.measure.sum not in facts.amounts):
        problems.append(KpiProblem("measure-without-column", node.id, node.name, {"stage": stage}))
        return given
    first, held = leads.count(facts, stage, node.measure.basis or basis, node.measure.sum)
    for segment, values in zip(leads.SEGMENTS, held.tolist(), strict=True):
        known = {calendar.add(first, i): value for i, value in enumerate(values) if value == value}
        if known and (segment != "unknown" or any(known.values())):
            given.values["actual", segment] = known
            given.origin["actual"] = "leads"
    return given


def _list_of(node: KpiNode, measure: Measure, inputs: Inputs, problems: list[KpiProblem]) -> LeadFacts | None:
    if measure.dataset:
        if measure.dataset not in inputs.leads:
            problems.append(KpiProblem("source-missing", node.id, node.name, {"name": measure.dataset}))
        return inputs.leads.get(measure.dataset)
    if len(inputs.leads) > 1:
        problems.append(KpiProblem("several-lead-lists", node.id, node.name, {"count": len(inputs.leads)}))
    return next(iter(inputs.leads.values()), None)


def _differences(node: KpiNode, sheet: Given, counted: Given) -> Iterator[KpiProblem]:
    """Where a sheet's actuals are not what the lead list gives, in months that both know."""
    for (series, segment), said in sheet.values.items():
        ours: Mapping[str, Any] = counted.values.get((series, segment), {})
        wrong = sorted(month for month in said.keys() & ours.keys() if _apart(said[month], ours[month]))
        if wrong:
            figures = {"segment": segment, "months": len(wrong), "month": wrong[0], "sheet": said[wrong[0]], "leads": ours[wrong[0]]}
            yield KpiProblem("sheet-differs", node.id, node.name, figures)
