"""A change as a waterfall: bars by kind of reason that close to the yen, ranges over orders, definitions, business days."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest

from fusenapp.domain.kpi import tree_from
from fusenapp.errors import InputError
from fusenapp.kpi import Explanation, Point, explain_change, split_change
from fusenapp.kpi.explain import whole_parts
from tests.unit.kpi.making import formula, given, months, node

CHAIN = tree_from([
    node("リード数"), node("質リード率", "%", aggregation="ratio"), node("アポ率", "%", aggregation="ratio"),
    node("受注率", "%", aggregation="ratio"), node("単価", "円", aggregation="ratio"),
    formula("受注金額", "リード数 × 質リード率 × アポ率 × 受注率 × 単価", "円"),
])
BEFORE = (100, 0.40, 0.50, 0.20, 1_000_000)
AFTER = (130, 0.30, 0.55, 0.18, 1_050_000)
RESULT = given(CHAIN, {id: months(a, b) for id, a, b in zip(list(CHAIN.nodes)[:5], BEFORE, AFTER, strict=True)})
APRIL, MAY = Point("2026-04"), Point("2026-05")
DAYS = {"2026-04": 20, "2026-05": 18}

SPLIT = tree_from([node("リード数"), node("受注数"), formula("受注率", "受注数 ÷ リード数", "%", "ratio")])
"""Published example: quality 40 of 100 leads, then 39 of 130; the rates 75 % → 80 % and 1/6 → 10 %."""
LEADS = {"all": months(100, 130), "quality": months(40, 39), "general": months(60, 91)}
WON = {"all": months(40, 40.3), "quality": months(30, 31.2), "general": months(10, 9.1)}


def _kinds(found: Explanation) -> dict[str, float]:
    return {bar.kind: bar.value for bar in found.bars}


def test_the_bars_are_the_drivers_by_kind_and_close() -> None:
    found = explain_change(RESULT, "受注金額", APRIL, MAY)
    assert {kind: round(value) for kind, value in _kinds(found).items()} == {
        "volume": 1_071_630, "rate": -1_216_918, "price": 199_338}
    assert found.gap == pytest.approx(0, abs=1e-6)
    assert sum(found.whole) == 54_050


def test_in_yen_the_bars_add_up_to_the_change_in_yen() -> None:
    found = explain_change(RESULT, "受注金額", APRIL, MAY, days=DAYS.__getitem__)
    assert sum(found.whole) == round(found.end) - round(found.start) == 54_050
    assert all(abs(whole - bar.value) < 1 for whole, bar in zip(found.whole, found.bars, strict=True))


def test_each_bar_stands_on_the_one_before() -> None:
    found = explain_change(RESULT, "受注金額", APRIL, MAY)
    steps = found.steps()
    assert steps[0][0] == found.start
    assert all(before[1] == after[0] for before, after in itertools.pairwise(steps))
    assert steps[-1][1] == pytest.approx(found.end)


def test_the_range_of_drivers_taken_together_is_that_of_all_orders() -> None:
    rates = [1, 2, 3]
    sums = []
    for order in itertools.permutations(range(5)):
        at, together = list(BEFORE), 0.0
        for i in order:
            before = math.prod(at)
            at[i] = AFTER[i]
            together += math.prod(at) - before if i in rates else 0.0
        sums.append(together)
    bar = next(bar for bar in explain_change(RESULT, "受注金額", APRIL, MAY).bars if bar.kind == "rate")
    assert (bar.low, bar.high) == pytest.approx((min(sums), max(sums)))
    assert bar.value == pytest.approx(sum(sums) / len(sums))


def test_fewer_business_days_are_a_bar_of_their_own() -> None:
    found = explain_change(RESULT, "受注金額", APRIL, MAY, days=DAYS.__getitem__)
    days = next(bar for bar in found.bars if bar.kind == "days")
    assert days.value < 0
    assert (days.parts[0].start, days.parts[0].end) == (20, 18)
    daily = next(bar for bar in found.bars if bar.kind == "volume").parts[0]
    assert daily.daily
    assert (daily.start, daily.end) == (5, pytest.approx(130 / 18))
    assert math.fsum(_kinds(found).values()) == pytest.approx(54_050)


def test_a_count_without_a_formula_moves_by_days_and_by_what_a_day_brings() -> None:
    found = explain_change(RESULT, "リード数", APRIL, MAY, days=DAYS.__getitem__)
    assert set(_kinds(found)) == {"volume", "days"}
    assert found.delta == 30
    with pytest.raises(InputError, match="nothing-to-split"):
        explain_change(RESULT, "リード数", APRIL, MAY)


def test_a_rate_over_quality_and_general_leads_is_split_into_mix_and_rate() -> None:
    found = explain_change(given(SPLIT, {"リード数": LEADS, "受注数": WON}), "受注率", APRIL, MAY)
    assert found.method == "kitagawa"
    assert {kind: round(value, 4) for kind, value in _kinds(found).items()} == {"mix": -0.0642, "rate": -0.0258}
    assert [round(bar.low, 4) for bar in found.bars] == [-0.07, -0.0317]
    assert [round(bar.high, 4) for bar in found.bars] == [-0.0583, -0.02]


def test_a_rate_known_only_as_a_whole_is_split_over_its_operands() -> None:
    found = explain_change(given(SPLIT, {"リード数": months(100, 130), "受注数": months(40, 39)}), "受注率", APRIL, MAY)
    assert not found.by_quality
    assert found.delta == pytest.approx(-0.1)
    assert {part.node for bar in found.bars for part in bar.parts} == {"リード数", "受注数"}


def test_a_definition_changed_in_between_is_a_bar_of_its_own() -> None:
    wide = {"all": months(100, 130), "quality": months(40, 52), "general": months(60, 78)}
    narrow = {"all": months(100, 130), "quality": months(30, 39), "general": months(70, 91)}
    tree = tree_from([node("リード数"), formula("質リード数", "[リード数]@質")])
    earlier, later = given(tree, {"リード数": wide}), given(tree, {"リード数": narrow})
    found = explain_change(later, "質リード数", APRIL, MAY, earlier=earlier)
    assert (found.start, found.end) == (40, 39)
    assert _kinds(found) == pytest.approx({"volume": 10.5, "definition": -11.5})
    changed = found.bars[-1]
    assert (changed.kind, changed.low, changed.high) == ("definition", -13, -10)


def test_what_the_published_figures_do_not_explain_is_told_apart() -> None:
    tree = tree_from([node("a"), node("b"), node("c", formula="a × b")])
    found = explain_change(given(tree, {"a": months(10, 12), "b": months(2, 2), "c": months(20, 25)}), "c", APRIL, MAY)
    assert _kinds(found)["rest"] == pytest.approx(1)
    assert found.gap == pytest.approx(0)


def test_a_count_is_followed_past_what_has_no_target() -> None:
    """There is a target for leads and for orders, none for what lies between."""
    tree = tree_from([node("リード数"), node("商談数", formula="リード数 × 商談化率"), node("受注数", formula="商談数 × 受注率"),
                      formula("商談化率", "商談数 ÷ リード数", "%", "ratio"), formula("受注率", "受注数 ÷ 商談数", "%", "ratio"),
                      node("受注金額", "円", formula="受注数 × 単価"), formula("単価", "受注金額 ÷ 受注数", "円", "ratio")])
    figures = {"リード数": 100, "商談数": 20, "受注数": 5, "受注金額": 5_000_000}
    targets = {"リード数": 120, "受注数": 12, "受注金額": 12_000_000}
    figured: dict[Any, dict[str, float]] = {id: months(value) for id, value in figures.items()}
    result = given(tree, figured | {(id, "target"): months(value) for id, value in targets.items()})
    split = split_change(result, "受注金額", Point("2026-04", "target"), APRIL)
    parts = {(part.node, part.per): part for part in split.parts}
    assert set(parts) == {("リード数", ""), ("受注数", "リード数"), ("単価", "")}
    rate = parts["受注数", "リード数"]
    assert (rate.kind, rate.start, rate.end) == ("rate", 0.1, 0.05)
    assert math.fsum(part.value for part in split.parts) == pytest.approx(split.delta)


@pytest.mark.parametrize(("values", "total"), [((0.4, 0.4, 0.2), 1), ((-1.5, -1.5), -3), ((10.2, -3.7, 0.0), 6), ((), 0), ((1.0,), 5)])
def test_whole_parts_add_up_to_what_is_asked(values: tuple[float, ...], total: int) -> None:
    assert sum(whole_parts(values, total)) == total
