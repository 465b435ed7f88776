"""The buying committee as a picture: who informs, who decides, who signs, and arrows of who influences whom.

With the mouse an arrow is drawn from person to person, and a person is dragged into another column; with the keyboard both are in the
menu of a person (Enter), and Alt with the arrow keys moves a person to the column beside.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
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
from fusenapp.ui.personas.portrait import draw_portrait, letter_of
from fusenapp.ui.theme import color, font

BOX = QSize(190, 72)
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
        high, wide = self.height(), BOX.width() - 66
        draw_portrait(painter, QRectF(10, (high - 40) / 2, 40, 40), value("personas", self.persona, "role"), letter, image)
        painter.setPen(color("text"))
        painter.setFont(font(13, bold=True))
        name_box = QRectF(58, high / 6, wide, 20) if title else QRectF(58, 0, wide, high)
        painter.drawText(name_box, Qt.AlignmentFlag.AlignVCenter, _cut(painter, name, wide))
        painter.setPen(color("text2"))
        painter.setFont(font(11))
        for at, line in enumerate(_lines(painter, title, wide, 2)):
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
        self.setMinimumWidth(3 * BOX.width() + 2 * 70)
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
        height = max(_LEAST, _TOP + most * (high + gap))
        self.setFixedHeight(height)
        wide = self.width() / 3
        for at, boxes in enumerate(columns):
            whole = len(boxes) * high + (len(boxes) - 1) * gap
            top = _TOP + (height - _TOP - whole) / 2
            for nth, box in enumerate(boxes):
                box.setFixedHeight(high)
                box.move(round(at * wide + (wide - BOX.width()) / 2), round(top + nth * (high + gap)))

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
        column = min(max(int(at.x() // (self.width() / 3)), 0), 2)
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
        for id, path in self._paths():
            middle = path.pointAtPercent(0.5) - event.position()
            if math.hypot(middle.x(), middle.y()) < 24:
                self.arrow_pressed.emit(id)
                return

    # painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / 3
        for at, part in enumerate(PARTS):
            painter.fillRect(QRectF(at * wide + 4, 0, wide - 8, self.height()), color("lane"))
            painter.setPen(color("text2"))
            painter.setFont(font(11, bold=True))
            painter.drawText(QRectF(at * wide, 8, wide, 20), Qt.AlignmentFlag.AlignCenter, PART_NAMES[part].to(language()))
        words = {id: label for id, _, _, label in self.arrows}
        for id, path in self._paths():
            self._paint_arrow(painter, path, words[id])
        if self._drawn is not None:
            box, at = self._drawn
            path = QPainterPath(QPointF(box.geometry().center()))
            path.lineTo(at)
            self._paint_arrow(painter, path, "")

    def _paths(self) -> list[tuple[str, QPainterPath]]:
        found = []
        for id, a, b, _ in self.arrows:
            if a in self.boxes and b in self.boxes:
                both = any(x[1:3] == (b, a) for x in self.arrows)
                found.append((id, _path(QRectF(self.boxes[a].geometry()), QRectF(self.boxes[b].geometry()), 14 if both else 0)))
        return found

    def _paint_arrow(self, painter: QPainter, path: QPainterPath, label: str) -> None:
        painter.setPen(QPen(color("accent"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        tip, back = path.pointAtPercent(1), path.pointAtPercent(max(0.0, path.percentAtLength(max(path.length() - 9, 0))))
        angle = math.atan2(tip.y() - back.y(), tip.x() - back.x())
        painter.setBrush(color("accent"))
        painter.drawPolygon(QPolygonF([tip, *(tip - QPointF(math.cos(angle + turn), math.sin(angle + turn)) * 10 for turn in (0.4, -0.4))]))
        if label:
            painter.setFont(font(11))
            words = _cut(painter, label, 130)
            width = QFontMetrics(painter.font()).horizontalAdvance(words) + 10
            middle = path.pointAtPercent(0.5)
            place = QRectF(middle.x() - width / 2, middle.y() - 9, width, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("surface"))
            painter.drawRoundedRect(place, 4, 4)
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def who_words(persona: Record) -> str:
    """Who somebody is: their line, or what is known of department and position."""
    written = value("personas", persona, "title")
    return written or " ".join(filter(None, (value("personas", persona, f"field.{field}") for field in ("department", "position"))))


def _lines(painter: QPainter, text: str, width: float, most: int) -> list[str]:
    """A text in lines of a width; what does not fit into the last one is told by an ellipsis."""
    layout, rest, found = QTextLayout(text, painter.font()), 0, []
    layout.beginLayout()
    while len(found) < most - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[rest:rest + line.textLength()].strip())
        rest += line.textLength()
    layout.endLayout()
    return [*found, *([_cut(painter, text[rest:].strip(), width)] if rest < len(text) else [])]


def _path(start: QRectF, end: QRectF, aside: float) -> QPainterPath:
    """From edge to edge: sideways between columns, up and down within one, ``aside`` from the middle."""
    if abs(start.center().x() - end.center().x()) < 20:
        down = end.center().y() > start.center().y()
        shift = QPointF(aside, 0)
        a = QPointF(start.center().x(), start.bottom() if down else start.top()) + shift
        b = QPointF(end.center().x(), end.top() if down else end.bottom()) + shift
        path = QPainterPath(a)
        path.lineTo(b)
        return path
    right = end.center().x() > start.center().x()
    shift = QPointF(0, aside if right else -aside)
    a = QPointF(start.right() if right else start.left(), start.center().y()) + shift
    b = QPointF(end.left() if right else end.right(), end.center().y()) + shift
    reach = (b.x() - a.x()) / 2
    path = QPainterPath(a)
    path.cubicTo(a + QPointF(reach, 0), b - QPointF(reach, 0), b)
    return path


def _cut(painter: QPainter, text: str, width: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
