"""Verbs for joining leads with outcomes: what somebody settled about doubtful pairs, and the joined rows themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fusenapp.document import Document
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import translate


def bare_blob(record: Record) -> str:
    """The blob with a list's own rows, without outcomes; after a refresh these are the rows just imported."""
    join = value("datasets", record, "join") or {}
    blob = value("datasets", record, "blob")
    return value("datasets", record, "bare") if join and join.get("blob") == blob else blob


def decisions(snapshot: Snapshot) -> dict[str, bool]:
    """Pair id → the same or not, for all that was settled in this workspace."""
    said = ((id, record.get("same")) for id, record in snapshot.records.get("pairings", {}).items())
    return {id: same for id, same in said if isinstance(same, bool)}


def settle(document: Document, said: Mapping[str, bool | None], *, label: str = "", group: str | None = None) -> int:
    """Keep decisions about pairs, in one step; None takes one back. Returns how many changed.

    Args:
        said: pair id (`tables.joining.Pair.id`) → the same, not the same, or open again.
        label: of the step, where it is part of something else.
        group: as of `Document.edit`: many decisions are written in slices.
    """
    before = {id: document.get("pairings", id) for id in said}
    changed = {id: same for id, same in said.items() if (record := before[id]) is not None or same is not None
               if (record or {}).get("same") is not same}
    with document.edit(label or translate("Edit", "Settle doubtful matches"), group=group) as edit:
        for id, same in changed.items():
            if same is None:
                edit.delete("pairings", id)
            elif before[id] is not None:
                edit.set("pairings", id, same=same)
            else:
                edit.create("pairings", {"same": same}, id=id)
    return len(changed)


def join_label() -> str:
    """What the step of a join is called."""
    return translate("Edit", "Join with outcomes")


def put_join(document: Document, id: str, fields: Mapping[str, Any], said: Mapping[str, bool | None] | None = None, *,
             group: str | None = None) -> None:
    """Put joined rows in place of a lead list's own, together with what was settled for it; one step.

    Args:
        fields: ``blob``, ``bare``, ``join``, ``columns``, ``meanings`` and so on of the list.
        group: as of `settle`.

    Raises:
        InputError: ``unknown-record``; ``join-with-itself``.
    """
    existing(document, "datasets", id)
    second = fields["join"]["outcomes"]
    record = existing(document, "datasets", second)
    if second == id:
        raise InputError("join-with-itself", where=value("datasets", record, "name"))
    with document.edit(join_label(), group=group) as edit:
        settle(document, said or {})
        if value("datasets", record, "purpose") == "leads":
            edit.set("datasets", second, purpose="outcomes")
        edit.set("datasets", id, **fields)


def part(document: Document, id: str, columns: Sequence[Mapping[str, Any]], meanings: Mapping[str, Any]) -> None:
    """Take the outcomes out of a lead list again.

    Args:
        columns, meanings: of the list without them.
    """
    record = existing(document, "datasets", id)
    with document.edit(translate("Edit", "Take the outcomes out")) as edit:
        edit.set("datasets", id, blob=value("datasets", record, "bare"), bare="", join=None, columns=list(columns), meanings=dict(meanings))
