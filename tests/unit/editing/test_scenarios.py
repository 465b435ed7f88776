"""Scenarios: drivers changed from a month on, kept beside the figures."""

from __future__ import annotations

import math

import pytest

from fusenapp.document import Author, Document
from fusenapp.domain.kpi_scenario import Scenario, read, scenarios, written
from fusenapp.editing import scenarios as editing
from fusenapp.errors import InputError

LEADS, MIX = ("kpi-leads", "all"), ("kpi-leads", "mix")


@pytest.fixture
def document() -> Document:
    return Document(Author("佐伯 遥", "marketing"))


def _only(document: Document) -> Scenario:
    (found,) = scenarios(document.snapshot())
    return found


def test_a_scenario_is_kept_with_its_month_and_its_drivers(document: Document) -> None:
    id = editing.add_scenario(document, "質を戻す", "2026-12")
    editing.set_changes(document, id, {LEADS: (1.2, False), MIX: (0.4, True)})
    assert _only(document) == Scenario(id, "質を戻す", "2026-12", {LEADS: (1.2, False), MIX: (0.4, True)})


def test_a_driver_goes_back_to_what_is(document: Document) -> None:
    id = editing.add_scenario(document, "A")
    editing.set_changes(document, id, {LEADS: (1.2, False)})
    editing.set_changes(document, id, {LEADS: None})
    assert _only(document).changes == {}
    document.undo()
    assert _only(document).changes == {LEADS: (1.2, False)}


def test_dragging_is_one_step(document: Document) -> None:
    id = editing.add_scenario(document, "A")
    for factor in (1.1, 1.2, 1.3):
        editing.set_changes(document, id, {LEADS: (factor, False)}, gesture="drag-1")
    document.undo()
    assert _only(document).changes == {}


def test_a_scenario_like_another_one_goes_its_own_way(document: Document) -> None:
    first = editing.add_scenario(document, "A", "2026-12")
    editing.set_changes(document, first, {LEADS: (1.2, False)})
    editing.set_weight(document, first, MIX, 3)
    second = editing.add_scenario(document, "B", like=first)
    editing.set_changes(document, second, {LEADS: (1.5, False)})
    one, other = scenarios(document.snapshot())
    assert (one.changes, other.changes) == ({LEADS: (1.2, False)}, {LEADS: (1.5, False)})
    assert (other.name, other.start, other.weights) == ("B", "2026-12", {MIX: 3})


def test_a_goal_replaces_the_drivers_in_one_step(document: Document) -> None:
    id = editing.add_scenario(document, "A")
    editing.set_changes(document, id, {LEADS: (1.2, False)})
    goal = {"node": "kpi-won", "period": "2026", "value": 100}
    editing.replace_changes(document, id, {MIX: (1.3, False)}, goal)
    assert (_only(document).changes, _only(document).goal) == ({MIX: (1.3, False)}, goal)
    document.undo()
    assert (_only(document).changes, _only(document).goal) == ({LEADS: (1.2, False)}, None)


def test_locks_and_weights_belong_to_a_scenario(document: Document) -> None:
    id = editing.add_scenario(document, "A")
    editing.set_locked(document, id, [LEADS, MIX], True)
    editing.set_locked(document, id, [LEADS], False)
    editing.set_weight(document, id, LEADS, 2.5)
    assert (_only(document).locked, _only(document).weights) == (frozenset({MIX}), {LEADS: 2.5})


@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf])
def test_a_driver_is_no_less_than_nothing(document: Document, value: float) -> None:
    id = editing.add_scenario(document, "A")
    with pytest.raises(InputError, match="bad-value"):
        editing.set_changes(document, id, {LEADS: (value, False)})


def test_a_month_is_a_month_and_a_weight_above_nothing(document: Document) -> None:
    id = editing.add_scenario(document, "A")
    with pytest.raises(InputError, match="bad-period"):
        editing.set_start(document, id, "April")
    with pytest.raises(InputError, match="bad-value"):
        editing.set_weight(document, id, LEADS, 0)
    editing.set_start(document, id, "2026-12")
    editing.rename(document, id, "B")
    assert (_only(document).start, _only(document).name) == ("2026-12", "B")
    editing.delete_scenario(document, id)
    assert scenarios(document.snapshot()) == []


def test_keys_of_drivers_can_be_read_back() -> None:
    assert [read(written(key)) for key in (LEADS, MIX)] == [LEADS, MIX]
