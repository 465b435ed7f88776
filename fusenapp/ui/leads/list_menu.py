"""What can be done with one imported list: refresh it, watch its file or folder, import it again; the same for its outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from fusenapp.domain.snapshot import value
from fusenapp.editing import datasets
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.joining import take_out
from fusenapp.ui.refreshing.menu import source_actions

if TYPE_CHECKING:
    from fusenapp.ui.refreshing.watching import Watching


def list_menu(parent: QWidget, context: UiContext, dataset: str, watching: Watching | None) -> QMenu:
    """The menu, to be shown by the caller.

    Args:
        watching: as of `source_actions`.
    """
    menu = QMenu(parent)
    source_actions(menu, parent, context, dataset, watching)
    second = joined_with(context, dataset)
    if second:
        menu.addSeparator()
        name = context.snapshot().value("datasets", second, "name")
        source_actions(menu.addMenu(translate("Joining", "Outcomes: {name}").format(name=name)), parent, context, second, watching)
    if context.snapshot().value("datasets", dataset, "join"):
        menu.addAction(translate("Joining", "Take the outcomes out"), lambda: take_out(context, dataset))
    menu.addSeparator()
    menu.addAction(translate("Leads", "Delete this list"), lambda: _delete(context, dataset))
    return menu


def joined_with(context: UiContext, dataset: str) -> str:
    """Id of the outcomes that a lead list is joined with; empty for none."""
    snapshot = context.snapshot()
    join = value("datasets", snapshot.get("datasets", dataset) or {}, "join") or {}
    second = join.get("outcomes", "")
    return second if snapshot.get("datasets", second) else ""


def _delete(context: UiContext, dataset: str) -> None:
    datasets.delete_dataset(context.document, dataset)
    context.notify(translate("Leads", "The list was deleted."), undo=True)
