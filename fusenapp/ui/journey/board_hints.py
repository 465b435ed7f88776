"""What is missing on a journey, looked for while nobody waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from fusenapp.domain.journey_gaps import Gap, looking
from fusenapp.ui.journey.surface import Board

GAPS_AFTER = 200
"""Milliseconds after an edit until the hints are looked for again."""

GAPS_SLICE, GAPS_PAUSE = 0.004, 12
"""Seconds that are spent on the hints in one go, and milliseconds until the next."""

GAPS_SLOWER = 5
"""One more millisecond for so many notes: the hints read them all, and on a huge board they must not get in the way of writing."""


class BoardHints(QObject):
    """Finds the hints of a board: a small one's at once, a large one's in slices, so that no frame waits for them."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._search: Iterator[Gap | None] = iter(())
        self._found: list[Gap] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def soon(self) -> None:
        """Look in a while; a while longer on a large board."""
        self._timer.start(GAPS_AFTER + len(self._board.model.slot_of) // GAPS_SLOWER)

    def look(self) -> None:
        """Look for the hints anew."""
        board = self._board
        self._timer.stop()
        roles = [role.id for role in board.model.shown_roles if role.id]
        self._search = iter(()) if board.context.presenting else looking(board.context.snapshot(), board.model.journey, roles)
        self._found = []
        self._look_further(self._search)

    def _look_further(self, search: Iterator[Gap | None]) -> None:
        until = perf_counter() + GAPS_SLICE
        for gap in search:
            if gap is not None:
                self._found.append(gap)
            elif perf_counter() > until:
                self._look_later(search)
                return
        if self._board.pressed:  # new hints move the board, and nothing may move below a gesture
            self._look_later(search)
        else:
            self._board.show_gaps(self._found)

    def _look_later(self, search: Iterator[Gap | None]) -> None:
        QTimer.singleShot(GAPS_PAUSE, self, lambda: self._look_further(search) if search is self._search else None)
