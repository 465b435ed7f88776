"""What became of the leads of a list: handed over, accepted, rejected and why, won; and by inflow route."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.widgets import Card, EmptyState, Text, row, scroll
from fusenapp.ui.widgets.rows_table import Column, fill_table, rows_table, table_card


class OutcomeView(QWidget):
    """Shows what `flows.outcomes` found; says so where the list does not tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: dict[str, Text] = {}
        self.reasons = rows_table(translate("Leads", "Reasons for rejection"))
        self.routes = rows_table(translate("Leads", "By route"))
        self._page: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_outcomes(self, told: Mapping[str, Any], leads: int, rule: str) -> None:
        """Other figures.

        Args:
            told: as `flows.outcomes.outcomes` gives it.
            leads: rows of the list.
            rule: name of the definition in use.
        """
        if self._page is not None:
            self._layout.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self.figures = {}
        self.reasons, self.routes = rows_table(translate("Leads", "Reasons for rejection")), rows_table(translate("Leads", "By route"))
        self._page = self._filled(told, leads, rule) if told else EmptyState(
            "chart", translate("Leads", "No outcomes in this list"),
            translate("Leads", "Columns such as hand-over date, accepted by sales and won on tell what became of the leads."))
        self._layout.addWidget(self._page)

    def _filled(self, told: Mapping[str, Any], leads: int, rule: str) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._cards(told, leads))
        if told.get("rejection_reasons"):
            layout.addWidget(self._reasons_card(told))
        if told.get("by_route"):
            layout.addWidget(self._routes_card(told["by_route"], rule))
        layout.addStretch(1)
        return scroll(body)

    def _cards(self, told: Mapping[str, Any], leads: int) -> Any:
        handed = told.get("handed_over")
        wanted = (("handed_over", translate("Leads", "Handed over"), leads), ("accepted", translate("Leads", "Accepted"), handed),
                  ("rejected", translate("Leads", "Rejected"), handed), ("unanswered", translate("Leads", "No answer"), handed),
                  ("won", translate("Leads", "Won"), leads), ("won_amount", translate("Leads", "Amount won (yen)"), None))
        cards = []
        for key, words, whole in wanted:
            if key in told:
                self.figures[key] = Text(f"{told[key]:,}", "figure")
                self.figures[key].setAccessibleDescription(words)
                card = Card(padding=(10, 14), gap=0)
                card.body.addWidget(Text(words, "caption"))
                card.body.addWidget(self.figures[key])
                card.body.addWidget(Text(f"{told[key] / whole:.1%}" if whole else "", "caption"))
                cards.append(card)
        return row(*cards, gap=12)

    def _reasons_card(self, told: Mapping[str, Any]) -> QWidget:
        reasons, rejected = told["rejection_reasons"], told.get("rejected") or 1
        rows = [(name, count, count / rejected) for name, count in reasons.items()]
        if told.get("rejected_without_reason"):
            none = told["rejected_without_reason"]
            rows.append((translate("Leads", "(no reason given)"), none, none / rejected))
        columns = [Column(translate("Leads", "Reason")), Column(translate("Leads", "Leads"), "number"),
                   Column(translate("Leads", "Share of the rejected"), "share")]
        fill_table(self.reasons, columns, rows)
        return table_card(translate("Leads", "Reasons for rejection"), "", self.reasons)

    def _routes_card(self, routes: list[Mapping[str, Any]], rule: str) -> QWidget:
        named = {"handed_over": translate("Leads", "Handed over"), "accepted": translate("Leads", "Accepted"), "won": translate("Leads", "Won")}
        extra = [key for key in named if key in routes[0]]
        columns = [Column(translate("Leads", "Route")), Column(translate("Leads", "Leads"), "number"),
                   Column(translate("Leads", "Match"), "number"), Column(translate("Leads", "Share that matches"), "share"),
                   *(Column(named[key], "number") for key in extra)]
        none = translate("Leads", "(not given)")
        rows = [(r["route"] or none, r["leads"], r["match"], r["share"], *(r[key] for key in extra)) for r in routes]
        fill_table(self.routes, columns, rows)
        return table_card(translate("Leads", "By route"), translate("Leads", "matching: {definition}").format(definition=rule), self.routes)
