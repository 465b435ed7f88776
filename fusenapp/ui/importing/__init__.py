"""Bringing a spreadsheet in: read it beside the window, show what was understood, then take it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fusenapp.i18n import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.flows import ImportReport, Prepared
    from fusenapp.ui.background import Progress
    from fusenapp.ui.context import UiContext

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt")


def start_import(context: UiContext, parent: QWidget, path: Path | None = None, purpose: str | None = None,
                 done: Callable[[ImportReport], Any] | None = None) -> None:
    """Let the user choose a file (or take ``path``), show the preview and import it.

    Args:
        purpose: ``leads`` or ``kpi`` if the place where the user started says so.
        done: called with the report once it is in.
    """
    chosen = path or _ask(parent)
    if chosen is None:
        return
    label = translate("Importing", "Reading {name}").format(name=chosen.name)
    context.run(label, lambda progress: _read(chosen, purpose, progress), lambda prepared: _show(context, parent, prepared, done), owner=parent)


def _read(path: Path, purpose: str | None, progress: Progress) -> Prepared:
    """On the worker, the loading of the libraries included."""
    from fusenapp.flows import importing

    return importing.prepare(path, purpose, progress=progress)


def _ask(parent: QWidget) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    kinds = translate("Importing", "Spreadsheets") + " (" + " ".join(f"*{s}" for s in SUFFIXES) + ")"
    name, _ = QFileDialog.getOpenFileName(parent, translate("Importing", "Choose a spreadsheet"), "", kinds)
    return Path(name) if name else None


def _show(context: UiContext, parent: QWidget, prepared: Prepared, done: Callable[[ImportReport], Any] | None) -> None:
    from fusenapp.ui.importing.dialog import ImportDialog

    dialog = ImportDialog(context, prepared, parent)
    dialog.accepted.connect(lambda: take(context, dialog.prepared, dialog.name, done))
    dialog.open()


def take(context: UiContext, prepared: Prepared, name: str, done: Callable[[ImportReport], Any] | None = None) -> None:
    """Put a prepared table into the workspace: packed and compared on a worker, written in one step."""
    from fusenapp.flows import commit, importing

    blobs, snapshot = context.workspace.blobs, context.snapshot()
    read = context.store.read_blob

    def put(worked: tuple[bytes, importing.Counts]) -> None:
        packed, counts = worked
        report = commit(context.document, blobs.put, blobs.get, prepared, name=name, packed=packed, counts=counts)
        context.bridge.flush()
        context.notify(words(prepared, report), undo=True)
        if done is not None:
            done(report)

    label = translate("Importing", "Importing {name}").format(name=prepared.path.name)
    context.run(label, lambda progress: (prepared.dataset.to_parquet(), importing.compared(snapshot, prepared, name, read)), put)


def words(prepared: Prepared, report: ImportReport) -> str:
    """What an import did, in one sentence."""
    if report.changed or report.removed or report.unchanged:
        return translate("Importing", "{name} was refreshed: {new} new, {changed} changed, {removed} removed rows.").format(
            name=prepared.path.name, new=f"{report.new:,}", changed=f"{report.changed:,}", removed=f"{report.removed:,}")
    text = translate("Importing", "%n row(s) of {name} were imported.", n=report.rows).format(name=prepared.path.name)
    if report.problems:
        text += " " + translate("Importing", "%n place(s) need a look.", n=len(report.problems))
    return text
