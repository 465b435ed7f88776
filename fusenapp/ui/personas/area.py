"""The personas side by side: the account, then the people with the same fields in the same rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QPageSize, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from fusenapp.document import Changes
from fusenapp.domain.persona import PersonaField
from fusenapp.domain.snapshot import Record, value
from fusenapp.editing import personas
from fusenapp.errors import EnvironmentFault
from fusenapp.i18n import language, translate
from fusenapp.ui import files, icons
from fusenapp.ui.agreement_bar import AgreementBar
from fusenapp.ui.context import UiContext
from fusenapp.ui.personas.cards import Alone, SideBySide
from fusenapp.ui.personas.fields import FieldRow, PersonaNote
from fusenapp.ui.widgets import AreaHeader, EmptyState, IconButton, PushButton, SegmentedControl, row, scroll
from fusenapp.ui.workshop.strip import Strip, workshop_button

if TYPE_CHECKING:
    from fusenapp.ui.personas.statement import StatementDetail
    from fusenapp.ui.workshop.decks import PersonasDeck
    from fusenapp.ui.workshop.note_votes import NoteVotes
    from fusenapp.ui.workshop.persona_slide import PersonaSlide

_KINDS = frozenset(("persona_sets", "personas", "notes"))
_SETTLE = 50
"""Milliseconds until cards that were made anew have their places."""


class PersonasArea(QWidget):
    """One committee at a time; which one lives in the session."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._session = context.session("personas")
        self.sets = QComboBox()
        self.sets.setAccessibleName(translate("Personas", "Personas"))
        self.sets.setMinimumWidth(180)
        self.sets.activated.connect(self._switched)
        self.bar = AgreementBar(context, None, _KINDS)
        header = AreaHeader(translate("Personas", "Personas"))
        self.rename = IconButton("pencil", translate("Personas", "Rename these personas"), on=self._rename, small=True)
        header.add_left(self.sets, self.rename, self.bar)
        self.views = SegmentedControl(
            [("one", translate("Personas", "One by one")), ("all", translate("Personas", "Side by side")),
             ("committee", translate("Personas", "Committee")), ("drafts", translate("Personas", "Drafts"))],
            self._session.get("view", "all"), name=translate("Personas", "View"))
        self.views.changed.connect(self._view_chosen)
        self.more = IconButton("more", translate("Personas", "More"), on=self._menu)
        header.add_right(workshop_button(context, self), self.more)
        self._votes: NoteVotes | None = None
        self.slide: PersonaSlide | None = None
        """What is presented in place of the cards."""
        self._header, self.strip = header, Strip(context, self)
        add = PushButton(translate("Personas", "Add a role"), "personas", on=self._add_role, small=True)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None
        self._naming = self._bare = False
        self._statement: StatementDetail | None = None
        self._shown: tuple[Any, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._switches = QWidget()
        self._switches.setLayout(row(self.views, None, add, margins=(16, 12, 16, 0)))
        for part in (header, self.strip, self._switches):
            layout.addWidget(part)
        layout.addLayout(self._body, 1)
        context.bridge.changed.connect(self._look)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)
        self.refresh()

    @property
    def set_id(self) -> str:
        """The committee that is shown, or empty."""
        known = [s["id"] for s in self._context.snapshot().all("persona_sets")]
        chosen = self._session.get("set", "")
        return chosen if chosen in known else known[0] if known else ""

    def refresh(self) -> None:
        """Look at the document again; the cards are made anew only when people came or went."""
        snapshot = self._context.snapshot()
        sets = [(s["id"], value("persona_sets", s, "name")) for s in snapshot.all("persona_sets")]
        if [(self.sets.itemData(i), self.sets.itemText(i)) for i in range(self.sets.count())] != sets:
            self.sets.clear()
            for id, name in sets:
                self.sets.addItem(name, id)
        self.sets.setCurrentIndex(self.sets.findData(self.set_id))
        self._show_switches()
        people = snapshot.all("personas", set=self.set_id)
        view = self._session.get("view", "all")
        one = self._one(people) if view == "one" else ""
        key = (self.set_id, view, one, *((p["id"], value("personas", p, "name") if view == "one" else "") for p in people))
        if key != self._shown:
            self._shown = key
            self.views.set_current(view)
            self.bar.set_item(("persona_sets", self.set_id) if self.set_id else None)
            self._show(people)

    def _one(self, people: list[Record]) -> str:
        """The person that is shown alone."""
        ids = [p["id"] for p in people]
        wanted = self._session.get("person", "")
        return wanted if wanted in ids else ids[0] if ids else ""

    def reveal(self, item: Any) -> None:
        """Show a committee, or the one that a person is in.

        Args:
            item: ``("persona_sets", id)``, ``("personas", id[, field])`` or ``("notes", id)``; of a field and of a note the very place.
        """
        kind, id, *rest = item
        snapshot = self._context.snapshot()
        person = snapshot.value("notes", id, "parent") if kind == "notes" else id if kind == "personas" else ""
        if person:
            self._session["person"] = person
        self._session["set"] = id if kind == "persona_sets" else snapshot.value("personas", person, "set")
        place = (person, "", id) if kind == "notes" else (person, rest[0], "") if rest else None
        if self.slide is not None:
            self.slide.choose(id if kind == "notes" else "")
            return
        if place is not None and self._session.get("view", "all") not in ("all", "one"):
            self._session["view"] = "all"
        self.refresh()
        if place is not None:
            QTimer.singleShot(_SETTLE, self, lambda: self._go_to(*place))

    def _go_to(self, person: str, field: str, note: str) -> None:
        """Bring a statement into view and give it the keyboard."""
        if isinstance(self._page, (SideBySide, Alone)):
            self._page.making.finish()
        parts = self._page.findChildren(PersonaNote if note else FieldRow) if self._page is not None else []
        part = next((p for p in parts if (p.statement[2] == note if note else p.statement[0] == person and p.statement[1].id == field)), None)
        at: QWidget | None = part
        while at is not None and not isinstance(at, QScrollArea):
            at = at.parentWidget()
        if part is not None and at is not None:
            at.ensureWidgetVisible(part, 0, 48)
            part.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # workshop (see `fusenapp.ui.workshop`)

    def set_bare(self, bare: bool) -> None:
        """Leave room for a slide, or bring the cards back."""
        self._bare = bare
        for part in (self._header, self._page):
            if part is not None:
                part.setVisible(not bare)
        self._show_switches()

    def _show_switches(self) -> None:
        """Where there is nobody yet, there is nothing to rename, to switch to or to add to."""
        for part in (self.sets, self.rename, self._switches):
            part.setVisible(self.sets.count() > 0 and not self._bare)

    def deck(self) -> PersonasDeck:
        """The steps in which the people are presented."""
        from fusenapp.ui.workshop.decks import PersonasDeck

        return PersonasDeck(self._context, self)

    def workshop_parent(self) -> str:
        """Votes are on the notes of the committee that is shown."""
        return self.set_id

    def workshop_note(self) -> str:
        """The note that is being typed in, or the one that is chosen on the slide."""
        if self.slide is not None:
            return self.slide.note
        part = self.focusWidget()
        return _note_of(part) if part is not None else ""

    def workshop_clicks(self, votes: bool) -> None:
        """A click on a note votes for it, or begins to type."""
        self._voting().by_click(votes)

    def _voting(self) -> NoteVotes:
        if self._votes is None:
            from fusenapp.ui.workshop.note_votes import NoteVotes

            self._votes = NoteVotes(self._context, self, self.workshop_parent, _note_of, self.workshop_note)
        return self._votes

    @property
    def click_votes(self) -> bool:
        """True while a click on a note votes for it."""
        return self._votes is not None and self._votes.clicks

    def vote(self, note: str, change: int) -> None:
        """Give a note a vote in the round under way, or take one's own back."""
        self._voting().cast(note, change)

    def _look(self, changes: Changes) -> None:
        if any(kind in ("persona_sets", "personas") for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self.refresh()

    def _switched(self) -> None:
        if self._naming:
            return  # Enter on a name that other personas have as well
        self._session["set"] = self.sets.currentData()
        self.refresh()

    def _add_set(self) -> None:
        self._session["set"] = personas.add_set(self._context.document, translate("Personas", "New personas"))
        self._context.bridge.flush()
        self._rename()

    def _add_role(self) -> None:
        if self.set_id:
            personas.add_person(self._context.document, self.set_id, translate("Personas", "New role"))

    def _rename(self) -> None:
        """Type the new name in place, in the box itself: Enter or leaving it writes, Esc leaves the name as it was."""
        if not self.set_id or self._naming:
            return
        self._naming = True
        self.sets.setEditable(True)
        self.sets.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)  # Enter would add the name as one more entry
        self.sets.setCompleter(None)  # type: ignore[arg-type]  # nor may it turn into the name of other personas
        editor = self.sets.lineEdit()
        assert editor is not None
        QShortcut(QKeySequence(Qt.Key.Key_Escape), editor, self._leave_name, context=Qt.ShortcutContext.WidgetShortcut)
        editor.selectAll()
        editor.setFocus()
        editor.editingFinished.connect(self._renamed)

    def _leave_name(self) -> None:
        self._naming = False
        self.sets.setEditable(False)
        self.refresh()

    def _renamed(self) -> None:
        editor = self.sets.lineEdit()
        if editor is None or not self._naming:
            return
        name = editor.text().strip()
        self._naming = False
        self.sets.setEditable(False)
        if name and name != self._context.snapshot().value("persona_sets", self.set_id, "name"):
            personas.rename_set(self._context.document, self.set_id, name)
        self._context.bridge.flush()
        self.refresh()

    def _show(self, people: list[Record]) -> None:
        if self._page is not None:
            self._body.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = self._made(people)
        self._body.addWidget(self._page)  # what is made gradually is made there
        if self._bare:
            self._page.hide()

    def _made(self, people: list[Record]) -> QWidget:
        """The page of the chosen view."""
        view = self._session.get("view", "all")
        if not people:
            return EmptyState("personas", translate("Personas", "No personas yet"),
                              translate("Personas", "Write who searches, who decides and who signs."),
                              translate("Personas", "Add personas"), on=self._add_set)
        if view == "committee":
            from fusenapp.ui.personas.committee_page import CommitteePage

            return scroll(CommitteePage(self._context, self.set_id))
        if view == "drafts":
            from fusenapp.ui.personas.drafts import DraftsPage

            return DraftsPage(self._context, self.set_id)
        return self._single(people) if view == "one" else SideBySide(self._context, people, self)

    def _single(self, people: list[Record]) -> QWidget:
        """One person in two columns, the others a press away."""
        chosen = self._one(people)
        persona = next(p for p in people if p["id"] == chosen)
        tabs = SegmentedControl([(p["id"], value("personas", p, "name")) for p in people], chosen, name=translate("Personas", "Person"))
        tabs.changed.connect(self._person_chosen)
        return Alone(self._context, persona, tabs, self)

    def _person_chosen(self, id: str) -> None:
        self._session["person"] = id
        self.refresh()

    def _view_chosen(self, view: str) -> None:
        self._session["view"] = view
        if self._statement is not None and isValid(self._statement):
            self._context.inspector.clear(self._statement)  # what it speaks of is not on the page any more
        self.refresh()

    # statements

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """The details follow the keyboard: what backs the statement that one is in."""
        part = new
        while part is not None and part is not self:
            if isinstance(part, (FieldRow, PersonaNote)):
                self._explain(*part.statement)
                return
            part = part.parentWidget()

    def _explain(self, persona: str, field: PersonaField, note: str) -> None:
        from fusenapp.ui.personas.statement import StatementDetail

        now = self._context.inspector.current
        if isinstance(now, StatementDetail) and isValid(now) and now.about == (persona, field, note):
            return
        self._statement = StatementDetail(self._context, persona, field, note)
        name = value("personas", self._context.document.get("personas", persona) or {}, "name")
        title = translate("Personas", "{person}: {field}").format(person=name, field=field.name.to(language()))
        self._context.inspector.show(self._statement, title, "note" if note else "info")

    # paper

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("plus"), translate("Personas", "Add personas"), self._add_set)
        if self.set_id:
            menu.addSeparator()
            for paper in ("A4", "A3"):
                menu.addAction(icons.icon("export"), translate("Personas", "Save as PDF, one {paper} page…").format(paper=paper),
                               lambda paper=paper: self._save_pdf(paper))
            menu.addAction(icons.icon("document"), translate("Personas", "Print…"), self._print)
            menu.addSeparator()
            menu.addAction(icons.icon("trash"), translate("Personas", "Delete these personas"), self._delete_set)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _delete_set(self) -> None:
        personas.delete_set(self._context.document, self.set_id)
        self._context.notify(translate("Personas", "The personas were deleted."), undo=True)

    def _save_pdf(self, paper: str) -> None:
        name = self._context.snapshot().value("persona_sets", self.set_id, "name")
        start = files.free_name(files.documents(), name, ".pdf")
        path, _ = QFileDialog.getSaveFileName(self, translate("Personas", "Save as PDF"), str(start), "PDF (*.pdf)")
        if path:
            self.save_pdf(files.with_suffix(path, ".pdf"), paper)

    def save_pdf(self, path: Path, paper: str) -> None:
        """The committee on one page."""
        from fusenapp.ui.explaining import explain_any
        from fusenapp.ui.personas.printing import write_pdf

        try:
            write_pdf(path, self._context.snapshot(), self.set_id, self._session.get("portraits", {}), paper)
        except EnvironmentFault as error:
            self._context.notify(explain_any(error), kind="error")
        else:
            self._context.notify(translate("Personas", "Saved as {name}").format(name=path.name))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from fusenapp.ui.personas.printing import print_on

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            paper = "A3" if printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A3 else "A4"
            print_on(printer, self._context.snapshot(), self.set_id, self._session.get("portraits", {}), paper)


def _note_of(part: QWidget) -> str:
    """Id of the note that a widget is part of and that one may read; empty if it is not in one."""
    at: QWidget | None = part
    while at is not None and not isinstance(at, PersonaNote):
        at = at.parentWidget()
    return at.id if at is not None and not at.covered else ""
