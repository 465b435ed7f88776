"""Which row of a sheet belongs to which node."""

from __future__ import annotations

import pytest

from fusenapp.domain.kpi import b2b_tree, tree_from
from fusenapp.kpi import suggest_sources, unused_rows
from tests.unit.kpi.making import NODE, Row, node, sheet


def _row(name: str, department: str = "", segment: str = "合計") -> Row:
    return Row(department, name, segment, {"actual": {"2026-04": 1}})


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("リード", "leads"), ("リード件数", "leads"), ("ﾘｰﾄﾞ獲得数", "leads"), ("アポ件数", "appointments"), ("アポイント数", "appointments"), ("受注", "won"),
        ("成約件数", "won"), ("受注（円）", "won"), ("受注額（円）", "won-amount"), ("受注金額", "won-amount"), ("成約金額", "won-amount"), ("受注率", "win-rate"),
        ("MQL", "mql"), ("引渡数", "mql"), ("受領数", "sal"), ("受領率", "acceptance-rate"), ("平均単価（千円）", "average-price"), ("架電数", "calls"),
        ("質リード率", "quality-rate"), ("見積発行数", "quotes"), ("広告クリック数", "ad-clicks"),
    ],
)
def test_names_are_recognised_as_companies_write_them(written: str, id: str) -> None:
    assert list(suggest_sources(tree_from(b2b_tree()), {"s": [_row(written)]})) == [f"kpi-{id}"]


def test_names_that_only_look_alike_are_left_alone() -> None:
    rows = [_row("リード単価"), _row("備考"), _row("受注残"), _row("数")]
    assert suggest_sources(tree_from(b2b_tree()), {"s": rows}) == {}
    assert [each.source.name for each in unused_rows(tree_from(b2b_tree()), {"s": rows})] == ["リード単価", "備考", "受注残", "数"]


def test_the_english_tree_is_found_from_a_japanese_sheet_by_its_own_words() -> None:
    found = suggest_sources(tree_from(b2b_tree("en")), {"s": [_row("リード"), _row("受注額（円）"), _row("アポ")]})
    assert set(found) == {"kpi-leads", "kpi-won-amount", "kpi-appointments"}


def test_the_sample_sheet_is_connected_whole() -> None:
    found = suggest_sources(tree_from(b2b_tree()), {"s": sheet("plain")})
    assert {id: source["name"] for id, source in found.items()} == {id: name for name, id in NODE.items()}


def test_an_exact_name_wins_over_a_similar_one() -> None:
    tree = tree_from([node("similar") | {"name": "リード件数"}, node("exact") | {"name": "リード"}])
    assert suggest_sources(tree, {"s": [_row("リード")]}) == {"exact": {"dataset": "s", "name": "リード"}}


def test_of_two_departments_rows_the_nodes_own_is_taken() -> None:
    tree = tree_from([node("n", department="fs") | {"name": "提案数"}])
    named = type(tree)(tree.nodes, 4, {"fs": "フィールドセールス"})
    found = suggest_sources(named, {"s": [_row("提案", "インサイドセールス"), _row("提案", "フィールドセールス")]})
    assert found["n"]["department"] == "フィールドセールス"


def test_nodes_that_a_row_feeds_already_are_left_as_they_are() -> None:
    fed = node("n", source={"dataset": "s", "name": "自社の呼び名"}) | {"name": "リード数"}
    rows = {"s": [_row("自社の呼び名"), _row("リード")]}
    assert suggest_sources(tree_from([fed]), rows) == {}
    gone = {"s": [_row("リード")]}
    assert suggest_sources(tree_from([fed]), gone) == {"n": {"dataset": "s", "name": "リード"}}, "the row it had is gone from the sheet"
