"""A definition on a lead list, told as the command line and the tables of the window tell it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fusenapp.domain import definition
from fusenapp.export.whole import whole
from fusenapp.flows.figures import definitions
from fusenapp.flows.outcomes import outcomes
from fusenapp.flows.simulating import honest, leaks_of
from fusenapp.i18n import translate

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.qualify import Verdicts


def report(figures: Figures, snapshot: Snapshot, dataset: str, rule: str, *, outcome: str | None = None,
           among: str | None = None) -> dict[str, Any]:
    """Counts, clauses, sentence, SQL, what sales made of the leads, and (with ``outcome``) the back-test.

    Args:
        dataset: id or name of a lead list.
        rule: id of a definition.
        outcome: ``COLUMN=VALUE``, what came of the leads.
        among: column that must be filled for a lead to be looked at.
    """
    from fusenapp.qualify import sentence, sql

    verdicts, known = figures.verdicts(snapshot, dataset, rule), definitions(snapshot)
    columns = figures.dataset(snapshot, dataset).columns
    told = {
        "definition": rule, "leads": len(verdicts), **verdicts.counts(), "clauses": clauses(verdicts),
        "sentence": sentence(known[rule]), "sql": sql(known[rule], columns=columns, others=known),
        **outcomes(figures, snapshot, dataset, verdicts),
    }
    return told | ({"backtest": backtested(figures, snapshot, dataset, verdicts, outcome, among)} if outcome else {})


def clauses(verdicts: Verdicts) -> list[dict[str, Any]]:
    """Each clause with its words and its counts; muted ones have none."""
    from fusenapp.qualify import phrase

    found = [c for c in definition.conditions(verdicts.definition.root, muted=False) if c.id in verdicts.clauses]
    return [{"id": c.id, "sentence": phrase(c), **verdicts.counts(c.id)} for c in found]


def backtested(figures: Figures, snapshot: Snapshot, dataset: str, verdicts: Verdicts, outcome: str, among: str | None) -> dict[str, Any]:
    """The confusion matrix against ``COLUMN=VALUE``, with intervals.

    ``leaks`` names the clauses that are flagged as not known at hand-over, or look so; with flagged ones, ``without_leaks`` is the
    same test without them.
    """
    from fusenapp.qualify import backtest, filled, outcome_of

    rows = figures.dataset(snapshot, dataset)
    success, mask = outcome_of(rows, outcome), filled(rows, among) if among else None
    found = leaks_of(figures, snapshot, dataset, verdicts.definition)
    told = backtest(verdicts.verdict, success, mask).to_json() | {"leaks": [leak.to_json() for leak in found]}
    if any(leak.flagged for leak in found):
        free = honest(figures, snapshot, dataset, verdicts.definition).verdict()
        told["without_leaks"] = backtest(free, success, mask).to_json()
    return told


def write_csv(figures: Figures, snapshot: Snapshot, dataset: str, rule: str, path: Path) -> None:
    """One row per lead: its columns, the verdict, and the clauses that decided it. UTF-8 with BOM, for Excel.

    Raises:
        EnvironmentFault: ``cannot-write``.
    """
    from fusenapp.qualify import deciding_all

    rows, verdicts = figures.dataset(snapshot, dataset), figures.verdicts(snapshot, dataset, rule)
    told, decided = verdict_words(), deciding_all(verdicts)
    values = [rows.values(i).to_pylist() for i in range(len(rows.columns))]
    with whole(path) as draft, open(draft, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*map(_safe, rows.names), translate("Verdict", "Verdict"), translate("Verdict", "Deciding conditions")])
        for row, verdict in enumerate(verdicts.verdict):
            writer.writerow([*(_safe(v[row]) for v in values), told[int(verdict)], " ".join(decided[row])])


def verdict_words() -> dict[int, str]:
    """1, 0, −1 in words."""
    return {1: translate("Verdict", "Match"), 0: translate("Verdict", "No match"), -1: translate("Verdict", "Not enough information")}


def _safe(value: Any) -> Any:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return "" if value is None else value
