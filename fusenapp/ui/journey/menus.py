"""Menus of the board: what is under the pointer, departments in charge, KPIs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from fusenapp.domain.journey import PAPER_NAMES, PAPERS
from fusenapp.editing import journeys, links, notes
from fusenapp.i18n import language, translate
from fusenapp.ui.journey import grid_menus
from fusenapp.ui.journey.arranging import Side
from fusenapp.ui.journey.board_commands import BoardCommands
from fusenapp.ui.journey.board_model import Cell
from fusenapp.ui.journey.hit import Hit
from fusenapp.ui.journey.menu_parts import below, entry, popup
from fusenapp.ui.journey.navigation import takes_notes
from fusenapp.ui.journey.surface import Board


def context(commands: BoardCommands, event: QContextMenuEvent) -> None:
    """Open the menu for what is under the pointer; by keyboard, for the selection."""
    board = commands.board
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        hit, at = _focus(board)
    else:
        pos = QPointF(event.pos())
        hit, at = board.hit(pos), event.pos()
    if hit.kind == "note" and board.model.id(hit.number) not in board.selection.ids:
        board.selection.set([board.model.id(hit.number)])
    popup(board, build(commands, hit), at)


def build(commands: BoardCommands, hit: Hit) -> QMenu:
    """The menu for a thing on the board."""
    board = commands.board
    menu = QMenu(board)
    if hit.kind == "note":
        _note_entries(commands, menu)
    elif hit.kind in ("phase", "phase-edge"):
        grid_menus.phase_entries(commands, menu, hit.number)
    elif hit.kind in ("lane", "lane-edge") and hit.number >= 0:
        grid_menus.lane_entries(commands, menu, hit.number)
    elif hit.kind == "arrow":
        _arrow_entries(commands, menu, hit.id)
    elif hit.cell is not None:
        _cell_entries(commands, menu, hit.cell)
    if not menu.isEmpty():
        menu.addSeparator()
    entry(menu, translate("Board", "Show everything"), board.fit, "Ctrl+1")
    return menu


def departments(commands: BoardCommands, cell: Cell) -> None:
    """Offer who is in charge of a phase."""
    board = commands.board
    menu = QMenu(board)
    place = board.model.place(cell)
    held = {record.get("department") for slot in board.model.slots(cell) if (record := board.model.records[slot])}
    for id, record in board.model.departments.items():
        choice = menu.addAction(record.get("name") or id)
        choice.setCheckable(True)
        choice.setChecked(id in held)
        choice.triggered.connect(lambda _=False, d=id: _toggle_department(board, place, d))
    popup(board, menu, below(board, cell))


def kpis(commands: BoardCommands, cell: Cell) -> None:
    """Offer the KPIs of the tree for a cell of the KPI lane, or a text of one's own."""
    board = commands.board
    menu = QMenu(board)
    for record in board.context.snapshot().all("kpis"):
        entry(menu, record.get("name") or record["id"], lambda r=record: _add_kpi(board, cell, r["id"], r.get("name") or ""))
    if not menu.isEmpty():
        menu.addSeparator()
    entry(menu, translate("Board", "Write a text"), lambda: commands.write_in(cell, 8))
    popup(board, menu, below(board, cell))


def _note_entries(commands: BoardCommands, menu: QMenu) -> None:
    ids = commands.board.selection.ids
    entry(menu, translate("Board", "Write"), commands.edit, "Enter", enabled=len(ids) == 1)
    colours = menu.addMenu(translate("Board", "Colour"))
    for number in range(1, PAPERS + 1):
        entry(colours, PAPER_NAMES[number - 1].to(language()), lambda n=number: commands.recolour(n), f"Alt+{number}")
    entry(menu, translate("Board", "Duplicate"), commands.duplicate, "Ctrl+D")
    entry(menu, translate("Board", "Copy"), commands.clip.copy, "Ctrl+C")
    entry(menu, translate("JourneyOut", "Copy as a picture"), commands.clip.copy_as_picture)
    entry(menu, translate("JourneyOut", "Copy as a table"), commands.clip.copy_as_table)
    _arrange_entries(commands, menu.addMenu(translate("Board", "Arrange")), len(ids))
    entry(menu, translate("Board", "Connect with an arrow"), commands.arrange.connect, "Ctrl+Shift+L", "connect")
    entry(menu, translate("Board", "Link with…"), commands.link, "Ctrl+L")
    entry(menu, translate("Structure", "Turn into…"), commands.turn, "Ctrl+T", "merge")
    entry(menu, translate("Board", "Vote"), commands.vote, "Ctrl+.")
    menu.addSeparator()
    entry(menu, translate("Board", "Delete"), commands.delete, "Del", "trash")


def _arrange_entries(commands: BoardCommands, menu: QMenu, count: int) -> None:
    arrange = commands.arrange
    entry(menu, translate("Board", "Cluster under a heading"), arrange.cluster, "Ctrl+G", enabled=count > 1)
    menu.addSeparator()
    sides: tuple[tuple[str, Side, str], ...] = (
        (translate("Board", "Align left"), "left", "Ctrl+Shift+←"), (translate("Board", "Align right"), "right", "Ctrl+Shift+→"),
        (translate("Board", "Align top"), "top", "Ctrl+Shift+↑"), (translate("Board", "Align bottom"), "bottom", "Ctrl+Shift+↓"),
        (translate("Board", "Spread across"), "across", ""), (translate("Board", "Spread down"), "down", ""))
    for words, side, keys in sides:
        entry(menu, words, lambda side=side: arrange.align(side), keys, enabled=count > 1)
    menu.addSeparator()
    entry(menu, translate("Board", "Move to the free area"), arrange.float_selected)
    entry(menu, translate("Board", "Move to the parking lot"), arrange.park_selected)


def _arrow_entries(commands: BoardCommands, menu: QMenu, arrow: str) -> None:
    entry(menu, translate("Board", "Write on the arrow"), lambda: commands.arrange.name_arrow(arrow), "Enter", "pencil")
    entry(menu, translate("Board", "Remove"), lambda: commands.arrange.remove_arrow(arrow), "Del", "trash")


def _cell_entries(commands: BoardCommands, menu: QMenu, cell: Cell) -> None:
    board = commands.board
    content = board.model.rows[cell[0]].content
    if takes_notes(board.model, cell):
        entry(menu, translate("Board", "New note"), lambda: commands.new_note(cell), "N", "note")
        entry(menu, translate("Board", "Paste"), lambda: (board.selection.go(cell), commands.clip.paste()), "Ctrl+V")
    elif content == "departments":
        entry(menu, translate("Board", "Choose departments…"), lambda: departments(commands, cell))
    elif content == "kpi":
        entry(menu, translate("Board", "Add KPI…"), lambda: kpis(commands, cell))
    if board.model.rows[cell[0]].lane >= 0:
        entry(menu, translate("Board", "Zoom to this cell"), lambda: commands.zoom_to(cell), "Ctrl+2")
        grid_menus.phase_entries(commands, menu.addMenu(translate("Board", "Phase")), cell[1])
        grid_menus.lane_entries(commands, menu.addMenu(translate("Board", "Lane")), board.model.rows[cell[0]].lane)


def _toggle_department(board: Board, place: dict[str, str], department: str) -> None:
    journeys.toggle_department(board.document, board.model.journey, place["phase"], place["lane"], department)
    board.done()


def _add_kpi(board: Board, cell: Cell, kpi: str, name: str) -> None:
    with board.document.edit(translate("NoteSteps", "Add KPI")):
        made = notes.add_note(board.document, notes.NewNote(board.place(cell), name, 8))
        links.link(board.document, ("notes", made), ("kpis", kpi))
    board.done()
    board.selection.set([made])


def _focus(board: Board) -> tuple[Hit, QPoint]:
    slot = board.selection.lead_slot
    if slot is not None:
        x, y, _, h = board.port.rect_to_screen(board.scene.layout.note_rect(slot))
        return Hit("note", slot, board.model.cell(slot)), QPoint(int(x), int(y + h))
    cell = board.selection.cell or (0, 0)
    return Hit("cell", -1, cell), below(board, cell)
