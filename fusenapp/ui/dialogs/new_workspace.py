"""A new workspace: its name, what it starts with, who makes it, where it lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from fusenapp.document import Author
from fusenapp.domain.departments import DEFAULT_DEPARTMENTS
from fusenapp.i18n import language, translate
from fusenapp.ui import files
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.widgets import ElidedLabel, FormRow, PushButton, SegmentedControl, field, row


class NewWorkspaceDialog(Dialog):
    """Afterwards: ``path``, ``template``, ``author`` and ``name``."""

    def __init__(self, parent: QWidget | None, folder: Path, author: Author) -> None:
        super().__init__(parent, translate("New workspace", "New workspace"), translate("New workspace", "Create"),
                         translate("New workspace", "One workspace holds one product or service."))
        self._folder = folder
        self._chosen: Path | None = None
        self.name_field = field("", translate("New workspace", "Name of the product or service"))
        self.person_field = field(author.person, translate("New workspace", "Your name"))
        self.template_choice = SegmentedControl(
            [("b2b", translate("New workspace", "B2B template")), ("empty", translate("New workspace", "Empty"))], "b2b",
            name=translate("New workspace", "Start with"))
        departments = [(d.id, d.name.to(language()), "", d.shape) for d in DEFAULT_DEPARTMENTS]
        self.department_choice = SegmentedControl(departments, author.department, name=translate("New workspace", "Own department"))
        self._place = ElidedLabel("", "caption")
        self._lay_out()
        self.name_field.textChanged.connect(self._update)
        self._update()
        self.name_field.setFocus()

    @property
    def name(self) -> str:
        """What the workspace is called."""
        return self.name_field.text().strip()

    @property
    def template(self) -> str:
        """``b2b`` or ``empty``."""
        return self.template_choice.current

    @property
    def author(self) -> Author:
        """Who makes it."""
        return Author(self.person_field.text().strip(), self.department_choice.current)

    @property
    def path(self) -> Path:
        """The file to make."""
        return self._chosen or files.free_name(self._folder, self.name or translate("New workspace", "New workspace"))

    def _lay_out(self) -> None:
        self.body.addWidget(FormRow(translate("New workspace", "Name"), self.name_field))
        self.body.addWidget(FormRow(translate("New workspace", "Start with"), self.template_choice,
                                    translate("New workspace", "The template brings personas, phases, terms and a KPI tree to fill in.")))
        self.body.addWidget(FormRow(translate("New workspace", "Your name"), self.person_field))
        self.body.addWidget(FormRow(translate("New workspace", "Own department"), self.department_choice))
        other = PushButton(translate("New workspace", "Other place…"), on=self._ask, small=True)
        other.setAutoDefault(False)
        line = row(self._place, other)
        line.setStretch(0, 1)
        self.body.addLayout(line)

    def _ask(self) -> None:
        self._chosen = files.ask_save(self, self.path, translate("New workspace", "Where to keep it"), files.WORKSPACE) or self._chosen
        self._update()

    def _update(self) -> None:
        self.ok.setEnabled(bool(self.name))
        self._place.setText(str(self.path))
