"""The window for people who do not see it or do not use a mouse."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollBar, QWidget

from fusenapp.document import Author
from fusenapp.editing import templates
from fusenapp.settings import Settings
from fusenapp.ui import theme
from fusenapp.ui.dialogs.export_workbook import ExportDialog
from fusenapp.ui.dialogs.help import AboutDialog, ShortcutsDialog
from fusenapp.ui.dialogs.name_version import VersionDialog
from fusenapp.ui.dialogs.new_workspace import NewWorkspaceDialog
from fusenapp.ui.main_window import MainWindow
from fusenapp.workspace import Workspace

AUTHOR = Author("佐倉", "marketing")
SMALLEST = 22


@pytest.fixture
def window(qapp, qtbot, tmp_path):
    look = theme.Theme("light")
    look.apply()
    path = tmp_path / "案件.fusen"
    made = Workspace.create(path, AUTHOR, build=lambda document: templates.build(document, "b2b", "案件クラウド"))
    window = MainWindow(Settings(), look, made)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    qapp.setStyleSheet("")


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def focusable(root: QWidget) -> list[QWidget]:
    found = [w for w in root.findChildren(QWidget) if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [w for w in found if isinstance(w, QAbstractButton | QLineEdit) or not isinstance(w, QScrollBar)]


def nameless(root: QWidget) -> list[str]:
    return [f"{type(w).__name__} {w.objectName()}" for w in focusable(root) if not spoken(w)]


@pytest.mark.parametrize("area", ["home", "settings"])
def test_everything_that_takes_the_keyboard_has_a_name(window, area: str, qtbot) -> None:
    window.page.show_area(area)
    qtbot.wait(200)
    assert nameless(window) == []


def test_the_welcome_page_and_the_dialogs_have_names(window, tmp_path) -> None:
    made = [NewWorkspaceDialog(window, tmp_path, AUTHOR), ExportDialog(window, 1, 2), VersionDialog(window, "x"), AboutDialog(window),
            ShortcutsDialog(window, window.actions_by_id)]
    for dialog in made:
        dialog.show()
        assert nameless(dialog) == []
        assert spoken(dialog)
        dialog.close()
        dialog.deleteLater()
    window.close_workspace()
    assert nameless(window) == []


def test_nothing_to_press_is_smaller_than_a_finger_needs(window, qtbot) -> None:
    qtbot.wait(200)
    small = [f"{type(b).__name__} {b.text()} {b.size()}" for b in window.findChildren(QAbstractButton)
             if b.isVisible() and b.focusPolicy() & Qt.FocusPolicy.TabFocus and min(b.width(), b.height()) < SMALLEST]
    assert small == []


def test_no_key_is_given_twice(window) -> None:
    keys = Counter(key.toString() for action in window.actions_by_id.values() for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


def test_f6_walks_through_the_parts_of_the_window(window, qtbot) -> None:
    places = []
    for _ in range(4):
        window.actions_by_id["next_pane"].trigger()
        focused = window.focusWidget()
        pane = next(p for p in (window.page.navigation, window.page.stack, window.page.inspector, window.page.top_bar) if p.isAncestorOf(focused))
        places.append(pane)
    assert len(set(map(id, places))) == 4


def test_the_rail_says_how_many_things_wait(window) -> None:
    item = window.page.navigation.item("agreements")
    window.page.navigation.set_count("agreements", 3)
    interface = QAccessible.queryAccessibleInterface(item)
    assert interface.text(QAccessible.Text.Description) == "3件が対応待ち"


def test_a_message_is_announced(window) -> None:
    window.context.notify("出力しました")
    assert spoken(window.page.toasts.shown[-1]) == "出力しました"
