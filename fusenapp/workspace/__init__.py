"""The `.fusen` file: journal, working copy, publishing, recovery, blobs."""

from fusenapp.workspace.blobs import Blobs
from fusenapp.workspace.checking import CheckReport, Problem, Recoverable, check
from fusenapp.workspace.copies import merge_files
from fusenapp.workspace.merging import MergeReport
from fusenapp.workspace.repairing import RepairReport, repair
from fusenapp.workspace.rows import Revision
from fusenapp.workspace.status import SaveStatus
from fusenapp.workspace.workspace import Workspace

__all__ = [
    "Blobs", "CheckReport", "MergeReport", "Problem", "Recoverable", "RepairReport", "Revision", "SaveStatus", "Workspace",
    "check", "merge_files", "repair",
]
