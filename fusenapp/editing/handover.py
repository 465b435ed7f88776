"""Verbs for the hand-over contract and the reasons for giving a lead back."""

from __future__ import annotations

from collections.abc import Sequence

from fusenapp.document import Document, Edit
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import translate


def set_deadlines(document: Document, *, first_contact_hours: float | None = None, feedback_hours: float | None = None,
                  attempts: int | None = None) -> None:
    """First contact and feedback in hours, number of attempts before "cannot be reached"."""
    given = {"first_contact_hours": first_contact_hours, "feedback_hours": feedback_hours, "attempts": attempts}
    chosen = {k: v for k, v in given.items() if v is not None}
    for name, number in chosen.items():
        if number <= 0:
            raise InputError("bad-value", where=name, value=number)
    with document.edit(translate("Edit", "Change the hand-over terms")) as edit:
        edit.set("handover", _contract(edit), **chosen)


def set_required_fields(document: Document, fields: Sequence[str]) -> None:
    """The columns that must be filled when a lead is handed over."""
    with document.edit(translate("Edit", "Change the required fields")) as edit:
        edit.set("handover", _contract(edit), required_fields=list(fields))


def write_recycling(document: Document, text: str) -> None:
    """When a rejected lead comes back to marketing and when it may be handed over again."""
    with document.edit(translate("Edit", "Write the recycling rule"), group="handover:recycling") as edit:
        edit.write("handover", _contract(edit), "recycling", text)


def set_reason(document: Document, id: str, *, name: str | None = None, destination: str | None = None, owner: str | None = None,
               deadline_days: float | None = None, clause: str | None = None) -> None:
    """Change a reason: its words, where the lead goes, who owns that and by when, which clause it points at."""
    existing(document, "reasons", id)
    given = {"name": name, "destination": destination, "owner": owner, "deadline_days": deadline_days, "clause": clause}
    with document.edit(translate("Edit", "Change a rejection reason")) as edit:
        edit.set("reasons", id, **{k: v for k, v in given.items() if v is not None})


def _contract(edit: Edit) -> str:
    """The id of the contract, which an empty workspace does not have before the first word of it."""
    return "handover" if edit.get("handover", "handover") else edit.create("handover", {}, id="handover")
