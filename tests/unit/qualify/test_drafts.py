"""Two departments' drafts beside each other, place by place, and what is taken into the joint definition."""

from __future__ import annotations

from typing import Any

import pytest

from fusenapp.domain.definition import Definition, clauses, parse_rule
from fusenapp.qualify.drafts import THRESHOLD, Place, places, put, take


def definition(*members: dict[str, Any], threshold: Any = None, match: str = "all", department: str = "") -> Definition:
    data = {"match": match, "clauses": list(members)} | ({"threshold": threshold} if threshold is not None else {})
    return parse_rule(data, "hot-lead", id=f"hot-lead@{department}" if department else "hot-lead", department=department)


def clause(id: str, field: str, operator: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"id": id, "field": field, "operator": operator, "value": value, **more}


SIZE = clause("c1", "従業員数", ">=", 100)
TITLE = clause("c2", "役職", "=", "課長")


def differing(joint: Definition, left: Definition, right: Definition) -> list[Place]:
    return [place for place in places(joint, left, right, "ja") if place.differs]


def test_drafts_that_say_the_same_leave_nothing_to_settle() -> None:
    joint = definition(SIZE, TITLE)
    assert not differing(joint, definition(SIZE, TITLE, department="a"), definition(TITLE, SIZE, department="b"))


def test_whose_clause_it_is_and_why_is_no_difference() -> None:
    left = definition({**SIZE, "comment": "経験から", "department": "marketing"})
    assert not differing(definition(SIZE), left, definition({**SIZE, "comment": "失注の分析から"}))


def test_a_clause_that_differs_is_shown_with_both_phrases() -> None:
    place, = differing(definition(SIZE), definition(SIZE), definition(clause("c1", "従業員数", ">=", 300)))
    assert (place.id, place.part, place.field) == ("c1", "clause", "従業員数")
    assert place.texts == ("従業員数が100以上である", "従業員数が100以上である", "従業員数が300以上である")


def test_clauses_written_independently_meet_by_what_they_ask() -> None:
    left, right = definition(clause("x1", "従業員数", ">=", 50)), definition(clause("y7", "従業員数", ">=", 100))
    place, = differing(definition(), left, right)
    assert [m.id if m else None for m in (place.joint, place.left, place.right)] == [None, "x1", "y7"]


def test_a_clause_that_only_one_department_has_says_nothing_for_the_other() -> None:
    place, = differing(definition(SIZE), definition(SIZE, TITLE), definition(SIZE))
    assert (place.texts[1:], place.right) == (("役職が課長である", ""), None)


def test_the_threshold_is_a_place_of_its_own() -> None:
    points = clause("p", "資料DL", "is-true", None, kind="points", points=20)
    place, = differing(*(definition(points, threshold=t) for t in (50, 50, 70)))
    assert (place.part, place.values) == (THRESHOLD, (50, 50, 70))
    assert take(definition(points, threshold=50), place, "right").threshold == 70


def test_taking_a_side_makes_the_joint_definition_say_it_in_the_same_place() -> None:
    joint = definition(TITLE, SIZE)
    place, = differing(joint, joint, definition(TITLE, clause("z", "従業員数", ">=", 300)))
    after = take(joint, place, "right")
    assert [(c.id, c.value) for c in clauses(after)] == [("c2", "課長"), ("c1", 300)]
    assert take(joint, place, "left") == joint


def test_taking_the_side_that_has_no_clause_takes_it_out() -> None:
    joint = definition(SIZE, TITLE)
    place, = differing(joint, joint, definition(SIZE))
    assert [c.id for c in clauses(take(joint, place, "right"))] == ["c1"]


def test_taking_a_clause_that_the_joint_definition_lacks_gives_it_a_free_id() -> None:
    joint = definition(SIZE)
    place, = differing(joint, joint, definition(SIZE, clause("c1-x", "業種", "one-of", ["製造業"])))
    after = take(joint, place, "right")
    assert [c.field for c in clauses(after)] == ["従業員数", "業種"]
    again = take(definition(clause("c1-x", "地域", "=", "東京"), SIZE), place, "right")
    assert [c.id for c in clauses(again)] == ["c1-x", "c1", "c1-x-2"]


def test_a_group_that_only_one_department_has_is_one_place_with_all_its_clauses() -> None:
    group = {"id": "g", "match": "any", "clauses": [clause("a", "見積", "is-true", None), clause("b", "トライアル", "is-true", None)]}
    place, = differing(definition(SIZE), definition(SIZE), definition(SIZE, group))
    assert (place.part, place.id) == ("group", "g")
    assert [c.field for c in clauses(take(definition(SIZE), place, "right"))] == ["従業員数", "見積", "トライアル"]


def test_a_group_of_the_joint_definition_that_one_department_does_not_want_is_one_place() -> None:
    group = {"id": "g", "match": "any", "clauses": [clause("a", "見積", "is-true", None), clause("b", "トライアル", "is-true", None)]}
    joint = definition(SIZE, group)
    place, = differing(joint, joint, definition(SIZE))
    assert [c.field for c in clauses(take(joint, place, "right"))] == ["従業員数"]
    assert take(joint, place, "left") == joint


def test_how_a_group_joins_its_clauses_is_a_place_and_its_clauses_stay() -> None:
    joint = definition(SIZE, TITLE)
    place, = differing(joint, joint, definition(SIZE, TITLE, match="any"))
    after = take(joint, place, "right")
    assert (after.root.match, len(after.root.members)) == ("any", 2)


@pytest.mark.parametrize("side", ["left", "right"])
def test_taking_every_place_of_one_side_gives_that_draft(side: Any) -> None:
    left = definition(clause("x", "従業員数", ">=", 50), TITLE)
    right = definition(clause("y", "従業員数", ">=", 300), clause("w", "業種", "one-of", ["製造業", "卸売業"]))
    joint = definition(SIZE)
    for place in places(joint, left, right, "ja"):
        if place.differs:
            joint = take(joint, place, side)
    wanted = left if side == "left" else right
    assert {(c.field, c.operator, str(c.value)) for c in clauses(joint)} == {(c.field, c.operator, str(c.value)) for c in clauses(wanted)}


@pytest.mark.parametrize("wanted", ["left", "right", "third"])
def test_a_place_keeps_its_id_when_the_joint_definition_gains_its_clause(wanted: Any) -> None:
    left, right = definition(clause("x1", "従業員数", ">=", 50)), definition(clause("y7", "従業員数", ">=", 100))
    place, = differing(definition(), left, right)
    third, = clauses(definition(clause("y7", "従業員数", ">=", 70)))
    after = put(definition(), place, third) if wanted == "third" else take(definition(), place, wanted)
    again, = differing(after, left, right)
    assert again.id == place.id == place.id_after(third)


def test_a_place_whose_clause_is_taken_out_of_the_joint_definition_says_by_what_id_it_goes_then() -> None:
    left, joint = definition(clause("x1", "従業員数", ">=", 50)), definition(clause("j", "従業員数", ">=", 50))
    place, = differing(joint, left, definition())
    again, = differing(take(joint, place, "right"), left, definition())
    assert (place.id, again.id) == ("j", place.id_after(None))
    assert again.id in place.ids
