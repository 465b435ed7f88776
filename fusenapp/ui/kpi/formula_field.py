"""The formula of a KPI: written when the field is left; what is wrong with it is said below, and the typing is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.editing import kpis
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import Text


class _Line(QLineEdit):
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)


class FormulaField(QWidget):
    """Escape goes back to the formula that holds."""

    def __init__(self, context: UiContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._id = context, id
        self.line = _Line(self._stored())
        self.line.setAccessibleName(translate("Kpi", "Formula"))
        self.line.setCursorPosition(0)
        self.line.editingFinished.connect(self._done)
        self.line.given_up.connect(self.refresh)
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

    def _stored(self) -> str:
        return str((self._context.document.get("kpis", self._id) or {}).get("formula") or "")

    def _done(self) -> None:
        text = self.line.text().strip()
        if text == self._stored():
            self._say("")
            return
        try:
            kpis.set_node(self._context.document, self._id, formula=text)
        except InputError as error:
            self._say(explain(error))
            place = error.parameters.get("position")
            if isinstance(place, int) and self.line.hasFocus():
                self.line.setCursorPosition(place - 1)
        else:
            self._say("")

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.line.setAccessibleDescription(problem)

    def _look(self, changes: Changes) -> None:
        if "formula" in changes.updated.get(("kpis", self._id), ()) and not (self.line.hasFocus() and self.line.isModified()):
            self.refresh()
