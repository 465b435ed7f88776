"""``propose``: an edited agreement workbook comes back over the command line."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.e2e.command import done, refused


def test_an_edited_workbook_is_listed_and_taken_over_only_when_asked(tmp_path: Path) -> None:
    plan, copy = tmp_path / "plan.fusen", tmp_path / "copy.xlsx"
    done("new", plan)
    done("export", plan, copy, "--items", "all", "--lang", "ja")
    assert done("propose", plan, copy) == {"exported_at": done("propose", plan, copy)["exported_at"], "proposals": [], "unreadable": [], "applied": 0}
    book = openpyxl.load_workbook(copy)
    cell = next(row[2] for row in book["用語"].iter_rows() if row[0].value == "MQL")
    cell.value = "マーケティングが渡したもの"
    book.save(copy)
    told = done("propose", plan, copy)
    assert [(p["item"], p["field"], p["now"], p["conflict"]) for p in told["proposals"]] == [
        ("terms/term-mql", "agreed", "マーケティングが渡したもの", False)]
    assert len(done("propose", plan, copy)["proposals"]) == 1, "nothing was changed by asking"
    assert done("propose", plan, copy, "--apply")["applied"] == 1
    assert done("propose", plan, copy)["proposals"] == []
    other = tmp_path / "other.fusen"
    done("new", other)
    assert refused("propose", other, copy)["code"] == "other-agreement"
