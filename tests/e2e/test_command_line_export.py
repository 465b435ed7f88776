"""``export`` writes what the ending of the file asks for, and nothing where it knows no such ending."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.command import done, refused


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.fusen"
    done("new", path)
    return path


def test_a_calendar_has_the_days_to_come(plan: Path, tmp_path: Path) -> None:
    done("review", plan, "--add", "事例を書く", "--owner", "田辺", "--department", "marketing", "--due", "2099-03-04")
    out = tmp_path / "days.ics"
    assert done("export", plan, out, "--lang", "ja") == {"output": str(out), "events": 1}
    told = out.read_text(encoding="utf-8")
    assert told.startswith("BEGIN:VCALENDAR\n")
    assert "事例を書く" in told
    assert "DTSTART;VALUE=DATE:20990304" in told
    assert done("review", plan, "--calendar", tmp_path / "same.ics", "--lang", "ja")["events"] == 1
    same = (tmp_path / "same.ics").read_text(encoding="utf-8")
    assert [line for line in same.splitlines() if "STAMP" not in line] == [line for line in told.splitlines() if "STAMP" not in line]


def test_an_agreed_item_stands_in_the_calendar_on_the_day_of_its_review(plan: Path, tmp_path: Path) -> None:
    for department in ("marketing", "inside-sales", "field-sales"):
        done("stamp", plan, "term-mql", "--department", department, "--person", "佐倉")
    out = tmp_path / "days.ics"
    assert done("export", plan, out, "--lang", "ja")["events"] == 1
    assert "MQL" in out.read_text(encoding="utf-8")


def test_the_endings_that_are_known_and_only_those(plan: Path, tmp_path: Path) -> None:
    assert done("export", plan, tmp_path / "all.xlsx", "--items", "all")["items"]
    error = refused("export", plan, tmp_path / "all.docx")
    assert error["code"] == "unsupported-export"
    assert ".xlsx, .pdf, .png, .ics" in error["message"]
    assert not (tmp_path / "all.docx").exists()
    assert refused("export", plan, tmp_path / "all.ics", "--what", "journey")["code"] == "unsupported-export"
    assert refused("export", plan, tmp_path / "gone" / "days.ics")["code"] == "cannot-write"
