"""突き合わせ: two departments see only where they differ, and settle it one by one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QPushButton

from fusenapp.document import Author
from fusenapp.domain import definition
from fusenapp.editing import definitions, settling, terms
from fusenapp.flows import comparing
from fusenapp.ui.comparing.model import DECISION, EFFECT, LEFT, RIGHT
from fusenapp.workspace import Workspace

TERM = "term-mql"


@pytest.fixture
def differing(context):
    """Field sales wants larger companies than marketing, and means something else by a term."""
    document = context.document
    for term in [t["id"] for t in document.snapshot().all("terms")]:
        for department in ("marketing", "inside-sales", "field-sales"):
            terms.write_wording(document, term, department, "")
    settling.start_draft(document, "target", "marketing")
    draft = settling.start_draft(document, "target", "field-sales")
    definitions.change_clause(document, f"{draft}:T2", operator=">=", value=300)
    terms.write_wording(document, TERM, "marketing", "資料を見た人")
    terms.write_wording(document, TERM, "field-sales", "会って話せる人")
    context.bridge.flush()
    return context


def cell(area, row: int, column: int) -> str:
    return area.model.data(area.model.index(row, column))


def press(area, qtbot, key: Qt.Key) -> None:
    area.table.setFocus()
    qtbot.keyClick(area.table, key)
    area._context.bridge.flush()


def button(area, qtbot, row: int, at: int) -> None:
    box = area.table.visualRect(area.model.index(row, DECISION))
    qtbot.mouseClick(area.table.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(8 + at * 66 + 33, 8 + 14))
    area._context.bridge.flush()


def joint(context, id: str):
    return context.document.snapshot().value("clauses", id, "value")


def test_only_differences_are_listed_with_both_sides(area, differing) -> None:
    compare = area("compare")
    assert [(cell(compare, r, LEFT), cell(compare, r, RIGHT)) for r in range(compare.model.rowCount())] == [
        ("従業員数が100以上である", "従業員数が300以上である"), ("資料を見た人", "会って話せる人")]


def test_the_leads_that_each_side_means_are_counted(area, differing, qtbot) -> None:
    compare = area("compare")
    qtbot.waitUntil(lambda: bool(compare.model.effects), timeout=10_000)
    left, right = cell(compare, 0, EFFECT).split(" → ")
    assert (left, cell(compare, 1, EFFECT)) == ("470", "—")
    assert 0 < int(right) < 470


def test_keys_take_a_side_and_open_it_again(area, differing, qtbot) -> None:
    compare = area("compare")
    press(compare, qtbot, Qt.Key.Key_2)
    assert (joint(differing, "target:T2"), cell(compare, 0, DECISION)) == (300, "FSの案を採用")
    press(compare, qtbot, Qt.Key.Key_Delete)
    assert cell(compare, 0, DECISION) == "未決"
    press(compare, qtbot, Qt.Key.Key_1)
    assert joint(differing, "target:T2") == 100


def test_buttons_do_the_same_and_undo_takes_it_back_in_one_step(area, differing, qtbot) -> None:
    compare = area("compare")
    button(compare, qtbot, 0, 1)
    assert joint(differing, "target:T2") == 300
    assert differing.bridge.undo() == "違いの決定"
    assert joint(differing, "target:T2") == 100
    assert compare.model.points[0].open


def test_a_third_way_is_typed_beside_the_drafts(area, differing, qtbot) -> None:
    compare = area("compare")
    press(compare, qtbot, Qt.Key.Key_3)
    form = compare.detail.form
    field = form.findChildren(type(form._editor.fields[0]))[0]
    assert compare.model.points[0].open
    field.selectAll()
    qtbot.keyClicks(field, "200")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle = next(b for b in compare.detail.findChildren(QPushButton) if b.text() == "第三案に決める")
    qtbot.mouseClick(settle, Qt.MouseButton.LeftButton)
    differing.bridge.flush()
    assert (joint(differing, "target:T2"), cell(compare, 0, DECISION)) == (200, "第三案")


def test_points_are_settled_as_a_number(area, context, qtbot) -> None:
    rule = {"match": "all", "threshold": 50, "clauses": [{"id": "P", "field": "トライアル申込", "operator": "is-true", "kind": "points", "points": 60}]}
    for id, department, threshold in (("target", "", 50), ("target@marketing", "marketing", 50), ("target@field-sales", "field-sales", 70)):
        definitions.define(context.document, definition.parse_rule({**rule, "threshold": threshold}, "target", id=id, department=department))
    compare = area("compare")
    press(compare, qtbot, Qt.Key.Key_3)
    spin = compare.detail.form.findChildren(QAbstractSpinBox)[0]
    spin.setValue(55)
    compare.decide("third")
    assert definition.from_snapshot(context.snapshot(), "target").threshold == 55


def test_each_department_writes_its_reason(area, differing, qtbot) -> None:
    compare = area("compare")
    from fusenapp.ui.widgets.bound import BoundText

    boxes = compare.detail.findChildren(BoundText)
    assert len(boxes) == 2
    boxes[1].insertPlainText("小さい会社は契約に至らない")
    differing.bridge.flush()
    assert dict(compare.model.points[0].reasons) == {"field-sales": "小さい会社は契約に至らない"}


def test_the_progress_counts_what_is_left(area, differing, qtbot) -> None:
    compare = area("compare")
    assert compare._count.text() == "合意まで あと2件"
    press(compare, qtbot, Qt.Key.Key_1)
    assert compare._count.text() == "合意まで あと1件"
    press(compare, qtbot, Qt.Key.Key_Down)
    press(compare, qtbot, Qt.Key.Key_2)
    assert compare._count.text() == "未決の項目はありません"
    assert differing.document.get("terms", TERM)["agreed"] == "会って話せる人"


def test_the_same_department_cannot_stand_on_both_sides(area, differing) -> None:
    compare = area("compare")
    compare.left.setCurrentIndex(compare.left.findData("field-sales"))
    compare.left.activated.emit(compare.left.currentIndex())
    assert [side.key for side in compare.sides] == ["field-sales", "marketing"]


def test_a_colleagues_file_is_set_beside_this_one(area, context, qtbot, tmp_path: Path) -> None:
    context.workspace.publish()
    other = tmp_path / "戸川.fusen"
    shutil.copy(context.workspace.path, other)
    with Workspace.open(other, Author("戸川", "field-sales")) as theirs:
        definitions.change_clause(theirs.document, "target:T2", operator=">=", value=500)
    compare = area("compare")
    compare.open_file(other)
    qtbot.waitUntil(lambda: compare.sides[1].name == "戸川.fusen", timeout=10_000)
    assert [(p.texts[1], p.texts[2]) for p in compare.model.points] == [("従業員数が100以上である", "従業員数が500以上である")]
    press(compare, qtbot, Qt.Key.Key_2)
    assert joint(context, "target:T2") == 500
    qtbot.mouseClick(compare.back, Qt.MouseButton.LeftButton)
    assert compare.sides[0].key == "marketing"


def test_a_department_writes_its_own_draft_beside_the_joint_definition(area, context, qtbot) -> None:
    target = area("target")
    before = joint(context, "target:T2")
    qtbot.mouseClick(target.whose.begin, Qt.MouseButton.LeftButton)
    assert (target.id, target.whose.box.currentText()) == ("target@marketing", "マーケの案")
    definitions.change_clause(context.document, "target@marketing:T2", operator=">=", value=50)
    context.bridge.flush()
    assert "50" in target.sentence.text.text()
    assert joint(context, "target:T2") == before
    target.whose.show_draft("")
    assert "100" in target.sentence.text.text()


def test_an_edit_costs_nothing_while_the_area_is_out_of_sight_and_is_there_when_it_comes_back(area, context, monkeypatch) -> None:
    differences = area("compare")
    before = len(differences.model.points)
    differences.hide()
    asked: list[object] = []
    compared = comparing.compare
    monkeypatch.setattr(comparing, "compare", lambda *given: asked.append(given) or compared(*given))
    terms.write_wording(context.document, "term-won", "marketing", "口頭の約束")
    terms.write_wording(context.document, "term-won", "field-sales", "契約書")
    context.bridge.flush()
    assert not asked
    differences.show()
    assert len(differences.model.points) == before + 1


def test_a_department_without_a_draft_is_named_so_that_its_column_is_not_taken_for_its_wish(area, differing) -> None:
    compare = area("compare")
    assert compare.undrafted.isHidden()
    for id in settling.draft_id("target", "field-sales"), settling.draft_id("hot-lead", "marketing"):
        if differing.document.get("definitions", id):
            with differing.document.edit("x") as edit:
                edit.delete("definitions", id)
    differing.bridge.flush()
    assert compare.undrafted.label.text() == (
        "フィールドセールスはターゲットの定義の案をまだ書いていません。その列には共通の内容を表示しています。")
