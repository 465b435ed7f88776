"""Which number of the hot-lead definition brings the load into the capacity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi import capacity_words as words
from fusenapp.ui.widgets import FlatButton, PushButton, Text, column, empty, row

if TYPE_CHECKING:
    from fusenapp.flows.capacity_threshold import Fit, Position

_BESIDE = 1
"""Positions shown on each side of what fits."""


@dataclass(frozen=True)
class NamedFit:
    """A fit and the words of its condition."""

    fit: Fit
    name: str


class ThresholdCard(QWidget):
    """Signals: ``taken`` (`Fit`), ``asked`` (to try it in the simulator)."""

    taken = Signal(object)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fits: Sequence[NamedFit] = ()
        self.which = QComboBox()
        self.which.setAccessibleName(translate("Capacity", "Number to turn"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.activated.connect(lambda _: self._show())
        self.said = Text("", wrap=True)
        counted = translate("Capacity", "The load here is the leads that match, by month of registration, as in the simulator.")
        self.note = Text(counted, "caption", wrap=True)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(5)
        self.take = PushButton(translate("Capacity", "Put into the definition"), on=self._take, small=True)
        self.look = FlatButton(translate("Capacity", "Open the simulator"), on=self.asked.emit)
        self.texts: dict[tuple[float, str], str] = {}
        """(number, column) → what is shown."""
        self.setLayout(column(self.which, self.said, self.grid, self.note, row(self.take, self.look, None), gap=8))
        self.show_fits((), "")

    def show_fits(self, fits: Sequence[NamedFit], problem: str) -> None:
        """Other fits; ``problem`` says why there are none."""
        chosen = self.which.currentText()
        self._fits = fits
        self.which.clear()
        self.which.addItems([each.name for each in fits])
        self.which.setCurrentIndex(max(self.which.findText(chosen), 0) if fits else -1)
        self.which.setVisible(len(fits) > 1)
        self.note.setVisible(bool(fits))
        self.look.setVisible(bool(fits))
        if not fits:
            self._clear()
            self.said.setText(problem)
            self.take.hide()
            return
        self._show()

    @property
    def current(self) -> NamedFit | None:
        """The number that is looked at."""
        at = self.which.currentIndex()
        return self._fits[at] if 0 <= at < len(self._fits) else None

    def _take(self) -> None:
        if self.current is not None:
            self.taken.emit(self.current.fit)

    def _show(self) -> None:
        named = self.current
        if named is None:
            return
        self.said.setText(fit_words(named))
        self.take.setVisible(named.fit.changes)
        self._clear()
        heads = [translate("Capacity", "Value"), "", translate("Capacity", "Leads"), translate("Capacity", "Months"),
                 translate("Capacity", "Fullest"), translate("Capacity", "Accepted"), translate("Capacity", "Missed")]
        hints = ["", "", translate("Capacity", "Matching leads of all months"), translate("Capacity", "Months above capacity"),
                 translate("Capacity", "Load of the fullest month"), translate("Capacity", "Accepted among the answered ones"),
                 translate("Capacity", "Won leads that do not match")]
        for at, (head, hint) in enumerate(zip(heads, hints, strict=True)):
            label = Text(head, "caption")
            label.setToolTip(hint)
            self._cell(0, at, label)
        for line, each in enumerate(shown(named.fit), 1):
            self._line(line, each, named.fit)
        self.grid.setColumnStretch(1, 1)

    def _line(self, line: int, each: Position, fit: Fit) -> None:
        mark = translate("Capacity", "now") if each.number == fit.now.number else ""
        mark = translate("Capacity", "proposed") if each.number == fit.best.number and fit.changes else mark
        cells = [words.plain(each.number), mark, f"{each.leads:,}", str(len(each.over)), words.percent(each.use),
                 words.percent(each.acceptance.value if each.acceptance else None),
                 words.MISSING if each.won_missed is None else f"{each.won_missed:,}"]
        for at, (key, text) in enumerate(zip(("value", "mark", "leads", "over", "use", "accepted", "missed"), cells, strict=True)):
            self.texts[each.number, key] = text
            role = "caption" if key == "mark" else "bad" if key in ("over", "use") and each.over else ""
            self._cell(line, at, Text(text, "strong" if not role and each.number == fit.best.number else role))

    def _cell(self, line: int, at: int, label: Text) -> None:
        label.setAlignment((Qt.AlignmentFlag.AlignRight if at > 1 else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter)
        self.grid.addWidget(label, line, at)

    def _clear(self) -> None:
        self.texts = {}
        empty(self.grid)


def shown(fit: Fit) -> list[Position]:
    """What is saved, what fits, and what lies beside it."""
    at = next(i for i, each in enumerate(fit.positions) if each.number == fit.best.number)
    near = fit.positions[max(at - _BESIDE, 0): at + _BESIDE + 1]
    return sorted({each.number: each for each in (fit.now, *near)}.values(), key=lambda each: each.number)


def fit_words(named: NamedFit) -> str:
    """What fits, in a sentence."""
    fit = named.fit
    value, use = words.plain(fit.best.number), words.percent(fit.best.use)
    if not fit.fits:
        said = translate("Capacity", "“{name}” alone does not bring the load into the capacity; {value} comes closest (%n month(s) over).",
                         n=len(fit.best.over))
        return said.format(name=named.name, value=value)
    if not fit.changes:
        return translate("Capacity", "“{name}” fits as it is: {use} of the capacity in the fullest month.").format(name=named.name, use=use)
    if fit.now.over:
        return translate("Capacity", "“{name}” would have to be {value}: then no month is over, the fullest has {use}.").format(
            name=named.name, value=value, use=use)
    return translate("Capacity", "“{name}” fits as it is, and still with {value}: {more} more leads, the fullest month then has {use}.").format(
        name=named.name, value=value, more=f"{fit.best.leads - fit.now.leads:,}", use=use)
