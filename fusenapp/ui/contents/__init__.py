"""施策・コンテンツ: the backlog of what departments want to make, for whom and in which phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.domain.content import STATES
from fusenapp.domain.snapshot import value
from fusenapp.i18n import language, translate
from fusenapp.ui.areas import Command, SearchItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.contents.area import ContentsArea

    return ContentsArea(context)


def search_items(context: UiContext) -> list[SearchItem]:
    """Every entry of the backlog."""
    return [SearchItem(value("contents", c, "title"), STATES[state].to(language()) if (state := value("contents", c, "state")) in STATES else "",
                       "document", ("contents", c["id"])) for c in context.snapshot().all("contents")]


def commands(context: UiContext) -> list[Command]:
    """What can be done with the backlog."""
    from fusenapp.editing import contents

    def add() -> None:
        id = contents.add_content(context.document, translate("Contents", "New entry"), department=context.department)
        context.navigate("contents", ("contents", id))

    return [Command("contents.add", translate("Contents", "Add to the backlog"), add, "plus")]
