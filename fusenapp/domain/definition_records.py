"""Definitions as flat records of a workspace, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from fusenapp.domain.definition_json import match_from_json, match_to_json
from fusenapp.domain.definition_types import (
    KINDS,
    OPERATORS,
    RULES,
    Clause,
    Definition,
    Group,
    Include,
    Match,
    Member,
    clause_id,
    record_id,
)
from fusenapp.domain.definition_value import normal_value, plain_value
from fusenapp.domain.snapshot import Record, Snapshot, family, value

_COMMON: Final = ("kind", "points", "axis", "half_life_days", "half_life_from", "muted", "known_at_handover", "department", "comment")
_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class MemberRecord:
    """One group or clause as it is stored: ``fields`` are those of `schema.KINDS[kind]`, ``order`` among them."""

    kind: str
    id: str
    fields: Mapping[str, Any]


def from_snapshot(snapshot: Snapshot, definition: str) -> Definition | None:
    """The definition with this id, or None if the workspace has none.

    Reads what it can: a clause with an operator or value that this version does not know is kept as it is and refused
    on evaluation; a group that hangs below itself (two people moved at once) is cut off.
    """
    record = snapshot.get("definitions", definition)
    if record is None:
        return None
    reader = _Reader(snapshot, definition)
    root = value("definitions", record, "root")
    group = snapshot.get("groups", root)
    return Definition(
        id=definition, rule=value("definitions", record, "rule") or _rule_of(definition),
        root=reader.group(group, frozenset()) if group else Group(id=clause_id(definition, root or "root"), record=root),
        department=value("definitions", record, "department"), threshold=_threshold(value("definitions", record, "threshold")),
        name=value("definitions", record, "name"), comment=value("definitions", record, "comment"),
        review_months=value("definitions", record, "review_months"))


def all_from_snapshot(snapshot: Snapshot) -> dict[str, Definition]:
    """Every definition of the workspace by id: joint ones and drafts."""
    found = ((record["id"], from_snapshot(snapshot, record["id"])) for record in snapshot.all("definitions"))
    return {id: definition for id, definition in found if definition is not None}


def to_records(definition: Definition) -> list[MemberRecord]:
    """The records of all groups and clauses, parents first; the first one is the root group.

    Record ids are those they were read from, else made of the definition's id and their own.
    """
    return list(_group_records(definition, definition.root, "", "b01"))


def definition_fields(definition: Definition) -> dict[str, Any]:
    """The fields of the ``definitions`` record itself."""
    return {"rule": definition.rule, "department": definition.department, "threshold": plain_value(definition.threshold),
            "root": _record_id(definition, definition.root)}


def member_fields(member: Member) -> dict[str, Any]:
    """What a group or clause stores of itself, without its place (definition, parent, order)."""
    if isinstance(member, Group):
        return {"match": match_to_json(member.match), "name": member.name, "cap": member.cap, "muted": member.muted}
    fields: dict[str, Any] = {name: getattr(member, name) for name in _COMMON}
    fields |= {f"evidence.{key}": plain_value(v) for key, v in member.evidence.items()}
    if isinstance(member, Include):
        return fields | {"ref": member.ref}
    return fields | {"field": member.field, "operator": member.operator, "value": plain_value(member.value)}


def _group_records(definition: Definition, group: Group, parent: str, order: str) -> Iterable[MemberRecord]:
    place = {"definition": definition.id, "parent": parent, "order": order}
    yield MemberRecord("groups", _record_id(definition, group), place | member_fields(group))
    for index, member in enumerate(group.members):
        place = {"definition": definition.id, "parent": _record_id(definition, group), "order": _order(index)}
        if isinstance(member, Group):
            yield from _group_records(definition, member, place["parent"], place["order"])
        else:
            yield MemberRecord("clauses", _record_id(definition, member), place | member_fields(member))


def _record_id(definition: Definition, member: Member) -> str:
    return member.record or record_id(definition.id, member.id)


def _order(index: int) -> str:
    """Fractional keys with room on both sides: ``b`` and two digits of base 62, the last one never 0."""
    high, low = divmod(index, 61)
    return f"b{_DIGITS[high]}{_DIGITS[low + 1]}"


class _Reader:
    def __init__(self, snapshot: Snapshot, definition: str) -> None:
        self.definition = definition
        self.children: dict[str, list[tuple[str, Record]]] = {}
        for kind in ("groups", "clauses"):
            for record in snapshot.all(kind, definition=definition):
                self.children.setdefault(value(kind, record, "parent"), []).append((kind, record))

    def group(self, record: Record, above: frozenset[str]) -> Group:
        above |= {record["id"]}
        children = sorted(self.children.get(record["id"], ()), key=lambda child: (child[1].get("order") or "", child[1]["id"]))
        members = tuple(self.group(r, above) if kind == "groups" else self.condition(r)
                        for kind, r in children if kind == "clauses" or r["id"] not in above)
        return Group(id=clause_id(self.definition, record["id"]), record=record["id"], members=members,
                     match=_match(value("groups", record, "match")), name=value("groups", record, "name"),
                     cap=value("groups", record, "cap"), muted=value("groups", record, "muted"))

    def condition(self, record: Record) -> Clause | Include:
        common: dict[str, Any] = {name: value("clauses", record, name) for name in _COMMON}
        common |= {"id": clause_id(self.definition, record["id"]), "record": record["id"], "evidence": family(record, "evidence")}
        if common["kind"] not in KINDS:
            common["kind"] = "required"
        if ref := value("clauses", record, "ref"):
            return Include(ref=ref, **common)
        operator = value("clauses", record, "operator")
        return Clause(field=value("clauses", record, "field"), operator=operator,
                      value=_value(operator, value("clauses", record, "value")), **common)


def _match(data: Any) -> Match:
    try:
        return match_from_json(data)
    except ValueError:
        return "all"


def _value(operator: str, data: Any) -> Any:
    """The value as kept, or as it is where it does not suit the operator yet: someone is still filling the clause in."""
    try:
        return normal_value(operator, data) if operator in OPERATORS else data
    except ValueError:
        return data


def _threshold(data: Any) -> Any:
    return dict(data) if isinstance(data, Mapping) else data


def _rule_of(definition: str) -> str:
    return definition if definition in RULES else RULES[0]
