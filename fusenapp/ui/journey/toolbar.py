"""The bar above the board: a new note, papers, link, vote, lock, zoom."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.journey.board_view import BoardView
from fusenapp.ui.journey.papers import Papers
from fusenapp.ui.widgets import FlatButton, IconButton, PushButton, Text, vline

_NARROW = 620
"""Width at which the bar is still whole, its buttons without words, px."""

LATER = 40
"""Milliseconds until the bars follow the selection: a marquee changes it many times a second."""


class Toolbar(QFrame):
    """Buttons for what the keys do; every tool tip names its key."""

    def __init__(self, board: BoardView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._fitted: tuple[int, str, str] | None = None
        self.setObjectName("boardToolbar")
        self.setFixedHeight(44)
        commands = board.commands
        self.note = PushButton(translate("Journey", "Note"), "note", self._new_note, tooltip=translate("Journey", "New note (N)"), small=True)
        self.papers = Papers(translate("Journey", "Papers"))
        self.link = FlatButton(translate("Journey", "Link"), "link", commands.link, small=True,
                               tooltip=translate("Journey", "Link notes with a persona, clause, KPI or idea (Ctrl+L)"))
        self.connect_notes = FlatButton(translate("Journey", "Connect"), "connect", commands.arrange.connect, small=True,
                                        tooltip=translate("Journey", "Connect the selected notes with arrows (Ctrl+Shift+L)"))
        self.vote = FlatButton("", "vote", self._vote, small=True, tooltip=translate("Journey", "Vote for the selected note (Ctrl+.)"))
        self.lock = PushButton("", "unlock", small=True)
        self.lock.setCheckable(True)
        self.lock.clicked.connect(self._lock)
        self.smaller = IconButton("minus", translate("Journey", "Zoom out (Ctrl+−)"), lambda: board.set_zoom(board.port.zoom / 1.25), small=True)
        self.larger = IconButton("plus", translate("Journey", "Zoom in (Ctrl++)"), lambda: board.set_zoom(board.port.zoom * 1.25), small=True)
        self.zoom = FlatButton("100%", "", lambda: board.set_zoom(1.0), tooltip=translate("Journey", "Show at 100 % (Ctrl+0)"), small=True)
        self.map = IconButton("monitor", translate("Journey", "Overview in the corner (M)"), board.toggle_map, small=True)
        self.whole = IconButton("present", translate("Journey", "Show everything (Ctrl+1)"), board.fit, small=True)
        for button in (self.note, self.connect_notes, self.link):
            button.setAccessibleName(button.text())
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        bar = QHBoxLayout(self)
        bar.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # words go before the window has to be wider
        bar.setContentsMargins(16, 0, 12, 0)
        bar.setSpacing(6)
        for part in (self.note, self.papers, vline(20), self.connect_notes, self.link, self.vote, vline(20), self.lock):
            bar.addWidget(part)
        bar.addStretch(1)
        for part in (self.smaller, self.zoom, self.larger, self.map, self.whole):
            bar.addWidget(part)

    def _connect(self) -> None:
        self.papers.chosen.connect(self._choose)
        self.papers.dragged.connect(self._drag)
        self.papers.dropped.connect(self._drop)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.refresh)
        self._board.selection_changed.connect(self._later.start)
        self._board.renewed.connect(self.refresh)
        self._board.zoom_changed.connect(self._show_zoom)

    def refresh(self) -> None:
        """Show what fits the selection."""
        board = self._board
        slot = board.selection.lead_slot
        self.papers.set_current(int(board.model.colour[slot]) if slot is not None else board.paper)
        one = len(board.selection.ids) == 1
        self.link.setEnabled(bool(board.selection.ids))
        self.vote.setEnabled(one)
        left = max(0, board.commands.votes_left)
        self.vote.setAccessibleName(translate("Journey", "Vote, %n left", n=left))
        locked = board.model.locked
        self.lock.setChecked(locked)
        self.lock.setAccessibleName(translate("Journey", "Grid is locked") if locked else translate("Journey", "Lock grid"))
        self.lock.setToolTip(self.lock.accessibleName())
        self._show_zoom(board.port.zoom)
        if self.isVisible():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROW, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the words have no room, icons stand alone; papers are never cut. Tool tips and screen readers say the words."""
        layout, now = self.layout(), (self.width(), self.vote.accessibleName(), self.lock.accessibleName())
        if layout is None or now == self._fitted:
            return
        self._fitted = now
        lock = "lock" if self.lock.isChecked() else "unlock"
        for short in range(4):
            for from_, button, icon in ((1, self.connect_notes, "connect"), (1, self.link, "link"), (2, self.lock, lock),
                                        (3, self.vote, "vote"), (3, self.note, "note")):
                button.setText("" if short >= from_ else button.accessibleName())
                button.set_icon(icon)
            layout.setSpacing(6 if short < 3 else 2)
            if layout.sizeHint().width() <= self.width():
                return

    def _show_zoom(self, zoom: float) -> None:
        self.zoom.setText(f"{round(zoom * 100)}%")

    def _new_note(self) -> None:
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        self._board.commands.new_note()

    def _vote(self) -> None:
        self._board.commands.vote()
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lock(self, locked: bool) -> None:
        self._board.commands.grid.lock(locked)
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, colour: int) -> None:
        self._board.commands.recolour(colour)
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drag(self, colour: int, at: QPoint) -> None:
        self._board.pointer.bring_paper(colour, self._board.mapFromGlobal(at).toPointF())

    def _drop(self, colour: int, at: QPoint) -> None:
        self._board.pointer.drop_paper(self._board.mapFromGlobal(at).toPointF())


class Footer(QFrame):
    """Below the board: add a lane, how many notes there are, what the keys do now."""

    def __init__(self, board: BoardView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.setObjectName("boardFooter")
        self.setFixedHeight(32)
        self.add_lane = FlatButton(translate("Journey", "Add lane"), "plus",
                                   lambda: board.commands.grid.insert("lanes", len(board.model.lanes)), small=True)
        self.words = Text("", "caption")
        bar = QHBoxLayout(self)
        bar.setContentsMargins(8, 0, 16, 0)
        bar.addWidget(self.add_lane)
        bar.addStretch(1)
        bar.addWidget(self.words)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.refresh)
        board.selection_changed.connect(self._later.start)
        board.renewed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        board = self._board
        self.add_lane.setEnabled(not board.model.locked)
        parts = [translate("Journey", "%n note(s)", n=board.model.count)]
        chosen = len(board.selection.ids)
        if chosen:
            parts += [translate("Journey", "%n selected", n=chosen), translate("Journey", "Alt+arrows move")]
        else:
            parts.append(translate("Journey", "N: new note, arrows: cell"))
        self.words.setText(" · ".join(parts))
