"""The first sheets: cover with the boxes for approval, the list of all agreements, and the history of revisions."""

from __future__ import annotations

from collections.abc import Sequence

from fusenapp.domain import agreement
from fusenapp.domain.agreement import Item, Revision
from fusenapp.domain.difference import differences
from fusenapp.export import words
from fusenapp.export.sheet import INK, Book, Sheet
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate

Entry = tuple[str, tuple[Item, ...]]
"""(name of a sheet, the items on it)"""


def write_cover(book: Book, source: ExportSource, entries: Sequence[Entry]) -> None:
    """Title, what is inside, and one approval box per department."""
    departments = source.snapshot.all("departments")
    columns = max(3, len(departments))
    sheet = book.sheet(words.sheet_names()["cover"], [26.0, *([max(20.0, 100.0 / columns)] * columns)])
    space = source.snapshot.get("workspace", "workspace") or {}
    for row, height in ((1, 44), (2, 22), (3, 26)):
        sheet.page.set_row(row, height)
    sheet.text(1, 0, space.get("name", ""), "title", font_size=26)
    sheet.text(2, 0, space.get("subtitle", ""), "subtitle")
    sheet.text(3, 0, translate("Export", "Agreed definitions of marketing and sales"), "subtitle", font_size=14, font_color=INK)
    sheet.row = 5
    sheet.facts(_facts(source), 0, columns)
    sheet.row += 1
    _contents(sheet, source, entries, columns)
    _approval(sheet, source)
    sheet.page.print_area(0, 0, sheet.row, columns)
    sheet.page.fit_to_pages(1, 1)


def _facts(source: ExportSource) -> list[tuple[str, str]]:
    agreed = sum(s.state in (agreement.AGREED, agreement.DUE) for s in source.statuses)
    editions = words.editions(source)
    edition = translate("Export", "Edition {number}, agreed on {day}").format(number=len(editions), day=words.day(editions[-1])) if editions \
        else translate("Export", "Not agreed yet")
    return [
        (translate("Export", "Edition of the agreement"), edition),
        (translate("Export", "Written on"), source.at[:16].replace("T", " ").replace("-", "/")),
        (translate("Export", "Figures as of"), words.month(source.kpi.as_of, source.language) if source.kpi and source.kpi.as_of else "—"),
        (translate("Export", "Agreed items"), f"{agreed} / {len(source.statuses)}"),
        (translate("Export", "Content"), translate("Export", "Agreed revisions only") if source.agreed_only
         else translate("Export", "All items, drafts included")),
    ]


def _contents(sheet: Sheet, source: ExportSource, entries: Sequence[Entry], columns: int) -> None:
    sheet.section(translate("Export", "Contents"))
    for name, items in entries:
        sheet.page.write_url(sheet.row, 0, f"internal:'{name}'!A1", sheet.book.style("link"), name)
        sheet.book.kept.text(sheet.name, name)
        sheet.merge(sheet.row, 1, sheet.row, columns, _standing(source, items), "weak")
        sheet.page.set_row(sheet.row, 20)
        sheet.row += 1
    sheet.row += 1


def _standing(source: ExportSource, items: tuple[Item, ...]) -> str:
    """Which revision a sheet shows; of several items, how many are agreed."""
    if len(items) == 1:
        return words.revision_caption(source, items[0])
    states = [s.state for s in source.statuses if s.item in items]
    agreed = sum(state in (agreement.AGREED, agreement.DUE) for state in states)
    return translate("Export", "{count} of {all} agreed").format(count=agreed, all=len(items)) if items else ""


def _approval(sheet: Sheet, source: ExportSource) -> None:
    """Empty boxes to sign on paper; the stamps themselves stand in the agreement list."""
    sheet.section(translate("Export", "Approval"))
    departments = source.snapshot.all("departments")
    sheet.text(sheet.row, 0, "", "head")
    for column, department in enumerate(departments, 1):
        sheet.text(sheet.row, column, words.department_name(source.snapshot, department["id"]), "head")
    sheet.page.set_row(sheet.row, 22)
    sheet.row += 1
    _stamped(sheet, source)
    for label, height in ((translate("Export", "Name"), 26), (translate("Export", "Date"), 24), (translate("Export", "Seal"), 64)):
        sheet.row += 1
        sheet.page.set_row(sheet.row, height)
        sheet.text(sheet.row, 0, label, "label")
        for column in range(1, len(departments) + 1):
            sheet.text(sheet.row, column, "", "centre")


def _stamped(sheet: Sheet, source: ExportSource) -> None:
    """What each department has stamped in Fusen: on how many of the items here, who did so last, and when."""
    stated = [source.status(item) for item in source.items]
    held = [stamp for status in stated if status for stamp in (status.agreed_stamps if source.agreed_only else status.stamps)]
    sheet.text(sheet.row, 0, translate("Export", "Stamps in Fusen"), "label")
    for column, department in enumerate(source.snapshot.all("departments"), 1):
        mine = sorted((s for s in held if s.department == department["id"]), key=lambda s: s.at)
        told = translate("Export", "{count} of {all} items").format(count=len(mine), all=len(stated))
        people = "・".join(dict.fromkeys(s.person for s in mine))
        sheet.text(sheet.row, column, f"{people}\n{words.day(mine[-1].at)} {told}" if mine else told, "stamp" if mine else "centre", font_size=9)
    sheet.page.set_row(sheet.row, 36)


def write_agreements(book: Book, source: ExportSource) -> None:
    """Every item: state, revision, who stamped and when, due date of the review."""
    departments = source.snapshot.all("departments")
    after = 5 + len(departments)
    sheet = book.sheet(words.sheet_names()["agreements"],
                       [17.0, 30.0, 12.0, 7.0, 16.0, *([54.0 / max(3, len(departments))] * len(departments)), 13.0, 24.0])
    sheet.title(translate("Export", "Agreements"), translate("Export", "One row per item; a stamp holds for exactly one content."))
    sheet.head([translate("Export", "Kind"), translate("Export", "Item"), translate("Export", "State"), translate("Export", "Revision"),
                translate("Export", "Hash"), *(words.department_name(source.snapshot, d["id"]) for d in departments),
                translate("Export", "Review due"), translate("Export", "Id")])
    sheet.freeze(2)
    styles = {1: "strong", **dict.fromkeys((2, 3, 4, after), "centre"), **dict.fromkeys(range(5, after), "stamp"), after + 1: "hidden"}
    for status in source.statuses:
        given = {s.department: s for s in status.stamps or status.agreed_stamps}
        revision = status.proposed or status.agreed
        sheet.line([words.kind_name(status.item), words.item_title(status), words.state_name(status.state),
                    str(revision.number) if revision else "—", revision.hash[:12] if revision else "—",
                    *(words.seal(given[d["id"]]) if d["id"] in given else "" for d in departments),
                    words.day(status.review_due or "") or "—", "/".join(status.item)], styles, least=33)
        sheet.page.set_row(sheet.row - 1, max(33, sheet.height_of({1: words.item_title(status)})))
    sheet.hide(after + 1)
    sheet.print_to(after)


def write_history(book: Book, source: ExportSource) -> None:
    """Every revision that was ever proposed, the latest day first, within a day in the order of the items."""
    sheet = book.sheet(words.sheet_names()["history"], [17.0, 32.0, 13.0, 7.0, 16.0, 20.0, 13.0, 34.0])
    sheet.title(translate("Export", "History of revisions"))
    sheet.head([translate("Export", "Kind"), translate("Export", "Item"), translate("Export", "Date"), translate("Export", "Revision"),
                translate("Export", "Hash"), translate("Export", "Proposed by"), translate("Export", "Agreed on"),
                translate("Export", "What was changed, and why")])
    sheet.freeze(2)
    rows = [(r, s) for s in source.statuses for r in agreement.revisions(source.snapshot, s.item)]
    for revision, status in sorted(rows, key=lambda pair: (pair[0].at[:10], pair[0].number), reverse=True):
        sheet.line([words.kind_name(revision.item), words.item_title(status), words.day(revision.at), str(revision.number),
                    revision.hash[:12], revision.person, words.agreed_on(source, revision) or "—", _what_and_why(source, revision)],
                   {1: "strong", **dict.fromkeys((2, 3, 4, 6), "centre")})
    sheet.print_to(7)


def _what_and_why(source: ExportSource, revision: Revision) -> str:
    """The reason that was given, and in how many places the revision differs from the one before; the first one is called so."""
    if revision.number == 1:
        return revision.comment or translate("Export", "First edition")
    before = agreement.revisions(source.snapshot, revision.item)[revision.number - 2]
    places = translate("Export", "%n place(s) changed", n=len(differences(before.content, revision.content)))
    return "\n".join(filter(None, (revision.comment, places)))
