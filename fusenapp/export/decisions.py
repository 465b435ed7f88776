"""The sheet of what workshops decided: one line a decision, the latest workshop first, as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from fusenapp.domain import workshop
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.export import words
from fusenapp.export.sheet import Book
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate

WIDTHS = [24.0, 52.0, 16.0, 13.0, 36.0, 18.0, 13.0]


def has_decisions(snapshot: Snapshot) -> bool:
    """True if there is anything to write."""
    return bool(workshop.decisions(snapshot))


def write_decisions(book: Book, source: ExportSource) -> None:
    """Workshop, decision, owner, due date, the note it is about, who wrote it down and when."""
    sheet = book.sheet(words.sheet_names()["decisions"], WIDTHS)
    sheet.title(translate("Workshop", "What we decided"))
    sheet.head([translate("Workshop", "Workshop"), translate("Workshop", "Decision"), translate("Workshop", "Owner"),
                translate("Workshop", "Due date"), translate("Workshop", "About the note"), translate("Workshop", "Written by"),
                translate("Workshop", "Written on")])
    sheet.freeze(2)
    for name, decision in _ordered(source.snapshot):
        sheet.line([name, *_cells(source.snapshot, decision)], {1: "strong", 3: "centre", 6: "centre"})
    sheet.print_to(len(WIDTHS) - 1)


def _ordered(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """Decisions with the name of their workshop; those outside of any, or of one that is gone, come last."""
    meetings = workshop.meetings(snapshot)
    for meeting in meetings:
        day = words.day(value("workshops", meeting, "started"))
        name = value("workshops", meeting, "name") or translate("Workshop", "Workshop")
        titled = translate("Workshop", "{name}, {day}").format(name=name, day=day)
        yield from ((titled, decision) for decision in workshop.decisions(snapshot, meeting["id"]))
    known = {meeting["id"] for meeting in meetings}
    yield from (("", decision) for decision in workshop.decisions(snapshot) if value("decisions", decision, "workshop") not in known)


def _cells(snapshot: Snapshot, decision: Record) -> list[str]:
    due = value("decisions", decision, "due")
    return [value("decisions", decision, "text"), value("decisions", decision, "owner"), words.day(due) if due else "",
            workshop.subject(snapshot, decision), value("decisions", decision, "person"), words.day(value("decisions", decision, "at"))]
