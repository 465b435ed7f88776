"""What can be done with the source of an imported list or KPI sheet: read it again, read another file, watch it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from fusenapp.flows.watching import is_spreadsheet
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.importing import asking, start_import
from fusenapp.ui.refreshing import start_refresh

if TYPE_CHECKING:
    from fusenapp.ui.refreshing.watching import Watching


def source_actions(menu: QMenu, parent: QWidget, context: UiContext, dataset: str, watching: Watching | None) -> None:
    """Add the entries. The drive of the file is not asked: one that is gone would hold the window up.

    Args:
        watching: None where there is no file to keep the rows in (tests of an area): no refresh then.
    """
    source = Path(context.snapshot().value("datasets", dataset, "source"))
    if watching is not None:
        menu.addAction(translate("Refreshing", "Refresh from {name}…").format(name=source.name), lambda: start_refresh(context, parent, dataset))
        menu.addAction(translate("Refreshing", "Refresh from another file…"), lambda: _from_another(parent, context, dataset, source))
        menu.addSeparator()
        _watch_actions(menu, parent, dataset, source, watching)
        menu.addSeparator()
    menu.addAction(translate("Refreshing", "Import again from {name}").format(name=source.name), lambda: start_import(context, parent, source))


def _watch_actions(menu: QMenu, parent: QWidget, dataset: str, source: Path, watching: Watching) -> None:
    target = watching.target(dataset)
    in_folder = target is not None and not is_spreadsheet(target.name)
    watched = source if target is None or in_folder else target
    file = menu.addAction(translate("Refreshing", "Watch {name} and refresh").format(name=watched.name))
    file.setCheckable(True)
    file.setChecked(watched == target)
    file.triggered.connect(lambda on: watching.watch(dataset, source) if on else watching.stop(dataset))
    words = translate("Refreshing", "Watch a folder and refresh…")
    if in_folder and target is not None:
        words = translate("Refreshing", "Watch the folder {name} and refresh").format(name=target.name)
    folder = menu.addAction(words)
    folder.setCheckable(True)
    folder.setChecked(in_folder)
    folder.triggered.connect(lambda on: _watch_folder(parent, dataset, source, watching) if on else watching.stop(dataset))


def _watch_folder(parent: QWidget, dataset: str, source: Path, watching: Watching) -> None:
    """The newest file of the same layout in a folder is taken from now on."""
    chosen = QFileDialog.getExistingDirectory(parent, translate("Refreshing", "Choose the folder to watch"), str(source.parent))
    if chosen:
        watching.watch(dataset, Path(chosen))


def _from_another(parent: QWidget, context: UiContext, dataset: str, source: Path) -> None:
    path = asking.ask_file(parent, translate("Refreshing", "Choose the newer file"), source.parent)
    if path is not None:
        start_refresh(context, parent, dataset, path)
