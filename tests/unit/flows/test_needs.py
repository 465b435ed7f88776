"""What needs somebody: meetings, actions, drafts that differ, old data."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from fusenapp.editing import reviews as verbs
from fusenapp.editing import terms
from fusenapp.flows import comparing, needs
from tests.unit.export.making import Company

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path, data=False)


def test_a_workspace_that_never_held_a_meeting_is_not_reminded_of_one(company: Company) -> None:
    assert needs.meetings(company.document.snapshot(), TODAY) == []


def test_a_meeting_is_told_while_it_is_held_and_when_the_next_one_is_near(company: Company) -> None:
    id = verbs.begin(company.document, "2026-11-20")
    assert [(m.day, m.id) for m in needs.meetings(company.document.snapshot(), TODAY)] == [("2026-11-20", id)]
    verbs.set_day(company.document, id, next="2026-12-04")
    verbs.close(company.document, id)
    assert needs.meetings(company.document.snapshot(), TODAY) == []
    later = needs.meetings(company.document.snapshot(), dt.date(2026, 12, 1))
    assert [(m.kind, m.day, m.id) for m in later] == [("weekly", "2026-12-04", "")]


def test_actions_are_told_when_overdue_or_near_and_without_a_day_the_most_urgent_first(company: Company) -> None:
    for title, due in (("遠い", "2026-12-24"), ("近い", "2026-11-25"), ("過ぎた", "2026-11-01"), ("いつか", "")):
        verbs.add_action(company.document, title, due=due)
    assert [a.title for a in needs.actions(company.document.snapshot(), TODAY)] == ["過ぎた", "近い", "いつか"]


def test_an_action_without_a_department_is_that_of_its_kpis_department(company: Company) -> None:
    snapshot = company.document.snapshot()
    kpi = next(r for r in snapshot.all("kpis") if r.get("department") == "field-sales")
    verbs.add_action(company.document, "x", kpi=kpi["id"])
    action = needs.actions(company.document.snapshot(), TODAY)[0]
    assert needs.answers_for(company.document.snapshot(), action) == ("field-sales",)


def test_drafts_that_differ_are_told_until_they_are_settled(company: Company) -> None:
    term = company.document.snapshot().all("terms")[0]["id"]
    for other in company.document.snapshot().all("terms"):
        for department in ("marketing", "inside-sales", "field-sales"):
            terms.write_wording(company.document, other["id"], department, "")
    assert needs.differing(company.document.snapshot()) == []
    terms.write_wording(company.document, term, "marketing", "名刺を得た人")
    assert needs.differing(company.document.snapshot()) == []  # one alone quarrels with nobody
    terms.write_wording(company.document, term, "field-sales", "会う約束をした人")
    found = needs.differing(company.document.snapshot())
    assert [(d.item, d.places, d.departments) for d in found] == [(("terms", term), 1, ("marketing", "field-sales"))]
    left, right = comparing.sides(company.document.snapshot(), "marketing", "field-sales")
    point = next(p for p in comparing.compare(company.document.snapshot(), left, right) if p.open)
    comparing.take(company.document, point, "left", left, right)
    assert needs.differing(company.document.snapshot()) == []


@pytest.mark.parametrize(("purpose", "as_of", "old"), [
    ("kpi", "2026-10", False), ("kpi", "2026-09", True), ("leads", "2026-11-01", False), ("leads", "2026-10-15", True),
    ("leads", "2026-10", False), ("leads", "2026-09", True), ("leads", "いつか", False), ("contents", "2020-01", False)])
def test_data_is_old_once_a_whole_month_is_missing(company: Company, purpose: str, as_of: str, old: bool) -> None:
    with company.document.edit("") as edit:
        id = edit.create("datasets", {"purpose": purpose, "name": "表", "as_of": as_of})
    found = needs.old_data(company.document.snapshot(), TODAY)
    assert [o.id for o in found] == ([id] if old else [])
