"""The formula of a KPI: names are completed, what is wrong is said while typing, and it is written when the field is left."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.formula import FUNCTIONS
from fusenapp.domain.kpi import key, tree_of
from fusenapp.domain.kpi_check import check_formula
from fusenapp.editing import kpis
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import Text

_WAIT = 250
"""Milliseconds without a key before what is typed is checked."""
_WORD = re.compile(r"[^\s\[\]()+\-−×÷*/,<>=＋－（）]*$")
_MOST = 12
_CALLS = (*FUNCTIONS, "IF")


class FormulaLine(QLineEdit):
    """A line that completes names of KPIs.

    Signals:
        given_up: Escape.
    """

    given_up = Signal()

    def __init__(self, names: QStringListModel, text: str) -> None:
        super().__init__(text)
        self.offered = QCompleter(names, self)
        self.offered.setWidget(self)
        self.offered.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.offered.activated.connect(self.complete)
        self._names = names
        self._all: Callable[[], list[str]] = list
        self.textEdited.connect(lambda _: self.offer())

    def set_names(self, names: Callable[[], list[str]]) -> None:
        """What can be named; asked for when something is typed."""
        self._all = names

    @property
    def popup(self) -> QAbstractItemView:
        """The list of names that fit."""
        found = self.offered.popup()
        assert found is not None
        return found

    @property
    def word(self) -> tuple[int, str]:
        """(where it begins, the word before the cursor)."""
        before = self.text()[: self.cursorPosition()]
        found = _WORD.search(before)
        assert found is not None
        return found.start(), found[0]

    def matching(self) -> list[str]:
        """Names that begin with the word before the cursor, then those that hold it."""
        wanted = key(self.word[1])
        if not wanted:
            return []
        every = self._all()
        starts = [name for name in every if key(name).startswith(wanted)]
        return (starts + [name for name in every if wanted in key(name) and name not in starts])[:_MOST]

    def offer(self) -> None:
        """Show the names that fit, if there are any."""
        found = self.matching()
        if not found or not self.hasFocus():
            self.popup.hide()
            return
        self._names.setStringList(found)
        self.offered.complete(self.rect())
        self.popup.setCurrentIndex(self.offered.completionModel().index(0, 0))

    def complete(self, name: str) -> None:
        """Put a name in place of the word before the cursor, in brackets; a function with its parenthesis."""
        start, _ = self.word
        text, end = self.text(), self.cursorPosition()
        opened = start > 0 and text[start - 1] == "["
        put = f"{name}(" if name in _CALLS else f"[{name}]"
        start -= 1 if opened else 0
        end += 1 if text[end : end + 1] == "]" and opened else 0
        self.setText(text[:start] + put + text[end:])
        self.setCursorPosition(start + len(put))
        self.setModified(True)
        self.textEdited.emit(self.text())
        self.popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape):
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)


class FormulaField(QWidget):
    """Escape goes back to the formula that holds."""

    def __init__(self, context: UiContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._id = context, id
        self.line = FormulaLine(QStringListModel(self), self._stored())
        self.line.setAccessibleName(translate("Kpi", "Formula"))
        self.line.setCursorPosition(0)
        self.line.set_names(self._names)
        self.line.editingFinished.connect(self._done)
        self.line.given_up.connect(self.refresh)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self.check)
        self.line.textEdited.connect(lambda _: self._timer.start())
        self.problem = Text("", "bad", wrap=True)
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.problem)
        context.bridge.changed.connect(self._look)

    def refresh(self) -> None:
        """Show the formula that holds."""
        self.line.setText(self._stored())
        self.line.setCursorPosition(0)
        self._say("")

    def _names(self) -> list[str]:
        records = self._context.snapshot().all("kpis")
        return [str(r.get("name") or "") for r in records if r["id"] != self._id and r.get("name")] + list(_CALLS)

    def _stored(self) -> str:
        return str((self._context.document.get("kpis", self._id) or {}).get("formula") or "")

    def check(self) -> None:
        """Say what is wrong with what is typed, without writing it: names, units, circles."""
        text = self.line.text().strip()
        tree = tree_of(self._context.snapshot())
        if not text or text == self._stored() or self._id not in tree.nodes:
            self._say("")
            return
        try:
            check_formula(tree, replace(tree.nodes[self._id], formula=text))
        except InputError as error:
            self._say(explain(error))
        else:
            self._say("")

    def _done(self) -> None:
        self._timer.stop()
        text = self.line.text().strip()
        if self.line.popup.isVisible():
            return
        if text == self._stored():
            self._say("")
            return
        try:
            kpis.set_formula(self._context.document, self._id, text)
        except InputError as error:
            self._say(explain(error))
            self._mark(error)
        else:
            self.line.setModified(False)
            self._say("")

    def _mark(self, error: InputError) -> None:
        """Select what the error is about."""
        place = error.parameters.get("position")
        if isinstance(place, int) and place > 0 and self.line.hasFocus():
            name = str(error.parameters.get("name", ""))
            at = self.line.text().find(name, max(place - 1, 0)) if name else -1
            self.line.setSelection(at if at >= 0 else place - 1, len(name) if at >= 0 else 1)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.line.setAccessibleDescription(problem)

    def _look(self, changes: Changes) -> None:
        if "formula" in changes.updated.get(("kpis", self._id), ()) and not (self.line.hasFocus() and self.line.isModified()):
            self.refresh()
