"""レビュー: a weekly meeting held from start to minutes by keyboard and mouse; the next one begins with its actions."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from fusenapp.domain import reviews
from fusenapp.editing import agreements
from fusenapp.editing import reviews as verbs
from fusenapp.flows import capacity
from fusenapp.ui.reviews.area import ReviewsArea
from fusenapp.ui.reviews.choices import read_day
from fusenapp.ui.reviews.findings import NOTICES
from fusenapp.ui.reviews.page import ReviewPage
from fusenapp.ui.theme import color

TODAY = dt.date.today()


@pytest.fixture(autouse=True)
def _no_meetings_yet(request, context) -> None:
    """The sample company has held one already; only one test is about that."""
    if "sample_meeting" not in request.fixturenames:
        for found in reviews.reviews(context.snapshot()):
            verbs.delete(context.document, found.id)
        for action in reviews.actions(context.snapshot()):
            verbs.delete_action(context.document, action.id)


@pytest.fixture
def sample_meeting(context) -> reviews.Review:
    return reviews.reviews(context.snapshot())[0]


def page(area: ReviewsArea) -> ReviewPage:
    assert isinstance(area.page, ReviewPage)
    return area.page


def held(area: ReviewsArea, qtbot, kind: str = "weekly") -> ReviewPage:
    """Begin a meeting with the button and wait for its figures."""
    before = area.shown.id if area.shown else ""
    if kind == "weekly":
        qtbot.mouseClick(area.weekly, Qt.MouseButton.LeftButton)
    else:
        area.begin(kind)
    qtbot.waitUntil(lambda: area.shown is not None and area.shown.id != before and isinstance(area.page, ReviewPage), timeout=20000)
    return page(area)


def write(field: QWidget, text: str) -> None:
    """Type as an input method does."""
    field.setFocus()
    commit = QInputMethodEvent("", [])
    commit.setCommitString(text)
    QApplication.sendEvent(field, commit)


def cell(table, row: int, key: str) -> str:
    at = next(i for i, column in enumerate(table.cells.columns) if column.key == key)
    return str(table.cells.index(row, at).data() or "")


def go(table, row: int, key: str) -> None:
    """Put the keyboard on a cell."""
    at = next(i for i, column in enumerate(table.cells.columns) if column.key == key)
    table.setFocus()
    table.setCurrentIndex(table.cells.index(row, at))


def act(shown: ReviewPage, title: str, owner: str = "", due: str = "") -> None:
    """Write an action into the line below the list and press Enter."""
    write(shown.decided.title, title)
    shown.decided.owner.setEditText(owner)
    shown.decided.due.setEditText(due)
    QTest.keyClick(shown.decided.title, Qt.Key.Key_Return)


def test_without_a_meeting_the_page_says_what_to_do_and_its_button_begins_one(area, context, qtbot) -> None:
    shown = area("reviews")
    assert shown.shown is None
    qtbot.mouseClick(shown.page.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(shown.page, ReviewPage), timeout=20000)
    found = reviews.reviews(context.snapshot())
    assert [r.kind for r in found] == ["weekly"]
    assert reviews.kept(context.snapshot(), found[0].id) is not None


def test_the_sample_companys_next_meeting_begins_with_its_actions(area, context, sample_meeting, qtbot) -> None:
    shown = area("reviews")
    assert shown.shown.id == sample_meeting.id
    assert sample_meeting.closed
    second = held(shown, qtbot)
    assert [row.texts["state"] for row in second.carried.table.cells.rows] == ["期日超過", "未完了", "未完了", "完了"]
    assert second.people.text() == sample_meeting.people


def test_a_meeting_from_start_to_minutes_and_next_weeks_begins_with_its_actions(area, context, qtbot, tmp_path: Path) -> None:
    shown = area("reviews")
    first = held(shown, qtbot)
    # what is off, since when, whose
    names = [row.texts["name"] for row in first.figures.table.cells.rows]
    assert "質リード率" in names
    at = names.index("質リード率")
    assert cell(first.figures.table, at, "whose") == "マーケ 佐伯 遥"
    assert "から" in cell(first.figures.table, at, "since")
    # the three checks are prefilled; answering one
    assert all(card.facts.count() for card in first.checks.cards)
    qtbot.mouseClick(first.checks.cards[1].answer.segment("change"), Qt.MouseButton.LeftButton)
    write(first.checks.cards[1].comment, "比較社数を見直す")
    # a hypothesis and an action about the KPI, both from its row
    first.figures.table.choose(first.figures.table.cells.rows[at].id)
    qtbot.mouseClick(first.figures.write, Qt.MouseButton.LeftButton)
    write(first.hypotheses.text, "展示会の名刺が多い")
    QTest.keyClick(first.hypotheses.text, Qt.Key.Key_Return)
    qtbot.mouseClick(first.figures.act, Qt.MouseButton.LeftButton)
    act(first, "引き渡し基準を見直す", "佐伯 遥", "+3")
    act(first, "電話をかける", "三浦 亮", "+5")
    context.bridge.flush()
    assert cell(first.hypotheses.table, 0, "kpi") == "質リード率"
    assert [cell(first.decided.table, 0, key) for key in ("title", "owner", "department", "kpi")] == [
        "引き渡し基準を見直す", "佐伯 遥", "マーケ", "質リード率"]
    # minutes
    shown.out.write(tmp_path / "minutes.xlsx")
    shown.out.write(tmp_path / "minutes.pdf")
    shown.out.write(tmp_path / "days.ics")
    qtbot.waitUntil(lambda: all((tmp_path / name).exists() for name in ("minutes.xlsx", "minutes.pdf", "days.ics")), timeout=20000)
    told = [c.value for row in openpyxl.load_workbook(tmp_path / "minutes.xlsx")["議事録"].iter_rows() for c in row]
    assert "引き渡し基準を見直す" in told
    assert "比較社数を見直す" in told
    qtbot.mouseClick(shown.close_it, Qt.MouseButton.LeftButton)
    context.bridge.flush()
    assert shown.weekly.hasFocus()
    assert page(shown) is first  # closed where it stands, not made anew
    assert reviews.reviews(context.snapshot())[0].closed
    assert not page(shown).decided.title.isVisible()
    # a week later
    id = reviews.reviews(context.snapshot())[0].id
    verbs.reopen(context.document, id)
    verbs.set_day(context.document, id, date=(TODAY - dt.timedelta(days=7)).isoformat(), next=TODAY.isoformat())
    for action in reviews.actions(context.snapshot()):
        verbs.set_action(context.document, action.id, due=(TODAY - dt.timedelta(days=2)).isoformat())
    verbs.close(context.document, id)
    context.bridge.flush()
    second = held(shown, qtbot)
    assert [row.texts["title"] for row in second.carried.table.cells.rows] == ["引き渡し基準を見直す", "電話をかける"]
    assert cell(second.carried.table, 0, "state") == "期日超過"
    assert second.carried.table.hasFocus()
    assert second.carried.badges["overdue"].text.endswith("2")
    # done, by the space bar
    QTest.keyClick(second.carried.table, Qt.Key.Key_Space)
    context.bridge.flush()
    done = [a for a in reviews.actions(context.snapshot()) if a.done]
    assert [a.title for a in done] == ["引き渡し基準を見直す"]
    assert second.carried.badges["done"].isVisible()
    # what is done moves down, and the keyboard is on the next one
    assert [row.texts["title"] for row in second.carried.table.cells.rows] == ["電話をかける", "引き渡し基準を見直す"]
    assert second.carried.table.current == second.carried.table.cells.rows[0].id


@pytest.fixture
def meeting(area, context, qtbot) -> ReviewPage:
    """An open meeting with one action."""
    shown = area("reviews")
    made = held(shown, qtbot)
    act(made, "資料を直す", "佐伯 遥", "2030-01-31")
    context.bridge.flush()
    return made


def test_what_is_off_stays_red_in_the_row_that_is_chosen(meeting, context, qtbot) -> None:
    table = meeting.figures.table
    column = [each.key for each in table.cells.columns].index("state")
    row = next(at for at, each in enumerate(table.cells.rows) if each.tones["state"] == "bad")
    table.choose(table.cells.rows[row].id)
    place = table.visualRect(table.cells.index(row, column))
    found = table.viewport().grab(place).toImage()
    seen = [found.pixelColor(x, y) for x in range(found.width()) for y in range(found.height())]
    assert color("accentW") in seen
    assert max(each.red() - each.green() for each in seen) > 60  # letters are smoothed, so none is quite the token's red


def test_cells_are_edited_by_keyboard_alone(meeting, context, qtbot) -> None:
    table = meeting.decided.table
    go(table, 0, "title")
    QTest.keyClick(table, Qt.Key.Key_Return)
    editor = table.findChild(QLineEdit)
    editor.selectAll()
    write(editor, "資料を作り直す")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reviews.actions(context.snapshot())[0].title == "資料を作り直す", timeout=1000)
    go(table, 0, "state")
    QTest.keyClick(table, Qt.Key.Key_F2)
    combo = table.findChild(QComboBox)
    qtbot.waitUntil(lambda: combo.view().isVisible(), timeout=1000)
    QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    assert reviews.actions(context.snapshot())[0].state(TODAY) == "done"
    assert context.document.undo_label == "アクションの状況の変更"


def test_days_are_understood_as_people_write_them() -> None:
    today = dt.date(2026, 11, 20)
    assert [read_day(text, today) for text in ("2026/12/4", "12/4", "１２月４日", "+7", "1/10", "2026-12-04", "そのうち", "2/30")] == [
        "2026-12-04", "2026-12-04", "2026-12-04", "2026-11-27", "2027-01-10", "2026-12-04", "そのうち", "2/30"]


def test_a_day_that_is_none_is_refused_and_told(meeting, context, qtbot) -> None:
    with qtbot.waitSignal(context.notified, timeout=1000) as told:
        table = meeting.decided.table
        at = next(i for i, column in enumerate(table.cells.columns) if column.key == "due")
        table.cells.setData(table.cells.index(0, at), "そのうち")
    assert "そのうち" in told.args[0]
    assert reviews.actions(context.snapshot())[0].due == "2030-01-31"


def test_delete_takes_an_action_away_and_undo_brings_it_back(meeting, context) -> None:
    go(meeting.decided.table, 0, "title")
    QTest.keyClick(meeting.decided.table, Qt.Key.Key_Delete)
    assert reviews.actions(context.snapshot()) == []
    context.bridge.undo()
    assert [a.title for a in reviews.actions(context.snapshot())] == ["資料を直す"]
    assert cell(meeting.decided.table, 0, "title") == "資料を直す"


def test_pressing_an_answer_again_takes_it_back(meeting, context, qtbot) -> None:
    card = meeting.checks.cards[0]
    qtbot.mouseClick(card.answer.segment("keep"), Qt.MouseButton.LeftButton)
    assert reviews.reviews(context.snapshot())[0].answers == {"strategy": "keep"}
    qtbot.mouseClick(card.answer.segment("keep"), Qt.MouseButton.LeftButton)
    context.bridge.flush()
    assert reviews.reviews(context.snapshot())[0].answers == {}
    assert card.answer.current == ""


def test_figures_that_changed_since_show_then_and_now(meeting, context, qtbot) -> None:
    taken = reviews.kept(context.snapshot(), meeting.id)
    assert taken is not None
    content = dict(taken.content)
    columns = content["columns"]
    rows = [list(row) for row in content["nodes"]]
    row = next(row for row in rows if row[columns.index("id")] == "kpi-quality-rate")
    row[columns.index("actual")] = 0.05
    verbs.keep_figures(context.document, meeting.id, content | {"nodes": rows})
    context.bridge.flush()
    meeting.compare()
    qtbot.waitUntil(lambda: meeting.figures.changed.isVisible(), timeout=20000)
    at = next(i for i, r in enumerate(meeting.figures.table.cells.rows) if r.id == "kpi-quality-rate")
    assert cell(meeting.figures.table, at, "actual").startswith("5.0% → 9.")


def test_an_off_kpi_leads_to_the_tree_and_a_fact_to_its_place(meeting, context, qtbot) -> None:
    with qtbot.waitSignal(context.navigated, timeout=1000) as gone:
        go(meeting.figures.table, 0, "name")
        QTest.keyClick(meeting.figures.table, Qt.Key.Key_Return)
    assert gone.args == ["kpi", ("kpis", meeting.figures.table.cells.rows[0].id)]
    places = []
    context.navigated.connect(lambda area, item: places.append(area))
    from fusenapp.ui.widgets import IconButton

    for card in meeting.checks.cards:
        for button in card.findChildren(IconButton):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert {"kpi", "hot_lead", "target", "leads", "personas"} <= set(places)


def test_everything_has_a_name_for_screen_readers(area, context, qtbot) -> None:
    shown = area("reviews")
    held(shown, qtbot)
    act(page(shown), "資料を直す")
    context.bridge.flush()
    nameless = [type(w).__name__ for w in shown.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
                and not (w.accessibleName() or getattr(w, "text", str)() or w.toolTip()) and not isinstance(w.parent(), QComboBox)
                and w.objectName() != "qt_spinbox_lineedit"]
    assert nameless == []
    table = page(shown).decided.table
    face = QAccessible.queryAccessibleInterface(table)
    assert face.text(QAccessible.Text.Name) == "アクション"
    assert table.cells.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "アクション: 資料を直す"


def test_hundreds_of_actions_are_listed_quickly_the_settled_ones_folded(area, context, qtbot) -> None:
    old = verbs.begin(context.document, (TODAY - dt.timedelta(days=7)).isoformat())
    with context.document.edit("x"):
        made = [verbs.add_action(context.document, f"宿題 {number}", review=old, due=TODAY.isoformat()) for number in range(400)]
    with context.document.edit("x"):
        for id in made[::2]:
            verbs.set_state(context.document, id, "done")
    verbs.close(context.document, old)
    shown = area("reviews")
    carried = held(shown, qtbot).carried
    assert carried.table.cells.rowCount() == 208
    assert carried.table.height() < 480
    qtbot.mouseClick(carried.more, Qt.MouseButton.LeftButton)
    assert carried.table.cells.rowCount() == 400


def test_the_yearly_review_lists_what_is_due_and_renews_it(area, context, qtbot) -> None:
    item = ("definitions", "target")
    for department in ("marketing", "inside-sales", "field-sales"):
        if department in {d["id"] for d in context.snapshot().all("departments")} and department in _missing(context, item):
            agreements.stamp(context.document, item, department, "誰か")
    with context.document.edit("x") as edit:
        for stamp in context.snapshot().all("stamps"):
            if tuple(stamp["item"]) == item:
                edit.set("stamps", stamp["id"], at="2025-01-15T10:00:00+09:00")
    shown = area("reviews")
    made = held(shown, qtbot, "yearly")
    assert made.due is not None
    keys = [row.id for row in made.due.table.cells.rows]
    assert keys[0] == "definitions/target"
    for department in ("marketing", "inside-sales", "field-sales"):
        context.set_department(department)
        context.bridge.flush()
        page(shown).due.table.choose("definitions/target")
        qtbot.mouseClick(page(shown).due.renew, Qt.MouseButton.LeftButton)
        context.bridge.flush()
    from fusenapp.domain import agreement

    assert agreement.status(context.snapshot(), item).state == "agreed"


def _missing(context, item) -> tuple[str, ...]:
    from fusenapp.domain import agreement

    return agreement.status(context.snapshot(), item).missing


def test_minutes_on_paper_hold_every_page(meeting, context, tmp_path: Path) -> None:
    from fusenapp.flows.minutes import minutes
    from fusenapp.ui.reviews.handing_out import write as hand_out
    from fusenapp.ui.reviews.printing import document_of, page_room

    with context.document.edit("x"):
        for number in range(120):
            verbs.add_action(context.document, f"<b>宿題</b> {number}", review=meeting.id)
    hand_out(tmp_path / "minutes.pdf", context.snapshot(), meeting.id)
    pages = (tmp_path / "minutes.pdf").read_bytes().count(b"/Type /Page\n")
    document = document_of(minutes(context.snapshot(), meeting.id), page_room())
    assert pages == document.pageCount() >= 4
    assert "<b>宿題</b> 119" in document.toPlainText()  # what people write is never markup


def test_out_of_sight_nothing_is_reckoned(area, context, qtbot) -> None:
    shown = area("reviews")
    held(shown, qtbot)
    before = page(shown)
    shown.hide()
    verbs.add_action(context.document, "隠れている間に", review=before.id)
    context.bridge.flush()
    assert before.decided.table.cells.rowCount() == 0
    shown.show()
    qtbot.waitUntil(lambda: before.decided.table.cells.rowCount() == 1, timeout=2000)


# what stands out


def buttons(parent: QWidget, words: str) -> list[QPushButton]:
    return [b for b in parent.findChildren(QPushButton) if b.text() == words and b.isVisibleTo(parent)]


def test_a_month_above_capacity_is_told_with_its_way_and_its_proposal_becomes_an_action_of_the_meeting(area, context, qtbot) -> None:
    shown = area("reviews")
    found = held(shown, qtbot)
    told = next(f for f in found._kept.findings if f.code == "above-capacity")
    month = told.figures["month"]
    with qtbot.waitSignal(context.navigated, timeout=1000) as gone:
        buttons(found.figures.findings, "対応余力を見る")[0].click()
    assert gone.args == ["kpi", ("capacity", month)]
    before = capacity.reckon(context.store, context.snapshot()).table
    (take,) = buttons(found.figures.findings, "アクションにする")
    take.click()
    context.bridge.flush()
    (made,) = reviews.decided(context.snapshot(), shown.shown)
    assert (made.title, made.kpi) == (told.figures["proposal"]["ja"], told.nodes[0])
    assert cell(found.decided.table, 0, "title") == made.title
    assert not buttons(found.figures.findings, "アクションにする")
    after = capacity.reckon(context.store, context.snapshot()).table
    assert before.of[month].over > 0 >= after.of[month].over  # the months to come follow the plan
    verbs.set_state(context.document, made.id, "dropped")
    context.bridge.flush()
    qtbot.waitUntil(lambda: bool(buttons(found.figures.findings, "アクションにする")), timeout=2000)  # it can be taken again


def test_a_finding_leads_to_its_kpi_and_an_action_about_it_begins_with_its_owner(area, context, qtbot) -> None:
    shown = area("reviews")
    found = held(shown, qtbot)
    buttons(found.figures.findings, "アクションを書く")[0].click()
    about = next(f for f in found._kept.findings if f.code != "above-capacity" and found._kept.node(f.nodes[0])).nodes[0]
    assert found.decided.kpi.currentData() == about
    assert found.decided.owner.currentText() == found._kept.node(about).owner
    assert found.decided.title.hasFocus()


def test_notices_beyond_the_first_are_folded_away_and_open(area, context, qtbot) -> None:
    found = held(area("reviews"), qtbot).figures.findings
    notices = [f for f in found._kept.findings if f.severity != "warning"]
    assert len(notices) > NOTICES
    words = f"ほか{len(notices) - NOTICES}件"
    before = len(found.findChildren(QLabel))
    buttons(found, words)[0].click()
    assert not buttons(found, words)
    assert len(found.findChildren(QLabel)) > before


def test_closed_minutes_offer_no_actions_about_findings(area, context, qtbot) -> None:
    shown = area("reviews")
    held(shown, qtbot)
    verbs.close(context.document, shown.shown.id)
    context.bridge.flush()
    found = page(shown).figures.findings
    qtbot.waitUntil(lambda: bool(buttons(found, "対応余力を見る")), timeout=2000)
    assert not buttons(found, "アクションにする")
    assert not buttons(found, "アクションを書く")
