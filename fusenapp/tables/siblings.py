"""Columns without any value yet take the type of those that are called alike: 11月 that of 10月, 4Q›実績 that of 3Q›実績."""

from __future__ import annotations

import re

from fusenapp.tables import words
from fusenapp.tables.built import Built
from fusenapp.tables.column_types import Typed
from fusenapp.tables.dates import month_number, parse_moment
from fusenapp.tables.places import LEVEL

_MOST = 2_000
_MONTH = "月"


def type_like_siblings(built: Built, settled: set[str]) -> None:
    """Give blank columns a type; ``settled`` are the names whose type the user has chosen. Changes ``built`` in place."""
    if len(built.names) > _MOST:
        return
    blank = [all(value is None for value in values) for values in built.values]
    keys = [_key(name) for name in built.names]
    for index, name in enumerate(built.names):
        if not blank[index] or built.types[index].type != "text" or built.types[index].dropped or name in settled:
            continue
        alike = [built.types[other] for other, key in enumerate(keys) if key == keys[index] and not blank[other]]
        if alike and len({(typed.type, typed.unit) for typed in alike}) == 1:
            built.types[index] = Typed(alike[0].type, alike[0].unit, [])


def _key(name: str) -> str:
    """What alike columns share: the last level without the number that makes it unique; months are all alike."""
    label = re.sub(r"_\d+$", "", name.rsplit(LEVEL, 1)[-1])
    moment = parse_moment(label)
    is_month = month_number(label) is not None or (moment is not None and moment.month is not None and moment.day is None)
    return _MONTH if is_month else words.normal(label)
