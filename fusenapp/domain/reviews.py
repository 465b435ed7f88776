"""Meetings and what is decided in them: reviews, hypotheses, actions, and the figures as they were.

A review is a weekly KPI meeting or the yearly review of the definitions. It begins with the actions of the meetings before.
Its figures are kept in records of kind ``review_figures`` that nobody changes; once a review is closed its actions are
frozen with it, so that the minutes say later what was said then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from fusenapp.domain.snapshot import Record, Snapshot, family, value

WEEKLY, YEARLY = "weekly", "yearly"
REVIEW_KINDS = (WEEKLY, YEARLY)
STRATEGY, HOT_LEAD, DRIFT = "strategy", "hot-lead", "drift"
CHECKS = (STRATEGY, HOT_LEAD, DRIFT)
"""What every review asks: must strategy or a KPI change, must the hot-lead definition change, have target and personas drifted."""
KEEP, CHANGE, DISCUSS = "keep", "change", "discuss"
ANSWERS = (KEEP, CHANGE, DISCUSS)
OVERDUE, OPEN, DONE, DROPPED = "overdue", "open", "done", "dropped"
STATES = (OVERDUE, OPEN, DONE, DROPPED)
"""States of an action, in the order in which a meeting goes through them."""
UNTESTED, CONFIRMED, REFUTED = "untested", "confirmed", "refuted"
VERDICTS = (UNTESTED, CONFIRMED, REFUTED)
"""What became of a hypothesis."""
WEEK = 7


@dataclass(frozen=True)
class Review:
    """One meeting.

    Attributes:
        date, next: ISO days; ``next`` is when the next one is held.
        closed: (person, department, ISO time) once the minutes are final.
        answers, comments: check → answer and words.
        decisions: ``kind/id`` of an item of agreement → answer, in the yearly review.
        frozen: the actions as they were when it was closed: ``{"carried": [row, …], "actions": [row, …]}``.
    """

    id: str
    kind: str
    date: str
    next: str
    people: str
    notes: str
    closed: tuple[str, str, str] | None
    answers: Mapping[str, str]
    comments: Mapping[str, str]
    decisions: Mapping[str, str]
    frozen: Mapping[str, Any] | None


@dataclass(frozen=True)
class Action:
    """Who does what by when.

    Attributes:
        owner: a person; ``department``: id of the department that answers for it.
        due, done_on: ISO days, empty where not said.
        kpi, clause, hypothesis, review: ids of what it is about and of the meeting that decided it, or empty.
    """

    id: str
    title: str = ""
    owner: str = ""
    department: str = ""
    due: str = ""
    kpi: str = ""
    clause: str = ""
    hypothesis: str = ""
    review: str = ""
    note: str = ""
    done: bool = False
    dropped: bool = False
    done_on: str = ""

    def state(self, today: dt.date) -> str:
        """Of `STATES`."""
        if self.done:
            return DONE
        if self.dropped:
            return DROPPED
        return OVERDUE if self.due and self.due < today.isoformat() else OPEN

    @property
    def settled(self) -> bool:
        """Nothing is left to do."""
        return self.done or self.dropped


@dataclass(frozen=True)
class Hypothesis:
    """Why a figure is as it is, as somebody thinks; ``state`` of `VERDICTS`."""

    id: str
    review: str
    text: str
    kpi: str
    department: str
    state: str


@dataclass(frozen=True)
class KeptFigures:
    """The figures that a meeting looked at. ``content`` as `flows.reviews.reckon` made it; ``at`` is when they were taken."""

    id: str
    review: str
    at: str
    as_of: str
    content: Mapping[str, Any]


def reviews(snapshot: Snapshot) -> list[Review]:
    """All meetings, the latest first."""
    found = [_review(record) for record in snapshot.records.get("reviews", {}).values()]
    return sorted(found, key=lambda r: (r.date, r.id), reverse=True)


def review(snapshot: Snapshot, id: str) -> Review | None:
    """One meeting, None if it is gone."""
    record = snapshot.get("reviews", id)
    return _review(record) if record else None


def _review(record: Record) -> Review:
    closed = value("reviews", record, "closed")
    return Review(
        record["id"], value("reviews", record, "kind") or WEEKLY, value("reviews", record, "date"), value("reviews", record, "next"),
        value("reviews", record, "people"), value("reviews", record, "notes"), tuple(closed) if closed else None,
        family(record, "answer"), family(record, "comment"), family(record, "decision"), value("reviews", record, "frozen"))


def actions(snapshot: Snapshot) -> list[Action]:
    """Every action, in the order in which they were written."""
    return [action_of(record) for record in snapshot.all("actions")]


def action_of(record: Record) -> Action:
    """An action from its record."""
    plain = {f.name: value("actions", record, f.name) for f in fields(Action) if f.name not in ("id", "done_on")}
    done = value("actions", record, "done_at")
    return Action(record["id"], done_on=done[2][:10] if done else "", **plain)


def in_turn(found: list[Action], today: dt.date) -> list[Action]:
    """Overdue first, then what is to be done by its day, then what is done."""
    return sorted(found, key=lambda a: (STATES.index(a.state(today)), a.due or "9999"))


def hypotheses(snapshot: Snapshot, review: str) -> list[Hypothesis]:
    """Those of one meeting, in their order."""
    return [Hypothesis(r["id"], review, value("hypotheses", r, "text"), value("hypotheses", r, "kpi"), value("hypotheses", r, "department"),
                       value("hypotheses", r, "state") or UNTESTED) for r in snapshot.all("hypotheses", review=review)]


def before(snapshot: Snapshot, found: Review) -> Review | None:
    """The meeting of the same kind before this one."""
    return next((r for r in reviews(snapshot) if r.kind == found.kind and (r.date, r.id) < (found.date, found.id)), None)


def carried(snapshot: Snapshot, found: Review, today: dt.date) -> list[Action]:
    """What this meeting begins with: whatever is still to be done, and what the meeting before decided or has seen done since.

    Of a closed meeting: as it was then.
    """
    if found.frozen is not None:
        return _thawed(found.frozen.get("carried"))
    last = before(snapshot, found)
    since = last.date if last else ""
    later = {r.id for r in reviews(snapshot) if (r.date, r.id) > (found.date, found.id)}
    chosen = [a for a in actions(snapshot) if a.review != found.id and a.review not in later and (
        not a.settled or (last is not None and a.review == last.id) or (bool(since) and a.done_on >= since))]
    return in_turn(chosen, today)


def decided(snapshot: Snapshot, found: Review) -> list[Action]:
    """The actions of this meeting; of a closed one as they were when it was closed."""
    if found.frozen is not None:
        return _thawed(found.frozen.get("actions"))
    return [a for a in actions(snapshot) if a.review == found.id]


def about_kpi(snapshot: Snapshot, kpi: str, today: dt.date) -> list[Action]:
    """The actions about a KPI: what is still to be done, then what is settled and stands on the page of the latest meeting."""
    last = next(iter(reviews(snapshot)), None)
    told = {a.id for a in (*carried(snapshot, last, today), *decided(snapshot, last))} if last else set()
    return in_turn([a for a in actions(snapshot) if a.kpi == kpi and (not a.settled or a.id in told)], today)


def being_held(snapshot: Snapshot) -> Review | None:
    """The meeting that is held just now: the latest, unless its minutes are closed."""
    last = next(iter(reviews(snapshot)), None)
    return last if last is not None and last.closed is None else None


def freeze(snapshot: Snapshot, found: Review, today: dt.date) -> dict[str, Any]:
    """The actions of a meeting as plain values, to be kept with it."""
    return {"on": today.isoformat(), "carried": [asdict(a) for a in carried(snapshot, found, today)],
            "actions": [asdict(a) for a in decided(snapshot, found)]}


def day_of(found: Review, today: dt.date) -> dt.date:
    """The day by which actions are judged on a meeting's page: today, or the day it was closed."""
    try:
        return dt.date.fromisoformat(found.frozen["on"]) if found.frozen is not None else today
    except (KeyError, ValueError):
        return today


def _thawed(rows: Any) -> list[Action]:
    """Actions from plain values; what a newer version wrote besides is passed over."""
    known = {f.name for f in fields(Action)}
    return [Action(**{k: v for k, v in row.items() if k in known}) for row in rows or () if isinstance(row, Mapping) and row.get("id")]


def takings(snapshot: Snapshot, review: str) -> list[KeptFigures]:
    """Every time that figures were kept for a meeting, the first one first."""
    found = [KeptFigures(r["id"], review, value("review_figures", r, "at"), value("review_figures", r, "as_of"),
                         value("review_figures", r, "content") or {}) for r in snapshot.all("review_figures", review=review)]
    return sorted(found, key=lambda k: (k.at, k.id))


def kept(snapshot: Snapshot, review: str) -> KeptFigures | None:
    """The figures that a meeting goes by: those taken last; None before any were."""
    found = takings(snapshot, review)
    return found[-1] if found else None


def next_day(snapshot: Snapshot, kind: str = WEEKLY) -> str:
    """The day for which the next meeting of a kind is set, ISO; empty while none was held."""
    last = next((r for r in reviews(snapshot) if r.kind == kind), None)
    if last is None:
        return ""
    return last.date if last.closed is None else last.next


def owned(snapshot: Snapshot, department: str, person: str = "") -> list[Action]:
    """What is still to be done by a department, or by a person whatever the department says."""
    return [a for a in actions(snapshot) if not a.settled and (a.department == department or (bool(person) and a.owner == person))]
