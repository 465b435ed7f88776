"""What the places that can differ are called."""

from __future__ import annotations

from fusenapp.domain import settlement
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.flows.comparing import OTHER_FILE, THIS_FILE, Point, Side
from fusenapp.i18n import translate
from fusenapp.ui.words import item_title

_BETWEEN = " › "
"""Stands between the phase and the lane of a note: there is room for one of them in a line."""


def about(point: Point) -> str:
    """A place's own name: the column of a clause, the term, the field of the contract."""
    if point.part == "(threshold)":
        return translate("Compare", "Points needed")
    if point.part == "group":
        return translate("Compare", "Group of conditions")
    if point.part == "include":
        return translate("Compare", "Other definition")
    if point.part == "field":
        return field_words().get(point.about, point.about)
    if point.part == "test":
        return translate("Compare", "{term} (test)").format(term=point.about)
    if point.part in ("note", "order"):
        return point.about.rpartition(_BETWEEN)[2]
    return point.about


def belongs(snapshot: Snapshot, point: Point) -> str:
    """What a place is part of."""
    if point.part in ("note", "order"):
        return point.about.rpartition(_BETWEEN)[0] or item_title(snapshot, point.item)
    return translate("Compare", "Term") if point.item[0] == "terms" else item_title(snapshot, point.item)


def said(point: Point, which: int) -> str:
    """What one of the three says (0 joint, 1 left, 2 right); that it says nothing is said too."""
    text = point.texts[which]
    if point.part == "(threshold)" and text:
        return translate("Compare", "{points} points or more").format(points=text)
    if point.about in ("first_contact_hours", "feedback_hours") and text:
        return translate("Compare", "within {hours} hours").format(hours=text)
    if text:
        return text
    if point.drafted is not None:
        return translate("Structure", "none here") if point.values[which] is None else translate("Structure", "nothing said")
    return translate("Compare", "all its conditions") if point.values[which] is not None else translate("Compare", "not there")


def side_words(snapshot: Snapshot, side: Side, *, short: bool = True) -> str:
    """The name of a side; departments by their short name where there is little room."""
    record = snapshot.get("departments", side.department)
    return (value("departments", record, "short") if record and short else "") or side.name


def shape_of(snapshot: Snapshot, side: Side) -> str:
    """The mark of a side: that of the department; files have those that departments take last."""
    if side.key in (THIS_FILE, OTHER_FILE):
        return "diamond" if side.key == THIS_FILE else "pentagon"
    return snapshot.value("departments", side.department, "shape")


def field_words() -> dict[str, str]:
    """The fields of the hand-over contract."""
    return {"required_fields": translate("Compare", "Fields that must be filled"), "first_contact_hours": translate("Compare", "First contact"),
            "feedback_hours": translate("Compare", "Answer from sales"), "attempts": translate("Compare", "Attempts to reach"),
            "recycling": translate("Compare", "When a lead comes back")}


def choice_words(snapshot: Snapshot, point: Point, left: Side, right: Side) -> str:
    """How a place stands, in a few words."""
    if not point.differs:
        return translate("Compare", "the same")
    if not point.choice:
        return translate("Compare", "open")
    if point.choice in (settlement.BOTH, settlement.DISCUSS):
        return translate("Structure", "both merged") if point.choice == settlement.BOTH else translate("Structure", "to be discussed")
    side = next((s for s in (left, right) if s.key == point.choice), None)
    return translate("Compare", "{side} taken").format(side=side_words(snapshot, side)) if side else translate("Compare", "third way")
