"""Pace: what a running quarter, half or year comes to if every business day brings what the days so far have brought."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fusenapp.domain import calendar

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By
    from fusenapp.kpi.result import KpiResult


@dataclass(frozen=True)
class Pace:
    """A count or an amount in a period of which some months are fixed.

    Attributes:
        days: business days of the fixed months.
        of: business days of the whole period.
        actual: what they brought, in the node's unit.
        target: of the whole period; None unless every month of it has one.
    """

    days: int
    of: int
    actual: float
    target: float | None

    @property
    def landing(self) -> float:
        """What the period comes to at this pace: actual × all days ÷ days so far."""
        return self.actual * self.of / self.days

    @property
    def due(self) -> float | None:
        """The part of the target that is due by now: target × days so far ÷ all days."""
        return None if self.target is None else self.target * self.days / self.of

    @property
    def achievement(self) -> float | None:
        """Actual ÷ what is due by now, which is landing ÷ target; None without a target above 0."""
        due = self.due
        return self.actual / due if due is not None and due > 0 else None


def pace(result: KpiResult, node: str, period: str, days: Callable[[str], float], by: By | None = None) -> Pace | None:
    """The pace of a node in a period that is still running.

    None for rates and balances, which no day adds to; for a period that is over or has not begun; where a fixed month has no figure.

    Args:
        days: business days of a month.

    Raises:
        InputError: ``bad-period``.
    """
    of = result.tree.nodes[node]
    months = calendar.months_of(period, result.tree.fiscal_start, by)
    gone = tuple(m for m in months if result.as_of is not None and m <= result.as_of)
    if of.aggregation != "sum" or of.unit == "%" or not gone or gone == months or len(result.known(node, gone)) < len(gone):
        return None
    actual, target = result.value(node, gone), result.value(node, months, "target")
    so_far = int(sum(map(days, gone)))
    if actual is None or not so_far:
        return None
    whole = len(result.known(node, months, "target")) == len(months)
    return Pace(so_far, int(sum(map(days, months))), actual, target if whole else None)
