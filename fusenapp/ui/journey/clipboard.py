"""Copy and paste of notes: among boards with colours, as text and cells with everything else."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtGui import QGuiApplication

from fusenapp.editing import notes, paste
from fusenapp.i18n import translate
from fusenapp.ui.journey import bringing_in, navigation
from fusenapp.ui.journey.board_model import Cell
from fusenapp.ui.journey.layout import FREE_WIDTH, GAP, NOTE_HEIGHT
from fusenapp.ui.journey.pasting import Pasting
from fusenapp.ui.journey.selection_copy import HTML, IMAGE, MOST, PICTURE, Copied, put_on_clipboard, table_text
from fusenapp.ui.journey.surface import Board

MIME = "application/x-fusen-notes+json"


class Clipboard:
    """The clipboard as the board uses it."""

    def __init__(self, board: Board, pasting: Pasting) -> None:
        self._board, self._pasting = board, pasting
        self._style: dict[str, Any] | None = None

    # ---- out

    def copy(self) -> None:
        """Put the selected notes on the clipboard: as notes, and as lines or cells for other programs."""
        ids = self._board.selection.in_reading_order()
        if not ids:
            return
        data = Copied(self._board.context.snapshot(), self._board.model.journey, ids)
        data.setData(MIME, json.dumps(self._rows(ids), ensure_ascii=False).encode())
        data.setText(self._as_text(ids))
        put_on_clipboard(data)

    def copy_as_picture(self) -> None:
        """Put a picture of the selected notes on the clipboard, and nothing else: whoever takes it takes the picture."""
        ids = self._board.selection.in_reading_order()
        if ids:
            put_on_clipboard(Copied(self._board.context.snapshot(), self._board.model.journey, ids[:MOST], (PICTURE, IMAGE)))

    def copy_as_table(self) -> None:
        """Put the selected notes on the clipboard as cells, with the names of their phases and lanes."""
        ids = self._board.selection.in_reading_order()
        if ids:
            snapshot, journey = self._board.context.snapshot(), self._board.model.journey
            data = Copied(snapshot, journey, ids, (HTML,))
            data.setText(table_text(snapshot, journey, ids))
            put_on_clipboard(data)

    def copy_style(self) -> None:
        """Remember colour, evidence and department of the selected note."""
        record = self._board.context.record("notes", self._board.selection.lead)
        if record is not None:
            self._style = {name: record[name] for name in notes.STYLE_FIELDS if name in record}

    def paste_style(self) -> None:
        """Give the selected notes the style that was copied."""
        if self._style and self._board.selection.ids:
            notes.style_notes(self._board.context.document, self._board.selection.ids, self._style)
            self._board.done()

    def _cells(self, ids: list[str]) -> dict[str, Cell]:
        model = self._board.model
        return {id: model.cell(model.slot_of[id]) for id in ids}

    def _rows(self, ids: list[str]) -> list[dict[str, Any]]:
        cells = self._cells(ids)
        top, left = min(row for row, _ in cells.values()), min(phase for _, phase in cells.values())
        found = []
        for id in ids:
            record = self._board.context.record("notes", id) or {}
            found.append({"text": record.get("text", ""), "colour": int(record.get("colour") or 1),
                          "department": record.get("department") or "",
                          "row": cells[id][0] - top, "phase": cells[id][1] - left})
        return found

    def _as_text(self, ids: list[str]) -> str:
        cells = self._cells(ids)
        rows, phases = sorted({c[0] for c in cells.values()}), sorted({c[1] for c in cells.values()})
        texts = {id: self._board.model.text(self._board.model.slot_of[id]) for id in ids}
        if len(rows) == 1 and len(phases) == 1:
            return "\n".join(texts.values())
        return paste.to_text([["\n".join(texts[id] for id in ids if cells[id] == (row, phase)) for phase in phases]
                              for row in rows])

    # ---- in

    def paste(self) -> None:
        """Notes as notes; many lines one note each; cells over the grid."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None:
            return
        if data.hasFormat(MIME):
            self._paste_notes(json.loads(bytes(data.data(MIME).data()).decode()))
        else:
            self.take_text(data.text())

    def take_text(self, text: str) -> None:
        """Cells and lines of another program: a journey by the names of its phases, other cells over the grid, a line a note."""
        if not paste.is_grid(text):
            self._paste_lines(paste.to_lines(text))
            return
        rows = paste.to_grid(text)
        known = bringing_in.recognise(self._board, rows)
        if known is not None:
            bringing_in.take_recognised(self._board, self._pasting, known)
        else:
            self._paste_grid(rows)

    def paste_as_one(self) -> None:
        """The whole text on one note."""
        data = QGuiApplication.clipboard().mimeData()
        text = data.text().replace("\r\n", "\n").strip() if data is not None else ""
        cell = self._board.target_cell()
        if text and cell is not None:
            self._add([notes.NewNote(self._board.place(cell), text, self._board.paper)])

    def _paste_lines(self, lines: list[str]) -> None:
        cell = self._board.target_cell()
        if not lines or cell is None:
            return
        place = self._board.place(cell)
        spots = self._spots(cell, [(i, 0) for i in range(len(lines))])
        self._add([notes.NewNote(place, line, self._board.paper, at=at) for line, at in zip(lines, spots, strict=True)])
        if len(lines) > 1:
            self._board.context.notify(
                translate("Board", "%n note(s) pasted, one per line. Ctrl+Shift+V makes a single note of it.", n=len(lines)), undo=True)

    def _paste_grid(self, rows: list[list[str]]) -> None:
        start = self._board.target_cell()
        if start is None:
            return
        items = [(i, j, text, self._board.paper, "") for i, row in enumerate(rows) for j, text in enumerate(row) if text]
        self._paste_over(start, items)

    def _paste_notes(self, items: list[dict[str, Any]]) -> None:
        start = self._board.target_cell()
        if start is not None:
            self._paste_over(start, [(int(n["row"]), int(n["phase"]), str(n["text"]), int(n["colour"]),
                                      str(n.get("department", ""))) for n in items])

    def _paste_over(self, start: Cell, items: list[tuple[int, int, str, int, str]]) -> None:
        made, outside = [], 0
        free = start == self._board.model.free_cell
        spots = self._spots(start, [(down, right) for down, right, *_ in items])
        ways = {(down, right) for down, right, *_ in items}
        cells = dict.fromkeys(ways, start) if free else self._offsets(start, ways)
        places = {way: self._board.place(cell or self._board.model.parking_cell) for way, cell in cells.items()}
        for (down, right, text, colour, department), at in zip(items, spots, strict=True):
            outside += cells[down, right] is None
            made.append(notes.NewNote(places[down, right], text, colour, department, at))
        self._add(made)
        if outside:
            words = translate("Board", "%n note(s) lay beyond the grid and are in the parking lot.", n=outside)
            self._board.context.notify(words, undo=True)
        elif len(made) > 1:
            self._board.context.notify(translate("Board", "%n note(s) pasted.", n=len(made)), undo=True)

    def _spots(self, cell: Cell, offsets: list[tuple[int, int]]) -> list[tuple[float, float] | None]:
        """Places for (down, right) steps in the free area; None in a cell, where notes flow."""
        layout, model = self._board.scene.layout, self._board.model
        if cell != model.free_cell:
            return [None] * len(offsets)
        x, y = layout.free_spot()
        return [(x + right * (FREE_WIDTH + GAP), y + down * (NOTE_HEIGHT + GAP)) for down, right in offsets]

    def _offsets(self, start: Cell, ways: set[tuple[int, int]]) -> dict[tuple[int, int], Cell | None]:
        """The cells so many steps down and right of one; None beyond the grid."""
        model = self._board.model
        rows: list[Cell | None] = [start]
        while len(rows) <= max((down for down, _ in ways), default=0):
            rows.append(navigation.step_cell(model, rows[-1], 0, 1, notes_only=True) if rows[-1] else None)
        most = max((right for _, right in ways), default=0)
        return {(down, right): cell for down in {down for down, _ in ways} for right, cell in enumerate(self._row_from(rows[down], most))
                if (down, right) in ways}

    def _row_from(self, cell: Cell | None, most: int) -> list[Cell | None]:
        found = [cell]
        for _ in range(most):
            found.append(navigation.step_cell(self._board.model, found[-1], 1, 0, notes_only=True) if found[-1] else None)
        return found

    def _add(self, items: list[notes.NewNote]) -> None:
        made = self._pasting.add(items)
        self._board.selection.set(made)
        if made:
            self._board.reveal_note(made[0])
