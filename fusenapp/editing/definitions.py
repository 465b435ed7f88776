"""Verbs for definitions: put in a whole rule, or build it clause by clause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from fusenapp.document import Document, Edit
from fusenapp.document.order import between, valid
from fusenapp.domain import definition as rules
from fusenapp.domain.definition import Clause, Definition, Group, Include
from fusenapp.domain.snapshot import Record, family
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import translate


def define(document: Document, definition: Definition) -> None:
    """Make the workspace's definition say exactly this; clauses with the same ids are changed in place."""
    label = translate("Edit", "Define the target") if definition.rule == "target" else translate("Edit", "Define the hot lead")
    with document.edit(label) as edit:
        _put(edit, "definitions", definition.id, rules.definition_fields(definition))
        kept = set()
        for member in rules.to_records(definition):
            _put(edit, member.kind, member.id, member.fields)
            kept.add((member.kind, member.id))
        for kind in ("groups", "clauses"):
            for record in edit.all(kind, definition=definition.id):
                if (kind, record["id"]) not in kept:
                    edit.delete(kind, record["id"])


def add_clause(document: Document, group: str, clause: Clause | Include, before: str | None = None) -> str:
    """A new clause or inclusion in a group (record id), before a sibling or at the end; returns its record id."""
    definition = existing(document, "groups", group)["definition"]
    with document.edit(translate("Edit", "Add a condition")) as edit:
        id = rules.record_id(definition, uuid4().hex[:8])
        place = {"definition": definition, "parent": group, "order": _order(edit, definition, group, before)}
        return edit.create("clauses", place | rules.member_fields(clause), id=id)


def change_clause(document: Document, id: str, /, **fields: Any) -> None:
    """Change a clause: field, operator, value, kind, points, axis, muted, department, comment, known_at_handover.

    A value that does not suit the operator is refused (``bad-value``), so set both together.
    """
    record = existing(document, "clauses", id)
    if "operator" in fields or "value" in fields:
        fields["value"] = _fitting(id, fields.get("operator", record.get("operator", "")), fields.get("value", record.get("value")))
    with document.edit(translate("Edit", "Change a condition"), group=f"clause:{id}:{','.join(sorted(fields))}") as edit:
        edit.set("clauses", id, **fields)


def remove_clause(document: Document, id: str) -> None:
    """Take a clause out; undo brings it back."""
    existing(document, "clauses", id)
    with document.edit(translate("Edit", "Delete a condition")) as edit:
        edit.delete("clauses", id)


def add_group(document: Document, parent: str, match: rules.Match = "any", before: str | None = None) -> str:
    """A group of conditions inside another (record ids); at most two levels below the root. Returns its record id."""
    definition = existing(document, "groups", parent)["definition"]
    if _depth(document, parent) >= rules.MAX_NESTING:
        raise InputError("too-deep", where=rules.clause_id(definition, parent), most=rules.MAX_NESTING)
    with document.edit(translate("Edit", "Add a group of conditions")) as edit:
        fields = rules.member_fields(Group(id="", match=match))
        place = {"definition": definition, "parent": parent, "order": _order(edit, definition, parent, before)}
        return edit.create("groups", place | fields, id=rules.record_id(definition, uuid4().hex[:8]))


def change_group(document: Document, id: str, *, match: rules.Match | None = None, name: str | None = None, muted: bool | None = None) -> None:
    """Change how a group joins its members (all, any, at least n), its name, or mute it."""
    existing(document, "groups", id)
    given = {"match": None if match is None else rules.match_to_json(match), "name": name, "muted": muted}
    with document.edit(translate("Edit", "Change a group of conditions")) as edit:
        edit.set("groups", id, **{k: v for k, v in given.items() if v is not None})


def remove_group(document: Document, id: str) -> None:
    """Take a group out with everything in it; the root group stays and is only emptied."""
    record = existing(document, "groups", id)
    with document.edit(translate("Edit", "Delete a condition")) as edit:
        for kind, child in _below(edit, record["definition"], id):
            edit.delete(kind, child)
        if record.get("parent"):
            edit.delete("groups", id)


def move_member(document: Document, kind: str, id: str, parent: str, before: str | None = None) -> None:
    """Move a clause or group (``kind`` clauses or groups) into a group, before a sibling or at the end."""
    record = existing(document, kind, id)
    existing(document, "groups", parent)
    if kind == "groups":
        _check_move(document, id, parent)
    with document.edit(translate("Edit", "Move a condition")) as edit:
        edit.set(kind, id, parent=parent, order=_order(edit, record["definition"], parent, before, leaving=id))


def _put(edit: Edit, kind: str, id: str, fields: Mapping[str, Any]) -> None:
    """Create or change; a family field that is no longer there is taken back."""
    written = dict(fields)
    there = edit.get(kind, id)
    if there is None:
        edit.create(kind, written, id=id)
    else:
        stale = {f"evidence.{key}": None for key in family(there, "evidence") if f"evidence.{key}" not in written}
        edit.set(kind, id, **(stale | written))


def _siblings(edit: Edit, definition: str, parent: str) -> list[Record]:
    """Groups and clauses of one group share one order."""
    found = [r for kind in ("groups", "clauses") for r in edit.all(kind, definition=definition, parent=parent)]
    return sorted(found, key=lambda r: (r.get("order") or "", r["id"]))


def _order(edit: Edit, definition: str, parent: str, before: str | None, leaving: str = "") -> str:
    siblings = [r for r in _siblings(edit, definition, parent) if r["id"] != leaving]
    ids = [r["id"] for r in siblings]
    keys = [key if valid(key := r.get("order") or "") else None for r in siblings]
    at = ids.index(before) if before in ids else len(ids)
    low = next((k for k in reversed(keys[:at]) if k), None)
    high = next((k for k in keys[at:] if k and (low is None or k > low)), None)
    return between(low, high)


def _depth(document: Document, group: str) -> int:
    depth, record = 0, document.get("groups", group)
    while record and record.get("parent") and depth <= rules.MAX_NESTING:
        depth, record = depth + 1, document.get("groups", record["parent"])
    return depth


def _height(document: Document, group: str) -> int:
    return 1 + max((_height(document, g["id"]) for g in document.snapshot().all("groups", parent=group)), default=0)


def _check_move(document: Document, id: str, parent: str) -> None:
    at: str = parent
    while at:
        if at == id:
            raise InputError("cycle", where=id, node=id)
        at = document.snapshot().value("groups", at, "parent")
    if _depth(document, parent) + _height(document, id) > rules.MAX_NESTING:
        raise InputError("too-deep", where=id, most=rules.MAX_NESTING)


def _below(edit: Edit, definition: str, group: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = [("clauses", r["id"]) for r in edit.all("clauses", definition=definition, parent=group)]
    for child in edit.all("groups", definition=definition, parent=group):
        found += [("groups", child["id"]), *_below(edit, definition, child["id"])]
    return found


def _fitting(id: str, operator: str, value: Any) -> Any:
    if operator not in rules.OPERATORS:
        raise InputError("unknown-operator", where=id, operator=operator)
    try:
        return rules.plain_value(rules.normal_value(operator, value))
    except ValueError as error:
        raise InputError("bad-value", where=id, value=str(value), operator=operator) from error
