"""The simulator beside a rule, and the tests below its counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt

from fusenapp.domain.capacity import Capacity, capacity_of
from fusenapp.domain.definition import Clause
from fusenapp.editing import definitions
from fusenapp.ui.widgets import LinkButton
from tests.ui.areas.definition_user import RuleUser


@pytest.fixture
def rule(area, context, qtbot) -> Callable[[str], RuleUser]:
    def open_it(name: str) -> RuleUser:
        user = RuleUser(qtbot, context, area("hot_lead" if name == "hot-lead" else name))
        user.counted()
        return user

    return open_it


def simulator(user: RuleUser):
    panel = user.context.inspector.current
    user.qtbot.mouseClick(panel.page.segment("simulator"), Qt.MouseButton.LeftButton)
    assert not panel.simulator.isHidden()
    return panel.simulator


def outcome_view(user: RuleUser):
    return user.context.inspector.current.tested


def cell(shown, key: str) -> list[str]:
    return [part.text() for part in shown.table.cells[key]]


def tried(user: RuleUser, shown) -> None:
    user.qtbot.waitUntil(lambda: not shown._timer.isActive())


def staff(user: RuleUser, shown):
    """The row of 従業員数が100以上."""
    return shown.rows[user.definition.root.members[1].id]


def test_turning_a_threshold_by_keyboard_tells_at_once_what_would_change(rule, qtbot) -> None:
    target = rule("target")
    shown = simulator(target)
    assert cell(shown, "match") == ["470", "470", "±0"]
    assert not shown.apply.isEnabled()
    qtbot.keyClick(staff(target, shown).sliders["value"], Qt.Key.Key_PageUp)
    tried(target, shown)
    now, saved, change = cell(shown, "match")
    assert saved == "470"
    assert int(now) < 470
    assert change == f"{int(now) - 470:+,}"
    assert "100以上" not in staff(target, shown).words.text()
    assert target.definition.root.members[1].value == 100


def test_the_handle_goes_where_the_mouse_is(rule, qtbot) -> None:
    target = rule("target")
    shown = simulator(target)
    slider = staff(target, shown).sliders["value"]
    slider.resize(300, slider.height())
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(150, 40))
    middle = (slider.knob.low + slider.knob.high) / 2
    assert abs(slider.number - middle) < (slider.knob.high - slider.knob.low) / 20
    qtbot.mouseMove(slider, QPoint(299, 40))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(299, 40))
    assert slider.number == slider.knob.high


def test_what_was_tried_is_taken_over_in_one_step_and_undone_in_one(rule, qtbot) -> None:
    target = rule("target")
    shown = simulator(target)
    qtbot.keyClick(staff(target, shown).sliders["value"], Qt.Key.Key_PageUp)
    qtbot.mouseClick(shown.rows[target.definition.root.members[3].id].mute, Qt.MouseButton.LeftButton)
    tried(target, shown)
    match = cell(shown, "match")[0]
    wanted = staff(target, shown).sliders["value"].number
    qtbot.mouseClick(shown.apply, Qt.MouseButton.LeftButton)
    assert target.definition.root.members[1].value == wanted
    assert target.definition.root.members[3].muted
    target.counted()
    assert cell(shown, "match") == [match, match, "±0"]
    assert not shown.changes
    target.context.bridge.undo()
    assert (target.definition.root.members[1].value, target.definition.root.members[3].muted) == (100, False)


def test_reset_forgets_what_was_tried(rule, qtbot) -> None:
    target = rule("target")
    shown = simulator(target)
    row = staff(target, shown)
    qtbot.keyClick(row.sliders["value"], Qt.Key.Key_PageUp)
    tried(target, shown)
    qtbot.mouseClick(shown.reset, Qt.MouseButton.LeftButton)
    assert cell(shown, "match") == ["470", "470", "±0"]
    assert row.sliders["value"].number == 100


def test_going_back_to_the_saved_figure_leaves_nothing_to_take_over(rule, qtbot) -> None:
    target = rule("target")
    shown = simulator(target)
    slider = staff(target, shown).sliders["value"]
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    qtbot.keyClick(slider, Qt.Key.Key_PageDown)
    tried(target, shown)
    assert not shown.changes
    assert not shown.apply.isEnabled()


def test_the_load_is_told_once_sales_has_said_what_it_can_take_up(rule, context) -> None:
    with context.document.edit("without") as edit:
        edit.set("workspace", "workspace", capacity=None)
    hot = rule("hot-lead")
    shown = simulator(hot)
    assert cell(shown, "load")[0] == "—"
    for name, figure in (("people", 1), ("hours_per_day", 0.5), ("hours_per_lead", 8)):
        shown.capacity.boxes[name].setValue(figure)
    hot.context.bridge.flush()
    assert capacity_of(hot.context.snapshot()) == Capacity(1, 0.5, 8)
    hot.counted()
    assert cell(shown, "load")[0].endswith("%")
    assert not shown.over.isHidden()
    assert "超えています" in shown.over.text()
    assert "対応余力を超過" in shown.months.accessibleName()


def test_early_and_late_leads_are_tested_apart_and_sum_to_all(rule, qtbot) -> None:
    hot = rule("hot-lead")
    found = []
    for period in ("early", "late"):
        qtbot.mouseClick(outcome_view(hot).period.segment(period), Qt.MouseButton.LeftButton)
        hot.counted()
        found.append({key: int(part.text().replace(",", "")) for key, part in outcome_view(hot).cells.items()})
    assert {key: found[0][key] + found[1][key] for key in found[0]} == {"tp": 35, "fp": 6, "fn": 513, "tn": 1733}
    assert all(part["tp"] for part in found)


def test_each_condition_says_what_it_does_and_one_that_does_nothing_says_so(rule, context) -> None:
    definitions.add_clause(context.document, context.snapshot().value("definitions", "hot-lead", "root"),
                           Clause(id="", field="会社名", operator="not-blank"))
    hot = rule("hot-lead")
    told = outcome_view(hot).left_out.told
    added = hot.definition.root.members[-1].id
    assert "働いていません" in told[added].text()
    assert sum("働いていません" in text.text() for text in told.values()) == 1
    assert all("適合率" in text.text() for id, text in told.items() if id != added)


def test_a_leak_is_guessed_flagged_left_out_and_insisted_on(rule, context, qtbot) -> None:
    definitions.add_clause(context.document, context.snapshot().value("definitions", "hot-lead", "root"),
                           Clause(id="", field="アポ日", operator="not-blank"))
    hot = rule("hot-lead")
    view = outcome_view(hot)
    note, = view.leaks.notes
    assert "リークの疑い" in note.accessibleName()
    honest_tp = "35"
    assert view.cells["fp"].text() == "0"
    qtbot.mouseClick(note.findChild(LinkButton), Qt.MouseButton.LeftButton)
    assert not hot.definition.root.members[-1].known_at_handover
    hot.counted()
    note, = view.leaks.notes
    assert note.accessibleName().startswith("リーク：")
    assert (view.cells["tp"].text(), view.cells["fp"].text()) == (honest_tp, "6")
    qtbot.mouseClick(note.findChild(LinkButton), Qt.MouseButton.LeftButton)
    hot.counted()
    assert view.cells["fp"].text() == "0"
    assert "含めています" in view.leaks.notes[0].accessibleName()


def test_the_draft_is_compared_with_the_agreed_revision(rule, context, qtbot) -> None:
    record = context.snapshot().value("definitions", "target", "root")
    clause = next(r for r in context.snapshot().all("clauses", definition="target") if r["field"] == "従業員数" and r["parent"] == record)
    definitions.change_clause(context.document, clause["id"], operator=">=", value=1000)
    target = rule("target")
    view = outcome_view(target)
    index = view.rival.findData("agreed")
    assert index > 0
    view.rival.setCurrentIndex(index)
    view.rival.activated.emit(index)
    target.counted()
    assert "この定義だけで該当 0件" in view.comparison.lines[0].text()
    assert "マクネマー検定" in view.comparison.lines[-1].text()
    assert view.comparison.verdict.text()
    shown = simulator(target)
    assert not shown.base.isHidden()
    qtbot.mouseClick(shown.base.segment("agreed"), Qt.MouseButton.LeftButton)
    assert cell(shown, "match")[1] == "470"


def test_the_sql_is_written_for_the_chosen_database(rule, qtbot) -> None:
    target = rule("target")
    qtbot.mouseClick(target.widget.sentence.form.segment("sql"), Qt.MouseButton.LeftButton)
    dialect = target.widget.sentence.dialect
    assert '"従業員数" >= 100' in target.said
    target.choose(dialect, "BigQuery")
    assert "`従業員数` >= 100" in target.said


@pytest.mark.parametrize("name", ["target", "hot-lead"])
def test_every_part_of_the_simulator_that_takes_the_keyboard_has_a_name(rule, name) -> None:
    from PySide6.QtWidgets import QWidget

    shown = simulator(rule(name))
    nameless = [type(w).__name__ for w in shown.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.isHidden()
                and not w.accessibleName() and not (hasattr(w, "text") and callable(w.text) and w.text()) and w.objectName() != "qt_spinbox_lineedit"]
    assert not nameless
