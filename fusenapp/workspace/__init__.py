"""The `.fusen` file: journal, working copy, publishing, recovery, blobs."""

from fusenapp.workspace.blobs import Blobs
from fusenapp.workspace.merging import MergeReport
from fusenapp.workspace.rows import Revision
from fusenapp.workspace.status import SaveStatus
from fusenapp.workspace.workspace import Workspace

__all__ = ["Blobs", "MergeReport", "Revision", "SaveStatus", "Workspace"]
