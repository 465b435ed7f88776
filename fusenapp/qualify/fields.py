"""Finds the column that a clause means."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence

from fusenapp.errors import InputError

LEVEL = "›"
"""Joins the levels of a stacked header."""


def resolve(name: str, columns: Sequence[str], where: str = "") -> str:
    """The column that ``name`` means.

    Width, case and blanks do not matter. The last levels of a stacked header are enough where they are
    unambiguous (``業種`` for ``企業情報›業種``), and the other way round, so that a definition written for
    one sheet runs on a flatter one.

    Args:
        name: as a clause or a command line gives it.
        columns: names of the dataset's columns.
        where: id of the clause, for the error.

    Raises:
        InputError: ``unknown-field`` or ``ambiguous-field``, both with ``suggestions``.
    """
    if name in columns:
        return name
    wanted = _levels(name)
    levels = {column: _levels(column) for column in columns}
    for hits in ([c for c, have in levels.items() if have == wanted],
                 [c for c, have in levels.items() if have[-len(wanted):] == wanted],
                 [c for c, have in levels.items() if wanted[-len(have):] == have]):
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise InputError("ambiguous-field", where, field=name, suggestions=hits)
    raise InputError("unknown-field", where, field=name, suggestions=similar(name, columns))


def similar(name: str, columns: Iterable[str], limit: int = 3) -> list[str]:
    """Columns whose name, or last level, looks like ``name``, best first."""
    wanted = _levels(name)[-1]
    label = {column: _levels(column)[-1] for column in columns}
    inside = [c for c, text in label.items() if wanted in text or text in wanted]
    close = difflib.get_close_matches(wanted, list(label.values()), limit, 0.5)
    return list(dict.fromkeys(inside + [c for text in close for c, other in label.items() if other == text]))[:limit]


def _levels(name: str) -> tuple[str, ...]:
    folded = "".join(unicodedata.normalize("NFKC", name).split()).casefold()
    return tuple(folded.split(LEVEL))
