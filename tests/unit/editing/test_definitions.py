"""Definitions: a whole rule put in, or built clause by clause."""

from __future__ import annotations

from typing import Any

import pytest

from fusenapp.document import Document
from fusenapp.domain import agreement, definition
from fusenapp.domain.definition import Clause, Include
from fusenapp.editing import definitions
from tests.unit.editing.people import b2b, refused

RULE: dict[str, Any] = {"id": "root", "match": "all", "clauses": [
    {"id": "T1", "field": "業種", "operator": "one-of", "value": ["製造業", "卸売業"]},
    {"id": "T2", "field": "従業員数", "operator": ">=", "value": 100, "evidence": {"i1": "3件"}},
    {"id": "G1", "match": "any", "clauses": [
        {"id": "T3", "field": "資本金", "operator": ">=", "value": 5000}, {"id": "T4", "field": "売上推移", "operator": "increased"}]}]}
ROOT = definition.record_id("target", "root")


def record(id: str) -> str:
    return definition.record_id("target", id)


@pytest.fixture
def document() -> Document:
    made = b2b()
    definitions.define(made, definition.parse_rule(RULE, "target"))
    return made


def clauses(document: Document) -> list[str]:
    """Field and value of every clause in reading order."""
    found = definition.from_snapshot(document.snapshot(), "target")
    return [f"{c.field} {c.operator} {c.value if c.value is not None else ''}".strip() for c in definition.clauses(found)]


def test_a_rule_put_in_comes_out_the_same(document: Document) -> None:
    found = definition.from_snapshot(document.snapshot(), "target")
    assert definition.canonical(found) == definition.canonical(definition.parse_rule(RULE, "target"))
    assert document.undo_label == "ターゲットの定義"


def test_putting_it_in_again_changes_clauses_in_place_and_takes_the_others_out(document: Document) -> None:
    shorter = {**RULE, "clauses": [RULE["clauses"][0], {"id": "T2", "field": "従業員数", "operator": ">=", "value": 300}]}
    definitions.define(document, definition.parse_rule(shorter, "target"))
    snapshot = document.snapshot()
    assert {r["id"] for r in snapshot.all("clauses", definition="target")} == {record("T1"), record("T2")}
    assert snapshot.family("clauses", record("T2"), "evidence") == {}
    assert [g["id"] for g in snapshot.all("groups", definition="target")] == [ROOT]
    document.undo()
    assert len(clauses(document)) == 4


def test_a_clause_is_added_at_the_end_or_before_another(document: Document) -> None:
    definitions.add_clause(document, ROOT, Clause(id="", field="地域", operator="=", value="東京"))
    definitions.add_clause(document, ROOT, Clause(id="", field="部署", operator="not-blank"), before=record("T2"))
    assert clauses(document)[:3] == ["業種 one-of ('製造業', '卸売業')", "部署 not-blank", "従業員数 >= 100"]
    assert (clauses(document)[-1], document.undo_label) == ("地域 = 東京", "条件の追加")


def test_a_definition_may_ask_for_another_one(document: Document) -> None:
    id = definitions.add_clause(document, definition.record_id("hot-lead", "root"), Include(id="", ref="target"))
    assert document.snapshot().value("clauses", id, "ref") == "target"


def test_a_clause_changes_field_by_field_and_a_value_must_suit_its_operator(document: Document) -> None:
    definitions.change_clause(document, record("T2"), operator="between", value=[100, 500], comment="中堅まで")
    assert "従業員数 between (100, 500)" in clauses(document)
    with refused(document, "bad-value"):
        definitions.change_clause(document, record("T2"), value=100)
    with refused(document, "bad-value"):
        definitions.change_clause(document, record("T2"), operator=">=")
    with refused(document, "unknown-operator"):
        definitions.change_clause(document, record("T2"), operator="roughly")
    definitions.change_clause(document, record("T2"), muted=True)
    assert document.undo_label == "条件の変更"


def test_typing_a_value_is_one_step(document: Document) -> None:
    for value in (2, 25, 250):
        definitions.change_clause(document, record("T2"), value=value)
    document.undo()
    assert document.snapshot().value("clauses", record("T2"), "value") == 100


def test_groups_are_at_most_two_deep(document: Document) -> None:
    inner = definitions.add_group(document, record("G1"), "all")
    with refused(document, "too-deep"):
        definitions.add_group(document, inner)
    outer = definitions.add_group(document, ROOT, 2)
    with refused(document, "too-deep"):
        definitions.move_member(document, "groups", record("G1"), outer)
    definitions.move_member(document, "groups", inner, outer)
    with refused(document, "cycle"):
        definitions.move_member(document, "groups", outer, inner)


def test_a_group_changes_how_it_joins_and_goes_with_everything_in_it(document: Document) -> None:
    definitions.change_group(document, record("G1"), match=2, name="規模")
    assert document.snapshot().value("groups", record("G1"), "match") == {"at-least": 2}
    definitions.remove_group(document, record("G1"))
    assert len(clauses(document)) == 2
    definitions.remove_group(document, ROOT)
    assert clauses(document) == []
    assert document.get("groups", ROOT) is not None, "the root is only emptied"
    document.undo()
    document.undo()
    assert len(clauses(document)) == 4


def test_members_move_between_groups_and_among_their_siblings(document: Document) -> None:
    definitions.move_member(document, "clauses", record("T1"), record("G1"), before=record("T4"))
    assert [c.split()[0] for c in clauses(document)] == ["従業員数", "資本金", "業種", "売上推移"]
    definitions.move_member(document, "clauses", record("T1"), ROOT, before=record("T2"))
    assert [c.split()[0] for c in clauses(document)] == ["業種", "従業員数", "資本金", "売上推移"]


def test_moving_and_moving_back_is_the_same_agreement(document: Document) -> None:
    item = ("definitions", "target")
    before = agreement.content_hash(document.snapshot(), item)
    definitions.move_member(document, "clauses", record("T1"), ROOT)
    assert agreement.content_hash(document.snapshot(), item) != before
    definitions.move_member(document, "clauses", record("T1"), ROOT, before=record("T2"))
    assert agreement.content_hash(document.snapshot(), item) == before


def test_a_removed_clause_comes_back_where_it_was(document: Document) -> None:
    before = clauses(document)
    definitions.remove_clause(document, record("T3"))
    assert (len(clauses(document)), document.undo_label) == (3, "条件の削除")
    document.undo()
    assert clauses(document) == before


def test_what_is_not_there_is_refused(document: Document) -> None:
    for change in (
        lambda: definitions.add_clause(document, "x", Clause(id="", field="a", operator="is-blank")), lambda: definitions.change_clause(document, "x", muted=True),
        lambda: definitions.remove_clause(document, "x"), lambda: definitions.add_group(document, "x"), lambda: definitions.change_group(document, "x", name="y"),
        lambda: definitions.remove_group(document, "x"), lambda: definitions.move_member(document, "clauses", record("T1"), "x"),
    ):
        with refused(document, "unknown-record"):
            change()
