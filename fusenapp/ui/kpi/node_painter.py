"""Paints one node: department, name, achievement, value, trend, target and the split into quality and general."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.kpi.figures import NodeFigures, percent, scaled
from fusenapp.ui.kpi.letters import Letters
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import draw_department_mark
from fusenapp.ui.widgets.badge import STATES
from fusenapp.ui.widgets.labels import broken_lines

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def paint_node(painter: QPainter, rect: QRectF, node: NodeFigures, shape: str, *, selected: bool, pointed: bool = False) -> None:
    """Everything inside the node's box. A long name is written smaller, and on two lines, rather than cut."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("focus" if selected else "borderS"), 2 if selected else 1))
    painter.setBrush(color("accentW" if pointed else "surface"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    _head(painter, rect, node, shape)
    _value(painter, rect, node)
    _trend(painter, QRectF(rect.right() - 68, rect.y() + 32, 56, 24), node)
    _target(painter, rect, node)
    _split(painter, rect, node)


def paint_far(painter: QPainter, rect: QRectF, node: NodeFigures, shape: str, *, selected: bool, pointed: bool = False) -> None:
    """What can be read from afar: name and achievement in large letters, the state as a colour along the side."""
    painter.setPen(QPen(color("focus" if selected else "borderS"), 4 if selected else 1.5))
    painter.setBrush(color("accentW" if pointed else "surface"))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
    icon, token = STATES.get(node.state, ("", "text3"))
    if icon:
        painter.fillRect(QRectF(rect.x() + 3, rect.y() + 8, 10, rect.height() - 16), color(token))
        icons.draw_icon(painter, QRectF(rect.x() + 22, rect.bottom() - 43, 30, 30), icon, color(token))
    face, inside = font(24, bold=True), rect.adjusted(22, 8, -8, 0)
    for at, line in enumerate(_two_lines(node.name, face, inside.width())):
        _text(painter, QRectF(inside.x(), inside.y() + 30 * at, inside.width(), 30), line, face, "text")
    figure, unit = scaled(node.value, node.unit)
    told = percent(node.achievement) if icon else f"{figure}{unit if node.value is not None else ''}"
    below = QRectF(rect.x() + (58 if icon else 22), rect.bottom() - 46, rect.width() - (66 if icon else 30), 36)
    _text(painter, below, told, font(24, bold=True), token if icon else "text2")


def _two_lines(name: str, face: QFont, width: float) -> list[str]:
    """A name in at most two lines; what is left over is cut from the second by whoever paints it."""
    first = broken_lines(name, face, int(width))[0]
    rest = name[len(first):].strip()
    return [first, rest] if rest else [first]


def _head(painter: QPainter, rect: QRectF, node: NodeFigures, shape: str) -> None:
    draw_department_mark(painter, QRectF(rect.x() + 12, rect.y() + 13, 9, 9), shape)
    room = 70 if node.state else 12
    place = QRectF(rect.x() + 27, rect.y() + 8, rect.width() - 27 - room, 20)
    _name(painter, place, node.name)
    if node.state:
        icon, token = STATES[node.state]
        text = percent(node.achievement)
        face = font(11, bold=True)
        width = QFontMetricsF(face).horizontalAdvance(text)
        _text(painter, QRectF(rect.right() - 10 - width, rect.y() + 8, width + 2, 20), text, face, token)
        icons.draw_icon(painter, QRectF(rect.right() - 26 - width, rect.y() + 11, 14, 14), icon, color(token))


def _name(painter: QPainter, place: QRectF, name: str) -> None:
    face, lines = fitted_name(name, place.width())
    if len(lines) == 1:
        _text(painter, place, name, face, "text")
        return
    for at, line in enumerate(lines):
        _text(painter, QRectF(place.x(), place.y() - 2 + 12 * at, place.width(), 12), line, face, "text")


def fitted_name(name: str, width: float) -> tuple[QFont, list[str]]:
    """A name as large as it fits on one line, else small on two; what is too long even so is cut by whoever paints it."""
    size, lines = _fitted(name, width, font(13).family())
    return font(size, bold=True), list(lines)


@lru_cache(maxsize=4096)
def _fitted(name: str, width: float, family: str) -> tuple[int, tuple[str, ...]]:
    """Size of the letters and lines, by the family of the font in use: no font is held, they must be gone before the application is."""
    for size in (13, 12, 11, 10):
        if QFontMetricsF(font(size, bold=True)).horizontalAdvance(name) <= width:
            return size, (name,)
    return 9, tuple(_two_lines(name, font(9, bold=True), width))


def _value(painter: QPainter, rect: QRectF, node: NodeFigures) -> None:
    figure, unit = scaled(node.value, node.unit)
    face = font(20, bold=True)
    _text(painter, QRectF(rect.x() + 12, rect.y() + 28, 110, 30), figure, face, "text" if node.value is not None else "text3")
    at = rect.x() + 16 + QFontMetricsF(face).horizontalAdvance(figure)
    _text(painter, QRectF(at, rect.y() + 33, 50, 24), unit, font(11), "text2")


def _trend(painter: QPainter, rect: QRectF, node: NodeFigures) -> None:
    """The last months as a line, targets dashed; a month without a figure breaks the line."""
    known = [v for v in (*node.trend, *node.targets) if v is not None]
    if sum(v is not None for v in node.trend) < 2:
        return
    low, high = min(known), max(known)
    span = (high - low) or 1.0

    def point(at: int, value: float) -> QPointF:
        return QPointF(rect.x() + rect.width() * at / max(len(node.trend) - 1, 1), rect.bottom() - rect.height() * (value - low) / span)

    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color("text3"), 1, Qt.PenStyle.DotLine))
    painter.drawPath(_line(node.targets, point))
    tone = color("bad" if node.state == "off_target" else "warn" if node.state == "caution" else "text2")
    painter.setPen(QPen(tone, 1.5))
    painter.drawPath(_line(node.trend, point))
    last = max(i for i, v in enumerate(node.trend) if v is not None)
    painter.setBrush(tone)
    painter.drawEllipse(point(last, node.trend[last] or 0.0), 2, 2)


def _line(values: tuple[float | None, ...], point) -> QPainterPath:
    path, down = QPainterPath(), False
    for at, value in enumerate(values):
        if value is None:
            down = False
        elif down:
            path.lineTo(point(at, value))
        else:
            path.moveTo(point(at, value))
            down = True
    return path


def _target(painter: QPainter, rect: QRectF, node: NodeFigures) -> None:
    figure, unit = scaled(node.target, node.unit)
    text = translate("Kpi", "Target {figure}").format(figure=f"{figure} {unit if node.target is not None else ''}".strip())
    _text(painter, QRectF(rect.x() + 12, rect.y() + 56, rect.width() - 24, 18), text, font(11), "text2")


def _split(painter: QPainter, rect: QRectF, node: NodeFigures) -> None:
    """The two halves: as a bar for counts, as two figures for rates."""
    if node.quality is None and node.general is None:
        return
    line = QRectF(rect.x() + 12, rect.bottom() - 22, rect.width() - 24, 16)
    if node.additive and node.quality is not None and node.general is not None and node.quality + node.general > 0:
        bar = QRectF(rect.x() + 12, rect.bottom() - 32, rect.width() - 24, 8)
        part = bar.width() * node.quality / (node.quality + node.general)
        painter.fillRect(QRectF(bar.x(), bar.y(), part, bar.height()), color("qual"))
        painter.fillRect(QRectF(bar.x() + part, bar.y(), bar.width() - part, bar.height()), color("gen"))
        share = f" ({node.quality / (node.quality + node.general):.1%})" if node.unit == "件" else ""
    else:
        painter.setPen(color("border"))
        painter.drawLine(line.topLeft() - QPointF(0, 4), line.topRight() - QPointF(0, 4))
        share = ""
    small = font(11)
    if node.quality is not None:
        _text(painter, line, translate("Kpi", "Q {figure}").format(figure=_short(node.quality, node)) + share, font(11, bold=True), "qualT")
    if node.general is not None:
        _text(painter, line, translate("Kpi", "G {figure}").format(figure=_short(node.general, node)), small, "genT", _RIGHT)


def _short(value: float, node: NodeFigures) -> str:
    """A half of the figure; the unit that stands beside the whole is not said again, there is no room for it twice."""
    figure, scale = scaled(value, node.unit)
    return figure if scale == scaled(node.value, node.unit)[1] and node.unit != "%" else f"{figure}{scale}"


class _Known:
    letters: Letters | None = None


@contextmanager
def with_letters(letters: Letters) -> Iterator[None]:
    """Paint with words that are laid out already; only around painting, never across events."""
    before, _Known.letters = _Known.letters, letters
    try:
        yield
    finally:
        _Known.letters = before


def _text(painter: QPainter, rect: QRectF, text: str, face: QFont, token: str, align: Qt.AlignmentFlag = _LEFT) -> None:
    painter.setPen(color(token))
    if _Known.letters is not None and align == _LEFT:
        _Known.letters.draw(painter, rect, text, face)
        return
    painter.setFont(face)
    painter.drawText(rect, align, QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
