"""What the board does to its grid: phases and lanes."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from fusenapp.domain.journey import PAUSE
from fusenapp.editing import journeys
from fusenapp.editing.journeys import Axis
from fusenapp.i18n import translate
from fusenapp.ui.journey.note_editor import NameEditor
from fusenapp.ui.journey.surface import Board
from fusenapp.ui.journey.writing import Writing


class GridCommands:
    """Insert, rename, move, resize, fold and remove phases and lanes; nothing while the grid is locked."""

    def __init__(self, board: Board, writing: Writing) -> None:
        self._board, self._writing = board, writing
        self.name_editor: NameEditor | None = None

    @property
    def locked(self) -> bool:
        """True while the grid is held fast."""
        return self._board.model.locked

    def ids(self, axis: Axis) -> list[str]:
        """Ids of phases or lanes in order."""
        return [item.id for item in (self._board.model.phases if axis == "phases" else self._board.model.lanes)]

    def insert(self, axis: Axis, index: int, *, content: str = "notes", by_role: bool = False) -> None:
        """A new phase or lane at a place among the others; its name is asked for at once."""
        if self.locked:
            return
        ids, document, journey = self.ids(axis), self._board.context.document, self._board.model.journey
        after = ids[index - 1] if index else None
        if axis == "phases":
            journeys.add_phase(document, journey, translate("Board", "New phase"), after=after)
        else:
            journeys.add_lane(document, journey, translate("Board", "New lane"), after=after,
                              content=content, by_role=by_role)  # type: ignore[arg-type]
        self._done()
        self.rename(axis, index)

    def insert_pause(self, index: int) -> None:
        """A phase in which the purchase rests, at a place among the others."""
        if not self.locked:
            ids = self.ids("phases")
            journeys.add_phase(self._board.document, self._board.model.journey, translate("Board", "On hold"),
                               after=ids[index - 1] if index else None, kind=PAUSE)
            self._done()
            self.rename("phases", index)

    def mark_pause(self, index: int, pause: bool) -> None:
        """Make a phase one in which the purchase rests, or an ordinary one."""
        if not self.locked:
            journeys.mark_pause(self._board.document, self.ids("phases")[index], pause)
            self._done()

    def rename(self, axis: Axis, index: int) -> None:
        """Edit the name of a phase or lane in its header."""
        if self.locked or self._board.model.journey == "":
            return
        self._writing.finish()
        self._reveal(axis, index)
        items = self._board.model.phases if axis == "phases" else self._board.model.lanes
        id = items[index].id
        editor = NameEditor(self._board, items[index].name, self.header_rect(axis, index))
        editor.done.connect(lambda name, changed: self._renamed(axis, id, name if changed else ""))
        self.name_editor = editor

    def _renamed(self, axis: Axis, id: str, name: str) -> None:
        self.name_editor = None
        if name:
            (journeys.rename_phase if axis == "phases" else journeys.rename_lane)(self._board.context.document, id, name)
            self._done()
        self._board.setFocus()

    def move(self, axis: Axis, index: int, gap: int) -> None:
        """Put a phase or lane into a gap (0 before the first … n after the last)."""
        ids = self.ids(axis)
        if self.locked or gap in (index, index + 1):
            return
        after = ids[gap - 1] if gap else None
        (journeys.move_phase if axis == "phases" else journeys.move_lane)(self._board.context.document, ids[index], after=after)
        self._done()

    def resize(self, axis: Axis, index: int, size: float | None) -> None:
        """Set the width of a phase or the least height of a lane; None: the usual size."""
        if self.locked:
            return
        document, id = self._board.context.document, self.ids(axis)[index]
        if axis == "phases":
            journeys.resize_phase(document, id, 160.0 if size is None else size)
        else:
            journeys.resize_lane(document, id, size)
        self._done()

    def fold(self, axis: Axis, index: int, folded: bool) -> None:
        """Fold to a strip, or unfold."""
        journeys.fold(self._board.context.document, axis, self.ids(axis)[index], folded)
        self._done()

    def split(self, index: int, by_role: bool) -> None:
        """Rows per role in a lane, or one row."""
        journeys.split_lane_by_role(self._board.context.document, self.ids("lanes")[index], by_role)
        self._done()

    def notes_of(self, axis: Axis, index: int) -> int:
        """How many notes a phase or lane holds."""
        field, id = axis[:-1], self.ids(axis)[index]
        return len(self._board.context.snapshot().all("notes", parent=self._board.model.journey, **{field: id}))

    def remove(self, axis: Axis, index: int, notes_to: str | None) -> None:
        """Remove a phase or lane; its notes go to another one, or with None are deleted too."""
        if self.locked:
            return
        count, name = self.notes_of(axis, index), self._name(axis, index)
        remove = journeys.remove_phase if axis == "phases" else journeys.remove_lane
        remove(self._board.context.document, self.ids(axis)[index], notes_to=notes_to)
        self._done()
        words = translate("Board", "“{name}” was removed.") if not count else (
            translate("Board", "“{name}” was removed; %n note(s) went along.", n=count) if notes_to is None
            else translate("Board", "“{name}” was removed; %n note(s) moved.", n=count))
        self._board.context.notify(words.format(name=name), undo=True)

    def lock(self, locked: bool) -> None:
        """Hold the grid fast, or let it go."""
        journeys.lock_grid(self._board.context.document, self._board.model.journey, locked)
        self._done()

    def header_rect(self, axis: Axis, index: int) -> QRectF:
        """Where the header of a phase or lane is, screen px."""
        port, layout = self._board.port, self._board.scene.layout
        if axis == "phases":
            x, _, w, _ = port.rect_to_screen((float(layout.col_x[index]), 0, float(layout.col_w[index]), 1))
            return QRectF(x, 0, w, port.top)
        top, height = layout.lane_span(index)
        _, y, _, h = port.rect_to_screen((0, top, 1, height))
        return QRectF(0, y, port.left, h)

    def _name(self, axis: Axis, index: int) -> str:
        return (self._board.model.phases if axis == "phases" else self._board.model.lanes)[index].name

    def _reveal(self, axis: Axis, index: int) -> None:
        layout, port = self._board.scene.layout, self._board.port
        if axis == "phases":
            self._board.scroll_by(0, 0)
            if port.reveal((float(layout.col_x[index]), port.y, float(layout.col_w[index]), 1)):
                self._board.scroll_by(0, 0)
        else:
            top, height = layout.lane_span(index)
            if port.reveal((port.x, top, 1, min(height, 60.0))):
                self._board.scroll_by(0, 0)

    def _done(self) -> None:
        self._board.context.bridge.flush()
