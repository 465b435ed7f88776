"""更新: an imported list or KPI sheet read again from its file, when the user asks or by itself when the file changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from fusenapp.i18n import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from fusenapp.flows import ImportReport
    from fusenapp.flows.refreshing import Refresh
    from fusenapp.ui.context import UiContext


def start_refresh(context: UiContext, parent: QWidget, dataset: str, path: Path | None = None) -> None:
    """Read the source of a dataset again (or another file) on a worker, then show what would come."""
    snapshot, read = context.snapshot(), context.store.read_blob

    def look(progress: Any) -> Refresh:
        from fusenapp.flows import refreshing

        return refreshing.look(snapshot, read, dataset, path, progress=progress).reckoned()

    source = path or Path(snapshot.value("datasets", dataset, "source"))
    label = translate("Refreshing", "Reading {name} again").format(name=source.name)
    context.run(label, look, lambda found: show_first(context, parent, found), owner=parent)


def show_first(context: UiContext, parent: QWidget, found: Refresh, done: Callable[[ImportReport], Any] | None = None) -> None:
    """Show what would come; it is taken once the user says so."""
    from fusenapp.ui.refreshing.dialog import RefreshDialog

    dialog = RefreshDialog(context, found, parent)
    dialog.accepted.connect(lambda: accept(context, dialog.refresh, done))
    dialog.open()


def accept(context: UiContext, found: Refresh, done: Callable[[ImportReport], Any] | None = None) -> None:
    """Take a refresh that the user looked at; a watched file makes way for the file that came in its place.

    Args:
        done: called with the report once it is in.
    """
    from fusenapp.ui.refreshing.taking import take
    from fusenapp.ui.refreshing.watching import Watching

    watching, before = Watching.of(context), Path(context.snapshot().value("datasets", found.dataset, "source"))

    def taken(report: ImportReport) -> None:
        if watching.target(found.dataset) == before != found.prepared.path:
            watching.watch(found.dataset, found.prepared.path)
        watching.clear(found.dataset)
        if done is not None:
            done(report)

    take(context, found, taken)
