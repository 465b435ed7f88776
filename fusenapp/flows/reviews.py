"""What a meeting looks at: the figures of the KPI tree as they are kept with it, what is off since when and whose, then and now.

`reckon` makes the content of a ``review_figures`` record from everything that was imported; `Figures.of` reads it back. What was
kept is never reckoned again, so that minutes say what people saw; `changes` sets it against what the data says now.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from fusenapp.errors import FusenError

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import KpiResult

OFF_TARGET, CAUTION, ON_TARGET = "off_target", "caution", "on_target"
OFF_BELOW = 0.9
"""Below this share of its target a KPI is off; from here to the target it needs care."""
LONG = 3
"""Months below target after which a KPI that is nearly on target is talked about too."""
VERSION = 1


@dataclass(frozen=True)
class KeptNode:
    """One KPI of the as-of month.

    Attributes:
        department, owner: id of a department, and a person.
        actual, target, quality: of the month; None where not known. ``quality`` is the actual of quality leads.
        ratio: actual ÷ target, or target ÷ actual where less is better; None without both.
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
    ratio: float | None = None
    since: str = ""
    months: int = 0
    signal: str = ""

    @property
    def state(self) -> str:
        """``on_target``, ``caution``, ``off_target``, or empty without a target."""
        if self.ratio is None:
            return ""
        return ON_TARGET if self.ratio >= 1 else CAUTION if self.ratio >= OFF_BELOW else OFF_TARGET

    @property
    def off(self) -> bool:
        """Something to talk about."""
        return self.state == OFF_TARGET or (self.state == CAUTION and self.months >= LONG) or self.signal == "outside"


@dataclass(frozen=True)
class Finding:
    """A diagnosis as it was: its code, ``warning`` or ``notice``, nodes and figures (`kpi.diagnose`)."""

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

    @property
    def off(self) -> tuple[KeptNode, ...]:
        """What is off, the worst and longest first."""
        found = [node for node in self.nodes if node.off]
        return tuple(sorted(found, key=lambda n: (n.state != OFF_TARGET, -n.months, n.ratio if n.ratio is not None else 1.0)))

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
    kept = Kept(result.as_of or "", tuple(nodes_of(result)), tuple(_findings(result)), {})
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
    node = result.nodes[id].node
    below = _below(result, id, month)
    return KeptNode(id, node.name, node.unit, node.department, node.owner, node.direction, result.value(id, month),
                    result.value(id, month, "target"), result.value(id, month, "actual", "quality"), _ratio(result, id, month),
                    below[-1] if below else "", len(below), _signal(result, id))


def _ratio(result: KpiResult, id: str, month: str) -> float | None:
    """How near to its target a figure is, 1 = reached."""
    actual, target = result.value(id, month), result.value(id, month, "target")
    if actual is None or target is None or target <= 0:
        return None
    if result.nodes[id].node.direction == "down":
        return target / actual if actual > 0 else 1.0
    return actual / target


def _below(result: KpiResult, id: str, month: str) -> list[str]:
    """The months in a row, back from ``month``, in which the figure missed its target."""
    found: list[str] = []
    for each in reversed([m for m in result.months if m <= month]):
        ratio = _ratio(result, id, each)
        if ratio is None or ratio >= 1:
            break
        found.append(each)
    return found


def _signal(result: KpiResult, id: str) -> str:
    from fusenapp.kpi.signals import signal

    found = signal(result, id)
    worse = (found.side < 0) == (result.nodes[id].node.direction == "up")
    return found.verdict if found.verdict in ("outside", "run") and found.side and worse else ""


def _findings(result: KpiResult) -> list[Finding]:
    from fusenapp.kpi import diagnose

    return [Finding(d.code, d.severity, d.nodes, dict(d.figures)) for d in diagnose(result)]


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
