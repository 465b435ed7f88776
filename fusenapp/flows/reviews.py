"""What a meeting looks at: the figures of the KPI tree as they are kept with it, what is off since when and whose, then and now.

`reckon` makes the content of a ``review_figures`` record from everything that was imported; `Figures.of` reads it back. What was
kept is never reckoned again, so that minutes say what people saw; `changes` sets it against what the data says now.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

from fusenapp.errors import FusenError

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import Diagnosis, KpiResult

OFF_TARGET, CAUTION, ON_TARGET = "off_target", "caution", "on_target"
LONG = 3
"""Months below target after which a KPI that is nearly on target is talked about too."""
VERSION = 1


@dataclass(frozen=True)
class KeptNode:
    """One KPI of the as-of month.

    Attributes:
        department, owner: id of a department, and a person.
        actual, target, quality: of the month; None where not known. ``quality`` is the actual of quality leads.
        since: first month of the unbroken run below target that ends at the as-of month, empty if it is not below; ``months`` its length.
        signal: ``outside`` or ``run`` where the figure left on its bad side what it does anyway.
    """

    id: str
    name: str
    unit: str = ""
    department: str = ""
    owner: str = ""
    direction: str = "up"
    actual: float | None = None
    target: float | None = None
    quality: float | None = None
    since: str = ""
    months: int = 0
    signal: str = ""

    @cached_property
    def ratio(self) -> float | None:
        """Its achievement: actual ÷ target whatever its direction; None without both."""
        from fusenapp.kpi.targets import achievement

        return achievement(self.actual, self.target)

    @property
    def down(self) -> bool:
        """Less is better."""
        return self.direction == "down"

    @cached_property
    def state(self) -> str:
        """``on_target``, ``caution``, ``off_target``, or empty without a target; see `kpi.targets.state_of`."""
        from fusenapp.kpi.targets import state_of

        return state_of(self.ratio, self.down)

    @cached_property
    def shortfall(self) -> float:
        """How far from its target, as a part of it; 0 without one."""
        from fusenapp.kpi.targets import shortfall

        return shortfall(self.ratio, self.down) or 0.0

    @property
    def off(self) -> bool:
        """Something to talk about."""
        return self.state == OFF_TARGET or (self.state == CAUTION and self.months >= LONG) or self.signal == "outside"


@dataclass(frozen=True)
class Finding:
    """A diagnosis as it was: its code, ``warning`` or ``notice``, nodes and figures (`kpi.diagnose`, `flows.finding_words`)."""

    code: str
    severity: str
    nodes: tuple[str, ...]
    figures: Mapping[str, Any]


@dataclass(frozen=True)
class Fact:
    """A figure that prefills a check: ``code`` and ``figures`` make its sentence (`review_words`), ``link`` leads to its place."""

    code: str
    severity: str
    figures: Mapping[str, Any]
    link: tuple[str, str] | None = None


@dataclass(frozen=True)
class Kept:
    """Everything that a meeting looked at."""

    as_of: str
    nodes: tuple[KeptNode, ...]
    findings: tuple[Finding, ...]
    checks: Mapping[str, tuple[Fact, ...]]

    @cached_property
    def off(self) -> tuple[KeptNode, ...]:
        """What is off, the worst and longest first."""
        found = [node for node in self.nodes if node.off]
        return tuple(sorted(found, key=lambda n: (n.state != OFF_TARGET, -n.months, -n.shortfall)))

    def node(self, id: str) -> KeptNode | None:
        """A KPI by its id."""
        return next((node for node in self.nodes if node.id == id), None)


@dataclass(frozen=True)
class Change:
    """A figure that the data says otherwise now. None: not known."""

    id: str
    field: str
    then: float | None
    now: float | None


def reckon(figures: Figures, snapshot: Snapshot) -> dict[str, Any]:
    """The figures of now as plain values, to be kept with a meeting. For a worker.

    What cannot be reckoned (no data yet, a definition that does not run on the list) is absent; nothing of it is guessed.
    """
    from fusenapp.flows import review_checks

    result = figures.kpi(snapshot)
    kept = Kept(result.as_of or "", tuple(nodes_of(result)), tuple(_findings(figures, snapshot, result)), {})
    return to_json(kept) | {"checks": {check: [_fact_row(f) for f in facts] for check, facts in
                                       review_checks.facts(figures, snapshot, result, kept).items()}}


def nodes_of(result: KpiResult) -> list[KeptNode]:
    """The KPIs that have an actual or a target in the as-of month, in the order of the tree."""
    month = result.as_of
    if month is None:
        return []
    found = (_node(result, node.id, month) for node in result.tree if node.type != "linked")
    return [node for node in found if node.actual is not None or node.target is not None]


def _node(result: KpiResult, id: str, month: str) -> KeptNode:
    from fusenapp.kpi.targets import months_below

    node = result.nodes[id].node
    below = months_below(result, id)
    return KeptNode(id, node.name, node.unit, node.department, node.owner, node.direction, result.value(id, month),
                    result.value(id, month, "target"), result.value(id, month, "actual", "quality"),
                    below[0] if below else "", len(below), _signal(result, id))


def _signal(result: KpiResult, id: str) -> str:
    from fusenapp.kpi.signals import signal
    from fusenapp.kpi.targets import worse

    found = signal(result, id)
    bad = found.verdict in ("outside", "run") and worse(found.side, result.nodes[id].node.direction == "down")
    return found.verdict if bad else ""


def _findings(figures: Figures, snapshot: Snapshot, result: KpiResult) -> list[Finding]:
    """What stands out, warnings first: months to come above capacity, then what the tree's figures say."""
    from fusenapp.kpi import diagnose

    found = [*_above_capacity(figures, snapshot), *diagnose(result)]
    return [Finding(d.code, d.severity, d.nodes, dict(d.figures)) for d in sorted(found, key=lambda d: d.severity != "warning")]


def _above_capacity(figures: Figures, snapshot: Snapshot) -> list[Diagnosis]:
    """Nothing where people and hours are not entered, or where what is handed over cannot be reckoned: its view says why."""
    from fusenapp.flows.capacity import diagnoses

    found: list[Diagnosis] = []
    with contextlib.suppress(FusenError):
        found.extend(diagnoses(figures, snapshot))
    return found


def changes(kept: Kept, figures: Figures, snapshot: Snapshot) -> dict[str, list[Change]]:
    """Node id → the figures of that month that the data says otherwise now. Nodes that are gone have everything unknown."""
    result = figures.kpi(snapshot)
    return changed(kept, {id: _now(result, id, kept.as_of) for id in result.nodes} if kept.as_of in result.months else {})


def _now(result: KpiResult, id: str, month: str) -> dict[str, float | None]:
    return {"actual": result.value(id, month), "target": result.value(id, month, "target")}


def changed(kept: Kept, now: Mapping[str, Mapping[str, float | None]]) -> dict[str, list[Change]]:
    """The same against figures that are at hand: node id → ``actual``, ``target``."""
    found: dict[str, list[Change]] = {}
    for node in kept.nodes:
        for field, then in (("actual", node.actual), ("target", node.target)):
            at = now.get(node.id, {}).get(field)
            if not _same(then, at):
                found.setdefault(node.id, []).append(Change(node.id, field, then, at))
    return found


def _same(then: float | None, now: float | None) -> bool:
    if then is None or now is None:
        return then is now
    return math.isclose(then, now, rel_tol=1e-9, abs_tol=1e-12)


# --- plain values


_NODE = tuple(f.name for f in fields(KeptNode))


def to_json(kept: Kept) -> dict[str, Any]:
    """As the document keeps it: a row a KPI, under one header, since every meeting keeps all of them."""
    rows = [list(asdict(node).values()) for node in kept.nodes]
    findings = [[f.code, f.severity, list(f.nodes), {k: _plain(v) for k, v in f.figures.items()}] for f in kept.findings]
    return {"version": VERSION, "as_of": kept.as_of, "columns": list(_NODE), "nodes": rows, "findings": findings,
            "checks": {check: [_fact_row(f) for f in facts] for check, facts in kept.checks.items()}}


def from_json(content: Mapping[str, Any]) -> Kept:
    """Reads it back; what a newer version wrote besides is passed over, what is not as it should be left out."""
    try:
        columns = [str(c) for c in content.get("columns") or ()]
        nodes = [KeptNode(**{k: v for k, v in zip(columns, row, strict=False) if k in _NODE}) for row in content.get("nodes") or ()]
        findings = [Finding(code, severity, tuple(ids), told) for code, severity, ids, told in content.get("findings") or ()]
        checks = {check: tuple(Fact(c, s, told, (link[0], link[1]) if link else None) for c, s, told, link in rows)
                  for check, rows in (content.get("checks") or {}).items()}
    except (TypeError, ValueError, AttributeError, IndexError):
        return Kept("", (), (), {})
    return Kept(str(content.get("as_of") or ""), tuple(nodes), tuple(findings), checks)


def _fact_row(fact: Fact) -> list[Any]:
    return [fact.code, fact.severity, {k: _plain(v) for k, v in fact.figures.items()}, list(fact.link) if fact.link else None]


def _plain(found: Any) -> Any:
    """A figure as JSON holds it: numpy's numbers as Python's, no infinity."""
    if hasattr(found, "item"):
        found = found.item()
    if isinstance(found, float) and not math.isfinite(found):
        return None
    return list(found) if isinstance(found, tuple) else found


def try_reckon(figures: Figures | None, snapshot: Snapshot) -> tuple[dict[str, Any], FusenError | None]:
    """`reckon`, or empty contents with the reason why there are no figures: a meeting can be held without."""
    if figures is None:
        return {}, None
    try:
        return reckon(figures, snapshot), None
    except FusenError as error:
        return {}, error
