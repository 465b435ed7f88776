"""結果と突き合わせる: a lead list and what sales made of the leads become one list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fusenapp.domain.snapshot import value
from fusenapp.editing import joining as verbs
from fusenapp.i18n import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.flows.joining import Joined, Plan
    from fusenapp.ui.context import UiContext


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

    decided = verbs.decisions(context.snapshot()) | {id: same for id, same in said.items() if same is not None}
    decided = {id: same for id, same in decided.items() if said.get(id, same) is not None}

    def put(join: Joined) -> None:
        joining.commit(context.document, context.workspace.blobs.put, join, said)
        context.bridge.flush()
        context.notify(words(join), undo=True)

    label = translate("Joining", "Joining with {name}").format(name=value("datasets", plan.outcome_list, "name"))
    context.run(label, lambda progress: joining.joined(plan, joining.matched(plan, decided), columns=columns), put)


def words(join: Joined) -> str:
    """What a join did, in one sentence."""
    matching = join.matching
    told = translate("Joining", "%n lead(s) got their outcome.", n=int((matching.chosen >= 0).sum()))
    if matching.doubtful_outcomes:
        told += " " + translate("Joining", "%n doubtful outcome row(s) were left out.", n=matching.doubtful_outcomes)
    return told


def keep(context: UiContext, said: Mapping[str, bool | None]) -> None:
    """Keep what was settled without joining."""
    if said and not context.closed:
        count = verbs.settle(context.document, said)
        if count:
            context.bridge.flush()
            context.notify(translate("Joining", "%n decision(s) about doubtful matches were kept.", n=count), undo=True)


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
