"""How many leads sales can take up in a month.

Capacity of a month in leads = Σ people (FTE × pace × (1 − leave) × (business days − days away) × hours a day for new leads) ÷ hours per
lead. Business days leave out Japan's public holidays and the company's closures (`fusenapp.domain.calendar.open_days`).
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
AT_ONCE = (1.0,)
"""All work on a lead falls into the month in which it is handed over."""


@dataclass(frozen=True)
class Rep:
    """One person or team in sales.

    Attributes:
        fte: full-time equivalents.
        ramp: part of the full pace that was reached so far, 0 to 1; new people have less.
        leave: part of the time away in every month, 0 to 1.
        start, end: first and last month of work (``YYYY-MM``); empty: always there.
        ramp_up: part of the full pace in the first, second, … month from ``start`` on; afterwards ``ramp`` alone counts.
        away: days of leave, written like closures: ``"2026-12-21:2026-12-25"`` or every year ``"08-10:08-14"``.
        hours_per_day: on new leads; None: as everybody.
    """

    name: str = ""
    fte: float = 1.0
    ramp: float = 1.0
    leave: float = 0.0
    start: str = ""
    end: str = ""
    ramp_up: tuple[float, ...] = ()
    away: tuple[str, ...] = ()
    hours_per_day: float | None = None

    @property
    def strength(self) -> float:
        """People at full pace that this counts for, once at work and while not on leave."""
        return self.fte * self.ramp * (1 - self.leave)

    def pace(self, month: str) -> float:
        """Part of the full pace in a month: 0 before the first and after the last one."""
        if (self.start and month < self.start) or (self.end and month > self.end):
            return 0.0
        since = months.index(month) - months.index(self.start) if self.start else len(self.ramp_up)
        return self.ramp * (self.ramp_up[since] if since < len(self.ramp_up) else 1.0)

    def days_away(self, month: str, closures: tuple[str, ...]) -> int:
        """Business days of a month that lie in the leave."""
        gone = months.closure_days(self.away, months.index(month) // 12) if self.away else frozenset()
        return sum(day in gone for day in months.open_days(month, closures))

    def to_json(self) -> dict[str, Any]:
        """As it stands in the field ``capacity`` of the workspace; what says nothing is left out."""
        told: dict[str, Any] = {"name": self.name, "fte": self.fte, "ramp": self.ramp, "leave": self.leave}
        more = {"start": self.start, "end": self.end, "ramp_up": list(self.ramp_up), "away": list(self.away),
                "hours_per_day": self.hours_per_day}
        return told | {name: found for name, found in more.items() if found not in ("", [], None)}


@dataclass(frozen=True)
class Share:
    """One person's part of a month's capacity; ``hours`` = fte × pace × (1 − leave) × (days − away) × hours_per_day."""

    name: str
    fte: float
    pace: float
    leave: float
    days: int
    away: int
    hours_per_day: float

    @property
    def hours(self) -> float:
        """Hours for new leads in the month."""
        return self.fte * self.pace * (1 - self.leave) * (self.days - self.away) * self.hours_per_day


@dataclass(frozen=True)
class Capacity:
    """What sales can spend on new leads.

    Attributes:
        people: at full pace, where ``reps`` does not name them one by one.
        hours_per_day: of each, on new leads.
        hours_per_lead: spent on a general lead, and on any lead whose kind is not known.
        reps: who they are; empty: ``people`` counts.
        closures: days on which the company is closed, see `calendar.closure_days`.
        hours_per_quality_lead: spent on a quality lead; None: as on any.
        spread: parts of the work on a lead that fall into the month of its hand-over, the month after, …; they add up to 1.
        node: id of the KPI that counts the leads handed over; empty: the one found by its stage.
    """

    people: float
    hours_per_day: float
    hours_per_lead: float
    reps: tuple[Rep, ...] = ()
    closures: tuple[str, ...] = months.YEAR_END
    hours_per_quality_lead: float | None = None
    spread: tuple[float, ...] = AT_ONCE
    node: str = ""

    @property
    def strength(self) -> float:
        """People at full pace."""
        return sum(rep.strength for rep in self.reps) if self.reps else self.people

    @property
    def hours_for_quality(self) -> float:
        """Hours that a quality lead takes."""
        return self.hours_per_lead if self.hours_per_quality_lead is None else self.hours_per_quality_lead

    def leads(self, month: str) -> float:
        """Leads in a month (``YYYY-MM``), each at ``hours_per_lead``."""
        return self.hours(month) / self.hours_per_lead

    def hours(self, month: str) -> float:
        """Hours for new leads in a month."""
        return sum(share.hours for share in self.shares(month))

    def shares(self, month: str) -> tuple[Share, ...]:
        """Everybody's part of a month; one without a name where people are only counted."""
        days = self.days(month)
        if not self.reps:
            return (Share("", self.people, 1.0, 0.0, days, 0, self.hours_per_day),)
        return tuple(Share(r.name, r.fte, r.pace(month), r.leave, days, r.days_away(month, self.closures),
                           self.hours_per_day if r.hours_per_day is None else r.hours_per_day) for r in self.reps)

    def days(self, month: str) -> int:
        """Business days of a month."""
        return months.working_days(month, self.closures)

    def to_json(self) -> dict[str, Any]:
        """The field ``capacity`` of the workspace; what says nothing is left out."""
        told: dict[str, Any] = {name: getattr(self, name) for name in FIGURES}
        if self.reps:
            told["reps"] = [rep.to_json() for rep in self.reps]
        if self.hours_per_quality_lead is not None:
            told["hours_per_quality_lead"] = self.hours_per_quality_lead
        told |= {"spread": list(self.spread)} if self.spread != AT_ONCE else {}
        told |= {"node": self.node} if self.node else {}
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
    node = data.get("node")
    return Capacity(figures[0], figures[1], figures[2], reps, _closures(data.get("closures")), _above_zero(data.get("hours_per_quality_lead")),
                    _spread(data.get("spread")), node if isinstance(node, str) else "")


def _rep(data: Any) -> Rep | None:
    if not isinstance(data, Mapping):
        return None
    fte, ramp, leave = data.get("fte", 1.0), data.get("ramp", 1.0), data.get("leave", 0.0)
    sound = all(is_number(n) and n >= 0 for n in (fte, ramp, leave)) and ramp <= 1 and leave <= 1
    if not sound:
        return None
    parts = _listed(data.get("ramp_up"))
    ramp_up = tuple(float(part) for part in parts) if all(is_number(p) and 0 <= p <= 1 for p in parts) else ()
    away = tuple(text for text in _listed(data.get("away")) if _readable(text))
    return Rep(str(data.get("name") or ""), float(fte), float(ramp), float(leave), _month(data.get("start")), _month(data.get("end")), ramp_up,
               away, _above_zero(data.get("hours_per_day")))


def _month(data: Any) -> str:
    return data if isinstance(data, str) and months.is_month(data) else ""


def _above_zero(data: Any) -> float | None:
    return float(data) if is_number(data) and data > 0 else None


def _spread(data: Any) -> tuple[float, ...]:
    """Parts that add up to 1, whatever was written; at once where nothing can be made of it."""
    parts = [float(part) if is_number(part) and part >= 0 else 0.0 for part in _listed(data)]
    whole = sum(parts)
    return tuple(part / whole for part in parts) if whole > 0 and parts[0] > 0 else AT_ONCE


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
