"""What a running quarter, half or year comes to at the pace of its business days so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.i18n import translate
from fusenapp.kpi.targets import state_of
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.figures import percent, spoken
from fusenapp.ui.widgets import Badge, InspectorSection, Text, row

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By
    from fusenapp.kpi import KpiResult
    from fusenapp.kpi.pace import Pace


class PaceSection(InspectorSection):
    """Not seen where there is no pace. Business days are counted on a worker, since the holidays are loaded for it."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(translate("KpiPace", "Pace"))
        self._context = context
        self._asked: tuple[object, ...] = ()
        self.landing, self.state, self.told = Text("", "strong"), Badge("on_target"), Text("", "caption", wrap=True)
        self.body.addLayout(row(self.landing, None, self.state))
        self.body.addWidget(self.told)
        self.hide()

    def show_period(self, result: KpiResult, node: str, period: str, by: By) -> None:
        """Another KPI, period or other figures; a month has no pace, its days are not known one by one."""
        self._asked = asked = (result, node, period, by)
        if by in ("month", "ytd") or not period:
            self.hide()
            return
        snapshot = self._context.snapshot()

        def work(progress: object) -> tuple[tuple[object, ...], Pace | None]:
            from fusenapp.flows.reckoning import business_days
            from fusenapp.kpi.pace import pace

            return asked, pace(result, node, period, business_days(snapshot), by)

        self._context.run("", work, lambda found: self._show(*found), owner=self)

    def _show(self, asked: tuple[object, ...], found: Pace | None) -> None:
        if asked is not self._asked:
            return
        self.setVisible(found is not None)
        if found is None:
            return
        result, node = self._asked[0], self._asked[1]
        of = result.tree.nodes[node]  # type: ignore[attr-defined]
        whole = 0 if of.unit == "件" else None
        self.landing.setText(translate("KpiPace", "{figure} at this pace").format(figure=spoken(round(found.landing, whole), of.unit)))
        self.state.setVisible(found.achievement is not None)
        if found.achievement is not None:
            self.state.set(state_of(found.achievement, of.direction == "down"), percent(found.achievement))
        self.told.setText(self._words(found, of.unit))

    @staticmethod
    def _words(found: Pace, unit: str) -> str:
        days = translate("KpiPace", "{actual} in {days} of {of} business days.").format(
            actual=spoken(found.actual, unit), days=found.days, of=found.of)
        if found.target is None or found.due is None:
            return days + " " + translate("KpiPace", "Not every month has a target.")
        return days + " " + translate("KpiPace", "Target {target}, of which {due} due by now.").format(
            target=spoken(found.target, unit), due=spoken(round(found.due), unit))
