"""Notes of a journey that became something else, and what they became: links that say ``origin``.

The source of such a link is the note, its target what was made of it: a note under a field of a persona, the field itself
(``field`` says which), a clause, a KPI, or an entry of the content backlog.
"""

from __future__ import annotations

from fusenapp.domain.snapshot import Record, Snapshot

End = tuple[str, str]
"""(kind, id) of a record."""


def notes_behind(snapshot: Snapshot, end: End, field: str = "") -> list[Record]:
    """The notes that a thing was made of, in the order in which they were taken; those that are gone are left out."""
    found = []
    for link in snapshot.records.get("links", {}).values():
        target, source = link.get("target"), link.get("source")
        if link.get("origin") and target and source and tuple(target) == end and (link.get("field") or "") == field:
            note = snapshot.get("notes", source[1])
            if note is not None:
                found.append(note)
    return sorted(found, key=lambda note: (note.get("parent") or "", note.get("order") or "", note["id"]))


def made_of(snapshot: Snapshot, note: str) -> list[tuple[End, str]]:
    """What became of a note: the thing, and the field of it that is meant (empty: the whole)."""
    found = []
    for link in snapshot.records.get("links", {}).values():
        source, target = link.get("source"), link.get("target")
        if link.get("origin") and source and target and tuple(source) == ("notes", note) and snapshot.get(*target) is not None:
            found.append(((target[0], target[1]), link.get("field") or ""))
    return sorted(found)


def first_line(text: str, most: int = 0) -> str:
    """The first line that says something; cut at ``most`` characters (0: whole)."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if not most or len(line) <= most else line[:most - 1] + "…"


def in_one_line(text: str, most: int) -> str:
    """All of a text on one line; cut at ``most`` characters."""
    return first_line(" ".join(text.split()), most)
