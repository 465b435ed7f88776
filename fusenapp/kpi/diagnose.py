"""What the figures say that a meeting should talk about: codes with their figures and nodes, no sentences.

"Now" is the last months with fixed actuals, "before" the same number of months ahead of them. Rates are
pooled over the months. A change of a rate that a two-proportion test does not tell from chance (|z| < 1.96)
is a ``notice``, one that it does a ``warning``.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from fusenapp.domain.formula import Binary, Name
from fusenapp.domain.kpi import STAGES, KpiNode
from fusenapp.errors import InputError
from fusenapp.kpi.drivers import Point
from fusenapp.kpi.result import KpiResult
from fusenapp.kpi.signals import signal
from fusenapp.kpi.split import split_rate
from fusenapp.kpi.targets import OFF_TARGET, missed, state_of, worse

Severity = Literal["warning", "notice"]
WINDOW = 3
"""Months on each side of a comparison; fewer if the data is shorter."""
JUMP, DROP = 0.10, 0.05
"""A count that rose by a tenth, one that fell by a twentieth."""
CHANCE = 1.96


@dataclass(frozen=True)
class Diagnosis:
    """One finding.

    Attributes:
        code: ``volume-over-quality``, ``mix-hides-rate``, ``quality-not-closed``, ``next-stage-drops``, ``outside-limits``,
            ``long-run``, ``no-owner``.
        severity: ``warning`` or ``notice``.
        nodes: ids of the nodes it is about, the most telling first.
        figures: what it rests on, by name; rates are fractions. For `flows.finding_words`, which makes a sentence of them.
    """

    code: str
    severity: Severity
    nodes: tuple[str, ...]
    figures: Mapping[str, Any]


@dataclass(frozen=True)
class Windows:
    """The two stretches of months that are compared, as ranges."""

    before: str
    now: str


def windows(result: KpiResult, length: int = WINDOW) -> Windows | None:
    """Two stretches of equal length that end at the as-of month; None with fewer than two fixed months."""
    fixed = [month for month in result.months if result.as_of is not None and month <= result.as_of]
    size = min(length, len(fixed) // 2)
    if not size:
        return None
    before, now = fixed[-2 * size : -size], fixed[-size:]
    return Windows(f"{before[0]}:{before[-1]}", f"{now[0]}:{now[-1]}")


def diagnose(result: KpiResult) -> list[Diagnosis]:
    """Everything that stands out, warnings first."""
    found: list[Diagnosis] = []
    compared = windows(result)
    if compared is not None:
        for rule in (_volume_over_quality, _mix_hides_rate, _quality_not_closed, _next_stage_drops):
            found.extend(rule(result, compared))
    found.extend(_outside_limits(result))
    found.extend(_no_owner(result))
    return sorted(found, key=lambda each: each.severity != "warning")


def _volume_over_quality(result: KpiResult, at: Windows) -> Iterator[Diagnosis]:
    """量だけを追いかけている: more leads than before and a smaller share of quality leads among them."""
    for node in _counts(result, "lead"):
        pair = _both(result, node.id, at)
        quality = _both(result, node.id, at, "quality")
        if pair is None or quality is None or not all(pair):
            continue
        rates = quality[0] / pair[0], quality[1] / pair[1]
        if pair[1] > pair[0] and rates[1] < rates[0]:
            figures = _told(node, at) | {"before": pair[0], "now": pair[1], "change": pair[1] / pair[0] - 1,
                                         "rate_before": rates[0], "rate_now": rates[1]}
            yield Diagnosis("volume-over-quality", _severity(quality, pair), (node.id, *_rates_of(result, node.id)), figures)


def _mix_hides_rate(result: KpiResult, at: Windows) -> Iterator[Diagnosis]:
    """A rate fell although it did not fall for quality leads nor for general ones: the mix of leads did it."""
    for node in result.tree:
        formula = result.grid.checked.formulas.get(node.id)
        if not (node.reckoned and isinstance(formula, Binary) and formula.operator == "/"):
            continue
        try:
            split = split_rate(result, node.id, Point(at.before), Point(at.now))
        except InputError:
            continue
        if split.end < split.start and split.rate >= 0:
            figures = _told(node, at) | {"rate_before": split.start, "rate_now": split.end, "mix": split.mix, "rate": split.rate}
            counts = _operands(result, formula, at)
            yield Diagnosis("mix-hides-rate", _severity(*counts) if counts else "notice", (node.id,), figures)


def _operands(result: KpiResult, formula: Binary, at: Windows) -> tuple[tuple[float, float], tuple[float, float]] | None:
    if not (isinstance(formula.left, Name) and isinstance(formula.right, Name)):
        return None
    hits, of = _both(result, formula.left.name, at), _both(result, formula.right.name, at)
    return None if hits is None or of is None else (hits, of)


def _quality_not_closed(result: KpiResult, at: Windows) -> Iterator[Diagnosis]:
    """質リード reach their target up to the proposal, and the orders from them do not."""
    for won in _counts(result, "won"):
        closed = result.achievement(won.id, at.now, "quality")
        for stage in ("proposal", "opportunity", "appointment"):
            offered = next(iter(_counts(result, stage)), None)
            reached = result.achievement(offered.id, at.now, "quality") if offered else None
            if offered and closed is not None and reached is not None and missed(closed) and not missed(reached):
                figures = _told(won, at) | {"stage": offered.name, "reached": reached, "closed": closed}
                yield Diagnosis("quality-not-closed", "warning" if state_of(closed) == OFF_TARGET else "notice", (won.id, offered.id), figures)
                return


def _next_stage_drops(result: KpiResult, at: Windows) -> Iterator[Diagnosis]:
    """One department's count jumps while that of the next department in the chain drops."""
    chain = [node for stage in STAGES for node in _counts(result, stage) if _both(result, node.id, at)]
    for first, then in itertools.pairwise(chain):
        one, other = _both(result, first.id, at), _both(result, then.id, at)
        if first.department == then.department or one is None or other is None or not (one[0] and other[0]):
            continue
        up, down = one[1] / one[0] - 1, other[1] / other[0] - 1
        if up >= JUMP and down <= -DROP:
            figures = _told(first, at) | {"change": up, "next": then.name, "next_change": down, "before": one[0], "now": one[1],
                                          "next_before": other[0], "next_now": other[1], "next_unit": then.unit}
            yield Diagnosis("next-stage-drops", "warning", (first.id, then.id), figures)


def _outside_limits(result: KpiResult) -> Iterator[Diagnosis]:
    """Figures that left what they do anyway (XmR), the worse first; nothing is said of those with too little data."""
    told = [(node, found) for node in result.tree if node.type != "linked"
            and (found := signal(result, node.id)).verdict in ("outside", "run")]
    for node, found in sorted(told, key=lambda each: each[1].verdict != "outside")[:_MOST_SIGNALS]:
        bad = worse(found.side, node.direction == "down")
        figures = {"name": node.name, "last": found.last, "mean": found.mean, "low": found.low, "high": found.high, "points": found.points,
                   "side": found.side, "unit": node.unit, "period_now": result.as_of or ""}
        yield Diagnosis("outside-limits" if found.verdict == "outside" else "long-run", "warning" if bad and found.verdict == "outside"
                        else "notice", (node.id,), figures)


_MOST_SIGNALS = 4


def _no_owner(result: KpiResult) -> Iterator[Diagnosis]:
    """KPIs with a target that nobody answers for."""
    without = [node for node in result.tree if not node.owner and result.nodes[node.id].series.get("all", {}).get("target")]
    if without:
        yield Diagnosis("no-owner", "notice", tuple(node.id for node in without), {"count": len(without), "name": without[0].name})


def _counts(result: KpiResult, stage: str) -> list[KpiNode]:
    """The counts of a stage that have figures, measures before others."""
    nodes = [n for n in result.tree if n.stage == stage and n.unit not in ("%", "円", "営業日") and n.aggregation == "sum"]
    return sorted((n for n in nodes if result.nodes[n.id].series.get("all", {}).get("actual")), key=lambda n: n.type != "measure")[:1]


def _rates_of(result: KpiResult, node: str) -> tuple[str, ...]:
    """Nodes that are the share of quality leads in ``node``."""
    found = []
    for id, formula in result.grid.checked.formulas.items():
        match formula:
            case Binary("/", Name(above, "quality"), Name(below)) if above == below == node:
                found.append(id)
    return tuple(found)


def _both(result: KpiResult, node: str, at: Windows, segment: str = "all") -> tuple[float, float] | None:
    before, now = result.value(node, at.before, segment=segment), result.value(node, at.now, segment=segment)
    return None if before is None or now is None else (before, now)


def _severity(hits: tuple[float, float], of: tuple[float, float]) -> Severity:
    return "warning" if abs(two_proportions(hits, of)) >= CHANCE else "notice"


def two_proportions(hits: tuple[float, float], of: tuple[float, float]) -> float:
    """The z of the difference of two shares (second − first) with the pooled share's variance; 0 where there is none."""
    pooled = sum(hits) / sum(of) if sum(of) else 0.0
    spread = pooled * (1 - pooled) * (1 / of[0] + 1 / of[1]) if all(of) else 0.0
    return (hits[1] / of[1] - hits[0] / of[0]) / math.sqrt(spread) if spread > 0 else 0.0


def _told(node: KpiNode, at: Windows) -> dict[str, Any]:
    return {"name": node.name, "unit": node.unit, "period_before": at.before, "period_now": at.now}
