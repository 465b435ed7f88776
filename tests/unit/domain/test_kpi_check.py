"""What a tree is refused for, with the place named."""

from __future__ import annotations

from typing import Any

import pytest

from fusenapp.domain.kpi import node_of, tree_from
from fusenapp.domain.kpi_check import Checked, check, check_afresh, check_formula, renamed
from fusenapp.domain.unit import dimension, scale
from fusenapp.errors import InputError


def _tree(*records: dict[str, Any]) -> Any:
    return tree_from([{"name": record["id"], **record} for record in records])


def _count(id: str) -> dict[str, Any]:
    return {"id": id, "unit": "件"}


def _formula(id: str, text: str, unit: str = "件") -> dict[str, Any]:
    return {"id": id, "type": "formula", "formula": text, "unit": unit}


def _codes(*records: dict[str, Any]) -> list[tuple[str, str]]:
    return [(error.code, error.where) for error in check(_tree(*records)).errors]


def test_an_unknown_name_is_refused_where_it_stands() -> None:
    (error,) = check(_tree(_count("a"), _formula("f", "a + 未定"))).errors
    assert (error.code, error.where, error.parameters["name"], error.parameters["position"]) == ("unknown-name", "f", "未定", 5)


def test_a_name_that_two_nodes_share_is_ambiguous() -> None:
    records = [_count("a"), {"id": "b", "name": "同じ"}, {"id": "c", "name": "同じ"}, _formula("f", "同じ")]
    assert _codes(*records) == [("ambiguous-name", "f")]


def test_a_formula_that_cannot_be_read_names_the_node() -> None:
    assert _codes(_formula("f", "1 +")) == [("formula-syntax", "f")]
    assert _codes(_formula("f", " ")) == [("formula-syntax", "f")]


def test_a_ring_of_formulas_is_told_once_with_its_path() -> None:
    checked = check(_tree(_formula("a", "b"), _formula("b", "c"), _formula("c", "a"), _formula("above", "a"), _count("free")))
    assert [(e.code, e.parameters["path"]) for e in checked.errors] == [("cycle", "a → b → c → a")]
    assert checked.order == ("free",), "what needs a ring cannot be reckoned either"


def test_a_node_of_itself_and_a_ring_through_a_link_are_rings() -> None:
    assert _codes(_formula("a", "a")) == [("cycle", "a")]
    assert _codes(_formula("a", "b"), {"id": "b", "type": "linked", "source": {"node": "a"}}) == [("cycle", "a")]


def test_a_link_to_nothing_is_refused() -> None:
    assert _codes({"id": "l", "type": "linked", "source": {"node": "gone"}}) == [("unknown-name", "l")]


def test_an_explaining_formula_may_name_what_is_reckoned_from_its_node() -> None:
    records = [{"id": "won", "unit": "件", "formula": "sent × rate"}, _count("sent"), _formula("rate", "won ÷ sent", "%")]
    assert _codes(*records) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("n × rate", "件"), ("n ÷ m", "%"), ("yen ÷ n", "円"), ("n × yen", "円"), ("n + m − 3", "件"), ("1 − rate", "%"), ("yen ÷ yen", "%"),
        ("days × 2", "営業日"), ("IF(n > 10, yen, yen × 2)", "円"), ("MAX(n, m, 0)", "件"), ("n × m ÷ m", "件"), ("bare + yen", "円"), ("yen ÷ yen", "件"),
    ],
)
def test_units_that_go_together(text: str, unit: str) -> None:
    assert _units(text, unit) == []


@pytest.mark.parametrize(
    ("text", "unit", "left", "right"),
    [
        ("n + yen", "件", "件", "円"), ("n + rate", "件", "件", "%"), ("n ÷ m", "件", "%", "件"), ("n × m", "件", "件²", "件"), ("yen ÷ n", "件", "円", "件"),
        ("days + n", "営業日", "営業日", "件"), ("IF(n > yen, n, m)", "件", "件", "円"), ("SUM(rate, yen)", "%", "%", "円"), ("yen ÷ days", "円", "円/営業日", "円"),
    ],
)
def test_units_that_do_not(text: str, unit: str, left: str, right: str) -> None:
    assert _units(text, unit) == [("unit-mismatch", left, right)]


def _units(text: str, unit: str) -> list[tuple[Any, ...]]:
    leaves = [_count("n"), _count("m"), {"id": "yen", "unit": "円"}, {"id": "rate", "unit": "%"}, {"id": "days", "unit": "営業日"}, {"id": "bare"}]
    return [(e.code, e.parameters["left"], e.parameters["right"]) for e in check(_tree(*leaves, _formula("f", text, unit))).errors]


def test_units_that_fusen_does_not_know_are_counted_pieces() -> None:
    assert dimension("社").fits(dimension("件"))
    assert not dimension("社").fits(dimension("円"))


def test_scaled_units_say_their_factor() -> None:
    assert [scale(unit) for unit in ("千円", "万円", "百万円", "億円", "円", "千件", "%", "")] == [1e3, 1e4, 1e6, 1e8, 1, 1e3, 1, 1]


def test_a_node_is_checked_before_it_is_put_into_the_tree() -> None:
    tree = _tree(_count("a"), _formula("f", "a"))
    check_formula(tree, node_of(_formula("f", "a × 2") | {"name": "f"}))
    with pytest.raises(InputError) as refused:
        check_formula(tree, node_of({"id": "a", "name": "a", "type": "formula", "formula": "f", "unit": "件"}))
    assert refused.value.code == "cycle"


def test_dependents_come_in_an_order_to_reckon_them() -> None:
    checked = check(_tree(_formula("top", "mid + b"), _formula("mid", "a"), _count("a"), _count("b"), _formula("other", "b")))
    assert checked.dependents(["a"]) == ("mid", "top")
    assert set(checked.dependents(["b"])) == {"top", "other"}


def test_renaming_a_node_gives_the_formulas_that_must_follow() -> None:
    tree = _tree(_count("リード数"), _count("アポ数"), _formula("率", "アポ数 ÷ リード数", "%"), _formula("二倍", "アポ数 × 2"))
    assert renamed(tree, "リード数", "見込客 数") == {"率": "アポ数 ÷ [見込客 数]"}


def _told(checked: Checked) -> tuple[object, ...]:
    errors = [(error.code, error.where, error.parameters) for error in checked.errors]
    return list(checked.formulas.items()), list(checked.needs.items()), checked.order, errors


def test_after_an_edit_only_what_it_touches_is_looked_at_again_and_the_outcome_is_the_same() -> None:
    records = [_count("a"), _count("b"), _formula("f", "a + b"), _formula("g", "f × 2"), _formula("h", "a − b")]
    before = check(_tree(*records))
    records[3] = _formula("g", "f × 3")
    tree = _tree(*records)
    after = check(tree)
    assert _told(after) == _told(check_afresh(tree))
    assert [id for id in tree.nodes if after.looked[id] is not before.looked[id]] == ["g"]
    assert after.order is before.order


def test_another_unit_is_held_against_every_formula_that_uses_the_node() -> None:
    records = [_count("a"), _count("b"), _formula("f", "a + b")]
    check(_tree(*records))
    assert _codes({"id": "a", "unit": "円"}, *records[1:]) == [("unit-mismatch", "f")]
    assert _codes(*records) == []


def test_the_same_tree_is_looked_through_once() -> None:
    tree = _tree(_count("a"), _formula("f", "a"))
    assert check(tree) is check(tree)


def test_a_refused_formula_leaves_nothing_behind_in_the_tree_that_holds() -> None:
    tree = _tree(_count("a"), _formula("f", "a"))
    for text in ("a + nobody", "f", "a +"):
        with pytest.raises(InputError):
            check_formula(tree, node_of({**_formula("f", text), "name": "f"}))
        assert _told(check(tree)) == _told(check_afresh(tree))
