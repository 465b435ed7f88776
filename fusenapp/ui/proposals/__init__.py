"""An edited copy of the agreement workbook comes back: read beside the window, shown as proposals, taken over one by one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.i18n import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.domain.proposal import Proposals
    from fusenapp.ui.context import UiContext


def is_agreement(path: Path) -> bool:
    """Whether a file is an agreement workbook, so that it is offered as proposals and not as a list to import."""
    from fusenapp.flows.proposals import is_agreement as ask

    return ask(path)


def start_proposals(context: UiContext, parent: QWidget, path: Path | None = None) -> None:
    """Let the user choose an edited workbook (or take ``path``) and show what it proposes."""
    chosen = path or _ask(parent)
    if chosen is None:
        return
    snapshot, workspace = context.snapshot(), context.workspace.uuid if context.workspace else ""

    def read(_progress: object) -> Proposals:
        from fusenapp.flows import proposals

        return proposals.read(chosen, snapshot, workspace=workspace)

    label = translate("Proposals", "Reading {name}").format(name=chosen.name)
    context.run(label, read, lambda found: show(context, parent, found), owner=parent)


def show(context: UiContext, parent: QWidget, found: Proposals) -> None:
    """The dialog; where the copy asks for nothing only a word."""
    from fusenapp.ui.proposals.dialog import ProposalsDialog

    if not found.items and not found.unreadable:
        context.notify(translate("Proposals", "{name} proposes nothing: it says what the workspace says.").format(name=found.name))
        return
    dialog = ProposalsDialog(context, found, parent)
    dialog.accepted.connect(dialog.take)
    dialog.open()


def _ask(parent: QWidget) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    kinds = translate("Proposals", "Agreement workbooks") + " (*.xlsx *.xlsm)"
    name, _ = QFileDialog.getOpenFileName(parent, translate("Proposals", "Choose the edited workbook"), "", kinds)
    return Path(name) if name else None
