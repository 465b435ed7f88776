"""How well a statement is backed, as three bars; pressing them chooses another grade."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from fusenapp.domain.persona import EVIDENCE, EVIDENCE_NAMES
from fusenapp.i18n import language, translate
from fusenapp.ui.theme import color


class EvidenceBars(QAbstractButton):
    """One to three filled bars.

    Args:
        grade: hypothesis, partial or confirmed.
        choose: called with the grade that the user picks (menu, or the keys 1 to 3).
    """

    def __init__(self, grade: str, choose: Callable[[str], None], *, of: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose, self._of = choose, of
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes from text to text; Alt+1 … 3 there does the same
        self.clicked.connect(self._menu)
        self.set(grade)

    def set(self, grade: str) -> None:
        """Show another grade."""
        self.grade = grade if grade in EVIDENCE else EVIDENCE[0]
        name = EVIDENCE_NAMES[self.grade].to(language())
        self.setToolTip(translate("Personas", "Evidence: {grade} (Alt+1 to 3 in the text)").format(grade=name))
        self.setAccessibleName(translate("Personas", "Evidence of {field}: {grade}").format(field=self._of, grade=name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(24, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(color("focus" if self.hasFocus() else "border"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(3):
            painter.setBrush(color("text2" if index <= EVIDENCE.index(self.grade) else "borderS"))
            height = 4 + 3 * index
            painter.drawRoundedRect(QRectF(5 + 5 * index, self.height() / 2 + 5 - height, 4, height), 1, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("1", "2", "3"):
            self._choose(EVIDENCE[int(event.text()) - 1])
            return
        super().keyPressEvent(event)

    def _menu(self) -> None:
        menu, group = QMenu(self), QActionGroup(self)
        for number, grade in enumerate(EVIDENCE, 1):
            action = QAction(f"{number}  {EVIDENCE_NAMES[grade].to(language())}", group)
            action.setCheckable(True)
            action.setChecked(grade == self.grade)
            action.setData(grade)
            menu.addAction(action)
        group.triggered.connect(lambda action: self._choose(action.data()))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
