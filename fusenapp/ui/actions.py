"""The actions of the window as data: id, words, shortcut, icon. Menus and the palette are made from this table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from fusenapp.i18n import translate
from fusenapp.ui import icons


class Spec(NamedTuple):
    """One action. ``palette`` false: not offered by Ctrl+K; ``workspace`` true: needs an open workspace."""

    id: str
    icon: str = ""
    shortcut: str = ""
    workspace: bool = True
    palette: bool = True
    checkable: bool = False


SPECS: tuple[Spec, ...] = (
    Spec("new", "note", "Ctrl+N", workspace=False),
    Spec("open", "folder", "Ctrl+O", workspace=False),
    Spec("sample", "flag", workspace=False),
    Spec("merge", "merge"),
    Spec("checkpoint", "save", "Ctrl+S"),
    Spec("save_copy", "copy", "Ctrl+Shift+S"),
    Spec("export", "export", "Ctrl+E"),
    Spec("proposals", "proposed"),
    Spec("new_window", "columns", "Ctrl+Shift+N"),
    Spec("close", "close", "Ctrl+W"),
    Spec("quit", "power", "Ctrl+Q", workspace=False),
    Spec("undo", "undo", "Ctrl+Z"),
    Spec("redo", "redo", "Ctrl+Shift+Z"),
    Spec("palette", "search", "Ctrl+K", palette=False),
    Spec("toggle_theme", "moon", "Ctrl+Shift+L", workspace=False),
    Spec("inspector", "panel-right", "Ctrl+Alt+I", checkable=True),
    Spec("rail", "panel-left", "Ctrl+B", checkable=True),
    Spec("present", "present", "F5"),
    Spec("present_here", "present", "Shift+F5"),
    Spec("full_screen", "monitor", "F11", workspace=False),
    Spec("next_area", "arrow-down", "Ctrl+PgDown"),
    Spec("previous_area", "arrow-up", "Ctrl+PgUp"),
    Spec("next_pane", "columns", "F6", palette=False),
    Spec("menu", "menu", "F10", palette=False),
    Spec("settings", "settings", "Ctrl+,"),
    Spec("shortcuts", "keyboard", "F1", workspace=False),
    Spec("about", "info", workspace=False),
)


def words() -> dict[str, str]:
    """What the actions are called, by id, in the language in use."""
    return {
        "new": translate("Actions", "New from template…"),
        "open": translate("Actions", "Open…"),
        "sample": translate("Actions", "Open the sample company"),
        "merge": translate("Actions", "Merge a colleague's file…"),
        "checkpoint": translate("Actions", "Save a named version…"),
        "save_copy": translate("Actions", "Save a copy…"),
        "export": translate("Actions", "Export to Excel…"),
        "proposals": translate("Actions", "Read an edited workbook back…"),
        "new_window": translate("Actions", "New window"),
        "close": translate("Actions", "Close the workspace"),
        "quit": translate("Actions", "Quit"),
        "undo": translate("Actions", "Undo"),
        "redo": translate("Actions", "Redo"),
        "palette": translate("Actions", "Search and commands"),
        "toggle_theme": translate("Actions", "Switch light and dark"),
        "inspector": translate("Actions", "Details"),
        "rail": translate("Actions", "Rail with icons only"),
        "present": translate("Actions", "Present"),
        "present_here": translate("Actions", "Present in this window"),
        "full_screen": translate("Actions", "Full screen"),
        "next_area": translate("Actions", "Next area"),
        "previous_area": translate("Actions", "Previous area"),
        "next_pane": translate("Actions", "Next part of the window"),
        "menu": translate("Actions", "Menu"),
        "settings": translate("Actions", "Settings"),
        "shortcuts": translate("Actions", "Keyboard shortcuts"),
        "about": translate("Actions", "About Fusen"),
    }


def make(owner: QObject, handlers: Mapping[str, Callable[[], Any]]) -> dict[str, QAction]:
    """A QAction for every row of the table, by id; its handler is called without arguments."""
    made: dict[str, QAction] = {}
    names = words()
    for spec in SPECS:
        action = QAction(names[spec.id], owner)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        keys = [QKeySequence(spec.shortcut)] if spec.shortcut else []
        if spec.id == "redo":
            keys.append(QKeySequence("Ctrl+Y"))
        action.setShortcuts(keys)
        action.triggered.connect(_calling(handlers[spec.id]))
        made[spec.id] = action
    return made


def _calling(handler: Callable[[], Any]) -> Callable[[bool], None]:
    return lambda _checked=False: handler() and None


def fill(menu: QMenu, actions: Mapping[str, QAction], ids: Iterable[str]) -> None:
    """Put actions into a menu, with their icons; "-" is a line."""
    pictures = {spec.id: spec.icon for spec in SPECS}
    for id in ids:
        if pictures.get(id):
            actions[id].setIcon(icons.icon(pictures[id]))
        if id == "-":
            menu.addSeparator()
        else:
            menu.addAction(actions[id])
