"""Paints the cells of the table of items: icon and title, state pill, stamps with the department's shape."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fusenapp.domain.agreement import ItemStatus
from fusenapp.ui import icons
from fusenapp.ui.agreement_bar import revision_words
from fusenapp.ui.agreements.model import FIRST_STAMP, STATE, STATUS_ROLE, TITLE, AgreementsModel, due_tone
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import draw_department_mark, status_words
from fusenapp.ui.widgets.badge import STATES
from fusenapp.ui.words import item_icon

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class AgreementDelegate(QStyledItemDelegate):
    """Rows of 44 pixels."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, 44)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        status: ItemStatus = index.data(STATUS_ROLE)
        model = index.model()
        assert isinstance(model, AgreementsModel)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(rect, color("accentW"))
        column = index.column()
        if column == TITLE:
            icons.draw_icon(painter, QRectF(rect.x() + 12, rect.center().y() - 9, 18, 18), item_icon(status.item), color("text2"))
            _text(painter, rect.adjusted(40, 0, -8, 0), str(index.data()), font(13, bold=True), "text")
        elif column == STATE:
            _state(painter, rect, status)
        elif column < FIRST_STAMP + len(model.departments):
            _stamp(painter, rect, model.departments[column - FIRST_STAMP][2], model.stamped(status, column))
        else:
            _text(painter, rect.adjusted(8, 0, -8, 0), str(index.data()), font(11), due_tone(status))
        painter.restore()


def _text(painter: QPainter, rect: QRectF, text: str, face, token: str) -> None:
    painter.setFont(face)
    painter.setPen(color(token))
    painter.drawText(rect, _LEFT, QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width())))


def _state(painter: QPainter, rect: QRectF, status: ItemStatus) -> None:
    """The state as a pill, then the revision."""
    icon, token = STATES[status.state]
    face = font(11, bold=True)
    words = status_words(status.state)
    pill = QRectF(rect.x() + 8, rect.center().y() - 10, QFontMetrics(face).horizontalAdvance(words) + 30, 20)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(token + "W"))
    painter.drawRoundedRect(pill, 10, 10)
    icons.draw_icon(painter, QRectF(pill.x() + 7, pill.center().y() - 6.5, 13, 13), icon, color(token))
    _text(painter, pill.adjusted(23, 0, 0, 0), words, face, token)
    beside = QRectF(pill.right() + 8, rect.y(), rect.right() - pill.right() - 12, rect.height())
    _text(painter, beside, revision_words(status), font(11), "text3")


def _stamp(painter: QPainter, rect: QRectF, shape: str, text: str) -> None:
    done = text != "—"
    draw_department_mark(painter, QRectF(rect.x() + 10, rect.center().y() - 5, 10, 10), shape, done)
    _text(painter, rect.adjusted(28, 0, -6, 0), text, font(11), "text" if done else "text3")
