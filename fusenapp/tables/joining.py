"""Which outcome row belongs to which lead: what is sure, what is doubtful and left to a person, what has no partner.

Each outcome row is looked at once. The surest way in which it is the same as a lead decides (`SURE`); where there is none, or where
something speaks against it, the likeliest leads are offered as doubtful pairs (`DOUBTFUL`) and nothing is joined until somebody
settles them. An outcome row belongs to one lead at most; of several outcome rows of a lead the one that got furthest counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from fusenapp.tables.company_names import is_shared_box
from fusenapp.tables.join_identity import identities, pair_id
from fusenapp.tables.join_keys import Keys, Listed, Side, side
from fusenapp.tables.join_similar import Lookup, likeness

if TYPE_CHECKING:
    import numpy as np

SURE: Mapping[str, float] = {"settled": 1.0, "id": 1.0, "mail": 0.98, "company-person": 0.95, "company": 0.85}
"""Reason → score. ``company``: the only lead of that company, and nothing speaks against it."""

DOUBTFUL: Mapping[str, float] = {
    "several-leads": 0.9, "id-other-company": 0.7, "mail-other-company": 0.7, "mail-other-person": 0.7, "form": 0.65, "id-zeros": 0.6,
    "company-several": 0.5, "company-other-person": 0.4, "similar": 0.4, "phone": 0.4, "domain": 0.3,
}
"""Reason → score to begin with; what else agrees adds to it."""

OFFERED = 5
"""Most leads that are offered for one outcome row."""
_CLEARLY = 0.6
"""Two names less alike than this are two companies."""
_CROWD = 50
"""A telephone number or mail domain that more leads share than this says nothing."""


@dataclass(frozen=True)
class Pair:
    """An outcome row and a lead that may be the same.

    Attributes:
        lead, outcome: row positions, counted from 0.
        reason: a key of ``SURE`` or ``DOUBTFUL``.
        score: 0 to 1.
        id: by which a decision about this pair is kept; the same next month, as long as the rows name the same.
    """

    lead: int
    outcome: int
    reason: str
    score: float
    id: str = ""


@dataclass(frozen=True)
class Several:
    """A lead with more than one outcome row: which one counts and which are passed over."""

    lead: int
    winner: int
    others: tuple[int, ...]


@dataclass(frozen=True)
class Matching:
    """What was found.

    Attributes:
        sure: one pair per outcome row that has its lead.
        doubtful: pairs to settle, by outcome row, the likeliest first.
        chosen: int32 array, the outcome row of each lead, −1 where there is none.
        several: leads with more than one outcome row.
        lone_outcomes: outcome rows without any candidate.
        left: outcome row → candidates beyond ``OFFERED`` that are not listed.
        refused: pairs that would be joined or offered, had nobody said that they are not the same; reason and score as they would be.
    """

    sure: tuple[Pair, ...]
    doubtful: tuple[Pair, ...]
    chosen: np.ndarray
    several: tuple[Several, ...]
    lone_outcomes: tuple[int, ...]
    left: Mapping[int, int]
    refused: tuple[Pair, ...] = ()

    @cached_property
    def lone_leads(self) -> np.ndarray:
        """Positions of the leads without an outcome row."""
        import numpy as np

        return np.flatnonzero(self.chosen < 0)

    @cached_property
    def firm_leads(self) -> frozenset[int]:
        """Leads that have their outcome without anybody's word."""
        return frozenset(pair.lead for pair in self.sure if pair.reason != "settled")

    @cached_property
    def firm_outcomes(self) -> frozenset[int]:
        """Outcome rows that have their lead without anybody's word."""
        return frozenset(pair.outcome for pair in self.sure if pair.reason != "settled")

    @cached_property
    def doubtful_outcomes(self) -> int:
        """Outcome rows that wait for a decision."""
        return len({pair.outcome for pair in self.doubtful})

    @cached_property
    def reasons(self) -> dict[str, int]:
        """Reason → pairs, sure ones first."""
        counts = Counter(pair.reason for pair in (*self.sure, *self.doubtful))
        return {reason: counts[reason] for reason in (*SURE, *DOUBTFUL) if counts[reason]}


def match(leads: Listed, outcomes: Listed, keys: Keys, decided: Mapping[str, bool] | None = None,
          standing: Sequence[float] | np.ndarray | None = None) -> Matching:
    """Find for each outcome row the lead that it is about.

    Args:
        keys: the columns to compare (`join_keys.suggest_keys`).
        decided: pair id → the same or not, as somebody settled it before.
        standing: how far each outcome row got; of several rows of one lead the highest counts, of equals the last.
    """
    ours, theirs = (side(d, {role: pair[at] for role, pair in keys.items()}) for at, d in enumerate((leads, outcomes)))
    found = _Matcher(ours, theirs, identities(leads), identities(outcomes), decided or {}).run()
    return _settle(found, len(leads), standing if standing is not None else [0.0] * len(outcomes))


@dataclass
class _Found:
    sure: list[Pair]
    doubtful: list[Pair]
    lone: list[int]
    left: dict[int, int]
    refused: list[Pair]


def _settle(found: _Found, leads: int, standing: Sequence[float] | np.ndarray) -> Matching:
    import numpy as np

    rows_of: defaultdict[int, list[int]] = defaultdict(list)
    for pair in found.sure:
        rows_of[pair.lead].append(pair.outcome)
    chosen, several = np.full(leads, -1, np.int32), []
    for lead, rows in rows_of.items():
        first, *rest = sorted(rows, key=lambda row: (standing[row], row), reverse=True)
        chosen[lead] = first
        if rest:
            several.append(Several(lead, first, tuple(rest)))
    return Matching(tuple(found.sure), tuple(found.doubtful), chosen, tuple(several), tuple(found.lone), found.left, tuple(found.refused))


class _Matcher:
    """One pass over the outcome rows; of the leads only those are indexed that some outcome row may ask for."""

    def __init__(self, ours: Side, theirs: Side, our_ids: list[str], their_ids: list[str], decided: Mapping[str, bool]) -> None:
        self._ours, self._theirs, self._our_ids, self._their_ids = ours, theirs, our_ids, their_ids
        self._decided = decided
        self._known_alike: dict[str, list[tuple[str, float]]] = {}
        self._by = {role: _index(ours[role], theirs[role]) for role in ("id", "mail", "company", "phone")}
        self._by["domain"] = _index(ours["domain"], theirs["domain"])
        self._by_digits = _index([_no_zeros(id) for id in ours["id"]], [_no_zeros(id) for id in theirs["id"]])

    def run(self) -> _Found:
        found = _Found([], [], [], {}, [])
        for outcome in range(self._theirs.rows):
            pairs = self._candidates(outcome)
            found.refused += [self._named(pair) for pair in pairs if not self._may_be(pair)]
            self._sort_out(outcome, [self._as_decided(pair) for pair in pairs if self._may_be(pair)], found)
        return found

    def _sort_out(self, outcome: int, pairs: list[Pair], found: _Found) -> None:
        """One sure lead is joined; several are a doubt, and so is everything else."""
        sure = self._narrowed(_best([pair for pair in pairs if pair.reason in SURE]))
        if len(sure) == 1:
            found.sure.append(self._named(sure[0]))
            return
        doubtful = [self._doubt(p.outcome, p.lead, "several-leads") for p in sure] or pairs
        doubtful.sort(key=lambda pair: (-pair.score, pair.lead))
        found.doubtful += map(self._named, doubtful[:OFFERED])
        if len(doubtful) > OFFERED:
            found.left[outcome] = len(doubtful) - OFFERED
        if not doubtful:
            found.lone.append(outcome)

    def _narrowed(self, pairs: list[Pair]) -> list[Pair]:
        """Of several leads with the same id or address the one against which nothing speaks."""
        if len(pairs) < 2:
            return pairs
        fit = [p for p in pairs if not any(self._differ(role, p.lead, p.outcome) for role in ("company", "person", "mail"))]
        return fit if len(fit) == 1 else pairs

    def _named(self, pair: Pair) -> Pair:
        return Pair(pair.lead, pair.outcome, pair.reason, pair.score, self._id(pair))

    def _id(self, pair: Pair) -> str:
        return pair_id(self._our_ids[pair.lead], self._their_ids[pair.outcome])

    def _as_decided(self, pair: Pair) -> Pair:
        """The pair, sure where somebody has said that it is one."""
        said = self._decided.get(self._id(pair)) if self._decided else None
        return self._sure(pair.outcome, pair.lead, "settled") if said else pair

    def _candidates(self, outcome: int) -> list[Pair]:
        """From the surest way of matching down to the first that brings a sure pair."""
        doubts: dict[int, Pair] = {}
        for way in (self._same_id, self._same_mail, self._same_company, self._other_ways):
            if way == self._other_ways and any(map(self._may_be, doubts.values())):
                break
            pairs = way(outcome)
            for pair in pairs:
                if pair.lead not in doubts or pair.score > doubts[pair.lead].score:
                    doubts[pair.lead] = pair
            if any(pair.reason in SURE and self._may_be(pair) for pair in pairs):
                break
        return list(doubts.values())

    def _may_be(self, pair: Pair) -> bool:
        """Whether nobody has said that it is none."""
        return not self._decided or self._decided.get(self._id(pair)) is not False

    def _same_id(self, outcome: int) -> list[Pair]:
        id = self._theirs["id"][outcome]
        same = self._by["id"].get(id, ()) if id else ()
        found = [self._unless(self._other_company(lead, outcome), outcome, lead, "id", "id-other-company") for lead in same]
        if id and not same:
            found = [self._doubt(outcome, lead, "id-zeros") for lead in self._by_digits.get(_no_zeros(id), ())]
        return found

    def _same_mail(self, outcome: int) -> list[Pair]:
        address = self._theirs["mail"][outcome]
        found = []
        for lead in self._by["mail"].get(address, ()) if address else ():
            if is_shared_box(address) and self._differ("person", lead, outcome):
                found.append(self._doubt(outcome, lead, "mail-other-person"))
            else:
                found.append(self._unless(self._other_company(lead, outcome), outcome, lead, "mail", "mail-other-company"))
        return found

    def _same_company(self, outcome: int) -> list[Pair]:
        name = self._theirs["company"][outcome]
        leads = self._by["company"].get(name, ()) if name else ()
        fit = [lead for lead in leads if self._forms_fit(lead, outcome)]
        person = self._theirs["person"][outcome]
        same = [lead for lead in fit if person and self._ours["person"][lead] == person]
        if same:
            return [self._sure(outcome, lead, "company-person") for lead in same]
        if len(fit) == 1:
            against = any(self._differ(role, fit[0], outcome) for role in ("person", "mail", "id"))
            return [self._unless(against, outcome, fit[0], "company", "company-other-person")]
        several = [self._doubt(outcome, lead, "company-several") for lead in fit]
        return several or [self._doubt(outcome, lead, "form") for lead in leads]

    def _other_ways(self, outcome: int) -> list[Pair]:
        """A company that looks alike, the same telephone, the same mail domain."""
        found = [self._doubt(outcome, lead, "similar", base=score * 0.6)
                 for name, score in self._alike(self._theirs["company"][outcome]) for lead in self._names[name]]
        for reason, asked in (("phone", self._theirs["phone"][outcome]), ("domain", self._theirs["domain"][outcome])):
            leads = self._by[reason].get(asked, ()) if asked else ()
            found += [self._doubt(outcome, lead, reason) for lead in leads if len(leads) <= _CROWD]
        return found

    @cached_property
    def _names(self) -> dict[str, list[int]]:
        """Company → its leads; made only once some outcome row has a company that no lead has."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for lead, name in enumerate(self._ours["company"]):
            if name:
                found[name].append(lead)
        return found

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self._names)

    def _alike(self, name: str) -> list[tuple[str, float]]:
        if name and name not in self._known_alike:
            self._known_alike[name] = self._lookup.like(name)
        return self._known_alike.get(name, [])

    def _other_company(self, lead: int, outcome: int) -> bool:
        """Both name a company, and clearly not the same."""
        ours, theirs = self._ours["company"][lead], self._theirs["company"][outcome]
        return bool(ours and theirs and ours != theirs) and likeness(ours, theirs) < _CLEARLY

    def _forms_fit(self, lead: int, outcome: int) -> bool:
        """株式会社サンプル and 有限会社サンプル are two companies; a name without a form may be either."""
        ours, theirs = self._ours["form"][lead], self._theirs["form"][outcome]
        return not ours or not theirs or ours == theirs

    def _differ(self, role: str, lead: int, outcome: int) -> bool:
        ours, theirs = self._ours[role][lead], self._theirs[role][outcome]
        return bool(ours and theirs) and ours != theirs

    def _unless(self, against: bool, outcome: int, lead: int, sure: str, doubt: str) -> Pair:
        return self._doubt(outcome, lead, doubt) if against else self._sure(outcome, lead, sure)

    @staticmethod
    def _sure(outcome: int, lead: int, reason: str) -> Pair:
        return Pair(lead, outcome, reason, SURE[reason])

    def _doubt(self, outcome: int, lead: int, reason: str, base: float | None = None) -> Pair:
        """What else agrees speaks for it."""
        ours, theirs = self._ours, self._theirs
        score = DOUBTFUL[reason] if base is None else base
        score += 0.25 * _names_agree(ours["person"][lead], theirs["person"][outcome])
        score += 0.15 * (bool(theirs["phone"][outcome]) and ours["phone"][lead] == theirs["phone"][outcome])
        score += 0.1 * (bool(theirs["domain"][outcome]) and ours["domain"][lead] == theirs["domain"][outcome])
        return Pair(lead, outcome, reason, round(min(score, 0.94), 2))


def _best(pairs: list[Pair]) -> list[Pair]:
    """The pairs of the surest reason."""
    top = max((pair.score for pair in pairs), default=0.0)
    settled = [pair for pair in pairs if pair.reason == "settled"]
    return settled or [pair for pair in pairs if pair.score == top]


def _index(ours: Iterable[str], theirs: Iterable[str]) -> dict[str, list[int]]:
    """Text → the leads that have it, for the texts that outcome rows have."""
    asked = set(theirs) - {""}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for lead, text in enumerate(ours):
        if text in asked:
            found[text].append(lead)
    return found


def _names_agree(ours: str, theirs: str) -> float:
    """1 for the same name, part of it where one is the beginning of the other (佐藤, 佐藤太郎)."""
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return 1.0
    return 0.6 if ours.startswith(theirs) or theirs.startswith(ours) else 0.0


def _no_zeros(id: str) -> str:
    return id.lstrip("0") if id.isdigit() else ""

