"""What the table of leads shows: rows, verdicts and deciding clauses, put together on a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fusenapp.domain import definition
from fusenapp.domain.snapshot import Snapshot
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.ui.definitions.live import problem_words

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.flows.figures import Figures
    from fusenapp.qualify import Deciding, Verdicts
    from fusenapp.tables import Dataset

RULES = ("target", "hot-lead")


@dataclass(frozen=True)
class Leads:
    """One list under one definition.

    Attributes:
        dataset: the rows.
        rule: the definition whose verdicts decide what is shown.
        verdicts: rule → its verdicts, for those that can run.
        deciding: the clauses that decided each row, under ``rule``.
        phrases: clause id → words.
        chosen: indexes of the rows to show, in order.
        problems: rule → why it cannot run.
        company: the column with the company's name, or empty.
        names: rule → what it is called.
    """

    dataset: Dataset
    rule: str
    verdicts: Mapping[str, Verdicts]
    deciding: Deciding | None
    phrases: Mapping[str, str]
    chosen: np.ndarray
    problems: Mapping[str, str] = field(default_factory=dict)
    company: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    def row_of(self, at: int) -> int:
        """Where a row of the dataset stands in the table, or −1."""
        place = int(self.chosen.searchsorted(at))
        return place if place < len(self.chosen) and int(self.chosen[place]) == at else -1

    def title(self, at: int) -> str:
        """What to call a lead: its company, else its row."""
        name = self.dataset.values(self.company)[at].as_py() if self.company else None
        return str(name) if name else self.dataset.place(at)

    @property
    def counts(self) -> dict[str, int]:
        """Leads by verdict under ``rule``; empty if it cannot run."""
        found = self.verdicts.get(self.rule)
        return found.counts() if found else {}


def gather(figures: Figures, snapshot: Snapshot, dataset: str, rule: str, which: str, text: str) -> Leads:
    """Everything for the table; for a worker.

    Args:
        which: ``all``, ``match``, ``no_match`` or ``unknown``.
        text: only rows with this text in one of their text columns.
    """
    rows = figures.dataset(snapshot, dataset)
    verdicts: dict[str, Verdicts] = {}
    problems: dict[str, str] = {}
    for each in dict.fromkeys((*RULES, rule)):
        try:
            found = figures.verdicts(snapshot, dataset, each)
            if found.clauses:
                verdicts[each] = found
        except InputError as error:
            problems[each] = problem_words(error)
    deciding = _deciding(verdicts.get(rule))
    chosen = _chosen(rows, verdicts.get(rule), which, text)
    company = (snapshot.value("datasets", dataset, "meanings") or {}).get("company", "")
    return Leads(rows, rule, verdicts, deciding, phrases(snapshot), chosen, problems, company if rows.find(company) is not None else "",
                 rule_names(snapshot, rule))


def rule_names(snapshot: Snapshot, shown: str = "") -> dict[str, str]:
    """What the definitions are called in short; of drafts only the one that is shown."""
    names = {"target": translate("Leads", "Target"), "hot-lead": translate("Leads", "Hot lead")}
    rule, _, department = shown.partition("@")
    if department and rule in names and snapshot.get("definitions", shown) is not None:
        side = snapshot.value("departments", department, "short") or snapshot.value("departments", department, "name") or department
        names[shown] = translate("Leads", "{definition} (draft of {side})").format(definition=names[rule], side=side)
    return names


@dataclass(frozen=True)
class Outcomes:
    """What became of the leads of a list, under one definition; ``figures`` as `flows.outcomes.outcomes` gives them."""

    leads: int
    rule: str
    figures: Mapping[str, Any]
    problem: str = ""


def outcomes_of(figures: Figures, snapshot: Snapshot, dataset: str, rule: str) -> Outcomes:
    """For a worker. A definition that cannot run leaves every lead unknown, and says why."""
    import numpy as np

    from fusenapp.flows.outcomes import outcomes
    from fusenapp.qualify import Verdicts

    rows, problem = figures.dataset(snapshot, dataset), ""
    try:
        verdicts = figures.verdicts(snapshot, dataset, rule)
    except InputError as error:
        found = definition.from_snapshot(snapshot, rule)
        if found is None:
            return Outcomes(len(rows), rule, {}, problem_words(error))
        problem, verdicts = problem_words(error), Verdicts(found, np.full(len(rows), -1, np.int8))
    return Outcomes(len(rows), rule, outcomes(figures, snapshot, dataset, verdicts), problem)


def _deciding(verdicts: Verdicts | None) -> Deciding | None:
    if verdicts is None:
        return None
    from fusenapp.qualify import deciding_all

    return deciding_all(verdicts)


def phrases(snapshot: Snapshot) -> dict[str, str]:
    """Words of all clauses, by the path under which deciding clauses are named (``target/T1``) and by their own id."""
    from fusenapp.qualify import phrase

    found: dict[str, str] = {}
    for rule in definition.all_from_snapshot(snapshot).values():
        for clause in definition.conditions(rule.root):
            found[f"{rule.id}/{clause.id}"] = found[clause.id] = phrase(clause)
    return found


def words(phrases: Mapping[str, str], path: str) -> str:
    """The words of a deciding clause."""
    return phrases.get(path) or phrases.get(path.rsplit("/", 1)[-1]) or phrases.get(path.rsplit("›", 1)[-1], path)


def _chosen(rows: Dataset, verdicts: Verdicts | None, which: str, text: str) -> np.ndarray:
    import numpy as np

    mask = np.ones(len(rows), bool)
    wanted = {"match": 1, "no_match": 0, "unknown": -1}.get(which)
    if wanted is not None:
        mask &= verdicts.verdict == wanted if verdicts is not None else False
    if text.strip():
        mask &= _containing(rows, text.strip())
    return np.flatnonzero(mask)


def _containing(rows: Dataset, text: str) -> np.ndarray:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    found = np.zeros(len(rows), bool)
    for index in range(len(rows.columns)):
        held = rows.values(index)
        if pa.types.is_string(held.type):
            hit: Any = pc.call_function("match_substring", [held], pc.MatchSubstringOptions(text, ignore_case=True))
            found |= hit.fill_null(False).to_numpy()
    return found
