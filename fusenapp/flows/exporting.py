"""From the workspace to a workbook: the agreed revisions, or everything as it is now."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.domain import agreement, definition
from fusenapp.domain.snapshot import value
from fusenapp.domain.workshop import for_everybody
from fusenapp.errors import InputError
from fusenapp.export import ExportSource, Foretold, Tested, explainable, write_workbook
from fusenapp.flows.capacity import reckon
from fusenapp.flows.figures import as_of, datasets, try_verdicts
from fusenapp.i18n import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import KpiResult
    from fusenapp.qualify import Verdicts

FORMATS = (".xlsx",)


def export(path: Path, snapshot: Snapshot, figures: Figures, *, agreed_only: bool = True, workspace: str = "", outcome: str = "",
           explain: str = "", progress: Callable[[int, int], None] | None = None) -> ExportSource:
    """Write a workspace to Excel; returns what was written.

    Args:
        path: ``.xlsx``.
        snapshot: the workspace as it is now.
        agreed_only: write agreed revisions only; otherwise every item as it is now.
        workspace: its own id (`Workspace.uuid`), by which an edited copy is known when it comes back.
        outcome: ``COLUMN=VALUE``; the definitions are also tested against it.
        explain: id or name of the KPI whose shortfall the waterfall explains; empty = the topmost one.

    Raises:
        InputError: ``unsupported-export``, ``nothing-agreed``, ``unknown-node``, ``no-waterfall``; with ``outcome`` those of
            `qualify.outcome_of` if no lead list has it.
        EnvironmentFault: ``cannot-write``.
    """
    if path.suffix.lower() not in FORMATS:
        raise InputError("unsupported-export", where=str(path), known=", ".join(FORMATS))
    source = replace(source_of(for_everybody(snapshot), figures, agreed_only=agreed_only, outcome=outcome), workspace=workspace)
    if explain and source.kpi is not None:
        source = replace(source, explain=to_explain(source.kpi, explain))
    write_workbook(path, source, progress=progress)
    return source


def to_explain(result: KpiResult, wanted: str) -> str:
    """The id of the KPI that the waterfall is to explain.

    Raises:
        InputError: ``unknown-node``; ``no-waterfall`` if it is a rate, is made of nothing or has no targets.
    """
    known = result.tree.named(wanted)
    if not known:
        raise InputError("unknown-node", where=wanted, known=", ".join(n.name for n in result.tree))
    if not explainable(result, known[0]):
        raise InputError("no-waterfall", where=wanted, name=result.tree.nodes[known[0]].name)
    return known[0]


def source_of(snapshot: Snapshot, figures: Figures, *, agreed_only: bool = True, outcome: str = "") -> ExportSource:
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
    if outcome:
        _check_outcome(figures, shown, outcome)
    tested = {id: _tested(figures, shown, id, outcome) for kind, id in items if kind == "definitions"}
    load = reckon(figures, shown) if kpi is not None else None
    return ExportSource(shown, tuple(items), statuses, kpi, now, agreed_only, language(), tested, types=_types(figures, shown),
                        as_of=_reference_day(shown), capacity=load.capacity if load else None, load=load.table if load else None)


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


def _check_outcome(figures: Figures, shown: Snapshot, outcome: str) -> None:
    """Raises what is wrong with an outcome that no lead list knows."""
    from fusenapp.qualify import outcome_of

    wrong: InputError | None = None
    for record in datasets(shown, "leads"):
        try:
            outcome_of(figures.dataset(shown, record["id"]), outcome)
        except InputError as error:
            wrong = error
        else:
            return
    raise wrong or InputError("bad-outcome", where=outcome)


def _foretold(figures: Figures, shown: Snapshot, dataset: str, verdicts: Verdicts, outcome: str) -> Foretold | None:
    """Verdicts against an outcome; None if the list does not know it."""
    from fusenapp.flows.simulating import leaks_of
    from fusenapp.qualify import backtest, outcome_of

    try:
        success = outcome_of(figures.dataset(shown, dataset), outcome)
    except InputError:
        return None
    flagged = [leak.field for leak in leaks_of(figures, shown, dataset, verdicts.definition) if leak.flagged]
    return Foretold(outcome, backtest(verdicts.verdict, success), tuple(dict.fromkeys(flagged)))


def _tested(figures: Figures, shown: Snapshot, rule: str, outcome: str) -> tuple[Tested, ...]:
    """The definition as it is written, run on every lead list that has the columns for it."""
    found = []
    for record in datasets(shown, "leads"):
        verdicts, _ = try_verdicts(figures, shown, record["id"], rule)
        if verdicts is not None and verdicts.clauses:
            counts = verdicts.counts()
            foretold = _foretold(figures, shown, record["id"], verdicts, outcome) if outcome else None
            found.append(Tested(value("datasets", record, "name"), len(verdicts), counts["match"], counts["unknown"], foretold))
    return tuple(found)
