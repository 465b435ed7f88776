"""Verbs of the reviews: begin and close a meeting, keep its figures, answer its checks, hypotheses, actions, renewals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from fusenapp.document import Document
from fusenapp.domain import agreement, reviews
from fusenapp.domain.agreement import Item
from fusenapp.domain.reviews import ANSWERS, CHECKS, REVIEW_KINDS, VERDICTS, Review
from fusenapp.editing.common import existing, now
from fusenapp.errors import InputError
from fusenapp.i18n import translate

ACTION_FIELDS = ("title", "owner", "department", "due", "kpi", "clause", "hypothesis")
_REFERS = {"department": "departments", "kpi": "kpis", "clause": "clauses", "hypothesis": "hypotheses", "review": "reviews"}
_HYPOTHESIS_FIELDS = ("kpi", "department", "state")


# --- meetings


def begin(document: Document, date: str = "", *, kind: str = reviews.WEEKLY, content: Mapping[str, Any] | None = None) -> str:
    """Begin a meeting; who came and the rhythm follow the last one of its kind. Returns its id.

    Args:
        date: ISO day; today if empty.
        content: the figures to keep with it (`flows.reviews.reckon`).

    Raises:
        InputError: ``bad-review-kind``, ``bad-date``.
    """
    if kind not in REVIEW_KINDS:
        raise InputError("bad-review-kind", where=kind, known=", ".join(REVIEW_KINDS))
    day = _day(date or dt.date.today().isoformat())
    last = next((r for r in reviews.reviews(document.snapshot()) if r.kind == kind), None)
    following = day + (dt.timedelta(days=reviews.WEEK) if kind == reviews.WEEKLY else dt.timedelta(days=364))
    fields = {"date": day.isoformat(), "kind": kind, "people": last.people if last else document.author.person, "next": following.isoformat()}
    with document.edit(translate("Edit", "Begin a review")) as edit:
        id = edit.create("reviews", fields)
        if content:
            edit.create("review_figures", _figures(id, content))
        return id


def keep_figures(document: Document, id: str, content: Mapping[str, Any]) -> str:
    """Keep the figures of now with a meeting that is still open; those kept before stay as they are. Returns the id of the record.

    Raises:
        InputError: ``unknown-record``, ``review-closed``.
    """
    _open(document, id)
    with document.edit(translate("Edit", "Keep the figures")) as edit:
        return edit.create("review_figures", _figures(id, content))


def set_day(document: Document, id: str, *, date: str | None = None, next: str | None = None) -> None:
    """When a meeting is held, and the one after it. Raises ``bad-date``, ``review-closed``."""
    _open(document, id)
    given = {name: _day(day).isoformat() for name, day in (("date", date), ("next", next)) if day is not None}
    with document.edit(translate("Edit", "Set the day of a review")) as edit:
        edit.set("reviews", id, **given)


def set_people(document: Document, id: str, people: str) -> None:
    """Who is there. Raises ``review-closed``."""
    _open(document, id)
    with document.edit(translate("Edit", "Say who is there")) as edit:
        edit.set("reviews", id, people=people.strip())


def write_notes(document: Document, id: str, text: str) -> None:
    """What else was said. Raises ``review-closed``."""
    _open(document, id)
    with document.edit(translate("Edit", "Write minutes"), group=f"review:{id}:notes") as edit:
        edit.write("reviews", id, "notes", text)


def answer(document: Document, id: str, check: str, given: str) -> None:
    """Answer one of the three checks; empty takes the answer back.

    Raises:
        InputError: ``unknown-check``, ``bad-answer``, ``review-closed``.
    """
    _open(document, id)
    _known(check, CHECKS, "unknown-check")
    _known(given, ("", *ANSWERS), "bad-answer")
    with document.edit(translate("Edit", "Answer a check")) as edit:
        edit.set_field("reviews", id, f"answer.{check}", given or None)


def comment(document: Document, id: str, check: str, text: str) -> None:
    """Say why a check was answered so. Raises ``unknown-check``, ``review-closed``."""
    _open(document, id)
    _known(check, CHECKS, "unknown-check")
    with document.edit(translate("Edit", "Explain an answer"), group=f"review:{id}:{check}") as edit:
        edit.write("reviews", id, f"comment.{check}", text)


def decide(document: Document, id: str, item: Item, given: str) -> None:
    """What the yearly review says of an item: keep, change, discuss; empty takes it back."""
    _open(document, id)
    _known(given, ("", *ANSWERS), "bad-answer")
    with document.edit(translate("Edit", "Decide on a definition")) as edit:
        edit.set_field("reviews", id, f"decision.{'/'.join(item)}", given or None)


def close(document: Document, id: str) -> None:
    """Make the minutes final: its actions are frozen with it, and nothing of it is changed any more until it is opened again."""
    found = _open(document, id)
    author, frozen = document.author, reviews.freeze(document.snapshot(), found, dt.date.today())
    with document.edit(translate("Edit", "Close a review")) as edit:
        edit.set("reviews", id, closed=[author.person, author.department, now()], frozen=frozen)


def reopen(document: Document, id: str) -> None:
    """Go on with a meeting that was closed."""
    existing(document, "reviews", id)
    with document.edit(translate("Edit", "Open a review again")) as edit:
        edit.set("reviews", id, closed=None, frozen=None)


def delete(document: Document, id: str) -> None:
    """Take a meeting away; its actions stay. Undo brings it back."""
    existing(document, "reviews", id)
    with document.edit(translate("Edit", "Delete a review")) as edit:
        edit.delete("reviews", id)


# --- hypotheses


def add_hypothesis(document: Document, review: str, text: str, *, kpi: str = "", department: str = "") -> str:
    """Why a figure may be as it is; returns its id. Raises ``empty-text``, ``review-closed``, ``unknown-record``."""
    _open(document, review)
    _check_refs(document, {"kpi": kpi, "department": department})
    if not text.strip():
        raise InputError("empty-text", where=review)
    last = document.snapshot().all("hypotheses", review=review)
    with document.edit(translate("Edit", "Write a hypothesis")) as edit:
        order = edit.order_between("hypotheses", last[-1]["id"] if last else None, None)
        return edit.create("hypotheses", {"review": review, "text": text.strip(), "kpi": kpi, "department": department, "order": order})


def set_hypothesis(document: Document, id: str, **given: str) -> None:
    """Change ``text``, ``kpi``, ``department`` or ``state`` of a hypothesis. Raises ``bad-answer``, ``unknown-record``, ``review-closed``."""
    _open(document, str(existing(document, "hypotheses", id).get("review") or ""))
    _known(given.get("state", reviews.UNTESTED), VERDICTS, "bad-answer")
    _check_refs(document, given)
    with document.edit(translate("Edit", "Change a hypothesis")) as edit:
        if "text" in given:
            edit.write("hypotheses", id, "text", given["text"].strip())
        edit.set("hypotheses", id, **{name: given[name] for name in _HYPOTHESIS_FIELDS if name in given})


def delete_hypothesis(document: Document, id: str) -> None:
    """Take a hypothesis away. Raises ``review-closed``."""
    _open(document, str(existing(document, "hypotheses", id).get("review") or ""))
    with document.edit(translate("Edit", "Delete a hypothesis")) as edit:
        edit.delete("hypotheses", id)


# --- actions


def add_action(document: Document, title: str, *, review: str = "", **given: str) -> str:
    """Who does what by when; returns its id.

    Args:
        review: the meeting that decides it; empty for one that was decided elsewhere.
        given: of ``owner``, ``department``, ``due`` (ISO day), ``kpi``, ``clause``, ``hypothesis``.

    Raises:
        InputError: ``empty-text``, ``bad-date``, ``unknown-record``, ``review-closed``.
    """
    if review:
        _open(document, review)
    fields = _action_fields(document, {**given, "title": title})
    last = document.snapshot().all("actions")
    with document.edit(translate("Edit", "Add an action")) as edit:
        order = edit.order_between("actions", last[-1]["id"] if last else None, None)
        return edit.create("actions", {**fields, "review": review, "order": order})


def set_action(document: Document, id: str, **given: str) -> None:
    """Change an action; fields and errors as in `add_action`."""
    existing(document, "actions", id)
    fields = _action_fields(document, given)
    with document.edit(translate("Edit", "Change an action")) as edit:
        edit.set("actions", id, **fields)


def write_note(document: Document, id: str, text: str) -> None:
    """How an action goes, what came of it."""
    existing(document, "actions", id)
    with document.edit(translate("Edit", "Write about an action"), group=f"action:{id}") as edit:
        edit.write("actions", id, "note", text)


def set_state(document: Document, id: str, state: str) -> None:
    """Done, dropped, or open again. Raises ``bad-answer``."""
    existing(document, "actions", id)
    _known(state, (reviews.OPEN, reviews.DONE, reviews.DROPPED), "bad-answer")
    author = document.author
    told = [author.person, author.department, now()] if state != reviews.OPEN else None
    with document.edit(translate("Edit", "Say how an action stands")) as edit:
        edit.set("actions", id, done=state == reviews.DONE, dropped=state == reviews.DROPPED, done_at=told)


def delete_action(document: Document, id: str) -> None:
    """Take an action away; undo brings it back."""
    existing(document, "actions", id)
    with document.edit(translate("Edit", "Delete an action")) as edit:
        edit.delete("actions", id)


# --- agreements that still hold


def renew(document: Document, item: Item, department: str, person: str, review: str = "") -> None:
    """A department says that what was agreed still holds; once all have, its term starts anew.

    Raises:
        InputError: ``no-person``, ``not-agreed`` if the content now is not what was agreed, ``unknown-record``.
    """
    existing(document, "departments", department)
    if not person.strip():
        raise InputError("no-person", where=item[1])
    status = agreement.status(document.snapshot(), item)
    if status.agreed is None or status.agreed.hash != status.hash:
        raise InputError("not-agreed", where=item[1])
    with document.edit(translate("Edit", "Renew an agreement")) as edit:
        edit.create("renewals", {"item": list(item), "hash": status.hash, "department": department, "person": person.strip(), "at": now(),
                                 "review": review})


# --- what the verbs share


def _open(document: Document, id: str) -> Review:
    existing(document, "reviews", id)
    found = reviews.review(document.snapshot(), id)
    assert found is not None
    if found.closed:
        raise InputError("review-closed", where=found.date)
    return found


def _action_fields(document: Document, given: Mapping[str, str]) -> dict[str, str]:
    _check_refs(document, given)
    fields = {name: given[name].strip() for name in ACTION_FIELDS if name in given}
    if fields.get("title") == "":
        raise InputError("empty-text")
    if fields.get("due"):
        fields["due"] = _day(fields["due"]).isoformat()
    return fields


def _check_refs(document: Document, given: Mapping[str, str]) -> None:
    for name, kind in _REFERS.items():
        if given.get(name):
            existing(document, kind, given[name])


def _known(word: str, known: tuple[str, ...], code: str) -> None:
    if word not in known:
        raise InputError(code, where=word, known=", ".join(w for w in known if w))


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InputError("bad-date", where=text, value=text) from error


def _figures(review: str, content: Mapping[str, Any]) -> dict[str, Any]:
    at = dt.datetime.now().astimezone().isoformat()  # to the microsecond: the last one taken counts
    return {"review": review, "at": at, "as_of": str(content.get("as_of") or ""), "content": dict(content)}
