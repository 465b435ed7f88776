"""The result of a vote: notes in order of their votes, with what each department gave."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import workshop as rules
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.i18n import translate
from fusenapp.ui import words
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import IconButton, Text, draw_department_mark, row, scroll
from fusenapp.ui.widgets.labels import broken_lines
from fusenapp.ui.workshop.drawer import Drawer
from fusenapp.ui.workshop.rooms import Room

LINES = 3
"""Lines of a note that are shown."""


class ResultRow(QAbstractButton):
    """One note: rank, words, a bar of its votes, and the departments' shares as shape and number."""

    def __init__(self, place: rules.Place, text: str, shapes: Mapping[str, str], names: Mapping[str, str], most: int,
                 factor: float = 1.0) -> None:
        super().__init__()
        self._factor = factor
        self.place, self._text, self._most = place, text, most
        self._parts = [(shapes.get(d, "cross"), n) for d, n in place.departments.items()]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = "、".join(f"{names.get(d, d)} {n}" for d, n in place.departments.items())
        sentence = translate("Workshop", "Rank {rank}: {text}, {votes} votes ({departments})")
        self.setAccessibleName(sentence.format(rank=place.rank, text=text, votes=place.votes, departments=said))
        self.setToolTip(text if len(text) > 40 else "")

    def _lines(self, width: int) -> list[str]:
        lines = [line for part in self._text.split("\n") for line in broken_lines(part, font(13), width)]
        return lines if len(lines) <= LINES else [*lines[:LINES - 1], lines[LINES - 1][:-1] + "…"]

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(240, round((36 + len(self._lines(self._text_room())) * 20) * self._factor))

    def _wide(self) -> float:
        """Its width before it is enlarged."""
        return self.width() / self._factor

    def _text_room(self) -> int:
        return round(max(80, self._wide() - 96))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), color("hover"))
        painter.save()
        painter.scale(self._factor, self._factor)
        self._paint_words(painter)
        self._paint_votes(painter)
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(color("text2"))
        painter.setFont(font(15, bold=True))
        painter.drawText(QRectF(4, 6, 30, 20), Qt.AlignmentFlag.AlignCenter, str(self.place.rank))
        painter.setPen(color("text"))
        painter.setFont(font(13))
        for i, line in enumerate(self._lines(self._text_room())):
            painter.drawText(QRectF(40, 6 + i * 20, self._wide() - 92, 20), Qt.AlignmentFlag.AlignVCenter, line)
        painter.setFont(font(20, bold=True))
        painter.drawText(QRectF(self._wide() - 52, 4, 44, 26), int(Qt.AlignmentFlag.AlignRight), str(self.place.votes))

    def _paint_votes(self, painter: QPainter) -> None:
        top, room = self.height() / self._factor - 26, self._wide() - 52.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(QRectF(40, top, room, 5), 2, 2)
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(QRectF(40, top, room * self.place.votes / max(self._most, 1), 5), 2, 2)
        x, metrics = 40.0, QFontMetrics(font(11))
        painter.setFont(font(11))
        for shape, votes in self._parts:
            draw_department_mark(painter, QRectF(x, top + 10, 9, 9), shape)
            painter.setPen(color("text2"))
            painter.drawText(QRectF(x + 13, top + 6, 30, 17), Qt.AlignmentFlag.AlignVCenter, str(votes))
            x += 22 + metrics.horizontalAdvance(str(votes))


class ResultDrawer(Drawer):
    """Results that may be seen, the latest first; a row shows its note, the check beside it makes a decision of it."""

    def __init__(self, context: UiContext, room: Room, host: QWidget, decide: Callable[[str], object]) -> None:
        super().__init__(host, translate("Workshop", "Result of the vote"), large=context.presenting)
        self._context, self._room, self._decide = context, room, decide
        self.choice = QComboBox()
        self.choice.setAccessibleName(translate("Workshop", "Votes so far"))
        self.choice.activated.connect(self._fill)
        self._page: QWidget | None = None
        self.rows: list[ResultRow] = []
        self.body.addWidget(self.choice)
        context.bridge.changed.connect(self._look)
        self.refresh()

    def refresh(self) -> None:
        """Read the rounds again."""
        shown = self.choice.currentData()
        found = [r for r in rules.rounds(self._context.snapshot(), self._room.workshop_parent()) if not rules.is_open(r)]
        self.choice.clear()
        for record in found:
            moment = words.local(record.get("started") or "")
            self.choice.addItem(translate("Workshop", "Vote of {time}").format(time=words.clock(moment) if moment else ""), record["id"])
        self.choice.setCurrentIndex(max(0, self.choice.findData(shown)))
        self.choice.setVisible(len(found) > 1)
        self._fill()

    def _look(self, changes: Changes) -> None:
        if any(kind in ("rounds", "ballots") for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self.refresh()

    def _fill(self, *_: object) -> None:
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        snapshot, round = self._context.snapshot(), self.choice.currentData()
        places = rules.tally(snapshot, round) if round else []
        self._page = scroll(self._listed(snapshot, places))
        self.body.addWidget(self._page, 1)

    def _listed(self, snapshot: Snapshot, places: list[rules.Place]) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        departments = snapshot.all("departments")
        shapes = {d["id"]: value("departments", d, "shape") for d in departments}
        names = {d["id"]: value("departments", d, "name") for d in departments}
        self.rows = [ResultRow(p, snapshot.value("notes", p.note, "text").strip(), shapes, names, places[0].votes, self.factor)
                     for p in places]
        if not self.rows:
            layout.addWidget(Text(translate("Workshop", "Nobody has voted."), "secondary", wrap=True))
        for each in self.rows:
            layout.addLayout(self._line(each))
        layout.addStretch(1)
        return page

    def _line(self, each: ResultRow):
        note = each.place.note
        each.clicked.connect(lambda: self._room.reveal(("notes", note)))
        name = translate("Workshop", "Write down a decision about this note")
        button = IconButton("check-circle", name, lambda: self._decide(note), small=True)
        return row(each, button, gap=4)
