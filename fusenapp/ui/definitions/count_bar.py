"""How many leads meet a condition: the figure above a thin bar of its share."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.theme import color, font

_WIDTH, _HEIGHT, _BAR = 76, 28, 3


class CountBar(QWidget):
    """Empty until counted; the share that lacks information is drawn in the tone of caution."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self._parts = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[str, int] | None, problem: str = "") -> None:
        """match, no_match and unknown; None where nothing was counted, a dash where ``problem`` says why not."""
        self.text = "—" if problem else "" if counts is None else translate("Definitions", "%n lead(s)", n=counts["match"])
        whole = sum(counts.values()) if counts else 0
        self._parts = (counts["match"] / whole, counts["unknown"] / whole) if counts and whole else (0.0, 0.0)
        told = "" if counts is None else translate("Definitions", "match {match}, no match {no_match}, not enough information {unknown}").format(
            **{k: f"{v:,}" for k, v in counts.items()})
        self.setToolTip(problem or told)
        self.setAccessibleName(problem or told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text:
            return
        painter = QPainter(self)
        painter.setPen(color("text2"))
        painter.setFont(font(11))
        painter.drawText(QRectF(0, 2, self.width(), 16), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.text)
        painter.setPen(Qt.PenStyle.NoPen)
        match, unknown = (part * _WIDTH for part in self._parts)
        bars: tuple[tuple[str, float, float], ...] = (("sunken", 0.0, float(_WIDTH)), ("accent", 0.0, match), ("warn", match, unknown))
        for token, left, width in bars:
            painter.fillRect(QRectF(left, 21, width, _BAR), color(token))
