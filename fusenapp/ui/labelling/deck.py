"""One lead after the other, with what is known of it at hand-over, answered by one key each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fusenapp.domain import labelling
from fusenapp.domain.labelling import HOT, NOT, UNSURE, Labelling, Sheet
from fusenapp.editing import labelling as verbs
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.context import UiContext
from fusenapp.ui.labelling import words
from fusenapp.ui.labelling.answer_button import AnswerButton, Strip
from fusenapp.ui.labelling.comment_field import CommentField
from fusenapp.ui.labelling.fact_row import HEIGHT, FactRow
from fusenapp.ui.widgets import Card, FlatButton, IconLabel, PushButton, Text, column, row, scroll

KEYS = {Qt.Key.Key_1: HOT, Qt.Key.Key_2: NOT, Qt.Key.Key_3: UNSURE}
_TWO_COLUMNS = 660
"""Width from which attributes stand in two columns."""


class Deck(QWidget):
    """1, 2 and 3 answer and go on; ← → walk; C writes a reason; Escape pauses.

    Args:
        found: an open labelling that asks the author's department.
        at: key of the lead to begin with; that of the first without an answer if empty.
        walked: told the key of the lead that is shown.
        paused: called when the user goes back to the list.
    """

    def __init__(self, context: UiContext, found: Labelling, at: str, walked: Callable[[str], None], paused: Callable[[], None]) -> None:
        super().__init__()
        self._context, self.found, self._walked, self._paused = context, found, walked, paused
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.question(found.rule))
        self.at = self._first(at)
        self.strip, self.comment = Strip(), CommentField()
        self.buttons = {given: AnswerButton(key, given, words.answer(given, found.rule), lambda given=given: self.answer(given))
                        for key, given in zip("123", (HOT, NOT, UNSURE), strict=True)}
        self.rows = {fact.name: FactRow(fact.name.rsplit("›", 1)[-1]) for fact in found.facts if fact.shown}
        self._title, self._count = Text("", "title", wrap=True), Text("", "secondary")
        self._done = IconLabel("check-circle", translate(
            "Labelling", "You have answered every lead. You may still change answers until the result is opened."), token="good")
        self._grid, self._columns = QGridLayout(), 0
        self._lay_out()
        self._connect()
        self.refresh()

    # the parts

    def _lay_out(self) -> None:
        self.previous = PushButton(translate("Labelling", "Previous"), "arrow-left", on=lambda: self.walk(-1))
        self.next = PushButton(translate("Labelling", "Next"), "arrow-right", on=lambda: self.walk(1))
        self.pause = FlatButton(translate("Labelling", "Pause"), "close", on=self._paused)
        keys = Text(translate("Labelling", "1 / 2 / 3 answer · ← → walk · ↑ ↓ and Space mark what decides · C reason · Esc pause"), "caption",
                    wrap=True)
        head = row(self._count, self.strip, self.previous, self.next, self.pause, gap=8)
        head.setStretch(1, 1)
        card = Card(padding=(12, 12), gap=4)
        card.body.addLayout(row(self._title, None))
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        card.body.addLayout(self._grid)
        card.body.addStretch(1)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(16, 4, 16, 8)
        inside.addWidget(card)
        inside.addStretch(1)
        below = column(Text(words.question(self.found.rule), "title"), row(*self.buttons.values(), gap=12), self.comment, self._done, keys,
                       gap=8, margins=(16, 8, 16, 12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(column(head, margins=(16, 12, 16, 4)))
        self._scroll = scroll(body)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(below)
        self._arrange(2)

    def _connect(self) -> None:
        self.strip.chosen.connect(self.go)
        self.comment.typed.connect(self._commented)
        self.comment.left.connect(self.setFocus)
        for button in (self.previous, self.next, self.pause):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.installEventFilter(self)
        for name, each in self.rows.items():
            each.clicked.connect(lambda _=False, name=name: self.mark(name))
            each.walked.connect(self._walk_rows)

    def _arrange(self, columns: int) -> None:
        """The attributes in one or two columns, read downwards."""
        if columns == self._columns:
            return
        self._columns = columns
        each = -(-len(self.rows) // columns) or 1
        for at, one in enumerate(self.rows.values()):
            self._grid.addWidget(one, at % each, at // each)
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= _TWO_COLUMNS else 1)

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # the sheet

    @property
    def sheet(self) -> Sheet:
        """The own answers; those of others are never read here."""
        author = self._context.author
        own = labelling.own_sheet(self._context.snapshot(), self.found.id, author.department, author.person)
        return own or Sheet("", author.department, author.person)

    @property
    def key(self) -> str:
        """Key of the lead that is shown."""
        return self.found.keys[self.at]

    def _first(self, wanted: str) -> int:
        keys, answers = self.found.keys, self.sheet.answers
        return keys.index(wanted) if wanted in keys else next((at for at, key in enumerate(keys) if key not in answers), 0)

    def refresh(self) -> None:
        """Show the lead with the own answer."""
        sheet, lead = self.sheet, self.found.leads[self.at]
        self._title.setText(lead.title if self._named(lead.title) else translate("Labelling", "Lead {number}").format(number=self.at + 1))
        self._count.setText(translate("Labelling", "{at} / {all}").format(at=self.at + 1, all=len(self.found.leads)))
        self.strip.set(self.found.keys, sheet.answers, self.at)
        for given, button in self.buttons.items():
            button.setChecked(sheet.answers.get(self.key) == given)
            button.update()
        because = sheet.because.get(self.key, ())
        for fact, held in self.found.shown(lead):
            self.rows[fact.name].set(words.held(fact, held), fact.name in because)
        self.comment.show_text(sheet.comments.get(self.key, ""))
        done = len(sheet.answers) == len(self.found.leads)
        self._done.setVisible(done)
        self.pause.setText(translate("Labelling", "Done") if done else translate("Labelling", "Pause"))
        self.pause.set_icon("check" if done else "close")
        self.previous.setEnabled(self.at > 0)
        self.next.setEnabled(self.at < len(self.found.leads) - 1)

    def _named(self, title: str) -> bool:
        """Whether the title is among what may be seen: a company whose name was hidden stays nameless."""
        return title in {str(held) for _, held in self.found.shown(self.found.leads[self.at])}

    # what the user does

    def answer(self, given: str) -> None:
        """Answer the lead that is shown and go on to the next one without an answer."""
        if self._try(lambda: verbs.answer(self._context.document, self.found.id, self.key, given)):
            self._go_on()

    def mark(self, name: str) -> None:
        """An attribute decides, or decides no longer."""
        chosen = [fact for fact, each in self.rows.items() if each.isChecked()]
        self._try(lambda: verbs.mark(self._context.document, self.found.id, self.key, chosen))

    def walk(self, step: int) -> None:
        """The lead before or after."""
        self.go(min(max(self.at + step, 0), len(self.found.leads) - 1))

    def go(self, at: int) -> None:
        """Another lead."""
        self.at = at
        self._walked(self.key)
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        answers, keys = self.sheet.answers, self.found.keys
        later = [*range(self.at + 1, len(keys)), *range(self.at)]
        self.go(next((at for at in later if keys[at] not in answers), self.at))

    def _commented(self, text: str) -> None:
        self._try(lambda: verbs.comment(self._context.document, self.found.id, self.key, text))

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except InputError as error:
            self._context.notify(explain(error), kind="warn")
            return False
        return True

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Left: lambda: self.walk(-1), Qt.Key.Key_Right: lambda: self.walk(1), Qt.Key.Key_Home: lambda: self.go(0),
            Qt.Key.Key_End: lambda: self.go(len(self.found.leads) - 1), Qt.Key.Key_Escape: self._paused,
            Qt.Key.Key_C: lambda: self.comment.setFocus(Qt.FocusReason.ShortcutFocusReason),
            Qt.Key.Key_Down: lambda: self._walk_rows(1), Qt.Key.Key_Up: lambda: self._walk_rows(-1),
            Qt.Key.Key_PageDown: lambda: self._turn(1), Qt.Key.Key_PageUp: lambda: self._turn(-1)}
        if not plain:
            super().keyPressEvent(event)
        elif key in KEYS:
            self.answer(KEYS[key])
        elif key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows are the page's, also while a button has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _turn(self, step: int) -> None:
        """More of the attributes, where they do not fit."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())

    def _walk_rows(self, step: int) -> None:
        """The keyboard on the attribute before or after; from the page on the first one."""
        every = list(self.rows.values())
        focused = next((at for at, each in enumerate(every) if each.hasFocus()), -1 if step > 0 else len(every))
        if 0 <= focused + step < len(every):
            every[focused + step].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(every[focused + step], 0, HEIGHT)
