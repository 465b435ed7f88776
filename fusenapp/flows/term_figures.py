"""How many leads of a list are what a term says, by the test that it counts with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.errors import InputError
from fusenapp.flows.figures import dataset_record
from fusenapp.flows.outcomes import masks_of

if TYPE_CHECKING:
    from fusenapp.flows.figures import Figures


def count_of(figures: Figures, snapshot: Snapshot, dataset: str, counts: str) -> int | None:
    """Leads that meet a test (see `domain.term_count`); None where the list or the definitions do not say.

    Raises:
        InputError: ``unknown-dataset``.
    """
    record, rows = dataset_record(snapshot, dataset), figures.dataset(snapshot, dataset)
    meanings = value("datasets", record, "meanings") or {}
    how, _, name = counts.partition(":")
    if how == "rejected":
        mask = masks_of(rows, meanings).get("rejected")
        return None if mask is None else int(mask.sum())
    if how == "stage":
        from fusenapp.kpi import lead_facts

        reached = lead_facts(rows, meanings).reached.get(name)
        return None if reached is None else int(reached.sum())
    try:
        match = figures.verdicts(snapshot, dataset, name).counts()["match"]
    except InputError:
        return None
    return match if how == "rule" else len(rows) - match
