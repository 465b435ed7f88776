"""The personas side by side: first the account, then the people with the same fields in the same rows."""

from __future__ import annotations

from fusenapp.domain.persona import ACCOUNT, ACCOUNT_FIELDS, APPROVER_FIELDS, EVIDENCE_NAMES, PERSON_FIELDS, PersonaField
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.export import words
from fusenapp.export.sheet import Book, Sheet
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate

_MARKS = {"hypothesis": "▁", "partial": "▁▃", "confirmed": "▁▃▅"}


def write_personas(book: Book, source: ExportSource) -> None:
    """One block per buying committee, on one A3 page across."""
    most = max((len(_people(source.snapshot, s["id"])) for s in source.snapshot.all("persona_sets")), default=0)
    sheet = book.sheet(words.sheet_names()["personas"], [20.0, *([34.0, 16.0] * max(most, 2))], paper="A3")
    sheet.title(translate("Export", "Personas"), translate("Export", "How well each statement is backed stands beside it."))
    for committee in source.snapshot.all("persona_sets"):
        status = next((s for s in source.statuses if s.item == ("persona_sets", committee["id"])), None)
        sheet.section(value("persona_sets", committee, "name"))
        sheet.text(sheet.row, 0, words.revision_caption(status), "caption", text_wrap=False)
        sheet.row += 1
        _block(sheet, source, [p for p in source.snapshot.all("personas", set=committee["id"]) if p.get("role") == ACCOUNT], ACCOUNT_FIELDS)
        sheet.row += 1
        _block(sheet, source, _people(source.snapshot, committee["id"]), PERSON_FIELDS + APPROVER_FIELDS)
        sheet.row += 1


def _people(snapshot: Snapshot, set_id: str) -> list[Record]:
    return [p for p in snapshot.all("personas", set=set_id) if value("personas", p, "role") != ACCOUNT]


def _block(sheet: Sheet, source: ExportSource, people: list[Record], fields: tuple[PersonaField, ...]) -> None:
    sheet.text(sheet.row, 0, "", "head")
    for index, person in enumerate(people):
        name = "\n".join(filter(None, (value("personas", person, n) for n in ("name", "meaning", "title"))))
        sheet.merge(sheet.row, 1 + 2 * index, sheet.row, 2 + 2 * index, name, "head")
    sheet.page.set_row(sheet.row, 50)
    sheet.row += 1
    for field in fields:
        texts = {0: field.name.to(source.language)}
        sheet.text(sheet.row, 0, texts[0], "label")
        for index, person in enumerate(people):
            texts[1 + 2 * index] = said(source.snapshot, person, field)
            sheet.text(sheet.row, 1 + 2 * index, texts[1 + 2 * index])
            sheet.text(sheet.row, 2 + 2 * index, _evidence(source, person, field, bool(texts[1 + 2 * index])), "grade")
        sheet.fit(sheet.row, texts)
        sheet.row += 1


def said(snapshot: Snapshot, person: Record, field: PersonaField) -> str:
    """What a persona says in a field: the text, or its notes one per line."""
    if field.form == "text":
        return value("personas", person, f"field.{field.id}") or ""
    notes = snapshot.all("notes", parent=person["id"], field=field.id)
    return "\n".join(f"・{value('notes', n, 'text')}" for n in notes)


def _evidence(source: ExportSource, person: Record, field: PersonaField, filled: bool) -> str:
    grade = value("personas", person, f"evidence.{field.id}") or "hypothesis"
    return f"{_MARKS[grade]} {EVIDENCE_NAMES[grade].to(source.language)}" if filled and grade in _MARKS else ""
