"""The tree read from a workspace again and again: what an edit left alone is not read, nor worked out, anew."""

from __future__ import annotations

from typing import Any

from fusenapp.domain.kpi import Tree, tree_of
from fusenapp.domain.snapshot import Snapshot


def _snapshot(*nodes: dict[str, Any], start: int = 4, departments: tuple[str, ...] = ("one", "two")) -> Snapshot:
    return Snapshot({
        "kpis": {node["id"]: node for node in nodes},
        "departments": {id: {"id": id, "name": id, "order": str(at)} for at, id in enumerate(departments)},
        "workspace": {"workspace": {"id": "workspace", "fiscal_start": start}},
    })


def _nodes(**changes: dict[str, Any]) -> list[dict[str, Any]]:
    known = {"top": {"name": "上"}, "left": {"name": "左", "parent": "top"}, "right": {"name": "右", "parent": "top"}}
    return [{"id": id, "order": str(at), **fields, **changes.get(id, {})} for at, (id, fields) in enumerate(known.items())]


def _shape(tree: Tree) -> tuple[object, ...]:
    return tree.roots, {id: tree.children(id) for id in tree.nodes}, tree.parent_rings, [tree.named(n) for n in ("上", "左", "右", "中")]


def test_a_tree_that_says_the_same_is_the_same_object() -> None:
    first = tree_of(_snapshot(*_nodes()))
    assert tree_of(_snapshot(*_nodes())) is first
    assert tree_of(_snapshot(*_nodes(left={"formula": "1"}))) is not first
    assert tree_of(_snapshot(*_nodes(), start=10)).fiscal_start == 10
    assert list(tree_of(_snapshot(*_nodes(), departments=("two", "one"))).departments) == ["two", "one"]


def test_a_node_that_says_the_same_is_the_same_object_whatever_record_it_was_read_from() -> None:
    first = tree_of(_snapshot(*_nodes()))
    later = tree_of(_snapshot(*_nodes(left={"formula": "1"})))
    assert [later.nodes[id] is first.nodes[id] for id in ("top", "left", "right")] == [True, False, True]


def test_what_hangs_below_what_follows_every_edit() -> None:
    for change in ({"formula": "1"}, {"name": "中"}, {"name": "上"}, {"parent": "right"}, {"parent": "left"}, {"parent": ""}, {}):
        _shape(tree_of(_snapshot(*_nodes())))
        edited = tree_of(_snapshot(*_nodes(left=change)))
        assert _shape(edited) == _shape(Tree(edited.nodes)), change
