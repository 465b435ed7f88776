"""What a definition says of the imported leads, reckoned off the window's thread after each change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fusenapp.domain import definition
from fusenapp.domain.lead import ACCEPTED_WORDS, word
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.errors import InputError
from fusenapp.messages import explain

if TYPE_CHECKING:
    from fusenapp.flows.figures import Figures
    from fusenapp.qualify import Backtest, Verdicts


@dataclass(frozen=True)
class Live:
    """Counts of one definition on one lead list.

    Attributes:
        leads: rows of the list.
        counts: match, no_match, unknown.
        clauses: clause id → its counts.
        months: month of registration → matching leads.
        backtest: against what sales accepted, among the leads handed over; None where the list does not say.
        problems: clause id (empty: the whole) → why it cannot run.
    """

    leads: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    clauses: dict[str, dict[str, int]] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    backtest: Backtest | None = None
    problems: dict[str, str] = field(default_factory=dict)


def reckon(figures: Figures, snapshot: Snapshot, rule: str, dataset: str) -> Live:
    """Everything that is shown beside a rule; for a worker."""
    rows = figures.dataset(snapshot, dataset)
    found = definition.from_snapshot(snapshot, rule)
    if found is None or not any(True for _ in definition.conditions(found.root, muted=False)):
        return Live(leads=len(rows))
    try:
        verdicts = figures.verdicts(snapshot, dataset, rule)
    except InputError as error:
        return Live(leads=len(rows), problems={error.where: explain(error)})
    meanings = snapshot.value("datasets", dataset, "meanings") or {}
    clauses = {id: verdicts.counts(id) for id in verdicts.clauses}
    return Live(len(rows), verdicts.counts(), clauses, _by_month(rows, meanings, verdicts), _backtest(rows, meanings, verdicts))


def _by_month(rows: Any, meanings: dict[str, str], verdicts: Verdicts) -> dict[str, int]:
    column = meanings.get("registered")
    if not column or rows.find(column) is None:
        return {}
    counts: dict[str, int] = {}
    for day, verdict in zip(rows.values(column).to_pylist(), verdicts.verdict.tolist(), strict=True):
        if day is not None:
            month = str(day)[:7]
            counts[month] = counts.get(month, 0) + (verdict == 1)
    return dict(sorted(counts.items()))


def _backtest(rows: Any, meanings: dict[str, str], verdicts: Verdicts) -> Backtest | None:
    """Among the leads that were handed over: did sales accept?"""
    accepted, handed = meanings.get("accepted"), meanings.get("handed_over")
    if not accepted or not handed or rows.find(accepted) is None or rows.find(handed) is None:
        return None
    import numpy as np

    from fusenapp.qualify import backtest, filled

    outcome = np.array([_yes(v) for v in rows.values(accepted).to_pylist()], np.int8)
    return backtest(verdicts.verdict, outcome, filled(rows, handed))


def _yes(found: Any) -> int:
    if found is None:
        return -1
    return int(found) if isinstance(found, bool) else int(word(found) in ACCEPTED_WORDS) if isinstance(found, str) else 1


def lead_lists(snapshot: Snapshot) -> list[tuple[str, str]]:
    """(id, name) of the imported lead lists."""
    return [(r["id"], value("datasets", r, "name")) for r in snapshot.all("datasets", purpose="leads")]
