"""Agreement: items, their revisions, the departments' stamps, and what state follows from them.

An item is ``(kind, id)``. Its content (see `agreement_content`) is everything that people agreed to,
without who and when; the hash of its canonical JSON is what a stamp holds. Whatever changes the
content reopens the item.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from fusenapp.domain.agreement_content import (
    HANDOVER,
    KPI_TREE,
    Item,
    canonical_json,
    content,
    content_hash,
    content_text,
    hash_of,
    hash_of_text,
    records_of,
    with_content,
)
from fusenapp.domain.snapshot import Record, Snapshot, value

ITEM_KINDS = ("persona_sets", "journeys", "terms", "definitions", "handover", "kpis")

__all__ = [
    "AGREED", "DRAFT", "DUE", "DUE_SOON", "HANDOVER", "ITEM_KINDS", "KPI_TREE", "PROPOSED", "REOPENED", "Item", "ItemStatus",
    "Revision", "Stamp", "agreed_snapshot", "canonical_json", "content", "content_hash", "content_text", "due_among",
    "due_list", "hash_of", "hash_of_text", "items", "overview", "records_of", "renewals", "renewed", "required_departments", "review_field",
    "review_months", "revisions", "stamps", "stamps_void", "status", "title", "with_content",
]

DRAFT, PROPOSED, AGREED, REOPENED, DUE = "draft", "proposed", "agreed", "reopened", "due"
DUE_SOON = 30
"""Days before its review from which on an agreement is on the due list."""


@dataclass(frozen=True)
class Stamp:
    """One department's agreement to one content of one item. ``at`` is ISO 8601."""

    department: str
    person: str
    at: str
    hash: str
    comment: str = ""


@dataclass(frozen=True)
class Revision:
    """The frozen content that was proposed; ``number`` counts from 1 within its item, ``text`` is canonical JSON."""

    item: Item
    number: int
    hash: str
    text: str
    at: str
    person: str
    department: str
    comment: str = ""

    @cached_property
    def content(self) -> dict[str, Any]:
        """What was proposed; read only when somebody asks, as a big journey has a big one for each revision."""
        return json.loads(self.text)


@dataclass(frozen=True)
class ItemStatus:
    """Where an item stands.

    ``stamps`` are those on ``hash`` (the content now), or, when reopened, none; ``agreed`` is the last
    revision that all departments stamped; ``review_due`` an ISO date or None.
    """

    item: Item
    title: str
    state: str
    hash: str
    stamps: tuple[Stamp, ...]
    missing: tuple[str, ...]
    proposed: Revision | None
    agreed: Revision | None
    agreed_stamps: tuple[Stamp, ...]
    review_due: str | None


def items(snapshot: Snapshot) -> list[Item]:
    """Every item of the workspace that can be agreed on, in the order of the areas."""
    found: list[Item] = [("persona_sets", r["id"]) for r in snapshot.all("persona_sets")]
    found += [("journeys", r["id"]) for r in snapshot.all("journeys", of="")]
    found += [("terms", r["id"]) for r in snapshot.all("terms")]
    found += [("definitions", id) for id in ("target", "hot-lead") if snapshot.get("definitions", id)]
    if snapshot.get("handover", "handover"):
        found.append(HANDOVER)
    if snapshot.all("kpis"):
        found.append(KPI_TREE)
    return found


def revisions(snapshot: Snapshot, item: Item) -> list[Revision]:
    """All proposed revisions of an item, oldest first. What two copies proposed alike is one, the first of them."""
    return _revisions(item, [r for r in snapshot.records.get("revisions", {}).values() if tuple(r.get("item") or ()) == item])


def _revisions(item: Item, rows: list[Record]) -> list[Revision]:
    rows.sort(key=lambda r: (_moment(value("revisions", r, "at")), value("revisions", r, "number") or 0, r["id"]))
    first: dict[str, Record] = {}
    for r in rows:
        first.setdefault(r["hash"], r)
    return [
        Revision(item, number, r["hash"], r["content"], value("revisions", r, "at"),
                 value("revisions", r, "person"), value("revisions", r, "department"), value("revisions", r, "comment"))
        for number, r in enumerate(first.values(), 1)
    ]


def stamps(snapshot: Snapshot, item: Item, hash: str | None = None) -> list[Stamp]:
    """Stamps on an item (on one content of it), oldest first; one department counts once for a content."""
    rows = [r for r in snapshot.records.get("stamps", {}).values() if tuple(r.get("item") or ()) == item]
    return [s for s in _stamps(rows) if hash is None or s.hash == hash]


def _stamps(rows: list[Record]) -> list[Stamp]:
    rows.sort(key=lambda r: (_moment(value("stamps", r, "at")), value("stamps", r, "department"), r["id"]))
    found: dict[tuple[str, str], Stamp] = {}
    for r in rows:
        stamp = Stamp(r["department"], value("stamps", r, "person"), value("stamps", r, "at"), r["hash"], value("stamps", r, "comment"))
        found.setdefault((stamp.department, stamp.hash), stamp)
    return list(found.values())


def required_departments(snapshot: Snapshot) -> tuple[str, ...]:
    """The departments whose stamps make an agreement: all of the workspace."""
    return tuple(r["id"] for r in snapshot.all("departments"))


def status(snapshot: Snapshot, item: Item, today: dt.date | None = None) -> ItemStatus:
    """Where an item stands: its state, who has stamped, what was agreed and when it is due for review."""
    return _status(snapshot, item, revisions(snapshot, item), stamps(snapshot, item), today or dt.date.today())


def _status(snapshot: Snapshot, item: Item, history: list[Revision], given: list[Stamp], today: dt.date) -> ItemStatus:
    hash = content_hash(snapshot, item)
    needed = required_departments(snapshot)
    agreed = _last_agreed(given, history, needed)
    on_it = tuple(s for s in given if s.hash == hash)
    missing = tuple(d for d in needed if d not in {s.department for s in on_it})
    proposed = next((r for r in reversed(history) if r.hash == hash), None)
    agreed_stamps = tuple(s for s in given if s.hash == agreed.hash) if agreed else ()
    due = _review_due(snapshot, item, agreed_stamps)
    state = _state(hash, agreed, proposed, missing, due, today)
    return ItemStatus(item, title(snapshot, item), state, hash, on_it, missing, proposed, agreed, agreed_stamps, due)


def overview(snapshot: Snapshot, today: dt.date | None = None, kind: str = "") -> list[ItemStatus]:
    """The status of every item, or of those of one kind."""
    proposed, stamped = (_by_item(snapshot, kind) for kind in ("revisions", "stamps"))
    day = today or dt.date.today()
    return [_status(snapshot, item, _revisions(item, proposed.get(item, [])), _stamps(stamped.get(item, [])), day)
            for item in items(snapshot) if not kind or item[0] == kind]


def _by_item(snapshot: Snapshot, kind: str) -> dict[Item, list[Record]]:
    """All records about items, sorted by their item in one go."""
    found: dict[Item, list[Record]] = {}
    for record in snapshot.records.get(kind, {}).values():
        item = record.get("item") or ()
        if len(item) == 2:
            found.setdefault((item[0], item[1]), []).append(record)
    return found


def due_list(snapshot: Snapshot, days: int = DUE_SOON, today: dt.date | None = None) -> list[ItemStatus]:
    """Agreements whose review is due or will be within ``days``, the most urgent first.

    An item that was reopened since is not in it: it is being reviewed already.
    """
    today = today or dt.date.today()
    return due_among(overview(snapshot, today), days, today)


def due_among(statuses: Iterable[ItemStatus], days: int = DUE_SOON, today: dt.date | None = None) -> list[ItemStatus]:
    """Those of the statuses that `due_list` lists."""
    last = (today or dt.date.today()) + dt.timedelta(days=days)
    found = [s for s in statuses if s.state in (AGREED, DUE) and s.review_due and dt.date.fromisoformat(s.review_due) <= last]
    return sorted(found, key=lambda s: s.review_due or "")


def agreed_snapshot(snapshot: Snapshot) -> tuple[Snapshot, list[Item]]:
    """The workspace as it was agreed: every item by its agreed revision; items never agreed are left out.

    Returns:
        The snapshot and the items in it. Departments, data and everything that is no item stay as they are.
    """
    found: list[Item] = []
    result = snapshot
    for item in items(snapshot):
        agreed = _last_agreed(stamps(snapshot, item), revisions(snapshot, item), required_departments(snapshot))
        result = with_content(result, item, agreed.content if agreed else None)
        if agreed:
            found.append(item)
    return result, found


def stamps_void(before: Iterable[Snapshot], after: Snapshot) -> list[tuple[Item, Stamp]]:
    """Stamps that held in one of the snapshots before (a merge) and hold no longer, since the content changed."""
    void: dict[tuple[Item, str, str], Stamp] = {}
    for snapshot in before:
        for item in items(snapshot):
            now = content_hash(after, item) if item in set(items(after)) else ""
            for stamp in stamps(snapshot, item, content_hash(snapshot, item)):
                if stamp.hash != now:
                    void[item, stamp.department, stamp.hash] = stamp
    return [(key[0], stamp) for key, stamp in sorted(void.items())]


def title(snapshot: Snapshot, item: Item) -> str:
    """The user's own name for an item; empty for the ones that have none (see the caller's words for the kind)."""
    kind, id = item
    record = snapshot.get(kind, id)
    return value(kind, record, "name") if record and kind != "handover" and item != KPI_TREE else ""


def review_months(snapshot: Snapshot, item: Item) -> int:
    """Months that an agreement of the item holds: its own term, else the workspace's."""
    kind, id, name = review_field(item)
    return int(snapshot.value(kind, id, name) or snapshot.value("workspace", "workspace", "review_months") or 12)


def review_field(item: Item) -> tuple[str, str, str]:
    """(kind, id, field) where an item's own term stands; the KPI tree has no record of its own, the workspace keeps its term."""
    return ("workspace", "workspace", "kpi_tree_review_months") if item == KPI_TREE else (*item, "review_months")


def _last_agreed(given: list[Stamp], history: list[Revision], needed: tuple[str, ...]) -> Revision | None:
    """The revision whose stamps were complete last; the later completion counts, not the later proposal."""
    best: tuple[float, int] | None = None
    found = None
    for revision in history:
        on_it = [s for s in given if s.hash == revision.hash]
        if not needed or not set(needed) <= {s.department for s in on_it}:
            continue
        key = (max(_moment(s.at) for s in on_it), revision.number)
        if best is None or key > best:
            best, found = key, revision
    return found


def _state(hash: str, agreed: Revision | None, proposed: Revision | None, missing: tuple[str, ...], due: str | None,
           today: dt.date) -> str:
    if agreed and agreed.hash == hash:
        return DUE if due and dt.date.fromisoformat(due) <= today else AGREED
    if agreed and not proposed:
        return REOPENED
    if proposed:
        return PROPOSED if missing or not agreed else REOPENED
    return DRAFT


def _review_due(snapshot: Snapshot, item: Item, agreed_stamps: tuple[Stamp, ...]) -> str | None:
    """Twelve months after the last stamp or since all departments renewed it, unless the workspace or the item says a shorter time."""
    if not agreed_stamps:
        return None
    last = max(agreed_stamps, key=lambda s: _moment(s.at)).at
    last = max(last, renewed(snapshot, item, agreed_stamps[0].hash) or last, key=_moment)
    return _add_months(dt.date.fromisoformat(last[:10]), review_months(snapshot, item)).isoformat()


def renewals(snapshot: Snapshot, item: Item, hash: str) -> dict[str, str]:
    """Department → when it last said that this content still holds, ISO."""
    found: dict[str, str] = {}
    for record in snapshot.records.get("renewals", {}).values():
        if tuple(record.get("item") or ()) == item and record.get("hash") == hash:
            department, at = value("renewals", record, "department"), value("renewals", record, "at")
            found[department] = max(found.get(department, at), at, key=_moment)
    return found


def renewed(snapshot: Snapshot, item: Item, hash: str) -> str | None:
    """Since when every department holds this content to be valid anew; None while one has not said so."""
    said, needed = renewals(snapshot, item, hash), required_departments(snapshot)
    if not needed or not set(needed) <= set(said):
        return None
    return min((said[d] for d in needed), key=_moment)


def _moment(at: str) -> float:
    """An ISO time as seconds: colleagues stamp in several time zones. Unreadable ones come first."""
    try:
        return dt.datetime.fromisoformat(at).timestamp()
    except ValueError:
        return 0.0


def _add_months(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
