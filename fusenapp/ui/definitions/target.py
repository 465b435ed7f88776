"""The area of the target definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.areas import SearchItem
    from fusenapp.ui.context import UiContext

RULE = "target"


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.definitions.area import DefinitionArea

    return DefinitionArea(context, RULE)


def search_items(context: UiContext) -> list[SearchItem]:
    """The clauses."""
    from fusenapp.ui.definitions.searching import clauses

    return clauses(context, RULE)
