"""The part of the board's menus that is about phases and lanes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from fusenapp.editing import journeys
from fusenapp.i18n import translate
from fusenapp.ui.icons import icon
from fusenapp.ui.journey.board_commands import BoardCommands
from fusenapp.ui.journey.menu_parts import entry


def phase_entries(commands: BoardCommands, menu: QMenu, index: int) -> None:
    """What can be done with a phase."""
    board, grid = commands.board, commands.grid
    count, free = len(board.model.phases), not board.model.locked
    entry(menu, translate("Board", "Rename"), lambda: grid.rename("phases", index), enabled=free)
    entry(menu, translate("Board", "Insert phase before"), lambda: grid.insert("phases", index), enabled=free)
    entry(menu, translate("Board", "Insert phase after"), lambda: grid.insert("phases", index + 1), enabled=free)
    entry(menu, translate("Board", "Insert “on hold” after"), lambda: grid.insert_pause(index + 1), enabled=free)
    pause = board.model.phases[index].pause
    resting = entry(menu, translate("Board", "The purchase is on hold"), lambda: grid.mark_pause(index, not pause), enabled=free)
    resting.setCheckable(True)
    resting.setChecked(pause)
    entry(menu, translate("Board", "Move left"), lambda: grid.move("phases", index, index - 1), enabled=free and index > 0)
    entry(menu, translate("Board", "Move right"), lambda: grid.move("phases", index, index + 2), enabled=free and index + 1 < count)
    _size_entries(menu, lambda step: grid.resize("phases", index, board.model.phases[index].width + step if step else None), free,
                  translate("Board", "Wider"), translate("Board", "Narrower"))
    folded = board.model.phases[index].folded
    entry(menu, translate("Board", "Unfold") if folded else translate("Board", "Fold"), lambda: grid.fold("phases", index, not folded))
    _remove_entries(commands, menu, "phases", index, [(p.id, p.name) for p in board.model.phases])


def lane_entries(commands: BoardCommands, menu: QMenu, index: int) -> None:
    """What can be done with a lane."""
    board, grid = commands.board, commands.grid
    count, free = len(board.model.lanes), not board.model.locked
    lane = board.model.lanes[index]
    height = board.scene.layout.lane_span(index)[1]
    entry(menu, translate("Board", "Rename"), lambda: grid.rename("lanes", index), enabled=free)
    entry(menu, translate("Board", "Insert lane above"), lambda: grid.insert("lanes", index), enabled=free)
    entry(menu, translate("Board", "Insert lane below"), lambda: grid.insert("lanes", index + 1), enabled=free)
    entry(menu, translate("Board", "Move up"), lambda: grid.move("lanes", index, index - 1), enabled=free and index > 0)
    entry(menu, translate("Board", "Move down"), lambda: grid.move("lanes", index, index + 2), enabled=free and index + 1 < count)
    _size_entries(menu, lambda step: grid.resize("lanes", index, height + step if step else None), free,
                  translate("Board", "Higher"), translate("Board", "Lower"))
    if lane.content == "notes":
        split = entry(menu, translate("Board", "Rows per role"), lambda: grid.split(index, not lane.by_role))
        split.setCheckable(True)
        split.setChecked(lane.by_role)
    entry(menu, translate("Board", "Unfold") if lane.folded else translate("Board", "Fold"),
           lambda: grid.fold("lanes", index, not lane.folded))
    _remove_entries(commands, menu, "lanes", index, [(other.id, other.name) for other in board.model.lanes if other.content == lane.content])


def _size_entries(menu: QMenu, resize: Callable[[float], None], free: bool, more: str, less: str) -> None:
    part = menu.addMenu(translate("Board", "Size"))
    part.setEnabled(free)
    entry(part, more, lambda: resize(40.0))
    entry(part, less, lambda: resize(-40.0))
    entry(part, translate("Board", "Usual size"), lambda: resize(0.0))


def _remove_entries(commands: BoardCommands, menu: QMenu, axis: journeys.Axis, index: int, others: list[tuple[str, str]]) -> None:
    grid, own = commands.grid, commands.grid.ids(axis)[index]
    count = grid.notes_of(axis, index)
    menu.addSeparator()
    free = not grid.locked and len(grid.ids(axis)) > 1
    if not count:
        entry(menu, translate("Board", "Remove"), lambda: grid.remove(axis, index, None), icon_name="trash", enabled=free)
        return
    part = menu.addMenu(icon("trash"), translate("Board", "Remove, and its %n note(s)…", n=count))
    part.setEnabled(free)
    for id, name in others:
        if id != own:
            entry(part, translate("Board", "move to “{name}”").format(name=name), lambda target=id: grid.remove(axis, index, target))
    part.addSeparator()
    entry(part, translate("Board", "are deleted too"), lambda: grid.remove(axis, index, None), icon_name="trash")
