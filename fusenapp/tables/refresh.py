"""Last month's rows against this month's: what is new, what changed, what went.

Columns are compared as a whole (Arrow and numpy): 200,000 rows of 32 columns take well under two seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from fusenapp.tables.arrow import compute
from fusenapp.tables.dataset import Dataset

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

REPEATED_LISTED = 50
_LOOKED_AT = 8
_ROOM = 1 << 62


@dataclass(frozen=True)
class Comparison:
    """Counts of rows, and which they are.

    Attributes:
        key: the column by which rows were matched; None if by their whole content.
        matched: rows that stand on both sides, changed or not.
        new_rows: positions in the later dataset, ascending.
        removed_rows: positions in the earlier dataset, ascending.
        before, after: positions of the changed rows on either side, in the order of the later dataset.
        differing: for each column that differs anywhere: its name, and whether it does in each changed row.
        repeated_keys: the first keys that stand in more than one row of either dataset (matched in order).
        repeated: how many such keys there are.
    """

    key: str | None
    matched: int
    new_rows: np.ndarray
    removed_rows: np.ndarray
    before: np.ndarray
    after: np.ndarray
    differing: tuple[tuple[str, np.ndarray], ...] = ()
    repeated_keys: tuple[str, ...] = ()
    repeated: int = 0

    @property
    def new(self) -> int:
        """Number of rows that came."""
        return len(self.new_rows)

    @property
    def changed(self) -> int:
        """Number of rows that hold something else."""
        return len(self.after)

    @property
    def removed(self) -> int:
        """Number of rows that went."""
        return len(self.removed_rows)

    @property
    def unchanged(self) -> int:
        """Number of rows that are as they were."""
        return self.matched - self.changed

    @cached_property
    def changed_rows(self) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
        """(position before, position after, names of the columns that differ) of every changed row."""
        return tuple(self.changed_row(at) for at in range(self.changed))

    def changed_row(self, at: int) -> tuple[int, int, tuple[str, ...]]:
        """One of ``changed_rows``."""
        return int(self.before[at]), int(self.after[at]), tuple(name for name, differs in self.differing if differs[at])


@dataclass(frozen=True)
class RowChange:
    """One changed row: its key (or its place in the file) and (column, what it was, what it is now)."""

    key: str
    row: int
    fields: tuple[tuple[str, Any, Any], ...]


def compare(before: Dataset, after: Dataset, key: str | None = None) -> Comparison:
    """Compare two datasets.

    Args:
        before: the earlier one.
        after: the later one.
        key: name of the column that identifies a row; one is looked for where none is given. Without any, rows are
            matched by their whole content, so that none counts as changed.
    """
    import numpy as np

    name = key_of(before, after, key)
    shared = [(column, found) for column in after.names if (found := before.find(column)) is not None]
    nothing = np.zeros(0, dtype=np.int64)
    if name is None:
        codes = _row_codes(before, after, shared)
        old, new = _matches(*codes)
        return Comparison(None, len(old), _others(new, len(after)), _others(old, len(before)), nothing, nothing)
    first, second = _codes(before.values(name), after.values(name))
    old, new = _matches(first, second)
    differing = [(column, _differs(before.values(at), after.values(column), old, new)) for column, at in shared]
    changed = np.zeros(len(new), dtype=bool)
    for _, differs in differing:
        changed |= differs
    told = tuple((column, differs[changed]) for column, differs in differing if differs.any())
    repeated = _repeated(before, after, name, first, second)
    return Comparison(name, len(new), _others(new, len(after)), _others(old, len(before)), old[changed], new[changed], told,
                      tuple(repeated[:REPEATED_LISTED]), len(repeated))


def key_of(before: Dataset, after: Dataset, key: str | None = None) -> str | None:
    """The column that identifies a row: the one asked for, if both have it; else the first that identifies every row."""
    if key is not None and before.find(key) is not None and after.find(key) is not None:
        return key
    return next((name for name in after.names[:_LOOKED_AT] if before.find(name) is not None and identifies(after, name)), None)


def identifies(dataset: Dataset, name: str) -> bool:
    """Every row has another value, and they are names or numbers of things rather than figures."""
    column = dataset.column(name)
    if column.type not in ("text", "integer") or column.missing or len(dataset) < 2:
        return False
    return compute().count_distinct(dataset.values(name)).as_py() == len(dataset)


def row_changes(comparison: Comparison, before: Dataset, after: Dataset, first: int = 200) -> list[RowChange]:
    """The first changed rows in words of the list: what was and what is now."""
    found = []
    for at in range(min(first, comparison.changed)):
        old, new, names = comparison.changed_row(at)
        fields = tuple((name, before.values(name)[old].as_py(), after.values(name)[new].as_py()) for name in names)
        key = after.values(comparison.key)[new].as_py() if comparison.key else None
        found.append(RowChange(str(key) if key is not None else after.place(new), int(after.rows[new]), fields))
    return found


def _codes(first: pa.ChunkedArray, second: pa.ChunkedArray) -> tuple[np.ndarray, np.ndarray]:
    """Small numbers that are equal where the values of two columns are; missing values are equal to each other."""
    import numpy as np
    import pyarrow as pa

    one, other = _alike(first, second)
    both = pa.chunked_array([*one.chunks, *other.chunks], type=one.type).combine_chunks()
    indices = both.dictionary_encode(null_encoding="encode").indices
    codes = np.asarray(indices, dtype=np.int64)
    return codes[: len(first)], codes[len(first):]


def _alike(first: pa.ChunkedArray, second: pa.ChunkedArray) -> tuple[pa.ChunkedArray, pa.ChunkedArray]:
    """Two columns as one type: numbers as numbers, else as texts."""
    import pyarrow as pa

    if first.type == second.type:
        return first, second
    numbers = all(pa.types.is_integer(c.type) or pa.types.is_floating(c.type) for c in (first, second))
    kind = pa.float64() if numbers else pa.string()
    return first.cast(kind, safe=False), second.cast(kind, safe=False)


def _matches(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions of the pairs with equal codes, the n-th of a code with the n-th; in the order of the second."""
    import numpy as np

    one, other = _numbered(first), _numbered(second)
    width = int(max(one[1].max(initial=0), other[1].max(initial=0))) + 1
    old, new = one[0] * width + one[1], other[0] * width + other[1]
    order = np.argsort(old, kind="stable")
    at = np.searchsorted(old, new, sorter=order)
    inside = at < len(old)
    at[~inside] = 0
    hit = inside & (old[order[at]] == new) if len(old) else np.zeros(len(new), dtype=bool)
    return (order[at[hit]] if len(old) else np.zeros(0, dtype=np.int64)), np.flatnonzero(hit)


def _numbered(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The codes, and how often each came before."""
    import numpy as np

    order = np.argsort(codes, kind="stable")
    ordered = codes[order]
    starts = np.r_[True, ordered[1:] != ordered[:-1]] if len(ordered) else np.zeros(0, dtype=bool)
    run = np.maximum.accumulate(np.where(starts, np.arange(len(ordered)), 0))
    nth = np.empty(len(codes), dtype=np.int64)
    nth[order] = np.arange(len(ordered)) - run
    return codes, nth


def _others(positions: np.ndarray, length: int) -> np.ndarray:
    import numpy as np

    rest = np.ones(length, dtype=bool)
    rest[positions] = False
    return np.flatnonzero(rest)


def _differs(before: pa.ChunkedArray, after: pa.ChunkedArray, old: np.ndarray, new: np.ndarray) -> np.ndarray:
    """Whether the values of the matched rows differ; a missing value differs from any other."""
    import numpy as np

    pc = compute()
    first, second = _alike(_taken(before, old), _taken(after, new))
    unequal = pc.fill_null(pc.not_equal(first, second), False)
    one_missing = pc.xor(pc.is_null(first), pc.is_null(second))
    return np.asarray(pc.or_(unequal, one_missing), dtype=bool)


def _taken(column: pa.ChunkedArray, positions: np.ndarray) -> pa.ChunkedArray:
    """The values at some positions; the column itself where nothing moved, which is the usual case."""
    import numpy as np

    if len(positions) <= len(column) and np.array_equal(positions, np.arange(len(positions))):
        return column.slice(0, len(positions))
    return column.take(positions)


def _repeated(before: Dataset, after: Dataset, name: str, first: np.ndarray, second: np.ndarray) -> list[str]:
    found: set[str] = set()
    for dataset, codes in ((before, first), (after, second)):
        positions = (_numbered(codes)[1] == 1).nonzero()[0]
        found |= {str(value) for value in dataset.values(name).take(positions).to_pylist() if value is not None}
    return sorted(found)


def _row_codes(before: Dataset, after: Dataset, shared: Sequence[tuple[str, int]]) -> tuple[np.ndarray, np.ndarray]:
    """Numbers that are equal where whole rows are; exact, since columns are joined only as long as there is room."""
    import numpy as np

    joined, size = np.zeros(len(before) + len(after), dtype=np.int64), 1
    for column, at in shared:
        codes = np.concatenate(_codes(before.values(at), after.values(column)))
        kinds = int(codes.max(initial=0)) + 1
        if size * kinds >= _ROOM:
            joined, size = _small(joined)
        joined, size = joined * kinds + codes, size * kinds
    joined, _ = _small(joined)
    return joined[: len(before)], joined[len(before):]


def _small(codes: np.ndarray) -> tuple[np.ndarray, int]:
    """The same codes as numbers from 0 on, and how many different ones there are; by a hash table, faster than sorting."""
    import numpy as np
    import pyarrow as pa

    encoded = pa.array(codes).dictionary_encode()
    return np.asarray(encoded.indices, dtype=np.int64), len(encoded.dictionary)
