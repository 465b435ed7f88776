"""The hand-over as it went: what sales accepted, gave back and why, what waits past the deadline, and which clause was overruled.

"No capacity" (R9) is a matter of hands, never of the quality of leads: it is counted apart everywhere.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from fusenapp.domain import calendar
from fusenapp.domain.definition import Clause, Include, conditions
from fusenapp.domain.handover import BETWEEN_LEVELS, CAPACITY_REASON, main_code, reason_code, reason_key
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.flows.figures import dataset_record
from fusenapp.flows.handing_work import WorkList, work_lists
from fusenapp.flows.outcomes import Outcomes

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.flows.figures import Figures
    from fusenapp.qualify import Verdicts

NO_REASON, OTHER = "R0", ""
"""Codes of a rejection without a reason, and of one with a reason that is none of the agreed ones."""


@dataclass(frozen=True)
class Month:
    """Leads handed over in one month; empty ``month``: without a date. The four counts add up to ``handed_over``, and
    ``overdue`` is part of ``unanswered``."""

    month: str
    handed_over: int
    accepted: int
    rejected: int
    no_capacity: int
    unanswered: int
    overdue: int


@dataclass(frozen=True)
class Reason:
    """Leads given back for one reason.

    Attributes:
        code: ``R1`` …, or empty for a reason that is none of the agreed ones.
        name: the workspace's name of it, or the words of the list.
        destination, owner: where such a lead goes, and the department that owns it.
        clause: id of the clause that the contract points at, as in rule files.
        parent: code of the reason that this is a case of; the count of a reason includes its cases.
    """

    code: str
    name: str
    count: int
    destination: str = ""
    owner: str = ""
    clause: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Handing:
    """One lead list against one definition.

    Attributes:
        months: in order; the undated last.
        reasons: by code, other words after; `CAPACITY_REASON` is among them and counted in no figure of quality.
        overruled: clause id → reason code → leads that met the clause, were handed over and given back. Without R9.
        met: clause id → leads handed over that met the clause.
        lacking: required field → hot leads in which it is missing; only fields that the list has.
        absent: required fields that the list does not have.
        hot: leads that match the definition.
        as_of: the day against which waiting is reckoned, ISO; empty if unknown.
        work: what has to be worked off, see `WorkList`; only lists for which there are columns.
        owners: department → month of the hand-over → leads given back that are now its own by their reason; "" for a reason that
            no department owns. They add up to the leads given back, those for want of capacity among them.
    """

    months: tuple[Month, ...]
    reasons: tuple[Reason, ...]
    overruled: Mapping[str, Mapping[str, int]]
    met: Mapping[str, int]
    lacking: Mapping[str, int]
    absent: tuple[str, ...]
    hot: int
    as_of: str
    work: tuple[WorkList, ...] = ()
    owners: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def total(self, name: str) -> int:
        """The sum of one count over all months."""
        return sum(getattr(month, name) for month in self.months)


def handing(figures: Figures, snapshot: Snapshot, dataset: str, rule: str = "hot-lead") -> Handing | None:
    """The hand-over of a list; None where the list does not say which leads were handed over and accepted.

    Raises:
        InputError: ``unknown-dataset``, or why the definition cannot run.
    """
    record = dataset_record(snapshot, dataset)
    verdicts = figures.verdicts(snapshot, dataset, rule)
    found = Outcomes(figures.dataset(snapshot, dataset), value("datasets", record, "meanings") or {}, verdicts)
    if "handed_over" not in found.masks or "accepted" not in found.masks:
        return None
    return Reckoning(snapshot, found, verdicts).handing()


_NEVER: Any = object()
"""In place of the reason of a lead that was not given back; None is a reason that was not said."""


@dataclass(frozen=True)
class Reckoning:
    """One list being reckoned; what several parts need is found once."""

    snapshot: Snapshot
    found: Outcomes
    verdicts: Verdicts

    def handing(self) -> Handing:
        """Everything together."""
        lacking, absent = self.lacking()
        hot = int((self.verdicts.verdict == 1).sum())
        as_of = self.as_of.isoformat() if self.as_of else ""
        return Handing(self.months(), self.reasons(), self.overruled(), self.met(), lacking, absent, hot, as_of, work_lists(self),
                       self.owners())

    @cached_property
    def records(self) -> dict[str, Any]:
        """Code → the record of the reason."""
        return {value("reasons", r, "code"): r for r in self.snapshot.all("reasons")}

    @cached_property
    def codes(self) -> np.ndarray:
        """Per lead the code of its reason; None where it was not given back."""
        import numpy as np

        names = {code: value("reasons", r, "name") for code, r in self.records.items()}
        given = [text if back else _NEVER for text, back in zip(self.words, self.found.masks["rejected"].tolist(), strict=True)]
        known = {text: None if text is _NEVER else reason_code(text, names) for text in set(given)}
        return np.array([known[text] for text in given], object)

    @cached_property
    def no_capacity(self) -> np.ndarray:
        """bool per lead: given back since sales has no hands for it, whichever case of it."""
        import numpy as np

        return np.array([code is not None and main_code(code) == CAPACITY_REASON for code in self.codes.tolist()], bool)

    @cached_property
    def words(self) -> list[Any]:
        """Per lead the reason as sales wrote it; None where there is none."""
        column = self.found.meanings.get("reason")
        if not isinstance(column, str) or self.found.dataset.find(column) is None:
            return [None] * len(self.found.dataset)
        return [None if text is None else str(text) for text in self.found.dataset.values(column).to_pylist()]

    def months(self) -> tuple[Month, ...]:
        """By month of the hand-over."""
        import numpy as np

        masks, at = self.found.masks, self.found.facts.month["mql"]
        capacity = self.no_capacity
        unanswered = masks.get("unanswered", np.zeros(len(at), bool))
        parts = (masks["handed_over"], masks["accepted"], masks["rejected"] & ~capacity, masks["rejected"] & capacity, unanswered, self.overdue)
        handed = at[masks["handed_over"]]
        found = []
        for month in sorted(set(handed.tolist()), key=lambda m: (m < 0, m)):
            inside = (at == month) & masks["handed_over"]
            found.append(Month(calendar.month(month) if month >= 0 else "", *(int((part & inside).sum()) for part in parts)))
        return tuple(found)

    @cached_property
    def overdue(self) -> np.ndarray:
        """Handed over, not answered, and the agreed time has passed; with days alone a deadline of 72 hours is three days."""
        import numpy as np

        unanswered = self.found.masks.get("unanswered")
        days = self.handed_on
        if unanswered is None or days is None or self.as_of is None:
            return np.zeros(len(self.found.dataset), bool)
        hours = float(self.snapshot.value("handover", "handover", "feedback_hours") or 72)
        waited = (np.datetime64(self.as_of) - days).astype("timedelta64[h]").astype(float)
        return unanswered & ~np.isnat(days) & (waited > hours)

    @cached_property
    def handed_on(self) -> np.ndarray | None:
        """Days of the hand-over, NaT where missing."""
        return self.dates("handed_over")

    def dates(self, meaning: str) -> np.ndarray | None:
        """Days of a column, NaT where missing; None where it holds no days."""
        import pyarrow as pa

        column = self.found.meanings.get(meaning)
        if not isinstance(column, str) or self.found.dataset.find(column) is None:
            return None
        values = self.found.dataset.values(column)
        return values.cast(pa.date32()).to_numpy().astype("datetime64[D]") if pa.types.is_date(values.type) else None

    @cached_property
    def as_of(self) -> dt.date | None:
        """The list's own day or the end of its month, else the last day on which anything happened in it."""
        import numpy as np

        from fusenapp.qualify.dates import reference_date

        told = self.found.dataset.as_of or ""
        if told:
            return reference_date(told)
        days = [d for m in ("registered", "handed_over", "appointment", "opportunity", "proposal", "won") if (d := self.dates(m)) is not None]
        latest = [d[~np.isnat(d)].max() for d in days if (~np.isnat(d)).any()]
        return max(latest).astype(object) if latest else None

    def reasons(self) -> tuple[Reason, ...]:
        """Leads given back by reason."""
        back = self.found.masks["rejected"]
        known = Counter(code for code in self.codes[back].tolist() if code)
        whole = Counter({code: sum(n for c, n in known.items() if c == code or c.startswith(code + BETWEEN_LEVELS)) for code in self.records})
        found = [self.reason(code, whole[code]) for code in sorted(self.records, key=reason_key) if whole[code]]
        if known[NO_REASON] and NO_REASON not in self.records:
            found.append(Reason(NO_REASON, "", known[NO_REASON]))
        other = Counter(str(word) for word, code in zip(self.words, self.codes.tolist(), strict=True) if code == OTHER)
        return (*found, *(Reason(OTHER, word, count) for word, count in other.most_common()))

    def reason(self, code: str, count: int) -> Reason:
        """An agreed reason with its count."""
        name, destination, owner, clause = (value("reasons", self.records[code], f) for f in ("name", "destination", "owner", "clause"))
        parent = main_code(code) if main_code(code) != code and main_code(code) in self.records else ""
        return Reason(code, name, count, destination, owner, clause, parent)

    def owners(self) -> dict[str, dict[str, int]]:
        """Leads given back by the department that takes them on and by month; departments in their order."""
        back = self.found.masks["rejected"] & self.found.masks["handed_over"]
        counted = Counter(zip(map(self._owner, self.codes[back].tolist()), self.found.facts.month["mql"][back].tolist(), strict=True))
        order = [*(d["id"] for d in self.snapshot.all("departments")), ""]
        found: dict[str, dict[str, int]] = {}
        for (owner, month), count in sorted(counted.items(), key=lambda each: (order.index(each[0][0]), each[0][1])):
            found.setdefault(owner, {})[calendar.month(month) if month >= 0 else ""] = count
        return found

    def _owner(self, code: str | None) -> str:
        """The department that owns a reason, a case being its reason's where it says nothing itself; empty if none does."""
        told = (value("reasons", self.records[c], "owner") for c in (code, main_code(code or "")) if c in self.records)
        owner = next(filter(None, told), "")
        return owner if self.snapshot.get("departments", owner) is not None else ""

    def overruled(self) -> dict[str, dict[str, int]]:
        """Clause → reason → leads that met the one and came back for the other."""
        back = self.found.masks["rejected"] & ~self.no_capacity
        found = {}
        for clause in self.clauses():
            met = back & (self.verdicts.clauses[clause.id] == 1)
            found[clause.id] = dict(Counter(main_code(str(code)) for code in self.codes[met].tolist()))
        return found

    def met(self) -> dict[str, int]:
        """Clause → leads handed over that met it."""
        handed = self.found.masks["handed_over"]
        return {c.id: int((handed & (self.verdicts.clauses[c.id] == 1)).sum()) for c in self.clauses()}

    def clauses(self) -> list[Clause | Include]:
        """The clauses and inclusions that were judged."""
        return [c for c in conditions(self.verdicts.definition.root, muted=False) if c.id in self.verdicts.clauses]

    @cached_property
    def missing(self) -> dict[str, np.ndarray]:
        """Required field that the list has → bool per lead: it is not filled."""
        import numpy as np

        wanted: list[str] = list(self.snapshot.value("handover", "handover", "required_fields") or ())
        there = [name for name in wanted if self.found.dataset.find(name) is not None]
        return {name: np.asarray(self.found.dataset.values(name).is_null()) for name in there}

    def lacking(self) -> tuple[dict[str, int], tuple[str, ...]]:
        """Hot leads without a field that must be handed over with them, and the fields that the list does not have."""
        wanted: list[str] = list(self.snapshot.value("handover", "handover", "required_fields") or ())
        hot = self.verdicts.verdict == 1
        return {name: int((hot & gaps).sum()) for name, gaps in self.missing.items()}, tuple(n for n in wanted if n not in self.missing)
