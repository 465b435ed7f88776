"""Journeys that others drew: pasted cells, dropped cells, spreadsheets. Their phases and lanes are known by name.

A table that names none of the phases goes over the grid from the selected cell when it is pasted, and into the free area, laid out
as it was, when it comes from a file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from fusenapp.domain.journey import FREE
from fusenapp.editing import grid_paste
from fusenapp.editing.notes import NewNote, Place
from fusenapp.i18n import translate
from fusenapp.ui.explaining import explain_any
from fusenapp.ui.journey.layout import FREE_WIDTH, GAP, NOTE_HEIGHT

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from fusenapp.editing.grid_paste import Recognised
    from fusenapp.ui.background import Progress
    from fusenapp.ui.journey.board_view import BoardView
    from fusenapp.ui.journey.pasting import Pasting
    from fusenapp.ui.journey.surface import Board

DRAWN_AT_MOST = 2 * 1024 * 1024
"""Bytes of a dropped file beyond which it is surely a list and no journey, so that it is not read twice."""
_LEFT, _TOP = 8.0, 4.0
"""Of the first note in an empty free area, logical px."""


def take_recognised(board: Board, pasting: Pasting, found: Recognised) -> list[str]:
    """Make the notes of a table whose phases are known; one step. Returns their ids."""
    made = grid_paste.new_notes(board.context.snapshot(), board.model.journey, found, board.paper)[:grid_paste.MOST_CELLS]
    ids = pasting.add(made)
    board.selection.set(ids)
    if ids:
        board.reveal_note(ids[0])
    board.context.notify(told(found), undo=bool(ids))
    return ids


def told(found: Recognised) -> str:
    """What became of a table, in words."""
    parts = [translate("JourneyOut", "%n note(s) came in by their phases and lanes.", n=len(found.notes))]
    if found.loose:
        parts.append(translate("JourneyOut", "%n of unknown phase or lane is/are in the parking lot.", n=len(found.loose)))
    if found.passed:
        parts.append(translate("JourneyOut", "%n figure(s) of the emotion curve was/were left out.", n=found.passed))
    return " ".join(parts)


def recognise(board: Board, rows: list[list[str]]) -> Recognised | None:
    """A pasted table whose phases this journey has; None for any other one."""
    found = grid_paste.recognise(rows, grid_paste.known_names(board.context.snapshot(), board.model.journey))
    return found if found is not None and (found.notes or found.loose) else None


def start_bringing(board: BoardView) -> None:
    """Ask for a spreadsheet with a journey in it, and take it in."""
    kinds = translate("JourneyOut", "Spreadsheets") + " (*.xlsx *.xlsm *.csv *.tsv *.txt)"
    name, _ = QFileDialog.getOpenFileName(board, translate("JourneyOut", "Choose a table of a journey"), "", kinds)
    if name:
        bring_file(board, Path(name))


def take_files(board: BoardView, paths: list[Path], bring: Callable[[Path], Any]) -> bool:
    """A spreadsheet dropped on the board: a journey becomes notes; what names none of the phases goes where files usually go."""
    drawn = len(paths) == 1 and paths[0].suffix.lower() in (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
    if not drawn or paths[0].stat().st_size > DRAWN_AT_MOST:
        return False
    bring_file(board, paths[0], otherwise=bring)
    return True


def bring_file(board: BoardView, path: Path, *, otherwise: Callable[[Path], Any] | None = None) -> None:
    """Read a spreadsheet beside the window and make notes of it; an edited workbook of ours is shown as proposals.

    Args:
        otherwise: takes a file that names none of the phases; without it its cells go into the free area.
    """
    from fusenapp.ui.proposals import is_agreement, start_proposals

    if path.suffix.lower() in (".xlsx", ".xlsm") and is_agreement(path):
        start_proposals(board.context, board.window(), path)
        return
    snapshot, journey, context = board.context.snapshot(), board.model.journey, board.context

    def read(_progress: Progress) -> tuple[Recognised | None, list[list[list[str]]]]:
        from fusenapp.flows import journey_tables

        tables = journey_tables.read_tables(path)
        return journey_tables.recognised(tables, snapshot, journey), tables

    def done(read_: tuple[Recognised | None, list[list[list[str]]]]) -> None:
        found, tables = read_
        if board.model.journey != journey:
            return
        if found is not None:
            take_recognised(board, board.commands.pasting, found)
        elif otherwise is not None:
            otherwise(path)
        else:
            _into_free_area(board, tables, path.name)

    def failed(error: Exception) -> None:
        if otherwise is not None:
            otherwise(path)  # who takes files usually says what is wrong with it
        else:
            context.notify(explain_any(error), kind="error")

    context.run(translate("JourneyOut", "Reading {name}").format(name=path.name), read, done, failed, owner=board)


def _into_free_area(board: BoardView, tables: list[list[list[str]]], name: str) -> None:
    """A table without phases of ours: its cells lie in the free area as they did there."""
    rows = next((rows for rows in tables if any(any(row) for row in rows)), [])
    count = sum(bool(cell) for row in rows for cell in row)
    if not count:
        board.context.notify(translate("JourneyOut", "{name} has no cells that say something.").format(name=name), kind="warn")
        return
    if count > grid_paste.MOST_CELLS:
        words = translate("JourneyOut", "{name} has {count} cells, more than a board can show. Nothing was changed. Bring in a smaller table.")
        board.context.notify(words.format(name=name, count=f"{count:,}"), kind="warn")
        return
    place, top = Place(board.model.journey, lane=FREE), free_top(board)
    items = [NewNote(place, cell, board.paper, at=(_LEFT + j * (FREE_WIDTH + GAP), top + i * (NOTE_HEIGHT + GAP)))
             for i, row in enumerate(_tight(rows)) for j, cell in enumerate(row) if cell]
    made = board.commands.pasting.add(items)
    board.selection.set(made)
    board.reveal_note(made[0])
    board.context.notify(translate("JourneyOut", "{name} names none of the phases. %n note(s) is/are in the free area.",
                                   n=len(made)).format(name=name), undo=True)


def free_top(board: Board) -> float:
    """Below all notes that are in the free area already, from its corner."""
    layout, slots = board.scene.layout, board.model.slots(board.model.free_cell)
    _, y0 = layout.cell_origin(board.model.free_cell)
    return max((float(layout.y[s] + layout.h[s]) - y0 + 2 * GAP for s in slots), default=_TOP)


def _tight(rows: list[list[str]]) -> list[list[str]]:
    """The table without blank rows and columns."""
    held = [row for row in rows if any(row)]
    columns = [j for j in range(max(map(len, held), default=0)) if any(j < len(row) and row[j] for row in held)]
    return [[row[j] if j < len(row) else "" for j in columns] for row in held]


def drag(event: QDropEvent) -> bool:
    """Cells or lines from another program are dragged over the board; False for anything else, which others may take."""
    if not _text_of(event.mimeData()):
        return False
    event.acceptProposedAction()
    return True


def drop(board: BoardView, event: QDropEvent) -> bool:
    """They are let go: notes in the cell under the pointer, beside the grid in the free area."""
    if not drag(event):
        return False
    hit = board.hit(event.position())
    board.selection.go(hit.cell if hit.cell is not None else board.model.free_cell)
    board.setFocus()
    board.commands.clip.take_text(_text_of(event.mimeData()))
    return True


def _text_of(data: QMimeData) -> str:
    """Cells or lines; links and files are for others."""
    from fusenapp.ui.bringing import cells_in

    return (cells_in(data) or data.text()).strip("\r\n") if not data.hasUrls() else ""
