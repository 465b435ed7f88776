"""Excel's serial numbers of dates and times."""

from __future__ import annotations

import datetime as dt

_EPOCH_1900 = dt.datetime(1899, 12, 30)
_EPOCH_1904 = dt.datetime(1904, 1, 1)
LAST = 2_958_466
"""The first serial number after the year 9999."""
_FIRST_LIKELY_DAY = 20_000
"""A number from here on in a format of times is a day with its time, of which only the time is shown."""


def from_serial(number: float, kind: str, *, epoch_1904: bool = False) -> dt.date | dt.datetime | dt.time | None:
    """A serial number as date, date with time, or time of day; None if it cannot be one.

    Args:
        number: days since the epoch.
        kind: ``"date"``, ``"month"`` or ``"time"``, as the cell's format says.
        epoch_1904: the workbook counts from 1904 (old Excel for Mac).
    """
    if not 0 <= number < LAST:
        return None
    if kind == "time" and number < _FIRST_LIKELY_DAY:
        return _time(number) if number < 1 else None
    if number < 60 and not epoch_1904:
        number += 1  # Excel believes in 29 February 1900: serials before it are off by one
    moment = (_EPOCH_1904 if epoch_1904 else _EPOCH_1900) + dt.timedelta(seconds=round(number * 86400))
    return moment.date() if moment.time() == dt.time() else moment


def _time(number: float) -> dt.time:
    seconds = min(round(number * 86400), 86399)
    return dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60)
