"""What the board's menus are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from fusenapp.ui.icons import icon
from fusenapp.ui.journey.board_model import Cell
from fusenapp.ui.journey.surface import Board


def entry(menu: QMenu, text: str, run: Callable[[], object], keys: str = "", icon_name: str = "", *, enabled: bool = True) -> QAction:
    """A menu entry; the keys are shown, not bound: the board's own table does them."""
    entry = menu.addAction(f"{text}\t{keys}" if keys else text)
    if icon_name:
        entry.setIcon(icon(icon_name))
    entry.setEnabled(enabled)
    entry.triggered.connect(lambda: run())
    return entry


def below(board: Board, cell: Cell) -> QPoint:
    """Where a menu for a cell opens."""
    x, y, _, h = board.port.rect_to_screen(board.scene.layout.cell_rect(cell))
    return QPoint(int(max(x, board.port.left)) + 8, int(y + min(h, 40)))


def popup(board: Board, menu: QMenu, at: QPoint) -> None:
    """Open a menu at a place on the board; it is gone when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    board.open_menu = menu
    menu.popup(board.mapToGlobal(at))
