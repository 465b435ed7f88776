"""One step up or down through nested groups, as Alt+↑ and Alt+↓ do it."""

from __future__ import annotations

from fusenapp.domain.definition import Clause, Group
from fusenapp.ui.definitions.moving import stepped


def clause(id: str) -> Clause:
    return Clause(id=id, field="業種", operator="not-blank", record=id)


def group(id: str, *members) -> Group:
    return Group(id=id, record=id, members=members)


ROOT = group("root", clause("a"), clause("b"), group("g", clause("c"), clause("d")), clause("e"))


def test_past_a_sibling() -> None:
    assert stepped(ROOT, "b", -1) == ("root", "a")
    assert stepped(ROOT, "a", +1) == ("root", "g")


def test_into_a_group_beside_it() -> None:
    assert stepped(ROOT, "b", +1) == ("g", "c")
    assert stepped(ROOT, "e", -1) == ("g", None)


def test_out_of_a_group_at_its_ends() -> None:
    assert stepped(ROOT, "c", -1) == ("root", "g")
    assert stepped(ROOT, "d", +1) == ("root", "e")


def test_nowhere_at_the_ends_of_the_rule() -> None:
    assert stepped(ROOT, "a", -1) is None
    assert stepped(ROOT, "e", +1) is None


def test_a_group_moves_past_its_siblings() -> None:
    assert stepped(ROOT, "g", -1) == ("root", "b")
    assert stepped(ROOT, "g", +1) == ("root", None)


def test_a_group_does_not_go_where_it_would_be_nested_too_deep() -> None:
    deep = group("root", group("one", group("two", clause("x"))), group("other", group("third", clause("y"))))
    assert stepped(deep, "other", -1) == ("root", "one")
    assert stepped(group("root", group("one"), group("other")), "other", -1) == ("one", None)
