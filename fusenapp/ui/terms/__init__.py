"""用語: what each department means by a word, what all agreed on, and the figure that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.domain.snapshot import value
from fusenapp.domain.term import shown_name
from fusenapp.i18n import language, translate
from fusenapp.ui.areas import Command, SearchItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.terms.area import TermsArea

    return TermsArea(context)


def search_items(context: UiContext) -> list[SearchItem]:
    """Every term."""
    return [SearchItem(shown_name(t, language()), value("terms", t, "agreed"), "terms", ("terms", t["id"]))
            for t in context.snapshot().all("terms")]


def commands(context: UiContext) -> list[Command]:
    """What can be done with terms."""
    from fusenapp.editing import terms

    def add() -> None:
        id = terms.add_term(context.document, translate("Terms", "New term"))
        context.navigate("terms", ("terms", id))

    return [Command("terms.add", translate("Terms", "Add a term"), add, "plus")]
