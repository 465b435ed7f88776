"""KPI sheets: department, KPI, segment and series down, months across (or the other way round) → rows by KPI."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from fusenapp.errors import InputError
from fusenapp.tables import words
from fusenapp.tables.book import Book
from fusenapp.tables.build import SECTION
from fusenapp.tables.dataset import Dataset
from fusenapp.tables.kpi_shape import Shape, shape_of
from fusenapp.tables.periods import ACTUAL_LIKE, is_month_key, series_of
from fusenapp.tables.problems import Problem

KEPT = ("target", "actual", "forecast", "previous")
"""Series that are handed on; achievement, difference and growth are only checked."""

_QUALITY = re.compile(r"質(リード|の高い.*)?|高?品質(リード)?|ターゲット(リード|企業)?|target|quality(lead)?s?|有効リード")
_GENERAL = re.compile(r"一般(リード)?|(ターゲット|対象)外|その他(リード)?|general(lead)?s?|非ターゲット")
_ALL = re.compile(r"合計|全体|計|総計|全(リード|件)?|total|all|")
_BRACKETS = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$")
_DEPARTMENTS = re.compile(
    r"マーケ|営業|インサイド|フィールド|セールス|\bis\b|\bfs\b|\bcs\b|sales|marketing|事業部|チーム|推進|企画", re.IGNORECASE
)
_POINTS = 1.5


@dataclass(frozen=True)
class KpiRow:
    """One KPI of one department and segment.

    Attributes:
        department: as written; empty if the sheet names none.
        name: as written, without a unit in brackets.
        segment: ``all``, ``quality`` or ``general``.
        series: ``target``, ``actual``, ``forecast``, ``previous`` → month ``"2026-04"`` → value. Months without a
            figure are absent. Rates are fractions.
        unit: ``件``, ``円``, ``%`` …; empty if the sheet does not say.
        places: (series, month) → ``file › sheet › A1``.
    """

    department: str
    name: str
    segment: str
    series: Mapping[str, Mapping[str, float]]
    unit: str = ""
    places: Mapping[tuple[str, str], str] = field(default_factory=dict)


def read_kpi(source: Dataset | Book, table_id: str | None = None) -> list[KpiRow]:
    """The rows of a KPI sheet.

    Args:
        source: a dataset, or a book with the id of its table (the largest if none is named).
        table_id: only with a book.

    Raises:
        InputError: ``not-a-kpi-sheet`` where no figures by month are found.
    """
    return kpi_report(source, table_id)[0]


def kpi_report(source: Dataset | Book, table_id: str | None = None) -> tuple[list[KpiRow], list[Problem]]:
    """Like ``read_kpi``, with what does not add up: totals, stated achievement rates, months without a year."""
    dataset = source if isinstance(source, Dataset) else source.dataset(source.table(table_id).id)
    shape = shape_of(dataset)
    if shape is None:
        raise InputError("not-a-kpi-sheet", dataset.table_id or dataset.source)
    reading = _Reading(dataset, shape)
    return reading.rows(), reading.problems


@dataclass
class _Entry:
    """Figures of one KPI while they are collected."""

    department: str
    name: str
    segment: str
    unit: str
    figures: dict[str, dict[str, float]] = field(default_factory=dict)
    places: dict[tuple[str, str], str] = field(default_factory=dict)
    totals: dict[str, float] = field(default_factory=dict)


class _Reading:
    def __init__(self, dataset: Dataset, shape: Shape) -> None:
        self._dataset = dataset
        self._shape = shape
        self.problems: list[Problem] = []
        self._columns: dict[int, list[Any]] = {}
        self._sheet_department = _department_of_sheet(dataset)

    def rows(self) -> list[KpiRow]:
        entries: dict[tuple[str, str, str], _Entry] = {}
        for row in range(len(self._dataset)):
            for labels, figures in self._figures(row):
                entry = entries.setdefault(labels[:3], _Entry(*labels))
                self._take(entry, figures)
        if any(not is_month_key(month) for entry in entries.values() for figures in entry.figures.values() for month in figures):
            self.problems.append(Problem("year-unknown", self._dataset.sheets[0]))
        result = [self._finish(entry) for entry in entries.values()]
        return [row for row in result if row.series]

    def _figures(self, row: int) -> list[tuple[tuple[str, str, str, str], list[tuple[str, str, float, str]]]]:
        """(department, name, segment, unit) with (series, month, value, place) of one row of the sheet."""
        shape = self._shape
        if shape.month_label is None:
            labels = self._labels(row)
            series = self._series(row)
            found = [
                (month.series or series, month.month, value, self._dataset.place(row, month.index))
                for month in shape.months
                if (value := self._number(row, month.index)) is not None
            ]
            return [(labels, found)]
        month = self._value(row, shape.month_label)
        return [
            ((labels[0], labels[1], labels[2], labels[3]), [(series, str(month), value, self._dataset.place(row, index))])
            for index, series, labels in shape.measures
            if month is not None and (value := self._number(row, index)) is not None
        ]

    def _take(self, entry: _Entry, figures: list[tuple[str, str, float, str]]) -> None:
        for series, month, value, place in figures:
            entry.figures.setdefault(series, {})[month] = value
            entry.places[series, month] = place

    def _labels(self, row: int) -> tuple[str, str, str, str]:
        shape = self._shape
        name = self._text(row, shape.name)
        segment, rest = segment_of(self._text(row, shape.segment))
        unit = words.unit_of(name) or self._text(row, shape.unit) or _common_unit(self._dataset.unit, name)
        department = self._text(row, shape.department) or self._sheet_department
        plain = _BRACKETS.sub("", name) if words.unit_of(name) else name
        return department, f"{plain}（{rest}）" if rest else plain, segment, _tidy_unit(unit)

    def _series(self, row: int) -> str:
        shape = self._shape
        told = series_of(self._text(row, shape.series)) if shape.series is not None else None
        return told or ("other" if shape.series is not None else shape.default_series)

    def _text(self, row: int, column: int | None) -> str:
        value = self._value(row, column) if column is not None else None
        return "" if value is None else str(value)

    def _value(self, row: int, column: int) -> Any:
        if column not in self._columns:
            self._columns[column] = self._dataset.values(column).to_pylist()
        return self._columns[column][row]

    def _number(self, row: int, column: int) -> float | None:
        value = self._value(row, column)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def _finish(self, entry: _Entry) -> KpiRow:
        self._drop_future(entry)
        entry = self._as_fractions(entry)
        self._check_achievement(entry)
        series = {name: dict(entry.figures[name]) for name in KEPT if entry.figures.get(name)}
        places = {key: place for key, place in entry.places.items() if key[0] in series and key[1] in series[key[0]]}
        return KpiRow(entry.department, entry.name, entry.segment, series, entry.unit, places)

    def _drop_future(self, entry: _Entry) -> None:
        """Months after the as-of month hold no actuals yet."""
        last = (self._dataset.as_of or "")[:7]
        if not is_month_key(last):
            return
        for name in ACTUAL_LIKE:
            figures = entry.figures.get(name, {})
            for month in [month for month, value in figures.items() if month > last and value in (0, -1, -100)]:
                del figures[month]

    def _as_fractions(self, entry: _Entry) -> _Entry:
        """Rates written in points become fractions."""
        if entry.unit != "%":
            return entry
        values = [abs(v) for name in KEPT for v in entry.figures.get(name, {}).values()]
        if not values or max(values) <= _POINTS:
            return entry
        scaled = {
            name: {m: round(v / 100, 12) for m, v in figures.items()} if name in KEPT else figures
            for name, figures in entry.figures.items()
        }
        return replace(entry, figures=scaled)

    def _check_achievement(self, entry: _Entry) -> None:
        """The stated 達成率 is actual ÷ target, as a fraction or in points, as exactly as it is written."""
        stated = entry.figures.get("achievement", {})
        target, actual = entry.figures.get("target", {}), entry.figures.get("actual", {})
        for month, value in stated.items():
            if not target.get(month) or actual.get(month) is None:
                continue
            computed = actual[month] / target[month]
            if not (math.isclose(value, computed, abs_tol=0.0051) or math.isclose(value / 100, computed, abs_tol=0.0051)):
                parameters = {"name": entry.name, "month": month, "stated": round(value, 4), "computed": round(computed, 4)}
                self.problems.append(Problem("rate-mismatch", entry.places.get(("achievement", month), ""), parameters))


def segment_of(label: str) -> tuple[str, str]:
    """(segment, what is left): 質リード → quality, 一般リード → general, 合計 → all; other words are left over."""
    word = words.normal(label)
    if _ALL.fullmatch(word):
        return "all", ""
    if _QUALITY.fullmatch(word):
        return "quality", ""
    return ("general", "") if _GENERAL.fullmatch(word) else ("all", label)


def _common_unit(unit: str, name: str) -> str:
    """The unit of the sheet; under one in money, what is called 件数, 人数 or …数 is still counted."""
    word = words.normal(name)
    if unit in words.MONEY_UNITS and word.endswith("数"):
        return "人" if word.endswith("人数") else "社" if word.endswith("社数") else "件"
    return unit


def _tidy_unit(unit: str) -> str:
    word = unicodedata.normalize("NFKC", unit).strip()
    return "%" if word in ("%", "percent") else word


def _department_of_sheet(dataset: Dataset) -> str:
    """A sheet that is called after a department speaks for it."""
    sheet = dataset.sheets[0]
    names = [column.name for column in dataset.columns]
    if SECTION in names or not _DEPARTMENTS.search(sheet):
        return ""
    return sheet


def check_totals(dataset: Dataset) -> list[Problem]:
    """Total columns (累計, 上期計, 年度計) held against the months they sum; rates and averages are left out."""
    shape = shape_of(dataset)
    if shape is None or shape.month_label is not None:
        return []
    reading = _Reading(dataset, shape)
    found: list[Problem] = []
    for row in range(len(dataset)):
        if series_of(reading._text(row, shape.series)) in ("achievement", "growth") or _is_rate(reading, row):
            continue
        found += _check_row(dataset, reading, shape, row)
    return found


def _is_rate(reading: _Reading, row: int) -> bool:
    _, name, _, unit = reading._labels(row)
    return unit == "%" or words.normal(name).endswith(("率", "比", "単価", "rate"))


def _check_row(dataset: Dataset, reading: _Reading, shape: Shape, row: int) -> list[Problem]:
    found = []
    for total in shape.totals:
        stated = reading._number(row, total)
        if stated is None or stated == 0:
            continue
        sums = [_sum(reading, row, part) for part in _parts(shape, total)]
        if not any(math.isclose(stated, each, rel_tol=1e-6, abs_tol=0.5) for each in sums):
            found.append(Problem("total-mismatch", dataset.place(row, total), {"stated": stated, "sum": sums[0]}))
    return found


def _parts(shape: Shape, total: int) -> Sequence[list[int]]:
    """The months since the total before it; all months before it; all months; the months up to the as-of month."""
    months = [month.index for month in shape.months]
    before = max((other for other in shape.totals if other < total), default=-1)
    since = [index for index in months if before < index < total]
    return [
        since or months,
        [index for index in months if index < total],
        months,
        [m.index for m in shape.months if m.month <= shape.last],
    ]


def _sum(reading: _Reading, row: int, columns: list[int]) -> float:
    return math.fsum(value for index in columns if (value := reading._number(row, index)) is not None)
