"""Column types as Arrow types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa


def arrow_type(type_: str, *, whole: bool = False) -> pa.DataType:
    """The Arrow type of a column type; money is int64 where all of it is whole."""
    import pyarrow as pa

    if type_ == "money" and whole:
        return pa.int64()
    plain = {"text": pa.string(), "month": pa.string(), "integer": pa.int64(), "date": pa.date32(), "boolean": pa.bool_()}
    return plain.get(type_, pa.float64())


def arrow_array(type_: str, values: Sequence[Any]) -> pa.Array:
    """Typed Python values, None where missing → an Arrow array."""
    import pyarrow as pa

    whole = type_ == "money" and all(value is None or (float(value).is_integer() and abs(value) < 2**62) for value in values)
    target = arrow_type(type_, whole=whole)
    if target == pa.int64():
        return pa.array([None if value is None else int(value) for value in values], target)
    if target == pa.float64():
        return pa.array([None if value is None else float(value) for value in values], target)
    return pa.array(values, target)


def compute() -> Any:
    """``pyarrow.compute``, whose functions are made when it is imported and so unknown to type checkers."""
    import pyarrow.compute

    return pyarrow.compute
