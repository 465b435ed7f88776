"""ターゲット and ホットリード: building a rule, the sentence that follows, the figures beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from fusenapp.domain.definition import Clause, Group, Include
from fusenapp.editing import definitions
from fusenapp.i18n import set_language
from fusenapp.ui.definitions.handle import DragHandle
from fusenapp.ui.definitions.include_row import IncludeRow
from fusenapp.ui.widgets import Chip
from tests.ui.areas.definition_user import RuleUser


@pytest.fixture
def rule(area, context, qtbot) -> Callable[[str], RuleUser]:
    def open_it(name: str) -> RuleUser:
        user = RuleUser(qtbot, context, area("hot_lead" if name == "hot-lead" else name))
        user.counted()
        return user

    return open_it


def panel_figures(user: RuleUser) -> dict[str, str]:
    return {key: label.text() for key, label in user.context.inspector.current.figures.items()}


def test_the_target_means_470_of_5000_leads(rule) -> None:
    target = rule("target")
    assert panel_figures(target) == {"match": "470", "no_match": "4,530", "unknown": "0"}
    assert target.row("従業員数").count.text == "3,260件"


def test_the_hot_lead_means_52_leads_and_the_back_test_says_how_it_did(rule, qtbot) -> None:
    hot = rule("hot-lead")
    tested = hot.context.inspector.current.tested
    assert panel_figures(hot)["match"] == "52"
    assert {key: cell.text() for key, cell in tested.cells.items()} == {"tp": "35", "fp": "6", "fn": "513", "tn": "1,733"}
    assert [tested.rates[key].text() for key in ("precision", "recall")] == ["85.4%", "6.4%"]
    qtbot.mouseClick(tested.outcome.segment("won"), Qt.MouseButton.LeftButton)
    assert (tested.cells["tp"].text(), tested.cells["fn"].text()) == ("12", "36")


def test_a_condition_is_added_by_choosing_field_operator_and_a_value_from_the_leads(rule, qtbot) -> None:
    target = rule("target")
    row = target.add()
    target.choose(row.field, "流入経路")
    assert row.operator.currentText() == "が次のいずれか"
    qtbot.waitUntil(lambda: bool(row.editor.line.offered))
    assert dict(row.editor.line.offered)["展示会"] > 500
    qtbot.keyClick(row.editor.line, Qt.Key.Key_Down)
    popup = row.editor.line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    first = row.editor.line.offered[0][0]
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=popup.visualRect(popup.model().index(0, 0)).center())
    made = target.definition.root.members[-1]
    assert (made.field, made.operator, list(made.value), made.department) == ("流入経路", "one-of", [first], "marketing")
    assert f"流入経路が{first}" in target.said
    target.counted()
    assert int(panel_figures(target)["match"]) < 470


def test_the_row_goes_on_having_the_keyboard_after_its_first_value(rule, qtbot) -> None:
    target = rule("target")
    row = target.add()
    target.choose(row.field, "流入経路")
    target.type(row.editor.line, "展示会")
    line = target.row("流入経路").editor.line
    qtbot.waitUntil(line.hasFocus)
    target.type(line, "紹介")
    assert list(target.definition.root.members[-1].value) == ["展示会", "紹介"]
    assert [c.text() for c in target.row("流入経路").editor.chips] == ["展示会", "紹介"]


def test_changing_a_number_changes_the_sentence_and_the_count(rule) -> None:
    target = rule("target")
    target.type(target.row("従業員数").editor.fields[0], "１，０００")
    assert "従業員数が1,000以上" in target.said
    assert target.definition.root.members[1].value == 1000
    target.counted()
    assert int(panel_figures(target)["match"]) < 470


def test_what_is_no_number_is_not_written(rule) -> None:
    target = rule("target")
    target.type(target.row("従業員数").editor.fields[0], "多い")
    assert target.definition.root.members[1].value == 100
    assert target.row("従業員数").state.isVisible()
    assert target.row("従業員数").state.text == "値が未入力"


def test_changing_the_operator_asks_for_the_missing_value_and_keeps_the_rule_meanwhile(rule) -> None:
    target = rule("target")
    row = target.row("従業員数")
    target.choose(row.operator, "が次の範囲内")
    assert target.definition.root.members[1].operator == ">="
    low, high = row.editor.fields
    assert (low.text(), high.text()) == ("100", "")
    target.type(high, "300")
    changed = target.definition.root.members[1]
    assert (changed.operator, list(changed.value)) == ("between", [100, 300])
    assert not row.state.isVisible()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_both_values_of_a_range_have_room_beside_the_panel_of_a_laptop(rule, language) -> None:
    """1920 × 1080 at 150 %: 898 px are left for the area."""
    set_language(language)
    hot = rule("hot-lead")
    hot.widget.setFixedWidth(898)
    QApplication.processEvents()
    row = hot.row("比較社数")
    for part in (row.field, row.operator, *row.editor.fields, row.kind, row.more):
        assert row.rect().contains(part.rect().translated(part.mapTo(row, QPoint(0, 0))))
    assert row.editor.fields[-1].geometry().right() < row.editor.width()
    set_language("ja")


def test_a_value_is_taken_out_with_the_keyboard(rule, qtbot) -> None:
    target = rule("target")
    chip = target.row("業種").editor.chips[1]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert list(target.definition.root.members[0].value) == ["製造業", "卸売業"]


def test_a_muted_condition_does_not_count_and_says_so(rule) -> None:
    target = rule("target")
    target.menu(target.row("売上推移"), "停止する（判定から一時的に外す）")
    row = target.row("売上推移")
    assert target.definition.root.members[3].muted
    assert row.state.isVisible()
    assert (row.state.text, row.operator.isEnabled()) == ("停止中", False)
    target.counted()
    assert int(panel_figures(target)["match"]) > 470
    target.menu(row, "停止を解除")
    target.counted()
    assert panel_figures(target)["match"] == "470"


def test_a_condition_is_deleted_and_comes_back(rule, context) -> None:
    target = rule("target")
    target.menu(target.row("業種"), "条件を削除")
    assert [c.field for c in target.definition.root.members] == ["従業員数", "資本金（万円）", "売上推移"]
    assert context.bridge.undo() == "条件の削除"
    assert target.row("業種").editor.value() == ["製造業", "情報通信業", "卸売業"]


def test_alt_arrows_move_a_condition_and_it_keeps_the_keyboard(rule, qtbot) -> None:
    target = rule("target")
    row = target.row("従業員数")
    target.widget.activateWindow()
    qtbot.waitUntil(target.widget.isActiveWindow)
    row.operator.setFocus()
    qtbot.keyClick(row.operator, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [c.field for c in target.definition.root.members][:2] == ["従業員数", "業種"]
    assert target.row("従業員数").operator.hasFocus()


def test_a_condition_is_dragged_into_a_group(rule) -> None:
    hot = rule("hot-lead")
    group = next(m for m in hot.definition.root.members if isinstance(m, Group))
    row = hot.row("比較社数")
    below = hot.row("見積依頼")
    hot.drag(row.findChild(DragHandle), below, QPoint(40, below.height() - 4))
    inside = next(m for m in hot.definition.root.members if isinstance(m, Group) and m.record == group.record)
    assert [c.field for c in inside.members] == ["トライアル申込", "見積依頼", "比較社数"]


def test_groups_join_by_all_any_or_at_least_n(rule) -> None:
    hot = rule("hot-lead")
    group = next(m for m in hot.definition.root.members if isinstance(m, Group))
    assert hot.builder.cards[group.record].count.text == "536件"
    hot.choose(hot.builder.cards[group.record].match, "2つ以上を満たす")
    assert next(m for m in hot.definition.root.members if isinstance(m, Group)).match == 2
    hot.counted()
    assert int(panel_figures(hot)["match"]) < 52


def test_groups_nest_two_levels_and_no_deeper(rule) -> None:
    target = rule("target")
    target.press("グループを追加")
    first = next(m for m in target.definition.root.members if isinstance(m, Group))
    target.press("グループを追加", target.builder.cards[first.record])
    second = next(m for m in target.definition.root.members if isinstance(m, Group)).members[0]
    words = {b.text() for b in target.builder.cards[second.record].findChildren(QWidget) if hasattr(b, "text") and callable(b.text)}
    assert "条件を追加" in words
    assert "グループを追加" not in words


def test_an_empty_group_says_what_to_do_and_can_be_named_and_deleted(rule, context, qtbot) -> None:
    from PySide6.QtWidgets import QLineEdit

    target = rule("target")
    target.press("グループを追加")
    group = target.definition.root.members[-1]
    card = target.builder.cards[group.record]
    assert not card.hint.isHidden()
    name = next(f for f in card.findChildren(QLineEdit) if f.accessibleName() == "グループ名")
    target.type(name, "課題")
    assert target.definition.root.members[-1].name == "課題"
    card = target.builder.cards[group.record]
    remove = next(b for b in card.findChildren(QWidget) if b.accessibleName() == "グループを削除")
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert not any(isinstance(m, Group) for m in target.definition.root.members)


def test_a_knock_out_takes_leads_away(rule) -> None:
    target = rule("target")
    row = target.add()
    target.choose(row.kind, "除外")
    target.choose(row.field, "流入経路")
    target.type(row.editor.line, "展示会")
    assert target.definition.root.members[-1].kind == "knock-out"
    assert "展示会" in target.said
    assert "除く" in target.said
    target.counted()
    assert int(panel_figures(target)["match"]) < 470


def test_the_target_is_required_with_one_button(rule, context) -> None:
    hot = rule("hot-lead")
    include = next(r for r in hot.builder.rows.values() if isinstance(r, IncludeRow))
    hot.menu(include, "条件を削除")
    assert "ターゲットに該当" not in hot.said
    hot.press("ターゲットを必須にする")
    assert isinstance(hot.definition.root.members[0], Include)
    assert hot.said.startswith("ターゲットに該当し")


def test_an_unknown_field_says_so_beside_its_row_and_the_others_go_on_counting(rule, context) -> None:
    target = rule("target")
    definitions.add_clause(context.document, target.definition.root.record, Clause(id="", field="従業員の数", operator=">=", value=5))
    target.counted()
    row = target.row("従業員の数")
    assert row.problem.isVisible()
    assert "従業員の数" in row.problem.label.text()
    assert "従業員数" in row.problem.label.text(), "it names what is similar"
    assert target.row("業種").count.text == "1,893件"
    assert panel_figures(target)["match"] == "—"


def test_while_a_conversion_is_open_nothing_is_added_and_enter_after_it_adds(rule, qtbot) -> None:
    target = rule("target")
    line = target.row("業種").editor.line
    line.setFocus()
    target.compose(line, "きょういく")
    assert list(target.definition.root.members[0].value) == ["製造業", "情報通信業", "卸売業"]
    target.commit(line, "教育")
    assert list(target.definition.root.members[0].value) == ["製造業", "情報通信業", "卸売業"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert list(target.definition.root.members[0].value)[-1] == "教育"


def test_the_sentence_can_be_read_in_english_and_as_sql(rule, qtbot) -> None:
    target = rule("target")
    qtbot.mouseClick(target.widget.sentence.form.segment("en"), Qt.MouseButton.LeftButton)
    assert "is at least 100" in target.said or "100" in target.said
    qtbot.mouseClick(target.widget.sentence.form.segment("sql"), Qt.MouseButton.LeftButton)
    assert '"従業員数" >= 100' in target.said


def test_a_colleagues_change_comes_in_while_the_row_stays(rule, context) -> None:
    target = rule("target")
    row = target.row("従業員数")
    record = target.definition.root.members[1].record
    definitions.change_clause(context.document, record, operator=">=", value=250)
    context.bridge.flush()
    assert row.editor.fields[0].text() == "250"
    assert target.row("従業員数") is row


def test_a_proposal_carries_the_mark_of_its_department(rule, context) -> None:
    from fusenapp.ui.widgets import DepartmentMark

    context.set_department("field-sales")
    target = rule("target")
    row = target.add()
    target.choose(row.field, "流入経路")
    target.type(row.editor.line, "紹介")
    mark = target.row("流入経路").findChild(DepartmentMark)
    assert mark.accessibleName() == "フィールドセールス"


def test_the_whole_rule_can_be_built_without_the_mouse(rule, context, qtbot) -> None:
    """Tab reaches every part; a condition is added, filled in and moved by keys alone."""
    target = rule("target")
    target.widget.activateWindow()
    qtbot.waitUntil(target.widget.isActiveWindow)
    add = target.builder.cards[target.definition.root.record].add_clause
    add.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(add, Qt.Key.Key_Space)
    row = next(r for r in target.builder.findChildren(type(target.row("業種"))) if not r.record)
    qtbot.waitUntil(row.field.hasFocus)
    target.commit(row.field.lineEdit(), "ページ閲覧数")
    popup = row.field.completer().popup()
    qtbot.keyClick(popup if popup.isVisible() else row.field.lineEdit(), Qt.Key.Key_Tab)
    if row.field.lineEdit().hasFocus():
        qtbot.keyClick(row.field.lineEdit(), Qt.Key.Key_Tab)
    assert row.operator.currentText() == "が次以上"
    qtbot.waitUntil(row.editor.fields[0].hasFocus)
    qtbot.keyClicks(row.editor.fields[0], "30")
    qtbot.keyClick(row.editor.fields[0], Qt.Key.Key_Return)
    context.bridge.flush()
    made = target.definition.root.members[-1]
    assert (made.field, made.operator, made.value) == ("ページ閲覧数", ">=", 30)


def test_tab_walks_a_row_from_left_to_right(rule, qtbot) -> None:
    target = rule("target")
    target.widget.activateWindow()
    qtbot.waitUntil(target.widget.isActiveWindow)
    row = target.row("業種")
    row.field.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(9):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    names = ["chip" if isinstance(w, Chip) else w.accessibleName() for w in seen]
    assert names == ["項目", "条件", "chip", "chip", "chip", "値を追加", "詳細と根拠", "種類", "その他の操作"]


@pytest.mark.parametrize("name", ["target", "hot-lead"])
def test_everything_that_takes_the_keyboard_has_a_name(rule, name) -> None:
    shown = rule(name)
    nameless = [type(w).__name__ for w in shown.widget.findChildren(QWidget)
                if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and not w.accessibleName()
                and not (hasattr(w, "text") and callable(w.text) and w.text()) and w.objectName() != "qt_spinbox_lineedit"]
    assert not nameless
