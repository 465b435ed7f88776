"""The personas side by side: the account, then the people with the same fields in the same rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.persona import ACCOUNT, ACCOUNT_FIELDS, APPROVER_FIELDS, PERSON_FIELDS, PersonaField, fields_of
from fusenapp.domain.snapshot import Record, value
from fusenapp.editing import personas
from fusenapp.i18n import translate
from fusenapp.ui.agreement_bar import AgreementBar
from fusenapp.ui.context import UiContext
from fusenapp.ui.personas.fields import FieldRow, NotesField
from fusenapp.ui.personas.head import PersonaHead
from fusenapp.ui.widgets import AreaHeader, EmptyState, IconButton, PushButton
from fusenapp.ui.widgets.bound import BoundText

_KINDS = frozenset(("persona_sets", "personas", "notes"))
_PERSON_WIDTH, _ACCOUNT_WIDTH = 232, 220


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
        rename = IconButton("pencil", translate("Personas", "Rename these personas"), on=self._rename, small=True)
        header.add_left(self.sets, rename, self.bar)
        header.add_right(PushButton(translate("Personas", "Add personas"), "plus", on=self._add_set),
                         PushButton(translate("Personas", "Add a role"), "personas", on=self._add_role))
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None
        self._shown: tuple[Any, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addLayout(self._body, 1)
        context.bridge.changed.connect(self._look)
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
        people = snapshot.all("personas", set=self.set_id)
        key = (self.set_id, *(p["id"] for p in people))
        if key != self._shown:
            self._shown = key
            self.bar.set_item(("persona_sets", self.set_id) if self.set_id else None)
            self._show(people)

    def reveal(self, item: Any) -> None:
        """Show a committee, or the one that a person is in."""
        kind, id = item
        self._session["set"] = id if kind == "persona_sets" else self._context.snapshot().value("personas", id, "set")
        self.refresh()

    def _look(self, changes: Changes) -> None:
        if any(kind in ("persona_sets", "personas") for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self.refresh()

    def _switched(self) -> None:
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
        """Type the new name in place, in the box itself."""
        if not self.set_id:
            return
        self.sets.setEditable(True)
        editor = self.sets.lineEdit()
        assert editor is not None
        editor.selectAll()
        editor.setFocus()
        editor.editingFinished.connect(self._renamed)

    def _renamed(self) -> None:
        editor = self.sets.lineEdit()
        if editor is None:
            return
        name = editor.text().strip()
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
        self._page = self._cards(people) if people else EmptyState(
            "personas", translate("Personas", "No personas yet"), translate("Personas", "Write who searches, who decides and who signs."),
            translate("Personas", "Add personas"), on=self._add_set)
        self._body.addWidget(self._page)

    def _cards(self, people: list[Record]) -> QScrollArea:
        body = QWidget()
        body.setObjectName("scrollBody")
        grid = QGridLayout(body)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        rows = len(PERSON_FIELDS) + len(APPROVER_FIELDS) + 3
        for column, persona in enumerate(people):
            grid.addWidget(_card(), 0, column, rows + 1, 1)
            account = persona.get("role") == ACCOUNT
            grid.setColumnMinimumWidth(column, _ACCOUNT_WIDTH if account else _PERSON_WIDTH)
            grid.setColumnStretch(column, 236 if account else 252)
            if account:
                grid.addWidget(self._account(persona), 0, column, rows, 1)
            else:
                self._person(grid, column, persona)
        grid.setRowStretch(rows, 1)
        return _scrolling(body)

    def _account(self, persona: Record) -> QWidget:
        """The account has fields of its own, so it is one column that does not align with the people."""
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(6)
        inside.addWidget(PersonaHead(self._context, persona))
        for field in ACCOUNT_FIELDS:
            inside.addWidget(self._part(persona, field))
        inside.addStretch(1)
        return box

    def _person(self, grid: QGridLayout, column: int, persona: Record) -> None:
        """Head, quote, then one grid row per field, so that the same field is level in all cards."""
        parts = [PersonaHead(self._context, persona), self._quote(persona["id"]),
                 *(self._part(persona, field) for field in fields_of(persona.get("role", "")))]
        for at, part in enumerate(parts):
            grid.addWidget(_padded(part, first=at == 0, last=at == len(parts) - 1), at, column, Qt.AlignmentFlag.AlignTop)

    def _quote(self, id: str) -> BoundText:
        return BoundText(self._context, ("personas", id, "quote"), lambda text: personas.write_quote(self._context.document, id, text),
                         name=translate("Personas", "In their own words"), placeholder=translate("Personas", "“In their own words”"), plain=True)

    def _part(self, persona: Record, field: PersonaField) -> QWidget:
        made = NotesField if field.form == "notes" else FieldRow
        return made(self._context, persona["id"], field)


def _card() -> QFrame:
    """The ground of a column; the parts lie on it."""
    card = QFrame()
    card.setObjectName("card")
    card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return card


def _padded(part: QWidget, *, first: bool, last: bool) -> QWidget:
    box = QWidget()
    inside = QVBoxLayout(box)
    inside.setContentsMargins(12, 12 if first else 3, 12, 12 if last else 3)
    inside.addWidget(part)
    return box


def _scrolling(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    area.viewport().setAutoFillBackground(False)
    body.setAutoFillBackground(False)
    return area
