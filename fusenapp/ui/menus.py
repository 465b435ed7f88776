"""The menu behind the workspace's name: File, Edit, View, Help."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from fusenapp.i18n import translate
from fusenapp.ui.actions import fill

SCALES = (100, 125, 150, 175, 200)


class Choice:
    """A submenu of which one entry holds: (key, words) each."""

    def __init__(self, title: str, options: Sequence[tuple[str, str]], current: str, choose: Callable[[str], object]) -> None:
        self.title, self.options, self.current, self.choose = title, options, current, choose

    def add_to(self, menu: QMenu) -> QMenu:
        """Make the submenu."""
        sub = menu.addMenu(self.title)
        group = QActionGroup(sub)
        for key, words in self.options:
            action = QAction(words, sub, checkable=True, checked=key == self.current)
            action.triggered.connect(lambda _=False, k=key: self.choose(k))
            group.addAction(action)
            sub.addAction(action)
        return sub


def fill_main_menu(menu: QMenu, actions: Mapping[str, QAction], recent: Sequence[str], open_recent: Callable[[str], object],
                   choices: Sequence[Choice]) -> None:
    """The whole menu. ``recent`` are paths, newest first; ``choices`` go under View."""
    menu.clear()
    for old in menu.findChildren(QMenu):
        old.deleteLater()
    file = menu.addMenu(translate("Menu", "File"))
    fill(file, actions, ("new", "open"))
    _add_recent(file, recent, open_recent)
    fill(file, actions, ("sample", "-", "merge", "checkpoint", "save_copy", "-", "export", "proposals", "-", "new_window", "close", "quit"))
    fill(menu.addMenu(translate("Menu", "Edit")), actions, ("undo", "redo", "-", "palette"))
    view = menu.addMenu(translate("Menu", "View"))
    for choice in choices:
        choice.add_to(view)
    fill(view, actions, ("-", "inspector", "rail", "-", "present", "present_here", "full_screen"))
    fill(view, actions, ("-", "next_area", "previous_area", "next_pane"))
    menu.addSeparator()
    fill(menu, actions, ("settings",))
    fill(menu.addMenu(translate("Menu", "Help")), actions, ("shortcuts", "about"))


def _add_recent(menu: QMenu, recent: Sequence[str], open_recent: Callable[[str], object]) -> None:
    sub = menu.addMenu(translate("Menu", "Recent files"))
    sub.setEnabled(bool(recent))
    for path in recent:
        action = sub.addAction(Path(path).stem.replace("&", "&&"))
        action.setToolTip(path)
        action.triggered.connect(lambda _=False, p=path: open_recent(p))
    sub.setToolTipsVisible(True)


def view_choices(settings: Mapping[str, str], choose: Mapping[str, Callable[[str], object]]) -> list[Choice]:
    """Theme, language and size; ``settings`` and ``choose`` by the names of the settings."""
    themes = [("system", translate("Menu", "Follow the system")), ("light", translate("Menu", "Light")), ("dark", translate("Menu", "Dark"))]
    languages = [("system", translate("Menu", "Follow the system")), ("ja", "日本語"), ("en", "English")]
    scales = [(str(s), f"{s} %") for s in SCALES]
    rows = (("theme", translate("Menu", "Colours"), themes), ("language", translate("Menu", "Language"), languages),
            ("scale", translate("Menu", "Size"), scales))
    return [Choice(title, options, settings[name], choose[name]) for name, title, options in rows]
