"""A definition against an outcome of the user's choice: command line, workbook and window's reckoning tell the same figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from fusenapp.document import Author
from fusenapp.domain.definition_changes import Changes
from fusenapp.flows.figures import Figures, lead_list
from fusenapp.flows.simulating import CHOSEN, against_outcomes, simulator
from fusenapp.workspace import Workspace
from tests.e2e.command import done, refused, shell

LEADS = Path(__file__).resolve().parents[1] / "files" / "qualify" / "web_leads.csv"
"""60 leads; 滞在秒数 is empty for 4 of them, 対応メモ is filled by sales."""

TIME = {"id": "time", "field": "滞在秒数", "operator": ">=", "value": 600}
VISITS = {"id": "visits", "field": "訪問回数", "operator": ">=", "value": 2}
FORM = {"id": "form", "field": "入口", "operator": "=", "value": "資料請求"}
NOTE = {"id": "note", "field": "対応メモ", "operator": "=", "value": "返信あり", "known_at_handover": False}
RULES: dict[str, tuple[dict[str, Any], tuple[int, int, int, int]]] = {
    "both": ({"match": "all", "clauses": [TIME, VISITS]}, (16, 8, 9, 27)),
    "form": ({"match": "all", "clauses": [FORM]}, (11, 0, 14, 35)),
    "either": ({"match": "any", "clauses": [{"match": "all", "clauses": [TIME, VISITS]}, FORM]}, (20, 8, 5, 27)),
    "leak": ({"match": "all", "clauses": [NOTE]}, (12, 3, 13, 32)),
}
"""Rule, and TP FP FN TN counted in the file without Fusen; a lead of unknown verdict is not matched."""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.fusen"
    done("new", path)
    done("import", path, LEADS, "--as", "leads", "--name", "web")
    return path


def _define(plan: Path, rule: dict[str, Any]) -> None:
    file = plan.with_name("rule.json")
    file.write_text(json.dumps(rule, ensure_ascii=False), encoding="utf-8")
    done("define", plan, "hot-lead", file)


def _in_workbook(plan: Path) -> tuple[tuple[Any, ...], list[str]]:
    """The four counts, and all words of the sheet."""
    out = plan.with_name("out.xlsx")
    done("export", plan, out, "--items", "all", "--outcome", "成約=1", "--lang", "en")
    rows = [[v for v in row if v not in (None, "")] for row in openpyxl.load_workbook(out)["Hot lead"].iter_rows(values_only=True)]
    at = next(i for i, row in enumerate(rows) if row[:2] == ["Came true", "Did not"])
    return (*rows[at + 1][1:3], *rows[at + 2][1:3]), [v for row in rows for v in row if isinstance(v, str)]


def _in_window(plan: Path) -> tuple[int, int, int, int]:
    """What the page Back-test shows, without leaving out what is flagged."""
    with Workspace.open(plan, Author("佐伯 遥", "marketing")) as workspace:
        figures, snapshot = Figures(workspace.blobs.get), workspace.document.snapshot()
        leads = lead_list(snapshot, "web")["id"]
        test = against_outcomes(figures, snapshot, leads, simulator(figures, snapshot, leads, "hot-lead"), Changes(), outcome="成約=1")[CHOSEN].whole
    return test.tp, test.fp, test.fn, test.tn


@pytest.mark.parametrize("name", RULES)
def test_every_way_to_ask_tells_the_same_four_counts(plan: Path, name: str) -> None:
    rule, expected = RULES[name]
    _define(plan, rule)
    told = done("qualify", plan, "web", "--definition", "hot-lead", "--outcome", "成約=1")["backtest"]
    counts, words = _in_workbook(plan)
    assert (told["tp"], told["fp"], told["fn"], told["tn"]) == expected
    assert counts == expected
    assert _in_window(plan) == expected
    warned = any(text.startswith("Known only after hand-over") and "対応メモ" in text for text in words)
    assert warned == bool(told["leaks"]) == (name == "leak")


def test_without_json_the_back_test_is_a_table(plan: Path) -> None:
    _define(plan, RULES["leak"][0])
    said = shell("qualify", plan, "web", "--definition", "hot-lead", "--outcome", "成約=1", "--lang", "en").stdout
    lines = [line.split() for line in said.splitlines()]
    assert ["Match", "12", "3"] in lines
    assert ["Others", "13", "32"] in lines
    assert "Known only after hand-over, so these figures flatter the definition: 対応メモ" in said


def test_an_outcome_that_no_list_knows_is_refused_before_anything_is_written(plan: Path) -> None:
    out = plan.with_name("out.xlsx")
    assert refused("export", plan, out, "--items", "all", "--outcome", "受注月=1")["code"] == "unknown-field"
    assert not out.exists()


def test_the_exported_copy_comes_back_without_proposals(plan: Path) -> None:
    _define(plan, RULES["leak"][0])
    out = plan.with_name("out.xlsx")
    done("export", plan, out, "--items", "all", "--outcome", "成約=1")
    told = done("propose", plan, out)
    assert told["proposals"] == told["unreadable"] == []
