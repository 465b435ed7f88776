"""Taking over what an edited copy of the agreement workbook proposes, in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from fusenapp.document import Document, Edit
from fusenapp.document.order import between, valid
from fusenapp.domain import definition as rules
from fusenapp.domain.proposal import CONDITION, PLACE, Proposal
from fusenapp.domain.schema import KINDS
from fusenapp.editing import journeys, notes
from fusenapp.editing.grid_paste import Papers
from fusenapp.errors import InputError
from fusenapp.i18n import translate


def accept(document: Document, proposals: Sequence[Proposal], name: str) -> int:
    """Write what the proposals say, conflicts included where they are among them; returns how many.

    What lies in a phase or lane that is only proposed is left out where that is not taken too.

    Args:
        name: of the copy, for the words of the undo step.

    Raises:
        InputError: ``unknown-record`` (the place of an addition is gone), ``bad-value`` (a value does not suit the clause's
            operator as it is now); nothing is changed then.
    """
    coming = {p.made for p in proposals if p.made}
    proposals = [p for p in proposals if all(id in coming or _exists(document, id) for id in p.needs)]
    if not proposals:
        return 0
    with document.edit(translate("Edit", "Take over proposals from {name}").format(name=name)) as edit:
        for proposal in (p for p in proposals if p.kind in ("phases", "lanes") and p.field == PLACE):
            journey = str((edit.get(proposal.kind, proposal.id) or {}).get("journey") or "")
            move = journeys.move_phase if proposal.kind == "phases" else journeys.move_lane
            move(document, proposal.id, after=_nearest(edit, proposal.kind, journey, proposal.now))
        for proposal in (p for p in proposals if p.made):
            _add_axis(document, edit, proposal)  # first: others lie in them
        for proposal in proposals:
            if not proposal.made and (proposal.kind != "notes" or proposal.action == "change"):
                _TAKE[proposal.action](edit, proposal)
        _place(document, edit, [p for p in proposals if p.kind == "notes" and p.action == "change" and p.field == PLACE])
        _add_notes(document, edit, [p for p in proposals if p.kind == "notes" and p.action == "add"])
        for proposal in (p for p in proposals if p.kind == "notes" and p.action == "remove"):
            _remove(edit, proposal)  # last: others are placed behind what was there
    return len(proposals)


def _exists(document: Document, id: str) -> bool:
    return any(document.get(kind, id) is not None for kind in ("phases", "lanes"))


def _nearest(edit: Edit, axis: str, journey: str, ids: Sequence[str]) -> str | None:
    """The first of these that is on the journey; None at the front."""
    return next((id for id in ids if (edit.get(axis, id) or {}).get("journey") == journey), None)


def _add_axis(document: Document, edit: Edit, proposal: Proposal) -> None:
    """A phase or lane, behind the nearest of those before it in the copy that is still on the board."""
    journey, told, axis = proposal.id, proposal.now, proposal.kind
    if edit.get("journeys", journey) is None:
        raise InputError("unknown-record", where=journey, kind="journeys")
    if edit.get(axis, proposal.made) is not None:
        return
    after = _nearest(edit, axis, journey, told["after"])
    if axis == "phases":
        journeys.add_phase(document, journey, told["name"], after=after, kind=told.get("kind", ""), id=proposal.made)
    else:
        journeys.add_lane(document, journey, told["name"], after=after, by_role=bool(told.get("by_role")), id=proposal.made)


def _place(document: Document, edit: Edit, proposals: Sequence[Proposal]) -> None:
    """Notes that were moved go to the ends of their places."""
    parents = {p.id: str((edit.get("notes", p.id) or {}).get("parent") or "") for p in proposals}
    notes.spread_notes(document, {p.id: notes.Place(parents[p.id], *p.now) for p in proposals})


def _add_notes(document: Document, edit: Edit, proposals: Sequence[Proposal]) -> None:
    """New notes, on the paper that most others of their place are on."""
    for id in {p.id for p in proposals}:
        if edit.get("journeys", id) is None:
            raise InputError("unknown-record", where=id, kind="journeys")
    made, papers = [], {p.id: Papers(edit.snapshot(), p.id) for p in proposals}
    for p in proposals:
        place = notes.Place(p.id, p.now.get("phase", ""), p.now.get("lane", ""), p.now.get("role", ""))
        paper = p.now.get("colour") or papers[p.id].usual(place.lane, place.role)
        made.append(notes.NewNote(place, p.now.get("text", ""), paper, p.now.get("department", "")))
    notes.add_notes(document, made)


def _change(edit: Edit, proposal: Proposal) -> None:
    kind, id = proposal.kind, proposal.id
    if edit.get(kind, id) is None:
        _bring_back(edit, kind, id)
    if proposal.field == PLACE:
        return  # all of them together, phases and lanes before and notes after the others
    fields: Mapping[str, Any] = proposal.now if proposal.field == CONDITION else {proposal.field: proposal.now}
    if kind == "clauses" and set(fields) & {"operator", "value"}:
        fields = _fitting(edit, id, fields)
    for name, found in fields.items():
        declared = KINDS[kind].field_of(name)
        if declared is not None and declared.type == "text":
            edit.write(kind, id, name, str(found or ""))
        else:
            edit.set_field(kind, id, name, found)


def _bring_back(edit: Edit, kind: str, id: str) -> None:
    """A record that was deleted meanwhile; the contract needs none before its first word."""
    if kind == "handover":
        edit.create(kind, {}, id=id)
    elif edit.known(kind, id):
        edit.restore(kind, id)
    else:
        raise InputError("unknown-record", where=id, kind=kind)


def _fitting(edit: Edit, id: str, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """The value as the clause's operator takes it."""
    record = edit.get("clauses", id) or {}
    operator, found = fields.get("operator", record.get("operator", "")), fields.get("value", record.get("value"))
    try:
        return {**fields, "value": rules.plain_value(rules.normal_value(operator, found))}
    except (ValueError, KeyError) as error:
        raise InputError("bad-value", where=id, value=str(found), field=record.get("field", ""), operator=operator) from error


def _add(edit: Edit, proposal: Proposal) -> None:
    fields = dict(proposal.now)
    if proposal.kind == "clauses":
        group = edit.get("groups", proposal.id)
        if group is None:
            raise InputError("unknown-record", where=proposal.id, kind="groups")
        place = {"definition": group["definition"], "parent": proposal.id, "order": _last(edit, proposal.id)}
        edit.create("clauses", fields | place, id=rules.record_id(group["definition"], uuid4().hex[:8]))
        return
    rows = edit.all(proposal.kind)
    edit.create(proposal.kind, fields | {"order": edit.order_between(proposal.kind, rows[-1]["id"] if rows else None, None)})


def _last(edit: Edit, group: str) -> str:
    """An order behind all members of a group; clauses and groups share one order."""
    keys = [r.get("order") or "" for kind in ("clauses", "groups") for r in edit.all(kind, parent=group)]
    return between(max((key for key in keys if valid(key)), default=None), None)


def _remove(edit: Edit, proposal: Proposal) -> None:
    if edit.get(proposal.kind, proposal.id) is not None:
        edit.delete(proposal.kind, proposal.id)


_TAKE = {"change": _change, "add": _add, "remove": _remove}
