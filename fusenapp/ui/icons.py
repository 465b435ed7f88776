"""Our own icons: SVG files on a 20-px grid, stroke 1.5, tinted with a token of the theme in use."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from fusenapp.paths import resource
from fusenapp.ui.theme import color, is_dark

SIZES = (16, 20)
BUTTON = QSize(20, 16)


def names() -> list[str]:
    """All icon names."""
    return sorted(path.stem for path in resource("icons").glob("*.svg"))


def icon(name: str, token: str = "text2", checked: str = "", sizes: tuple[int, ...] = SIZES) -> QIcon:
    """An icon tinted with ``token``; disabled it is quiet, checked it has the ``checked`` token if one is given."""
    return _icon(name, token, checked, sizes, is_dark(), _ratio())


def button_icon(name: str, token: str = "text2") -> QIcon:
    """A 16-px icon with air on its right, since Qt puts a button's words close to its icon."""
    return _button_icon(name, token, is_dark(), _ratio())


def pixmap(name: str, size: int = 20, token: str = "text2") -> QPixmap:
    """The icon as a picture of ``size`` logical pixels."""
    return _pixmap(name, size, color(token).name(), _ratio())


def draw_icon(painter: QPainter, rect: QRectF, name: str, tint: QColor) -> None:
    """Paint an icon into ``rect`` with any colour, sharp at any zoom."""
    _renderer(name, tint.name()).render(painter, rect)


def app_icon() -> QIcon:
    """The mark of the program, for title bars and task bars."""
    result = QIcon()
    for size in (16, 32, 64, 256):
        result.addPixmap(_pixmap("fusen", size, "#000000", 1.0))
    return result


def mark(size: int = 24) -> QPixmap:
    """The mark of the program, a yellow note, at ``size`` logical pixels."""
    return _pixmap("fusen", size, "#000000", _ratio())


@cache
def _icon(name: str, token: str, checked: str, sizes: tuple[int, ...], dark: bool, ratio: float) -> QIcon:
    result = QIcon()
    for size in sizes:
        plain = _pixmap(name, size, color(token).name(), ratio)
        result.addPixmap(plain, QIcon.Mode.Normal, QIcon.State.Off)
        if checked:
            result.addPixmap(_pixmap(name, size, color(checked).name(), ratio), QIcon.Mode.Normal, QIcon.State.On)
        result.addPixmap(_pixmap(name, size, color("borderS").name(), ratio), QIcon.Mode.Disabled, QIcon.State.Off)
    return result


@cache
def _button_icon(name: str, token: str, dark: bool, ratio: float) -> QIcon:
    result = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, token), (QIcon.Mode.Disabled, "borderS")):
        picture = QPixmap(QSize(round(BUTTON.width() * ratio), round(BUTTON.height() * ratio)))
        picture.fill(Qt.GlobalColor.transparent)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(name, color(tint).name()).render(painter, QRectF(0, 0, 16, 16))
        painter.end()
        result.addPixmap(picture, mode)
    return result


@cache
def _pixmap(name: str, size: int, tint: str, ratio: float) -> QPixmap:
    result = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    result.fill(Qt.GlobalColor.transparent)
    result.setDevicePixelRatio(ratio)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, tint).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return result


@cache
def _renderer(name: str, tint: str) -> QSvgRenderer:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", tint).encode()))


def _ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0


def forget() -> None:
    """Drop all pictures; they must not outlive the application that made them."""
    for cached in (_icon, _button_icon, _pixmap, _renderer):
        cached.cache_clear()
