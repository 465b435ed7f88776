"""What the board does with several notes at once, and with the arrows between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from fusenapp.editing import links, notes
from fusenapp.i18n import translate
from fusenapp.ui.journey.arranging import Side, arranged, stacked
from fusenapp.ui.journey.layout import Rect
from fusenapp.ui.journey.note_editor import NameEditor
from fusenapp.ui.journey.surface import Board
from fusenapp.ui.journey.writing import Writing

if TYPE_CHECKING:
    from fusenapp.ui.journey.connecting import ConnectPicker

NUDGE = 8.0
"""How far an arrow key moves notes of the free area, logical px at 100 %."""


class ArrangeCommands:
    """Clusters, alignment, arrows, and places in the free area."""

    def __init__(self, board: Board, writing: Writing) -> None:
        self._board, self._writing = board, writing
        self.label_editor: NameEditor | None = None
        self.picker: ConnectPicker | None = None

    # ---- clusters

    def cluster(self) -> None:
        """Gather the selected notes under a heading and write it."""
        board = self._board
        ids = board.selection.in_reading_order()
        if len(ids) < 2:
            return
        spots = self._spots([ids[0]])
        with board.document.edit(translate("NoteSteps", "Cluster %n note(s)", n=len(ids))):
            made = notes.cluster_notes(board.document, ids, translate("Board", "Heading"))
            if spots:
                self._stack([made, *ids], next(iter(spots.values())))
        board.done()
        board.selection.set([made])
        self._writing.edit(made)
        self._writing.editor.selectAll()

    def _stack(self, ids: list[str], top: Rect) -> None:
        board = self._board
        heights = [float(board.scene.layout.h[board.model.slot_of[id]]) if id in board.model.slot_of else top[3] for id in ids]
        points = stacked([(top[0], top[1], top[2], h) for h in heights])
        notes.float_notes(board.document, board.model.journey, dict(zip(ids, points, strict=True)))

    # ---- the free area

    def _spots(self, ids: list[str]) -> dict[str, Rect]:
        """Places of those notes that lie in the free area, from its corner."""
        board = self._board
        x0, y0 = board.scene.layout.cell_origin(board.model.free_cell)
        found = {}
        for id in ids:
            slot = board.model.slot_of.get(id)
            if slot is not None and board.model.row[slot] == board.model.free_cell[0]:
                x, y, w, h = board.scene.layout.note_rect(slot)
                found[id] = (x - x0, y - y0, w, h)
        return found

    def align(self, side: Side) -> None:
        """Align the selected notes of the free area at a side, or spread them evenly; in cells they always are."""
        board = self._board
        spots = self._spots(board.selection.ids)
        if len(spots) < 2:
            board.context.notify(translate("Board", "Select notes of the free area to align them. Notes in cells always are."))
            return
        points = arranged(spots, side)
        if points:
            with board.document.edit(translate("Board", "Align notes")):
                notes.float_notes(board.document, board.model.journey, points)
            board.done()

    def nudge(self, dx: int, dy: int) -> bool:
        """Move the selected notes of the free area a little; False if there are none."""
        board = self._board
        spots = self._spots(board.selection.ids)
        if not spots:
            return False
        points = {id: (max(0.0, x + dx * NUDGE), max(0.0, y + dy * NUDGE)) for id, (x, y, _, _) in spots.items()}
        notes.float_notes(board.document, board.model.journey, points)
        board.done()
        board.reveal_note(board.selection.lead)
        return True

    def float_selected(self) -> None:
        """Take the selected notes out of their cells into the free area."""
        board = self._board
        ids = [id for id in board.selection.in_reading_order() if id not in self._spots(board.selection.ids)]
        if not ids:
            return
        x, y = board.scene.layout.free_spot()
        points = {id: (x + i % 5 * (NUDGE + 140), y + i // 5 * 56.0) for i, id in enumerate(ids)}
        notes.float_notes(board.document, board.model.journey, points)
        board.done()
        board.reveal_note(ids[0])

    def park_selected(self) -> None:
        """Put the selected notes into the parking lot."""
        board = self._board
        ids = board.selection.in_reading_order()
        if ids:
            notes.move_notes(board.document, ids, board.place(board.model.parking_cell))
            board.done()
            board.reveal_note(ids[0])

    # ---- arrows

    def connect(self) -> None:
        """Draw arrows through the selected notes in the order in which they were selected; of one, ask for the other end."""
        board = self._board
        ids = list(board.selection.ids)
        if len(ids) == 1:
            self._ask_other_end(ids[0])
            return
        if not ids:
            words = translate("Board", "Select two notes in the order of the hand-off, or drag from the dot beside a note to another one.")
            board.context.notify(words)
            return
        made = links.connect(board.document, ids)
        board.done()
        board.selection.take_arrow(made[-1])

    def _ask_other_end(self, note: str) -> None:
        from fusenapp.ui.journey.connecting import ConnectPicker

        self.picker = ConnectPicker(self._board, note)
        self.picker.open_below(self._board.model.slot_of[note])

    def remove_arrow(self, id: str) -> None:
        """Take an arrow away."""
        links.remove_arrow(self._board.document, id)
        self._board.done()
        self._board.context.notify(translate("Board", "The arrow was removed."), undo=True)

    def name_arrow(self, id: str) -> None:
        """Write on an arrow what is handed on."""
        board = self._board
        route = board.scene.arrows.find(id)
        if route is None:
            return
        board.selection.take_arrow(id)
        at = QPointF(*board.port.to_screen(*route.middle))
        editor = NameEditor(board, route.arrow.label, QRectF(at.x() - 80, at.y() - 16, 160, 32))
        editor.setPlaceholderText(translate("Board", "What is handed on"))
        editor.done.connect(lambda name, changed: self._named(id, name, changed))
        self.label_editor = editor

    def _named(self, id: str, name: str, changed: bool) -> None:
        self.label_editor = None
        if changed:
            links.name_arrow(self._board.document, id, name)
            self._board.done()
        self._board.setFocus()
