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
from fusenapp.ui.widgets import LinkButton, Text, column, empty

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
        self._grid.addWidget(_lines((node.name, scale.unit), ("secondary", "caption")), line, 0)
        short = len(base.known(id, period, "target")) < len(base.months_of(period))
        aimed = [scale.text(target)]
        if short and target is not None:
            aimed.append(translate("KpiIf", "for %n month(s)", n=len(base.known(id, period, "target"))))
        self.texts[id, "target"], self.texts[id, "base"] = "\n".join(aimed), scale.text(now)
        self._grid.addWidget(_lines(aimed, ("caption", "caption"), right=True), line, 1)
        self._grid.addWidget(_right(Text(scale.text(now))), line, 2)
        for at, (case, value) in enumerate(zip(cases, values, strict=True), 3):
            told, tone = _told(value, now, scale.text(value), node.direction == "up")
            self.texts[id, case.id] = told
            tone = tone if case.id == current or told != scale.text(now) else "secondary"
            self._grid.addWidget(_lines(told.split("\n"), (tone, tone), right=True), line, at)


def _lines(texts: Sequence[str], roles: tuple[str, str], *, right: bool = False) -> QWidget:
    """One or two short lines as labels of their own: in one label they would stand too close."""
    held = QWidget()
    labels = [Text(text, role) for text, role in zip(texts, roles, strict=False) if text]
    held.setLayout(column(*(_right(label) if right else label for label in labels), gap=0))
    return held


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
