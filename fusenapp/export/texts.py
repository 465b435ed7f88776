"""Sheets of words: the glossary and the hand-over contract."""

from __future__ import annotations

from fusenapp.domain.agreement import ItemStatus
from fusenapp.domain.snapshot import value
from fusenapp.export import words
from fusenapp.export.sheet import Book, Sheet
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate


def write_terms(book: Book, source: ExportSource) -> None:
    """The glossary: agreed wording, quantitative test, and each department's wording beside it."""
    snapshot = source.snapshot
    departments = snapshot.all("departments")
    sheet = book.sheet(words.sheet_names()["terms"], [22.0, 36.0, 34.0, *([28.0] * len(departments)), 12.0, 24.0])
    sheet.title(translate("Export", "Terms"))
    sheet.head([translate("Export", "Term"), translate("Export", "Agreed wording"), translate("Export", "Quantitative test"),
                *(words.department_name(snapshot, d["id"]) for d in departments), translate("Export", "State"), translate("Export", "Id")])
    sheet.page.freeze_panes(sheet.row, 1)
    sheet.page.repeat_rows(sheet.row - 1)
    states = {s.item[1]: s for s in source.statuses if s.item[0] == "terms"}
    for term in snapshot.all("terms"):
        wordings = [value("terms", term, f"wording.{d['id']}") or "" for d in departments]
        sheet.line([_term_name(value("terms", term, "name"), value("terms", term, "english")), value("terms", term, "agreed"),
                    value("terms", term, "test"), *wordings, _state(states.get(term["id"])), f"terms/{term['id']}"],
                   {0: "strong", 3 + len(departments): "centre", 4 + len(departments): "hidden"})
    sheet.page.set_column(4 + len(departments), 4 + len(departments), 24, None, {"hidden": True})


def _term_name(name: str, english: str) -> str:
    return f"{name}\n{english}" if english and english != name else name


def _state(status: ItemStatus | None) -> str:
    return words.state_name(status.state) if status else ""


def write_handover(book: Book, source: ExportSource) -> None:
    """Deadlines, required fields and the reasons for giving a lead back."""
    sheet = book.sheet(words.sheet_names()["handover"], [26.0, 30.0, 34.0, 24.0, 14.0, 20.0])
    status = next((s for s in source.statuses if s.item[0] == "handover"), None)
    sheet.title(translate("Export", "Hand-over contract"), words.revision_caption(status))
    _deadlines(sheet, source)
    sheet.row += 1
    sheet.section(translate("Export", "Reasons for rejection"))
    sheet.head([translate("Export", "Code"), translate("Export", "Reason"), translate("Export", "Goes to"), translate("Export", "Owner"),
                translate("Export", "Within days"), translate("Export", "Condition in question")])
    for reason in source.snapshot.all("reasons"):
        days = value("reasons", reason, "deadline_days")
        sheet.line([value("reasons", reason, "code"), value("reasons", reason, "name"), value("reasons", reason, "destination"),
                    words.department_name(source.snapshot, value("reasons", reason, "owner")), f"{days:g}" if days else "—",
                    value("reasons", reason, "clause") or "—"], {0: "centre", 4: "centre"})


def _deadlines(sheet: Sheet, source: ExportSource) -> None:
    def told(name: str) -> str:
        found = source.snapshot.value("handover", "handover", name)
        return f"{found:g}" if isinstance(found, (int, float)) else str(found or "")

    fields = source.snapshot.value("handover", "handover", "required_fields") or ()
    for label, text in (
        (translate("Export", "First contact"), translate("Export", "within {hours} hours").format(hours=told("first_contact_hours"))),
        (translate("Export", "Answer from sales"), translate("Export", "within {hours} hours").format(hours=told("feedback_hours"))),
        (translate("Export", "Attempts before “cannot be reached”"), told("attempts")),
        (translate("Export", "Required fields"), "、".join(fields) if source.language == "ja" else ", ".join(fields)),
        (translate("Export", "Coming back"), told("recycling")),
    ):
        sheet.text(sheet.row, 0, label, "label")
        sheet.merge(sheet.row, 1, sheet.row, 3, text)
        sheet.fit(sheet.row, {0: label, 1: text}, spans={1: sum(sheet.widths[1:4])})
        sheet.row += 1
