"""Presenting: one area on the whole screen, step by step; the window's frame comes back when it is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from fusenapp.document import Changes
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import css
from fusenapp.ui.widgets import ElidedLabel, FlatButton, IconButton, Text
from fusenapp.ui.workshop.bar import WorkshopBar
from fusenapp.ui.workshop.decks import Deck, PlainDeck
from fusenapp.ui.workshop.rooms import Room
from fusenapp.ui.workshop.strip import KINDS

_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)
TITLE = 280
"""Width of a step's name at most, logical px."""
_WRITES = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


class Stage(Protocol):
    """The window's page as the presentation needs it."""

    context: UiContext
    current: str
    area_changed: Any

    def area_widget(self, id: str) -> QWidget | None:
        """The widget of an area."""
        ...

    def set_bare(self, bare: bool) -> None:
        """Leave the area alone on the page, or bring the frame back."""
        ...


class Footer(QFrame):
    """The line below what is presented: where one is, and the tools of the workshop."""

    def __init__(self, context: UiContext, room: Room | None, host: QWidget, step: Callable[[int], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("presentFooter")
        self.setStyleSheet(f"#presentFooter {{ background: {css('surface')}; border: none; border-top: 1px solid {css('borderS')}; }}")
        self.back = IconButton("chevron-left", translate("Workshop", "Back (←)"), lambda: step(-1))
        self.forward = IconButton("chevron-right", translate("Workshop", "Next (→)"), lambda: step(1))
        self.count, self.title = Text("", "figure"), ElidedLabel("", "title")
        self.title.setMaximumWidth(TITLE)
        self.leave = FlatButton(translate("Workshop", "Leave (Esc)"), "close", leave)
        self.bar = WorkshopBar(context, room, host, big=True) if room is not None else None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.setSpacing(10)
        for part in (self.back, self.count, self.forward):
            layout.addWidget(part)
        layout.addWidget(self.title, 0 if self.bar is not None else 1)
        if self.bar is not None:
            self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            layout.addWidget(self.bar, 1)
        layout.addWidget(self.leave)

    def tell(self, at: int, titles: list[str]) -> None:
        """Where one is."""
        self.count.setText(f"{at + 1} / {len(titles)}")
        self.title.setText(titles[at])
        if self.bar is not None:  # as much as it needs: the rest of the line is for the tools
            self.title.setFixedWidth(min(self.title.sizeHint().width() + 8, TITLE))
        sentence = translate("Workshop", "Step {step} of {count}: {title}")
        self.count.setAccessibleName(sentence.format(step=at + 1, count=len(titles), title=titles[at]))
        self.back.setEnabled(at > 0)
        self.forward.setEnabled(at < len(titles) - 1)
        for part in (self.back, self.forward, self.count):
            part.setVisible(len(titles) > 1)


class _OnStage:
    """The area as the tools of a presentation see it: to show a note they first go to its step."""

    def __init__(self, room: Room, go_to: Callable[[Any], None]) -> None:
        self._room, self._go_to = room, go_to
        self.workshop_parent, self.workshop_note, self.workshop_clicks = room.workshop_parent, room.workshop_note, room.workshop_clicks

    def reveal(self, item: Any) -> None:
        """Show a thing on the step that has it."""
        self._go_to(item)
        self._room.reveal(item)


class Presentation(QObject):
    """Begins when it is made; `leave` ends it. Another area that is gone to meanwhile is presented in its place.

    While it lasts the window's keys come here first: arrows and page keys step, Home and End go to the first and last step, Esc
    leaves. What is being written or selected keeps its keys.

    Args:
        step: with which it begins.

    Signals:
        moved: another step or another area is shown.
        left: it has ended.
    """

    moved = Signal()
    left = Signal()

    def __init__(self, stage: Stage, window: QWidget, ended: Callable[[], None], step: int = 0) -> None:
        super().__init__(window)
        self._stage, self._window, self._ended = stage, window, ended
        self.context = stage.context
        self._state = window.windowState()
        self.context.set_presenting(True)
        stage.set_bare(True)
        window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        self._enter()
        self.step = min(step, len(self.titles) - 1)
        self._handle = window.windowHandle()
        if self._handle is not None:
            self._handle.installEventFilter(self)
        window.installEventFilter(self)
        self.context.bridge.changed.connect(self._look)
        stage.area_changed.connect(self._other_area)

    def _enter(self) -> None:
        """Present the area that is shown now."""
        self.area, self.step = self._stage.current, 0
        area = self._stage.area_widget(self.area)
        assert area is not None
        self.deck = _deck(area, self.area)
        room = _OnStage(cast("Room", area), self._go_to) if hasattr(area, "workshop_parent") else None
        self.footer = Footer(self.context, room, area, self.go_by, self.leave)
        cast("QVBoxLayout", cast("QWidget", self._stage).layout()).addWidget(self.footer)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        """The first step, once the area has the whole screen."""
        self.go(self.step)
        self.deck.focus()

    def _exit(self) -> None:
        """Give the area back as it was."""
        if self.footer.bar is not None:
            self.footer.bar.shut()
        self.deck.leave()
        self.footer.hide()
        self.footer.deleteLater()

    def _other_area(self, id: str) -> None:
        if id != self.area:
            self._exit()
            self._enter()

    # ---- steps

    @property
    def titles(self) -> list[str]:
        """What the steps are called, in order."""
        return self.deck.titles()

    def go(self, step: int) -> None:
        """Show a step; beyond the ends nothing happens."""
        titles = self.titles
        self.step = min(max(step, 0), len(titles) - 1)
        self.deck.show(self.step)
        self.footer.tell(self.step, titles)
        self.moved.emit()

    def go_by(self, by: int) -> None:
        """Show the next or previous step."""
        if 0 <= self.step + by < len(self.titles):
            self.go(self.step + by)
            self.deck.focus()

    def _go_to(self, item: Any) -> None:
        step = self.deck.step_of(item)
        if step is not None and step != self.step:
            self.go(step)

    def leave(self) -> None:
        """Show the window as it was."""
        if self._handle is not None:
            self._handle.removeEventFilter(self)
        self._window.removeEventFilter(self)
        self._stage.area_changed.disconnect(self._other_area)
        self._exit()
        self._stage.set_bare(False)
        self._window.setWindowState(self._state)
        self.context.set_presenting(False)
        self._ended()
        self.left.emit()
        self.deleteLater()

    # ---- following

    def _look(self, changes: Changes) -> None:
        touched = {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)}
        if touched & KINDS and self.footer.bar is not None:
            self.footer.bar.refresh()
        if touched & {"phases", "personas"}:
            self.go(self.step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._handle and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.go(self.step)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return False
        focused = self._window.focusWidget()
        if isinstance(focused, _WRITES) or self.deck.busy():
            return False
        drawer = self.footer.bar.drawer if self.footer.bar is not None else None
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and drawer is not None:
            drawer.shut()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _FORWARD or key in _BACK:
            self.go_by(1 if key in _FORWARD else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(0 if key == Qt.Key.Key_Home else len(self.titles) - 1)
        else:
            return False
        return True


def _deck(area: QWidget, id: str) -> Deck:
    """The steps that an area offers, or the area as it is."""
    from fusenapp.ui import areas

    made = area.deck() if hasattr(area, "deck") else None  # type: ignore[attr-defined]
    return made if made is not None else PlainDeck(area, areas.title(id))

