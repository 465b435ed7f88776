"""The three checks, prefilled with what the figures say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from fusenapp.domain.reviews import ANSWERS, CHECKS, Review
from fusenapp.editing import reviews as verbs
from fusenapp.flows import review_words as words
from fusenapp.flows.reviews import Fact, Kept
from fusenapp.i18n import translate
from fusenapp.ui import areas, icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.reviews.actions import show_clause
from fusenapp.ui.reviews.trying import attempt
from fusenapp.ui.widgets import Card, IconButton, SegmentedControl, Text, column, empty, row
from fusenapp.ui.widgets.bound import BoundText

WIDE = 900
"""From this width on the checks stand side by side."""


class CheckCard(Card):
    """One question: the figures, the answer, why."""

    def __init__(self, context: UiContext, review: str, check: str, number: int) -> None:
        super().__init__(gap=8)
        self._context, self._review, self.check = context, review, check
        question = words.check_words(check)
        self.question = Text(f"{number}. {question}", "strong", wrap=True)
        self.facts = QVBoxLayout()
        self.facts.setSpacing(6)
        self._shown: tuple[Fact, ...] | None = None
        self.answer = SegmentedControl([(a, words.answer_words(a)) for a in ANSWERS], name=question)
        self.answer.changed.connect(self._answer)
        self.comment = BoundText(
            context, ("reviews", review, f"comment.{check}"), lambda text: verbs.comment(context.document, review, check, text),
            name=translate("ReviewsArea", "Why: {question}").format(question=question),
            placeholder=translate("ReviewsArea", "Why"), lines=(1, 6))
        self.body.addWidget(self.question)
        self.body.addLayout(self.facts)
        self.body.addStretch(1)
        self.body.addLayout(row(self.answer, None))
        self.body.addWidget(self.comment)

    def refresh(self, found: Review, facts: Sequence[Fact]) -> None:
        """Show what there is now."""
        self.answer.set_current(found.answers.get(self.check, ""))
        self.answer.setEnabled(found.closed is None)
        self.comment.setReadOnly(found.closed is not None)
        if tuple(facts) == self._shown:
            return
        self._shown = tuple(facts)
        empty(self.facts)
        for fact in facts:
            self.facts.addWidget(self._fact(fact))
        if not facts:
            self.facts.addWidget(Text(translate("ReviewsArea", "The data says nothing about this yet."), "secondary", wrap=True))

    def _fact(self, fact: Fact) -> QWidget:
        picture = QLabel()
        warning = fact.severity == "warning"
        picture.setPixmap(icons.pixmap("alert-circle" if warning else "info", 16, "bad" if warning else "text3"))
        told = words.fact_words(fact)
        line = row(column(picture, None), Text(told, wrap=True), gap=8)
        line.setStretch(1, 1)
        if fact.link is not None:
            go = IconButton("arrow-right", translate("ReviewsArea", "Show: {what}").format(what=told), lambda link=fact.link: self._go(link),
                            small=True)
            line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _go(self, link: tuple[str, str]) -> None:
        if link[0] == "clauses":
            show_clause(self._context, link[1])
        else:
            self._context.navigate(areas.area_of(*link), link)

    def _answer(self, given: str) -> None:
        before = self._context.document.get("reviews", self._review) or {}
        again = before.get(f"answer.{self.check}") == given  # pressed once more: take it back
        attempt(self._context, lambda: verbs.answer(self._context.document, self._review, self.check, "" if again else given))


class ChecksRow(QWidget):
    """The three cards, side by side where there is room."""

    def __init__(self, context: UiContext, review: str) -> None:
        super().__init__()
        self.cards = [CheckCard(context, review, check, at) for at, check in enumerate(CHECKS, 1)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._across = 0
        self._arrange(1)

    def refresh(self, found: Review, kept: Kept) -> None:
        """Show what there is now."""
        for card in self.cards:
            card.refresh(found, kept.checks.get(card.check, ()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(3 if self.width() >= WIDE else 1)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for at, card in enumerate(self.cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // across, at % across)
        for at in range(3):
            self._grid.setColumnStretch(at, 1 if at < across else 0)
