"""The cells of one large column → its type and its values, by the rules of ``column_types`` and without a call per cell.

Cells are put into groups that the rules cannot tell apart (numbers of one format, dates, the distinct texts, …). A group
stands before the rules as a few of its members, with the number of all; what the rules make of these is then done to the
whole group at once. Where that cannot be, the rules see every distinct value.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fusenapp.tables.arrow import arrow_array, arrow_type
from fusenapp.tables.column_kinds import Wish
from fusenapp.tables.column_types import Typed, type_column
from fusenapp.tables.columns import Span
from fusenapp.tables.evidence import Raw
from fusenapp.tables.formats import GENERAL, Meaning
from fusenapp.tables.grid import CellError, Style
from fusenapp.tables.large_columns import Settled
from fusenapp.tables.marks import marks_among, trimmed
from fusenapp.tables.serials import LAST, from_serial
from fusenapp.tables.sheet_body import ColumnCells
from fusenapp.tables.xlsx_cells import BOOLEAN, ERROR, NUMBER, TEXT

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_FEW = 1_000
_SAMPLE = 700
_LISTED = 20
_EPOCH = dt.date(1970, 1, 1)
_DAY = 86_400
_SCALES = (1, 100, 1000, 1_000_000)
"""By how much units and formats divide whole columns."""


@dataclass
class Group:
    """Cells that are treated alike.

    Attributes:
        cells: indices of the cells.
        raws: distinct values, or a few of them.
        codes: for each cell the index into ``raws``; None where ``raws`` are only samples.
        values: the values as an array where ``raws`` are samples: numbers, or seconds since 1970.
        moments: the values are moments.
    """

    cells: np.ndarray
    raws: list[Raw]
    codes: np.ndarray | None = None
    values: Any = None
    moments: bool = False
    exact: Callable[[], Group] | None = None


def settle_cells(span: Span, cells: ColumnCells, count: int, styles: list[Style], wish: Wish, *, epoch_1904: bool) -> Settled:
    """Type a column.

    Args:
        span: where it lies and what it is called.
        cells: what it holds.
        count: number of rows of the table.
        styles: of the workbook.
        wish: what is settled already.
        epoch_1904: serial numbers count from 1904.
    """
    return _Column(span, cells, count, styles, wish, epoch_1904).settle()


@dataclass
class _Column:
    span: Span
    cells: ColumnCells
    count: int
    styles: list[Style]
    wish: Wish
    epoch_1904: bool
    starts: list[int] = field(default_factory=list)

    def settle(self) -> Settled:
        groups = [group for group in (*self._number_groups(), *self._word_groups()) if len(group.cells)]
        if len(groups) > 1 and any(group.moments for group in groups):
            groups = [group.exact() if group.exact else group for group in groups]
        typed = self._typed(groups)
        settled = [self._applied(group, typed, at) for group, at in zip(groups, self.starts, strict=True)]
        if any(values is None for values in settled):
            groups = [group.exact() if group.exact else group for group in groups]
            typed = self._typed(groups)
            settled = [self._applied(group, typed, at) for group, at in zip(groups, self.starts, strict=True)]
        array = self._together(typed, groups, settled)
        return Settled(typed.type, typed.unit, array, self._doubts(typed, groups))

    def _typed(self, groups: list[Group]) -> Typed:
        raws, self.starts = [], []
        for group in groups:
            self.starts.append(len(raws))
            raws += group.raws
        return type_column(self.span.name, self.span.unit, raws, self.wish)

    def _meaning(self, look: int) -> Meaning:
        return self.styles[look].meaning if look < len(self.styles) else GENERAL

    def _number_groups(self) -> list[Group]:
        """Numbers by what their format says."""
        import numpy as np

        of_kind = np.flatnonzero(self.cells.kinds == NUMBER)
        looks = self.cells.looks[of_kind]
        by_meaning: dict[Meaning, list[int]] = {}
        for look in np.unique(looks[:1] if len(looks) and looks.min() == looks.max() else looks).tolist():
            by_meaning.setdefault(self._meaning(look), []).append(look)
        found = []
        for meaning, own in by_meaning.items():
            chosen = of_kind if len(by_meaning) == 1 else of_kind[np.isin(looks, own)]
            found += self._of_meaning(meaning, chosen)
        return found

    def _of_meaning(self, meaning: Meaning, cells: np.ndarray) -> list[Group]:
        values = self.cells.numbers[cells]
        if meaning.kind in ("time", "duration"):
            return [_distinct(cells, values, lambda number: Raw(self._moment(number, meaning), meaning))]
        if meaning.kind not in ("date", "month"):
            return [self._numbers(cells, values, meaning)]
        good = (values >= 0) & (values < LAST)
        rest = [self._numbers(cells[~good], values[~good], meaning)] if not good.all() else []
        return [self._moments(cells[good], values[good], meaning), *rest]

    def _numbers(self, cells: np.ndarray, values: np.ndarray, meaning: Meaning) -> Group:
        """Smallest, largest and one with a fraction stand for all."""
        import numpy as np

        def exact() -> Group:
            return _distinct(cells, values, lambda number: Raw(_python(number), meaning))

        if len(values) == 0:
            return Group(cells, [])
        broken = np.flatnonzero(~_whole(values))
        samples = {float(values.min()), float(values.max()), *values[broken[:1]].tolist()}
        raws = [Raw(_python(number), meaning) for number in sorted(samples)]
        raws[-1] = Raw(raws[-1].value, meaning, len(values) - len(raws) + 1)
        return Group(cells, raws, None, values, exact=exact)

    def _moments(self, cells: np.ndarray, values: np.ndarray, meaning: Meaning) -> Group:
        """One date, one first of a month and one with a time of day stand for all."""
        import numpy as np

        def exact() -> Group:
            return _distinct(cells, values, lambda number: Raw(self._moment(number, meaning), meaning))

        seconds = self._seconds(values)
        days, timed = seconds // _DAY, seconds % _DAY != 0
        first = days.astype("datetime64[D]") == days.astype("datetime64[D]").astype("datetime64[M]").astype("datetime64[D]")
        raws = []
        for mask in (timed, first & ~timed, ~first & ~timed):
            number = int(np.count_nonzero(mask))
            if number:
                raws.append(Raw(self._moment(float(values[np.argmax(mask)]), meaning), meaning, number))
        return Group(cells, raws, None, seconds, moments=True, exact=exact)

    def _moment(self, number: float, meaning: Meaning) -> Any:
        kind = meaning.kind
        converted = from_serial(number, kind, epoch_1904=self.epoch_1904) if kind in ("date", "month", "time") else None
        return _python(number) if converted is None else converted

    def _seconds(self, values: np.ndarray) -> np.ndarray:
        """Seconds since 1970, as ``from_serial`` reckons them."""
        import numpy as np

        epoch = dt.date(1904, 1, 1) if self.epoch_1904 else dt.date(1899, 12, 30)
        if not self.epoch_1904:
            values = np.where(values < 60, values + 1, values)
        return np.rint(values * _DAY).astype(np.int64) + (epoch - _EPOCH).days * _DAY

    def _word_groups(self) -> list[Group]:
        import numpy as np

        cells, found = self.cells, []
        for kind, make in ((BOOLEAN, lambda number: Raw(bool(number))), (ERROR, self._error), (TEXT, self._text)):
            of_kind = np.flatnonzero(cells.kinds == kind)
            if len(of_kind) and kind == TEXT:
                found.append(self._texts(of_kind))
            elif len(of_kind):
                found.append(_distinct(of_kind, cells.numbers[of_kind], make))
        return found

    def _error(self, number: float) -> Raw:
        return Raw(CellError(self.cells.texts[int(number)].as_py()))

    def _text(self, number: float) -> Raw:
        return Raw(self.cells.texts[int(number)].as_py())

    def _texts(self, cells: np.ndarray) -> Group:
        """Every distinct text; of very many a sample stands for the others, if it says that they are words."""
        import numpy as np

        codes = self.cells.numbers[cells].astype(np.int64)
        texts = self.cells.texts
        counts = np.bincount(codes, minlength=len(texts))

        def exact() -> Group:
            used = np.flatnonzero(counts)
            place = np.zeros(len(texts), np.int64)
            place[used] = np.arange(len(used))
            words = (texts if len(used) == len(texts) else texts.take(used)).to_pylist()
            raws = [Raw(text, GENERAL, number) for text, number in zip(words, counts[used].tolist(), strict=True)]
            return Group(cells, raws, place[codes])

        if len(texts) <= _FEW or self.wish.type not in (None, "text") or len(cells) < len(self.cells.rows):
            return exact()
        step = np.arange(0, len(texts), max(1, len(texts) // _SAMPLE))
        sample = [Raw(text, GENERAL, int(counts[at])) for text, at in zip(texts.take(step).to_pylist(), step, strict=True)]
        if type_column(self.span.name, self.span.unit, sample, self.wish).type != "text":
            return exact()
        return self._words(cells, codes, counts)

    def _words(self, cells: np.ndarray, codes: np.ndarray, counts: np.ndarray) -> Group:
        """Words: only those that may be a mark for something missing are looked at one by one."""
        import numpy as np

        texts = self.cells.texts
        marks = np.flatnonzero(marks_among(texts) & (counts > 0))
        raws = [Raw(texts[int(at)].as_py(), GENERAL, int(counts[at])) for at in marks]
        raws.append(Raw("text", GENERAL, len(cells) - sum(raw.count for raw in raws)))
        self.wish = Wish("text", self.wish.unit, self.wish.year, self.wish.fiscal)
        place = np.full(len(texts), len(marks))
        place[marks] = np.arange(len(marks))
        return Group(cells, raws, place[codes], codes)

    def _applied(self, group: Group, typed: Typed, start: int) -> Any:
        """The group's values: an array of the type; codes into the typed values; None where a sample will not do."""
        if group.values is None or group.codes is not None:
            return group.codes
        told = typed.values[start : start + len(group.raws)]
        if group.moments:
            return group.values // _DAY if typed.type == "date" and None not in told else None
        if typed.type not in ("integer", "number", "percent", "money") or None in told:
            return None
        given = [raw.value for raw in group.raws]
        scale = next((factor for factor in _SCALES if told == [value / factor for value in given]), None)  # type: ignore[operator]
        return None if scale is None else group.values if scale == 1 else group.values / scale

    def _together(self, typed: Typed, groups: list[Group], settled: list[Any]) -> pa.Array:
        import numpy as np
        import pyarrow as pa

        rows = self.cells.rows
        if len(groups) == 1 and groups[0].values is not None and groups[0].codes is not None:
            return self._trimmed(typed, groups[0])
        if all(group.codes is not None for group in groups):
            codes = np.full(self.count, -1)
            for group, own, at in zip(groups, settled, self.starts, strict=True):
                codes[rows[group.cells]] = own + at
            values = arrow_array(typed.type, typed.values)
            return _taken(values, codes) if groups else pa.nulls(self.count, arrow_type(typed.type))
        whole = typed.type == "money" and all(
            _all_whole(group, values, typed, at) for group, values, at in zip(groups, settled, self.starts, strict=True)
        )
        target = arrow_type(typed.type, whole=whole)
        dtype = {"int64": np.int64, "double": np.float64, "date32[day]": np.int32}[str(target)]
        out, missing = np.zeros(self.count, dtype), np.ones(self.count, bool)
        for group, values, at in zip(groups, settled, self.starts, strict=True):
            if group.codes is not None:
                own = arrow_array(typed.type, typed.values[at : at + len(group.raws)]).cast(target)
                plain = own.cast(pa.int32()) if dtype == np.int32 else own
                values, gone = np.asarray(plain.fill_null(0))[group.codes], np.asarray(own.is_null())[group.codes]
            else:
                gone = False
            out[rows[group.cells]] = values
            missing[rows[group.cells]] = gone
        array = pa.array(out, mask=missing if missing.any() else None)
        return array.cast(target)

    def _trimmed(self, typed: Typed, group: Group) -> pa.Array:
        """Words: trimmed, the marks as the rules say."""
        import numpy as np

        codes = np.full(self.count, -1)
        gone = [at for at, value in enumerate(typed.values) if value is None]
        codes[self.cells.rows[group.cells]] = np.where(np.isin(np.asarray(group.codes), gone), -1, group.values)
        return _taken(trimmed(self.cells.texts), codes)

    def _doubts(self, typed: Typed, groups: list[Group]) -> dict[str, tuple[list[int], list[str], int]]:
        found = {}
        for code, indices in typed.doubts.items():
            found[code] = self._located(code, set(indices), groups)
        return found

    def _located(self, code: str, indices: set[int], groups: list[Group]) -> tuple[list[int], list[str], int]:
        """First rows, first different texts and number of the cells that a doubt is about."""
        import numpy as np

        positions, texts = [np.zeros(0, np.int64)], [(0, "")][:0]
        for group, start in zip(groups, self.starts, strict=True):
            own = [at for at in range(len(group.raws)) if at + start in indices]
            if not own:
                continue
            if group.codes is not None:
                hits = np.isin(group.codes, own)
                cells, codes = group.cells[hits], group.codes[hits]
                told: Callable[[int], str] = lambda at, raws=group.raws: str(raws[at].value)  # noqa: E731
            else:
                hits = group.values % _DAY != 0 if group.moments else np.ones(len(group.values), bool)
                cells, codes = group.cells[hits], group.values[hits]
                told = lambda at: str(dt.datetime(1970, 1, 1) + dt.timedelta(seconds=at))  # noqa: E731
            positions.append(self.cells.rows[cells])
            values, first = np.unique(codes, return_index=True)
            order = np.argsort(first)[:50]
            texts += [(int(self.cells.rows[cells[first[at]]]), told(int(values[at]))[:40]) for at in order]
        rows = np.sort(np.concatenate(positions))
        return rows[:_LISTED].tolist(), list(dict.fromkeys(text for _, text in sorted(texts))), len(rows)


def _distinct(cells: np.ndarray, values: np.ndarray, make: Callable[[float], Raw]) -> Group:
    import numpy as np

    distinct, codes, counts = np.unique(values, return_inverse=True, return_counts=True)
    raws = []
    for value, number in zip(distinct.tolist(), counts.tolist(), strict=True):
        raw = make(value)
        raws.append(Raw(raw.value, raw.meaning, number))
    return Group(cells, raws, codes)


def _python(number: float) -> int | float:
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _whole(values: np.ndarray) -> np.ndarray:
    import numpy as np

    return (np.floor(values) == values) & (np.abs(values) < 1e15)


def _all_whole(group: Group, values: Any, typed: Typed, start: int) -> bool:
    if group.codes is None:
        return bool(_whole(values).all())
    own = typed.values[start : start + len(group.raws)]
    return all(value is None or float(value).is_integer() for value in own)


def _taken(array: pa.Array, codes: np.ndarray) -> pa.Array:
    """Values by their index, null where it is -1."""
    import pyarrow as pa

    missing = codes < 0
    indices = pa.array(codes.astype("int32"), mask=missing if missing.any() else None)
    return array.take(indices)
