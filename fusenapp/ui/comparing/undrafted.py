"""Who has not written a draft yet: a column then shows the joint content, which must not be taken for a department's wish."""

from __future__ import annotations

from collections.abc import Sequence

from fusenapp.domain.agreement import Item
from fusenapp.domain.definition import RULES
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing.settling import draft_id
from fusenapp.flows.comparing import Point, Side
from fusenapp.i18n import translate
from fusenapp.ui.words import item_title

_DRAFTED: tuple[Item, ...] = (*(("definitions", rule) for rule in RULES), ("handover", "handover"))
"""What departments draft as a whole; terms are worded one by one."""


def nothing_written(snapshot: Snapshot, points: Sequence[Point], sides: tuple[Side, Side]) -> bool:
    """Whether there is nothing to compare: neither department has drafted, worded or settled anything."""
    if not all(side.department for side in sides) or any(p.settled or p.differs for p in points):
        return False
    return not any(_has(snapshot, side, item) for side in sides for item in _DRAFTED) and not any(
        snapshot.family("terms", term["id"], "wording").get(side.department) for term in snapshot.all("terms") for side in sides)


def undrafted_words(snapshot: Snapshot, sides: tuple[Side, Side]) -> str:
    """A sentence for each department that has no draft of what the other has drafted; empty where both have."""
    left, right = sides
    if not (left.department and right.department):
        return ""
    told = []
    for side, other in ((left, right), (right, left)):
        lacking = [item for item in _DRAFTED if _has(snapshot, other, item) and not _has(snapshot, side, item)]
        if lacking:
            told.append(translate("Compare", "{side} has no draft yet of: {items}. Its column shows the joint content.").format(
                side=side.name, items="、".join(item_title(snapshot, item) for item in lacking)))
    return "\n".join(told)


def _has(snapshot: Snapshot, side: Side, item: Item) -> bool:
    return snapshot.get(item[0], draft_id(item[1], side.department)) is not None
