"""Rows of two datasets matched by key, column by column, as a slow look at each row would do it."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from typing import Any

import pytest

from fusenapp.tables import Dataset, compare, row_changes
from fusenapp.tables.refresh import Comparison, key_of

DAY = dt.date(2026, 4, 1)


def naive(before: list[dict[str, Any]], after: list[dict[str, Any]], key: str) -> tuple[list[int], list[tuple[int, int, tuple[str, ...]]], list[int]]:
    """New positions, changed pairs with their columns, removed positions: one row after the other."""

    def numbered(rows: list[dict[str, Any]]) -> dict[tuple[Any, int], int]:
        seen: Counter[Any] = Counter()
        found = {}
        for at, row in enumerate(rows):
            found[row[key], seen[row[key]]] = at
            seen[row[key]] += 1
        return found

    old, new = numbered(before), numbered(after)
    pairs = [(old[k], at) for k, at in new.items() if k in old]
    changed = [(i, j, tuple(n for n in after[j] if before[i][n] != after[j][n])) for i, j in pairs if before[i] != after[j]]
    return [at for k, at in new.items() if k not in old], changed, [at for k, at in old.items() if k not in new]


def dataset(rows: list[dict[str, Any]]) -> Dataset:
    types = {"id": "text", "n": "integer", "x": "number", "d": "date", "b": "boolean", "t": "text"}
    return Dataset.of({name: [row[name] for row in rows] for name in types}, types)


def some_rows(random_: random.Random, count: int) -> list[dict[str, Any]]:
    def maybe(value: Any) -> Any:
        return None if random_.random() < 0.15 else value

    return [{"id": maybe(f"L{random_.randrange(count)}"), "n": maybe(random_.randrange(3)), "x": maybe(random_.choice((0.5, 1.5))),
             "d": maybe(DAY + dt.timedelta(random_.randrange(2))), "b": maybe(random_.random() < 0.5), "t": maybe(random_.choice("ab"))}
            for _ in range(count)]


@pytest.mark.parametrize("seed", range(25))
def test_columns_tell_what_rows_would(seed: int) -> None:
    random_ = random.Random(seed)
    before, after = some_rows(random_, 30), some_rows(random_, 30)
    found = compare(dataset(before), dataset(after), "id")
    new, changed, removed = naive(before, after, "id")
    assert found.new_rows.tolist() == sorted(new)
    assert sorted(found.changed_rows) == sorted(changed)
    assert found.removed_rows.tolist() == sorted(removed)
    assert found.new + found.changed + found.unchanged == len(after)
    assert found.removed + found.changed + found.unchanged == len(before)


@pytest.mark.parametrize("seed", range(10))
def test_without_a_key_whole_rows_are_counted_like_coins(seed: int) -> None:
    random_ = random.Random(seed)
    values = [[random_.choice("ab") for _ in range(40)] for _ in range(6)]
    before = Dataset.of({"x": values[0], "y": values[1], "z": values[2]})
    after = Dataset.of({"x": values[3], "y": values[4], "z": values[5]})
    found = compare(before, after)
    common = Counter(zip(*values[:3], strict=True)) & Counter(zip(*values[3:], strict=True))
    assert (found.key, found.changed, found.unchanged) == (None, 0, common.total())
    assert found.new == found.removed == 40 - common.total()


def test_many_wide_columns_do_not_run_out_of_numbers() -> None:
    columns = {f"c{n}": [f"{n}-{row}" for row in range(200)] for n in range(40)}
    turned = {name: values[1:] + values[:1] for name, values in columns.items()}
    before = Dataset.of({"same": ["x"] * 200, **columns})
    found = compare(before, Dataset.of({"same": ["x"] * 200, **turned}, None), "same")
    assert (found.key, found.changed, found.repeated_keys) == ("same", 200, ("x",))
    whole = compare(Dataset.of({"a": [0.5] * 200, **columns}), Dataset.of({"a": [0.5] * 200, **turned}), "away")
    assert (whole.key, whole.new) == ("c0", 0), "another key is looked for where the wanted one is not there"


def test_a_column_that_became_another_type_is_compared_by_what_it_says() -> None:
    before = Dataset.of({"id": ["a", "b"], "n": ["12", "013"]})
    after = Dataset.of({"id": ["a", "b"], "n": [12, 13]})
    assert compare(before, after, "id").changed_rows == ((1, 1, ("n",)),)
    assert compare(Dataset.of({"id": ["a"], "n": [12]}), Dataset.of({"id": ["a"], "n": [12.0]}), "id").changed == 0


def test_nothing_on_one_side_is_all_new_or_all_gone() -> None:
    some, none = Dataset.of({"id": ["a", "b"]}, {"id": "text"}), Dataset.of({"id": []}, {"id": "text"})
    for key in ("id", None):
        gone, came = compare(some, none, key), compare(none, some, key)
        assert (gone.removed, gone.new, came.new, came.removed) == (2, 0, 2, 0)


def test_figures_never_serve_as_a_key() -> None:
    both = Dataset.of({"x": [0.5, 1.5], "d": [DAY, DAY], "id": ["a", "b"]})
    assert key_of(both, both) == "id"


def test_changed_rows_say_what_was_and_what_is_now() -> None:
    before = Dataset.of({"id": ["a", "b"], "d": [DAY, None], "n": [1, 2]})
    after = Dataset.of({"id": ["b", "a"], "d": [DAY, DAY], "n": [2, 5]})
    found: Comparison = compare(before, after, "id")
    assert [(c.key, c.row, c.fields) for c in row_changes(found, before, after)] == [
        ("b", 2, (("d", None, DAY),)), ("a", 3, (("n", 1, 5),))]
    assert len(row_changes(found, before, after, first=1)) == 1
