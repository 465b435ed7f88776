"""Proposing, stamping, reopening: a stamp holds for exactly one content."""

from __future__ import annotations

import pytest

from fusenapp.document import Document
from fusenapp.domain import agreement
from fusenapp.editing import agreements, kpis, terms, workspace
from tests.unit.editing.people import b2b, refused

TERM, TREE = ("terms", "term-lead"), agreement.KPI_TREE
ALL = ("marketing", "inside-sales", "field-sales")


def _stamp(document: Document, item: agreement.Item, *departments: str) -> None:
    for department in departments:
        agreements.stamp(document, item, department, "三浦")


def _state(document: Document, item: agreement.Item = TERM) -> str:
    return agreement.status(document.snapshot(), item).state


def test_a_proposal_freezes_the_content_and_the_same_again_adds_nothing() -> None:
    document = b2b()
    hash = agreements.propose(document, TERM, "初版")
    assert agreements.propose(document, TERM) == hash
    found = agreement.revisions(document.snapshot(), TERM)
    assert [(r.number, r.person, r.department, r.comment) for r in found] == [(1, "佐伯 遥", "marketing", "初版")]
    assert (found[0].content["name"], _state(document)) == ("リード", agreement.PROPOSED)


def test_stamping_proposes_what_nobody_proposed_yet() -> None:
    document = b2b()
    _stamp(document, TERM, "marketing")
    assert (_state(document), document.undo_label) == (agreement.PROPOSED, "押印")
    document.undo()
    assert (_state(document), agreement.revisions(document.snapshot(), TERM)) == (agreement.DRAFT, [])


def test_the_last_department_makes_it_agreed_and_a_change_reopens_it() -> None:
    document = b2b()
    _stamp(document, TERM, *ALL)
    assert _state(document) == agreement.AGREED
    terms.write_agreed(document, "term-lead", "名刺をもらった人")
    assert _state(document) == agreement.REOPENED
    document.undo()
    assert _state(document) == agreement.AGREED, "the same content again"


def test_who_only_writes_a_departments_own_wording_reopens_nothing() -> None:
    document = b2b()
    _stamp(document, TERM, *ALL)
    terms.write_wording(document, "term-lead", "marketing", "名刺の人")
    assert _state(document) == agreement.AGREED


def test_everything_that_waits_is_proposed_in_one_step() -> None:
    document = b2b()
    _stamp(document, TERM, *ALL)
    proposed = agreements.propose_all(document, "四半期の見直し")
    assert TERM not in proposed
    assert {s.state for s in agreement.overview(document.snapshot())} == {agreement.PROPOSED, agreement.AGREED}
    document.undo()
    assert _state(document, TREE) == agreement.DRAFT


def test_a_department_stamps_a_content_once_and_somebody_must_sign() -> None:
    document = b2b()
    _stamp(document, TERM, "marketing")
    with refused(document, "already-stamped"):
        _stamp(document, TERM, "marketing")
    with refused(document, "no-person"):
        agreements.stamp(document, TERM, "field-sales", "　")
    with refused(document, "unknown-record"):
        agreements.stamp(document, TERM, "finance", "A")
    with refused(document, "unknown-item"):
        agreements.stamp(document, ("terms", "x"), "marketing", "A")
    with refused(document, "unknown-item"):
        agreements.propose(document, ("notes", "x"))


def test_a_new_department_must_stamp_too() -> None:
    document = b2b()
    _stamp(document, TERM, *ALL)
    id = workspace.add_department(document, "サポート")
    status = agreement.status(document.snapshot(), TERM)
    assert (status.state, status.missing) == (agreement.PROPOSED, (id,))


@pytest.mark.parametrize("item", [TERM, TREE, ("definitions", "target"), agreement.HANDOVER, ("journeys", "journey"), ("persona_sets", "personas")])
def test_every_kind_of_item_has_its_own_term_until_the_review(item: agreement.Item) -> None:
    document = b2b()
    agreements.set_review_months(document, item, 3)
    assert (agreement.review_months(document.snapshot(), item), document.undo_label) == (3, "見直し期間の変更")
    others = [agreement.review_months(document.snapshot(), i) for i in agreement.items(document.snapshot()) if i != item]
    assert set(others) == {12}
    _stamp(document, item, *ALL)
    status = agreement.status(document.snapshot(), item)
    assert status.review_due is not None
    assert (int(status.review_due[5:7]) - int(status.stamps[0].at[5:7])) % 12 == 3


def test_a_term_is_one_to_twelve_months() -> None:
    document = b2b()
    for months in (0, 13):
        with refused(document, "bad-value"):
            agreements.set_review_months(document, TREE, months)
    with refused(document, "unknown-item"):
        agreements.set_review_months(document, ("kpis", "kpi-leads"), 3)


def test_the_kpi_tree_is_agreed_as_a_structure_whoever_owns_its_nodes() -> None:
    document = b2b()
    _stamp(document, TREE, *ALL)
    kpis.set_node(document, "kpi-leads", owner="佐伯")
    kpis.connect_sources(document, {"kpi-leads": {"dataset": "d", "name": "リード"}})
    assert _state(document, TREE) == agreement.AGREED
    kpis.set_node(document, "kpi-leads", unit="円")
    assert _state(document, TREE) == agreement.REOPENED
