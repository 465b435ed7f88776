"""The middle of the assistant: the sheet as it lies in the file, and beside it what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fusenapp.i18n import translate
from fusenapp.ui.importing.kpi_preview import KpiPreview
from fusenapp.ui.importing.preview import PreviewModel, fit_columns
from fusenapp.ui.importing.roles import role_color, role_words
from fusenapp.ui.importing.sheet_view import SheetView
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import ElidedLabel, FlatButton, FlowLayout, SegmentedControl, Text, empty
from fusenapp.ui.widgets.tables import read_only

if TYPE_CHECKING:
    from fusenapp.flows import Prepared


class Swatch(QWidget):
    """One entry of the legend."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role, self._words = role, role_words(role)
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(11)).horizontalAdvance(self._words) + 26, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("borderS"), 1))
        painter.setBrush(role_color(self._role))
        painter.drawRoundedRect(QRectF(0.5, 3.5, 15, 11), 2, 2)
        painter.setPen(color("text2"))
        painter.setFont(font(11))
        painter.drawText(self.rect().adjusted(21, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._words)


class Workbench(QWidget):
    """Sheet above, result below, or one of them alone.

    Signals:
        result_column_asked: (index of the column in the result) its header was pressed.
        source_asked: (``file › sheet › A1``) a value of the result was pressed.
    """

    result_column_asked = Signal(int)
    source_asked = Signal(str)

    def __init__(self, undo: Callable[[], Any], reset: Callable[[], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = SegmentedControl([("sheet", translate("Importing", "Sheet")), ("both", translate("Importing", "Both")),
                                       ("result", translate("Importing", "Result"))], "both", name=translate("Importing", "What to show"))
        self.shown.changed.connect(self._show_parts)
        self.undo = FlatButton(translate("Importing", "Take back"), "undo", on=undo, tooltip="Ctrl+Z")
        self.reset = FlatButton(translate("Importing", "Start over"), on=reset,
                                tooltip=translate("Importing", "Take all corrections back: as the file was understood by itself"))
        for button in (self.undo, self.reset):
            button.setAutoDefault(False)
        self.sheet = SheetView()
        self.view = read_only(QTableView(), translate("Importing", "Preview"), rows=False, numbered=True, striped=True)
        self.view.horizontalHeader().sectionClicked.connect(self.result_column_asked)
        self.view.clicked.connect(self._result_pressed)
        self.caption = ElidedLabel("", "caption")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setFixedWidth(96)
        self.busy.setAccessibleName(translate("Importing", "Reading again"))
        self.busy.hide()
        self.legend = QWidget()
        self._swatches = FlowLayout(self.legend, gap=10)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for part in (self.shown, self.undo, self.reset):
            tools.addWidget(part)
        self.hint = ElidedLabel("", "caption")
        self.say_hint()
        tools.addSpacing(8)
        tools.addWidget(self.hint, 1)
        tools.addStretch()
        upper, self._lower = QWidget(), QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(6)
        above.addWidget(self.legend)
        above.addWidget(self.sheet, 1)
        below = QVBoxLayout(self._lower)
        below.setContentsMargins(0, 6, 0, 0)
        below.setSpacing(6)
        heading = QHBoxLayout()
        heading.addWidget(Text(translate("Importing", "Preview"), "section"))
        heading.addWidget(self.caption, 1)
        heading.addWidget(self.busy)
        below.addLayout(heading)
        below.addWidget(self.view, 1)
        self._upper = upper
        for part in (upper, self._lower):
            part.setMinimumHeight(96)
            self._splitter.addWidget(part)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([320, 280])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(tools)
        layout.addWidget(self._splitter, 1)

    def _show_parts(self, which: str) -> None:
        self._upper.setVisible(which != "result")
        self._lower.setVisible(which != "sheet")

    def show_part(self, which: str) -> None:
        """Bring the sheet or the result into view where it is hidden."""
        if self.shown.current not in ("both", which):
            self.shown.set_current("both")
            self._show_parts("both")

    def say_hint(self, words: str = "") -> None:
        """How to set right what is shown, or something else about it."""
        usual = translate("Importing", "Not understood right? Press a row number or a column letter, or drag over the table.")
        self.hint.setText(words or usual)

    def show_legend(self, roles: Iterable[str]) -> None:
        """The parts that occur on the sheet."""
        empty(self._swatches)
        for role in roles:
            self._swatches.addWidget(Swatch(role))
        self.legend.updateGeometry()

    def show_result(self, prepared: Prepared | None, settled: Iterable[str] = ()) -> None:
        """The rows as they would be imported; the place that was looked at stays."""
        former, at = self.view.model(), (self.view.horizontalScrollBar().value(), self.view.verticalScrollBar().value())
        if prepared is None:
            self.view.setModel(None)
        elif prepared.purpose == "kpi":
            self.view.setModel(KpiPreview(prepared.rows, self.view))
        else:
            self.view.setModel(PreviewModel(prepared.dataset, self.view, frozenset(settled)))
        if former is not None:
            former.deleteLater()
        if prepared is not None:
            self.view.verticalHeader().setVisible(prepared.purpose != "kpi")
            fit_columns(self.view, rows=8, most=220)
            self.view.horizontalScrollBar().setValue(at[0])
            self.view.verticalScrollBar().setValue(at[1])

    def go_to_result(self, sheet: str, sheet_row: int, letter: str, member: int = 0) -> None:
        """Mark the value that came from a cell of the sheet, if one did; of tables put together from that of one of them."""
        model, index = self.view.model(), None
        if isinstance(model, PreviewModel):
            row, column = model.row_of(sheet_row, member), model.column_of(letter, member)
            index = model.index(row, column) if row is not None and column is not None else None
        elif isinstance(model, KpiPreview):
            index = model.index_of(f"{sheet} › {letter}{sheet_row}")
        if index is not None:
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _result_pressed(self, index: QModelIndex) -> None:
        model = self.view.model()
        if isinstance(model, (PreviewModel, KpiPreview)):
            self.source_asked.emit(model.place(index))
