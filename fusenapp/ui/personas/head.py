"""The top of a persona's card: portrait, role with its meaning, and who it is."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from fusenapp.domain.persona import ACCOUNT, PEOPLE
from fusenapp.domain.persona_templates import PersonaTemplate, templates_for
from fusenapp.domain.snapshot import Record, value
from fusenapp.editing import personas
from fusenapp.i18n import language, translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.personas.papers import PAPER_OF
from fusenapp.ui.personas.portrait import Portrait
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import IconButton, row
from fusenapp.ui.widgets.bound import BoundLine, BoundText


class PersonaHead(QWidget):
    """Name of the role, its one-line meaning (always visible), and the line that describes the person."""

    def __init__(self, context: UiContext, persona: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._id = context, persona["id"]
        name = value("personas", persona, "name")
        words = QVBoxLayout()
        words.setSpacing(0)
        self.more = IconButton("more", translate("Personas", "More for {role}").format(role=name), on=self._menu, small=True)
        words.addLayout(row(self._name_line(), self.more, gap=4))
        words.addWidget(self._prose("meaning", translate("Personas", "What the role means"), translate("Personas", "One line on the role")))
        hint = (translate("Personas", "e.g. food wholesale, 100 people or more") if value("personas", persona, "role") == ACCOUNT
                else translate("Personas", "e.g. accounting section, 8th year"))
        words.addWidget(self._prose("title", translate("Personas", "Who it is"), hint))
        layout = row(Portrait(context, persona, side=48), gap=4)
        layout.addLayout(words, 1)
        self._role = value("personas", persona, "role")
        self.setLayout(layout)

    def _name_line(self) -> BoundLine:
        line = BoundLine(self._context, ("personas", self._id, "name"), lambda text: self._write("name", text),
                         name=translate("Personas", "Name of the role"), plain=True, may_be_empty=False)
        line.setStyleSheet(f"font-size: 15px; font-weight: bold; color: {color('text').name()}; min-height: 22px; padding: 0 0;")
        return line

    def _prose(self, field: str, label: str, hint: str) -> BoundText:
        """A small text that wraps: the meaning of a role is always to be read whole."""
        text = BoundText(self._context, ("personas", self._id, field), lambda text: self._write(field, text), name=label, placeholder=hint,
                         lines=(1, 4), plain=True)
        text.setFont(font(11))
        text.setStyleSheet(f"font-size: 11px; color: {color('text2').name()}; padding: 0 0;")
        return text

    def _write(self, field: str, text: str) -> None:
        personas.set_label(self._context.document, self._id, **{field: text.replace("\n", " ")})

    def _menu(self) -> None:
        self.menu = menu = QMenu(self)
        template = menu.addMenu(icons.icon("template"), translate("Personas", "Fill the empty parts from a template"))
        for each in templates_for(self._role):
            template.addAction(each.name.to(language()), lambda each=each: self.fill(each))
        menu.addAction(icons.icon("leads"), translate("Personas", "Draw from the won leads"), self.draw_from_leads)
        if self._role not in (ACCOUNT, *PEOPLE):
            menu.addSeparator()
            menu.addAction(icons.icon("trash"), translate("Personas", "Delete this role"), self._delete)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def fill(self, template: PersonaTemplate) -> None:
        """What is still empty gets the words of a template, as hypotheses."""
        texts = {field: words.to(language()) for field, words in template.texts.items()}
        notes = {field: [w.to(language()) for w in words] for field, words in template.notes.items()}
        filled = personas.fill(self._context.document, self._id, texts, notes, colours=PAPER_OF)
        self._context.notify(translate("Personas", "%n part(s) filled as hypotheses; what was written stays.", n=filled), undo=bool(filled))

    def draw_from_leads(self) -> None:
        """What won customers have most often, in the details."""
        from fusenapp.ui.personas.from_leads import FromLeads

        name = value("personas", self._context.document.get("personas", self._id) or {}, "name")
        title = translate("Personas", "{role} in the won leads").format(role=name)
        self._context.inspector.show(FromLeads(self._context, self._id), title, "leads")

    def _delete(self) -> None:
        personas.delete_person(self._context.document, self._id)
        self._context.notify(translate("Personas", "The role was deleted."), undo=True)
