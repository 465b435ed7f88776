"""What needs somebody besides stamps and KPIs: meetings, actions, drafts that differ, data that is old. For Home and the command line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from fusenapp.domain import reviews
from fusenapp.domain.snapshot import value

if TYPE_CHECKING:
    from fusenapp.domain.agreement import Item
    from fusenapp.domain.reviews import Action
    from fusenapp.domain.snapshot import Record, Snapshot

SOON = 7
"""Days before its day from which on an action or a meeting is told."""
OLD = 31
"""Days after which a lead list is old; KPI sheets are once a whole month is missing."""


@dataclass(frozen=True)
class Meeting:
    """A meeting that comes up, is held just now, or should have been held; ``id`` is empty while it has not begun."""

    kind: str
    day: str
    id: str


@dataclass(frozen=True)
class Differing:
    """Drafts of one item that say different things, in ``places`` places that nobody settled yet."""

    item: Item
    places: int
    departments: tuple[str, ...]


@dataclass(frozen=True)
class OldData:
    """A list or sheet whose data ends long ago; ``until`` is a month or a day."""

    id: str
    name: str
    purpose: str
    until: str


def meetings(snapshot: Snapshot, today: dt.date | None = None) -> list[Meeting]:
    """Those that are near or past their day."""
    day = today or dt.date.today()
    found = []
    for kind in reviews.REVIEW_KINDS:
        last = next((r for r in reviews.reviews(snapshot) if r.kind == kind), None)
        due = reviews.next_day(snapshot, kind)
        if last is not None and _near(due, day):
            found.append(Meeting(kind, due, last.id if last.closed is None else ""))
    return found


def actions(snapshot: Snapshot, today: dt.date | None = None) -> list[Action]:
    """Those that are overdue or due soon, and those without a day, the most urgent first."""
    day = today or dt.date.today()
    return reviews.in_turn([a for a in reviews.actions(snapshot) if not a.settled and (not a.due or _near(a.due, day))], day)


def answers_for(snapshot: Snapshot, action: Action) -> tuple[str, ...]:
    """The department that answers for an action: its own, else that of its KPI."""
    found = action.department or str(snapshot.value("kpis", action.kpi, "department") or "")
    return (found,) if found else ()


def differing(snapshot: Snapshot) -> list[Differing]:
    """Every item of which drafts differ in some place that is not settled."""
    from fusenapp.flows import comparing

    writers = _writers(snapshot)
    places: dict[Item, set[str]] = {}
    among: dict[Item, set[str]] = {}
    for pair in combinations(writers, 2):
        left, right = comparing.sides(snapshot, *pair)
        for point in comparing.compare(snapshot, left, right):
            if point.open:
                places.setdefault(point.item, set()).add(point.place)
                among.setdefault(point.item, set()).update(pair)
    return [Differing(item, len(found), tuple(d for d in writers if d in among[item])) for item, found in places.items()]


def _writers(snapshot: Snapshot) -> list[str]:
    """The departments that wrote a draft or a wording of their own."""
    own = {id.partition("@")[2] for kind in ("definitions", "handover") for id in snapshot.records.get(kind, {}) if "@" in id}
    for term in snapshot.records.get("terms", {}).values():
        own |= {name.partition(".")[2] for name, text in term.items() if name.startswith("wording.") and text}
    return [record["id"] for record in snapshot.all("departments") if record["id"] in own]


def old_data(snapshot: Snapshot, today: dt.date | None = None) -> list[OldData]:
    """Lead lists older than a month, and KPI sheets that lack a whole month."""
    day = today or dt.date.today()
    last_month = (day.replace(day=1) - dt.timedelta(days=1)).isoformat()[:7]
    found = []
    for record in snapshot.all("datasets"):
        purpose, until = value("datasets", record, "purpose"), _until(record)
        old = until[:7] < last_month if purpose == "kpi" else (day - _end(until)).days > OLD if until else False
        if until and purpose in ("kpi", "leads") and old:
            found.append(OldData(record["id"], value("datasets", record, "name"), purpose, until))
    return found


def _until(record: Record) -> str:
    """The month or day that the data is of; where the file does not say, the day of its import."""
    return str(value("datasets", record, "as_of") or value("datasets", record, "imported_at"))[:10]


def _end(until: str) -> dt.date:
    """The last day that is meant; a month is meant to its end. What is no day counts as of now."""
    try:
        if len(until) > 7:
            return dt.date.fromisoformat(until)
        first = dt.date.fromisoformat(f"{until}-01")
    except ValueError:
        return dt.date.max
    return (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def _near(day: str, today: dt.date) -> bool:
    return bool(day) and day <= (today + dt.timedelta(days=SOON)).isoformat()
