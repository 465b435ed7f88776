"""What stands out in the figures."""

from __future__ import annotations

import pytest

from fusenapp.domain.kpi import tree_from
from fusenapp.kpi import Diagnosis, KpiResult, diagnose
from fusenapp.kpi.diagnose import two_proportions, windows
from tests.unit.kpi.making import company, formula, given, months, node

TREE = tree_from([
    node("leads", stage="lead", department="marketing", owner="佐倉"),
    node("met", stage="appointment", department="inside-sales", owner="三浦"),
    node("won", stage="won", department="field-sales", owner="戸田"),
    formula("quality", "leads@質 ÷ leads", "%", "ratio", owner="佐倉"),
    formula("rate", "met ÷ leads", "%", "ratio", owner="三浦"),
])


def _found(code: str, result: KpiResult) -> list[Diagnosis]:
    return [each for each in diagnose(result) if each.code == code]


def _leads(whole: tuple[float, float], quality: tuple[float, float]) -> dict[str, dict[str, float]]:
    general = [w - q for w, q in zip(whole, quality, strict=True)]
    return {"all": months(*whole), "quality": months(*quality), "general": months(*general)}


def test_more_leads_with_a_smaller_share_of_quality_leads_is_chasing_volume() -> None:
    (found,) = _found("volume-over-quality", given(TREE, {"leads": _leads((1000, 1300), (400, 390))}))
    assert (found.severity, found.nodes) == ("warning", ("leads", "quality"))
    assert found.figures == {"name": "leads", "period_before": "2026-04:2026-04", "period_now": "2026-05:2026-05", "before": 1000, "now": 1300,
                             "unit": "件", "change": pytest.approx(0.3), "rate_before": 0.4, "rate_now": 0.3}


def test_a_fall_that_may_be_chance_is_only_a_notice() -> None:
    assert [d.severity for d in _found("volume-over-quality", given(TREE, {"leads": _leads((20, 22), (4, 4))}))] == ["notice"]


@pytest.mark.parametrize(("whole", "quality"), [((1000, 1300), (400, 520)), ((1000, 900), (400, 300))])
def test_growth_that_keeps_its_quality_and_shrinking_are_not(whole: tuple[float, float], quality: tuple[float, float]) -> None:
    assert _found("volume-over-quality", given(TREE, {"leads": _leads(whole, quality)})) == []


def test_a_rate_that_fell_by_the_mix_alone_is_told_as_such() -> None:
    result = given(TREE, {"leads": _leads((1000, 1300), (400, 260)), "met": _leads((400, 370), (300, 200))})
    (found,) = _found("mix-hides-rate", result)
    assert found.nodes == ("rate",)
    assert found.figures["rate_now"] < found.figures["rate_before"]
    assert found.figures["rate"] >= 0 > found.figures["mix"]


def test_quality_leads_that_sales_does_not_close() -> None:
    quality = {"met": (10, 10), "won": (4, 1)}
    targets = {("met", "target"): {"quality": months(9, 9)}, ("won", "target"): {"quality": months(4, 4)}}
    result = given(TREE, {**{n: {"all": months(*v), "quality": months(*v)} for n, v in quality.items()}, **targets})
    (found,) = _found("quality-not-closed", result)
    assert (found.severity, found.nodes, found.figures["closed"], found.figures["stage"]) == ("warning", ("won", "met"), 0.25, "met")


def test_one_department_jumps_while_the_next_one_drops() -> None:
    (found,) = _found("next-stage-drops", given(TREE, {"leads": months(100, 150), "met": months(50, 40)}))
    assert found.nodes == ("leads", "met")
    assert (found.figures["change"], found.figures["next_change"]) == (0.5, pytest.approx(-0.2))


def test_kpis_with_a_target_and_nobody_to_answer_for_it() -> None:
    tree = tree_from([node("owned", owner="佐倉"), node("free"), node("idle")])
    targets = {(id, "target"): months(1) for id in ("owned", "free")}
    (found,) = _found("no-owner", given(tree, {"idle": months(1), **targets}))
    assert (found.nodes, found.figures) == (("free",), {"count": 1, "name": "free"})


def test_the_sample_company_chases_volume() -> None:
    """Its story: more leads every month, a falling share of quality leads."""
    (found,) = _found("volume-over-quality", company("plain"))
    assert found.figures["now"] > found.figures["before"]
    assert found.figures["rate_now"] == (66 + 62 + 76) / (714 + 729 + 781)
    assert found.figures["rate_before"] == (59 + 58 + 66) / (577 + 617 + 700)


def test_one_month_is_not_compared_with_anything() -> None:
    assert windows(given(TREE, {"leads": months(5)})) is None
    assert diagnose(given(TREE, {"leads": months(5)})) == []


def test_the_windows_end_at_the_as_of_month_and_have_equal_lengths() -> None:
    found = windows(given(TREE, {"leads": months(*range(1, 8))}, as_of="2026-09"))
    assert (found.before, found.now) == ("2026-04:2026-06", "2026-07:2026-09") if found else False


def test_two_shares_that_differ_by_much_are_told_from_chance() -> None:
    assert two_proportions((40, 30), (100, 100)) == pytest.approx(-1.482, abs=1e-3)
    assert two_proportions((0, 0), (100, 0)) == 0
