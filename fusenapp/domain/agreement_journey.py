"""What a journey says, as content of an agreement, and the same as canonical JSON without spelling every note anew.

A journey has thousands of notes and each edit touches a few. Records are never changed in place and snapshots share those that
nobody touched, so the spelling of an entry is kept as long as its record is the same object.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from json.encoder import encode_basestring
from typing import Any

from fusenapp.domain.schema import KINDS
from fusenapp.domain.snapshot import Record, Snapshot, family, value

_FIELDS = {"phases": ("name",), "lanes": ("name", "content", "by_role"), "links": ("source", "target", "label"),
           "notes": ("phase", "lane", "role", "text", "colour", "heading", "department")}
_LATER = {"phases": ("kind",)}
"""Fields that are told only where they say something, so that what was agreed without them stays agreed."""
_MOST_KEPT = 50_000

_spellings: dict[tuple[str, str], tuple[Record, str]] = {}
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def _defaults(kind: str) -> tuple[tuple[str, Any], ...]:
    return tuple((name, declared.default if (declared := KINDS[kind].field_of(name)) else None) for name in _FIELDS[kind])


_PLAIN = {kind: _defaults(kind) for kind in _FIELDS}


def journey_content(snapshot: Snapshot, id: str) -> dict[str, Any]:
    """Name, phases, lanes, notes, emotion, and the arrows between notes where there are some."""
    record = snapshot.get("journeys", id) or {}
    listed = {name: [_entry(kind, r) for r in records] for name, (kind, records) in _listings(snapshot, id).items()}
    return {"name": value("journeys", record, "name"), **listed, "emotion": family(record, "emotion")}


def journey_text(snapshot: Snapshot, id: str) -> str:
    """The canonical JSON of `journey_content`."""
    record = snapshot.get("journeys", id) or {}
    parts = {name: f"[{','.join([_spelling(kind, r) for r in records])}]" for name, (kind, records) in _listings(snapshot, id).items()}
    parts |= {"name": _encode(plain(value("journeys", record, "name"))), "emotion": _encode(plain(family(record, "emotion")))}
    return "{" + ",".join(f'"{name}":{parts[name]}' for name in sorted(parts)) + "}"


def journey_sources(snapshot: Snapshot, id: str) -> list[Record | None]:
    """Every record that the content of a journey may come from: while they are the same objects, it says the same."""
    found = [snapshot.get("journeys", id)]
    for kind in _FIELDS:
        found.extend(snapshot.records.get(kind, {}).values())
    return found


def journey_records(id: str, content: Mapping[str, Any]) -> dict[str, dict[str, dict[str, Any]]]:
    """The records that say a content, but for the order of lists: kind → id → fields."""
    emotion = {f"emotion.{key}": point for key, point in content["emotion"].items()}
    return {"journeys": {id: {"name": content["name"]} | emotion},
            "links": {e["id"]: {k: v for k, v in e.items() if k != "id"} for e in content.get("arrows", [])}}


def plain(content: Any) -> Any:
    """Nested plain values in which whole numbers have no point."""
    if isinstance(content, Mapping):
        return {str(k): plain(v) for k, v in content.items()}
    if isinstance(content, (list, tuple)):
        return [plain(v) for v in content]
    if isinstance(content, float) and content.is_integer():
        return int(content)
    return content


def _listings(snapshot: Snapshot, id: str) -> dict[str, tuple[str, list[Record]]]:
    """Name in the content → kind and records in their order."""
    notes = snapshot.all("notes", parent=id)
    found = {"phases": ("phases", snapshot.all("phases", journey=id)), "lanes": ("lanes", snapshot.all("lanes", journey=id)),
             "notes": ("notes", notes)}
    arrows = _arrows(snapshot, notes)
    return found | ({"arrows": ("links", arrows)} if arrows else {})


def _arrows(snapshot: Snapshot, notes: list[Record]) -> list[Record]:
    """Links from note to note of one journey, in an order that does not hang on who drew first."""
    if not snapshot.records.get("links"):
        return []
    ours = {note["id"] for note in notes}
    return [r for r in snapshot.all("links") if all(_is_note(r.get(side), ours) for side in ("source", "target"))]


def _is_note(end: Any, ours: set[str]) -> bool:
    return bool(end) and end[0] == "notes" and end[1] in ours


def _entry(kind: str, record: Record) -> dict[str, Any]:
    told = {name: record.get(name, default) for name, default in _PLAIN[kind]}
    told |= {name: said for name in _LATER.get(kind, ()) if (said := value(kind, record, name))}
    return {"id": record["id"], **told}


def _spelling(kind: str, record: Record) -> str:
    kept = _spellings.get((kind, record["id"]))
    if kept is not None and kept[0] is record:
        return kept[1]
    if len(_spellings) >= _MOST_KEPT:
        _spellings.clear()
    text = "{" + ",".join([f'"{name}":{_word(said)}' for name, said in sorted(_entry(kind, record).items())]) + "}"
    _spellings[kind, record["id"]] = record, text
    return text


def _word(said: Any) -> str:
    """JSON of one value; nearly all are strings or nothing."""
    if type(said) is str:
        return encode_basestring(said)
    return "null" if said is None else _encode(plain(said))
