"""The list of what needs somebody now."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.i18n import translate
from fusenapp.ui import icons, words
from fusenapp.ui.home.reckoning import Todo
from fusenapp.ui.widgets import Badge, Card, Chip, DepartmentMarks, ElidedLabel, PushButton, SegmentedControl, Text, empty, hline

SOON = 30
"""Days before a review from which on its date is shown."""


class TodoRow(QFrame):
    """Icon, what and why, state, date, departments it waits for, one button."""

    def __init__(self, todo: Todo, snapshot: Snapshot, on: object) -> None:
        super().__init__()
        self.todo = todo
        self.setFixedHeight(60)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(14)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(_ICONS.get(todo.kind) or words.item_icon(todo.item), 20))
        title = title_of(todo, snapshot)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addStretch(1)
        said.addWidget(ElidedLabel(title, "strong"))
        said.addWidget(ElidedLabel(reason(todo, snapshot), "caption"))
        said.addStretch(1)
        layout.addWidget(picture)
        layout.addLayout(said, 1)
        layout.addWidget(Badge(todo.state, words=_badge_words(todo)))
        layout.addWidget(self._date())
        layout.addWidget(self._departments(snapshot))
        button = PushButton(self._verb(), on=lambda: on(todo))  # type: ignore[operator]
        button.setFixedWidth(112)
        button.setAccessibleName(f"{self._verb()}: {title}")
        layout.addWidget(button)

    def _verb(self) -> str:
        verbs = {"kpi": translate("Home", "See why"), "review": translate("Home", "Hold"), "action": translate("Home", "Open"),
                 "actions": translate("Home", "Open"), "drafts": translate("Home", "Settle"), "data": translate("Home", "Refresh")}
        if self.todo.kind in verbs:
            return verbs[self.todo.kind]
        return translate("Home", "Review") if self.todo.state in ("due", "reopened", "agreed") else translate("Home", "Stamp")

    def _date(self) -> Text:
        label = Text("", "caption")
        label.setFixedWidth(96)
        if self.todo.due:
            date = dt.date.fromisoformat(self.todo.due)
            left = (date - dt.date.today()).days
            label.setText(words.day(date) if left <= SOON else "")
            if left <= 0:
                label.set_role("bad")
        return label

    def _departments(self, snapshot: Snapshot) -> QWidget:
        marks = DepartmentMarks([(snapshot.value("departments", d, "shape"), snapshot.value("departments", d, "name"), True)
                                 for d in self.todo.departments])
        holder = QWidget()
        holder.setFixedWidth(46)
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(marks)
        return holder


_ICONS = {"kpi": "kpi", "review": "review", "action": "flag", "actions": "flag", "drafts": "split", "data": "import"}


def title_of(todo: Todo, snapshot: Snapshot) -> str:
    """What a row is about."""
    if todo.kind == "review":
        from fusenapp.flows.review_words import kind_words

        return kind_words(todo.title)
    if todo.kind == "actions":
        return translate("Home", "%n more action(s)", n=todo.months)
    if todo.kind == "drafts" and not todo.item[0]:
        return translate("Home", "%n more item(s) with differing drafts", n=int(todo.title))
    return todo.title if todo.kind in _ICONS and todo.kind != "drafts" else words.item_title(snapshot, todo.item)


def _badge_words(todo: Todo) -> str | None:
    """Other words than those of the state."""
    if todo.kind == "review":
        if todo.item[0] == "reviews":
            return translate("Home", "Being held")
        return translate("Home", "Day has come") if todo.state == "due" else translate("Home", "Soon")
    return {"drafts": translate("Home", "Differs"), "data": translate("Home", "Old")}.get(todo.kind)


def reason(todo: Todo, snapshot: Snapshot) -> str:
    """Why something is on the list, in one line."""
    match todo.kind:
        case "kpi":
            return translate("Home", "Below target for %n month(s)", n=todo.months)
        case "review":
            return _meeting_words(todo)
        case "action":
            owner = todo.owner or translate("Home", "nobody named yet")
            return translate("Home", "Action of {owner}").format(owner=owner)
        case "actions":
            return translate("Home", "Overdue or due soon")
        case "drafts":
            return translate("Home", "The drafts differ in %n place(s).", n=todo.months)
        case "data":
            until = words.month(todo.until) if len(todo.until) <= 7 else words.day(dt.date.fromisoformat(todo.until))
            return translate("Home", "The data ends with {until}.").format(until=until)
        case _:
            return _agreement_words(todo, snapshot)


def _meeting_words(todo: Todo) -> str:
    if todo.item[0] == "reviews":
        return translate("Home", "Is being held; close the minutes when it is over.")
    return translate("Home", "It begins with the actions of last time.") if todo.state == "due" else translate("Home", "Comes up soon.")


def _agreement_words(todo: Todo, snapshot: Snapshot) -> str:
    """Why an agreement needs somebody."""
    if todo.state == "due":
        return translate("Home", "The agreement is up for review.")
    if todo.state == "reopened":
        return translate("Home", "Changed since it was agreed. Propose it again, or take the change back.")
    if todo.state == "agreed":
        return translate("Home", "The agreement comes up for review soon.")
    names = translate("Home", ", ").join(value("departments", snapshot.get("departments", d) or {}, "name") for d in todo.departments)
    return translate("Home", "Waits for the stamp of {departments}.").format(departments=names)


class TodoList(Card):
    """All of them, or those that wait for the own department.

    Signals:
        chosen: a `Todo`.
        filtered: ``all`` or ``own``.
    """

    chosen = Signal(object)
    filtered = Signal(str)

    def __init__(self, only: str = "all", parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(0, 0), gap=0)
        self._count = Chip("", muted=True)
        self._filter = SegmentedControl(
            [("all", translate("Home", "All")), ("own", translate("Home", "Own department"))], only, name=translate("Home", "Which"))
        self._filter.changed.connect(self.filtered)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.setSpacing(10)
        head.addWidget(Text(translate("Home", "What needs you now"), "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._filter)
        self.body.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)

    @property
    def only(self) -> str:
        """``all`` or ``own``."""
        return self._filter.current

    def show_todos(self, todos: tuple[Todo, ...], snapshot: Snapshot, department: str, person: str = "") -> None:
        """Renew the list."""
        self._clear()
        own = tuple(t for t in todos if t.of(department, person))
        shown = own if self._filter.current == "own" else todos
        self._count.setText(str(len(shown)))
        self._count.setVisible(bool(shown))
        shape = snapshot.value("departments", department, "shape")
        own_words = translate("Home", "Own department") + f" {len(own)}"
        self._filter.set_options([("all", translate("Home", "All")), ("own", own_words, "", shape)], self._filter.current)
        for todo in shown:
            self._rows.addWidget(hline())
            self._rows.addWidget(TodoRow(todo, snapshot, self.chosen.emit))
        if not shown:
            self._rows.addWidget(hline())
            nothing = Text(translate("Home", "Nothing waits. Propose an item for agreement when it is written."), "secondary")
            nothing.setContentsMargins(16, 16, 16, 16)
            self._rows.addWidget(nothing)

    def _clear(self) -> None:
        empty(self._rows)
