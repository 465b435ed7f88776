"""Bringing a spreadsheet in: read it beside the window, show what was understood, then take it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from fusenapp.i18n import translate
from fusenapp.ui.importing import asking
from fusenapp.ui.keeping import Put, keep_first

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.flows import ImportReport, Prepared
    from fusenapp.flows.refreshing import Refresh
    from fusenapp.flows.taking import Ready
    from fusenapp.ui.context import UiContext

_NEEDED = ("fusenapp.tables", "fusenapp.flows.proposals", "fusenapp.flows.taking", "fusenapp.ui.importing.dialog")


def start_import(context: UiContext, parent: QWidget, path: Path | None = None, purpose: str | None = None,
                 done: Callable[[ImportReport], Any] | None = None, *, origin: str = "") -> None:
    """Let the user choose a file (or take ``path``), show the assistant and import what was settled in it.

    Args:
        purpose: ``leads`` or ``kpi`` if the place where the user started says so.
        done: called with the report once it is in.
        origin: what to call the source where it is no file of the user's (pasted cells).
    """
    chosen = path or asking.ask_file(parent)
    if chosen is None:
        return
    if all(module in sys.modules for module in _NEEDED):
        _open(context, parent, chosen, purpose, done, origin)
        return
    label = translate("Importing", "Reading {name}").format(name=origin or chosen.name)
    context.run(label, lambda _progress: load(), lambda _: _open(context, parent, chosen, purpose, done, origin), owner=parent)


def load() -> None:
    """Load what the assistant needs, the first time on a worker: it takes most of a second, and the window would be silent meanwhile."""
    for module in _NEEDED:
        import_module(module)


def _open(context: UiContext, parent: QWidget, chosen: Path, purpose: str | None, done: Callable[[ImportReport], Any] | None,
          origin: str) -> None:
    from fusenapp.ui.importing.dialog import ImportDialog

    dialog = ImportDialog(context, chosen, parent, purpose=purpose, origin=origin)
    dialog.accepted.connect(lambda: take(context, dialog.prepared, dialog.name, done, _window_of(dialog)))
    # a slot of the dialog must not hold the parent: as its last holder it would destroy it, and so the dialog again, while the dialog goes
    dialog.agreement_found.connect(lambda path: _propose(context, dialog, path))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()


def _window_of(dialog: QWidget) -> QWidget | None:
    """What another dialog may belong to: the area may be made anew while a worker compares."""
    parent = dialog.parentWidget()
    return parent.window() if parent is not None else None


def _propose(context: UiContext, dialog: QWidget, path: Path) -> None:
    from fusenapp.ui import proposals

    proposals.start_proposals(context, dialog.parentWidget() or dialog, path)


def take(context: UiContext, prepared: Prepared, name: str, done: Callable[[ImportReport], Any] | None = None,
         parent: QWidget | None = None) -> None:
    """Put a prepared table into the workspace: packed, compared and joined again on a worker, written in one step.

    One that would take rows or columns from a list that is there is shown first, as a refresh is.
    """
    from fusenapp.flows import refreshing, taking

    snapshot, read = context.snapshot(), context.store.read_blob

    def look(_progress: Any) -> Refresh | taking.Ready:
        again = refreshing.of_prepared(snapshot, read, prepared, name)
        return again.reckoned() if again is not None else taking.ready(snapshot, read, prepared, name=name)

    def go_on(found: Refresh | taking.Ready) -> None:
        if isinstance(found, taking.Ready):
            keep_first(context, found.contents if found.joins else (), lambda keep: _put(context, found, keep, done))
        else:
            _again(context, found, parent, done)

    label = translate("Importing", "Importing {name}").format(name=prepared.path.name)
    context.run(label, look, go_on)


def _again(context: UiContext, found: Refresh, parent: QWidget | None, done: Callable[[ImportReport], Any] | None) -> None:
    from fusenapp.ui import refreshing

    if found.needs_a_look and parent is not None:
        refreshing.show_first(context, parent, found, done)
    else:
        refreshing.accept(context, found, done)


def _put(context: UiContext, ready: Ready, keep: Put, done: Callable[[ImportReport], Any] | None) -> None:
    from fusenapp.flows import taking

    report = taking.take(context.document, keep, context.workspace.blobs.get, ready)
    context.bridge.flush()
    context.notify(words(ready.prepared, report) + _open_rows(context, ready.prepared, report), undo=True)
    if done is not None:
        done(report)


def _open_rows(context: UiContext, prepared: Prepared, report: ImportReport) -> str:
    """How many rows of a KPI sheet feed no KPI yet; the KPI area says which. Or that there is no KPI yet."""
    if prepared.purpose != "kpi":
        return ""
    from fusenapp.ui.kpi.unconnected import after_import

    if not context.snapshot().all("kpis"):
        return " " + translate("Importing", "Begin a KPI tree: KPIs of the same name get these figures.")
    told = after_import(context, report.dataset, prepared.rows)
    return f" {told}" if told else ""


def words(prepared: Prepared, report: ImportReport) -> str:
    """What came in, in one sentence."""
    text = translate("Importing", "%n row(s) of {name} were imported.", n=report.rows).format(name=prepared.path.name)
    if report.problems:
        text += " " + translate("Importing", "%n place(s) need a look.", n=len(report.problems))
    return text
