"""The types of columns in words."""

from __future__ import annotations

from fusenapp.i18n import QT_TRANSLATE_NOOP, translate

_WORDS = {
    "text": QT_TRANSLATE_NOOP("ColumnTypes", "text"),
    "integer": QT_TRANSLATE_NOOP("ColumnTypes", "whole number"),
    "number": QT_TRANSLATE_NOOP("ColumnTypes", "number"),
    "date": QT_TRANSLATE_NOOP("ColumnTypes", "date"),
    "month": QT_TRANSLATE_NOOP("ColumnTypes", "month"),
    "boolean": QT_TRANSLATE_NOOP("ColumnTypes", "yes or no"),
    "percent": QT_TRANSLATE_NOOP("ColumnTypes", "percent"),
    "money": QT_TRANSLATE_NOOP("ColumnTypes", "amount"),
}


def type_word(type_: str) -> str:
    """A column's type (``dataset.TYPES``) in the language in use."""
    return translate("ColumnTypes", _WORDS[type_]) if type_ in _WORDS else type_
