"""A definition tried out on an imported list: what came of its leads, the simulator, and the tests beside it."""

from __future__ import annotations

import functools
import operator
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fusenapp.domain import agreement, calendar, definition
from fusenapp.domain.lead import ACCEPTED_WORDS, word
from fusenapp.flows.figures import as_of, definitions
from fusenapp.flows.outcomes import masks_of

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.domain.definition import Definition
    from fusenapp.domain.definition_changes import Changes
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.qualify import Backtest, Comparison, Leak, LeftOut, Seen, Simulator
    from fusenapp.tables import Dataset

AGREED = "agreed"
"""Key of the agreed revision among what a definition can be compared with."""

PERIODS = ("early", "late")

CHOSEN = "chosen"
"""Key of an outcome that the user named by column and value."""


@dataclass(frozen=True)
class Outcome:
    """Success per lead (int8, −1 not known) and the leads to look at (None: all)."""

    success: np.ndarray
    among: np.ndarray | None


@dataclass(frozen=True)
class Tested:
    """One definition against one outcome.

    Attributes:
        whole: all leads of the test.
        periods: the same for ``early`` and ``late`` leads, where dates can be split; ``cut`` is the first day of the late ones, ISO.
        left_out: each clause dropped in turn, on the leads of the period that was asked for.
        comparison: of another definition (first) with this one (second) on those leads, and the back-test of the other.
    """

    whole: Backtest
    periods: Mapping[str, Backtest] = field(default_factory=dict)
    cut: str = ""
    left_out: tuple[LeftOut, ...] = ()
    comparison: Comparison | None = None
    other: Backtest | None = None


def simulator(figures: Figures, snapshot: Snapshot, dataset: str, rule: str | Definition) -> Simulator:
    """Ready for trials of a definition on a lead list.

    Raises:
        InputError: ``unknown-definition`` and whatever keeps the definition from running.
    """
    from fusenapp.errors import InputError
    from fusenapp.qualify import Simulator

    known, rows = definitions(snapshot), figures.dataset(snapshot, dataset)
    found = known.get(rule) if isinstance(rule, str) else rule
    if found is None:
        raise InputError("unknown-definition", where=str(rule), definition=str(rule))
    return Simulator(found, rows, known, as_of(snapshot) or None, seen(rows, _meanings(snapshot, dataset)))


def seen(rows: Dataset, meanings: Mapping[str, Any]) -> Seen:
    """What came of the leads of a list, as the simulator tells it."""
    import numpy as np

    from fusenapp.kpi import lead_facts
    from fusenapp.qualify import Seen

    facts, masks = lead_facts(rows, meanings), masks_of(rows, meanings)
    accepted, rejected = masks.get("accepted"), masks.get("rejected")
    answered = None if accepted is None or rejected is None else accepted | rejected
    return Seen(facts.month["lead"].astype(np.int32), masks.get("handed_over"), answered, accepted, _opportunity(rows, meanings, facts),
                masks.get("won"))


def _opportunity(rows: Dataset, meanings: Mapping[str, Any], facts: Any) -> np.ndarray | None:
    """Leads that became an opportunity; where no column says so, those that got a proposal, a quote or a result."""
    from fusenapp.qualify import filled

    told = facts.reached.get("opportunity")
    if told is not None:
        return told
    later = [c for m in ("proposal", "quote_amount", "result") if isinstance(c := meanings.get(m), str) and rows.find(c) is not None]
    signs = [filled(rows, column) for column in later]
    return functools.reduce(operator.or_, signs) if signs else None


def outcomes_of(rows: Dataset, meanings: Mapping[str, Any], wanted: str = "") -> dict[str, Outcome]:
    """What a definition can be tested against: ``accepted`` among the leads handed over, ``won`` among all.

    Args:
        wanted: ``COLUMN=VALUE``, one more outcome among all leads; it stands under `CHOSEN`.

    Raises:
        InputError: those of `qualify.outcome_of`.
    """
    import numpy as np

    from fusenapp.kpi import lead_facts
    from fusenapp.qualify import filled, outcome_of

    found: dict[str, Outcome] = {}
    accepted, handed = meanings.get("accepted"), meanings.get("handed_over")
    if isinstance(accepted, str) and isinstance(handed, str) and rows.find(accepted) is not None and rows.find(handed) is not None:
        found["accepted"] = Outcome(np.array([_yes(v) for v in rows.values(accepted).to_pylist()], np.int8), filled(rows, handed))
    won = lead_facts(rows, meanings).reached.get("won")
    if won is not None:
        found["won"] = Outcome(won.astype(np.int8), None)
    return found | ({CHOSEN: Outcome(outcome_of(rows, wanted), None)} if wanted else {})


def leaks_of(figures: Figures, snapshot: Snapshot, dataset: str, rule: Definition) -> list[Leak]:
    """Clauses that are, or look, known only after hand-over."""
    from fusenapp.qualify import leaks

    rows, meanings = figures.dataset(snapshot, dataset), _meanings(snapshot, dataset)
    return leaks(rule, rows, meanings, definitions(snapshot), masks_of(rows, meanings).get("handed_over"))


def honest(figures: Figures, snapshot: Snapshot, dataset: str, rule: Definition) -> Simulator:
    """Like `simulator`, without the clauses that are flagged as not known at hand-over."""
    from fusenapp.qualify import Simulator, leak_free

    own, others = leak_free(rule, definitions(snapshot))
    rows = figures.dataset(snapshot, dataset)
    return Simulator(own, rows, others, as_of(snapshot) or None, seen(rows, _meanings(snapshot, dataset)))


def against_outcomes(figures: Figures, snapshot: Snapshot, dataset: str, trial: Simulator, changes: Changes, against: str = "",
                     among: str = "", outcome: str = "") -> dict[str, Tested]:
    """Every outcome that the list knows, with its tests.

    Args:
        trial, changes: the simulator of the definition and what is tried on it.
        against: `AGREED` or the id of another definition to compare with; empty: none.
        among: ``early`` or ``late``: drop clauses on those leads only.
        outcome: ``COLUMN=VALUE``, one more outcome; see `outcomes_of`.
    """
    import numpy as np

    from fusenapp.qualify import backtest, compare

    rows, meanings = figures.dataset(snapshot, dataset), _meanings(snapshot, dataset)
    verdict, other, split = trial.verdict(changes), _verdict_of(figures, snapshot, dataset, trial, against), _split(rows, meanings)
    told: dict[str, Tested] = {}
    for key, found in outcomes_of(rows, meanings, outcome).items():
        every = np.ones(len(rows), np.bool_) if found.among is None else found.among
        parts = {name: every & mask for name, mask in zip(PERIODS, split[:2], strict=True)} if split else {}
        scope = parts.get(among, found.among)
        told[key] = Tested(
            backtest(verdict, found.success, found.among),
            {name: backtest(verdict, found.success, mask) for name, mask in parts.items()}, split[2] if split else "",
            trial.left_out(found.success, scope, changes),
            None if other is None else compare(other, verdict, found.success, scope),
            None if other is None else backtest(other, found.success, scope))
    return told


def rivals(snapshot: Snapshot, rule: str) -> dict[str, Definition]:
    """What a definition can be compared with: its agreed revision (`AGREED`) and other definitions of the same rule, by id."""
    known, agreed = definitions(snapshot), definitions(snapshot, agreed=True)
    mine = known.get(rule)
    if mine is None:
        return {}
    items = {id for kind, id in agreement.agreed_snapshot(snapshot)[1] if kind == "definitions"}
    found = {AGREED: agreed[rule]} if rule in items and definition.canonical(agreed[rule]) != definition.canonical(mine) else {}
    others = {id: other for id, other in known.items()
              if id != rule and other.rule == mine.rule and any(True for _ in definition.conditions(other.root))}
    return found | others


def _verdict_of(figures: Figures, snapshot: Snapshot, dataset: str, trial: Simulator, against: str) -> np.ndarray | None:
    from fusenapp.errors import InputError

    other = rivals(snapshot, trial.definition.id).get(against) if against else None
    try:
        return None if other is None else honest(figures, snapshot, dataset, other).verdict()
    except InputError:
        return None


def _split(rows: Dataset, meanings: Mapping[str, Any]) -> tuple[np.ndarray, np.ndarray, str] | None:
    import datetime as dt

    from fusenapp.qualify import halves
    from fusenapp.qualify.columns import columns_of

    column = meanings.get("registered")
    if not isinstance(column, str) or rows.find(column) is None:
        return None
    columns = columns_of(rows)
    if columns.type(column) != "date":
        return None
    values = columns.values(column)
    found = halves(values.data, values.missing)
    return None if found is None else (found[0], found[1], (dt.date(1970, 1, 1) + dt.timedelta(found[2])).isoformat())


def months_named(months: Mapping[int, int]) -> dict[str, int]:
    """Months as ``YYYY-MM``."""
    return {calendar.month(at): count for at, count in months.items()}


def _meanings(snapshot: Snapshot, dataset: str) -> Mapping[str, Any]:
    from fusenapp.flows.figures import dataset_record

    return dataset_record(snapshot, dataset).get("meanings") or {}


def _yes(found: Any) -> int:
    if found is None:
        return -1
    return int(found) if isinstance(found, bool) else int(word(found) in ACCEPTED_WORDS) if isinstance(found, str) else 1
