"""Many new notes at once: shown at once, written into the document in slices, so that the window never stands still.

All slices are one undo step. Until the last one is written, keys and the mouse finish the rest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer

from fusenapp.document import Undone
from fusenapp.editing import notes
from fusenapp.editing.notes import NewNote
from fusenapp.i18n import translate
from fusenapp.ui.journey.surface import Board

PAUSE = 15
"""Milliseconds from a frame to the next slice."""

LONGEST = 250
"""Milliseconds until a slice is written though no frame was drawn (the board is hidden)."""

SLICE = 100
"""Notes written at a time: some tens of milliseconds."""


class Pasting(QObject):
    """Brings new notes onto the board."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._waiting: list[NewNote] = []
        self._label = self._group = ""
        self._ends: dict[notes.Place, str] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._write_slice)
        board.context.bridge.stepped.connect(self._forget)

    def add(self, items: Sequence[NewNote]) -> list[str]:
        """Put notes at the ends of their places, as one step; returns their ids in order."""
        self.finish()
        if len(items) <= SLICE:
            made = notes.add_notes(self._board.document, items)
            self._board.done()
            return made
        self._waiting = [replace(item, id=uuid4().hex) for item in items]
        self._label = translate("NoteSteps", "Paste %n note(s)", n=len(items))
        self._group = f"paste {self._waiting[0].id}"
        self._ends = notes.place_ends(self._board.document, {item.place.parent for item in items})
        self._show()
        self._timer.start(LONGEST)
        return [item.id for item in self._waiting]

    def _show(self) -> None:
        """On the board already, though the document does not have them yet."""
        board = self._board
        records = []
        for i, item in enumerate(self._waiting):
            spot = {"x": item.at[0], "y": item.at[1]} if item.at else {}
            records.append({"id": item.id, "parent": item.place.parent, "phase": item.place.phase, "lane": item.place.lane,
                            "role": item.place.role, "text": item.text, "colour": item.colour, "order": f"~{i:06d}", **spot})
        board.scene.patch(board.model.show_new(records))
        board.update()

    def _write_slice(self) -> None:
        now, self._waiting = self._waiting[:SLICE], self._waiting[SLICE:]
        if now:
            notes.add_notes(self._board.document, now, self._label, group=self._group, ends=self._ends)
            self._board.done()
        if self._waiting:
            self._timer.start(LONGEST)

    def painted(self) -> None:
        """A frame is out: the next slice may come."""
        if self._waiting and self._timer.interval() != PAUSE:
            self._timer.start(PAUSE)

    def finish(self) -> None:
        """Write what is waiting, now."""
        self._timer.stop()
        while self._waiting:
            self._write_slice()

    def _forget(self, _undone: Undone) -> None:
        """Undone half-way: the rest does not come."""
        if self._waiting:
            ids, self._waiting = [item.id for item in self._waiting], []
            self._timer.stop()
            self._board.scene.patch(self._board.model.drop_new(ids))
            self._board.selection.prune()
            self._board.update()
