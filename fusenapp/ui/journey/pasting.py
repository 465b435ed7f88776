"""Many new notes at once: shown at once, written into the document in slices, so that the window never stands still.

All slices are one undo step. Until the last one is written, keys and the mouse finish the rest first.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from fusenapp.document import Undone
from fusenapp.editing import notes
from fusenapp.editing.notes import NewNote
from fusenapp.i18n import translate
from fusenapp.ui.journey.surface import Board

PAUSE = 4
"""Milliseconds from a frame to the next slice."""

LONGEST = 250
"""Milliseconds until a slice is written though no frame was drawn (the board is hidden)."""

AT_ONCE = 60
"""So many notes are written in one go."""

SLICE = 16
"""Of more, so many at a time: less than a frame."""


def fresh_ids(count: int) -> list[str]:
    """Random ids as records have them."""
    random = os.urandom(16 * count).hex()
    return [random[at:at + 32] for at in range(0, len(random), 32)]


class Pasting(QObject):
    """Brings new notes onto the board."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._waiting: list[tuple[str, NewNote]] = []
        """With the ids that they will have."""
        self._label = self._group = ""
        self._ends: dict[notes.Place, str] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(lambda: self._write_slice())
        board.context.bridge.stepped.connect(self._forget)

    def add(self, items: Sequence[NewNote]) -> list[str]:
        """Put notes at the ends of their places, as one step; returns their ids in order."""
        self.finish()
        if len(items) <= AT_ONCE:
            made = notes.add_notes(self._board.document, items)
            self._board.done()
            return made
        ids = fresh_ids(len(items))
        self._waiting = list(zip(ids, items, strict=True))
        self._label = translate("NoteSteps", "Paste %n note(s)", n=len(items))
        self._group = f"paste {ids[0]}"
        self._ends = self._last_ones(_places(items))
        self._show()
        self._timer.start(LONGEST)
        return ids

    def _last_ones(self, places: Iterable[notes.Place]) -> dict[notes.Place, str]:
        """The last note of each place, which the board knows at once."""
        model, known = self._board.model, self._board.document.snapshot().records.get("notes", {})
        cells = {place: model.slots(model.cell_of(place.phase, place.lane, place.role)) for place in places}
        return {place: last for place, slots in cells.items() if slots and (last := model.id(slots[-1])) in known}

    def _show(self) -> None:
        """On the board already, though the document does not have them yet."""
        board = self._board
        fields = {id(place): {"parent": place.parent, "phase": place.phase, "lane": place.lane, "role": place.role}
                  for place in _places([item for _, item in self._waiting])}
        records = []
        for i, (name, item) in enumerate(self._waiting):
            record: dict[str, object] = {"id": name, **fields[id(item.place)], "text": item.text, "colour": item.colour, "order": f"~{i:06d}"}
            if item.at:
                record["x"], record["y"] = item.at
            records.append(record)
        board.show_patch(board.model.show_new(records))

    def _write_slice(self, count: int = SLICE) -> None:
        now, self._waiting = self._waiting[:count], self._waiting[count:]
        if now:
            ready = [replace(item, id=id) for id, item in now]
            notes.add_notes(self._board.document, ready, self._label, group=self._group, ends=self._ends)
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
        if self._waiting:
            self._write_slice(len(self._waiting))

    def _forget(self, _undone: Undone) -> None:
        """Undone half-way: the rest does not come."""
        if self._waiting:
            ids, self._waiting = [id for id, _ in self._waiting], []
            self._timer.stop()
            self._board.show_patch(self._board.model.drop_new(ids))
            self._board.selection.prune()


def _places(items: Iterable[NewNote]) -> Collection[notes.Place]:
    """The places of notes, once each as far as they are one object: comparing a thousand would take longer than drawing them."""
    return {id(item.place): item.place for item in items}.values()
