"""The popup of Ctrl+Shift+L on one note: to which note it hands on, found by typing, and the arrows that it has already."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidgetItem

from fusenapp.domain.origins import first_line
from fusenapp.editing import links
from fusenapp.i18n import translate
from fusenapp.ui.journey.list_popup import HELD, Choice, ListPopup
from fusenapp.ui.journey.surface import Board

_MOST = 40
"""Letters of a note in one line of the list."""


class ConnectPicker(ListPopup):
    """Enter draws the arrow to a note, or takes an arrow that is there, so that Enter writes on it and Delete removes it."""

    def __init__(self, board: Board, note: str) -> None:
        self._note = note
        super().__init__(board, [*_arrows(board, note), *_others(board, note)],
                         title=translate("Board", "Hand on from “{note}” to …").format(note=_words(board, note, 24)),
                         keys=translate("Board", "Enter: draw or take the arrow, Esc: close"),
                         hint=translate("Board", "Search: note, phase, role"),
                         name=translate("Board", "Notes to hand on to"))

    def choose(self, item: QListWidgetItem) -> None:
        """Draw the arrow, or take the one that the line stands for; the keyboard is on it then."""
        kind, id = item.data(HELD)
        board = self._board
        self.close()
        board.setFocus()
        arrow = links.connect(board.document, [self._note, id])[-1] if kind == "note" else id
        board.done()
        board.selection.take_arrow(arrow)


def _arrows(board: Board, note: str) -> list[Choice]:
    """The arrows from and to a note."""
    found, group = [], translate("Board", "Arrows of this note")
    for arrow in board.model.arrows:
        if note in (arrow.source, arrow.target):
            forward = arrow.source == note
            other = _words(board, arrow.target if forward else arrow.source)
            sentence = translate("Board", "Arrow to: {note}") if forward else translate("Board", "Arrow from: {note}")
            words = sentence.format(note=other)
            found.append(Choice(("arrow", arrow.id), f"{words} · {arrow.label}" if arrow.label else words, group))
    return found


def _others(board: Board, note: str) -> list[Choice]:
    """The notes to which there is no arrow yet, in reading order, phase by phase."""
    model = board.model
    there = {arrow.target for arrow in model.arrows if arrow.source == note} | {note}
    written = [cell for cell in model.cells if model.rows[cell[0]].content not in ("departments", "kpi")]
    cells = sorted(written, key=lambda cell: (cell[0] >= model.grid_rows, cell[1], cell[0]))
    found = []
    for cell in cells:
        row = model.rows[cell[0]]
        group = model.phases[cell[1]].name if row.lane >= 0 else translate("Board", "Beside the grid")
        where = " · ".join(filter(None, (model.lanes[row.lane].name if row.lane >= 0 else "", model.role_name(row.role) if row.role else "")))
        for slot in model.slots(cell):
            id = model.id(slot)
            if id not in there and id not in model.covered and model.text(slot).strip():
                words = _words(board, id)
                found.append(Choice(("note", id), f"{words} · {where}" if where else words, group))
    return found


def _words(board: Board, note: str, most: int = _MOST) -> str:
    slot = board.model.slot_of.get(note)
    return first_line(board.model.text(slot), most) if slot is not None and note not in board.model.covered else ""
