"""A refresh goes into the workspace, and the user is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.keeping import Put, keep_first

if TYPE_CHECKING:
    from fusenapp.flows import ImportReport
    from fusenapp.flows.refreshing import Refresh
    from fusenapp.flows.taking import Ready


def take(context: UiContext, found: Refresh, then: Callable[[ImportReport], Any] | None = None,
         failed: Callable[[Exception], Any] | None = None) -> None:
    """Put a refresh in, and tell; what is joined with it is joined again in the same step, for which a worker is needed.

    Args:
        then: called with the report once it is in.
        failed: called if it could not be put in; without it the user is told.
    """
    from fusenapp.flows import refreshing, taking

    snapshot, read = context.snapshot(), context.store.read_blob

    def put(ready: Ready, keep: Put) -> None:
        report = taking.take(context.document, keep, context.workspace.blobs.get, ready)
        context.bridge.flush()
        context.notify(words(found) + _open_rows(context, found), undo=True)
        if then is not None:
            then(report)

    if taking.concerned(snapshot, found.dataset):
        label = translate("Refreshing", "Refreshing “{name}”").format(name=found.name)
        context.run(label, lambda progress: refreshing.ready(snapshot, read, found),
                    lambda ready: keep_first(context, ready.contents, lambda keep: put(ready, keep)), failed)
    else:
        put(refreshing.ready(snapshot, read, found), context.workspace.blobs.put)


def _open_rows(context: UiContext, found: Refresh) -> str:
    """How many rows of a KPI sheet feed no KPI; the KPI area says which."""
    if found.figures is None:
        return ""
    from fusenapp.ui.kpi.unconnected import after_import

    told = after_import(context, found.dataset, found.prepared.rows)
    return f" {told}" if told else ""


def words(found: Refresh) -> str:
    """What a refresh brought, in one sentence."""
    new, changed, removed, _ = (f"{count:,}" for count in found.told)
    if found.figures is not None:
        text = translate("Refreshing", "“{name}” was refreshed from {file}: {new} new, {changed} changed, {removed} removed figures.")
    else:
        text = translate("Refreshing", "“{name}” was refreshed from {file}: {new} new, {changed} changed, {removed} removed rows.")
    return text.format(name=found.name, file=found.prepared.path.name, new=new, changed=changed, removed=removed)
