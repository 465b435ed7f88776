"""The tree of KPI nodes, its template and its partial views."""

from __future__ import annotations

import pytest

from fusenapp.domain.kpi import Measure, Source, b2b_tree, node_of, partial, rerooted, to_json, tree_from, tree_of
from fusenapp.domain.kpi_check import check
from fusenapp.domain.kpi_template import TREE_TEMPLATES
from fusenapp.domain.snapshot import Snapshot

DEPARTMENTS = ("marketing", "inside-sales", "field-sales")


def _paths(tree: object) -> list[str]:
    return ["  " * depth + node.id for node, depth in tree.walk()]  # type: ignore[attr-defined]


def test_a_record_becomes_a_node_with_defaults_for_what_was_never_written() -> None:
    node = node_of({"id": "n", "name": "リード数", "measure": {"count": "lead", "later": 3}, "source": None})
    assert (node.type, node.aggregation, node.direction, node.formula) == ("input", "sum", "up", "")
    assert node.measure == Measure(count="lead")
    assert node.source is None


def test_specs_go_to_json_and_back() -> None:
    source = Source("d1", "マーケティング", "リード", "質リード")
    assert node_of({"id": "n", "source": to_json(source)}).source == source
    assert to_json(Measure(count="won")) == {"count": "won", "definition": "target"}


def test_unreadable_json_counts_as_absent() -> None:
    assert node_of({"id": "n", "source": [1, 2], "measure": "x"}).source is None


def test_the_workspace_gives_the_tree_with_its_fiscal_start_and_department_names() -> None:
    snapshot = Snapshot({
        "kpis": {"b": {"id": "b", "name": "B", "parent": "a", "order": "2"}, "a": {"id": "a", "name": "A", "order": "1"}},
        "departments": {"marketing": {"id": "marketing", "name": "マーケ"}},
        "workspace": {"workspace": {"id": "workspace", "fiscal_start": 10}},
    })
    tree = tree_of(snapshot)
    assert _paths(tree) == ["a", "  b"]
    assert (tree.fiscal_start, tree.departments) == (10, {"marketing": "マーケ"})


def test_a_node_whose_parent_is_gone_stands_at_the_top() -> None:
    assert _paths(tree_from([{"id": "a", "parent": "gone"}, {"id": "b", "parent": "a"}])) == ["a", "  b"]


def test_nodes_in_a_ring_of_parents_stand_at_the_top_and_are_named() -> None:
    tree = tree_from([{"id": "a", "name": "A", "parent": "b"}, {"id": "b", "name": "B", "parent": "a"}, {"id": "c", "parent": "b"}])
    assert sorted(_paths(tree)) == ["  c", "a", "b"]
    assert [(e.code, e.parameters["ring"]) for e in check(tree).errors] == [("cycle", ("a", "b"))]


def test_names_are_found_in_any_width_and_by_id() -> None:
    tree = tree_from([{"id": "x", "name": "リード 数"}])
    assert tree.named("ﾘｰﾄﾞ数") == ("x",) == tree.named("x")
    assert tree.named("アポ") == ()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_template_is_one_tree_without_errors(language: str) -> None:
    tree = tree_from(b2b_tree(language))
    assert check(tree).errors == ()
    assert tree.roots == ("kpi-won-amount",)
    assert len({node.name for node in tree}) == len(tree)
    assert {node.department for node in tree} == set(DEPARTMENTS)


def test_the_template_has_the_same_ids_in_both_languages_and_parents_first() -> None:
    japanese = b2b_tree("ja")
    assert [r["id"] for r in japanese] == [r["id"] for r in b2b_tree("en")]
    seen = {""}
    for record in japanese:
        assert record["parent"] in seen
        seen.add(record["id"])


def test_the_partial_view_has_the_same_nodes_under_their_nearest_ancestor_of_the_department() -> None:
    tree = tree_from(b2b_tree())
    mine = partial(tree, "inside-sales")
    assert {node.id for node in mine} == {node.id for node in tree if node.department == "inside-sales"}
    assert mine.roots == ("kpi-appointments",)
    assert partial(tree, "marketing").nodes["kpi-leads"].parent == "kpi-mql"
    assert partial(tree, "field-sales").nodes["kpi-sal"].parent == "kpi-proposals", "the inside-sales node between them is skipped"


def test_the_partial_views_share_out_the_whole_tree() -> None:
    tree = tree_from(b2b_tree())
    assert sum(len(partial(tree, department)) for department in DEPARTMENTS) == len(tree)


def test_a_subtree_becomes_a_tree_of_its_own() -> None:
    tree = rerooted(tree_from(b2b_tree()), "kpi-leads")
    assert tree.roots == ("kpi-leads",)
    assert "kpi-quality-rate" in tree.nodes
    assert "kpi-won" not in tree.nodes


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("template", list(TREE_TEMPLATES))
def test_every_template_is_one_tree_without_errors(template: str, language: str) -> None:
    records = TREE_TEMPLATES[template].records(language)
    tree = tree_from(records)
    assert check(tree).errors == ()
    assert len(tree.roots) == 1
    assert len({node.name for node in tree}) == len(tree)
    assert {node.department for node in tree} <= set(DEPARTMENTS)


def test_the_outline_of_the_revenue_is_its_orders_by_their_price() -> None:
    tree = tree_from(TREE_TEMPLATES["revenue"].records("ja"))
    assert tree.nodes[tree.roots[0]].formula == "[受注数] × [平均単価]"
