"""Paints the rows: the two drafts on their departments' tones, the effect as a bar, three buttons to decide by."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fusenapp.domain import settlement
from fusenapp.flows.comparing import Point, Side
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.comparing import words
from fusenapp.ui.comparing.model import DECISION, EFFECT, ITEM, LEFT, POINT_ROLE, CompareModel, key_of
from fusenapp.ui.theme import color, department_look, font
from fusenapp.ui.widgets import draw_department_mark
from fusenapp.ui.widgets.labels import broken_lines
from fusenapp.ui.words import item_icon

HEIGHT = 72
BUTTONS = ("left", "right", "third")
_BUTTON = (66, 28)
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTER = Qt.AlignmentFlag.AlignCenter


def button_at(rect: QRectF, x: float, y: float) -> str:
    """Which of the three buttons of a decision's cell is at a point, or empty."""
    for at, name in enumerate(BUTTONS):
        if _button(rect, at).contains(x, y):
            return name
    return ""


def _button(rect: QRectF, at: int) -> QRectF:
    width, height = _BUTTON
    return QRectF(rect.x() + 8 + at * width, rect.y() + 8, width, height)


class CompareDelegate(QStyledItemDelegate):
    """Rows of `HEIGHT` pixels."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        point: Point = index.data(POINT_ROLE)
        model = index.model()
        assert isinstance(model, CompareModel)
        assert model.sides is not None
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if selected:
            painter.fillRect(rect, color("accentW"))
        column = index.column()
        if column == ITEM:
            _item(painter, rect, model, point, selected)
        elif column == EFFECT:
            _effect(painter, rect, model, point)
        elif column == DECISION:
            _decision(painter, rect, model, point)
        else:
            side = model.sides[column - LEFT]
            _draft(painter, rect, model, point, side, column)
        painter.setPen(color("gridline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def _text(painter: QPainter, rect: QRectF, text: str, face: QFont, token: str, align: Qt.AlignmentFlag = _LEFT) -> None:
    painter.setFont(face)
    painter.setPen(color(token))
    painter.drawText(rect, align, QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width())))


def _item(painter: QPainter, rect: QRectF, model: CompareModel, point: Point, selected: bool) -> None:
    if selected:
        painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), color("accent"))
    icons.draw_icon(painter, QRectF(rect.x() + 14, rect.center().y() - 9, 18, 18), item_icon(point.item), color("text2"))
    inside = rect.adjusted(44, 14, -8, -14)
    half = inside.height() / 2
    _text(painter, QRectF(inside.x(), inside.y(), inside.width(), half), words.belongs(model.snapshot, point), font(11), "text3")
    _text(painter, QRectF(inside.x(), inside.y() + half, inside.width(), half), words.about(point), font(13, bold=True), "text")


def _draft(painter: QPainter, rect: QRectF, model: CompareModel, point: Point, side: Side, column: int) -> None:
    """The words of a side; grey where the other one or a third way was taken, struck out where it was given up."""
    look = department_look(words.shape_of(model.snapshot, side))
    given_up = bool(point.choice) and point.choice not in (side.key, settlement.BOTH, settlement.DISCUSS)
    quiet = given_up or not point.differs
    box = rect.adjusted(4, 8, -4, -8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("sunken") if quiet else look.weak)
    painter.drawRoundedRect(box, 6, 6)
    painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), color("border") if quiet else look.strong)
    draw_department_mark(painter, QRectF(box.x() + 13, box.center().y() - 5, 10, 10), look.shape)
    face = font(13, bold=not quiet)
    face.setStrikeOut(given_up)
    _lines(painter, box.adjusted(32, 4, -8, -4), words.said(point, column), face, "text2" if quiet else "text")


def _lines(painter: QPainter, rect: QRectF, text: str, face: QFont, token: str) -> None:
    """A text in at most two lines, the last one cut where there is more."""
    lines = [line for paragraph in text.split("\n") for line in broken_lines(paragraph, face, max(int(rect.width()), 16))]
    if len(lines) > 2:
        lines = [lines[0], "".join(lines[1:])]
    height = 20
    top = rect.center().y() - len(lines) * height / 2
    for at, line in enumerate(lines):
        _text(painter, QRectF(rect.x(), top + at * height, rect.width(), height), line, face, token)


def _effect(painter: QPainter, rect: QRectF, model: CompareModel, point: Point) -> None:
    """How many leads more or fewer match with the right side than with the left."""
    effect = model.effects.get(key_of(point))
    inside = rect.adjusted(12, 14, -8, -14)
    if effect is None:
        _text(painter, inside, "—", font(13), "text3")
        return
    change = effect.right - effect.left
    line = QRectF(inside.x(), inside.y(), inside.width(), 22)
    strong = font(13, bold=True)
    told = f"{change:+,}".replace("-", "−") if change else "±0"
    _text(painter, line, told, strong, "text")
    used = QFontMetrics(strong).horizontalAdvance(told) + 8
    _text(painter, line.adjusted(used, 0, 0, 0), f"{effect.left:,} → {effect.right:,}", font(11), "text2")
    width = (inside.width() - 8) * abs(change) / max(model.most(), 1)
    painter.fillRect(QRectF(inside.x(), inside.y() + 28, max(width, 2 if change else 0), 8), color("text2"))


def _decision(painter: QPainter, rect: QRectF, model: CompareModel, point: Point) -> None:
    assert model.sides is not None
    left, right = model.sides
    if not point.differs:
        icons.draw_icon(painter, QRectF(rect.x() + 10, rect.center().y() - 7, 14, 14), "check", color("good"))
        _text(painter, rect.adjusted(30, 0, -8, 0), translate("Compare", "the same"), font(11), "text2")
        return
    whole = _button(rect, 0).united(_button(rect, 2))
    painter.setBrush(color("surface"))
    painter.setPen(color("border"))
    painter.drawRoundedRect(whole, 6, 6)
    for at, name in enumerate(BUTTONS):
        chosen = point.choice == {"left": left.key, "right": right.key}.get(name, "third")
        _choice(painter, _button(rect, at), model, name, chosen, at)
    below = QRectF(rect.x() + 8, whole.bottom() + 5, rect.width() - 16, 18)
    talk = point.choice == settlement.DISCUSS
    icon, token = ("speech", "warn") if talk else ("check-circle", "good") if point.choice else ("more", "text3")
    icons.draw_icon(painter, QRectF(below.x(), below.center().y() - 6, 12, 12), icon, color(token))
    told = words.said(point, 0) if point.choice and not talk else words.choice_words(model.snapshot, point, left, right)
    _text(painter, below.adjusted(18, 0, 0, 0), told, font(11, bold=bool(point.choice)), token)


def _choice(painter: QPainter, rect: QRectF, model: CompareModel, name: str, chosen: bool, at: int) -> None:
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accentW"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
    if at:
        painter.setPen(color("border"))
        painter.drawLine(rect.topLeft(), rect.bottomLeft())
    assert model.sides is not None
    face, token = font(12, bold=chosen), "accent" if chosen else "text"
    if name == "third":
        _text(painter, rect.adjusted(4, 0, -4, 0), translate("Compare", "Third"), face, token, _CENTER)
        return
    words_of = translate("Compare", "Take")
    width = QFontMetrics(face).horizontalAdvance(words_of) + 16
    start = rect.center().x() - width / 2
    draw_department_mark(painter, QRectF(start, rect.center().y() - 4.5, 9, 9), words.shape_of(model.snapshot, model.sides[at]))
    _text(painter, QRectF(start + 15, rect.y(), rect.right() - start - 16, rect.height()), words_of, face, token)
