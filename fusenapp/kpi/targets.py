"""How a figure stands to its target: the one place that says what is on target, what needs care and what is off.

Achievement is actual ÷ target whatever the direction of a KPI (達成率); where less is better, 125 % of the target is a quarter too much.
Without an actual, without a target, or with a target of 0 or less (a blank cell in many sheets) nothing is said: missing is never 0, and a
KPI without a target is never off. Actuals of months that are not fixed yet are absent from a `KpiResult`, so they never count either.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from fusenapp.domain.kpi import Tree
    from fusenapp.kpi.result import KpiResult

State = Literal["on_target", "caution", "off_target", ""]
ON_TARGET: State = "on_target"
CAUTION: State = "caution"
OFF_TARGET: State = "off_target"
NO_TARGET: State = ""
NEAR = 0.1
"""The part of a target that may be missing before a KPI is off; up to here it needs care."""
_ROUNDING = 1e-9
"""What sums of fractions may be out by: 30 % of 30 % is on target however it was added up."""


def achievement(actual: float | None, target: float | None) -> float | None:
    """Actual ÷ target; None where either is missing or the target is 0 or less."""
    return None if actual is None or target is None or target <= 0 else actual / target


def shortfall(reached: float | None, down: bool = False) -> float | None:
    """How far from its target a figure is, as a part of the target: above 0 on the bad side, below 0 where it is better.

    Args:
        reached: its achievement.
        down: less is better.

    Returns:
        None without an achievement.
    """
    if reached is None:
        return None
    return reached - 1 if down else 1 - reached


def missed(reached: float | None, down: bool = False) -> bool:
    """Whether a figure is on the bad side of its target, by however little; False where nothing can be said."""
    missing = shortfall(reached, down)
    return missing is not None and missing > _ROUNDING


def state_of(reached: float | None, down: bool = False) -> State:
    """``on_target`` from 100 % on, ``caution`` from 90 % on, else ``off_target``; where less is better up to 100 % and up to 110 %."""
    missing = shortfall(reached, down)
    if missing is None:
        return NO_TARGET
    return ON_TARGET if missing <= _ROUNDING else CAUTION if missing <= NEAR + _ROUNDING else OFF_TARGET


def farthest_first(reached: float | None, down: bool = False) -> tuple[bool, float]:
    """What to sort by so that the figure farthest from its target comes first, and those without one last."""
    missing = shortfall(reached, down)
    return (missing is None, -(missing or 0.0))


def run(latest_first: Iterable[float | None], down: bool = False) -> int:
    """How many achievements in a row missed, from the latest back; one that is not known ends the run."""
    return sum(1 for _ in itertools.takewhile(lambda reached: missed(reached, down), latest_first))


def months_below(result: KpiResult, node: str) -> tuple[str, ...]:
    """The months in a row up to the as-of month in which a KPI missed its target, in order; empty while it is on target."""
    fixed = [month for month in result.months if result.as_of is not None and month <= result.as_of]
    count = run((result.achievement(node, month) for month in reversed(fixed)), less_is_better(result.tree, node))
    return tuple(fixed[len(fixed) - count:])


def less_is_better(tree: Tree, node: str) -> bool:
    """Whether a KPI is the better the lower it is; a linked node goes by the one it shows."""
    seen = {node}
    while tree.nodes[node].type == "linked" and tree.nodes[node].link in tree.nodes and tree.nodes[node].link not in seen:
        node = tree.nodes[node].link
        seen.add(node)
    return tree.nodes[node].direction == "down"


def worse(side: int, down: bool) -> bool:
    """Whether a move to ``side`` (1 up, −1 down) is a turn for the worse."""
    return side > 0 if down else side < 0
