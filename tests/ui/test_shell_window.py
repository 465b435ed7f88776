"""The window as a user meets it: from the welcome page to a closed, published file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from fusenapp import i18n
from fusenapp.document import Author
from fusenapp.editing import reviews, templates, terms
from fusenapp.errors import EnvironmentFault
from fusenapp.settings import Settings
from fusenapp.ui import files, theme
from fusenapp.ui.crash_handler import CrashHandler
from fusenapp.ui.dialogs.crash import CrashDialog
from fusenapp.ui.dialogs.merge_report import MergeReportDialog
from fusenapp.ui.dialogs.new_workspace import NewWorkspaceDialog
from fusenapp.ui.dialogs.unwritten import UnwrittenDialog
from fusenapp.ui.main_window import MainWindow
from fusenapp.ui.widgets.bound import BoundText
from fusenapp.workspace import Workspace

AUTHOR = Author("佐倉", "marketing")


@pytest.fixture
def look(qapp):
    found = theme.Theme("light")
    found.apply()
    yield found
    found.set_mode("light")
    qapp.setStyleSheet("")


@pytest.fixture
def make(look, qtbot):
    made: list[MainWindow] = []

    def open_window(workspace: Workspace | None = None, area: str = "") -> MainWindow:
        window = MainWindow(Settings(), look, workspace, area)
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield open_window
    for window in made:
        window.close()
        window.deleteLater()
    made.clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "案件.fusen"
    Workspace.create(path, AUTHOR, build=lambda document: templates.build(document, "b2b", "案件クラウド")).close()
    return path


@pytest.fixture
def window(make, file) -> MainWindow:
    return make(Workspace.open(file, AUTHOR))


def texts(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def test_without_a_file_the_welcome_page_is_shown(make) -> None:
    window = make()
    assert window.welcome is not None
    assert window.page is None
    assert not window.actions_by_id["export"].isEnabled()
    assert window.actions_by_id["open"].isEnabled()


def test_a_new_workspace_is_made_and_shown_and_remembered(make, tmp_path) -> None:
    window = make()
    assert window.files.create(tmp_path / "新規.fusen", "b2b", "新規クラウド", Author("三宅", "inside-sales"))
    assert window.page is not None
    assert window.windowTitle().startswith("新規クラウド")
    assert window.page.top_bar.workspace.text() == "新規クラウド"
    assert window.context.department == "inside-sales"
    assert (tmp_path / "新規.fusen").is_file()
    assert window.settings.get("recent_files")[0].endswith("新規.fusen")
    assert window.settings.get("person") == "三宅"


def test_the_dialog_for_a_new_workspace_needs_a_name_and_finds_a_free_file(look, tmp_path, qtbot) -> None:
    (tmp_path / "A_B.fusen").write_bytes(b"")
    dialog = NewWorkspaceDialog(None, tmp_path, AUTHOR)
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.name_field, "A/B")
    assert dialog.ok.isEnabled()
    assert dialog.path == tmp_path / "A_B 2.fusen"
    assert dialog.template == "b2b"
    assert dialog.author == AUTHOR


def test_a_file_that_cannot_be_opened_is_told_on_the_page_that_is_shown(make, tmp_path, window, qtbot) -> None:
    broken = tmp_path / "broken.fusen"
    broken.write_text("not a workspace")
    before = window.page
    assert not window.files.open_path(broken)
    assert window.page is before
    assert "broken.fusen" in window.page.toasts.shown[-1].message
    welcome = make()
    assert not welcome.files.open_path(tmp_path / "missing.fusen")
    assert any("missing.fusen" in text for text in texts(welcome))


def test_areas_are_made_when_first_shown(window) -> None:
    assert window.page.current == "home"
    assert window.page.area_widget("settings") is None
    window.page.show_area("settings")
    assert window.page.stack.currentWidget() is window.page.area_widget("settings")


def test_the_rail_moves_between_areas_by_mouse_and_keyboard(window, qtbot) -> None:
    page = window.page
    other = next(a.id for a in page.areas if a.id not in ("home", "settings"))
    qtbot.mouseClick(page.navigation.item(other), Qt.MouseButton.LeftButton)
    assert page.current == other
    window.actions_by_id["previous_area"].trigger()
    assert page.current == "home"
    page.navigation.focus()
    qtbot.keyClick(page.navigation.item("home"), Qt.Key.Key_Down)
    focused = window.focusWidget()
    assert focused is page.navigation.item(page.areas[1].id)
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert page.current == page.areas[1].id


def test_on_a_board_that_was_just_opened_n_writes_at_once(window, qtbot) -> None:
    page = window.page
    qtbot.mouseClick(page.navigation.item("personas"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.area_widget("personas").findChild(BoundText) is not None)
    page.area_widget("personas").findChild(BoundText).setFocus()
    qtbot.mouseClick(page.navigation.item("journey"), Qt.MouseButton.LeftButton)
    board = page.area_widget("journey").board
    qtbot.waitUntil(lambda: window.focusWidget() is board)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_N)
    assert board.writing.active


def test_the_key_of_the_next_part_goes_from_the_rail_to_the_board(window, qtbot) -> None:
    page = window.page
    page.show_area("journey")
    page.navigation.focus()
    window.actions_by_id["next_pane"].trigger()
    assert window.focusWidget() is page.area_widget("journey").board


def test_undo_names_its_step_and_is_offered_by_a_message(window, qtbot) -> None:
    context = window.context
    assert not window.actions_by_id["undo"].isEnabled()
    id = terms.add_term(context.document, "商機")
    context.bridge.flush()
    action = window.actions_by_id["undo"]
    assert action.isEnabled()
    assert context.document.undo_label in action.text()
    context.notify("用語を追加しました", undo=True)
    qtbot.mouseClick(window.page.toasts.shown[-1].undo_button, Qt.MouseButton.LeftButton)
    assert context.document.get("terms", id) is None
    assert window.actions_by_id["redo"].isEnabled()
    window.actions_by_id["redo"].trigger()
    assert context.document.get("terms", id) is not None


def test_old_messages_make_room_and_errors_stay(window, qtbot) -> None:
    for number in range(5):
        window.context.notify(f"知らせ {number}", kind="error")
    qtbot.wait(20)
    assert [toast.message for toast in window.page.toasts.shown] == ["知らせ 2", "知らせ 3", "知らせ 4"]
    bottom = window.page.toasts.geometry().bottom()
    assert bottom < window.page.stack.height()


def test_speaking_for_another_department(window, qtbot) -> None:
    menu = window.page.top_bar.department.menu()
    action = next(a for a in menu.actions() if a.data() == "field-sales")
    action.trigger()
    assert window.context.department == "field-sales"
    assert "フィールドセールス" in window.page.top_bar.department.accessibleName()


def test_language_changes_at_once_and_the_area_stays(window, qtbot) -> None:
    window.page.show_area("settings")
    window.choose_language("en")
    assert i18n.language() == "en"
    assert window.page.current == "settings"
    assert "Settings" in texts(window.page)
    assert window.actions_by_id["open"].text() == "Open…"
    window.choose_language("ja")
    assert "設定" in texts(window.page)


def test_theme_changes_at_once(window) -> None:
    window.toggle_theme()
    assert theme.is_dark()
    assert window.settings.get("theme") == "dark"
    ground = window.page.grab().toImage().pixelColor(QPoint(window.page.width() // 2, 4))
    assert ground.lightness() < 60
    window.toggle_theme()
    assert not theme.is_dark()


def test_the_settings_page_asks_the_window_for_another_look(window, qtbot) -> None:
    window.page.show_area("settings")
    page = window.page.area_widget("settings")
    qtbot.mouseClick(page.language.segment("en"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: i18n.language() == "en", timeout=1000)
    page = window.page.area_widget("settings")
    assert page.language.current == "en"
    with qtbot.waitSignal(window.size_chosen, timeout=1000) as chosen:
        qtbot.mouseClick(page.scale.segment("150"), Qt.MouseButton.LeftButton)
    assert chosen.args == [150]


def test_settings_of_the_workspace_are_edits_that_can_be_undone(window, qtbot) -> None:
    window.page.show_area("settings")
    page = window.page.area_widget("settings")
    page.name.setFocus()
    page.name.selectAll()
    qtbot.keyClicks(page.name, "New name")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert window.context.snapshot().value("workspace", "workspace", "name") == "New name"
    window.context.bridge.flush()
    assert window.page.top_bar.workspace.text() == "New name"
    window.context.bridge.undo()
    assert window.page.top_bar.workspace.text() == "案件クラウド"


def test_departments_are_added_renamed_and_deleted(window, qtbot) -> None:
    window.page.show_area("settings")
    page = window.page.area_widget("settings")
    page.add.click()
    window.context.bridge.flush()
    assert len(window.context.snapshot().all("departments")) == 4

    def editors():
        return [e for e in page.findChildren(type(page.name)) if e.property("department") and e.isVisible()]

    qtbot.waitUntil(lambda: len(editors()) == 8, timeout=1000)
    full = editors()[-2]
    full.setFocus()
    full.selectAll()
    qtbot.keyClicks(full, "CS")
    qtbot.keyClick(full, Qt.Key.Key_Return)
    assert window.context.snapshot().all("departments")[-1]["name"] == "CS"


def test_edits_are_published_by_themselves_and_the_status_says_so(window, file, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("fusenapp.workspace.publisher.QUIET", 0.05)
    before = file.read_bytes()
    terms.add_term(window.context.document, "商機")
    assert window.session.status.state == "local"
    qtbot.waitUntil(lambda: window.session.status.state == "published", timeout=8000)
    qtbot.waitUntil(lambda: "保存済み" in window.page.status_bar.saving.text(), timeout=2000)
    assert file.read_bytes() != before


def test_closing_publishes(window, file) -> None:
    id = terms.add_term(window.context.document, "商機")
    window.close()
    with Workspace.open(file, AUTHOR) as again:
        assert again.document.get("terms", id)["name"] == "商機"


def test_a_file_that_cannot_be_written_is_told_and_the_edits_are_kept(window, file, qtbot, monkeypatch) -> None:
    from fusenapp.errors import EnvironmentFault

    def refuse(*_arguments, **_named):
        raise EnvironmentFault("cannot-write", str(file))

    id = terms.add_term(window.context.document, "商機")
    monkeypatch.setattr("fusenapp.workspace.publisher.write_whole", refuse)
    window.session.publish_now()
    qtbot.waitUntil(lambda: window.session.status.state == "failed", timeout=5000)
    qtbot.waitUntil(lambda: window.page.status_bar.saving.property("role") == "bad", timeout=2000)
    assert window.page.status_bar.saving.toolTip()
    monkeypatch.undo()
    qtbot.mouseClick(window.page.status_bar.saving, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.status.state == "published", timeout=5000)
    assert window.context.document.get("terms", id) is not None


def test_what_a_colleague_published_comes_in(window, file, qtbot) -> None:
    with Workspace.open(file, Author("三宅", "inside-sales")) as theirs:
        id = terms.add_term(theirs.document, "同僚の用語")
    window.session.keeper.look()
    qtbot.waitUntil(lambda: window.context.document.get("terms", id) is not None, timeout=5000)
    assert window.page.toasts.shown


def test_a_colleagues_copy_is_merged_and_what_came_is_shown(window, file, tmp_path, qtbot, monkeypatch) -> None:
    copy = tmp_path / "三宅の写し.fusen"
    window.session.workspace.save_copy(copy)
    term = window.context.snapshot().all("terms")[0]["id"]
    with Workspace.open(copy, Author("三宅", "inside-sales")) as theirs:
        terms.rename_term(theirs.document, term, name="彼らの名")
    terms.rename_term(window.context.document, term, name="我々の名")
    shown = []
    monkeypatch.setattr(MergeReportDialog, "exec", lambda self: shown.append(self))
    window.files.merge_path(copy)
    said = " ".join(texts(shown[0]))
    from PySide6.QtWidgets import QTableWidget

    table = shown[0].findChild(QTableWidget)
    cells = [table.item(0, column).text() for column in range(table.columnCount())]
    assert any("彼らの名" in cell for cell in cells)
    assert any("我々の名" in cell for cell in cells)
    assert "変更" in said
    shown[0].deleteLater()


def test_ctrl_s_keeps_a_named_version(window, monkeypatch) -> None:
    window.files.keep_version("打ち合わせ前")
    assert any(line.name == "打ち合わせ前" for line in window.session.workspace.history())
    assert "打ち合わせ前" in window.page.toasts.shown[-1].message


def test_a_workspace_dropped_on_the_window_is_opened(make, file) -> None:
    window = make()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, drop)
    assert window.session.workspace.path == file


def test_a_spreadsheet_needs_an_open_workspace(make, tmp_path) -> None:
    sheet = tmp_path / "名簿.xlsx"
    sheet.write_bytes(b"")
    window = make()
    assert not window.files.open_path(sheet)
    assert any("名簿.xlsx" in text for text in texts(window))


def test_letting_go_keeps_the_workspace_open_for_a_window_of_another_size(make, file) -> None:
    window = make(Workspace.open(file, AUTHOR))
    id = terms.add_term(window.context.document, "商機")
    workspace = window.let_go()
    window.close()
    second = make(workspace)
    assert second.context.document.get("terms", id) is not None
    second.context.bridge.undo()
    assert second.context.document.get("terms", id) is None


@pytest.fixture
def unwritable(window, monkeypatch) -> Workspace:
    """A workspace whose edits can be written nowhere until a copy elsewhere was made."""
    workspace, close = window.session.workspace, Workspace.close

    def refuse(self, **how):
        if self is workspace:
            raise EnvironmentFault("edits-in-memory", str(self.path), count=1)
        return close(self, **how)

    monkeypatch.setattr(Workspace, "close", refuse)
    return workspace


def answer(monkeypatch, choice: str) -> None:
    monkeypatch.setattr(UnwrittenDialog, "exec", lambda dialog: getattr(dialog, choice, dialog.ok).click())


def test_edits_that_could_be_written_nowhere_keep_the_window_open(window, unwritable, monkeypatch) -> None:
    id = terms.add_term(window.context.document, "商機")
    answer(monkeypatch, "ok")
    assert not window.close_workspace()
    window.close()
    assert window.isVisible()
    assert window.context.document.get("terms", id)["name"] == "商機"
    answer(monkeypatch, "drop")
    assert window.close_workspace()


def test_edits_that_could_be_written_nowhere_go_into_a_copy(window, unwritable, monkeypatch, tmp_path) -> None:
    id = terms.add_term(window.context.document, "商機")
    copy = tmp_path / "別の場所.fusen"
    answer(monkeypatch, "copy")
    monkeypatch.setattr(files, "ask_save", lambda *asked: copy)
    assert window.close_workspace()
    assert window.welcome is not None
    with Workspace.open(copy, AUTHOR) as kept:
        assert kept.document.get("terms", id)["name"] == "商機"


def test_details_are_hidden_and_shown_and_the_choice_is_remembered(window) -> None:
    window.resize(1300, 700)
    assert window.page.inspector.isVisible()
    window.actions_by_id["inspector"].trigger()
    assert not window.page.inspector.isVisible()
    assert Settings().get("inspector_open") is False
    window.actions_by_id["inspector"].trigger()
    assert window.page.inspector.isVisible()


def test_a_narrow_window_keeps_its_room_for_the_area_until_details_are_asked_for(window, qtbot) -> None:
    window.resize(1300, 700)
    assert window.page.inspector.isVisible()
    window.resize(1000, 700)
    assert not window.page.inspector.isVisible()
    assert not window.page.top_bar.details.isChecked()
    qtbot.mouseClick(window.page.top_bar.details, Qt.MouseButton.LeftButton)
    assert window.page.inspector.isVisible()
    window.resize(900, 700)
    assert window.page.inspector.isVisible()
    assert window.settings.get("inspector_open") is True


def test_every_area_has_details_of_its_own(window) -> None:
    window.resize(1300, 700)
    window.page.show_area("settings")
    window.context.inspector.show(QLabel("設定の詳細"), "設定", "settings")
    assert "設定の詳細" in texts(window.page.inspector)
    window.page.show_area("home")
    assert not any(label.isVisible() and label.text() == "設定の詳細" for label in window.page.inspector.findChildren(QLabel))
    window.page.show_area("settings")
    assert any(label.isVisible() and label.text() == "設定の詳細" for label in window.page.inspector.findChildren(QLabel))


def test_the_rail_can_be_narrow(window, qtbot) -> None:
    wide = window.page.navigation.width()
    window.actions_by_id["rail"].trigger()
    assert window.page.navigation.width() < wide
    assert window.page.navigation.item("home").toolTip() == "ホーム"
    assert Settings().get("rail_narrow") is True


def test_an_exception_nobody_caught_shows_what_is_saved(window, qtbot, monkeypatch) -> None:
    shown = []
    monkeypatch.setattr(CrashDialog, "exec", lambda self: shown.append(self))
    handler = CrashHandler(window.saved_words, lambda: window)
    import logging

    logging.getLogger("fusenapp.ui.crash_handler").setLevel(logging.CRITICAL + 1)
    try:
        handler._caught(ValueError, ValueError("boom"), None)
    finally:
        logging.getLogger("fusenapp.ui.crash_handler").setLevel(logging.NOTSET)
    qtbot.waitUntil(lambda: bool(shown), timeout=1000)
    assert "boom" in shown[0].details
    assert any("保存済み" in text for text in texts(shown[0]))
    shown[0].deleteLater()


def test_a_file_dialog_starts_beside_the_last_file(tmp_path) -> None:
    assert files.start_folder([str(tmp_path / "gone" / "a.fusen"), str(tmp_path / "b.fusen")]) == tmp_path
    assert files.start_folder([]) == files.documents()


def test_the_sample_company_is_made_off_the_windows_thread_and_opened(make, qtbot) -> None:
    window = make()
    qtbot.mouseClick(window.welcome.sample, Qt.MouseButton.LeftButton)
    assert not window.welcome.sample.isEnabled()
    qtbot.waitUntil(lambda: window.page is not None, timeout=60_000)
    assert window.context.snapshot().all("datasets")
    window.close_workspace()
    window.files.open_sample()
    assert window.page is not None


def test_undo_says_what_was_left_because_others_had_changed_it(window, file, qtbot) -> None:
    id = terms.add_term(window.context.document, "商機")
    terms.rename_term(window.context.document, id, name="商談機会")
    window.session.publish_now()
    qtbot.waitUntil(lambda: window.session.status.state == "published", timeout=5000)
    with Workspace.open(file, Author("三宅", "inside-sales")) as theirs:
        terms.rename_term(theirs.document, id, name="彼らの名")
    window.session.keeper.look()
    qtbot.waitUntil(lambda: window.context.document.get("terms", id)["name"] == "彼らの名", timeout=5000)
    window.actions_by_id["undo"].trigger()
    assert window.page.toasts.shown[-1].kind == "warn"
    assert window.context.document.get("terms", id)["name"] == "彼らの名"


def test_an_area_that_cannot_be_made_is_told_and_the_others_go_on(window, qtbot, monkeypatch) -> None:
    import fusenapp.ui.settings_page as broken

    told = []
    monkeypatch.setattr("sys.excepthook", lambda *given: told.append(given[1]))
    monkeypatch.setattr(broken, "create", lambda context: 1 / 0)
    window.page.show_area("settings")
    assert isinstance(told[0], ZeroDivisionError)
    assert any("ほかの画面は使えます" in text for text in texts(window.page.area_widget("settings")))
    window.page.show_area("home")
    assert window.page.current == "home"


def test_a_department_that_the_workspace_does_not_have_is_not_spoken_for(make, file) -> None:
    window = make(Workspace.open(file, Author("佐倉", "no-such-department")))
    assert window.context.department == "marketing"


def test_qts_own_words_follow_the_language(window) -> None:
    from PySide6.QtWidgets import QDialogButtonBox

    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        return box.buttons()[0].text()

    window.choose_language("ja")
    assert cancel() == "キャンセル"
    window.choose_language("en")
    assert cancel() == "Cancel"


def test_the_menu_offers_recent_files_and_opens_them(window, tmp_path) -> None:
    other = tmp_path / "もう一つ.fusen"
    Workspace.create(other, AUTHOR, build=lambda document: templates.build(document, "empty", "もう一つ")).close()
    window.files.open_path(other)
    window.fill_menu()
    recent = next(a.menu() for a in window.menu.actions()[0].menu().actions() if a.menu())
    names = [action.text() for action in recent.actions()]
    assert names == ["もう一つ", "案件"]
    recent.actions()[1].trigger()
    assert window.windowTitle().startswith("案件クラウド")


def test_a_long_message_shows_all_its_lines(window, qtbot) -> None:
    window.context.notify("3票をすべて使いました。ほかの付箋に入れるには、先に1票を取り消してください。", kind="warn")
    qtbot.wait(20)
    toast = window.page.toasts.shown[-1]
    text = next(label for label in toast.findChildren(QLabel) if label.text())
    assert text.height() >= text.heightForWidth(text.width())
    assert text.heightForWidth(text.width()) > 1.5 * text.fontMetrics().height(), "it takes two lines"


def test_commands_and_contents_of_areas_that_were_never_shown_are_found_too(window, qtbot) -> None:
    reviews.add_action(window.page.context.document, "引き渡し基準を見直す", owner="佐倉")
    entries = {entry.title: entry for entry in window.page._entries()}
    assert "引き渡し基準を見直す" in entries
    entries["年次見直しの開始"].run()
    qtbot.waitUntil(lambda: any(r.get("kind") == "yearly" for r in window.page.context.snapshot().all("reviews")), timeout=10_000)


def test_in_a_low_window_the_rail_s_scroll_bar_covers_no_name(window, qtbot) -> None:
    window.resize(900, 420)
    rail = window.page.navigation
    view = rail.findChild(QScrollArea)
    qtbot.waitUntil(lambda: view.verticalScrollBar().isVisible())
    assert {rail.item(area.id).width() for area in window.page.areas if area.group >= 0} == {view.viewport().width()}
