"""A frozen snapshot becomes an Excel workbook that a company would print and sign."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.export.source import ExportSource, Foretold, Tested

if TYPE_CHECKING:
    from collections.abc import Callable

    from fusenapp.kpi import KpiResult

__all__ = ["ExportSource", "Foretold", "Tested", "explainable", "write_journeys", "write_workbook"]


def explainable(result: KpiResult, id: str) -> bool:
    """Whether the workbook can tell of a KPI, as a waterfall, why it is off its target: it adds up, has parts and targets."""
    from fusenapp.export import kpi_waterfall

    return kpi_waterfall.explainable(result, id)


def write_workbook(path: Path, source: ExportSource, *, progress: Callable[[int, int], None] | None = None) -> None:
    """Write the agreement workbook to ``path``, which is replaced only once the new one is complete.

    Args:
        source: what to write (see `ExportSource`).
        progress: called with (sheets done, sheets in all); may raise to cancel.

    Raises:
        EnvironmentFault: ``cannot-write`` (folder read-only, disk full, file open in Excel).
    """
    from fusenapp.export.workbook import write

    write(path, source, progress)


def write_journeys(path: Path, source: ExportSource, *, progress: Callable[[int, int], object] | None = None) -> None:
    """Write the journeys among the items to a workbook of their own, a sheet each, which can be read back as proposals.

    Raises:
        EnvironmentFault: ``cannot-write``.
    """
    from fusenapp.export.workbook import write

    write(path, source, progress, journeys_alone=True)
