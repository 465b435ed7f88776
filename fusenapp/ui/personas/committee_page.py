"""The committee: its picture, the words on the arrows, the 稟議 route step by step, and the scales beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.persona import ACCOUNT, yen_of, yen_words
from fusenapp.domain.snapshot import Record, value
from fusenapp.editing import committee
from fusenapp.i18n import language, translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.personas.picture import CommitteePicture
from fusenapp.ui.widgets import Card, FlatButton, FlowLayout, IconButton, SectionHeader, Text, empty, row
from fusenapp.ui.widgets.bound import BoundLine

_KINDS = frozenset(("persona_sets", "personas", "links", "approval_steps"))


class CommitteePage(QWidget):
    """Everything that belongs to the committee and not to one person."""

    def __init__(self, context: UiContext, set_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._set = context, set_id
        self.setObjectName("scrollBody")
        self.picture = CommitteePicture(context, set_id)
        self.picture.arrow_pressed.connect(self._to_words)
        self._words: dict[str, BoundLine] = {}
        self.steps: dict[str, StepCard] = {}
        self._arrows, self._steps = QVBoxLayout(), QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        picture = Card()
        picture.body.addWidget(SectionHeader(translate("Personas", "Who informs, who decides, who signs"),
                                             translate("Personas", "Drag from person to person to draw an arrow"), big=True))
        picture.body.addWidget(self.picture)
        picture.body.addLayout(self._arrows)
        route = Card()
        head = SectionHeader(translate("Personas", "Approval route (ringi)"),
                             translate("Personas", "Each step signs up to its amount"), big=True)
        self.add_step = FlatButton(translate("Personas", "Add a step"), "plus", on=self._add_step, small=True)
        head.add_right(self.add_step)
        route.body.addWidget(head)
        route.body.addWidget(self._steps)
        self._flow = FlowLayout(self._steps, gap=8)
        layout.addWidget(picture)
        layout.addWidget(route)
        layout.addStretch(1)
        self._shown: tuple[object, ...] = ()
        context.bridge.changed.connect(self._look)
        self.refresh()

    def refresh(self) -> None:
        """Look at the document again."""
        snapshot = self._context.snapshot()
        self.picture.refresh()
        steps = snapshot.all("approval_steps", set=self._set)
        arrows = tuple((id, a, b) for id, a, b, _ in self.picture.arrows)
        key = (arrows, tuple((s["id"], s.get("person"), s.get("amount"), s.get("days")) for s in steps))
        if key != self._shown:
            self._shown = key
            self._show_arrows()
            self._show_steps(steps)

    def _look(self, changes: Changes) -> None:
        if any(kind in _KINDS for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self.refresh()

    # arrows

    def _show_arrows(self) -> None:
        empty(self._arrows)
        self._words = {}
        names = {p["id"]: value("personas", p, "name") for p in self._context.snapshot().all("personas", set=self._set)}
        for id, a, b, _ in self.picture.arrows:
            who = translate("Personas", "{person} → {other}").format(person=names[a], other=names[b])
            words = BoundLine(self._context, ("links", id, "label"), lambda text, id=id: self._say(id, text),
                              name=translate("Personas", "Words on the arrow {arrow}").format(arrow=who),
                              placeholder=translate("Personas", "How, e.g. brings three candidates"))
            label = Text(who, "strong")
            label.setMinimumWidth(190)
            name = translate("Personas", "Remove the arrow {arrow}").format(arrow=who)
            off = IconButton("trash", name, on=lambda id=id: self._remove(id), small=True)
            line = QWidget()
            line.setLayout(row(label, words, off))
            self._arrows.addWidget(line)
            self._words[id] = words

    def _to_words(self, id: str) -> None:
        if id in self._words:
            self._words[id].setFocus()

    def _say(self, id: str, text: str) -> None:
        committee.say_influence(self._context.document, id, text)

    def _remove(self, id: str) -> None:
        committee.remove_influence(self._context.document, id)
        self._context.notify(translate("Personas", "The arrow was removed."), undo=True)

    # the route

    def _add_step(self) -> None:
        id = committee.add_step(self._context.document, self._set, "")
        self._context.bridge.flush()
        self.steps[id].name.setFocus()

    def _show_steps(self, steps: list[Record]) -> None:
        empty(self._flow)
        self.steps = {}
        people = [p for p in self._context.snapshot().all("personas", set=self._set) if value("personas", p, "role") != ACCOUNT]
        for at, step in enumerate(steps):
            self.steps[step["id"]] = StepCard(self._context, step, at + 1, people)
            self._flow.addWidget(self.steps[step["id"]])
            if at < len(steps) - 1:
                self._flow.addWidget(Text("→", "title"))
        if not steps:
            self._flow.addWidget(Text(translate("Personas", "No steps yet. Who signs first, and up to how much?"), "secondary"))
        self._steps.updateGeometry()


class StepCard(Card):
    """One step of the 稟議 route."""

    def __init__(self, context: UiContext, step: Record, number: int, people: list[Record]) -> None:
        super().__init__(padding=(8, 8), gap=4)
        self._context, self._id = context, step["id"]
        self.setFixedWidth(216)
        self.setAccessibleName(translate("Personas", "Step {number}").format(number=number))
        self.name = BoundLine(context, ("approval_steps", self._id, "name"), lambda text: self._set(name=text),
                              name=translate("Personas", "Who signs in step {number}").format(number=number),
                              placeholder=translate("Personas", "e.g. head of department"))
        self.amount = self._field(translate("Personas", "Up to"), translate("Personas", "e.g. ¥1,000,000"),
                                  yen_words(step["amount"], language()) if step.get("amount") is not None else "", self._amount)
        self.days = self._field(translate("Personas", "Days"), translate("Personas", "days"),
                                f"{step['days']:g}" if step.get("days") is not None else "", self._days)
        self.days.setFixedWidth(76)
        self.person = QComboBox()
        self.person.setAccessibleName(translate("Personas", "Person of step {number}").format(number=number))
        self.person.addItem(translate("Personas", "nobody of the committee"), "")
        for each in people:
            self.person.addItem(value("personas", each, "name"), each["id"])
        self.person.setCurrentIndex(max(self.person.findData(step.get("person") or ""), 0))
        self.person.activated.connect(lambda _: self._set(person=self.person.currentData()))
        buttons = [IconButton(icon, name, on=on, small=True) for icon, name, on in (
            ("chevron-left", translate("Personas", "Earlier"), lambda: committee.move_step(context.document, self._id, -1)),
            ("chevron-right", translate("Personas", "Later"), lambda: committee.move_step(context.document, self._id, 1)),
            ("close", translate("Personas", "Remove the step"), lambda: committee.remove_step(context.document, self._id)))]
        self.body.addLayout(row(Text(str(number), "strong"), None, *buttons, gap=2))
        for part in (self.name, self.person):
            self.body.addWidget(part)
        grid = QGridLayout()
        grid.setSpacing(4)
        for column, (caption, editor) in enumerate(((translate("Personas", "Up to"), self.amount), (translate("Personas", "Days"), self.days))):
            grid.addWidget(Text(caption, "caption"), 0, column)
            grid.addWidget(editor, 1, column)
        self.body.addLayout(grid)

    def _field(self, name: str, hint: str, text: str, done) -> QLineEdit:
        made = QLineEdit(text)
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.editingFinished.connect(done)
        return made

    def _amount(self) -> None:
        text = self.amount.text().strip()
        amount = yen_of(text) if text else None
        if text and amount is None:
            wrong = translate("Personas", "“{text}” is not an amount. Write it like 1,000,000 or 100万円.")
            self._context.notify(wrong.format(text=text), kind="warn")
            return
        self._set(amount=amount)

    def _days(self) -> None:
        text = self.days.text().strip()
        if text and not text.isdecimal():
            self._context.notify(translate("Personas", "“{text}” is not a number of days.").format(text=text), kind="warn")
            return
        self._set(days=int(text) if text else None)

    def _set(self, **fields) -> None:
        now = self._context.document.get("approval_steps", self._id) or {}
        if any(now.get(name) != wanted for name, wanted in fields.items()):
            committee.set_step(self._context.document, self._id, **fields)

