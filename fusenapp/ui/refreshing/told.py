"""What is different about the file as a whole, a line each: columns of a list; months and rows of a KPI sheet, and which were renamed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.widgets import IconLabel, empty

if TYPE_CHECKING:
    from fusenapp.flows.figure_changes import FigureChanges
    from fusenapp.flows.refreshing import Refresh
    from fusenapp.flows.row_names import Renamed, Row
    from fusenapp.tables import Problem

_TALLEST = 132
"""Most of the dialog's height that the lines may take; the rest is scrolled."""
_COLUMNS, _ROWS, _MONTHS = 6, 30, 6
_HARMLESS = ("column-came", "column-moved")
Said = tuple[str, str, str]
"""Icon, tone, words."""


class Told(QScrollArea):
    """The lines; a row that seems to be called otherwise now has a box, since only a person knows.

    Signals:
        names_changed: another choice which renamed rows are followed.
    """

    names_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[Renamed, QCheckBox] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setObjectName("scrollBody")
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self._changing = QVBoxLayout()
        self._changing.setSpacing(6)
        self.setWidget(self._inside)

    def sizeHint(self) -> QSize:
        return QSize(400, min(self._inside.sizeHint().height(), _TALLEST))

    @property
    def followed(self) -> list[Renamed]:
        """Renamed rows that the user agrees to."""
        return [each for each, box in self.boxes.items() if box.isChecked()]

    def begin(self, refresh: Refresh) -> None:
        """What stays as it is, whatever the user chooses; then the rest."""
        if not refresh.brings_something:
            words = translate("Refreshing", "The same as last time: there is nothing to refresh.")
            self._lines.addWidget(_line(("check-circle", "good", words)))
        for said in _layout(refresh):
            self._lines.addWidget(_line(said))
        for each in refresh.renames:
            self.boxes[each] = box = _box(each, refresh)
            box.toggled.connect(self._toggled)
            self._lines.addWidget(box)
        self._lines.addLayout(self._changing)
        self.say(refresh)

    def _toggled(self, _on: bool) -> None:
        self.names_changed.emit()

    def say(self, refresh: Refresh) -> None:
        """Rows that come and go by the choice of names."""
        empty(self._changing)
        for said in _rows(refresh.figures) if refresh.figures is not None else ():
            self._changing.addWidget(_line(said))
        self._lines.activate()
        self.setVisible(self._lines.count() > 1 or self._changing.count() > 0)
        self.updateGeometry()


def _line(said: Said) -> IconLabel:
    icon, tone, words = said
    line = IconLabel(icon, words, token=tone)
    line.label.setToolTip(words)
    line.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return line


def _layout(refresh: Refresh) -> Iterator[Said]:
    """Columns; of a KPI sheet columns that came are its new months."""
    figures = refresh.figures
    told = [change for change in refresh.changes if figures is None or change.code not in _HARMLESS]
    for change in told[:_COLUMNS]:
        yield _change(change)
    if len(told) > _COLUMNS:
        yield "warning", "warn", translate("Refreshing", "and %n more", n=len(told) - _COLUMNS)
    if figures is not None and figures.months:
        months = "、".join(month.replace("-", "/") for month in figures.months[:_MONTHS])
        more = len(figures.months) - _MONTHS
        words = translate("Refreshing", "New months: {months}").format(months=months)
        yield "calendar", "accent", words if more <= 0 else f"{words} {translate('Refreshing', 'and %n more', n=more)}"


def _change(change: Problem) -> Said:
    return ("info", "accent", change.message()) if change.code in _HARMLESS else ("warning", "warn", change.message())


def _rows(figures: FigureChanges) -> Iterator[Said]:
    """Rows that went, with the KPI that is fed no more, and rows that came."""
    fed = translate("Refreshing", "The row “{row}” is no longer there: the KPI “{kpi}” gets no figures from this sheet any more.")
    unfed = translate("Refreshing", "The row “{row}” is no longer there.")
    yield from _some([("warning", "warn", (fed if kpi else unfed).format(row=row_words(row), kpi=kpi)) for row, kpi in figures.gone])
    came = translate("Refreshing", "New row: “{row}”")
    feeds = translate("Refreshing", "New row: “{row}”, which feeds the KPI “{kpi}”")
    yield from _some([("plus", "accent", (feeds if kpi else came).format(row=row_words(row), kpi=kpi)) for row, kpi in figures.came])


def _some(lines: list[Said]) -> Iterator[Said]:
    yield from lines[:_ROWS]
    if len(lines) > _ROWS:
        yield lines[0][0], lines[0][1], translate("Refreshing", "and %n more", n=len(lines) - _ROWS)


def row_words(row: Row) -> str:
    """Department and name."""
    return " › ".join(filter(None, row))


def _box(each: Renamed, refresh: Refresh) -> QCheckBox:
    figures = refresh.figures
    kpi = next((change.node for change in figures.changes if (change.department, change.name) == each.now), "") if figures else ""
    apart = each.was[0] != each.now[0]
    was, now = (row_words(row) if apart else row[1] for row in (each.was, each.now))
    same = translate("Refreshing", "{same} of {of} figures are the same").format(same=f"{each.same:,}", of=f"{each.of:,}")
    words = translate("Refreshing", "“{was}” is called “{now}” now, and goes on feeding the KPI “{kpi}” ({same})")
    if not kpi:
        words = translate("Refreshing", "“{was}” is called “{now}” now ({same})")
    box = QCheckBox(words.format(was=was, now=now, kpi=kpi, same=same))
    box.setToolTip(box.text())
    box.setChecked(each.was in dict(refresh.prepared.renamed))
    return box


