"""Personas and journeys among what is compared: their places as points, and what a decision writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from fusenapp.domain import journey_draft, persona_committee, persona_draft
from fusenapp.domain.journey_draft import JourneyPlace, JourneySide
from fusenapp.domain.journey_said import LANES, PHASES
from fusenapp.domain.origins import first_line
from fusenapp.domain.persona import ROLES
from fusenapp.domain.persona_draft import DraftSide
from fusenapp.domain.snapshot import Snapshot, family, value
from fusenapp.editing import journey_drafts, persona_drafts
from fusenapp.flows.compared import Point, Side
from fusenapp.i18n import language, translate

if TYPE_CHECKING:
    from fusenapp.document import Document

_THEN = " → "
_SHORT = 24
"""Characters of a note that is named beside others."""


def points(snapshot: Snapshot, left: Side, right: Side) -> Iterator[Point]:
    """Places of personas, then of journeys. Of departments only what at least one of them drafted."""
    every = (snapshot, left.snapshot, right.snapshot)
    for committee in dict.fromkeys(r["id"] for each in every for r in each.all("persona_sets")):
        yield from _persona_points(snapshot, committee, left, right)
    sides = [JourneySide(side.snapshot, side.department) for side in (left, right)]
    for journey in dict.fromkeys(r["id"] for each in every for r in journey_draft.joint_journeys(each)):
        for place in journey_draft.places(snapshot, journey, *sides):
            yield _journey_point(every, place)


def _persona_points(snapshot: Snapshot, set_id: str, left: Side, right: Side) -> Iterator[Point]:
    sides = [DraftSide(side.key, side.name, side.snapshot, side.department) for side in (left, right)]
    committee = snapshot.get("persona_sets", set_id) or {}
    for place in persona_draft.places(snapshot, set_id, *sides):
        said = place.texts[1:]
        if not any(said) or (left.department and not any(_drafted(side, place) for side in (left, right))):
            continue
        texts = tuple(persona_committee.shown(committee, place.field, text, language()) for text in place.texts)
        yield Point(("persona_sets", set_id), place.id, "person", _about(snapshot, place), place.texts, texts, drafted=place)  # type: ignore[arg-type]


def _drafted(side: Side, place: persona_draft.Place) -> bool:
    own = side.snapshot.get("persona_drafts", persona_draft.id_of(place.persona, side.department)) or {}
    return place.field.id in family(own, "field")


def _about(snapshot: Snapshot, place: persona_draft.Place) -> str:
    field = place.field.name.to(language())
    if place.field == persona_draft.PERSON:
        return field
    person = snapshot.get("personas", place.persona)
    if person is None:
        return field
    role = value("personas", person, "role")
    name = value("personas", person, "name") or (ROLES[role].name.to(language()) if role in ROLES else role)
    return translate("Compare", "{person}: {field}").format(person=name, field=field)


def _journey_point(every: Sequence[Snapshot], place: JourneyPlace) -> Point:
    """Args: every: the workspace, and the two sides."""
    item, snapshot = ("journeys", place.journey), every[0]
    if place.kind == "order":
        texts = tuple(_order_words(every, place, told) for told in place.values)
    elif place.kind == "arrow":
        texts = tuple("" if told is None else _arrow_words(every, told) for told in place.values)
    else:
        texts = tuple(_journey_words(snapshot, place, told) for told in place.values)
    return Point(item, place.place, place.kind, _journey_about(snapshot, place), place.values, texts, drafted=place)  # type: ignore[arg-type]


def _journey_about(snapshot: Snapshot, place: JourneyPlace) -> str:
    if place.kind == "note":
        return place.where or translate("Compare", "Parking lot")
    if place.kind == "arrow":
        return translate("Compare", "Hand-off arrow")
    if place.kind == "order":
        return _order_about(place)
    if place.kind == "emotion":
        role, _, phase = place.id.partition(".")
        who = ROLES[role].name.to(language()) if role in ROLES else role
        name = snapshot.value("phases", phase, "name")
        return translate("Compare", "Emotion: {role}, {phase}").format(role=who, phase=name)
    if place.kind == "journey":
        return translate("Compare", "The whole journey")
    return translate("Compare", "Phase") if place.kind == "phase" else translate("Compare", "Lane")


def _order_about(place: JourneyPlace) -> str:
    """What stands in another order."""
    axis = {PHASES: translate("Compare", "Order of the phases"), LANES: translate("Compare", "Order of the lanes")}.get(place.id)
    if axis:
        return axis
    role = place.id.split("/")[2] if place.id.count("/") > 1 else ""
    where = " › ".join(filter(None, (place.where, ROLES[role].name.to(language()) if role in ROLES else role)))
    return translate("Compare", "{place}: order of the notes").format(place=where)


def _order_words(every: Sequence[Snapshot], place: JourneyPlace, told: list[str]) -> str:
    """What stands elsewhere, in its order; what both have at the beginning and the end is left out."""
    _, left, right = place.values
    changed = [at for at in range(len(left)) if left[at] != right[at]]
    window = set(left[changed[0]:changed[-1] + 1])
    kind = {PHASES: "phases", LANES: "lanes"}.get(place.id, "notes")
    names = (_name_of(every, kind, id) for id in told if id in window)
    return _THEN.join(filter(None, names))


def _arrow_words(every: Sequence[Snapshot], told: dict[str, str]) -> str:
    ends = (_name_of(every, "notes", told[end]) for end in ("source", "target"))
    words = _THEN.join(ends)
    return translate("Compare", "{text} ({place})").format(text=words, place=told["label"]) if told["label"] else words


def _name_of(every: Sequence[Snapshot], kind: str, id: str) -> str:
    """The name of a phase or lane or the first line of a note, as the first that has it says it, drafts last."""
    field = "text" if kind == "notes" else "name"
    for snapshot in every:
        record = snapshot.get(kind, id) or snapshot.get(kind, journey_draft.joint_id(id))
        if record is not None:
            return first_line(value(kind, record, field), _SHORT)
    records = (r for snapshot in every for r in snapshot.records.get(kind, {}).values())
    return next((first_line(value(kind, r, field), _SHORT) for r in records if journey_draft.base_id(r["id"]) == id), "")


def _journey_words(snapshot: Snapshot, place: JourneyPlace, told: Any) -> str:
    if told is None or place.kind == "emotion":
        return "" if told is None else f"{told:+g}"
    if place.kind != "note":
        return str(told["name"])
    text = told["text"] or snapshot.value("departments", told["department"], "name")
    others = [v for v in place.values if v is not None]
    if all((v["phase"], v["lane"], v["role"]) == (told["phase"], told["lane"], told["role"]) for v in others):
        return text
    names = [snapshot.value("phases", told["phase"], "name"), snapshot.value("lanes", told["lane"], "name"),
             ROLES[told["role"]].name.to(language()) if told["role"] in ROLES else told["role"]]
    return translate("Compare", "{text} ({place})").format(text=text, place=" › ".join(filter(None, names)))


def write(document: Document, point: Point, wanted: Any, taken: Sequence[Side]) -> None:
    """Make the joint persona or journey say what was decided.

    Args:
        wanted: a text, or what `JourneyPlace.values` holds; a text for a note or a name is a third way.
        taken: the sides whose words these are; what a note has beside its text and place comes from the first that has it.
    """
    place = point.drafted
    if isinstance(place, persona_draft.Place):
        sides = [DraftSide(side.key, side.name, side.snapshot, side.department) for side in taken]
        persona_drafts.write(document, place, str(wanted), sides)
    elif isinstance(place, JourneyPlace):
        told = next((v for v in place.values if v is not None), None)
        if isinstance(wanted, str) and isinstance(told, dict):
            wanted = {**told, "text" if place.kind == "note" else "name": wanted}
        journey_drafts.write(document, place, wanted, [JourneySide(side.snapshot, side.department) for side in taken])
