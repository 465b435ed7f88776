"""Figures with their unit for people, the same wherever they stand."""

from __future__ import annotations

import pytest

from fusenapp.domain import unit


@pytest.mark.parametrize(("amount", "of", "japanese", "english"), [
    (0.0966, "%", "9.7 %", "9.7 %"), (140_100_000, "円", "1.40 億円", "140.1 M yen"), (40_100_000, "円", "40.1 百万円", "40.1 M yen"),
    (2_068_000, "円", "206.8 万円", "2.07 M yen"), (120_000, "円", "12.0 万円", "120,000 yen"), (980, "円", "980 円", "980 yen"),
    (1464, "件", "1,464 件", "1,464 "), (1464.4, "件", "1,464 件", "1,464 "), (19.5, "営業日", "19.5 営業日", "19.5 business days"),
    (-0.071, "%", "−7.1 %", "−7.1 %"), (-3, "件", "−3 件", "−3 "), (7, "PV", "7 PV", "7 PV")])
def test_figures_are_scaled_for_people(amount: float, of: str, japanese: str, english: str) -> None:
    assert " ".join(unit.scaled(amount, of, "ja")) == japanese
    assert " ".join(unit.scaled(amount, of, "en")) == english


@pytest.mark.parametrize(("amount", "of", "japanese", "english"), [
    (41_300_000, "円", "41.3百万円", "41.3 M yen"), (0.3, "%", "30.0%", "30.0%"), (1464, "件", "1,464件", "1,464"), (20, "営業日", "20営業日", "20 business days")])
def test_as_one_writes_it_the_unit_stands_behind(amount: float, of: str, japanese: str, english: str) -> None:
    assert (unit.spoken(amount, of, "ja"), unit.spoken(amount, of, "en")) == (japanese, english)
