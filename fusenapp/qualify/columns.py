"""Columns of a dataset as numpy arrays, made once per dataset and kept while it lives."""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fusenapp.errors import InputError
from fusenapp.qualify.fields import resolve
from fusenapp.qualify.predicates import VALUE_TYPES, ValueType

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.tables.dataset import Dataset


@dataclass(frozen=True, eq=False)
class Values:
    """One column.

    Attributes:
        type: type of the values.
        data: number → float64 or int64; date → int32 days since 1970-01-01; boolean → bool; text and month →
            int32 codes into ``texts``. What stands at a missing value means nothing.
        missing: bool array, or None if no value is missing.
        texts: the different texts of a text or month column.
    """

    type: ValueType
    data: np.ndarray
    missing: np.ndarray | None
    texts: tuple[str, ...] = ()


class Columns:
    """Lazy access to the columns of one dataset by the names that definitions use."""

    def __init__(self, dataset: Dataset) -> None:
        self._table, self.rows = dataset.table, dataset.table.num_rows
        self._types = {column.name: column.type for column in dataset.columns}
        self._names = list(self._types)
        self._values: dict[str, Values] = {}
        self._resolved: dict[str, str] = {}

    def name(self, field: str, where: str = "") -> str:
        """The column that ``field`` means; errors as in `fields.resolve`."""
        if field not in self._resolved:
            self._resolved[field] = resolve(field, self._names, where)
        return self._resolved[field]

    def type(self, field: str, where: str = "") -> str | None:
        """The column's type, or None where no row has a value: such a column suits every operator."""
        name = self.name(field, where)
        column = self._table.column(self._names.index(name))
        return None if self.rows and column.null_count == self.rows else self._types[name]

    def values(self, field: str, where: str = "") -> Values:
        """The column's values."""
        name = self.name(field, where)
        if name not in self._values:
            self._values[name] = _values(self._table.column(self._names.index(name)), VALUE_TYPES[self._types[name]])
        return self._values[name]

    def dates(self, field: str, where: str) -> Values:
        """Like `values`, but the column must hold dates.

        Raises:
            InputError: ``unsuited-operator`` if it holds something else.
        """
        values = self.values(field, where)
        if values.type != "date" and self.type(field) is not None:
            raise InputError("unsuited-operator", where, field=field, operator="within-days", type=self.type(field))
        return values

    def numbers(self, field: str, where: str) -> Values:
        """Like `values`, but the column must hold numbers.

        Raises:
            InputError: ``unsuited-operator`` if it holds something else.
        """
        values = self.values(field, where)
        if values.type != "number" and self.type(field) is not None:
            raise InputError("unsuited-operator", where, field=field, operator="increased", type=self.type(field))
        return values


_kept: dict[int, Columns] = {}


def columns_of(dataset: Dataset) -> Columns:
    """The columns of ``dataset``, the same object while the dataset lives."""
    key = id(dataset)
    if key not in _kept:
        _kept[key] = Columns(dataset)
        weakref.finalize(dataset, _kept.pop, key, None)
    return _kept[key]


def _values(column: Any, type: ValueType) -> Values:
    import pyarrow as pa
    import pyarrow.compute as pc

    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if type in ("text", "month"):
        return _coded(array, type)
    missing = array.is_null().to_numpy(zero_copy_only=False) if array.null_count else None
    if type == "date":
        array = array.cast(pa.date32()).cast(pa.int32())
    filled = pc.fill_null(array, False if type == "boolean" else 0) if array.null_count else array
    data = filled.to_numpy(zero_copy_only=False)
    return Values(type, data, _with_nan(data, missing))


def _with_nan(data: np.ndarray, missing: np.ndarray | None) -> np.ndarray | None:
    """Not-a-number counts as missing."""
    import numpy as np

    if data.dtype.kind != "f" or not (nan := np.isnan(data)).any():
        return missing
    return nan if missing is None else missing | nan


def _coded(array: Any, type: ValueType) -> Values:
    """Texts as codes; an empty text is a missing value."""
    import numpy as np
    import pyarrow.compute as pc

    coded = array.dictionary_encode()
    texts = tuple(coded.dictionary.to_pylist())
    codes = pc.fill_null(coded.indices, -1).to_numpy(zero_copy_only=False).astype(np.int32, copy=False)
    if "" in texts:
        codes = np.where(codes == texts.index(""), np.int32(-1), codes)
    missing = codes < 0
    return Values(type, codes, missing if missing.any() else None, texts)
