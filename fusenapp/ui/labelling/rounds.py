"""All rounds: how far each department is, and what one can do next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from fusenapp.domain import labelling
from fusenapp.domain.labelling import Labelling, Sheet
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import labelling as verbs
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.labelling import words
from fusenapp.ui.labelling.new_form import NewForm
from fusenapp.ui.labelling.sheet_buttons import SheetButtons
from fusenapp.ui.widgets import (
    Badge,
    Card,
    DepartmentMark,
    FlatButton,
    FlowLayout,
    IconButton,
    IconLabel,
    PrimaryButton,
    PushButton,
    Text,
    row,
    scroll,
)
from fusenapp.ui.widgets.bound import BoundLine
from fusenapp.ui.words import clock, local


@dataclass(frozen=True)
class Doors:
    """Where the buttons of a round lead: each takes the id of the labelling."""

    label: Callable[[str], None]
    result: Callable[[str], None]
    begun: Callable[[str], None]


class RoundsPage(QWidget):
    """The form for a new round, or a button for it, and a card per round."""

    def __init__(self, context: UiContext, doors: Doors, making: bool, make: Callable[[bool], None]) -> None:
        super().__init__()
        self._context, self._doors = context, doors
        found = labelling.labellings(context.snapshot())
        body = QWidget()
        self._inside = QVBoxLayout(body)
        self._inside.setContentsMargins(16, 16, 16, 16)
        self._inside.setSpacing(12)
        self.form: NewForm | None = None
        self.new: PushButton | None = None
        if making or not found:
            self.form = NewForm(context, doors.begun, (lambda: make(False)) if found else None)
            self._inside.addWidget(self.form)
        else:
            self.new = PushButton(translate("Labelling", "New blind labelling"), "plus", on=lambda: make(True))
            self._inside.addLayout(row(self.new, None))
        self.cards: dict[str, RoundCard] = {}
        self.refresh()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll(body))

    def focus_first(self) -> None:
        """The keyboard on what comes next: the newest round's main button, or the form."""
        card = next(iter(self.cards.values()), None)
        if self.form is not None:
            self.form.rule.segment(self.form.rule.current).setFocus(Qt.FocusReason.OtherFocusReason)
        elif card is not None:
            card.focus()

    def refresh(self) -> None:
        """The rounds as they are now; a form that is being filled in stays."""
        snapshot, focused = self._context.snapshot(), QApplication.focusWidget()
        held = next((id for id, card in self.cards.items() if focused is not None and card.isAncestorOf(focused)), "")
        for card in self.cards.values():
            self._inside.removeWidget(card)
            card.hide()
            card.deleteLater()
        while self._inside.count() > 1:
            self._inside.takeAt(1)
        self.cards = {each.id: RoundCard(self._context, snapshot, each, self._doors) for each in labelling.labellings(snapshot)}
        for card in self.cards.values():
            self._inside.addWidget(card)
            card.show()
        self._inside.addStretch(1)
        if held in self.cards:
            self.cards[held].focus()


class RoundCard(Card):
    """One round."""

    def __init__(self, context: UiContext, snapshot: Snapshot, found: Labelling, doors: Doors) -> None:
        super().__init__(padding=(14, 16), gap=8)
        self._context, self.found, self._doors = context, found, doors
        sheets = labelling.every_sheet(snapshot, found.id)
        self.complete = labelling.finished(found, sheets)
        name = BoundLine(context, ("labellings", found.id, "name"), lambda text: verbs.rename(context.document, found.id, text),
                         name=translate("Labelling", "Name of the labelling"), plain=True, may_be_empty=False)
        remove = IconButton("trash", translate("Labelling", "Delete {name}").format(name=found.name), self._delete, small=True)
        name.setTextMargins(-8, 0, 0, 0)  # the name's text stands above the lines below it
        head = row(name, self._state(), remove)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        moment = local(found.created)
        told = (words.told_of(snapshot, found), clock(moment) if moment else "")
        self.body.addWidget(Text(" · ".join(part for part in told if part), "caption"))
        self.body.addWidget(self._progress(snapshot, sheets))
        self._actions(snapshot, sheets)

    def focus(self) -> None:
        """The keyboard on what comes next."""
        target = self.label or self.open
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _state(self) -> Badge:
        if self.found.closed:
            return Badge("agreed", words=translate("Labelling", "Result open"))
        if self.complete:
            return Badge("proposed", words=translate("Labelling", "Everybody has answered"))
        return Badge("draft", words=translate("Labelling", "Being labelled"))

    def _progress(self, snapshot: Snapshot, sheets: list[Sheet]) -> QWidget:
        """Per department how many leads somebody of it has answered; never what."""
        held, size = QWidget(), len(self.found.leads)
        flow = FlowLayout(held, gap=16)
        for department, count in labelling.answered(self.found, sheets).items():
            name = words.full(snapshot, department)
            people = sum(s.department == department and bool(s.answers) for s in sheets)
            told = translate("Labelling", "{done} of {all}").format(done=count, all=size)
            if people > 1:
                told += " · " + translate("Labelling", "%n person(s)", n=people)
            done = IconLabel("check-circle" if count == size else "clock", told, token="good" if count == size else "text2")
            one = QWidget()
            one.setLayout(row(DepartmentMark(words.shape(snapshot, department), name), Text(name), done, gap=6))
            flow.addWidget(one)
        return held

    def _actions(self, snapshot: Snapshot, sheets: list[Sheet]) -> None:
        self.label: PushButton | None = None
        self.open: PushButton | None = None
        if self.found.closed:
            self.open = PrimaryButton(translate("Labelling", "See the result"), "chart", on=lambda: self._doors.result(self.found.id))
            self.body.addLayout(row(self.open, None))
            return
        author = self._context.author
        mine = labelling.own_sheet(snapshot, self.found.id, author.department, author.person)
        answered = len(mine.answers) if mine else 0
        waits = author.department in self.found.departments
        if waits:
            kind = PushButton if self.complete or answered == len(self.found.leads) else PrimaryButton
            self.label = kind(self._label_words(answered), "eye-off", on=lambda: self._doors.label(self.found.id))
        note = "" if waits else translate(
            "Labelling", "Your department is not asked. Change it at the top of the window to answer for another one.")
        if self.complete:
            late = labelling.unfinished_people(self.found, sheets)
            if late:
                note = translate("Labelling", "Still at it: {people}").format(people="、".join(s.person or "—" for s in late))
            self.open = PrimaryButton(translate("Labelling", "Open the result"), "eye", on=self._close)
        else:
            self.open = FlatButton(translate("Labelling", "Close early…"), "lock", on=self._ask)
        self.sheets = SheetButtons(self._context, self.found) if waits else None
        parts = [part for part in (self.label, self.open, self.sheets) if part is not None]
        self.body.addLayout(row(*parts, None))
        if note:
            self.body.addWidget(Text(note, "caption", wrap=True))
        self._question = self._make_question()
        self.body.addWidget(self._question)

    def _label_words(self, answered: int) -> str:
        if answered == 0:
            return translate("Labelling", "Begin to label")
        if answered == len(self.found.leads):
            return translate("Labelling", "Look over my answers")
        return translate("Labelling", "Go on with lead {number}").format(number=answered + 1)

    def _make_question(self) -> QWidget:
        """Closing before everybody has finished is asked back in place."""
        holder = QWidget()
        text = Text(translate("Labelling", "Not everybody has finished. Once the result is open, nobody can answer any more."), "warn",
                    wrap=True)
        self.sure = PushButton(translate("Labelling", "Close and open the result"), "eye", on=self._close)
        holder.setLayout(row(text, self.sure, FlatButton(translate("Labelling", "Keep it open"), on=self._unask)))
        holder.layout().setStretch(0, 1)  # type: ignore[union-attr]
        holder.hide()
        return holder

    def _ask(self) -> None:
        self._question.show()
        self.sure.setFocus()

    def _unask(self) -> None:
        self._question.hide()
        if self.open is not None:
            self.open.setFocus()

    def _close(self) -> None:
        verbs.close(self._context.document, self.found.id)
        self._doors.result(self.found.id)

    def _delete(self) -> None:
        verbs.delete(self._context.document, self.found.id)
        self._context.notify(translate("Labelling", "The blind labelling was deleted."), undo=True)
