"""What the board does on a key, a button or a menu entry: notes and selection."""

from __future__ import annotations

from PySide6.QtGui import QContextMenuEvent

from fusenapp.document import Document
from fusenapp.domain.journey import EMOTION_RANGE
from fusenapp.domain.journey_gaps import Gap
from fusenapp.domain.snapshot import family
from fusenapp.editing import journeys, notes
from fusenapp.i18n import translate
from fusenapp.ui.journey import navigation
from fusenapp.ui.journey.board_model import Cell
from fusenapp.ui.journey.clipboard import Clipboard
from fusenapp.ui.journey.grid_commands import GridCommands
from fusenapp.ui.journey.surface import Board
from fusenapp.ui.journey.writing import Writing

VOTES = 5
"""Votes that one person may give on one journey."""


class BoardCommands:
    """Commands on notes; those on the grid are in ``grid``, copy and paste in ``clip``."""

    def __init__(self, board: Board, writing: Writing) -> None:
        self.board = self._board = board
        self._writing = writing
        self.clip = Clipboard(board)
        self.grid = GridCommands(board, writing)

    @property
    def _document(self) -> Document:
        return self._board.context.document

    # ---- writing

    def new_note(self, cell: Cell | None = None, colour: int | None = None, index: int | None = None) -> None:
        """Begin a new note in a cell (the current one) and write on it."""
        cell = cell or self._board.target_cell()
        if cell is not None and navigation.takes_notes(self._board.model, cell):
            at = len(self._board.model.slots(cell)) if index is None else index
            self._writing.draft(cell, at, colour or self._board.paper)

    def write_in(self, cell: Cell, colour: int) -> None:
        """Begin a note at the end of a cell of any kind."""
        self._writing.draft(cell, len(self._board.model.slots(cell)), colour)

    def type_on_note(self, text: str) -> None:
        """Go on writing the selected note with this letter."""
        self._writing.edit(self._board.selection.lead, text)

    def edit(self) -> None:
        """Write the selected note; on a cell: go to its first note, or begin one."""
        board = self._board
        if board.selection.ids:
            self.edit_note(board.selection.lead)
        elif board.selection.cell is not None:
            self.enter_cell(board.selection.cell)

    def edit_note(self, id: str) -> None:
        """Write a note; a department in charge opens the choice instead."""
        cell = self._board.model.cell(self._board.model.slot_of[id])
        if self._board.model.rows[cell[0]].content == "departments":
            self.enter_cell(cell)
        else:
            self._writing.edit(id)

    def enter_cell(self, cell: Cell) -> None:
        """What Enter or a double click does on a cell."""
        board = self._board
        content = board.model.rows[cell[0]].content
        if content == "departments":
            board.choose_departments(cell)
        elif content == "kpi":
            board.choose_kpi(cell)
        elif content == "emotion":
            return
        elif board.model.slots(cell) and not board.selection.ids:
            self.select_slot(board.model.slots(cell)[0])
        else:
            self.new_note(cell)

    def step_note(self, step: int) -> None:
        """Leave; on to the next or previous cell's note, or to a new one there in the same colour."""
        board, writing = self._board, self._writing
        was_writing = writing.active
        slot = board.selection.lead_slot
        cell = writing.cell if was_writing else (board.model.cell(slot) if slot is not None else board.selection.cell)
        colour = writing.colour if was_writing else (int(board.model.colour[slot]) if slot is not None else board.paper)
        writing.finish()
        target = navigation.tab_cell(board.model, cell, step) if cell else None
        if target is None:
            return
        there = board.model.slots(target)
        if not there:
            self.new_note(target, colour)
        elif was_writing:
            writing.edit(board.model.id(there[0 if step > 0 else -1]))
        else:
            self.select_slot(there[0 if step > 0 else -1])

    def stack_note(self, direction: int) -> None:
        """Another note below (1) or above (-1) in the same cell, in the same colour."""
        board, writing = self._board, self._writing
        lead = writing.id or board.selection.lead
        slot = board.model.slot_of.get(lead)
        if slot is None:
            self.new_note()
            return
        cell, colour = board.model.cell(slot), int(board.model.colour[slot])
        at = board.model.slots(cell).index(slot)
        written = writing.finish() if writing.active else lead
        self.new_note(cell, colour, at + (1 if direction > 0 and written else 0))

    # ---- selecting

    def select_slot(self, slot: int, *, extend: bool = False) -> None:
        """Select the note in a slot and show it."""
        board = self._board
        id = board.model.id(slot)
        board.selection.set([*board.selection.ids, id] if extend else [id])
        board.reveal_note(id)

    def select_all(self) -> None:
        """Select every note that is shown."""
        model = self._board.model
        self._board.selection.set(id for id, slot in model.slot_of.items() if model.row[slot] >= 0)

    def escape(self) -> None:
        """End a gesture, else select nothing."""
        board = self._board
        if not board.cancel_gesture():
            slot = board.selection.lead_slot
            board.selection.go(board.model.cell(slot) if slot is not None else board.selection.cell)

    def go(self, dx: int, dy: int, *, extend: bool = False) -> None:
        """Select the neighbour; without a selected note move from cell to cell."""
        board = self._board
        slot = board.selection.lead_slot
        if slot is not None:
            other = navigation.neighbour(board.model, board.scene.layout, slot, dx, dy)
            if other is not None:
                self.select_slot(other, extend=extend)
            return
        if self._go_in_emotion(dy):
            return
        cell = navigation.step_cell(board.model, board.selection.cell or (0, 0), dx, dy)
        if cell is not None:
            board.selection.role = 0 if dy >= 0 else max(0, len(board.model.shown_roles) - 1)
            board.selection.go(cell)
            board.reveal_cell(cell)

    def move(self, dx: int, dy: int) -> None:
        """Move the selected notes to the next place or cell; on an emotion point, raise or lower it."""
        board = self._board
        if not board.selection.ids:
            self._shift_emotion(dx, dy)
            return
        if dy and self._move_within(dy):
            return
        targets = {id: self._next_place(id, dx, dy) for id in board.selection.in_reading_order()}
        found = {id: place for id, place in targets.items() if place is not None}
        if found:
            notes.spread_notes(self._document, found)
            self._board.done()
            board.reveal_note(board.selection.lead)

    def _next_place(self, id: str, dx: int, dy: int) -> notes.Place | None:
        model = self._board.model
        cell = model.cell(model.slot_of[id])
        if cell[0] < 0:
            return None
        free = navigation.takes_notes(model, cell)
        target = navigation.step_cell(model, cell, dx, dy, notes_only=True) if free else (
            navigation.step_cell(model, cell, dx, 0) if dx else None)
        return self._board.place(target) if target is not None else None

    def _move_within(self, dy: int) -> bool:
        """Change the order inside one cell; False if the notes lie in several, or at its end already."""
        board, model = self._board, self._board.model
        ids = board.selection.in_reading_order()
        cells = {model.cell(model.slot_of[id]) for id in ids}
        if len(cells) != 1:
            return False
        cell = cells.pop()
        order = [model.id(slot) for slot in model.slots(cell)]
        rest = [id for id in order if id not in ids]
        at = sum(rest.index(id) < len(rest) and order.index(id) < order.index(ids[0]) for id in rest) + dy
        if not 0 <= at <= len(rest) or rest[:at] + ids + rest[at:] == order:
            return False
        notes.move_notes(self._document, ids, self._board.place(cell), after=rest[at - 1] if at else None,
                         before=rest[at] if at < len(rest) else None)
        self._board.done()
        board.reveal_note(board.selection.lead)
        return True

    def fit_selection(self) -> None:
        """Zoom to the selected notes, or to the current cell."""
        board = self._board
        slots = [board.model.slot_of[id] for id in board.selection.ids if id in board.model.slot_of]
        if slots:
            layout = board.scene.layout
            x, y = float(layout.x[slots].min()), float(layout.y[slots].min())
            right = float((layout.x[slots] + layout.w[slots]).max())
            bottom = float((layout.y[slots] + layout.h[slots]).max())
            board.fit((x, y, right - x, bottom - y), most=2.0)
        elif board.selection.cell is not None:
            self.zoom_to(board.selection.cell)

    def zoom_to(self, cell: Cell) -> None:
        """Show one cell as large as it reads well."""
        self._board.fit(self._board.scene.layout.cell_rect(cell), most=2.0)

    # ---- changing

    def recolour(self, colour: int) -> None:
        """Give the selected notes a paper; without any, choose the paper of the next note."""
        board = self._board
        board.paper = colour
        if self._writing.active:
            self._writing.recolour(colour)
        elif board.selection.ids:
            notes.recolour_notes(self._document, board.selection.ids, colour)
            self._board.done()
        board.selection_changed.emit()

    def delete(self) -> None:
        """Delete the selected notes; on an emotion point, take it away."""
        board = self._board
        ids = list(board.selection.ids)
        if not ids:
            knot = self.focused_knot()
            if knot is not None:
                journeys.set_emotion(self._document, board.model.journey, *knot, None)
                self._board.done()
            return
        cell = board.selection.cell
        notes.delete_notes(self._document, ids)
        self._board.done()
        board.selection.go(cell)
        board.context.notify(translate("Board", "%n note(s) deleted.", n=len(ids)), undo=True)

    def cut(self) -> None:
        """Copy, then delete."""
        self.clip.copy()
        self.delete()

    def duplicate(self) -> None:
        """Copy the selected notes beside themselves and select the copies."""
        made = notes.duplicate_notes(self._document, self._board.selection.in_reading_order())
        self._board.done()
        self._board.selection.set(made)
        if made:
            self._board.reveal_note(made[-1])

    def cluster(self) -> None:
        """Gather the selected notes under a heading and write it."""
        ids = self._board.selection.in_reading_order()
        if len(ids) > 1:
            made = notes.cluster_notes(self._document, ids, translate("Board", "Heading"))
            self._board.done()
            self._board.selection.set([made])
            self._writing.edit(made)
            self._writing.editor.selectAll()

    def vote(self) -> None:
        """Give the selected note one of one's votes."""
        self._vote(1)

    def take_vote_back(self) -> None:
        """Take a vote back."""
        self._vote(-1)

    @property
    def voter(self) -> str:
        """The key of one's own votes: department and person."""
        author = self._board.context.author
        return f"{author.department}/{author.person}"

    @property
    def votes_left(self) -> int:
        """Votes that one may still give on this journey."""
        key = f"votes.{self.voter}"
        return VOTES - sum(int(record.get(key) or 0) for record in self._board.model.records if record is not None)

    def _vote(self, change: int) -> None:
        lead = self._board.selection.lead
        if not lead or (change > 0 and self.votes_left <= 0):
            if lead:
                self._board.context.notify(translate("Board", "All your votes on this journey are given."))
            return
        own = family(self._document.get("notes", lead) or {}, "votes").get(self.voter, 0)
        notes.vote_note(self._document, lead, self.voter, max(0, int(own) + change))
        self._board.done()

    def link(self) -> None:
        """Offer things to link the selected note with."""
        if self._board.selection.lead:
            self._board.choose_links()

    # ---- emotion points by keyboard

    def focused_knot(self) -> tuple[str, str] | None:
        """Role and phase of the emotion point that the keyboard is on."""
        board = self._board
        cell = board.selection.cell
        if board.selection.ids or cell is None or cell[0] >= len(board.model.rows):
            return None
        roles = board.model.shown_roles
        if board.model.rows[cell[0]].content != "emotion" or not roles:
            return None
        return roles[min(board.selection.role, len(roles) - 1)].id, board.model.phases[cell[1]].id

    def _go_in_emotion(self, dy: int) -> bool:
        if not dy or self.focused_knot() is None:
            return False
        role = self._board.selection.role + dy
        if not 0 <= role < len(self._board.model.shown_roles):
            return False
        self._board.selection.role = role
        self._board.selection.go(self._board.selection.cell)
        return True

    def _shift_emotion(self, dx: int, dy: int) -> None:
        knot = self.focused_knot()
        if knot is None or not dy:
            return
        level = self._board.model.emotion.get(knot, 0.0) - 0.5 * dy
        self.set_emotion(*knot, min(max(level, EMOTION_RANGE[0]), EMOTION_RANGE[1]))

    def set_emotion(self, role: str, phase: str, level: float | None) -> None:
        """Set a point of the emotion curve."""
        journeys.set_emotion(self._document, self._board.model.journey, role, phase, level)
        self._board.done()

    # ---- menus and hints

    def context_menu(self, event: QContextMenuEvent) -> None:
        """The menu for what is under the pointer, or for the selection."""
        self._board.show_menu(event)

    def show_gap(self, gap: Gap) -> None:
        """Go to the place of a hint."""
        board = self._board
        if gap.note:
            board.selection.set([gap.note])
            board.reveal_note(gap.note)
        else:
            cell = board.model.cell_of(gap.phase, gap.lane, gap.role)
            if cell[0] >= 0:
                board.selection.go(cell)
                board.reveal_cell(cell)
        board.setFocus()

    def fill_gap(self, gap: Gap) -> None:
        """Do what a hint asks for: write the note, choose the department."""
        cell = self._board.model.cell_of(gap.phase, gap.lane, gap.role)
        if cell[0] >= 0:
            self._board.selection.go(cell)
            self.enter_cell(cell)
