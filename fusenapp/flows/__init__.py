"""Ways through the house that the window and the command line share. Each name is loaded when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.lazy import door

if TYPE_CHECKING:
    from fusenapp.flows.figures import Figures, as_of, dataset_record, datasets, definitions, try_verdicts
    from fusenapp.flows.importing import ImportReport, Prepared, choose, commit, prepare

__all__ = [
    "Figures", "ImportReport", "Prepared", "as_of", "choose", "commit", "dataset_record", "datasets", "definitions", "prepare",
    "try_verdicts",
]
__getattr__ = door(__name__, {
    "figures": ("Figures", "as_of", "dataset_record", "datasets", "definitions", "try_verdicts"),
    "importing": ("ImportReport", "Prepared", "choose", "commit", "prepare"),
})
