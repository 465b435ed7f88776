"""The break of a series where its definition changed: the same leads by month under the old rule and under the new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from fusenapp.domain.definition import parse_rule
from fusenapp.editing import agreements, definitions
from fusenapp.errors import InputError
from fusenapp.flows.breaks import NOW, BreakMonth, between_revisions, last_break
from tests.unit.export.making import Company

TARGET = ("definitions", "target")
WIDER = {"match": "any", "clauses": [
    {"id": "T1", "field": "業種", "operator": "one-of", "value": ["製造業", "卸売業"]},
    {"id": "T2", "field": "従業員数", "operator": ">=", "value": 500}]}
"""Before: the trades, and 100 to 1,000 people or met at a fair. Now the trade alone or the size alone is enough."""


@pytest.fixture
def company(tmp_path: Path) -> Company:
    made = Company(tmp_path)
    made.agree(TARGET)
    definitions.define(made.document, parse_rule(WIDER, "target"))
    return made


def test_each_month_says_both_counts_and_who_comes_in_and_drops_out(company: Company) -> None:
    found = between_revisions(company.figures, company.document.snapshot(), "leads", "target", 1)
    assert found.months == (BreakMonth("2026-04", 3, 1, 3, 2, 0), BreakMonth("2026-06", 3, 2, 3, 1, 0))
    assert [(m.change, m.gained - m.lost) for m in found.months] == [(2, 2), (1, 1)]


def test_the_sums_add_up_and_unknown_leads_are_told_apart(company: Company) -> None:
    found = between_revisions(company.figures, company.document.snapshot(), "leads", "target", 1)
    assert found.total("old") + found.total("change") == found.total("new") == 6
    assert found.unknown == (1, 0)
    assert found.to_json()["change"] == 3


def test_a_rule_against_itself_has_no_break(company: Company) -> None:
    found = between_revisions(company.figures, company.document.snapshot(), "leads", "target", 1, 1)
    assert {m.change for m in found.months} == {0}


def test_nothing_broke_before_a_second_revision_was_agreed(company: Company) -> None:
    assert last_break(company.figures, company.document.snapshot(), "leads", "target") is None
    company.agree(TARGET)
    found = last_break(company.figures, company.document.snapshot(), "leads", "target")
    assert found is not None
    assert (found.total("old"), found.total("new"), len(found.at)) == (3, 6, 10)


def test_an_agreed_revision_counts_from_its_last_stamp_not_from_its_proposal(company: Company) -> None:
    agreements.propose(company.document, TARGET)
    company.agree(TARGET, by=("marketing", "inside-sales"))
    assert last_break(company.figures, company.document.snapshot(), "leads", "target") is None


def test_a_revision_that_is_not_there_is_refused_with_those_that_are(company: Company) -> None:
    with pytest.raises(InputError) as refused:
        between_revisions(company.figures, company.document.snapshot(), "leads", "target", 7, NOW)
    assert (refused.value.code, refused.value.parameters["known"]) == ("unknown-revision", "1")
