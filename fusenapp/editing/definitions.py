"""Verbs for definitions: put in a whole rule, or build it clause by clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal
from uuid import uuid4

from fusenapp.document import Document, Edit
from fusenapp.document.order import between, valid
from fusenapp.domain import definition as rules
from fusenapp.domain.definition import Clause, Definition, Group, Include
from fusenapp.domain.definition_clipboard import without_links
from fusenapp.domain.snapshot import Record, family
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import translate

FIRST_POINTS = 10
"""Points of a condition that is made one of points."""


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
    if isinstance(clause, Include):
        check_inclusion(document, definition, clause.ref)
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
    if fields.get("kind") == "points" and fields.get("points", record.get("points")) is None:
        fields["points"] = FIRST_POINTS
    with document.edit(translate("Edit", "Change a condition"), group=f"clause:{id}:{','.join(sorted(fields))}") as edit:
        edit.set("clauses", id, **fields)
        if fields.get("kind") == "points":
            _need_points(edit, record["definition"], fields.get("points", record.get("points")))


def set_evidence(document: Document, id: str, key: str, told: Mapping[str, Any] | None) -> None:
    """What backs a clause: ``key`` is the id of an interview or a free name, ``told`` its ``text`` and ``grade``; None: takes it out."""
    existing(document, "clauses", id)
    with document.edit(translate("Edit", "Change the evidence of a condition")) as edit:
        edit.set_field("clauses", id, f"evidence.{key}", dict(told) if told is not None else None)


def set_threshold(document: Document, id: str, threshold: float | Mapping[str, float] | None) -> None:
    """Points that a lead needs, in all or per axis (``fit``, ``interest``); None: points do not decide.

    Raises:
        InputError: ``bad-value`` for another axis or what is no number.
    """
    existing(document, "definitions", id)
    parts = threshold if isinstance(threshold, Mapping) else {"": threshold} if threshold is not None else {}
    known = ("",) if not isinstance(threshold, Mapping) else rules.AXES
    if any(axis not in known or isinstance(n, bool) or not isinstance(n, (int, float)) for axis, n in parts.items()):
        raise InputError("bad-value", where=id, value=str(threshold), operator="threshold", field="")
    with document.edit(translate("Edit", "Set the points needed"), group=f"threshold:{id}") as edit:
        edit.set("definitions", id, threshold=dict(threshold) if isinstance(threshold, Mapping) else threshold)


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


def check_inclusion(document: Document, definition: str, ref: str) -> None:
    """Refuses an inclusion that leads back to the definition itself, or to one that does not exist.

    Raises:
        InputError: ``unknown-definition``, ``definition-cycle``.
    """
    known = rules.all_from_snapshot(document.snapshot())
    if ref not in known:
        raise InputError("unknown-definition", where=definition, ref=ref)
    way = _way(known, ref, definition, ())
    if way:
        raise InputError("definition-cycle", where=definition, ref=" → ".join((definition, *way)))


def _way(known: Mapping[str, Definition], at: str, to: str, passed: tuple[str, ...]) -> tuple[str, ...]:
    """Inclusions that lead from one definition to another; empty if none do."""
    if at == to:
        return (at,)
    if at not in known or at in passed:
        return ()
    ways = (_way(known, ref, to, (*passed, at)) for ref in rules.includes(known[at]))
    return next(((at, *way) for way in ways if way), ())


def change_group(document: Document, id: str, *, match: rules.Match | None = None, name: str | None = None, muted: bool | None = None,
                 cap: float | Literal["none"] | None = None) -> None:
    """Change how a group joins its members (all, any, at least n), its name, mute it, or the most that its points may come to."""
    existing(document, "groups", id)
    given = {"match": None if match is None else rules.match_to_json(match), "name": name, "muted": muted}
    fields = {k: v for k, v in given.items() if v is not None} | ({} if cap is None else {"cap": None if cap == "none" else cap})
    with document.edit(translate("Edit", "Change a group of conditions")) as edit:
        edit.set("groups", id, **fields)


def paste_members(document: Document, group: str, members: Sequence[rules.Member], before: str | None = None) -> list[str]:
    """Put copied conditions and groups into a group, with ids of their own, as one step; returns the record ids of the outermost.

    What this workspace does not have (a department, an interview) is left out of them.

    Raises:
        InputError: ``too-deep``, ``definition-cycle``, ``unknown-definition``; nothing is pasted then.
    """
    definition = existing(document, "groups", group)["definition"]
    _check_paste(document, definition, group, members)
    snapshot = document.snapshot()
    departments, interviews = ({r["id"] for r in snapshot.all(kind)} for kind in ("departments", "interviews"))
    with document.edit(translate("Edit", "Paste conditions")) as edit:
        made = [_insert(edit, definition, group, without_links(m, departments, interviews), before) for m in members]
        worth = [c.points for m in members for c in _conditions(m) if c.kind == "points"]
        if worth:
            _need_points(edit, definition, worth[0])
    return made


def _check_paste(document: Document, definition: str, group: str, members: Sequence[rules.Member]) -> None:
    for member in members:
        if _depth(document, group) + _levels(member) > rules.MAX_NESTING:
            raise InputError("paste-too-deep", where=group, most=rules.MAX_NESTING)
        for condition in _conditions(member):
            if isinstance(condition, Include):
                check_inclusion(document, definition, condition.ref)


def _conditions(member: rules.Member) -> list[Clause | Include]:
    return list(rules.conditions(member)) if isinstance(member, Group) else [member]


def _levels(member: rules.Member) -> int:
    return 1 + max((_levels(m) for m in member.members), default=0) if isinstance(member, Group) else 0


def _insert(edit: Edit, definition: str, group: str, member: rules.Member, before: str | None) -> str:
    place = {"definition": definition, "parent": group, "order": _order(edit, definition, group, before)}
    kind = "groups" if isinstance(member, Group) else "clauses"
    made = edit.create(kind, place | rules.member_fields(member), id=rules.record_id(definition, uuid4().hex[:8]))
    for inner in member.members if isinstance(member, Group) else ():
        _insert(edit, definition, made, inner, None)
    return made


def _need_points(edit: Edit, definition: str, points: float | None) -> None:
    """The first condition with points says how many are needed, until somebody says so."""
    if (edit.get("definitions", definition) or {}).get("threshold") is None:
        edit.set("definitions", definition, threshold=points if points and points > 0 else FIRST_POINTS)


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
