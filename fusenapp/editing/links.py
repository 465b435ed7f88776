"""Links between things: a note and the persona, clause, KPI or content idea that it is about."""

from __future__ import annotations

from fusenapp.document import Document
from fusenapp.domain.snapshot import Record, Snapshot
from fusenapp.i18n import translate

End = tuple[str, str]
"""(kind, id) of a record."""


def link(document: Document, source: End, target: End, label: str = "") -> str:
    """Link two things; returns the link's id, the existing one if they are linked already."""
    known = _between(document.snapshot(), source, target)
    if known:
        return known[0]["id"]
    with document.edit(translate("LinkSteps", "Link")) as edit:
        return edit.create("links", {"source": list(source), "target": list(target), "label": label})


def unlink(document: Document, source: End, target: End) -> None:
    """Take the links between two things away, in either direction."""
    with document.edit(translate("LinkSteps", "Remove link")) as edit:
        for record in _between(document.snapshot(), source, target):
            edit.delete("links", record["id"])


def toggle(document: Document, source: End, target: End) -> bool:
    """Link two things, or take their link away; True if they are linked now."""
    if _between(document.snapshot(), source, target):
        unlink(document, source, target)
        return False
    link(document, source, target)
    return True


def linked_with(snapshot: Snapshot, end: End) -> list[End]:
    """What a thing is linked with, in either direction; links to records that are gone are left out."""
    found = []
    for record in snapshot.all("links"):
        ends = [_end(record, "source"), _end(record, "target")]
        if end in ends:
            other = ends[1 - ends.index(end)]
            if other is not None and snapshot.get(*other) is not None:
                found.append(other)
    return found


def _between(snapshot: Snapshot, one: End, other: End) -> list[Record]:
    return [record for record in snapshot.all("links")
            if {_end(record, "source"), _end(record, "target")} == {tuple(one), tuple(other)}]


def _end(record: Record, side: str) -> End | None:
    value = record.get(side)
    return (value[0], value[1]) if value else None
