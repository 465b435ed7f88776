"""The inspector says what a running period comes to by its business days; a month or what is over says nothing of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from fusenapp.flows.reckoning import business_days
from fusenapp.kpi.pace import pace
from fusenapp.ui.kpi.area import KpiArea


@pytest.fixture
def kpi(area, qtbot) -> KpiArea:
    """The area with the sample company's figures."""
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: shown._reckoned_now is not None, timeout=20_000)
    return shown


def test_a_running_year_has_its_pace_and_a_month_has_none(kpi, context, qtbot) -> None:
    kpi.go_to("kpi-leads")
    assert kpi._inspector is not None
    section = kpi._inspector.pace
    assert section.isHidden()
    qtbot.mouseClick(kpi.choices.length.segment("year"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not section.isHidden(), timeout=10_000)
    found = pace(kpi._reckoned_now.result, "kpi-leads", "2026", business_days(context.snapshot()))
    assert found is not None
    assert found.actual == 5000, "all leads so far"
    assert found.days < found.of
    assert f"{round(found.landing):,}件" in section.landing.text()
    assert f"営業日{found.of}日のうち{found.days}日で5,000件" in section.told.text()
    assert section.state.isHidden(), "not every month of the year has a target"
    kpi.go_to("kpi-win-rate")
    qtbot.waitUntil(lambda: kpi._inspector.pace.isHidden(), timeout=10_000)
    kpi.go_to("kpi-leads")
    qtbot.waitUntil(lambda: not kpi._inspector.pace.isHidden(), timeout=10_000)
    kpi.choices.choose_month("2026-11")
    assert kpi._inspector.pace.isHidden()
