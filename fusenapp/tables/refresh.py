"""Last month's rows against this month's: what is new, what changed, what went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fusenapp.tables.dataset import Dataset


@dataclass(frozen=True)
class Comparison:
    """Counts of rows, and which they are.

    Attributes:
        new, changed, removed, unchanged: counts.
        key: the column by which rows were matched; None if by their whole content.
        new_rows: positions in the later dataset.
        changed_rows: (position before, position after, names of the columns that differ).
        removed_rows: positions in the earlier dataset.
        repeated_keys: keys that stand in more than one row of either dataset (matched in order).
    """

    new: int
    changed: int
    removed: int
    unchanged: int
    key: str | None
    new_rows: tuple[int, ...]
    changed_rows: tuple[tuple[int, int, tuple[str, ...]], ...]
    removed_rows: tuple[int, ...]
    repeated_keys: tuple[str, ...] = ()


def compare(before: Dataset, after: Dataset, key: str | None = None) -> Comparison:
    """Compare two datasets.

    Args:
        before: the earlier one.
        after: the later one.
        key: name of the column that identifies a row; one is looked for where none is given. Without any, rows are
            matched by their whole content, so that none counts as changed.
    """
    name = _key(before, after, key)
    shared = [column for column in after.names if before.find(column) is not None]
    if name is None:
        return _by_content(before, after, shared)
    old, new = _keyed(before, name), _keyed(after, name)
    both = [key for key in new if key in old]
    fingers_before, fingers_after = _rows(before, shared), _rows(after, shared)
    changed = [
        (old[each], new[each], _differences(fingers_before[old[each]], fingers_after[new[each]], shared))
        for each in both
        if fingers_before[old[each]] != fingers_after[new[each]]
    ]
    fresh = tuple(position for each, position in new.items() if each not in old)
    gone = tuple(position for each, position in old.items() if each not in new)
    repeated = tuple(sorted({str(each[0]) for each in (*old, *new) if each[1] > 0}))[:50]
    return Comparison(len(fresh), len(changed), len(gone), len(both) - len(changed), name, fresh, tuple(changed), gone, repeated)


def _key(before: Dataset, after: Dataset, key: str | None) -> str | None:
    if key is not None and before.find(key) is not None and after.find(key) is not None:
        return key
    return next((name for name in after.names[:8] if before.find(name) is not None and _identifies(after, name)), None)


def _identifies(dataset: Dataset, name: str) -> bool:
    """Every row has another value, and they are names or numbers of things rather than figures."""
    column = dataset.column(name)
    if column.type not in ("text", "integer") or column.missing or len(dataset) < 2:
        return False
    return dataset.values(name).combine_chunks().unique().__len__() == len(dataset)


def _keyed(dataset: Dataset, name: str) -> dict[tuple[Any, int], int]:
    """(key, how often it came before) → position; rows without a key are counted by their order too."""
    seen: Counter[Any] = Counter()
    found: dict[tuple[Any, int], int] = {}
    for position, value in enumerate(dataset.values(name).to_pylist()):
        found[value, seen[value]] = position
        seen[value] += 1
    return found


def _rows(dataset: Dataset, names: list[str]) -> list[tuple[Any, ...]]:
    columns = [dataset.values(name).to_pylist() for name in names]
    return list(zip(*columns, strict=True)) if columns else [()] * len(dataset)


def _differences(before: tuple[Any, ...], after: tuple[Any, ...], names: list[str]) -> tuple[str, ...]:
    return tuple(name for name, a, b in zip(names, before, after, strict=True) if a != b)


def _by_content(before: Dataset, after: Dataset, shared: list[str]) -> Comparison:
    old, new = _rows(before, shared), _rows(after, shared)
    fresh = tuple(_unmatched(new, Counter(old)))
    gone = tuple(_unmatched(old, Counter(new)))
    return Comparison(len(fresh), 0, len(gone), len(after) - len(fresh), None, fresh, (), gone)


def _unmatched(rows: list[tuple[Any, ...]], others: Counter[tuple[Any, ...]]) -> Iterator[int]:
    for position, row in enumerate(rows):
        if others[row] > 0:
            others[row] -= 1
        else:
            yield position
