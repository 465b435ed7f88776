"""目隠し判定: departments label the same leads unseen; then how far they agree, and what explains where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.areas import SearchItem
    from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.labelling.area import LabellingArea

    return LabellingArea(context)


def search_items(context: UiContext) -> list[SearchItem]:
    """The rounds by name."""
    from fusenapp.domain import labelling
    from fusenapp.ui.areas import SearchItem, title

    return [SearchItem(found.name, title("labelling"), "eye-off", ("labellings", found.id))
            for found in labelling.labellings(context.snapshot())]
