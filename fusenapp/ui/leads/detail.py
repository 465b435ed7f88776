"""One lead in the inspector: verdict per definition, clause by clause, then all its fields."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.qualify import Verdicts
from fusenapp.ui import icons
from fusenapp.ui.importing.preview import cell_text
from fusenapp.ui.leads.data import Leads, words
from fusenapp.ui.leads.model import STATE
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import Badge, InspectorSection, Text, row, scroll
from fusenapp.ui.widgets.badge import STATES


class LeadDetail(QWidget):
    """Made for one row."""

    def __init__(self, leads: Leads, at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, (rule, verdicts) in enumerate(leads.verdicts.items()):
            layout.addWidget(_verdict(leads, rule, verdicts, at, first=number == 0))
        layout.addWidget(_fields(leads, at))
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(body))


def _verdict(leads: Leads, rule: str, verdicts: Verdicts, at: int, *, first: bool) -> QWidget:
    title = translate("Leads", "Target") if rule == "target" else translate("Leads", "Hot lead")
    part = InspectorSection(title, first=first)
    part.header.add_right(Badge(STATE[int(verdicts.verdict[at])]))
    for id, judged in verdicts.clauses.items():
        sentence = Text(words(leads.phrases, f"{rule}/{id}"), wrap=True)
        line = row(_Tick(STATE[int(judged[at])]))
        line.addWidget(sentence, 1)
        part.body.addLayout(line)
    return part


class _Tick(QWidget):
    """Met, not met or not known."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        from fusenapp.ui.widgets import status_words

        self.setAccessibleName(status_words(state))

    def sizeHint(self) -> QSize:
        return QSize(18, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        icon, token = STATES[self._state]
        icons.draw_icon(QPainter(self), QRectF(0, 2, 16, 16), icon, color(token))


def _fields(leads: Leads, at: int) -> QWidget:
    part = InspectorSection(translate("Leads", "All fields"), leads.dataset.place(at))
    form = QFormLayout()
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(4)
    for index, column in enumerate(leads.dataset.columns):
        held = Text(cell_text(leads.dataset.table.column(index)[at].as_py(), column.type), wrap=True)
        held.setToolTip(leads.dataset.place(at, index))
        form.addRow(Text(column.name.rsplit("›", 1)[-1], "caption"), held)
    part.body.addLayout(form)
    return part
