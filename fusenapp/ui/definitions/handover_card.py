"""The hand-over contract under the hot-lead rule: deadlines, required fields, reasons for giving a lead back."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QSpinBox, QWidget

from fusenapp.document import Changes
from fusenapp.editing import handover, templates
from fusenapp.i18n import translate
from fusenapp.ui.agreement_bar import AgreementBar
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.columns import offered
from fusenapp.ui.definitions.reasons_editor import ReasonsEditor
from fusenapp.ui.definitions.values import ListValue
from fusenapp.ui.widgets import Card, FormRow, PushButton, SectionHeader, row
from fusenapp.ui.widgets.bound import BoundText


class HandoverCard(Card):
    """Edits the record ``handover`` and the ``reasons``, or (``id``) a department's draft of the former."""

    def __init__(self, context: UiContext, parent: QWidget | None = None, *, id: str = handover.JOINT) -> None:
        super().__init__(parent)
        self._context, self.contract = context, id
        head = SectionHeader(translate("Handover", "Hand-over contract"), translate("Handover", "what marketing and sales promise each other"))
        if id == handover.JOINT:
            bar = AgreementBar(context, ("handover", "handover"), frozenset(("handover", "reasons")))
            head.add_right(bar)
            bar.refresh()  # now that it has a parent it can hide: what is not there cannot be stamped
        self.body.addWidget(head)
        self.begin = PushButton(translate("Handover", "Begin with the usual contract"), "handover",
                                on=lambda: templates.add_handover(context.document), small=True)
        self.begin.setToolTip(translate("Handover", "Writes the usual deadlines and the reasons R0–R9, to be changed as you agree."))
        self.body.addLayout(row(self.begin, None))
        self.hours = {name: self._number(name, words, suffix) for name, words, suffix in (
            ("first_contact_hours", translate("Handover", "First contact within"), translate("Handover", " hours")),
            ("feedback_hours", translate("Handover", "Answer from sales within"), translate("Handover", " hours")),
            ("attempts", translate("Handover", "Attempts before “cannot be reached”"), translate("Handover", " times")))}
        self.body.addLayout(row(*(FormRow(spin.accessibleName(), spin) for spin in self.hours.values()), None, gap=16))
        self.required = ListValue("text")
        self.required.line.setPlaceholderText(translate("Handover", "Add a field"))
        self.required.edited.connect(lambda: handover.set_required_fields(context.document, self.required.value() or [], id))
        self.required.offer([(c.name, 0) for c in offered(context.snapshot())])
        self.body.addWidget(FormRow(translate("Handover", "Fields that must be filled when a lead is handed over"), self.required))
        recycling = BoundText(context, ("handover", id, "recycling"), lambda text: handover.write_recycling(context.document, text, id),
                              name=translate("Handover", "When a rejected lead may come back"), lines=(1, 5))
        self.body.addWidget(FormRow(translate("Handover", "When a rejected lead may come back"), recycling))
        if id == handover.JOINT:  # the reasons are the same for all
            self.body.addWidget(SectionHeader(translate("Handover", "Reasons for rejection"), translate("Handover", "no reason, no rejection")))
            self.reasons = ReasonsEditor(context)
            self.body.addWidget(self.reasons)
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
        if self._context.snapshot().value("handover", self.contract, name) != number:
            handover.set_deadlines(self._context.document, id=self.contract, **hours)

    def refresh(self) -> None:
        """Take over what the document says."""
        snapshot = self._context.snapshot()
        self.begin.setVisible(self.contract == handover.JOINT and not snapshot.all("reasons") and not snapshot.get("handover", handover.JOINT))
        for name, spin in self.hours.items():
            spin.blockSignals(True)
            spin.setValue(int(snapshot.value("handover", self.contract, name) or 1))
            spin.blockSignals(False)
        self.required.show_value(list(snapshot.value("handover", self.contract, "required_fields") or ()))

    def _look(self, changes: Changes) -> None:
        if ("handover", self.contract) in {*changes.updated, *changes.added, *changes.removed}:
            self.refresh()
