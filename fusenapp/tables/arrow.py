"""Column types as Arrow types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

_EPOCH = dt.date(1970, 1, 1).toordinal()


def arrow_type(type_: str, *, whole: bool = False) -> pa.DataType:
    """The Arrow type of a column type; money is int64 where all of it is whole."""
    import pyarrow as pa

    if type_ == "money" and whole:
        return pa.int64()
    plain = {"text": pa.string(), "month": pa.string(), "integer": pa.int64(), "date": pa.date32(), "boolean": pa.bool_()}
    return plain.get(type_, pa.float64())


def arrow_array(type_: str, values: Sequence[Any]) -> pa.Array:
    """Typed Python values, None where missing → an Arrow array.

    Built from buffers: ``pyarrow.array`` would load pandas where it is installed, half a second to ask whether a list is a series.
    """
    whole = type_ == "money" and all(value is None or (float(value).is_integer() and abs(value) < 2**62) for value in values)
    target = arrow_type(type_, whole=whole)
    name = str(target)
    if name == "string":
        return _texts(values)
    if name == "bool":
        return _numbers(target, [bool(value) for value in values], "bool", values)
    if name == "date32[day]":
        return _numbers(target, [0 if value is None else value.toordinal() - _EPOCH for value in values], "int32", values)
    kind = "int64" if name == "int64" else "float64"
    return _numbers(target, [0 if value is None else value for value in values], kind, values)


def _texts(values: Sequence[str | None]) -> pa.Array:
    import pyarrow as pa

    builder = pa.lib.StringBuilder()  # type: ignore[attr-defined]
    builder.append_values(values if isinstance(values, list) else list(values))
    return builder.finish()


def _numbers(target: pa.DataType, filled: Sequence[Any], kind: str, values: Sequence[Any]) -> pa.Array:
    """An array of numbers, days or truth values; missing where ``values`` has None."""
    import numpy as np
    import pyarrow as pa

    here = np.fromiter((value is not None for value in values), bool, len(values))
    cells = np.array(filled, kind)
    data = np.packbits(cells, bitorder="little") if kind == "bool" else cells
    valid = None if here.all() else pa.py_buffer(np.packbits(here, bitorder="little"))
    return pa.Array.from_buffers(target, len(values), [valid, pa.py_buffer(data)])


def compute() -> Any:
    """``pyarrow.compute``, whose functions are made when it is imported and so unknown to type checkers."""
    import pyarrow.compute

    return pyarrow.compute
