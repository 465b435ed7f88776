"""What a clause asks of a column of a known type: the common ground of the table, SQL and Excel readers.

The operators come down to eight predicates with values of the column's type, so that each reader renders
eight forms and no reader guesses types by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from fusenapp.domain.definition import OPERATORS, Clause, Definition, clause_fields, clauses, normal_value
from fusenapp.errors import InputError
from fusenapp.qualify import words
from fusenapp.qualify.fields import resolve

if TYPE_CHECKING:
    from fusenapp.tables.dataset import Column

ValueType = Literal["text", "number", "date", "month", "boolean"]

VALUE_TYPES: Final[Mapping[str, ValueType]] = {
    "text": "text", "integer": "number", "number": "number", "percent": "number", "money": "number", "date": "date",
    "month": "month", "boolean": "boolean",
}
"""Column type → type of the values compared."""

Direction = Literal["increased", "flat", "decreased"]


@dataclass(frozen=True)
class Among:
    """The value is one of ``values`` (text, float, date, ``YYYY-MM`` or flag); ``negated``: it is none of them."""

    type: ValueType
    values: tuple[Any, ...]
    negated: bool = False


@dataclass(frozen=True)
class Range:
    """Within bounds; a bound of None is open; ``low_in``/``high_in``: the bound itself belongs to the range."""

    type: ValueType
    low: Any = None
    high: Any = None
    low_in: bool = True
    high_in: bool = True


@dataclass(frozen=True)
class Contains:
    """The text has ``text`` somewhere (``negated``: nowhere)."""

    text: str
    negated: bool = False


@dataclass(frozen=True)
class StartsWith:
    """The text begins with ``text``."""

    text: str


@dataclass(frozen=True)
class Blank:
    """There is no value (``negated``: there is one); never unknown."""

    negated: bool = False


@dataclass(frozen=True)
class Words:
    """A text that says yes (``true``) or no (``false``); any other text leaves it unknown."""

    true: tuple[str, ...]
    false: tuple[str, ...]


@dataclass(frozen=True)
class Within:
    """0 to ``days`` days before the date in column ``of``, or before the as-of date if ``of`` is empty."""

    days: int
    of: str = ""


@dataclass(frozen=True)
class Trend:
    """A figure against the one in column ``than``, or its own sign if ``than`` is empty.

    With x the figure, y the other one and t = ``tolerance``·|y| (``tolerance`` itself without ``than``; y = 0):
    increased x − y > t, decreased y − x > t, flat otherwise.
    """

    direction: Direction
    than: str = ""
    tolerance: float = 0.0


Predicate = Among | Range | Contains | StartsWith | Blank | Words | Within | Trend

_BOUNDS: Final = {"<": ("high", False), "<=": ("high", True), ">": ("low", False), ">=": ("low", True)}
_SUITED: Final[Mapping[str, tuple[str, ...]]] = {
    "ordered": ("number", "date", "month"), "pair": ("number", "date", "month"), "text": ("text", "month"),
    "days": ("date",), "trend": ("number", "text"), "scalar": ("text", "number", "date", "month", "boolean"),
    "list": ("text", "number", "date", "month", "boolean"), "none": ("text", "number", "date", "month", "boolean"),
}


def predicate(clause: Clause, column_type: str | None) -> Predicate:
    """What ``clause`` asks of a column.

    Args:
        clause: of a definition.
        column_type: one of the dataset's column types; None if it is not known: then the value tells.

    Raises:
        InputError: ``unknown-operator``, ``bad-value``, ``unsuited-operator``; ``where`` is the clause's id.
    """
    if clause.operator not in OPERATORS:
        raise InputError("unknown-operator", clause.id, field=clause.field, operator=clause.operator)
    try:
        value = normal_value(clause.operator, clause.value)
        type = VALUE_TYPES[column_type] if column_type else _type_of(clause.operator, value)
        _check_suited(clause, value, type, column_type or type)
        return _build(clause.operator, value, type)
    except ValueError:
        raise InputError("bad-value", clause.id, field=clause.field, operator=clause.operator, value=clause.value) from None


def _check_suited(clause: Clause, value: Any, type: ValueType, column_type: str) -> None:
    yes_no = clause.operator in ("is-true", "is-false") and type in ("date", "month")
    compared = clause.operator in words.TREND and "than" in value and type != "number"
    if type not in _SUITED[OPERATORS[clause.operator]] or yes_no or compared:
        raise InputError("unsuited-operator", clause.id, field=clause.field, operator=clause.operator, type=column_type)


def _build(operator: str, value: Any, type: ValueType) -> Predicate:
    if operator in ("=", "!="):
        return Among(type, (typed(value, type),), operator == "!=")
    if operator in ("one-of", "none-of"):
        return Among(type, tuple(dict.fromkeys(typed(v, type) for v in value)), operator == "none-of")
    if operator in _BOUNDS:
        side, inclusive = _BOUNDS[operator]
        return Range(type, **{side: typed(value, type), f"{side}_in": inclusive})
    if operator == "between":
        return Range(type, typed(value[0], type), typed(value[1], type))
    if operator in ("contains", "not-contains"):
        return Contains(value, operator == "not-contains")
    if operator == "starts-with":
        return StartsWith(value)
    if operator in ("is-blank", "not-blank"):
        return Blank(operator == "not-blank")
    if operator in ("is-true", "is-false"):
        return _flag(operator == "is-true", type)
    if operator == "within-days":
        return Within(value["days"], value.get("of", ""))
    return _trend(cast(Direction, operator), value, type)


def _flag(wanted: bool, type: ValueType) -> Predicate:
    if type == "text":
        return Words(words.YES, words.NO) if wanted else Words(words.NO, words.YES)
    if type == "number":
        return Among("number", (0.0,), wanted)
    return Among("boolean", (wanted,))


def _trend(direction: Direction, value: Mapping[str, Any], type: ValueType) -> Predicate:
    if type == "text":
        others = tuple(word for name, found in words.TREND.items() if name != direction for word in found)
        return Words(words.TREND[direction], others)
    return Trend(direction, value.get("than", ""), value.get("tolerance", 0.0))


def typed(value: Any, type: ValueType) -> Any:
    """A value of a rule as the column's type: text, float, date, ``YYYY-MM`` or flag.

    Raises:
        ValueError: it is not of that type.
    """
    return _TYPED[type](value)


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        raise ValueError(value)
    return value if isinstance(value, str) else f"{value:.15g}"


def _as_number(value: Any) -> float:
    if isinstance(value, bool):
        raise ValueError(value)
    if isinstance(value, str):
        value = unicodedata.normalize("NFKC", value).replace(",", "").strip()
        if not re.fullmatch(r"[+-]?\d+(\.\d+)?", value):
            raise ValueError(value)
    return float(value)


def _as_date(value: Any) -> date:
    match = re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", value.strip()) if isinstance(value, str) else None
    if match is None:
        raise ValueError(value)
    return date(*(int(part) for part in match.groups()))


def _as_month(value: Any) -> str:
    match = re.fullmatch(r"(\d{4})[-/](\d{1,2})", value.strip()) if isinstance(value, str) else None
    if match is None or not 1 <= int(match[2]) <= 12:
        raise ValueError(value)
    return f"{match[1]}-{int(match[2]):02d}"


def _as_flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _as_text(value)
    if text in words.YES or text in words.NO:
        return text in words.YES
    raise ValueError(value)


_TYPED: Final = {"text": _as_text, "number": _as_number, "date": _as_date, "month": _as_month, "boolean": _as_flag}


def _type_of(operator: str, value: Any) -> ValueType:
    """The likely type of a column that nobody described, from what it is compared with."""
    if operator in ("is-true", "is-false"):
        return "boolean"
    if operator == "within-days":
        return "date"
    if operator in words.TREND:
        return "number" if value.get("than") or value.get("tolerance") else "text"
    first = value[0] if isinstance(value, tuple) else value
    if OPERATORS[operator] in ("text", "none") or isinstance(first, bool):
        return "boolean" if isinstance(first, bool) else "text"
    return _type_of_value(first)


def _type_of_value(value: Any) -> ValueType:
    if not isinstance(value, str):
        return "number"
    kinds: tuple[ValueType, ...] = ("date", "month")
    for type in kinds:
        try:
            typed(value, type)
        except ValueError:
            continue
        return type
    return "text"


def operators_for(column_type: str) -> tuple[str, ...]:
    """The operators that a column of this type can have, in the order of a menu."""
    type = VALUE_TYPES[column_type]
    yes_no = ("is-true", "is-false")
    return tuple(op for op, shape in OPERATORS.items() if type in _SUITED[shape] and (op not in yes_no or type in ("boolean", "text")))


def check_clause(clause: Clause, columns: Sequence[Column]) -> None:
    """Refuses a clause that could not run on these columns, before any lead is judged.

    Raises:
        InputError: ``unknown-field``, ``ambiguous-field``, ``unknown-operator``, ``bad-value``, ``unsuited-operator``.
    """
    types = {column.name: column.type for column in columns}
    names = [resolve(name, list(types), clause.id) for name in clause_fields(clause)]
    predicate(clause, types[names[0]])


def problems(definition: Definition, columns: Sequence[Column]) -> list[InputError]:
    """What keeps the definition's own clauses from running on these columns, one error per clause; muted ones do not count."""
    found: list[InputError] = []
    for clause in clauses(definition, muted=False):
        try:
            check_clause(clause, columns)
        except InputError as error:
            found.append(error)
    return found
