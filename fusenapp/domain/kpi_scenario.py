"""Scenarios: which drivers would be what from a month on, kept as records of kind ``scenarios``.

A driver's key is its node's id, or ``ID/mix`` for the share of quality leads in it. ``change.KEY`` is
``{"value": number, "fixed": bool}``: a factor on the driver's figures, or with ``fixed`` the figure itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fusenapp.domain.calendar import is_month
from fusenapp.domain.definition_value import is_number
from fusenapp.domain.snapshot import Record, Snapshot, value

Key = tuple[str, str]
"""(node, segment)"""
Change = tuple[float, bool]
"""(value, fixed)"""


@dataclass(frozen=True)
class Scenario:
    """One scenario.

    Attributes:
        start: first month that changes; empty = the month after the as-of month.
        changes: driver → (factor or figure, whether it is the figure).
        weights: how much a driver resists a goal search, where it is not 1.
        locked: drivers that a goal search leaves alone.
        goal: ``{"node", "period", "value"}`` that was sought last, or None.
    """

    id: str
    name: str = ""
    start: str = ""
    changes: dict[Key, Change] = field(default_factory=dict)
    weights: dict[Key, float] = field(default_factory=dict)
    locked: frozenset[Key] = frozenset()
    goal: dict[str, Any] | None = None


def written(key: Key) -> str:
    """A driver's key as part of a field's name."""
    node, segment = key
    return node if segment == "all" else f"{node}/{segment}"


def read(text: str) -> Key:
    """The inverse of `written`."""
    node, _, segment = text.partition("/")
    return node, segment or "all"


def scenario_of(record: Record) -> Scenario:
    """A scenario from its record; what cannot be is left out."""
    start, goal = value("scenarios", record, "start"), record.get("goal")
    changes = {key: (float(found["value"]), bool(found.get("fixed"))) for key, found in _family(record, "change")
               if isinstance(found, dict) and is_number(found.get("value"))}
    weights = {key: float(found) for key, found in _family(record, "weight") if is_number(found) and found > 0}
    locked = frozenset(key for key, found in _family(record, "locked") if found)
    good = isinstance(goal, dict) and is_number(goal.get("value"))
    return Scenario(record["id"], value("scenarios", record, "name"), start if is_month(start) else "", changes, weights, locked,
                    dict(goal) if good and goal else None)


def _family(record: Record, prefix: str) -> list[tuple[Key, Any]]:
    return [(read(name.split(".", 1)[1]), found) for name, found in record.items() if name.startswith(f"{prefix}.") and found is not None]


def scenarios(snapshot: Snapshot) -> list[Scenario]:
    """All scenarios in their order."""
    return [scenario_of(record) for record in snapshot.all("scenarios")]
