"""The board below the notes: cells, lines, emotion curves, hints for gaps."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from fusenapp.domain.journey_gaps import Gap
from fusenapp.i18n import translate
from fusenapp.ui.icons import draw_icon
from fusenapp.ui.journey.board_model import BoardModel, Cell
from fusenapp.ui.journey.emotion import STEP, Knot, curve, draw_marker, emotion_rows, greatest_worry, knots, look, spread
from fusenapp.ui.journey.layout import GAP, NOTE_HEIGHT, SIDE, BoardLayout, Rect
from fusenapp.ui.journey.stamps import Stamps, on_paper
from fusenapp.ui.journey.text_fit import break_lines, note_font
from fusenapp.ui.journey.viewport import HALF, Viewport, whole
from fusenapp.ui.theme import color

DASH = 8.0
"""Length of a dash and its gap, logical px."""

PLACELESS = ("duplicate", "unlinked")
"""Hints that have no place of their own on the board; a big one may have thousands."""

HATCH = 10.0
"""Size of the pattern of a phase in which the purchase rests, logical px."""

PAPER_RATIO = 4.0
"""Pixels of a pattern for each logical px on paper."""

PIECE = 1536
"""Logical px of the emotions that are one picture: a whole number of the dots of its lines."""

NAMES = 120.0
"""Room for the roles' names right of the phases, logical px."""

MARKER = 12.0
"""How far a point of a curve reaches at most, logical px."""

READABLE = 0.45
"""Zoom below which words on the ground are left out."""


def projected(zoom: float) -> float:
    """How much larger the words of the curves are: as they are in the window, with the notes on a projector."""
    return min(2.0, max(1.0, zoom))


class Ground:
    """Paints everything that lies under the notes."""

    def __init__(self, model: BoardModel, layout: BoardLayout) -> None:
        self._model, self._layout = model, layout
        self._stamps = Stamps()
        self._clip = QRect()
        self._dash_made: dict[float, QPixmap] = {}
        self._hatch_made: dict[float, QPixmap] = {}
        self._placed: list[tuple[Gap, Rect]] = []
        self._placeable: list[Gap] = []
        self._placeable_for: tuple[int, ...] = ()
        self._placed_for: tuple[int, int, int] = (0, 0, 0)
        self._middles: list[float] = []
        self._middles_for = -1

    def forget(self) -> None:
        """Phases, lanes or emotions have changed."""
        self._stamps.forget()

    def paint(self, painter: QPainter, view: Viewport, gaps: Sequence[Gap], clip: QRect, *, dragged: Knot | None = None) -> None:
        """Draw the ground; the painter is clipped to what is wanted of it, all of which lies in ``clip`` (screen px)."""
        painter.save()
        self._clip = clip
        self._cells(painter, view)
        self._lines(painter, view)
        for row in emotion_rows(self._model):
            _, y, _, h = view.rect_to_screen((0, float(self._layout.row_y[row]), 0, float(self._layout.row_h[row])))
            if y <= clip.bottom() + 1 and y + h >= clip.top():
                self._emotion_picture(painter, view, row, dragged)
        self._parking_words(painter, view)
        if view.zoom >= 0.3:
            self._gaps(painter, view, gaps)
        painter.restore()

    def paint_levels(self, painter: QPainter, view: Viewport) -> None:
        """The scale of the emotions; it stays at the left edge while the board moves."""
        if self._middles_for != self._layout.version:
            self._middles_for = self._layout.version
            self._middles = [float(self._layout.row_y[row] + self._layout.row_h[row] / 2) for row in emotion_rows(self._model)]
        if view.zoom >= READABLE:
            for middle in self._middles:
                self._level_words(painter, view, middle)

    def paint_focused(self, painter: QPainter, view: Viewport, focused: tuple[str, str]) -> None:
        """A ring around the emotion point (role and phase) that the keyboard is on."""
        for row in emotion_rows(self._model):
            self._focused_knot(painter, view, row, focused)

    def paint_plainly(self, painter: QPainter, view: Viewport, clip: QRect) -> None:
        """Cells and lines only."""
        self._clip = clip
        self._cells(painter, view)
        self._lines(painter, view)

    def gap_rect(self, gap: Gap) -> Rect | None:
        """Where the hint for a gap is shown, or None if it has no place of its own on the board."""
        if gap.kind in PLACELESS:
            return None
        cell = self._model.cell_of(gap.phase, gap.lane, gap.role)
        if cell[0] < 0 or self._model.slots(cell) or self._folded(cell):
            return None
        x, y, w, _ = self._layout.cell_rect(cell)
        low = self._model.rows[cell[0]].content != "notes"
        return x + SIDE, y + (6.0 if low else GAP), w - 2 * SIDE, 24.0 if low else NOTE_HEIGHT

    def _folded(self, cell: Cell) -> bool:
        row = self._model.rows[cell[0]]
        return row.lane >= 0 and (self._model.lanes[row.lane].folded or self._model.phases[cell[1]].folded)

    def _cells(self, painter: QPainter, view: Viewport) -> None:
        left, top, w, h = view.rect_to_screen((0, 0, self._layout.width, self._layout.grid_bottom))
        right, bottom = left + w, top + h
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # or what lay there would shine through where two areas meet
        painter.fillRect(QRectF(view.left, view.top, right - view.left, bottom - view.top), color("lane"))
        for rest in (QRectF(right, view.top, view.width - right, view.height),
                     QRectF(view.left, bottom, right - view.left, view.height - bottom),
                     QRectF(view.left, view.top, left - view.left, view.height)):
            if rest.width() > 0 and rest.height() > 0:
                painter.fillRect(rest, color("window"))
        for i, phase in enumerate(self._model.phases):
            if phase.folded:
                x, y, cw, ch = view.rect_to_screen((float(self._layout.col_x[i]), 0, float(self._layout.col_w[i]), h / view.zoom))
                painter.fillRect(QRectF(x, y, cw, ch), color("sunken"))
            elif phase.pause:
                self._resting(painter, view, i, h / view.zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _resting(self, painter: QPainter, view: Viewport, phase: int, height: float) -> None:
        """A phase in which the purchase rests is hatched; the pattern moves along with the board."""
        x, y, w, h = view.rect_to_screen((float(self._layout.col_x[phase]), 0, float(self._layout.col_w[phase]), height))
        box = QRectF(whole(x), whole(y), whole(x + w) - whole(x), h)
        painter.drawTiledPixmap(box, self._hatch(_sharpness(painter)), QPointF(0, 0))

    def _hatch(self, ratio: float) -> QPixmap:
        found = self._hatch_made.get(ratio)
        if found is None:
            found = self._hatch_made[ratio] = QPixmap(round(HATCH * ratio), round(HATCH * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(color("sunken"))
            inner = QPainter(found)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            inner.setPen(QPen(color("gridline"), 1.2))
            for shift in (-HATCH, 0.0, HATCH):
                inner.drawLine(QPointF(shift - 1, HATCH + 1), QPointF(shift + HATCH + 1, -1))
            inner.end()
        return found

    def _lines(self, painter: QPainter, view: Viewport) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        left, right = whole(view.to_screen(0, 0)[0]), whole(view.to_screen(self._layout.width, 0)[0])
        bottom = view.to_screen(0, self._layout.grid_bottom)[1]
        thin, strong = color("gridline"), color("borderS")
        columns = self._column_lines(view)
        for x in columns[(columns >= self._clip.left() - 1) & (columns <= self._clip.right() + 1)].tolist():
            painter.fillRect(QRectF(x, view.top, 1, bottom - view.top), thin)
        tops = np.floor(view.top + (self._layout.row_y[:-1] - view.y) * view.zoom + HALF)
        for i in np.flatnonzero((tops >= self._clip.top() - 1) & (tops <= self._clip.bottom() + 1)).tolist():
            if i == 0 or self._model.rows[i - 1].lane != self._model.rows[i].lane:
                painter.fillRect(QRectF(left, tops[i], right - left, 1), strong)
            else:
                self._dashes(painter, view, left, right, float(tops[i]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _dashes(self, painter: QPainter, view: Viewport, left: float, right: float, y: float) -> None:
        """A dashed line whose pattern moves along with the board (a dashed pen's would depend on the clip; on paper nothing moves)."""
        if on_paper(painter):
            painter.setPen(QPen(color("gridline"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(left, y + 0.5), QPointF(right, y + 0.5))
            return
        painter.drawTiledPixmap(QRectF(view.left, y, right - view.left, 1), self._dash(painter.device().devicePixelRatioF()),
                                QPointF((view.left - left) % DASH, 0))

    def _dash(self, ratio: float) -> QPixmap:
        found = self._dash_made.get(ratio)
        if found is None:
            found = self._dash_made[ratio] = QPixmap(round(DASH * ratio), max(1, round(ratio)))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            inner = QPainter(found)
            inner.fillRect(QRectF(0, 0, DASH * 0.6, 1), color("gridline"))
            inner.end()
        return found

    def _column_lines(self, view: Viewport) -> np.ndarray:
        return np.floor(view.left + (self._layout.col_x - view.x) * view.zoom + HALF)

    def _emotion_picture(self, painter: QPainter, view: Viewport, row: int, dragged: Knot | None) -> None:
        y, height = float(self._layout.row_y[row]), float(self._layout.row_h[row])
        x, top, width, tall = view.rect_to_screen((0, y, self._layout.width, height))
        width += NAMES
        if top > view.height or top + tall < view.top:
            return
        if dragged is not None:
            self._emotion(painter, view, row, dragged)
            return
        key = ("emotion", row, view.zoom, tuple(self._model.emotion.items()), self._model.hidden_roles)
        first, last = (max(0, int((edge - x) // PIECE)) for edge in (self._clip.left(), self._clip.right()))
        for piece in range(first, min(last, int(width // PIECE)) + 1):
            start = piece * PIECE
            still = Viewport(min(PIECE, width - start) + view.left, tall + view.top, view.zoom, start / view.zoom, y, *view.header_widths)
            box = QRectF(x + start, top, still.width - view.left, tall)
            self._stamps.draw(painter, (piece, key), box, lambda inner, still=still: self._emotion_piece(inner, still, row))

    def _emotion_piece(self, painter: QPainter, still: Viewport, row: int) -> None:
        painter.translate(-still.left, -still.top)
        self._emotion(painter, still, row, None)

    def _emotion(self, painter: QPainter, view: Viewport, row: int, dragged: Knot | None) -> None:
        found = [dragged if dragged and (k.role, k.phase) == (dragged.role, dragged.phase) else k
                 for k in knots(self._model, self._layout, row)]
        self._levels(painter, view, row)
        ends: list[tuple[int, QPointF, str]] = []
        for order, role in enumerate(self._model.shown_roles):
            mine = [knot for knot in found if knot.role == role.id]
            end = self._one_curve(painter, view, order, mine)
            if end is not None:
                ends.append((order, end, role.name))
        if view.zoom >= READABLE:
            self._names(painter, ends, projected(view.zoom))
            self._lowest(painter, view, found)

    def _levels(self, painter: QPainter, view: Viewport, row: int) -> None:
        middle = float(self._layout.row_y[row] + self._layout.row_h[row] / 2)
        right = view.to_screen(self._layout.width, 0)[0]
        for level in (2, 0, -2):
            y = whole(view.to_screen(0, middle - level * STEP)[1]) + 0.5
            painter.setPen(QPen(color("gridline"), 1, Qt.PenStyle.SolidLine if level == 0 else Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(view.left, y), QPointF(right, y))

    def _level_words(self, painter: QPainter, view: Viewport, middle: float) -> None:
        at = view.to_screen(0, middle)[1]
        if not -100 * view.zoom <= at <= view.height + 100 * view.zoom:
            return
        step = whole(2 * STEP * view.zoom)
        large = projected(view.zoom)
        place = QRectF(view.left + 2, whole(at) - step - whole(8 * large), whole(24 * large), 2 * step + whole(16 * large))
        self._stamps.draw(painter, ("levels", step, large), place, lambda inner: _level_words(inner, step, large))

    def _one_curve(self, painter: QPainter, view: Viewport, order: int, mine: list[Knot]) -> QPointF | None:
        style, token = look(order)
        tint = color(token)
        set_points = [view.to_screen(k.x, k.y) for k in mine if k.level is not None]
        if len(set_points) > 1:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tint, 1.8 if view.zoom >= READABLE else 1.0, style, Qt.PenCapStyle.RoundCap))
            for path in curve(set_points, view.left - MARKER, view.width + MARKER):
                painter.drawPath(path)
        faint = QColor(tint)
        faint.setAlphaF(0.35)
        reach = MARKER / view.zoom
        start, end = view.x - reach, view.x + view.visible[2] + reach
        for knot in mine:
            if not start <= knot.x <= end:
                continue
            at = QPointF(*view.to_screen(knot.x, knot.y))
            unset = knot.level is None
            if not unset or view.zoom >= READABLE:
                size = (3.0 if unset else 4.5) * min(1.0, max(0.25, view.zoom / 0.6))
                self._marker(painter, order, at, faint if unset else tint, size)
        return QPointF(*set_points[-1]) if set_points else None

    def _marker(self, painter: QPainter, order: int, at: QPointF, tint: QColor, size: float) -> None:
        box = QRectF(at.x() - MARKER / 2, at.y() - MARKER / 2, MARKER, MARKER)
        self._stamps.draw(painter, ("marker", order, tint.rgba(), size), box,
                          lambda inner: draw_marker(inner, order, QPointF(MARKER / 2, MARKER / 2), tint, color("surface"), size))

    def _focused_knot(self, painter: QPainter, view: Viewport, row: int, focused: tuple[str, str]) -> None:
        for knot in knots(self._model, self._layout, row):
            if focused == (knot.role, self._model.phases[knot.phase].id):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(color("focus"), 2))
                painter.drawEllipse(QPointF(*view.to_screen(knot.x, knot.y)), 9, 9)

    def _names(self, painter: QPainter, ends: list[tuple[int, QPointF, str]], large: float) -> None:
        heights = spread([end.y() for _, end, _ in ends], 15.0 * large)
        painter.setFont(note_font(round(11 * large), bold=True))
        for (order, end, name), y in zip(ends, heights, strict=True):
            painter.setPen(color(look(order)[1]))
            painter.drawText(QRectF(end.x() + 10, y - 9 * large, 110 * large, 18 * large), Qt.AlignmentFlag.AlignVCenter, name)

    def _lowest(self, painter: QPainter, view: Viewport, found: list[Knot]) -> None:
        lowest = greatest_worry(self._model, found)
        if lowest is None:
            return
        x, y = view.to_screen(lowest.x, lowest.y)
        large = projected(view.zoom)
        painter.setFont(note_font(round(11 * large), bold=True))
        painter.setPen(color("bad"))
        words = translate("Board", "Greatest worry")
        row = emotion_rows(self._model)[0]
        bottom = view.to_screen(0, float(self._layout.row_y[row + 1]))[1]
        top = y + 4 * large if y + 19 * large <= bottom else y - 22 * large
        painter.drawText(QRectF(x - 60 * large, top, 120 * large, 16 * large), Qt.AlignmentFlag.AlignCenter, words)

    def _parking_words(self, painter: QPainter, view: Viewport) -> None:
        words = ((self._model.parking_cell, translate("Board", "Parking lot: put notes here that have no place yet.")),
                 (self._model.free_cell, translate("Board", "Free area: notes stay where you put them here.")))
        for cell, text in words if view.zoom >= READABLE else ():
            _, y, _, h = view.rect_to_screen(self._layout.cell_rect(cell))
            if not self._model.slots(cell) and y <= self._clip.bottom() and y + h >= self._clip.top():
                self._quiet_words(painter, view, cell, text)

    def _quiet_words(self, painter: QPainter, view: Viewport, cell: Cell, text: str) -> None:
        x, y, w, h = view.rect_to_screen(self._layout.cell_rect(cell))
        painter.setPen(color("text3"))
        painter.setFont(note_font(11))
        painter.drawText(QRectF(x + 10, y, w, h), Qt.AlignmentFlag.AlignVCenter, text)

    def _gaps(self, painter: QPainter, view: Viewport, gaps: Sequence[Gap]) -> None:
        x, y = view.to_board(self._clip.left(), self._clip.top())
        w, h = self._clip.width() / view.zoom, self._clip.height() / view.zoom
        for gap, rect in self.placed_gaps(gaps):
            if rect[0] < x + w and rect[0] + rect[2] > x and rect[1] < y + h and rect[1] + rect[3] > y:
                self._gap(painter, view, gap, rect)

    def placed_gaps(self, gaps: Sequence[Gap]) -> list[tuple[Gap, Rect]]:
        """The hints that have a place on the board, with it."""
        key = id(gaps), len(gaps), self._layout.version
        if key != self._placed_for:
            self._placed_for = key
            if self._placeable_for != key[:2]:
                self._placeable_for, self._placeable = key[:2], [gap for gap in gaps if gap.kind not in PLACELESS]
            self._placed = [(gap, rect) for gap in self._placeable if (rect := self.gap_rect(gap)) is not None]
        return self._placed

    def _gap(self, painter: QPainter, view: Viewport, gap: Gap, rect: Rect) -> None:
        x, y, w, h = view.rect_to_screen(rect)
        self._stamps.draw(painter, ("gap", gap_words(gap, self._model), view.zoom), QRectF(x, y, w, h),
                          lambda inner: self._paint_gap(inner, view, gap, rect))

    def _paint_gap(self, painter: QPainter, view: Viewport, gap: Gap, rect: Rect) -> None:
        painter.scale(view.zoom, view.zoom)
        fill = QColor(color("warnW"))
        painter.setBrush(fill)
        painter.setPen(QPen(color("warn"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(0.5, 0.5, rect[2] - 1, rect[3] - 1), 3, 3)
        tall = rect[3] > 30
        draw_icon(painter, QRectF(8, (rect[3] - 16) / 2, 16, 16), "alert-circle", color("warn"))
        if view.zoom >= READABLE:
            self._gap_words(painter, gap_words(gap, self._model), rect[2], rect[3])
        if tall:
            draw_icon(painter, QRectF(rect[2] - 22, (rect[3] - 14) / 2, 14, 14), "plus", color("warn"))

    @staticmethod
    def _gap_words(painter: QPainter, words: str, width: float, height: float) -> None:
        painter.setPen(color("warn"))
        painter.setFont(note_font(11))
        lines, _ = break_lines(words, 11, width - 54)
        most = max(1, int((height - 4) // 14))
        top = (height - min(len(lines), most) * 14) / 2
        for i, line in enumerate(lines[:most]):
            painter.drawText(QRectF(29, top + i * 14, width - 48, 14), Qt.AlignmentFlag.AlignVCenter, line)

    def plus_rect(self, cell: Cell) -> Rect | None:
        """Where an empty cell under the pointer offers a new note; None if it takes none."""
        content = self._model.rows[cell[0]].content
        if content != "notes" or self._model.slots(cell) or self._folded(cell):
            return None
        x, y, w, h = self._layout.cell_rect(cell)
        return x + w / 2 - 11, y + h / 2 - 11, 22, 22

    def paint_plus(self, painter: QPainter, view: Viewport, cell: Cell) -> None:
        """The + in an empty cell under the pointer."""
        rect = self.plus_rect(cell)
        if rect is not None and view.zoom >= READABLE:
            box = QRectF(*view.rect_to_screen(rect))
            painter.setPen(QPen(color("borderS"), 1))
            painter.setBrush(color("surface"))
            painter.drawEllipse(box)
            draw_icon(painter, box.adjusted(4, 4, -4, -4), "plus", color("text2"))

    def paint_cursor(self, painter: QPainter, view: Viewport, cell: Cell) -> None:
        """A frame around the cell that the keyboard is on."""
        if cell[0] >= len(self._model.rows):
            return
        x, y, w, h = view.rect_to_screen(self._layout.cell_rect(cell))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("focus"), 1.5, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(QRectF(x + 2, y + 2, w - 4, h - 4), 4, 4)


def _sharpness(painter: QPainter) -> float:
    """Pixels of a pattern for each logical px; a PDF may be enlarged."""
    return PAPER_RATIO if on_paper(painter) else painter.device().devicePixelRatioF()


def _level_words(painter: QPainter, step: int, large: float) -> None:
    """The best, the middle and the worst level, ``step`` px apart."""
    painter.setFont(note_font(round(11 * large)))
    painter.setPen(color("text3"))
    for place, label in enumerate(("+2", "0", "−2")):
        painter.drawText(QRectF(0, place * step, 24 * large, 16 * large), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label)


def gap_words(gap: Gap, model: BoardModel) -> str:
    """The sentence of a hint."""
    if gap.kind == "role":
        return translate("Board", "No note for {role}").format(role=model.role_name(gap.role))
    if gap.kind == "department":
        return translate("Board", "No department in charge")
    if gap.kind == "duplicate":
        return translate("Board", "The same note %n time(s)", n=len(gap.notes))
    if gap.kind == "unlinked":
        return translate("Board", "%n note(s) nobody has linked", n=len(gap.notes))
    return translate("Board", "Nothing in this phase yet")
