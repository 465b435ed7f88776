"""Qt's own words (file dialogs, the menu of a text field, message boxes) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from fusenapp import i18n
from fusenapp.i18n import translate

_spoken: list[tuple[str, list[QTranslator]]] = []


class _Gaps(QTranslator):
    """What Qt's own Japanese file leaves in English."""

    def __init__(self) -> None:
        super().__init__()
        self._words = {
            "&Look in:": translate("Qt", "&Look in:"),
            "Files of &type:": translate("Qt", "Files of &type:"),
            "Folder": translate("Qt", "Folder"),
            "Drive": translate("Qt", "Drive"),
            "Unknown": translate("Qt", "Unknown"),
        }

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]  # noqa: N803
        # None, not "": an empty text would count as the translation.
        return self._words.get(sourceText) if context in ("QFileDialog", "QAbstractFileIconProvider") else None


def follow_language() -> None:
    """Let Qt speak the language in use; widgets that are made from now on show it."""
    language, app = i18n.language(), QCoreApplication.instance()
    if app is None or (_spoken and _spoken[0][0] == language):
        return
    forget()
    spoken: list[QTranslator] = []
    words = QTranslator()
    # English is what Qt speaks without a file.
    if language != "en" and words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        spoken = [words, _Gaps()]
    for one in spoken:
        app.installTranslator(one)
    _spoken[:] = [(language, spoken)]


def forget() -> None:
    """Before the application object goes: the next one starts without words."""
    app = QCoreApplication.instance()
    for one in (translator for _, spoken in _spoken for translator in spoken):
        if app is not None:
            app.removeTranslator(one)
    _spoken.clear()
