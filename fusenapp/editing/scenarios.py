"""Verbs for scenarios: what would be if some drivers were others from a month on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from fusenapp.document import Document
from fusenapp.domain.calendar import index
from fusenapp.domain.kpi_scenario import Change, Key, scenario_of, written
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import translate

HEAVIEST = 100.0


def add_scenario(document: Document, name: str, start: str = "", like: str = "") -> str:
    """A new scenario at the end, empty or like another one; returns its id.

    Raises:
        InputError: ``bad-period`` if ``start`` is neither empty nor a month.
    """
    if start:
        index(start)
    copied = _fields(existing(document, "scenarios", like)) if like else {}
    siblings = document.snapshot().all("scenarios")
    with document.edit(translate("Edit", "Add a scenario")) as edit:
        order = edit.order_between("scenarios", siblings[-1]["id"] if siblings else None, None)
        return edit.create("scenarios", {**copied, "name": name, "order": order, **({"start": start} if start else {})})


def _fields(record: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("start", "goal")
    return {name: found for name, found in record.items() if found is not None and (name in kept or name.split(".")[0] in _FAMILIES)}


_FAMILIES = ("change", "weight", "locked")


def rename(document: Document, id: str, name: str) -> None:
    """Another name."""
    existing(document, "scenarios", id)
    with document.edit(translate("Edit", "Rename a scenario"), group=f"scenario:{id}:name") as edit:
        edit.set("scenarios", id, name=name)


def set_start(document: Document, id: str, month: str) -> None:
    """The first month that changes; empty = the month after the as-of month. Raises ``InputError("bad-period")``."""
    existing(document, "scenarios", id)
    if month:
        index(month)
    with document.edit(translate("Edit", "Start a scenario in another month")) as edit:
        edit.set("scenarios", id, start=month)


def set_changes(document: Document, id: str, changes: Mapping[Key, Change | None], *, gesture: str = "") -> None:
    """Change drivers (None = back to what is); one undo step, dragging with the same ``gesture`` goes on with it.

    Raises:
        InputError: ``bad-value`` for a figure below 0 or none at all.
    """
    existing(document, "scenarios", id)
    for key, change in changes.items():
        if change is not None and not (math.isfinite(change[0]) and change[0] >= 0):
            raise InputError("bad-value", where=written(key), value=change[0])
    with document.edit(translate("Edit", "Change a driver"), group=f"scenario:{id}:{gesture}" if gesture else None) as edit:
        for key, change in changes.items():
            edit.set_field("scenarios", id, f"change.{written(key)}", None if change is None else {"value": change[0], "fixed": change[1]})


def replace_changes(document: Document, id: str, changes: Mapping[Key, Change], goal: Mapping[str, Any] | None = None) -> None:
    """All drivers at once, as a goal search found them; what it does not name goes back to what is."""
    known = scenario_of(existing(document, "scenarios", id)).changes
    with document.edit(translate("Edit", "Seek a goal")) as edit:
        for key in (*known, *changes):
            found = changes.get(key)
            edit.set_field("scenarios", id, f"change.{written(key)}", None if found is None else {"value": found[0], "fixed": found[1]})
        if goal is not None:
            edit.set("scenarios", id, goal=dict(goal))


def set_locked(document: Document, id: str, keys: Iterable[Key], locked: bool) -> None:
    """Whether a goal search leaves drivers alone."""
    existing(document, "scenarios", id)
    with document.edit(translate("Edit", "Lock a driver")) as edit:
        for key in keys:
            edit.set_field("scenarios", id, f"locked.{written(key)}", locked)


def set_weight(document: Document, id: str, key: Key, weight: float) -> None:
    """How much a driver resists a goal search, above 0; 1 is usual. Raises ``InputError("bad-value")``."""
    existing(document, "scenarios", id)
    if not 0 < weight <= HEAVIEST:
        raise InputError("bad-value", where=written(key), value=weight)
    with document.edit(translate("Edit", "Weigh a driver"), group=f"scenario:{id}:weight:{written(key)}") as edit:
        edit.set_field("scenarios", id, f"weight.{written(key)}", weight)


def delete_scenario(document: Document, id: str) -> None:
    """Remove a scenario."""
    existing(document, "scenarios", id)
    with document.edit(translate("Edit", "Delete a scenario")) as edit:
        edit.delete("scenarios", id)
