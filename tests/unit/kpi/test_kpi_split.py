"""Why a figure moved: the published vectors, sums that close, rates at their edges."""

from __future__ import annotations

import itertools
import math

import pytest

from fusenapp.domain.kpi import Tree, tree_from
from fusenapp.errors import InputError
from fusenapp.kpi import KpiResult, Point, split_change, split_rate
from fusenapp.kpi.split import Split, logarithmic_mean, mix_and_rate
from tests.unit.kpi.making import company, formula, given, months, node

CHAIN = tree_from([
    node("リード数"), node("質リード率", "%", aggregation="ratio"), node("アポ率", "%", aggregation="ratio"),
    node("受注率", "%", aggregation="ratio"), node("単価", "円", aggregation="ratio"),
    formula("受注金額", "リード数 × 質リード率 × アポ率 × 受注率 × 単価", "円"),
])
BEFORE = (100, 0.40, 0.50, 0.20, 1_000_000)
AFTER = (130, 0.30, 0.55, 0.18, 1_050_000)


def _chain() -> KpiResult:
    ids = [id for id in CHAIN.nodes if id != "受注金額"]
    return given(CHAIN, {id: months(a, b) for id, a, b in zip(ids, BEFORE, AFTER, strict=True)})


def _parts(split: Split) -> list[float]:
    return [part.value for part in split.parts]


def test_shapley_gives_the_published_split() -> None:
    split = split_change(_chain(), "受注金額", "2026-04", "2026-05")
    assert split.delta == pytest.approx(54_050)
    assert [round(value) for value in _parts(split)] == [1_071_630, -1_175_762, 389_380, -430_537, 199_338]
    assert math.fsum(_parts(split)) == pytest.approx(split.delta, abs=1e-6)
    assert split.residual == 0


def test_lmdi_gives_the_published_split() -> None:
    split = split_change(_chain(), "受注金額", "2026-04", "2026-05", method="lmdi")
    assert [round(value) for value in _parts(split)] == [1_056_532, -1_158_486, 383_811, -424_283, 196_476]
    assert math.fsum(_parts(split)) == pytest.approx(split.delta, abs=1e-6)


def test_the_range_over_orders_is_that_of_all_orders() -> None:
    split = split_change(_chain(), "受注金額", "2026-04", "2026-05")
    gains: list[list[float]] = [[] for _ in BEFORE]
    for order in itertools.permutations(range(5)):
        at = list(BEFORE)
        for i in order:
            before = math.prod(at)
            at[i] = AFTER[i]
            gains[i].append(math.prod(at) - before)
    for part, of in zip(split.parts, gains, strict=True):
        assert part.value == pytest.approx(sum(of) / len(of))
        assert (part.low, part.high) == pytest.approx((min(of), max(of)))


def test_parts_know_what_kind_of_driver_they_are() -> None:
    split = split_change(company("plain"), "kpi-won-amount", "2026-05", "2026-11")
    assert {part.node: part.kind for part in split.parts} == {
        "kpi-leads": "volume", "kpi-mql-rate": "rate", "kpi-acceptance-rate": "rate", "kpi-appointment-rate": "rate",
        "kpi-proposal-rate": "rate", "kpi-win-rate": "rate", "kpi-average-price": "price",
    }
    assert math.fsum(split.by_kind().values()) == pytest.approx(split.delta)


@pytest.mark.parametrize("sample", ["plain", "messy"])
@pytest.mark.parametrize("by_quality", [False, True])
@pytest.mark.parametrize(("start", "end"), [("2026-05", "2026-11"), ("2026-04", "2026-05"), ("2026-05", "2026-06"), ("2026-Q1", "2026-Q2")])
def test_the_split_of_the_sample_companies_closes_to_the_yen(sample: str, by_quality: bool, start: str, end: str) -> None:
    result = company(sample)
    split = split_change(result, "kpi-won-amount", start, end, by_quality=by_quality)
    assert split.delta == result.value("kpi-won-amount", end) - result.value("kpi-won-amount", start)
    assert split.residual == 0
    assert round(math.fsum(_parts(split))) == split.delta
    assert all(part.low <= part.value + 1e-6 and part.value - 1e-6 <= part.high for part in split.parts)


def test_by_quality_the_mix_of_leads_is_a_driver_of_its_own() -> None:
    split = split_change(company("plain"), "kpi-won-amount", "2026-06", "2026-11", by_quality=True)
    mix = next(part for part in split.parts if part.kind == "mix")
    assert (mix.node, mix.segment, mix.start, mix.end) == ("kpi-leads", "mix", 59 / 577, 76 / 781)
    assert mix.value < 0, "the share of quality leads fell"
    assert {part.segment for part in split.parts} == {"all", "mix", "quality", "general"}


def test_actual_against_target() -> None:
    result = company("plain")
    split = split_change(result, "kpi-won-amount", Point("2026-11", "target"), Point("2026-11", "actual"))
    assert split.delta == 40_134_462 - 49_439_627
    assert math.fsum(_parts(split)) == pytest.approx(split.delta)
    assert {part.node for part in split.parts} == {"kpi-leads", "kpi-appointments", "kpi-proposal-rate", "kpi-win-rate", "kpi-average-price"}, \
        "there is no target for MQL and SAL, so the appointments are explained by the leads and the rate between the two"


def test_a_price_without_a_sale_takes_the_price_of_the_other_side() -> None:
    """April has no order, so its average price is 0 ÷ 0: all of the change is the orders'."""
    split = split_change(company("plain"), "kpi-won-amount", "2026-04", "2026-05")
    assert next(part.value for part in split.parts if part.kind == "price") == 0
    assert split.residual == 0


def test_what_the_formula_does_not_explain_is_shown() -> None:
    tree = tree_from([node("n", "件", formula="a × b"), node("a"), node("b", "%", aggregation="ratio")])
    result = given(tree, {"n": months(10, 30), "a": months(20, 40), "b": months(0.5, 0.5)})
    split = split_change(result, "n", "2026-04", "2026-05")
    assert [part.value for part in split.parts] == [10, 0]
    assert split.residual == 10


def test_a_formula_of_formulas_is_followed_down_to_its_drivers() -> None:
    tree = tree_from([node("a"), node("b"), node("c"), formula("inner", "a + b"), formula("top", "inner × 2 − c")])
    result = given(tree, {"a": months(1, 2), "b": months(5, 9), "c": months(3, 1)})
    split = split_change(result, "top", "2026-04", "2026-05")
    assert {part.node: part.value for part in split.parts} == {"a": 2, "b": 8, "c": 2}


def test_a_rate_is_split_over_the_counts_it_is_made_of() -> None:
    split = split_change(company("plain"), "kpi-win-rate", "2026-05", "2026-11")
    assert {part.node for part in split.parts} == {"kpi-won", "kpi-proposals"}
    assert math.fsum(_parts(split)) == pytest.approx(split.delta)


def _wide(join: str) -> KpiResult:
    leaves = [f"n{i}" for i in range(40)]
    groups = [formula(f"g{i}", " + ".join(leaves[i * 4 : i * 4 + 4]), "") for i in range(10)]
    tree = tree_from([*(node(leaf, "") for leaf in leaves), *groups, formula("top", join.join(f"g{i}" for i in range(10)), "")])
    return given(tree, {leaf: months(1, 2) for leaf in leaves})


def test_a_sum_is_split_over_any_number_of_drivers() -> None:
    split = split_change(_wide(" + "), "top", "2026-04", "2026-05")
    assert (split.delta, len(split.parts)) == (40, 40)
    assert all(part.value == 1 for part in split.parts)


def test_a_product_is_followed_down_only_as_far_as_it_can_be_reckoned() -> None:
    split = split_change(_wide(" × "), "top", "2026-04", "2026-05")
    assert 10 <= len(split.parts) <= 16
    assert math.fsum(_parts(split)) == split.delta == 8**10 - 4**10


def test_a_product_of_too_many_drivers_is_refused() -> None:
    tree = tree_from([*(node(f"n{i}", "") for i in range(30)), formula("n", " × ".join(f"n{i}" for i in range(30)), "")])
    with pytest.raises(InputError) as refused:
        split_change(given(tree, {f"n{i}": months(1, 2) for i in range(30)}), "n", "2026-04", "2026-05")
    assert refused.value.code == "too-many-drivers"


def test_a_driver_that_two_terms_share_is_split_once() -> None:
    tree = tree_from([node("a", ""), node("b", ""), node("c", ""), formula("n", "a × b + a × c − 3 × a", "")])
    split = split_change(given(tree, {"a": months(1, 2), "b": months(5, 9), "c": months(3, 1)}), "n", "2026-04", "2026-05")
    assert [part.node for part in split.parts] == ["a", "b", "c"]
    assert math.fsum(_parts(split)) == split.delta == 9


REFUSED: list[tuple[str, Tree, dict[str, dict[str, float]]]] = [
    ("nothing-to-split", tree_from([node("n")]), {"n": months(1, 2)}),
    ("no-figure", tree_from([node("a"), formula("n", "a × 2")]), {"a": months(1)}),
    ("split-undefined", tree_from([node("a"), node("b"), formula("n", "1 ÷ (a − b)")]), {"a": months(1, 2), "b": months(2, 3)}),
]


@pytest.mark.parametrize(("code", "tree", "values"), REFUSED, ids=[code for code, _, _ in REFUSED])
def test_what_cannot_be_split_is_refused(code: str, tree: Tree, values: dict[str, dict[str, float]]) -> None:
    with pytest.raises(InputError) as refused:
        split_change(given(tree, values), "n", "2026-04", "2026-05")
    assert refused.value.code == code


def test_lmdi_is_refused_for_figures_that_have_no_logarithm() -> None:
    tree = tree_from([node("a"), node("b", "%"), formula("n", "a × b")])
    with pytest.raises(InputError) as refused:
        split_change(given(tree, {"a": months(0, 2), "b": months(1, 1)}), "n", "2026-04", "2026-05", method="lmdi")
    assert refused.value.code == "split-needs-positive"


def test_lmdi_by_quality_closes_term_by_term() -> None:
    split = split_change(company("plain"), "kpi-won-amount", "2026-06", "2026-11", by_quality=True, method="lmdi")
    assert math.fsum(_parts(split)) == pytest.approx(split.delta)


def test_the_logarithmic_mean_lies_between_and_has_its_limit() -> None:
    assert 1 < logarithmic_mean(1, 2) < 1.5
    assert logarithmic_mean(3, 3) == 3


def test_mix_and_rate_give_the_published_split() -> None:
    parts = mix_and_rate([(0.4, 0.3), (0.6, 0.7)], [(0.75, 0.80), (1 / 6, 0.10)])
    assert round(sum(mix for mix, _ in parts), 4) == -0.0642
    assert round(sum(rate for _, rate in parts), 4) == -0.0258


def test_a_rate_of_the_tree_is_split_into_mix_and_rate() -> None:
    tree = tree_from([node("リード"), node("アポ"), formula("アポ率", "アポ ÷ リード", "%", "ratio")])
    leads = {"all": months(100, 130), "quality": months(40, 39), "general": months(60, 91)}
    met = {"all": months(40, 40.3), "quality": months(30, 31.2), "general": months(10, 9.1)}
    split = split_rate(given(tree, {"リード": leads, "アポ": met}), "アポ率", "2026-04", "2026-05")
    assert (round(split.start, 3), round(split.end, 3), round(split.mix, 4), round(split.rate, 4)) == (0.4, 0.31, -0.0642, -0.0258)
    assert split.mix + split.rate == pytest.approx(split.end - split.start)


def test_only_rates_have_a_mix() -> None:
    with pytest.raises(InputError) as refused:
        split_rate(company("plain"), "kpi-quality-rate", "2026-05", "2026-11")
    assert refused.value.code == "nothing-to-split"


def test_a_formula_that_adds_what_has_no_value_cannot_be_split() -> None:
    result = given(tree_from([node("a", ""), formula("f", "a + (0 ÷ 0)", "")]), {"a": {"2026-04": 1, "2026-08": 2}})
    with pytest.raises(InputError) as refused:
        split_change(result, "f", "2026-04", "2026-08")
    assert refused.value.code == "split-undefined"
