"""From the workspace to a workbook: the agreed revisions, or everything as it is now."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.domain import agreement, definition
from fusenapp.domain.snapshot import value
from fusenapp.errors import InputError
from fusenapp.export import ExportSource, Tested, write_workbook
from fusenapp.flows.figures import as_of, datasets, try_verdicts
from fusenapp.i18n import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures

FORMATS = (".xlsx",)


def export(path: Path, snapshot: Snapshot, figures: Figures, *, agreed_only: bool = True, workspace: str = "",
           progress: Callable[[int, int], None] | None = None) -> ExportSource:
    """Write a workspace to Excel; returns what was written.

    Args:
        path: ``.xlsx``.
        snapshot: the workspace as it is now.
        agreed_only: write agreed revisions only; otherwise every item as it is now.
        workspace: its own id (`Workspace.uuid`), by which an edited copy is known when it comes back.

    Raises:
        InputError: ``unsupported-export``, ``nothing-agreed``.
        EnvironmentFault: ``cannot-write``.
    """
    if path.suffix.lower() not in FORMATS:
        raise InputError("unsupported-export", where=str(path), known=", ".join(FORMATS))
    source = replace(source_of(snapshot, figures, agreed_only=agreed_only), workspace=workspace)
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
    return ExportSource(shown, tuple(items), statuses, kpi, now, agreed_only, language(), tested, types=_types(figures, shown),
                        as_of=_reference_day(shown))


def _types(figures: Figures, shown: Snapshot) -> dict[str, str | None]:
    """Column that a definition reads → its type, in the first lead list that has it."""
    from fusenapp.qualify import resolve

    found: dict[str, str | None] = {}
    names = {name for d in definition.all_from_snapshot(shown).values() for name in definition.fields(d)}
    for record in datasets(shown, "leads"):
        columns = {c.name: c.type for c in figures.dataset(shown, record["id"]).columns}
        for name in names - set(found):
            try:
                found[name] = columns[resolve(name, list(columns))]
            except InputError:
                continue
    return found


def _reference_day(shown: Snapshot) -> str:
    """The day that the leads are of, as evaluation takes it: the workspace's, else that of the first lead list."""
    from fusenapp.qualify import reference_date

    told = as_of(shown) or next((value("datasets", r, "as_of") for r in datasets(shown, "leads") if value("datasets", r, "as_of")), "")
    day = reference_date(told or None)
    return day.isoformat() if day else ""


def _tested(figures: Figures, shown: Snapshot, rule: str) -> tuple[Tested, ...]:
    """The definition as it is written, run on every lead list that has the columns for it."""
    found = []
    for record in datasets(shown, "leads"):
        verdicts, _ = try_verdicts(figures, shown, record["id"], rule)
        if verdicts is not None and verdicts.clauses:
            counts = verdicts.counts()
            found.append(Tested(value("datasets", record, "name"), len(verdicts), counts["match"], counts["unknown"]))
    return tuple(found)
