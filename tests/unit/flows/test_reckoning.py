"""The figures of the tree as people and programs ask for them, and why one of them moved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fusenapp.domain import definition
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import definitions
from fusenapp.errors import InputError
from fusenapp.flows import reckoning
from fusenapp.flows.figures import target_at
from fusenapp.kpi import Point, evaluate
from fusenapp.kpi.sources import Inputs
from fusenapp.messages import explain as told
from tests.unit.export.making import Company

T1 = definition.record_id("target", "T1")


def _two_targets(company: Company) -> Snapshot:
    """The first target agreed in April, another one in May."""
    company.agree(("definitions", "target"))
    first = company.document.snapshot().all("stamps")
    definitions.change_clause(company.document, T1, value=["小売業"])
    company.agree(("definitions", "target"))
    snapshot = company.document.snapshot()
    old = {stamp["id"] for stamp in first}
    stamps = {id: {**stamp, "at": "2026-04-03T10:00:00+09:00" if id in old else "2026-06-07T10:00:00+09:00"}
              for id, stamp in snapshot.records["stamps"].items()}
    return replace(snapshot, records={**snapshot.records, "stamps": stamps})


def _industry(snapshot: Snapshot, month: str) -> Any:
    found = target_at(snapshot, month)
    assert found is not None
    return next(clause.value for clause in definition.clauses(found) if clause.record == T1)


def test_the_definition_of_a_month_is_the_last_one_agreed_by_its_end(tmp_path: Path) -> None:
    snapshot = _two_targets(Company(tmp_path))
    assert _industry(snapshot, "2026-06") == ("小売業",)
    assert _industry(snapshot, "2026-04") == _industry(snapshot, "2026-02") != ("小売業",)


def test_without_an_agreement_no_definition_held(tmp_path: Path) -> None:
    assert target_at(Company(tmp_path).document.snapshot(), "2026-06") is None


def test_a_definition_agreed_in_between_is_a_bar(tmp_path: Path) -> None:
    company = Company(tmp_path)
    snapshot = _two_targets(company)
    result = company.figures.kpi(snapshot)
    first, last = "2026-04", "2026-06"
    found = reckoning.why(company.figures, snapshot, "kpi-quality-rate", Point(first), Point(last))
    earlier = company.figures.kpi(snapshot, target=target_at(snapshot, "2026-04"))
    assert found.start == earlier.value("kpi-quality-rate", first)
    assert found.end == result.value("kpi-quality-rate", last)
    assert [bar.kind for bar in found.bars][-1] == "definition"
    assert sum(bar.value for bar in found.bars) == pytest.approx(found.delta)


def test_within_one_definition_there_is_no_such_bar(tmp_path: Path) -> None:
    company = Company(tmp_path)
    company.agree(("definitions", "target"))
    snapshot = company.document.snapshot()
    found = reckoning.why(company.figures, snapshot, "kpi-quality-rate", Point("2026-04"), Point("2026-06"))
    assert "definition" not in [bar.kind for bar in found.bars]


def test_two_months_are_needed_to_explain_a_change(tmp_path: Path) -> None:
    company = Company(tmp_path)
    tree = company.figures.kpi(company.document.snapshot()).tree
    with pytest.raises(InputError, match="bad-period") as refused:
        reckoning.explain(evaluate(tree, Inputs()), "kpi-won", None, None)
    assert told(refused.value)


def test_the_parts_can_be_told_by_quality(tmp_path: Path) -> None:
    company = Company(tmp_path)
    result = company.figures.kpi(company.document.snapshot())
    found = reckoning.explain(result, "kpi-quality-rate", "2026-04", "2026-06")
    assert (found["from"], found["to"], found["end"]) == ("2026-04", "2026-06", result.value("kpi-quality-rate", "2026-06"))
    found = reckoning.explain(result, "kpi-mql", "2026-04", "2026-06", by_quality=True)
    assert found["delta"] == pytest.approx(sum(part["value"] for part in found["parts"]) + found["residual"])
    assert {part["segment"] for part in found["parts"]} >= {"quality", "general"}
