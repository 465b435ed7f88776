"""How every table that is only read behaves: the keyboard walks through it and leaves it, nothing in it is edited."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

ROW = 28
"""Height of a row."""

View = TypeVar("View", bound=QTableView)


def read_only(view: View, name: str, *, high: int = ROW, rows: bool = True, single: bool = False, numbered: bool = False,
              striped: bool = False, grid: bool = True) -> View:
    """Set a table up for reading; the same view is returned.

    Args:
        name: what screen readers say.
        high: height of the rows.
        rows: whole rows are chosen, not cells.
        single: one row or cell at a time.
        numbered: the rows have their numbers on the left.
        striped: every other row has another ground.
        grid: lines between the cells.
    """
    view.setAccessibleName(name)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    if rows:
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    if single:
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setShowGrid(grid)
    view.setAlternatingRowColors(striped)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setCornerWidget(QWidget())  # else the style draws a box between the scroll bars
    view.horizontalHeader().setHighlightSections(False)
    head = view.verticalHeader()
    head.setVisible(numbered)
    head.setDefaultSectionSize(high)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return view
