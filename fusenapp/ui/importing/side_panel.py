"""The right of the assistant: what needs a look, one column, what the columns mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.importing.column_panel import ColumnFacts, ColumnPanel
from fusenapp.ui.importing.meanings import MeaningsForm
from fusenapp.ui.importing.problem_list import ProblemList
from fusenapp.ui.importing.table_panel import TablePanel
from fusenapp.ui.widgets import IconLabel, SegmentedControl, Text, column, empty, scroll

if TYPE_CHECKING:
    from fusenapp.tables import Problem

WIDTH, NARROW = 304, 240


class SidePanel(QWidget):
    """Three parts, one shown at a time, and below them what holds for the table as a whole.

    Args:
        columns: the panel of a column, where it was made before.

    Signals:
        mapped: the user chose a meaning.
    """

    mapped = Signal()

    def __init__(self, columns: ColumnPanel | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.problems = ProblemList()
        self.columns = columns or ColumnPanel()
        self.table = TablePanel()
        self.meanings: MeaningsForm | None = None
        self._meanings_place = QWidget()
        QVBoxLayout(self._meanings_place).setContentsMargins(0, 0, 0, 0)
        self._fine = _fine()
        parts = [("problems", translate("Importing", "To check")), ("column", translate("Importing", "Column")),
                 ("meanings", translate("Importing", "Meanings"))]
        self.tabs = SegmentedControl(parts, "problems", name=translate("Importing", "Beside the sheet"))
        self._stack = QStackedWidget()
        self._checks = QStackedWidget()
        self._checks.addWidget(self._fine)
        self._checks.addWidget(self.problems)
        self._no_table = _no_table()
        self._checks.addWidget(self._no_table)
        for part in (self._checks, scroll(self.columns), self._meanings_place):
            self._stack.addWidget(part)
        self.tabs.changed.connect(self.show_tab)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.table)

    def set_narrow(self, narrow: bool) -> None:
        """Leave room to the sheet where the window is small."""
        self.setFixedWidth(NARROW if narrow else WIDTH)

    def show_tab(self, key: str) -> None:
        """``problems``, ``column`` or ``meanings``."""
        self.tabs.set_current(key)
        self._stack.setCurrentIndex(("problems", "column", "meanings").index(key))

    def show_problems(self, problems: Sequence[Problem], sheets: Sequence[str]) -> None:
        """What is doubtful about the table, which lies on these sheets."""
        self.problems.show_problems(problems, sheets)
        self._checks.setCurrentWidget(self.problems if problems else self._fine)
        words = translate("Importing", "To check {count}").format(count=f"{len(problems):,}") if problems else translate("Importing", "To check")
        self.tabs.set_text("problems", words)

    def show_no_table(self) -> None:
        """Nothing was read, so nothing is in order either."""
        self.show_problems([], ())
        self._checks.setCurrentWidget(self._no_table)

    def show_column(self, facts: ColumnFacts | None, *, front: bool) -> None:
        """One column; ``front`` brings it before the other parts."""
        self.columns.show_column(facts)
        if front:
            self.show_tab("column")

    def show_meanings(self, columns: Sequence[str] | None, meanings: Mapping[str, str]) -> None:
        """The columns of a lead list and what they mean; None for other tables, which have no meanings."""
        layout = self._meanings_place.layout()
        assert layout is not None
        empty(layout)
        self.meanings = MeaningsForm(list(columns), meanings) if columns is not None else None
        self.tabs.segment("meanings").setVisible(columns is not None)
        if self.meanings is not None:
            self.meanings.changed.connect(self.mapped)
            layout.addWidget(scroll(self.meanings))
        elif self.tabs.current == "meanings":
            self.show_tab("problems")


def _fine() -> QWidget:
    """That there is nothing to check."""
    return _page(IconLabel("check-circle", translate("Importing", "Nothing is doubtful"), token="good", role="strong"),
                 translate("Importing", "Everything was understood without a question."))


def _no_table() -> QWidget:
    """That nothing was read yet."""
    return _page(IconLabel("info", translate("Importing", "No table yet"), token="accent", role="strong"),
                 translate("Importing", "What is doubtful stands here once there is a table."))


def _page(head: IconLabel, words: str) -> QWidget:
    page = QWidget()
    page.setLayout(column(head, Text(words, "secondary", wrap=True), None, margins=(4, 8, 4, 0)))
    return page
