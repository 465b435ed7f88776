"""Small companies to export, and workbooks read back cell by cell."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from fusenapp.document import Author, Document
from fusenapp.domain import definition
from fusenapp.domain.agreement import Item
from fusenapp.editing import agreements, definitions, templates
from fusenapp.flows import exporting, importing
from fusenapp.flows.figures import Figures

LEADS = """会社名,業種,従業員数,流入経路,登録日,引渡日,営業の受領,アポ日,提案日,受注日,受注額（円）
A社,製造業,250,展示会,2026-04-03,2026-04-10,受領,2026-04-20,2026-05-08,2026-05-20,1200000
B社,製造業,80,検索,2026-04-08,2026-04-12,却下,,,,
C社,小売業,500,検索,2026-04-15,,,,,,
D社,製造業,,紹介,2026-06-02,2026-06-04,受領,2026-06-20,,,
E社,製造業,900,紹介,2026-06-11,2026-06-12,受領,2026-06-25,2026-07-01,,
F社,卸売業,120,展示会,2026-06-21,,,,,,
"""
"""Nothing happened in May; whether D社 is a target nobody knows."""

KPI_SHEET = """部門,KPI,区分,目標/実績,2026-04,2026-05,2026-06,2026-07
マーケティング,訪問者数,合計,実績,1000,1500,,
マーケティング,直帰率,合計,目標,40%,40%,40%,40%
マーケティング,直帰率,合計,実績,50%,30%,,
マーケティング,リード,合計,目標,4,0,3,5
フィールドセールス,受注,合計,目標,1,1,,2
"""
"""Targets with gaps, a target of 0, and a rate whose good direction is down."""

TARGET = {"match": "all", "clauses": [
    {"id": "T1", "field": "業種", "operator": "one-of", "value": ["製造業", "卸売業"]},
    {"id": "T2", "match": "any", "clauses": [
        {"id": "T3", "field": "従業員数", "operator": "between", "value": [100, 1000], "comment": "中堅から"},
        {"id": "T4", "field": "流入経路", "operator": "=", "value": "展示会", "known_at_handover": False}]}]}


class Company:
    """A document with its blobs and figures."""

    def __init__(self, folder: Path, *, template: str = "b2b", data: bool = True) -> None:
        self.folder = folder
        self.document = Document(Author("佐伯 遥", "marketing"))
        self.blobs: dict[str, bytes] = {}
        self.figures = Figures(self.blobs.__getitem__)
        templates.build(self.document, template, "受発注クラウド")
        definitions.define(self.document, definition.parse_rule(TARGET, "target"))
        if data:
            self.take("leads.csv", LEADS)
            self.take("kpi.csv", KPI_SHEET)

    def take(self, name: str, text: str) -> None:
        """Import a text file."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        importing.commit(self.document, self._put, self.blobs.__getitem__, importing.prepare(path))

    def _put(self, data: bytes) -> str:
        hash = hashlib.sha256(data).hexdigest()
        self.blobs[hash] = data
        return hash

    def agree(self, *items: Item, by: tuple[str, ...] = ("marketing", "inside-sales", "field-sales")) -> None:
        """Stamp items for departments."""
        for item in items:
            for department in by:
                agreements.stamp(self.document, item, department, f"{department} 太郎")

    def export(self, *, agreed_only: bool = False, name: str = "out.xlsx") -> openpyxl.Workbook:
        """The workbook as people see it: without its hidden sheets."""
        book = openpyxl.load_workbook(self.write(agreed_only=agreed_only, name=name))
        for sheet in [s for s in book.worksheets if s.sheet_state != "visible"]:
            book.remove(sheet)
        return book

    def write(self, *, agreed_only: bool = False, name: str = "out.xlsx") -> Path:
        """The workbook as a file."""
        path = self.folder / name
        exporting.export(path, self.document.snapshot(), self.figures, agreed_only=agreed_only, workspace="ours")
        return path


def texts(sheet: Worksheet) -> list[str]:
    """Every text on a sheet, row by row."""
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def rows(sheet: Worksheet) -> list[list[Any]]:
    """The values of a sheet by row, blanks at the end left out, rows without any value and hidden ones left out."""
    found = []
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if sheet.row_dimensions[number].hidden:
            continue
        values = [v if v != "" else None for v in row]
        while values and values[-1] is None:
            values.pop()
        if values:
            found.append(values)
    return found
