"""レビュー: the weekly KPI meeting on one page, and the yearly review of the definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.areas import Command, SearchItem
    from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.reviews.area import ReviewsArea

    return ReviewsArea(context)


def search_items(context: UiContext) -> list[SearchItem]:
    """Meetings by their day, actions by what is to be done."""
    import datetime as dt

    from fusenapp.domain import reviews
    from fusenapp.flows import review_words as words
    from fusenapp.ui.areas import SearchItem

    snapshot, today = context.snapshot(), dt.date.today()
    found = [SearchItem(words.day_words(each.date), words.kind_words(each.kind), "review", ("reviews", each.id))
             for each in reviews.reviews(snapshot)]
    return found + [SearchItem(each.title, " · ".join(part for part in (words.state_words(each.state(today)), each.owner) if part), "flag",
                               ("actions", each.id)) for each in reviews.actions(snapshot)]


def commands(context: UiContext) -> list[Command]:
    """Begin a meeting, from anywhere."""
    from fusenapp.i18n import translate
    from fusenapp.ui.areas import Command

    return [Command("review-weekly", translate("ReviewsArea", "Begin the weekly meeting"),
                    lambda: context.navigate("reviews", ("begin", "weekly")), "review"),
            Command("review-yearly", translate("ReviewsArea", "Begin the yearly review"),
                    lambda: context.navigate("reviews", ("begin", "yearly")), "review")]
