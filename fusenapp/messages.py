"""The sentence for every error and problem code: what happened, what was kept, what to do.

Sentences are English here and translated by ``resources/i18n/messages_ja.ts``. ``{where}`` is the
place; other names are the parameters that the error carries.
"""

from __future__ import annotations

from typing import Any

from fusenapp.errors import FusenError
from fusenapp.i18n import QT_TRANSLATE_NOOP, translate

SENTENCES: dict[str, str] = {
    "unexpected": QT_TRANSLATE_NOOP(
        "Errors",
        "Something went wrong inside Fusen ({code}). Your edits are kept. Please try again.",
    ),
    "not-found": QT_TRANSLATE_NOOP("Errors", "{where} was not found. Nothing was changed. Check the name and the folder."),
    "settings-not-saved": QT_TRANSLATE_NOOP(
        "Errors", "The setting could not be saved to {where}. It holds until Fusen is closed. Check the folder and the free space."
    ),
    "bad-rule": QT_TRANSLATE_NOOP(
        "Errors",
        "The rule cannot be read: “{key}” of {where} is missing or not as it should be. Nothing was changed.",
    ),
    "unknown-key": QT_TRANSLATE_NOOP(
        "Errors",
        "The rule has an entry that Fusen does not know: “{key}” of {where}. Nothing was changed. Check the spelling.",
    ),
    "unknown-operator": QT_TRANSLATE_NOOP(
        "Errors",
        "The operator “{operator}” of clause {where} ({field}) is unknown. Nothing was changed.",
    ),
    "bad-value": QT_TRANSLATE_NOOP(
        "Errors",
        "The value {value} of {where} does not suit {field} {operator}. Nothing was changed. Enter a value of the column's kind.",
    ),
    "bad-match": QT_TRANSLATE_NOOP(
        "Errors",
        "Group {where} cannot be joined by {value}: use “all”, “any” or “at least n” with n no more than its clauses.",
    ),
    "too-deep": QT_TRANSLATE_NOOP(
        "Errors",
        "Group {where} is nested too deep: two levels below the top are the most. Nothing was changed.",
    ),
    "duplicate-id": QT_TRANSLATE_NOOP(
        "Errors",
        "The id {where} is used twice in the rule. Nothing was changed. Give each clause its own.",
    ),
    "threshold-missing": QT_TRANSLATE_NOOP(
        "Errors",
        "The rule has points but no threshold. Nothing was changed. Say how many points are needed.",
    ),
    "unknown-field": QT_TRANSLATE_NOOP(
        "Errors",
        "The leads have no column “{field}” (clause {where}). Choose a column of the list. Similar: {suggestions}",
    ),
    "ambiguous-field": QT_TRANSLATE_NOOP(
        "Errors",
        "More than one column is called “{field}” (clause {where}). Name it in full: {suggestions}",
    ),
    "unsuited-operator": QT_TRANSLATE_NOOP(
        "Errors",
        "“{operator}” cannot be used on the column “{field}” (clause {where}), which holds {type}.",
    ),
    "unknown-definition": QT_TRANSLATE_NOOP("Errors", "Clause {where} includes the definition “{ref}”, which does not exist."),
    "definition-cycle": QT_TRANSLATE_NOOP(
        "Errors",
        "The definitions include each other in a circle: {ref}. Take one of the inclusions out.",
    ),
    "no-reference-date": QT_TRANSLATE_NOOP(
        "Errors",
        "Clause {where} counts days up to the date of the data, which is not known. Set the as-of date first.",
    ),
    "bad-outcome": QT_TRANSLATE_NOOP(
        "Errors",
        "The outcome {where} cannot be read. Write it as COLUMN=VALUE with a value that the column can have.",
    ),
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
