"""Which notes are selected, and the cell that the keyboard is on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from fusenapp.ui.journey.board_model import BoardModel, Cell


class Selection(QObject):
    """Ids of the selected notes in the order of selecting; the last one leads.

    Signals:
        changed: other notes or another cell are selected.
    """

    changed = Signal()

    def __init__(self, model: BoardModel) -> None:
        super().__init__()
        self._model = model
        self.ids: list[str] = []
        self.cell: Cell | None = None
        self.arrow = ""
        """Id of the selected arrow; no note is selected then."""
        self.role = 0
        """Index of the role whose emotion point the keyboard is on, where the cell is in an emotion lane."""

    @property
    def lead(self) -> str:
        """The note that keys start from; empty if none is selected."""
        return self.ids[-1] if self.ids else ""

    @property
    def lead_slot(self) -> int | None:
        """Its slot."""
        return self._model.slot_of.get(self.lead)

    def set(self, ids: Iterable[str]) -> None:
        """Select these notes only."""
        self.ids, self.arrow = list(dict.fromkeys(ids)), ""
        slot = self.lead_slot
        if slot is not None and self._model.row[slot] >= 0:
            self.cell = self._model.cell(slot)
        self.changed.emit()

    def toggle(self, id: str) -> None:
        """Add a note, or take it out."""
        self.set([i for i in self.ids if i != id] if id in self.ids else [*self.ids, id])

    def go(self, cell: Cell | None) -> None:
        """Select no note; put the keyboard on a cell."""
        self.ids, self.cell, self.arrow = [], cell, ""
        self.changed.emit()

    def take_arrow(self, id: str) -> None:
        """Select an arrow only."""
        self.ids, self.arrow = [], id
        self.changed.emit()

    def prune(self) -> None:
        """Let go of notes that are gone and of a cell outside the board."""
        if self.arrow not in {arrow.id for arrow in self._model.arrows}:
            self.arrow = ""
        kept = [id for id in self.ids if id in self._model.slot_of]
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
