"""The conditions that go with the dispute, the strongest first, with the way to each in the builder and in 突き合わせ."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from fusenapp.domain.labelling import HOT
from fusenapp.domain.snapshot import Snapshot
from fusenapp.i18n import translate
from fusenapp.ui.labelling import words
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import Card, PushButton, SectionHeader, SegmentedControl, Text, row
from fusenapp.ui.widgets.rows_table import Column, fill_table, rows_table

if TYPE_CHECKING:
    from fusenapp.flows.labelling import Between, Contrast
    from fusenapp.qualify.separating import Separation
    from fusenapp.ui.labelling.telling import Told

MOST = 8
"""Conditions that are listed besides those of the definition."""
_DIFFERENCE = 4


class ReasonsTable(Card):
    """One row a condition.

    Args:
        opened: told the condition that is to be shown in the builder.
        settled: told the condition that is to be settled under 突き合わせ.
    """

    def __init__(self, snapshot: Snapshot, told: Told, between: Between, opened: Callable[[Separation], None],
                 settled: Callable[[Separation], None]) -> None:
        super().__init__(padding=(12, 14), gap=8)
        self._snapshot, self._told, self._between, self._opened, self._settled = snapshot, told, between, opened, settled
        self.rows: list[Separation] = []
        self.contrast = SegmentedControl([(name, self._contrast_words(name)) for name in between.separations], "disputed",
                                         name=translate("Labelling", "Which leads"))
        self.contrast.changed.connect(lambda _: self._fill())
        head = SectionHeader(translate("Labelling", "Conditions that go with the dispute"))
        head.add_right(self.contrast)
        self.table = rows_table(translate("Labelling", "Conditions that go with the dispute"))
        self.table.setItemDelegateForColumn(_DIFFERENCE, DifferenceBar(self.table, lambda at: self.rows[at]))
        self.table.installEventFilter(self)
        self.table.doubleClicked.connect(lambda _: self._open())
        self._scope, self._few = Text("", "secondary", wrap=True), Text("", "caption", wrap=True)
        self.to_builder = PushButton(translate("Labelling", "Show in the definition"), "pencil", on=self._open, small=True)
        self.to_compare = PushButton(translate("Labelling", "Settle under Differences"), "split", on=self._settle, small=True)
        for part in (head, self._scope, self.table, self._few):
            self.body.addWidget(part)
        self.body.addLayout(row(self.to_builder, self.to_compare, None))
        self._fill()

    def _contrast_words(self, name: Contrast) -> str:
        if name == "disputed":
            return translate("Labelling", "All in dispute")
        department = self._between.first if name == "first_only" else self._between.second
        return translate("Labelling", "Only {side} says {hot}").format(
            side=words.short(self._snapshot, department), hot=words.answer(HOT, self._told.result.labelling.rule))

    def _scope_words(self, name: str, group: int, rest: int) -> str:
        if name == "disputed":
            return translate("Labelling", "{group} leads in dispute beside {rest} on which both agree").format(group=group, rest=rest)
        return translate("Labelling", "{group} leads that only one calls so beside {rest} that both call so").format(group=group, rest=rest)

    def _fill(self) -> None:
        name, pair = self.contrast.current, self._between.pair
        every = self._between.separations[name]  # type: ignore[index]
        strongest = [s for s in every if s.enough and not s.definition][:MOST]
        self.rows = [s for s in every if s.enough and (s.definition or s in strongest)]
        group = {"disputed": pair.disputed, "first_only": pair.first_only, "second_only": pair.second_only}[name]
        rest = pair.both + pair.neither if name == "disputed" else pair.both
        self._scope.setText(self._scope_words(name, group, rest))
        heads = (translate("Labelling", "Condition"), translate("Labelling", "Where from"), translate("Labelling", "In these"),
                 translate("Labelling", "In the others"), translate("Labelling", "Difference in points, 95 %"))
        fill_table(self.table, [Column(each) for each in heads], [self._row(s) for s in self.rows])
        header = self.table.horizontalHeader()
        for at, width in ((1, 124), (2, 138), (3, 138), (_DIFFERENCE, 236)):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
            self.table.setColumnWidth(at, width)
        self.table.setVisible(bool(self.rows))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self._few.setText(self._few_words(len(every) - sum(s.enough for s in every)))
        if self.rows:
            self.table.selectRow(0)
        self._enable()

    def _few_words(self, few: int) -> str:
        told = []
        if self.rows:
            told.append(translate(
                "Labelling", "Many conditions are looked at, so some differ by chance: those in bold would not. "
                "Those whose line crosses the middle say nothing."))
        if few:
            told.append(translate("Labelling", "%n condition(s) with too little data: fewer than 5 leads on one side.", n=few))
        return " ".join(told)

    def _row(self, found: Separation) -> tuple[object, ...]:
        source = translate("Labelling", "in the definition") if found.definition else translate("Labelling", "outside of it")
        sides = [f"{words.percent(rate.value)} ({rate.hits}/{rate.n})" for rate in (found.group, found.rest)]
        return (self._told.phrases[found.id], source, *sides, _difference(found))

    # ways

    @property
    def current(self) -> Separation | None:
        """The condition of the current row."""
        at = self.table.currentIndex().row()
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def _enable(self) -> None:
        for button in (self.to_builder, self.to_compare):
            button.setEnabled(self.current is not None)

    def _open(self) -> None:
        if self.current is not None:
            self._opened(self.current)

    def _settle(self) -> None:
        if self.current is not None:
            self._settled(self.current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the condition."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return True
        return super().eventFilter(watched, event)


def _difference(found: Separation) -> str:
    low, high, value = (_points(end) for end in (found.low, found.high, found.difference))
    return translate("Labelling", "{value} ({low} to {high})").format(value=value, low=low, high=high)


def _points(share: float | None) -> str:
    told = round((share or 0.0) * 100)
    return f"{told:+d}".replace("-", "−") if told else "0"


class DifferenceBar(QStyledItemDelegate):
    """From −100 to +100 points: the interval as a line, the difference as a dot, and the figures."""

    def __init__(self, parent: QTableView, of: Callable[[int], Separation]) -> None:
        super().__init__(parent)
        self._of = of

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(place, color("accentW"))
        found = self._of(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, width, middle = place.x() + 10, 96.0, place.center().y()
        painter.setPen(QPen(color("borderS"), 1))
        painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))
        painter.drawLine(QPointF(left + width / 2, middle - 7), QPointF(left + width / 2, middle + 7))
        low, high, at = (left + width * ((end or 0.0) + 1) / 2 for end in (found.low, found.high, found.difference))
        tone = color("accent" if found.sure else "text3")
        painter.setPen(QPen(tone, 2))
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        painter.setBrush(tone)
        painter.drawEllipse(QPointF(at, middle), 3, 3)
        painter.setPen(color("text"))
        painter.setFont(font(11, bold=found.stands_out))
        painter.drawText(place.adjusted(width + 20, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _difference(found))
        painter.restore()


