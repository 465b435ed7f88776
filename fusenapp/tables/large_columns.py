"""One Arrow column → its type: uniform numbers and dates as they are, everything else on its distinct values."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fusenapp.tables import words
from fusenapp.tables.arrow import arrow_array, arrow_type, compute
from fusenapp.tables.build import Context
from fusenapp.tables.column_kinds import Wish
from fusenapp.tables.column_types import Typed, type_column
from fusenapp.tables.columns import Span
from fusenapp.tables.evidence import Raw
from fusenapp.tables.formats import GENERAL, Meaning
from fusenapp.tables.grid import Grid
from fusenapp.tables.layout import Layout
from fusenapp.tables.recipes import Recipe
from fusenapp.tables.serials import from_serial

if TYPE_CHECKING:
    import pyarrow as pa

_FEW = 20_000
_SAMPLE = 1_500
_MARK_HINT = r"^(\W*|[^a-z0-9]{0,2}(n/?a|n\.a\.|null|blank|select)[^a-z0-9]{0,2}|[\sー一]+|選択してください|.?空白.?)$"
_EPOCH = dt.date(1970, 1, 1)
_EXCEL_EPOCH = (dt.date(1899, 12, 30) - _EPOCH).days

Doubt = tuple[list[int], list[str], int]
"""Positions of the first rows, some of the texts, number of rows."""


@dataclass
class Settled:
    """A typed column: type, unit, values, and what is doubtful about it by code."""

    type: str
    unit: str
    array: pa.Array
    doubts: dict[str, Doubt] = field(default_factory=dict)


def settle(span: Span, array: pa.Array, grid: Grid, layout: Layout, recipe: Recipe, context: Context) -> Settled:
    """Type one column.

    Args:
        span: where it lies and what it is called.
        array: the cells as the fast reader gives them.
        grid: the first and last rows, for the number formats.
        layout: the table.
        recipe: what the user has settled.
        context: what the workbook says.
    """
    import pyarrow as pa

    settled = recipe.column(span.name)
    wish = Wish(settled.type, settled.unit, recipe.year or context.year, context.fiscal)
    looks = _looks(span, grid, layout)
    if pa.types.is_timestamp(array.type) or pa.types.is_date(array.type):
        done = _moments(array, wish, looks)
    elif pa.types.is_floating(array.type) or pa.types.is_integer(array.type):
        done = _numbers(span, array, wish, looks)
    elif pa.types.is_boolean(array.type) and wish.type in (None, "boolean"):
        done = Settled("boolean", "", array)
    else:
        done = None
    return done or _distinct(span, _as_text(array), wish, looks, grid.text_source)


def _looks(span: Span, grid: Grid, layout: Layout) -> Meaning:
    """What the formats of the column's first and last cells say most often."""
    rows = [row for row in layout.body.rows[:200] if grid.get(row, span.left) is not None]
    counts = Counter(grid.meaning(row, span.left) for row in rows)
    return counts.most_common(1)[0][0] if counts else GENERAL


def _moments(array: pa.Array, wish: Wish, looks: Meaning) -> Settled | None:
    """Dates; months where the format shows no day. Times of day are left out and told."""
    import pyarrow as pa

    pc = compute()

    if wish.type not in (None, "date", "month"):
        return None
    days = array.cast(pa.date32(), safe=False)
    if wish.type == "month" or (wish.type is None and looks.kind == "month"):
        return Settled("month", "", pc.strftime(days, "%Y-%m"))
    if looks.kind == "time":
        return Settled("text", "", pc.strftime(array, "%H:%M"))
    settled = Settled("date", "", days)
    if pa.types.is_timestamp(array.type):
        timed = pc.not_equal(days.cast(array.type), array)
        count = pc.sum(timed).as_py() or 0
        if count:
            positions = pc.indices_nonzero(timed.fill_null(False)).slice(0, 20).to_pylist()
            settled.doubts["times-dropped"] = (positions, [str(array[position].as_py()) for position in positions[:5]], count)
    return settled


def _numbers(span: Span, array: pa.Array, wish: Wish, looks: Meaning) -> Settled | None:
    import pyarrow as pa

    pc = compute()

    if _reckons(looks):
        return None
    if looks.kind in ("date", "month") and wish.type in (None, "date", "month"):
        days = pc.add(pc.floor(array).cast(pa.int32()), pa.scalar(_EXCEL_EPOCH, pa.int32())).cast(pa.date32())
        return _moments(days, wish, looks)
    unit = wish.unit if wish.unit is not None else span.unit or looks.unit
    kind = wish.type or _number_kind(array, unit, looks)
    if kind not in ("integer", "number", "percent", "money") or (kind == "integer" and not _is_whole(array)):
        return None
    if kind == "percent":
        points = unit in ("%", "％") and looks.kind != "percent"
        values = array.cast(pa.float64())
        return Settled("percent", "%", pc.divide(values, pa.scalar(100.0)) if points else values)
    target = arrow_type(kind, whole=kind == "money" and _is_whole(array))
    return Settled(kind, unit, array.cast(target))


def _number_kind(array: pa.Array, unit: str, looks: Meaning) -> str:
    if looks.kind == "percent" or unit in ("%", "％"):
        return "percent"
    if looks.kind == "money" or unit in words.MONEY_UNITS:
        return "money"
    return "integer" if _is_whole(array) else "number"


def _is_whole(array: pa.Array) -> bool:
    import pyarrow as pa

    pc = compute()

    if pa.types.is_integer(array.type):
        return True
    whole = pc.all(pc.and_(pc.equal(pc.floor(array), array), pc.less(pc.abs(array), pa.scalar(1e15)))).as_py()
    return whole is not False


def _as_text(array: pa.Array) -> pa.Array:
    import pyarrow as pa

    if pa.types.is_null(array.type):
        return pa.nulls(len(array), pa.string())
    if pa.types.is_floating(array.type) and _is_whole(array):
        array = array.cast(pa.int64())
    return array if pa.types.is_string(array.type) else array.cast(pa.string())


def _distinct(span: Span, array: pa.Array, wish: Wish, looks: Meaning, text_source: bool) -> Settled:
    """Type the distinct texts of a column and give each row the value of its text."""
    import numpy as np
    import pyarrow as pa

    pc = compute()

    encoded = pc.dictionary_encode(array)
    texts, indices = encoded.dictionary, encoded.indices
    counts = np.bincount(np.asarray(indices.drop_null()), minlength=len(texts)) if len(texts) else np.zeros(0, int)
    if len(texts) > _FEW and _is_words(span, texts, counts, wish, text_source):
        return Settled("text", "", _clean_texts(array, texts))
    raws = [_raw(text, looks, int(count)) for text, count in zip(texts.to_pylist(), counts, strict=True)]
    blank = {index for index, raw in enumerate(raws) if not str(raw.value).strip()}
    typed = type_column(span.name, span.unit, raws, wish, text_source=text_source)
    values = [None if index in blank else value for index, value in enumerate(typed.values)]
    mapped = arrow_array(typed.type, values).take(indices) if values else pa.nulls(len(array), arrow_type(typed.type))
    return Settled(typed.type, typed.unit, mapped, _located(typed, indices, raws))


def _raw(text: str, looks: Meaning, count: int) -> Raw:
    """A number that came as text because words stand in its column still means what its format says."""
    if looks.kind in ("date", "month", "percent") or _reckons(looks):
        try:
            number = float(text)
        except ValueError:
            return Raw(text, GENERAL, count)
        moment = from_serial(number, looks.kind) if looks.kind in ("date", "month") else None
        plain = int(number) if number.is_integer() and _reckons(looks) else number
        return Raw(plain if moment is None else moment, looks, count)
    return Raw(text, GENERAL, count)


def _reckons(looks: Meaning) -> bool:
    """The format shows another number than the cell holds: hours of a day, thousands, an identifier with its zeros."""
    return looks.kind == "duration" or bool(looks.thousands or looks.mask)


def _is_words(span: Span, texts: pa.Array, counts: Any, wish: Wish, text_source: bool) -> bool:
    """A sample of very many distinct texts says whether they are words."""
    if wish.type not in (None, "text"):
        return False
    step = max(1, len(texts) // _SAMPLE)
    sample = [Raw(texts[index].as_py(), GENERAL, int(counts[index])) for index in range(0, len(texts), step)]
    return type_column(span.name, span.unit, sample, wish, text_source=text_source).type == "text"


def _clean_texts(array: pa.Array, texts: pa.Array) -> pa.Array:
    """Outer white space off, marks for missing values out."""
    import pyarrow as pa

    pc = compute()

    hits = texts.filter(pc.match_substring_regex(texts, _MARK_HINT, ignore_case=True))
    marks = [text for text in hits.to_pylist() if words.is_missing_text(text)]
    trimmed = pc.utf8_trim(array, " \u3000\t\r\n")
    return pc.if_else(pc.is_in(array, pa.array(marks, pa.string())), pa.scalar(None, pa.string()), trimmed) if marks else trimmed


def _located(typed: Typed, indices: pa.Array, raws: list[Raw]) -> dict[str, Doubt]:
    import pyarrow as pa

    pc = compute()

    found: dict[str, Doubt] = {}
    for code, which in typed.doubts.items():
        hits = pc.is_in(indices, pa.array(which, indices.type)) if which else None
        positions = pc.indices_nonzero(hits.fill_null(False)).slice(0, 20).to_pylist() if hits is not None else []
        texts = list(dict.fromkeys(str(raws[index].value)[:40] for index in which[:50]))
        found[code] = (positions, texts, sum(raws[index].count for index in which))
    return found
