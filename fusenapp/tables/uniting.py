"""Tables of one schema, one per month or per branch, put together: a column says where each row is from, every cell keeps its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from fusenapp.tables import words
from fusenapp.tables.book import TableLayout
from fusenapp.tables.copies import originals
from fusenapp.tables.dataset import Column, Dataset
from fusenapp.tables.dates import month_number
from fusenapp.tables.kpi_labels import DEPARTMENTS
from fusenapp.tables.periods import is_month_key, month_in
from fusenapp.tables.places import area, parse_area, place
from fusenapp.tables.problems import Problem
from fusenapp.tables.recipes import fingerprint_of

if TYPE_CHECKING:
    import pyarrow as pa

MOST_ROWS = 300_000
"""Larger tables are not put together: the rows would be held twice."""
DRIFT, COPY, HIDDEN = "united-column-missing", "united-copy", "united-hidden"
"""Codes of the problems that a part lacks columns of the others, that a copy was left out, that a hidden sheet is among the parts."""
TOLD = frozenset({DRIFT, COPY, HIDDEN})
_ALIKE = 0.8
_MONTH, _SHEET, _DEPARTMENT, _TABLE = "月", "シート", "部門", "表"
_MONTH_WORDS = re.compile(r"((19|20)\d{2}\s*[年./-]\s*)?(1[0-2]|0?[1-9])\s*月(度|分)?|(19|20)\d{2}\s*[./-]\s*(1[0-2]|0?[1-9])(?!\d)")


@dataclass(frozen=True)
class Part:
    """One table that may be put together with others: how it lies, its rows, whether its year is a fiscal year and its sheet shown."""

    layout: TableLayout
    dataset: Dataset
    fiscal: bool = True
    visible: bool = True

    @property
    def names(self) -> frozenset[str]:
        """The names of the columns, normalised."""
        return frozenset(words.normal(name) for name in self.dataset.names)


def is_united(table_id: str) -> bool:
    """The id of tables put together, ``"4月:9月!A3:E20"``: no sheet of a workbook may have a colon in its name."""
    return ":" in table_id.rpartition("!")[0]


def united(parts: Sequence[Part]) -> Iterator[tuple[TableLayout, Dataset]]:
    """The tables that have the same schema, put together.

    Args:
        parts: all tables of a workbook in reading order.

    Yields:
        one layout and dataset for each schema that several tables have; its id spans the first and the last sheet.
    """
    for every in _groups(parts):
        group, copies = originals(every)
        if len(group) > 1 and sum(len(part.dataset) for part in group) <= MOST_ROWS:
            layout, dataset = _unite(group)
            told = (*dataset.problems, *map(_copy, copies), *(_hidden(part) for part in group if not part.visible))
            yield layout, replace(dataset, problems=told)


def _groups(parts: Sequence[Part]) -> list[list[Part]]:
    found: list[list[Part]] = []
    for part in map(_without_month, parts):
        group = next((group for group in found if _fits(group[0], part)), None)
        if group is None:
            found.append([part])
        else:
            group.append(part)
    return [group for group in found if len(group) > 1 and _told_apart(group)]


def _without_month(part: Part) -> Part:
    """``4月目標`` on the sheet of April is called ``目標``, as it is on the sheets of the other months."""
    month = _month(part)
    number = int(month[5:]) if is_month_key(month) else month_number(month)
    if number is None:
        return part
    own = re.compile(rf"((19|20)\d{{2}}\s*年\s*)?(?<!\d)0?{number}\s*月(度|分)?の?")
    names = {name: own.sub("", unicodedata.normalize("NFKC", name)).strip() for name in part.dataset.names}
    names = {name: plain for name, plain in names.items() if plain and own.search(unicodedata.normalize("NFKC", name))}
    if not names or len({names.get(name, name) for name in part.dataset.names}) < len(part.dataset.names):
        return part
    return replace(part, dataset=part.dataset.rename(names))


def _fits(first: Part, part: Part) -> bool:
    """The same names; with a month each, a few columns may have come or gone."""
    a, b = first.names, part.names
    if len(a) < 2 or not first.layout.header_rows or not part.layout.header_rows:
        return False
    return a == b or (min(len(a), len(b)) >= 3 and len(a & b) >= _ALIKE * len(a | b) and bool(_month(first) and _month(part)))


def _told_apart(group: Sequence[Part]) -> bool:
    """Their sheets differ, or their titles do."""
    sheets = [part.dataset.sheets[0] for part in group]
    titles = [part.dataset.title for part in group]
    return len(set(sheets)) == len(group) or (len(set(titles)) == len(group) and all(titles))


def _month(part: Part) -> str:
    """``"2026-04"``, or ``"4月"`` where no year is known; empty where neither sheet nor title is about one month."""
    sheet, title = part.dataset.sheets[0], part.dataset.title
    for text in (sheet, title):
        if is_month_key(found := month_in(text, None)):
            return found
    number = next((number for text in (sheet, title) if (number := _month_only(text)) is not None), None)
    if number is None:
        return ""
    year = part.dataset.year
    return f"{number}月" if year is None else f"{year + (part.fiscal and number < 4)}-{number:02d}"


def _month_only(text: str) -> int | None:
    """The one month named in a text: ``4月``, ``4月分リード``, ``リード（4月）``."""
    number = month_number(text)
    found = {int(match[3]) for match in _MONTH_WORDS.finditer(unicodedata.normalize("NFKC", text)) if match[3]}
    return number if number is not None else found.pop() if len(found) == 1 else None


def _marks(group: Sequence[Part]) -> tuple[str, str, list[str]]:
    """(name, type, values) of the column that tells the parts apart."""
    months = [_month(part) for part in group]
    if all(months) and len(set(months)) == len(months):
        return _MONTH, "month" if all(is_month_key(month) for month in months) else "text", months
    sheets = [part.dataset.sheets[0] for part in group]
    if len(set(sheets)) < len(sheets):
        return _TABLE, "text", [part.dataset.title for part in group]
    return (_DEPARTMENT if all(DEPARTMENTS.search(sheet) for sheet in sheets) else _SHEET), "text", sheets


def _unite(group: Sequence[Part]) -> tuple[TableLayout, Dataset]:
    name, kind, marks = _marks(group)
    names = _all_names(group)
    columns = [_joined(group, each) for each in names]
    name = name if words.normal(name) not in {words.normal(each) for each in names} else f"{name}（{_SHEET}）"
    dataset = _dataset(group, [_mark_column(group, name, kind, marks), *columns])
    return _layout(group, dataset), dataset


def _all_names(group: Sequence[Part]) -> list[str]:
    seen: dict[str, str] = {}
    for part in group:
        for name in part.dataset.names:
            seen.setdefault(words.normal(name), name)
    return list(seen.values())


def _mark_column(group: Sequence[Part], name: str, kind: str, marks: Sequence[str]) -> tuple[Column, pa.ChunkedArray]:
    import pyarrow as pa

    chunks = [pa.array([mark] * len(part.dataset), pa.string()) for part, mark in zip(group, marks, strict=True)]
    return Column(name, "", kind), pa.chunked_array(chunks, pa.string())


def _joined(group: Sequence[Part], name: str) -> tuple[Column, pa.ChunkedArray]:
    """One column of all parts; parts without it are missing there, and where types differ all of it is text."""
    import pyarrow as pa

    found = [_index(part.dataset, name) for part in group]
    held = [(p.dataset, p.dataset.columns[i]) for p, i in zip(group, found, strict=True) if i is not None]
    told = [column for dataset, column in held if column.missing < len(dataset)] or [column for _, column in held]
    kind = _common_type([column.type for column in told])
    unit = told[0].unit if len({column.unit for column in told}) == 1 else ""
    target = _arrow_type(group, found, kind)
    chunks = [
        pa.nulls(len(part.dataset), target) if index is None else _cast(part.dataset.values(index), target, kind)
        for part, index in zip(group, found, strict=True)
    ]
    array = pa.chunked_array([piece for chunk in chunks for piece in _pieces(chunk)], target)
    letters = ["" if index is None else part.dataset.columns[index].letter for part, index in zip(group, found, strict=True)]
    return Column(name, letters[0] if len(set(letters)) == 1 else ",".join(letters), kind, unit, array.null_count), array


def _index(dataset: Dataset, name: str) -> int | None:
    wanted = words.normal(name)
    return next((index for index, each in enumerate(dataset.names) if words.normal(each) == wanted), None)


def _common_type(types: Sequence[str]) -> str:
    kinds = set(types)
    if len(kinds) == 1:
        return kinds.pop()
    return "number" if kinds <= {"integer", "number"} else "text"


def _arrow_type(group: Sequence[Part], found: Sequence[int | None], kind: str) -> pa.DataType:
    import pyarrow as pa

    from fusenapp.tables.arrow import arrow_type

    own = {part.dataset.values(i).type for part, i in zip(group, found, strict=True) if i is not None and part.dataset.columns[i].type == kind}
    return own.pop() if len(own) == 1 else arrow_type(kind) if kind != "money" else pa.float64()


def _cast(values: pa.ChunkedArray, target: pa.DataType, kind: str) -> pa.ChunkedArray | pa.Array:
    import pyarrow as pa

    if values.type == target:
        return values
    if values.null_count == len(values):
        return pa.nulls(len(values), target)
    if kind != "text":
        return values.cast(target)
    return pa.array([None if value is None else _plain(value) for value in values.to_pylist()], pa.string())


def _plain(value: Any) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _pieces(array: pa.ChunkedArray | pa.Array) -> list[pa.Array]:
    import pyarrow as pa

    return list(array.chunks) if isinstance(array, pa.ChunkedArray) else [array]


def _dataset(group: Sequence[Part], columns: Sequence[tuple[Column, pa.ChunkedArray]]) -> Dataset:
    import numpy as np
    import pyarrow as pa

    names = [column.name for column, _ in columns]
    first = group[0].dataset
    return replace(
        first,
        columns=tuple(column for column, _ in columns),
        table=pa.table([array for _, array in columns], names=names),
        rows=np.concatenate([part.dataset.rows for part in group]),
        sheets=tuple(part.dataset.sheets[0] for part in group),
        sheet_of=np.repeat(np.arange(len(group), dtype=np.int32), [len(part.dataset) for part in group]),
        problems=(*(problem for part in group for problem in part.dataset.problems), *_drift(group)),
        as_of=max((part.dataset.as_of for part in group if part.dataset.as_of), default=None),
        title=_common_title(group),
        unit=first.unit if len({part.dataset.unit for part in group}) == 1 else "",
        year=first.year if len({part.dataset.year for part in group}) == 1 else None,
        table_id=_identifier(group),
    )


def _drift(group: Sequence[Part]) -> Iterator[Problem]:
    """Columns that some of the parts do not have."""
    every = _all_names(group)
    for part in group:
        gone = [name for name in every if words.normal(name) not in part.names]
        if gone:
            yield Problem(DRIFT, place(part.dataset.sheets[0]), {"columns": ", ".join(gone[:10]), "count": len(gone)})


def _copy(found: tuple[Part, Part]) -> Problem:
    part, original = found
    return Problem(COPY, place(part.dataset.sheets[0]), {"rows": len(part.dataset), "original": original.dataset.sheets[0]})


def _hidden(part: Part) -> Problem:
    return Problem(HIDDEN, place(part.dataset.sheets[0]), {"rows": len(part.dataset)})


def _common_title(group: Sequence[Part]) -> str:
    """The title, if it is the same but for the month; else none."""
    titles = [part.dataset.title for part in group]
    if len(set(titles)) == 1:
        return titles[0]
    plain = {" ".join(_MONTH_WORDS.sub("", unicodedata.normalize("NFKC", title)).split()).strip(" ()_-・") for title in titles}
    return plain.pop() if len(plain) == 1 else ""


def _identifier(group: Sequence[Part]) -> str:
    first, last = group[0], group[-1]
    corners = [parse_area(part.layout.range) or (0, 0, 0, 0) for part in group]
    tops, lefts, bottoms, rights = zip(*corners, strict=True)
    return f"{first.dataset.sheets[0]}:{last.dataset.sheets[0]}!{area(min(tops), min(lefts), max(bottoms), max(rights))}"


def _layout(group: Sequence[Part], dataset: Dataset) -> TableLayout:
    first = group[0].layout
    return replace(
        first,
        id=dataset.table_id,
        range=dataset.table_id.rpartition("!")[2],
        title=dataset.title,
        unit=dataset.unit,
        columns=dataset.columns,
        rows=len(dataset),
        as_of=dataset.as_of,
        year=dataset.year,
        fingerprint=fingerprint_of("", dataset.names),
        members=tuple(part.layout.id for part in group),
    )
