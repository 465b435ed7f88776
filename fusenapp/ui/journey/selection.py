"""Which notes are selected, and the cell that the keyboard is on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from fusenapp.ui.journey.board_model import BoardModel, Cell


class Selection(QObject):
    """Ids of the selected notes in the order of selecting; the last one leads.

    A marquee selects thousands of notes many times a second: it hands over slots, and their ids are made when asked for.

    Signals:
        changed: other notes or another cell are selected.
    """

    changed = Signal()

    def __init__(self, model: BoardModel) -> None:
        super().__init__()
        self._model = model
        self._ids: list[str] | None = []
        self._slots = np.empty(0, np.int64)
        self._flags: np.ndarray | None = None
        self.cell: Cell | None = None
        self.arrow = ""
        """Id of the selected arrow; no note is selected then."""
        self.role = 0
        """Index of the role whose emotion point the keyboard is on, where the cell is in an emotion lane."""

    @property
    def ids(self) -> list[str]:
        """Ids of the selected notes."""
        if self._ids is None:
            self._ids = self._model.ids_of(self._slots.tolist())
        return self._ids

    @property
    def count(self) -> int:
        """How many notes are selected."""
        return len(self._slots) if self._ids is None else len(self._ids)

    @property
    def lead(self) -> str:
        """The note that keys start from; empty if none is selected."""
        if self._ids is None:
            return self._model.id(int(self._slots[-1])) if len(self._slots) else ""
        return self._ids[-1] if self._ids else ""

    @property
    def lead_slot(self) -> int | None:
        """Its slot."""
        return self._model.slot_of.get(self.lead)

    def flags(self) -> np.ndarray:
        """The selected notes by slot, as bool array."""
        size = len(self._model.records)
        if self._flags is None or len(self._flags) != size:
            self._flags = np.zeros(size, bool)
            slot_of = self._model.slot_of
            self._flags[self._slots if self._ids is None else [slot_of[id] for id in self._ids if id in slot_of]] = True
        return self._flags

    def set(self, ids: Iterable[str]) -> None:
        """Select these notes only."""
        self._take(list(dict.fromkeys(ids)))
        slot = self.lead_slot
        if slot is not None and self._model.row[slot] >= 0:
            self.cell = self._model.cell(slot)
        self.changed.emit()

    def set_slots(self, slots: np.ndarray, kept: Sequence[str] = ()) -> None:
        """Select the notes in these slots, and those kept, only; each slot once."""
        if kept or self._model.covered:
            self.set([*kept, *self._model.ids_of(slots.tolist())])
            return
        self._ids, self._slots, self._flags, self.arrow = None, slots, None, ""
        if len(slots):
            self.cell = self._model.cell(int(slots[-1]))
        self.changed.emit()

    def toggle(self, id: str) -> None:
        """Add a note, or take it out."""
        self.set([i for i in self.ids if i != id] if id in self.ids else [*self.ids, id])

    def go(self, cell: Cell | None) -> None:
        """Select no note; put the keyboard on a cell."""
        self._take([])
        self.cell = cell
        self.changed.emit()

    def take_arrow(self, id: str) -> None:
        """Select an arrow only."""
        self._take([])
        self.arrow = id
        self.changed.emit()

    def _take(self, ids: list[str]) -> None:
        covered = self._model.covered
        self._ids, self._flags, self.arrow = [id for id in ids if id not in covered] if covered else ids, None, ""

    def hold(self) -> None:
        """Before the model changes: remember ids, since slots may mean other notes afterwards."""
        self._ids = self.ids

    def prune(self) -> None:
        """Let go of notes and arrows that are gone and of a cell outside the board; slots may mean other notes now."""
        self._flags = None
        if self.arrow not in {arrow.id for arrow in self._model.arrows}:
            self.arrow = ""
        kept = [id for id in self.ids if id in self._model.slot_of and id not in self._model.covered]
        rows, phases = len(self._model.rows), max(1, len(self._model.phases))
        if self.cell is not None and (self.cell[0] >= rows or self.cell[1] >= phases):
            self.cell = None
        if kept != self.ids:
            self.set(kept)

    def in_reading_order(self) -> list[str]:
        """The selected ids row by row, phase by phase, in the order of their cells."""
        slots = [self._model.slot_of[id] for id in self.ids if id in self._model.slot_of]
        places = {slot: (*self._model.cell(slot), at) for cell in {self._model.cell(s) for s in slots}
                  for at, slot in enumerate(self._model.slots(cell))}
        return [self._model.id(slot) for slot in sorted(slots, key=lambda s: places.get(s, (-1, 0, 0)))]
