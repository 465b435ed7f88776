"""The buying committee as a picture: who informs, who decides, who signs, and arrows of who influences whom.

With the mouse an arrow is drawn from person to person, and a person is dragged into another column; with the keyboard both are in the
menu of a person (Enter), and Alt with the arrow keys moves a person to the column beside.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from fusenapp.domain.persona import ACCOUNT, PART_NAMES, PARTS, part_of
from fusenapp.domain.snapshot import Record, value
from fusenapp.editing import committee
from fusenapp.i18n import language, translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.personas import picture_arrows
from fusenapp.ui.personas.portrait import draw_portrait, letter_of
from fusenapp.ui.theme import color, font

BOX = QSize(190, 72)
_NARROW = 150
"""Width of a box where there is little room, px."""
_BESIDE, _BETWEEN = 24, 120
"""Room on both sides of a column's boxes, and between two columns: for arrows and their words."""
_WORDS, _WORD_LINES = 116, 2
_WORDED = 24
"""Between boxes of a column in which an arrow with words runs."""
_TOP, _GAP, _LEAST = 36, 28, 180
_PITCH = 15
"""From line to line of small letters."""
_MANY, _LOW, _NEAR = 4, 60, 10
"""Where more people than this stand in one column, their boxes are lower and nearer, so that the committee is still seen at once."""


class PersonBox(QAbstractButton):
    """One person of the picture."""

    def __init__(self, picture: CommitteePicture, persona: Record) -> None:
        super().__init__(picture)
        self._picture, self.persona = picture, persona
        self._pressed: QPointF | None = None
        self.setFixedSize(BOX)  # its height follows how many there are
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(translate("Personas", "Drag onto somebody to draw an arrow, into another column to change the part. Enter: menu."))

    def describe(self, part: str, onto: list[str]) -> None:
        """What screen readers say."""
        words = translate("Personas", "{person}, {part}").format(person=value("personas", self.persona, "name"), part=part)
        self.setAccessibleName(words)
        self.setAccessibleDescription(translate("Personas", "Influences {people}").format(people="、".join(onto)) if onto else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        lit = self.hasFocus() or self._picture.aimed is self
        painter.setPen(QPen(color("focus" if lit else "borderS"), 2 if lit else 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        name, title = value("personas", self.persona, "name"), who_words(self.persona)
        kept = self._picture.context.session("personas").get("portraits", {})
        image = kept.get(value("personas", self.persona, "portrait"))
        letter = letter_of(self._picture.context.snapshot(), self.persona["id"])
        high, wide = self.height(), self.width() - 66
        draw_portrait(painter, QRectF(10, (high - 40) / 2, 40, 40), value("personas", self.persona, "role"), letter, image)
        painter.setPen(color("text"))
        painter.setFont(font(13, bold=True))
        small = font(11)
        lines = _lines(small, title, wide, 2) if title else []
        name_box = QRectF(58, (high - 20 - _PITCH * len(lines)) / 2, wide, 20)
        painter.drawText(name_box, Qt.AlignmentFlag.AlignVCenter, _cut(painter, name, wide))
        painter.setPen(color("text2"))
        painter.setFont(small)
        for at, line in enumerate(lines):
            painter.drawText(QRectF(58, name_box.bottom() + at * _PITCH, wide, _PITCH), Qt.AlignmentFlag.AlignVCenter, line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._picture.drag(self, QPointF(self.mapToParent(event.position().toPoint())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._pressed = self._pressed, None
        if start is None:
            return
        moved = (event.position() - start).manhattanLength() > 6
        self._picture.drop(self, QPointF(self.mapToParent(event.position().toPoint()))) if moved else self._picture.menu(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._picture.menu(self)
        elif alt and event.key() in steps:
            self._picture.move_part(self, steps[Qt.Key(event.key())])
        elif event.key() in (*steps, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._picture.walk(self, 1 if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1)
        else:
            super().keyPressEvent(event)


class CommitteePicture(QWidget):
    """Three columns of people with arrows between them.

    Signals:
        arrow_pressed: (link id) an arrow was clicked.
    """

    arrow_pressed = Signal(str)

    def __init__(self, context: UiContext, set_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self._set = context, set_id
        self.boxes: dict[str, PersonBox] = {}
        self.arrows: list[tuple[str, str, str, str]] = []
        self.aimed: PersonBox | None = None
        self._drawn: tuple[PersonBox, QPointF] | None = None
        self.setMinimumWidth(3 * (_NARROW + 2 * _BESIDE) + 2 * _BETWEEN // 2)
        self.setAccessibleName(translate("Personas", "Picture of the buying committee"))
        self.refresh()

    def refresh(self) -> None:
        """Look at the document again; the keyboard stays on its person."""
        snapshot = self.context.snapshot()
        focused = next((id for id, box in self.boxes.items() if box.hasFocus()), "")
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        people = [p for p in snapshot.all("personas", set=self._set) if value("personas", p, "role") != ACCOUNT]
        self.arrows = committee.influences(snapshot, self._set)
        self.boxes = {p["id"]: PersonBox(self, p) for p in people}
        names = {p["id"]: value("personas", p, "name") for p in people}
        for id, box in self.boxes.items():
            onto = [names[b] for _, a, b, _ in self.arrows if a == id and b in names]
            box.describe(PART_NAMES[self.part(id)].to(language()), onto)
            box.setVisible(True)
        self._arrange()
        if focused in self.boxes:
            self.boxes[focused].setFocus()
        self.update()

    def part(self, id: str) -> str:
        """The column of a person."""
        record = self.boxes[id].persona
        return part_of(value("personas", record, "role"), value("personas", record, "part"))

    def _columns(self) -> list[list[PersonBox]]:
        return [[box for id, box in self.boxes.items() if self.part(id) == part] for part in PARTS]

    def _arrange(self) -> None:
        columns = self._columns()
        most = max((len(c) for c in columns), default=1)
        high, gap = (BOX.height(), _GAP) if most <= _MANY else (_LOW, _NEAR)
        if any(self.part(a) == self.part(b) for _, a, b, _ in self.arrows if a in self.boxes and b in self.boxes):
            gap = max(gap, _WORDED)
        height = max(_LEAST, _TOP + most * (high + gap))
        self.setFixedHeight(height)
        for boxes, lane in zip(columns, self._lanes(), strict=True):
            whole = len(boxes) * high + (len(boxes) - 1) * gap
            top = _TOP + (height - _TOP - whole) / 2
            for nth, box in enumerate(boxes):
                box.setFixedSize(round(lane.width()) - 2 * _BESIDE, high)
                box.move(round(lane.left()) + _BESIDE, round(top + nth * (high + gap)))

    def _lanes(self) -> list[QRectF]:
        """The columns: as wide as their boxes, with room for the arrows between them."""
        box = min(BOX.width(), max(_NARROW, (self.width() - 2 * _BETWEEN) // 3 - 2 * _BESIDE))
        wide = box + 2 * _BESIDE
        apart = (self.width() - wide) / 2
        return [QRectF(at * apart, 0, wide, self.height()) for at in range(3)]

    # gestures

    def drag(self, box: PersonBox, at: QPointF) -> None:
        """An arrow on its way to the mouse."""
        self._drawn, self.aimed = (box, at), self._box_at(at, box)
        for each in self.boxes.values():
            each.update()
        self.update()

    def drop(self, box: PersonBox, at: QPointF) -> None:
        """On somebody: an arrow; in another column: another part."""
        onto = self._box_at(at, box)
        self._drawn = self.aimed = None
        self.update()
        column = min(range(3), key=lambda each: abs(self._lanes()[each].center().x() - at.x()))
        if onto is not None:
            committee.influence(self.context.document, box.persona["id"], onto.persona["id"])
        elif PARTS[column] != self.part(box.persona["id"]):
            committee.set_part(self.context.document, box.persona["id"], PARTS[column])

    def move_part(self, box: PersonBox, by: int) -> None:
        """To the column beside."""
        at = PARTS.index(self.part(box.persona["id"])) + by
        if 0 <= at < len(PARTS):
            committee.set_part(self.context.document, box.persona["id"], PARTS[at])

    def walk(self, box: PersonBox, by: int) -> None:
        """The keyboard to the next person, column by column."""
        order = [b for column in self._columns() for b in column]
        order[(order.index(box) + by) % len(order)].setFocus()

    def menu(self, box: PersonBox) -> None:
        """Whom this person influences and what they do; both can be switched."""
        menu, id = QMenu(self), box.persona["id"]
        menu.addSection(translate("Personas", "Influences"))
        for other, its in self.boxes.items():
            if other != id:
                link = next((a[0] for a in self.arrows if a[1:3] == (id, other)), "")
                action = menu.addAction(value("personas", its.persona, "name"), lambda other=other, link=link: self._toggle(id, other, link))
                action.setCheckable(True)
                action.setChecked(bool(link))
        menu.addSection(translate("Personas", "Part in the committee"))
        for part in PARTS:
            action = menu.addAction(PART_NAMES[part].to(language()), lambda part=part: committee.set_part(self.context.document, id, part))
            action.setCheckable(True)
            action.setChecked(part == self.part(id))
        menu.addSeparator()
        menu.addAction(translate("Personas", "Open the persona"), lambda: self._open(id))
        menu.popup(box.mapToGlobal(QPoint(0, box.height())))

    def _toggle(self, source: str, target: str, link: str) -> None:
        if link:
            committee.remove_influence(self.context.document, link)
        else:
            committee.influence(self.context.document, source, target)

    def _open(self, id: str) -> None:
        self.context.session("personas").update(view="one", person=id)
        self.context.navigate("personas", ("personas", id))

    def _box_at(self, at: QPointF, but: PersonBox) -> PersonBox | None:
        return next((b for b in self.boxes.values() if b is not but and QRectF(b.geometry()).contains(at)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        lines = self._paths()
        told = self.words(lines)
        for id, path in lines.items():
            middle = path.pointAtPercent(0.5) - event.position()
            if (id in told and told[id][0].contains(event.position())) or math.hypot(middle.x(), middle.y()) < 24:
                self.arrow_pressed.emit(id)
                return

    # painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for lane, part in zip(self._lanes(), PARTS, strict=True):
            painter.fillRect(lane, color("lane"))
            painter.setPen(color("text2"))
            painter.setFont(font(11, bold=True))
            painter.drawText(QRectF(lane.left(), 8, lane.width(), 20), Qt.AlignmentFlag.AlignCenter, PART_NAMES[part].to(language()))
        lines = self._paths()
        for path in lines.values():
            _paint_arrow(painter, path)
        for place, words in self.words(lines).values():
            self._paint_words(painter, place, words)
        if self._drawn is not None:
            box, at = self._drawn
            path = QPainterPath(QPointF(box.geometry().center()))
            path.lineTo(at)
            _paint_arrow(painter, path)

    def _paths(self) -> dict[str, QPainterPath]:
        """The line of each arrow by its id."""
        return picture_arrows.paths([picture_arrows.Ends(id, a, b) for id, a, b, _ in self.arrows], self._places())

    def _places(self) -> dict[str, QRectF]:
        return {id: QRectF(box.geometry()) for id, box in self.boxes.items()}

    def words(self, lines: dict[str, QPainterPath] | None = None) -> dict[str, tuple[QRectF, list[str]]]:
        """What stands on the arrows, line by line, and where."""
        lines, small = self._paths() if lines is None else lines, font(11)
        told = {id: _lines(small, label, _WORDS, _WORD_LINES) for id, _, _, label in self.arrows if label and id in lines}
        wide = QFontMetrics(small).horizontalAdvance
        sizes = {id: QSizeF(max(map(wide, words)) + 10, len(words) * _PITCH + 3) for id, words in told.items()}
        found = picture_arrows.places(lines, sizes, self._places().values(), QRectF(self.rect()))
        return {id: (found[id], words) for id, words in told.items()}

    def _paint_words(self, painter: QPainter, place: QRectF, words: list[str]) -> None:
        painter.setFont(font(11))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        for at, line in enumerate(words):
            painter.drawText(QRectF(place.left(), place.top() + 1.5 + at * _PITCH, place.width(), _PITCH), Qt.AlignmentFlag.AlignCenter, line)


def _paint_arrow(painter: QPainter, path: QPainterPath) -> None:
    painter.setPen(QPen(color("accent"), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    tip, back = path.pointAtPercent(1), path.pointAtPercent(max(0.0, path.percentAtLength(max(path.length() - 9, 0))))
    angle = math.atan2(tip.y() - back.y(), tip.x() - back.x())
    painter.setBrush(color("accent"))
    painter.drawPolygon(QPolygonF([tip, *(tip - QPointF(math.cos(angle + turn), math.sin(angle + turn)) * 10 for turn in (0.4, -0.4))]))


def who_words(persona: Record) -> str:
    """Who somebody is: their line, or what is known of department and position."""
    written = value("personas", persona, "title")
    return written or " ".join(filter(None, (value("personas", persona, f"field.{field}") for field in ("department", "position"))))


def _lines(face: QFont, text: str, width: float, most: int) -> list[str]:
    """A text in lines of a width; what does not fit into the last one is told by an ellipsis."""
    layout, rest, found = QTextLayout(text, face), 0, []
    layout.beginLayout()
    while len(found) < most - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[rest:rest + line.textLength()].strip())
        rest += line.textLength()
    layout.endLayout()
    last = QFontMetrics(face).elidedText(text[rest:].strip(), Qt.TextElideMode.ElideRight, int(width))
    return [*found, last] if rest < len(text) else found


def _cut(painter: QPainter, text: str, width: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
