"""The days of a workspace for a calendar: meetings, actions, agreements up for review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.domain import agreement, reviews
from fusenapp.export.calendar_file import Event, write_calendar
from fusenapp.flows import review_words as words
from fusenapp.flows.minutes import item_words, stamp_of
from fusenapp.i18n import translate

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot


def events(snapshot: Snapshot, *, department: str = "", owner: str = "", workspace: str = "") -> list[Event]:
    """Everything to come, by day.

    Args:
        workspace: its own id (`Workspace.uuid`), so that the days of two workspaces do not meet in one calendar.
        department: only its actions; meetings and agreements concern all.
        owner: only this person's actions.
    """
    found = [replace(event, uid=f"{event.uid}@{workspace or 'workspace'}.fusen")
             for event in (*_meetings(snapshot), *_actions(snapshot, department, owner), *_agreements(snapshot))]
    return sorted(found, key=lambda event: (event.day, event.uid))


def write(path: Path, snapshot: Snapshot, *, department: str = "", owner: str = "", workspace: str = "") -> int:
    """The same as a calendar file; returns how many events it has. Raises EnvironmentFault ``cannot-write``."""
    found = events(snapshot, department=department, owner=owner, workspace=workspace)
    write_calendar(path, found, snapshot.value("workspace", "workspace", "name") or "Fusen")
    return len(found)


def _meetings(snapshot: Snapshot) -> Iterator[Event]:
    """Open meetings on their day, and the one after the last of each kind."""
    known = reviews.reviews(snapshot)
    for found in known:
        if not found.closed:
            yield from _event(snapshot, f"review-{found.id}", found.date, words.kind_words(found.kind), "", "reviews", found.id)
    for kind in reviews.REVIEW_KINDS:
        last = next((r for r in known if r.kind == kind), None)
        if last is not None:
            yield from _event(snapshot, f"review-next-{kind}", last.next, words.kind_words(kind), "", "reviews", last.id)


def _actions(snapshot: Snapshot, department: str, owner: str) -> Iterator[Event]:
    for action in reviews.actions(snapshot):
        mine = (not department or action.department == department) and (not owner or action.owner == owner)
        if mine and not action.settled:
            parts = (action.owner, snapshot.value("departments", action.department, "name"), snapshot.value("kpis", action.kpi, "name"))
            yield from _event(snapshot, f"action-{action.id}", action.due, translate("Calendar", "Due: {title}").format(title=action.title),
                              " / ".join(part for part in parts if part), "actions", action.id, alarm=1)


def _agreements(snapshot: Snapshot) -> Iterator[Event]:
    for status in agreement.overview(snapshot):
        if status.review_due and status.state in (agreement.AGREED, agreement.DUE):
            title = translate("Calendar", "Review of {name}").format(name=item_words(snapshot, status.item))
            yield from _event(snapshot, "agreement-" + "-".join(status.item), status.review_due, title, "", *status.item, alarm=14)


def _event(snapshot: Snapshot, uid: str, day: str, title: str, text: str, kind: str, id: str, alarm: int | None = None) -> Iterator[Event]:
    """One, if its day is known."""
    try:
        date = dt.date.fromisoformat(day)
    except ValueError:
        return
    yield Event(uid, date, title, text, stamp_of(snapshot, kind, id), ("Fusen",), alarm)
