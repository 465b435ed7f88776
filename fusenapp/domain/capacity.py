"""How many leads sales can take up in a month.

Capacity of a month in leads = weekdays × people × hours a day for new leads ÷ hours per lead.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from fusenapp.domain import calendar as months
from fusenapp.domain.definition_value import is_number
from fusenapp.domain.snapshot import Snapshot

FRIDAY = 4
FIGURES = ("people", "hours_per_day", "hours_per_lead")


@dataclass(frozen=True)
class Capacity:
    """What sales can spend on new leads.

    Attributes:
        people: full-time people who take up leads.
        hours_per_day: of each, on new leads.
        hours_per_lead: spent on one lead on average.
    """

    people: float
    hours_per_day: float
    hours_per_lead: float

    def leads(self, month: str) -> float:
        """Leads in a month (``YYYY-MM``)."""
        return weekdays(month) * self.people * self.hours_per_day / self.hours_per_lead

    def to_json(self) -> dict[str, float]:
        """The field ``capacity`` of the workspace."""
        return asdict(self)


def weekdays(month: str) -> int:
    """Mondays to Fridays of a month (``YYYY-MM``); public holidays are not taken off."""
    year, number = divmod(months.index(month), 12)
    first, days = calendar.monthrange(year, number + 1)
    return sum((first + day) % 7 <= FRIDAY for day in range(days))


def capacity_of(snapshot: Snapshot) -> Capacity | None:
    """The capacity that the workspace names, or None where it names none or one that cannot be."""
    return capacity_from(snapshot.value("workspace", "workspace", "capacity"))


def capacity_from(data: Any) -> Capacity | None:
    """From JSON; None unless all three figures are there, above zero."""
    given: list[Any] = [data.get(name) for name in FIGURES] if isinstance(data, Mapping) else []
    figures = [float(figure) for figure in given if is_number(figure) and figure > 0]
    return Capacity(*figures) if len(figures) == len(FIGURES) else None
