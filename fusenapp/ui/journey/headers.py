"""The frozen headers: phases across the top, lanes and roles down the left, + between them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from fusenapp.i18n import translate
from fusenapp.ui.journey.board_model import BoardModel
from fusenapp.ui.journey.header_words import PLUS_REACH
from fusenapp.ui.journey.hit import Hit
from fusenapp.ui.journey.lane_header import LaneHeader
from fusenapp.ui.journey.layout import BoardLayout
from fusenapp.ui.journey.phase_header import PhaseHeader
from fusenapp.ui.journey.stamps import Stamps
from fusenapp.ui.journey.text_fit import note_font, text_width
from fusenapp.ui.journey.viewport import LANE_WIDTHS, ROLE_WIDTHS, Viewport
from fusenapp.ui.theme import color

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Headers:
    """Paints both header bands over the board."""

    def __init__(self, model: BoardModel, layout: BoardLayout) -> None:
        self._model, self._layout = model, layout
        self._widths, self._widths_for = (LANE_WIDTHS[0], ROLE_WIDTHS[0]), -1
        self._phases, self._lanes = PhaseHeader(model, layout), LaneHeader(model, layout)
        self._stamps = Stamps()

    def widths(self) -> tuple[float, float]:
        """Widths of the columns for lanes and roles, so that no word of the usual length is cut."""
        if self._layout.columns_version != self._widths_for:
            self._widths_for, self._widths = self._layout.columns_version, self._measured()
        return self._widths

    def _measured(self) -> tuple[float, float]:
        lanes = (word for lane in self._model.lanes if lane.by_role for word in lane.name.split() if word.isascii())
        roles = (word for role in self._model.shown_roles for word in role.name.replace("-", "- ").split() if word.isascii())
        lane = max((text_width(word, 12, True) / 0.92 + 18 for word in lanes), default=0.0)
        role = max((text_width(word, 11) + 8 for word in roles), default=0.0)
        return _between(lane, LANE_WIDTHS), _between(role, ROLE_WIDTHS)

    def paint(self, painter: QPainter, view: Viewport, region: QRegion, *, current: int, hover: Hit) -> None:
        """Draw those headers that lie in ``region``; ``current`` is the phase of the selected note, or -1."""
        inserting = hover.kind.endswith("insert")
        if inserting or region.intersects(QRect(0, 0, int(view.width) + 1, int(view.top + PLUS_REACH) + 1)):
            self._phases.paint(painter, view, current, hover)
        if inserting or region.intersects(QRect(0, 0, int(view.left) + 1, int(view.height) + 1)):
            self._lanes.paint(painter, view, hover)
            self._corner(painter, view)

    def _corner(self, painter: QPainter, view: Viewport) -> None:
        self._stamps.draw(painter, "corner", QRectF(0, 0, view.left + 1, view.top + 1), lambda inner: self._paint_corner(inner, view),
                          ground=color("surface"))

    @staticmethod
    def _paint_corner(painter: QPainter, view: Viewport) -> None:
        painter.fillRect(QRectF(0, view.top, view.left, 1), color("borderS"))
        painter.fillRect(QRectF(view.left, 0, 1, view.top + 1), color("borderS"))
        painter.scale(view.head_scale, view.head_scale)
        painter.setPen(color("text3"))
        painter.setFont(note_font(11))
        painter.drawText(QRectF(12, 7, 90, 15), LEFT, translate("Board", "Lanes \\"))
        painter.drawText(QRectF(12, 23, 90, 15), LEFT, translate("Board", "Phases"))


def _between(width: float, bounds: tuple[float, float]) -> float:
    return min(max(width, bounds[0]), bounds[1])
