"""KPIツリー: what is being done about a KPI stands beside it, can be ticked off, followed and added to."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fusenapp.domain import reviews
from fusenapp.editing import reviews as verbs
from fusenapp.flows.minutes import clause_phrases
from fusenapp.ui.kpi.area import KpiArea
from fusenapp.ui.kpi.node_actions import ActionsSection

TODAY = dt.date.today()
KPI = "kpi-mql"


@pytest.fixture(autouse=True)
def _no_meetings_yet(context) -> None:
    for found in reviews.reviews(context.snapshot()):
        verbs.delete(context.document, found.id)
    for action in reviews.actions(context.snapshot()):
        verbs.delete_action(context.document, action.id)


@pytest.fixture
def section(area, context, qtbot) -> ActionsSection:
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: shown._reckoned_now is not None, timeout=20_000)
    shown.reveal(("kpis", KPI))
    qtbot.waitUntil(lambda: shown._inspector is not None and shown._inspector._figures.id == KPI, timeout=5000)
    qtbot.addWidget(shown._inspector)  # without a window there is no panel to hold it
    shown._inspector.show()
    return shown._inspector.doing


def write(field: QWidget, text: str) -> None:
    """Type as an input method does."""
    field.setFocus()
    commit = QInputMethodEvent("", [])
    commit.setCommitString(text)
    QApplication.sendEvent(field, commit)


def titles(section: ActionsSection) -> list[str]:
    return [row.title.text() for row in section.rows.values()]


def test_an_action_is_added_beside_the_figure_for_the_department_of_the_kpi(section, context, qtbot) -> None:
    assert titles(section) == []
    section.add.click()
    assert section.form is not None
    assert not section.form.meeting.isVisibleTo(section.form)  # no meeting is being held
    write(section.form.title, "引き渡し基準を見直す")
    section.form.owner.setEditText("佐伯 遥")
    section.form.due.setEditText("+3")
    QTest.keyClick(section.form.title, Qt.Key.Key_Return)
    (found,) = reviews.actions(context.snapshot())
    owner_of = context.snapshot().value("kpis", KPI, "department")
    assert (found.title, found.owner, found.kpi, found.department, found.review) == ("引き渡し基準を見直す", "佐伯 遥", KPI, owner_of, "")
    assert found.due == (TODAY + dt.timedelta(days=3)).isoformat()
    assert titles(section) == ["引き渡し基準を見直す"]
    assert section.header.caption.text() == "未完了 1件"
    assert not section.form.isVisibleTo(section)


def test_while_a_meeting_is_held_the_action_belongs_to_it(section, context, qtbot) -> None:
    held = verbs.begin(context.document)
    section.add.click()
    assert section.form.meeting.isVisibleTo(section.form)
    write(section.form.title, "電話をかける")
    section.form.add.click()
    (found,) = reviews.actions(context.snapshot())
    assert found.review == held
    (row,) = section.rows.values()
    with qtbot.waitSignal(context.navigated, timeout=1000) as gone:
        row.links[-1].click()
    assert gone.args == ["reviews", ("actions", found.id)]


def test_open_ones_come_first_and_those_of_other_kpis_are_not_among_them(section, context) -> None:
    last = verbs.begin(context.document, (TODAY - dt.timedelta(days=7)).isoformat())
    late = (TODAY - dt.timedelta(days=1)).isoformat()
    for title, kpi, due in (("終わった", KPI, ""), ("遅れた", KPI, late), ("他のKPI", "kpi-won", late), ("これから", KPI, "")):
        verbs.add_action(context.document, title, review=last, kpi=kpi, due=due, owner="三浦 亮")
    done = next(a.id for a in reviews.actions(context.snapshot()) if a.title == "終わった")
    verbs.set_state(context.document, done, "done")
    verbs.close(context.document, last)
    context.bridge.flush()
    assert titles(section) == ["遅れた", "これから", "終わった"]
    late_row = next(iter(section.rows.values()))
    assert late_row.whose.text().startswith("三浦 亮")
    assert late_row.whose.text().endswith("期日超過")
    assert late_row.whose.property("role") == "bad"
    assert section.rows[done].done.isChecked()
    assert section.rows[done].title.font().strikeOut()


def test_what_was_settled_long_ago_is_not_shown(section, context) -> None:
    first = verbs.begin(context.document, (TODAY - dt.timedelta(days=40)).isoformat())
    old = verbs.add_action(context.document, "昔の宿題", review=first, kpi=KPI)
    with context.document.edit("x") as edit:
        edit.set("actions", old, done=True, done_at=["三浦 亮", "inside-sales", (TODAY - dt.timedelta(days=39)).isoformat() + "T00:00:00Z"])
    verbs.close(context.document, first)
    for days in (14, 7):
        verbs.close(context.document, verbs.begin(context.document, (TODAY - dt.timedelta(days=days)).isoformat()))
    context.bridge.flush()
    assert titles(section) == []


def test_ticking_an_action_here_settles_it_and_undo_takes_that_back(section, context, qtbot) -> None:
    id = verbs.add_action(context.document, "宿題", kpi=KPI)
    verbs.begin(context.document)
    context.bridge.flush()
    section.rows[id].done.click()
    context.bridge.flush()
    assert reviews.actions(context.snapshot())[0].done
    context.bridge.undo()
    context.bridge.flush()
    assert not section.rows[id].done.isChecked()


def test_a_condition_of_an_action_leads_to_its_definition(section, context, qtbot) -> None:
    clause, phrase = next(iter(clause_phrases(context.snapshot()).items()))
    id = verbs.add_action(context.document, "宿題", kpi=KPI, clause=clause)
    context.bridge.flush()
    link = section.rows[id].links[0]
    assert link.toolTip() == phrase
    with qtbot.waitSignal(context.navigated, timeout=1000) as gone:
        link.click()
    assert gone.args[1] == ("clauses", clause)


def test_an_action_without_words_or_with_a_day_that_is_none_is_not_added(section, context, qtbot) -> None:
    section.add.click()
    section.form.add.click()
    assert reviews.actions(context.snapshot()) == []
    write(section.form.title, "宿題")
    section.form.due.setEditText("いつか")
    section.form.add.click()
    assert reviews.actions(context.snapshot()) == []
    assert section.form.title.text() == "宿題"  # what was written stays
    QTest.keyClick(section.form, Qt.Key.Key_Escape)
    assert not section.form.isVisibleTo(section)
