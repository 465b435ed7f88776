"""The three pages of blind labelling: the rounds, one lead after the other, the result."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import labelling
from fusenapp.domain.labelling import Labelling
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.live import lead_lists
from fusenapp.ui.labelling import words
from fusenapp.ui.labelling.deck import Deck
from fusenapp.ui.labelling.rounds import Doors, RoundsPage
from fusenapp.ui.widgets import AreaHeader, EmptyState, PushButton

ROUNDS, DECK, RESULT = "rounds", "deck", "result"
_KINDS = frozenset(("labellings", "label_sheets", "departments", "datasets"))
_RULES = frozenset(("definitions", "groups", "clauses"))


class LabellingArea(QWidget):
    """Which page, which round and which lead live in the session, so that one goes on where one was."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context, self._session = context, context.session("labelling")
        self.page: QWidget | None = None
        self._stale = True
        self.back = PushButton(translate("Labelling", "All labellings"), "arrow-left", on=self.show_rounds)
        self.compare = PushButton(translate("Labelling", "Differences"), "split", on=lambda: context.navigate("compare"))
        self.header = AreaHeader(translate("Labelling", "Blind labelling"), "")
        self.header.add_right(self.back, self.compare)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.header)
        context.bridge.changed.connect(self._look)
        context.department_changed.connect(self._speak_for)

    # pages

    @property
    def found(self) -> Labelling | None:
        """The round that is shown, None on the page of all rounds."""
        id = self._session.get("id", "")
        return labelling.labelling(self._context.snapshot(), id) if id and self._session.get("page") in (DECK, RESULT) else None

    def refresh(self, *_: object) -> None:
        """Make the page anew; while the area is hidden this waits until it is shown."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        found = self.found
        caption = words.told_of(self._context.snapshot(), found) if found else translate("Labelling", "same leads, answered unseen")
        self.header.set_title(found.name if found else translate("Labelling", "Blind labelling"), caption)
        self.back.setVisible(found is not None)
        self._show(self._make(found))

    def _make(self, found: Labelling | None) -> QWidget:
        if found is None:
            self._context.inspector.clear()
            return self._rounds()
        if found.closed:
            self._session["page"] = RESULT
            from fusenapp.ui.labelling.result_page import ResultPage

            return ResultPage(self._context, found, self._session)
        self._context.inspector.clear()
        if self._context.department not in found.departments:
            return EmptyState("eye-off", translate("Labelling", "Your department is not asked"), translate(
                "Labelling", "Change the department you speak for at the top of the window, or go back to the list."),
                translate("Labelling", "All labellings"), on=self.show_rounds)
        return Deck(self._context, found, self._session.get("at", ""), self._walked, self.show_rounds)

    def _rounds(self) -> QWidget:
        if not lead_lists(self._context.snapshot()) and not labelling.labellings(self._context.snapshot()):
            return EmptyState("eye-off", translate("Labelling", "No leads to label yet"), translate(
                "Labelling", "Import a lead list. Departments then say of the same leads, unseen, whether they are hot."),
                translate("Labelling", "Import leads"), on=lambda: self._context.navigate("leads"))
        return RoundsPage(self._context, Doors(self.label, self.show_result, self._begun), self._session.get("making", False), self._make_new)

    def _show(self, page: QWidget) -> None:
        if self.page is not None:
            self._layout.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        self._layout.addWidget(page, 1)
        page.show()
        if isinstance(page, RoundsPage):
            page.focus_first()

    # ways

    def show_rounds(self) -> None:
        """The page of all rounds."""
        self._session["page"] = ROUNDS
        self.refresh()

    def label(self, id: str) -> None:
        """Label, beginning with the first lead without an answer."""
        self._session.update(page=DECK, id=id, at="")
        self.refresh()

    def show_result(self, id: str) -> None:
        """The result of a closed round."""
        self._session.update(page=RESULT, id=id)
        self.refresh()

    def reveal(self, item: Any) -> None:
        """Show a round: its result, or the leads to label."""
        kind, *id = item or ("",)
        if kind == "labellings":
            self._session.update(page=DECK, id=id[0], at="")
            self.refresh()

    def _begun(self, id: str) -> None:
        """A new round: begin at once if one is asked, else show it in the list."""
        self._session["making"] = False
        found = labelling.labelling(self._context.snapshot(), id)
        if found is not None and self._context.department in found.departments:
            self.label(id)
        else:
            self.show_rounds()

    def _make_new(self, making: bool) -> None:
        self._session["making"] = making
        self.refresh()

    def _speak_for(self, department: str) -> None:
        """Another department begins with its own first lead without an answer."""
        self._session["at"] = ""
        self.refresh()

    def _walked(self, key: str) -> None:
        self._session["at"] = key

    # the document

    def _look(self, changes: Changes) -> None:
        kinds = {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)}
        found = self.found
        if isinstance(self.page, Deck) and found is not None and not found.closed and self.isVisible() and "departments" not in kinds:
            if kinds & {"label_sheets", "labellings"}:
                self.page.refresh()
        elif isinstance(self.page, RoundsPage) and self.isVisible() and not kinds & {"departments", "datasets"}:
            if kinds & _KINDS:
                self.page.refresh()
        elif kinds & _KINDS or (kinds & _RULES and self._session.get("page") == RESULT):
            self.refresh()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
