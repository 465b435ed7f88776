"""From the workspace to a workbook: the agreed revisions, or everything as it is now."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.domain import agreement
from fusenapp.domain.snapshot import value
from fusenapp.errors import InputError
from fusenapp.export import ExportSource, Tested, write_workbook
from fusenapp.flows.figures import datasets, try_verdicts
from fusenapp.i18n import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures

FORMATS = (".xlsx",)


def export(path: Path, snapshot: Snapshot, figures: Figures, *, agreed_only: bool = True,
           progress: Callable[[int, int], None] | None = None) -> ExportSource:
    """Write a workspace to Excel; returns what was written.

    Args:
        path: ``.xlsx``.
        snapshot: the workspace as it is now.
        agreed_only: write agreed revisions only; otherwise every item as it is now.

    Raises:
        InputError: ``unsupported-export``, ``nothing-agreed``.
        EnvironmentFault: ``cannot-write``.
    """
    if path.suffix.lower() not in FORMATS:
        raise InputError("unsupported-export", where=str(path), known=", ".join(FORMATS))
    source = source_of(snapshot, figures, agreed_only=agreed_only)
    write_workbook(path, source, progress=progress)
    return source


def source_of(snapshot: Snapshot, figures: Figures, *, agreed_only: bool = True) -> ExportSource:
    """Everything that an export writes, gathered and reckoned.

    Raises:
        InputError: ``nothing-agreed`` if only agreed items are wanted and there are none.
    """
    shown, items = agreement.agreed_snapshot(snapshot) if agreed_only else (snapshot, agreement.items(snapshot))
    if not items:
        raise InputError("nothing-agreed" if agreed_only else "empty-workspace")
    statuses = tuple(agreement.overview(snapshot))
    # Without an agreed tree there is no KPI sheet; its figures are always of the data as it is now.
    kpi = figures.kpi(shown) if agreement.KPI_TREE in items else None
    now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    tested = {id: _tested(figures, shown, id) for kind, id in items if kind == "definitions"}
    return ExportSource(shown, tuple(items), statuses, kpi, now, agreed_only, language(), tested)


def _tested(figures: Figures, shown: Snapshot, rule: str) -> tuple[Tested, ...]:
    """The definition as it is written, run on every lead list that has the columns for it."""
    found = []
    for record in datasets(shown, "leads"):
        verdicts, _ = try_verdicts(figures, shown, record["id"], rule)
        if verdicts is not None and verdicts.clauses:
            counts = verdicts.counts()
            found.append(Tested(value("datasets", record, "name"), len(verdicts), counts["match"], counts["unknown"]))
    return tuple(found)
