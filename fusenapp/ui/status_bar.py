"""The bar at the bottom: whether edits are safe, which month the figures are of, what runs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.background import Task
from fusenapp.ui.widgets import IconButton, IconLabel, Text


class TaskView(QWidget):
    """One piece of work under way, with its progress and a button to cancel it."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task: Task | None = task
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(96)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(task.label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(Text(task.label, "caption"))
        layout.addWidget(self._bar)
        self.cancel = IconButton("close", translate("Status bar", "Cancel: {task}").format(task=task.label), self._cancel)
        self.cancel.setFixedSize(24, 24)
        layout.addWidget(self.cancel)
        task.progressed.connect(self._show)
        task.finished.connect(self._end)

    def _show(self, fraction: float, _text: str) -> None:
        self._bar.setRange(0, 0 if fraction < 0 else 1000)
        self._bar.setValue(round(max(fraction, 0) * 1000))

    def _cancel(self) -> None:
        if self._task:
            self._task.cancel()
            self.cancel.setEnabled(False)

    def _end(self) -> None:
        self._task = None
        self.hide()
        self.deleteLater()


class StatusBar(QFrame):
    """28 pixels: saving at the left, then the month of the figures; work and counts at the right.

    Signals:
        retry_asked: the user pressed the failure message.
    """

    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setFixedHeight(28)
        self.saving = QPushButton()
        self.saving.setProperty("kind", "status")
        self.saving.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.saving.clicked.connect(self.retry_asked)
        self.as_of = IconLabel("calendar", "", token="text3", role="caption", size=14)
        self.counts = Text("", "caption")
        self._tasks = QHBoxLayout()
        self._tasks.setSpacing(12)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 16, 0)
        layout.setSpacing(16)
        layout.addWidget(self.saving)
        layout.addWidget(self.as_of)
        layout.addStretch(1)
        layout.addLayout(self._tasks)
        layout.addWidget(self.counts)

    def set_saving(self, icon: str, text: str, role: str, explanation: str = "") -> None:
        """What became of the edits; ``role`` is good, quiet or bad."""
        self.saving.setIcon(icons.icon(icon, {"good": "good", "bad": "bad"}.get(role, "text3")))
        self.saving.setText(text)
        self.saving.setToolTip(explanation)
        self.saving.setAccessibleName(text)
        changed = self.saving.property("role") not in (None, role)
        self.saving.setProperty("role", role)
        if changed:
            self.saving.style().unpolish(self.saving)
            self.saving.style().polish(self.saving)

    def set_facts(self, as_of: str, counts: str) -> None:
        """The month of the figures, and how much there is."""
        self.as_of.set("calendar", as_of)
        self.as_of.setVisible(bool(as_of))
        self.counts.setText(counts)

    def add_task(self, task: Task) -> None:
        """Show work under way."""
        self._tasks.addWidget(TaskView(task))
