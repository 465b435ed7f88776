"""The tables of a sheet: where each begins and ends, what its columns are called, what was set apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from fusenapp.tables import words
from fusenapp.tables.body import Body, Sorter
from fusenapp.tables.cells import VALUE, kind_of, text_of
from fusenapp.tables.columns import Span, spans_of
from fusenapp.tables.grid import Area, Grid, Named
from fusenapp.tables.headers import Header, find_header
from fusenapp.tables.regions import Block, Occupancy, blocks
from fusenapp.tables.splitting import is_cap, is_form, new_header, side_by_side, under_cap
from fusenapp.tables.surroundings import Around, around

_GAP = 4
_LEAST = 3
"""Rows of the smallest table above another: a header and two rows."""
_CONTENTS = ("目次", "もくじ", "contents", "index")
_COVERS = ("表紙", "cover", "はじめに", "readme", "使い方", "凡例", "注意事項", "説明")


@dataclass
class Layout:
    """One table on a sheet, rows and columns counted from 0.

    Attributes:
        header: rows of the header, top to bottom.
        spans: the columns.
        body: the rows by part.
        around: title, unit and as-of.
        bottom: last row of the block the table lies in.
        certain: the file itself says where the table is.
    """

    header: list[int]
    spans: list[Span]
    body: Body
    around: Around = field(default_factory=Around)
    bottom: int = 0
    certain: bool = False
    sorter: Sorter | None = None
    headings: dict[int, str] = field(default_factory=dict)

    @property
    def top(self) -> int:
        """First row: of the header, or of the data where there is none."""
        return self.header[0] if self.header else self.body.rows[0]

    @property
    def area(self) -> Area:
        """From the first header row to the last data row."""
        return self.top, self.spans[0].left, self.body.rows[-1], self.spans[-1].right

    @property
    def header_key(self) -> tuple[str, ...]:
        """The names, normalised: tables with the same key have the same schema."""
        return tuple(words.normal(span.name) for span in self.spans)


@dataclass
class SheetLayout:
    """What a sheet holds: its tables and its kind (``table cover notes empty``)."""

    kind: str
    tables: list[Layout]


def understand(grid: Grid) -> SheetLayout:
    """Find the tables of a sheet."""
    if not grid.rows:
        return SheetLayout("empty", [])
    named = [layout for table in grid.named if (layout := _from_named(grid, table))]
    taken = [table.area for table in grid.named]
    tables = _merge_alike(_from_blocks(grid, taken), grid)
    tables = sorted([*named, *tables], key=lambda table: (table.top, table.spans[0].left))
    tables = _weeded(grid, tables)
    _look_around(grid, tables)
    return SheetLayout(_kind(grid, tables), tables)


def _from_named(grid: Grid, table: Named) -> Layout | None:
    top, left, bottom, right = table.area
    header = list(range(top, top + table.header_rows))
    last = bottom - table.total_rows
    rows = [row for row in sorted(grid.rows) if top + table.header_rows <= row <= last]
    if not rows:
        return None
    block = Block(top, left, bottom, right)
    levels = {
        column: [text_of(grid, row, column) for row in header if text_of(grid, row, column)] for column in range(left, right + 1)
    }
    spans = spans_of(grid, block, Header(header, top + len(header), levels), rows)
    totals = list(range(last + 1, bottom + 1))
    return Layout(header, spans, Body(rows, totals, closed=True), Around(table.name), bottom, certain=True) if spans else None


def _from_blocks(grid: Grid, taken: list[Area]) -> list[Layout]:
    occupancy = Occupancy(grid, taken)
    found: list[Layout] = []
    caps: list[Block] = []
    for block in blocks(grid, taken):
        previous = next((table for table in reversed(found) if _is_below(block, table)), None)
        if previous is not None and _continues(grid, block, previous, occupancy):
            continue
        layouts = _from_block(grid, block, occupancy)
        if not layouts or not layouts[0].header:
            layouts = _with_cap(grid, block, occupancy, caps) or layouts
        if not layouts and is_cap(grid, block):
            caps.append(block)
        found += layouts
    return found


def _with_cap(grid: Grid, block: Block, occupancy: Occupancy, caps: list[Block]) -> list[Layout]:
    """The tables of a block whose header stands above a blank row."""
    whole = next((joined for cap in reversed(caps) if (joined := under_cap(cap, block))), None)
    layouts = _from_block(grid, whole, occupancy) if whole is not None else []
    return layouts if layouts and layouts[0].header and layouts[0].header[-1] < block.top else []


def _is_below(block: Block, table: Layout) -> bool:
    left, right = table.spans[0].left, table.spans[-1].right
    return 0 < block.top - table.bottom <= _GAP and block.left >= left and block.right <= right


def _from_block(grid: Grid, block: Block, occupancy: Occupancy) -> list[Layout]:
    """The tables of a block: mostly one, or several where a new header begins without a blank row before it."""
    rows = [row for row in occupancy.rows_between(block.top, block.bottom) if row in grid.rows]
    rows = [row for row in rows if any(block.left <= column <= block.right for column in grid.rows[row])]
    if not rows or (len(rows) < 2 and not grid.text_source):
        return []
    header = find_header(grid, block, rows) if len(rows) > 1 else Header([], rows[0], score=-1)
    if header.score <= 0 and not (grid.text_source and len(rows) > 0.6 * len(grid.rows)):
        return []
    before = _before_header(grid, block, header, rows, occupancy)
    if before:
        return [*before, *_from_block(grid, Block(header.rows[0], block.left, block.bottom, block.right), occupancy)]
    beside = [_from_block(grid, part, occupancy) for part in side_by_side(grid, block, header.rows, rows)]
    if beside and all(beside):
        return [layout for layouts in beside for layout in layouts]
    after = [row for row in rows if row >= header.body]
    layout = _assemble(grid, block, header, after)
    if layout is None or layout.sorter is None:
        return []
    cut = new_header(grid, layout.spans, layout.sorter, layout.body, layout.header, after)
    if cut is not None:
        first = _assemble(grid, Block(block.top, block.left, cut - 1, block.right), header, [row for row in after if row < cut])
        rest = _from_block(grid, Block(cut, block.left, block.bottom, block.right), occupancy)
        if first is not None and rest:
            return [*([first] if _credible(grid, first) else []), *rest]
    return [layout] if _credible(grid, layout) else []


def _before_header(grid: Grid, block: Block, header: Header, rows: list[int], occupancy: Occupancy) -> list[Layout]:
    """A whole table right above the header, with a header and values of its own: else its rows would be lost."""
    above = [row for row in rows if header.rows and row < header.rows[0]]
    if len(above) < _LEAST or grid.skipped is not None:
        return []
    found = _from_block(grid, Block(block.top, block.left, above[-1], block.right), occupancy)
    solid = [table for table in found if table.header and table.sorter is not None and table.sorter.values]
    return solid if solid and all(len(table.body.rows) > 1 for table in solid) else []


def _assemble(grid: Grid, block: Block, header: Header, after: list[int]) -> Layout | None:
    spans = spans_of(grid, block, header, after)
    if not spans or not after:
        return None
    texts = (
        {words.normal(text_of(grid, header.rows[-1], column)) for column in range(block.left, block.right + 1)}
        if header.rows
        else set()
    )
    sorter = Sorter(grid, spans, after, texts - {""})
    body = sorter.sort(after)
    if not body.rows:
        return None
    body_spans = spans_of(grid, block, header, body.rows) if body.notes or body.recaps else spans
    return Layout(header.rows, body_spans or spans, body, bottom=block.bottom, sorter=sorter)


def _credible(grid: Grid, layout: Layout) -> bool:
    """A table has columns that are filled evenly; a form or a few scattered words have not."""
    if grid.text_source and (len(layout.spans) > 1 or len(layout.body.rows) >= 0.6 * len(grid.rows) - 1):
        return True
    if is_form(grid, layout.spans, [*layout.header, *layout.body.rows]):
        return False
    if len(layout.spans) < 2:
        return (
            bool(layout.header)
            and len(layout.body.rows) >= 3
            and not words.is_note(layout.spans[0].name)
            and _alone(grid, layout)
        )
    rows = layout.body.rows[:60]
    fills = sorted(_fill(grid, layout, row) for row in rows)
    middle = fills[len(fills) // 2]
    values = layout.sorter.values if layout.sorter else []
    if not values:
        enough = len(rows) >= 3 or (len(rows) >= 1 and _stands_out(grid, layout))
        return enough and middle >= max(2, 0.5 * len(layout.spans))
    if len(layout.spans) == 2 and len(rows) == 1 and not layout.body.totals and not _stands_out(grid, layout):
        return False
    return middle >= 2 or (len(rows) >= 3 and len(layout.spans) >= 2 and bool(layout.header))


def _alone(grid: Grid, layout: Layout) -> bool:
    """A single column is a list only where the sheet has little else."""
    others = [row for row in grid.rows if not layout.top <= row <= layout.bottom]
    return len(others) <= 3 and len(layout.body.rows) > len(others)


def _stands_out(grid: Grid, layout: Layout) -> bool:
    """The header is bold or filled and the first data row is not."""
    if not layout.header:
        return False
    head, first = layout.header[-1], layout.body.rows[0]
    looks = [(grid.style(head, span.left), grid.style(first, span.left)) for span in layout.spans]
    return sum((a.bold and not b.bold) or (a.filled and not b.filled) for a, b in looks) > len(looks) / 2


def _fill(grid: Grid, layout: Layout, row: int) -> int:
    cells = grid.rows.get(row, {})
    return sum(any(column in cells for column in range(span.left, span.right + 1)) for span in layout.spans)


def _continues(grid: Grid, block: Block, table: Layout, occupancy: Occupancy) -> bool:
    """Rows after a gap belong to the table above if they are its total, its notes or more of the same."""
    rows = [row for row in occupancy.rows_between(block.top, block.bottom) if row in grid.rows]
    sorter = table.sorter
    if sorter is None or not rows:
        return False
    part = sorter.sort(rows)
    if part.totals and part.totals[0] == rows[0] and len(rows) == 1:
        table.body.totals += part.totals
        table.body.closed = table.body.closed or part.closed
        table.bottom = block.bottom
        return True
    after_heading = rows[1:] if len(rows) > 1 and rows[0] not in part.rows and part.sections.get(rows[1]) else rows
    if table.body.closed or not part.rows or not _alike(grid, after_heading, table, sorter):
        return False
    _append(table, part, block.bottom)
    return True


def _alike(grid: Grid, rows: list[int], table: Layout, sorter: Sorter) -> bool:
    """The first row has values in the columns of values, and no words there."""
    first = table.body.rows[-1]
    kinds = [kind_of(grid.shown(rows[0], table.spans[index].left)) for index in sorter.values if index < len(table.spans)]
    if not kinds or VALUE not in kinds or any(kind == "t" for kind in kinds):
        return False
    return _fill(grid, table, rows[0]) >= 0.5 * _fill(grid, table, first)


def _append(table: Layout, part: Body, bottom: int) -> None:
    body = table.body
    body.rows += part.rows
    body.totals += part.totals
    body.proven |= part.proven
    body.recaps += part.recaps
    body.notes += part.notes
    body.sections.update(part.sections)
    body.closed = part.closed
    table.bottom = bottom


def _merge_alike(tables: list[Layout], grid: Grid) -> list[Layout]:
    """Stacked blocks with the same header, each under a ``■`` heading, are one table with sections."""
    result: list[Layout] = []
    for table in tables:
        heading = _heading_above(grid, table)
        before = result[-1] if result else None
        if before is not None and heading and before.headings and _same_place(before, table):
            _append(before, table.body, table.bottom)
            before.headings.update(dict.fromkeys(table.body.rows, heading))
            continue
        if heading:
            table.headings = dict.fromkeys(table.body.rows, heading)
        result.append(table)
    return result


def _same_place(a: Layout, b: Layout) -> bool:
    return a.header_key == b.header_key and a.spans[0].left == b.spans[0].left and 0 < b.top - a.bottom <= _GAP + 2


def _heading_above(grid: Grid, table: Layout) -> str:
    """``■営業部`` right above the header, alone in its row."""
    if not table.header:
        return ""
    cells = grid.rows.get(table.top - 1, {})
    left, right = table.spans[0].left, table.spans[-1].right
    inside = [value for column, value in cells.items() if left <= column <= right]
    if len(inside) != 1 or not isinstance(inside[0], str) or inside[0].strip()[:1] not in tuple("■□◆◇●▼▶◎【"):
        return ""
    return words.clean(inside[0]).strip("■□◆◇●▼▶◎【】 ")


def _weeded(grid: Grid, tables: list[Layout]) -> list[Layout]:
    """Pages of contents and covers are no tables."""
    title = words.normal(grid.name)
    first = [words.normal(value) for row in sorted(grid.rows)[:3] for value in grid.rows[row].values() if isinstance(value, str)]
    contents = title in _CONTENTS or any(text in _CONTENTS for text in first)
    if grid.text_source and any(len(table.spans) > 1 for table in tables):
        tables = [table for table in tables if len(table.spans) > 1]  # what follows the table in a file are remarks
    return [table for table in tables if table.certain] if contents else tables


def _look_around(grid: Grid, tables: list[Layout]) -> None:
    """Title, unit and as-of of each table from the rows between it and the table above it."""
    for table in tables:
        left, right = table.spans[0].left, table.spans[-1].right
        floor = max(
            (other.bottom + 1 for other in tables if other.bottom < table.top and _overlaps(other, left, right)), default=0
        )
        found = around(grid, table.top, left, _room(tables, table), floor)
        common = around(grid, min(other.top for other in tables), left, right, 0) if floor else found
        title = table.around.title or found.title or common.title
        table.around = Around(title, found.unit or common.unit, found.as_of or common.as_of, found.heading)


def _room(tables: list[Layout], table: Layout) -> int:
    """The last column that can belong to the surroundings of a table with others beside it."""
    right = table.spans[-1].right
    beside = [other.spans[0].left for other in tables if other is not table and other.spans[0].left > right]
    return min([right, *(left - 7 for left in beside)]) if beside else right


def _overlaps(other: Layout, left: int, right: int) -> bool:
    return other.spans[0].left <= right and other.spans[-1].right >= left


def _kind(grid: Grid, tables: list[Layout]) -> str:
    if tables:
        return "table"
    cells = sum(len(row) for row in grid.rows.values())
    named = any(word in words.normal(grid.name) for word in _COVERS)
    return "cover" if cells <= 6 or (named and cells <= 60) else "notes"
