"""Shapley's split: each driver's effect averaged over all orders in which the drivers could have changed.

Free of order and exact for any formula; with the smallest and largest effect over the orders, for each driver and for
drivers taken together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from fusenapp.domain.formula import Expression
from fusenapp.errors import InputError
from fusenapp.kpi.arithmetic import compile_formula, quietly
from fusenapp.kpi.drivers import Driver, Ends, components, drivers
from fusenapp.kpi.grid import by_name_and_segment

if TYPE_CHECKING:
    import numpy as np

Effect = tuple[float, float, float]
"""(value, low, high)"""


def shapley(formula: Expression, ends: Ends) -> dict[Driver, Effect]:
    """Each driver's effect on the formula, averaged over all orders, with the least and the largest.

    A sum is split term by term (the effects of a sum are the sums of the effects), terms that share drivers together.

    Raises:
        InputError: ``split-undefined`` if some combination has no value (a division by 0).
    """
    found: dict[Driver, Effect] = dict.fromkeys(ends, (0.0, 0.0, 0.0))
    for group in components(formula):
        found.update(_together(group, ends))
    return found


def ranges(formula: Expression, ends: Ends, kinds: Mapping[Driver, str]) -> dict[str, tuple[float, float]]:
    """What the drivers of each kind bring together: the least and the largest over all orders."""
    found = dict.fromkeys(dict.fromkeys(kinds.values()), (0.0, 0.0))
    for group in components(formula):
        order, values = _all_combinations(group, ends)
        here = [kinds[driver] for driver in order]
        for kind in dict.fromkeys(here):
            low, high = _extremes(values, [of == kind for of in here])
            found[kind] = (found[kind][0] + low, found[kind][1] + high)
    return found


def _extremes(values: np.ndarray, mine: list[bool]) -> tuple[float, float]:
    """The shortest and the longest way from the old to the new figures when only the steps of some drivers count.

    Reckoned over the sets of drivers already changed (2ⁿ), not over the n! orders.
    """
    import numpy as np

    low, high = np.full(len(values), np.inf), np.full(len(values), -np.inf)
    low[0] = high[0] = 0.0
    sets = np.arange(len(values))
    size = np.bitwise_count(sets)
    for step in range(1, len(mine) + 1):
        at = sets[size == step]
        for i, counts in enumerate(mine):
            to = at[(at >> i & 1) == 1]
            gain = values[to] - values[to ^ (1 << i)] if counts else 0.0
            low[to] = np.minimum(low[to], low[to ^ (1 << i)] + gain)
            high[to] = np.maximum(high[to], high[to ^ (1 << i)] + gain)
    return float(low[-1]), float(high[-1])


def _together(group: list[tuple[float, Expression]], ends: Ends) -> dict[Driver, Effect]:
    """The effects of the drivers of a sum of terms; exact for n drivers."""
    import numpy as np

    order, values = _all_combinations(group, ends)
    combinations = np.arange(len(values))
    return {driver: _effect(values, combinations, i, len(order)) for i, driver in enumerate(order)}


def _all_combinations(group: list[tuple[float, Expression]], ends: Ends) -> tuple[list[Driver], np.ndarray]:
    """The drivers, and a sum of terms reckoned for all 2ⁿ combinations of old and new figures at once."""
    import numpy as np

    order = list(dict.fromkeys(driver for _, term in group for driver in drivers(term)))
    combinations = np.arange(1 << len(order))
    figures = {d: np.where(combinations >> i & 1, ends[d][1], ends[d][0]) for i, d in enumerate(order)}
    with quietly():
        values = np.sum([factor * compile_formula(term, by_name_and_segment)(figures) for factor, term in group], axis=0)
    if not np.isfinite(values).all():
        raise InputError("split-undefined")
    return order, values


def _effect(values: np.ndarray, combinations: np.ndarray, driver: int, count: int) -> Effect:
    import numpy as np

    without = combinations[(combinations >> driver & 1) == 0]
    gain = values[without | 1 << driver] - values[without]
    weight = np.array([1 / (count * math.comb(count - 1, size)) for size in range(count)])
    return float(gain @ weight[_sizes(without)]), float(gain.min()), float(gain.max())


def _sizes(combinations: np.ndarray) -> np.ndarray:
    """Number of drivers already changed in each combination."""
    import numpy as np

    return np.bitwise_count(combinations)
