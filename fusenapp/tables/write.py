"""A dataset as normalised csv: UTF-8, names as header, ISO 8601 dates, plain numbers, missing empty."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from fusenapp.tables.dataset import Dataset

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 20_000


def write_csv(dataset: Dataset, path: str | Path) -> None:
    """Write the dataset to a file."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        _write(dataset, file)


def csv_text(dataset: Dataset) -> str:
    """The dataset as csv text."""
    file = io.StringIO(newline="")
    _write(dataset, file)
    return file.getvalue()


def _write(dataset: Dataset, file: TextIO) -> None:
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(dataset.names)
    for start in range(0, len(dataset), _BATCH):
        part = dataset.table.slice(start, _BATCH)
        writer.writerows(zip(*(_texts(column) for column in part.columns), strict=True) if part.columns else [])


def _texts(column: pa.ChunkedArray) -> list[str]:
    return [_text(value) for value in column.to_pylist()]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return value if isinstance(value, str) else str(value)
