"""What it takes: the driver that reaches a goal, the least effort over several, and how much hangs on each driver.

Least effort over drivers with weights wᵢ (a heavier driver is the one that is easier to leave alone): every driver is
multiplied by λ^(±1/wᵢ) with one λ for all. For a product V = Π xᵢ this is xᵢ' = xᵢ·(T ÷ V)^((1/wᵢ) ÷ Σ(1/w)); for any other
formula λ is searched. Rates go no further than they have ever been, and the others then carry more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from fusenapp.errors import InputError
from fusenapp.kpi.ahead import ALL
from fusenapp.kpi.model import Change, Lever, Model

_STEPS = 60
"""Halvings of a search: 2⁻⁶⁰ of the first span."""
_WIDEST = 1e6
_CLOSE = 1e-9
Key = tuple[str, str]
"""(node, segment) of a driver."""


@dataclass(frozen=True)
class Goal:
    """A figure to reach: ``value`` of ``node`` over ``period`` (any period of the tree's fiscal year)."""

    node: str
    period: str
    value: float


@dataclass(frozen=True)
class Sought:
    """What was found.

    Attributes:
        changes: drivers with their factors.
        capped: drivers that would have had to go further than they have ever been.
        reached: the figure of the goal's node with these changes.
        met: whether that is the goal.
    """

    changes: tuple[Change, ...]
    capped: tuple[Key, ...]
    reached: float
    met: bool


@dataclass(frozen=True)
class Swing:
    """A driver's reach: the node's figure with the driver at its least and at its most of the fixed months."""

    lever: Lever
    low: float
    high: float

    @property
    def width(self) -> float:
        """How much hangs on the driver."""
        return abs(self.high - self.low)


def seek_one(model: Model, goal: Goal, lever: Lever, changes: Sequence[Change] = ()) -> Sought:
    """One driver that reaches the goal, on top of other changes; further than ever before it is told in ``capped``.

    Raises:
        InputError: ``no-figure`` if the goal's node is not known, ``goal-out-of-reach`` if the driver does nothing for it.
    """
    others = [c for c in changes if (c.node, c.segment) != (lever.node, lever.segment)]

    def value(factor: float) -> float:
        return _value(model, goal, [*others, Change(lever.node, factor, lever.segment)])

    ceiling = 1.0 / lever.usual if lever.unit == "%" and lever.usual else _WIDEST
    rising = _direction(value)
    if not rising:
        raise InputError("goal-out-of-reach", where=model.tree.nodes[goal.node].name, name=model.tree.nodes[lever.node].name)
    factor = _searched(lambda x: (value(x) - goal.value) * rising, ceiling)
    return _sought(model, goal, [*others, Change(lever.node, factor, lever.segment)], (lever,))


def seek_all(model: Model, goal: Goal, levers: Sequence[Lever], weights: Mapping[Key, float] | None = None,
             locked: Iterable[Key] = (), changes: Sequence[Change] = ()) -> Sought:
    """The least effort over several drivers.

    Args:
        levers: the drivers that may move.
        weights: how much each of them resists; 1 if not named.
        locked: drivers that stay; those named in ``changes`` keep their change.
        changes: what holds already.

    Raises:
        InputError: ``no-figure``, ``goal-out-of-reach`` if no driver is left that does anything.
    """
    held = set(locked)
    free = [lever for lever in levers if (lever.node, lever.segment) not in held]
    kept = [change for change in changes if (change.node, change.segment) in held]
    movable = []
    for lever in free:
        rising = _direction(lambda x, lever=lever: _value(model, goal, [*kept, Change(lever.node, x, lever.segment)]))
        if rising:
            movable.append((lever, rising / ((weights or {}).get((lever.node, lever.segment)) or 1.0)))
    if not movable:
        raise InputError("goal-out-of-reach", where=model.tree.nodes[goal.node].name, name=model.tree.nodes[goal.node].name)

    def moved(scale: float) -> list[Change]:
        return [*kept, *(Change(lever.node, _capped(lever, scale**power), lever.segment) for lever, power in movable)]

    scale = _searched(lambda x: _value(model, goal, moved(x)) - goal.value, _WIDEST)
    return _sought(model, goal, moved(scale), [lever for lever, power in movable if scale**power > most_factor(lever) * (1 + 1e-9)])


def most_factor(lever: Lever) -> float:
    """How far a rate may be raised: to its highest month so far, never below what it is now; others without end."""
    if lever.unit != "%" or not lever.usual:
        return float("inf")
    return max(lever.most or lever.usual, lever.usual) / lever.usual


def _capped(lever: Lever, factor: float) -> float:
    return min(factor, most_factor(lever))


def swings(model: Model, node: str, period: str, changes: Sequence[Change] = ()) -> list[Swing]:
    """Every driver at its least and at its most of the fixed months, the one with most reach first."""
    found = []
    for lever in model.levers(node):
        if lever.least is None or lever.most is None:
            continue
        others = [c for c in changes if (c.node, c.segment) != (lever.node, lever.segment)]
        ends = [_value(model, Goal(node, period, 0.0), [*others, Change(lever.node, end, lever.segment, fixed=True)])
                for end in (lever.least, lever.most)]
        found.append(Swing(lever, ends[0], ends[1]))
    return sorted(found, key=lambda swing: -swing.width)


def _sought(model: Model, goal: Goal, changes: list[Change], watched: Iterable[Lever]) -> Sought:
    reached = _value(model, goal, changes)
    factors = {(c.node, c.segment): c.value for c in changes}
    over = [w for w in watched if factors[w.node, w.segment] >= most_factor(w) * (1 - 1e-12) and most_factor(w) < float("inf")]
    met = abs(reached - goal.value) <= max(abs(goal.value), 1.0) * 1e-6
    return Sought(tuple(changes), tuple((w.node, w.segment) for w in over), reached, met)


def _value(model: Model, goal: Goal, changes: Sequence[Change]) -> float:
    result = model.run(changes)
    found = result.value(goal.node, goal.period)
    if found is None:
        raise InputError("no-figure", model.tree.nodes[goal.node].name, node=goal.node, segment=ALL)
    return found


def _direction(value: Callable[[float], float]) -> int:
    """1 if more of it brings more, −1 if less, 0 if nothing hangs on it."""
    less, more = value(0.98), value(1.02)
    return 0 if abs(more - less) <= _CLOSE * max(abs(more), abs(less), 1e-12) else 1 if more > less else -1


def _searched(missing: Callable[[float], float], ceiling: float) -> float:
    """The factor at which ``missing``, which rises with it, is 0; the nearest end where it never is."""
    low, high = 1.0, 1.0
    while missing(high) < 0 and high < ceiling:
        low, high = high, min(high * 2, ceiling)
    if missing(high) < 0:
        return high
    while missing(low) > 0 and low > 1 / _WIDEST:
        high, low = low, low / 2
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if missing(middle) < 0 else (low, middle)
    return (low + high) / 2
