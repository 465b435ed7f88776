"""KPI sheets: a row per KPI, segment and series, months across, as rows of figures with the cell of each.

The sheet was read as a table already (merged labels filled down, months to come unfixed); this says
which label column holds what and which columns are months.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fusenapp.tables.dataset import Dataset
from fusenapp.tables.periods import MonthColumn, month_columns, series_of

Months = dict[str, float]
Key = tuple[str, str, str]
_DEPARTMENT = re.compile(r"部門|部署|担当部|組織|チーム|department|team", re.IGNORECASE)
_SEGMENT = re.compile(r"区分|セグメント|segment", re.IGNORECASE)
_NAME = re.compile(r"kpi|指標|項目|名称|metric|name", re.IGNORECASE)
_UNIT = re.compile(r"^(単位|unit)$", re.IGNORECASE)
_UNIT_IN_NAME = re.compile(r"[(\[]\s*(千円|百万円|万円|億円|円|件|人|名|%|社|回|pt|日|営業日)\s*[)\]]\s*$")
_YEAR = re.compile(r"(20\d\d)\s*年?度|fy\s*(20\d\d)|(20\d\d)", re.IGNORECASE)


@dataclass(frozen=True)
class KpiRow:
    """One KPI of a sheet in one segment.

    Attributes:
        department, name, segment: as written; the unit in brackets is taken off the name.
        series: ``target actual forecast previous …`` → month → figure; a month without a figure is absent.
        unit: ``円``, ``件`` … or empty.
        places: series → month → ``file › sheet › cell``.
    """

    department: str
    name: str
    segment: str
    series: Mapping[str, Months] = field(default_factory=dict)
    unit: str = ""
    places: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_kpi(dataset: Dataset) -> list[KpiRow]:
    """The KPI rows of a table, in its order; none if it has no two months across or no rows with a name.

    Ratios of the sheet's own (達成率, 前年比) and totals are not rows: they follow from the others.
    """
    months = month_columns(dataset.names, _year(dataset))
    if len({m.month for m in months}) < 2:
        return []
    labels = _labels(dataset, {m.index for m in months})
    if "name" not in labels:
        return []
    found: dict[Key, _Held] = {}
    for key, unit, series, at in _lines(dataset, labels, months):
        _take(dataset, found.setdefault(key, _Held(unit)), series, at, months)
    return [KpiRow(*key, held.series, held.unit, held.places) for key, held in found.items() if any(held.series.values())]


@dataclass
class _Held:
    """What was gathered for one KPI so far."""

    unit: str
    series: dict[str, Months] = field(default_factory=dict)
    places: dict[str, dict[str, str]] = field(default_factory=dict)


def _year(dataset: Dataset) -> int | None:
    """The year that title or sheet name tell, else that of the as-of month."""
    for text in (dataset.title, *dataset.sheets, dataset.source.rsplit("/", 1)[-1]):
        hit = _YEAR.search(unicodedata.normalize("NFKC", text or ""))
        if hit:
            return int(next(g for g in hit.groups() if g))
    return int(dataset.as_of[:4]) if dataset.as_of else None


def _labels(dataset: Dataset, months: set[int]) -> dict[str, int]:
    """What the label columns hold: department, name, segment, series, unit → index."""
    texts = [i for i, c in enumerate(dataset.columns) if i not in months and c.type == "text"]
    values = {i: [v for v in dict.fromkeys(dataset.values(i).to_pylist()) if v] for i in texts}
    found: dict[str, int] = {}
    for i in texts:
        if values[i] and "series" not in found and all(series_of(v) for v in values[i]):
            found["series"] = i
        elif _UNIT.search(_plain(dataset.columns[i].label)):
            found.setdefault("unit", i)
    rest = [i for i in texts if i not in found.values()]
    for what, pattern in (("name", _NAME), ("department", _DEPARTMENT), ("segment", _SEGMENT)):
        hit = next((i for i in rest if i not in found.values() and pattern.search(_plain(dataset.columns[i].label))), None)
        if hit is not None:
            found[what] = hit
    rest = [i for i in rest if i not in found.values() and values[i]]
    if "name" not in found and rest:
        found["name"] = max(rest, key=lambda i: len(values[i]))
    return found


def _lines(dataset: Dataset, labels: Mapping[str, int], months: list[MonthColumn]) -> Iterator[tuple[Key, str, str, int]]:
    """((department, name, segment), unit, series, row) of every row that holds figures of a series we keep."""
    held = {what: dataset.values(i).to_pylist() for what, i in labels.items()}
    for at in range(len(dataset)):
        name = held["name"][at]
        series = series_of(held["series"][at] or "") if "series" in held else "actual"
        if not name or series in (None, "achievement", "difference", "growth"):
            continue
        plain, unit = _unit_of(name)
        told = held["unit"][at] if "unit" in held else None
        key = (held["department"][at] or "" if "department" in held else "", plain, held["segment"][at] or "" if "segment" in held else "")
        yield key, told or unit or dataset.unit, series, at


def _take(dataset: Dataset, held: _Held, series: str, at: int, months: list[MonthColumn]) -> None:
    for month in months:
        kept = month.series or series
        if kept in ("achievement", "difference", "growth"):
            continue
        value = dataset.table.column(month.index)[at].as_py()
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            held.series.setdefault(kept, {})[month.month] = float(value)
            held.places.setdefault(kept, {})[month.month] = dataset.place(at, month.index)


def _unit_of(name: str) -> tuple[str, str]:
    """A name without the unit in brackets at its end, and that unit."""
    plain = unicodedata.normalize("NFKC", name).strip()
    hit = _UNIT_IN_NAME.search(plain)
    return (plain[: hit.start()].strip(), hit.group(1)) if hit else (name.strip(), "")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
