"""Verbs of agreement: propose the content as it is now, stamp it for a department."""

from __future__ import annotations

from collections.abc import Sequence

from fusenapp.document import Document, Edit
from fusenapp.domain import agreement, workshop
from fusenapp.domain.agreement import Item
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing.common import existing, now
from fusenapp.errors import InputError
from fusenapp.i18n import translate


def propose(document: Document, item: Item, comment: str = "") -> str:
    """Freeze the item's content as a proposed revision; returns its hash. Proposing the same again does nothing."""
    _known(document, item)
    _seen(document, item)
    with document.edit(translate("Edit", "Propose")) as edit:
        return _propose(document, edit, item, comment)


def propose_all(document: Document, comment: str = "") -> list[Item]:
    """Propose every item that has no proposal of its present content; one undo step. Returns those proposed."""
    snapshot = document.snapshot()
    new = (agreement.DRAFT, agreement.REOPENED)
    waiting = [s.item for s in agreement.overview(snapshot) if s.state in new and not _covered(snapshot, s.item)]
    with document.edit(translate("Edit", "Propose")) as edit:
        for item in waiting:
            _propose(document, edit, item, comment)
    return waiting


def stamp(document: Document, item: Item, department: str, person: str, comment: str = "") -> str:
    """One department agrees to the item as it is now; what was not yet proposed is proposed with it, for the same reason.

    Returns:
        The hash of the content.
    """
    _known(document, item)
    _seen(document, item)
    existing(document, "departments", department)
    if not person.strip():
        raise InputError("no-person", where=item[1])
    hash = agreement.content_hash(document.snapshot(), item)
    if department in {s.department for s in agreement.stamps(document.snapshot(), item, hash)}:
        raise InputError("already-stamped", where=item[1], department=department)
    with document.edit(translate("Edit", "Stamp")) as edit:
        _propose(document, edit, item, comment)
        edit.create("stamps", {"item": list(item), "hash": hash, "department": department, "person": person.strip(),
                               "at": now(), "comment": comment})
    return hash


def stamp_all(document: Document, items: Sequence[Item], department: str, person: str, comment: str = "") -> list[Item]:
    """One department agrees to several items as they are now, in one undo step.

    Returns:
        Those stamped; items that it has stamped already are left out.
    """
    snapshot = document.snapshot()
    wanted = [item for item in items if department in agreement.status(snapshot, item).missing and not _covered(snapshot, item)]
    with document.edit(translate("Edit", "Stamp")):
        for item in wanted:
            stamp(document, item, department, person, comment)
    return wanted


def explain_revision(document: Document, item: Item, hash: str, comment: str) -> None:
    """Why a revision was proposed, said or corrected afterwards; its content stays as it is."""
    found = [r["id"] for r in document.snapshot().all("revisions") if tuple(r.get("item") or ()) == item and r.get("hash") == hash]
    if not found:
        raise InputError("unknown-revision", where=item[1], revision=hash[:8], known="")
    with document.edit(translate("Edit", "Say why"), group=f"why:{hash}") as edit:
        for id in found:
            edit.set("revisions", id, comment=comment.strip())


def set_review_months(document: Document, item: Item, months: int) -> None:
    """How long an agreement of this item holds before it is due for review, in months (1 to 12)."""
    if not 1 <= months <= 12:
        raise InputError("bad-value", where=item[1], value=months)
    _known(document, item)
    with document.edit(translate("Edit", "Set the review period")) as edit:
        edit.set_field(*agreement.review_field(item), months)


def _known(document: Document, item: Item) -> None:
    every = agreement.items(document.snapshot())
    if item not in every:
        raise InputError("unknown-item", where=item[1], known=", ".join(id for _, id in every))


def _covered(snapshot: Snapshot, item: Item) -> bool:
    """True while notes of an item may be covered: nobody can agree to what they cannot read."""
    return item[0] in ("journeys", "persona_sets") and bool(workshop.open_passes(snapshot))


def _seen(document: Document, item: Item) -> None:
    if _covered(document.snapshot(), item):
        raise InputError("pass-open", where=item[1])


def _propose(document: Document, edit: Edit, item: Item, comment: str) -> str:
    text = agreement.content_text(document.snapshot(), item)
    hash = agreement.hash_of_text(text)
    known = agreement.revisions(document.snapshot(), item)
    if hash not in {r.hash for r in known}:
        author = document.author
        edit.create("revisions", {"item": list(item), "number": len(known) + 1, "hash": hash, "content": text,
                                  "at": now(), "person": author.person, "department": author.department, "comment": comment})
    return hash
