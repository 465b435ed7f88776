"""The reasons for giving a lead back, on two levels: what it is called, where the lead goes, who owns that, by when, which clause."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.handover import main_code, reason_key
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing import handover
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.wrapped_line import WrappedLine
from fusenapp.ui.widgets import FlatButton, IconButton, Text, department_icon, row
from fusenapp.ui.widgets.bound import BoundLine

_CODE, _NAME, _TO, _OWNER, _DAYS, _CLAUSE, _MORE = range(7)


class ReasonsEditor(QWidget):
    """A line a reason; its cases are indented below it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._grid_holder: QWidget | None = None
        self._listed: list[tuple[str, str]] = []
        self._owners: dict[str, QComboBox] = {}
        self._days: dict[str, QSpinBox] = {}
        self._clauses: dict[str, QComboBox] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        add = FlatButton(translate("Handover", "Add a reason"), "plus", on=lambda: self.add(""), small=True)
        self._layout.addLayout(row(add, None))
        context.bridge.changed.connect(self._look)
        self.refresh()

    def refresh(self) -> None:
        """List the reasons again where some came or went, else renew what they say."""
        snapshot = self._context.snapshot()
        rows = sorted(snapshot.all("reasons"), key=lambda r: reason_key(value("reasons", r, "code")))
        listed = [(r["id"], value("reasons", r, "code")) for r in rows]
        if listed != self._listed or self._grid_holder is None:
            self._listed = listed
            self._lay_out(snapshot, rows)
        for record in rows:
            self._renew(record)

    def _look(self, changes: Changes) -> None:
        kinds = {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)}
        if kinds & {"departments", "clauses", "definitions"}:
            self._listed = []
        if kinds & {"reasons", "departments", "clauses", "definitions"}:
            self.refresh()

    def add(self, parent: str) -> None:
        """A reason, or a case of one, its words ready to be typed."""
        id = handover.add_reason(self._context.document, parent)
        self._context.bridge.flush()
        line = self.findChild(BoundLine, f"name:{id}")
        if isinstance(line, BoundLine):
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, snapshot: Snapshot, rows: list[Record]) -> None:
        if self._grid_holder is not None:
            self._layout.removeWidget(self._grid_holder)
            self._grid_holder.hide()
            self._grid_holder.deleteLater()
        self._owners, self._days, self._clauses = {}, {}, {}
        holder = self._grid_holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        heads = (translate("Handover", "Code"), translate("Handover", "Reason"), translate("Handover", "Goes to"),
                 translate("Handover", "Owner"), translate("Handover", "Within"), translate("Handover", "Clause in question"))
        for at, words in enumerate(heads):
            grid.addWidget(Text(words, "caption"), 0, at)
        known = clause_words(snapshot)
        for at, record in enumerate(rows, 1):
            self._line(grid, at, snapshot, record, known)
        grid.setColumnStretch(_NAME, 5)
        grid.setColumnStretch(_TO, 4)
        grid.setColumnStretch(_CLAUSE, 2)
        self._layout.insertWidget(0, holder)

    def _line(self, grid: QGridLayout, at: int, snapshot: Snapshot, record: Record, known: dict[str, str]) -> None:
        id, code = record["id"], value("reasons", record, "code")
        case = main_code(code) != code
        mark = Text(code, "secondary" if case else "strong")
        mark.setContentsMargins(10 if case else 0, 0, 0, 0)
        grid.addWidget(mark, at, _CODE)
        document = self._context.document
        grid.addWidget(self._text(record, "name", lambda text: handover.set_reason(document, id, name=text)), at, _NAME)
        grid.addWidget(self._text(record, "destination", lambda text: handover.set_reason(document, id, destination=text)), at, _TO)
        self._owners[id] = self._owner(snapshot, id, code)
        self._days[id] = self._deadline(id, code)
        self._clauses[id] = self._clause(id, code, known)
        for place, editor in ((_OWNER, self._owners[id]), (_DAYS, self._days[id]), (_CLAUSE, self._clauses[id])):
            grid.addWidget(editor, at, place)
        grid.addLayout(row(*self._buttons(id, code, case), gap=0), at, _MORE)

    def _buttons(self, id: str, code: str, case: bool) -> list[QWidget]:
        remove = IconButton("trash", translate("Handover", "Delete {code}").format(code=code), on=lambda: self._delete(id, code), small=True)
        if case:
            return [remove]
        add = IconButton("plus", translate("Handover", "Add a case of {code}").format(code=code), on=lambda: self.add(code), small=True)
        return [add, remove]

    def _delete(self, id: str, code: str) -> None:
        handover.delete_reason(self._context.document, id)
        self._context.notify(translate("Handover", "The reason {code} was deleted.").format(code=code), undo=True)

    def _text(self, record: Record, field: str, write: Callable[[str], None]) -> BoundLine:
        words = translate("Handover", "Reason") if field == "name" else translate("Handover", "Goes to")
        line = WrappedLine(self._context, ("reasons", record["id"], field), write, plain=True,
                           name=f"{value('reasons', record, 'code')} {words}", placeholder=words)
        line.setObjectName(f"{field}:{record['id']}")
        return line

    def _owner(self, snapshot: Snapshot, id: str, code: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"{code} {translate('Handover', 'Owner')}")
        box.addItem("—", "")
        for d in snapshot.all("departments"):
            words = value("departments", d, "short") or value("departments", d, "name")
            box.addItem(department_icon(value("departments", d, "shape")), words, d["id"])
        box.activated.connect(lambda _: handover.set_reason(self._context.document, id, owner=box.currentData()))
        box.setFixedWidth(104)
        return box

    def _deadline(self, id: str, code: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(0, 999)
        spin.setSpecialValueText("—")
        spin.setSuffix(translate("Handover", " days"))
        spin.setAccessibleName(f"{code} {translate('Handover', 'Within')}")
        spin.setKeyboardTracking(False)
        spin.setFixedWidth(96)
        spin.lineEdit().setTextMargins(6, 0, 0, 0)
        spin.valueChanged.connect(lambda days: handover.set_reason(self._context.document, id, deadline_days=days))
        return spin

    def _clause(self, id: str, code: str, known: dict[str, str]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"{code} {translate('Handover', 'Clause in question')}")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        box.addItem("—", "")
        for clause, words in known.items():
            box.addItem(words, clause)
        box.activated.connect(lambda _: handover.set_reason(self._context.document, id, clause=box.currentData()))
        return box

    def _renew(self, record: Record) -> None:
        id = record["id"]
        owner, days, clause = self._owners[id], self._days[id], self._clauses[id]
        owner.setCurrentIndex(max(owner.findData(value("reasons", record, "owner") or ""), 0))
        with QSignalBlocker(days):
            days.setValue(int(value("reasons", record, "deadline_days") or 0))
        told = value("reasons", record, "clause") or ""
        if clause.findData(told) < 0:
            clause.addItem(told, told)  # a clause that is gone is said, not hidden
        clause.setCurrentIndex(clause.findData(told))
        clause.setToolTip(clause.currentText())


def clause_words(snapshot: Snapshot) -> dict[str, str]:
    """Id of a clause as rule files and the contract have it → its words; target first, then hot lead."""
    from fusenapp.domain import definition
    from fusenapp.qualify import phrase

    known = definition.all_from_snapshot(snapshot)
    found: dict[str, str] = {}
    for rule in ("target", "hot-lead"):
        if rule in known:
            for clause in definition.conditions(known[rule].root):
                found.setdefault(clause.id, phrase(clause, None, known))
    return found
