"""By which columns two lists can be matched: found by their headers and contents, and measured by how much the lists overlap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from fusenapp.domain.lead import plain
from fusenapp.tables import company_names
from fusenapp.tables.dataset import Dataset

ROLES = ("id", "mail", "company", "person", "phone")
"""What a row can be known by, the surest first."""

TOGETHER = " + "
"""Joins columns that hold a value in parts: ``姓 + 名``."""

Keys = Mapping[str, tuple[str, str]]
"""role → (column of the leads, column of the outcomes)"""

_NORMAL: Mapping[str, Callable[[str], str]] = {
    "id": company_names.identifier, "mail": company_names.mail, "person": company_names.person, "phone": company_names.phone,
    "domain": lambda text: company_names.domain(company_names.mail(text)),
}
_MEANING = {"id": "lead", "mail": "email", "company": "company", "person": "person", "phone": "phone"}
_PERSON = re.compile(r"氏名|お?名前|担当者|責任者|リード名|contact|full ?name|^name$|先方")
_NO_PERSON = re.compile(r"営業|弊社|自社|当社|owner|所有者|会社|company|カナ|かな|id|番号|日$|部署|役職")
"""Whose name it is not (sales people, companies), and what is not the name itself."""
_ID = re.compile(r"id|番号|コード|no\.?$|key|code|№")
_ENOUGH = 0.5
"""Share of the outcome rows whose id must stand among the leads before ids are trusted."""
_AGREE = 0.3
"""Share of the rows matched by id that must name the same company too: two lists may both count from 1."""
_LOOKED_AT = 5000


@dataclass(frozen=True)
class Overlap:
    """How much two columns have in common.

    Attributes:
        role: one of ``ROLES``.
        lead, outcome: the columns.
        filled: outcome rows with a value.
        found: outcome rows whose value stands among the leads.
    """

    role: str
    lead: str
    outcome: str
    filled: int
    found: int

    @property
    def share(self) -> float:
        """found ÷ filled; 0 where nothing is filled."""
        return self.found / self.filled if self.filled else 0.0


class Listed:
    """A list as it is compared. Columns are made comparable once, when they are first asked for; pass it on to save time.

    Args:
        dataset: the rows.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._texts: dict[str, list[str]] = {}
        self._normal: dict[tuple[str, str], list[str]] = {}

    def __len__(self) -> int:
        return len(self.dataset)

    def normalised(self, role: str, column: str) -> list[str]:
        """One text per row as it is compared, empty where there is none; all empty without a column.

        Args:
            role: one of ``ROLES``, ``form`` (the legal form of a company) or ``domain`` (of a mail address).
            column: a column, or several joined with ``TOGETHER``.
        """
        if not column:
            return [""] * len(self)
        if (role, column) not in self._normal:
            if role in ("company", "form"):
                self._normal["company", column], self._normal["form", column] = self._companies(column)
            else:
                self._normal[role, column] = self._mapped(column, _NORMAL[role])
        return self._normal[role, column]

    def _companies(self, column: str) -> tuple[list[str], list[str]]:
        texts = self._whole(column)
        known = {text: company_names.company(text) for text in set(texts)}
        return [known[text][0] for text in texts], [known[text][1] for text in texts]

    def _mapped(self, column: str, change: Callable[[str], str]) -> list[str]:
        """A function over a column's texts, called once for each distinct one."""
        texts = self._whole(column)
        known = {text: change(text) for text in set(texts)}
        return [known[text] for text in texts]

    def _whole(self, column: str) -> list[str]:
        if self.dataset.find(column) is None and TOGETHER in column:
            parts = [self._whole(part) for part in column.split(TOGETHER)]
            return [" ".join(filter(None, each)) for each in zip(*parts, strict=True)]
        if column not in self._texts:
            self._texts[column] = ["" if value is None else str(value) for value in self.dataset.values(column).to_pylist()]
        return self._texts[column]

    @cached_property
    def candidates(self) -> dict[str, list[str]]:
        """role → the columns that may hold it, the likeliest first."""
        return _candidates(self.dataset)


@dataclass(frozen=True)
class Side:
    """The rows of a list under the chosen columns: role → one text per row."""

    rows: int
    texts: Mapping[str, list[str]]

    def __getitem__(self, role: str) -> list[str]:
        return self.texts[role]


def side(listed: Listed, columns: Mapping[str, str]) -> Side:
    """The rows of a list as they are compared.

    Args:
        columns: role → column, or columns joined with ``TOGETHER``.
    """
    texts = {role: listed.normalised(role, columns.get(role, "")) for role in ROLES}
    texts["form"] = listed.normalised("form", columns.get("company", ""))
    texts["domain"] = listed.normalised("domain", columns.get("mail", ""))
    return Side(len(listed), texts)


def measure(leads: Listed, outcomes: Listed, keys: Keys) -> list[Overlap]:
    """How much the chosen columns have in common, one per role."""
    return [_overlap(role, leads, outcomes, *keys[role]) for role in ROLES if role in keys]


def _overlap(role: str, leads: Listed, outcomes: Listed, lead: str, outcome: str) -> Overlap:
    return _counted(role, lead, outcome, set(leads.normalised(role, lead)), outcomes.normalised(role, outcome))


def _counted(role: str, lead: str, outcome: str, there: set[str], asked: list[str]) -> Overlap:
    filled = [text for text in asked if text]
    return Overlap(role, lead, outcome, len(filled), sum(text in there for text in filled))


def suggest_keys(leads: Listed, outcomes: Listed) -> list[Overlap]:
    """The columns to match by, one pair of columns per role that both lists have, with how much they overlap.

    Ids are suggested only where at least half of the outcome rows are found by them, and where the rows found so name the same
    companies; the other roles wherever both lists have such a column.
    """
    best = {role: found for role in ROLES if (found := _best(role, leads, outcomes)) is not None}
    if "id" in best and not _trusted(best, leads, outcomes):
        del best["id"]
    return list(best.values())


def _best(role: str, leads: Listed, outcomes: Listed) -> Overlap | None:
    """The pair of columns with most in common; of equals the likelier columns."""
    ours, theirs = leads.candidates[role], outcomes.candidates[role]
    there = {name: set(leads.normalised(role, name)) for name in ours} if theirs else {}
    asked = {name: outcomes.normalised(role, name) for name in theirs}
    pairs = [_counted(role, lead, outcome, there[lead], asked[outcome]) for lead in ours for outcome in theirs]
    return max(pairs, key=lambda overlap: (overlap.found, overlap.share), default=None)


def _trusted(best: Mapping[str, Overlap], leads: Listed, outcomes: Listed) -> bool:
    ids, names = best["id"], best.get("company")
    if ids.share < _ENOUGH:
        return False
    if names is None or not names.found:
        return True
    company_of = dict(zip(leads.normalised("id", ids.lead), leads.normalised("company", names.lead), strict=True))
    asked = zip(outcomes.normalised("id", ids.outcome), outcomes.normalised("company", names.outcome), strict=True)
    both = [(company_of[id], name) for id, name in asked if id and name and company_of.get(id)]
    return not both or sum(ours == theirs for ours, theirs in both) >= _AGREE * len(both)


def _candidates(dataset: Dataset) -> dict[str, list[str]]:
    from fusenapp.tables.meanings import guess_meanings

    guessed = {guess.meaning: guess.column for guess in guess_meanings(dataset) if guess.confidence >= 0.5}
    found = {role: [guessed[meaning]] if meaning in guessed else [] for role, meaning in _MEANING.items()}
    found["mail"] = list(dict.fromkeys([*found["mail"], *_mails(dataset)]))
    found["person"] = list(dict.fromkeys([*_parts(dataset), *_people(dataset, found["person"])]))
    taken = {name for role in ("mail", "company", "person", "phone") for name in found[role]}
    found["id"] = [name for name in dict.fromkeys([*found["id"], *_ids(dataset)]) if name not in taken]
    return {role: [name for name in names if TOGETHER in name or dataset.find(name) is not None] for role, names in found.items()}


def _mails(dataset: Dataset) -> Iterator[str]:
    for column in dataset.columns:
        if column.type == "text":
            held = _sample(dataset, column.name)
            if held and sum("@" in str(value) or "＠" in str(value) for value in held) >= len(held) / 2:
                yield column.name


def _people(dataset: Dataset, guessed: list[str]) -> Iterator[str]:
    for name in (*guessed, *(column.name for column in dataset.columns if column.type == "text")):
        header = plain(name)
        if (name in guessed or _PERSON.search(header)) and not _NO_PERSON.search(header):
            yield name


def _parts(dataset: Dataset) -> Iterator[str]:
    """Family and given name in two columns."""
    headers = {plain(column.name): column.name for column in dataset.columns}
    for family, given in (("姓", "名"), ("氏", "名"), ("last name", "first name")):
        if family in headers and given in headers:
            yield TOGETHER.join((headers[family], headers[given]))


def _ids(dataset: Dataset) -> Iterator[str]:
    """Columns whose header or values are those of identifiers; a running number says nothing about another list."""
    for column in dataset.columns:
        if column.type in ("text", "integer") and column.missing < len(dataset):
            held = _sample(dataset, column.name)
            named = _ID.search(plain(column.name)) is not None
            if (named or (column.type == "text" and _look_like_ids(held))) and not _counts_up(held):
                yield column.name


def _look_like_ids(held: list[Any]) -> bool:
    """Short, with digits, hardly any twice."""
    fits = sum(len(text) <= 40 and "@" not in text and any(c.isdigit() for c in text) for text in held)
    return fits >= 0.9 * len(held) and len(set(held)) >= 0.9 * len(held)


def _counts_up(held: list[Any]) -> bool:
    first = str(held[0])
    start = int(first) if first.isdecimal() and first.isascii() else -1
    return start in (0, 1) and [str(value) for value in held] == [str(at) for at in range(start, start + len(held))]


def _sample(dataset: Dataset, column: str) -> list[Any]:
    return dataset.values(column).drop_null().slice(0, _LOOKED_AT).to_pylist()
