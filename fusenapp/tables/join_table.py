"""The joined list: the leads with columns of their outcome rows, every value with the cell that it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from fusenapp.tables.dataset import Column, Dataset, Origin
from fusenapp.tables.places import LEVEL

if TYPE_CHECKING:
    import numpy as np


def join(leads: Dataset, outcomes: Dataset, chosen: np.ndarray, columns: Sequence[str], name: str) -> Dataset:
    """Put columns of the outcomes beside the leads. A lead without an outcome row has no values there, neither 0 nor no.

    Args:
        chosen: the outcome row of each lead, −1 for none (`joining.Matching.chosen`).
        columns: names of the outcome columns to take.
        name: put before a column that the leads have already, ``name›column``.
    """
    import numpy as np
    import pyarrow as pa

    picked = pa.array(chosen, pa.int32(), mask=np.asarray(chosen) < 0)
    fresh = joined_names(leads, columns, name)
    origins = _origins(outcomes, chosen, [outcomes.column(each).origin for each in columns])
    table, described = leads.table, list(leads.columns)
    numbers = {origin: len(leads.others) + at for at, origin in enumerate(origins, 1)}
    for each in columns:
        values = outcomes.values(each).take(picked)
        table = table.append_column(fresh[each], values)
        described.append(_described(outcomes.column(each), fresh[each], values.null_count, numbers))
    return replace(leads, columns=tuple(described), table=table, others=(*leads.others, *origins.values()))


def joined_names(leads: Dataset, columns: Sequence[str], name: str) -> dict[str, str]:
    """Outcome column → what it is called in the joined list."""
    taken, found = set(leads.names), {}
    labels = {column.label for column in leads.columns}
    for each in columns:
        plain = each if each not in taken and each.rsplit(LEVEL, 1)[-1] not in labels else f"{name}{LEVEL}{each}"
        while plain in taken:
            plain += "′"
        taken.add(plain)
        found[each] = plain
    return found


def _described(column: Column, name: str, missing: int, numbers: dict[int, int]) -> Column:
    return replace(column, name=name, missing=missing, origin=numbers[column.origin])


def _origins(outcomes: Dataset, chosen: np.ndarray, used: list[int]) -> dict[int, Origin]:
    """Number of an origin in the outcomes → the same with a row for each lead."""
    own = Origin(outcomes.source, outcomes.rows, outcomes.sheets, outcomes.sheet_of)
    return {number: _picked(outcomes.others[number - 1] if number else own, chosen) for number in dict.fromkeys(used)}


def _picked(origin: Origin, chosen: np.ndarray) -> Origin:
    import numpy as np

    there = np.asarray(chosen) >= 0
    rows = np.where(there, origin.rows[chosen], 0).astype(np.int32) if len(origin.rows) else np.zeros(len(chosen), np.int32)
    sheets = None
    if origin.sheet_of is not None:
        sheets = np.where(there, origin.sheet_of[chosen], 0).astype(np.int32) if len(origin.rows) else np.zeros(len(chosen), np.int32)
    return replace(origin, rows=rows, sheet_of=sheets)
