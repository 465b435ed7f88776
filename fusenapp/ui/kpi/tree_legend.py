"""What the marks in a picture of the tree mean: states, quality and general, the lines of the trend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.kpi.bands import Department
from fusenapp.ui.kpi.figures import NodeFigures
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import draw_department_mark
from fusenapp.ui.widgets.badge import STATES, status_words

LEGEND = 26.0
"""Height of its line."""
_STATES = ("on_target", "caution", "off_target")
_KEY, _GAP = 14.0, 18.0


def paint_legend(painter: QPainter, nodes: Iterable[NodeFigures], departments: Mapping[str, Department], width: float) -> None:
    """One line, of what there is among some nodes; whose mark is whose comes last."""
    there = list(nodes)
    used = {node.department for node in there}
    marks = {shape: name for id, (shape, name) in departments.items() if id in used}
    keys = [state for state in _STATES if any(node.state == state for node in there)]
    keys += ["qual", "gen"] if any(node.quality is not None for node in there) else []
    keys += ["trend", "target"] if any(sum(v is not None for v in node.trend) > 1 for node in there) else []
    keys += list(marks)
    face = font(11)
    metrics, x = QFontMetricsF(face), 0.0
    for key in keys:
        words = marks.get(key) or _words(key)
        if x + _KEY + 5 + metrics.horizontalAdvance(words) > width:
            return
        _key(painter, QRectF(x, LEGEND / 2 - _KEY / 2 + 2, _KEY, _KEY), key)
        painter.setFont(face)
        painter.setPen(color("text2"))
        place = QRectF(x + _KEY + 5, 4, metrics.horizontalAdvance(words) + 4, LEGEND - 4)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        x += _KEY + 5 + metrics.horizontalAdvance(words) + _GAP


def _words(key: str) -> str:
    return {"qual": translate("Kpi", "Quality leads"), "gen": translate("Kpi", "General leads"),
            "trend": translate("KpiPicture", "Actuals of the last months"), "target": translate("KpiPicture", "Targets of the same months")
            }.get(key) or status_words(key)


def _key(painter: QPainter, place: QRectF, key: str) -> None:
    if key in STATES:
        icon, token = STATES[key]
        icons.draw_icon(painter, place, icon, color(token))
    elif key in ("qual", "gen"):
        painter.fillRect(place.adjusted(0, 3, 0, -3), color(key))
    elif key not in ("trend", "target"):
        draw_department_mark(painter, QRectF(place.right() - 9, place.center().y() - 4.5, 9, 9), key)
    else:
        painter.setPen(QPen(color("text2"), 1.5) if key == "trend" else QPen(color("text3"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(place.left(), place.center().y()), QPointF(place.right(), place.center().y()))
