"""Where a term is used: every text of the workspace in which it stands as a word of its own, and what is linked with it.

``リード`` inside ``ホットリード`` is no use of ``リード`` while ``ホットリード`` is a term as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from fusenapp.domain.snapshot import Record, Snapshot, family, value

_TEXTS: dict[str, tuple[str, ...]] = {
    "terms": ("agreed", "test"), "clauses": ("field", "value", "comment"), "definitions": ("comment",), "groups": ("name",),
    "handover": ("recycling",), "reasons": ("name", "destination"), "kpis": ("name", "note"), "phases": ("name",), "lanes": ("name",),
    "notes": ("text",), "personas": ("quote",),
}
_FAMILIES = {"terms": "wording", "personas": "field"}


@dataclass(frozen=True)
class Use:
    """One place.

    Attributes:
        kind, id: of the record.
        field: of the record; empty for a link.
        text: what stands there.
    """

    kind: str
    id: str
    field: str
    text: str


def uses(snapshot: Snapshot, id: str) -> list[Use]:
    """Every use of a term outside of itself, kind by kind; one record counts once, by its first text."""
    term = snapshot.get("terms", id)
    if term is None:
        return []
    names = [_plain(n) for n in (value("terms", term, "name"), value("terms", term, "english")) if len(_plain(n)) > 1]
    longer = _longer(snapshot, id, names)
    found = [use for use in _texts(snapshot) if (use.kind, use.id) != ("terms", id) and _stands_in(names, longer, use.text)]
    return [*_once(found), *_linked(snapshot, id)]


def _texts(snapshot: Snapshot) -> Iterator[Use]:
    for kind, fields in _TEXTS.items():
        for record in snapshot.records.get(kind, {}).values():
            if "@" in record["id"]:
                continue  # a department's draft
            for name in fields:
                if text := _said(value(kind, record, name)):
                    yield Use(kind, record["id"], name, text)
            for key, text in family(record, _FAMILIES[kind]).items() if kind in _FAMILIES else ():
                yield Use(kind, record["id"], f"{_FAMILIES[kind]}.{key}", _said(text))


def _said(found: object) -> str:
    if isinstance(found, (list, tuple)):
        return "、".join(str(one) for one in found if isinstance(one, str))
    return found if isinstance(found, str) else ""


def _longer(snapshot: Snapshot, id: str, names: list[str]) -> list[str]:
    """Names of other terms that contain one of ours, the longest first."""
    others = (_plain(value("terms", t, f)) for t in snapshot.all("terms") if t["id"] != id for f in ("name", "english"))
    return sorted({other for other in others if any(name in other and name != other for name in names)}, key=len, reverse=True)


def _stands_in(names: list[str], longer: list[str], text: str) -> bool:
    told = _plain(text)
    if not any(name in told for name in names):
        return False
    for other in longer:
        told = told.replace(other, "\\0")
    return any(_word(name, told) for name in names)


def _word(name: str, text: str) -> bool:
    """Whether a name stands in a text; Latin names as whole words, with a plural s."""
    if name.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(name)}s?(?![a-z0-9])", text) is not None
    return name in text


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().lower()


def _once(found: list[Use]) -> list[Use]:
    first: dict[tuple[str, str], Use] = {}
    for use in found:
        first.setdefault((use.kind, use.id), use)
    return list(first.values())


def _linked(snapshot: Snapshot, id: str) -> Iterator[Use]:
    for record in snapshot.all("links"):
        ends = [list(record.get(side) or ()) for side in ("source", "target")]
        if ["terms", id] not in ends:
            continue
        for end in ends:
            held: Record | None = snapshot.get(str(end[0]), str(end[1])) if len(end) == 2 and end != ["terms", id] else None
            if held is not None:
                yield Use(str(end[0]), str(end[1]), "", str(held.get("text") or held.get("name") or held.get("title") or ""))
