"""``compare`` of journeys: orders and arrows are listed and settled over the command line as in the window."""

from __future__ import annotations

import shutil
from pathlib import Path

from fusenapp.document import Author
from fusenapp.editing import journeys, links, notes
from fusenapp.editing.notes import NewNote, Place
from fusenapp.workspace import Workspace
from tests.e2e.command import done, refused

CELL = Place("journey", "journey-comparison", "journey-issues")


def made(folder: Path) -> tuple[Path, Path]:
    """A plan, and a colleague's copy with another order of phases and an arrow."""
    plan, copy = folder / "plan.fusen", folder / "copy.fusen"
    done("new", plan)
    with Workspace.open(plan, Author("佐倉", "marketing")) as workspace:
        for text in ("連携が不安", "試したい"):
            notes.add_note(workspace.document, NewNote(CELL, text))
    shutil.copyfile(plan, copy)
    with Workspace.open(copy, Author("大西", "field-sales")) as workspace:
        journeys.move_phase(workspace.document, "journey-approval", after="journey-research")
        links.connect(workspace.document, [n["id"] for n in workspace.document.snapshot().all("notes")], "説明")
    return plan, copy


def test_orders_and_arrows_are_listed_with_keys_and_settled_by_them(tmp_path: Path) -> None:
    plan, copy = made(tmp_path)
    told = done("compare", plan, "--with", copy, "--lang", "ja")
    by_part = {point["part"]: point for point in told["points"]}
    assert set(by_part) == {"order", "arrow"}
    assert by_part["order"]["key"] == "journeys/journey/order/phases"
    assert by_part["order"]["right"].startswith("稟議・決裁 → ")
    assert (by_part["arrow"]["left"], by_part["arrow"]["right"]) == ("", "連携が不安 → 試したい（説明）")
    arrow = by_part["arrow"]["key"]
    assert done("compare", plan, "--with", copy, "--settle", "journeys/journey/order/phases=discuss")["open"] == 2
    assert refused("compare", plan, "--with", copy, "--settle", "journeys/journey/order/journeys=right")["code"] == "unknown-place"
    settled = done("compare", plan, "--with", copy, "--settle", "journeys/journey/order/phases=right", "--settle", f"{arrow}=right")
    assert settled["open"] == 0
    with Workspace.open(plan, Author("佐倉", "marketing")) as workspace:
        snapshot = workspace.document.snapshot()
        order = [p["id"] for p in snapshot.all("phases")]
        assert order.index("journey-approval") == order.index("journey-research") + 1
        assert [a["label"] for a in snapshot.all("links")] == ["説明"]
