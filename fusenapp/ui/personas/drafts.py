"""Two drafts of the personas side by side: each department's own, or this file and another; settled field by field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.persona import PersonaField
from fusenapp.domain.persona_committee import INFLUENCES, options, shown
from fusenapp.domain.persona_draft import PERSON, DraftSide, Place, places
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing import persona_drafts
from fusenapp.i18n import language, translate
from fusenapp.ui import files
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import (
    Card,
    FlowLayout,
    IconLabel,
    LinkButton,
    PushButton,
    SegmentedControl,
    Text,
    department_icon,
    empty,
    row,
    scroll,
)
from fusenapp.ui.widgets.bound import GrowingText

_KINDS = frozenset(("personas", "persona_drafts", "persona_sets", "notes", "settlements", "departments", "approval_steps", "links"))


class DraftText(GrowingText):
    """What one side says; writable where it is the draft of the department one speaks for."""

    def __init__(self, text: str, name: str, write=None, hint: str = "") -> None:
        super().__init__(text, name=name, placeholder=hint, lines=(2, 6))
        self.setReadOnly(write is None)
        if write is not None:
            self.textChanged.connect(lambda: write(self.toPlainText()))


class DraftChoice(QComboBox):
    """One of a few values, such as a place on a scale; it can be chosen where it is the own draft."""

    def __init__(self, text: str, name: str, field: PersonaField, committee: Record, write=None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        for option in options(field):
            self.addItem(shown(committee, field, option, language()) or translate("Structure", "not said"), option)
        self.setCurrentIndex(max(0, self.findData(text)))
        self.setEnabled(write is not None)
        if write is not None:
            self.activated.connect(lambda _: write(self.currentData()))


class PlaceCard(Card):
    """One field: both sides, and what to do about it. Keys 1 left, 2 right, 3 both, 4 to be discussed, Delete opens again."""

    def __init__(self, page: DraftsPage, place: Place, left: DraftSide, right: DraftSide, person: str) -> None:
        super().__init__(padding=(10, 12), gap=6)
        self.place, self._page = place, page
        name = place.field.name.to(language())
        title = translate("Personas", "{person}: {field}").format(person=person, field=name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.body.addLayout(row(Text(title, "strong"), None, *self._state()))
        columns = row(gap=12)
        for side, text in ((left, place.texts[1]), (right, place.texts[2])):
            columns.addLayout(self._side(side, text, name), 1)
        self.body.addLayout(columns)
        if place.differs:
            self._told(place, left, right)
            self._buttons(left, right)

    def _state(self) -> list[QWidget]:
        if not self.place.differs:
            return [IconLabel("check", translate("Personas", "The same"), token="good")]
        choice = self.place.settled.choice if self.place.settled else ""
        if choice == "discuss":
            return [IconLabel("speech", translate("Personas", "To be discussed"), token="warn"), self._reopen()]
        if choice:
            return [IconLabel("check-circle", translate("Personas", "Settled"), token="good"), self._reopen()]
        return [IconLabel("split", translate("Personas", "Differs"), token="warn")]

    def _reopen(self) -> QWidget:
        return LinkButton(translate("Personas", "Open again"), on=lambda: self._page.reopen(self.place), small=True)

    def _side(self, side: DraftSide, text: str, name: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        mine = side.department and side.department == self._page.department
        write = (lambda now: self._page.write(self.place, now)) if mine else None
        hint = {"notes": translate("Personas", "One note a line"),
                "steps": translate("Structure", "One step a line: name / person / up to which amount / days")}.get(self.place.field.form, "")
        if self.place.field == INFLUENCES:
            hint = translate("Structure", "One arrow a line: from whom → on whom: words")
        label = translate("Personas", "{side}: {field}").format(side=side.name, field=name)
        if self.place.field == PERSON:
            column.addWidget(Text(text or translate("Structure", "none here"), "strong"))
        elif self.place.field.form == "choice":
            choose = (lambda now: self._page.choose(self.place, now)) if mine else None
            column.addWidget(DraftChoice(text, label, self.place.field, self._page.committee, choose))
        else:
            column.addWidget(DraftText(text, label, write, hint))
        whose = translate("Personas", "{side} · your draft, write here") if mine else "{side}"
        column.addWidget(Text(whose.format(side=side.name), "caption"))
        return column

    def _told(self, place: Place, left: DraftSide, right: DraftSide) -> None:
        """Of notes, which stand only on one side."""
        if place.field.form != "notes":
            return
        both, mine, theirs = place.notes()
        words = translate("Personas", "Both: {both} · only {left}: {mine} · only {right}: {theirs}").format(
            both=len(both), left=left.name, mine=len(mine), right=right.name, theirs=len(theirs))
        self.body.addWidget(Text(words, "caption", wrap=True))

    def _buttons(self, left: DraftSide, right: DraftSide) -> None:
        chosen = self.place.settled.choice if self.place.settled else ""
        offered = (("left", translate("Personas", "Take {side}").format(side=left.name), left.key),
                   ("right", translate("Personas", "Take {side}").format(side=right.name), right.key),
                   ("both", translate("Personas", "Merge both"), "both"), ("discuss", translate("Personas", "Discuss"), "discuss"))
        buttons = []
        for number, (choice, words, key) in enumerate(offered, 1):
            icon = "check" if chosen == key else ""
            button = PushButton(f"{number}  {words}", icon, on=lambda c=choice: self._page.settle(self.place, c), small=True)
            button.setAccessibleName(words)
            buttons.append(button)
        self.body.addLayout(row(*buttons, None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choice = dict(zip("1234", persona_drafts.CHOICES, strict=True)).get(event.text())
        if choice and self.place.differs:
            self._page.settle(self.place, choice)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.place.settled:
            self._page.reopen(self.place)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._page.walk(self, 1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class DraftsPage(QWidget):
    """The two sides above, then a card for each field in which they differ (or each, to write one's own)."""

    def __init__(self, context: UiContext, set_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._set, self._session = context, set_id, context.session("personas")
        self.places: list[Place] = []
        self.cards: list[PlaceCard] = []
        self._writing = False
        self.left, self.right, self.person = QComboBox(), QComboBox(), QComboBox()
        self.show_all = SegmentedControl([("open", ""), ("all", translate("Personas", "Every field"))],
                                         self._session.get("draft_filter", "open"), name=translate("Personas", "Show"))
        self.show_all.changed.connect(self._filtered)
        self.file = PushButton(translate("Personas", "Compare with another file…"), "file", on=self._ask, small=True)
        self.back = PushButton(translate("Personas", "Back to the departments"), "close", on=lambda: self.compare_with(None, ""), small=True)
        self._fill()
        body = QWidget()
        self._list = QVBoxLayout(body)
        self._list.setContentsMargins(16, 0, 16, 16)
        self._list.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row(self._compared(), margins=(16, 12, 16, 0)))
        self.hint = Text(translate("Personas", "↑↓ move · 1 left · 2 right · 3 both · 4 discuss · Delete opens again"), "caption")
        layout.addLayout(row(self.hint, margins=(16, 0, 16, 0)))
        layout.addWidget(scroll(body), 1)
        context.bridge.changed.connect(self._look)
        context.department_changed.connect(self._department_changed)
        self.refresh()

    def _compared(self) -> QWidget:
        """What is compared, on two lines where one is too short."""
        bar = QWidget()
        flow = FlowLayout(bar, gap=8)
        for part in (self.left, self.right, self.person, self.show_all, self.file, self.back):
            flow.addWidget(part)
        return bar

    @property
    def department(self) -> str:
        """The department that writes here."""
        return self._context.department

    @property
    def committee(self) -> Record:
        """The record of the committee, which words its scales."""
        return self._context.snapshot().get("persona_sets", self._set) or {}

    @property
    def sides(self) -> tuple[DraftSide, DraftSide]:
        """Two departments, or this file and another."""
        snapshot = self._context.snapshot()
        if self._session.get("theirs"):
            theirs, name = self._session["theirs"]
            return DraftSide("this-file", translate("Personas", "This file"), snapshot), DraftSide("other-file", name, theirs)
        named = {d["id"]: value("departments", d, "name") for d in snapshot.all("departments")}
        left, right = (DraftSide(b.currentData(), named.get(b.currentData(), ""), snapshot, b.currentData()) for b in (self.left, self.right))
        return left, right

    def compare_with(self, theirs: Snapshot | None, name: str) -> None:
        """Another copy of the workspace as the right side; None: the departments again."""
        self._session["theirs"] = (theirs, name) if theirs is not None else None
        self.refresh()

    def refresh(self) -> None:
        """Compare again."""
        left, right = self.sides
        self.places = places(self._context.snapshot(), self._set, left, right)
        other = bool(self._session.get("theirs"))
        for widget, there in ((self.left, not other), (self.right, not other), (self.file, not other), (self.back, other)):
            widget.setVisible(there)
        differing = [p for p in self.places if p.differs]
        self.show_all.set_text("open", translate("Personas", "Only differences {count}").format(count=len(differing)))
        one = self.person.currentData()
        shown = [p for p in (self.places if self.show_all.current == "all" else differing) if not one or p.persona == one]
        self._show(shown, left, right)

    def _show(self, shown: list[Place], left: DraftSide, right: DraftSide) -> None:
        at = next((i for i, card in enumerate(self.cards) if card.isAncestorOf(self.focusWidget() or self) or card.hasFocus()), None)
        empty(self._list)
        names = {p["id"]: value("personas", p, "name") for p in self._context.snapshot().all("personas", set=self._set)}
        names |= {p.persona: next(filter(None, p.texts), "") for p in shown if p.field == PERSON}
        names[self._set] = translate("Personas", "Committee")
        self.cards = [PlaceCard(self, place, left, right, names[place.persona]) for place in shown]
        for card in self.cards:
            self._list.addWidget(card)
        self.hint.setVisible(bool(shown))
        if not shown:
            words = translate("Personas", "The two say the same. Choose “Every field” to write what your department would say.")
            self._list.addWidget(Text(words, "secondary", wrap=True))
            begin = PushButton(translate("Personas", "Write our draft"), "pencil", on=self.write_own)
            self._list.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addStretch(1)
        if at is not None and self.cards:
            self.cards[min(at, len(self.cards) - 1)].setFocus()

    def write_own(self) -> None:
        """Every field of one person, the own department on the left."""
        if self._session.get("theirs"):
            self._session["theirs"] = None
        at = self.left.findData(self.department)
        if self.right.currentIndex() == at:
            self.right.setCurrentIndex(self.left.currentIndex())
        self.left.setCurrentIndex(at)
        self.show_all.set_current("all")
        if not self.person.currentData() and self.person.count() > 2:
            self.person.setCurrentIndex(2)
        self._filtered()
        own = next((text for card in self.cards for text in card.findChildren(DraftText) if not text.isReadOnly()), None)
        if own is not None:
            own.setFocus()  # the button that was pressed is gone

    def write(self, place: Place, text: str) -> None:
        """One's own draft, letter by letter; the cards stay as they are meanwhile."""
        self._writing = True
        persona_drafts.write_draft(self._context.document, place.persona, self.department, place.field.id, text)
        self._context.bridge.flush()
        self._writing = False

    def choose(self, place: Place, now: str) -> None:
        """One's own draft of something that is chosen: whether it differs is known at once."""
        self.write(place, now)
        QTimer.singleShot(0, self, self.refresh)

    def settle(self, place: Place, choice: str) -> None:
        """Take a side, merge, or leave it to a talk."""
        now = next((p for p in places(self._context.snapshot(), self._set, *self.sides) if p.id == place.id), place)
        persona_drafts.settle(self._context.document, self._set, now, choice, *self.sides)
        self._context.bridge.flush()

    def reopen(self, place: Place) -> None:
        """Take the decision back."""
        persona_drafts.reopen(self._context.document, self._set, place)

    def walk(self, card: PlaceCard, by: int) -> None:
        """The keyboard to the next card."""
        at = self.cards.index(card) + by
        if 0 <= at < len(self.cards):
            self.cards[at].setFocus()


    # the sides

    def _fill(self) -> None:
        snapshot = self._context.snapshot()
        for box, name, at in ((self.left, translate("Personas", "Left side"), 0), (self.right, translate("Personas", "Right side"), 1)):
            box.setAccessibleName(name)
            for d in snapshot.all("departments"):
                box.addItem(department_icon(value("departments", d, "shape")), value("departments", d, "name"), d["id"])
            box.setCurrentIndex(min(at, box.count() - 1))
            box.activated.connect(lambda _, box=box: self._side_chosen(box))
        self.person.setAccessibleName(translate("Personas", "Person"))
        self.person.addItem(translate("Personas", "Everybody"), "")
        for each in snapshot.all("personas", set=self._set):
            self.person.addItem(value("personas", each, "name"), each["id"])
        self.person.setCurrentIndex(max(self.person.findData(self._session.get("draft_person", "")), 0))
        self.person.activated.connect(lambda _: self._filtered())

    def _side_chosen(self, box: QComboBox) -> None:
        other = self.right if box is self.left else self.left
        if other.currentIndex() == box.currentIndex():
            other.setCurrentIndex((box.currentIndex() + 1) % box.count())
        self.refresh()

    def _filtered(self, *_: Any) -> None:
        self._session["draft_filter"] = self.show_all.current
        self._session["draft_person"] = self.person.currentData()
        self.refresh()

    def _ask(self) -> None:
        workspace = self._context.workspace
        path = files.ask_workspace(self, workspace.path.parent, translate("Personas", "Compare with another file")) if workspace else None
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Set the personas of a colleague's copy beside these."""
        label, workspace = translate("Personas", "Reading {name}").format(name=path.name), self._context.workspace
        self._context.run(label, lambda progress: workspace.look_into(path), lambda found: self.compare_with(found, path.name), owner=self)

    def _department_changed(self, _: str) -> None:
        self.refresh()

    def _look(self, changes: Changes) -> None:
        if not self._writing and any(kind in _KINDS for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self.refresh()
