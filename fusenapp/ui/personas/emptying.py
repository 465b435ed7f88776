"""Taking everything out of a layout."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Hide and delete the widgets of a layout, those of layouts inside it too."""
    while (item := layout.takeAt(0)) is not None:
        inner, gone = item.layout(), item.widget()
        if inner is not None:
            empty(inner)
        if gone is not None:
            gone.hide()
            gone.deleteLater()
