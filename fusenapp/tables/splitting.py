"""Where one block of cells holds more than one table: a new header in the middle, a header above a blank row, forms."""

from __future__ import annotations

import re

from fusenapp.tables import words
from fusenapp.tables.body import Body, Sorter
from fusenapp.tables.cells import HEADING, TEXT, VALUE, YEAR, kind_of
from fusenapp.tables.columns import Span
from fusenapp.tables.dates import month_number
from fusenapp.tables.grid import Grid
from fusenapp.tables.periods import series_of
from fusenapp.tables.regions import Block

_CAP_ROWS = 3
_CAP_GAP = 2
_FORM = re.compile(
    r"宛先|宛名|件名|見積(書)?(日|番号|no\.?)|(作成|発行|提出|更新|出力|印刷|請求|納品|注文|発注)(日|者|部署|元|番号)|作成|部署(名)?|所属|承認(者)?|対象(期間|月|部署)"
    r"|有効期限|支払(条件|期限|方法)|納期|電話(番号)?|tel|fax|e?-?mail|メール(アドレス)?|住所|担当(者|部署)?|会社名|氏名|版(数)?|文書番号|ファイル名|システム名|備考"
)

_ADDRESSED = re.compile(r".+\s*(御中|殿|様)")


def new_header(grid: Grid, spans: list[Span], sorter: Sorter, body: Body, header: list[int], rows: list[int]) -> int | None:
    """The first row in which another table begins: words over columns of values, set off from the rows above.

    Args:
        grid: the sheet.
        spans, sorter, body, header: the table as understood so far.
        rows: its rows below the header.
    """
    if not sorter.values or grid.skipped is not None:
        return None
    for position, row in enumerate(rows[1:-1], start=1):
        if _is_words(grid, spans, row) and _heads_values(grid, spans, sorter, row, rows[position + 1]):
            before = rows[position - 1]
            if before in body.totals or _alone(grid, spans, before) or _dressed(grid, spans, header, row) or _full(grid, spans, row):
                return before if _alone(grid, spans, before) and position > 1 else row
    return None


def _cells(grid: Grid, spans: list[Span], row: int) -> dict[int, object]:
    return {c: value for c, value in grid.rows.get(row, {}).items() if spans[0].left <= c <= spans[-1].right}


def _is_words(grid: Grid, spans: list[Span], row: int) -> bool:
    values = _cells(grid, spans, row).values()
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) < 2 or len(texts) < len(values) or any(len(text) > 30 or words.is_note(text) for text in texts):
        return False
    return len(set(texts)) == len(texts) and all(kind_of(text) in (TEXT, HEADING) for text in texts)


def _heads_values(grid: Grid, spans: list[Span], sorter: Sorter, row: int, after: int) -> bool:
    """Every column of values that has a word here holds a value in the next row."""
    named = [spans[index].left for index in sorter.values if grid.get(row, spans[index].left) is not None]
    if not named or sorter.repeats_header(row):
        return False
    return all(kind_of(grid.shown(after, column)) in (VALUE, YEAR) for column in named)


def _alone(grid: Grid, spans: list[Span], row: int) -> bool:
    cells = _cells(grid, spans, row)
    return len(cells) == 1 and kind_of(next(iter(grid.rows[row].values()))) in (TEXT, HEADING)


def _dressed(grid: Grid, spans: list[Span], header: list[int], row: int) -> bool:
    """Looks like the header above and not like a row of data."""
    if not header or not grid.styles:
        return False
    column = next(iter(_cells(grid, spans, row)))
    own, head = grid.style(row, column), grid.style(header[-1], column)
    return (own.bold and head.bold) or (own.filled and head.filled)


def _full(grid: Grid, spans: list[Span], row: int) -> bool:
    return len(spans) >= 3 and len(_cells(grid, spans, row)) == len(spans)


def side_by_side(grid: Grid, block: Block, header: list[int], rows: list[int]) -> list[Block]:
    """Tables that touch: the same headings again and again, and every time a column of words below the first of them.

    Args:
        grid: the sheet.
        block: the area.
        header: its header rows; stacked ones group columns of one table, so they are never cut.
        rows: its rows with cells.

    Returns:
        the blocks from left to right; none where the block is one table.
    """
    if len(header) != 1 or grid.text_source or grid.skipped is not None:
        return []
    names = [grid.get(header[0], column) for column in range(block.left, block.right + 1)]
    headings = [words.normal(name) if isinstance(name, str) else "" for name in names]
    width = headings.index(headings[0], 1) if headings[0] in headings[1:] else 0
    if width < 2 or len(headings) % width or headings != headings[:width] * (len(headings) // width) or "" in headings:
        return []
    if len(set(headings[:width])) < width or series_of(headings[0]) is not None or month_number(headings[0]) is not None:
        return []
    parts = [_part(grid, block, left, width, rows) for left in range(block.left, block.right + 1, width)]
    labels = {tuple(grid.get(row, part.left) for row in rows) for part in parts}  # the same words beside each other are one table
    return parts if len(labels) == len(parts) and all(_has_labels(grid, part, header[0]) for part in parts) else []


def _part(grid: Grid, block: Block, left: int, width: int, rows: list[int]) -> Block:
    columns = range(left, left + width)
    filled = [row for row in rows if any(grid.get(row, column) is not None for column in columns)]
    return Block(filled[0], left, filled[-1], left + width - 1)


def _has_labels(grid: Grid, part: Block, header: int) -> bool:
    """The first column holds words wherever the part has a row."""
    rows = range(header + 1, min(part.bottom, header + 200) + 1)
    labels = [grid.get(row, part.left) for row in rows]
    told = [label for label in labels if kind_of(label) == TEXT]
    return len(told) >= max(2, 0.8 * len(labels)) and sum(series_of(str(label)) is not None for label in told) < 0.4 * len(told)


def is_cap(grid: Grid, block: Block) -> bool:
    """A few rows of words alone, the last of them with several: a header that a blank row parts from its data."""
    if block.bottom - block.top >= _CAP_ROWS or block.bottom not in grid.rows:
        return False
    rows = range(block.top, block.bottom + 1)
    cells = [value for row in rows for column, value in grid.rows.get(row, {}).items() if block.left <= column <= block.right]
    last = [column for column in grid.rows[block.bottom] if block.left <= column <= block.right]
    return len(last) >= 2 and all(isinstance(value, str) and kind_of(value) in (TEXT, HEADING) for value in cells)


def under_cap(cap: Block, block: Block) -> Block | None:
    """The block with its header, if it lies right below it and under the same columns."""
    if not 0 < block.top - cap.bottom - 1 <= _CAP_GAP or block.left > cap.right or block.right < cap.left:
        return None
    if abs(block.left - cap.left) > 1 or abs(block.right - cap.right) > 1:
        return None
    return Block(cap.top, min(cap.left, block.left), block.bottom, max(cap.right, block.right))


def is_form(grid: Grid, spans: list[Span], rows: list[int]) -> bool:
    """``宛先 | 株式会社A``, ``件名 | …`` below each other: labels with their entries, no table."""
    if len(spans) > 2:
        return len(rows) <= 12 and _paired(grid, spans, rows)
    if len(rows) > 30:
        return False
    labels = [words.normal(str(grid.get(row, spans[0].left) or "")) for row in rows]
    told = [label for label in labels if label]
    hits = sum(bool(_FORM.fullmatch(label.rstrip(":"))) or label.endswith(":") for label in told)
    return bool(told) and hits >= max(1, 0.5 * len(told)) and bool(_FORM.fullmatch(labels[0].rstrip(":")) or labels[0].endswith(":"))


def _paired(grid: Grid, spans: list[Span], rows: list[int]) -> bool:
    """``件名 | … | 発行日 | …``: labels and their entries beside each other, row by row; an addressee above them counts too."""
    hits = [sum(_is_label(value) for value in _cells(grid, spans, row).values()) for row in rows]
    addressed = any(_ADDRESSED.fullmatch(str(value).strip()) for value in _cells(grid, spans, rows[0]).values())
    cells = sum(len(_cells(grid, spans, row)) for row in rows)
    return sum(hits[1:]) + addressed >= 2 and sum(hits) >= 0.3 * cells and sum(hit > 0 for hit in hits[1:]) >= 0.5 * len(hits[1:])


def _is_label(value: object) -> bool:
    return isinstance(value, str) and bool(_FORM.fullmatch(words.normal(value).rstrip(":")))
