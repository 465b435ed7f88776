"""Where a dragged condition would land, and the line that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fusenapp.ui.definitions.group_card import GroupCard
from fusenapp.ui.theme import color

_EDGE = 12
"""Pixels at the top and bottom of a group that still belong to the group around it."""


@dataclass(frozen=True)
class Slot:
    """A place between two members: its group, the member that would follow, and its line in the builder."""

    group: str
    before: str | None
    line: QRect


def slot_at(card: GroupCard, cards: Mapping[str, GroupCard], open_to: set[str], base: QWidget, at: QPoint) -> Slot | None:
    """The slot nearest to a point of ``base``, in the deepest group there that is ``open_to`` the dragged member."""
    for record, widget in card.members:
        place = _place(widget, base)
        inner = cards.get(record)
        if inner is not None and place.top() + _EDGE <= at.y() <= place.bottom() - _EDGE:
            return slot_at(inner, cards, open_to, base, at)
        if at.y() < place.center().y():
            return Slot(card.record, record, _line(card, base, place.top())) if card.record in open_to else None
    bottom = _place(card.members[-1][1], base).bottom() + 1 if card.members else _place(card, base).center().y()
    return Slot(card.record, None, _line(card, base, bottom)) if card.record in open_to else None


def _place(widget: QWidget, base: QWidget) -> QRect:
    return QRect(widget.mapTo(base, QPoint(0, 0)), widget.size())


def _line(card: GroupCard, base: QWidget, y: int) -> QRect:
    place = _place(card, base)
    return QRect(place.left(), y - 2, place.width(), 4)


class DropMark(QWidget):
    """A line in the tone of the focus, over everything else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, slot: Slot | None) -> None:
        """Show the line of a slot, or nothing."""
        self.setVisible(slot is not None)
        if slot is not None:
            self.setGeometry(slot.line)
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("focus"))
        painter.drawRoundedRect(self.rect().adjusted(0, 1, 0, -1), 1, 1)
