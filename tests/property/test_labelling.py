"""κ, its error and the difference of shares against a plain reckoning with numpy; drawing for any list."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fusenapp.qualify.agreeing import Z95, cohen, fleiss, pair
from fusenapp.qualify.backtesting import wilson
from fusenapp.qualify.drawing import WEIGHTS, draw, shares
from fusenapp.qualify.separating import newcombe

ANSWERS = st.lists(st.tuples(st.sampled_from([True, False, None]), st.sampled_from([True, False, None])), max_size=60)
TABLES = st.integers(2, 4).flatmap(lambda k: st.lists(st.lists(st.integers(0, 25), min_size=k, max_size=k), min_size=k, max_size=k))


def plain_kappa(table: np.ndarray) -> tuple[float, float] | None:
    """κ and its error, by gradient: the delta method on the multinomial shares instead of the written-out formula."""
    n = table.sum()
    p = table / max(n, 1)

    def kappa(p: np.ndarray) -> float:
        expected = (p.sum(1) * p.sum(0)).sum()
        return (np.trace(p) - expected) / (1 - expected)

    if n == 0 or np.isclose((p.sum(1) * p.sum(0)).sum(), 1):
        return None
    step = 1e-6
    slope = np.array([[(kappa(p + step * e) - kappa(p - step * e)) / (2 * step) for e in np.eye(p.size).reshape(-1, *p.shape)]])[0]
    q = p.ravel()
    variance = (slope**2 * q).sum() - ((slope * q).sum()) ** 2
    return kappa(p), float(np.sqrt(max(variance, 0) / n))


@given(TABLES)
def test_kappa_and_its_interval(table) -> None:
    told, plain = cohen(table), plain_kappa(np.array(table, float))
    if plain is None:
        assert told.value is None
        return
    kappa, error = plain
    assert abs(told.value - kappa) < 1e-9
    assert -1 <= told.low <= told.value + 1e-9
    assert told.value - 1e-9 <= told.high <= 1
    if error > 1e-4:
        assert abs(told.low - max(-1, kappa - Z95 * error)) < 1e-3
        assert abs(told.high - min(1, kappa + Z95 * error)) < 1e-3


@given(ANSWERS)
def test_two_lists_of_answers(answers) -> None:
    first, second = [a for a, _ in answers], [b for _, b in answers]
    told, turned = pair(first, second), pair(second, first)
    sure = [(a, b) for a, b in answers if a is not None and b is not None]
    assert told.both + told.first_only + told.second_only + told.neither == len(sure) == told.kappa.n
    assert told.left_out == len(answers) - len(sure)
    assert told.disputed == sum(a != b for a, b in sure)
    assert (told.first_only, told.second_only) == (turned.second_only, turned.first_only)
    assert (told.kappa.value is None) == (turned.kappa.value is None)
    if told.kappa.value is not None:
        assert abs(told.kappa.value - turned.kappa.value) < 1e-12


@given(st.integers(2, 6).flatmap(lambda k: st.lists(st.integers(0, k).map(lambda yes: (yes, k - yes)), min_size=1, max_size=50)))
def test_kappa_of_several(counts) -> None:
    table = np.array(counts, float)
    judges = table[0].sum()
    shares_of = table.sum(0) / table.sum()
    told = fleiss(counts)
    if np.isclose(shares_of.max(), 1):
        assert told is None
        return
    agreeing = (table * (table - 1)).sum(1) / (judges * (judges - 1))
    assert abs(told - (agreeing.mean() - (shares_of**2).sum()) / (1 - (shares_of**2).sum())) < 1e-9


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_difference_of_shares_lies_in_its_interval_and_turns_with_its_sides(a, b, c, d) -> None:
    first, second = wilson(a, a + b), wilson(c, c + d)
    told = newcombe(first, second)
    if a + b == 0 or c + d == 0:
        assert told is None
        return
    difference, low, high = told
    assert -1 - 1e-9 <= low <= difference <= high <= 1 + 1e-9
    turned = newcombe(second, first)
    assert abs(turned[1] + high) < 1e-12


@given(st.fixed_dictionaries({name: st.integers(0, 60) for name in WEIGHTS}), st.integers(20, 50), st.text(max_size=5))
def test_a_sample_is_as_large_as_asked_and_the_same_every_time(sizes, size, seed) -> None:
    starts = np.cumsum([0, *sizes.values()])
    parts = {name: np.arange(start, start + count) for (name, count), start in zip(sizes.items(), starts, strict=False)}
    drawn = draw(parts, size, seed)
    assert drawn == draw(parts, size, seed)
    assert len(drawn) == min(size, sum(sizes.values())) == len({row for row, _ in drawn})
    assert all(row in parts[name] for row, name in drawn)
    given_out = shares(size, sizes)
    assert {name: sum(n == name for _, n in drawn) for name in sizes} == given_out
    full = {name for name in sizes if given_out[name] == sizes[name]}
    for name in set(sizes) - full:  # nobody who has leads left falls short of their part for the sake of another
        assert given_out[name] >= int(size * WEIGHTS[name]) - 1
