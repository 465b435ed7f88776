"""Every string on screen, in Japanese and English: reads the Qt Linguist files without Qt.

Source strings are English. ``translate(context, source)`` is the one call, in the window, on the
command line and in exports; the literal call form is what ``pyside6-lupdate`` extracts. All
``resources/i18n/*_<language>.ts`` files are loaded together, one file per area of the program.
A number in a string is written ``%n``; a name is put in afterwards with ``.format(name=…)``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.paths import resource, user_data

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

Key = tuple[str, str, str]
"""(context, source, comment)"""
Forms = tuple[str, ...]
"""The translation, or one per plural form."""

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
def _catalogue(language: str) -> dict[Key, Forms]:
    """All translations of a language; kept digested in the user's data, since reading the XML is felt at every start."""
    paths = sorted(resource("i18n").glob(f"*_{language}.ts"))
    mark = [[path.name, path.stat().st_size, path.stat().st_mtime_ns] for path in paths]
    place = _digest_path(language)
    if place is None:
        return _read(paths)
    found = _digested(place, mark)
    if found is None:
        found = _read(paths)
        _digest(place, mark, found)
    return found


def _digested(place: Path, mark: list[list[str | int]]) -> dict[Key, Forms] | None:
    """What was kept, if it was made of these very files."""
    try:
        kept = json.loads(place.read_text(encoding="utf-8"))
        return {tuple(key): tuple(forms) for key, forms in kept["forms"]} if kept["mark"] == mark else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _digest(path: Path, mark: list[list[str | int]], found: dict[Key, Forms]) -> None:
    fresh = path.with_suffix(f".{os.getpid()}")
    try:
        fresh.write_text(json.dumps({"mark": mark, "forms": list(found.items())}, ensure_ascii=False), encoding="utf-8")
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)  # a full or read-only disk: the next start reads the XML again


def _digest_path(language: str) -> Path | None:
    """Where it is kept; nowhere before the set-up, when a bare Python speaks, or where the user has no place of their own."""
    try:
        return user_data() / f"translations-{language}.json"
    except (ImportError, OSError):
        return None


def _read(paths: Iterable[Path]) -> dict[Key, Forms]:
    import xml.etree.ElementTree as ET

    found: dict[Key, Forms] = {}
    for path in paths:
        for context in ET.parse(path).getroot().iter("context"):
            name = context.findtext("name") or ""
            for message in context.iter("message"):
                forms = _forms(message)
                if forms:
                    found[name, message.findtext("source") or "", message.findtext("comment") or ""] = forms
    return found


def _forms(message: ET.Element) -> Forms:
    translation = message.find("translation")
    if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
        return ()
    plural = [form.text or "" for form in translation.iter("numerusform")]
    return tuple(plural) if plural else ((translation.text,) if translation.text else ())
