"""Scenarios side by side against the target and what is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi.figures import MISSING
from fusenapp.ui.kpi.trend import scale_for
from fusenapp.ui.widgets import LinkButton, Text, empty

if TYPE_CHECKING:
    from fusenapp.kpi import KpiResult


@dataclass(frozen=True)
class Case:
    """One column: a scenario's figures."""

    id: str
    name: str
    result: KpiResult


class ScenarioTable(QWidget):
    """Signals: ``chosen`` (scenario id)."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(9)
        self.texts: dict[tuple[str, str], str] = {}
        """(node, column: ``target``, ``base`` or a scenario's id) → the figure as shown."""

    def show_cases(self, base: KpiResult, cases: Sequence[Case], nodes: Sequence[str], period: str, current: str) -> None:
        """Other figures. ``nodes``: a row each; ``current``: the scenario that is being changed."""
        self._clear()
        heads: list[QWidget] = [Text("", "caption"), _right(Text(translate("Kpi", "Target"), "caption")),
                                _right(Text(translate("KpiIf", "As it is"), "caption"))]
        for case in cases:
            heads.append(_right(Text(case.name, "section")) if case.id == current
                         else LinkButton(case.name, on=lambda id=case.id: self.chosen.emit(id)))
        for at, head in enumerate(heads):
            self._grid.addWidget(head, 0, at, Qt.AlignmentFlag.AlignRight if at else Qt.AlignmentFlag(0))
        for line, node in enumerate(nodes, 1):
            self._line(line, node, base, cases, period, current)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(len(nodes) + 1, 1)

    def _clear(self) -> None:
        self.texts = {}
        empty(self._grid)

    def _line(self, line: int, id: str, base: KpiResult, cases: Sequence[Case], period: str, current: str) -> None:
        node = base.tree.nodes[id]
        target, now = base.value(id, period, "target"), base.value(id, period)
        values = [case.result.value(id, period) for case in cases]
        scale = scale_for([now, *values], node.unit)
        if node.unit not in ("%", "円"):
            scale = type(scale)(1, 0, scale.unit)
        name = Text(f"{node.name}\n{scale.unit}" if scale.unit else node.name, "secondary")
        self._grid.addWidget(name, line, 0)
        short = len(base.known(id, period, "target")) < len(base.months_of(period))
        aimed = Text(scale.text(target), "caption")
        if short and target is not None:
            months = len(base.known(id, period, "target"))
            aimed.setText(scale.text(target) + "\n" + translate("KpiIf", "for %n month(s)", n=months))
        self.texts[id, "target"], self.texts[id, "base"] = aimed.text(), scale.text(now)
        self._grid.addWidget(_right(aimed), line, 1)
        self._grid.addWidget(_right(Text(scale.text(now))), line, 2)
        for at, (case, value) in enumerate(zip(cases, values, strict=True), 3):
            told, tone = _told(value, now, scale.text(value), node.direction == "up")
            self.texts[id, case.id] = told
            self._grid.addWidget(_right(Text(told, tone if case.id == current else "secondary" if told == scale.text(now) else tone)), line, at)


def _told(value: float | None, now: float | None, text: str, up: bool) -> tuple[str, str]:
    """A figure with its distance from what is, and its tone."""
    if value is None or not now or text == MISSING:
        return text, ""
    ratio = value / now - 1
    if abs(ratio) < 0.0005:
        return text, ""
    return f"{text}\n{ratio:+.1%}".replace("-", "−"), "good" if (ratio > 0) == up else "bad"


def _right(label: Text) -> Text:
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
