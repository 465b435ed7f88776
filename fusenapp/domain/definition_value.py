"""Which values each operator takes, and the form in which they are kept."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from fusenapp.domain.definition_types import OPERATORS, ValueShape


def normal_value(operator: str, value: Any) -> Any:
    """The value as a `Clause` keeps it.

    Raises:
        ValueError: the operator does not take such a value.
    """
    return _SHAPES[OPERATORS[operator]](value)


def plain_value(value: Any) -> Any:
    """The value as JSON has it: lists and dicts instead of tuples and mappings."""
    if isinstance(value, Mapping):
        return {key: plain_value(v) for key, v in value.items()}
    return [plain_value(v) for v in value] if isinstance(value, (tuple, list)) else value


def is_number(value: Any) -> bool:
    """A finite number; true and false are not numbers here."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, bool) or is_number(value) or (isinstance(value, str) and value.strip()):
        return value
    raise ValueError(value)


def _ordered(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError(value)
    return _scalar(value)


def _pair(value: Any) -> tuple[Any, Any]:
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise ValueError(value)
    low, high = (_ordered(v) for v in value)
    if is_number(low) != is_number(high) or low > high:
        raise ValueError(value)
    return low, high


def _list(value: Any) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)) or not value:
        raise ValueError(value)
    return tuple(dict.fromkeys(_scalar(v) for v in value))


def _text(value: Any) -> str:
    if is_number(value):
        return str(value)
    if isinstance(value, str) and value:
        return value
    raise ValueError(value)


def _none(value: Any) -> None:
    if value not in (None, ""):
        raise ValueError(value)


def _days(value: Any) -> dict[str, Any]:
    parts = value if isinstance(value, Mapping) else {"days": value}
    if set(parts) - {"days", "of"} or not is_number(parts.get("days")) or parts["days"] < 0 or parts["days"] % 1:
        raise ValueError(value)
    return {"days": int(parts["days"]), **_column(parts, "of")}


def _trend(value: Any) -> dict[str, Any]:
    parts = {} if value in (None, "") else value
    if not isinstance(parts, Mapping) or set(parts) - {"than", "tolerance"}:
        raise ValueError(value)
    tolerance = parts.get("tolerance", 0)
    if not is_number(tolerance) or tolerance < 0:
        raise ValueError(value)
    return {**_column(parts, "than"), **({"tolerance": tolerance} if tolerance else {})}


def _column(parts: Mapping[str, Any], key: str) -> dict[str, str]:
    name = parts.get(key)
    if name in (None, ""):
        return {}
    if not isinstance(name, str):
        raise ValueError(name)
    return {key: name}


_SHAPES: dict[ValueShape, Callable[[Any], Any]] = {
    "scalar": _scalar, "ordered": _ordered, "pair": _pair, "list": _list, "text": _text, "none": _none, "days": _days,
    "trend": _trend,
}
