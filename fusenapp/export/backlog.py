"""The sheet of measures and content that are to be made: one line an entry, in the order of its area, and the notes that it came from."""

from __future__ import annotations

from collections.abc import Iterable

from fusenapp.domain import journey_grid
from fusenapp.domain.content import KINDS, STATES
from fusenapp.domain.origins import notes_behind
from fusenapp.domain.persona import ROLES
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.domain.wording import Wording
from fusenapp.domain.workshop import COVERED
from fusenapp.export import words
from fusenapp.export.sheet import Book
from fusenapp.export.source import ExportSource
from fusenapp.i18n import language, translate

WIDTHS = [34.0, 11.0, 17.0, 13.0, 19.0, 11.0, 12.0, 12.0, 30.0, 17.0, 24.0]


def has_backlog(snapshot: Snapshot) -> bool:
    """True if there is anything to write."""
    return bool(snapshot.all("contents"))


def write_backlog(book: Book, source: ExportSource) -> None:
    """Title, kind, phase, for whom, department, owner, due date, state, the notes behind it and who wrote them, remarks."""
    sheet = book.sheet(words.sheet_names()["contents"], WIDTHS)
    sheet.title(translate("Contents", "Measures and content"))
    sheet.head([translate("Contents", "Measure or content"), translate("Contents", "Kind"), translate("Contents", "Phase"),
                translate("Contents", "For whom"), translate("Contents", "Department"), translate("Contents", "Owner"),
                translate("Contents", "Due"), translate("Contents", "State"), translate("Contents", "From note"),
                translate("Contents", "Note by"), translate("Contents", "Remarks")])
    sheet.freeze(1)
    for record in source.snapshot.all("contents"):
        sheet.line(_cells(source.snapshot, record), {0: "strong", 1: "centre", 6: "centre", 7: "centre"})
    sheet.print_to(len(WIDTHS) - 1)


def _cells(snapshot: Snapshot, record: Record) -> list[str]:
    told = {name: str(value("contents", record, name) or "") for name in ("title", "kind", "phase", "persona", "department", "owner", "due")}
    behind = [note for note in notes_behind(snapshot, ("contents", record["id"])) if not note.get(COVERED)]
    return [told["title"], _name(KINDS, told["kind"]), snapshot.value("phases", told["phase"], "name"), _person(snapshot, told["persona"]),
            words.department_name(snapshot, told["department"]), told["owner"], words.day(told["due"]),
            _name(STATES, value("contents", record, "state")), _lines(_place(snapshot, note) for note in behind),
            _lines(dict.fromkeys(_by(snapshot, note) for note in behind)), value("contents", record, "note")]


def _name(known: dict[str, Wording], key: str) -> str:
    wording = known.get(key)
    return wording.to(language()) if wording is not None else key


def _person(snapshot: Snapshot, id: str) -> str:
    """A person's own name, else the role."""
    record = snapshot.get("personas", id)
    role = value("personas", record, "role") if record is not None else ""
    return (value("personas", record, "name") if record is not None else "") or (ROLES[role].name.to(language()) if role in ROLES else role)


def _place(snapshot: Snapshot, note: Record) -> str:
    """What the note says, and its phase."""
    text, phase = journey_grid.note_words(snapshot, note), snapshot.value("phases", note.get("phase") or "", "name")
    return translate("Structure", "{phase}: {note}").format(phase=phase, note=text) if phase else text


def _by(snapshot: Snapshot, note: Record) -> str:
    """Who wrote the note, and the department."""
    author, department = value("notes", note, "author"), snapshot.value("departments", value("notes", note, "department"), "name")
    if author and department:
        return translate("Contents", "{name} ({parent})").format(name=author, parent=department)
    return author or department


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
