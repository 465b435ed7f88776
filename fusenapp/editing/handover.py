"""Verbs for the hand-over contract and the reasons for giving a lead back."""

from __future__ import annotations

from collections.abc import Sequence

from fusenapp.document import Document, Edit
from fusenapp.domain.handover import BETWEEN_LEVELS, free_code, main_code
from fusenapp.domain.snapshot import Record, value
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import translate

JOINT = "handover"
"""Id of the contract itself; those of departments' drafts are made by `editing.settling.draft_id`."""


def set_deadlines(document: Document, *, first_contact_hours: float | None = None, feedback_hours: float | None = None,
                  attempts: int | None = None, id: str = JOINT) -> None:
    """First contact and feedback in hours, number of attempts before "cannot be reached"; ``id`` of a draft for that draft."""
    given = {"first_contact_hours": first_contact_hours, "feedback_hours": feedback_hours, "attempts": attempts}
    chosen = {k: v for k, v in given.items() if v is not None}
    for name, number in chosen.items():
        if number <= 0:
            raise InputError("bad-value", where=name, value=number)
    with document.edit(translate("Edit", "Change the hand-over terms")) as edit:
        edit.set("handover", _contract(edit, id), **chosen)


def set_required_fields(document: Document, fields: Sequence[str], id: str = JOINT) -> None:
    """The columns that must be filled when a lead is handed over."""
    with document.edit(translate("Edit", "Change the required fields")) as edit:
        edit.set("handover", _contract(edit, id), required_fields=list(fields))


def write_recycling(document: Document, text: str, id: str = JOINT) -> None:
    """When a rejected lead comes back to marketing and when it may be handed over again."""
    with document.edit(translate("Edit", "Write the recycling rule"), group=f"{id}:recycling") as edit:
        edit.write("handover", _contract(edit, id), "recycling", text)


def add_reason(document: Document, parent: str = "", name: str = "") -> str:
    """A further reason, or with ``parent`` (the code of one) a case of it, which begins with what its reason says; returns its id."""
    rows = document.snapshot().all("reasons")
    codes = [value("reasons", r, "code") for r in rows]
    of = next((r for r in rows if value("reasons", r, "code") == parent), None)
    if parent and of is None:
        raise InputError("unknown-record", where=parent, kind="reasons")
    taken = {f: value("reasons", of, f) for f in ("destination", "owner", "deadline_days", "clause")} if of else {}
    after = _last_of(rows, parent)
    before = next((r["id"] for r in rows[rows.index(after) + 1:]), None) if after else None
    with document.edit(translate("Edit", "Add a rejection reason")) as edit:
        order = edit.order_between("reasons", after["id"] if after else None, before)
        return edit.create("reasons", {"code": free_code(codes, parent), "name": name, "order": order, **taken})


def delete_reason(document: Document, id: str) -> None:
    """Remove a reason and its cases; undo brings them back."""
    code = value("reasons", existing(document, "reasons", id), "code")
    with document.edit(translate("Edit", "Delete a rejection reason")) as edit:
        for record in edit.all("reasons"):
            if record["id"] == id or value("reasons", record, "code").startswith(code + BETWEEN_LEVELS):
                edit.delete("reasons", record["id"])


def set_reason(document: Document, id: str, *, name: str | None = None, destination: str | None = None, owner: str | None = None,
               deadline_days: float | None = None, clause: str | None = None) -> None:
    """Change a reason: its words, where the lead goes, who owns that and by when (0 days: no deadline), which clause it points at."""
    existing(document, "reasons", id)
    if deadline_days is not None and deadline_days < 0:
        raise InputError("bad-value", where="deadline_days", value=deadline_days)
    given = {"name": name, "destination": destination, "owner": owner, "deadline_days": deadline_days, "clause": clause}
    with document.edit(translate("Edit", "Change a rejection reason")) as edit:
        edit.set("reasons", id, **{k: (None if (k, v) == ("deadline_days", 0) else v) for k, v in given.items() if v is not None})


def _last_of(rows: Sequence[Record], parent: str) -> Record | None:
    """Behind which reason a new one stands: the last case of its reason, else the last of all."""
    mine = [r for r in rows if not parent or main_code(value("reasons", r, "code")) == parent]
    return mine[-1] if mine else None


def _contract(edit: Edit, id: str) -> str:
    """The id of the contract, which an empty workspace does not have before the first word of it."""
    return id if id != JOINT or edit.get("handover", JOINT) else edit.create("handover", {}, id=JOINT)
