"""Random edits of a journey's grid are proposed exactly, and taking them over makes the board say what the copy says."""

from __future__ import annotations

import tempfile
from pathlib import Path

import openpyxl
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from fusenapp.document import Author, Document
from fusenapp.domain.journey_grid import MARK, read_row_key
from fusenapp.domain.workbook_fields import tidy
from fusenapp.editing import grid_paste, notes, templates
from fusenapp.editing.notes import NewNote, Place
from fusenapp.flows import journey_files, journey_tables, proposals

PHASES = ("awareness", "research", "comparison", "approval", "purchase", "use")
LANES = (("actions", "selector"), ("actions", "approver"), ("issues", ""), ("measures", ""))
_TEXT = st.text(st.sampled_from("あア亜aZ09 =+-@'\"、,;:\n（）%#★"), min_size=1, max_size=12).map(tidy).filter(bool)
_SPOT = st.tuples(st.sampled_from(PHASES), st.sampled_from(LANES))
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""No shrinking: an example writes and reads a workbook, a failing one is small enough to be read."""
_NOTES = st.lists(st.tuples(_SPOT, _TEXT, st.integers(1, 8)), max_size=12)


def _board(found: list[tuple[tuple[str, tuple[str, str]], str, int]]) -> Document:
    document = Document(Author("佐伯 遥", "marketing"))
    templates.build(document, "b2b", "受発注クラウド")
    notes.add_notes(document, [NewNote(Place("journey", f"journey-{phase}", f"journey-{lane}", role), text, colour)
                               for (phase, (lane, role)), text, colour in found])
    return document


def _said(document: Document) -> list[tuple[str, str, str, str]]:
    return sorted((n.get("phase", ""), n.get("lane", ""), n.get("role") or "", tidy(n["text"])) for n in document.snapshot().all("notes"))


def _cells(sheet: Worksheet) -> dict[tuple[str, str, str], list[Cell]]:
    """The cells for notes by their place, as a person would see them: under a phase, beside a lane and a role."""
    head = next(row for row in sheet.iter_rows() if any(str(c.value).startswith(MARK) for c in row))
    hidden = next(at for at, c in enumerate(head) if str(c.value).startswith(MARK))
    found: dict[tuple[str, str, str], list[Cell]] = {}
    for row in sheet.iter_rows(min_row=(head[0].row or 0) + 2):
        key = read_row_key(row[hidden].value)
        for cell, phase in zip(row[:hidden], head[:hidden], strict=True):
            if key is not None and key[2] == "notes" and isinstance(cell, Cell) and phase.value:
                found.setdefault((str(phase.value), key[0], key[1]), []).append(cell)
    return found


def _copy_says(sheet: Worksheet) -> list[tuple[str, str, str, str]]:
    return sorted((*place, tidy(str(c.value))) for place, held in _cells(sheet).items() for c in held if c.value is not None)


@given(_NOTES, st.lists(st.tuples(_SPOT, st.integers(0, 3), st.none() | _TEXT), max_size=8))
@settings(max_examples=15, deadline=None, phases=_PHASES)
def test_the_board_says_what_the_edited_copy_says(
        found: list[tuple[tuple[str, tuple[str, str]], str, int]], edits: list[tuple[tuple[str, tuple[str, str]], int, str | None]]) -> None:
    document = _board(found)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "grid.xlsx"
        journey_files.write_grid(path, document.snapshot(), ["journey"], workspace="w")
        untouched = proposals.read(path, document.snapshot(), workspace="w")
        assert (untouched.items, untouched.unreadable) == ((), ())
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        places = _cells(sheet)
        for (phase, (lane, role)), which, text in edits:
            held = places[f"journey-{phase}", f"journey-{lane}", role]
            cell = held[which % len(held)]
            cell.value = text
            cell.data_type = "s" if text else "n"
        book.save(path)
        wanted = _copy_says(sheet)
        asked = proposals.read(path, document.snapshot(), workspace="w")
        assert asked.unreadable == ()
        assert asked.conflicts == ()
        proposals.accept(document, asked, asked.items)
        assert _said(document) == wanted
        assert proposals.read(path, document.snapshot(), workspace="w").items == (), "what was taken over is not asked again"
        if asked.items:
            document.undo()
        assert _said(document) == _said(_board(found)), "one step takes all of it back"


@given(st.lists(st.tuples(_SPOT, _TEXT.map(lambda text: text.lstrip("・-–—*※0123456789.)( 　") or "文")), max_size=12))
@settings(max_examples=40, deadline=None)
def test_a_table_with_its_names_finds_its_places_on_another_board(found: list[tuple[tuple[str, tuple[str, str]], str]]) -> None:
    document = _board([(spot, text.replace("\n", ""), 1) for spot, text in found])
    snapshot = document.snapshot()
    ids = [n["id"] for n in snapshot.all("notes")]
    rows = journey_tables.to_rows(snapshot, journey_tables.selection_grid(snapshot, "journey", ids))
    read = grid_paste.recognise(rows, grid_paste.known_names(snapshot, "journey"))
    phases = {spot[0] for spot, _ in found}
    if len(phases) < 2:
        return
    assert read is not None
    assert read.loose == []
    assert {(phase, lane, role) for phase, lane, role, *_ in read.notes} == {
        (f"journey-{phase}", f"journey-{lane}", role) for (phase, (lane, role)), _ in found}
