"""What sales made of a lead list: handed over, accepted, rejected and why, won; as a whole and by inflow route.

Says only what the list has columns for (see `domain.lead.MEANINGS`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from fusenapp.domain.lead import PENDING_WORDS, word
from fusenapp.domain.snapshot import value
from fusenapp.flows.figures import dataset_record

if TYPE_CHECKING:
    import numpy as np

    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.qualify import Verdicts
    from fusenapp.tables import Dataset


def outcomes(figures: Figures, snapshot: Snapshot, dataset: str, verdicts: Verdicts) -> dict[str, Any]:
    """Counts of leads, as the command line prints them; a key is absent where the list has no column for it.

    Returns:
        ``{"handed_over", "accepted", "rejected", "unanswered", "rejection_reasons": {reason: count}, "rejected_without_reason",
        "won", "won_amount", "by_route": [{"route", "leads", "match", "no_match", "unknown", "share", "handed_over", "accepted",
        "won"}]}``; ``share`` is match ÷ leads, a lead without a route stands under ``""``.
    """
    record = dataset_record(snapshot, dataset)
    return Outcomes(figures.dataset(snapshot, dataset), value("datasets", record, "meanings") or {}, verdicts).to_json()


def masks_of(dataset: Dataset, meanings: Mapping[str, Any]) -> Mapping[str, np.ndarray]:
    """bool per lead: ``handed_over``, ``accepted``, ``rejected``, ``unanswered``, ``won``, as far as the list has columns for them."""
    return Outcomes(dataset, meanings, None).masks


@dataclass(frozen=True)
class Outcomes:
    """The leads of one list as masks: what came of each; see `outcomes`."""

    dataset: Dataset
    meanings: Mapping[str, Any]
    verdicts: Verdicts | None

    def to_json(self) -> dict[str, Any]:
        """The counts, as `outcomes` gives them."""
        told: dict[str, Any] = {name: _count(mask) for name, mask in self.masks.items()}
        if "won" in told and (amount := self._amount()) is not None:
            told["won_amount"] = amount
        if "rejected" in told and self._has("reason"):
            told |= self._reasons()
        return told | ({"by_route": self._by_route(self.verdicts)} if self._has("route") and self.verdicts else {})

    @cached_property
    def masks(self) -> dict[str, np.ndarray]:
        """bool per lead; leads that were never handed over are neither accepted nor rejected."""
        handed, accepted, won = (self.facts.reached.get(stage) for stage in ("mql", "sal", "won"))
        found = {"handed_over": handed, "won": won}
        if accepted is not None:
            base = accepted if handed is None else handed
            answered = self._answered() | accepted
            found |= {"accepted": base & accepted, "rejected": answered & ~accepted & (answered if handed is None else handed)}
            if handed is not None:
                found["unanswered"] = handed & ~answered
        order = ("handed_over", "accepted", "rejected", "unanswered", "won")
        return {name: mask for name in order if (mask := found.get(name)) is not None}

    @cached_property
    def facts(self) -> Any:
        """The list as the KPI tree counts it (`kpi.LeadFacts`)."""
        from fusenapp.kpi import lead_facts

        return lead_facts(self.dataset, self.meanings)

    def _has(self, meaning: str) -> bool:
        column = self.meanings.get(meaning)
        return isinstance(column, str) and self.dataset.find(column) is not None

    def _texts(self, meaning: str) -> list[Any]:
        return self.dataset.values(self.meanings[meaning]).to_pylist()

    def _answered(self) -> np.ndarray:
        """Sales has said something: a reason, or an answer that is not “still looking at it”."""
        import numpy as np

        found = np.zeros(len(self.dataset), bool)
        for meaning in ("accepted", "reason"):
            if self._has(meaning):
                found |= np.array([_says_something(answer) for answer in self._texts(meaning)], bool)
        return found

    def _reasons(self) -> dict[str, Any]:
        rejected = self.masks["rejected"].tolist()
        given = [reason for reason, mine in zip(self._texts("reason"), rejected, strict=True) if mine]
        counts = Counter(str(reason) for reason in given if reason is not None)
        return {"rejection_reasons": dict(counts.most_common()), "rejected_without_reason": len(given) - counts.total()}

    def _amount(self) -> float | int | None:
        import numpy as np

        amounts = self.facts.amounts.get("won_amount")
        if amounts is None:
            return None
        total = float(np.nansum(amounts[self.masks["won"]]))
        return int(total) if total.is_integer() else total

    def _by_route(self, verdicts: Verdicts) -> list[dict[str, Any]]:
        import numpy as np

        routes = np.array([str(v) if v is not None else "" for v in self._texts("route")], object)
        verdict = verdicts.verdict
        told = []
        for route, leads in Counter(routes.tolist()).most_common():
            mine = routes == route
            match, no, unknown = (_count(mine & (verdict == v)) for v in (1, 0, -1))
            after = {name: _count(mine & self.masks[name]) for name in ("handed_over", "accepted", "won") if name in self.masks}
            told.append({"route": route, "leads": leads, "match": match, "no_match": no, "unknown": unknown, "share": match / leads, **after})
        return told


def _says_something(answer: Any) -> bool:
    return answer is not None and not (isinstance(answer, str) and word(answer) in PENDING_WORDS)


def _count(mask: np.ndarray) -> int:
    return int(mask.sum())
