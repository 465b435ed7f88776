"""A sheet that breaks the ministry's data-notation rules is told so, in their words and with its cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fusenapp.tables.problems import Problem
from tests.unit.tables.making import Read, workbook

Rows = list[list[Any]]
GOOD: Rows = [["店", "件数", "売上（円）"], ["甲", 1, 200], ["乙", 3, 400], ["丙", 5, 600]]


def told(tmp_path: Path, rows: Rows, **more: Any) -> dict[str, Problem]:
    found = Read(workbook(tmp_path / "a.xlsx", {"S": rows}, **more)).book.problems
    return {problem.code: problem for problem in found if problem.code.startswith("notation-")}


def test_a_sheet_that_keeps_the_rules_has_no_findings(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD) == {}


CASES: dict[str, tuple[Rows, str, str, str]] = {
    "several values": ([*GOOD, ["丁\n戊", 7, 800]], "notation-cell-data", "S › A5", "1セル1データ"),
    "value and unit": ([*GOOD, ["丁", "7件", 800]], "notation-number-text", "S › B5", "数値データに文字列"),
    "signs": ([*GOOD, ["丁", "―", 800]], "notation-signs", "S › B5", "欠損"),
    "spaces": ([["店　名", "件数", "売上（円）"], *GOOD[1:]], "notation-spacing", "S › A1", "スペースや改行"),
    "indents": ([*GOOD, ["　丁", 7, 800]], "notation-spacing", "S › A5", "スペースや改行"),
    "blank names": ([["部", *GOOD[0]], ["東部", *GOOD[1]], [None, *GOOD[2]], ["西部", *GOOD[3]], [None, "丁", 1, 2]], "notation-omitted", "S › A3", "項目名等"),
    "no unit": ([["店", "件数", "売上"], *GOOD[1:]], "notation-unit", "S › C1", "単位"),
    "characters": ([*GOOD, ["㈱丁", 7, 800]], "notation-characters", "S › A5", "機種依存文字"),
    "blank row": ([*GOOD, [], ["丁", 7, 800], ["戊", 9, 900]], "notation-divided", "S › 5:5", "分断"),
    "two tables": ([*GOOD, [], [], ["担当", "地域", "件数"], ["佐藤", "東", 1], ["鈴木", "西", 2], ["高橋", "南", 3]], "notation-tables", "S › A7", "複数の表"),
    "totals inside": ([GOOD[0], *GOOD[1:3], ["小計", 4, 600], *GOOD[3:], ["丁", 7, 800], ["小計", 12, 1400]], "notation-totals", "S › 4", "合計"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_against_a_rule_is_named_with_its_cell(tmp_path: Path, case: str) -> None:
    rows, code, where, words = CASES[case]
    found = told(tmp_path, rows)
    assert set(found) == {code}
    assert found[code].where == where
    assert words in found[code].message(to="ja")
    assert "{" not in found[code].message(to="en")


def test_merged_cells_are_counted(tmp_path: Path) -> None:
    rows = [["店", "上期", None, "下期", None], [None, "件数", "人数", "件数", "人数"], ["甲", 1, 2, 3, 4], ["乙", 5, 6, 7, 8]]
    problem = told(tmp_path, rows, merges={"S": [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]})["notation-merged"]
    assert problem.parameters["cells"] == ["A1:A2", "B1:C1", "D1:E1"]
    assert "セルが結合されています" in problem.message(to="ja")


def test_prose_and_ranges_are_one_datum(tmp_path: Path) -> None:
    rows = [*GOOD, ["丁・戊支店", 7, 800], ["10時～12時", 1, 100], ["2026/04/01", 2, 300]]
    assert "notation-cell-data" not in told(tmp_path, rows)
