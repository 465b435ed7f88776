"""What may be stored in a field: cleaned on the way in (SPEC D10 to D15), plain Python on the way out."""

from __future__ import annotations

import json
import math
import numbers
from collections.abc import Mapping, Sequence
from typing import Any, Final

from fusenapp.domain.schema import COMMON, KINDS, Field
from fusenapp.errors import InputError, InternalFault

LARGEST: Final = 2**53 - 1
"""Whole numbers beyond this lose digits in the engine (IEEE double) and are refused."""

DEEPEST: Final = 32
"""Levels of lists and mappings inside one value."""


class _Absent:
    """The mark for a field that was never written; one object, so `is` finds it."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()


def field_of(kind: str, name: str) -> Field:
    """The declaration of a field.

    Raises:
        InternalFault: ``unknown-kind`` or ``no-such-field``.
    """
    declared = KINDS.get(kind)
    if declared is None:
        raise InternalFault("unknown-kind", where=kind)
    found = declared.field_of(name) or COMMON.get(name)
    if found is None:
        raise InternalFault("no-such-field", where=f"{kind}.{name}")
    return found


def clean(kind: str, name: str, value: Any) -> Any:
    """The value as it will be stored and read back: plain, finite, without lone surrogates.

    Raises:
        InternalFault: no such field, or a value of the wrong type.
        InputError: ``bad-number`` for numbers that are not finite or beyond ±(2**53 - 1).
    """
    where = f"{kind}.{name}"
    kind_of_field = field_of(kind, name).type
    if value is None:
        return "" if kind_of_field == "text" else None
    if kind_of_field == "json":
        return _clean_json(value, where, DEEPEST)
    if kind_of_field == "number":
        return _clean_number(value, where)
    expected = bool if kind_of_field == "flag" else str
    if not isinstance(value, expected):
        raise InternalFault("wrong-type", where=where, type=type(value).__name__)
    return clean_text(value) if isinstance(value, str) else value


def clean_text(text: str) -> str:
    """Text that UTF-8 can hold: surrogate pairs joined, lone surrogates (they panic the engine) replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _clean_number(value: Any, where: str) -> int | float:
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise InternalFault("wrong-type", where=where, type=type(value).__name__)
    number: int | float = int(value) if isinstance(value, numbers.Integral) else float(value)
    if not math.isfinite(number) or (isinstance(number, int) and abs(number) > LARGEST):
        raise InputError("bad-number", where=where)
    return int(number) if abs(number) <= LARGEST and number == int(number) else number


def _clean_json(value: Any, where: str, depth: int) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, numbers.Real):
        return _clean_number(value, where)
    if depth == 0:
        raise InternalFault("nested-too-deep", where=where)
    if isinstance(value, Mapping):
        return {_clean_name(k, where): _clean_json(value[k], where, depth - 1) for k in sorted(value)}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [_clean_json(item, where, depth - 1) for item in value]
    raise InternalFault("wrong-type", where=where, type=type(value).__name__)


def _clean_name(name: Any, where: str) -> str:
    if not isinstance(name, str):
        raise InternalFault("wrong-type", where=where, type=type(name).__name__)
    return clean_text(name)


def ordered(value: Any) -> Any:
    """The value with the names of its mappings sorted: the engine keeps them in no order."""
    if isinstance(value, dict):
        return {name: ordered(value[name]) for name in sorted(value)}
    return [ordered(item) for item in value] if isinstance(value, list) else value


def same(a: Any, b: Any) -> bool:
    """Whether two values are the same once stored. True is not 1, and a field never written is not null."""
    if a is ABSENT or b is ABSENT:
        return a is b
    if isinstance(a, dict | list) or isinstance(b, dict | list):
        return canonical(a) == canonical(b)
    return a == b and isinstance(a, bool) == isinstance(b, bool)


def canonical(value: Any) -> str:
    """One spelling per value, for comparing and hashing; a field never written spells as nothing at all."""
    return "" if value is ABSENT else json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
