"""ペルソナ: the account and the people of the buying committee, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.domain.snapshot import value
from fusenapp.i18n import translate
from fusenapp.ui.areas import Command, SearchItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.personas.area import PersonasArea

    return PersonasArea(context)


def search_items(context: UiContext) -> list[SearchItem]:
    """Every persona, what is written in its fields, and its notes."""
    snapshot = context.snapshot()
    found = []
    for persona in snapshot.all("personas"):
        name, item = value("personas", persona, "name"), ("personas", persona["id"])
        found.append(SearchItem(name, value("personas", persona, "title"), "personas", item))
        found += [SearchItem(text, name, "personas", item) for key, text in persona.items() if key.startswith("field.") and text]
        found += [SearchItem(value("notes", n, "text"), name, "note", item) for n in snapshot.all("notes", parent=persona["id"])]
    return found


def commands(context: UiContext) -> list[Command]:
    """What can be done with personas."""
    from fusenapp.editing import personas

    def add() -> None:
        id = personas.add_set(context.document, translate("Personas", "New personas"))
        context.navigate("personas", ("persona_sets", id))

    return [Command("personas.add_set", translate("Personas", "Add personas"), add, "plus")]
