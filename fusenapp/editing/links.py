"""Links between things: a note and the persona, clause, KPI or content idea that it is about; notes and notes (arrows)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from fusenapp.document import Document
from fusenapp.domain.snapshot import Record, Snapshot
from fusenapp.i18n import translate

End = tuple[str, str]
"""(kind, id) of a record."""


def link(document: Document, source: End, target: End, label: str = "", *, field: str = "") -> str:
    """Link two things; returns the link's id, the existing one if they are linked already.

    ``field`` names the field of the target that is meant, such as a persona's ``pains``; each field links for itself.
    """
    known = _between(document.snapshot(), source, target, field)
    if known:
        return known[0]["id"]
    with document.edit(translate("LinkSteps", "Link")) as edit:
        return edit.create("links", {"source": list(source), "target": list(target), "label": label,
                                     **({"field": field} if field else {})})


def unlink(document: Document, source: End, target: End, *, field: str | None = None) -> None:
    """Take the links between two things away, in either direction; with ``field`` only those with that field."""
    with document.edit(translate("LinkSteps", "Remove link")) as edit:
        for record in _between(document.snapshot(), source, target, field):
            edit.delete("links", record["id"])


def toggle(document: Document, source: End, target: End) -> bool:
    """Link two things, or take their link away; True if they are linked now."""
    return toggle_all(document, [source], target)


def toggle_all(document: Document, sources: Sequence[End], target: End, *, field: str = "") -> bool:
    """Link several things with one, or take their links away if all have one; True if they are linked now. One step."""
    snapshot = document.snapshot()
    missing = [source for source in sources if not _between(snapshot, source, target, field)]
    label = translate("LinkSteps", "Link") if missing else translate("LinkSteps", "Remove link")
    with document.edit(label):
        for source in missing:
            link(document, source, target, field=field)
        for source in sources if not missing else ():
            unlink(document, source, target, field=field)
    return bool(missing)


def linked_with(snapshot: Snapshot, end: End) -> list[End]:
    """What a thing is linked with, in either direction; links to records that are gone are left out."""
    return list(dict.fromkeys(other for other, _ in linked_fields(snapshot, end)))


def linked_fields(snapshot: Snapshot, end: End) -> list[tuple[End, str]]:
    """What a thing is linked with and the field that is meant there (empty: the whole)."""
    found = []
    for record in snapshot.all("links"):
        ends = [_end(record, "source"), _end(record, "target")]
        if end in ends:
            other = ends[1 - ends.index(end)]
            if other is not None and snapshot.get(*other) is not None:
                found.append((other, record.get("field") or ""))
    return found


# ---- arrows: a link from note to note has a direction, and may have words


def connect(document: Document, notes: Sequence[str], label: str = "") -> list[str]:
    """Draw arrows from note to note in the order given, as one step; returns the links' ids."""
    with document.edit(translate("LinkSteps", "Connect notes")):
        return [link(document, ("notes", one), ("notes", other), label) for one, other in itertools.pairwise(notes)]


def name_arrow(document: Document, id: str, label: str) -> None:
    """Write what an arrow stands for, such as what one role hands to the next."""
    with document.edit(translate("LinkSteps", "Label arrow")) as edit:
        edit.set("links", id, label=label)


def remove_arrow(document: Document, id: str) -> None:
    """Take an arrow away."""
    with document.edit(translate("LinkSteps", "Remove arrow")) as edit:
        edit.delete("links", id)


def _between(snapshot: Snapshot, one: End, other: End, field: str | None) -> list[Record]:
    return [record for record in snapshot.all("links")
            if {_end(record, "source"), _end(record, "target")} == {tuple(one), tuple(other)}
            and (field is None or (record.get("field") or "") == field)]


def _end(record: Record, side: str) -> End | None:
    value = record.get(side)
    return (value[0], value[1]) if value else None
