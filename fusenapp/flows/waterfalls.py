"""Why a figure moved as a page of its own: PDF and PNG at the resolution of print, from the window and from the command line.

The page is painted by the process that paints journeys too (`flows.journey_pictures`); it is told everything it needs, as plain values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fusenapp.domain import agreement
from fusenapp.domain.kpi import key
from fusenapp.domain.snapshot import value
from fusenapp.errors import InputError
from fusenapp.export.whole import whole
from fusenapp.flows import reckoning
from fusenapp.flows.journey_pictures import DPI, DPI_RANGE, FORMATS, Progress, run_painter
from fusenapp.i18n import language

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import Explanation, KpiResult, Point

KIND = "waterfall"
"""By which the painter knows what it is asked for."""


@dataclass(frozen=True)
class Told:
    """A change, and how it is to be told.

    Attributes:
        found: the change.
        names: of its two figures; empty: by their series or periods.
        by_driver: a bar for each driver instead of one for each kind of reason.
    """

    found: Explanation
    names: tuple[str, str] = ("", "")
    by_driver: bool = False


def points(result: KpiResult, wanted: str, start: str = "", end: str = "") -> tuple[str, Point, Point]:
    """Id of a KPI and the two points to compare: two periods, or without them target and actual over the fixed months that have both.

    Args:
        wanted: id or name.

    Raises:
        InputError: ``unknown-node``, ``bad-period`` if only one period is given, ``no-waterfall`` without months that have a target.
    """
    from fusenapp.kpi import Point

    known = result.tree.named(wanted)
    if not known:
        raise InputError("unknown-node", where=wanted, known=", ".join(n.name for n in result.tree))
    if bool(start) != bool(end):
        raise InputError("bad-period", where=wanted, period=start or end or "—")
    if start:
        for period in (start, end):
            result.months_of(period)  # raises
        return known[0], Point(start), Point(end)
    node = result.nodes[known[0]]
    both = [m for m in result.months if m not in result.unfixed and node.get(m) is not None and node.get(m, "target") is not None]
    if not both:
        raise InputError("no-waterfall", where=wanted, name=result.tree.nodes[known[0]].name)
    period = f"{both[0]}:{both[-1]}" if len(both) > 1 else both[0]
    return known[0], Point(period, "target"), Point(period)


def export(path: Path, snapshot: Snapshot, figures: Figures, wanted: str, *, start: str = "", end: str = "", paper: str = "A4",
           dpi: int = DPI, progress: Progress | None = None) -> dict[str, Any]:
    """Write the page of a KPI; returns ``{"node", "from", "to", "delta"}``.

    Raises:
        InputError: those of `points`, `reckoning.why` and `write`.
        EnvironmentFault: ``cannot-write``, ``no-worker``.
    """
    node, first, last = points(figures.kpi(snapshot), wanted, start, end)
    found = reckoning.why(figures, snapshot, node, first, last)
    write(path, snapshot, figures.kpi(snapshot), Told(found), paper=paper, dpi=dpi, progress=progress)
    return {"node": node, "from": first.period, "to": last.period, "delta": found.delta}


def write(path: Path, snapshot: Snapshot, result: KpiResult, told: Told, *, paper: str = "A4", dpi: int = DPI,
          progress: Progress | None = None) -> None:
    """Paint a change into a file, which is replaced only once the new one is complete.

    Args:
        path: ``.pdf`` (lines and letters kept as such) or ``.png``.
        paper: ``A4`` or ``A3``, across.
        dpi: pixels an inch of a PNG.

    Raises:
        InputError: ``unsupported-export``, ``bad-dpi``.
        EnvironmentFault: ``cannot-write``, ``no-worker``.
    """
    if path.suffix.lower() not in FORMATS:
        raise InputError("unsupported-export", where=str(path), known=", ".join(FORMATS))
    if not DPI_RANGE[0] <= dpi <= DPI_RANGE[1]:
        raise InputError("bad-dpi", where=str(dpi), least=DPI_RANGE[0], most=DPI_RANGE[1])
    request = {"kind": KIND, "format": path.suffix.lower(), "paper": paper, "dpi": dpi, "language": language(),
               **page(snapshot, result, told)}
    with whole(path) as draft:
        run_painter({**request, "out": draft}, path, progress)


def page(snapshot: Snapshot, result: KpiResult, told: Told) -> dict[str, Any]:
    """All that the page says, as plain values."""
    found, nodes = told.found, result.tree.nodes
    named = {found.node, *(id for bar in found.bars for part in bar.parts for id in (part.node, part.per) if id)}
    return {"found": to_json(found), "names": list(told.names), "by_driver": told.by_driver,
            "months": [[months[0], months[-1]] if (months := _months(result, point)) else [] for point in found.points],
            "nodes": {id: {"name": nodes[id].name, "unit": nodes[id].unit, "direction": nodes[id].direction} for id in named},
            "workspace": snapshot.value("workspace", "workspace", "name"), "as_of": result.as_of or "",
            "sources": _sources(snapshot, result, named), "revision": _revision(snapshot), "day": dt.date.today().isoformat()}


def _months(result: KpiResult, point: Point) -> Sequence[str]:
    """The fixed months of a point; all of them where none is fixed."""
    months = [m for m in result.months_of(point.period) if m in result.months]
    return [m for m in months if m not in result.unfixed] or months


def _sources(snapshot: Snapshot, result: KpiResult, named: set[str]) -> list[str]:
    """Lists and sheets that the figures come from: name and file."""
    fed = {source.dataset for id in named if (source := result.tree.nodes[id].source) is not None}
    counted = any(result.tree.nodes[id].measure is not None for id in named)
    found = [r for r in snapshot.all("datasets") if r["id"] in fed or (counted and value("datasets", r, "purpose") == "leads")]
    return [_named(value("datasets", r, "name"), Path(value("datasets", r, "source")).name) for r in found]


def _named(name: str, file: str) -> str:
    return name if not file or key(Path(file).stem) == key(name) else f"{name}（{file}）" if language() == "ja" else f"{name} ({file})"


def _revision(snapshot: Snapshot) -> int | None:
    """Number of the tree's agreed revision while it holds."""
    status = agreement.status(snapshot, agreement.KPI_TREE)
    holds = status.state in (agreement.AGREED, agreement.DUE)
    return status.agreed.number if holds and status.agreed is not None else None


def to_json(found: Explanation) -> dict[str, Any]:
    """A change as plain values; see `from_json`."""
    return asdict(found)


def from_json(data: Mapping[str, Any]) -> Explanation:
    """The inverse of `to_json`."""
    from fusenapp.kpi import Explanation, Point
    from fusenapp.kpi.explain import Bar
    from fusenapp.kpi.split import Part

    bars = tuple(Bar(**{**bar, "parts": tuple(Part(**part) for part in bar["parts"])}) for bar in data["bars"])
    first, last = (Point(**point) for point in data["points"])
    return Explanation(**{**data, "points": (first, last), "bars": bars})
