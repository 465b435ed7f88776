"""What changing a definition does to a series: the same leads by month under the old rule and under the new one.

Whoever reads a series of quality leads or hot leads across a change of its definition sees two things at once: what happened,
and what was renamed. Run on the same leads, the difference between the rules is the break; it stands as a bar of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fusenapp.domain import agreement, calendar
from fusenapp.domain import definition as rules
from fusenapp.domain.agreement import Revision
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.errors import InputError
from fusenapp.flows.figures import dataset_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fusenapp.domain.definition import Definition
    from fusenapp.flows.figures import Figures

NOW = 0
"""The number of what the workspace says now, which is no revision yet."""


@dataclass(frozen=True)
class BreakMonth:
    """Leads that registered in one month; empty ``month``: without a date.

    Attributes:
        leads: all of them.
        old, new: those that match under the one rule and under the other.
        gained, lost: those that match only under the new rule, and only under the old one.
    """

    month: str
    leads: int
    old: int
    new: int
    gained: int
    lost: int

    @property
    def change(self) -> int:
        """The break: ``new − old``, which is ``gained − lost``."""
        return self.new - self.old


@dataclass(frozen=True)
class Break:
    """One list of leads under two contents of a definition.

    Attributes:
        months: in order; the undated last.
        unknown: leads without enough information, under the old rule and under the new one.
        at: day on which the new rule came, ISO; empty where it is not agreed or proposed yet.
    """

    rule: str
    months: tuple[BreakMonth, ...]
    unknown: tuple[int, int]
    at: str = ""

    def total(self, name: str) -> int:
        """The sum over all months of ``leads old new gained lost change``."""
        return sum(getattr(month, name) for month in self.months)

    def to_json(self) -> dict[str, Any]:
        """Months and sums, as plain values."""
        names = ("leads", "old", "new", "gained", "lost", "change")
        months = [{"month": m.month, **{name: getattr(m, name) for name in names}} for m in self.months]
        return {"definition": self.rule, "months": months, **{name: self.total(name) for name in names},
                "unknown": {"old": self.unknown[0], "new": self.unknown[1]}, "at": self.at}


def break_between(figures: Figures, snapshot: Snapshot, dataset: str, old: Definition, new: Definition, at: str = "") -> Break:
    """The same leads under two rules. What they include (a hot lead's target) is taken as the workspace has it now, for both.

    Args:
        dataset: id or name of a lead list.
        at: day of the change, ISO.

    Raises:
        InputError: ``unknown-dataset``, or why one of the rules cannot run on this list.
    """
    import numpy as np

    from fusenapp.kpi import lead_facts

    before, after = (figures.verdicts(snapshot, dataset, rule).verdict for rule in (old, new))
    record = dataset_record(snapshot, dataset)
    months = lead_facts(figures.dataset(snapshot, dataset), value("datasets", record, "meanings") or {}).month["lead"]
    was, now = before == 1, after == 1
    found = [_month(int(month), months == month, was, now) for month in sorted(np.unique(months).tolist(), key=lambda m: (m < 0, m))]
    return Break(new.id, tuple(found), (int((before == -1).sum()), int((after == -1).sum())), at[:10])


def between_revisions(figures: Figures, snapshot: Snapshot, dataset: str, rule: str, old: int, new: int = NOW) -> Break:
    """The break between two revisions of a definition by their numbers; `NOW` is what the workspace says now.

    Raises:
        InputError: ``unknown-revision``, and what `break_between` raises.
    """
    known = {r.number: r for r in agreement.revisions(snapshot, ("definitions", rule))}
    at = known[new].at if new in known else ""
    return break_between(figures, snapshot, dataset, _rule(snapshot, rule, known, old), _rule(snapshot, rule, known, new), at)


def last_break(figures: Figures, snapshot: Snapshot, dataset: str, rule: str) -> Break | None:
    """Between the agreed revision before and the one that is agreed now; None where nothing was ever agreed anew.

    The day of the break is that of the last stamp on the new revision.
    """
    agreed = agreed_revisions(snapshot, rule)
    if len(agreed) < 2:
        return None
    (old, _), (new, at) = agreed[-2:]
    known = {r.number: r for r in (old, new)}
    return break_between(figures, snapshot, dataset, *(_rule(snapshot, rule, known, r.number) for r in (old, new)), at=at)


def agreed_revisions(snapshot: Snapshot, rule: str) -> list[tuple[Revision, str]]:
    """The revisions of a definition that all departments stamped, with the time of the last stamp, in that order."""
    item, needed = ("definitions", rule), set(agreement.required_departments(snapshot))
    found = []
    for revision in agreement.revisions(snapshot, item):
        on_it = agreement.stamps(snapshot, item, revision.hash)
        if needed and needed <= {s.department for s in on_it}:
            found.append((revision, max(s.at for s in on_it)))
    return sorted(found, key=lambda pair: (pair[1], pair[0].number))


def definition_of(snapshot: Snapshot, revision: Revision) -> Definition:
    """The rule that a revision of a definition froze."""
    found = rules.from_snapshot(agreement.with_content(snapshot, revision.item, revision.content), revision.item[1])
    if found is None:
        raise InputError("unknown-definition", where=revision.item[1], definition=revision.item[1])
    return found


def _rule(snapshot: Snapshot, rule: str, known: Mapping[int, Revision], number: int) -> Definition:
    if number in known:
        return definition_of(snapshot, known[number])
    found = rules.from_snapshot(snapshot, rule) if number == NOW else None
    if found is None:
        raise InputError("unknown-revision", where=rule, revision=number, known=", ".join(map(str, known)))
    return found


def _month(month: int, inside: Any, was: Any, now: Any) -> BreakMonth:
    counts = (inside, inside & was, inside & now, inside & now & ~was, inside & was & ~now)
    return BreakMonth(calendar.month(month) if month >= 0 else "", *(int(mask.sum()) for mask in counts))
