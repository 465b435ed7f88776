"""リード: imported lead lists with the verdict of each lead and the clauses that decided it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.domain.snapshot import value
from fusenapp.i18n import translate
from fusenapp.ui.areas import Command, SearchItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.leads.area import LeadsArea

    return LeadsArea(context)


def search_items(context: UiContext) -> list[SearchItem]:
    """The imported lists."""
    return [SearchItem(value("datasets", d, "name"), value("datasets", d, "source"), "leads", ("datasets", d["id"]))
            for d in context.snapshot().all("datasets")]


def commands(context: UiContext) -> list[Command]:
    """What can be done with leads."""
    from fusenapp.ui.importing import start_import

    def bring() -> None:
        from PySide6.QtWidgets import QApplication

        window = QApplication.activeWindow()
        if window is not None:
            start_import(context, window)

    return [Command("leads.import", translate("Leads", "Import a spreadsheet…"), bring, "import", "Ctrl+I")]
