"""Ways through the house that the window and the command line share."""

from fusenapp.flows.figures import Figures, as_of, dataset_record, datasets, definitions, try_verdicts
from fusenapp.flows.importing import ImportReport, Prepared, choose, commit, prepare

__all__ = [
    "Figures", "ImportReport", "Prepared", "as_of", "choose", "commit", "dataset_record", "datasets", "definitions", "prepare",
    "try_verdicts",
]
