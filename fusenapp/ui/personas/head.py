"""The top of a persona's card: portrait, role with its meaning, and who it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from fusenapp.domain.persona import ACCOUNT, PEOPLE
from fusenapp.domain.snapshot import Record, value
from fusenapp.editing import personas
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import color, font, paper
from fusenapp.ui.widgets import IconButton, row
from fusenapp.ui.widgets.bound import BoundLine, BoundText

_PAPERS = {"selector": 1, "decision-maker": 5, "approver": 4}


class Portrait(QWidget):
    """A building for the account, a round sheet with the first letter for people; 56 pixels."""

    def __init__(self, role: str, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._letter = role, letter
        self.setFixedSize(56, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("border"))
        look = paper(_PAPERS.get(self._role, 6))
        box = QRectF(0.5, 0.5, 55, 55)
        if self._role == ACCOUNT:
            painter.setBrush(color("sunken"))
            painter.drawRoundedRect(box, 6, 6)
            icons.draw_icon(painter, QRectF(16, 16, 24, 24), "building", color("text2"))
            return
        painter.setBrush(look.fill)
        painter.drawEllipse(box)
        painter.setPen(look.text)
        painter.setFont(font(20, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)


class PersonaHead(QWidget):
    """Name of the role, its one-line meaning (always visible), and the line that describes the person."""

    def __init__(self, context: UiContext, persona: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._id = context, persona["id"]
        name = value("personas", persona, "name")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name_line())
        words.addWidget(self._prose("meaning", translate("Personas", "What the role means"), translate("Personas", "One line on the role")))
        words.addWidget(self._prose("title", translate("Personas", "Who it is"), translate("Personas", "e.g. accounting section, 8th year")))
        layout = row(Portrait(value("personas", persona, "role"), name[:1]), gap=8)
        layout.addLayout(words, 1)
        if value("personas", persona, "role") not in (ACCOUNT, *PEOPLE):
            more = IconButton("more", translate("Personas", "More for {role}").format(role=name), on=self._menu, small=True)
            layout.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)

    def _name_line(self) -> BoundLine:
        line = BoundLine(self._context, ("personas", self._id, "name"), lambda text: self._write("name", text),
                         name=translate("Personas", "Name of the role"), plain=True, may_be_empty=False)
        line.setStyleSheet(f"font-size: 15px; font-weight: bold; color: {color('text').name()}; min-height: 22px; padding: 0 4px;")
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
        menu = QMenu(self)
        menu.addAction(icons.icon("trash"), translate("Personas", "Delete this role"), self._delete)
        menu.popup(self.mapToGlobal(self.rect().topRight()))

    def _delete(self) -> None:
        personas.delete_person(self._context.document, self._id)
        self._context.notify(translate("Personas", "The role was deleted."), undo=True)
