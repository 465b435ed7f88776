"""Qt's own words (file dialogs, the menu of a text field, message boxes) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from fusenapp import i18n

_spoken: list[tuple[str, QTranslator]] = []


def follow_language() -> None:
    """Let Qt speak the language in use; widgets that are made from now on show it."""
    language, app = i18n.language(), QCoreApplication.instance()
    if app is None or (_spoken and _spoken[0][0] == language):
        return
    for _, old in _spoken:
        app.removeTranslator(old)
    words = QTranslator()
    # English is what Qt speaks without a file.
    if language != "en" and words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    _spoken[:] = [(language, words)]


def forget() -> None:
    """Before the application object goes: the next one starts without words."""
    app = QCoreApplication.instance()
    for _, old in _spoken:
        if app is not None:
            app.removeTranslator(old)
    _spoken.clear()
