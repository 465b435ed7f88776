"""The answer of a verb as a short table for people."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_WIDEST = 48


def lines(answer: Mapping[str, Any]) -> Iterator[str]:
    """Plain values first, a line each; then every list of objects as a table."""
    for key, found in answer.items():
        if not isinstance(found, (Mapping, list)):
            yield f"{key}: {_plain(found)}"
        elif isinstance(found, Mapping):
            yield f"{key}: " + ", ".join(f"{k} {_plain(v)}" for k, v in found.items())
        elif found and not isinstance(found[0], Mapping):
            yield f"{key}: " + ", ".join(_plain(v) for v in found)
    for key, found in answer.items():
        if isinstance(found, list) and found and isinstance(found[0], Mapping):
            yield ""
            yield f"{key} ({len(found)})"
            yield from _table(found)


def _table(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    columns = [c for c in rows[0] if any(r.get(c) not in (None, "", [], {}) for r in rows)]
    cells = [[_plain(row.get(c)) for c in columns] for row in rows]
    widths = [min(_WIDEST, max(_width(c), *(_width(r[i]) for r in cells))) for i, c in enumerate(columns)]
    yield "  ".join(_pad(c, w) for c, w in zip(columns, widths, strict=True)).rstrip()
    for row in cells:
        yield "  ".join(_pad(c, w) for c, w in zip(row, widths, strict=True)).rstrip()


def _plain(found: Any) -> str:
    if found is None:
        return "—"
    if isinstance(found, float):
        return f"{found:,.4g}" if abs(found) < 1 else f"{found:,.10g}"
    if isinstance(found, Mapping):
        return ", ".join(f"{k} {_plain(v)}" for k, v in found.items())
    if isinstance(found, (list, tuple)):
        return f"{len(found)}" if found and isinstance(found[0], Mapping) else ", ".join(_plain(v) for v in found)
    return f"{found:,}" if isinstance(found, int) and not isinstance(found, bool) else str(found)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _pad(text: str, width: int) -> str:
    kept = ""
    for c in text.replace("\n", " "):
        if _width(kept + c) > width - (1 if _width(text) > width else 0):
            kept += "…"
            break
        kept += c
    return kept + " " * (width - _width(kept))
