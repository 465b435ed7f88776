"""What a newer import of the same list changed: rows by key, or by content where there is no key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass

from fusenapp.tables.dataset import Dataset


@dataclass(frozen=True)
class Comparison:
    """Counts of rows: only in the newer, in both with other values, only in the older, the same in both."""

    new: int
    changed: int
    removed: int
    unchanged: int


def compare(old: Dataset, new: Dataset, key: str | None = None) -> Comparison:
    """Compare two imports.

    Args:
        old, new: the former and the present import.
        key: column that tells rows apart (a lead id). Without it, or where its values are not unique or blank,
            rows count as the same only if all values are equal.
    """
    before, after = _contents(old, new), _contents(new, old)
    if key is not None and _unique(old, key) and _unique(new, key):
        return _by_key(dict(zip(old.values(key).to_pylist(), before, strict=True)), dict(zip(new.values(key).to_pylist(), after, strict=True)))
    counts_old, counts_new = Counter(before), Counter(after)
    same = sum((counts_old & counts_new).values())
    return Comparison(len(after) - same, 0, len(before) - same, same)


def _by_key(before: dict[Hashable, Hashable], after: dict[Hashable, Hashable]) -> Comparison:
    both = before.keys() & after.keys()
    changed = sum(before[k] != after[k] for k in both)
    return Comparison(len(after) - len(both), changed, len(before) - len(both), len(both) - changed)


def _unique(dataset: Dataset, key: str) -> bool:
    if dataset.find(key) is None:
        return False
    values = dataset.values(key)
    return values.null_count == 0 and len(values.unique()) == len(values)


def _contents(dataset: Dataset, other: Dataset) -> list[tuple[Hashable, ...]]:
    """Each row's values in the columns that both imports have; a column that came or went changes every row."""
    shared = [n for n in dataset.names if n in other.names]
    lists = [dataset.values(n).to_pylist() for n in shared]
    rest = tuple(sorted(set(dataset.names) ^ set(other.names)))
    mark = (tuple(dataset.names),) if rest else ()
    return [(*row, *mark) for row in zip(*lists, strict=True)] if lists else [()] * len(dataset)
