"""Which row of a KPI sheet feeds which KPI, and where the sheet says something else than the tree reckons.

The choice lives with the KPIs (``source``: sheet, department, name), so that a refreshed sheet feeds them without being asked again.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from fusenapp.domain.kpi import Source, Tree, key, row_key, to_json, tree_of
from fusenapp.domain.snapshot import value
from fusenapp.domain.unit import scale
from fusenapp.errors import InputError
from fusenapp.flows.remembering import kept_ignored

if TYPE_CHECKING:
    from fusenapp.domain.kpi import KpiNode
    from fusenapp.domain.snapshot import Record, Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import KpiResult
    from fusenapp.tables import KpiRow

_RATE = 0.0051
"""Rates of a sheet are written with one digit behind the point at best, or as whole percents."""


@dataclass(frozen=True)
class Line:
    """What can feed one KPI: the rows of a sheet with one department and name.

    Attributes:
        source: dataset, department and name.
        segments: of the rows, in their order.
        unit: as the sheet says.
        node: id of the KPI that it feeds now, or empty.
        suggested: id of the KPI that its name suggests, or empty.
        last: (month, figure) of the last actual, of the whole where there is one.
        ignored: it feeds no KPI on purpose.
    """

    source: Source
    segments: tuple[str, ...]
    unit: str
    node: str
    suggested: str
    last: tuple[str, float] | None
    ignored: bool = False


@dataclass(frozen=True)
class Unconnected:
    """A sheet with rows that feed no KPI and were not ignored on purpose.

    Attributes:
        dataset: its id.
        name: its name.
        rows: (department, name) of each.
    """

    dataset: str
    name: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Difference:
    """A figure of the sheet that is not what it should be.

    Attributes:
        kind: ``total`` of months, ``rate``: a stated achievement, ``figure``: a KPI that the tree counts or reckons itself.
        name: of the row; empty where only the cell is known.
        node: id of the KPI, or empty.
        month, segment, series: of the figure, as far as known.
        sheet, ours: what the sheet says and what comes out; rates are fractions.
        unit: ``%`` for rates.
        place: ``file › sheet › cell``.
    """

    kind: str
    name: str
    node: str
    month: str
    segment: str
    series: str
    sheet: float
    ours: float
    unit: str
    place: str


def lines(tree: Tree, dataset: str, rows: Sequence[KpiRow], ignored: Iterable[tuple[str, str]] = ()) -> list[Line]:
    """The rows of a sheet by department and name, each with the KPI that it feeds or might feed.

    Args:
        ignored: department and name of rows that feed none on purpose.
    """
    from fusenapp.kpi import suggest_sources

    suggested = {Source(**source): id for id, source in suggest_sources(tree, {dataset: rows}).items()}
    left_out = {row_key(*row) for row in ignored}
    found: dict[Source, list[KpiRow]] = {}
    for row in rows:
        found.setdefault(Source(dataset, row.department or "", row.name), []).append(row)
    return [_line(tree, source, held, suggested.get(source, ""), row_key(source.department, source.name) in left_out)
            for source, held in found.items()]


def _line(tree: Tree, source: Source, held: Sequence[KpiRow], suggested: str, ignored: bool) -> Line:
    node = _fed(tree, source)
    kinds = tuple(row.segment for row in held)
    return Line(source, kinds, held[0].unit or "", node, suggested, _last(held), ignored and not node)


def unconnected(figures: Figures, snapshot: Snapshot) -> list[Unconnected]:
    """The KPI sheets with rows that feed no KPI; none while there is no tree yet. For a worker."""
    tree, found = tree_of(snapshot), []
    for record in snapshot.all("datasets", purpose="kpi") if tree.nodes else ():
        try:
            rows = left_over(tree, record, figures.kpi_rows(snapshot, record["id"]))
        except InputError:
            continue  # a sheet that cannot be read says so where it is looked at
        if rows:
            found.append(Unconnected(record["id"], value("datasets", record, "name"), rows))
    return found


def left_over(tree: Tree, record: Record, rows: Iterable[KpiRow]) -> tuple[tuple[str, str], ...]:
    """(department, name) of the rows of a sheet that feed no KPI and were not ignored on purpose, each once."""
    used: dict[str, set[str]] = {}
    for node in tree:
        if node.source is not None and node.source.dataset == record["id"]:
            used.setdefault(key(node.source.name), set()).add(key(node.source.department))
    ignored = {row_key(*row) for row in kept_ignored(record)}
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows:
        here = row_key(row.department, row.name)
        fed = used.get(here[1], set())
        if "" not in fed and here[0] not in fed and here not in ignored:
            found.setdefault(here, (row.department or "", row.name))
    return tuple(found.values())


def _fed(tree: Tree, source: Source) -> str:
    return next((node.id for node in tree if node.source is not None and names(node.source, source)), "")


def names(said: Source, row: Source) -> bool:
    """Whether a KPI's source means a row; an empty department means any."""
    same = said.dataset == row.dataset and key(said.name) == key(row.name)
    return same and (not said.department or key(said.department) == key(row.department))


def _last(rows: Sequence[KpiRow]) -> tuple[str, float] | None:
    whole = next((row for row in rows if row.segment in ("", "all")), rows[0])
    actual = whole.series.get("actual", {})
    month = max(actual, default="")
    return (month, actual[month]) if month else None


def changed_sources(found: Iterable[Line], chosen: Mapping[Source, str]) -> dict[str, dict[str, str] | None]:
    """What to write: node id → its new ``source`` field, None = none; KPIs whose row stays are left out.

    Args:
        chosen: row → id of the KPI that it is to feed, or empty.
    """
    gone: dict[str, dict[str, str] | None] = {}
    new: dict[str, dict[str, str] | None] = {}
    for line in found:
        wanted = chosen.get(line.source, line.node)
        if wanted == line.node:
            continue
        if line.node:
            gone[line.node] = None
        if wanted:
            new[wanted] = to_json(line.source)
    return gone | new


def differences(figures: Figures, snapshot: Snapshot, dataset: str) -> list[Difference]:
    """Where the sheet's totals, achievements and figures are not what comes out, in that order."""
    from fusenapp.tables.kpi_sheet import kpi_report

    sheet = figures.dataset(snapshot, dataset)
    rows, told = kpi_report(sheet)
    known = {(p.code, p.where): p for p in (*sheet.problems, *told) if p.code in ("total-mismatch", "rate-mismatch")}
    stated = [_stated(p.code, p.where, p.parameters) for p in known.values()]
    return [*sorted(stated, key=lambda d: d.kind != "total"), *_figures(figures.kpi(snapshot), dataset, rows)]


def _stated(code: str, where: str, told: Mapping[str, Any]) -> Difference:
    if code == "total-mismatch":
        return Difference("total", "", "", "", "", "", float(told["stated"]), float(told["sum"]), "", where)
    stated, computed = float(told["stated"]), float(told["computed"])
    in_points = abs(stated / 100 - computed) < abs(stated - computed)
    return Difference("rate", str(told["name"]), "", str(told["month"]), "all", "", stated / 100 if in_points else stated, computed, "%", where)


def _figures(result: KpiResult, dataset: str, rows: Sequence[KpiRow]) -> Iterator[Difference]:
    """KPIs that the tree counts on the leads or reckons by a formula, against the rows that are connected with them."""
    if result.data is None:
        return
    fed = [node for node in result.tree if node.source is not None and node.source.dataset == dataset]
    for nodes in ([node for node in fed if node.measure and not node.reckoned], [node for node in fed if node.reckoned]):
        ours = _without(result, {node.id for node in nodes})
        for node in nodes:
            yield from _node(ours, node, rows)


def _without(result: KpiResult, nodes: Collection[str]) -> KpiResult:
    """The tree as it is reckoned if a sheet does not say what these KPIs are."""
    from fusenapp.kpi import evaluate

    assert result.data is not None
    bare = {id: replace(node, source=None) if id in nodes else node for id, node in result.tree.nodes.items()}
    tree = Tree(bare, result.tree.fiscal_start, result.tree.departments)
    return evaluate(tree, result.data.inputs, as_of=result.as_of, basis=result.basis)


def _node(ours: KpiResult, node: KpiNode, rows: Sequence[KpiRow]) -> Iterator[Difference]:
    from fusenapp.kpi.sources import segment_of

    assert node.source is not None
    for row in rows:
        if names(node.source, Source(node.source.dataset, row.department or "", row.name)):
            yield from _row(ours, node, row, segment_of(row.segment or ""))


def _row(ours: KpiResult, node: KpiNode, row: KpiRow, segment: str) -> Iterator[Difference]:
    factor = scale(row.unit or "") / scale(node.unit)
    for series in ("target", "actual") if node.reckoned else ("actual",):
        for month, said in sorted(row.series.get(series, {}).items()):
            value = ours.nodes[node.id].get(month, series, segment) if month in ours.grid.place else None
            if value is not None and _apart(said * factor, value, node.unit):
                place = row.places.get((series, month), "")
                yield Difference("figure", row.name, node.id, month, segment, series, said * factor, value, node.unit, place)


def _apart(one: float, other: float, unit: str) -> bool:
    return abs(one - other) > _RATE if unit == "%" else not math.isclose(one, other, rel_tol=1e-6, abs_tol=0.5)
