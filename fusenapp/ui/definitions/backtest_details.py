"""Below the rates: against another definition, and each condition dropped in turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.widgets import Text, hline

if TYPE_CHECKING:
    from fusenapp.qualify import Backtest, Comparison, LeftOut


class ComparisonText(QWidget):
    """Which leads change against another definition, and whether the one does better."""

    def __init__(self, comparison: Comparison, other: Backtest, moved: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        self.verdict = Text(verdict_words(comparison), "strong", wrap=True)
        self.lines = [Text(words, "secondary", wrap=True) for words in comparison_words(comparison, other)]
        self.moved = Text("\n".join(f"{'＋' if sign == '+' else '－'} {name}" for sign, name in moved), "caption", wrap=True)
        for part in (self.verdict, *self.lines, *([self.moved] if moved else [])):
            box.addWidget(part)


def verdict_words(comparison: Comparison) -> str:
    """Which of the two is right more often."""
    if comparison.better > 0:
        return translate("Definitions", "This definition is right more often than the other.")
    if comparison.better < 0:
        return translate("Definitions", "The other definition is right more often.")
    return translate("Definitions", "The leads do not tell which of the two is better.")


def comparison_words(comparison: Comparison, other: Backtest) -> list[str]:
    """What changes, the test, and the rates of the other one."""
    moved = translate("Definitions", "Only here: {gained} ({gained_yes} with success); only there: {lost} ({lost_yes} with success)").format(
        gained=f"{len(comparison.gained):,}", gained_yes=f"{comparison.gained_successes or 0:,}", lost=f"{len(comparison.lost):,}",
        lost_yes=f"{comparison.lost_successes or 0:,}")
    how = translate("Definitions", "exact") if comparison.exact else f"χ² = {comparison.statistic:.1f}"
    p = "p < 0.001" if comparison.p < 0.001 else f"p = {comparison.p:.3f}"
    test = translate("Definitions", "McNemar: only the other right {b}, only this one right {c}; {p} ({how})").format(
        b=f"{comparison.b:,}", c=f"{comparison.c:,}", p=p, how=how)
    rates = translate("Definitions", "There: precision {precision}, recall {recall}").format(
        precision=_percent(other.precision.value), recall=_percent(other.recall.value))
    return [moved, rates, test]


class LeftOutList(QWidget):
    """What each condition does: the figures without it."""

    def __init__(self, left_out: Sequence[LeftOut], phrases: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        self.told: dict[str, Text] = {}
        for at, left in enumerate(left_out):
            if at:
                box.addWidget(hline())
            self.told[left.id] = Text(left_out_words(left), "warn" if left.idle else "caption", wrap=True)
            box.addWidget(Text(phrases.get(left.id, left.id), wrap=True))
            box.addWidget(self.told[left.id])


def left_out_words(left: LeftOut) -> str:
    """The effect of dropping a condition."""
    if left.idle:
        return translate("Definitions", "Does no work: without it every verdict stays the same.")
    words = translate("Definitions", "Without it: match {match}, rightly {tp}, in vain {fp}").format(
        match=f"{left.match:+,}", tp=f"{left.tp or 0:+,}", fp=f"{left.fp or 0:+,}")
    if left.test is None:
        return words
    rates = translate("Definitions", "precision {precision}, recall {recall}").format(
        precision=_percent(left.test.precision.value), recall=_percent(left.test.recall.value))
    mark = translate("Definitions", "reference value, n = {n}").format(n=left.test.precision.n) if left.test.precision.reference else ""
    return "\n".join([words, rates + (f" ({mark})" if mark else "")])


def _percent(value: float | None) -> str:
    return "—" if value is None else f"{value:.1%}"
