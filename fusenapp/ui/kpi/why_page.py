"""なぜ動いたか: a change as a waterfall with its reasons beside it, and the proof that they add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QStackedWidget, QWidget

from fusenapp.errors import FusenError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi import comparing
from fusenapp.ui.kpi.table_model import period_words
from fusenapp.ui.kpi.trend import Scale
from fusenapp.ui.kpi.waterfall import Waterfall
from fusenapp.ui.kpi.why_output import WhyOutput
from fusenapp.ui.kpi.why_words import Step, proof, scale_of, shown_steps, signed, whole_signed
from fusenapp.ui.theme import font
from fusenapp.ui.widgets import SegmentedControl, Text, column, empty, row, scroll, vline

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By
    from fusenapp.domain.kpi import KpiNode
    from fusenapp.flows.waterfalls import Told
    from fusenapp.kpi import Explanation, KpiResult

_COLUMNS, _EDGE = 12, 8
"""Between the columns of the list, and beside its scroll bar."""


@dataclass(frozen=True)
class Asked:
    """A question: which figure, between which points, told how."""

    node: str
    sides: comparing.Sides
    by_quality: bool | None
    method: str


class WhyPage(QWidget):
    """The choices live in the session; the split is reckoned on a worker.

    Signals:
        driver_chosen: the node of a bar.
        told: the change as a caption for the header, e.g. 「11月・百万円」.
    """

    driver_chosen = Signal(str)
    told = Signal(str)

    def __init__(self, context: UiContext, session: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session.setdefault("why", {})
        self._result: KpiResult | None = None
        self._where: tuple[str, str, By] = ("", "", "month")
        self._asked: Asked | None = None
        self._task: Task | None = None
        self._found: Explanation | None = None
        self._steps: list[Step] = []
        self._narrow = False
        self.way = self._box(translate("KpiWhy", "Compared with"), comparing.ways())
        self.first, self.last = (self._box(name, []) for name in (translate("KpiWhy", "From"), translate("KpiWhy", "To")))
        kinds = [("kind", translate("KpiWhy", "By reason")), ("driver", translate("KpiWhy", "By KPI"))]
        self.apart = SegmentedControl(kinds, self._session.get("apart", "kind"), name=translate("KpiWhy", "Bars"))
        self.apart.changed.connect(lambda key: self._choose(apart=key))
        self.quality = QCheckBox(translate("KpiWhy", "Quality leads apart"))
        self.quality.setChecked(self._session.get("quality", True))
        self.quality.toggled.connect(lambda on: self._choose(quality=on))
        self.method = self._box(translate("KpiWhy", "Method"), [("shapley", translate("KpiWhy", "Free of order (Shapley)")),
                                                               ("lmdi", translate("KpiWhy", "Logarithmic mean (LMDI)"))])
        self.method.setCurrentIndex(max(self.method.findData(self._session.get("method", "shapley")), 0))
        self.chart = Waterfall()
        self.chart.chosen.connect(self._step_chosen)
        self.grid = QGridLayout()
        self.check = Text("", "good", wrap=True)
        self.problem = Text("", "secondary", wrap=True)
        self._lay_out()

    def _box(self, name: str, options: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for key, words in options:
            box.addItem(words, key)
        box.activated.connect(self._boxes_changed)
        return box

    def _lay_out(self) -> None:
        self.output = WhyOutput(self._context, self._told)
        controls = row(self.way, self.first, self.last, self.apart, self.quality, self.method, None, self.output, gap=8)
        self.first.setMinimumWidth(92)
        self.last.setMinimumWidth(92)
        self.grid.setHorizontalSpacing(_COLUMNS)
        self.grid.setVerticalSpacing(2)
        self.grid.setColumnStretch(2, 1)
        listed = self._listed = QWidget()
        listed.installEventFilter(self)
        listed.setLayout(column(self._gridded(), None, gap=0, margins=(0, 0, _EDGE, 0)))
        line = row(gap=14)
        line.addWidget(self.chart, 6)
        line.addWidget(vline())
        line.addWidget(scroll(listed), 5)
        drawn = QWidget()
        inside = column(gap=4)
        inside.addLayout(line, 1)
        inside.addWidget(self.check)
        drawn.setLayout(inside)
        refused = QWidget()
        refused.setLayout(column(self.problem, None, margins=(0, 12, 0, 0)))
        self._pages = QStackedWidget()
        self._pages.addWidget(drawn)
        self._pages.addWidget(refused)
        self.setLayout(column(controls, self._pages, gap=6))

    def _gridded(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(self.grid)
        self.grid.setContentsMargins(0, 0, 0, 0)
        return holder

    # what is asked

    def show_node(self, result: KpiResult, node: str, period: str, by: By) -> None:
        """Another node, period or other figures."""
        fresh = result is not self._result or (node, period, by) != self._where
        self._result, self._where = result, (node, period, by)
        if fresh:
            self._asked = None
            self.told.emit("")  # what was said is about something else
        self._show_choices()
        if self.isVisible():
            self._ask()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._ask()

    def _show_choices(self) -> None:
        assert self._result is not None
        node, period, by = self._where
        way = self._session.get("way") or comparing.usual_way(self._result, node, period, by)
        self.way.setCurrentIndex(max(self.way.findData(way), 0))
        periods = self._result.periods(by)
        for box, key, usual in ((self.first, "from", -2), (self.last, "to", -1)):
            chosen = self._session.get(key)
            chosen = chosen if chosen in periods else periods[max(usual, -len(periods))] if periods else ""
            box.clear()
            for each in reversed(periods):
                box.addItem(period_words(each), each)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.setVisible(way == "choose")

    def _boxes_changed(self) -> None:
        chosen = {"way": self.way.currentData(), "method": self.method.currentData()}
        if chosen["way"] == "choose":
            chosen |= {"from": self.first.currentData(), "to": self.last.currentData()}
        self._choose(**chosen)

    def _choose(self, **chosen: Any) -> None:
        self._session.update(chosen)
        if self._result is not None:
            self._show_choices()
            self._ask()

    def _ask(self) -> None:
        figures, result = self._context.store, self._result
        node, period, by = self._where
        if figures is None or result is None or node not in result.tree.nodes or not period:
            return
        picked = {"from": self.first.currentData(), "to": self.last.currentData()}
        sides = comparing.sides(result, str(self.way.currentData()), period, by, picked)
        if sides is None:
            self._refuse(translate("KpiWhy", "There is no earlier period to compare this one with."))
            return
        asked = Asked(node, sides, None if self.quality.isChecked() else False, str(self.method.currentData()))
        if asked == self._asked:
            self._show()
            return
        self._asked = asked
        snapshot = self._context.snapshot()
        if self._task is not None:
            self._task.cancel()
        self._task = self._context.run("", lambda progress: _reckon(figures, snapshot, asked), self._reckoned, self._failed)

    def _reckoned(self, found: Explanation) -> None:
        self._found = found
        self._show()

    def _failed(self, error: Exception) -> None:
        self._found = None
        if isinstance(error, FusenError):
            self._refuse(explain(error))
        else:
            raise error

    def _refuse(self, words: str) -> None:
        self._found, self._asked = None, None
        self.problem.setText(words)
        self._pages.setCurrentIndex(1)
        self.output.setEnabled(False)
        self.told.emit("")

    # what is told

    def _show(self) -> None:
        found, result, asked = self._found, self._result, self._asked
        if found is None or result is None or asked is None:
            return
        node = result.tree.nodes[found.node]
        self._steps = shown_steps(found, result.tree.nodes, by_driver=self.apart.current == "driver")
        scale = scale_of(found, node.unit)
        self.chart.show_steps(self._steps, (found.start, found.end), asked.sides.names, scale, up=node.direction == "up")
        self._list(scale, node, found)
        self._pages.setCurrentIndex(0)
        self.output.setEnabled(True)
        change = signed(found.delta, scale)
        self.told.emit(f"{asked.sides.names[0]} → {asked.sides.names[1]}　{change}{scale.unit}")

    def _told(self) -> tuple[KpiResult, Told] | None:
        """What is shown now, for a page of its own."""
        found, result, asked = self._found, self._result, self._asked
        if found is None or result is None or asked is None:
            return None
        from fusenapp.flows.waterfalls import Told

        return result, Told(found, asked.sides.names, self.apart.current == "driver")

    def _list(self, scale: Scale, node: KpiNode, found: Explanation) -> None:
        empty(self.grid)
        self._narrow = not self._beside(scale)
        for at, head in enumerate(_heads(scale)):
            self.grid.addWidget(_aligned(Text("" if at == 2 and self._narrow else head, "caption"), at in (1, 3)), 0, at)
        for at, step in enumerate(self._steps):
            self._line(1 + at * (2 if self._narrow else 1), step, scale, node)
        self.check.setText(proof(found, node.unit))

    def _line(self, line: int, step: Step, scale: Scale, node: KpiNode) -> None:
        better = (step.value > 0) == (node.direction == "up")
        tone = "caption" if step.kind == "rest" or not step.value else "warn" if step.kind == "definition" else "good" if better else "bad"
        name = Text(step.name, "strong")
        moved = Text(step.moved, "caption" if self._narrow else "secondary", wrap=self._narrow)
        figure = Text(signed(step.value, scale), tone)
        figure.setToolTip("".join((whole_signed(step.whole), "円")) if node.unit == "円" else "")
        self.grid.addWidget(name, line, 0)
        self.grid.addWidget(_aligned(figure, True), line, 1)
        self.grid.addWidget(moved, *((line + 1, 0, 1, 4) if self._narrow else (line, 2)))
        self.grid.addWidget(_aligned(Text(_between(step, scale), "caption"), True), line, 3)

    def _beside(self, scale: Scale) -> bool:
        """Whether what moved has room beside the figures, in whole; else it stands below them, in small letters."""
        columns = zip(*((step.name, signed(step.value, scale), step.moved, _between(step, scale)) for step in self._steps), strict=True)
        large, small = QFontMetrics(font(13, bold=True)), QFontMetrics(font(11))
        widths = [max(small.horizontalAdvance(head), *map(large.horizontalAdvance, told))
                  for head, told in zip(_heads(scale), columns, strict=True)]
        return sum(widths) + 3 * _COLUMNS + _EDGE <= self._listed.width()

    def _fit_list(self) -> None:
        """The list has another width."""
        found, result = self._found, self._result
        if found is None or result is None or not self._steps:
            return
        node = result.tree.nodes[found.node]
        scale = scale_of(found, node.unit)
        if self._narrow == self._beside(scale):
            self._list(scale, node, found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._fit_list)  # not while it is being laid out
        return False

    def _step_chosen(self, at: int) -> None:
        """The driver of a bar is shown in the tree; the bars stay those of the node that is asked about."""
        if at < len(self._steps) and self._steps[at].node:
            self.driver_chosen.emit(self._steps[at].node)


def _reckon(figures: Any, snapshot: Any, asked: Asked) -> Explanation:
    from fusenapp.flows import reckoning

    method: Any = asked.method
    return reckoning.why(figures, snapshot, asked.node, asked.sides.start, asked.sides.end, by_quality=asked.by_quality, method=method)


def _between(step: Step, scale: Scale) -> str:
    """The range over orders."""
    return "" if step.low == step.high else f"{signed(step.low, scale)} 〜 {signed(step.high, scale)}"


def _heads(scale: Scale) -> tuple[str, str, str, str]:
    """Of the columns of the list."""
    return translate("KpiWhy", "Reason"), scale.unit, translate("KpiWhy", "What moved"), translate("KpiWhy", "Range over orders")


def _aligned(label: Text, right: bool) -> Text:
    label.setAlignment((Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter)
    return label
