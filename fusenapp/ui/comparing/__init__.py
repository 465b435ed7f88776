"""突き合わせ: only what two departments, or two copies of the workspace, say differently, settled one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.comparing.area import CompareArea

    return CompareArea(context)
