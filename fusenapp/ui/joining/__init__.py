"""結果と突き合わせる: a lead list and what sales made of the leads become one list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QTimer

from fusenapp.domain.snapshot import value
from fusenapp.editing import joining as verbs
from fusenapp.i18n import translate
from fusenapp.ui.keeping import Put, keep_first

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.flows.joining import Joined, Plan
    from fusenapp.ui.context import UiContext


SLICE = 120
"""Decisions written at once."""


def start_join(context: UiContext, parent: QWidget, leads: str) -> None:
    """Show the dialog for a lead list; what is settled in it is kept even if it is closed without joining."""
    from fusenapp.ui.joining.dialog import JoinDialog

    dialog = JoinDialog(context, leads, parent)
    dialog.accepted.connect(lambda: take(context, dialog.plan, dialog.columns.chosen(), dialog.said) if dialog.plan else None)
    dialog.rejected.connect(lambda: keep(context, dialog.said))
    dialog.open()


def take(context: UiContext, plan: Plan, columns: Sequence[str], said: Mapping[str, bool | None]) -> None:
    """Join on a worker, put in as one step."""
    from fusenapp.flows import joining

    snapshot = context.snapshot()

    def work(_progress: object) -> Joined:
        decided = {**verbs.decisions(snapshot), **said}
        return joining.joined(plan, joining.matched(plan, {id: same for id, same in decided.items() if same is not None}), columns=columns)

    def put(join: Joined, keep: Put) -> None:
        def last(group: str) -> None:
            joining.commit(context.document, keep, join, group=group)
            context.bridge.flush()
            context.notify(words(join), undo=True)

        in_slices(context, said, verbs.join_label(), last)

    label = translate("Joining", "Joining with {name}").format(name=value("datasets", plan.outcome_list, "name"))
    context.run(label, work, lambda join: keep_first(context, (join.packed,), lambda keep: put(join, keep)))


def in_slices(context: UiContext, said: Mapping[str, bool | None], label: str, last: Callable[[str], Any]) -> None:
    """Write decisions into the document, a slice at a time: ten thousands of them would hold the window up. One undo step.

    Args:
        last: called with the group of the step, to write what belongs to it at the end.
    """
    waiting, group = list(said.items()), f"settle {uuid4().hex}"

    def go_on() -> None:
        if context.closed:
            return
        now, waiting[:SLICE] = waiting[:SLICE], []
        verbs.settle(context.document, dict(now), label=label, group=group)
        if waiting:
            QTimer.singleShot(0, context, go_on)
        else:
            last(group)

    go_on()


def words(join: Joined) -> str:
    """What a join did, in one sentence."""
    matching = join.matching
    told = translate("Joining", "%n lead(s) got their outcome.", n=int((matching.chosen >= 0).sum()))
    if matching.doubtful_outcomes:
        told += " " + translate("Joining", "%n doubtful outcome row(s) were left out.", n=matching.doubtful_outcomes)
    return told


def keep(context: UiContext, said: Mapping[str, bool | None]) -> None:
    """Keep what was settled without joining."""
    def last(_group: str) -> None:
        context.bridge.flush()
        context.notify(translate("Joining", "%n decision(s) about doubtful matches were kept.", n=len(changed)), undo=True)

    known = context.document.get
    changed = {id: same for id, same in said.items() if (known("pairings", id) or {}).get("same") is not same}
    if changed and not context.closed:
        in_slices(context, changed, "", last)


def keep_up(context: UiContext) -> None:
    """After an import: make the joins again of which one side is new."""
    from fusenapp.flows import joining

    snapshot = context.snapshot()
    if not joining.stale(snapshot) or context.workspace is None:
        return
    read = context.store.read_blob

    def put(found: list[Joined]) -> None:
        waiting = {record["id"] for record in joining.stale(context.snapshot())}
        for join in found:
            if join.plan.lead_list["id"] in waiting and not joining.outdated(context.snapshot(), join):
                joining.commit(context.document, context.workspace.blobs.put, join)
        context.bridge.flush()

    context.run(translate("Joining", "Joining anew"), lambda progress: joining.renewed(read, snapshot), put)


def take_out(context: UiContext, leads: str) -> None:
    """The lead list without its outcomes; decisions stay for the next time."""
    from fusenapp.flows import joining

    joining.part(context.document, context.workspace.blobs.get, leads)
    context.notify(translate("Joining", "The outcomes were taken out of the list."), undo=True)
