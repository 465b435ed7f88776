"""Sentences and dates that several parts of the window say."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from fusenapp.i18n import language, translate
from fusenapp.ui import areas

if TYPE_CHECKING:
    from fusenapp.domain.agreement import Item
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.workspace import MergeReport


def item_title(snapshot: Snapshot, item: Item) -> str:
    """What an item of agreement is called on screen."""
    from fusenapp.domain import agreement

    kind, id = item
    if item == agreement.HANDOVER:
        return translate("Items", "Hand-over contract")
    if item == agreement.KPI_TREE:
        return translate("Items", "KPI tree")
    if kind == "definitions" and id in ("target", "hot-lead"):
        return translate("Items", "Target definition") if id == "target" else translate("Items", "Hot-lead definition")
    if kind == "terms":
        from fusenapp.domain.term import shown_name

        return translate("Items", "Term “{name}”").format(name=shown_name(snapshot.get(*item) or {}, language()))
    name = agreement.title(snapshot, item)
    return name or areas.title(areas.area_of(kind, id))


def item_icon(item: Item) -> str:
    """The icon of an item's kind."""
    return "handover" if item[0] == "handover" else areas.area(areas.area_of(*item)).icon


def local(iso: str) -> dt.datetime | None:
    """An ISO time of a record in the time of this computer; None if it is none."""
    try:
        return dt.datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return None


def clock(moment: dt.datetime) -> str:
    """14:32 for today, else the day as well."""
    if moment.date() == dt.datetime.now().date():
        return moment.strftime("%H:%M")
    return f"{day(moment.date())} {moment:%H:%M}"


def day(date: dt.date) -> str:
    """11月24日 or 24 Nov; with the year where it is not this one."""
    this_year = date.year == dt.date.today().year
    if language() == "ja":
        return f"{date.month}月{date.day}日" if this_year else f"{date.year}年{date.month}月{date.day}日"
    return f"{date.day} {date:%b}" if this_year else f"{date.day} {date:%b %Y}"


def month(text: str) -> str:
    """2026年11月 or Nov 2026, from ``2026-11`` (or a whole date)."""
    try:
        first = dt.date.fromisoformat(f"{text[:7]}-01")
    except ValueError:
        return ""
    return f"{first.year}年{first.month}月" if language() == "ja" else f"{first:%b %Y}"


def absorbed(report: MergeReport) -> str:
    """What came in from a colleague."""
    merged = report.merged
    count = len(merged.added) + len(merged.changed) + len(merged.removed)
    text = translate("Session", "%n change(s) by colleagues came in from the file.", n=count)
    if merged.both_changed:
        text += " " + translate("Session", "%n field(s) were changed on both sides; both values are kept.", n=len(merged.both_changed))
    return text
