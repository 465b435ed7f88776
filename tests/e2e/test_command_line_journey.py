"""Journeys over the command line: out as grid, PDF and picture, back in as proposals, and tables of others."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.cell import Cell
from PySide6.QtGui import QImage

from fusenapp.document import Author
from fusenapp.editing import journeys, notes
from fusenapp.editing.notes import NewNote, Place
from fusenapp.workspace import Workspace
from tests.e2e.command import done, fusen, refused, shell


def plan_with_note(folder: Path) -> Path:
    plan = folder / "plan.fusen"
    done("new", plan)
    with Workspace.open(plan, Author("佐伯 遥", "marketing")) as space:
        notes.add_note(space.document, NewNote(Place("journey", "journey-research", "journey-actions", "selector"), "検索する", 5))
    return plan


def texts(plan: Path) -> list[str]:
    with Workspace.open(plan, Author("佐伯 遥", "marketing")) as space:
        return [n["text"] for n in space.document.snapshot().all("notes")]


def test_a_journey_goes_out_as_a_grid_and_its_edited_copy_comes_back(tmp_path: Path) -> None:
    plan, copy = plan_with_note(tmp_path), tmp_path / "grid.xlsx"
    assert done("export", plan, copy, "--what", "journey", "--items", "all") == {"output": str(copy), "items": ["journeys/journey"], "left_out": []}
    book = openpyxl.load_workbook(copy)
    cell = next(c for row in book.worksheets[0].iter_rows() for c in row if isinstance(c, Cell) and c.value == "検索する")
    cell.value = "展示会で見る"
    book.worksheets[0].cell(cell.row, cell.column + 1, "三社を比べる")
    book.save(copy)
    told = done("propose", plan, copy)
    assert [(p["item"], p["action"], p["field"], p["conflict"]) for p in told["proposals"]] == [
        ("journeys/journey", "change", "text", False), ("journeys/journey", "add", "record", False)]
    assert done("propose", plan, copy, "--apply")["applied"] == 2
    assert sorted(texts(plan)) == ["三社を比べる", "展示会で見る"]
    assert done("propose", plan, copy)["proposals"] == [], "what was taken over is not proposed again"


def test_a_journey_goes_out_as_pdf_and_picture_without_a_screen(tmp_path: Path) -> None:
    plan = plan_with_note(tmp_path)
    for name in ("out.pdf", "out.png"):
        ran = shell("export", plan, tmp_path / name, "--items", "all", "--dpi", "100", "--json", DISPLAY="", WAYLAND_DISPLAY="")
        assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert abs(QImage(str(tmp_path / "out.png")).width() - 420 / 25.4 * 100) <= 2


def test_only_what_was_agreed_goes_out_unless_all_is_asked_for(tmp_path: Path) -> None:
    plan = plan_with_note(tmp_path)
    assert refused("export", plan, tmp_path / "out.pdf")["code"] == "nothing-agreed"
    for department in ("marketing", "inside-sales", "field-sales"):
        done("stamp", plan, "journeys/journey", "--department", department, "--person", "担当")
    assert done("export", plan, tmp_path / "out.xlsx", "--what", "journey")["items"] == ["journeys/journey"]


def test_one_of_several_journeys_is_named(tmp_path: Path) -> None:
    plan = plan_with_note(tmp_path)
    with Workspace.open(plan, Author("佐伯 遥", "marketing")) as space:
        journeys.create_journey(space.document, "更新のジャーニー")
    assert refused("export", plan, tmp_path / "out.png", "--items", "all")["code"] == "one-journey"
    assert refused("export", plan, tmp_path / "out.png", "--items", "all", "--journey", "なし")["code"] == "unknown-journey"
    done("export", plan, tmp_path / "out.xlsx", "--items", "all", "--journey", "更新のジャーニー")
    assert len([s for s in openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets if s.sheet_state == "visible"]) == 1
    assert refused("import", plan, tmp_path / "out.xlsx", "--as", "journey")["code"] == "which-journey"


def test_a_table_that_somebody_drew_becomes_notes(tmp_path: Path) -> None:
    plan, theirs = plan_with_note(tmp_path), tmp_path / "theirs.csv"
    theirs.write_text(",課題の気づき・認知,比較検討\n行動,残業を数える,三社を見る\nその他,メモ,\n", "cp932")
    answer = fusen("import", plan, theirs, "--as", "journey")
    assert answer.status == 1, "something needs a look"
    assert {k: v for k, v in answer.json.items() if k != "problems"} == {
        "journey": "journey", "phases": ["journey-awareness", "journey-comparison"], "notes": 2, "parked": 1, "passed_over": 0}
    assert [(p["code"], p["where"]) for p in answer.json["problems"]] == [("no-place", "メモ")]
    assert set(texts(plan)) == {"検索する", "残業を数える", "三社を見る", "メモ"}
    theirs.write_text("a,b\n1,2\n", "utf-8")
    assert refused("import", plan, theirs, "--as", "journey")["code"] == "no-phases"
