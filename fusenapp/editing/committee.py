"""Verbs for the committee as a whole: what each does in it, who influences whom, the 稟議 route, and the scales."""

from __future__ import annotations

from typing import Any

from fusenapp.document import Document
from fusenapp.domain.persona import PARTS, SCALE_END, SCALES
from fusenapp.domain.snapshot import Record, Snapshot, family
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import language, translate


def set_part(document: Document, persona: str, part: str) -> None:
    """Say what a person does in the committee: ``informs``, ``decides`` or ``signs``."""
    existing(document, "personas", persona)
    if part not in PARTS:
        raise InputError("bad-value", where="part", value=part)
    with document.edit(translate("Edit", "Change the part in the committee")) as edit:
        edit.set("personas", persona, part=part)


def influences(snapshot: Snapshot, set_id: str) -> list[tuple[str, str, str, str]]:
    """(link id, from whom, on whom, words) of every arrow between people of a committee."""
    people = {p["id"] for p in snapshot.all("personas", set=set_id)}
    found = []
    for record in snapshot.all("links"):
        source, target = record.get("source") or ("", ""), record.get("target") or ("", "")
        if source[0] == target[0] == "personas" and {source[1], target[1]} <= people:
            found.append((record["id"], source[1], target[1], record.get("label") or ""))
    rank = {p["id"]: at for at, p in enumerate(snapshot.all("personas", set=set_id))}
    return sorted(found, key=lambda arrow: (rank[arrow[1]], rank[arrow[2]]))


def influence(document: Document, source: str, target: str, label: str = "") -> str:
    """Draw an arrow from one person to another; returns its id, that of the existing one if there is one.

    Raises:
        InputError: ``unknown-record``; ``bad-value`` for an arrow to oneself.
    """
    person = existing(document, "personas", source)
    existing(document, "personas", target)
    if source == target:
        raise InputError("bad-value", where="target", value=target)
    known = [id for id, a, b, _ in influences(document.snapshot(), person["set"]) if (a, b) == (source, target)]
    if known:
        return known[0]
    with document.edit(translate("Edit", "Draw an arrow")) as edit:
        return edit.create("links", {"source": ["personas", source], "target": ["personas", target], "label": label})


def say_influence(document: Document, link: str, label: str) -> None:
    """The words on an arrow."""
    existing(document, "links", link)
    with document.edit(translate("Edit", "Write on an arrow"), group=f"influence:{link}") as edit:
        edit.set("links", link, label=label)


def remove_influence(document: Document, link: str) -> None:
    """Take an arrow away."""
    existing(document, "links", link)
    with document.edit(translate("Edit", "Remove an arrow")) as edit:
        edit.delete("links", link)


def add_step(document: Document, set_id: str, name: str, *, person: str = "", amount: float | None = None, days: float | None = None) -> str:
    """One more step at the end of the 稟議 route; returns its id. ``amount`` in 円: up to it this step may sign."""
    existing(document, "persona_sets", set_id)
    last = document.snapshot().all("approval_steps", set=set_id)
    with document.edit(translate("Edit", "Add a step of the route")) as edit:
        order = edit.order_between("approval_steps", last[-1]["id"] if last else None, None)
        return edit.create("approval_steps", {"set": set_id, "name": name, "person": person, "amount": amount, "days": days, "order": order})


def set_step(document: Document, id: str, **fields: Any) -> None:
    """Change ``name``, ``person``, ``amount`` or ``days`` of a step."""
    existing(document, "approval_steps", id)
    if any((fields.get(name) or 0) < 0 for name in ("amount", "days")):
        raise InputError("bad-value", where=id, value=fields)
    with document.edit(translate("Edit", "Change a step of the route")) as edit:
        edit.set("approval_steps", id, **fields)


def move_step(document: Document, id: str, by: int) -> None:
    """Move a step one place to the front (−1) or to the end (+1)."""
    step = existing(document, "approval_steps", id)
    others = [s["id"] for s in document.snapshot().all("approval_steps", set=step["set"])]
    at = others.index(id)
    to = min(max(at + by, 0), len(others) - 1)
    others.pop(at)
    with document.edit(translate("Edit", "Move a step of the route")) as edit:
        before = others[to - 1] if to > 0 else None
        after = others[to] if to < len(others) else None
        edit.set("approval_steps", id, order=edit.order_between("approval_steps", before, after))


def remove_step(document: Document, id: str) -> None:
    """Take a step out of the route."""
    existing(document, "approval_steps", id)
    with document.edit(translate("Edit", "Remove a step of the route")) as edit:
        edit.delete("approval_steps", id)


def scales(committee: Record) -> dict[str, dict[str, str]]:
    """Scale id → ``{"name", "left", "right"}``: the usual ones as this committee words them, then its own."""
    usual = {s.id: {"name": s.name.to(language()), "left": s.left.to(language()), "right": s.right.to(language())} for s in SCALES}
    own = family(committee, "scale")
    merged = {id: {**told, **(own.get(id) or {})} for id, told in usual.items()}
    return {id: told for id, told in {**merged, **{k: v for k, v in own.items() if k not in merged}}.items() if not told.get("gone")}


def set_scale(document: Document, set_id: str, id: str, *, name: str, left: str, right: str) -> None:
    """Word a scale of a committee; an id that is not known yet adds one."""
    existing(document, "persona_sets", set_id)
    with document.edit(translate("Edit", "Change a scale")) as edit:
        edit.set_field("persona_sets", set_id, f"scale.{id}", {"name": name, "left": left, "right": right})


def remove_scale(document: Document, set_id: str, id: str) -> None:
    """Show a scale no longer; where people stand on it is kept."""
    existing(document, "persona_sets", set_id)
    with document.edit(translate("Edit", "Remove a scale")) as edit:
        edit.set_field("persona_sets", set_id, f"scale.{id}", {"gone": True})


def place_on_scale(document: Document, persona: str, id: str, at: int | None) -> None:
    """Where a person stands on a scale, −2 (left) to 2 (right); None: not known."""
    existing(document, "personas", persona)
    if at is not None and not -SCALE_END <= at <= SCALE_END:
        raise InputError("bad-value", where=id, value=at)
    with document.edit(translate("Edit", "Place on a scale"), group=f"scale:{persona}:{id}") as edit:
        edit.set_field("personas", persona, f"scale.{id}", at)
