"""The timer: one button that counts down, its menu, and buttons for pause and more time."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QInputDialog, QMenu, QWidget

from fusenapp.domain import workshop as rules
from fusenapp.editing import workshop
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import css, font
from fusenapp.ui.widgets import PushButton
from fusenapp.ui.workshop.rooms import attempt

HIGH, HIGH_BIG = 28, 32
"""Heights of its buttons."""
TICK = 200
"""Milliseconds between two looks at the clock."""
SOON = 30
"""Seconds before the end from which the timer is shown with a warning."""
SOUND = "workshop_sound"
"""The setting that lets the end be heard."""


class TimerView(QWidget):
    """Shows the document's timer. ``big``: to be read from the back of the room."""

    def __init__(self, context: UiContext, *, big: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._big = context, big
        self._high = HIGH_BIG if big else HIGH
        self.face = PushButton("", "clock", self._open, small=not big)
        self.pause = PushButton("", "", self._switch, small=True)
        self.more = PushButton(translate("Workshop", "+1 min"), "", lambda: attempt(context, lambda: workshop.extend_timer(context.document)),
                               small=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.face, self.pause, self.more):
            if big:
                part.setProperty("small", False)
            part.setFixedHeight(self._high)
            layout.addWidget(part)
        self._look = ""
        self._ticks = QTimer(self, interval=TICK)
        self._ticks.timeout.connect(self.refresh)
        self.refresh()

    @property
    def timer(self) -> rules.Timer | None:
        """The timer as it stands now."""
        return rules.timer(self._context.document.snapshot(), dt.datetime.now().astimezone())

    def refresh(self) -> None:
        """Show the time that is left; tell once that it is up."""
        timer = self.timer
        self.pause.setVisible(timer is not None and not timer.over)
        self.more.setVisible(timer is not None)
        self.face.setText(_words(timer))
        self.face.setAccessibleName(_spoken(timer))
        if timer is not None:
            self.pause.setText(translate("Workshop", "Pause") if timer.runs else translate("Workshop", "Go on"))
        self._paint(timer)
        if timer is not None and timer.runs and timer.over:
            self._tell(timer)
        self._keep_ticking(timer)

    def _keep_ticking(self, timer: rules.Timer | None) -> None:
        runs = timer is not None and timer.runs and not timer.over and self.isVisible()
        if runs != self._ticks.isActive():
            self._ticks.start() if runs else self._ticks.stop()

    def _paint(self, timer: rules.Timer | None) -> None:
        tone = "plain" if timer is None else "over" if timer.over else "soon" if timer.left <= SOON else "rest" if not timer.runs else "runs"
        if tone == self._look:
            return
        self._look = tone
        ground, letters = {"plain": ("", ""), "rest": ("sunken", "text2"), "runs": ("accentW", "accent"), "soon": ("warnW", "warn"),
                           "over": ("warn", "surface")}[tone]
        size = 24 if self._big and timer is not None else 13
        colours = f"background: {css(ground)}; color: {css(letters)};" if ground else ""
        self.face.setFont(font(size, bold=timer is not None))
        weight = "bold" if timer is not None else "normal"
        room = f"min-height: {self._high - 2}px; max-height: {self._high - 2}px;"
        self.face.setStyleSheet(f"QPushButton {{ font-size: {size}px; font-weight: {weight}; {room} {colours} }}")

    def _tell(self, timer: rules.Timer) -> None:
        """Once per window and timer: a short message, and a sound for those who asked for one."""
        told, key = self._context.session("workshop"), (self._context.document.get("timers", rules.TIMER) or {}).get("ends")
        if told.get("timer") == key:
            return
        told["timer"] = key
        if -timer.left < 60:  # a file that is opened the next day says nothing
            self._context.notify(translate("Workshop", "Time is up."), kind="warn")
            if self._context.settings.get(SOUND):
                QApplication.beep()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()

    # ---- what one can do

    def menu(self) -> QMenu:
        """Times to choose from, and what can be done with the timer that there is."""
        menu, document = QMenu(self), self._context.document
        for minutes in rules.PRESETS:
            menu.addAction(translate("Workshop", "%n minute(s)", n=minutes),
                           lambda m=minutes: attempt(self._context, lambda: workshop.start_timer(document, m)))
        menu.addAction(translate("Workshop", "Other time…"), self._ask)
        if self.timer is not None:
            menu.addSeparator()
            menu.addAction(translate("Workshop", "Stop the timer"), lambda: attempt(self._context, lambda: workshop.stop_timer(document)))
        menu.addSeparator()
        sound = menu.addAction(translate("Workshop", "Sound at the end"), self._switch_sound)
        sound.setCheckable(True)
        sound.setChecked(bool(self._context.settings.get(SOUND)))
        return menu

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.face.mapToGlobal(self.face.rect().bottomLeft()))

    def _ask(self) -> None:
        minutes, chosen = QInputDialog.getInt(self, translate("Workshop", "Timer"), translate("Workshop", "Minutes"), 5, 1, rules.LONGEST)
        if chosen:
            attempt(self._context, lambda: workshop.start_timer(self._context.document, minutes))

    def _switch(self) -> None:
        timer, document = self.timer, self._context.document
        if timer is not None:
            attempt(self._context, lambda: workshop.pause_timer(document) if timer.runs else workshop.resume_timer(document))

    def _switch_sound(self) -> None:
        self._context.settings.set(SOUND, not self._context.settings.get(SOUND))


def _words(timer: rules.Timer | None) -> str:
    if timer is None:
        return translate("Workshop", "Timer")
    return translate("Workshop", "Time is up") if timer.over else rules.clock(timer.left)


def _spoken(timer: rules.Timer | None) -> str:
    if timer is None or timer.over:
        return _words(timer)
    sentence = translate("Workshop", "Timer, {time} left") if timer.runs else translate("Workshop", "Timer resting, {time} left")
    return sentence.format(time=rules.clock(timer.left))
