"""Reference dates."""

from __future__ import annotations

import calendar
from datetime import date

from fusenapp.errors import InputError


def reference_date(text: str | date | None) -> date | None:
    """The date of ``YYYY-MM-DD``; of ``YYYY-MM`` the last day; None for None or empty.

    Raises:
        InputError: ``bad-date``.
    """
    if isinstance(text, date) or not text:
        return text or None
    try:
        if len(text) > 7:
            return date.fromisoformat(text)
        year, month = (int(part) for part in text.split("-"))
        return date(year, month, calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError):
        raise InputError("bad-date", text, value=text) from None
