"""Menus of the board: what is under the pointer, departments in charge, KPIs, links."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu

from fusenapp.domain.journey import PAPER_NAMES, PAPERS
from fusenapp.domain.snapshot import Record
from fusenapp.editing import journeys, links, notes
from fusenapp.i18n import language, translate
from fusenapp.ui.clause_words import clause_words
from fusenapp.ui.icons import icon
from fusenapp.ui.journey.board_model import Cell
from fusenapp.ui.journey.hit import Hit, hit_test
from fusenapp.ui.journey.navigation import takes_notes

if TYPE_CHECKING:
    from fusenapp.ui.journey.board_view import BoardView


def context(board: BoardView, event: QContextMenuEvent) -> None:
    """Open the menu for what is under the pointer; by keyboard, for the selection."""
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        hit, at = _focus(board)
    else:
        pos = QPointF(event.pos())
        hit, at = hit_test(board.model, board.scene.layout, board.port, pos.x(), pos.y()), event.pos()
    if hit.kind == "note" and board.model.id(hit.number) not in board.selection.ids:
        board.selection.set([board.model.id(hit.number)])
    _popup(board, build(board, hit), at)


def build(board: BoardView, hit: Hit) -> QMenu:
    """The menu for a thing on the board."""
    menu = QMenu(board)
    if hit.kind == "note":
        _note_entries(board, menu)
    elif hit.kind in ("phase", "phase-edge"):
        _phase_entries(board, menu, hit.number)
    elif hit.kind in ("lane", "lane-edge") and hit.number >= 0:
        _lane_entries(board, menu, hit.number)
    elif hit.cell is not None:
        _cell_entries(board, menu, hit.cell)
    if not menu.isEmpty():
        menu.addSeparator()
    _entry(menu, translate("Board", "Show everything"), board.fit, "Ctrl+1")
    return menu


def departments(board: BoardView, cell: Cell) -> None:
    """Offer who is in charge of a phase."""
    menu = QMenu(board)
    place = board.model.place(cell)
    held = {record.get("department") for slot in board.model.slots(cell) if (record := board.model.records[slot])}
    for id, record in board.model.departments.items():
        entry = menu.addAction(record.get("name") or id)
        entry.setCheckable(True)
        entry.setChecked(id in held)
        entry.triggered.connect(lambda _=False, d=id: _toggle_department(board, place, d))
    _popup(board, menu, _below(board, cell))


def kpis(board: BoardView, cell: Cell) -> None:
    """Offer the KPIs of the tree for a cell of the KPI lane, or a text of one's own."""
    menu = QMenu(board)
    for record in board.context.snapshot().all("kpis"):
        _entry(menu, record.get("name") or record["id"], lambda r=record: _add_kpi(board, cell, r["id"], r.get("name") or ""))
    if not menu.isEmpty():
        menu.addSeparator()
    index = len(board.model.slots(cell))
    _entry(menu, translate("Board", "Write a text"), lambda: board.writing.draft(cell, index, 8))
    _popup(board, menu, _below(board, cell))


def links_menu(board: BoardView, note: str) -> QMenu:
    """Things that a note can be linked with; those it is linked with are ticked."""
    menu = QMenu(board)
    held = links.linked_with(board.context.snapshot(), ("notes", note))
    for title, kind, things in _linkable(board):
        part = menu.addMenu(title)
        part.setEnabled(bool(things))
        for id, name in things:
            entry = part.addAction(name)
            entry.setCheckable(True)
            entry.setChecked((kind, id) in held)
            entry.triggered.connect(lambda _=False, end=(kind, id): _toggle_link(board, note, end))
    return menu


def links_popup(board: BoardView, note: str) -> None:
    """Offer things to link a note with."""
    rect = board.port.rect_to_screen(board.scene.layout.note_rect(board.model.slot_of[note]))
    _popup(board, links_menu(board, note), QPoint(int(rect[0]), int(rect[1] + rect[3] + 4)))


def _linkable(board: BoardView) -> list[tuple[str, str, list[tuple[str, str]]]]:
    snapshot = board.context.snapshot()
    people = [(p["id"], p.get("name") or p["id"]) for p in snapshot.all("personas", set=snapshot.value("journeys", board.model.journey, "set"))]
    phrases = clause_words(snapshot)
    clauses = [(c["id"], _clause_words(c, phrases.get(c["id"], ""))) for c in snapshot.all("clauses")]
    kpi_names = [(k["id"], k.get("name") or k["id"]) for k in snapshot.all("kpis")]
    ideas = [(c["id"], c.get("title") or c["id"]) for c in snapshot.all("contents")]
    return [(translate("Board", "Persona"), "personas", people), (translate("Board", "Clause of a definition"), "clauses", clauses),
            (translate("Board", "KPI"), "kpis", kpi_names), (translate("Board", "Content idea"), "contents", ideas)]


def _note_entries(board: BoardView, menu: QMenu) -> None:
    commands, ids = board.commands, board.selection.ids
    _entry(menu, translate("Board", "Write"), commands.edit, "Enter", enabled=len(ids) == 1)
    colours = menu.addMenu(translate("Board", "Colour"))
    for number in range(1, PAPERS + 1):
        _entry(colours, PAPER_NAMES[number - 1].to(language()), lambda n=number: commands.recolour(n), f"Alt+{number}")
    _entry(menu, translate("Board", "Duplicate"), commands.duplicate, "Ctrl+D")
    _entry(menu, translate("Board", "Copy"), commands.clip.copy, "Ctrl+C")
    _entry(menu, translate("Board", "Cluster under a heading"), commands.cluster, "Ctrl+G", enabled=len(ids) > 1)
    if len(ids) == 1:
        part = links_menu(board, ids[0])
        part.setTitle(translate("Board", "Link with"))
        menu.addMenu(part)
        part.setParent(menu, part.windowFlags())
    _entry(menu, translate("Board", "Vote"), commands.vote, "Ctrl+.")
    menu.addSeparator()
    _entry(menu, translate("Board", "Delete"), commands.delete, "Del", "trash")


def _cell_entries(board: BoardView, menu: QMenu, cell: Cell) -> None:
    content = board.model.rows[cell[0]].content
    if takes_notes(board.model, cell):
        _entry(menu, translate("Board", "New note"), lambda: board.commands.new_note(cell), "N", "note")
        _entry(menu, translate("Board", "Paste"), lambda: (board.selection.go(cell), board.commands.clip.paste()), "Ctrl+V")
    elif content == "departments":
        _entry(menu, translate("Board", "Choose departments…"), lambda: departments(board, cell))
    elif content == "kpi":
        _entry(menu, translate("Board", "Add KPI…"), lambda: kpis(board, cell))
    if board.model.rows[cell[0]].lane >= 0:
        _phase_entries(board, menu.addMenu(translate("Board", "Phase")), cell[1])
        _lane_entries(board, menu.addMenu(translate("Board", "Lane")), board.model.rows[cell[0]].lane)


def _phase_entries(board: BoardView, menu: QMenu, index: int) -> None:
    grid, count, free = board.commands.grid, len(board.model.phases), not board.model.locked
    _entry(menu, translate("Board", "Rename"), lambda: grid.rename("phases", index), enabled=free)
    _entry(menu, translate("Board", "Insert phase before"), lambda: grid.insert("phases", index), enabled=free)
    _entry(menu, translate("Board", "Insert phase after"), lambda: grid.insert("phases", index + 1), enabled=free)
    _entry(menu, translate("Board", "Move left"), lambda: grid.move("phases", index, index - 1), enabled=free and index > 0)
    _entry(menu, translate("Board", "Move right"), lambda: grid.move("phases", index, index + 2), enabled=free and index + 1 < count)
    _size_entries(menu, lambda step: grid.resize("phases", index, board.model.phases[index].width + step if step else None), free,
                  translate("Board", "Wider"), translate("Board", "Narrower"))
    folded = board.model.phases[index].folded
    _entry(menu, translate("Board", "Unfold") if folded else translate("Board", "Fold"), lambda: grid.fold("phases", index, not folded))
    _remove_entries(board, menu, "phases", index, [(p.id, p.name) for p in board.model.phases])


def _lane_entries(board: BoardView, menu: QMenu, index: int) -> None:
    grid, count, free = board.commands.grid, len(board.model.lanes), not board.model.locked
    lane = board.model.lanes[index]
    height = board.scene.layout.lane_span(index)[1]
    _entry(menu, translate("Board", "Rename"), lambda: grid.rename("lanes", index), enabled=free)
    _entry(menu, translate("Board", "Insert lane above"), lambda: grid.insert("lanes", index), enabled=free)
    _entry(menu, translate("Board", "Insert lane below"), lambda: grid.insert("lanes", index + 1), enabled=free)
    _entry(menu, translate("Board", "Move up"), lambda: grid.move("lanes", index, index - 1), enabled=free and index > 0)
    _entry(menu, translate("Board", "Move down"), lambda: grid.move("lanes", index, index + 2), enabled=free and index + 1 < count)
    _size_entries(menu, lambda step: grid.resize("lanes", index, height + step if step else None), free,
                  translate("Board", "Higher"), translate("Board", "Lower"))
    if lane.content == "notes":
        split = _entry(menu, translate("Board", "Rows per role"), lambda: grid.split(index, not lane.by_role))
        split.setCheckable(True)
        split.setChecked(lane.by_role)
    _entry(menu, translate("Board", "Unfold") if lane.folded else translate("Board", "Fold"),
           lambda: grid.fold("lanes", index, not lane.folded))
    _remove_entries(board, menu, "lanes", index, [(other.id, other.name) for other in board.model.lanes if other.content == lane.content])


def _size_entries(menu: QMenu, resize: Callable[[float], None], free: bool, more: str, less: str) -> None:
    part = menu.addMenu(translate("Board", "Size"))
    part.setEnabled(free)
    _entry(part, more, lambda: resize(40.0))
    _entry(part, less, lambda: resize(-40.0))
    _entry(part, translate("Board", "Usual size"), lambda: resize(0.0))


def _remove_entries(board: BoardView, menu: QMenu, axis: journeys.Axis, index: int, others: list[tuple[str, str]]) -> None:
    grid, own = board.commands.grid, board.commands.grid.ids(axis)[index]
    count = grid.notes_of(axis, index)
    menu.addSeparator()
    free = not board.model.locked and len(grid.ids(axis)) > 1
    if not count:
        _entry(menu, translate("Board", "Remove"), lambda: grid.remove(axis, index, None), icon_name="trash", enabled=free)
        return
    part = menu.addMenu(icon("trash"), translate("Board", "Remove, and its %n note(s)…", n=count))
    part.setEnabled(free)
    for id, name in others:
        if id != own:
            _entry(part, translate("Board", "move to “{name}”").format(name=name), lambda target=id: grid.remove(axis, index, target))
    part.addSeparator()
    _entry(part, translate("Board", "are deleted too"), lambda: grid.remove(axis, index, None), icon_name="trash")


def _toggle_department(board: BoardView, place: dict[str, str], department: str) -> None:
    journeys.toggle_department(board.context.document, board.model.journey, place["phase"], place["lane"], department)
    board.commands.done()


def _add_kpi(board: BoardView, cell: Cell, kpi: str, name: str) -> None:
    document = board.context.document
    with document.edit(translate("NoteSteps", "Add KPI")):
        made = notes.add_note(document, notes.NewNote(board.commands.place(cell), name, 8))
        links.link(document, ("notes", made), ("kpis", kpi))
    board.commands.done()
    board.selection.set([made])


def _toggle_link(board: BoardView, note: str, end: tuple[str, str]) -> None:
    links.toggle(board.context.document, ("notes", note), end)
    board.commands.done()


def _clause_words(clause: Record, phrase: str) -> str:
    where = {"target": translate("Board", "Target"), "hot-lead": translate("Board", "Hot lead")}.get(str(clause.get("definition")), "")
    return translate("Board", "{definition}: {clause}").format(definition=where, clause=phrase) if where else phrase


def _entry(menu: QMenu, text: str, run: Callable[[], object], keys: str = "", icon_name: str = "", *, enabled: bool = True) -> QAction:
    """A menu entry; the keys are shown, not bound: the board's own table does them."""
    entry = menu.addAction(f"{text}\t{keys}" if keys else text)
    if icon_name:
        entry.setIcon(icon(icon_name))
    entry.setEnabled(enabled)
    entry.triggered.connect(lambda: run())
    return entry


def _focus(board: BoardView) -> tuple[Hit, QPoint]:
    slot = board.selection.lead_slot
    if slot is not None:
        x, y, _, h = board.port.rect_to_screen(board.scene.layout.note_rect(slot))
        return Hit("note", slot, board.model.cell(slot)), QPoint(int(x), int(y + h))
    cell = board.selection.cell or (0, 0)
    return Hit("cell", -1, cell), _below(board, cell)


def _below(board: BoardView, cell: Cell) -> QPoint:
    x, y, _, h = board.port.rect_to_screen(board.scene.layout.cell_rect(cell))
    return QPoint(int(max(x, board.port.left)) + 8, int(y + min(h, 40)))


def _popup(board: BoardView, menu: QMenu, at: QPoint) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    board.open_menu = menu
    menu.popup(board.mapToGlobal(at))
