"""Writing on a note: the session between the first letter and leaving, and the input method's first one.

The document hears of a note once, when the writing ends: a new note is one step together with its text.
Until then the model shows what is being typed, so that the note and its cell grow at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent

from fusenapp.editing import notes
from fusenapp.ui.journey.board_model import DRAFT, Cell
from fusenapp.ui.journey.note_editor import NoteEditor
from fusenapp.ui.journey.scene import with_frame
from fusenapp.ui.journey.surface import Board
from fusenapp.ui.journey.text_fit import fit


@dataclass
class _Draft:
    """A note that is not in the document yet: where it will go."""

    place: notes.Place
    colour: int
    after: str | None
    before: str | None
    at: tuple[float, float] | None = None

    def fields(self) -> dict[str, Any]:
        """What the board shows of it besides its text."""
        place = self.place
        spot = {"x": self.at[0], "y": self.at[1]} if self.at else {}
        return {"phase": place.phase, "lane": place.lane, "role": place.role, "colour": self.colour, **spot}


class Writing(QObject):
    """One note at a time is written.

    Signals:
        ended: id of the note that was written, or empty if a new note was left empty.
        stepped, stacked: the user left for the next cell, or for another note in this one.
    """

    ended = Signal(str)
    stepped = Signal(int)
    stacked = Signal(int)

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._draft: _Draft | None = None
        self._before = ""
        self.id = ""

    @cached_property
    def editor(self) -> NoteEditor:
        """Where it is written; made when something first is."""
        editor = NoteEditor(self._board)
        editor.left.connect(self.finish)
        editor.stepped.connect(self.stepped)
        editor.stacked.connect(self.stacked)
        editor.coloured.connect(self.recolour)
        editor.textChanged.connect(self._typed)
        return editor

    @property
    def active(self) -> bool:
        """True while a note is being written."""
        return bool(self.id)

    @property
    def colour(self) -> int:
        """Colour of the note being written."""
        return int(self._board.model.colour[self._slot])

    @property
    def cell(self) -> Cell:
        """Cell of the note being written."""
        return self._board.model.cell(self._slot)

    @property
    def _slot(self) -> int:
        return self._board.model.slot_of[self.id]

    def edit(self, id: str, extra: str = "", *, focus: bool = True) -> None:
        """Go on writing a note, at its end, beginning with ``extra``."""
        self.finish()
        slot = self._board.model.slot_of.get(id)
        if slot is None or id in self._board.model.covered:
            return
        self.id, self._draft = id, None
        self._before = self._board.model.text(slot)
        self._open(self._before, extra, focus)

    def draft(self, cell: Cell, index: int, colour: int, *, at: tuple[float, float] | None = None) -> None:
        """Begin a new note among the notes of a cell; in the free area at a point, from its corner."""
        self.finish()
        board = self._board
        slots = board.model.slots(cell)
        index = min(index, len(slots))
        self._draft = _Draft(board.place(cell), colour,
                             board.model.id(slots[index - 1]) if index else None,
                             board.model.id(slots[index]) if index < len(slots) else None,
                             at if cell == board.model.free_cell else None)
        board.show_patch(board.model.begin_draft({**self._draft.fields(), "text": "", "department": board.context.department}, index))
        self.id, self._before = DRAFT, ""
        self._open("", "", True)

    def _open(self, text: str, extra: str, focus: bool) -> None:
        board = self._board
        board.selection.set([self.id])
        board.scene.silence(self.id)
        self.editor.open(text, self.colour)
        board.reveal_note(self.id)
        self.editor.show()
        self.place()
        if extra:
            self.editor.insertPlainText(extra)
        if focus:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._redraw(self.id)

    def finish(self) -> str:
        """Leave; what was written goes into the document. Returns the note's id, empty if there is none."""
        if not self.id:
            return ""
        if self.editor.composing:
            QGuiApplication.inputMethod().commit()
        id, draft, text = self.id, self._draft, self.editor.text.strip("\n")
        self.id, self._draft = "", None
        had_focus = self.editor.hasFocus()
        self.editor.hide()
        self._board.scene.silence("")
        written = self._keep(id, draft, text)
        if had_focus:
            self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit(written)
        self._redraw(written)
        return written

    def _redraw(self, id: str) -> None:
        """A note's text is shown by the editor now, or by the board again."""
        slot, board = self._board.model.slot_of.get(id), self._board
        if slot is None or board.model.row[slot] < 0:
            board.update()
        else:
            board.update(with_frame(board.port, board.scene.layout.note_rect(slot)))

    def _keep(self, id: str, draft: _Draft | None, text: str) -> str:
        board = self._board
        if draft is None:
            if text != self._before:
                notes.write_note(board.context.document, id, text)
            board.context.bridge.flush()
            board.selection.set([id])
            return id
        board.show_patch(board.model.end_draft())
        if not text.strip():
            board.selection.set([])
            return ""
        made = notes.add_note(board.context.document, notes.NewNote(draft.place, text, draft.colour, at=draft.at),
                              after=draft.after, before=draft.before)
        board.context.bridge.flush()
        board.selection.set([made])
        return made

    def recolour(self, colour: int) -> None:
        """Change the paper of the note being written."""
        if self._draft is not None:
            self._draft.colour = colour
            self._show(colour=colour)
        else:
            notes.recolour_notes(self._board.context.document, [self.id], colour)
            self._board.context.bridge.flush()
        self.editor.set_colour(colour)

    def restore(self) -> None:
        """The model was loaded anew while writing: show what is being typed again."""
        board = self._board
        if self._draft is not None:
            cell = board.model.cell_of(self._draft.place.phase, self._draft.place.lane, self._draft.place.role)
            board.show_patch(board.model.begin_draft({**self._draft.fields(), "text": self.editor.text},
                                                      len(board.model.slots(cell))))
        elif self.id and self.id not in board.model.slot_of:
            self.id = ""
            self.editor.hide()
            board.scene.silence("")
        if self.id:
            self._show(text=self.editor.text)

    def place(self) -> None:
        """Lay the editor over its note; after scrolling, zooming and typing."""
        if not self.id:
            return
        slot = self._slot
        x, y, w, h = self._board.scene.layout.note_rect(slot)
        box = QRectF(*self._board.port.rect_to_screen((x, y, w, h)))
        self.editor.place(box, w, fit(self.editor.text, w).size, self._board.port.zoom)

    def _typed(self) -> None:
        if self.id:
            self._show(text=self.editor.text)
            self.place()

    def _show(self, **fields: Any) -> None:
        self._board.show_patch(self._board.model.show_fields(self.id, **fields))

    # ---- the input method's first letters: the board keeps the focus until they are settled

    def compose(self, event: QInputMethodEvent) -> None:
        """Take an input method's event that reached the board; begins writing on the selected note if need be."""
        if not self.active:
            if not (event.preeditString() or event.commitString()) or len(self._board.selection.ids) != 1:
                event.ignore()
                return
            self.edit(self._board.selection.ids[0], focus=False)
        self.editor.inputMethodEvent(event)
        if not event.preeditString():
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def query(self, query: Qt.InputMethodQuery) -> Any:
        """The editor's answer to an input method, in the board's coordinates."""
        answer = self.editor.inputMethodQuery(query)
        if query in (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle):
            return QRectF(answer).translated(self.editor.pos())
        return answer
