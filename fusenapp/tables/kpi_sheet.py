"""KPI sheets: department, KPI, segment and series down, months across (or the other way round) → rows by KPI."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fusenapp.errors import InputError
from fusenapp.tables import words
from fusenapp.tables.book import Book
from fusenapp.tables.dataset import Dataset
from fusenapp.tables.kpi_labels import DEPARTMENTS, Labels, segment_of, split_series, with_parents
from fusenapp.tables.kpi_shape import Shape, shape_of
from fusenapp.tables.periods import ACTUAL_LIKE, is_month_key, series_of
from fusenapp.tables.problems import Problem

KEPT = ("target", "actual", "forecast", "previous")
"""Series that are handed on; achievement, difference and growth are only checked."""

_BRACKETS = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$")
_PLAIN = ("", "", "all", "")
_POINTS = 1.5
_FRAMES = "【】〔〕■□◆◇●▼▶◎《》<>＜＞ \u3000"


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
    reading = Reading(dataset, shape)
    return reading.rows(), reading.problems


_Figure = tuple[str, str, float, str]
"""(series, month, value, place)"""


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


def _within(labels: Labels, group: tuple[str, str, str, str]) -> Labels:
    """The labels of a row under the headings of some columns."""
    department, more, segment, _ = group
    name = f"{labels.name}（{more}）" if more else labels.name
    segment = labels.segment if segment in ("", "all") else segment
    return replace(labels, department=department or labels.department, name=name, segment=segment)


def _entry(labels: Labels) -> _Entry:
    return _Entry(labels.department, labels.name, labels.segment, labels.unit)


class Reading:
    """One KPI sheet while it is read."""

    def __init__(self, dataset: Dataset, shape: Shape) -> None:
        self._dataset = dataset
        self._shape = shape
        self.problems: list[Problem] = []
        self._columns: dict[int, list[Any]] = {}
        self._sheet_department = _department_of_sheet(dataset, shape)

    def rows(self) -> list[KpiRow]:
        """The KPIs in the order of the sheet."""
        entries: dict[tuple[str, str, str], _Entry] = {}
        for labels, figures in self._read():
            entry = entries.setdefault((labels.department, labels.name, labels.segment), _entry(labels))
            self._take(entry, figures)
        if any(not is_month_key(month) for entry in entries.values() for figures in entry.figures.values() for month in figures):
            self.problems.append(Problem("year-unknown", self._dataset.sheets[0]))
        result = [self._finish(entry) for entry in entries.values()]
        return [row for row in result if row.series]

    def _read(self) -> list[tuple[Labels, list[_Figure]]]:
        """Labels and figures, row by row; with names that are columns, column by column within a row."""
        rows = range(len(self._dataset))
        if self._shape.name is None:
            return [found for row in rows for found in self._across(row)]
        labels = [self.labels(row) for row in rows]
        if self._shape.month_label is None:
            labels = with_parents(labels)
        return [found for row in rows for found in self._by_group(row, labels[row])]

    def _by_group(self, row: int, labels: Labels) -> list[tuple[Labels, list[_Figure]]]:
        """The figures of a row, apart by what its columns say of departments and segments."""
        groups = dict.fromkeys(told for _, _, told in self._shape.measures) or {_PLAIN: None}
        return [(_within(labels, told), self._figures(row, labels, told)) for told in groups]

    def _across(self, row: int) -> list[tuple[Labels, list[_Figure]]]:
        month = self._month(row)
        return [
            (Labels(told[0], _plain(told[1]), told[2], told[3], series), [(series, month, value, self._dataset.place(row, index))])
            for index, series, told in self._shape.measures
            if month and (value := self.number(row, index)) is not None
        ]

    def _figures(self, row: int, labels: Labels, group: tuple[str, str, str, str]) -> list[_Figure]:
        """(series, month, value, place) of one row."""
        shape = self._shape
        if shape.measures:
            month = self._month(row)
            cells = [(index, month, series or labels.series) for index, series, told in shape.measures if month and told == group]
        else:
            cells = [(month.index, month.month, month.series or labels.series) for month in shape.months]
        return [
            (series, month, value, self._dataset.place(row, index))
            for index, month, series in cells
            if (value := self.number(row, index)) is not None
        ]

    def _month(self, row: int) -> str:
        """The month of a row where months are no columns."""
        if self._shape.month_label is None:
            return self._shape.month
        value = self._value(row, self._shape.month_label)
        return "" if value is None else str(value)[:7]

    def _take(self, entry: _Entry, figures: list[_Figure]) -> None:
        for series, month, value, place in figures:
            entry.figures.setdefault(series, {})[month] = value
            entry.places[series, month] = place

    def labels(self, row: int) -> Labels:
        """What the label columns of a row say."""
        shape = self._shape
        name, series = self._text(row, shape.name), self._series(row)
        split = split_series(name) if shape.named_series else None
        name, series = split or (name, series)
        segment, rest = segment_of(self._text(row, shape.segment))
        unit = words.unit_of(name) or self._text(row, shape.unit) or _common_unit(self._dataset.unit, name)
        department = self._text(row, shape.department).strip(_FRAMES) or self._sheet_department
        plain = _plain(name)
        return Labels(department, f"{plain}（{rest}）" if rest else plain, segment, _tidy_unit(unit), series)

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

    def number(self, row: int, column: int) -> float | None:
        """A figure of the sheet; None where there is none."""
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


def _plain(name: str) -> str:
    """A KPI's name without its unit in brackets and without frames."""
    return (_BRACKETS.sub("", name) if words.unit_of(name) else name).strip(_FRAMES)


def _common_unit(unit: str, name: str) -> str:
    """The unit of the sheet; under one in money, what is called 件数, 人数 or …数 is still counted."""
    word = words.normal(name)
    if unit in words.MONEY_UNITS and word.endswith("数"):
        return "人" if word.endswith("人数") else "社" if word.endswith("社数") else "件"
    return unit


def _tidy_unit(unit: str) -> str:
    word = unicodedata.normalize("NFKC", unit).strip()
    return "%" if word in ("%", "percent") else word


def _department_of_sheet(dataset: Dataset, shape: Shape) -> str:
    """A sheet that is called after a department speaks for it."""
    sheet = dataset.sheets[0]
    return sheet if shape.department is None and len(dataset.sheets) == 1 and DEPARTMENTS.search(sheet) else ""
