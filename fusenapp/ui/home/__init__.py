"""Home: where the workspace stands and what needs you now."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area."""
    from fusenapp.ui.home.page import HomePage

    return HomePage(context)
