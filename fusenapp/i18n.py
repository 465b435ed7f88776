"""Every string on screen, in Japanese and English: reads the Qt Linguist files without Qt.

Source strings are English. ``translate(context, source)`` is the one call, in the window, on the
command line and in exports; the literal call form is what ``pyside6-lupdate`` extracts. All
``resources/i18n/*_<language>.ts`` files are loaded together, one file per area of the program.
A number in a string is written ``%n``; a name is put in afterwards with ``.format(name=…)``.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache

from fusenapp.paths import resource

LANGUAGES = ("ja", "en")

_language = "ja"


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Marks a string for translation later; returns it unchanged."""
    return source


def set_language(language: str) -> None:
    """Switch all later calls to ``"ja"`` or ``"en"``."""
    if language not in LANGUAGES:
        raise ValueError(language)
    global _language
    _language = language


def language() -> str:
    """The language in use, ``"ja"`` or ``"en"``."""
    return _language


def translate(context: str, source: str, comment: str | None = None, n: int = -1, *, to: str | None = None) -> str:
    """The words for ``source`` in the language in use (or ``to``); the source itself where none are known."""
    forms = _catalogue(to or _language).get((context, source, comment or ""))
    text = _plural(forms, n) if forms else source
    return text.replace("%n", f"{n:,}") if n >= 0 else text


def _plural(forms: tuple[str, ...], n: int) -> str:
    return forms[0] if len(forms) == 1 or n == 1 else forms[-1]


@cache
def _catalogue(language: str) -> dict[tuple[str, str, str], tuple[str, ...]]:
    found: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for path in sorted(resource("i18n").glob(f"*_{language}.ts")):
        for context in ET.parse(path).getroot().iter("context"):
            name = context.findtext("name") or ""
            for message in context.iter("message"):
                forms = _forms(message)
                if forms:
                    found[name, message.findtext("source") or "", message.findtext("comment") or ""] = forms
    return found


def _forms(message: ET.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
        return ()
    plural = [form.text or "" for form in translation.iter("numerusform")]
    return tuple(plural) if plural else ((translation.text,) if translation.text else ())
