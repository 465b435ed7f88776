"""The hand-over contract under the hot-lead rule: deadlines, required fields, reasons for giving a lead back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from fusenapp.document import Changes
from fusenapp.domain.snapshot import Record, value
from fusenapp.editing import handover
from fusenapp.i18n import translate
from fusenapp.ui.agreement_bar import AgreementBar
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.columns import offered
from fusenapp.ui.definitions.values import ListValue
from fusenapp.ui.widgets import Card, FormRow, SectionHeader, Text, row
from fusenapp.ui.widgets.bound import BoundLine, BoundText


class HandoverCard(Card):
    """Edits the record ``handover`` and the ``reasons``."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        head = SectionHeader(translate("Handover", "Hand-over contract"), translate("Handover", "what marketing and sales promise each other"))
        head.add_right(AgreementBar(context, ("handover", "handover"), frozenset(("handover", "reasons"))))
        self.body.addWidget(head)
        self.hours = {name: self._number(name, words, suffix) for name, words, suffix in (
            ("first_contact_hours", translate("Handover", "First contact within"), translate("Handover", " hours")),
            ("feedback_hours", translate("Handover", "Answer from sales within"), translate("Handover", " hours")),
            ("attempts", translate("Handover", "Attempts before “cannot be reached”"), translate("Handover", " times")))}
        self.body.addLayout(row(*(FormRow(spin.accessibleName(), spin) for spin in self.hours.values()), None, gap=16))
        self.required = ListValue("text")
        self.required.line.setPlaceholderText(translate("Handover", "Add a field"))
        self.required.edited.connect(lambda: handover.set_required_fields(context.document, self.required.value() or []))
        self.required.offer([(c.name, 0) for c in offered(context.snapshot())])
        self.body.addWidget(FormRow(translate("Handover", "Fields that must be filled when a lead is handed over"), self.required))
        recycling = BoundText(context, ("handover", "handover", "recycling"), lambda text: handover.write_recycling(context.document, text),
                              name=translate("Handover", "When a rejected lead may come back"), lines=(1, 5))
        self.body.addWidget(FormRow(translate("Handover", "When a rejected lead may come back"), recycling))
        self.body.addWidget(SectionHeader(translate("Handover", "Reasons for rejection"), translate("Handover", "no reason, no rejection")))
        self.body.addLayout(self._reasons())
        context.bridge.changed.connect(self._look)
        self.refresh()

    def _number(self, name: str, words: str, suffix: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(1, 999)
        spin.setSuffix(suffix)
        spin.setAccessibleName(words)
        spin.setKeyboardTracking(False)
        spin.setMinimumWidth(120)
        spin.lineEdit().setTextMargins(6, 0, 0, 0)
        spin.valueChanged.connect(lambda number: self._set(**{name: number}))
        return spin

    def _set(self, **hours: Any) -> None:
        name, number = next(iter(hours.items()))
        if self._context.snapshot().value("handover", "handover", name) != number:
            handover.set_deadlines(self._context.document, **hours)

    def refresh(self) -> None:
        """Take over what the document says."""
        snapshot = self._context.snapshot()
        for name, spin in self.hours.items():
            spin.blockSignals(True)
            spin.setValue(int(snapshot.value("handover", "handover", name) or 1))
            spin.blockSignals(False)
        self.required.show_value(list(snapshot.value("handover", "handover", "required_fields") or ()))

    def _look(self, changes: Changes) -> None:
        if ("handover", "handover") in changes.updated:
            self.refresh()

    def _reasons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        heads = (translate("Handover", "Code"), translate("Handover", "Reason"), translate("Handover", "Goes to"))
        for column, words in enumerate(heads):
            grid.addWidget(Text(words, "caption"), 0, column)
        for at, reason in enumerate(self._context.snapshot().all("reasons"), 1):
            grid.addWidget(Text(value("reasons", reason, "code"), "strong"), at, 0)
            grid.addWidget(self._line(reason, "name", self._rename), at, 1)
            grid.addWidget(self._line(reason, "destination", self._redirect), at, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return grid

    def _rename(self, id: str, name: str) -> None:
        handover.set_reason(self._context.document, id, name=name)

    def _redirect(self, id: str, destination: str) -> None:
        handover.set_reason(self._context.document, id, destination=destination)

    def _line(self, reason: Record, field: str, write: Callable[[str, str], None]) -> BoundLine:
        id = reason["id"]
        words = translate("Handover", "Reason") if field == "name" else translate("Handover", "Goes to")
        return BoundLine(self._context, ("reasons", id, field), lambda text: write(id, text), plain=True,
                         name=f"{value('reasons', reason, 'code')} {words}")
