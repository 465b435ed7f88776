"""On which screen one presents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen


def other_place(here: QRect, places: Sequence[QRect]) -> int | None:
    """Which of these screens is another than ``here``: the first that shows nothing of it, so that a mirrored one does not count."""
    return next((at for at, place in enumerate(places) if not place.intersects(here)), None)


def other_screen(here: QScreen) -> QScreen | None:
    """The screen for the audience, if there is one beside that of the window."""
    screens = QGuiApplication.screens()
    at = other_place(here.geometry(), [screen.geometry() for screen in screens])
    return screens[at] if at is not None else None
