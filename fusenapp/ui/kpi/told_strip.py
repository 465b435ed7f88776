"""What is told between the choices and the tree: no room is taken while there is nothing to tell."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from fusenapp.ui.widgets import column

_MOVES = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class ToldStrip(QWidget):
    """Parts one below the other, each shown and hidden by itself; a row of what is hidden would keep its margins, so it goes too."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._parts, self._away = parts, False
        self.setLayout(column(*parts, gap=10, margins=(16, 0, 16, 10)))
        for part in parts:
            part.installEventFilter(self)
        self._fit()

    def put_away(self, away: bool) -> None:
        """Leave the room to something else, whatever there is to tell."""
        self._away = away
        self._fit()

    def _fit(self) -> None:
        self.setVisible(not self._away and not all(part.isHidden() for part in self._parts))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._fit()
        return False
