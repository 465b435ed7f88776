"""What the hand-over leaves to do, lead by lead: fields to fill, leads to call, answers to give, leads to take up again.

A list whose columns are missing is not there at all: nobody is accused of what nobody wrote down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fusenapp.domain.handover import ATTEMPT_HEADERS, CONTACT_HEADERS, UNREACHED_REASON, main_code
from fusenapp.domain.lead import plain
from fusenapp.domain.snapshot import value

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.flows.handing import Reckoning

HOURS = 24.0


@dataclass(frozen=True)
class WorkList:
    """Leads that somebody has to do something about.

    Attributes:
        key: ``lacking`` (hot leads without a required field), ``contact`` (no first contact in time), ``overdue`` (no answer in
            time), ``unanswered`` (no answer yet), ``no_reason`` (given back without one), ``few_attempts`` ("cannot be reached"
            before the agreed attempts), ``returning`` (given back, and the deadline of the reason has passed).
        rows: int64 row numbers of the list, those that wait longest first.
        days: int64 days past the deadline (``unanswered``: since the hand-over); −1 where that is not known.
    """

    key: str
    rows: np.ndarray
    days: np.ndarray

    def __len__(self) -> int:
        return len(self.rows)


def work_lists(reckoning: Reckoning) -> tuple[WorkList, ...]:
    """All lists that the columns allow, the empty ones too: that nothing is left to do is worth knowing."""
    return tuple(_lists(reckoning))


def _lists(r: Reckoning) -> Iterator[WorkList]:
    import numpy as np

    masks, none = r.found.masks, np.zeros(len(r.found.dataset), bool)
    waited, answer = _since(r, r.handed_on), _days(r, "feedback_hours", 72)
    if r.missing:
        gaps = np.logical_or.reduce(list(r.missing.values()))
        yield _listed("lacking", (r.verdicts.verdict == 1) & gaps, waited)
    contacted = _column(r, CONTACT_HEADERS)
    if contacted is not None and r.handed_on is not None:
        allowed = _days(r, "first_contact_hours", 24)
        waiting = masks["handed_over"] & ~masks["rejected"] & ~masks["accepted"] & np.asarray(r.found.dataset.values(contacted).is_null())
        yield _listed("contact", waiting & (waited > allowed), _over(waited, allowed))
    if "unanswered" in masks:
        yield _listed("overdue", r.overdue, _over(waited, answer))
        yield _listed("unanswered", masks["unanswered"], waited)
    if r.found.meanings.get("reason"):
        yield _listed("no_reason", r.codes == "R0", _over(waited, answer))
    tried = _column(r, ATTEMPT_HEADERS)
    if tried is not None:
        yield _listed("few_attempts", _unreached(r) & (_numbers(r, tried) < _agreed_attempts(r)), np.full(len(none), -1))
    due = _returning(r)
    yield _listed("returning", masks["rejected"] & (due >= 0), due)


def _listed(key: str, mask: np.ndarray, days: np.ndarray) -> WorkList:
    import numpy as np

    rows = np.flatnonzero(mask)
    rows = rows[np.argsort(-days[rows], kind="stable")]
    return WorkList(key, rows, days[rows])


def _since(r: Reckoning, days: np.ndarray | None) -> np.ndarray:
    """int64 days up to the as-of day; −1 where there is no day."""
    import numpy as np

    if days is None or r.as_of is None:
        return np.full(len(r.found.dataset), -1, np.int64)
    waited = (np.datetime64(r.as_of) - days).astype("timedelta64[D]").astype(np.int64)
    return np.where(np.isnat(days), -1, waited)


def _over(waited: np.ndarray, allowed: float) -> np.ndarray:
    """Days past a deadline, −1 before it."""
    import numpy as np

    return np.where(waited < 0, -1, np.maximum(waited - int(np.ceil(allowed)), -1))


def _days(r: Reckoning, field: str, usual: float) -> float:
    """A deadline of the contract in days."""
    return float(r.snapshot.value("handover", "handover", field) or usual) / HOURS


def _agreed_attempts(r: Reckoning) -> int:
    return int(r.snapshot.value("handover", "handover", "attempts") or 5)


def _column(r: Reckoning, headers: Sequence[str]) -> str | None:
    return next((c.name for c in r.found.dataset.columns if plain(c.name) in headers), None)


def _numbers(r: Reckoning, column: str) -> np.ndarray:
    """The numbers of a column; a blank counts as none at all, text as enough (it cannot be judged)."""
    import numpy as np

    held = r.found.dataset.values(column).to_pylist()
    return np.array([0.0 if v is None else float(v) if isinstance(v, (int, float)) else np.inf for v in held])


def _unreached(r: Reckoning) -> np.ndarray:
    import numpy as np

    return np.array([code is not None and main_code(code) == UNREACHED_REASON for code in r.codes.tolist()], bool)


def _returning(r: Reckoning) -> np.ndarray:
    """Days past the deadline of the reason for which a lead came back, −1 before it and where there is none.

    Lists do not say when sales answered; the deadline runs from the day on which the answer was due at the latest.
    """
    import numpy as np

    allowed = {code: value("reasons", record, "deadline_days") for code, record in r.records.items()}
    answer = _days(r, "feedback_hours", 72)
    ends = np.array([np.inf if code is None or not allowed.get(code) else float(allowed[code]) + answer for code in r.codes.tolist()])
    waited = _since(r, r.handed_on)
    return np.where((waited >= 0) & (waited > ends), waited - np.where(np.isinf(ends), 0, ends), -1).astype(np.int64)
