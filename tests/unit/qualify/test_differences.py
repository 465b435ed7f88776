"""What differs between two revisions, or between the drafts of two departments."""

from __future__ import annotations

from typing import Any

from fusenapp.qualify import difference, same
from tests.unit.qualify.leads import flag, rule, target


def staff(value: int, id: str = "c1", **changes: Any) -> dict[str, Any]:
    return {"id": id, "field": "従業員数", "operator": ">=", "value": value} | changes


def test_a_changed_value_is_shown_on_both_sides_and_in_words() -> None:
    (found,) = difference(rule(staff(100)), rule(staff(50)), "ja")
    assert (found.change, found.part, found.was, found.now) == ("changed", "clause", {"value": 100}, {"value": 50})
    assert (found.was_text, found.now_text) == ("従業員数が100以上である", "従業員数が50以上である")


def test_added_and_removed_clauses() -> None:
    added, removed = difference(rule(staff(100), flag("a")), rule(staff(100), {"id": "i", "ref": "target"}), "ja")
    assert (added.change, added.part, added.now_id, added.now_text) == ("added", "include", "i", "ターゲットに該当する")
    assert (removed.change, removed.part, removed.was_id, removed.now) == ("removed", "clause", "a", {})


def test_drafts_with_other_ids_are_matched_by_what_they_ask() -> None:
    marketing = rule(staff(50, id="m1"), {"id": "m2", "field": "役職", "operator": "=", "value": "課長"}, id="m")
    sales = rule({"id": "s1", "field": "役職", "operator": "=", "value": "部長"}, staff(100, id="s2"), id="s")
    found = difference(marketing, sales)
    assert [(d.was_id, d.now_id, d.was, d.now) for d in found] == [
        ("m2", "s1", {"value": "課長"}, {"value": "部長"}), ("m1", "s2", {"value": 50}, {"value": 100})]


def test_the_same_column_with_another_operator_is_one_change() -> None:
    (found,) = difference(rule(staff(100, id="a")), rule(staff(100, id="b", operator=">")))
    assert found.fields == ("operator",)


def test_a_clause_that_went_into_another_group_moved() -> None:
    old = rule(staff(100), {"id": "g2", "match": "any", "clauses": [flag("a")]})
    new = rule({"id": "g2", "match": "any", "clauses": [staff(100), flag("a")]})
    (found,) = difference(old, new)
    assert (found.change, found.was, found.now) == ("moved", {"group": "root"}, {"group": "g2"})


def test_how_a_group_joins_and_the_threshold_are_compared_too() -> None:
    points = flag("a", kind="points", points=5)
    old, new = rule(points, match="all", threshold=5), rule(points, match="any", threshold=4)
    threshold, group = difference(old, new)
    assert (threshold.part, threshold.was, threshold.now) == ("definition", {"threshold": 5}, {"threshold": 4})
    assert (group.part, group.was, group.now) == ("group", {"match": "all"}, {"match": "any"})


def test_the_order_of_clauses_changes_nothing() -> None:
    assert same(rule(staff(100), flag("a")), rule(flag("a"), staff(100)))
    assert same(target(), target())
    assert not same(rule(staff(100)), rule(staff(100, muted=True)))
