"""Large csv: cut into fields by Arrow, every cell as text; broken lines are mended one by one and put back in their place."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fusenapp.tables.grid import Grid, Value
from fusenapp.tables.problems import Problem

if TYPE_CHECKING:
    import pyarrow as pa

_HEAD, _TAIL = 400, 200
_SAMPLE = 1 << 18
_MOST_ODD = 50_000
_SMALL = 256 << 20


@dataclass
class _Odd:
    """A line with another number of fields: its number (from 0) and its text."""

    number: int
    text: str


def read_large(text: str, delimiter: str, name: str, problems: list[Problem]) -> Grid | None:
    """A grid with the first and last rows and all cells in ``Grid.body``; None where the slow way must be gone.

    Args:
        text: the decoded file.
        delimiter: between fields.
        name: of the sheet.
        problems: what was mended is added here.
    """
    if "\n\n" in text or "\r\n\r\n" in text:
        return None  # blank lines count as rows, and Arrow would leave them out
    width = _width(text, delimiter)
    if width < 2:
        return None
    odd: list[_Odd] = []
    table = _parse(text, delimiter, width, odd)
    if table is None or len(odd) > _MOST_ODD:
        return None
    table = _put_back(table, odd, delimiter, width, name, problems)
    return _grid(name, table)


def _width(text: str, delimiter: str) -> int:
    sample = text[:_SAMPLE]
    sample = sample[: sample.rfind("\n") + 1] or sample
    widths = Counter(len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row)
    return max(widths, key=lambda size: widths[size] * (size > 1), default=0)


def _parse(text: str, delimiter: str, width: int, odd: list[_Odd]) -> pa.Table | None:
    import pyarrow as pa
    import pyarrow.csv as reader

    names = [f"c{index}" for index in range(width)]

    def collect(row: Any) -> str:
        odd.append(_Odd(row.number - 1, row.text))
        return "skip"

    try:
        return reader.read_csv(
            pa.BufferReader(text.encode("utf-8", "replace")),
            read_options=reader.ReadOptions(column_names=names, use_threads=False, block_size=1 << 24),
            parse_options=reader.ParseOptions(delimiter=delimiter, newlines_in_values=True, invalid_row_handler=collect),
            convert_options=reader.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), null_values=[""], strings_can_be_null=True
            ),
        )
    except pa.ArrowInvalid:
        return None


def _put_back(table: pa.Table, odd: list[_Odd], delimiter: str, width: int, name: str, problems: list[Problem]) -> pa.Table:
    """Mended lines between their neighbours."""
    import pyarrow as pa

    rows, mended, ragged = [], 0, []
    for line in odd:
        fields = next(csv.reader([line.text], delimiter=delimiter), [])
        if len(fields) == 1 and delimiter in fields[0]:
            fields = next(csv.reader([fields[0]], delimiter=delimiter), fields)
            mended += len(fields) == width
        if len(fields) != width and sum(map(bool, fields)) > 1:
            ragged.append(line.number + 1)
        rows.append([*(field or None for field in fields[:width]), *[None] * (width - len(fields))])
    if mended:
        problems.append(Problem("quoted-lines", name, {"count": mended, "width": width}))
    if ragged:
        problems.append(Problem("ragged-rows", name, {"count": len(ragged), "rows": ragged[:20], "width": width}))
    if not odd:
        return table
    columns = [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]
    return _woven(table, pa.table(columns, names=table.column_names), [line.number for line in odd])


def _woven(table: pa.Table, others: pa.Table, numbers: list[int]) -> pa.Table:
    """Rows of the second table at the numbers where they belong, the first table's rows around them."""
    import pyarrow as pa

    pieces, taken = [], 0
    for position, number in enumerate(numbers):
        if (start := number - position) > taken:
            pieces.append(table.slice(taken, start - taken))
            taken = start
        pieces.append(others.slice(position, 1))
    pieces.append(table.slice(taken))
    together = pa.concat_tables(pieces)
    return together.combine_chunks() if together.nbytes < _SMALL else together  # a thousand pieces are slow to reckon with


def _grid(name: str, table: pa.Table) -> Grid:
    grid = Grid(name, text_source=True, body=table)
    count = table.num_rows
    _fill(grid, table, 0, min(_HEAD, count))
    if count > _HEAD:
        start = max(_HEAD, count - _TAIL)
        _fill(grid, table, start, count - start)
        if start > _HEAD:
            grid.skipped = (_HEAD, start - 1)
    return grid


def _fill(grid: Grid, table: pa.Table, start: int, count: int) -> None:
    columns = [column.to_pylist() for column in table.slice(start, count).columns]
    for offset, row in enumerate(zip(*columns, strict=True)):
        cells: dict[int, Value] = {index: text for index, text in enumerate(row) if text is not None and not text.isspace()}
        if cells:
            grid.rows[start + offset] = cells
