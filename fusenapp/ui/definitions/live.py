"""What a definition says of the imported leads, reckoned off the window's thread after each change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from fusenapp.domain import definition
from fusenapp.domain.definition import Definition, Group
from fusenapp.domain.lead import ACCEPTED_WORDS, word
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.messages import explain

if TYPE_CHECKING:
    from fusenapp.flows.figures import Figures
    from fusenapp.qualify import Backtest, Verdicts
    from fusenapp.tables import Dataset


@dataclass(frozen=True)
class Live:
    """Counts of one definition on one lead list.

    Attributes:
        leads: rows of the list.
        counts: match, no_match, unknown; empty where the rule cannot run.
        clauses: clause id → its counts.
        groups: group id → its counts.
        months: month of registration → matching leads.
        backtests: ``accepted`` (by sales, among the leads handed over) and ``won``, where the list says so.
        problems: clause id (empty: the whole) → why it cannot run.
    """

    leads: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    clauses: dict[str, dict[str, int]] = field(default_factory=dict)
    groups: dict[str, dict[str, int]] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    backtests: dict[str, Backtest] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def reckon(figures: Figures, snapshot: Snapshot, rule: str, dataset: str) -> Live:
    """Everything that is shown beside a rule; for a worker."""
    from fusenapp.qualify import count

    rows = figures.dataset(snapshot, dataset)
    found = definition.from_snapshot(snapshot, rule)
    if found is None or not any(True for _ in definition.conditions(found.root, muted=False)):
        return Live(leads=len(rows))
    try:
        verdicts = figures.verdicts(snapshot, dataset, rule)
    except InputError as error:
        return _partly(figures, snapshot, dataset, found, error)
    meanings = snapshot.value("datasets", dataset, "meanings") or {}
    groups = {id: count(judged) for id, judged in verdicts.groups.items()}
    months, tests = _by_month(rows, meanings, verdicts), _backtests(rows, meanings, verdicts)
    return Live(len(rows), verdicts.counts(), _clauses(verdicts), groups, months, tests)


def _partly(figures: Figures, snapshot: Snapshot, dataset: str, found: Definition, error: InputError) -> Live:
    """The rule cannot run: say so at each clause that keeps it from running, and count the others."""
    from fusenapp.qualify import problems

    rows = figures.dataset(snapshot, dataset)
    told = {e.where: problem_words(e) for e in (*problems(found, rows.columns), error)}
    while True:
        rest = replace(found, root=_without(found.root, set(told)))
        if not any(True for _ in definition.conditions(rest.root, muted=False)):
            return Live(leads=len(rows), problems=told)
        try:
            return Live(leads=len(rows), clauses=_clauses(figures.verdicts(snapshot, dataset, rest)), problems=told)
        except InputError as another:
            if another.where in told:
                return Live(leads=len(rows), problems=told)
            told[another.where] = problem_words(another)


def problem_words(error: InputError) -> str:
    """What is wrong with a clause, for people who see its field but not its id."""
    if error.code == "no-reference-date":
        return translate("Definitions", "This counts days up to the date of the data, which is not known. Set the as-of month first.")
    if error.code != "unknown-field":
        return explain(error)
    similar = "、".join(str(s) for s in cast("list[str]", error.parameters.get("suggestions") or []))
    words = translate("Definitions", "The leads have no column “{field}”.").format(field=error.parameters.get("field", ""))
    return words + (" " + translate("Definitions", "Similar: {names}").format(names=similar) if similar else "")


def _without(group: Group, ids: set[str]) -> Group:
    """The group with some of its conditions muted."""
    members = tuple(_without(m, ids) if isinstance(m, Group) else replace(m, muted=m.muted or m.id in ids) for m in group.members)
    return replace(group, members=members)


def _clauses(verdicts: Verdicts) -> dict[str, dict[str, int]]:
    return {id: verdicts.counts(id) for id in verdicts.clauses}


def _by_month(rows: Dataset, meanings: Mapping[str, str], verdicts: Verdicts) -> dict[str, int]:
    column = meanings.get("registered")
    if not column or rows.find(column) is None:
        return {}
    counts: dict[str, int] = {}
    for day, verdict in zip(rows.values(column).to_pylist(), verdicts.verdict.tolist(), strict=True):
        if day is not None:
            month = str(day)[:7]
            counts[month] = counts.get(month, 0) + (verdict == 1)
    return dict(sorted(counts.items()))


def _backtests(rows: Dataset, meanings: Mapping[str, str], verdicts: Verdicts) -> dict[str, Backtest]:
    """Among the leads that were handed over: did sales accept? Among all: was it won?"""
    import numpy as np

    from fusenapp.kpi import lead_facts
    from fusenapp.qualify import backtest, filled

    tested: dict[str, Backtest] = {}
    accepted, handed = meanings.get("accepted"), meanings.get("handed_over")
    if accepted and handed and rows.find(accepted) is not None and rows.find(handed) is not None:
        outcome = np.array([_yes(v) for v in rows.values(accepted).to_pylist()], np.int8)
        tested["accepted"] = backtest(verdicts.verdict, outcome, filled(rows, handed))
    won = lead_facts(rows, meanings).reached.get("won")
    if won is not None:
        tested["won"] = backtest(verdicts.verdict, won.astype(np.int8), None)
    return tested


def _yes(found: Any) -> int:
    if found is None:
        return -1
    return int(found) if isinstance(found, bool) else int(word(found) in ACCEPTED_WORDS) if isinstance(found, str) else 1


def lead_lists(snapshot: Snapshot) -> list[tuple[str, str]]:
    """(id, name) of the imported lead lists."""
    return [(r["id"], value("datasets", r, "name")) for r in snapshot.all("datasets", purpose="leads")]
