"""Paints a row of the list of terms: name and English name, state, a mark where departments differ."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.terms.model import ROW_ROLE, Index, TermRow
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets.badge import STATES, status_words


class TermDelegate(QStyledItemDelegate):
    """Two lines, 52 pixels high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 52)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TermRow = index.data(ROW_ROLE)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        state = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, color("accentW" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), color("accent"))
        differs = translate("Terms", "departments differ") if row.differs else row.other
        _line(painter, rect.adjusted(16, 8, -40, -26 if differs else -8), row.name, font(13, bold=True), "text")
        _line(painter, rect.adjusted(16, 28, -40, -6), differs, font(11), "warn" if row.differs else "text3")
        icon, token = STATES[row.state]
        icons.draw_icon(painter, QRectF(rect.right() - 32, rect.center().y() - 9, 18, 18), icon, color(token))
        painter.setPen(color("gridline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def helpEvent(self, event, view, option, index: Index) -> bool:
        row = index.data(ROW_ROLE)
        view.setToolTip(status_words(row.state) if row else "")
        return super().helpEvent(event, view, option, index)


def _line(painter: QPainter, rect: QRectF, text: str, face, token: str) -> None:
    painter.setFont(face)
    painter.setPen(color(token))
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
