"""A lead list reduced to what the tree counts: when each lead reached each stage, its verdict, its amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from fusenapp.domain import calendar
from fusenapp.domain.kpi import STAGES
from fusenapp.domain.lead import ACCEPTED_WORDS, STAGE_MEANING, WON_WORDS, word

if TYPE_CHECKING:
    import numpy as np

NO_MONTH = -1
AMOUNTS = ("won_amount", "quote_amount")
SEGMENTS = ("all", "quality", "general", "unknown")
"""Rows of the array that `count` gives."""


@dataclass(frozen=True)
class LeadFacts:
    """One lead list, one entry per lead in every array.

    Attributes:
        verdict: int8, 1 quality lead, 0 not, −1 the definition lacks information; None without a definition.
        reached: stage → bool.
        month: stage → int32, `calendar.index` of the month in which the lead reached it; −1 without a date. A stage whose
            column holds no date (営業の受領 = 受領) takes the date of the stage before.
        amounts: ``won_amount`` … → float64, NaN where missing.
        first, last: months between which a count of 0 is a 0: from the first registration to the list's as-of month.
        undated: leads without a date of registration; they are in no cohort.
        meets: definition id → int8 like ``verdict``, for measures that count only the leads which meet it.
    """

    verdict: np.ndarray | None
    reached: Mapping[str, np.ndarray]
    month: Mapping[str, np.ndarray]
    amounts: Mapping[str, np.ndarray] = field(default_factory=dict)
    first: str = ""
    last: str = ""
    undated: int = 0
    meets: Mapping[str, np.ndarray] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.reached["lead"])

    def only(self, definition: str) -> LeadFacts | None:
        """The same list with none but the leads that meet a definition; None where the list was not judged by it."""
        if definition not in self.meets:
            return None
        there = self.meets[definition] == 1
        return replace(self, reached={stage: reached & there for stage, reached in self.reached.items()})


def lead_facts(dataset: Any, meanings: Mapping[str, Any], verdict: np.ndarray | None = None,
               meets: Mapping[str, np.ndarray] | None = None) -> LeadFacts:
    """Reads what the tree needs from an imported lead list.

    Args:
        dataset: a `tables.Dataset`.
        meanings: meaning → column name, see `domain.lead`; meanings without a column are left out.
        verdict: one of 1, 0, −1 per lead; None = no definition yet, nothing is split.
        meets: the same by other definitions, for measures that count only the leads which meet one.
    """
    import numpy as np

    columns = {m: dataset.values(c) for m, c in meanings.items() if isinstance(c, str) and dataset.find(c) is not None}
    rows = len(dataset)
    judged = None if verdict is None else np.asarray(verdict, np.int8)
    dates = {stage: _months(columns[m]) for stage, m in STAGE_MEANING.items() if m in columns}
    reached = _reached(columns, rows)
    month = _dated(reached, dates, rows)
    first, last = _extent(month["lead"], dataset.as_of)
    amounts = {name: _numbers(columns[name]) for name in AMOUNTS if name in columns}
    return LeadFacts(judged, reached, month, amounts, first, last, int((month["lead"] == NO_MONTH).sum()), dict(meets or {}))


def count(facts: LeadFacts, stage: str, basis: str = "cohort", amount: str = "") -> tuple[str, np.ndarray]:
    """Leads at a stage, or the sum of an amount over them, by month and segment.

    Args:
        facts: the lead list.
        stage: one of ``STAGES``.
        basis: ``cohort``: by the month of registration; ``event``: by the month in which the stage was reached.
        amount: name in ``facts.amounts`` to add up; empty = count leads.

    Returns:
        The first month, and a float64 array [segment in ``SEGMENTS``, month]. Empty if nothing has a date.
    """
    import numpy as np

    if not facts.first or stage not in facts.reached:
        return "", np.zeros((len(SEGMENTS), 0))
    first, months = calendar.index(facts.first), calendar.index(facts.last) - calendar.index(facts.first) + 1
    at = facts.month["lead" if basis == "cohort" else stage] - first
    weights = facts.amounts.get(amount) if amount else None
    inside = facts.reached[stage] & (at >= 0) & (at < months)
    if weights is not None:
        inside &= ~np.isnan(weights)
    code = 0 if facts.verdict is None else (facts.verdict[inside] + 1).astype(np.int64)
    cell = code * months + at[inside]
    held = np.bincount(cell, None if weights is None else weights[inside], minlength=3 * months).reshape(3, months).astype(np.float64)
    unknown, no, yes = held
    if facts.verdict is None:
        none = np.full(months, np.nan)
        return facts.first, np.stack([unknown, none, none, none])
    return facts.first, np.stack([unknown + no + yes, yes, unknown + no, unknown])


def behind(facts: LeadFacts, stage: str, months: Iterable[str], segment: str = "all", basis: str = "cohort") -> np.ndarray:
    """Row numbers (from 0) of the leads that `count` counts in these months and this segment, in their order."""
    import numpy as np

    if stage not in facts.reached:
        return np.zeros(0, np.int64)
    at = facts.month["lead" if basis == "cohort" else stage]
    inside = facts.reached[stage] & np.isin(at, [calendar.index(month) for month in months])
    return np.flatnonzero(inside & _in_segment(facts, segment))


def _in_segment(facts: LeadFacts, segment: str) -> np.ndarray:
    import numpy as np

    if segment == "all":
        return np.ones(len(facts), bool)
    if facts.verdict is None:
        return np.zeros(len(facts), bool)
    wanted = {"quality": (1,), "general": (0, -1), "unknown": (-1,)}[segment]
    return np.isin(facts.verdict, wanted)


def _reached(columns: Mapping[str, Any], rows: int) -> dict[str, np.ndarray]:
    import numpy as np

    found = {stage: _is(columns[m], ACCEPTED_WORDS) for stage, m in STAGE_MEANING.items() if m in columns}
    if "result" in columns:
        found["won"] = _is(columns["result"], WON_WORDS)
    found["lead"] = np.ones(rows, bool)
    return found


def _is(column: Any, words: frozenset[str]) -> np.ndarray:
    """Whether a stage was reached: a date that is there, a true flag, an amount, or one of the words that say yes."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_boolean(column.type):
        return pc.fill_null(column, False).to_numpy().astype(bool)
    if not pa.types.is_string(column.type):
        return np.asarray(column.is_valid().to_numpy(), bool)
    coded = column.combine_chunks().dictionary_encode()
    coded = coded.combine_chunks() if isinstance(coded, pa.ChunkedArray) else coded
    yes = np.array([word(text) in words for text in coded.dictionary.to_pylist()] + [False], bool)
    return yes[pc.fill_null(coded.indices, len(yes) - 1).to_numpy()]


def _months(column: Any) -> np.ndarray:
    """Month indices of a date or month column, −1 where missing; all −1 for any other type."""
    import numpy as np
    import pyarrow as pa

    if pa.types.is_string(column.type):
        return _text_months(column)
    if not (pa.types.is_date(column.type) or pa.types.is_timestamp(column.type)):
        return np.full(len(column), NO_MONTH, np.int32)
    days = column.to_numpy().astype("datetime64[D]")
    index = days.astype("datetime64[M]").astype(np.int64) + 1970 * 12
    return np.where(np.isnat(days), NO_MONTH, index).astype(np.int32)


def _text_months(column: Any) -> np.ndarray:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    coded = column.combine_chunks().dictionary_encode()
    coded = coded.combine_chunks() if isinstance(coded, pa.ChunkedArray) else coded
    texts = [text[:7] for text in coded.dictionary.to_pylist()]
    index = np.array([calendar.index(text) if calendar.is_month(text) else NO_MONTH for text in texts] + [NO_MONTH], np.int32)
    return index[pc.fill_null(coded.indices, len(index) - 1).to_numpy()]


def _dated(reached: Mapping[str, np.ndarray], dates: Mapping[str, np.ndarray], rows: int) -> dict[str, np.ndarray]:
    """A date per stage; where there is none, that of the last stage before that has one."""
    import numpy as np

    before = dates.get("lead", np.full(rows, NO_MONTH, np.int32))
    found = {"lead": before}
    for stage in STAGES[1:]:
        if stage in reached:
            own = dates.get(stage, np.full(rows, NO_MONTH, np.int32))
            found[stage] = np.where(own == NO_MONTH, before, own)
            before = np.where(reached[stage], found[stage], before)
    return found


def _extent(registered: np.ndarray, as_of: str | None) -> tuple[str, str]:
    dated = registered[registered != NO_MONTH]
    if not len(dated):
        return "", ""
    first, last = calendar.month(int(dated.min())), calendar.month(int(dated.max()))
    stated = calendar.month_of(as_of) if as_of else ""
    return first, max(last, stated) if calendar.is_month(stated) else last


def _numbers(column: Any) -> np.ndarray:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if not (pa.types.is_integer(column.type) or pa.types.is_floating(column.type)):
        return np.full(len(column), np.nan)
    return pc.fill_null(pc.cast(column, pa.float64()), float("nan")).to_numpy()
