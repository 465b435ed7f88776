"""The eight note papers as buttons; a paper can be dragged from here onto the board."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QWidget

from fusenapp.domain.journey import PAPER_NAMES, PAPERS
from fusenapp.i18n import language
from fusenapp.ui.theme import color, paper


class Swatch(QAbstractButton):
    """One paper.

    Signals:
        dragged, dropped: (paper, global position) while it is being dragged and when it is let go.
    """

    dragged = Signal(int, QPoint)
    dropped = Signal(int, QPoint)

    def __init__(self, number: int, size: int = 20) -> None:
        super().__init__()
        self.number = number
        self._size = size
        self._from: QPoint | None = None
        self._dragging = False
        self.setCheckable(True)
        self.setFixedSize(QSize(size + 8, size + 8))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name = PAPER_NAMES[number - 1].to(language())
        self.setToolTip(f"{name} (Alt+{number})")
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(4, 4, self._size, self._size)
        colours = paper(self.number)
        painter.setPen(QPen(colours.edge, 1))
        painter.setBrush(colours.fill)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            style = Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DotLine
            painter.setPen(QPen(color("accent" if self.isChecked() else "focus"), 2, style))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 6, 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from, self._dragging = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None and not self._dragging:
            away = (event.position().toPoint() - self._from).manhattanLength()
            self._dragging = away >= QApplication.startDragDistance()
        if self._dragging:
            self.dragged.emit(self.number, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging, self._dragging, self._from = self._dragging, False, None
        if dragging:
            self.setDown(False)
            self.dropped.emit(self.number, event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)


class Papers(QWidget):
    """All eight in a row; arrow keys go from one to the next.

    Signals:
        chosen: a paper was clicked.
        dragged, dropped: see `Swatch`.
    """

    chosen = Signal(int)
    dragged = Signal(int, QPoint)
    dropped = Signal(int, QPoint)

    def __init__(self, name: str, *, size: int = 20, gap: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(gap)
        self.swatches = [Swatch(number, size) for number in range(1, PAPERS + 1)]
        for swatch in self.swatches:
            layout.addWidget(swatch)
            swatch.clicked.connect(self._clicked)
            swatch.dragged.connect(self.dragged)
            swatch.dropped.connect(self.dropped)
        layout.addStretch(1)

    def set_current(self, number: int) -> None:
        """Mark a paper; 0 marks none."""
        for swatch in self.swatches:
            swatch.setChecked(swatch.number == number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        at = next((i for i, swatch in enumerate(self.swatches) if swatch.hasFocus()), -1)
        if step is None or at < 0:
            super().keyPressEvent(event)
        else:
            self.swatches[(at + step) % len(self.swatches)].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        swatch = self.sender()
        if isinstance(swatch, Swatch):
            self.chosen.emit(swatch.number)
