"""What a definition says of the imported leads, reckoned off the window's thread after each change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from fusenapp.domain import definition
from fusenapp.domain.capacity import Capacity, capacity_of
from fusenapp.domain.definition import Definition, Group
from fusenapp.domain.definition_changes import Changes
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.messages import explain

if TYPE_CHECKING:
    from fusenapp.flows.figures import Figures
    from fusenapp.flows.simulating import Tested
    from fusenapp.qualify import Comparison, Leak, Simulated, Simulator, Verdicts
    from fusenapp.tables import Dataset

MOST_MOVED = 5
"""Leads named on each side of a comparison."""


@dataclass(frozen=True)
class Ask:
    """How the user wants the definition tested.

    Attributes:
        against: key of what it is compared with, see `flows.simulating.rivals`; empty: nothing.
        period: ``early`` or ``late`` leads; empty: all.
        insist: keep clauses that are flagged as known only after hand-over.
        outcome: ``COLUMN=VALUE``, an outcome of the user's choice.
    """

    against: str = ""
    period: str = ""
    insist: bool = False
    outcome: str = ""


@dataclass(frozen=True)
class Live:
    """Counts of one definition on one lead list.

    Attributes:
        leads: rows of the list.
        counts: match, no_match, unknown; empty where the rule cannot run.
        clauses: clause id → its counts.
        groups: group id → its counts.
        months: month of registration → matching leads.
        tests: ``accepted`` (by sales, among the leads handed over) and ``won``, where the list says so.
        leaks: clauses that are, or look, known only after hand-over.
        rivals: key → name of what the definition can be compared with.
        moved: outcome → some of the leads that match under only one of the two: ``+`` this one or ``-`` the other, and the lead.
        ask: what the tests were made with.
        phrases: id of a clause → its words.
        simulator: ready for trials; bases: figures of ``saved`` and, if it differs, ``agreed``.
        capacity: what sales can take up.
        problems: clause id (empty: the whole) → why it cannot run.
        columns: of the list, any of which may say what came of a lead.
    """

    leads: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    clauses: dict[str, dict[str, int]] = field(default_factory=dict)
    groups: dict[str, dict[str, int]] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    tests: dict[str, Tested] = field(default_factory=dict)
    leaks: tuple[Leak, ...] = ()
    rivals: dict[str, str] = field(default_factory=dict)
    moved: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    ask: Ask = Ask()
    phrases: dict[str, str] = field(default_factory=dict)
    simulator: Simulator | None = None
    bases: dict[str, Simulated] = field(default_factory=dict)
    capacity: Capacity | None = None
    problems: dict[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()


def reckon(figures: Figures, snapshot: Snapshot, rule: str, dataset: str, ask: Ask | None = None) -> Live:
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
    plain = Live(len(rows), verdicts.counts(), _clauses(verdicts), groups, _by_month(rows, meanings, verdicts), capacity=capacity_of(snapshot),
                 columns=tuple(rows.names), problems=_hollow(snapshot, found))
    return _tried(figures, snapshot, dataset, found, _tested(figures, snapshot, dataset, found, ask or Ask(), plain))


def _hollow(snapshot: Snapshot, found: Definition) -> dict[str, str]:
    """Inclusions of a definition without conditions, which leaves every lead unknown: id → why nothing can be judged."""
    from fusenapp.ui.definitions.wording import definition_words

    known = definition.all_from_snapshot(snapshot)
    return {c.id: translate("Definitions", "“{definition}” has no conditions yet, so no lead can be judged.").format(
        definition=definition_words(snapshot, c.ref))
        for c in definition.conditions(found.root, muted=False)
        if isinstance(c, definition.Include) and c.ref in known
        and not any(True for _ in definition.conditions(known[c.ref].root, muted=False))}


def _tested(figures: Figures, snapshot: Snapshot, dataset: str, found: Definition, ask: Ask, plain: Live) -> Live:
    """With the tests against what came of the leads."""
    from fusenapp.flows import simulating
    from fusenapp.qualify import phrase

    rivals = simulating.rivals(snapshot, found.id)
    ask = ask if ask.against in rivals else replace(ask, against="")
    leaks = tuple(simulating.leaks_of(figures, snapshot, dataset, found))
    trial = (simulating.simulator if ask.insist else simulating.honest)(figures, snapshot, dataset, found)
    try:
        tests = simulating.against_outcomes(figures, snapshot, dataset, trial, Changes(), ask.against, ask.period, ask.outcome)
    except InputError:  # the column has gone with another list, or cannot have this value
        ask = replace(ask, outcome="")
        tests = simulating.against_outcomes(figures, snapshot, dataset, trial, Changes(), ask.against, ask.period)
    names = definition.all_from_snapshot(snapshot)
    moved = {key: _moved(figures, snapshot, dataset, test.comparison) for key, test in tests.items() if test.comparison}
    named = {key: _rival_name(snapshot, key, rival) for key, rival in rivals.items()}
    return replace(plain, tests=tests, leaks=leaks, rivals=named, moved=moved, ask=ask,
                   phrases={c.id: phrase(c, names=names) for c in definition.conditions(found.root)})


def _tried(figures: Figures, snapshot: Snapshot, dataset: str, found: Definition, tested: Live) -> Live:
    """With the simulator, and the figures that a trial is set beside."""
    from fusenapp.flows import simulating

    trial = simulating.simulator(figures, snapshot, dataset, found)
    bases = {"saved": trial.figures()}
    if simulating.AGREED in tested.rivals:
        try:
            agreed = simulating.simulator(figures, snapshot, dataset, simulating.rivals(snapshot, found.id)[simulating.AGREED])
            bases[simulating.AGREED] = agreed.figures()
        except InputError:
            pass
    return replace(tested, simulator=trial, bases=bases)


def _rival_name(snapshot: Snapshot, key: str, rival: Definition) -> str:
    if key == "agreed":
        return translate("Definitions", "Agreed revision")
    department = snapshot.value("departments", rival.department, "name") if rival.department else ""
    if department:
        return translate("Definitions", "Draft of {department}").format(department=department)
    return rival.name or translate("Definitions", "Joint definition")


def _moved(figures: Figures, snapshot: Snapshot, dataset: str, comparison: Comparison) -> list[tuple[str, str]]:
    rows, meanings = figures.dataset(snapshot, dataset), snapshot.value("datasets", dataset, "meanings") or {}
    column = next((c for m in ("company", "lead") if isinstance(c := meanings.get(m), str) and rows.find(c) is not None), None)
    names = rows.values(column) if column else None
    found: list[tuple[str, str]] = []
    for sign, leads in (("+", comparison.gained), ("-", comparison.lost)):
        found += [(sign, _lead_name(names, int(at))) for at in leads[:MOST_MOVED]]
    return found


def _lead_name(names: Any, at: int) -> str:
    told = None if names is None else names[at].as_py()
    return str(told) if told else translate("Definitions", "Lead {number}").format(number=at + 1)


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


def lead_lists(snapshot: Snapshot) -> list[tuple[str, str]]:
    """(id, name) of the imported lead lists."""
    return [(r["id"], value("datasets", r, "name")) for r in snapshot.all("datasets", purpose="leads")]
