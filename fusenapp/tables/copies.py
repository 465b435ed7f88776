"""Sheets that are copies of others: a backup beside its original must not double what tables put together hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fusenapp.tables import words

if TYPE_CHECKING:
    from fusenapp.tables.dataset import Dataset
    from fusenapp.tables.uniting import Part

_NAMED = re.compile(
    r"コピー|複製|copy|バックアップ|backup|(?<![a-z])(ba?k|old)(?![a-z])|退避|控え|^旧|旧$|\(\d+\)$", re.IGNORECASE
)
_ROWS = 5000
"""Rows compared of each table."""
_SAME = 0.5


def originals(group: Sequence[Part]) -> tuple[list[Part], list[tuple[Part, Part]]]:
    """The parts to put together, and those left out, each with the part that it copies.

    A part is left out where its sheet is hidden or is called like a copy, and at least half of its rows stand in a part
    whose sheet is neither. Equal sheets that nothing calls copies are kept: two branches may have the same figures.
    """
    plain = [part for part in group if not _is_suspect(part)]
    left_out = [(part, of) for part in group if _is_suspect(part) and (of := _original(part, plain)) is not None]
    gone = {id(part) for part, _ in left_out}
    return [part for part in group if id(part) not in gone], left_out


def _is_suspect(part: Part) -> bool:
    return not part.visible or is_named_copy(part.dataset.sheets[0])


def is_named_copy(sheet: str) -> bool:
    """``東京 (2)``, ``東京_bk``, ``コピー ～ 東京``, ``旧リスト``."""
    return bool(_NAMED.search(unicodedata.normalize("NFKC", sheet).strip()))


def _original(part: Part, others: Iterable[Part]) -> Part | None:
    return next((other for other in others if _share(part.dataset, other.dataset) >= _SAME), None)


def _share(copy: Dataset, original: Dataset) -> float:
    """How much of one table's rows stand in the other, by the columns that both have."""
    names = {words.normal(name): name for name in original.names}
    pairs = [(name, names[key]) for name in copy.names if (key := words.normal(name)) in names]
    if not pairs or not len(copy):
        return 0.0
    known = set(_rows(original, [name for _, name in pairs]))
    rows = _rows(copy, [name for name, _ in pairs])
    return sum(row in known for row in rows) / len(rows)


def _rows(dataset: Dataset, names: Sequence[str]) -> list[tuple[object, ...]]:
    columns = [dataset.values(dataset.names.index(name)).slice(0, _ROWS).to_pylist() for name in names]
    return list(zip(*columns, strict=True))
