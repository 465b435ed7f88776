"""Where two departments differ: definitions, terms, the hand-over contract, personas and journeys, place by place, and settling them.

A side is a department's draft in this workspace, or another copy of the workspace (a colleague's file), whose joint content
then counts as its draft. A department that has no draft of its own goes along with the joint content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fusenapp.domain import definition as rules
from fusenapp.domain import settlement
from fusenapp.domain.agreement import HANDOVER
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.domain.workshop import without_private
from fusenapp.editing import definitions as definition_verbs
from fusenapp.editing import settling, terms
from fusenapp.errors import InputError
from fusenapp.flows import comparing_people
from fusenapp.flows.compared import OTHER_FILE, THIS_FILE, Point, Side, Which
from fusenapp.i18n import translate

if TYPE_CHECKING:
    from fusenapp.document import Document
    from fusenapp.domain.definition import Definition
    from fusenapp.flows.figures import Figures

__all__ = ["OTHER_FILE", "THIS_FILE", "Point", "Side", "Which"]

def sides(snapshot: Snapshot, *keys: str) -> tuple[Side, ...]:
    """Departments as sides, by id or name.

    Raises:
        InputError: ``unknown-department``.
    """
    snapshot = without_private(snapshot)
    every = snapshot.all("departments")
    found = []
    for key in keys:
        record = next((d for d in every if key in (d["id"], d.get("name"))), None)
        if record is None:
            raise InputError("unknown-department", where=key, known=", ".join(d["id"] for d in every))
        found.append(Side(record["id"], value("departments", record, "name"), snapshot, record["id"]))
    return tuple(found)


def copies(snapshot: Snapshot, other: Snapshot, name: str) -> tuple[Side, Side]:
    """The joint contents of this workspace and of another copy of it, as sides.

    Args:
        other: what the copy holds.
        name: of its file.
    """
    ours, theirs = without_private(snapshot), without_private(other)  # what is still written privately is not compared
    return Side(THIS_FILE, translate("Compare", "This file"), ours), Side(OTHER_FILE, name, theirs)


def compare(snapshot: Snapshot, left: Side, right: Side) -> list[Point]:
    """Every place that the two sides can differ in, definitions first, each in the order of the joint content."""
    snapshot = without_private(snapshot)
    found = [*_definition_points(snapshot, left, right), *_handover_points(snapshot, left, right), *_term_points(snapshot, left, right)]
    drafted = comparing_people.points(snapshot, left, right)
    decided = [_with_decision(snapshot, point, left, right) for point in found]
    return decided + [_with_decision(snapshot, point, left, right) if point.differs else point for point in drafted]


def take(document: Document, point: Point, side: Which, left: Side, right: Side, comment: str = "") -> None:
    """Settle a place by taking what one side says; one undo step."""
    chosen = left if side == "left" else right
    settling.settle(document, point.item, _place_after(point, side), chosen.key, point.said(left, right),
                    lambda: _write(document, point, point.values[1 if side == "left" else 2], side, chosen), comment)


def take_third(document: Document, point: Point, left: Side, right: Side, third: Any, comment: str = "") -> None:
    """Settle a place by what neither side has: a clause (`domain.definition.Clause`), points, text or figures; one undo step."""
    settling.settle(document, point.item, point.place, settlement.THIRD, point.said(left, right),
                    lambda: _write(document, point, third, None, left, right), comment)


def merge(document: Document, point: Point, left: Side, right: Side, comment: str = "") -> None:
    """Settle a place of a persona or a journey by what both sides say together; one undo step.

    Raises:
        InputError: ``bad-value`` where two sides cannot be one.
    """
    if point.merged is None:
        raise InputError("bad-value", where=point.place, value="both")
    settling.settle(document, point.item, point.place, settlement.BOTH, point.said(left, right),
                    lambda: _write(document, point, point.merged, None, left, right), comment)


def discuss(document: Document, point: Point, left: Side, right: Side, comment: str = "") -> None:
    """Leave a place to a talk: nothing changes, and it stays open."""
    settling.settle(document, point.item, point.place, settlement.DISCUSS, point.said(left, right), lambda: None, comment)


def reopen(document: Document, point: Point) -> None:
    """Take the decision about a place back, by whichever of its ids it was kept; what the joint content says stays. One undo step."""
    places = point.detail.ids if point.detail is not None else (point.place,)
    with document.edit(translate("Edit", "Open a difference again")) as edit:
        for place in places:
            if edit.get("settlements", settlement.id_of(point.item, place)) is not None:
                settling.unsettle(document, point.item, place)


def settle(document: Document, points: Sequence[Point], left: Side, right: Side, said: Sequence[str]) -> None:
    """Settle places that are named as the command line names them, ``KEY=CHOICE``, all in one step.

    Raises:
        InputError: ``unknown-place``, ``unknown-choice``; nothing is changed then.
    """
    keys = {key_of(point): point for point in points if point.differs}
    wanted = [(key, choice) for key, _, choice in (each.rpartition("=") for each in said)]
    for key, choice in wanted:
        if key not in keys:
            raise InputError("unknown-place", where=key)
        if choice not in ("left", "right", settlement.DISCUSS) and (choice != settlement.BOTH or keys[key].merged is None):
            raise InputError("unknown-choice", where=key, choice=choice)
    with document.edit(translate("Edit", "Settle a difference")):
        for key, choice in wanted:
            if choice == settlement.DISCUSS:
                discuss(document, keys[key], left, right)
            elif choice == settlement.BOTH:
                merge(document, keys[key], left, right)
            else:
                take(document, keys[key], "left" if choice == "left" else "right", left, right)


def key_of(point: Point) -> str:
    """What a place is called on the command line: its item and its place."""
    return "/".join((*point.item, point.place))


def joint_with(snapshot: Snapshot, point: Point, said: Which | Any) -> Definition | None:
    """The joint definition as it would be with a side (``left``, ``right``) or with another clause or threshold taken."""
    from fusenapp.qualify import drafts

    joint = rules.from_snapshot(snapshot, point.item[1]) if point.item[0] == "definitions" else None
    if joint is None or point.detail is None:
        return None
    if said in ("left", "right"):
        return drafts.take(joint, point.detail, said)
    return replace(joint, threshold=said) if point.part == drafts.THRESHOLD else drafts.put(joint, point.detail, said)


def effect(figures: Figures, snapshot: Snapshot, dataset: str, point: Point, *said: Which | Any) -> list[dict[str, int]]:
    """Verdict counts on a lead list with each of these taken; empty where the place is not part of a definition.

    Returns:
        per taken value ``{"match", "no_match", "unknown"}``.
    """
    found = []
    for each in said:
        joint = joint_with(snapshot, point, each)
        if joint is not None:
            found.append(figures.verdicts(snapshot, dataset, joint).counts())
    return found


def to_json(points: Sequence[Point], left: Side, right: Side) -> dict[str, Any]:
    """As the command line prints it."""
    told = [{"key": key_of(p), "item": "/".join(p.item), "place": p.place, "part": p.part, "about": p.about, "joint": p.texts[0],
             "left": p.texts[1], "right": p.texts[2], "differs": p.differs, "choice": p.choice, "reasons": dict(p.reasons)} for p in points]
    return {"left": left.name, "right": right.name, "places": len(points), "open": sum(p.open for p in points), "points": told}


# definitions


def _definition_points(snapshot: Snapshot, left: Side, right: Side) -> Iterator[Point]:
    from fusenapp.qualify import drafts

    names = rules.all_from_snapshot(snapshot)
    for rule in rules.RULES:
        joint, of_left, of_right = (_rule(s, rule) for s in (Side("", "", snapshot), left, right))
        if joint is None or of_left is None or of_right is None:
            continue
        for place in drafts.places(joint, of_left, of_right, names=names):
            if any(v is not None for v in place.values):
                yield Point(("definitions", rule), place.id, place.part, place.field, place.values, place.texts, detail=place)


def _rule(side: Side, rule: str) -> Definition | None:
    """The side's draft, or the joint definition if it has none of its own."""
    own = rules.from_snapshot(side.snapshot, settling.draft_id(rule, side.department)) if side.department else None
    return own or rules.from_snapshot(side.snapshot, rule)


# the hand-over contract


def _handover_points(snapshot: Snapshot, left: Side, right: Side) -> Iterator[Point]:
    joint, of_left, of_right = (_contract(s) for s in (Side("", "", snapshot), left, right))
    if joint is None:
        return
    for name in settling.HANDOVER_FIELDS:
        values = tuple(_plain(value("handover", r or joint, name)) for r in (joint, of_left, of_right))
        yield Point(HANDOVER, name, "field", name, values, tuple(map(_words, values)))  # type: ignore[arg-type]


def _contract(side: Side) -> Record | None:
    own = side.snapshot.get("handover", settling.draft_id("handover", side.department)) if side.department else None
    return own or side.snapshot.get("handover", "handover")


# terms


def _term_points(snapshot: Snapshot, left: Side, right: Side) -> Iterator[Point]:
    for term in snapshot.all("terms"):
        name = value("terms", term, "name")
        for place in ("agreed", "test"):
            joint = value("terms", term, place)
            texts = joint, _wording(left, term, place), _wording(right, term, place)
            if any(texts[1:]):
                yield Point(("terms", term["id"]), place, "wording" if place == "agreed" else "test", name, texts, texts)


def _wording(side: Side, term: Record, place: str) -> str:
    """What a side says of a term; departments word the meaning only, another copy also the test."""
    if side.department:
        return value("terms", term, f"wording.{side.department}") or "" if place == "agreed" else ""
    theirs = side.snapshot.get("terms", term["id"])
    return value("terms", theirs, place) if theirs else ""


# settling


def _with_decision(snapshot: Snapshot, point: Point, left: Side, right: Side) -> Point:
    places = point.detail.ids if point.detail is not None else (point.place,)
    decided = (settlement.settlement(snapshot, point.item, place) for place in places)
    found = next((d for d in decided if d is not None and d.holds(point.said(left, right))), None)
    reasons: dict[str, str] = {}
    for place in places:
        reasons = settlement.remarks(snapshot, point.item, place) | reasons
    return replace(point, settled=found, reasons=tuple(reasons.items()))


def _place_after(point: Point, side: Which) -> str:
    """Where the decision will be found again: a clause that the joint definition loses goes by the id of a draft's."""
    if point.detail is None:
        return point.place
    return point.detail.id_after(point.detail.left if side == "left" else point.detail.right)


def _write(document: Document, point: Point, wanted: Any, side: Which | None, *taken: Side) -> None:
    kind, id = point.item
    if point.drafted is not None:
        comparing_people.write(document, point, wanted, taken)
    elif kind == "definitions":
        joint = joint_with(document.snapshot(), point, side or wanted)
        if joint is not None:
            definition_verbs.define(document, joint)
    elif kind == "terms":
        verbs: dict[str, Callable[[Document, str, str], None]] = {"agreed": terms.write_agreed, "test": terms.write_test}
        verbs[point.place](document, id, wanted)
    else:
        settling.write_handover(document, point.place, wanted)


def _plain(found: Any) -> Any:
    return list(found) if isinstance(found, tuple) else found


def _words(found: Any) -> str:
    if isinstance(found, (list, tuple)):
        return "、".join(map(str, found))
    return "" if found is None else f"{found:g}" if isinstance(found, (int, float)) else str(found)
