"""What the columns of a KPI sheet are: labels, series, months, totals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from fusenapp.tables import words
from fusenapp.tables.dataset import Dataset
from fusenapp.tables.periods import MonthColumn, month_columns, series_of
from fusenapp.tables.places import LEVEL

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
        measures: with months down: (column, series, (department, name, segment, unit)).
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
    last: str = "9999-12"


def shape_of(dataset: Dataset) -> Shape | None:
    """The shape of a KPI sheet; None if the table is none."""
    months = month_columns(dataset.names, dataset.year)
    months = [
        month
        for month in months
        if dataset.columns[month.index].type in _NUMBERS or dataset.columns[month.index].missing == len(dataset)
    ]
    if len({month.month for month in months}) >= 2:
        return _months_across(dataset, months)
    return _months_down(dataset)


def _months_across(dataset: Dataset, months: list[MonthColumn]) -> Shape | None:
    first = min(month.index for month in months)
    labels = [index for index in range(first) if dataset.columns[index].type == "text"]
    if not labels:
        return None
    texts = {index: _texts(dataset, index) for index in labels}
    series = next((index for index in reversed(labels) if _is_series(texts[index])), None)
    rest = [index for index in labels if index != series]
    unit = next((index for index in rest if _named(dataset, index, _UNIT) or _is_units(texts[index])), None)
    rest = [index for index in rest if index != unit]
    name, department, segment = _roles(dataset, rest, texts)
    if name is None:
        return None
    totals = [i for i in range(first, len(dataset.columns)) if i not in {m.index for m in months} and _is_total(dataset, i)]
    last = (dataset.as_of or "9999-12")[:7]
    return Shape(tuple(months), tuple(totals), department, name, segment, series, unit, _default_series(dataset.title), last=last)


def _roles(dataset: Dataset, rest: list[int], texts: dict[int, list[str]]) -> tuple[int | None, int | None, int | None]:
    """(name, department, segment) among the label columns that are left."""
    name = next((index for index in rest if _named(dataset, index, _NAME)), None)
    department = next((index for index in rest if index != name and _named(dataset, index, _DEPARTMENT)), None)
    others = [index for index in rest if index not in (name, department)]
    segment = next((index for index in others if _named(dataset, index, _SEGMENT) or _is_segments(texts[index])), None)
    others = [index for index in others if index != segment]
    if name is None:
        name = others.pop() if others else segment
        segment = None if segment == name else segment
    if department is None and others:
        department = next((index for index in others if name is not None and index < name), None)
    return name, department, segment


def _months_down(dataset: Dataset) -> Shape | None:
    """A column of months, KPI names (perhaps with series below them) across."""
    label = next(
        (i for i, c in enumerate(dataset.columns) if c.type == "month" or (_named(dataset, i, _MONTH) and c.type == "date")), None
    )
    if label is None or label > 2 or dataset.columns[label].missing > 0.2 * len(dataset):
        return None
    measures = []
    for index, column in enumerate(dataset.columns):
        if column.type in _NUMBERS and index != label:
            levels = column.name.split(LEVEL)
            series = next((told for level in levels if (told := series_of(level))), None)
            name = LEVEL.join(level for level in levels if not series_of(level)) or column.name
            measures.append((index, series or "actual", ("", name, "all", column.unit)))
    keys = dataset.values(label).to_pylist()
    one_each = len({str(key)[:7] for key in keys if key is not None}) == len([key for key in keys if key is not None])
    named = any(series != "actual" for _, series, _ in measures) or any(
        word in dataset.title.upper() for word in ("KPI", "予実", "実績")
    )
    return Shape(month_label=label, measures=tuple(measures)) if measures and one_each and named else None


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
    from fusenapp.tables.kpi_sheet import segment_of

    return bool(texts) and all(not segment_of(text)[1] for text in texts)


def _is_total(dataset: Dataset, index: int) -> bool:
    return any(words.is_total_column(level) for level in dataset.columns[index].name.split(LEVEL)[-1:])


def _default_series(title: str) -> str:
    word = words.normal(title)
    if "実績" in word or not any(each in word for each in ("目標", "計画", "予算", "plan", "budget", "target")):
        return "actual"
    return "target"
