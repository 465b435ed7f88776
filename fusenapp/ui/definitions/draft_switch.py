"""Whose wording of a definition is shown: the joint one, or a department's own draft."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from fusenapp.domain import agreement
from fusenapp.domain.snapshot import value
from fusenapp.editing import settling
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import PushButton, department_icon


class DraftSwitch(QWidget):
    """A box with the joint definition and the drafts that there are, and a button to begin one's own.

    Signals:
        changed: another one is shown.
    """

    changed = Signal()

    def __init__(self, context: UiContext, rule: str, session: dict[str, Any]) -> None:
        super().__init__()
        self._context, self._rule, self._session = context, rule, session
        self.box = QComboBox()
        self.box.setAccessibleName(translate("Definitions", "Whose wording"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.activated.connect(lambda _: self.show_draft(self.box.currentData()))
        self.begin = PushButton(translate("Definitions", "Write our own draft"), "pencil", on=self._begin)
        self.begin.setToolTip(translate("Definitions", "Begins as the joint definition; what differs is settled under Differences."))
        self.compare = PushButton(translate("Definitions", "See the differences"), "split", on=self._compare)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.box, self.begin, self.compare):
            layout.addWidget(part)
        session.setdefault("draft", self._first())
        context.department_changed.connect(self._speak_for)
        self.refresh()

    @property
    def department(self) -> str:
        """Whose draft is shown; empty for the joint definition."""
        wanted = self._session.get("draft", "")
        return wanted if wanted and self._has(wanted) else ""

    @property
    def id(self) -> str:
        """Id of the definition that is shown."""
        return settling.draft_id(self._rule, self.department) if self.department else self._rule

    def show_draft(self, department: str) -> None:
        """Show a department's draft, or (empty) the joint definition."""
        before = self.id
        self._session["draft"] = department
        self.refresh()
        if self.id != before:
            self.changed.emit()

    def _first(self) -> str:
        """Until the joint definition is proposed, a department that has a draft goes on with it."""
        own = self._context.department
        if not self._has(own):
            return ""
        state = agreement.status(self._context.snapshot(), ("definitions", self._rule)).state
        return own if state == agreement.DRAFT else ""

    def _speak_for(self, department: str) -> None:
        """Who speaks for another department now does not go on in the draft of the one before."""
        self.show_draft(department if self.department and self._has(department) else "")

    def refresh(self) -> None:
        """List the drafts that there are now."""
        self.box.clear()
        self.box.addItem(icons.icon("agreements"), translate("Definitions", "Joint definition"), "")
        drafts = [d for d in self._context.snapshot().all("departments") if self._has(d["id"])]
        for d in drafts:
            name = value("departments", d, "short") or value("departments", d, "name")
            words = translate("Definitions", "Draft of {side}").format(side=name)
            self.box.addItem(department_icon(value("departments", d, "shape")), words, d["id"])
        self.box.setCurrentIndex(max(self.box.findData(self.department), 0))
        self.box.setVisible(bool(drafts))
        self.begin.setVisible(not self._has(self._context.department))
        self.compare.setVisible(bool(drafts))

    def _has(self, department: str) -> bool:
        return self._context.document.get("definitions", settling.draft_id(self._rule, department)) is not None

    def _begin(self) -> None:
        settling.start_draft(self._context.document, self._rule, self._context.department)
        self.show_draft(self._context.department)

    def _compare(self) -> None:
        self._context.navigate("compare", ("definitions", self._rule))
