"""What was decided, written down while it is decided: sentence, owner, date, and the note it is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import workshop as rules
from fusenapp.domain.origins import in_one_line
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing import workshop
from fusenapp.i18n import translate
from fusenapp.ui import words
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import Card, IconButton, LinkButton, PrimaryButton, Text, hline, row, scroll
from fusenapp.ui.widgets.bound import BoundLine, BoundText
from fusenapp.ui.workshop.drawer import Drawer
from fusenapp.ui.workshop.rooms import Room, attempt

ABOUT = 24
"""Characters of the note that a decision is about."""


class DecisionCard(Card):
    """One decision; everything on it can be changed where it stands."""

    def __init__(self, context: UiContext, room: Room, decision: Record) -> None:
        super().__init__(gap=4, padding=(8, 10))
        self._context, self._room, self.id = context, room, decision["id"]
        self.text = BoundText(context, ("decisions", self.id, "text"), self._write, name=translate("Workshop", "Decision"), lines=(1, 5),
                              plain=True)
        self.owner = BoundLine(context, ("decisions", self.id, "owner"), lambda text: self._set(owner=text), plain=True,
                               name=translate("Workshop", "Owner"), placeholder=translate("Workshop", "Owner"))
        self.due = BoundLine(context, ("decisions", self.id, "due"), lambda text: workshop.change_decision(context.document, self.id, due=text),
                             plain=True, name=translate("Workshop", "Due date"), placeholder="2026-12-18")
        remove = IconButton("close", translate("Workshop", "Delete the decision"), self._delete, small=True)
        self.body.addLayout(row(self.text, remove, gap=4))
        self.body.addLayout(row(self.owner, self.due, gap=8))
        self._add_origin(context.snapshot(), decision)

    def _add_origin(self, snapshot: Snapshot, decision: Record) -> None:
        moment = words.local(value("decisions", decision, "at"))
        said = "　".join(part for part in (value("decisions", decision, "person"), words.clock(moment) if moment else "") if part)
        about = rules.subject(snapshot, decision)
        parts: list[QWidget] = [Text(said, "caption")]
        if about:
            item = tuple(decision["item"])
            link = LinkButton(in_one_line(about, 16), "note", lambda: self._room.reveal(item), small=True)
            link.setAccessibleName(translate("Workshop", "Show the note: {text}").format(text=in_one_line(about, ABOUT)))
            parts.append(link)
        self.body.addLayout(row(*parts, None, gap=8))

    def _write(self, text: str) -> None:
        if text.strip():
            self._set(text=text)

    def _set(self, **fields: str) -> None:
        workshop.change_decision(self._context.document, self.id, **fields)

    def _delete(self) -> None:
        if attempt(self._context, lambda: workshop.delete_decision(self._context.document, self.id)):
            self._context.notify(translate("Workshop", "The decision was deleted."), undo=True)


class DecisionsDrawer(Drawer):
    """The list, and below it the form for the next one. Enter adds; Shift+Enter is a new line."""

    def __init__(self, context: UiContext, room: Room, host: QWidget) -> None:
        super().__init__(host, translate("Workshop", "What we decided"), large=context.presenting)
        self._context, self._room = context, room
        self._about = ""
        self._shown: list[str] = []
        self.cards: list[DecisionCard] = []
        self._page: QWidget | None = None
        self._list = QVBoxLayout()
        self._make_form()
        self.body.addLayout(self._list, 1)
        self.body.addWidget(hline())
        for part in (self.about, self.text):
            self.body.addWidget(part)
        self.body.addLayout(row(self.owner, self.due, gap=8))
        self.body.addLayout(row(self.summary, None, self.add))
        context.bridge.changed.connect(self._look)
        context.presenting_changed.connect(self._renew)
        self._fill()
        self._restore()
        self.text.setFocus()

    def _make_form(self) -> None:
        self.about = LinkButton("", "close", lambda: self.about_note(""), small=True)
        self.about.setToolTip(translate("Workshop", "Not about this note"))
        self.text = QPlainTextEdit(placeholderText=translate("Workshop", "What was decided, in one sentence"))
        self.text.setAccessibleName(translate("Workshop", "New decision"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(round(64 * self.factor))
        self.text.installEventFilter(self)
        self.owner = QLineEdit(placeholderText=translate("Workshop", "Owner"))
        self.due = QLineEdit(placeholderText=translate("Workshop", "Due, as 2026-12-18"))
        for part in (self.owner, self.due):
            part.setAccessibleName(part.placeholderText())
            part.returnPressed.connect(self._add)
        self.text.textChanged.connect(self._keep)
        self.owner.textChanged.connect(self._keep)
        self.due.textChanged.connect(self._keep)
        self.add = PrimaryButton(translate("Workshop", "Add"), on=self._add)
        self.summary = LinkButton(translate("Workshop", "As one page"), "document", self._summarise)

    def _keep(self, *_: object) -> None:
        """What is half written stays when the drawer is closed, by Esc for instance."""
        self._context.session("workshop")["draft"] = self.text.toPlainText(), self.owner.text(), self.due.text(), self._about

    def _restore(self) -> None:
        text, owner, due, about = self._context.session("workshop").get("draft", ("", "", "", ""))
        self.about_note(about if text else self._room.workshop_note())
        self.text.setPlainText(text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.owner.setText(owner)
        self.due.setText(due)

    def about_note(self, note: str) -> None:
        """The next decision is about this note; empty: about none."""
        text = (self._context.snapshot().value("notes", note, "text") or "").strip() if note else ""
        self._about = note if text else ""
        self.about.setVisible(bool(text))
        self.about.setText(translate("Workshop", "About: {note}").format(note=in_one_line(text, ABOUT)))
        self._keep()

    def eventFilter(self, watched, event: QEvent) -> bool:
        if watched is getattr(self, "text", None) and event.type() == QEvent.Type.KeyPress:
            from PySide6.QtCore import Qt

            plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier  # type: ignore[attr-defined]
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:  # type: ignore[attr-defined]
                self._add()
                return True
        return super().eventFilter(watched, event)

    def _add(self) -> None:
        item = ("notes", self._about) if self._about else None
        if attempt(self._context, lambda: workshop.decide(self._context.document, self.text.toPlainText(), item=item,
                                                          owner=self.owner.text(), due=self.due.text())):
            for part in (self.text, self.owner, self.due):
                part.clear()
            self.about_note("")
            self.text.setFocus()

    def _summarise(self) -> None:
        from fusenapp.ui.workshop.strip import show_summary

        show_summary(self._context, self.window())

    def _look(self, changes: Changes) -> None:
        if any(kind == "decisions" for kind, _ in (*changes.added, *changes.removed)):
            self._fill()
        elif any(kind == "passes" for kind, _ in (*changes.added, *changes.updated)):
            self._renew()

    def _renew(self, *_: object) -> None:
        self._shown = []
        self._fill()

    def _fill(self) -> None:
        snapshot = self._context.snapshot()
        running = rules.current_workshop(snapshot)
        found = rules.decisions(snapshot, running["id"] if running is not None else None)
        if self._page is not None and [d["id"] for d in found] == self._shown:
            return
        self._shown = [d["id"] for d in found]
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(8)
        self.cards = [DecisionCard(self._context, self._room, d) for d in found]
        if not self.cards:
            layout.addWidget(Text(translate("Workshop", "Nothing has been written down yet."), "secondary", wrap=True))
        for card in self.cards:
            layout.addWidget(card)
        layout.addStretch(1)
        self._page = scroll(page)
        self._list.addWidget(self._page)
