"""The answer of a verb as a short table for people, its heads in the language in use."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fusenapp.cli_words import head, value_word

_WIDEST = 48
_HASH = 12
_NOT_SHOWN = frozenset({"figures", "parameters", "nodes", "people", "conversion", "fixed", "short"})
_PROSE = "message"
"""Stands last, in full."""


def lines(answer: Mapping[str, Any]) -> Iterator[str]:
    """Plain values first, a line each; then every list of objects as a table."""
    tables = {key: found for key, found in answer.items() if _is_table(found)}
    for key, found in answer.items():
        if key == "backtest":
            continue
        if key not in tables and found not in (None, [], {}):
            yield f"{head(key)}: {_plain(found, key)}"
    for key, found in tables.items():
        rows = list(_months_across(found)) if key == "nodes" else found
        yield ""
        yield f"{head(key)} ({len(found)})"
        yield from _table(rows)
    if answer.get("backtest"):
        yield from _backtest(answer["backtest"])


def _backtest(test: Mapping[str, Any], title: str = "backtest") -> Iterator[str]:
    """The four counts, then a row per rate; without its leaks once more, if it has any."""
    yield from ("", head(title))
    yield from _table([{"verdict": head("match"), "came_true": test["tp"], "did_not": test["fp"]},
                       {"verdict": head("others"), "came_true": test["fn"], "did_not": test["tn"]}])
    yield ""
    yield from _table([_rate(name, test[name]) for name in ("precision", "recall", "base")])
    unknown = test["unknown"]["positive"] + test["unknown"]["negative"]
    if unknown:
        yield f"{head('others_unknown')}: {unknown:,}"
    flagged = [leak for leak in test.get("leaks", ()) if leak["flagged"]]
    if flagged:
        yield f"{head('leaks')}: {', '.join(dict.fromkeys(leak['field'] for leak in flagged))}"
    if "without_leaks" in test:
        yield from _backtest(test["without_leaks"], "without_leaks")


def _rate(name: str, rate: Mapping[str, Any]) -> dict[str, Any]:
    told = {key: "—" if rate[key] is None else f"{rate[key]:.1%}" for key in ("value", "low", "high")}
    return {"rate": head(name), **told, "n": rate["n"], "note": value_word("note", "reference") if rate["reference"] else ""}


def _is_table(found: Any) -> bool:
    return isinstance(found, list) and bool(found) and isinstance(found[0], Mapping)


def _months_across(nodes: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """One row per KPI, segment and series, a column per period."""
    periods = dict.fromkeys(period for node in nodes for series in node["series"].values() for period in series)
    for node in nodes:
        for series, figures in (node["series"] | {"achievement": node["achievement"]}).items():
            if figures:
                known = {period: _figure(figures.get(period), node["unit"], series) for period in periods}
                yield {"name": node["name"], "segment": node["segment"], "series": series, "unit": node["unit"], **known}


def _figure(value: float | None, unit: str, series: str) -> str:
    if value is None:
        return "—"
    return f"{value:.1%}" if unit == "%" or series == "achievement" else f"{value:,.10g}"


def _table(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    there = dict.fromkeys(k for row in rows for k, v in row.items() if k not in _NOT_SHOWN and v not in (None, "", [], {}))
    columns = sorted(there, key=_PROSE.__eq__)
    numeric = [all(_is_figure(r.get(c)) for r in rows) for c in columns]
    cells = [[head(c) for c in columns], *([_plain(row.get(c), c) for c in columns] for row in rows)]
    widths = [min(10_000 if c == _PROSE else _WIDEST, max(_width(row[i]) for row in cells)) for i, c in enumerate(columns)]
    for row in cells:
        yield "  ".join(_pad(c, w, right) for c, w, right in zip(row, widths, numeric, strict=True)).rstrip()


def _is_figure(found: Any) -> bool:
    return isinstance(found, (int, float)) or found is None or (isinstance(found, str) and found[:1] in "0123456789-—" and "-" not in found[1:])


def _plain(found: Any, key: str = "") -> str:
    if found is None:
        return "—"
    if isinstance(found, bool):
        return value_word(key, "yes" if found else "no")
    if isinstance(found, float):
        return f"{found:,.4g}" if abs(found) < 1 else f"{found:,.10g}"
    if isinstance(found, int):
        return f"{found:,}"
    if isinstance(found, Mapping):
        return ", ".join(f"{head(k)} {_plain(v, k)}" for k, v in found.items() if v is not None)
    if isinstance(found, (list, tuple)):
        return ", ".join(_plain(v.get("department", v.get("name", v.get("id"))) if isinstance(v, Mapping) else v) for v in found)
    return found[:_HASH] if key == "hash" else value_word(key, str(found))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def _pad(text: str, width: int, right: bool) -> str:
    kept = ""
    for c in text.replace("\n", " "):
        if _width(kept + c) > width - (1 if _width(text) > width else 0):
            kept += "…"
            break
        kept += c
    blank = " " * (width - _width(kept))
    return blank + kept if right else kept + blank
