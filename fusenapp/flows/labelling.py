"""Blind labelling from the imported lists: what may be shown, drawing the leads, and the result against the definition of today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, Literal

from fusenapp.domain.definition import Clause, Definition, Group, clauses
from fusenapp.domain.labelling import HOT, LARGEST, NOT, SMALLEST, Drawn, Fact, Labelling, Said, Sheet, said_by
from fusenapp.errors import InputError
from fusenapp.flows.figures import as_of, definitions, lead_list
from fusenapp.flows.outcomes import masks_of

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.qualify import Verdicts
    from fusenapp.qualify.agreeing import Pair
    from fusenapp.qualify.separating import Separation, Truths
    from fusenapp.tables import Dataset

Why = Literal["meaning", "dates", "filled", "flagged", "joined", "hidden"]
Contrast = Literal["disputed", "first_only", "second_only"]
CONTRASTS: Final[tuple[Contrast, ...]] = ("disputed", "first_only", "second_only")

LONGEST = 1000
"""Letters of one value that are kept."""


@dataclass(frozen=True)
class Field:
    """A column of a lead list, and why it is kept from those who label; empty ``why``: it is shown."""

    name: str
    type: str
    unit: str = ""
    why: Why | Literal[""] = ""


@dataclass(frozen=True)
class Sample:
    """Leads that were drawn, as `editing.labelling.start` takes them.

    Attributes:
        strata: stratum → leads drawn from it; empty where the definition could not run.
        problem: why it could not.
    """

    facts: tuple[Fact, ...]
    leads: tuple[Drawn, ...]
    as_of: str
    strata: Mapping[str, int] = field(default_factory=dict)
    problem: InputError | None = None


@dataclass(frozen=True)
class Between:
    """Two departments.

    Attributes:
        pair: their answers; yes is hot.
        disputed: keys of the leads on which they differ, in the order of labelling.
        separations: what tells the disputed leads from those they agree on (``disputed``), and the leads that only one of them calls
            hot from those that both do (``first_only``, ``second_only``), the strongest first.
    """

    first: str
    second: str
    pair: Pair
    disputed: tuple[str, ...]
    separations: Mapping[Contrast, tuple[Separation, ...]]


@dataclass(frozen=True)
class Result:
    """What came of a labelling.

    Attributes:
        said: department → key of a lead → what it says.
        between: every two departments, in their order.
        fleiss: agreement of all where there are more than two, over the leads that all of them called hot or not.
        fleiss_leads: number of those leads.
        verdicts: key → 1, 0, −1 of the definition as it is now; empty where it cannot run.
        against: department → its answers (first) and the definition's verdicts (second).
        truths: path of a condition → key → 1, 0, −1.
        problem: why the definition cannot run.
    """

    labelling: Labelling
    said: Mapping[str, Mapping[str, Said]]
    between: tuple[Between, ...]
    fleiss: float | None = None
    fleiss_leads: int = 0
    verdicts: Mapping[str, int] = field(default_factory=dict)
    against: Mapping[str, Pair] = field(default_factory=dict)
    truths: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    problem: InputError | None = None


# drawing


def fields(figures: Figures, snapshot: Snapshot, dataset: str) -> list[Field]:
    """The columns of a lead list, with those that are known only after hand-over marked.

    They are found by their meaning, by when they are filled, by being joined from outcomes, and by clauses that are flagged so.
    """
    from fusenapp.qualify import leaks

    rows, meanings = figures.dataset(snapshot, dataset), snapshot.value("datasets", dataset, "meanings") or {}
    asked = tuple(Clause(id=c.name, field=c.name, operator="is-blank") for c in rows.columns)
    handed = masks_of(rows, meanings).get("handed_over")
    probe = Definition(id="", rule="target", root=Group(id="", members=asked))
    late: dict[str, Why] = {leak.field: leak.why for leak in leaks(probe, rows, meanings, {}, handed)}
    late |= {c.name: "joined" for c in rows.columns if c.origin and c.name not in late}
    flagged = {c.field for d in definitions(snapshot).values() for c in clauses(d) if not c.known_at_handover}
    late |= {rows.names[at]: "flagged" for name in flagged if (at := rows.find(name)) is not None and rows.names[at] not in late}
    return [Field(c.name, c.type, c.unit, late.get(c.name, "")) for c in rows.columns]


def draw(figures: Figures, snapshot: Snapshot, dataset: str, rule: str, size: int, seed: str, hidden: Collection[str] = ()) -> Sample:
    """Leads of a list, some of each stratum of the definition; at random from all where the definition cannot run.

    Args:
        hidden: columns that are not to be shown though they are known at hand-over.

    Raises:
        InputError: ``unknown-dataset``, ``labelling-size``.
    """
    from fusenapp.qualify.drawing import draw as drawn_rows

    if not SMALLEST <= size <= LARGEST:
        raise InputError("labelling-size", least=SMALLEST, most=LARGEST, given=size)
    record = lead_list(snapshot, dataset)
    rows, problem = figures.dataset(snapshot, record["id"]), None
    try:
        parts = _strata(figures.verdicts(snapshot, record["id"], rule))
    except InputError as error:
        parts, problem = {"": range(len(rows))}, error
    drawn = drawn_rows(parts, size, seed)
    facts = tuple(Fact(f.name, f.type, f.unit, not f.why and f.name not in hidden) for f in fields(figures, snapshot, record["id"]))
    titles = _titles(rows, (record.get("meanings") or {}).get("company"))
    values = [rows.values(at).take([row for row, _ in drawn]).to_pylist() for at in range(len(rows.columns))]
    leads = tuple(Drawn(str(at), titles(row) or rows.place(row), rows.place(row), stratum, tuple(_plain(column[at]) for column in values))
                  for at, (row, stratum) in enumerate(drawn))
    counts = {name: sum(stratum == name for _, stratum in drawn) for name in parts if name}
    return Sample(facts, leads, as_of(snapshot) or rows.as_of or "", counts, problem)


def _strata(verdicts: Verdicts) -> dict[str, Any]:
    from fusenapp.qualify.drawing import strata

    return strata(verdicts) if verdicts.clauses else {"": range(len(verdicts))}


def _titles(rows: Dataset, company: object) -> Any:
    at = rows.find(company) if isinstance(company, str) and company else None
    return (lambda row: _text(rows.values(at)[row].as_py())) if at is not None else (lambda row: "")


def _text(held: Any) -> str:
    return "" if held is None else str(held)


def _plain(held: Any) -> Any:
    if isinstance(held, (dt.date, dt.datetime)):
        return held.isoformat()[:10]
    if isinstance(held, float) and held != held:
        return None
    return held[:LONGEST] if isinstance(held, str) else held


def leads_of(found: Labelling) -> Dataset:
    """The drawn leads as a list of their own, on which definitions run."""
    from fusenapp.tables import Dataset

    columns = {fact.name: [_typed(lead.values[at], fact.type) for lead in found.leads] for at, fact in enumerate(found.facts)}
    return Dataset.of(columns, {fact.name: fact.type for fact in found.facts}, as_of=found.as_of or None)


def _typed(held: Any, type: str) -> Any:
    if held is None:
        return None
    return dt.date.fromisoformat(held) if type == "date" else str(held) if type in ("text", "month") else held


# the result


def result(snapshot: Snapshot, found: Labelling, sheets: Sequence[Sheet]) -> Result:
    """How far the departments agree, on what they do not, and which conditions go with that.

    The definition is run as it is now, on the leads as they were drawn: after a change of the definition one sees what it would
    have settled.

    Args:
        sheets: as `domain.labelling.visible_sheets` gives them once the labelling is closed.
    """
    from fusenapp.qualify.agreeing import pair

    said = {department: said_by(sheets, department) for department in found.departments}
    answers = {department: [_yes(each.get(key)) for key in found.keys] for department, each in said.items()}
    verdicts, problem = _verdicts(snapshot, found)
    truths, told = _truths(found, verdicts)
    between = tuple(_between(found, a, b, answers, told) for a, b in combinations(found.departments, 2))
    same, leads = _fleiss(list(answers.values()))
    judged = [] if verdicts is None else [int(v) for v in verdicts.verdict]
    against = {d: pair(given, [None if v < 0 else v == 1 for v in judged]) for d, given in answers.items()} if judged else {}
    return Result(found, said, between, same, leads, dict(zip(found.keys, judged, strict=False)), against, truths, problem)


def _yes(said: Said | None) -> bool | None:
    return {HOT: True, NOT: False}.get(said.answer) if said else None


def _verdicts(snapshot: Snapshot, found: Labelling) -> tuple[Verdicts | None, InputError | None]:
    from fusenapp.qualify import evaluate

    known = definitions(snapshot)
    rule = known.get(found.rule)
    if rule is None:
        return None, InputError("unknown-definition", where=found.rule, definition=found.rule)
    try:
        verdicts = evaluate(rule, leads_of(found), known, found.as_of or None)
    except InputError as error:
        return None, error
    return (verdicts, None) if verdicts.clauses else (None, None)


def _truths(found: Labelling, verdicts: Verdicts | None) -> tuple[dict[str, dict[str, int]], list[Truths]]:
    """Per condition of the definition what it says of each lead; and the same with the fields that it does not ask."""
    from fusenapp.qualify.separating import field_truths, truths_of

    own = list(truths_of(verdicts)) if verdicts is not None else []
    more = field_truths(leads_of(found), [fact.name for fact in found.facts if fact.shown], own)
    return {each.id: dict(zip(found.keys, map(int, each.held), strict=True)) for each in own}, [*own, *more]


def _between(found: Labelling, first: str, second: str, answers: Mapping[str, list[bool | None]], truths: Sequence[Truths]) -> Between:
    import numpy as np

    from fusenapp.qualify.agreeing import pair
    from fusenapp.qualify.separating import separate

    told = list(zip(answers[first], answers[second], strict=True))

    def where(*cases: tuple[bool, bool]) -> np.ndarray:
        return np.array([each in cases for each in told], np.bool_)

    both, first_only, second_only = where((True, True)), where((True, False)), where((False, True))
    groups = {"disputed": (first_only | second_only, both | where((False, False))), "first_only": (first_only, both),
              "second_only": (second_only, both)}
    disputed = tuple(key for key, mine in zip(found.keys, first_only | second_only, strict=True) if mine)
    return Between(first, second, pair(answers[first], answers[second]), disputed,
                   {name: tuple(separate(truths, *groups[name])) for name in CONTRASTS})


def _fleiss(answers: Sequence[Sequence[bool | None]]) -> tuple[float | None, int]:
    from fusenapp.qualify.agreeing import fleiss

    if len(answers) < 3:
        return None, 0
    counted = [(given.count(True), given.count(False)) for given in zip(*answers, strict=True) if None not in given]
    return fleiss(counted), len(counted)


def to_json(told: Result, names: Mapping[str, str]) -> dict[str, Any]:
    """As the command line prints it.

    Args:
        names: department → what it is called.
    """
    from fusenapp.qualify import phrase

    found = told.labelling
    leads = [{"lead": lead.key, "title": lead.title, "place": lead.place, "stratum": lead.stratum, "verdict": told.verdicts.get(lead.key),
              "answers": {d: each[lead.key].answer for d, each in told.said.items() if lead.key in each},
              "comments": {d: [words for _, words in each[lead.key].comments] for d, each in told.said.items()
                          if lead.key in each and each[lead.key].comments}}
             for lead in found.leads]
    between = [{"first": names.get(b.first, b.first), "second": names.get(b.second, b.second), **b.pair.to_json(),
                "disputed": list(b.disputed),
                "separations": {name: [s.to_json() | {"sentence": phrase(s.condition)} for s in each if s.enough]
                                for name, each in b.separations.items()}}
               for b in told.between]
    return {"labelling": found.id, "name": found.name, "rule": found.rule, "leads": leads, "between": between, "fleiss": told.fleiss,
            "fleiss_leads": told.fleiss_leads, "against": {d: each.to_json() for d, each in told.against.items()}}
