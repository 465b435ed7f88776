"""The hand-over contract: deadlines, required fields, reasons for giving a lead back."""

from __future__ import annotations

import pytest

from fusenapp.domain import agreement
from fusenapp.editing import handover
from tests.unit.editing.people import b2b, refused


def test_deadlines_change_one_by_one() -> None:
    document = b2b()
    handover.set_deadlines(document, first_contact_hours=8)
    handover.set_deadlines(document, attempts=3)
    snapshot = document.snapshot()
    found = [snapshot.value("handover", "handover", f) for f in ("first_contact_hours", "feedback_hours", "attempts")]
    assert (found, document.undo_label) == ([8, 72, 3], "引き渡し条件の変更")


@pytest.mark.parametrize("wrong", [{"first_contact_hours": 0}, {"feedback_hours": -1}, {"attempts": 0}])
def test_a_deadline_is_above_zero(wrong: dict[str, int]) -> None:
    document = b2b()
    with refused(document, "bad-value"):
        handover.set_deadlines(document, **wrong)


def test_required_fields_and_the_recycling_rule_are_part_of_what_is_agreed() -> None:
    document = b2b()
    before = agreement.content_hash(document.snapshot(), agreement.HANDOVER)
    handover.set_required_fields(document, ["会社名", "業種"])
    handover.write_recycling(document, "半年後に戻す")
    content = agreement.content(document.snapshot(), agreement.HANDOVER)
    assert (content["required_fields"], content["recycling"]) == (["会社名", "業種"], "半年後に戻す")
    assert agreement.content_hash(document.snapshot(), agreement.HANDOVER) != before


def test_a_reason_says_where_the_lead_goes_and_which_clause_it_points_at() -> None:
    document = b2b()
    handover.set_reason(document, "reason-R1", destination="除外リスト", owner="inside-sales", deadline_days=5, clause="T1")
    record = document.get("reasons", "reason-R1")
    assert record is not None
    assert (record["name"], record["destination"], record["owner"], record["deadline_days"], record["clause"]) == (
        "対象外企業", "除外リスト", "inside-sales", 5, "T1")
    with refused(document, "unknown-record"):
        handover.set_reason(document, "reason-R99", name="x")


def test_an_empty_workspace_gets_its_contract_with_the_first_word_of_it() -> None:
    document = b2b("empty")
    handover.set_required_fields(document, ["会社名"])
    assert agreement.HANDOVER in agreement.items(document.snapshot())
    document.undo()
    assert agreement.HANDOVER not in agreement.items(document.snapshot())
