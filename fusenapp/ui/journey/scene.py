"""The whole picture of a board, layer by layer: ground, notes, what a gesture shows, headers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from fusenapp.domain.journey_gaps import Gap
from fusenapp.ui.journey.arrows import ArrowLayer, draw_arrow, straight
from fusenapp.ui.journey.board_model import BoardModel, Cell, Patch
from fusenapp.ui.journey.emotion import Knot, emotion_rows
from fusenapp.ui.journey.faces import FaceBook, draw_paper
from fusenapp.ui.journey.ground import Ground
from fusenapp.ui.journey.headers import Headers
from fusenapp.ui.journey.hit import NOTHING, Hit
from fusenapp.ui.journey.layout import BoardLayout, Measure, Rect
from fusenapp.ui.journey.note_layer import NoteLayer
from fusenapp.ui.journey.rectangles import apart
from fusenapp.ui.journey.stamps import Stamps
from fusenapp.ui.journey.text_fit import SHORT_LIMIT, sure_length, text_width
from fusenapp.ui.journey.viewport import Viewport
from fusenapp.ui.theme import color, paper

HANDLE = 4.5
"""Radius of the dots on a selected note, screen px."""

HANDLES_FROM = 0.5
"""Zoom below which the dots would cover the note."""

LEVELS = 30
"""Screen px at the left edge of the cells that the scale of the emotions takes."""

SOME = 24
"""Cells up to which each is drawn anew by itself."""

HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing

MANY = 8
"""Rectangles of a region beyond which looking for the notes in each costs more than drawing them all."""


@dataclass
class Overlay:
    """What a gesture under way shows on top; all rectangles in board px."""

    dragged: frozenset[str] = frozenset()
    """Notes being dragged, drawn `shift` (board px) away from their place."""
    shift: tuple[float, float] = (0.0, 0.0)
    copying: bool = False
    """The notes dragged stay where they are too."""
    slot_rect: Rect | None = None
    """Where the notes would go."""
    target: Cell | None = None
    band: Rect | None = None
    """The marquee."""
    paper: tuple[int, Rect] | None = None
    """A new note being dragged from the palette: colour and place."""
    knot: Knot | None = None
    strip: tuple[str, Rect] | None = None
    """A header being dragged: "phase" or "lane", its place."""
    guide: tuple[str, float] | None = None
    """A line through the board: "phase" (x) or "lane" (y)."""
    snaps: tuple[Rect, ...] = ()
    """Lines along which the notes dragged lie with others; of no width or height."""
    arrow: tuple[Rect, Rect] | None = None
    """An arrow being drawn: the note it comes from, and where it goes."""


@dataclass
class Shown:
    """Session state that the picture depends on; never saved, never shared."""

    selected: np.ndarray | None = None
    """Selected notes by slot; None if there are none."""
    cursor: Cell | None = None
    focused: bool = False
    hover: Hit = NOTHING
    gaps: Sequence[Gap] = ()
    overlay: Overlay = field(default_factory=Overlay)
    knot: tuple[str, str] | None = None
    """Role and phase of the emotion point that the keyboard is on."""
    arrow: str = ""
    """Id of the selected arrow."""
    handles: int = -1
    """Slot of the note that shows the dots from which arrows are drawn; -1 for none."""


class Scene:
    """Draws one board; keeps geometry and pictures in step with the model."""

    def __init__(self, model: BoardModel) -> None:
        self.model = model
        self.faces = FaceBook(model)
        measure = Measure(self.faces.height, self.faces.short, self.faces.chip, self.faces.lengths, sure_length, SHORT_LIMIT)
        self.layout = BoardLayout(model, measure)
        self.notes = NoteLayer(model, self.layout, self.faces)
        self.ground = Ground(model, self.layout)
        self.headers = Headers(model, self.layout)
        self.arrows = ArrowLayer(model, self.layout)
        self._flagged: dict[frozenset[str], tuple[np.ndarray, np.ndarray]] = {}
        self._stamps = Stamps()

    def renew(self) -> None:
        """The model was loaded anew."""
        self._flagged.clear()
        self._stamps.forget()
        self.faces.forget()
        self.notes.forget()
        self.ground.forget()
        self.layout.reflow()

    def patch(self, patch: Patch) -> list[Rect] | None:
        """The model was patched. Gives where that is to be seen (board px), None for everywhere."""
        self._flagged.clear()
        if patch.structure:
            self.renew()
            return None
        for slot in patch.slots:
            self.faces.forget(slot)
        before = self.layout.w.copy(), self.layout.h.copy()
        moved = self.layout.reflow_cells(patch.cells) if patch.cells else False
        self.notes.forget_all(patch.slots | self._resized(*before))
        cells = patch.cells | {self.model.cell(slot) for slot in patch.slots if self.model.row[slot] >= 0}
        far = moved or patch.emotion or patch.arrows or (patch.cells and self.model.arrows) or len(cells) > SOME
        return None if far else [self.layout.cell_rect(cell) for cell in cells if cell[0] >= 0]

    def _resized(self, w: np.ndarray, h: np.ndarray) -> set[int]:
        size = len(w)
        return set(np.flatnonzero((self.layout.w[:size] != w) | (self.layout.h[:size] != h)).tolist())

    def beyond(self) -> float:
        """Room right of the phases for the names at the ends of the emotion curves, px at 100 %."""
        widths = self.layout.col_w
        if not emotion_rows(self.model) or not len(widths):
            return 0.0
        names = max((text_width(role.name, 11, True) for role in self.model.shown_roles), default=0.0)
        return max(0.0, names + 14.0 - float(widths[-1]) / 2)

    def silence(self, id: str) -> None:
        """Leave the text of a note out of its picture: its editor shows it. Empty for none."""
        for changed in (self.faces.silent, id):
            slot = self.model.slot_of.get(changed)
            if slot is not None:
                self.notes.forget(slot)
        self.faces.silent = id

    def flags(self, ids: frozenset[str]) -> np.ndarray:
        """Ids as flags by slot."""
        return self._found(ids)[0]

    def slots(self, ids: frozenset[str]) -> np.ndarray:
        """Ids as slots, in their order."""
        return self._found(ids)[1]

    def _found(self, ids: frozenset[str]) -> tuple[np.ndarray, np.ndarray]:
        """Kept until the model changes, since a gesture asks for the same ones in every frame."""
        found = self._flagged.get(ids)
        if found is None or len(found[0]) != len(self.model.records):
            flags = np.zeros(len(self.model.records), bool)
            if ids:
                flags[[self.model.slot_of[id] for id in ids if id in self.model.slot_of]] = True
            found = flags, np.flatnonzero(flags)
            self._flagged = {ids: found}
        return found

    def paint(self, painter: QPainter, view: Viewport, region: QRegion, ratio: float, shown: Shown, *,
              moving: bool = False) -> None:
        """Draw what lies in ``region`` (logical px); its parts are drawn once each."""
        content = region.intersected(content_rect(view))
        if not content.isEmpty():
            painter.setClipRegion(content)
            self.paint_content(painter, view, content, ratio, shown, moving=moving)
        self.paint_over(painter, view, region, ratio, shown, moving=moving)

    def paint_content(self, painter: QPainter, view: Viewport, content: QRegion, ratio: float, shown: Shown, *,
                      moving: bool = False) -> None:
        """The cells with their notes and arrows, without anything that only the one at the board sees.

        The painter is clipped to what is wanted, all of which lies in ``content`` (logical px).
        """
        painter.setRenderHints(HINTS)
        self.ground.paint(painter, view, shown.gaps, content.boundingRect(), dragged=shown.overlay.knot)
        lifted = self.flags(shown.overlay.dragged)
        self.notes.paint(painter, view, _parts(content), ratio, np.ones(len(lifted), bool) if shown.overlay.copying else ~lifted,
                         moving=moving)
        self.arrows.paint(painter, view, content)

    def paint_over(self, painter: QPainter, view: Viewport, region: QRegion, ratio: float, shown: Shown, *,
                   moving: bool = False) -> None:
        """What lies over the cells: selection, keyboard's place, what a gesture shows, headers.

        The painter is clipped to ``region``, or that is everything. What reaches into the headers' place is covered by them.
        """
        painter.setRenderHints(HINTS)
        content = region.intersected(content_rect(view))
        if not content.isEmpty():
            parts = _parts(content)
            self._paint_marks(painter, view, parts, ratio, shown)
            self._overlay(painter, view, content.boundingRect(), shown.overlay)
            if shown.overlay.dragged:
                self._paint_dragged(painter, view, parts, ratio, shown, moving)
        painter.setClipping(False)
        if not quiet_rect(view).contains(region.boundingRect()):
            self.headers.paint(painter, view, region, current=self.current_phase(shown), hover=shown.hover)
        self._over_headers(painter, view, shown.overlay)

    def _paint_marks(self, painter: QPainter, view: Viewport, around: Sequence[QRect], ratio: float, shown: Shown) -> None:
        """What is selected, and where the keyboard and the pointer are."""
        if min(part.left() for part in around) < view.left + LEVELS:
            self.ground.paint_levels(painter, view)
        if shown.focused and shown.knot is not None:
            self.ground.paint_focused(painter, view, shown.knot)
        if shown.hover.kind == "cell" and shown.hover.cell is not None and not self._hinted(shown):
            self.ground.paint_plus(painter, view, shown.hover.cell)
        if (cell := _framed(shown)) is not None:
            self.ground.paint_cursor(painter, view, cell)
        if shown.selected is not None and len(shown.selected) == len(self.model.records):
            lifted = shown.overlay.dragged and not shown.overlay.copying
            resting = shown.selected & ~self.flags(shown.overlay.dragged) if lifted else shown.selected
            self.notes.paint_selected(painter, view, around, ratio, np.flatnonzero(resting))
        if shown.arrow:
            self.arrows.paint_chosen(painter, view, shown.arrow)
        if shown.handles >= 0 and not shown.overlay.dragged:
            self._handles(painter, view, shown.handles)

    def _paint_dragged(self, painter: QPainter, view: Viewport, around: Sequence[QRect], ratio: float, shown: Shown,
                       moving: bool) -> None:
        slots, shift = self.slots(shown.overlay.dragged), shown.overlay.shift
        self.notes.paint_lifted(painter, view, around, ratio, slots, shift, moving=moving)
        if shown.selected is not None and len(shown.selected) == len(self.model.records):
            self.notes.paint_selected(painter, view, around, ratio, slots[shown.selected[slots]], shift)

    def paint_plainly(self, painter: QPainter, view: Viewport, clip: QRect, ratio: float, shown: Shown) -> None:
        """Cells and papers without words, quickly, for a moment; the painter is clipped, all within ``clip``."""
        self.ground.paint_plainly(painter, view, clip)
        self.notes.paint(painter, view, [clip], ratio, np.ones(len(self.model.records), bool), moving=True, plain=True)
        if shown.selected is not None and len(shown.selected) == len(self.model.records):
            self.notes.paint_selected(painter, view, [clip], ratio, np.flatnonzero(shown.selected), plain=True)

    def paint_map(self, painter: QPainter, view: Viewport, clip: QRect, ratio: float) -> None:
        """The papers of the whole board, tiny; the painter may be moved, so fractions of a px stay as they are."""
        self.ground.paint_plainly(painter, view, clip)
        layout = self.layout
        for slot in np.flatnonzero(self.model.row >= 0).tolist():
            x, y, w, h = view.rect_to_screen(layout.note_rect(slot))
            painter.fillRect(QRectF(x, y, max(w, 1.0), max(h, 1.0)), paper(int(self.model.colour[slot])).edge)

    def overlay_rects(self, view: Viewport, before: Overlay, now: Overlay) -> list[QRect] | None:
        """Where one overlay looks different from another one, screen px; None for everywhere."""
        if any(each.guide is not None or each.strip is not None for each in (before, now)):
            return None
        rects: list[Rect | None] = []
        for each in (before, now):
            rects += [each.paper[1] if each.paper else None, *each.snaps]
            rects += [_united(*each.arrow)] if each.arrow else []
        if before.slot_rect != now.slot_rect:
            rects += [before.slot_rect, now.slot_rect]
        if before.target != now.target:
            rects += [side for each in (before, now) if each.target for side in _frame(self.layout.cell_rect(each.target))]
        rects += [self.bounds(each.dragged, each.shift) for each in (before, now)]
        found = [with_frame(view, rect) for rect in rects if rect is not None] + _band_rects(view, before.band, now.band)
        room = _open(view)
        return [rect & room for rect in found]

    def marks_rects(self, view: Viewport, before: Shown, now: Shown) -> list[QRect] | None:
        """What is to be drawn anew where another selection is shown than before; None for everything."""
        kept = (now.focused, now.knot, now.arrow, now.handles)
        if kept != (before.focused, before.knot, before.arrow, before.handles):
            return None
        if _framed(now) != _framed(before):
            return None
        size = len(self.model.records)
        flags = [shown.selected if shown.selected is not None else np.zeros(size, bool) for shown in (before, now)]
        if any(len(flag) != size for flag in flags):
            return None
        room = _open(view)
        found = [with_frame(view, rect) & room for rect in self._places(np.flatnonzero(flags[0] != flags[1]))]
        if self.current_phase(now) != self.current_phase(before):
            found.append(QRect(0, 0, int(view.width), int(view.top) + 1))
        return found

    def bounds(self, ids: frozenset[str], shift: tuple[float, float] = (0.0, 0.0)) -> Rect | None:
        """The rectangle around some notes, moved by ``shift``; None if there are none."""
        if not ids:
            return None
        found = self._bounds(self.slots(ids))
        return None if found is None else (found[0] + shift[0], found[1] + shift[1], found[2], found[3])

    def _places(self, slots: np.ndarray) -> list[Rect]:
        """Rectangles around notes: one, or two that cover much less, as where a marquee grew to two sides."""
        layout = self.layout
        if not len(slots):
            return []
        x, y = layout.x[slots], layout.y[slots]
        return apart(np.stack([x, y]), np.stack([x + layout.w[slots], y + layout.h[slots]]))

    def _bounds(self, slots: np.ndarray) -> Rect | None:
        layout = self.layout
        if len(slots) < 2:
            return layout.note_rect(int(slots[0])) if len(slots) else None
        x, y = float(layout.x[slots].min()), float(layout.y[slots].min())
        right, bottom = float((layout.x[slots] + layout.w[slots]).max()), float((layout.y[slots] + layout.h[slots]).max())
        return x, y, right - x, bottom - y

    def _hinted(self, shown: Shown) -> bool:
        cell = shown.hover.cell
        return any(self.model.cell_of(gap.phase, gap.lane, gap.role) == cell for gap, _ in self.ground.placed_gaps(shown.gaps))

    def current_phase(self, shown: Shown) -> int:
        """Index of the phase that everything selected is in, or the keyboard; -1 if there is none."""
        if shown.selected is None or len(shown.selected) != len(self.model.phase):
            return shown.cursor[1] if shown.cursor and shown.focused else -1
        phases = self.model.phase[shown.selected]
        return int(phases[0]) if len(phases) and (phases == phases[0]).all() else -1

    def _overlay(self, painter: QPainter, view: Viewport, around: QRect, overlay: Overlay) -> None:
        if overlay.target is not None:
            self._target(painter, view, around, overlay.target)
        if overlay.slot_rect is not None and with_frame(view, overlay.slot_rect).intersects(around):
            place = QRectF(*view.rect_to_screen(overlay.slot_rect)).adjusted(-1, -1, 1, 1)
            self._stamps.draw(painter, "place", place, lambda inner: _paint_place(inner, place))
        if overlay.paper is not None:
            colour, rect = overlay.paper
            draw_paper(painter, QRectF(*view.rect_to_screen(rect)), paper(colour), 0.85)
        for x, y, w, h in overlay.snaps:
            line = QRectF(*view.rect_to_screen((x, y, w, h)))
            painter.fillRect(QRectF(line.x(), line.y(), max(1.0, line.width()), max(1.0, line.height())), color("bad"))
        if overlay.arrow is not None:
            points = [QPointF(*view.to_screen(*point)) for point in straight(*overlay.arrow)]
            draw_arrow(painter, points, view.zoom, color("focus"), 2.0)
        if overlay.band is not None:
            box = QRectF(*view.rect_to_screen(overlay.band)).toRect()
            painter.fillRect(box, _alpha("focus", 0.10))
            for edge in _edges(box, 1):
                painter.fillRect(edge, color("focus"))

    def _handles(self, painter: QPainter, view: Viewport, slot: int) -> None:
        painter.setPen(QPen(color("surface"), 1.5))
        painter.setBrush(color("focus"))
        for at in handle_points(self.layout.note_rect(slot), view):
            painter.drawEllipse(at, HANDLE, HANDLE)

    def _target(self, painter: QPainter, view: Viewport, around: QRect, cell: Cell) -> None:
        box = QRectF(*view.rect_to_screen(self.layout.cell_rect(cell))).toRect()
        if not box.adjusted(2, 2, -2, -2).contains(around):
            for edge in _edges(box, 2):
                painter.fillRect(edge, color("focus"))

    def _over_headers(self, painter: QPainter, view: Viewport, overlay: Overlay) -> None:
        if overlay.strip is not None:
            painter.fillRect(QRectF(*overlay.strip[1]), _alpha("focus", 0.16))
        if overlay.guide is not None:
            kind, at = overlay.guide
            x, y = view.to_screen(at, at)
            line = QRectF(round(x) - 1, 0, 3, view.height) if kind == "phase" else QRectF(0, round(y) - 1, view.width, 3)
            painter.fillRect(line, color("focus"))


def emotion_rects(scene: Scene) -> list[Rect]:
    """Where the emotions are drawn, with the names at the ends of the curves."""
    return [(-1e4, float(scene.layout.row_y[row]), 1e6, float(scene.layout.row_h[row])) for row in emotion_rows(scene.model)]


def _framed(shown: Shown) -> Cell | None:
    """The cell with the keyboard's frame: there is one while the board has the keyboard and no note is selected."""
    return shown.cursor if shown.focused and shown.selected is None else None


def _paint_place(painter: QPainter, box: QRectF) -> None:
    """Where notes would go."""
    painter.setPen(QPen(color("focus"), 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(_alpha("focus", 0.08))
    painter.drawRoundedRect(QRectF(1, 1, box.width() - 2, box.height() - 2), 3, 3)


def handle_points(rect: Rect, view: Viewport) -> list[QPointF]:
    """Where the dots of a note are from which arrows are drawn: the middles of its sides, screen px."""
    x, y, w, h = view.rect_to_screen(rect)
    return [QPointF(x, y + h / 2), QPointF(x + w, y + h / 2)]


def with_frame(view: Viewport, rect: Rect) -> QRect:
    """A rectangle on the screen, with room for frames."""
    return QRectF(*view.rect_to_screen(rect)).toAlignedRect().adjusted(-6, -6, 6, 6)


def _band_rects(view: Viewport, before: Rect | None, now: Rect | None) -> list[QRect]:
    """Where a marquee looks different than before: what it gained or lost, with its edges."""
    boxes = [QRectF(*view.rect_to_screen(band)).toRect() if band is not None else QRect() for band in (before, now)]
    changed = QRegion(boxes[0]) ^ QRegion(boxes[1])
    return [part.adjusted(-2, -2, 2, 2) for part in changed]  # pyright: ignore[reportGeneralTypeIssues]


def _united(one: Rect, other: Rect) -> Rect:
    x, y = min(one[0], other[0]), min(one[1], other[1])
    return x, y, max(one[0] + one[2], other[0] + other[2]) - x, max(one[1] + one[3], other[1] + other[3]) - y


def _edges(box: QRect, line: int) -> tuple[QRect, ...]:
    """The four sides of a box, ``line`` px thick."""
    return (QRect(box.x(), box.y(), box.width(), line), QRect(box.x(), box.bottom() + 1 - line, box.width(), line),
            QRect(box.x(), box.y(), line, box.height()), QRect(box.right() + 1 - line, box.y(), line, box.height()))


def _frame(rect: Rect) -> list[Rect | None]:
    x, y, w, h = rect
    return [(x, y, w, 0.0), (x, y + h, w, 0.0), (x, y, 0.0, h), (x + w, y, 0.0, h)]


def content_rect(view: Viewport) -> QRect:
    """The part of the surface that shows cells, below and right of the headers."""
    return QRect(int(view.left), int(view.top), max(0, int(view.width - view.left)), max(0, int(view.height - view.top)))


def _open(view: Viewport) -> QRect:
    """Where notes and gestures can be seen: the cells without the lines that headers have at their edge."""
    return content_rect(view).adjusted(1, 1, 0, 0)


def quiet_rect(view: Viewport) -> QRect:
    """The part of the cells into which nothing of the headers reaches (+ circles, the scale of emotions)."""
    return content_rect(view).adjusted(LEVELS, 14, 0, 0)


def _parts(region: QRegion) -> list[QRect]:
    """The rectangles of a region; the one around them all if they are many."""
    if region.rectCount() > MANY:
        return [region.boundingRect()]
    return [QRect(part) for part in region]  # pyright: ignore[reportGeneralTypeIssues]


def _alpha(token: str, alpha: float) -> QColor:
    result = QColor(color(token))
    result.setAlphaF(alpha)
    return result


def overview(scene: Scene) -> Rect:
    """The rectangle of the whole board."""
    return 0.0, 0.0, max(scene.layout.width + scene.beyond(), 1.0), max(scene.layout.height, 1.0)


def ghost_size(scene: Scene) -> QPointF:
    """Width and height of a note in the first phase."""
    width = float(scene.layout.col_w[0]) if len(scene.layout.col_w) else 160.0
    return QPointF(width - 16, 48)
