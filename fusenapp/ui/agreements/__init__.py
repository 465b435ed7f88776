"""合意: every item, its revision, the departments' stamps and what has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.i18n import translate
from fusenapp.ui.areas import Command

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.agreements.area import AgreementsArea

    return AgreementsArea(context)


def commands(context: UiContext) -> list[Command]:
    """What can be done with agreements."""
    from fusenapp.ui.agreements.area import propose_all

    return [Command("agreements.propose_all", translate("Agreements", "Propose all"), lambda: propose_all(context), "proposed")]
