"""The Excel formulas of a definition give the verdicts of the table reader when LibreOffice recalculates them."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, Phase, given, settings
from xlsxwriter.utility import xl_col_to_name

from fusenapp.domain.definition import Clause, Definition, Group, Include, conditions, parse_rule, walk
from fusenapp.qualify.evaluation import evaluate
from fusenapp.qualify.formulas import clause_formula, excel_formula, fits, group_formula, verdict_formula
from fusenapp.qualify.shape import required
from fusenapp.tables.dataset import Dataset
from tests.property import qualify_rules as made

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>
</oor:items>"""

Case = tuple[dict[str, Any], dict[str, Any], dict[str, list[Any]]]


def _cases(count: int) -> list[Case]:
    found: list[Case] = []

    @settings(max_examples=count, phases=[Phase.generate], derandomize=True, database=None, deadline=None,
              suppress_health_check=list(HealthCheck))
    @given(made.rules(), made.rules(include=False), made.leads(6))
    def collect(rule: dict[str, Any], target: dict[str, Any], columns: dict[str, list[Any]]) -> None:
        found.append((rule, target, columns))

    collect()
    return found


@dataclass
class Block:
    """One case on the sheet: its leads from row ``first`` (0-based), the verdicts that must come out."""

    definition: Definition
    target: Definition
    columns: dict[str, list[Any]]
    first: int
    expected: list[int] = field(default_factory=list)


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_formulas_in_one_cell_and_over_helper_cells_give_the_same_verdicts(tmp_path: Path) -> None:
    blocks, row = [], 1
    for rule, target, columns in _cases(120):
        block = Block(parse_rule(rule, "hot-lead"), parse_rule(target, "target"), columns, row)
        dataset = Dataset.of(columns, made.TYPES)
        block.expected = evaluate(block.definition, dataset, {"target": block.target}, made.TODAY).verdict.tolist()
        blocks.append(block)
        row += len(dataset)
    _write(tmp_path / "leads.xlsx", blocks)
    found = _recalculated(tmp_path)
    expected = [["-1" if v == -1 else str(v)] * 2 for block in blocks for v in block.expected]
    assert {e[0] for e in expected} == {"1", "0", "-1"}
    assert [[cell or "-1" for cell in line[:2]] for line in found[1:]] == expected


def _write(path: Path, blocks: list[Block]) -> None:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("リード")
    dated = book.add_format({"num_format": "yyyy/mm/dd"})
    columns = {name: index + 2 for index, name in enumerate(made.TYPES)}
    for block in blocks:
        for offset, cells in enumerate(zip(*block.columns.values(), strict=True)):
            row = block.first + offset
            for name, value in zip(block.columns, cells, strict=True):
                if isinstance(value, date):
                    sheet.write_datetime(row, columns[name], value, dated)
                elif isinstance(value, str):
                    sheet.write_string(row, columns[name], value)
                elif value is not None:
                    sheet.write(row, columns[name], value)
            _write_formulas(lambda column, formula, row=row: sheet.write_formula(row, column, formula), block, row, columns)
    book.close()


def _write_formulas(write: Callable[[int, str], Any], block: Block, row: int, columns: dict[str, int]) -> None:
    """Column A: all in one cell. Column B: joined from helper cells to the right of the leads."""

    def cell(name: str) -> str:
        return f"${xl_col_to_name(columns[name])}{row + 1}"

    whole = excel_formula(block.definition, cell, types=made.TYPES, others={"target": block.target}, as_of=made.TODAY, labels=None)
    write(0, whole if fits(whole) else f"=B{row + 1}")
    helpers = {m.id: index for index, m in enumerate(walk(block.definition.root), len(made.TYPES) + 2)}

    def result(id: str) -> str:
        return f"${xl_col_to_name(helpers[id])}{row + 1}"

    for member in conditions(block.definition.root, muted=False):
        if isinstance(member, Clause):
            write(helpers[member.id], clause_formula(member, cell, made.TYPES, made.TODAY))
        elif isinstance(member, Include):
            write(helpers[member.id], excel_formula(block.target, cell, types=made.TYPES, as_of=made.TODAY, labels=None))
    for group in walk(block.definition.root):
        if isinstance(group, Group) and required(group):
            write(helpers[group.id], group_formula(group, result))
    write(1, verdict_formula(block.definition, result, cell, labels=None, as_of=made.TODAY))


def _recalculated(folder: Path) -> list[list[str]]:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", str(folder), str(folder / "leads.xlsx")],
        check=True, timeout=240, capture_output=True)
    with open(folder / "leads.csv", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))
