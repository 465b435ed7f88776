"""The one door through which views hear of the document: own edits, undo, a colleague's, a merged file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from fusenapp.document import Changes, Document, Undone


class DocumentBridge(QObject):
    """Turns the document's changes into Qt signals, one per turn of the event loop.

    Signals:
        changed: a `Changes` with everything since the last signal; origin and label are those of the
            last transaction in it.
        undo_state_changed: undo or redo may have another label now.
        stepped: an `Undone`, after an undo or redo by the user: what became of it.
    """

    changed = Signal(object)
    undo_state_changed = Signal()
    stepped = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._waiting: Changes | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.flush)
        self._unsubscribe = document.subscribe(self._take)

    def undo(self) -> str | None:
        """Take the last own step back; returns its label, or None if there is none."""
        return self._told(self._document.undo)

    def redo(self) -> str | None:
        """Do the last step taken back again; returns its label, or None if there is none."""
        return self._told(self._document.redo)

    def _told(self, step: Callable[[], Undone]) -> str | None:
        outcome = step()
        if outcome.label is not None:
            self.flush()
            self.stepped.emit(outcome)
        return outcome.label

    def flush(self) -> None:
        """Signal what waits, now."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.changed.emit(waiting)
        self.undo_state_changed.emit()

    def close(self) -> None:
        """Hear nothing any more."""
        self._timer.stop()
        self._waiting = None
        self._unsubscribe()

    def _take(self, changes: Changes) -> None:
        if self._waiting and (self._waiting.removed & changes.added or self._waiting.added & changes.removed):
            self.flush()
        self._waiting = changes if self._waiting is None else merged(self._waiting, changes)
        self._timer.start()


def merged(first: Changes, then: Changes) -> Changes:
    """Two batches as one; no record may be gone in the one and there in the other (see `_take`)."""
    updated = dict(first.updated)
    for key, fields in then.updated.items():
        updated[key] = updated.get(key, frozenset()) | fields
    added, removed = first.added | then.added, first.removed | then.removed
    return replace(then, added=added, removed=removed, updated={k: f for k, f in updated.items() if k not in added | removed})
