"""The hand-over contract in its own area: deadlines, required fields held against the hot leads, recycling, reasons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.snapshot import value
from fusenapp.editing import settling
from fusenapp.editing.handover import JOINT
from fusenapp.flows.handing import Handing
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.handover_card import HandoverCard
from fusenapp.ui.widgets import Card, LinkButton, PushButton, SectionHeader, Text, department_icon, row, scroll


class ContractView(QWidget):
    """The contract or a department's draft of it, and below it what the chosen list makes of it.

    Args:
        to_work: leads to the list of incomplete leads.
    """

    def __init__(self, context: UiContext, to_work: Callable[[str], None]) -> None:
        super().__init__()
        self._context, self._to_work = context, to_work
        self._session = context.session("handing")
        self._check: QWidget | None = None
        self.box = QComboBox()
        self.box.setAccessibleName(translate("Handing", "Whose terms"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.activated.connect(lambda _: self._choose(self.box.currentData()))
        self.begin = PushButton(translate("Handing", "Write our own draft"), "pencil", on=self._begin, small=True)
        self.begin.setToolTip(translate("Handing", "Begins as the joint contract; what differs is settled under Differences."))
        self.compare = PushButton(translate("Handing", "See the differences"), "split", small=True,
                                  on=lambda: context.navigate("compare", ("handover", "handover")))
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(16, 12, 16, 16)
        self._body.setSpacing(12)
        self._body.addLayout(row(self.box, self.begin, self.compare, None))
        self.card = HandoverCard(context, id=self.contract)
        self._body.addWidget(self.card)
        self._body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll(body))
        context.department_changed.connect(self._list_drafts)
        context.bridge.changed.connect(self._look)
        self._list_drafts()

    @property
    def contract(self) -> str:
        """Id of the contract or draft that is shown."""
        department = self._session.get("draft", "")
        return settling.draft_id(JOINT, department) if department and self._has(department) else JOINT

    def _has(self, department: str) -> bool:
        return self._context.document.get("handover", settling.draft_id(JOINT, department)) is not None

    def _list_drafts(self) -> None:
        self.box.clear()
        self.box.addItem(icons.icon("agreements"), translate("Handing", "Joint contract"), "")
        drafts = [d for d in self._context.snapshot().all("departments") if self._has(d["id"])]
        for d in drafts:
            name = value("departments", d, "short") or value("departments", d, "name")
            words = translate("Handing", "Draft of {side}").format(side=name)
            self.box.addItem(department_icon(value("departments", d, "shape")), words, d["id"])
        self.box.setCurrentIndex(max(self.box.findData(self._session.get("draft", "")), 0))
        self.box.setVisible(bool(drafts))
        self.compare.setVisible(bool(drafts))
        self.begin.setVisible(not self._has(self._context.department))

    def _look(self, changes: Changes) -> None:
        touched = [*changes.added, *changes.removed]
        if any(kind in ("handover", "departments") for kind, _ in touched):
            self._list_drafts()
            self._show_card()

    def _begin(self) -> None:
        settling.start_handover_draft(self._context.document, self._context.department)
        self._context.bridge.flush()
        self._choose(self._context.department)

    def _choose(self, department: str) -> None:
        self._session["draft"] = department
        self._list_drafts()
        self._show_card()

    def _show_card(self) -> None:
        if self.card.contract == self.contract:
            return
        old, self.card = self.card, HandoverCard(self._context, id=self.contract)
        self._body.replaceWidget(old, self.card)
        old.hide()
        old.deleteLater()

    def show_found(self, found: Handing | None) -> None:
        """Hold the required fields against the leads."""
        if self._check is not None:
            self._body.removeWidget(self._check)
            self._check.hide()
            self._check.deleteLater()
            self._check = None
        if found is not None:
            self._check = required_card(found, self._to_work)
            self._body.insertWidget(self._body.count() - 1, self._check)


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
