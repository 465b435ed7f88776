"""Sheets of words: the glossary and the hand-over contract."""

from __future__ import annotations

from fusenapp.domain.snapshot import value
from fusenapp.export import words
from fusenapp.export.sheet import Book
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate


def write_terms(book: Book, source: ExportSource) -> None:
    """The glossary: agreed wording and quantitative test; with drafts each department's own wording beside them."""
    snapshot = source.snapshot
    departments = [] if source.agreed_only else snapshot.all("departments")
    rest = 128.0 / (2 + 0.75 * len(departments))
    sheet = book.sheet(words.sheet_names()["terms"], [20.0, rest, rest, *([rest * 0.75] * len(departments)), 11.0, 24.0],
                       paper="A3" if len(departments) > 3 else "A4")
    sheet.title(translate("Export", "Terms"))
    sheet.head([translate("Export", "Term"), translate("Export", "Agreed wording"), translate("Export", "Quantitative test"),
                *(words.department_name(snapshot, d["id"]) for d in departments), translate("Export", "State"), translate("Export", "Id")])
    sheet.freeze(1)
    for term in snapshot.all("terms"):
        status = source.status(("terms", term["id"]))
        wordings = [value("terms", term, f"wording.{d['id']}") or "" for d in departments]
        sheet.line([_term_name(value("terms", term, "name"), value("terms", term, "english")), value("terms", term, "agreed"),
                    value("terms", term, "test"), *wordings, words.state_name(status.state) if status else "", f"terms/{term['id']}"],
                   {0: "strong", 3 + len(departments): "centre", 4 + len(departments): "hidden"}, least=30)
    sheet.hide(4 + len(departments))


def _term_name(name: str, english: str) -> str:
    return f"{name}\n{english}" if english and english != name else name


def write_handover(book: Book, source: ExportSource) -> None:
    """Deadlines, required fields and the reasons for giving a lead back."""
    sheet = book.sheet(words.sheet_names()["handover"], [9.0, 38.0, 42.0, 26.0, 12.0, 21.0])
    sheet.title(translate("Export", "Hand-over contract"), words.revision_caption(source, ("handover", "handover")))
    sheet.facts(_deadlines(source), 1, 5)
    sheet.row += 1
    sheet.section(translate("Export", "Reasons for rejection"))
    sheet.head([translate("Export", "Code"), translate("Export", "Reason"), translate("Export", "Goes to"), translate("Export", "Owner"),
                translate("Export", "Within days"), translate("Export", "Condition in question")])
    for reason in source.snapshot.all("reasons"):
        days = value("reasons", reason, "deadline_days")
        sheet.line([value("reasons", reason, "code"), value("reasons", reason, "name"), value("reasons", reason, "destination"),
                    words.department_name(source.snapshot, value("reasons", reason, "owner")), f"{days:g}" if days else "—",
                    value("reasons", reason, "clause") or "—"], {0: "centre", 1: "strong", 4: "centre", 5: "centre"})


def _deadlines(source: ExportSource) -> list[tuple[str, str]]:
    def told(name: str) -> str:
        found = source.snapshot.value("handover", "handover", name)
        return f"{found:g}" if isinstance(found, (int, float)) else str(found or "")

    fields = source.snapshot.value("handover", "handover", "required_fields") or ()
    return [
        (translate("Export", "First contact"), translate("Export", "within {hours} hours").format(hours=told("first_contact_hours"))),
        (translate("Export", "Answer from sales"), translate("Export", "within {hours} hours").format(hours=told("feedback_hours"))),
        (translate("Export", "Attempts before “cannot be reached”"), told("attempts")),
        (translate("Export", "Required fields"), "、".join(fields) if source.language == "ja" else ", ".join(fields)),
        (translate("Export", "Coming back"), told("recycling")),
    ]
