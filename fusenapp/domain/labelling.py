"""Blind labelling: departments say of the same leads whether they are hot, without seeing each other's answers.

The leads are kept in the record as they were drawn, so that everybody labels the same values, whatever becomes of the list. Each
person has a sheet of answers of their own. What others answered may be looked at only once the labelling is closed:
`visible_sheets` is the one way to read sheets for showing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from fusenapp.domain.snapshot import Record, Snapshot, family, value

HOT, NOT, UNSURE = "hot", "not", "unsure"
ANSWERS: Final = (HOT, NOT, UNSURE)

SMALLEST, LARGEST, USUAL = 20, 50, 30
"""Leads of one labelling."""

FEWEST_DEPARTMENTS, MOST_DEPARTMENTS = 2, 6

STRATA: Final = ("match", "near", "unknown", "no_match")
"""Why a lead was drawn: the definition meant it, nearly tipped over, could not tell, or did not mean it."""


@dataclass(frozen=True)
class Fact:
    """A column of the drawn leads; ``shown`` if it was known at hand-over and nobody hid it."""

    name: str
    type: str = "text"
    unit: str = ""
    shown: bool = True


@dataclass(frozen=True)
class Drawn:
    """One lead of a labelling.

    Attributes:
        key: its name within the labelling.
        title: what to call it (its company).
        place: where it came from: ``file › sheet › row``.
        stratum: one of `STRATA`; empty where the definition could not run when it was drawn.
        values: one per column, as JSON has them (dates as ISO text).
    """

    key: str
    title: str
    place: str
    stratum: str
    values: tuple[Any, ...]

    def to_json(self) -> dict[str, Any]:
        """As the record keeps it."""
        return {"key": self.key, "title": self.title, "place": self.place, "stratum": self.stratum, "values": list(self.values)}


@dataclass(frozen=True)
class Labelling:
    """One round.

    Attributes:
        rule: the definition that is asked about, ``hot-lead`` or ``target``.
        departments: those whose answers are asked for, by id.
        seed: what the leads were drawn with.
        as_of: reference date of the list, or empty.
        closed: (person, department, ISO time) of whoever opened the result; None while people label.
    """

    id: str
    name: str
    rule: str
    dataset: str
    departments: tuple[str, ...]
    facts: tuple[Fact, ...]
    leads: tuple[Drawn, ...]
    seed: str = ""
    as_of: str = ""
    created: str = ""
    closed: tuple[str, str, str] | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the leads in the order in which they are shown."""
        return tuple(lead.key for lead in self.leads)

    def lead(self, key: str) -> Drawn:
        """The lead of that key; KeyError if there is none."""
        found = next((lead for lead in self.leads if lead.key == key), None)
        if found is None:
            raise KeyError(key)
        return found

    def shown(self, lead: Drawn) -> list[tuple[Fact, Any]]:
        """What may be seen of a lead, in the order of the list."""
        return [(fact, held) for fact, held in zip(self.facts, lead.values, strict=False) if fact.shown]


@dataclass(frozen=True)
class Sheet:
    """One person's answers, all by key of the lead.

    Attributes:
        answers: one of `ANSWERS`.
        because: columns that the person called decisive.
        comments: why, in words.
    """

    id: str
    department: str
    person: str
    answers: Mapping[str, str] = field(default_factory=dict)
    because: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """What a department says of a lead: the majority of its people, unsure where there is none.

    Attributes:
        votes: answer → people.
        comments: (person, words).
        because: columns called decisive, most often named first.
    """

    answer: str
    votes: Mapping[str, int]
    comments: tuple[tuple[str, str], ...] = ()
    because: tuple[str, ...] = ()

    @property
    def split(self) -> bool:
        """Whether its people gave different answers."""
        return len(self.votes) > 1


def labelling(snapshot: Snapshot, id: str) -> Labelling | None:
    """The labelling of that id, or None."""
    record = snapshot.get("labellings", id)
    return _labelling(record) if record is not None else None


def labellings(snapshot: Snapshot) -> list[Labelling]:
    """All of them, the newest first."""
    return sorted(map(_labelling, snapshot.all("labellings")), key=lambda found: (found.created, found.id), reverse=True)


def every_sheet(snapshot: Snapshot, labelling: str) -> list[Sheet]:
    """All sheets, for counting; nobody may be shown them while the labelling is open."""
    return [_sheet(record) for record in snapshot.all("label_sheets", labelling=labelling)]


def visible_sheets(snapshot: Snapshot, found: Labelling, department: str, person: str) -> list[Sheet]:
    """The sheets that a person may see: their own, and everybody's once the labelling is closed."""
    sheets = every_sheet(snapshot, found.id)
    return sheets if found.closed else [s for s in sheets if (s.department, s.person) == (department, person)]


def secret(snapshot: Snapshot, kind: str, id: str) -> bool:
    """Whether the values of a record must not be shown (in lists of what a merge brought): a sheet of an open labelling."""
    record = snapshot.get(kind, id) if kind == "label_sheets" else None
    found = labelling(snapshot, value("label_sheets", record, "labelling")) if record else None
    return found is not None and found.closed is None


def own_sheet(snapshot: Snapshot, labelling: str, department: str, person: str) -> Sheet | None:
    """The sheet on which a person goes on: that with the most answers, if two copies of the file brought one each."""
    mine = [s for s in every_sheet(snapshot, labelling) if (s.department, s.person) == (department, person)]
    return max(mine, key=lambda s: (len(s.answers), s.id), default=None)


def said_by(sheets: Iterable[Sheet], department: str) -> dict[str, Said]:
    """Key of a lead → what the department says of it; leads that none of its people answered are absent."""
    mine = [s for s in sheets if s.department == department]
    keys = dict.fromkeys(key for s in mine for key in s.answers)
    return {key: _said([s for s in mine if key in s.answers], key) for key in keys}


def answered(found: Labelling, sheets: Iterable[Sheet]) -> dict[str, int]:
    """Department → number of leads that somebody of it has answered."""
    every, keys = list(sheets), set(found.keys)
    return {d: len({key for s in every if s.department == d for key in s.answers} & keys) for d in found.departments}


def finished(found: Labelling, sheets: Iterable[Sheet]) -> bool:
    """Whether every department has answered every lead."""
    return all(count == len(found.leads) for count in answered(found, sheets).values())


def unfinished_people(found: Labelling, sheets: Iterable[Sheet]) -> list[Sheet]:
    """Sheets that were begun and have leads without an answer, though their department is complete."""
    every = list(sheets)
    done = {d for d, count in answered(found, every).items() if count == len(found.leads)}
    return [s for s in every if s.department in done and 0 < len(s.answers) < len(found.leads)]


def _said(sheets: list[Sheet], key: str) -> Said:
    votes: dict[str, int] = {}
    for sheet in sheets:
        votes[sheet.answers[key]] = votes.get(sheet.answers[key], 0) + 1
    hot, cold = votes.get(HOT, 0), votes.get(NOT, 0)
    answer = HOT if hot > cold else NOT if cold > hot else UNSURE
    named = [name for s in sheets for name in s.because.get(key, ())]
    because = tuple(sorted(dict.fromkeys(named), key=lambda name: -named.count(name)))
    return Said(answer, votes, tuple((s.person, s.comments[key]) for s in sheets if s.comments.get(key)), because)


def _labelling(record: Record) -> Labelling:
    def get(name: str) -> Any:
        return value("labellings", record, name)

    closed = get("closed")
    return Labelling(
        record["id"], get("name"), get("rule"), get("dataset"), tuple(get("departments") or ()),
        tuple(Fact(*each) for each in get("columns") or ()), tuple(_drawn(each) for each in get("leads") or ()), get("seed"),
        get("as_of"), get("created"), (closed[0], closed[1], closed[2]) if closed else None)


def _drawn(told: Mapping[str, Any]) -> Drawn:
    return Drawn(told["key"], told["title"], told["place"], told["stratum"], tuple(told["values"]))


def _sheet(record: Record) -> Sheet:
    answers = {key: answer for key, answer in family(record, "answer").items() if answer in ANSWERS}
    because = {key: tuple(names) for key, names in family(record, "because").items() if names}
    comments = {key: words for key, words in family(record, "comment").items() if words}
    department, person = value("label_sheets", record, "department"), value("label_sheets", record, "person")
    return Sheet(record["id"], department, person, answers, because, comments)
