"""A journey as a coloured grid: phases across, lanes and roles down, a cell per note in the note's own colour."""

from __future__ import annotations

from fusenapp.domain.persona import ROLES
from fusenapp.domain.snapshot import Record, Snapshot, family, value
from fusenapp.export import words
from fusenapp.export.sheet import Book, Sheet
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate

PLAIN_PAPER = 8
"""Of notes that only say which department is in charge."""

PAPERS = {1: "#FFF1A8", 2: "#FFDDBD", 3: "#FBD5DF", 4: "#E4DAF6", 5: "#D2E6FA", 6: "#C8ECE6", 7: "#DCEEC6", 8: "#F3EEE3"}
"""Paper colours of notes, as on the board in the light theme."""

_FIRST = 2  # columns before the phases: lane, role


def write_journey(book: Book, source: ExportSource, journey: Record, name: str) -> None:
    """One journey on one A3 sheet."""
    snapshot = source.snapshot
    phases = snapshot.all("phases", journey=journey["id"])
    sheet = book.sheet(name, [16.0, 10.0, *([30.0] * len(phases))], paper="A3")
    sheet.page.fit_to_pages(1, 1)
    sheet.title(value("journeys", journey, "name"), words.revision_caption(source, ("journeys", journey["id"])))
    sheet.merge(sheet.row, 0, sheet.row, 1, translate("Export", "Lane / phase"), "head")
    for column, phase in enumerate(phases, _FIRST):
        sheet.text(sheet.row, column, f"{column - _FIRST + 1}  {value('phases', phase, 'name')}", "head")
    sheet.page.set_row(sheet.row, 28)
    sheet.page.freeze_panes(sheet.row + 1, _FIRST)
    sheet.row += 1
    for lane in snapshot.all("lanes", journey=journey["id"]):
        if value("lanes", lane, "content") == "emotion":
            _emotion(sheet, source, journey, lane, phases)
        else:
            _lane(sheet, snapshot, journey, lane, phases)
    sheet.page.print_area(0, 0, max(sheet.row - 1, 4), _FIRST + max(len(phases), 1) - 1)


def roles_of(snapshot: Snapshot, journey: Record) -> list[tuple[str, str]]:
    """(role, name) of the people in the journey's committee, else of the three default roles."""
    people = snapshot.all("personas", set=value("journeys", journey, "set"))
    named = [(value("personas", p, "role"), value("personas", p, "name")) for p in people if value("personas", p, "role") != "account"]
    return named or [(r.id, r.name.ja) for r in ROLES.values() if r.id != "account"]


def _lane(sheet: Sheet, snapshot: Snapshot, journey: Record, lane: Record, phases: list[Record]) -> None:
    """Each role (or the lane as a whole) gets as many rows as its fullest cell has notes."""
    top = sheet.row
    roles = roles_of(snapshot, journey) if value("lanes", lane, "by_role") else [("", "")]
    notes = snapshot.all("notes", parent=journey["id"], lane=lane["id"])
    known = {role for role, _ in roles}
    for index, (role, name) in enumerate(roles):
        mine = [n for n in notes if value("notes", n, "role") == role or (index == 0 and value("notes", n, "role") not in known)]
        start = sheet.row
        _role_rows(sheet, snapshot, mine, phases)
        if value("lanes", lane, "by_role"):
            sheet.merge(start, 1, sheet.row - 1, 1, name, "label")
    if value("lanes", lane, "by_role"):
        sheet.merge(top, 0, sheet.row - 1, 0, value("lanes", lane, "name"), "label")
    else:
        sheet.merge(top, 0, sheet.row - 1, 1, value("lanes", lane, "name"), "label")


def note_text(snapshot: Snapshot, note: Record) -> str:
    """What a note says; one without words says which department is in charge."""
    return value("notes", note, "text") or words.department_name(snapshot, value("notes", note, "department"))


def paper_of(note: Record) -> str:
    """The colour of a note's paper."""
    if not value("notes", note, "text"):
        return PAPERS[PLAIN_PAPER]
    return PAPERS.get(int(value("notes", note, "colour") or 1), PAPERS[1])


def _role_rows(sheet: Sheet, snapshot: Snapshot, notes: list[Record], phases: list[Record]) -> None:
    cells = [[n for n in notes if value("notes", n, "phase") == phase["id"]] for phase in phases]
    for depth in range(max((len(c) for c in cells), default=0) or 1):
        texts = {}
        for column, held in enumerate(cells, _FIRST):
            note = held[depth] if depth < len(held) else None
            texts[column] = note_text(snapshot, note) if note else ""
            sheet.text(sheet.row, column, texts[column], "cell", **({"bg_color": paper_of(note)} if note else {}))
        sheet.fit(sheet.row, texts, least=24)
        sheet.row += 1


def _emotion(sheet: Sheet, source: ExportSource, journey: Record, lane: Record, phases: list[Record]) -> None:
    """The curve as figures from −2 to +2, one row per role, and as a chart below the grid's rows."""
    points = family(journey, "emotion")
    top = sheet.row
    roles = roles_of(source.snapshot, journey)
    for role, name in roles:
        sheet.text(sheet.row, 1, name, "label")
        for column, phase in enumerate(phases, _FIRST):
            sheet.number(sheet.row, column, points.get(f"{role}.{phase['id']}"), "decimal", align="center", num_format="+0.0;-0.0;0.0")
        sheet.page.set_row(sheet.row, 20)
        sheet.row += 1
    if any(key.split(".", 1)[0] == role for key in points for role, _ in roles):
        _emotion_chart(sheet, len(roles), top, len(phases))
    sheet.merge(top, 0, sheet.row - 1, 0, value("lanes", lane, "name"), "label")


def _emotion_chart(sheet: Sheet, roles: int, top: int, phases: int) -> None:
    """Names stand as references to their cells: what a user wrote must never become a formula."""
    chart = sheet.book.file.add_chart({"type": "line"})
    assert chart is not None
    page, head = sheet.page.get_name(), 3
    for offset in range(roles):
        chart.add_series({
            "name": [page, top + offset, 1], "categories": [page, head, _FIRST, head, _FIRST + phases - 1],
            "values": [page, top + offset, _FIRST, top + offset, _FIRST + phases - 1],
            "marker": {"type": ("circle", "diamond", "x", "square", "triangle")[offset % 5]},
            "line": {"width": 1.75, "dash_type": ("solid", "dash", "round_dot")[offset % 3],
                     "color": ("#1C222B", "#2F4A8C", "#616A76")[offset % 3]},
        })
    chart.set_y_axis({"min": -2, "max": 2, "major_unit": 1, "num_format": "+0;-0;0"})
    chart.set_x_axis({"label_position": "low"})
    chart.set_legend({"position": "top"})
    chart.set_chartarea({"border": {"none": True}})
    chart.show_blanks_as("span")
    row = sheet.row
    sheet.page.set_row(row, 150)
    sheet.merge(row, 1, row, _FIRST + phases - 1, "")
    chart.set_size({"width": int((10 + 30 * phases) * 7.2), "height": 195})
    sheet.page.insert_chart(row, 1, chart, {"x_offset": 4, "y_offset": 3, "object_position": 1})
    sheet.row += 1
