"""The verb `review` of the command line: meetings, actions, minutes and days for a calendar, without the window."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fusenapp.domain import reviews
from fusenapp.domain.reviews import Action, Review
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import reviews as verbs
from fusenapp.errors import InputError
from fusenapp.flows import finding_words
from fusenapp.flows import review_words as words
from fusenapp.flows.figures import Figures
from fusenapp.flows.reviews import Kept, from_json, reckon
from fusenapp.workspace import Workspace

Answer = tuple[dict[str, Any], Sequence[dict[str, str]]]


def review(given: argparse.Namespace, workspace: Workspace, figures: Figures, department: str) -> Answer:
    """Do what is asked, in the order begin, add, done, close, files; then tell the meeting, or all of them and what is overdue.

    Args:
        department: id of the one that answers for the action to add.
    """
    document = workspace.document
    id = _meeting(given, workspace, figures)
    if given.add:
        verbs.add_action(document, given.add, review=id, owner=given.owner, department=department, due=given.due,
                         kpi=_kpi(document.snapshot(), given.kpi))
    for title in given.done or ():
        verbs.set_state(document, _action(document.snapshot(), title), reviews.DONE)
    if given.close:
        verbs.close(document, _needed(id))
    snapshot = document.snapshot()
    told = _told(snapshot, id) if id else {
        "reviews": [_short(r) for r in reviews.reviews(snapshot)], "actions": [_action_row(snapshot, a) for a in _every(snapshot)]}
    asked = id or given.add or given.done or given.minutes or given.calendar
    problems = [] if asked else _overdue(snapshot)
    return told | _files(given, workspace, snapshot, id) | ({"problems": problems} if problems else {}), problems


def _meeting(given: argparse.Namespace, workspace: Workspace, figures: Figures) -> str:
    """Id of the meeting asked for: a new one, the named one (by day or id, or ``last``), or none."""
    if given.begin is not None:
        content = reckon(figures, workspace.document.snapshot())
        return verbs.begin(workspace.document, given.begin, kind=given.kind, content=content)
    if not given.meeting:
        return ""
    every = reviews.reviews(workspace.document.snapshot())
    found = every[:1] if given.meeting == "last" else [r for r in every if given.meeting in (r.id, r.date)]
    if len(found) != 1:
        raise InputError("unknown-review", where=given.meeting, known=", ".join(r.date if not found else r.id for r in every))
    return found[0].id


def _needed(id: str) -> str:
    if not id:
        raise InputError("unknown-review", where="", known="")
    return id


def _action(snapshot: Snapshot, wanted: str) -> str:
    """An action by id or title."""
    every = reviews.actions(snapshot)
    found = [a for a in every if a.id == wanted] or [a for a in every if a.title == wanted and not a.settled]
    if len(found) != 1:
        raise InputError("unknown-action", where=wanted, known=", ".join(a.id if found else a.title for a in found or every if not a.settled))
    return found[0].id


def _kpi(snapshot: Snapshot, wanted: str) -> str:
    """A KPI by id or name."""
    found = [r["id"] for r in snapshot.all("kpis") if wanted in (r["id"], r.get("name"))] if wanted else [""]
    if not found:
        raise InputError("unknown-record", where=wanted, kind="kpis")
    return found[0]


def _every(snapshot: Snapshot) -> list[Action]:
    return reviews.in_turn([a for a in reviews.actions(snapshot) if not a.settled], dt.date.today())


def _overdue(snapshot: Snapshot) -> list[dict[str, str]]:
    today = dt.date.today()
    return [{"code": "overdue", "where": a.id, "message": f"{words.state_words(reviews.OVERDUE)}: {a.title} ({a.due})"}
            for a in _every(snapshot) if a.state(today) == reviews.OVERDUE]


def _short(found: Review) -> dict[str, Any]:
    return {"id": found.id, "kind": found.kind, "date": found.date, "next": found.next, "closed": found.closed is not None}


def _action_row(snapshot: Snapshot, action: Action, day: dt.date | None = None) -> dict[str, Any]:
    return {"id": action.id, "title": action.title, "status": action.state(day or dt.date.today()), "owner": action.owner,
            "department": action.department, "due": action.due, "kpi": snapshot.value("kpis", action.kpi, "name") if action.kpi else "",
            "clause": action.clause}


def _told(snapshot: Snapshot, id: str) -> dict[str, Any]:
    """One meeting as its page shows it."""
    found, taken = reviews.review(snapshot, id), reviews.kept(snapshot, id)
    assert found is not None
    kept = from_json(taken.content) if taken else Kept("", (), (), {})
    day = reviews.day_of(found, dt.date.today())
    return {**_short(found), "people": found.people, "as_of": kept.as_of, "kept_at": taken.at if taken else "",
            "carried": [_action_row(snapshot, a, day) for a in reviews.carried(snapshot, found, day)],
            "off": [{"id": n.id, "name": n.name, "department": n.department, "owner": n.owner, "unit": n.unit, "actual": n.actual,
                     "target": n.target, "reached": n.ratio, "since": n.since, "months": n.months} for n in kept.off],
            "findings": [{"code": f.code, "severity": f.severity, "message": finding_words.said(f.code, f.figures)} for f in kept.findings],
            "checks": [{"check": c, "answer": found.answers.get(c, ""), "why": found.comments.get(c, ""),
                        "facts": [words.fact_words(f) for f in kept.checks.get(c, ())]} for c in reviews.CHECKS],
            "hypotheses": [{"id": h.id, "text": h.text, "kpi": snapshot.value("kpis", h.kpi, "name"), "status": h.state}
                           for h in reviews.hypotheses(snapshot, id)],
            "actions": [_action_row(snapshot, a, day) for a in reviews.decided(snapshot, found)], "remarks": found.notes}


def export(path: Path, workspace: Workspace) -> dict[str, Any]:
    """All days to come for a calendar, as `export OUT.ics` asks for them."""
    from fusenapp.flows import review_calendar

    count = review_calendar.write(path, workspace.document.snapshot(), workspace=workspace.uuid)
    return {"output": str(path), "events": count}


def _files(given: argparse.Namespace, workspace: Workspace, snapshot: Snapshot, id: str) -> dict[str, Any]:
    """Minutes and calendar where they were asked for."""
    told: dict[str, Any] = {}
    if given.minutes is not None:
        from fusenapp.flows import minutes

        minutes.write(given.minutes, snapshot, _needed(id))
        told["minutes"] = str(given.minutes)
    if given.calendar is not None:
        from fusenapp.flows import review_calendar

        told["events"] = review_calendar.write(given.calendar, snapshot, workspace=workspace.uuid)
        told["calendar"] = str(given.calendar)
    return told
