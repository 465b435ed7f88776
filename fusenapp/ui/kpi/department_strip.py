"""The state of every department at a glance: how many KPIs are on target, and the ones that matter, one tile each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fusenapp.i18n import translate
from fusenapp.kpi.targets import less_is_better, state_of
from fusenapp.ui import icons
from fusenapp.ui.kpi.figures import NodeFigures, percent, scaled, shortfall
from fusenapp.ui.theme import color, department_look, font
from fusenapp.ui.widgets import draw_department_mark, row
from fusenapp.ui.widgets.badge import STATES, status_words

if TYPE_CHECKING:
    from fusenapp.domain.kpi import Tree
    from fusenapp.ui.kpi.all_figures import AllFigures

HEIGHT = 64
_SHOWN = 3
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class Standing:
    """One department in a period.

    Attributes:
        state: ``off_target`` if its first KPI or half of all are, ``on_target`` if none is off, else ``caution``; empty without targets.
        reached, aimed: KPIs on target, KPIs with a target.
        nodes: of the KPIs with a target the one nearest to the top of the tree, then those furthest from theirs.
    """

    id: str
    shape: str
    name: str
    state: str
    reached: int
    aimed: int
    nodes: tuple[NodeFigures, ...]


def standings(tree: Tree, nodes: AllFigures, departments: Mapping[str, tuple[str, str]]) -> list[Standing]:
    """Every department that has KPIs in the tree; only KPIs with a target can be on it.

    A linked node only shows a KPI that is drawn elsewhere, so it counts there, for the department that answers for it.
    """
    mine: dict[str, list[tuple[float, str, str]]] = {}
    for id, achievement in zip(tree.by_depth, nodes.achievements(tree.by_depth), strict=True):
        node, down = tree.nodes[id], less_is_better(tree, id)
        if node.type == "linked":
            continue
        told = mine.setdefault(node.department, [])
        if achievement is not None:
            told.append((shortfall(achievement, down), state_of(achievement, down), id))
    found = []
    for id, (shape, name) in departments.items():
        if id in mine:
            known = mine[id]
            shown = (*known[:1], *sorted(known[1:], key=lambda each: -each[0])[: _SHOWN - 1])
            states = [state for _, state, _ in known]
            found.append(Standing(id, shape, name, _state(states), states.count("on_target"), len(known), tuple(nodes[n] for *_, n in shown)))
    return found


def _state(states: Sequence[str]) -> str:
    """Of a department; that of the KPI nearest to the top comes first."""
    if not states:
        return ""
    if states[0] == "off_target" or states.count("off_target") * 2 >= len(states):
        return "off_target"
    return "on_target" if all(state == "on_target" for state in states) else "caution"


class DepartmentTile(QAbstractButton):
    """One department; pressing it shows its partial view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing: Standing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_standing(self, standing: Standing) -> None:
        """Another department or other figures; nothing happens while they are the same."""
        if standing == self.standing:
            return
        self.standing = standing
        told = [standing.name, _words(standing)[0], *(f"{n.name} {percent(n.achievement)}" for n in standing.nodes)]
        self.setAccessibleName("、".join(told))
        self.setToolTip(translate("Kpi", "Show the part of {name}").format(name=standing.name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        found = self.standing
        if found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        look = department_look(found.shape)
        focus = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(color("focus" if focus else "borderS"), 2 if self.hasFocus() else 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(place, 6, 6)
        painter.fillRect(QRectF(1, 6, 4, self.height() - 12), look.strong)
        draw_department_mark(painter, QRectF(14, 11, 10, 10), found.shape)
        right = self._state(painter, found)
        painter.setFont(font(13, bold=True))
        painter.setPen(color("text"))
        name = QFontMetricsF(font(13, bold=True)).elidedText(found.name, Qt.TextElideMode.ElideRight, right - 36)
        painter.drawText(QRectF(30, 6, right - 34, 20), _LEFT, name)
        self._figures(painter, found)

    def _state(self, painter: QPainter, found: Standing) -> float:
        """The state on the right; gives where it begins."""
        face = font(13, bold=True)
        metrics, whole = QFontMetricsF(face), QFontMetricsF(face).horizontalAdvance(found.name)
        words = next((w for w in _words(found) if whole + metrics.horizontalAdvance(w) < self.width() - 72), _words(found)[-1])
        width = QFontMetricsF(face).horizontalAdvance(words)
        left = self.width() - 12 - width
        icon, token = STATES.get(found.state, ("minus", "text3"))
        painter.setFont(face)
        painter.setPen(color(token))
        painter.drawText(QRectF(left, 6, width + 2, 20), _LEFT, words)
        icons.draw_icon(painter, QRectF(left - 20, 8, 16, 16), icon, color(token))
        return left - 24

    def _figures(self, painter: QPainter, found: Standing) -> None:
        """As many KPIs as there is room for: name, figure, achievement."""
        x, room = 14.0, self.width() - 24.0
        if not found.nodes:
            painter.setFont(font(11))
            painter.setPen(color("text3"))
            painter.drawText(QRectF(x, 30, room, 28), _LEFT, translate("Kpi", "no targets in this period"))
        for at, node in enumerate(found.nodes):
            figure, unit = scaled(node.value, node.unit)
            told = [] if at else [(f"{figure}{unit}", font(13, bold=True), "text")]
            parts = [(node.name, font(11), "text2"), *told, (percent(node.achievement), font(11, bold=True), STATES[node.state][1])]
            width = sum(QFontMetricsF(face).horizontalAdvance(words) + 5 for words, face, _ in parts)
            if at and x + width > room + 14:
                return
            if at:
                painter.setPen(QPen(color("border"), 1))
                painter.drawLine(QPointF(x - 8, 38), QPointF(x - 8, 52))
            for words, face, token in parts:
                painter.setFont(face)
                painter.setPen(color(token))
                advance = QFontMetricsF(face).horizontalAdvance(words)
                painter.drawText(QRectF(x, 32, advance + 2, 24), _LEFT, words)
                x += advance + 5
            x += 10


def _words(found: Standing) -> tuple[str, ...]:
    """The state in words, and in fewer for a narrow tile."""
    if not found.aimed:
        return ("—",)
    state, count = status_words(found.state), f"{found.reached}/{found.aimed}"
    return translate("Kpi", "{state} {reached}/{aimed}").format(state=state, reached=found.reached, aimed=found.aimed), f"{state} {count}", count


class DepartmentStrip(QWidget):
    """The tiles in one line.

    Signals:
        chosen: department id.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[DepartmentTile] = []
        self._line = row(gap=10)
        self.setLayout(self._line)
        self.hide()

    def show_standings(self, found: Sequence[Standing]) -> None:
        """Other figures; hidden where there is nothing to tell."""
        self.setVisible(any(each.aimed for each in found))
        while len(self.tiles) < len(found):
            tile = DepartmentTile()
            tile.clicked.connect(lambda _=False, tile=tile: self.chosen.emit(tile.standing.id if tile.standing else ""))
            self.tiles.append(tile)
            self._line.addWidget(tile, 1)
        for at, tile in enumerate(self.tiles):
            tile.setVisible(at < len(found))
            if at < len(found):
                tile.show_standing(found[at])
