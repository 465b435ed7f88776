"""What people do with a journey's grid: phases, lanes, emotion curve. One function, one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from fusenapp.document import Document, Edit
from fusenapp.domain.journey import EMOTION_RANGE, PAUSE, LaneContent
from fusenapp.domain.journey_draft import drafts_of
from fusenapp.domain.snapshot import value
from fusenapp.editing.journey_drafts import delete_draft
from fusenapp.editing.templates import add_journey
from fusenapp.i18n import translate

PHASE_WIDTHS = (112.0, 960.0)
"""Narrowest and widest phase, logical px at 100 %."""

LANE_HEIGHTS = (36.0, 1200.0)
"""Lowest and highest least height of a lane, logical px at 100 %."""

Axis = Literal["phases", "lanes"]


def create_journey(document: Document, name: str, *, set_id: str = "") -> str:
    """A journey with the default phases and lanes, named in the language in use. Returns its id."""
    with document.edit(translate("JourneySteps", "New journey")) as edit:
        return add_journey(edit, name, set_id)


def rename_journey(document: Document, journey: str, name: str) -> None:
    """Give a journey another name."""
    with document.edit(translate("JourneySteps", "Rename journey")) as edit:
        edit.set("journeys", journey, name=name)


def delete_journey(document: Document, journey: str) -> None:
    """Delete a journey with its phases, lanes and notes and the departments' drafts of it, as one step."""
    snapshot = document.snapshot()
    with document.edit(translate("JourneySteps", "Delete journey")) as edit:
        for draft in drafts_of(snapshot, journey):
            delete_draft(document, draft["id"])
        for kind, field in (("notes", "parent"), ("phases", "journey"), ("lanes", "journey")):
            for record in snapshot.all(kind, **{field: journey}):
                edit.delete(kind, record["id"])
        edit.delete("journeys", journey)


def lock_grid(document: Document, journey: str, locked: bool) -> None:
    """Hold phases and lanes fast against accidental changes, or let them go."""
    label = translate("JourneySteps", "Lock grid") if locked else translate("JourneySteps", "Unlock grid")
    with document.edit(label) as edit:
        edit.set("journeys", journey, locked=locked)


def add_phase(document: Document, journey: str, name: str, *, after: str | None = None, kind: str = "", id: str | None = None) -> str:
    """A new phase after the one named, at the front if none is named; ``kind`` may be `PAUSE`. Returns its id."""
    with document.edit(translate("JourneySteps", "Add phase")) as edit:
        return edit.create("phases", {"journey": journey, "name": name, **({"kind": kind} if kind else {}),
                                      "order": _order_after(edit, "phases", journey, after)}, id)


def add_lane(document: Document, journey: str, name: str, *, after: str | None = None, content: LaneContent = "notes",
             by_role: bool = False, id: str | None = None) -> str:
    """A new lane below the one named, at the top if none is named. Returns its id."""
    with document.edit(translate("JourneySteps", "Add lane")) as edit:
        return edit.create("lanes", {"journey": journey, "name": name, "content": content, "by_role": by_role,
                                     "order": _order_after(edit, "lanes", journey, after)}, id)


def rename_phase(document: Document, id: str, name: str) -> None:
    """Give a phase another name."""
    with document.edit(translate("JourneySteps", "Rename phase")) as edit:
        edit.set("phases", id, name=name)


def mark_pause(document: Document, id: str, pause: bool) -> None:
    """Make a phase one in which the purchase rests, or an ordinary one again."""
    label = translate("JourneySteps", "Mark as pause") if pause else translate("JourneySteps", "Mark as ordinary phase")
    with document.edit(label) as edit:
        edit.set("phases", id, kind=PAUSE if pause else "")


def rename_lane(document: Document, id: str, name: str) -> None:
    """Give a lane another name."""
    with document.edit(translate("JourneySteps", "Rename lane")) as edit:
        edit.set("lanes", id, name=name)


def move_phase(document: Document, id: str, *, after: str | None) -> None:
    """Put a phase after another one, or at the front; its notes go along."""
    _move(document, "phases", id, after, translate("JourneySteps", "Move phase"))


def move_lane(document: Document, id: str, *, after: str | None) -> None:
    """Put a lane below another one, or at the top; its notes go along."""
    _move(document, "lanes", id, after, translate("JourneySteps", "Move lane"))


def resize_phase(document: Document, id: str, width: float) -> None:
    """Set a phase's width in logical px, kept within `PHASE_WIDTHS`."""
    with document.edit(translate("JourneySteps", "Change phase width")) as edit:
        edit.set("phases", id, width=_within(width, PHASE_WIDTHS))


def resize_lane(document: Document, id: str, height: float | None) -> None:
    """Set a lane's least height in logical px, kept within `LANE_HEIGHTS`; None: as high as its notes."""
    with document.edit(translate("JourneySteps", "Change lane height")) as edit:
        edit.set("lanes", id, height=None if height is None else _within(height, LANE_HEIGHTS))


def fold(document: Document, axis: Axis, id: str, folded: bool) -> None:
    """Fold a phase or lane to a strip, or unfold it; its notes stay."""
    label = translate("JourneySteps", "Fold") if folded else translate("JourneySteps", "Unfold")
    with document.edit(label) as edit:
        edit.set(axis, id, folded=folded)


def split_lane_by_role(document: Document, id: str, by_role: bool) -> None:
    """Give each role a row of its own inside a lane, or take the rows together."""
    with document.edit(translate("JourneySteps", "Change role rows")) as edit:
        edit.set("lanes", id, by_role=by_role)


def remove_phase(document: Document, id: str, *, notes_to: str | None) -> None:
    """Remove a phase. Its notes go to the phase ``notes_to``, keeping lane and role; None: they are deleted too."""
    _remove(document, "phases", "phase", id, notes_to, translate("JourneySteps", "Remove phase"))


def remove_lane(document: Document, id: str, *, notes_to: str | None) -> None:
    """Remove a lane. Its notes go to the lane ``notes_to``, keeping phase and role; None: they are deleted too."""
    _remove(document, "lanes", "lane", id, notes_to, translate("JourneySteps", "Remove lane"))


def set_emotion(document: Document, journey: str, role: str, phase: str, level: float | None) -> None:
    """Set a role's point of the emotion curve in a phase, kept within −2…+2; None takes the point away."""
    kept = None if level is None else round(_within(level, EMOTION_RANGE), 2)
    with document.edit(translate("JourneySteps", "Change emotion")) as edit:
        edit.set_field("journeys", journey, f"emotion.{role}.{phase}", kept)


def toggle_department(document: Document, journey: str, phase: str, lane: str, department: str) -> bool:
    """Put a department in charge of a phase, or take it out; True if it is in charge now.

    Being in charge is a note in the lane that carries the department and no text.
    """
    mine = document.snapshot().all("notes", parent=journey, phase=phase, lane=lane, department=department)
    with document.edit(translate("JourneySteps", "Change department in charge")) as edit:
        for note in mine:
            edit.delete("notes", note["id"])
        if not mine:
            edit.create("notes", {"parent": journey, "phase": phase, "lane": lane, "department": department,
                                  "order": edit.order_between("notes", None, None)})
    return not mine


def order_axis(document: Document, axis: Axis, journey: str) -> list[str]:
    """Ids of the phases or lanes of a journey, in order."""
    return [record["id"] for record in document.snapshot().all(axis, journey=journey)]


def _move(document: Document, axis: Axis, id: str, after: str | None, label: str) -> None:
    record = document.get(axis, id)
    if record is None or after == id:
        return
    with document.edit(label) as edit:
        ids = [r["id"] for r in edit.all(axis, journey=value(axis, record, "journey")) if r["id"] != id]
        edit.set(axis, id, order=edit.order_between(axis, after, _next(ids, after)))


def _remove(document: Document, axis: Axis, field: str, id: str, notes_to: str | None, label: str) -> None:
    notes = document.snapshot().all("notes", **{field: id})
    with document.edit(label) as edit:
        for note in notes:
            if notes_to is None:
                edit.delete("notes", note["id"])
            else:
                edit.set("notes", note["id"], **{field: notes_to})
        edit.delete(axis, id)


def _order_after(edit: Edit, axis: Axis, journey: str, after: str | None) -> str:
    return edit.order_between(axis, after, _next([record["id"] for record in edit.all(axis, journey=journey)], after))


def _next(ids: Sequence[str], after: str | None) -> str | None:
    """The id that follows ``after``; the first one if ``after`` is None."""
    at = ids.index(after) + 1 if after in ids else 0
    return ids[at] if at < len(ids) else None


def _within(number: float, bounds: tuple[float, float]) -> float:
    return min(max(number, bounds[0]), bounds[1])
