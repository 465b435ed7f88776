"""The cells of the sample company's workbook as we keep them: texts, numbers and formulas, without what changes daily."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import openpyxl

from fusenapp.domain.workbook_fields import SHEET

_JUDGING = ("判定シート", "判定計算", "Judge leads", "Judging cells")
_JUDGED = 9
"""Of the sheets with the same formulas on a thousand rows only the first rows are kept."""

FOLDER = Path(__file__).resolve().parents[1] / "reference"
_DAILY = ((re.compile(r"\d{4}/\d\d/\d\d( \d\d:\d\d)?"), "DAY"), (re.compile(r"\b[0-9a-f]{12}\b"), "HASH"), (re.compile(r"\b[0-9a-f]{32}\b"), "ID"))


def path(language: str, agreed_only: bool) -> Path:
    """The file of one kind of export."""
    return FOLDER / f"sample-workbook-{'agreed' if agreed_only else 'everything'}-{language}.json"


def cells(workbook: Path) -> dict[str, list[list[Any]]]:
    """Sheet name → rows of values; formulas as they are written, days and hashes replaced by a word."""
    book = openpyxl.load_workbook(workbook)
    return {sheet.title: [_row(row) for row in sheet.iter_rows(values_only=True, max_row=_JUDGED if sheet.title in _JUDGING else None)]
            for sheet in book.worksheets if sheet.title != SHEET}


def _row(values: tuple[Any, ...]) -> list[Any]:
    found = [_plain(value) for value in values]
    while found and found[-1] is None:
        found.pop()
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return "DAY"
    if isinstance(value, str):
        for pattern, word in _DAILY:
            value = pattern.sub(word, value)
    return value


def dumped(sheets: dict[str, list[list[Any]]]) -> str:
    """One line a row, so that a difference shows where it is."""
    parts = [f"{json.dumps(name, ensure_ascii=False)}: [\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]"
             for name, rows in sheets.items()]
    return "{" + ",\n".join(parts) + "}\n"
