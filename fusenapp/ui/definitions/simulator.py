"""The simulator: turn numbers, leave conditions out, see at once what it does; then take it over or not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.domain.capacity import Capacity
from fusenapp.domain.definition import Clause, Include, conditions
from fusenapp.domain.definition_changes import Changes, changed
from fusenapp.errors import FusenError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.definitions.capacity_form import CapacityForm
from fusenapp.ui.definitions.knob_row import KnobRow, shown
from fusenapp.ui.definitions.month_bars import MonthBars
from fusenapp.ui.definitions.trial_table import TrialTable, figures_of
from fusenapp.ui.widgets import FlatButton, InspectorSection, PrimaryButton, SegmentedControl, Text, empty, row

if TYPE_CHECKING:
    from fusenapp.domain.definition import Definition
    from fusenapp.qualify import Knob, Simulated, Simulator

_WAIT = 10
"""Milliseconds within which several moves of a slider are reckoned once."""


class SimulatorPanel(QWidget):
    """Reckons on the window's thread: an answer takes a few milliseconds, the simulator itself comes ready from a worker.

    Signals:
        applied: the `Changes` to take over into the definition.
        capacity_edited: a `Capacity` or None.
        people_asked: the user wants to name people one by one.
    """

    applied = Signal(object)
    capacity_edited = Signal(object)
    people_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changes = Changes()
        self.rows: dict[str, KnobRow] = {}
        self._simulator: Simulator | None = None
        self._knobs: tuple[Knob, ...] = ()
        self._bases: dict[str, Simulated] = {}
        self._capacity: Capacity | None = None
        self._shape: object = None
        self._names: dict[str, str] = {}
        self.table, self.months, self.capacity = TrialTable(), MonthBars(), CapacityForm()
        self.capacity.edited.connect(self.capacity_edited)
        self.capacity.people_asked.connect(self.people_asked)
        self.base = SegmentedControl([("saved", translate("Definitions", "Saved")), ("agreed", translate("Definitions", "Agreed"))],
                                     name=translate("Definitions", "Compare with"))
        self.base.changed.connect(lambda _: self._reckon())
        self.apply = PrimaryButton(translate("Definitions", "Take over"), on=self._apply)
        self.reset = FlatButton(translate("Definitions", "Reset"), on=self._reset)
        self.hint = Text("", "secondary", wrap=True)
        self.over = Text("", "bad", wrap=True)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._reckon)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        figures = InspectorSection(translate("Definitions", "What would change"))
        for part in (self.hint, self.table):
            figures.body.addWidget(part)
        figures.body.addLayout(row(self.base, None, self.reset, self.apply))
        turned = InspectorSection(translate("Definitions", "Conditions to turn"))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        turned.body.addLayout(self._list)
        load = InspectorSection(translate("Definitions", "Leads by month, capacity"))
        counted = translate(
            "Definitions", "Counted on business days: no weekends, no Japanese public holidays, no days on which the company is closed.")
        weekdays = Text(counted, "caption", wrap=True)
        for part in (self.months, self.over, self.capacity, weekdays):
            load.body.addWidget(part)
        self._parts = (figures, turned, load)
        for part in self._parts:
            layout.addWidget(part)
        self.hint.hide()

    def show_simulator(self, simulator: Simulator | None, bases: dict[str, Simulated], capacity: Capacity | None, names: dict[str, str],
                       problem: str = "") -> None:
        """Take over a simulator of the definition as it is saved; what is being tried stays where it still makes sense.

        Args:
            bases: ``saved`` and, if there is another one, ``agreed``.
            names: definition id → what it is called, for inclusions.
            problem: why there is none.
        """
        self._simulator, self._bases, self._capacity, self._names = simulator, bases, capacity, names
        self.capacity.show_capacity(capacity)
        for part in (*self._parts[1:], self.table, self.base, self.apply, self.reset):
            part.setVisible(simulator is not None)
        self.hint.setText(problem or translate("Definitions", "Add a condition that can run, and it can be tried out here."))
        self.hint.setVisible(simulator is None)
        if simulator is None:
            return
        self.base.setVisible("agreed" in bases)
        if self.base.current not in bases:
            self.base.set_current("saved")
        self._knobs = simulator.knobs()
        self.changes = still_tried(simulator.definition, self._knobs, self.changes)
        self._build(simulator)
        self._reckon()

    def _build(self, simulator: Simulator) -> None:
        """New rows only if the definition has others than before, so that a slider keeps the keyboard."""
        shape = self._knobs, tuple(c.id for c in conditions(simulator.definition.root)), tuple(simulator.problems)
        if shape == self._shape:
            return
        self._shape = shape
        focused = next(((id, part) for id, held in self.rows.items() for part, slider in held.sliders.items() if slider.hasFocus()), None)
        empty(self._list)
        self.rows = {}
        for knob in (k for k in self._knobs if not k.id):
            self._row(f":{knob.part}", [knob], False)
        for condition in conditions(simulator.definition.root):
            error = simulator.problems.get(condition.id)
            self._row(condition.id, [k for k in self._knobs if k.id == condition.id], error is None, explain(error) if error else "")
        if focused and focused[0] in self.rows and focused[1] in self.rows[focused[0]].sliders:
            self.rows[focused[0]].sliders[focused[1]].setFocus()

    def _row(self, id: str, knobs: list[Knob], may_mute: bool, why_not: str = "") -> None:
        made = KnobRow("" if id.startswith(":") else id, knobs, may_mute, why_not)
        made.turned.connect(lambda part, number: self._turn(id, part, number))
        made.muted.connect(lambda out: self._mute(id, out))
        self.rows[id] = made
        self._list.addWidget(made)

    # trying

    def _turn(self, id: str, part: str, number: float) -> None:
        if id.startswith(":"):
            self.changes = replace(self.changes, thresholds={**self.changes.thresholds, part: number})
        elif part == "points":
            self.changes = replace(self.changes, points={**self.changes.points, id: number})
        else:
            clause, knob = self._clause(id), next(k for k in self._knobs if (k.id, k.part) == (id, part))
            held = self.changes.values.get(id, clause.value)
            self.changes = replace(self.changes, values={**self.changes.values, id: knob.put(held, number)})
        self._later()

    def _mute(self, id: str, out: bool) -> None:
        self.changes = replace(self.changes, muted={**self.changes.muted, id: out})
        self._later()

    def _later(self) -> None:
        if self._simulator is not None:
            self.changes = still_tried(self._simulator.definition, self._knobs, self.changes)
        if not self._timer.isActive():
            self._timer.start()

    def _clause(self, id: str) -> Clause:
        assert self._simulator is not None
        return next(c for c in conditions(self._simulator.definition.root) if c.id == id and isinstance(c, Clause))

    def _apply(self) -> None:
        self.applied.emit(self.changes)

    def _reset(self) -> None:
        self.changes = Changes()
        self._reckon()

    # showing

    def _reckon(self) -> None:
        simulator = self._simulator
        if simulator is None:
            return
        try:
            told = simulator.figures(self.changes)
        except FusenError as error:
            self.hint.setText(explain(error))
            self.hint.show()
            return
        self.hint.hide()
        base = self._bases.get(self.base.current, self._bases["saved"])
        name = translate("Definitions", "Agreed") if self.base.current == "agreed" else translate("Definitions", "Saved")
        self.table.show_figures(figures_of(told, self._capacity), figures_of(base, self._capacity), name)
        self._show_months(told)
        self._show_rows(changed(simulator.definition, self.changes))
        self.apply.setEnabled(bool(self.changes))
        self.reset.setEnabled(bool(self.changes))

    def _show_months(self, told: Simulated) -> None:
        from fusenapp.flows.simulating import months_named

        months = months_named(told.months)
        limits = {month: self._capacity.leads(month) for month in months} if self._capacity else {}
        self.months.show_months(months, limits)
        over = [month for month, limit in limits.items() if months[month] > limit]
        self.over.setText(translate("Definitions", "%n month(s) above what sales can take up", n=len(over)) if over else "")
        self.over.setVisible(bool(over))

    def _show_rows(self, tried: Definition) -> None:
        from fusenapp.qualify import phrase

        for condition in conditions(tried.root):
            numbers = {k.part: _number(condition, k) for k in self._knobs if k.id == condition.id and isinstance(condition, Clause)}
            self.rows[condition.id].show_trial(phrase(replace(condition, muted=False), names=self._names), numbers, condition.muted)
        for knob in (k for k in self._knobs if not k.id):
            needed = self.changes.thresholds.get(knob.part, knob.value)
            self.rows[f":{knob.part}"].show_trial(_points_words(knob.part, needed), {knob.part: needed}, False)


def still_tried(definition: Definition, knobs: tuple[Knob, ...], changes: Changes) -> Changes:
    """What differs from the definition as it is saved, and still suits it."""
    held = {c.id: c for c in conditions(definition.root)}
    turned = {k.id for k in knobs}
    values = {id: v for id, v in changes.values.items() if id in turned and isinstance(c := held.get(id), Clause) and v != c.value}
    muted = {id: out for id, out in changes.muted.items() if id in held and out != held[id].muted}
    points = {id: p for id, p in changes.points.items() if id in held and p != held[id].points}
    needed = {k.part: k.value for k in knobs if not k.id}
    return Changes(values, muted, points, {axis: n for axis, n in changes.thresholds.items() if axis in needed and n != needed[axis]})


def _number(clause: Clause | Include, knob: Knob) -> float:
    value: Any = clause.value if isinstance(clause, Clause) else 0
    if knob.part == "points":
        return float(clause.points or 0)
    if knob.part in ("low", "high"):
        return float(value[knob.part == "high"])
    return float(value["days"] if knob.part == "days" else value)


def _points_words(axis: str, needed: float) -> str:
    names = {"": translate("Definitions", "Points in all"), "fit": translate("Definitions", "Fit"),
             "interest": translate("Definitions", "Interest")}
    return translate("Definitions", "{axis}: {points} points or more").format(axis=names[axis], points=shown(needed))
