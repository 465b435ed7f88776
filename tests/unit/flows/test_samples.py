"""The sample company tells the story to its end: a round of blind labelling that shows where the departments part."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from fusenapp.document import Author
from fusenapp.domain import labelling as rules
from fusenapp.domain import reviews
from fusenapp.domain.capacity import capacity_of
from fusenapp.domain.labelling import Labelling
from fusenapp.domain.snapshot import Snapshot
from fusenapp.flows import labelling
from fusenapp.flows.reviews import from_json
from fusenapp.workspace import Workspace


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    copy = shutil.copy(sample_file, tmp_path_factory.mktemp("sample"))
    with Workspace.open(copy, Author("佐伯 遥", "marketing")) as workspace:
        return workspace.document.snapshot()


@pytest.fixture
def found(sample: Snapshot) -> Labelling:
    one, = rules.labellings(sample)
    return one


def test_the_round_is_answered_by_both_departments_and_open_to_look_at(sample: Snapshot, found: Labelling) -> None:
    sheets = rules.visible_sheets(sample, found, "marketing", "佐伯 遥")
    assert found.closed is not None
    assert found.closed[:2] == ("三浦 亮", "inside-sales")
    assert {s.department: s.person for s in sheets} == {"marketing": "佐伯 遥", "field-sales": "戸田 健"}
    assert rules.finished(found, sheets)


def test_nothing_that_came_after_the_hand_over_was_shown(found: Labelling) -> None:
    shown = {fact.name for fact in found.facts if fact.shown}
    assert {"業種", "従業員数", "比較社数"} <= shown
    assert not shown & {"営業の受領", "却下理由", "アポ日", "受注額（円）", "担当営業"}


def test_the_departments_agree_little_and_say_why(sample: Snapshot, found: Labelling) -> None:
    result = labelling.result(sample, found, rules.visible_sheets(sample, found, "marketing", "佐伯 遥"))
    between, = result.between
    kappa = between.pair.kappa.value
    assert kappa is not None
    assert 0 < kappa < 0.4
    disputed = [result.said["field-sales"][key] for key in between.disputed]
    assert len(disputed) >= 5
    assert all(said.comments and said.because == ("従業員数", "比較社数") for said in disputed)


def test_a_weekly_meeting_was_held_a_week_ago_and_left_something_to_do(sample: Snapshot) -> None:
    held, = reviews.reviews(sample)
    assert held.closed is not None
    assert held.next == dt.date.today().isoformat()
    kept = reviews.kept(sample, held.id)
    assert kept is not None
    assert "kpi-quality-rate" in {node.id for node in from_json(kept.content).off}
    assert [a.state(dt.date.today()) for a in reviews.in_turn(reviews.actions(sample), dt.date.today())] == ["overdue", "open", "open", "done"]
    assert [a.done for a in reviews.decided(sample, held)] == [False] * 4  # as it was when the minutes were closed


def test_sales_has_somebody_new_and_somebody_on_leave_and_begins_the_year_late(sample: Snapshot) -> None:
    found = capacity_of(sample)
    assert found is not None
    assert [rep.name for rep in found.reps if rep.ramp_up] == ["田所（IS・新任）"]
    assert [rep.name for rep in found.reps if rep.days_away("2027-01", found.closures) == found.days("2027-01")] == ["河合（IS）"]
    assert [found.days(month) for month in ("2026-12", "2027-01")] == [20, 16]
    assert found.hours("2027-01") == pytest.approx(154)  # (1.5 + 2.5 + 0 + 0.6 × 2.5 + 0.85 × 2.5 + 4 × 0.5) h × 16 days
