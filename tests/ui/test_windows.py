"""Several windows of one workspace: the board on the projector, the notes on the laptop."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fusenapp.document import Author
from fusenapp.editing import notes, templates, terms, workshop
from fusenapp.editing.notes import NewNote, Place
from fusenapp.settings import Settings
from fusenapp.ui import theme
from fusenapp.ui.journey.area import JourneyArea
from fusenapp.ui.main_window import MainWindow
from fusenapp.ui.refreshing.watching import Watching
from fusenapp.ui.windows import Windows
from fusenapp.ui.workshop.remote import Remote
from fusenapp.ui.workshop.screens import other_place
from fusenapp.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
AUTHOR = Author("佐倉", "marketing")
ACTIONS = Place("journey", "journey-awareness", "journey-actions", "selector")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "案件.fusen"
    Workspace.create(path, AUTHOR, build=lambda document: templates.build(document, "b2b", "案件クラウド")).close()
    return path


@pytest.fixture
def window(qapp, qtbot, file):
    look = theme.Theme("light")
    look.apply()
    made = MainWindow(Settings(), look, Workspace.open(file, AUTHOR), "journey")
    made.show()
    work_in(made, qtbot)
    yield made
    for each in list(made.windows.open):
        each.close()
    made.deleteLater()
    settle()
    look.set_mode("light")
    qapp.setStyleSheet("")


def settle(*windows: MainWindow) -> None:
    for window in windows:
        if window.context is not None:
            window.context.bridge.flush()
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def second(window, qtbot) -> MainWindow:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_N, CTRL | SHIFT)
    other = window.windows.open[-1]
    assert other is not window
    qtbot.waitExposed(other)
    return other


def journey(window: MainWindow) -> JourneyArea:
    area = window.page and window.page.area_widget("journey")
    assert isinstance(area, JourneyArea)
    return area


def board(window: MainWindow):
    shown = journey(window).board
    assert shown is not None
    return shown


# ---- one document


def test_both_show_the_same_document_and_the_file_is_opened_once(window, second) -> None:
    assert second.session.workspace is window.session.workspace
    assert second.page.current == "journey"
    assert second.windowTitle() == "案件クラウド (2) — Fusen"
    assert window.windowTitle() == "案件クラウド — Fusen"


def test_what_is_written_in_one_is_seen_in_the_other_at_once(window, second) -> None:
    note = notes.add_note(window.context.document, NewNote(ACTIONS, "比較表を作る"))
    settle(window, second)
    for each in (window, second):
        assert board(each).model.text(board(each).model.slot_of[note]) == "比較表を作る"


def test_undo_in_one_takes_back_what_was_done_in_the_other(window, second) -> None:
    note = notes.add_note(window.context.document, NewNote(ACTIONS, "比較表を作る"))
    settle(window, second)
    assert second.actions_by_id["undo"].isEnabled()
    second.actions_by_id["undo"].trigger()
    settle(window, second)
    assert note not in board(window).model.slot_of
    assert window.actions_by_id["redo"].isEnabled()


def test_each_has_its_own_area_zoom_and_selection(window, second) -> None:
    note = notes.add_note(window.context.document, NewNote(ACTIONS, "一枚"))
    settle(window, second)
    before = board(window).port.zoom
    board(second).set_zoom(1.6)
    board(second).selection.set([note])
    assert board(window).port.zoom == before
    assert board(window).selection.ids == []
    second.page.show_area("terms")
    assert window.page.current == "journey"


def test_a_new_window_begins_with_what_the_first_one_shows(window) -> None:
    from fusenapp.editing import journeys

    other = journeys.create_journey(window.context.document, "二つ目")
    settle(window)
    journey(window).open(other)
    second = window.windows.open_beside(window)
    assert journey(second).journey == other


def test_one_person_works_in_both(window, second) -> None:
    second.context.set_department("field-sales")
    second.context.set_person("田辺")
    assert (window.context.department, window.context.author.person) == ("field-sales", "田辺")
    assert "フィールドセールス" in window.page.top_bar.department.accessibleName()
    id = terms.add_term(window.context.document, "商機")
    assert (window.context.document.get("terms", id) or {})["modified"][:2] == ["田辺", "field-sales"]


def test_language_and_theme_change_in_both(window, second) -> None:
    second.choose_language("en")
    assert "New window" in window.actions_by_id["new_window"].text()
    assert window.page.navigation.item("terms").text() == second.page.navigation.item("terms").text() == "Terms"
    window.choose_language("ja")
    pages = window.page, second.page
    window.toggle_theme()
    assert window.page is not pages[0]
    assert second.page is not pages[1]


def test_private_notes_are_covered_in_both(window, second) -> None:
    workshop.begin_pass(window.context.document)
    window.context.set_department("field-sales")
    note = notes.add_note(window.context.document, NewNote(ACTIONS, "価格の話"))
    window.context.set_department("marketing")
    settle(window, second)
    for each in (window, second):
        assert board(each).model.text(board(each).model.slot_of[note]) == ""
        assert each.context.record("notes", note)["text"] == ""


def test_files_are_watched_once(window, second) -> None:
    assert Watching.of(window.context) is Watching.of(second.context)


# ---- closing


def test_closing_one_leaves_the_other_working(window, second, file, qtbot) -> None:
    window.close()
    settle()
    assert second.isVisible()
    assert second.session.alone
    id = terms.add_term(second.context.document, "商機")
    second.session.publish_now()
    qtbot.waitUntil(lambda: second.session.status.state == "published", timeout=5000)
    second.close()
    with Workspace.open(file, AUTHOR) as again:
        assert (again.document.get("terms", id) or {})["name"] == "商機"


def test_closing_the_last_publishes_and_closes_the_workspace(window, second, file) -> None:
    id = terms.add_term(window.context.document, "商機")
    second.close()
    window.close()
    assert window.windows.open == []
    with Workspace.open(file, AUTHOR) as again:
        assert again.document.get("terms", id) is not None
        assert again.recovered == 0


def test_ctrl_w_closes_the_window_first_and_then_the_workspace(window, second) -> None:
    assert window.actions_by_id["close"].text() == "ウィンドウを閉じる"
    second.actions_by_id["close"].trigger()
    settle()
    assert window.windows.open == [window]
    assert window.actions_by_id["close"].text() == "ワークスペースを閉じる"
    window.actions_by_id["close"].trigger()
    assert window.welcome is not None


def test_opening_another_workspace_closes_the_windows_of_the_old_one(window, second, tmp_path) -> None:
    other = tmp_path / "別.fusen"
    Workspace.create(other, AUTHOR, build=lambda document: templates.build(document, "b2b", "別件")).close()
    assert window.files.open_path(other)
    settle()
    assert window.windows.open == [window]
    assert window.windowTitle() == "別件 — Fusen"


def test_quitting_closes_all(window, second) -> None:
    second.actions_by_id["quit"].trigger()
    assert window.windows.open == []
    assert not window.isVisible()


def test_only_the_first_window_is_remembered_for_the_next_start(window, second) -> None:
    window.settings.set("last_area", "kpi")
    second.page.show_area("terms")
    second.close()
    assert window.settings.get("last_area") == "kpi"


def test_work_of_a_closed_window_is_dropped_and_holds_nothing_up(window, second, qtbot) -> None:
    import threading

    gate, done = threading.Event(), []
    second.context.run("", lambda progress: gate.wait(5), done.append)
    second.close()
    settle()
    gate.set()
    qtbot.wait(50)
    assert done == []


def test_further_windows_come_back_when_the_size_changes(window, second) -> None:
    second.page.show_area("terms")
    kept = window.windows.put_away(window)
    settle()
    assert window.windows.open == [window]
    window.windows.bring_back(window, kept)
    assert [each.page.current for each in window.windows.open] == ["journey", "terms"]


# ---- presenting beside


@pytest.fixture
def stage(window) -> MainWindow:
    made = window.windows.present_on(window, window.screen())
    settle(window, made)
    return made


def work_in(window: MainWindow, qtbot) -> None:
    """The user clicks into this window."""
    window.raise_()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=3000)


def remote(window: MainWindow) -> Remote | None:
    return next((found for found in window.findChildren(Remote) if found.isVisible()), None)


def test_the_first_window_stays_as_it_is_while_another_is_presented(window, stage) -> None:
    assert stage.isFullScreen()
    assert not window.isFullScreen()
    assert not stage.page.top_bar.isVisible()
    assert window.page.top_bar.isVisible()
    assert stage.context.presenting
    assert not window.context.presenting


def test_own_private_notes_are_read_on_the_laptop_and_not_on_the_projector(window, stage) -> None:
    workshop.begin_pass(window.context.document)
    note = notes.add_note(window.context.document, NewNote(ACTIONS, "自分のメモ"))
    settle(window, stage)
    assert board(window).model.text(board(window).model.slot_of[note]) == "自分のメモ"
    assert board(stage).model.text(board(stage).model.slot_of[note]) == ""


def test_votes_of_an_open_round_are_seen_by_their_voter_and_not_on_the_projector(window, stage) -> None:
    note = notes.add_note(window.context.document, NewNote(ACTIONS, "一枚"))
    round = workshop.begin_round(window.context.document, "journey")
    workshop.cast(window.context.document, round, note)
    settle(window, stage)
    assert board(window).model.dots == {note: {"marketing": 1}}
    assert board(stage).model.dots == {}


def test_the_presentation_is_steered_from_the_laptop(window, stage, qtbot) -> None:
    line = remote(window)
    assert line is not None
    assert line.count.text() == "1 / 7"
    qtbot.mouseClick(line.forward, Qt.MouseButton.LeftButton)
    assert stage.presentation.step == 1
    assert line.count.text() == "2 / 7"
    work_in(window, qtbot)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageDown, CTRL | SHIFT)
    assert stage.presentation.step == 2
    assert not line.other.isVisible()
    window.page.show_area("personas")
    qtbot.mouseClick(line.other, Qt.MouseButton.LeftButton)
    settle(window, stage)
    assert stage.presentation.area == "personas"
    assert "ペルソナ" in line.title.text()


def test_leaving_closes_the_window_of_the_presentation(window, stage) -> None:
    QTest.keyClick(stage.windowHandle(), Qt.Key.Key_Escape)
    settle(window)
    assert window.windows.open == [window]
    assert remote(window) is None
    assert window.session.alone


def test_f5_on_the_laptop_ends_what_is_presented_elsewhere(window, stage, qtbot) -> None:
    work_in(window, qtbot)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F5)
    settle(window)
    assert window.windows.open == [window]
    assert window.presentation is None


def test_f5_in_another_area_presents_that_one_there(window, stage, qtbot) -> None:
    work_in(window, qtbot)
    window.page.show_area("personas")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F5)
    settle(window, stage)
    assert stage.presentation.area == "personas"
    assert window.presentation is None


def test_a_change_of_colours_goes_on_presenting_at_its_step(window, stage) -> None:
    stage.presentation.go(3)
    window.toggle_theme()
    settle(window, stage)
    assert stage in window.windows.open
    assert stage.presentation.step == 3
    line = remote(window)
    assert line is not None
    assert line.count.text() == "4 / 7"


def test_a_presentation_in_the_window_itself_survives_a_change_of_colours(window) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F5, SHIFT)
    settle(window)
    window.presentation.go(2)
    window.toggle_theme()
    settle(window)
    assert window.presentation.step == 2
    assert window.isFullScreen()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F5)
    settle(window)
    assert not window.isFullScreen()
    assert window.windows.open == [window]


def test_the_screen_for_the_audience_is_one_that_shows_nothing_of_the_window_s() -> None:
    laptop, projector, mirrored = QRect(0, 0, 1440, 900), QRect(1440, 0, 1920, 1080), QRect(0, 0, 1024, 768)
    assert other_place(laptop, [laptop]) is None
    assert other_place(laptop, [laptop, mirrored]) is None
    assert other_place(laptop, [laptop, projector]) == 1
    assert other_place(projector, [laptop, projector]) == 0
    assert other_place(laptop, [laptop, mirrored, projector]) == 2


TWO_SCREENS = """
import sys
from PySide6.QtWidgets import QApplication
from fusenapp.document import Author
from fusenapp.settings import Settings
from fusenapp.ui import theme
from fusenapp.ui.main_window import MainWindow
from fusenapp.workspace import Workspace
app = QApplication([])
look = theme.Theme("light")
window = MainWindow(Settings(), look, Workspace.open(sys.argv[1], Author("佐倉", "marketing")), "journey")
window.show()
app.processEvents()
window.actions_by_id["present"].trigger()
app.processEvents()
stage = window.windows.presenting
print(window.screen().name(), window.isFullScreen(), stage.screen().name(), stage.isFullScreen(), stage.geometry().getRect())
window.actions_by_id["present_here"].trigger()
app.processEvents()
window.actions_by_id["present_here"].trigger()
app.processEvents()
print(window.windows.presenting is window, len(window.windows.open))
window.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the path of the screens' description cannot hold a colon")
def test_with_two_screens_the_presentation_takes_the_other_one(tmp_path, file) -> None:
    common = {"width": 1280, "height": 800, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [{"name": "laptop", "x": 0, **common}, {"name": "projector", "x": 1280, **common}]}))
    own = {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "PYTHONPATH": str(ROOT), "FUSEN_DATA": str(tmp_path / "data")}
    done = subprocess.run([sys.executable, "-c", TWO_SCREENS, str(file)], env={**os.environ, **own}, capture_output=True, text=True,
                          encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["laptop False projector True (1280, 0, 1280, 800)", "True 1"]


ANOTHER_SIZE = """
import sys
import fusenapp.app as app
from fusenapp.editing import terms
from PySide6.QtCore import QTimer
plain, seen = app._window, []
def window(run, theme):
    made = plain(run, theme)
    QTimer.singleShot(100, made, lambda: act(made))
    return made
def act(made):
    if not seen:
        second = made.windows.open_beside(made)
        second.page.show_area("terms")
        third = made.windows.open_beside(made)
        terms.add_term(made.context.document, "商機")
        seen.append(1)
        made.close()
        third.choose_scale(150)
        return
    print([each.page.current for each in made.windows.open], made.devicePixelRatioF(), bool(made.context.document.undo_label))
    made.actions_by_id["quit"].trigger()
app._window = window
sys.exit(app.main([sys.argv[1], "--area", "journey"]))
"""


def test_another_size_brings_all_windows_back_though_the_first_was_closed(tmp_path, file) -> None:
    own = {"PYTHONPATH": str(ROOT), "FUSEN_DATA": str(tmp_path / "data")}
    done = subprocess.run([sys.executable, "-c", ANOTHER_SIZE, str(file)], env={**os.environ, **own}, capture_output=True, text=True,
                          encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["['terms', 'journey'] 1.5 True"]
    with Workspace.open(file, AUTHOR) as again:
        assert [term["name"] for term in again.document.snapshot().all("terms") if term["name"] == "商機"]
        assert again.recovered == 0


def test_nothing_is_open_before_a_window_is_made() -> None:
    windows = Windows()
    assert windows.front is None
    assert windows.presenting is None
