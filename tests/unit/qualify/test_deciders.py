"""The clauses named for a lead are those that decided its verdict."""

from __future__ import annotations

from typing import Any

import pytest

from fusenapp.domain.definition import parse_rule
from fusenapp.qualify import condition_at, deciding, deciding_all, evaluate
from tests.unit.qualify.leads import flag, rule, truths


@pytest.mark.parametrize(("match", "row", "expected"), [
    ("all", "TT", ("a", "b")), ("all", "FT", ("a",)), ("all", "FF", ("a", "b")), ("all", "T?", ("b",)), ("all", "F?", ("a",)),
    ("any", "TF", ("a",)), ("any", "TT", ("a", "b")), ("any", "FF", ("a", "b")), ("any", "F?", ("b",)),
    ({"at-least": 2}, "TT", ("a", "b")), ({"at-least": 2}, "?F", ("b",))])
def test_the_clauses_that_share_the_verdict_are_named(match: Any, row: str, expected: tuple[str, ...]) -> None:
    verdicts = evaluate(rule(flag("a"), flag("b"), match=match), truths(a=row[0], b=row[1]))
    assert deciding(verdicts, 0) == expected


def test_only_the_group_that_decided_is_gone_into() -> None:
    group = {"id": "g2", "match": "any", "clauses": [flag("b"), flag("c")]}
    verdicts = evaluate(rule(flag("a"), group), truths(a="FT", b="TF", c="FF"))
    assert deciding(verdicts, 0) == ("a",)
    assert deciding(verdicts, 1) == ("b", "c")


def test_a_knock_out_is_named_when_it_excluded_the_lead() -> None:
    verdicts = evaluate(rule(flag("a"), flag("b", kind="knock-out")), truths(a="TTT", b="TF?"))
    assert [deciding(verdicts, row) for row in range(3)] == [("b",), ("a",), ("b",)]


def test_points_name_the_clauses_that_gave_or_lacked_them() -> None:
    verdicts = evaluate(rule(flag("a", kind="points", points=5), flag("b", kind="points", points=5), threshold=10), truths(a="TTT", b="TF?"))
    assert [deciding(verdicts, row) for row in range(3)] == [("a", "b"), ("b",), ("b",)]


def test_of_an_included_definition_the_clauses_inside_are_named_and_can_be_found() -> None:
    inner = parse_rule({"id": "g", "clauses": [flag("a"), flag("b")]}, "target")
    outer = parse_rule({"id": "g", "clauses": [{"id": "i", "ref": "target"}]}, "hot-lead")
    verdicts = evaluate(outer, truths(a="TF", b="TT"), {"target": inner})
    assert deciding(verdicts, 0) == ("i/a", "i/b")
    assert deciding(verdicts, 1) == ("i/a",)
    found = condition_at(verdicts, "i/a")
    assert found is not None
    assert found[0].id == "a"
    assert found[1].definition is inner
    assert condition_at(verdicts, "i/z") is None


def test_the_list_is_bounded() -> None:
    names = [f"c{n:02d}" for n in range(30)]
    leads = truths(**dict.fromkeys(names, "F"))
    verdicts = evaluate(rule(*(flag(name) for name in names)), leads)
    assert len(deciding(verdicts, 0)) == 12
    assert deciding_all(verdicts, limit=3)[0] == ("c00", "c01", "c02")


def test_leads_with_the_same_clause_verdicts_share_one_pattern() -> None:
    verdicts = evaluate(rule(flag("a"), flag("b")), truths(a="TF" * 500, b="TT" * 500))
    found = deciding_all(verdicts)
    assert len(found.patterns) == 2
    assert [found[0], found[1], found[998]] == [("a", "b"), ("a",), ("a", "b")]
