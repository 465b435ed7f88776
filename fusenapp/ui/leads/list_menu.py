"""What can be done with one imported list: refresh it, watch its file or folder, import it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from fusenapp.flows.watching import is_spreadsheet
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.importing import asking, start_import
from fusenapp.ui.joining import take_out
from fusenapp.ui.leads.refresh_dialog import start_refresh

if TYPE_CHECKING:
    from fusenapp.ui.leads.watching import Watching


def list_menu(parent: QWidget, context: UiContext, dataset: str, watching: Watching | None) -> QMenu:
    """The menu, to be shown by the caller.

    Args:
        watching: None where there is no file to keep the rows in (tests of an area): no refresh then.
    """
    menu = QMenu(parent)
    source = Path(context.snapshot().value("datasets", dataset, "source"))
    there = source.is_file()
    if watching is not None:
        words = translate("Leads", "Refresh from {name}…").format(name=source.name)
        again = menu.addAction(words, lambda: start_refresh(context, parent, dataset))
        again.setEnabled(there)
        menu.addAction(translate("Leads", "Refresh from another file…"), lambda: _from_another(parent, context, dataset, source))
        menu.addSeparator()
        _watch_actions(menu, parent, dataset, source, watching)
        menu.addSeparator()
    if context.snapshot().value("datasets", dataset, "join"):
        menu.addAction(translate("Joining", "Take the outcomes out"), lambda: take_out(context, dataset))
    anew = menu.addAction(translate("Leads", "Import again from {name}").format(name=source.name), lambda: start_import(context, parent, source))
    anew.setEnabled(there)
    return menu


def _watch_actions(menu: QMenu, parent: QWidget, dataset: str, source: Path, watching: Watching) -> None:
    target = watching.target(dataset)
    in_folder = target is not None and not is_spreadsheet(target.name)
    watched = source if target is None or in_folder else target
    file = menu.addAction(translate("Leads", "Watch {name} and refresh").format(name=watched.name))
    file.setEnabled(watched.is_file() or watched == target)
    file.setCheckable(True)
    file.setChecked(watched == target)
    file.triggered.connect(lambda on: watching.watch(dataset, source) if on else watching.stop(dataset))
    words = translate("Leads", "Watch a folder and refresh…")
    if in_folder and target is not None:
        words = translate("Leads", "Watch the folder {name} and refresh").format(name=target.name)
    folder = menu.addAction(words)
    folder.setCheckable(True)
    folder.setChecked(in_folder)
    folder.triggered.connect(lambda on: _watch_folder(parent, dataset, source, watching) if on else watching.stop(dataset))


def _watch_folder(parent: QWidget, dataset: str, source: Path, watching: Watching) -> None:
    """The newest file of the same layout in a folder is taken from now on."""
    chosen = QFileDialog.getExistingDirectory(parent, translate("Leads", "Choose the folder to watch"), str(source.parent))
    if chosen:
        watching.watch(dataset, Path(chosen))


def _from_another(parent: QWidget, context: UiContext, dataset: str, source: Path) -> None:
    path = asking.ask_file(parent, translate("Leads", "Choose the newer file"), source.parent)
    if path is not None:
        start_refresh(context, parent, dataset, path)
