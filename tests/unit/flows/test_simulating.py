"""What the window and the command line say of a definition put to the test."""

from __future__ import annotations

import pytest

from fusenapp.document import Author, Document
from fusenapp.domain.definition import Clause, from_snapshot
from fusenapp.domain.definition_changes import Changes
from fusenapp.editing import definitions, trials
from fusenapp.errors import InputError
from fusenapp.flows import simulating
from fusenapp.tables.dataset import Dataset
from tests.unit.qualify.leads import sample_leads

MEANINGS = {"registered": "登録日", "handed_over": "引渡日", "accepted": "営業の受領", "won": "受注日", "result": "結果"}


def test_what_came_of_the_sample_companys_leads() -> None:
    seen, leads = simulating.seen(sample_leads(), MEANINGS), sample_leads()
    assert seen.handed is not None
    assert seen.answered is not None
    assert seen.accepted is not None
    assert seen.opportunity is not None
    assert seen.won is not None
    assert int(seen.handed.sum()) == sum(v is not None for v in leads.values("引渡日").to_pylist())
    assert int(seen.accepted.sum()) <= int(seen.answered.sum()) <= int(seen.handed.sum())
    assert int(seen.opportunity.sum()) == sum(v is not None for v in leads.values("結果").to_pylist())
    assert int(seen.won.sum()) == sum(v == "受注" for v in leads.values("結果").to_pylist())
    assert set(simulating.outcomes_of(leads, MEANINGS)) == {"accepted", "won"}


def test_a_list_that_says_nothing_of_outcomes_is_not_tested() -> None:
    leads = Dataset.of({"会社名": ["甲", "乙"]})
    assert simulating.outcomes_of(leads, {}) == {}
    seen = simulating.seen(leads, {})
    assert (seen.handed, seen.accepted, seen.won, seen.opportunity) == (None, None, None, None)


def test_months_have_their_names() -> None:
    assert simulating.months_named({24315: 3}) == {"2026-04": 3}


@pytest.fixture
def document() -> Document:
    from fusenapp.editing import templates

    made = Document(Author("佐藤", "marketing"))
    templates.build(made, "b2b", "試し")
    return made


def test_a_trial_is_written_in_one_step_and_a_value_that_does_not_suit_is_refused(document: Document) -> None:
    root = document.snapshot().value("definitions", "target", "root")
    record = definitions.add_clause(document, root, Clause(id="", field="従業員数", operator=">=", value=100))
    id = from_snapshot(document.snapshot(), "target").root.members[-1].id  # type: ignore[union-attr]
    trials.apply_trial(document, "target", Changes({id: 300}, {id: True}, thresholds={"": 40}))
    held = document.get("clauses", record) or {}
    assert (held["value"], held["muted"]) == (300, True)
    document.undo()
    held = document.get("clauses", record) or {}
    assert (held["value"], held.get("muted", False)) == (100, False)
    with pytest.raises(InputError, match="bad-value"):
        trials.apply_trial(document, "target", Changes({id: True}))
