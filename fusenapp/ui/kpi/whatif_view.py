"""試算: drivers by slider from a month on, scenarios side by side, goals sought, and how much hangs on each driver."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from fusenapp.domain.kpi_scenario import Change, Key, Scenario, scenarios
from fusenapp.editing import scenarios as editing
from fusenapp.errors import FusenError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.figures import spoken
from fusenapp.ui.kpi.goal_form import GoalForm, GoalPanel
from fusenapp.ui.kpi.lever_list import LeverList, Shown
from fusenapp.ui.kpi.scenario_table import Case, ScenarioTable
from fusenapp.ui.kpi.table_model import period_words
from fusenapp.ui.kpi.tornado import Bar
from fusenapp.ui.kpi.trend import scale_for
from fusenapp.ui.widgets import Card, IconButton, SectionHeader, Text, column, row, scroll

if TYPE_CHECKING:
    from fusenapp.domain.calendar import By
    from fusenapp.kpi import KpiResult
    from fusenapp.kpi.goals import Sought, Swing
    from fusenapp.kpi.model import Change as ModelChange
    from fusenapp.kpi.model import Model

_BOX = 240
"""Most that a box of the first line takes."""
_SIDE_BY_SIDE = 4
"""Scenarios that stand beside each other; the one being changed is always among them."""


class WhatIfView(QWidget):
    """The scenario and the KPI in question live in the session, everything else in the document."""

    def __init__(self, context: UiContext, session: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session.setdefault("whatif", {})
        self._result: KpiResult | None = None
        self._models: dict[str, Model] = {}
        self._task: Task | None = None
        self._drag = 0
        self._scenarios: list[Scenario] = []
        self._pending: Scenario | None = None
        self.which, self.start, self.node, self.period = (self._box(name) for name in (
            translate("KpiIf", "Scenario"), translate("KpiIf", "From which month"), translate("KpiIf", "About"), translate("KpiIf", "Over")))
        self.name = QLineEdit()
        self.name.setAccessibleName(translate("KpiIf", "Name of the scenario"))
        self.name.setMaximumWidth(180)
        for box, least in ((self.which, 172), (self.start, 112), (self.node, 126), (self.period, 112)):
            box.setMinimumWidth(least)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(_BOX)
        self.name.editingFinished.connect(self._rename)
        self.levers, self.table = LeverList(), ScenarioTable()
        self.side: GoalPanel | None = None
        self.levers.moved.connect(self._moved)
        self.levers.settled.connect(self._settled)
        self.levers.locked.connect(self._lock)
        self.levers.weighed.connect(self._weigh)
        self.table.chosen.connect(lambda id: self._choose(scenario=id))
        self.note = Text("", "caption", wrap=True)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.activated.connect(self._boxes_changed)
        return box

    def _lay_out(self) -> None:
        self._copy = IconButton("copy", translate("KpiIf", "Copy the scenario"), on=lambda: self.add(like=True), small=True)
        self._delete = IconButton("trash", translate("KpiIf", "Delete the scenario"), on=self._remove, small=True)
        add = IconButton("plus", translate("KpiIf", "New scenario"), on=self.add, small=True)
        top = row(self.which, self.name, add, self._copy, self._delete, Text(translate("KpiIf", "from"), "caption"), self.start, None,
                  Text(translate("KpiIf", "About"), "caption"), self.node, self.period, gap=8)
        left = _card(translate("KpiIf", "Drivers"), scroll(self.levers), self.note)
        compared = _card(translate("KpiIf", "Side by side"), scroll(self.table))
        body = row(gap=12)
        body.addWidget(left, 6)
        body.addWidget(compared, 4)
        self.setLayout(column(top, body, gap=10, margins=(16, 0, 16, 12)))

    # what is looked at

    def show_result(self, result: KpiResult) -> None:
        """Other figures; the tree is turned round on a worker."""
        if result is not self._result:
            self._result, self._models = result, {}
        if self.isVisible():
            self.refresh()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self.beside()
        self.refresh()

    def beside(self) -> None:
        """Put the goal and the drivers' reach into the inspector."""
        self.side = GoalPanel()
        self.side.goal.sought.connect(self._seek)
        self._context.inspector.show(self.side, translate("KpiIf", "Back from the goal"), "target")

    @property
    def _goal(self) -> GoalForm | None:
        """The form, while the inspector still shows it."""
        return self.side.goal if self.side is not None and self._context.inspector.current is self.side else None

    def refresh(self) -> None:
        """Look at the document again."""
        if self._result is None:
            return
        self._scenarios = scenarios(self._context.snapshot())
        start = self._month()
        if start in self._models:
            self._show()
            return
        result = self._result
        if self._task is not None:
            self._task.cancel()
        self._task = self._context.run("", lambda progress: _models(result, {start, *self._months()}), self._made)

    def _made(self, models: dict[str, Model]) -> None:
        self._models |= models
        if self._month() in self._models:
            self._show()

    @property
    def scenario(self) -> Scenario | None:
        """The one being changed, with what a hand on a slider says at the moment; None as long as there is none."""
        if self._pending is not None:
            return self._pending
        chosen = self._session.get("scenario")
        return next((each for each in self._scenarios if each.id == chosen), self._scenarios[0] if self._scenarios else None)

    def _month(self, scenario: Scenario | None = None) -> str:
        scenario = scenario or self.scenario
        return (scenario.start if scenario else "") or self._next_month()

    def _next_month(self) -> str:
        from fusenapp.domain import calendar

        assert self._result is not None
        return calendar.add(self._result.as_of, 1) if self._result.as_of else (self._result.months or ("2000-01",))[0]

    def _months(self) -> set[str]:
        return {self._month(each) for each in self._scenarios}

    @property
    def model(self) -> Model:
        """The tree turned round for the scenario being changed."""
        return self._models[self._month()]

    @property
    def node_id(self) -> str:
        """The KPI that all is about: chosen, or the one that most follows into."""
        order = self.model.order
        chosen = self._session.get("node")
        return chosen if chosen in order else order[-1] if order else ""

    @property
    def period_id(self) -> str:
        """The period that is compared: chosen, or the fiscal year of the first month that changes."""
        known = self._periods()
        chosen = self._session.get("period")
        return chosen if chosen in known else known[0]

    def _periods(self) -> list[str]:
        from fusenapp.domain import calendar

        tree, found = self.model.tree, []
        for by in cast("tuple[By, ...]", ("year", "half", "quarter", "month")):
            period = calendar.period_of(self._month(), by, tree.fiscal_start)
            found += [p for p in calendar.periods(self.model.result.months, by, tree.fiscal_start) if p >= period]
        return found

    # showing

    def _show(self) -> None:
        if not self.model.order:
            self.note.setText(translate("KpiIf", "No KPI has a formula with figures yet; there is nothing to try."))
            return
        self._show_boxes()
        levers = [Shown(lever, self._name_of(lever.node, lever.segment)) for lever in self.model.levers(self.node_id)]
        self.levers.show_levers(levers)
        self.levers.show_scenario(self.scenario)
        self._show_figures(levers)
        self._show_swings()

    def _show_boxes(self) -> None:
        scenario = self.scenario
        tree = self.model.tree
        there = [(each.id, each.name) for each in self._scenarios] or [("", translate("KpiIf", "No scenario yet"))]
        _fill(self.which, there, scenario.id if scenario else "")
        if not self.name.hasFocus():
            self.name.setText(scenario.name if scenario else "")
        for part in (self.name, self._copy, self._delete):
            part.setVisible(scenario is not None)
        _fill(self.start, [(m, period_words(m)) for m in self.model.result.months], self._month())
        _fill(self.node, [(id, tree.nodes[id].name) for id in reversed(self.model.order)], self.node_id)
        _fill(self.period, [(p, period_words(p)) for p in self._periods()], self.period_id)
        self.note.setText(translate("KpiIf", "Months to come: the forecast, else the target of a count, else the last three months.")
                          if self.model.result.months[-1] > (self.model.result.as_of or "") else "")

    def _name_of(self, node: str, segment: str) -> str:
        if segment != "mix":
            return self.model.tree.nodes[node].name
        rate = self.model.quality_rate(node)
        name = self.model.tree.nodes[rate or node].name
        return name if rate else translate("KpiWhy", "{name}: share of quality").format(name=name)

    def _cases(self) -> list[Case]:
        current = self.scenario
        there = [current if current and each.id == current.id else each for each in self._scenarios]
        if current is not None and current.id not in {each.id for each in there[:_SIDE_BY_SIDE]}:
            there = [*there[: _SIDE_BY_SIDE - 1], current]
        return [Case(each.id, each.name, self._models[self._month(each)].run(_changes(each, self._models[self._month(each)])))
                for each in there[:_SIDE_BY_SIDE] if self._month(each) in self._models]

    def _show_figures(self, levers: list[Shown]) -> None:
        scenario, node, period = self.scenario, self.node_id, self.period_id
        base = self.model.result
        shares = [n.id for n in base.tree if n.unit == "%" and n.stage == "lead" and base.value(n.id, period) is not None]
        counts = [shown.lever.node for shown in levers if shown.lever.unit not in ("%", "円") and shown.lever.segment == "all"]
        chain = [id for id in reversed(self.model.order) if id == node or self._below(node, id)]
        nodes = list(dict.fromkeys([node, *chain, *counts, *shares]))
        self.table.show_cases(base, self._cases(), nodes, period, scenario.id if scenario else "")
        now = base.value(node, period)
        target = base.value(node, period, "target")
        goal = scenario.goal if scenario else None
        sought = goal if goal and (goal.get("node"), goal.get("period")) == (node, period) else None
        full = len(base.known(node, period, "target")) == len(base.months_of(period))
        if self._goal is not None:
            self._goal.show_goal(base.tree.nodes[node].name, base.tree.nodes[node].unit, now,
                                 float(sought["value"]) if sought else target if full else None, levers)

    def _below(self, node: str, id: str) -> bool:
        from fusenapp.kpi.grid import names_of

        inside = {n.name for n in names_of(self.model.formulas.get(node))}
        return id in inside or any(self._below(each, id) for each in inside if each in self.model.formulas)

    def _show_swings(self) -> None:
        from fusenapp.kpi.goals import swings

        node, period = self.node_id, self.period_id
        found = swings(self.model, node, period)
        base = self.model.result.value(node, period) or 0.0
        scale = scale_for([base, *(v for swing in found for v in (swing.low, swing.high))], self.model.tree.nodes[node].unit)
        if self.side is not None and self._goal is not None:
            self.side.tornado.show_bars([self._bar(swing) for swing in found], base, scale)

    def _bar(self, swing: Swing) -> Bar:
        lever = swing.lever
        ends = "〜".join(spoken(end if lever.unit == "%" else round(end or 0), lever.unit) for end in (lever.least, lever.most))
        return Bar(self._name_of(lever.node, lever.segment), ends, swing.low, swing.high)

    # changing

    def _choose(self, **chosen: Any) -> None:
        self._session.update(chosen)
        self._pending = None
        self.refresh()

    def _boxes_changed(self) -> None:
        scenario = self.scenario
        self._tell("", "caption")
        if scenario is not None and self.start.currentData() != self._month() and self.sender() is self.start:
            editing.set_start(self._context.document, scenario.id, self.start.currentData())
            self._context.bridge.flush()
        self._choose(scenario=self.which.currentData() or None, node=self.node.currentData(), period=self.period.currentData())

    def add(self, like: bool = False) -> str:
        """A new scenario, empty or like the one shown; it is shown then."""
        scenario = self.scenario
        name = translate("KpiIf", "{name} (copy)").format(name=scenario.name) if like and scenario else \
            translate("KpiIf", "Scenario {number}").format(number=len(self._scenarios) + 1)
        id = editing.add_scenario(self._context.document, name, "" if like else self._next_month() if not scenario else scenario.start,
                                  like=scenario.id if like and scenario else "")
        self._choose(scenario=id)
        return id

    def _remove(self) -> None:
        if self.scenario is not None:
            editing.delete_scenario(self._context.document, self.scenario.id)
            self._context.notify(translate("KpiIf", "The scenario was deleted."), undo=True)
            self._choose(scenario=None)

    def _rename(self) -> None:
        if self.scenario is not None and self.name.text().strip() not in ("", self.scenario.name):
            editing.rename(self._context.document, self.scenario.id, self.name.text().strip())

    def _held(self) -> Scenario:
        """The scenario to change; the first gesture makes one."""
        if self.scenario is None:
            self.add()
        found = self.scenario
        assert found is not None
        return found

    def _moved(self, key: Key, change: Change | None) -> None:
        """While a slider is dragged: figures follow, nothing is written."""
        scenario = self._held()
        changes = {k: c for k, c in scenario.changes.items() if k != key} | ({key: change} if change else {})
        self._pending = replace(scenario, changes=changes)
        self._show_figures([row.shown for row in self.levers.rows.values()])

    def _settled(self, key: Key, change: Change | None) -> None:
        scenario = self._held()
        self._pending = None
        self._tell("", "caption")
        editing.set_changes(self._context.document, scenario.id, {key: change})
        self.refresh()

    def _lock(self, key: Key, on: bool) -> None:
        scenario = self._held()
        if (key in scenario.locked) != on:
            editing.set_locked(self._context.document, scenario.id, [key], on)
            self.refresh()

    def _weigh(self, key: Key, weight: float) -> None:
        editing.set_weight(self._context.document, self._held().id, key, weight)
        self.refresh()

    # goals

    def _seek(self, figure: float, key: Key | None) -> None:
        from fusenapp.kpi.goals import Goal, seek_all, seek_one

        scenario, model = self._held(), self.model
        goal = Goal(self.node_id, self.period_id, figure)
        held = _changes(scenario, model)
        try:
            if key is None:
                found = seek_all(model, goal, model.levers(goal.node), scenario.weights, scenario.locked, held)
            else:
                found = seek_one(model, goal, model.lever(*key), held)
        except FusenError as error:
            self._tell(explain(error), "bad")
            return
        told = {"node": goal.node, "period": goal.period, "value": goal.value}
        kept = {k: c for k, c in scenario.changes.items() if k in scenario.locked or key is not None}
        editing.replace_changes(self._context.document, scenario.id, kept | self._as_changes(found, kept), told)
        self.refresh()
        self._tell(*self._outcome(found))

    @staticmethod
    def _as_changes(found: Sought, kept: dict[Key, Change]) -> dict[Key, Change]:
        fresh = {(c.node, c.segment): (c.value, c.fixed) for c in found.changes}
        return {key: change for key, change in fresh.items() if key not in kept or kept[key] != change}

    def _tell(self, words: str, tone: str) -> None:
        if self._goal is not None:
            self._goal.tell(words, tone)

    def _outcome(self, found: Sought) -> tuple[str, str]:
        names = "、".join(self._name_of(*key) for key in found.capped)
        node = self.model.tree.nodes[self.node_id]
        reached = spoken(found.reached, node.unit)
        if not found.met:
            return translate("KpiIf", "The goal is out of reach: {reached} at most, with {names} at their best so far.").format(
                reached=reached, names=names or "—"), "bad"
        if names:
            return translate("KpiIf", "Reached, but {names} would have to be at or above the best so far.").format(names=names), "warn"
        return translate("KpiIf", "Reached: {reached}.").format(reached=reached), "good"


def _models(result: KpiResult, months: set[str]) -> dict[str, Model]:
    from fusenapp.kpi.model import Model

    return {month: Model(result, month) for month in months}


def _changes(scenario: Scenario, model: Model) -> list[ModelChange]:
    """What the scenario says about drivers that there still are."""
    from fusenapp.kpi.model import Change as ModelChange

    return [ModelChange(node, value, segment, fixed) for (node, segment), (value, fixed) in scenario.changes.items()
            if node in model.tree.nodes and node not in model.formulas]


def _card(title: str, *parts: QWidget, caption: str = "") -> Card:
    card = Card(padding=(10, 14), gap=8)
    card.body.addWidget(SectionHeader(title, caption))
    for part in parts:
        card.body.addWidget(part, 0 if isinstance(part, Text) else 1)
    return card


def _fill(box: QComboBox, options: list[tuple[str, str]], current: str) -> None:
    if [(box.itemData(i), box.itemText(i)) for i in range(box.count())] != options:
        box.clear()
        for key, words in options:
            box.addItem(words, key)
    box.setCurrentIndex(max(box.findData(current), 0))


