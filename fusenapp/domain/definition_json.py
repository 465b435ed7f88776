"""Rule files: JSON in, checked part by part; JSON out, and a canonical form of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from fusenapp.domain.definition_types import (
    AXES,
    KINDS,
    MAX_NESTING,
    OPERATORS,
    Clause,
    Definition,
    Group,
    Include,
    Match,
    Member,
    Threshold,
    conditions,
)
from fusenapp.domain.definition_value import is_number, normal_value, plain_value
from fusenapp.errors import InputError

_GROUP_KEYS: Final = {"id", "match", "clauses", "name", "cap", "muted"}
_ROOT_KEYS: Final = _GROUP_KEYS | {"threshold"}
_COMMON_KEYS: Final = {"id", "kind", "points", "axis", "half_life_days", "half_life_from", "muted", "known_at_handover",
                       "department", "comment", "evidence"}
_CLAUSE_KEYS: Final = _COMMON_KEYS | {"field", "operator", "value"}
_INCLUDE_KEYS: Final = _COMMON_KEYS | {"ref"}
_DEFAULTS: Final = {"kind": "required", "points": None, "axis": "", "half_life_days": None, "half_life_from": "", "muted": False,
                    "known_at_handover": True, "department": "", "comment": "", "evidence": {}}


def parse_rule(data: Any, rule: str, *, id: str = "", department: str = "") -> Definition:
    """A definition from the JSON of a rule file (already loaded).

    Clauses and groups without an id are numbered; everything else must be as it should.

    Args:
        data: the root group with its clauses, and ``threshold`` if there are points.
        rule: ``target`` or ``hot-lead``.
        id: of the definition; the joint one (``rule``) if empty.
        department: whose draft it is.

    Raises:
        InputError: ``bad-rule``, ``unknown-key``, ``unknown-operator``, ``bad-value``, ``bad-match``, ``too-deep``,
            ``duplicate-id``, ``threshold-missing``; ``where`` is the id of the clause or group.
    """
    _need(isinstance(data, Mapping), "bad-rule", "", key="clauses")
    root = _Reader(data).group(data, 0)
    threshold = _threshold(data.get("threshold"), root.id)
    if threshold is None and any(c.kind == "points" for c in conditions(root)):
        raise InputError("threshold-missing", root.id)
    return Definition(id=id or rule, rule=rule, root=root, department=department, threshold=threshold)


def to_json(definition: Definition) -> dict[str, Any]:
    """The rule file of a definition; what has its default is left out."""
    data = group_to_json(definition.root)
    if definition.threshold is not None:
        data["threshold"] = plain_value(definition.threshold)
    return data


def canonical(definition: Definition) -> str:
    """One text per meaning: JSON with sorted keys, no blanks, whole numbers without a fraction."""
    return json.dumps(_whole(to_json(definition)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def group_to_json(group: Group) -> dict[str, Any]:
    """A group as in a rule file."""
    data: dict[str, Any] = {"id": group.id, "match": match_to_json(group.match)}
    data |= {key: v for key, v, default in (("name", group.name, ""), ("cap", group.cap, None), ("muted", group.muted, False))
             if v != default}
    data["clauses"] = [member_to_json(member) for member in group.members]
    return data


def member_to_json(member: Member) -> dict[str, Any]:
    """A clause, an inclusion or a group as in a rule file."""
    if isinstance(member, Group):
        return group_to_json(member)
    data: dict[str, Any] = {"id": member.id}
    if isinstance(member, Include):
        data["ref"] = member.ref
    else:
        data |= {"field": member.field, "operator": member.operator}
        if member.value is not None and member.value != {}:
            data["value"] = _plain_clause_value(member)
    return data | {key: plain_value(getattr(member, key)) for key, default in _DEFAULTS.items() if getattr(member, key) != default}


def match_to_json(match: Match) -> Any:
    """``"all"``, ``"any"`` or ``{"at-least": n}``."""
    return {"at-least": match} if isinstance(match, int) else match


def match_from_json(data: Any) -> Match:
    """The opposite of `match_to_json`.

    Raises:
        ValueError: it is none of the three forms.
    """
    if data in ("all", "any"):
        return data
    if isinstance(data, Mapping) and set(data) == {"at-least"}:
        n = data["at-least"]
        if is_number(n) and n >= 1 and n % 1 == 0:
            return int(n)
    raise ValueError(data)


def _plain_clause_value(clause: Clause) -> Any:
    """``within-days`` of the as-of date is written as the bare number."""
    if isinstance(clause.value, Mapping) and set(clause.value) == {"days"}:
        return clause.value["days"]
    return plain_value(clause.value)


def _whole(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _whole(v) for key, v in data.items()}
    if isinstance(data, list):
        return [_whole(v) for v in data]
    return int(data) if isinstance(data, float) and data.is_integer() else data


def _threshold(data: Any, where: str) -> Threshold:
    if data is None or is_number(data):
        return data
    per_axis = isinstance(data, Mapping) and bool(data) and set(data) <= set(AXES) and all(is_number(v) for v in data.values())
    _need(per_axis, "bad-value", where, field="threshold", operator="threshold", value=data)
    return dict(data)


def _need(condition: bool, code: str, where: str, **parameters: object) -> None:
    if not condition:
        raise InputError(code, where, **parameters)


class _Reader:
    """Reads one rule file: keeps the ids seen, so that they stay unique and missing ones can be numbered."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.taken = set(_ids(data))
        self.seen: set[str] = set()

    def group(self, data: Mapping[str, Any], depth: int) -> Group:
        id = self.id_of(data, "g")
        _need(depth <= MAX_NESTING, "too-deep", id)
        self.check_keys(data, _GROUP_KEYS if depth else _ROOT_KEYS, id)
        _need(isinstance(data.get("clauses"), list), "bad-rule", id, key="clauses")
        members = tuple(self.member(part, depth, id) for part in data["clauses"])
        return Group(id=id, match=self.match(data, id, len(members)), members=members, name=self.string(data, "name", id),
                     cap=self.number(data, "cap", id), muted=self.flag(data, "muted", False, id))

    def member(self, data: Any, depth: int, where: str) -> Member:
        _need(isinstance(data, Mapping), "bad-rule", where, key="clauses")
        if "clauses" in data or "match" in data:
            return self.group(data, depth + 1)
        id = self.id_of(data, "c")
        if "ref" in data:
            return self.include(data, id)
        return self.clause(data, id)

    def include(self, data: Mapping[str, Any], id: str) -> Include:
        self.check_keys(data, _INCLUDE_KEYS, id)
        ref = self.string(data, "ref", id)
        _need(bool(ref), "bad-rule", id, key="ref")
        return Include(ref=ref, **self.common(data, id))

    def clause(self, data: Mapping[str, Any], id: str) -> Clause:
        self.check_keys(data, _CLAUSE_KEYS, id)
        name, operator = self.string(data, "field", id), data.get("operator")
        _need(bool(name.strip()), "bad-rule", id, key="field")
        _need(isinstance(operator, str) and operator in OPERATORS, "unknown-operator", id, field=name, operator=operator)
        try:
            value = normal_value(str(operator), data.get("value"))
        except ValueError:
            raise InputError("bad-value", id, field=name, operator=operator, value=data.get("value")) from None
        return Clause(field=name, operator=str(operator), value=value, **self.common(data, id))

    def common(self, data: Mapping[str, Any], id: str) -> dict[str, Any]:
        kind, axis, evidence = data.get("kind", "required"), data.get("axis") or "", data.get("evidence") or {}
        _need(kind in KINDS, "bad-rule", id, key="kind")
        _need(axis in ("", *AXES), "bad-rule", id, key="axis")
        _need(isinstance(evidence, Mapping), "bad-rule", id, key="evidence")
        points, half_life = self.number(data, "points", id), self.number(data, "half_life_days", id)
        _need(kind != "points" or points is not None, "bad-rule", id, key="points")
        _need(half_life is None or half_life > 0, "bad-rule", id, key="half_life_days")
        return {"id": id, "kind": kind, "axis": axis, "evidence": dict(evidence), "points": points, "half_life_days": half_life,
                "muted": self.flag(data, "muted", False, id), "known_at_handover": self.flag(data, "known_at_handover", True, id),
                **{key: self.string(data, key, id) for key in ("department", "comment", "half_life_from")}}

    def match(self, data: Mapping[str, Any], id: str, count: int) -> Match:
        try:
            match = match_from_json(data.get("match", "all"))
        except ValueError:
            raise InputError("bad-match", id, value=data.get("match")) from None
        _need(not isinstance(match, int) or match <= count, "bad-match", id, value=match_to_json(match))
        return match

    def id_of(self, data: Mapping[str, Any], prefix: str) -> str:
        id = data.get("id")
        if id is None:
            id = next(name for n in range(1, 10_000) if (name := f"{prefix}{n}") not in self.taken)
            self.taken.add(id)
        _need(isinstance(id, str) and bool(id), "bad-rule", str(id), key="id")
        _need(id not in self.seen, "duplicate-id", id)
        self.seen.add(id)
        return id

    @staticmethod
    def check_keys(data: Mapping[str, Any], known: set[str], id: str) -> None:
        unknown = sorted(str(key) for key in set(data) - known)
        _need(not unknown, "unknown-key", id, key=", ".join(unknown))

    @staticmethod
    def string(data: Mapping[str, Any], key: str, id: str) -> str:
        value = data.get(key)
        _need(value is None or isinstance(value, str), "bad-rule", id, key=key)
        return value or ""

    @staticmethod
    def number(data: Mapping[str, Any], key: str, id: str) -> float | None:
        value = data.get(key)
        _need(value is None or is_number(value), "bad-rule", id, key=key)
        return value

    @staticmethod
    def flag(data: Mapping[str, Any], key: str, default: bool, id: str) -> bool:
        value = data.get(key, default)
        _need(isinstance(value, bool), "bad-rule", id, key=key)
        return value


def _ids(data: Any) -> list[str]:
    """All ids written anywhere in the file, however odd its shape; not deeper than a group may be."""
    found: list[str] = []
    level: list[Any] = [data]
    for _ in range(MAX_NESTING + 3):
        parts = [part for part in level if isinstance(part, Mapping)]
        found += [part["id"] for part in parts if isinstance(part.get("id"), str)]
        level = [child for part in parts if isinstance(part.get("clauses"), list) for child in part["clauses"]]
    return found
