"""Signal or noise: XmR limits of a monthly series (individual values and moving ranges).

Natural limits are the mean ± 2.66 × the mean moving range; 2.66 = 3 ÷ 1.128, where 1.128 is what the range of two values of a
normal process is on average in standard deviations. Told are a point outside the limits and a run of eight on one side of the mean.
With fewer than eight points nothing is told but that there is too little data.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fusenapp.kpi.result import KpiResult

LEAST = 8
"""Points that limits need, and the length of a run that counts."""
FACTOR = 2.66

Verdict = Literal["too-little-data", "noise", "outside", "run"]


@dataclass(frozen=True)
class Limits:
    """What a series says about its last point.

    Attributes:
        verdict: ``too-little-data``; ``noise``: within what this figure does anyway; ``outside`` the limits; ``run``: the last eight
            on one side of the mean.
        points: how many months are known.
        mean, low, high: of the points before the last, None with too little data; ``low`` not below 0 where no point is.
        last: the last point.
        side: 1 above, −1 below the mean, 0 for noise and too little data.
    """

    verdict: Verdict
    points: int
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    last: float | None = None
    side: int = 0


def limits(values: Sequence[float]) -> Limits:
    """Judges the last of the values by all before it; a run by all of them.

    Args:
        values: in the order of time, without gaps.
    """
    if len(values) < LEAST:
        return Limits("too-little-data", len(values), last=values[-1] if values else None)
    before, last = values[:-1], values[-1]
    mean = sum(before) / len(before)
    moving = [abs(b - a) for a, b in itertools.pairwise(before)]
    reach = FACTOR * sum(moving) / len(moving)
    low, high = mean - reach, mean + reach
    if min(values) >= 0:
        low = max(low, 0.0)
    side = 1 if last > mean else -1 if last < mean else 0
    if not low <= last <= high:
        return Limits("outside", len(values), mean, low, high, last, side)
    whole = sum(values) / len(values)
    recent = values[-LEAST:]
    if len(values) > LEAST and (all(v > whole for v in recent) or all(v < whole for v in recent)):
        return Limits("run", len(values), mean, low, high, last, 1 if recent[0] > whole else -1)
    return Limits("noise", len(values), mean, low, high, last)


def signal(result: KpiResult, node: str) -> Limits:
    """The limits of a node's fixed months; only the months since the last gap count."""
    values: list[float] = []
    for month in result.months:
        if month in result.unfixed:
            break
        value = result.nodes[node].get(month)
        values = [*values, value] if value is not None else []
    return limits(values)
