"""``review``: meetings on the command line, from the first to the next one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from tests.e2e.command import done, fusen, refused

SHEET = """部門,KPI,区分,目標/実績,2026-04,2026-05,2026-06
マーケティング,訪問者数,合計,目標,1000,1000,1000
マーケティング,訪問者数,合計,実績,1100,900,800
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.fusen"
    done("new", path)
    (tmp_path / "kpi.csv").write_text(SHEET, encoding="utf-8")
    done("import", path, tmp_path / "kpi.csv", "--as", "kpi", "--name", "KPI表")
    return path


def test_a_meeting_from_start_to_minutes_and_the_next_one_begins_with_its_actions(plan: Path, tmp_path: Path) -> None:
    last_week = (dt.date.today() - dt.timedelta(days=7)).isoformat()
    overdue = (dt.date.today() - dt.timedelta(days=1)).isoformat()
    begun = done("review", plan, "--begin", last_week)
    assert begun["as_of"] == "2026-06"
    assert [(k["name"], k["actual"], k["target"], k["since"], k["months"]) for k in begun["off"]] == [("訪問者数", 800, 1000, "2026-05", 2)]
    added = done("review", plan, "last", "--add", "広告を見直す", "--owner", "佐伯", "--department", "marketing", "--due", overdue, "--kpi", "訪問者数")
    assert [(a["title"], a["status"], a["kpi"]) for a in added["actions"]] == [("広告を見直す", "overdue", "訪問者数")]
    closed = done("review", plan, last_week, "--close", "--minutes", tmp_path / "minutes.xlsx")
    assert closed["closed"] is True
    assert openpyxl.load_workbook(tmp_path / "minutes.xlsx").sheetnames[0] in ("議事録", "Minutes")
    after = done("review", plan, "--begin")
    assert [(a["title"], a["status"]) for a in after["carried"]] == [("広告を見直す", "overdue")]
    assert done("review", plan, "last", "--done", "広告を見直す")["carried"][0]["status"] == "done"


def test_the_list_says_what_is_overdue(plan: Path) -> None:
    done("review", plan, "--add", "遅れた宿題", "--due", "2020-01-01")
    told = fusen("review", plan)
    assert told.status == 1
    assert [a["title"] for a in told.json["actions"]] == ["遅れた宿題"]
    assert [p["code"] for p in told.json["problems"]] == ["overdue"]
    done("review", plan, "--done", "遅れた宿題", "--begin", "2026-11-20")
    assert done("review", plan)["actions"] == []


def test_the_days_go_into_a_calendar(plan: Path, tmp_path: Path) -> None:
    done("review", plan, "--begin", "2026-11-20")
    done("review", plan, "last", "--add", "宿題", "--due", "2026-11-25")
    told = done("review", plan, "last", "--calendar", tmp_path / "days.ics")
    text = (tmp_path / "days.ics").read_text(encoding="utf-8")
    assert told["events"] == text.count("BEGIN:VEVENT") == 3
    assert "DTSTART;VALUE=DATE:20261125" in text


def test_what_is_not_there_is_refused_and_nothing_is_changed(plan: Path, tmp_path: Path) -> None:
    before = plan.read_bytes()
    assert refused("review", plan, "2026-01-01")["code"] == "unknown-review"
    assert refused("review", plan, "--done", "そんな宿題")["code"] == "unknown-action"
    assert refused("review", plan, "--begin", "来週")["code"] == "bad-date"
    assert refused("review", plan, "--minutes", tmp_path / "x.xlsx")["code"] == "unknown-review"
    assert plan.read_bytes() == before
