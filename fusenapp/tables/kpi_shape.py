"""What the columns of a KPI sheet are: labels, series, months, totals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from fusenapp.tables import words
from fusenapp.tables.dataset import Dataset
from fusenapp.tables.dates import month_number, parse_moment
from fusenapp.tables.kpi_labels import DEPARTMENTS, measure_of, segment_of, split_series
from fusenapp.tables.periods import MonthColumn, is_month_key, month_columns, month_in, series_of
from fusenapp.tables.places import LEVEL

_MOST_ROWS = 50_000
_SECTION = "見出し"
_PERIOD = re.compile(
    r"(\d{2,4}年度?|fy\d{2,4})?(第?[1-4一二三四]四半期|[1-4]q|q[1-4]|[上下]半?期|h[12]|[12]h|期末|通期|年間)(計|合計|累計|実績)?"
)
_YEAR = re.compile(r"(対象|会計|営業)?年度?|fy|year|no\.?|順位|期")
_DEPARTMENT = re.compile(r"(担当)?(部門|部署|部|組織|チーム|所管|主管|department|team|division|見出し)(名)?")
_NAME = re.compile(r"kpi(名|項目)?|指標(名)?|項目(名)?|科目|名称|metrics?|item|kgi/kpi|name")
_SEGMENT = re.compile(r"区分|セグメント|種別|リード区分|分類|内訳|質|segment|type|category")
_UNIT = re.compile(r"単位|unit")
_MONTH = re.compile(r"月|年月|対象月|計上月|month|period")
_NUMBERS = ("integer", "number", "money", "percent")


@dataclass(frozen=True)
class Shape:
    """Roles of the columns, as indices.

    Attributes:
        months: columns that are months (months across).
        totals: columns that sum months.
        department, name, segment, series, unit: label columns, None if there is none.
        default_series: of all figures where no label says it.
        month_label: the column of months (months down), else None.
        measures: with months down: (column, series, (department, name, segment, unit)); where names go down, what columns say besides.
        month: of all figures, where the whole table is of one month.
        named_series: the series is written into the names (``リード数（目標）``).
        last: the last month with figures, ``"9999-12"`` if not known.
    """

    months: tuple[MonthColumn, ...] = ()
    totals: tuple[int, ...] = ()
    department: int | None = None
    name: int | None = None
    segment: int | None = None
    series: int | None = None
    unit: int | None = None
    default_series: str = "actual"
    month_label: int | None = None
    measures: tuple[tuple[int, str, tuple[str, str, str, str]], ...] = field(default=())
    month: str = ""
    named_series: bool = False
    last: str = "9999-12"


def shape_of(dataset: Dataset) -> Shape | None:
    """The shape of a KPI sheet; None if the table is none."""
    months = month_columns(dataset.names, dataset.year)
    months = [
        month
        for month in months
        if dataset.columns[month.index].type in _NUMBERS or dataset.columns[month.index].missing == len(dataset)
    ]
    if len({month.month for month in months}) >= 2 or len({month.series for month in months if month.series}) >= 2:
        return _months_across(dataset, months)
    return _months_down(dataset) or (_long(dataset) or _one_month(dataset) if len(dataset) <= _MOST_ROWS else None)


def _months_across(dataset: Dataset, months: list[MonthColumn]) -> Shape | None:
    first = min(month.index for month in months)
    found = _label_shape(dataset, [index for index in range(first) if dataset.columns[index].type == "text"])
    if found is None:
        return None
    totals = [i for i in range(first, len(dataset.columns)) if i not in {m.index for m in months} and _is_total(dataset, i)]
    last = (dataset.as_of or "9999-12")[:7]
    return replace(found, months=tuple(months), totals=tuple(totals), default_series=_default_series(dataset.title), last=last)


def _label_shape(dataset: Dataset, labels: list[int]) -> Shape | None:
    """The roles of the label columns; None if none of them names a KPI."""
    texts = {index: _texts(dataset, index) for index in labels}
    series = next((index for index in reversed(labels) if _is_series(texts[index])), None)
    rest = [index for index in labels if index != series]
    unit = next((index for index in rest if texts[index] and (_named(dataset, index, _UNIT) or _is_units(texts[index]))), None)
    rest = [index for index in rest if index != unit]
    name, department, segment = _roles(dataset, rest, texts)
    if name is None:
        return None
    named = series is None and _names_series(texts[name])
    return Shape(department=department, name=name, segment=segment, series=series, unit=unit, named_series=named)


def _names_series(texts: Sequence[str]) -> bool:
    """``リード数（目標）``, ``リード数（実績）`` below each other."""
    split = [found for text in texts if (found := split_series(text)) is not None]
    return len(split) >= 0.6 * len(texts) > 0 and len({series for _, series in split}) >= 2


def _roles(dataset: Dataset, rest: list[int], texts: dict[int, list[str]]) -> tuple[int | None, int | None, int | None]:
    """(name, department, segment) among the label columns that are left."""
    section = next((index for index in rest if dataset.columns[index].name == _SECTION), None)
    segment = next((index for index in rest if len(rest) > 1 and texts[index] and _is_split(texts[index])), None)
    free = [index for index in rest if index != segment]
    name = next((index for index in free if _named(dataset, index, _NAME)), None)
    departments = [index for index in free if index != name and _named(dataset, index, _DEPARTMENT)]
    department = next((index for index in departments if index != section), section if section in free else None)
    others = [index for index in free if index not in (name, department, section)]
    if segment is None:
        segment = next((index for index in others if _named(dataset, index, _SEGMENT) or _is_segments(texts[index])), None)
        others = [index for index in others if index != segment]
    if name is None:
        name = others.pop() if others else segment if segment is not None else department
        segment, department = (None if segment == name else segment), (None if department == name else department)
    if department is None and others:
        department = next((index for index in others if name is not None and index < name), None)
    return name, department, segment


def _is_split(texts: Sequence[str]) -> bool:
    """質 and 一般 stand in the column and little else."""
    found = {segment_of(text)[0] for text in texts if not segment_of(text)[1]}
    return {"quality", "general"} <= found and _is_segments(texts)


def _month_label(dataset: Dataset, furthest: int) -> int | None:
    """The column of months: one of the first, filled nearly everywhere."""
    label = next(
        (i for i, c in enumerate(dataset.columns) if c.type == "month" or (_named(dataset, i, _MONTH) and c.type == "date")), None
    )
    return None if label is None or label > furthest or dataset.columns[label].missing > 0.2 * len(dataset) else label


def _figures(dataset: Dataset) -> list[int]:
    """Columns of figures; years, numbers of months and running numbers are labels."""
    return [i for i, c in enumerate(dataset.columns) if c.type in _NUMBERS and not _named(dataset, i, _YEAR) and not _named(dataset, i, _MONTH)]


def _months_down(dataset: Dataset) -> Shape | None:
    """A column of months, KPI names (perhaps with series below them) across."""
    label = _month_label(dataset, 2)
    if label is None:
        return None
    told = [measure_of(dataset.columns[index].name) for index in _figures(dataset)]
    measures = [
        (index, series or "actual", (department, name, segment, dataset.columns[index].unit))
        for index, (department, name, segment, series) in zip(_figures(dataset), told, strict=True)
        if index != label
    ]
    keys = dataset.values(label).to_pylist()
    one_each = len({str(key)[:7] for key in keys if key is not None}) == len([key for key in keys if key is not None])
    named = any(series != "actual" for _, series, _ in measures) or any(
        word in dataset.title.upper() for word in ("KPI", "予実", "実績")
    )
    return Shape(month_label=label, measures=tuple(measures)) if measures and one_each and named else None


def _long(dataset: Dataset) -> Shape | None:
    """A row for every month and KPI: month, labels, then 目標 and 実績 beside each other or one figure with its series."""
    label = _month_label(dataset, 5)
    return None if label is None else _labelled(dataset, label)


def _one_month(dataset: Dataset) -> Shape | None:
    """目標 and 実績 of one month, which the title, the sheet or the reference date says."""
    month = month_of_table(dataset)
    found = _labelled(dataset, None) if month else None
    return replace(found, month=month) if found is not None and len({series for _, series, _ in found.measures}) > 1 else None


def _labelled(dataset: Dataset, label: int | None) -> Shape | None:
    figures = [index for index in _figures(dataset) if index != label]
    texts = [index for index, column in enumerate(dataset.columns) if column.type == "text" and index != label]
    found = _label_shape(dataset, [index for index in texts if figures and index < figures[0]])
    if found is None:
        return None
    if found.series is not None or found.named_series:
        measures = [(figures[0], "", ("", "", "", ""))] if len(figures) == 1 else []
    else:
        measures = [(i, told, _group(dataset.columns[i].name)) for i in figures if (told := series_of(dataset.columns[i].label))]
        measures = measures if any(series in ("actual", "target") for _, series, _ in measures) else []
    return replace(found, month_label=label, measures=tuple(measures)) if measures else None


def _group(column: str) -> tuple[str, str, str, str]:
    """(department, what is added to the name, segment, "") by the levels above the series: ``営業部›目標``, ``質リード›目標``."""
    department, more, segment = "", [], "all"
    for level in column.split(LEVEL)[:-1]:
        found, left = segment_of(level)
        if not left:
            segment = found
        elif DEPARTMENTS.search(level):
            department = level
        elif month_number(level) is None and parse_moment(level) is None:
            more.append(level)
    return department, LEVEL.join(more), segment, ""


def month_of_table(dataset: Dataset) -> str:
    """The one month that a table is about: its reference date, or a month in the name of its sheet or in its title."""
    for text in (dataset.sheets[0], dataset.title):
        found = month_in(text, dataset.year)
        if found:
            return found
    return dataset.as_of[:7] if dataset.as_of and is_month_key(dataset.as_of[:7]) else ""


def _texts(dataset: Dataset, index: int) -> list[str]:
    return [value for value in dataset.values(index).to_pylist() if value is not None]


def _named(dataset: Dataset, index: int, pattern: re.Pattern[str]) -> bool:
    name = re.sub(r"_\d+$", "", dataset.columns[index].label)
    return bool(pattern.fullmatch(words.normal(name)))


def _is_series(texts: Sequence[str]) -> bool:
    return bool(texts) and sum(series_of(text) is not None for text in texts) >= 0.6 * len(texts)


def _is_units(texts: Sequence[str]) -> bool:
    return bool(texts) and all(words.is_unit(text) for text in texts)


def _is_segments(texts: Sequence[Any]) -> bool:
    return bool(texts) and all(not segment_of(text)[1] for text in texts)


def _is_total(dataset: Dataset, index: int) -> bool:
    if dataset.columns[index].type not in _NUMBERS:
        return False
    last = dataset.columns[index].label
    return words.is_total_column(last) or _PERIOD.fullmatch(words.normal(last)) is not None


def _default_series(title: str) -> str:
    word = words.normal(title)
    if "実績" in word or not any(each in word for each in ("目標", "計画", "予算", "plan", "budget", "target")):
        return "actual"
    return "target"
