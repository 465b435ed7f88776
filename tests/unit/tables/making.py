"""Small workbooks and texts for the tests of reading, and the reading of them in this process."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from fusenapp.tables import Book, Dataset, Recipe
from fusenapp.tables.analysis import Options, analyse

Rows = Sequence[Sequence[Any]]
DATE = {"num_format": "yyyy/mm/dd"}


class Read:
    """A file as it was understood, with its datasets at hand."""

    def __init__(self, path: Path, table: str | None = None, recipe: Recipe | None = None) -> None:
        self.datasets: dict[str, Dataset] = {}
        self.book: Book = analyse(path, Options(table, recipe), self.datasets.__setitem__)

    @property
    def only(self) -> Dataset:
        (dataset,) = self.datasets.values()
        return dataset

    @property
    def codes(self) -> set[str]:
        return {problem.code for problem in self.book.problems}

    def sheet(self, name: str) -> list[Dataset]:
        return [self.datasets[t.id] for s in self.book.sheets if s.name == name for t in s.tables]


def workbook(path: Path, sheets: Mapping[str, Rows], *, merges: Mapping[str, Sequence[tuple[int, int, int, int]]] | None = None,
             hidden_rows: Sequence[int] = (), formats: Mapping[tuple[int, int], Mapping[str, Any]] | None = None) -> Path:
    """Write rows from A1 on; None leaves a cell blank. Merges and rows count from 0."""
    book = xlsxwriter.Workbook(str(path))
    date = book.add_format(DATE)
    looks = {cell: book.add_format(dict(look)) for cell, look in (formats or {}).items()}
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value is None:
                    continue
                look = looks.get((r, c))
                if isinstance(value, dt.date):
                    sheet.write_datetime(r, c, dt.datetime.combine(value, dt.time()), look or date)
                elif isinstance(value, str) and value.startswith("#"):
                    sheet.write_formula(r, c, "=NA()", look, value)
                elif isinstance(value, str):
                    sheet.write_string(r, c, value, look)
                else:
                    sheet.write(r, c, value, look)
        for top, left, bottom, right in (merges or {}).get(name, ()):
            value = rows[top][left]
            sheet.merge_range(top, left, bottom, right, "" if value is None else value, looks.get((top, left)))
        for row in hidden_rows:
            sheet.set_row(row, None, None, {"hidden": True})
    book.close()
    return path


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path


def columns(dataset: Dataset) -> dict[str, tuple[str, str]]:
    """Name → (type, unit)."""
    return {column.name: (column.type, column.unit) for column in dataset.columns}


def values(dataset: Dataset, name: str) -> list[Any]:
    return dataset.values(name).to_pylist()
