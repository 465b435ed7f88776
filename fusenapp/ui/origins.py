"""Where a thing came from: the notes of a journey that became it, each a way back to the board."""

from __future__ import annotations

from fusenapp.domain.origins import End, first_line, notes_behind
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import InspectorSection, LinkButton, row

MOST = 8
"""Notes that are listed; more than that stand behind a statement only where somebody collected them."""

_SHORT = 17
"""Characters of a note that stand in the width of the inspector."""


def origin_section(context: UiContext, end: End, field: str = "") -> InspectorSection | None:
    """A section of an inspector with the notes behind a thing; None where there are none."""
    found = notes_behind(context.snapshot(), end, field)
    if not found:
        return None
    section = InspectorSection(translate("Structure", "From the journey"), translate("Structure", "%n note(s)", n=len(found)))
    for note in found[:MOST]:
        section.body.addLayout(row(origin_button(context, note), None))
    return section


def origin_button(context: UiContext, note: Record) -> LinkButton:
    """A way to one note."""
    def go() -> None:
        context.navigate("journey", ("notes", note["id"]))

    button = LinkButton(first_line(value("notes", note, "text"), _SHORT), "journey", on=go, small=True)
    button.setToolTip(origin_words(context.snapshot(), note, 0))
    return button


def origin_words(snapshot: Snapshot, note: Record, most: int = 24) -> str:
    """“{phase}: {text}” of a note; at most so many characters of its first line (0: all of them)."""
    phase = snapshot.value("phases", note.get("phase") or "", "name")
    text = first_line(value("notes", note, "text"), most)
    return translate("Structure", "{phase}: {note}").format(phase=phase, note=text) if phase else text


def clause_origins(snapshot: Snapshot) -> list[tuple[str, str, str]]:
    """(record of a clause, id of a note that it was made of, the note in short) for all clauses."""
    found = []
    for link in snapshot.all("links"):
        source, target = link.get("source"), link.get("target")
        if not link.get("origin") or not source or not target or target[0] != "clauses":
            continue
        note = snapshot.get("notes", source[1])
        if note is not None:
            found.append((target[1], note["id"], origin_words(snapshot, note, 40)))
    return found
