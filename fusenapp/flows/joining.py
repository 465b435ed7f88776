"""A lead list and a list of what sales made of the leads, brought together: planned and matched off-thread, put in as one step.

The lead list keeps its id and gets the outcome columns; its rows without them stay in the file (``bare``), so that joining again, or
a refresh of either list, begins from what was imported and never from an earlier join.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing import joining as verbs
from fusenapp.editing.joining import bare_blob
from fusenapp.errors import InputError
from fusenapp.flows.figures import dataset_record
from fusenapp.flows.importing import suggested

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.document import Document
    from fusenapp.tables import Dataset
    from fusenapp.tables.join_keys import Keys, Listed, Overlap
    from fusenapp.tables.joining import Matching

Read = Callable[[str], bytes]
OUTCOMES = ("handed_over", "accepted", "reason", "appointment", "opportunity", "proposal", "quote_amount", "result", "lost_reason", "won",
            "won_amount", "owner")
"""Meanings of columns that come from sales."""

_FURTHER = ("lead", "mql", "sal", "appointment", "opportunity", "proposal", "won")
"""Stages in the order in which a lead gets on."""


@dataclass(frozen=True)
class Plan:
    """Two lists, ready to be matched.

    Attributes:
        lead_list, outcome_list: their records.
        leads, outcomes: their rows, the leads without what was joined before.
        overlaps: the suggested columns to match by.
        keys: role → columns: those of the last join of these two lists, else the suggested ones.
        columns: outcome columns to take: those of the last join, else those that have a meaning.
        standing: how far each outcome row got (see `tables.joining.match`).
        meanings: meaning → column of the outcomes.
    """

    lead_list: Record
    outcome_list: Record
    leads: Listed
    outcomes: Listed
    overlaps: tuple[Overlap, ...]
    keys: Keys
    columns: tuple[str, ...]
    standing: np.ndarray
    meanings: Mapping[str, str]


@dataclass(frozen=True)
class Joined:
    """A join that is ready to go in.

    Attributes:
        dataset: the leads with their outcomes.
        packed: the same as Parquet.
        matching: what was found and settled.
    """

    plan: Plan
    keys: Keys
    columns: tuple[str, ...]
    matching: Matching
    dataset: Dataset
    packed: bytes


def second_lists(snapshot: Snapshot, leads: str) -> list[Record]:
    """The lists that can be joined with a lead list: outcome lists first, then other lead lists."""
    found = [*snapshot.all("datasets", purpose="outcomes"), *snapshot.all("datasets", purpose="leads")]
    return [record for record in found if record["id"] != leads]


def plan(read: Read, snapshot: Snapshot, leads: str, outcomes: str) -> Plan:
    """Read both lists and find by what they can be matched; for a worker.

    Args:
        read: content of a blob by its hash.
        leads, outcomes: ids or names of datasets.

    Raises:
        InputError: ``unknown-dataset``, ``join-with-itself``.
    """
    from fusenapp.tables import Dataset
    from fusenapp.tables.join_keys import Listed, suggest_keys

    first, second = dataset_record(snapshot, leads), dataset_record(snapshot, outcomes)
    if first["id"] == second["id"]:
        raise InputError("join-with-itself", where=value("datasets", first, "name"))
    ours, theirs = (Listed(Dataset.from_parquet(read(bare_blob(record)))) for record in (first, second))
    overlaps = tuple(suggest_keys(ours, theirs))
    meanings = _meanings(second, theirs.dataset)
    keys, columns = _as_before(first, second, ours.dataset, theirs.dataset)
    suggestion = {each.role: (each.lead, each.outcome) for each in overlaps if each.found}
    taken = columns or _likely_columns(theirs.dataset, meanings, suggestion)
    return Plan(first, second, ours, theirs, overlaps, keys or suggestion, taken, _standing(theirs.dataset, meanings), meanings)


def _meanings(record: Record, dataset: Dataset) -> dict[str, str]:
    """The user's mapping where there is one, guesses for the rest."""
    said = {m: c for m, c in (value("datasets", record, "meanings") or {}).items() if dataset.find(c) is not None}
    return {m: c for m, c in suggested(dataset).items() if c not in said.values()} | said


def _as_before(first: Record, second: Record, leads: Dataset, outcomes: Dataset) -> tuple[dict[str, tuple[str, str]], tuple[str, ...]]:
    """Keys and columns of the last join of these two lists, as far as both still have them."""
    from fusenapp.tables.join_keys import TOGETHER

    join = value("datasets", first, "join") or {}
    if join.get("outcomes") != second["id"]:
        return {}, ()

    def has(dataset: Dataset, column: str) -> bool:
        return all(dataset.find(part) is not None for part in column.split(TOGETHER))

    keys = {role: (ours, theirs) for role, (ours, theirs) in join["keys"].items() if has(leads, ours) and has(outcomes, theirs)}
    return keys, tuple(column for column in join["columns"] if outcomes.find(column) is not None)


def _likely_columns(outcomes: Dataset, meanings: Mapping[str, str], keys: Keys) -> tuple[str, ...]:
    """Columns that say what sales did; where none is known, all that are no keys."""
    known = {meanings[m] for m in OUTCOMES if m in meanings}
    used = {theirs for _, theirs in keys.values()}
    return tuple(name for name in outcomes.names if name in known and name not in used) or tuple(n for n in outcomes.names if n not in used)


def _standing(outcomes: Dataset, meanings: Mapping[str, str]) -> np.ndarray:
    """The furthest stage, then the latest date: among several rows of a lead the one with the highest counts."""
    import numpy as np

    from fusenapp.kpi import lead_facts

    facts = lead_facts(outcomes, meanings)
    found = np.zeros(len(outcomes))
    for at, stage in enumerate(_FURTHER):
        if stage in facts.reached:
            found[facts.reached[stage]] = at * 1e6
    return found + _latest(outcomes)


def _latest(outcomes: Dataset) -> np.ndarray:
    """Days since 1970 of the latest date in each row, 0 where there is none."""
    import numpy as np

    found = np.zeros(len(outcomes))
    for at, column in enumerate(outcomes.columns):
        if column.type == "date":
            days = outcomes.values(at).to_numpy().astype("datetime64[D]")
            found = np.maximum(found, np.where(np.isnat(days), 0, days.astype(np.int64)))
    return found


def matched(plan: Plan, decided: Mapping[str, bool], keys: Keys | None = None) -> Matching:
    """Match the lists of a plan; for a worker.

    Args:
        decided: what was settled (`editing.joining.decisions`), and what was settled since.
        keys: other columns than the plan's.

    Raises:
        InputError: ``no-join-keys`` where there is nothing to match by; ``no-such-column``.
    """
    from fusenapp.tables.joining import match

    chosen = plan.keys if keys is None else keys
    if not chosen:
        raise InputError("no-join-keys", where=value("datasets", plan.outcome_list, "name"))
    return match(plan.leads, plan.outcomes, chosen, decided, plan.standing)


def joined(plan: Plan, matching: Matching, keys: Keys | None = None, columns: Sequence[str] | None = None) -> Joined:
    """Put the outcomes beside the leads; for a worker. Doubtful pairs are left out.

    Raises:
        InputError: ``no-such-column``.
    """
    from fusenapp.tables.join_table import join

    outcomes = plan.outcomes.dataset
    taken = tuple(outcomes.names[outcomes.index(column)] for column in (plan.columns if columns is None else columns))
    found = join(plan.leads.dataset, outcomes, matching.chosen, taken, value("datasets", plan.outcome_list, "name"))
    counts(matching, plan)  # kept by the matching from then on: adding up holds the window up when a large list is put in
    return Joined(plan, plan.keys if keys is None else keys, taken, matching, found, found.to_parquet())


def commit(document: Document, put_blob: Callable[[bytes], str], join: Joined, said: Mapping[str, bool | None] | None = None, *,
           snapshot: Snapshot | None = None, group: str | None = None) -> str:
    """Put a join into the workspace, with what was settled for it; one undo step. Returns the lead list's id.

    Args:
        said: pair id → what was settled.
        snapshot: how things stand inside of the edit that this is a part of.
        group: as of `editing.joining.settle`.

    Raises:
        InputError: ``unknown-record`` where one of the lists has gone meanwhile, ``join-outdated`` where one was imported anew.
    """
    plan = join.plan
    if outdated(snapshot or document.snapshot(), join):
        raise InputError("join-outdated", where=value("datasets", plan.lead_list, "name"))
    blob = put_blob(join.packed)
    told = {"outcomes": plan.outcome_list["id"], "second": bare_blob(plan.outcome_list), "blob": blob, "columns": list(join.columns),
            "keys": {role: list(pair) for role, pair in join.keys.items()}, "counts": counts(join.matching, plan)}
    fields = {"blob": blob, "bare": bare_blob(plan.lead_list), "join": told, "columns": _column_fields(join.dataset),
              "meanings": _joined_meanings(join)}
    verbs.put_join(document, plan.lead_list["id"], fields, said, group=group)
    return plan.lead_list["id"]


def outdated(snapshot: Snapshot, join: Joined) -> bool:
    """Whether one of the lists has other rows by now than when the join was made."""
    told = [(record, snapshot.get("datasets", record["id"])) for record in (join.plan.lead_list, join.plan.outcome_list)]
    return any(now is not None and bare_blob(now) != bare_blob(then) for then, now in told)


def part(document: Document, read: Read, id: str) -> None:
    """Take the outcomes out of a lead list again; one undo step. Decisions stay for the next time."""
    from fusenapp.tables import Dataset

    record = dataset_record(document.snapshot(), id)
    own = Dataset.from_parquet(read(bare_blob(record)))
    said = {m: c for m, c in (value("datasets", record, "meanings") or {}).items() if own.find(c) is not None}
    verbs.part(document, record["id"], _column_fields(own), suggested(own) | said)


def _column_fields(dataset: Dataset) -> list[dict[str, Any]]:
    return [{"name": c.name, "type": c.type, "unit": c.unit, "missing": c.missing} for c in dataset.columns]


def _joined_meanings(join: Joined) -> dict[str, str]:
    """The leads' own meanings, and before them those of the columns that came in."""
    from fusenapp.tables.join_table import joined_names

    leads, plan = join.plan.leads.dataset, join.plan
    own = {m: c for m, c in (value("datasets", plan.lead_list, "meanings") or {}).items() if leads.find(c) is not None}
    called = joined_names(leads, join.columns, value("datasets", plan.outcome_list, "name"))
    return own | {m: called[plan.meanings[m]] for m in OUTCOMES if plan.meanings.get(m) in called}


def counts(matching: Matching, plan: Plan) -> dict[str, Any]:
    """What was found, in figures: leads and outcome rows with and without a partner, and the reasons."""
    return {
        "leads": len(plan.leads), "outcomes": len(plan.outcomes), "joined": int((matching.chosen >= 0).sum()),
        "sure": len(matching.sure), "doubtful": matching.doubtful_outcomes, "several": len(matching.several),
        "unmatched_leads": len(matching.lone_leads), "unmatched_outcomes": len(matching.lone_outcomes), "by_reason": matching.reasons,
    }


def stale(snapshot: Snapshot) -> list[Record]:
    """Joined lead lists of which one side was imported anew since; those whose outcomes are gone are left as they are."""
    found = []
    for record in snapshot.all("datasets", purpose="leads"):
        join = value("datasets", record, "join")
        second = snapshot.get("datasets", join["outcomes"]) if join else None
        if join and second and (join["blob"] != value("datasets", record, "blob") or join["second"] != bare_blob(second)):
            found.append(record)
    return found


def renewed(read: Read, snapshot: Snapshot) -> list[Joined]:
    """The stale joins made again, by the same keys, columns and decisions; for a worker."""
    decided = verbs.decisions(snapshot)
    found = []
    for record in stale(snapshot):
        again = plan(read, snapshot, record["id"], record["join"]["outcomes"])
        if again.keys:
            found.append(joined(again, matched(again, decided)))
    return found


def renew(document: Document, put_blob: Callable[[bytes], str], read: Read) -> list[Joined]:
    """Make stale joins again at once, where nobody waits at a window."""
    found = renewed(read, document.snapshot()) if stale(document.snapshot()) else []
    for each in found:
        commit(document, put_blob, each)
    return found


def pairs_told(plan: Plan, matching: Matching, pairs: Iterable[Any] | None = None) -> list[dict[str, Any]]:
    """Doubtful pairs as the command line and the window show them: both places, what both rows say, reason and score."""
    ours, theirs = plan.leads, plan.outcomes
    return [{
        "id": pair.id, "reason": pair.reason, "score": pair.score,
        "lead": {"where": ours.dataset.place(pair.lead), **shown(plan, 0, pair.lead)},
        "outcome": {"where": theirs.dataset.place(pair.outcome), **shown(plan, 1, pair.outcome)},
    } for pair in (matching.doubtful if pairs is None else pairs)]


def shown(plan: Plan, at: int, row: int) -> dict[str, str]:
    """What a row says about itself: role → text as it stands in the file. ``at``: 0 for the leads, 1 for the outcomes."""
    from fusenapp.tables.join_keys import TOGETHER

    listed = (plan.leads, plan.outcomes)[at]
    columns = {role: names[0] for role, names in listed.candidates.items() if names} | {r: pair[at] for r, pair in plan.keys.items()}
    told = {}
    for role, column in columns.items():
        cells = [listed.dataset.values(part)[row].as_py() for part in column.split(TOGETHER)]
        told[role] = " ".join(str(cell) for cell in cells if cell is not None)
    return told


def with_keys(plan: Plan, keys: Keys) -> Plan:
    """The same plan by other columns."""
    return replace(plan, keys=dict(keys))
