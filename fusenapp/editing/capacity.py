"""Verbs for what sales can take up, and for acting on what follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fusenapp.document import Document
from fusenapp.domain import calendar
from fusenapp.domain.capacity import Capacity, Rep
from fusenapp.editing import reviews
from fusenapp.errors import InputError
from fusenapp.i18n import translate

MOST_PARTS = 24
"""Months of ramp-up, or over which the work on a lead is spread."""
_FIGURES = ("people", "hours_per_day", "hours_per_lead", "hours_per_quality_lead")


def set_figure(document: Document, name: str, figure: float | None) -> None:
    """One of ``people``, ``hours_per_day``, ``hours_per_lead``, ``hours_per_quality_lead``; None: not said.

    Raises:
        InputError: ``bad-figure`` for another name, or a figure that is not above 0.
    """
    if name not in _FIGURES or (figure is not None and not 0 < figure < 1e6):
        raise InputError("bad-figure", where=name, value=figure)
    _set(document, {name: figure})


def set_closures(document: Document, closures: Sequence[str]) -> None:
    """When the company is closed, see `calendar.closure_days`. Raises ``InputError("bad-closure")``."""
    for text in closures:
        calendar.check_closure(text)
    _set(document, {"closures": None if tuple(closures) == calendar.YEAR_END else list(closures)})


def set_spread(document: Document, parts: Sequence[float]) -> None:
    """Parts of the work on a lead by months since its hand-over; they need not add up.

    Raises:
        InputError: ``bad-spread`` if there is none, one is below 0 or the first is 0.
    """
    if not parts or len(parts) > MOST_PARTS or min(parts) < 0 or parts[0] <= 0:
        raise InputError("bad-spread", where="spread")
    _set(document, {"spread": None if len(parts) == 1 else [part / sum(parts) for part in parts]})


def set_node(document: Document, node: str) -> None:
    """Which KPI counts the leads handed over; empty: the one found by its stage. Raises ``InputError("unknown-node")``."""
    if node and document.get("kpis", node) is None:
        raise InputError("unknown-node", where=node, known="")
    _set(document, {"node": node or None})


def set_reps(document: Document, reps: Sequence[Rep]) -> None:
    """Who works on new leads, one by one; empty: people are only counted.

    Raises:
        InputError: ``bad-rep`` with the person's name for parts that are not between 0 and 1 or FTE below 0, ``bad-period`` for a
            month that is none, ``bad-closure`` for leave that is no day.
    """
    for rep in reps:
        check_rep(rep)
    _set(document, {"reps": [rep.to_json() for rep in reps] or None})


def check_rep(rep: Rep) -> None:
    """Raises what `set_reps` raises."""
    for month in filter(None, (rep.start, rep.end)):
        calendar.index(month)
    for text in rep.away:
        calendar.check_closure(text)
    parts = (rep.ramp, rep.leave, *rep.ramp_up)
    sound = all(0 <= part <= 1 for part in parts) and 0 <= rep.fte < 1e4 and (rep.hours_per_day is None or 0 < rep.hours_per_day <= 24)
    if not sound or len(rep.ramp_up) > MOST_PARTS or (rep.start and rep.end and rep.end < rep.start):
        raise InputError("bad-rep", where=rep.name, name=rep.name)


def _set(document: Document, fields: Mapping[str, Any]) -> None:
    """Change parts of the field and leave the others as they are, those of a newer version too; None takes a part out."""
    held = document.snapshot().value("workspace", "workspace", "capacity")
    now = dict(held) if isinstance(held, Mapping) else {}
    wanted = {name: found for name, found in {**now, **fields}.items() if found is not None}
    with document.edit(translate("Edit", "Set what sales can take up")) as edit:
        edit.set("workspace", "workspace", capacity=wanted or None)


def accept(document: Document, title: str, plan: Mapping[str, Any], capacity: Capacity, *, kpi: str = "", department: str = "",
           review: str = "") -> str:
    """An action for a proposal, with its plan, which the load of the months to come follows; returns its id.

    It is due on the last business day of the last month into which leads are brought forward, or of the month before the short one.

    Args:
        title: what is to be done, in the user's words.
        plan: `kpi.capacity.Plan.to_json`.
        kpi: id of the KPI that counts the leads handed over.
        department: who is to do it; unknown ids are left out.
        review: id of the meeting that decides it.

    Raises:
        InputError: ``review-closed``, ``unknown-record`` for the meeting.
    """
    last = max(plan["more"], default="") or calendar.add(plan["of"], -1)
    day = calendar.open_days(last, capacity.closures)
    given = {"due": day[-1].isoformat() if day else "", "department": department if document.get("departments", department) else ""}
    if kpi and document.get("kpis", kpi) is not None:
        given["kpi"] = kpi
    with document.edit(translate("Edit", "Plan an earlier hand-over")) as edit:
        id = reviews.add_action(document, title, review=review, **{name: text for name, text in given.items() if text})
        edit.set("actions", id, plan=dict(plan))
    return id


def withdraw(document: Document, id: str) -> None:
    """Take a plan back: its action goes. Raises ``InputError("unknown-record")``."""
    reviews.delete_action(document, id)
