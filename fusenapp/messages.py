"""The sentence for every error and problem code: what happened, what was kept, what to do.

Sentences are English here and translated by ``resources/i18n/messages_ja.ts``. ``{where}`` is the
place; other names are the parameters that the error carries.
"""

from __future__ import annotations

from typing import Any

from fusenapp.errors import FusenError
from fusenapp.i18n import translate


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Marks a sentence for translation later; returns it unchanged."""
    return source


SENTENCES: dict[str, str] = {
    "unexpected": QT_TRANSLATE_NOOP("Errors", "Something went wrong inside Fusen ({code}). Your edits are kept. Please try again."),
    "not-found": QT_TRANSLATE_NOOP("Errors", "{where} was not found. Nothing was changed. Check the name and the folder."),
}


def explain(error: FusenError, *, to: str | None = None) -> str:
    """One clear message for an error, in the language in use or ``to``."""
    return sentence(error.code, where=error.where, to=to, **error.parameters)


def sentence(code: str, *, where: str = "", to: str | None = None, **parameters: Any) -> str:
    """The sentence for a code, with the place and the parameters put in."""
    source = SENTENCES.get(code, SENTENCES["unexpected"])
    return translate("Errors", source, to=to).format_map(_Lenient(parameters, where=where, code=code))


class _Lenient(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""
