"""The result of a closed round, for two departments at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from fusenapp.domain.labelling import Drawn, Labelling
from fusenapp.i18n import translate
from fusenapp.ui.areas import area_of
from fusenapp.ui.context import UiContext
from fusenapp.ui.labelling import words
from fusenapp.ui.labelling.agreement_cards import Cards, definition_card, kappa_card, matrix_card, together_card
from fusenapp.ui.labelling.lead_table import LeadAnswers, LeadTable
from fusenapp.ui.labelling.reasons_table import ReasonsTable
from fusenapp.ui.labelling.telling import Told, summary, tell
from fusenapp.ui.widgets import Text, row, scroll
from fusenapp.ui.words import clock, local

if TYPE_CHECKING:
    from fusenapp.qualify.separating import Separation


class ResultPage(QWidget):
    """Reckoned on a worker; which two departments are looked at lives in the session."""

    def __init__(self, context: UiContext, found: Labelling, session: dict[str, Any]) -> None:
        super().__init__()
        self._context, self.found, self._session = context, found, session
        self.told: Told | None = None
        self.leads: LeadTable | None = None
        self.reasons: ReasonsTable | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None
        snapshot, author = context.snapshot(), context.author
        self._task = context.run("", lambda progress: tell(snapshot, found, author.department, author.person), self._show)

    def _show(self, told: Told) -> None:
        self.told = told
        self._fill()
        if self.leads is not None and self.isVisible() and not isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit)):
            self.leads.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        if self.told is None:
            return
        if self._page is not None:
            self._layout.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = self._filled(self.told)
        self._layout.addWidget(self._page)

    @property
    def at(self) -> int:
        """Which two departments are looked at."""
        return min(self._session.get("pair", 0), len(self.told.result.between) - 1) if self.told else 0

    def _filled(self, told: Told) -> QWidget:
        snapshot, between = self._context.snapshot(), told.result.between[self.at]
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(16, 12, 16, 16)
        inside.setSpacing(12)
        inside.addLayout(self._head(told))
        inside.addWidget(Text(summary(snapshot, told, self.at), "title", wrap=True))
        inside.addWidget(Cards(kappa_card(between.pair, self.found.rule), matrix_card(snapshot, between, self.found.rule),
                               definition_card(snapshot, told.result)))
        if len(self.found.departments) > 2:
            inside.addWidget(together_card(told.result))
        self.leads = LeadTable(snapshot, told, between, self._inspect)
        self.reasons = ReasonsTable(snapshot, told, between, self._to_builder, self._to_compare)
        inside.addWidget(self.leads)
        inside.addWidget(self.reasons)
        inside.addWidget(Text(translate(
            "Labelling", "The leads were drawn from several kinds on purpose. The figures hold for these leads, not for the whole list."),
            "caption", wrap=True))
        inside.addStretch(1)
        return scroll(body)

    def _head(self, told: Told):
        snapshot, closed = self._context.snapshot(), self.found.closed or ("", "", "")
        moment = local(closed[2])
        opened = translate("Labelling", "Result opened by {person}, {time}").format(
            person=closed[0] or words.short(snapshot, closed[1]), time=clock(moment) if moment else "")
        self.pairs = QComboBox()
        self.pairs.setAccessibleName(translate("Labelling", "Which two departments"))
        for each in told.result.between:
            self.pairs.addItem(f"{words.short(snapshot, each.first)} × {words.short(snapshot, each.second)}")
        self.pairs.setCurrentIndex(self.at)
        self.pairs.activated.connect(self._choose)
        if len(told.result.between) <= 1:
            self.pairs.hide()
        return row(self.pairs, Text(opened, "caption"), None)

    def _choose(self, at: int) -> None:
        self._session["pair"] = at
        self._fill()

    def _inspect(self, lead: Drawn) -> None:
        if self.told is not None:
            detail = LeadAnswers(self._context.snapshot(), self.told, lead)
            self._context.inspector.show(detail, translate("Labelling", "Labelled lead"), "leads")

    def _to_builder(self, found: Separation) -> None:
        """To the condition; for a field that the definition does not ask, to the definition."""
        item = ("clauses", found.condition.record) if found.definition and found.condition.record else ("definitions", self.found.rule)
        self._context.navigate(area_of("definitions", found.definition or self.found.rule), item)

    def _to_compare(self, found: Separation) -> None:
        definition = found.definition or self.found.rule
        self._context.navigate("compare", ("definitions", definition, found.condition.id) if found.definition else ("definitions", definition))
