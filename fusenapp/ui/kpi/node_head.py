"""What the inspector says of a KPI first: its figure, target and state, and whether the figure is signal or noise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.i18n import translate
from fusenapp.ui.kpi.figures import NodeFigures, percent, scaled, spoken
from fusenapp.ui.widgets import Badge, IconLabel, InspectorSection, Text, row

if TYPE_CHECKING:
    from fusenapp.kpi import KpiResult


class NodeHead(InspectorSection):
    """Kept while its figures change."""

    def __init__(self) -> None:
        super().__init__(first=True)
        self._figure, self._unit, self._state = Text("", "hero"), Text("", "secondary"), Badge("on_target")
        self._target, self._usual = Text("", "caption"), Text("", "caption", wrap=True)
        self._partial = IconLabel("alert-circle", translate("Kpi", "Some months of this period have no figure."), token="warn")
        self.body.addLayout(row(self._figure, self._unit, None))
        self.body.addLayout(row(self._target, None, self._state))
        for part in (self._usual, self._partial):
            self.body.addWidget(part)

    def show_figures(self, result: KpiResult, figures: NodeFigures) -> None:
        """Other figures of the same KPI."""
        figure, unit = scaled(figures.value, figures.unit)
        self._figure.setText(figure)
        self._unit.setText(unit)
        self._state.setVisible(bool(figures.state))
        if figures.state:
            self._state.set(figures.state, percent(figures.achievement))
        target, scale = scaled(figures.target, figures.unit)
        self._target.setText(translate("Kpi", "Target {figure}").format(figure=f"{target} {scale}".strip()))
        self._usual.setVisible(figures.value is not None)
        if figures.value is not None:
            words, role = usual(result, figures)
            self._usual.setText(words)
            if self._usual.property("role") != role:
                self._usual.set_role(role)
        self._partial.setVisible(figures.partial)


def usual(result: KpiResult, figures: NodeFigures) -> tuple[str, str]:
    """(words, role): signal or noise; with too little data that is said."""
    from fusenapp.kpi.signals import LEAST, signal

    found, unit = signal(result, figures.id), figures.unit
    if found.mean is None or found.low is None or found.high is None:
        words = translate("Kpi", "Signal or noise: too little data ({points} of {least} months)")
        return words.format(points=found.points, least=LEAST), "caption"
    between = f"{spoken(found.low, unit)} 〜 {spoken(found.high, unit)}"
    if found.verdict == "outside":
        words = translate("Kpi", "A signal: outside the usual range {range}")
    elif found.verdict == "run":
        words = translate("Kpi", "A signal: eight months on one side of the mean; usual range {range}")
    else:
        words = translate("Kpi", "Within the usual range {range}")
    return words.format(range=between), "caption" if found.verdict == "noise" else "warn"
