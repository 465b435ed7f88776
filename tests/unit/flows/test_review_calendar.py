"""The days of a workspace: meetings, actions and agreements, each with an identity that stays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from fusenapp import i18n
from fusenapp.editing import reviews as verbs
from fusenapp.flows import review_calendar
from tests.unit.export.making import Company

TARGET = ("definitions", "target")


@pytest.fixture
def company(tmp_path: Path) -> Company:
    i18n.set_language("ja")
    made = Company(tmp_path, data=False)
    id = verbs.begin(made.document, "2026-11-20")
    verbs.add_action(made.document, "資料を直す", review=id, owner="三浦", department="inside-sales", due="2026-11-27")
    verbs.add_action(made.document, "架電する", review=id, owner="戸田", department="field-sales", due="2026-11-25")
    verbs.add_action(made.document, "いつか考える", review=id, owner="戸田")
    made.agree(TARGET)
    return made


def told(company: Company, **only: str) -> list[tuple[str, str]]:
    return [(event.day.isoformat(), event.title) for event in review_calendar.events(company.document.snapshot(), **only)]


def test_meetings_actions_with_a_day_and_agreements_are_in_it(company: Company) -> None:
    found = told(company)
    assert found[:4] == [("2026-11-20", "週次KPI会議"), ("2026-11-25", "期日：架電する"), ("2026-11-27", "期日：資料を直す"), ("2026-11-27", "週次KPI会議")]
    assert found[4][1] == "見直し：ターゲットの定義"
    assert dt.date.fromisoformat(found[4][0]) > dt.date.today() + dt.timedelta(days=360)


def test_what_is_done_is_no_longer_in_it(company: Company) -> None:
    action = next(r["id"] for r in company.document.snapshot().all("actions") if r["title"] == "架電する")
    verbs.set_state(company.document, action, "done")
    assert ("2026-11-25", "期日：架電する") not in told(company)


def test_it_can_be_that_of_one_department_or_person(company: Company) -> None:
    assert [t for _, t in told(company, department="field-sales") if t.startswith("期日")] == ["期日：架電する"]
    assert [t for _, t in told(company, owner="三浦") if t.startswith("期日")] == ["期日：資料を直す"]


def test_the_same_thing_keeps_its_identity_when_its_day_moves(company: Company) -> None:
    def identities() -> dict[str, str]:
        return {event.uid: event.day.isoformat() for event in review_calendar.events(company.document.snapshot(), workspace="w1")}

    before = identities()
    action = next(r["id"] for r in company.document.snapshot().all("actions") if r["title"] == "架電する")
    verbs.set_action(company.document, action, due="2026-12-04")
    after = identities()
    assert before.keys() == after.keys()
    assert len(before) == 5
    assert [uid for uid in before if before[uid] != after[uid]] == [f"action-{action}@w1.fusen"]
