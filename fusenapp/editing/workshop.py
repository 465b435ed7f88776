"""Verbs of a workshop, one step each: begin and end it, time, write privately, vote, decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from fusenapp.document import Document, Edit
from fusenapp.domain import workshop
from fusenapp.domain.snapshot import value
from fusenapp.editing.common import existing, now
from fusenapp.errors import InputError
from fusenapp.i18n import translate

EACH = ("person", "department")


# ---- the workshop itself


def start(document: Document, name: str = "", lock: Sequence[str] = ()) -> str:
    """Begin a workshop and lock the grids of these journeys; returns its id. One that is under way goes on."""
    running = workshop.current_workshop(document.snapshot())
    if running is not None:
        return running["id"]
    free = [id for id in lock if not value("journeys", existing(document, "journeys", id), "locked")]
    with document.edit(translate("WorkshopSteps", "Begin a workshop")) as edit:
        for id in free:
            edit.set("journeys", id, locked=True)
        return edit.create("workshops", {"name": name, "started": _stamp(), "locked": free, **_author(document)})


def end(document: Document) -> None:
    """End the workshop: reveal what is covered, put votes away, stop the timer, unlock the grids that it locked."""
    snapshot = document.snapshot()
    with document.edit(translate("WorkshopSteps", "End the workshop")) as edit:
        _reveal_passes(document, edit)
        for record in snapshot.all("rounds"):
            if not record.get("closed"):
                edit.set("rounds", record["id"], revealed=record.get("revealed") or _said(document), closed=_said(document))
        _stop(edit)
        for record in snapshot.all("workshops"):
            if not record.get("ended"):
                _unlock(edit, record.get("locked") or ())
                edit.set("workshops", record["id"], ended=_said(document))


def rename(document: Document, id: str, name: str) -> None:
    """What the workshop is about."""
    existing(document, "workshops", id)
    with document.edit(translate("WorkshopSteps", "Rename the workshop"), group=f"workshop:{id}") as edit:
        edit.set("workshops", id, name=name)


def _unlock(edit: Edit, journeys: Sequence[str]) -> None:
    for id in journeys:
        if edit.get("journeys", id) is not None:
            edit.set("journeys", id, locked=False)


# ---- the timer


def start_timer(document: Document, minutes: float, label: str = "") -> None:
    """Begin to count down, in place of a timer that runs.

    Raises:
        InputError: ``timer-minutes`` if it is not above 0 and at most `workshop.LONGEST` minutes.
    """
    with document.edit(translate("WorkshopSteps", "Start the timer")) as edit:
        _begin(edit, minutes, label)


def pause_timer(document: Document) -> None:
    """Let the timer rest."""
    timer = workshop.timer(document.snapshot(), _moment())
    if timer is not None and timer.runs:
        with document.edit(translate("WorkshopSteps", "Pause the timer")) as edit:
            edit.set("timers", workshop.TIMER, ends="", left=max(0.0, round(timer.left, 1)))


def resume_timer(document: Document) -> None:
    """Let a resting timer go on."""
    timer = workshop.timer(document.snapshot(), _moment())
    if timer is not None and not timer.runs:
        with document.edit(translate("WorkshopSteps", "Go on with the timer")) as edit:
            edit.set("timers", workshop.TIMER, ends=_after(timer.left), left=None)


def extend_timer(document: Document, minutes: float = 1) -> None:
    """More time; a timer that is over begins anew with it."""
    timer = workshop.timer(document.snapshot(), _moment())
    if timer is None:
        return
    left, seconds = max(0.0, timer.left) + minutes * 60, timer.seconds + round(minutes * 60)
    with document.edit(translate("WorkshopSteps", "More time")) as edit:
        edit.set("timers", workshop.TIMER, seconds=seconds, **({"ends": _after(left)} if timer.runs else {"left": round(left, 1)}))


def stop_timer(document: Document) -> None:
    """No timer any more."""
    with document.edit(translate("WorkshopSteps", "Stop the timer")) as edit:
        _stop(edit)


def _begin(edit: Edit, minutes: float, label: str) -> None:
    if not 0 < minutes <= workshop.LONGEST:
        raise InputError("timer-minutes", where=str(minutes), most=workshop.LONGEST)
    fields: dict[str, Any] = {"seconds": round(minutes * 60), "ends": _after(minutes * 60), "left": None, "label": label}
    if edit.get("timers", workshop.TIMER) is None:
        edit.create("timers", fields, workshop.TIMER)
    else:
        edit.set("timers", workshop.TIMER, **fields)


def _stop(edit: Edit) -> None:
    if edit.get("timers", workshop.TIMER) is not None:
        edit.set("timers", workshop.TIMER, ends="", left=None)


def _stamp() -> str:
    """Now, fine enough that of two things begun one after the other the later one is known."""
    return _moment().isoformat(timespec="milliseconds")


def _moment() -> dt.datetime:
    return dt.datetime.now().astimezone()


def _after(seconds: float) -> str:
    return (_moment() + dt.timedelta(seconds=seconds)).isoformat(timespec="milliseconds")


# ---- private writing


def begin_pass(document: Document, minutes: float | None = None) -> str:
    """From now on new notes are covered for other departments, until `reveal_pass`; with minutes the timer runs too.

    Raises:
        InputError: ``timer-minutes``, as in `start_timer`.
    """
    snapshot = document.snapshot()
    running = workshop.current_pass(snapshot)
    if running is not None:
        return running["id"]
    with document.edit(translate("WorkshopSteps", "Begin private writing")) as edit:
        if minutes is not None:
            _begin(edit, minutes, "pass")
        return edit.create("passes", {"workshop": _current(document), "started": _stamp(), **_author(document)})


def reveal_pass(document: Document) -> None:
    """Show everybody what was written privately."""
    with document.edit(translate("WorkshopSteps", "Reveal what was written privately")) as edit:
        _reveal_passes(document, edit)
        timer = document.get("timers", workshop.TIMER)
        if timer is not None and timer.get("label") == "pass":
            _stop(edit)


def private_mark(document: Document) -> dict[str, Any]:
    """The fields that a note gets because it is made during a private pass."""
    running = workshop.current_pass(document.snapshot())
    return {"private": [running["id"], document.author.department]} if running is not None else {}


def _reveal_passes(document: Document, edit: Edit) -> None:
    for id in workshop.open_passes(document.snapshot()):
        edit.set("passes", id, revealed=_said(document))


# ---- votes


def begin_round(document: Document, parent: str, votes: int = 5, each: str = "person") -> str:
    """Begin a vote on a journey or a set of personas; one that is under way there is put away.

    Args:
        votes: that each has.
        each: ``person`` or ``department``: who has so many.

    Raises:
        InputError: ``round-votes`` if not 1 to 20; ``bad-value`` for another ``each``.
    """
    if not workshop.FEWEST_VOTES <= votes <= workshop.MOST_VOTES:
        raise InputError("round-votes", where=str(votes), least=workshop.FEWEST_VOTES, most=workshop.MOST_VOTES)
    if each not in EACH:
        raise InputError("bad-value", where="each", value=each)
    with document.edit(translate("WorkshopSteps", "Begin a vote")) as edit:
        _close_rounds(document, edit, parent)
        return edit.create("rounds", {"parent": parent, "workshop": _current(document), "votes": votes, "each": each, "started": _stamp()})


def cast(document: Document, round: str, note: str, change: int = 1) -> int:
    """Give a note votes, or take one's own back; returns how many of one's own it has now.

    Raises:
        InputError: ``round-closed`` if the result is open; ``votes-used`` if none are left; ``unknown-record``.
    """
    record = existing(document, "rounds", round)
    existing(document, "notes", note)
    if not workshop.is_open(record):
        raise InputError("round-closed", where=round)
    viewer = document.author.department, document.author.person
    snapshot, id = document.snapshot(), workshop.ballot_id(round, viewer)
    own = int(snapshot.value("ballots", id, f"votes.{note}") or 0)
    if change > 0 and workshop.votes_left(snapshot, record, viewer) < change:
        raise InputError("votes-used", where=round, votes=int(value("rounds", record, "votes")))
    wanted = max(0, own + change)
    label = translate("WorkshopSteps", "Vote") if change > 0 else translate("WorkshopSteps", "Take a vote back")
    with document.edit(label) as edit:
        if edit.get("ballots", id) is None:
            edit.create("ballots", {"round": round, "department": viewer[0], "person": viewer[1]}, id)
        edit.set_field("ballots", id, f"votes.{note}", wanted or None)
    return wanted


def reveal_round(document: Document, round: str) -> None:
    """Show the result; nobody votes any more."""
    if not existing(document, "rounds", round).get("revealed"):
        with document.edit(translate("WorkshopSteps", "Reveal the votes")) as edit:
            edit.set("rounds", round, revealed=_said(document))


def close_round(document: Document, round: str) -> None:
    """Put the vote away: its dots leave the notes, its result stays in the list of votes."""
    record = existing(document, "rounds", round)
    with document.edit(translate("WorkshopSteps", "Close the vote")) as edit:
        edit.set("rounds", round, revealed=record.get("revealed") or _said(document), closed=_said(document))


def _close_rounds(document: Document, edit: Edit, parent: str) -> None:
    for record in document.snapshot().all("rounds", parent=parent):
        if not record.get("closed"):
            edit.set("rounds", record["id"], revealed=record.get("revealed") or _said(document), closed=_said(document))


# ---- what was decided


def decide(document: Document, text: str, *, item: tuple[str, str] | None = None, owner: str = "", due: str = "") -> str:
    """Write down a decision; ``item`` is the note it is about, ``due`` an ISO date. Returns its id.

    Raises:
        InputError: ``empty-decision``; ``bad-date`` as in `change_decision`.
    """
    if not text.strip():
        raise InputError("empty-decision")
    known = workshop.decisions(document.snapshot())
    with document.edit(translate("WorkshopSteps", "Write down a decision")) as edit:
        order = edit.order_between("decisions", known[-1]["id"] if known else None, None)
        return edit.create("decisions", {"workshop": _current(document), "text": text.strip(), "item": list(item) if item else None,
                                         "owner": owner.strip(), "due": _date(due), "at": now(), "order": order, **_author(document)})


def change_decision(document: Document, id: str, **fields: Any) -> None:
    """Change ``text``, ``owner``, ``due`` (ISO date or empty) or ``item`` of a decision.

    Raises:
        InputError: ``unknown-record``; ``bad-date`` if ``due`` is no ISO date.
    """
    existing(document, "decisions", id)
    if "due" in fields:
        fields["due"] = _date(fields["due"])
    with document.edit(translate("WorkshopSteps", "Change a decision")) as edit:
        edit.set("decisions", id, **fields)


def delete_decision(document: Document, id: str) -> None:
    """Take a decision off the list."""
    existing(document, "decisions", id)
    with document.edit(translate("WorkshopSteps", "Delete a decision")) as edit:
        edit.delete("decisions", id)


def _date(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return dt.date.fromisoformat(text.strip().replace("/", "-")).isoformat()
    except ValueError:
        raise InputError("bad-date", where=text, value=text) from None


# ---- shared


def _current(document: Document) -> str:
    running = workshop.current_workshop(document.snapshot())
    return running["id"] if running is not None else ""


def _author(document: Document) -> dict[str, str]:
    return {"person": document.author.person, "department": document.author.department}


def _said(document: Document) -> list[str]:
    return [document.author.person, document.author.department, now()]
