"""Findings as people read them: sentences with units, months by name, words or the true minus sign for what went down."""

from __future__ import annotations

import re

import pytest

from fusenapp import i18n
from fusenapp.flows import finding_words, review_words
from fusenapp.flows.reviews import KeptNode
from fusenapp.i18n import LANGUAGES
from fusenapp.kpi import diagnose
from fusenapp.messages import SENTENCES
from tests.unit.kpi.making import company

SPANS = {"period_before": "2026-03:2026-05", "period_now": "2026-06:2026-08"}
FOUND = {
    "volume-over-quality": {"name": "リード数", "unit": "件", **SPANS, "before": 1894, "now": 2224, "change": 0.1742, "rate_before": 0.0966,
                            "rate_now": 0.0917},
    "mix-hides-rate": {"name": "アポ率", "unit": "%", **SPANS, "rate_before": 0.4, "rate_now": 0.31, "mix": -0.0642, "rate": 0.0},
    "quality-not-closed": {"name": "受注数", "unit": "件", **SPANS, "stage": "提案数", "reached": 1.111, "closed": 0.25},
    "next-stage-drops": {"name": "MQL数", "unit": "件", "next": "SAL数", "next_unit": "件", **SPANS, "change": 0.3, "next_change": -0.0714,
                         "before": 100, "now": 130, "next_before": 70, "next_now": 65},
    "outside-limits": {"name": "成約金額", "unit": "円", "last": 18_200_000, "mean": 41_000_000.0, "low": 30_100_000.0, "high": 52_000_000.0,
                       "points": 9, "side": -1, "period_now": "2026-11"},
    "long-run": {"name": "アポ率", "unit": "%", "last": 0.31, "mean": 0.3, "low": 0.2, "high": 0.4, "points": 12, "side": 1,
                 "period_now": "2026-11"},
    "above-capacity": {"name": "MQL数", "unit": "件", "count": 2, "months": ["2026-12", "2027-01"], "month": "2027-01", "due": 148, "room": 100,
                       "over": 48, "people": ["三浦 亮", "戸田 美咲"]},
    "was-above-capacity": {"name": "MQL数", "unit": "件", "count": 1, "months": ["2026-11"], "month": "2026-11", "due": 148, "room": 100,
                           "over": 48, "people": []},
    "no-owner": {"name": "訪問者数", "count": 3},
}
JAPANESE = {
    "volume-over-quality": "リード数は2026年3月〜5月の1,894件から2026年6月〜8月の2,224件へ17.4%増えましたが、そのうち質リードの割合は9.7%から9.2%に下がりました。",
    "mix-hides-rate": "アポ率は2026年3月〜5月の40.0%から2026年6月〜8月の31.0%に下がりましたが、原因はリードの構成の変化です（−6.4ポイント）。"
                      "質リードと一般リードを別々に見ると、悪化していません（±0.0ポイント）。",
    "quality-not-closed": "2026年6月〜8月の質リードは、提案数では目標を達成していますが（達成率111.1%）、受注数は未達です（達成率25.0%）。",
    "next-stage-drops": "MQL数は30.0%増えましたが（100件→130件）、次の段階のSAL数は7.1%減りました（70件→65件）。2026年3月〜5月と2026年6月〜8月の比較です。",
    "outside-limits": "2026年11月の成約金額は18.2百万円で、通常の範囲（9か月の実績から30.1百万円〜52.0百万円）を下回っています。",
    "long-run": "アポ率は8か月続けて平均を上回っています（2026年11月は31.0%）。",
    "above-capacity": "2027年1月のMQL数は約148件の見込みで、営業が対応できる100件を48件上回ります。超過する月は2026年12月、2027年1月です。"
                      "対応するのは三浦 亮、戸田 美咲です。",
    "was-above-capacity": "2026年11月のMQL数は148件で、営業が対応できる100件を48件上回りました。超過した月は2026年11月です。",
    "no-owner": "目標があるのに担当者が決まっていないKPIが3件あります（訪問者数ほか）。",
}
ENGLISH = {
    "volume-over-quality": "リード数 rose by 17.4% (1,894 in Mar–May 2026, 2,224 in Jun–Aug 2026), but the share of quality leads among them fell "
                           "from 9.7% to 9.2%.",
    "mix-hides-rate": "アポ率 fell from 40.0% (Mar–May 2026) to 31.0% (Jun–Aug 2026) because the mix of leads changed (−6.4 points). Taken apart, "
                      "quality and general leads did not get worse (±0.0 points).",
    "quality-not-closed": "In Jun–Aug 2026 quality leads reached the target for 提案数 (111.1% of it) but not for 受注数 (25.0% of it).",
    "next-stage-drops": "MQL数 rose by 30.0% (100 → 130), while the next stage, SAL数, fell by 7.1% (70 → 65). Jun–Aug 2026 against Mar–May 2026.",
    "outside-limits": "成約金額 was 18.2 M yen in Nov 2026, below its usual range of 30.1 M yen to 52.0 M yen (9 months).",
    "long-run": "アポ率 has been above its mean for eight months in a row; it was 31.0% in Nov 2026.",
    "above-capacity": "MQL数 will be about 148 in Jan 2027, 48 more than the 100 that sales can take up. Above capacity: Dec 2026, Jan 2027. "
                      "Who takes them up: 三浦 亮, 戸田 美咲.",
    "was-above-capacity": "MQL数 was 148 in Nov 2026, 48 more than the 100 that sales could take up. Above capacity: Nov 2026.",
    "no-owner": "3 KPIs have a target but no owner, 訪問者数 among them.",
}


@pytest.fixture(autouse=True)
def _japanese_again():
    i18n.set_language("ja")
    yield
    i18n.set_language("ja")


@pytest.mark.parametrize("code", FOUND)
def test_a_finding_reads_like_this(code: str) -> None:
    assert finding_words.said(code, FOUND[code]) == JAPANESE[code]
    i18n.set_language("en")
    assert finding_words.said(code, FOUND[code]) == ENGLISH[code]


@pytest.mark.parametrize("code", FOUND)
def test_every_finding_has_a_headline_of_its_own_in_both_languages(code: str) -> None:
    other = finding_words.headline("no such finding")
    japanese = finding_words.headline(code)
    i18n.set_language("en")
    assert finding_words.headline(code) not in (japanese, other)
    assert japanese != other


def test_one_kpi_without_an_owner_is_named_alone() -> None:
    assert finding_words.said("no-owner", {"name": "訪問者数", "count": 1}) == "訪問者数には目標がありますが、担当者が決まっていません。"


def test_many_months_above_capacity_are_a_span_with_their_number() -> None:
    months = [f"2026-{month:02}" for month in (7, 8, 9, 11, 12)]
    assert "2026年7月〜12月のうち5か月" in finding_words.said("above-capacity", {**FOUND["above-capacity"], "months": months})


def test_what_a_meeting_kept_before_the_side_was_told_still_has_its_sentence() -> None:
    kept = {name: value for name, value in FOUND["outside-limits"].items() if name != "side"}
    assert finding_words.said("outside-limits", kept) == JAPANESE["outside-limits"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_the_sample_company_says_is_complete(language: str) -> None:
    i18n.set_language(language)
    found = diagnose(company("plain"))
    assert found
    for each in found:
        told = finding_words.said(each.code, each.figures)
        assert str(each.figures["name"]) in told
        assert not re.search(r"[{}]|(?<!\d)-\d|None|20\d\d-\d\d", told), told  # nothing left to fill in, no hyphen for a minus, no raw month


def test_every_variant_has_its_sentence() -> None:
    for code in ("outside-limits-low", "outside-limits-high", "long-run-low", "long-run-high", "no-owner-one"):
        assert code in SENTENCES


@pytest.mark.parametrize(("period", "japanese", "english"), [
    ("2026-04", "2026年4月", "Apr 2026"), ("2026-04:2026-04", "2026年4月", "Apr 2026"), ("2026-04:2026-11", "2026年4月〜11月", "Apr–Nov 2026"),
    ("2025-12:2026-02", "2025年12月〜2026年2月", "Dec 2025 – Feb 2026")])
def test_spans_of_months(period: str, japanese: str, english: str) -> None:
    assert review_words.span_words(period) == japanese
    i18n.set_language("en")
    assert review_words.span_words(period) == english


@pytest.mark.parametrize(("value", "unit", "japanese", "english"), [
    (1464, "件", "1,464件", "1,464"), (19, "営業日", "19営業日", "19 business days"), (-0.071, "%", "−7.1%", "−7.1%"),
    (-2_500_000, "円", "−250.0万円", "−2.50 M yen"), (41_300_000, "円", "41.3百万円", "41.3 M yen"), (None, "件", "—", "—")])
def test_amounts_stand_with_their_unit_and_the_true_minus(value: float | None, unit: str, japanese: str, english: str) -> None:
    assert review_words.amount(value, unit) == japanese
    i18n.set_language("en")
    assert review_words.amount(value, unit) == english


def test_a_target_where_less_is_better_is_a_limit() -> None:
    assert review_words.target_words(KeptNode("a", "直帰率", "%", direction="down", actual=0.5, target=0.4)) == "40.0%以下"
    assert review_words.target_words(KeptNode("a", "訪問者数", "件", actual=5, target=4)) == "4件"
    assert review_words.target_words(KeptNode("a", "直帰率", "%", direction="down", actual=0.5)) == "—"
    i18n.set_language("en")
    assert review_words.target_words(KeptNode("a", "直帰率", "%", direction="down", actual=0.5, target=0.4)) == "at most 40.0%"


@pytest.mark.parametrize(("value", "told"), [(0.04, "±0.0"), (-0.04, "±0.0"), (6.42, "+6.4"), (-6.42, "−6.4"), (0.0, "±0.0")])
def test_changes_have_their_sign(value: float, told: str) -> None:
    assert review_words.signed(value) == told
