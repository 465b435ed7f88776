"""Differences of an item in words: the place, what was agreed, what is written now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fusenapp.domain import agreement, persona
from fusenapp.domain.agreement import Item, ItemStatus
from fusenapp.domain.difference import Difference, differences
from fusenapp.domain.journey import PAUSE
from fusenapp.domain.snapshot import Snapshot
from fusenapp.i18n import language, translate


@dataclass(frozen=True)
class Told:
    """One difference for people. Texts are empty where there is nothing on that side."""

    place: str
    was: str
    now: str


def since_agreed(snapshot: Snapshot, status: ItemStatus) -> list[Told]:
    """What differs between the agreed revision and the content now; nothing if it was never agreed."""
    if status.agreed is None:
        return []
    return between(status.item, status.agreed.content, agreement.content(snapshot, status.item))


def between(item: Item, was: Any, now: Any) -> list[Told]:
    """What differs between two contents of an item."""
    return [_told(item, d, was, now) for d in differences(was, now)]


def _told(item: Item, difference: Difference, was: Any, now: Any) -> Told:
    place = " › ".join(filter(None, (_name(part, i, difference.place, was, now) for i, part in enumerate(difference.place))))
    return Told(place or item[1], *(_said(difference.place, said, was, now) for said in (difference.was, difference.now)))


def _name(part: str, at: int, place: tuple[str, ...], was: Any, now: Any) -> str:
    """A part of a place in words: fields by their label, entries of lists by their own name or text."""
    label = _labels().get(part)
    if label is not None:
        return label
    entry = _entry(place[:at + 1], now) or _entry(place[:at + 1], was)
    if entry and "source" in entry:
        return _arrow(entry, was, now)
    if entry:
        return _entry_name(entry)
    field = next((f for f in (*persona.ACCOUNT_FIELDS, *persona.PERSON_FIELDS, *persona.APPROVER_FIELDS) if f.id == part), None)
    return field.name.to(language()) if field else ""


def _entry_name(entry: dict[str, Any]) -> str:
    told = next((entry[k] for k in ("name", "text", "field", "code") if entry.get(k)), "")
    return str(told).split("\n")[0][:24]


def _said(place: tuple[str, ...], said: Any, was: Any, now: Any) -> str:
    """A value in words that depend on where it stands."""
    if place[0] == "phases" and place[-1] == "kind":
        return translate("Differences", "the purchase is on hold") if said == PAUSE else ""
    if place[0] in ("arrows", "influences"):
        if isinstance(said, list):
            return "、".join(_said(place, one, was, now) for one in said)
        if isinstance(said, dict):
            return " ".join(filter(None, (_arrow(said, was, now), said.get("label"))))
        if place[-1] in ("source", "target"):
            return _end(said, was, now)
    return _words(said)


def _arrow(entry: dict[str, Any], was: Any, now: Any) -> str:
    return f"{_end(entry.get('source'), was, now)} → {_end(entry.get('target'), was, now)}"


def _end(end: Any, was: Any, now: Any) -> str:
    """The note or person at one end of an arrow, by what it says in either content."""
    if not end:
        return ""
    found = next((e for content in (now, was) if (e := _entry((end[0], end[1]), content))), None)
    return _entry_name(found) if found else "…"


def _entry(place: tuple[str, ...], content: Any) -> dict[str, Any] | None:
    at = content
    for part in place:
        if isinstance(at, list):
            at = next((e for e in at if isinstance(e, dict) and e.get("id") == part), None)
        else:
            at = at.get(part) if isinstance(at, dict) else None
        if at is None:
            return None
    return at if isinstance(at, dict) and "id" in at else None


def _words(found: Any) -> str:
    if found is None:
        return ""
    if isinstance(found, bool):
        return translate("Differences", "yes") if found else translate("Differences", "no")
    if isinstance(found, dict):
        told = [_words(found[k]) for k in ("name", "text", "field", "operator", "value", "meaning") if found.get(k) not in (None, "", [])]
        return " ".join(told)
    if isinstance(found, (list, tuple)):
        return "、".join(_words(v) for v in found)
    return f"{found:g}" if isinstance(found, float) else str(found)


def _labels() -> dict[str, str]:
    return {
        "name": translate("Differences", "Name"),
        "english": translate("Differences", "English name"),
        "agreed": translate("Differences", "Agreed wording"),
        "test": translate("Differences", "Quantitative test"),
        "counts": translate("Differences", "Counted as"),
        "personas": translate("Differences", "Persona"),
        "fields": "",
        "evidence": translate("Differences", "Evidence"),
        "notes": translate("Differences", "Note"),
        "text": translate("Differences", "Text"),
        "quote": translate("Differences", "Quote"),
        "meaning": translate("Differences", "Meaning"),
        "title": translate("Differences", "Title"),
        "role": translate("Differences", "Role"),
        "phases": translate("Differences", "Phase"),
        "phase": translate("Differences", "Phase"),
        "lanes": translate("Differences", "Lane"),
        "lane": translate("Differences", "Lane"),
        "colour": translate("Differences", "Colour"),
        "order": translate("Differences", "Place"),
        "arrows": translate("Differences", "Arrow"),
        "influences": translate("Differences", "Influence"),
        "label": translate("Differences", "Words on the arrow"),
        "source": translate("Differences", "From"),
        "target": translate("Differences", "To"),
        "emotion": translate("Differences", "Emotion"),
        "clauses": translate("Differences", "Condition"),
        "groups": translate("Differences", "Group"),
        "field": translate("Differences", "Field"),
        "operator": translate("Differences", "Operator"),
        "value": translate("Differences", "Value"),
        "match": translate("Differences", "Joined by"),
        "kind": translate("Differences", "Kind"),
        "muted": translate("Differences", "Muted"),
        "points": translate("Differences", "Points"),
        "threshold": translate("Differences", "Threshold"),
        "required_fields": translate("Differences", "Required fields"),
        "first_contact_hours": translate("Differences", "First contact (hours)"),
        "feedback_hours": translate("Differences", "Answer from sales (hours)"),
        "attempts": translate("Differences", "Attempts"),
        "recycling": translate("Differences", "Coming back"),
        "reasons": translate("Differences", "Reason"),
        "nodes": translate("Differences", "KPI"),
        "formula": translate("Differences", "Formula"),
        "unit": translate("Differences", "Unit"),
        "parent": translate("Differences", "Parent"),
        "department": translate("Differences", "Department"),
        "ref": translate("Differences", "Other definition"),
    }
