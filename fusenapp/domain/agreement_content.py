"""What an item of agreement says: its content out of the records, and records out of a content again.

The two directions belong together: content(records_of(content)) is the same content.
"""

from __future__ import annotations

import hashlib
import json
import operator
from collections.abc import Callable, Mapping
from typing import Any

from fusenapp.domain.agreement_journey import journey_content, journey_records, journey_sources, journey_text, plain
from fusenapp.domain.snapshot import Record, Snapshot, family, value

Item = tuple[str, str]
"""(kind of record, id)"""

KPI_TREE: Item = ("kpis", "kpi-tree")
HANDOVER: Item = ("handover", "handover")

Records = dict[str, dict[str, dict[str, Any]]]
"""kind → id → fields"""

_PERSONA = ("role", "name", "meaning", "title", "quote")
_STEP = ("name", "person", "amount", "days")
_TERM = ("name", "english", "agreed", "test")
_DEFINITION = ("rule", "threshold", "root")
_GROUP = ("parent", "order", "match", "name", "cap", "muted")
_CLAUSE = ("parent", "order", "field", "operator", "value", "ref", "kind", "points", "axis", "half_life_days", "half_life_from",
           "muted", "known_at_handover")
_HANDOVER = ("required_fields", "first_contact_hours", "feedback_hours", "attempts", "recycling")
_REASON = ("code", "name", "destination", "owner", "deadline_days", "clause")
_KPI = ("name", "parent", "type", "unit", "department", "stage", "direction", "aggregation", "formula", "measure")


_MOST_KEPT = 4096
_term_hashes: dict[Item, tuple[Record, str]] = {}
"""A glossary has hundreds of terms, each one record that nobody changes in place: while it is the same object, so is its hash."""
_MOST_JOURNEYS = 64
_journey_hashes: dict[Item, tuple[list[Record | None], str]] = {}
"""By the records it came from: several views ask, and most edits are about something else."""


def content(snapshot: Snapshot, item: Item) -> dict[str, Any]:
    """What people agree to: nested plain values with stable ids, no authors, no times, no positions on screen."""
    kind, id = item
    return _CONTENT[kind](snapshot, id)


def content_hash(snapshot: Snapshot, item: Item) -> str:
    """SHA-256 of the canonical JSON of the item's content, in hex."""
    if item[0] == "journeys":
        return _journey_hash(snapshot, item)
    record = snapshot.get(*item) if item[0] == "terms" else None
    if record is None:
        return hash_of(content(snapshot, item))
    kept = _term_hashes.get(item)
    if kept is None or kept[0] is not record:
        if len(_term_hashes) >= _MOST_KEPT:
            _term_hashes.clear()
        kept = _term_hashes[item] = record, hash_of(content(snapshot, item))
    return kept[1]


def _journey_hash(snapshot: Snapshot, item: Item) -> str:
    sources, kept = journey_sources(snapshot, item[1]), _journey_hashes.get(item)
    if kept is None or len(kept[0]) != len(sources) or not all(map(operator.is_, kept[0], sources)):
        if len(_journey_hashes) >= _MOST_JOURNEYS:
            _journey_hashes.clear()
        kept = _journey_hashes[item] = sources, hash_of_text(content_text(snapshot, item))
    return kept[1]


def content_text(snapshot: Snapshot, item: Item) -> str:
    """The canonical JSON of the item's content: what a revision keeps."""
    return journey_text(snapshot, item[1]) if item[0] == "journeys" else canonical_json(content(snapshot, item))


def hash_of(content: Any) -> str:
    """SHA-256 of canonical JSON, in hex."""
    return hash_of_text(canonical_json(content))


def hash_of_text(text: str) -> str:
    """SHA-256 of what is canonical JSON already, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def canonical_json(content: Any) -> str:
    """One spelling for equal content: sorted keys, no spaces, whole numbers without a point."""
    return json.dumps(plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def records_of(item: Item, content: Mapping[str, Any]) -> Records:
    """The records that say this content (who, when and widths are not part of it)."""
    return _RECORDS[item[0]](item[1], content)


def with_content(snapshot: Snapshot, item: Item, content: Mapping[str, Any] | None) -> Snapshot:
    """The snapshot in which the item says ``content`` (None: the item is not there); all else as it was."""
    kept: dict[str, dict[str, Record]] = {kind: dict(held) for kind, held in snapshot.records.items()}
    present = records_of(item, _CONTENT[item[0]](snapshot, item[1]))
    for kind, id in _owned(snapshot, item):
        kept.get(kind, {}).pop(id, None)
    for kind, records in (records_of(item, content) if content is not None else {}).items():
        for id, fields in records.items():
            said_now = present.get(kind, {}).get(id, {})  # what the draft alone says must not shine through
            former = {k: v for k, v in snapshot.records.get(kind, {}).get(id, {}).items() if k not in said_now}
            kept.setdefault(kind, {})[id] = {**former, **fields, "id": id}
    return Snapshot(kept)


def _pick(kind: str, record: Record, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value(kind, record, name) for name in names}


def _listed(snapshot: Snapshot, kind: str, names: tuple[str, ...], **where: Any) -> list[dict[str, Any]]:
    """Records of a kind in their order, each with its id; the list's order stands for the fractional keys."""
    return [{"id": r["id"], **_pick(kind, r, names)} for r in snapshot.all(kind, **where)]


def _unlisted(kind: str, listed: list[dict[str, Any]], **shared: Any) -> dict[str, dict[str, Any]]:
    """The inverse of `_listed`: the place in the list becomes the order again."""
    return {e["id"]: {"order": f"a{i:06d}"} | {k: v for k, v in e.items() if k != "id"} | shared for i, e in enumerate(listed)}


# --- personas


def _persona_set(snapshot: Snapshot, id: str) -> dict[str, Any]:
    people = [{"id": p["id"], **_persona(snapshot, p)} for p in snapshot.all("personas", set=id)]
    return {"name": snapshot.value("persona_sets", id, "name"), "personas": people, **_committee(snapshot, id)}


def _committee(snapshot: Snapshot, id: str) -> dict[str, Any]:
    """Scales, 稟議 route and arrows: only where there are some, so that what was agreed without them stays agreed."""
    found = {"scales": family(snapshot.get("persona_sets", id) or {}, "scale"),
             "route": _listed(snapshot, "approval_steps", _STEP, set=id), "influences": _influences(snapshot, id)}
    return {name: told for name, told in found.items() if told}


def _influences(snapshot: Snapshot, set_id: str) -> list[dict[str, Any]]:
    """Arrows from person to person of one committee."""
    people = {p["id"] for p in snapshot.all("personas", set=set_id)}
    every = [{"id": r["id"], **_pick("links", r, ("source", "target", "label"))} for r in snapshot.all("links")]
    return [e for e in every if _is_person(e["source"], people) and _is_person(e["target"], people)]


def _is_person(end: Any, people: set[str]) -> bool:
    return bool(end) and end[0] == "personas" and end[1] in people


def _persona(snapshot: Snapshot, persona: Record) -> dict[str, Any]:
    fields = {k: v for k, v in family(persona, "field").items() if v}
    evidence = {k: v for k, v in family(persona, "evidence").items() if v != "hypothesis"}
    notes = _listed(snapshot, "notes", ("field", "text"), parent=persona["id"])
    later = {"scale": family(persona, "scale"), "part": value("personas", persona, "part"), "portrait": value("personas", persona, "portrait")}
    said = _pick("personas", persona, _PERSONA) | {"fields": fields, "evidence": evidence, "notes": notes}
    return said | {name: told for name, told in later.items() if told}


def _persona_set_records(id: str, content: Mapping[str, Any]) -> Records:
    scales = {f"scale.{k}": v for k, v in content.get("scales", {}).items()}
    records: Records = {"persona_sets": {id: {"name": content["name"]} | scales}, "personas": {}, "notes": {},
                        "approval_steps": _unlisted("approval_steps", content.get("route", []), set=id),
                        "links": {e["id"]: {k: v for k, v in e.items() if k != "id"} for e in content.get("influences", [])}}
    for index, told in enumerate(content["personas"]):
        families = {f"{prefix}.{k}": v for prefix, key in (("field", "fields"), ("evidence", "evidence")) for k, v in told[key].items()}
        families |= {f"scale.{k}": v for k, v in told.get("scale", {}).items()}
        plain = {name: told[name] for name in _PERSONA} | {name: told[name] for name in ("part", "portrait") if name in told}
        records["personas"][told["id"]] = plain | families | {"set": id, "order": f"a{index:06d}"}
        records["notes"] |= _unlisted("notes", told["notes"], parent=told["id"])
    return records


# --- journeys


def _journey_records(id: str, content: Mapping[str, Any]) -> Records:
    owners = {"phases": {"journey": id}, "lanes": {"journey": id}, "notes": {"parent": id}}
    return journey_records(id, content) | {kind: _unlisted(kind, content[kind], **owner) for kind, owner in owners.items()}


# --- terms, definitions, hand-over, KPI tree


def _term(snapshot: Snapshot, id: str) -> dict[str, Any]:
    own = {name: snapshot.value("terms", id, name) for name in _TERM}
    counts = snapshot.value("terms", id, "counts")  # only where somebody chose it: what was agreed before keeps its hash
    return own | ({"counts": counts} if counts else {})


def _term_records(id: str, content: Mapping[str, Any]) -> Records:
    return {"terms": {id: {"counts": "", **content}}}


def _definition(snapshot: Snapshot, id: str) -> dict[str, Any]:
    own = {name: snapshot.value("definitions", id, name) for name in _DEFINITION}
    listed = {kind: _listed(snapshot, kind, names, definition=id) for kind, names in (("groups", _GROUP), ("clauses", _CLAUSE))}
    _rank(listed["groups"] + listed["clauses"])
    return own | {kind: sorted(entries, key=lambda e: (e["parent"], e["order"])) for kind, entries in listed.items()}


def _rank(members: list[dict[str, Any]]) -> None:
    """Fractional keys become ranks among siblings, so that fresh keys in the same order are the same content."""
    members.sort(key=lambda e: (e["order"] or "", e["id"]))
    held: dict[str, int] = {}
    for member in members:
        rank = held[member["parent"]] = held.get(member["parent"], -1) + 1
        member["order"] = f"a{rank:06d}"


def _definition_records(id: str, content: Mapping[str, Any]) -> Records:
    own = {name: content[name] for name in _DEFINITION}
    return {"definitions": {id: own}} | {kind: _unlisted(kind, content[kind], definition=id) for kind in ("groups", "clauses")}


def _handover(snapshot: Snapshot, id: str) -> dict[str, Any]:
    own = {name: snapshot.value("handover", id, name) for name in _HANDOVER}
    return own | {"reasons": _listed(snapshot, "reasons", _REASON)}


def _handover_records(id: str, content: Mapping[str, Any]) -> Records:
    own = {name: content[name] for name in _HANDOVER}
    return {"handover": {id: own}, "reasons": _unlisted("reasons", content["reasons"])}


def _kpi_tree(snapshot: Snapshot, id: str) -> dict[str, Any]:
    return {"nodes": _listed(snapshot, "kpis", _KPI)}


def _kpi_records(id: str, content: Mapping[str, Any]) -> Records:
    return {"kpis": _unlisted("kpis", content["nodes"])}


_CONTENT: dict[str, Callable[[Snapshot, str], dict[str, Any]]] = {
    "persona_sets": _persona_set, "journeys": journey_content, "terms": _term, "definitions": _definition,
    "handover": _handover, "kpis": _kpi_tree,
}
_RECORDS: dict[str, Callable[[str, Mapping[str, Any]], Records]] = {
    "persona_sets": _persona_set_records, "journeys": _journey_records, "terms": _term_records,
    "definitions": _definition_records, "handover": _handover_records, "kpis": _kpi_records,
}


def _owned(snapshot: Snapshot, item: Item) -> list[tuple[str, str]]:
    """Every record that belongs to the item as it is now."""
    present = records_of(item, content(snapshot, item))
    return [(kind, id) for kind, records in present.items() for id in records]
