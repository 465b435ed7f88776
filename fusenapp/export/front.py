"""The first sheets: cover with the boxes for approval, and the list of all agreements."""

from __future__ import annotations

from fusenapp.domain import agreement
from fusenapp.export import words
from fusenapp.export.sheet import Book, Sheet
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate


def write_cover(book: Book, source: ExportSource, names: list[str]) -> None:
    """Title, what is inside, and one approval box per department."""
    departments = source.snapshot.all("departments")
    sheet = book.sheet(words.sheet_names()["cover"], [26.0, *([20.0] * max(4, len(departments)))])
    space = source.snapshot.get("workspace", "workspace") or {}
    sheet.page.set_row(1, 40)
    sheet.text(1, 0, space.get("name", ""), "title", font_size=26)
    sheet.text(2, 0, space.get("subtitle", ""), "subtitle")
    sheet.text(3, 0, translate("Export", "Agreed definitions of marketing and sales"), "subtitle", font_size=14, font_color="#1C222B")
    sheet.row = 5
    _facts(sheet, source)
    _contents(sheet, names)
    _approval(sheet, source)
    last = sheet.row
    sheet.page.print_area(0, 0, last, len(sheet.widths) - 1)
    sheet.page.fit_to_pages(1, 1)


def _facts(sheet: Sheet, source: ExportSource) -> None:
    agreed = sum(s.state in (agreement.AGREED, agreement.DUE) for s in source.statuses)
    facts = [
        (translate("Export", "Written on"), source.at[:16].replace("T", " ").replace("-", "/")),
        (translate("Export", "Figures as of"), source.kpi.as_of or "—" if source.kpi else "—"),
        (translate("Export", "Agreed items"), f"{agreed} / {len(source.statuses)}"),
        (translate("Export", "Content"), translate("Export", "Agreed revisions only") if source.agreed_only
         else translate("Export", "All items, drafts included")),
    ]
    for label, text in facts:
        sheet.text(sheet.row, 0, label, "label")
        sheet.merge(sheet.row, 1, sheet.row, 3, text, "cell")
        sheet.page.set_row(sheet.row, 20)
        sheet.row += 1
    sheet.row += 1


def _contents(sheet: Sheet, names: list[str]) -> None:
    sheet.section(translate("Export", "Contents"))
    for name in names:
        sheet.page.write_url(sheet.row, 0, f"internal:'{name}'!A1", sheet.book.style("link"), name)
        sheet.row += 1
    sheet.row += 1


def _approval(sheet: Sheet, source: ExportSource) -> None:
    """Empty boxes to sign on paper; the stamps themselves stand in the agreement list."""
    sheet.section(translate("Export", "Approval"))
    departments = source.snapshot.all("departments")
    for column, department in enumerate(departments, 1):
        sheet.text(sheet.row, column, words.department_name(source.snapshot, department["id"]), "head")
    for label, height in ((translate("Export", "Name"), 26), (translate("Export", "Date"), 22), (translate("Export", "Seal"), 64)):
        sheet.row += 1
        sheet.page.set_row(sheet.row, height)
        sheet.text(sheet.row, 0, label, "label", valign="vcenter")
        for column in range(1, len(departments) + 1):
            sheet.text(sheet.row, column, "", "centre")


def write_agreements(book: Book, source: ExportSource) -> None:
    """Every item: state, revision, who stamped and when, due date of the review; below, the history of revisions."""
    departments = source.snapshot.all("departments")
    sheet = book.sheet(words.sheet_names()["agreements"], [16.0, 30.0, 12.0, 9.0, 15.0, *([18.0] * len(departments)), 13.0, 30.0])
    sheet.title(translate("Export", "Agreements"), translate("Export", "One row per item; a stamp holds for exactly one content."))
    sheet.head([translate("Export", "Kind"), translate("Export", "Item"), translate("Export", "State"), translate("Export", "Revision"),
                translate("Export", "Hash"), *(words.department_name(source.snapshot, d["id"]) for d in departments),
                translate("Export", "Review due"), translate("Export", "Id")])
    sheet.page.freeze_panes(sheet.row, 2)
    sheet.page.repeat_rows(sheet.row - 1)
    for status in source.statuses:
        shown = status.stamps or status.agreed_stamps
        by_department = {s.department: s for s in shown}
        revision = status.proposed or status.agreed
        seals = [words.seal(by_department[d["id"]]) if d["id"] in by_department else "" for d in departments]
        sheet.line([words.kind_name(status.item), words.item_title(status), words.state_name(status.state),
                    str(revision.number) if revision else "—", revision.hash[:12] if revision else "—", *seals,
                    words.day(status.review_due or "") or "—", f"{status.item[0]}/{status.item[1]}"],
                   {1: "strong", 2: "centre", 3: "centre", **{5 + i: "stamp" for i in range(len(departments))}, 5 + len(departments): "centre",
                    6 + len(departments): "hidden"}, least=36)
    sheet.page.set_column(6 + len(departments), 6 + len(departments), 30, None, {"hidden": True})
    sheet.row += 1
    _history(sheet, source)


def _history(sheet: Sheet, source: ExportSource) -> None:
    sheet.section(translate("Export", "History of revisions"))
    sheet.head([translate("Export", "Kind"), translate("Export", "Item"), translate("Export", "Date"), translate("Export", "Revision"),
                translate("Export", "Hash"), translate("Export", "Proposed by"), translate("Export", "Comment")])
    rows = [(r, s) for s in source.statuses for r in agreement.revisions(source.snapshot, s.item)]
    for revision, status in sorted(rows, key=lambda pair: pair[0].at, reverse=True):
        sheet.line([words.kind_name(revision.item), words.item_title(status), words.day(revision.at), str(revision.number),
                    revision.hash[:12], revision.person, revision.comment], {3: "centre"})
