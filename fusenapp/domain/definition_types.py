"""The frozen values of a definition: clauses in groups, at most two groups deep below the root."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

ValueShape = Literal["scalar", "ordered", "pair", "list", "text", "none", "days", "trend"]

OPERATORS: Final[Mapping[str, ValueShape]] = {
    "=": "scalar", "!=": "scalar", "<": "ordered", "<=": "ordered", ">": "ordered", ">=": "ordered", "between": "pair",
    "one-of": "list", "none-of": "list", "contains": "text", "not-contains": "text", "starts-with": "text",
    "is-blank": "none", "not-blank": "none", "is-true": "none", "is-false": "none", "within-days": "days",
    "increased": "trend", "flat": "trend", "decreased": "trend",
}
"""Every operator and the shape of its value (`fusenapp.domain.definition_value` says what each shape allows)."""

KINDS: Final = ("required", "points", "knock-out")
AXES: Final = ("fit", "interest")
RULES: Final = ("target", "hot-lead")
MAX_NESTING: Final = 2
"""Levels of groups below the root."""

Match = Literal["all", "any"] | int
"""How a group joins its members; a number n means *at least n of them*."""


@dataclass(frozen=True, kw_only=True)
class Condition:
    """What a clause and an inclusion have in common.

    Attributes:
        id: stable within its definition; written in rule files and results.
        kind: ``required``; ``points`` (adds ``points`` when true, stands apart from the logic of its group);
            ``knock-out`` (when true the lead is no match, wherever in the tree the clause stands).
        axis: ``fit``, ``interest`` or empty.
        half_life_days: the points halve every so many days since the date in ``half_life_from``
            (empty: in the clause's own field).
        muted: left out of every verdict, as if it were not there.
        known_at_handover: false for a field that is filled only after the lead was handed over.
        evidence: free-form links by key (interview ids, figures).
        record: id of the record it was read from; empty if it does not come from a workspace.
    """

    id: str
    kind: str = "required"
    points: float | None = None
    axis: str = ""
    half_life_days: float | None = None
    half_life_from: str = ""
    muted: bool = False
    known_at_handover: bool = True
    department: str = ""
    comment: str = ""
    evidence: Mapping[str, Any] = dataclasses.field(default_factory=dict, hash=False)
    record: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, kw_only=True)
class Clause(Condition):
    """One condition on one column.

    ``value`` by operator: scalar (text, number, flag; dates as ISO text), tuple of scalars (``one-of``,
    ``none-of``), (low, high) inclusive (``between``), {"days": n, "of": column or absent} (``within-days``),
    {"than": column or absent, "tolerance": fraction} (``increased`` …), None where there is none.
    """

    field: str
    operator: str
    value: Any = dataclasses.field(default=None, hash=False)


@dataclass(frozen=True, kw_only=True)
class Include(Condition):
    """Another definition, by id, in place of a clause."""

    ref: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """Members joined by ``match``; ``cap`` is the most that the points below it may add up to.

    A group without effective members (none, or all muted) is left out, as if it were muted.
    """

    id: str
    match: Match = "all"
    members: tuple[Clause | Include | Group, ...] = ()
    name: str = ""
    cap: float | None = None
    muted: bool = False
    record: str = dataclasses.field(default="", compare=False)


Member = Clause | Include | Group

Threshold = float | Mapping[str, float] | None
"""Points needed: on the sum, or per axis ({"fit": 40, "interest": 20}); None: points do not decide."""


@dataclass(frozen=True, kw_only=True)
class Definition:
    """A rule that says which leads are meant.

    Attributes:
        id: ``target`` and ``hot-lead`` are the joint ones; drafts of a department have their own.
        rule: what it defines, ``target`` or ``hot-lead``.
        department: whose draft it is; empty for the joint one.
    """

    id: str
    rule: str
    root: Group
    department: str = ""
    threshold: Threshold = dataclasses.field(default=None, hash=False)
    name: str = ""
    comment: str = ""
    review_months: float | None = None


def walk(group: Group) -> Iterator[Member]:
    """The group and everything below it, in reading order."""
    yield group
    for member in group.members:
        if isinstance(member, Group):
            yield from walk(member)
        else:
            yield member


def conditions(group: Group, *, muted: bool = True) -> Iterator[Clause | Include]:
    """Clauses and inclusions in reading order; ``muted=False`` leaves out what is muted or stands in a muted group."""
    if group.muted and not muted:
        return
    for member in group.members:
        if isinstance(member, Group):
            yield from conditions(member, muted=muted)
        elif muted or not member.muted:
            yield member


def clauses(definition: Definition, *, muted: bool = True) -> list[Clause]:
    """The clauses of a definition in reading order, without those of included definitions."""
    return [c for c in conditions(definition.root, muted=muted) if isinstance(c, Clause)]


def fields(definition: Definition) -> list[str]:
    """Names of the columns that the definition reads, each once, in reading order."""
    return list(dict.fromkeys(name for clause in clauses(definition) for name in clause_fields(clause)))


def clause_fields(clause: Clause) -> list[str]:
    """Columns that one clause reads: its own, a reference date, a figure to compare with, the date of its half-life."""
    value = clause.value if isinstance(clause.value, Mapping) else {}
    return [name for name in (clause.field, value.get("of"), value.get("than"), clause.half_life_from) if name]


def includes(definition: Definition) -> list[str]:
    """Ids of the definitions that this one includes directly, muted ones too."""
    return list(dict.fromkeys(c.ref for c in conditions(definition.root) if isinstance(c, Include)))


def clause_id(definition: str, record: str) -> str:
    """The id of a clause or group as written in rule files, from its record's id."""
    return record.removeprefix(definition + ":")


def record_id(definition: str, id: str) -> str:
    """The record id of a clause or group: two definitions may both have a ``c1``, so the definition is part of it."""
    return f"{definition}:{id}"
