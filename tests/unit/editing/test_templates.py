"""What a new workspace starts with."""

from __future__ import annotations

import pytest

from fusenapp import i18n
from fusenapp.document import Author, Document
from fusenapp.domain import agreement
from fusenapp.domain.kpi import tree_of
from fusenapp.domain.kpi_check import check
from fusenapp.editing import templates
from tests.unit.editing.people import b2b, refused


def test_the_b2b_template_has_everything_that_two_departments_argue_about() -> None:
    snapshot = b2b().snapshot()
    assert [d["name"] for d in snapshot.all("departments")] == ["マーケティング", "インサイドセールス", "フィールドセールス"]
    assert [p["name"] for p in snapshot.all("personas", set="personas")] == ["企業", "選定者", "決定者", "決裁者"]
    assert len(snapshot.all("phases", journey="journey")) == 6
    assert len(snapshot.all("lanes", journey="journey")) == 9
    assert [t["name"] for t in snapshot.all("terms")][:4] == ["リード", "質リード", "一般リード", "ホットリード"]
    assert [r["code"] for r in snapshot.all("reasons")] == [f"R{i}" for i in range(10)]
    assert {i[0] for i in agreement.items(snapshot)} == set(agreement.ITEM_KINDS)


def test_its_kpi_tree_has_no_error() -> None:
    assert check(tree_of(b2b().snapshot())).errors == ()


def test_it_speaks_the_users_language() -> None:
    i18n.set_language("en")
    snapshot = b2b().snapshot()
    assert snapshot.value("departments", "marketing", "name") == "Marketing"
    assert snapshot.value("kpis", "kpi-won", "formula") == "[Proposals] × [Win rate]"


def test_an_empty_workspace_has_departments_and_two_definitions_without_clauses() -> None:
    snapshot = b2b("empty").snapshot()
    assert (len(snapshot.all("departments")), len(snapshot.all("definitions")), snapshot.all("clauses")) == (3, 2, [])
    assert agreement.items(snapshot) == [("definitions", "target"), ("definitions", "hot-lead")]


def test_a_new_workspace_is_one_step() -> None:
    document = b2b()
    assert document.undo_label == "ワークスペースの作成"
    document.undo()
    assert all(not held for held in document.snapshot().records.values())


def test_an_unknown_template_is_refused() -> None:
    document = Document(Author("A"))
    with refused(document, "unknown-template"):
        templates.build(document, "b2c")


@pytest.mark.parametrize("template", templates.TEMPLATES)
def test_two_workspaces_of_one_template_agree_on_the_ids(template: str) -> None:
    first, second = b2b(template).snapshot(), b2b(template).snapshot()
    assert {kind: set(held) for kind, held in first.records.items()} == {kind: set(held) for kind, held in second.records.items()}
