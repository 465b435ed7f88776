"""Settings: of the user at the left, of the workspace at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from fusenapp.domain.snapshot import value
from fusenapp.editing import workspace as verbs
from fusenapp.errors import FusenError
from fusenapp.i18n import language, translate
from fusenapp.ui import words
from fusenapp.ui.context import UiContext
from fusenapp.ui.explaining import explain_any
from fusenapp.ui.widgets import (
    AreaHeader,
    Card,
    DepartmentMark,
    FormRow,
    IconButton,
    PushButton,
    SegmentedControl,
    Text,
    column,
    empty,
    field,
    row,
    scroll,
)


def create(context: UiContext) -> QWidget:
    """The page."""
    return SettingsPage(context)


class SettingsPage(QWidget):
    """Everything takes effect at once; there is no button to save."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._departments = QVBoxLayout()
        self._departments.setSpacing(8)
        body = QWidget()
        body.setLayout(row(column(self._person(), self._look(), None, gap=12), column(self._workspace(), self._department_card(), None, gap=12),
                           gap=16, margins=(16, 16, 16, 16)))
        body.layout().setStretch(0, 1)  # type: ignore[union-attr]
        body.layout().setStretch(1, 1)  # type: ignore[union-attr]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(AreaHeader(translate("Actions", "Settings")))
        layout.addWidget(scroll(body), 1)
        self._refresh()
        context.bridge.changed.connect(self._refresh)

    # of the user

    def _person(self) -> Card:
        card = _card(translate("Settings page", "You"))
        self.person = field(self._context.author.person, translate("Settings page", "Your name"))
        self.person.editingFinished.connect(self._set_person)
        card.body.addWidget(FormRow(translate("Settings page", "Your name"), self.person,
                                    translate("Settings page", "It stands on your edits and stamps.")))
        return card

    def _look(self) -> Card:
        card = _card(translate("Settings page", "Look"))
        settings = self._context.settings
        self.theme = SegmentedControl([("system", translate("Menu", "Follow the system")), ("light", translate("Menu", "Light")),
                                       ("dark", translate("Menu", "Dark"))], settings.get("theme"), name=translate("Menu", "Colours"))
        self.language = SegmentedControl([("system", translate("Menu", "Follow the system")), ("ja", "日本語"), ("en", "English")],
                                         settings.get("language"), name=translate("Menu", "Language"))
        self.scale = SegmentedControl([(str(s), f"{s} %") for s in (100, 125, 150, 175, 200)], str(settings.get("scale")),
                                      name=translate("Menu", "Size"))
        self.motion = SegmentedControl([("system", translate("Menu", "Follow the system")), ("on", translate("Settings page", "Reduced")),
                                        ("off", translate("Settings page", "Normal"))], settings.get("reduced_motion"),
                                       name=translate("Settings page", "Movement"))
        for name, control in (("theme", self.theme), ("language", self.language), ("scale", self.scale)):
            control.changed.connect(lambda chosen, n=name: self._context.request(f"{n}:{chosen}"))
            card.body.addWidget(FormRow(control.accessibleName(), control))
        self.motion.changed.connect(self._set_motion)
        card.body.addWidget(FormRow(self.motion.accessibleName(), self.motion))
        return card

    # of the workspace

    def _workspace(self) -> Card:
        card = _card(translate("Settings page", "Workspace"))
        self.name, self.subtitle = field(name=translate("Settings page", "Name")), field(name=translate("Settings page", "Line under the name"))
        self.fiscal, self.as_of = QComboBox(), field(placeholder="2026-11", name=translate("Settings page", "Last month with fixed figures"))
        for month in range(1, 13):
            self.fiscal.addItem(month_name(month), month)
        self.name.editingFinished.connect(self._set_names)
        self.subtitle.editingFinished.connect(self._set_names)
        self.fiscal.activated.connect(self._set_fiscal)
        self.as_of.editingFinished.connect(self._set_as_of)
        card.body.addWidget(FormRow(translate("Settings page", "Name"), self.name))
        card.body.addWidget(FormRow(translate("Settings page", "Line under the name"), self.subtitle))
        card.body.addWidget(FormRow(translate("Settings page", "First month of the fiscal year"), self.fiscal))
        card.body.addWidget(FormRow(translate("Settings page", "Last month with fixed figures"), self.as_of,
                                    translate("Settings page", "Year and month as 2026-11. Empty: as the imported data say.")))
        return card

    def _department_card(self) -> Card:
        card = _card(translate("Settings page", "Departments"))
        told = translate("Settings page", "Each has a shape and a colour. Their stamps together make an agreement.")
        card.body.addWidget(Text(told, "caption", wrap=True))
        card.body.addLayout(self._departments)
        self.add = PushButton(translate("Settings page", "Add a department"), "plus", self._add, small=True)
        card.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _refresh(self, *_: object) -> None:
        snapshot = self._context.snapshot()
        record = snapshot.get("workspace", "workspace") or {}
        for editor, name in ((self.name, "name"), (self.subtitle, "subtitle"), (self.as_of, "as_of")):
            _fill(editor, value("workspace", record, name) or "")
        self.fiscal.setCurrentIndex(self.fiscal.findData(int(value("workspace", record, "fiscal_start") or 4)))
        departments = snapshot.all("departments")
        self.add.setEnabled(len(departments) < verbs.MOST_DEPARTMENTS)
        if not any(editor.hasFocus() for editor in self.findChildren(QLineEdit) if editor.property("department")):
            names = ("name", "short", "shape")
            self._fill_departments([(d["id"], *(value("departments", d, n) for n in names)) for d in departments])

    def _fill_departments(self, departments: list[tuple[Any, ...]]) -> None:
        empty(self._departments)
        for id, name, short, shape in departments:
            self._departments.addWidget(self._department(id, name, short, shape, len(departments) > verbs.FEWEST_DEPARTMENTS))

    def _department(self, id: str, name: str, short: str, shape: str, removable: bool) -> QWidget:
        full = field(name, name=translate("Settings page", "Name of the department"))
        brief = field(short, name=translate("Settings page", "Short name"))
        brief.setFixedWidth(88)
        for editor in (full, brief):
            editor.setProperty("department", id)
            editor.editingFinished.connect(lambda: self._rename(id, full, brief))
        said = translate("Settings page", "Delete the department “{name}”").format(name=name)
        remove = IconButton("trash", said, lambda: self._delete(id, name))
        remove.setEnabled(removable)
        holder = QWidget()
        holder.setLayout(row(DepartmentMark(shape, name, size=12), full, brief, remove))
        return holder

    # what the fields do

    def _set_person(self) -> None:
        person = self.person.text().strip()
        if person != self._context.author.person:
            self._try(lambda: self._context.settings.set("person", person))
            self._context.set_person(person)

    def _set_motion(self, chosen: str) -> None:
        self._try(lambda: self._context.settings.set("reduced_motion", chosen))

    def _set_names(self) -> None:
        record = self._context.snapshot().get("workspace", "workspace") or {}
        given = self.name.text().strip(), self.subtitle.text().strip()
        if given != (value("workspace", record, "name"), value("workspace", record, "subtitle")):
            self._try(lambda: verbs.rename(self._context.document, *given))

    def _set_fiscal(self) -> None:
        self._try(lambda: verbs.set_fiscal_start(self._context.document, self.fiscal.currentData()))

    def _set_as_of(self) -> None:
        month = self.as_of.text().strip()
        if month != (self._context.snapshot().value("workspace", "workspace", "as_of") or ""):
            self._try(lambda: verbs.set_as_of(self._context.document, month))

    def _rename(self, id: str, full: QLineEdit, brief: QLineEdit) -> None:
        record = self._context.snapshot().get("departments", id)
        given = full.text().strip(), brief.text().strip()
        if record and all(given) and given != (value("departments", record, "name"), value("departments", record, "short")):
            self._try(lambda: verbs.rename_department(self._context.document, id, *given))

    def _add(self) -> None:
        self._try(lambda: verbs.add_department(self._context.document, translate("Settings page", "New department")))

    def _delete(self, id: str, name: str) -> None:
        self._try(lambda: verbs.delete_department(self._context.document, id))
        self._context.notify(translate("Settings page", "“{name}” was deleted.").format(name=name), undo=True)

    def _try(self, act: Callable[[], Any]) -> None:
        try:
            act()
        except FusenError as error:
            self._context.notify(explain_any(error), kind="warn")


def month_name(month: int) -> str:
    """4月 or April."""
    if language() == "ja":
        return f"{month}月"
    return words.month(f"2026-{month:02d}").split()[0]


def _card(title: str) -> Card:
    card = Card(gap=12)
    card.body.addWidget(Text(title, "title"))
    return card


def _fill(editor: QLineEdit, text: str) -> None:
    if not editor.hasFocus() and editor.text() != text:
        editor.setText(text)
