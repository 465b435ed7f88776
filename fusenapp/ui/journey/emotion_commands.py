"""Points of the emotion curves by keyboard."""

from __future__ import annotations

from fusenapp.domain.journey import EMOTION_RANGE
from fusenapp.editing import journeys
from fusenapp.ui.journey.surface import Board


class EmotionCommands:
    """While the keyboard is on a cell of an emotion lane: up and down choose the role, Alt+up and down move its point."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def focused(self) -> tuple[str, str] | None:
        """Role and phase of the point that the keyboard is on."""
        board = self._board
        cell = board.selection.cell
        if board.selection.count or board.selection.arrow or cell is None or cell[0] >= len(board.model.rows):
            return None
        roles = board.model.shown_roles
        if board.model.rows[cell[0]].content != "emotion" or not roles:
            return None
        return roles[min(board.selection.role, len(roles) - 1)].id, board.model.phases[cell[1]].id

    def go(self, dy: int) -> bool:
        """To the next role's point; False if there is none."""
        selection = self._board.selection
        if not dy or self.focused() is None or not 0 <= selection.role + dy < len(self._board.model.shown_roles):
            return False
        selection.role += dy
        selection.go(selection.cell)
        return True

    def shift(self, dy: int) -> None:
        """Raise (-1) or lower (1) the point by half a level."""
        knot = self.focused()
        if knot is not None and dy:
            level = self._board.model.emotion.get(knot, 0.0) - 0.5 * dy
            self.set(*knot, min(max(level, EMOTION_RANGE[0]), EMOTION_RANGE[1]))

    def clear(self) -> None:
        """Take the point away."""
        knot = self.focused()
        if knot is not None:
            self.set(*knot, None)

    def set(self, role: str, phase: str, level: float | None) -> None:
        """Set a point; None takes it away."""
        journeys.set_emotion(self._board.document, self._board.model.journey, role, phase, level)
        self._board.done()
