"""Sheets of words: the glossary and the hand-over contract."""

from __future__ import annotations

from typing import Any

from fusenapp.domain.snapshot import value
from fusenapp.domain.workbook_fields import FIELDS, WORDING, Spelling
from fusenapp.export import words
from fusenapp.export.kept import fact_id
from fusenapp.export.sheet import Book, Sheet
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate

_REASON = ("code", "name", "destination", "owner", "deadline_days", "clause")
_REASON_ID = len(_REASON)


def write_terms(book: Book, source: ExportSource) -> None:
    """The glossary: agreed wording and quantitative test; with drafts each department's own wording beside them."""
    snapshot = source.snapshot
    departments = [] if source.agreed_only else snapshot.all("departments")
    rest = 122.0 / (2 + 0.75 * len(departments))
    name = words.sheet_names()["terms"]
    sheet = book.sheet(name, [15.0, 15.0, rest, rest, *([rest * 0.75] * len(departments)), 11.0, 24.0],
                       paper="A3" if len(departments) > 2 else "A4")
    state = 4 + len(departments)
    sheet.title(translate("Export", "Terms"), translate("Export", "One row per term; what is agreed holds for every department."))
    fields = ["name", "english", "agreed", "test", *(f"{WORDING}.{d['id']}" for d in departments)]
    sheet.fields(dict(enumerate(fields)), state + 1, sheet.row - 1)
    sheet.head([translate("Export", "Term"), translate("Export", "English"), translate("Export", "Agreed wording"),
                translate("Export", "Quantitative test"), *(words.department_name(snapshot, d["id"]) for d in departments),
                translate("Export", "State"), translate("Export", "Id")])
    sheet.freeze(1)
    book.kept.table(name, "terms", "")
    for term in snapshot.all("terms"):
        status = source.status(("terms", term["id"]))
        told = [_kept(sheet, source, "terms", term["id"], field, value("terms", term, field)) for field in fields]
        sheet.line([*map(str, told), words.state_name(status.state) if status else "", f"terms/{term['id']}"],
                   {0: "strong", state: "centre", state + 1: "hidden"}, least=30)
    sheet.hide(state + 1)
    sheet.print_to(state)


def write_handover(book: Book, source: ExportSource) -> None:
    """Deadlines, required fields and the reasons for giving a lead back."""
    name = words.sheet_names()["handover"]
    sheet = book.sheet(name, [9.0, 38.0, 42.0, 26.0, 12.0, 21.0, 24.0])
    sheet.title(translate("Export", "Hand-over contract"), words.revision_caption(source, ("handover", "handover")))
    for field, (label, form) in _terms_of_handover().items():
        _fact(sheet, source, field, label, form)
    sheet.row += 1
    sheet.section(translate("Export", "Reasons for rejection"))
    sheet.fields(dict(enumerate(_REASON)), _REASON_ID, sheet.row)
    sheet.row += 1
    sheet.head([translate("Export", "Code"), translate("Export", "Reason"), translate("Export", "Goes to"), translate("Export", "Owner"),
                translate("Export", "Within days"), translate("Export", "Condition in question"), translate("Export", "Id")])
    book.kept.table(name, "reasons", "")
    for reason in source.snapshot.all("reasons"):
        _reason(sheet, source, reason["id"])
    sheet.hide(_REASON_ID)
    sheet.print_to(_REASON_ID - 1)


def _reason(sheet: Sheet, source: ExportSource, id: str) -> None:
    told = [_kept(sheet, source, "reasons", id, field, source.snapshot.value("reasons", id, field)) for field in _REASON]
    styles = {0: "centre", 1: "strong", 4: "centre", 5: "centre", _REASON_ID: "hidden"}
    for column, found in enumerate([*told, f"reasons/{id}"]):
        sheet.cell(sheet.row, column, found, styles.get(column, "cell"))
    sheet.fit(sheet.row, {column: str(found) for column, found in enumerate(told) if found})
    sheet.row += 1


def _kept(sheet: Sheet, source: ExportSource, kind: str, id: str, field: str, found: Any) -> Any:
    """What stands in the cell of a field, remembered for reading the workbook back."""
    told = Spelling(source.snapshot, source.language).write(kind, field, found)
    sheet.book.kept.value(sheet.name, kind, id, field, told, found)
    return "" if told is None else told


def _terms_of_handover() -> dict[str, tuple[str, str]]:
    """Field → its label, and how its number is shown (empty: it is a text)."""
    hours = translate("Export", "within {hours} hours")
    before, _, after = hours.partition("{hours}")
    timed = f'"{before}"#,##0.##"{after}"' if before else f'#,##0.##"{after}"'
    labels = {
        "first_contact_hours": (translate("Export", "First contact"), timed.replace(".##", "")),
        "feedback_hours": (translate("Export", "Answer from sales"), timed.replace(".##", "")),
        "attempts": (translate("Export", "Attempts before “cannot be reached”"), "#,##0"),
        "required_fields": (translate("Export", "Required fields"), ""),
        "recycling": (translate("Export", "Coming back"), ""),
    }
    return {field: labels[field] for field in FIELDS["handover"]}


def _fact(sheet: Sheet, source: ExportSource, field: str, label: str, form: str) -> None:
    """Label and value on one row, with the field's name in the hidden column."""
    told = _kept(sheet, source, "handover", "handover", field, source.snapshot.value("handover", "handover", field))
    sheet.merge(sheet.row, 0, sheet.row, 1, label, "label")
    sheet.merge(sheet.row, 2, sheet.row, _REASON_ID - 1, "" if form else str(told))
    if form and told != "":
        sheet.number(sheet.row, 2, told, "cell", num_format=form)
    sheet.text(sheet.row, _REASON_ID, fact_id("handover", "handover", field), "hidden")
    sheet.fit(sheet.row, {0: label, 2: str(told)}, spans={0: sum(sheet.widths[:2]), 2: sum(sheet.widths[2:_REASON_ID])})
    sheet.row += 1
