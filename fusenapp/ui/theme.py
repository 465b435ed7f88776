"""The look in use: colours, fonts, palette and style sheet; light, dark or as the system has it.

Widgets ask this module (``color("text2")``, ``font(11)``) when they paint, so a change of theme needs
no more than a repaint. All sizes are logical pixels: the projector scale multiplies them below Qt.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from fusenapp.collecting import uncollected
from fusenapp.ui.style_sheet import style_sheet
from fusenapp.ui.tokens import BODY, COLOURS, PAPERS, SHAPES

MODES = ("system", "light", "dark")
STYLED = "fusen_styled"


class Paper(NamedTuple):
    """A note paper in the theme in use."""

    fill: QColor
    text: QColor
    edge: QColor


class DepartmentLook(NamedTuple):
    """How a department is shown in the theme in use: always shape and hue together."""

    shape: str
    strong: QColor
    weak: QColor


class _Active:
    dark = False


def is_dark() -> bool:
    """True while the dark theme is in use."""
    return _Active.dark


@contextmanager
def as_printed() -> Iterator[None]:
    """The light colours meanwhile, for what goes on paper; only around painting, never across events."""
    dark, _Active.dark = _Active.dark, False
    try:
        yield
    finally:
        _Active.dark = dark


def color(token: str) -> QColor:
    """The colour of a token (see `fusenapp.ui.tokens`) in the theme in use."""
    return _color(token, _Active.dark)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two: ``share`` (0 to 1) of the first."""
    parts = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def css(token: str) -> str:
    """The same as ``#RRGGBB``, for style sheets and rich text."""
    return color(token).name()


def paper(number: float | int | None) -> Paper:
    """Paper 1–8 of a note; anything else is paper 1."""
    index = int(number) - 1 if number and 1 <= int(number) <= len(PAPERS) else 0
    values = PAPERS[index].dark if _Active.dark else PAPERS[index].light
    return Paper(*(QColor(v) for v in values))


def department_look(shape: str) -> DepartmentLook:
    """The look for the ``shape`` of a department record; an unknown shape is shown as ``cross``."""
    known = shape if shape in SHAPES else "cross"
    strong, weak = SHAPES[known]
    return DepartmentLook(known, color(strong), color(weak))


def font(size: int = BODY, bold: bool = False) -> QFont:
    """The window's font at ``size`` logical pixels (11, 13, 15, 20 or 28)."""
    result = QFont(QApplication.font())
    result.setPixelSize(size)
    result.setBold(bold)
    return result


class Theme(QObject):
    """Chooses light or dark and puts it on the application.

    Signals:
        changed: after palette and style sheet were replaced.
    """

    changed = Signal()

    def __init__(self, mode: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = mode
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def mode(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._mode

    @property
    def dark(self) -> bool:
        """True if the dark colours are to be used now."""
        if self._mode == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode == "dark"

    def set_mode(self, mode: str) -> None:
        """Change to ``system``, ``light`` or ``dark`` at once."""
        if mode not in MODES:
            raise ValueError(mode)
        self._mode = mode
        self.apply()

    def apply(self) -> None:
        """Put palette, font and style sheet on the running application."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        _Active.dark = self.dark
        if not app.property(STYLED):  # a second setStyle under a style sheet leaves fonts of dead styles behind
            app.setStyle("Fusion")
            app.setProperty(STYLED, True)
        with uncollected():  # Qt walks over all widgets: Python must not delete one of them under its feet
            app.setPalette(_palette())
            app.setFont(_base_font())
            app.setStyleSheet(style_sheet(css, "dark" if _Active.dark else "light"))
        self.changed.emit()

    def _system_changed(self) -> None:
        if self._mode == "system" and self.dark != _Active.dark:
            self.apply()


@cache
def _color(token: str, dark: bool) -> QColor:
    pair = COLOURS[token]
    return QColor(pair.dark if dark else pair.light)


def _base_font() -> QFont:
    result = QFont(QApplication.font())
    result.setPixelSize(BODY)
    return result


_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "lane",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onAccent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "lane",
    QPalette.ColorRole.Mid: "borderS",
    QPalette.ColorRole.Dark: "borderS",
    QPalette.ColorRole.Shadow: "border",
}


def _palette() -> QPalette:
    result = QPalette()
    for role, token in _ROLES.items():
        result.setColor(role, color(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, color("text3"))
    result.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, color("borderS"))
    return result
