"""Composition root of the window: arguments, application object, window; starts anew when the size changes."""

from __future__ import annotations

import builtins
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from fusenapp import _display
from fusenapp.errors import FusenError
from fusenapp.i18n import LANGUAGES, set_language, translate
from fusenapp.messages import explain
from fusenapp.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from fusenapp.ui.main_window import MainWindow
    from fusenapp.workspace import Workspace

SCALE = "QT_SCALE_FACTOR"
FIRST_PAINT = "FUSEN_BENCH_FIRST_PAINT"
TURNS = 0.0005
"""Seconds that the window's thread may have to wait until a worker lets Python go; by itself ten times that, at every call into Qt."""


@dataclass
class _Run:
    """What lasts while the window starts anew."""

    options: Any
    settings: Settings
    workspace: Workspace | None = None
    area: str = ""
    also: list[tuple[str, Any]] = field(default_factory=list)
    """Further windows to show: area and geometry of each."""
    again: bool = False
    failure: str | None = None
    base_scale: float = field(default_factory=lambda: float(os.environ.get(SCALE) or 1))


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window, or draw it into a picture; returns the exit status (2: it could not be shown or opened)."""
    options = _parsed(sys.argv[1:] if arguments is None else arguments)
    settings = Settings()
    set_language(options.lang or settings.language())
    if options.screenshot:
        _display.render_offscreen()
    problem = None if options.screenshot else _display.problem()
    if problem:
        print(problem, file=sys.stderr)
        return 2
    run = _Run(options, settings, area=options.area or "")
    run.failure = _open(run)
    if run.failure and options.screenshot:
        print(run.failure, file=sys.stderr)
        return 2
    status, run.again = 0, True
    while run.again:
        status = _once(run)
    return status


def _parsed(arguments: Sequence[str]) -> Any:
    if len(arguments) <= 1 and not any(argument.startswith("-") for argument in arguments):
        return _only_file(*arguments)  # the usual start saves the time that argparse takes to load
    import argparse

    parser = argparse.ArgumentParser(prog="fusenapp", description=translate("App", "Opens the window of Fusen."))
    parser.add_argument("file", nargs="?", type=Path, help=translate("App", "a .fusen file to open"))
    parser.add_argument("--screenshot", metavar="PNG", type=Path, help=translate("App", "draw the window into a picture, without a screen"))
    parser.add_argument("--area", help=translate("App", "the area to show first"))
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--theme", choices=("light", "dark", "system"))
    parser.add_argument("--size", type=_size, metavar="WxH")
    parser.add_argument("--scale", type=float, metavar="1.5", help=translate("App", "size of everything, 1 to 2"))
    return parser.parse_args(list(arguments))


def _only_file(file: str | None = None) -> Any:
    path = Path(file) if file else None
    return SimpleNamespace(file=path, screenshot=None, area=None, lang=None, theme=None, size=None, scale=None)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    return int(width), int(height)


def _once(run: _Run) -> int:
    """One life of the application object."""
    run.again = False
    app, ours = _application(run)
    try:
        return _life(run, app)
    finally:
        if ours:
            _end(app)


def load_qt() -> None:
    """Load Qt, and keep Python's own import.

    PySide puts another in its place, for ``from __feature__ import …``, which reads the source of every module that is
    imported from then on. Fusen uses no such feature, and the reading is a tenth of the time to the first window.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - for its effect

    builtins.__import__ = plain


def _application(run: _Run) -> tuple[QApplication, bool]:
    load_qt()
    from PySide6.QtWidgets import QApplication

    from fusenapp.ui.platform_guard import sentence_instead_of_abort

    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present, False
    scale = run.options.scale or (1.0 if run.options.screenshot else run.settings.get("scale") / 100)
    os.environ[SCALE] = f"{run.base_scale * scale:g}"
    QApplication.setApplicationName("Fusen")
    QApplication.setDesktopFileName("fusenapp")
    with sentence_instead_of_abort():
        app = QApplication([sys.argv[0], "-style", "Fusion"])
    app.setProperty("fusen_styled", True)
    return app, True


def _life(run: _Run, app: QApplication) -> int:
    from fusenapp.ui import fonts, qt_words
    from fusenapp.ui.theme import Theme

    fonts.ensure_japanese(app)
    qt_words.follow_language()
    theme = Theme(run.options.theme or run.settings.get("theme"))
    theme.apply()
    return _picture(run, theme) if run.options.screenshot else _show(run, app, theme)


def _open(run: _Run) -> str | None:
    """Open the file that was named; returns why it could not be."""
    if run.options.file is None:
        return None
    from fusenapp.ui.author import author_of
    from fusenapp.workspace import Workspace

    try:
        run.workspace = Workspace.open(run.options.file, author_of(run.settings))
    except FusenError as error:
        return explain(error)
    return None


def _show(run: _Run, app: QApplication, theme: object) -> int:
    from fusenapp.ui.collector import Collector
    from fusenapp.ui.crash_handler import CrashHandler

    sys.setswitchinterval(TURNS)
    window = _window(run, theme)
    collector = Collector(window)
    crash = CrashHandler(lambda: (window.windows.front or window).saved_words(), lambda: window.windows.front or window)
    crash.install()

    def anew(_percent: int) -> None:
        run.again = True
        kept = window.windows.open[0]
        run.area = kept.page.current if kept.page else ""
        run.also = window.windows.put_away(kept)
        run.workspace = kept.let_go()
        kept.close()

    window.size_chosen.connect(anew)
    if run.failure and window.welcome:
        window.welcome.tell(run.failure)
        run.failure = None
    window.show()
    window.windows.bring_back(window, run.also)
    if os.environ.get(FIRST_PAINT):
        from fusenapp.ui.first_paint import report_first_paint

        report_first_paint(window)
    collector.start()
    try:
        return app.exec()
    finally:
        collector.stop()
        crash.uninstall()
        run.workspace = run.workspace if run.again else None
        window.windows.close_others(window)
        _dispose(window)


def _window(run: _Run, theme: object) -> MainWindow:
    from fusenapp.ui.main_window import MainWindow
    from fusenapp.ui.theme import Theme

    assert isinstance(theme, Theme)
    window = MainWindow(run.settings, theme, run.workspace, run.area)
    if run.options.size:
        window.resize(*run.options.size)
    return window


def _picture(run: _Run, theme: object) -> int:
    """Draw the window once everything in it has come to rest."""
    from PySide6.QtGui import QCursor

    from fusenapp.ui.picture import settle

    QCursor.setPos(32_000, 32_000)  # nothing in the picture lies under the pointer
    window = _window(run, theme)
    window.show()
    whole = settle(window)
    done = window.grab().save(str(run.options.screenshot))
    workspace = window.let_go()
    if workspace is not None:
        workspace.close()
    window.close()
    _dispose(window)
    if not done:
        print(translate("App", "The picture could not be written to {path}.").format(path=run.options.screenshot), file=sys.stderr)
    elif not whole:
        print(translate("App", "The picture was taken before everything in the window had been reckoned. Please try again."), file=sys.stderr)
    return 0 if done else 2


def _dispose(window: MainWindow) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]


def _end(app: QApplication) -> None:
    from fusenapp.ui import icons, qt_words

    icons.forget()
    qt_words.forget()
    app.shutdown()
    os.environ.pop(SCALE, None)
