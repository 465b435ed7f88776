"""The buying committee on one page: the account at the left, the people beside each other with the same fields in the same rows."""

from __future__ import annotations

from dataclasses import dataclass

from fusenapp.domain.persona import ACCOUNT, ACCOUNT_FIELDS, APPROVER_FIELDS, EVIDENCE_NAMES, PERSON_FIELDS, PersonaField
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.export import words
from fusenapp.export.sheet import Book, Sheet, wrapped_lines
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate

_MARKS = {"hypothesis": "▁", "partial": "▁▃", "confirmed": "▁▃▅"}
_LABEL, _TEXT, _GAP = 16.0, 32.0, 2.0
_GRADE = {"ja": 15.0, "en": 19.0}
_ACCOUNT_COLUMNS = 4  # label, text, grade, gap
_BULLET = "・"


@dataclass(frozen=True)
class _Cell:
    """What is said in a field, and how well each statement is backed, line by line."""

    text: str = ""
    grade: str = ""


def write_personas(book: Book, source: ExportSource) -> None:
    """One block per buying committee, on one A3 page across."""
    snapshot = source.snapshot
    most = max((len(_people(snapshot, s["id"])) for s in snapshot.all("persona_sets")), default=0)
    grade = _GRADE[source.language]
    widths = [_LABEL, _TEXT, grade, _GAP, _LABEL, *([_TEXT, grade] * max(most, 2))]
    sheet = book.sheet(words.sheet_names()["personas"], widths, paper="A3")
    sheet.title(translate("Export", "Personas"), translate("Export", "How well each statement is backed stands beside it."))
    for committee in snapshot.all("persona_sets"):
        sheet.section(value("persona_sets", committee, "name"))
        sheet.text(sheet.row, 0, words.revision_caption(source, ("persona_sets", committee["id"])), "subtitle", font_size=9)
        sheet.row += 1
        _committee(sheet, source, committee["id"])
        sheet.row += 2


def _people(snapshot: Snapshot, set_id: str) -> list[Record]:
    return [p for p in snapshot.all("personas", set=set_id) if value("personas", p, "role") != ACCOUNT]


def _committee(sheet: Sheet, source: ExportSource, set_id: str) -> None:
    """Account and people share the rows, each with its own labels."""
    account = [p for p in source.snapshot.all("personas", set=set_id) if value("personas", p, "role") == ACCOUNT][:1]
    left = _block(sheet, source, account, ACCOUNT_FIELDS, 0)
    right = _block(sheet, source, _people(source.snapshot, set_id), PERSON_FIELDS + APPROVER_FIELDS, _ACCOUNT_COLUMNS)
    heights = [{**left.get(row, {}), **right.get(row, {})} for row in range(max(len(left), len(right)))]
    for offset, texts in enumerate(heights):
        sheet.fit(sheet.row + offset, texts, least=62 if offset == 0 else 24)
    sheet.row += len(heights)


def _block(sheet: Sheet, source: ExportSource, people: list[Record], fields: tuple[PersonaField, ...], at: int) -> dict[int, dict[int, str]]:
    """Writes a block from column ``at``; returns row offset → column → text, to fit the heights."""
    if not people:
        return {}
    sheet.text(sheet.row, at, "", "head")
    for index, person in enumerate(people):
        column = at + 1 + 2 * index
        sheet.merge(sheet.row, column, sheet.row, column + 1, _name(person), "head")
    written: dict[int, dict[int, str]] = {0: {}}
    quotes = [_Cell(_quoted(value("personas", p, "quote"))) for p in people]
    rows = [(field.name.to(source.language), [said(source, p, field) for p in people]) for field in fields]
    rows = ([(translate("Export", "In their words"), quotes)] if any(q.text for q in quotes) else []) + rows
    for offset, (label, cells) in enumerate(rows, 1):
        sheet.text(sheet.row + offset, at, label, "label")
        written[offset] = {at: label}
        for column, cell in zip(range(at + 1, at + 1 + 2 * len(cells), 2), cells, strict=True):
            sheet.text(sheet.row + offset, column, cell.text)
            sheet.text(sheet.row + offset, column + 1, cell.grade, "grade")
            written[offset][column] = cell.text
    return written


def _name(person: Record) -> str:
    return "\n".join(filter(None, (value("personas", person, n) for n in ("name", "meaning", "title"))))


def _quoted(text: str) -> str:
    return f"「{text}」" if text else ""


def said(source: ExportSource, person: Record, field: PersonaField) -> _Cell:
    """What a persona says in a field: the text, or its notes one per line, with the grade of each beside it."""
    if field.form == "text":
        text = value("personas", person, f"field.{field.id}") or ""
        return _Cell(text, _grade(source, value("personas", person, f"evidence.{field.id}") if text else ""))
    notes = [n for n in source.snapshot.all("notes", parent=person["id"], field=field.id) if value("notes", n, "text")]
    lines = [_BULLET + value("notes", n, "text") for n in notes]
    blank = ["\n" * (wrapped_lines(line, _TEXT) - 1) for line in lines]
    grades = [_grade(source, value("notes", n, "evidence")) + rest for n, rest in zip(notes, blank, strict=True)]
    return _Cell("\n".join(lines), "\n".join(grades))


def _grade(source: ExportSource, grade: str | None) -> str:
    known = grade or ("hypothesis" if grade is None else "")
    return f"{_MARKS[known]} {EVIDENCE_NAMES[known].to(source.language)}" if known in _MARKS else ""
