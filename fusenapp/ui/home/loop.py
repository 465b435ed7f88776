"""The strip of the seven steps, from bringing together to handing out."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons, words
from fusenapp.ui.home.reckoning import Standing
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import Card, Line


class Step(NamedTuple):
    """One step: title, figure below it, state (done, now, later), area to go to."""

    title: str
    note: str
    state: str
    area: str


def steps(s: Standing) -> list[Step]:
    """The seven steps with where they stand."""
    review = _review(min((d for d in (s.next_meeting, s.next_review) if d), default=None))
    left = s.items - s.agreed
    return [
        Step(translate("Loop", "Bring"), translate("Loop", "%n department(s)", n=s.departments), _state(s.written, True), "personas"),
        Step(translate("Loop", "Compare"), translate("Loop", "%n open", n=s.open) if s.written else "",
             _state(s.agreed > 0 and not s.open, s.written), "compare"),
        Step(translate("Loop", "Agree"), f"{s.agreed} / {s.items}", _state(s.items > 0 and not left, s.items > 0), "agreements"),
        Step(translate("Loop", "Test"), translate("Loop", "%n lead(s)", n=s.leads), _state(s.leads > 0, s.leads > 0), "hot_lead"),
        Step(translate("Loop", "Oversee"), _overseen(s), _state(s.off_target == 0, s.off_target is not None), "kpi"),
        Step(translate("Loop", "Review"), review, _state(False, bool(review)), "reviews"),
        Step(translate("Loop", "Hand out"), "Excel", _state(False, s.agreed > 0), "export"),
    ]


def _review(due: str | None) -> str:
    """The day of the next review; only the month while it is far off."""
    if not due:
        return ""
    date = dt.date.fromisoformat(due)
    return words.day(date) if (date - dt.date.today()).days < 90 else words.month(due)


def _overseen(s: Standing) -> str:
    if s.off_target is None:
        return translate("Loop", "%n KPI(s)", n=s.kpis)
    return translate("Loop", "%n off target", n=s.off_target)


def _state(done: bool, begun: bool) -> str:
    return "done" if done else "now" if begun else "later"


class StepButton(QAbstractButton):
    """A numbered circle (or a check), the step's name and its figure."""

    def __init__(self, number: int, step: Step) -> None:
        super().__init__()
        self._number = number
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_step(step)

    def show_step(self, step: Step) -> None:
        """Other figures."""
        self.step = step
        self.setText(step.title)
        self.setAccessibleName(f"{self._number} {step.title} {step.note}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        title = QFontMetrics(font(bold=True)).horizontalAdvance(self.step.title)
        note = QFontMetrics(font(11)).horizontalAdvance(self.step.note)
        return QSize(38 + max(title, note) + 4, 44)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 80), 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(color("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._paint_circle(painter)
        left, width = 38, self.width() - 40
        for face, tone, top, text in ((font(bold=True), "text", 4, self.step.title), (font(11), "text3", 23, self.step.note)):
            painter.setFont(face)
            painter.setPen(color(tone))
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(left, top, width, 18), Qt.AlignmentFlag.AlignVCenter, cut)

    def _paint_circle(self, painter: QPainter) -> None:
        fill, tone = {"done": ("goodW", "good"), "now": ("accentW", "accent"), "later": ("sunken", "text3")}[self.step.state]
        place = QRectF(4, 9, 26, 26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(fill))
        painter.drawEllipse(place)
        if self.step.state == "done":
            icons.draw_icon(painter, place.adjusted(6, 6, -6, -6), "check", color(tone))
        else:
            painter.setPen(color(tone))
            painter.setFont(font(11, bold=True))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._number))


class Loop(Card):
    """All seven.

    Signals:
        chosen: id of the area a step leads to, or ``export``.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(12, 10))
        self._line = QHBoxLayout()
        self._line.setSpacing(2)
        self.body.addLayout(self._line)
        self._buttons: list[StepButton] = []

    def show_standing(self, standing: Standing) -> None:
        """Make or renew the steps."""
        for at, step in enumerate(steps(standing)):
            if at < len(self._buttons):
                self._buttons[at].show_step(step)
            else:
                self._add(at + 1, step)

    def _add(self, number: int, step: Step) -> None:
        if number > 1:
            line = Line()
            line.setMinimumWidth(2)
            self._line.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)
        button = StepButton(number, step)
        button.clicked.connect(self._press)
        self._buttons.append(button)
        self._line.addWidget(button)

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.chosen.emit(button.step.area)
