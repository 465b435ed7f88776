"""Definitions on datasets: verdicts, deciding clauses, sentence, SQL, Excel formulas, differences, back-test.

The door of the package. Each name is loaded when first asked for, so that words do not wait for numpy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fusenapp.qualify.backtesting import Backtest, Rate, backtest, filled, outcome_of, wilson
    from fusenapp.qualify.comparing import Comparison, compare, halves, mcnemar
    from fusenapp.qualify.dates import reference_date
    from fusenapp.qualify.deciders import Deciding, condition_at, deciding, deciding_all
    from fusenapp.qualify.differences import Difference, difference, same
    from fusenapp.qualify.evaluation import MATCH, NO_MATCH, UNKNOWN, Verdicts, count, evaluate
    from fusenapp.qualify.fields import resolve, similar
    from fusenapp.qualify.formulas import clause_formula, excel_formula, fits, group_formula, verdict_formula
    from fusenapp.qualify.knobs import Knob
    from fusenapp.qualify.leaking import Leak, leak_free, leaks, without_leaks
    from fusenapp.qualify.predicates import check_clause, operators_for, problems
    from fusenapp.qualify.score import Score
    from fusenapp.qualify.sentences import group_phrase, phrase, sentence
    from fusenapp.qualify.simulation import LeftOut, Seen, Simulated, Simulator, simulated
    from fusenapp.qualify.statements import select, sql

_HOME = {
    "backtesting": ("Backtest", "Rate", "backtest", "filled", "outcome_of", "wilson"),
    "comparing": ("Comparison", "compare", "halves", "mcnemar"),
    "dates": ("reference_date",),
    "deciders": ("Deciding", "condition_at", "deciding", "deciding_all"),
    "differences": ("Difference", "difference", "same"),
    "evaluation": ("MATCH", "NO_MATCH", "UNKNOWN", "Verdicts", "count", "evaluate"),
    "fields": ("resolve", "similar"),
    "formulas": ("clause_formula", "excel_formula", "fits", "group_formula", "verdict_formula"),
    "knobs": ("Knob",),
    "leaking": ("Leak", "leak_free", "leaks", "without_leaks"),
    "predicates": ("check_clause", "operators_for", "problems"),
    "score": ("Score",),
    "sentences": ("group_phrase", "phrase", "sentence"),
    "simulation": ("LeftOut", "Seen", "Simulated", "Simulator", "simulated"),
    "statements": ("select", "sql"),
}
_MODULE = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "MATCH", "NO_MATCH", "UNKNOWN", "Backtest", "Comparison", "Deciding", "Difference", "Knob", "Leak", "LeftOut", "Rate",
    "Score", "Seen", "Simulated", "Simulator", "Verdicts", "backtest", "check_clause", "clause_formula", "compare",
    "condition_at", "count", "deciding", "deciding_all", "difference", "evaluate", "excel_formula", "filled", "fits",
    "group_formula", "group_phrase", "halves", "leak_free", "leaks", "mcnemar", "operators_for", "outcome_of", "phrase",
    "problems", "reference_date", "resolve", "same", "select", "sentence", "similar", "simulated", "sql", "verdict_formula",
    "wilson", "without_leaks",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULE[name]}"), name)
