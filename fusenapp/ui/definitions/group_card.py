"""A group of conditions: how they are joined, its rows, and buttons to add below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPainterPath, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from fusenapp.domain import definition as rules
from fusenapp.domain.definition import Group
from fusenapp.i18n import translate
from fusenapp.ui.definitions.clause_details import number_box
from fusenapp.ui.definitions.count_bar import CountBar
from fusenapp.ui.definitions.handle import DragHandle
from fusenapp.ui.definitions.member_row import MARK_WIDTH, kind_width
from fusenapp.ui.definitions.quiet_combo import QuietCombo
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import Card, FlatButton, IconButton, Text, field, hline, row

_AT_LEAST = 6
"""Choices "at least 2" to "at least 6"; a larger number from a file is shown too."""


@dataclass(frozen=True)
class GroupActions:
    """What the buttons of a group do; each is called with the group's record id first."""

    join: Callable[[str, rules.Match], Any]
    name: Callable[[str, str], Any]
    mute: Callable[[str, bool], Any]
    remove: Callable[[str], Any]
    add_clause: Callable[[str], Any]
    add_group: Callable[[str], Any]
    cap: Callable[[str, float | None], Any]
    edit: Callable[[str, str], Any]
    inclusions: Callable[[], list[tuple[str, str]]]
    include: Callable[[str, str], Any]
    add_target: Callable[[str], Any] | None = None


class GroupCard(Card):
    """Rows go into ``rows``, in the order of the group's members.

    Signals:
        moved: (record id, −1 or +1) by keyboard.
        dragged, dropped: (record id, global position).
    """

    moved = Signal(str, int)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)

    def __init__(self, group: Group, depth: int, actions: GroupActions, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(0, 0), gap=0)
        self.record, self._group, self._actions = group.record, group, actions
        self.setAccessibleName(group.name or translate("Definitions", "Group of conditions"))
        self.members: list[tuple[str, QWidget]] = []
        self.count = CountBar()
        self.body.addWidget(self._head(group, depth))
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self.body.addLayout(self.rows)
        self.hint = Text(translate("Definitions", "Nothing is asked for yet. Add the first condition."), "secondary")
        self.hint.setContentsMargins(14, 12, 12, 12)
        if group.members:
            self.hint.hide()
        self.rows.addWidget(self.hint)
        self.body.addWidget(hline())
        self.body.addLayout(self._adders(group, depth))

    def add(self, record: str, widget: QWidget) -> None:
        """One more member at the end; an empty ``record`` is a row that is still being filled in."""
        self.hint.hide()
        self.rows.addWidget(hline())
        self.rows.addWidget(widget)
        if record:
            self.members.append((record, widget))

    def show_count(self, counts: Mapping[str, int] | None) -> None:
        """How many leads meet the group as a whole."""
        self.count.show_counts(counts)

    def _head(self, group: Group, depth: int) -> QWidget:
        bar = _Head()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(6 if depth else 14, 6, 6, 6)
        layout.setSpacing(6)
        for widget in self._title(group) if depth else [Text(translate("Definitions", "Conditions"), "section")]:
            layout.addWidget(widget)
        self.match = QuietCombo(translate("Definitions", "How the conditions are joined"), 150)
        for key, words in _matches(group.match):
            self.match.addItem(words, key)
        self.match.setCurrentIndex(self.match.findData(group.match))
        self.match.activated.connect(lambda: self._actions.join(self.record, self.match.currentData()))
        self.match.setEnabled(not group.muted)
        layout.addWidget(self.match)
        self._add_cap(layout, group)
        layout.addStretch(1)
        layout.addWidget(self.count)
        tools = self._tools(group) if depth else []
        layout.addSpacing(MARK_WIDTH + kind_width() + 12 + (34 if not depth else -68))
        for widget in tools:
            layout.addWidget(widget)
        return bar

    def _add_cap(self, layout: QHBoxLayout, group: Group) -> None:
        """The most that the points inside may come to; only where there are points."""
        self.cap = number_box(translate("Definitions", "Points at most"), 76)
        self.cap.setSpecialValueText(translate("Definitions", "no cap"))
        self.cap.setValue(group.cap or 0)
        self.cap.valueChanged.connect(lambda most: self._actions.cap(self.record, most or None))
        if group.cap is not None or any(c.kind == "points" for c in rules.conditions(group)):
            layout.addWidget(Text(translate("Definitions", "Points at most"), "caption"))
            layout.addWidget(self.cap)

    def _title(self, group: Group) -> list[QWidget]:
        handle = DragHandle()
        handle.dragged.connect(lambda at: self.dragged.emit(self.record, at))
        handle.dropped.connect(lambda at: self.dropped.emit(self.record, at))
        name = field(group.name, translate("Definitions", "Group name"))
        name.setProperty("kind", "plain")
        name.setProperty("small", True)
        name.setFixedWidth(150)
        name.editingFinished.connect(lambda: name.text().strip() != group.name and self._actions.name(self.record, name.text().strip()))
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), name, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self.moved.emit(self.record, step))
        return [handle, name]

    def _tools(self, group: Group) -> list[QWidget]:
        words = translate("Definitions", "Count it again") if group.muted else translate("Definitions", "Mute (leave it out for now)")
        mute = IconButton("eye-off" if group.muted else "eye", words, small=True, on=lambda: self._actions.mute(self.record, not group.muted))
        copy = IconButton("copy", translate("Definitions", "Copy the group"), small=True, on=lambda: self._actions.edit(self.record, "copy"))
        remove = IconButton("trash", translate("Definitions", "Delete the group"), small=True, on=lambda: self._actions.remove(self.record))
        return [copy, mute, remove]

    def _adders(self, group: Group, depth: int) -> QHBoxLayout:
        do, record = self._actions, self.record
        self.add_clause = FlatButton(translate("Definitions", "Add a condition"), "plus", on=lambda: do.add_clause(record), small=True)
        buttons: list[QWidget] = [self.add_clause]
        if depth < rules.MAX_NESTING:
            buttons.append(FlatButton(translate("Definitions", "Add a group"), "group", small=True, on=lambda: do.add_group(record)))
        target = do.add_target
        if target is not None and not depth:
            buttons.append(FlatButton(translate("Definitions", "Require the target"), "target", small=True, on=lambda: target(record)))
        buttons.append(FlatButton(translate("Definitions", "Include a definition"), "link", small=True, on=self._offer_inclusions))
        buttons.append(FlatButton(translate("Definitions", "Paste"), "down-circle", small=True, on=lambda: do.edit(record, "into")))
        if not depth:
            buttons.append(FlatButton(translate("Definitions", "Copy all"), "copy", small=True, on=lambda: do.edit(record, "copy")))
        self.include = buttons[-2 if depth else -3]
        return row(*buttons, None, margins=(6, 4, 6, 4))

    def _offer_inclusions(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id, words in self._actions.inclusions():
            menu.addAction(words).triggered.connect(lambda *_, id=id: self._actions.include(self.record, id))
        menu.popup(self.include.mapToGlobal(QPoint(0, self.include.height())))


class _Head(QFrame):
    """The band on top of a group, in the tone of table headers."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(1, 1, self.width() - 2, self.height() + 8), 5, 5)
        painter.fillPath(path, color("lane"))


def _matches(now: rules.Match) -> list[tuple[rules.Match, str]]:
    numbers = list(range(2, _AT_LEAST + 1))
    if isinstance(now, int) and now not in numbers:
        numbers.append(now)
    least = translate("Definitions", "At least {count} are met")
    return [("all", translate("Definitions", "All are met")), ("any", translate("Definitions", "Any is met")),
            *((n, least.format(count=n)) for n in numbers)]
