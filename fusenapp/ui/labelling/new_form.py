"""A new round: which definition, which list, how many leads, whom to ask, and what they get to see."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from fusenapp.domain import labelling
from fusenapp.domain.snapshot import value
from fusenapp.editing import labelling as verbs
from fusenapp.errors import InputError
from fusenapp.flows.labelling import Field, Sample, draw, fields
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.live import lead_lists
from fusenapp.ui.labelling import words
from fusenapp.ui.widgets import (
    Card,
    FlatButton,
    FlowLayout,
    FormRow,
    PrimaryButton,
    SectionHeader,
    SegmentedControl,
    Text,
    column,
    department_icon,
    empty,
    row,
)

USUAL = ("marketing", "field-sales")
"""Departments that are ticked at first, where they are there."""


class NewForm(Card):
    """Draws the leads on a worker and begins the round.

    Args:
        begun: told the id of the new labelling.
        cancelled: called when the user wants none; None where there is nothing to go back to.
    """

    def __init__(self, context: UiContext, begun: Callable[[str], None], cancelled: Callable[[], None] | None) -> None:
        super().__init__(padding=(16, 16), gap=12)
        self._context, self._begun, self._task = context, begun, None
        self._fields_task: Task | None = None
        snapshot = context.snapshot()
        self.rule = SegmentedControl([("hot-lead", words.rule_name("hot-lead")), ("target", words.rule_name("target"))], "hot-lead",
                                     name=translate("Labelling", "Definition"))
        self.lists = QComboBox()
        for id, name in lead_lists(snapshot):
            self.lists.addItem(name or id, id)
        self.lists.activated.connect(lambda _: self._look_up())
        self.count = QSpinBox()
        self.count.setRange(labelling.SMALLEST, labelling.LARGEST)
        self.count.setValue(labelling.USUAL)
        self.count.setSuffix(translate("Labelling", " leads"))
        self.count.setMinimumWidth(110)
        self.count.lineEdit().setTextMargins(6, 0, 0, 0)
        self.departments: dict[str, QCheckBox] = {}
        for record in snapshot.all("departments"):
            box = QCheckBox(value("departments", record, "name"))
            box.setIcon(department_icon(value("departments", record, "shape")))
            box.setChecked(record["id"] in USUAL)
            box.toggled.connect(lambda _: self._check())
            self.departments[record["id"]] = box
        self.columns: dict[str, QCheckBox] = {}
        self._shown, self._late = FlowLayout(gap=12), Text(translate("Labelling", "Looking at the columns…"), "caption", wrap=True)
        self.start = PrimaryButton(translate("Labelling", "Draw leads and begin"), "eye-off", on=self.begin)
        self._said = Text("", "warn", wrap=True)
        self._lay_out(cancelled)
        self._look_up()
        self._check()

    def _lay_out(self, cancelled: Callable[[], None] | None) -> None:
        self.body.addWidget(SectionHeader(translate("Labelling", "New blind labelling"), big=True))
        self.body.addWidget(Text(translate(
            "Labelling", "Each department answers about the same leads without seeing the other's answers. Some are hot by the definition of "
            "today, some are not, some lie close to the border or lack information."), "secondary", wrap=True))
        fields = row(FormRow(translate("Labelling", "Definition"), self.rule), FormRow(translate("Labelling", "Lead list"), self.lists),
                     FormRow(translate("Labelling", "Number of leads"), self.count), None, gap=16)
        self.body.addLayout(fields)
        asked = FlowLayout(gap=16)
        for box in self.departments.values():
            asked.addWidget(box)
        self.body.addLayout(column(Text(translate("Labelling", "Departments to ask (2 to 6)"), "caption"), _held(asked), gap=4))
        self.body.addLayout(column(Text(translate("Labelling", "Shown of each lead (untick what would give it away)"), "caption"),
                                   _held(self._shown), self._late, gap=4))
        cancel = FlatButton(translate("Labelling", "Cancel"), on=cancelled) if cancelled else None
        self.body.addLayout(row(self._said, None, *([cancel] if cancel else []), self.start))

    # the columns

    def _look_up(self) -> None:
        figures, snapshot, dataset = self._context.store, self._context.snapshot(), self.lists.currentData()
        if figures is not None and dataset:
            self._fields_task = self._context.run("", lambda progress: fields(figures, snapshot, dataset), self._offer)

    def _offer(self, found: list[Field]) -> None:
        empty(self._shown)
        self.columns = {}
        for each in found:
            if not each.why:
                box = QCheckBox(each.name.rsplit("›", 1)[-1])
                box.setChecked(True)
                self.columns[each.name] = box
                self._shown.addWidget(box)
        late = [each for each in found if each.why]
        self._late.setText(translate("Labelling", "Never shown, because it is known only later: {names}").format(
            names="、".join(each.name.rsplit("›", 1)[-1] for each in late)) if late else "")
        self._late.setToolTip("\n".join(f"{each.name}: {words.why_hidden(each.why)}" for each in late))
        self._late.setVisible(bool(late))
        self.updateGeometry()

    # beginning

    @property
    def chosen(self) -> list[str]:
        """Departments that are ticked."""
        return [id for id, box in self.departments.items() if box.isChecked()]

    def _check(self) -> None:
        fits = labelling.FEWEST_DEPARTMENTS <= len(self.chosen) <= labelling.MOST_DEPARTMENTS
        self.start.setEnabled(fits and self.lists.count() > 0)
        self._said.setText("" if fits else translate("Labelling", "Choose at least two departments."))

    def begin(self) -> None:
        """Draw and begin."""
        figures, snapshot, dataset, rule = self._context.store, self._context.snapshot(), self.lists.currentData(), self.rule.current
        hidden, size, seed = [name for name, box in self.columns.items() if not box.isChecked()], self.count.value(), secrets.token_hex(4)
        if figures is None or not dataset:
            return
        self.start.setEnabled(False)
        label = translate("Labelling", "Drawing leads")
        self._task = self._context.run(label, lambda progress: draw(figures, snapshot, dataset, rule, size, seed, hidden),
                                       lambda sample: self._drawn(sample, rule, dataset, seed), self._failed, owner=self)

    def _drawn(self, sample: Sample, rule: str, dataset: str, seed: str) -> None:
        name = translate("Labelling", "Blind labelling: {rule}").format(rule=words.rule_name(rule))
        try:
            id = verbs.start(self._context.document, name, rule, dataset, self.chosen, sample.facts, sample.leads, seed, sample.as_of)
        except InputError as error:
            self._failed(error)
            return
        if sample.problem is not None:
            self._context.notify(translate("Labelling", "The definition cannot run on this list, so the leads were drawn at random from all."),
                                 kind="warn")
        self._begun(id)

    def _failed(self, error: Exception) -> None:
        from fusenapp.ui.explaining import explain_any

        self._said.setText(explain(error) if isinstance(error, InputError) else explain_any(error))
        self.start.setEnabled(True)


def _held(layout: FlowLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder
