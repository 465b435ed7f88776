"""A journey as a coloured grid on one A3 page: phases across, lanes and roles down, a cell per note in the note's own colour.

A crowded phase has several columns under one header, as many as make the page come out largest. A hidden row names the phases of
the columns, a hidden column the lane, role and notes of each row, so that an edited copy can be read back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fusenapp.domain.journey import FREE
from fusenapp.domain.journey_grid import (
    MARK,
    PARKED,
    Grid,
    GridRow,
    make_grid,
    note_words,
    paper_of,
    phase_words,
    place_of,
    row_key,
)
from fusenapp.domain.snapshot import Record, Snapshot, family, value
from fusenapp.export import words
from fusenapp.export.sheet import LINE_HEIGHT, Book, Sheet, wrapped_lines
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate

_FIRST = 2
"""Columns before the phases: lane, role."""
_LANE, _ROLE = 16.0, 10.0
_WIDTHS, _SPLITS = (30.0, 24.0, 19.0), (1, 2, 3)
"""Widths of a note's column in characters, and columns a phase may have, that are tried."""
_PAGE = (1133.0, 755.0)
"""Points of an A3 page across, less its margins."""
_CHARACTER = 5.5
"""Points a character of column width takes."""
_LEAST, _CURVE, _POINT = 24.0, 150.0, 20.0
"""Points: least height of a row of notes, height of the chart and of a row of emotion points."""


@dataclass(frozen=True)
class _Layout:
    """How the grid lies on the sheet: columns a phase, and their width in characters."""

    split: int
    width: float

    def column(self, phase: int) -> int:
        """The first column of a phase."""
        return _FIRST + phase * self.split


def write_journey(book: Book, source: ExportSource, journey: Record, name: str) -> None:
    """One journey on one A3 sheet."""
    grid = make_grid(source.snapshot, journey["id"], below=(translate("Board", "Parking lot"), translate("Board", "Free area")))
    layout = _layout(grid, source.snapshot)
    columns = max(len(grid.phases), 1) * layout.split
    sheet = book.sheet(name, [_LANE, _ROLE, *([layout.width] * columns)], paper="A3")
    sheet.page.fit_to_pages(1, 1)
    sheet.title(value("journeys", journey, "name"), words.revision_caption(source, ("journeys", journey["id"])))
    _Writer(sheet, source, grid, layout, columns).write()
    sheet.hide(_FIRST + columns)
    sheet.print_to(_FIRST + columns - 1)


class _Writer:
    """Writes the grid from its header row down."""

    def __init__(self, sheet: Sheet, source: ExportSource, grid: Grid, layout: _Layout, columns: int) -> None:
        self.sheet, self.source, self.grid, self.layout, self.columns = sheet, source, grid, layout, columns
        self.hidden = _FIRST + columns

    def write(self) -> None:
        self._head()
        done = 0
        while done < len(self.grid.rows):
            block = self.grid.lane_rows(done)
            self._lane(block)
            done = block.stop
        self._keep()

    def _head(self) -> None:
        """The hidden row that names the columns, and the header over each phase's columns."""
        sheet, split = self.sheet, self.layout.split
        for i, phase in enumerate(self.grid.phases):
            for part in range(split):
                sheet.page.write_string(sheet.row, self.layout.column(i) + part, phase["id"], sheet.book.style("hidden"))
        sheet.page.write_string(sheet.row, self.hidden, f"{MARK}{self.grid.journey['id']}", sheet.book.style("hidden"))
        sheet.page.set_row(sheet.row, None, None, {"hidden": True})
        sheet.row += 1
        sheet.merge(sheet.row, 0, sheet.row, 1, translate("Export", "Lane / phase"), "head")
        for i in range(len(self.grid.phases)):
            at = self.layout.column(i)
            sheet.merge(sheet.row, at, sheet.row, at + split - 1, phase_words(self.grid, i), "head")
        sheet.page.set_row(sheet.row, 28)
        sheet.row += 1
        sheet.page.freeze_panes(sheet.row, _FIRST)

    def _lane(self, block: range) -> None:
        """A lane with its roles, the names in cells as high as they are."""
        first, top = self.grid.rows[block.start], self.sheet.row
        for index in block:
            start = self.sheet.row
            row = self.grid.rows[index]
            if row.content == "emotion":
                self._points(row)
            elif row.content in (PARKED, FREE):
                self._notes(row, self._spread(self.grid.notes(index, 0)))
            else:
                self._notes(row, self._stacked(index))
            if row.role_name:
                self.sheet.merge(start, 1, self.sheet.row - 1, 1, row.role_name, "label")
        if first.content == "emotion" and self._has_points(block):
            self._chart(len(block), top)
        to = 0 if first.role_name else 1
        self.sheet.merge(top, 0, self.sheet.row - 1, to, first.lane_name, "label")

    def _stacked(self, index: int) -> list[dict[int, Record]]:
        """Lines of notes by column: every phase as deep as its fullest cell."""
        split, lines = self.layout.split, []
        for phase in range(len(self.grid.phases)):
            for at, note in enumerate(self.grid.notes(index, phase)):
                while len(lines) <= at // split:
                    lines.append({})
                lines[at // split][self.layout.column(phase) + at % split] = note
        return lines or [{}]

    def _spread(self, notes: tuple[Record, ...]) -> list[dict[int, Record]]:
        """Lines of notes that belong to no phase, from left to right."""
        return [dict(enumerate(notes[at:at + self.columns], _FIRST)) for at in range(0, len(notes), self.columns)] or [{}]

    def _notes(self, row: GridRow, lines: list[dict[int, Record]]) -> None:
        sheet = self.sheet
        for line in lines:
            texts = {column: note_words(self.source.snapshot, note) for column, note in line.items()}
            for column in range(_FIRST, self.hidden):
                note = line.get(column)
                paper = {"bg_color": paper_of(note)} if note is not None else {}
                sheet.text(sheet.row, column, texts.get(column, ""), "cell", **paper)
            self._key(row, [line[c]["id"] if c in line else "" for c in range(_FIRST, self.hidden)])
            sheet.fit(sheet.row, texts, least=_LEAST)
            sheet.row += 1

    def _points(self, row: GridRow) -> None:
        """One role's curve as figures from −2 to +2."""
        sheet, points = self.sheet, family(self.grid.journey, "emotion")
        sheet.text(sheet.row, 1, row.role_name, "label")
        for i, phase in enumerate(self.grid.phases):
            at, last = self.layout.column(i), self.layout.column(i) + self.layout.split - 1
            form = {"align": "center", "num_format": "+0.0;-0.0;0.0"}
            if last > at:
                sheet.page.merge_range(sheet.row, at, sheet.row, last, "", sheet.book.style("decimal", **form))
            sheet.number(sheet.row, at, points.get(f"{row.role}.{phase['id']}"), "decimal", **form)
        self._key(row, [])
        sheet.page.set_row(sheet.row, _POINT)
        sheet.row += 1

    def _key(self, row: GridRow, ids: list[str]) -> None:
        self.sheet.page.write_string(self.sheet.row, self.hidden, row_key(row, ids), self.sheet.book.style("hidden"))

    def _has_points(self, block: range) -> bool:
        known = {phase["id"] for phase in self.grid.phases}
        there = {tuple(key.split(".", 1)) for key in family(self.grid.journey, "emotion")}
        return any((self.grid.rows[i].role, phase) in there for i in block for phase in known)

    def _chart(self, roles: int, top: int) -> None:
        """The curves below their figures. Names stand as references to their cells: what a user wrote must never become a formula."""
        sheet, last = self.sheet, self.hidden - 1
        chart = sheet.book.file.add_chart({"type": "line"})
        assert chart is not None
        page, head = sheet.page.get_name(), 4
        for offset in range(roles):
            chart.add_series({
                "name": [page, top + offset, 1], "categories": [page, head, _FIRST, head, last],
                "values": [page, top + offset, _FIRST, top + offset, last],
                "marker": {"type": ("circle", "diamond", "x", "square", "triangle")[offset % 5]},
                "line": {"width": 1.75, "dash_type": ("solid", "dash", "round_dot")[offset % 3],
                         "color": ("#1C222B", "#2F4A8C", "#616A76")[offset % 3]},
            })
        chart.set_y_axis({"min": -2, "max": 2, "major_unit": 1, "num_format": "+0;-0;0"})
        chart.set_x_axis({"label_position": "low"})
        chart.set_legend({"position": "top"})
        chart.set_chartarea({"border": {"none": True}})
        chart.show_blanks_as("span")
        sheet.page.set_row(sheet.row, _CURVE)
        sheet.merge(sheet.row, 1, sheet.row, last, "")
        width = sum(sheet.widths[1:]) * 7.2
        chart.set_size({"width": int(width), "height": 195})
        sheet.page.insert_chart(sheet.row, 1, chart, {"x_offset": 4, "y_offset": 3, "object_position": 1})
        sheet.row += 1

    def _keep(self) -> None:
        """What was exported, so that an edited copy is compared with that and not with the board as it is by then."""
        kept, name, grid = self.sheet.book.kept, self.sheet.name, self.grid
        heads = [[phase["id"], phase_words(grid, i), value("phases", phase, "name")] for i, phase in enumerate(grid.phases)]
        lanes = {row.lane: row.lane_name for row in grid.rows if row.content not in (PARKED, FREE)}
        kept.grids.append(["grid", name, grid.journey["id"], value("journeys", grid.journey, "name"), heads, list(lanes.items())])
        for note in self._listed():
            shown, text = note_words(self.source.snapshot, note), value("notes", note, "text")
            said = ["text", text] if text else ["department", value("notes", note, "department")]
            paper = int(value("notes", note, "colour") or 1) if text else None
            kept.grids.append(["note", name, note["id"], shown, *said, *place_of(note), paper])
        points = family(grid.journey, "emotion")
        kept.grids += [["point", name, key, points[key]] for key in sorted(points)]

    def _listed(self) -> Iterator[Record]:
        for notes in self.grid.cells.values():
            yield from notes


def _layout(grid: Grid, snapshot: Snapshot) -> _Layout:
    """The columns with which the page need be shrunk least."""
    tried = [_Layout(split, width) for split in _SPLITS for width in _WIDTHS]
    return max(tried, key=lambda layout: (round(_scale(grid, snapshot, layout), 3), -layout.split, layout.width))


def _scale(grid: Grid, snapshot: Snapshot, layout: _Layout) -> float:
    """How large the sheet can be printed on its page."""
    wide = (_LANE + _ROLE + max(len(grid.phases), 1) * layout.split * layout.width) * _CHARACTER
    tall = 90.0 + sum(_height(grid, snapshot, layout, i) for i in range(len(grid.rows)))
    tall += _CURVE if any(row.content == "emotion" for row in grid.rows) else 0.0
    return min(_PAGE[0] / wide, _PAGE[1] / tall, 1.0)


def _height(grid: Grid, snapshot: Snapshot, layout: _Layout, index: int) -> float:
    if grid.rows[index].content == "emotion":
        return _POINT
    loose = grid.rows[index].content in (PARKED, FREE)
    split = max(len(grid.phases), 1) * layout.split if loose else layout.split
    lines: dict[int, float] = {}
    for phase in range(1 if loose else len(grid.phases)):
        for at, note in enumerate(grid.notes(index, phase)):
            need = wrapped_lines(note_words(snapshot, note), layout.width) * LINE_HEIGHT + 5
            lines[at // split] = max(lines.get(at // split, _LEAST), need)
    return sum(lines.values()) or _LEAST
