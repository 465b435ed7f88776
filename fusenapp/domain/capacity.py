"""How many leads sales can take up in a month.

Capacity of a month in leads = business days × Σ people (FTE × ramp × (1 − leave)) × hours a day for new leads ÷ hours per lead.
Business days leave out Japan's public holidays and the company's closures (`fusenapp.domain.calendar.working_days`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fusenapp.domain import calendar as months
from fusenapp.domain.definition_value import is_number
from fusenapp.domain.snapshot import Snapshot
from fusenapp.errors import InputError

FIGURES = ("people", "hours_per_day", "hours_per_lead")


@dataclass(frozen=True)
class Rep:
    """One person or team in sales.

    Attributes:
        fte: full-time equivalents.
        ramp: part of the full pace that was reached so far, 0 to 1; new people have less.
        leave: part of the time away, 0 to 1.
    """

    name: str = ""
    fte: float = 1.0
    ramp: float = 1.0
    leave: float = 0.0

    @property
    def strength(self) -> float:
        """People at full pace that this counts for."""
        return self.fte * self.ramp * (1 - self.leave)


@dataclass(frozen=True)
class Capacity:
    """What sales can spend on new leads.

    Attributes:
        people: at full pace, where ``reps`` does not name them one by one.
        hours_per_day: of each, on new leads.
        hours_per_lead: spent on one lead on average.
        reps: who they are; empty: ``people`` counts.
        closures: days on which the company is closed, see `calendar.closure_days`.
    """

    people: float
    hours_per_day: float
    hours_per_lead: float
    reps: tuple[Rep, ...] = ()
    closures: tuple[str, ...] = months.YEAR_END

    @property
    def strength(self) -> float:
        """People at full pace."""
        return sum(rep.strength for rep in self.reps) if self.reps else self.people

    def leads(self, month: str) -> float:
        """Leads in a month (``YYYY-MM``)."""
        return self.days(month) * self.strength * self.hours_per_day / self.hours_per_lead

    def days(self, month: str) -> int:
        """Business days of a month."""
        return months.working_days(month, self.closures)

    def to_json(self) -> dict[str, Any]:
        """The field ``capacity`` of the workspace."""
        told: dict[str, Any] = {name: getattr(self, name) for name in FIGURES}
        if self.reps:
            told["reps"] = [{"name": r.name, "fte": r.fte, "ramp": r.ramp, "leave": r.leave} for r in self.reps]
        return told | ({"closures": list(self.closures)} if self.closures != months.YEAR_END else {})


def weekdays(month: str) -> int:
    """Mondays to Fridays of a month (``YYYY-MM``); public holidays are not taken off."""
    return months.business_days(month)


def capacity_of(snapshot: Snapshot) -> Capacity | None:
    """The capacity that the workspace names, or None where it names none or one that cannot be."""
    return capacity_from(snapshot.value("workspace", "workspace", "capacity"))


def closures_of(snapshot: Snapshot) -> tuple[str, ...]:
    """When the company is closed; the turn of the year where the workspace does not say."""
    found = snapshot.value("workspace", "workspace", "capacity")
    return _closures(found.get("closures")) if isinstance(found, Mapping) else months.YEAR_END


def capacity_from(data: Any) -> Capacity | None:
    """From JSON; None unless all three figures are there, above zero (with ``reps``, theirs instead of ``people``)."""
    if not isinstance(data, Mapping):
        return None
    reps = tuple(rep for each in _listed(data.get("reps")) if (rep := _rep(each)) is not None)
    given: list[Any] = [data.get(name) for name in FIGURES]
    if reps and sum(rep.strength for rep in reps) > 0:
        given[0] = sum(rep.strength for rep in reps)
    figures = [float(figure) for figure in given if is_number(figure) and figure > 0]
    if len(figures) != len(FIGURES):
        return None
    return Capacity(figures[0], figures[1], figures[2], reps, _closures(data.get("closures")))


def _rep(data: Any) -> Rep | None:
    if not isinstance(data, Mapping):
        return None
    fte, ramp, leave = data.get("fte", 1.0), data.get("ramp", 1.0), data.get("leave", 0.0)
    sound = all(is_number(n) and n >= 0 for n in (fte, ramp, leave)) and ramp <= 1 and leave <= 1
    return Rep(str(data.get("name") or ""), float(fte), float(ramp), float(leave)) if sound else None


def _closures(data: Any) -> tuple[str, ...]:
    """What can be read; a closure that cannot is passed over, since a colleague's file must not stop the reckoning."""
    return months.YEAR_END if data is None else tuple(text for text in _listed(data) if _readable(text))


def _readable(text: Any) -> bool:
    try:
        months.check_closure(text if isinstance(text, str) else "")
    except InputError:
        return False
    return True


def _listed(data: Any) -> list[Any]:
    return list(data) if isinstance(data, (list, tuple)) else []
