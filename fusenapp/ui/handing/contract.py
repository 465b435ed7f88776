"""The hand-over contract in its own area: deadlines, required fields held against the hot leads, recycling, reasons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.flows.handing import Handing
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.handover_card import HandoverCard
from fusenapp.ui.widgets import Card, LinkButton, SectionHeader, Text, row, scroll


class ContractView(QWidget):
    """The contract, and below it what the chosen list makes of it.

    Args:
        to_work: leads to the list of incomplete leads.
    """

    def __init__(self, context: UiContext, to_work: Callable[[str], None]) -> None:
        super().__init__()
        self._to_work = to_work
        self._check: QWidget | None = None
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(16, 16, 16, 16)
        self._body.setSpacing(12)
        self.card = HandoverCard(context)
        self._body.addWidget(self.card)
        self._body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll(body))

    def show_found(self, found: Handing | None) -> None:
        """Hold the required fields against the leads."""
        if self._check is not None:
            self._body.removeWidget(self._check)
            self._check.hide()
            self._check.deleteLater()
            self._check = None
        if found is not None:
            self._check = required_card(found, self._to_work)
            self._body.insertWidget(1, self._check)


def required_card(found: Handing, to_work: Callable[[str], None]) -> QWidget:
    """Hot leads that lack what must be handed over with them."""
    card = Card(padding=(12, 14))
    head = SectionHeader(translate("Handing", "Fields that must be handed over"), translate("Handing", "%n hot lead(s)", n=found.hot))
    incomplete = next((len(w) for w in found.work if w.key == "lacking"), 0)
    if incomplete:
        words = translate("Handing", "Work off %n incomplete hot lead(s)", n=incomplete)
        head.add_right(LinkButton(words, "leads", on=lambda: to_work("lacking")))
    card.body.addWidget(head)
    if not found.lacking and not found.absent:
        card.body.addWidget(Text(translate("Handing", "The contract names no required fields yet."), "secondary"))
    for name, missing in found.lacking.items():
        told = translate("Handing", "missing in %n hot lead(s)", n=missing) if missing else translate("Handing", "always filled")
        card.body.addLayout(row(Text(name, "strong"), Text(told, "bad" if missing else "good"), None))
    for name in found.absent:
        card.body.addLayout(row(Text(name, "strong"), Text(translate("Handing", "no such column in this list"), "warn"), None))
    return card
