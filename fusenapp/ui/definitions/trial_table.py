"""What a trial changes: each figure as tried, as it is now, and the difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.widgets import Text

if TYPE_CHECKING:
    from fusenapp.domain.capacity import Capacity
    from fusenapp.qualify import Rate, Simulated

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GOOD_UP, _GOOD_DOWN = 1, -1


@dataclass(frozen=True)
class Figure:
    """One figure: its value (None: not known), how it is written, and which way is good (0: neither)."""

    value: float | None
    percent: bool = False
    good: int = 0
    reference: bool = False
    digits: int = 1

    def words(self) -> str:
        if self.value is None:
            return "—"
        return f"{self.value:.{self.digits}%}" if self.percent else f"{self.value:,.0f}"


def figures_of(told: Simulated, capacity: Capacity | None) -> dict[str, Figure]:
    """Every figure of the table by key."""
    from fusenapp.flows.simulating import months_named

    months = months_named(told.months)
    loads = [count / capacity.leads(month) for month, count in months.items()] if capacity else []
    return {
        "match": Figure(told.counts["match"]), "month": Figure(sum(months.values()) / len(months) if months else None),
        "unknown": Figure(told.counts["unknown"], good=_GOOD_DOWN), "acceptance": _rate(told.acceptance),
        "opportunity": _rate(told.opportunity), "won_missed": Figure(told.won_missed, good=_GOOD_DOWN),
        "load": Figure(max(loads, default=None), percent=True, digits=0)}


def _rate(rate: Rate | None) -> Figure:
    return Figure(None) if rate is None else Figure(rate.value, True, _GOOD_UP, rate.reference and rate.value is not None)


class TrialTable(QWidget):
    """Rows stay, only figures change, so that a drag costs no layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {
            "match": translate("Definitions", "Match"), "month": translate("Definitions", "Per month"),
            "unknown": translate("Definitions", "Unknown"), "acceptance": translate("Definitions", "Accepted"),
            "opportunity": translate("Definitions", "Opportunity"), "won_missed": translate("Definitions", "Wins missed"),
            "load": translate("Definitions", "Peak load")}
        self.cells: dict[str, tuple[Text, Text, Text]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        self.base = Text("", "caption")
        for column, head in enumerate((Text(translate("Definitions", "Tried"), "caption"), self.base,
                                       Text(translate("Definitions", "Difference"), "caption")), 1):
            grid.addWidget(head, 0, column, _RIGHT)
        for at, (key, name) in enumerate(self._names.items(), 1):
            self.cells[key] = Text("—", "strong"), Text("—", "secondary"), Text("", "secondary")
            grid.addWidget(Text(name, "caption"), at, 0)
            for column, cell in enumerate(self.cells[key], 1):
                grid.addWidget(cell, at, column, _RIGHT)
        grid.setColumnStretch(0, 1)
        self.note = Text("", "caption", wrap=True)
        grid.addWidget(self.note, len(self._names) + 1, 0, 1, 4)

    def show_figures(self, tried: Mapping[str, Figure], base: Mapping[str, Figure], base_name: str) -> None:
        """Other figures."""
        self.base.setText(base_name)
        for key, (now, was, change) in self.cells.items():
            now.setText(tried[key].words() + ("*" if tried[key].reference else ""))
            was.setText(base[key].words() + ("*" if base[key].reference else ""))
            words, role = _difference(tried[key], base[key])
            change.setText(words)
            change.set_role(role)
            now.setAccessibleName(f"{self._names[key]}: {now.text()}")
            was.setAccessibleName(f"{self._names[key]}, {base_name}: {was.text()}")
            change.setAccessibleName(f"{self._names[key]}: {words}")
        any_reference = any(f.reference for f in (*tried.values(), *base.values()))
        self.note.setText(translate("Definitions", "* reference value: fewer than 30 leads") if any_reference else "")
        self.note.setVisible(any_reference)


def _difference(tried: Figure, base: Figure) -> tuple[str, str]:
    if tried.value is None or base.value is None:
        return "—", "secondary"
    step = tried.value - base.value
    words = translate("Definitions", "{points} pt").format(points=f"{step * 100:+.{tried.digits}f}") if tried.percent else f"{step:+,.0f}"
    if round(step * 100 if tried.percent else step, tried.digits if tried.percent else 0) == 0:
        return "±0", "secondary"
    return words, "secondary" if not tried.good else "good" if (step > 0) == (tried.good > 0) else "bad"
