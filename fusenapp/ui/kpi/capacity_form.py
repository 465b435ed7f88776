"""The page 「人と時間」: what everybody shares, and the people one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QLineEdit, QWidget

from fusenapp.domain.capacity import AT_ONCE, Rep, capacity_from, closures_of
from fusenapp.editing import capacity as verbs
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi import capacity_words as words
from fusenapp.ui.kpi.capacity_people import NAME, RepsTable
from fusenapp.ui.widgets import Card, FormRow, PushButton, SectionHeader, Text, column, field, row, scroll

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot

_FIELDS = ("people", "hours_per_day", "hours_per_lead", "hours_per_quality_lead")


class CapacityPage(QWidget):
    """Everything is written as soon as it is typed; what cannot be read is told and left as it was.

    Signals:
        back: the user wants to see what comes of it.
    """

    back = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        names = {"people": translate("Capacity", "People in sales"), "hours_per_day": translate("Capacity", "Hours a day for new leads"),
                 "hours_per_lead": translate("Capacity", "Hours per general lead"),
                 "hours_per_quality_lead": translate("Capacity", "Hours per quality lead")}
        self.boxes = {name: self._box(name, names[name]) for name in _FIELDS}
        self.closures = self._line(translate("Capacity", "Company closed on"), "12/29〜1/3, 8/13〜8/15", self._write_closures)
        self.spread = self._line(translate("Capacity", "Work by months since hand-over %"), "100", self._write_spread)
        self.node = QComboBox()
        self.node.setAccessibleName(translate("Capacity", "KPI that counts the leads handed over"))
        self.node.activated.connect(lambda: self._do(lambda: verbs.set_node(context.document, self.node.currentData() or "")))
        self.counted = Text("", "caption", wrap=True)
        self.problem = Text("", "bad", wrap=True)
        self.problem.hide()
        self.table = RepsTable()
        self.table.reps.edited.connect(lambda reps: self._do(lambda: verbs.set_reps(context.document, reps)))
        self.table.reps.refused.connect(self._tell)
        self.table.removed.connect(self.remove)
        self._lay_out(names)

    def _lay_out(self, names: Mapping[str, str]) -> None:
        shared = Card(padding=(12, 16), gap=8)
        shared.body.addWidget(SectionHeader(translate("Capacity", "For everybody")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for at, name in enumerate(_FIELDS):
            grid.addWidget(FormRow(names[name], self.boxes[name]), 0, at, Qt.AlignmentFlag.AlignBottom)
        for editor, at, wide in ((self.closures, 0, 2), (self.spread, 2, 1), (self.node, 3, 1)):
            grid.addWidget(FormRow(editor.accessibleName(), editor), 1, at, 1, wide, Qt.AlignmentFlag.AlignBottom)
        for at in range(len(_FIELDS)):
            grid.setColumnStretch(at, 1)
        shared.body.addLayout(grid)
        shared.body.addWidget(self.counted)
        self.remove_button = PushButton(translate("Capacity", "Remove the person"), "trash", small=True,
                                        on=lambda: self.remove(self.table.currentIndex().row()))
        people = Card(padding=(12, 16), gap=8)
        people.body.addWidget(SectionHeader(translate("Capacity", "People one by one"),
                                            translate("Capacity", "where nobody stands here, the number of people counts")))
        people.body.addWidget(self.table, 1)
        people.body.addLayout(row(PushButton(translate("Capacity", "Add a person"), "plus", on=self.add, small=True), self.remove_button, None))
        people.body.addWidget(self.problem)
        inside = QWidget()
        inside.setLayout(column(shared, people, gap=12))
        self.table.setMinimumHeight(150)
        self.setLayout(column(scroll(inside), gap=0))

    def _box(self, name: str, words_for: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(minimum=0, maximum=999, decimals=2, singleStep=0.25)
        box.setSpecialValueText(words.MISSING)
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        box.setAccessibleName(words_for)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda figure: self._do(lambda: verbs.set_figure(self._context.document, name, figure or None)))
        return box

    def _line(self, name: str, placeholder: str, write: Callable[[], None]) -> QLineEdit:
        made = field("", placeholder, name)
        made.editingFinished.connect(write)
        return made

    # showing

    def show_capacity(self, snapshot: Snapshot, nodes: list[tuple[str, str]]) -> None:
        """As the workspace has it, complete or not. ``nodes``: KPIs that can be the load, (id, name)."""
        held = snapshot.value("workspace", "workspace", "capacity")
        raw: Mapping[str, Any] = held if isinstance(held, Mapping) else {}
        made = capacity_from({"people": 1, "hours_per_day": 1, "hours_per_lead": 1, **{k: v for k, v in raw.items() if k not in _FIELDS}})
        reps = made.reps if made else ()
        for name, box in self.boxes.items():
            if not box.hasFocus():
                with QSignalBlocker(box):
                    box.setValue(float(raw.get(name) or 0))
        self.boxes["people"].setEnabled(not reps)
        self._text(self.closures, words.closures_text(closures_of(snapshot)))
        self._text(self.spread, words.parts_text(made.spread if made else AT_ONCE))
        self.table.reps.show_reps(reps)
        self.remove_button.setEnabled(bool(reps))
        self._show_nodes(nodes, str(raw.get("node") or ""))
        self._show_counted(raw)

    @staticmethod
    def _text(line: QLineEdit, text: str) -> None:
        if not (line.hasFocus() and line.isModified()):
            line.setText(text)

    def _show_nodes(self, nodes: list[tuple[str, str]], chosen: str) -> None:
        self.node.clear()
        first = nodes[0][1] if nodes else words.MISSING
        self.node.addItem(translate("Capacity", "By itself ({name})").format(name=first), "")
        for id, name in nodes:
            self.node.addItem(name, id)
        self.node.setCurrentIndex(max(self.node.findData(chosen), 0))

    def _show_counted(self, raw: Mapping[str, Any]) -> None:
        missing = capacity_from(raw) is None
        self.counted.setText(
            translate("Capacity", "People, hours a day and hours per general lead are needed.") if missing else
            translate("Capacity", "Counted on business days: no weekends, no Japanese public holidays, no days on which the company is closed."))
        self.counted.set_role("warn" if missing else "caption")

    # writing

    def add(self) -> None:
        """One more person; the keyboard goes to the name."""
        reps = self.table.reps.reps
        name = translate("Capacity", "Person {number}").format(number=len(reps) + 1)
        self._do(lambda: verbs.set_reps(self._context.document, (*reps, Rep(name))))
        self._context.bridge.flush()
        index = self.table.reps.index(self.table.reps.rowCount() - 1, NAME)
        self.table.setCurrentIndex(index)
        self.table.setFocus()
        self.table.edit(index)

    def remove(self, at: int) -> None:
        """Take a person out; the last one if none is chosen."""
        reps = self.table.reps.reps
        if not reps:
            return
        at = at if 0 <= at < len(reps) else len(reps) - 1
        self._do(lambda: verbs.set_reps(self._context.document, (*reps[:at], *reps[at + 1:])))
        self._context.notify(translate("Capacity", "{name} was taken out.").format(name=reps[at].name or words.MISSING), undo=True)

    def _write_closures(self) -> None:
        self._do(lambda: verbs.set_closures(self._context.document, words.parse_closures(self.closures.text())))
        self.closures.setModified(False)

    def _write_spread(self) -> None:
        self._do(lambda: verbs.set_spread(self._context.document, words.parse_parts(self.spread.text()) or AT_ONCE))
        self.spread.setModified(False)

    def _do(self, verb: Callable[[], object]) -> None:
        self.problem.hide()
        try:
            verb()
        except InputError as error:
            self._tell(error)

    def _tell(self, error: InputError) -> None:
        self.problem.setText(explain(error))
        self.problem.show()
