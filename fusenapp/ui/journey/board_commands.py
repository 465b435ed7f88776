"""What the board does on a key, a button or a menu entry: notes and selection."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent

from fusenapp.document import Document
from fusenapp.domain import workshop as workshop_rules
from fusenapp.domain.journey_gaps import Gap
from fusenapp.domain.snapshot import Record, family
from fusenapp.editing import notes, workshop
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.ui.journey import navigation
from fusenapp.ui.journey.arrange_commands import ArrangeCommands
from fusenapp.ui.journey.board_model import Cell
from fusenapp.ui.journey.clipboard import Clipboard
from fusenapp.ui.journey.emotion_commands import EmotionCommands
from fusenapp.ui.journey.grid_commands import GridCommands
from fusenapp.ui.journey.pasting import Pasting
from fusenapp.ui.journey.surface import Board
from fusenapp.ui.journey.writing import Writing

VOTES = 5
"""Votes that one person may give on one journey."""


class BoardCommands:
    """Commands on notes; others are in ``grid`` (phases, lanes), ``clip``, ``arrange`` (several, arrows) and ``emotion``."""

    def __init__(self, board: Board, writing: Writing) -> None:
        self.board = self._board = board
        self._writing = writing
        self.pasting = Pasting(board)
        self.clip = Clipboard(board, self.pasting)
        self.grid = GridCommands(board, writing)
        self.arrange = ArrangeCommands(board, writing)
        self.emotion = EmotionCommands(board)

    @property
    def _document(self) -> Document:
        return self._board.context.document

    # ---- writing

    def new_note(self, cell: Cell | None = None, colour: int | None = None, index: int | None = None,
                 at: tuple[float, float] | None = None) -> None:
        """Begin a new note in a cell (the current one) and write on it; ``at`` is its place in the free area."""
        board = self._board
        cell = cell or board.target_cell()
        if cell is None or not navigation.takes_notes(board.model, cell):
            return
        if cell == board.model.free_cell and at is None:
            slot = board.selection.lead_slot
            near = slot is not None and board.model.cell(slot) == cell
            at = board.scene.layout.free_spot(board.scene.layout.note_rect(slot) if near and slot is not None else None)
        index = len(board.model.slots(cell)) if index is None else index
        self._writing.draft(cell, index, colour or board.paper, at=at)

    def write_in(self, cell: Cell, colour: int) -> None:
        """Begin a note at the end of a cell of any kind."""
        self._writing.draft(cell, len(self._board.model.slots(cell)), colour)

    def type_on_note(self, text: str) -> None:
        """Go on writing the selected note with this letter."""
        self._writing.edit(self._board.selection.lead, text)

    def edit(self) -> None:
        """Write the selected note, or on the selected arrow; on a cell: go to its first note, or begin one."""
        board = self._board
        if board.selection.arrow:
            self.arrange.name_arrow(board.selection.arrow)
        elif board.selection.ids:
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
        elif board.model.readable(cell) and not board.selection.ids:
            self.select_slot(board.model.readable(cell)[0])
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
        there = board.model.readable(target)
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
        index = board.model.slots(cell).index(slot)
        at = board.scene.layout.free_stack(slot, direction) if cell == board.model.free_cell else None
        written = writing.finish() if writing.active else lead
        self.new_note(cell, colour, index + (1 if direction > 0 and written else 0), at)

    # ---- selecting

    def select_slot(self, slot: int, *, extend: bool = False) -> None:
        """Select the note in a slot and show it; of a covered one only its cell."""
        board = self._board
        id = board.model.id(slot)
        if id in board.model.covered:
            board.selection.go(board.model.cell(slot))
            return
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
        if self.emotion.go(dy):
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
            self.emotion.shift(dy)
            return
        if self.arrange.nudge(dx, dy):
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
        """Delete the selected notes or arrow; on an emotion point, take it away."""
        board = self._board
        ids = list(board.selection.ids)
        if board.selection.arrow:
            self.arrange.remove_arrow(board.selection.arrow)
            return
        if not ids:
            self.emotion.clear()
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
        if (round := self.round) is not None:
            whole, author = self._document.snapshot(), self._board.context.author
            return workshop_rules.votes_left(whole, round, (author.department, author.person)) if workshop_rules.is_open(round) else 0
        return VOTES - self._board.model.votes_of(self.voter)

    @property
    def round(self) -> Record | None:
        """The vote under way on this journey; without one, votes lie on the notes for all to see."""
        return workshop_rules.current_round(self._document.snapshot(), self._board.model.journey)

    def cast(self, note: str, change: int = 1) -> None:
        """Give a note a vote in the round under way, or take one's own back; what stands against it is told."""
        round = self.round
        if round is not None:
            try:
                workshop.cast(self._document, round["id"], note, change)
            except InputError as error:
                from fusenapp.messages import explain

                self._board.context.notify(explain(error))
            self._board.done()

    def _vote(self, change: int) -> None:
        lead = self._board.selection.lead
        if self.round is not None:
            if lead:
                self.cast(lead, change)
            return
        if not lead or (change > 0 and self.votes_left <= 0):
            if lead:
                self._board.context.notify(translate("Board", "All your votes on this journey are given."))
            return
        own = family(self._document.get("notes", lead) or {}, "votes").get(self.voter, 0)
        notes.vote_note(self._document, lead, self.voter, max(0, int(own) + change))
        self._board.done()

    def link(self) -> None:
        """Offer things to link the selected notes with."""
        if self._board.selection.lead:
            self._board.choose_links()

    def turn(self) -> None:
        """Offer what the selected notes can be turned into."""
        if self._board.selection.lead:
            self._board.choose_turn()

    # ---- menus and hints

    def context_menu(self, event: QContextMenuEvent) -> None:
        """The menu for what is under the pointer, or for the selection."""
        self._board.show_menu(event)

    def menu_by_key(self) -> None:
        """The menu for the selection, where a keyboard has no key for menus."""
        at = QPoint()
        self.context_menu(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, at, Qt.KeyboardModifier.NoModifier))

    def show_gap(self, gap: Gap) -> None:
        """Go to the place of a hint."""
        board = self._board
        if gap.note:
            board.selection.set([*gap.notes[1:], gap.note] if gap.notes else [gap.note])
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
