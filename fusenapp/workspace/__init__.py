"""The `.fusen` file: journal, working copy, publishing, recovery, blobs."""

from typing import TYPE_CHECKING, Any

from fusenapp.workspace.blobs import Blobs
from fusenapp.workspace.merging import MergeReport
from fusenapp.workspace.rows import Revision
from fusenapp.workspace.status import SaveStatus
from fusenapp.workspace.workspace import Workspace

if TYPE_CHECKING:
    from fusenapp.workspace.checking import CheckReport, Problem, Recoverable, check
    from fusenapp.workspace.copies import merge_files
    from fusenapp.workspace.repairing import RepairReport, repair

__all__ = [
    "Blobs", "CheckReport", "MergeReport", "Problem", "Recoverable", "RepairReport", "Revision", "SaveStatus", "Workspace",
    "check", "merge_files", "repair",
]

_LATER = {
    "CheckReport": "checking", "Problem": "checking", "Recoverable": "checking", "check": "checking", "merge_files": "copies",
    "RepairReport": "repairing", "repair": "repairing",
}
"""What only support and the command line need is loaded when first named, so that the window starts sooner."""


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
