"""引き渡し: what sales accepted, gave back and why, what waits past the deadline, which clause is overruled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.handing.area import HandingArea

    return HandingArea(context)
