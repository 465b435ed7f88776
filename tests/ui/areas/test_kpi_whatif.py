"""試算: sliders, scenarios side by side, goals sought."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from fusenapp.domain.kpi_scenario import scenarios
from fusenapp.ui.kpi.area import KpiArea

LEADS, MIX, PRICE = ("kpi-leads", "all"), ("kpi-leads", "mix"), ("kpi-average-price", "all")


@pytest.fixture
def view(area, qtbot):
    """The view, with its sliders."""
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: bool(shown._nodes), timeout=20_000)
    qtbot.mouseClick(shown.view.segment("whatif"), Qt.MouseButton.LeftButton)
    found = shown.whatif
    assert found is not None
    qtbot.waitUntil(lambda: bool(found.levers.rows), timeout=20_000)
    return found


def _figure(text: str) -> float:
    return float(text.split("\n")[0].replace(",", ""))


def test_the_drivers_of_the_amount_won_have_sliders(view) -> None:
    assert list(view.levers.rows)[:2] == [LEADS, MIX]
    assert view.levers.rows[MIX].shown.name == "質リード率"
    assert PRICE in view.levers.rows


def test_the_first_figure_typed_makes_a_scenario_that_can_be_taken_back(view, context) -> None:
    view.levers.rows[MIX].spin.setValue(20.0)
    (scenario,) = scenarios(context.snapshot())
    assert scenario.changes == {MIX: (0.2, True)}
    assert _figure(view.table.texts["kpi-won-amount", scenario.id]) > _figure(view.table.texts["kpi-won-amount", "base"])
    assert view.table.texts["kpi-leads", scenario.id] == view.table.texts["kpi-leads", "base"]
    context.document.undo()
    assert scenarios(context.snapshot())[0].changes == {}


def test_figures_follow_a_slider_while_it_is_dragged_and_are_kept_when_it_is_let_go(view, context) -> None:
    row = view.levers.rows[LEADS]
    view.add()
    row = view.levers.rows[LEADS]
    row.slider.setSliderDown(True)
    row.slider.setValue(400)
    (scenario,) = scenarios(context.snapshot())
    assert scenario.changes == {}
    assert "+" in view.table.texts["kpi-leads", scenario.id]
    row.slider.setSliderDown(False)
    assert scenarios(context.snapshot())[0].changes[LEADS][0] > 1


def test_scenarios_stand_side_by_side(view, context) -> None:
    first = view.add()
    view.levers.rows[LEADS].spin.setValue(1000)
    second = view.add(like=True)
    view.levers.rows[PRICE].spin.setValue(5_000_000)
    texts = view.table.texts
    assert _figure(texts["kpi-won-amount", second]) > _figure(texts["kpi-won-amount", first]) > _figure(texts["kpi-won-amount", "base"])
    assert texts["kpi-leads", first] == texts["kpi-leads", second]


def test_a_goal_is_reached_by_all_free_drivers(view, context) -> None:
    view.add()
    view.levers.rows[PRICE].lock.setChecked(True)
    goal = view.side.goal
    goal.figure.setValue(350)
    goal.seek.click()
    scenario = scenarios(context.snapshot())[0]
    assert view.table.texts["kpi-won-amount", scenario.id].startswith("350.0")
    assert PRICE not in scenario.changes
    assert len(scenario.changes) == len(view.levers.rows) - 1
    assert "届きます" in goal.told.text()


def test_a_goal_beyond_what_one_rate_has_been_is_warned_of(view, context) -> None:
    view.add()
    goal = view.side.goal
    goal.by.setCurrentIndex(goal.by.findText("質リード率だけで"))
    goal.figure.setValue(400)
    goal.seek.click()
    assert "質リード率" in goal.told.text()
    assert "最高" in goal.told.text()


def test_the_driver_on_which_most_hangs_stands_first(view) -> None:
    bars = view.side.tornado._bars
    assert [abs(b.high - b.low) for b in bars] == sorted((abs(b.high - b.low) for b in bars), reverse=True)
    assert len(bars) == len(view.levers.rows)


def test_a_deleted_scenario_comes_back_with_undo(view, context) -> None:
    view.add()
    view._remove()
    assert scenarios(context.snapshot()) == []
    context.document.undo()
    context.bridge.flush()
    assert len(scenarios(context.snapshot())) == 1
