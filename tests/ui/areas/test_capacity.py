"""対応余力: load against capacity by month, proposals that become actions, a threshold that fits; with real keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit

from fusenapp.domain.capacity import Rep, capacity_of
from fusenapp.editing import capacity as verbs
from fusenapp.ui.kpi import capacity_people as people
from fusenapp.ui.kpi import capacity_table as columns
from fusenapp.ui.kpi.area import KpiArea
from fusenapp.ui.kpi.capacity_view import CapacityView

REPS = (Rep("大野"), Rep("河合", away=("2027-02-08:2027-02-19",)), Rep("三好", 0.8, hours_per_day=3.0),
        Rep("田所", start="2026-10", ramp_up=(0.3, 0.6, 0.8)))


def _enter(context) -> None:
    document = context.document
    for name, figure in (("people", 4.0), ("hours_per_day", 2.5), ("hours_per_lead", 0.5), ("hours_per_quality_lead", 1.0)):
        verbs.set_figure(document, name, figure)
    verbs.set_closures(document, ["12-29:01-03", "08-13:08-15"])
    verbs.set_reps(document, REPS)
    context.bridge.flush()


def _open(area, qtbot) -> CapacityView:
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: bool(shown._nodes), timeout=20_000)
    qtbot.mouseClick(shown.view.segment("capacity"), Qt.MouseButton.LeftButton)
    found = shown.capacity
    assert found is not None
    qtbot.waitUntil(lambda: found.answer is not None, timeout=20_000)
    return found


@pytest.fixture
def view(area, qtbot, context) -> CapacityView:
    """The view of the sample company with its people entered."""
    _enter(context)
    found = _open(area, qtbot)
    qtbot.waitUntil(lambda: found.answer is not None and found.answer.found.table is not None, timeout=20_000)
    return found


def _reps(context) -> tuple[Rep, ...]:
    found = capacity_of(context.snapshot())
    assert found is not None
    return found.reps


def _cell(view: CapacityView, month: str, column: int) -> str:
    model = view.table.months
    return model.index(model.row_of(month), column).data()


def _type(qtbot, table, row: int, column: int, text: str) -> None:
    """Type into a cell as a user does."""
    table.setCurrentIndex(table.model().index(row, column))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    editor.insert(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QCoreApplication.processEvents()  # Qt takes the text over a turn later, so that an input method may finish
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_without_people_the_view_asks_for_them_and_fills_itself_as_they_are_typed(area, qtbot, context) -> None:
    with context.document.edit("without") as edit:
        edit.set("workspace", "workspace", capacity=None)
    view = _open(area, qtbot)
    assert view._stack.currentIndex() == 2
    view.show_page("people")
    for name, figure in (("people", "3"), ("hours_per_day", "2"), ("hours_per_lead", "0.5")):
        box = view.form.boxes[name]
        box.setFocus()
        box.selectAll()
        qtbot.keyClicks(box, figure)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    found = capacity_of(context.snapshot())
    assert found is not None
    assert (found.people, found.hours_per_day, found.hours_per_lead) == (3, 2, 0.5)
    view.show_page("load")
    context.bridge.flush()
    qtbot.waitUntil(lambda: view._stack.currentIndex() == 0, timeout=20_000)
    assert view.table.months.rowCount() == 12


def test_the_sample_companys_january_is_short_and_good_leads_before_it_are_proposed(area, qtbot) -> None:
    view = _open(area, qtbot)
    assert view.summary.text() == "1か月で対応可能な件数を超えています。最大は2027/01の48件です。"
    assert [_cell(view, month, columns.OVER) for month in ("2026-12", "2027-01", "2027-02")] == ["−98", "+48", "−80"]
    assert view.answer is not None
    proposal, = view.answer.found.proposals
    assert (proposal.month, proposal.left_out, {move.month: move.good for move in proposal.moves}) == ("2027-01", 53, {"2026-12": 11})


def test_the_table_says_what_can_be_done_and_what_comes(view) -> None:
    """September: 19 days × (2.5 + 2.5 + 0.8 × 3) h = 140.6 h; 36 quality leads × 1 h + 269 general × 0.5 h = 170.5 h."""
    shown = [_cell(view, "2026-09", at) for at in (columns.DAYS, columns.ROOM, columns.DUE, columns.QUALITY, columns.OVER, columns.USE)]
    assert shown == ["19", "251", "305", "36", "+54", "121%"]
    assert _cell(view, "2026-09", columns.ORIGIN) == "実績"
    assert _cell(view, "2027-02", columns.ORIGIN) == "最近の傾向"
    assert "6か月" in view.summary.text()


def test_the_month_that_is_looked_at_is_explained_step_by_step(view, context, qtbot) -> None:
    view.choose_month("2027-02")
    lines = dict(context.inspector.current.lines)
    assert lines["平日（月〜金）"] == "20日"
    assert lines["祝日 (2/11・2/23)"] == "−2日"
    assert lines["河合\n1人分 × 9日 × 2.5時間（休暇9日を除く）"] == "22.5時間"
    assert lines["超過する件数"] == "44"


def test_the_keyboard_walks_through_the_months_in_chart_and_table(view, qtbot) -> None:
    view.choose_month("2026-09")
    view.chart.setFocus()
    qtbot.keyClick(view.chart, Qt.Key.Key_Right)
    assert view.month == "2026-10"
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.month == "2026-11"
    qtbot.mouseClick(view.chart, Qt.MouseButton.LeftButton, pos=QPoint(int(view.chart._slot(0).center().x()), 60))
    assert view.month == "2026-04"


def test_chart_and_table_speak_to_screen_readers(view) -> None:
    chart = QAccessible.queryAccessibleInterface(view.chart)
    assert "2026/09：305件、対応可能 251件、54件超過" in chart.text(QAccessible.Text.Description)
    for part in (view.chart, view.table, view.scenario, view.form.table, view.threshold.which, view.form.node, *view.form.boxes.values()):
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def test_a_proposal_becomes_an_action_that_the_chart_follows_and_undo_takes_back(view, context, qtbot) -> None:
    assert any("2027/02：44件の超過" in told for told in view.proposals.told)
    qtbot.mouseClick(view.proposals.buttons["2027-02"], Qt.MouseButton.LeftButton)
    (action,) = [each for each in context.snapshot().all("actions") if each.get("plan")]
    assert action["due"] == "2027-01-29"
    assert "質リードを10件多く" in action["title"]
    context.bridge.flush()
    qtbot.waitUntil(lambda: "+計画" in _cell(view, "2027-02", columns.ORIGIN), timeout=20_000)
    assert int(_cell(view, "2027-02", columns.OVER).replace("−", "-")) <= 0
    assert view.proposals.buttons == {}
    context.document.undo()
    context.bridge.flush()
    qtbot.waitUntil(lambda: _cell(view, "2027-02", columns.OVER) == "+44", timeout=20_000)


def test_a_threshold_that_fits_goes_into_the_definition(view, context, qtbot) -> None:
    named = view.threshold.current
    assert named is not None
    assert named.fit.fits
    assert view.threshold.texts[named.fit.best.number, "mark"] == "提案"
    qtbot.mouseClick(view.threshold.take, Qt.MouseButton.LeftButton)
    clause = next(c for c in context.snapshot().all("clauses", definition="hot-lead") if c.get("field") == "比較社数")
    assert list(clause["value"]) == [0, 3]


def test_months_to_come_follow_a_scenario(view, context, qtbot) -> None:
    from fusenapp.editing import scenarios

    id = scenarios.add_scenario(context.document, "増やす")
    scenarios.set_changes(context.document, id, {("kpi-leads", "all"): (1.5, False)})
    context.bridge.flush()
    qtbot.waitUntil(lambda: view.scenario.count() == 2, timeout=20_000)
    view.scenario.setCurrentIndex(1)
    view.scenario.activated.emit(1)
    qtbot.waitUntil(lambda: _cell(view, "2027-03", columns.ORIGIN) == "シナリオ", timeout=20_000)
    assert _cell(view, "2027-03", columns.DUE) == "486"
    assert _cell(view, "2026-11", columns.DUE) == "327"


# people


def test_people_are_typed_into_the_table_as_people_write(view, context, qtbot) -> None:
    view.show_page("people")
    table = view.form.table
    for column, text in ((people.NAME, "大野 様"), (people.FTE, "0.5"), (people.START, "2026/10"), (people.RAMP_UP, "30、60"),
                         (people.AWAY, "2026/12/21〜2026/12/25"), (people.LEAVE, "10"), (people.HOURS, "４")):
        _type(qtbot, table, 0, column, text)
        context.bridge.flush()
    found = capacity_of(context.snapshot())
    assert found is not None
    assert found.reps[0] == Rep("大野 様", 0.5, 1.0, 0.1, "2026-10", "", (0.3, 0.6), ("2026-12-21:2026-12-25",), 4.0)
    assert found.reps[1:] == REPS[1:]


@pytest.mark.parametrize(("column", "text"), [(people.FTE, "いっぱい"), (people.START, "来月"), (people.AWAY, "お盆"), (people.PACE, "150")])
def test_what_cannot_be_read_is_told_and_changes_nothing(view, context, qtbot, column: int, text: str) -> None:
    view.show_page("people")
    _type(qtbot, view.form.table, 0, column, text)
    assert view.form.problem.isVisible()
    assert "変更していません" in view.form.problem.text()
    found = capacity_of(context.snapshot())
    assert found is not None
    assert found.reps == REPS


def test_people_come_and_go_by_button_and_key(view, context, qtbot) -> None:
    view.show_page("people")
    view.form.add()
    context.bridge.flush()
    assert len(_reps(context)) == 5
    table = view.form.table
    qtbot.keyClick(table.viewport().findChild(QLineEdit), Qt.Key.Key_Escape)
    table.setCurrentIndex(table.reps.index(0, people.NAME))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    context.bridge.flush()
    assert [rep.name for rep in _reps(context)] == ["河合", "三好", "田所", "メンバー5"]


def test_the_simulator_leads_to_the_people_and_keeps_them(context, qtbot, area) -> None:
    _enter(context)
    asked: list = []
    context.navigated.connect(lambda where, item: asked.append((where, item)))
    hot = area("hot_lead")
    hot._open_capacity()
    assert asked == [("kpi", ("capacity", "people"))]
    kpi: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: bool(kpi._nodes), timeout=20_000)
    kpi.reveal(("capacity", "people"))
    assert kpi.capacity is not None
    assert kpi.view.current == "capacity"
    assert kpi.capacity.page.current == "people"


def test_nothing_is_reckoned_while_the_view_is_hidden(view, context, qtbot) -> None:
    view.hide()
    before = view.answer
    verbs.set_figure(context.document, "hours_per_day", 5.0)
    context.bridge.flush()
    qtbot.wait(50)
    assert view.answer is before
    view.show()
    qtbot.waitUntil(lambda: view.answer is not before, timeout=20_000)


def test_a_month_that_was_asked_for_before_the_view_was_made_is_the_one_it_shows(area, qtbot, context) -> None:
    _enter(context)
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: bool(shown._nodes), timeout=20_000)
    assert shown.capacity is None
    shown.reveal(("capacity", "2027-02"))
    qtbot.waitUntil(lambda: shown.capacity is not None and shown.capacity.answer is not None, timeout=20_000)
    assert shown.capacity.month == "2027-02"
