"""Points, details, evidence, copying and inclusions of the rule builder, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from fusenapp.domain.definition import Clause, Group, Include
from fusenapp.editing import definitions
from tests.ui.areas.definition_user import RuleUser


@pytest.fixture
def rule(area, context, qtbot) -> Callable[[str], RuleUser]:
    def open_it(name: str) -> RuleUser:
        user = RuleUser(qtbot, context, area("target" if name == "target" else "hot_lead"))
        user.counted()
        return user

    return open_it


@pytest.fixture
def told(context) -> list[str]:
    messages: list[str] = []
    context.notified.connect(lambda message, *_: messages.append(getattr(message, "text", str(message))))
    return messages


def clause(user: RuleUser, field: str) -> Clause:
    from fusenapp.domain.definition import clauses

    return next(c for c in clauses(user.definition) if c.field == field)


def pick(user: RuleUser, box, words: str, done: Callable[[], bool]) -> None:
    """Choose from a box and wait until it is written."""
    user.qtbot.waitUntil(box.isVisible)
    user.qtbot.wait(50)  # the rule was built anew: its rows find their places first
    user.choose(box, words)
    user.qtbot.waitUntil(done)


def details_of(user: RuleUser, field: str):
    """Open what stands behind a condition."""
    user.qtbot.mouseClick(user.row(field).unfold, Qt.MouseButton.LeftButton)
    details = user.row(field).details
    assert details is not None
    user.qtbot.waitUntil(details.comment.isVisible)
    return details


def key(user: RuleUser, widget, name: Qt.Key, control: bool = True) -> None:
    user.qtbot.keyClick(widget, name, Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier)
    user.context.bridge.flush()


def test_a_condition_made_one_of_points_asks_for_points_and_says_how_many_are_needed(rule) -> None:
    hot = rule("hot-lead")
    pick(hot, hot.row("トライアル申込").kind, "加点", lambda: clause(hot, "トライアル申込").kind == "points")
    pick(hot, hot.row("見積依頼").kind, "加点", lambda: clause(hot, "見積依頼").kind == "points")
    assert (clause(hot, "トライアル申込").points, hot.definition.threshold) == (10, 10)
    assert not hot.builder.threshold.isHidden()
    box = hot.row("見積依頼").points
    box.setFocus()
    box.selectAll()
    hot.qtbot.keyClicks(box, "25")
    hot.qtbot.keyClick(box, Qt.Key.Key_Return)
    assert clause(hot, "見積依頼").points == 25
    assert hot.builder.threshold.best.text() == "満点35点"


def test_points_decide_per_axis_with_caps_and_half_lives(rule) -> None:
    hot = rule("hot-lead")
    pick(hot, hot.row("トライアル申込").kind, "加点", lambda: clause(hot, "トライアル申込").kind == "points")
    details = details_of(hot, "トライアル申込")
    pick(hot, details.axis, "関心", lambda: clause(hot, "トライアル申込").axis == "interest")
    details.half_life.setValue(30)
    hot.context.bridge.flush()
    assert clause(hot, "トライアル申込").half_life_days == 30
    pick(hot, hot.builder.threshold.way, "適合と関心を別々に", lambda: hot.definition.threshold == {"interest": 5})
    inner = next(m for m in hot.definition.root.members if isinstance(m, Group))
    card = hot.builder.cards[inner.record]
    assert card.cap.isVisible()
    card.cap.setValue(8)
    hot.context.bridge.flush()
    assert next(m for m in hot.definition.root.members if isinstance(m, Group)).cap == 8


def test_comment_proposer_and_evidence_stand_behind_a_condition(rule, context) -> None:
    target = rule("target")
    details = details_of(target, "業種")
    target.type(details.comment, "昨年度の受注の8割")
    target.type(details.told, "受注40件のうち34件")
    found = clause(target, "業種")
    assert found.comment == "昨年度の受注の8割"
    assert list(found.evidence.values()) == [{"text": "受注40件のうち34件", "grade": "partial"}]
    pick(target, details.department, "インサイドセールス", lambda: clause(target, "業種").department == "inside-sales")
    assert target.row("業種").details is not None, "the details stay open while the rule is built anew"
    target.row("業種").details.known.click()
    assert not clause(target, "業種").known_at_handover
    context.bridge.undo()
    assert clause(target, "業種").known_at_handover


def test_a_condition_is_copied_into_the_other_definition_by_keyboard(rule, context, area, qtbot, told) -> None:
    target = rule("target")
    target.row("業種").more.setFocus()
    key(target, target.row("業種").more, Qt.Key.Key_C)
    hot = rule("hot-lead")
    before = len(hot.definition.root.members)
    hot.row("比較社数").more.setFocus()
    key(hot, hot.row("比較社数").more, Qt.Key.Key_V)
    members = hot.definition.root.members
    at = next(i for i, m in enumerate(members) if isinstance(m, Clause) and m.field == "比較社数")
    copied = members[at + 1]
    assert len(members) == before + 1
    assert isinstance(copied, Clause)
    assert (copied.field, copied.value) == ("業種", clause(target, "業種").value)
    context.bridge.undo()
    assert len(hot.definition.root.members) == before


def test_the_clipboard_has_a_table_for_excel(rule) -> None:
    target = rule("target")
    target.press("すべてコピー")
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:5] == ["段", "種別", "項目", "条件", "値"]
    assert len(lines) > 2


def test_rows_of_excel_are_pasted_as_conditions(rule) -> None:
    target = rule("target")
    QGuiApplication.clipboard().setText("地域\tいずれか\t関東、関西\r\n従業員数\t以上\t300\r\n")
    target.press("貼り付け", at=-1)
    assert [(m.field, m.operator, m.value) for m in target.definition.root.members[-2:]] == [
        ("地域", "one-of", ("関東", "関西")), ("従業員数", ">=", 300)]


def test_foreign_text_is_refused_with_a_sentence(rule, told) -> None:
    target = rule("target")
    before = target.definition
    QGuiApplication.clipboard().setText("明日の会議は10時からです。")
    target.press("貼り付け", at=-1)
    assert target.definition == before
    assert "定義の条件ではありません" in told[-1]


@pytest.mark.parametrize(("letter", "left"), [(Qt.Key.Key_D, 2), (Qt.Key.Key_X, 0)])
def test_duplicate_and_cut_by_keyboard(rule, letter: Qt.Key, left: int) -> None:
    target = rule("target")
    target.widget.activateWindow()
    target.qtbot.waitUntil(target.widget.isActiveWindow)
    target.row("業種").more.setFocus()
    key(target, target.row("業種").more, letter)
    assert [m.field for m in target.definition.root.members if isinstance(m, Clause)].count("業種") == left


def test_an_inclusion_that_closes_a_circle_is_refused_with_a_sentence(rule, told) -> None:
    target = rule("target")
    card = target.builder.cards[target.definition.root.record]
    target.qtbot.mouseClick(card.include, Qt.MouseButton.LeftButton)
    menu = card.findChild(QMenu)
    target.qtbot.waitUntil(menu.isVisible)
    action = next(a for a in menu.actions() if a.text() == "ホットリードの定義")
    target.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    target.context.bridge.flush()
    assert not any(isinstance(m, Include) for m in target.definition.root.members)
    assert "循環" in told[-1]


def test_a_group_is_not_pasted_where_it_would_be_nested_too_deep(rule, context, told) -> None:
    hot = rule("hot-lead")
    inner = next(m for m in hot.definition.root.members if isinstance(m, Group))
    deep = definitions.add_group(context.document, inner.record)
    context.bridge.flush()
    hot.builder.clipboard.edit(inner.record, "copy")
    before = hot.definition
    hot.builder.clipboard.edit(deep, "into")
    assert hot.definition == before
    assert "入れ子が深くなりすぎます" in told[-1]


def test_a_date_counts_back_from_another_date_and_a_figure_is_compared_with_another(rule) -> None:
    from fusenapp.ui.definitions.values import Columns, DaysValue, TrendValue

    days = DaysValue("date", "", Columns(dates=("引渡日",)))
    days.show_value({"days": 30})
    days.reference.setCurrentIndex(1)
    assert days.value() == {"days": 30, "of": "引渡日"}
    trend = TrendValue("money", "円", Columns(numbers=("前年売上",)))
    trend.show_value({"than": "前年売上", "tolerance": 0.05})
    assert trend.value() == {"than": "前年売上", "tolerance": 0.05}
    trend.show_value({})
    assert trend.value() == ()


def test_any_column_and_value_can_be_the_outcome(rule, qtbot) -> None:
    hot = rule("hot-lead")
    view = hot.widget._panel.tested
    qtbot.mouseClick(view.outcome.segment("chosen"), Qt.MouseButton.LeftButton)
    assert not view.column.isHidden()
    view.column.column.setEditText("比較社数")
    hot.type(view.column.value, "2")
    hot.counted()
    assert view.outcome.current == "chosen"
    shown = {name: int(text.text().replace(",", "")) for name, text in view.cells.items()}
    assert sum(shown.values()) == 5000
    assert shown["tp"] + shown["fp"] == 52
