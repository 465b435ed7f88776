"""The key table of the board: which key does what, as data."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from fusenapp.ui.journey.arranging import Side
from fusenapp.ui.journey.board_commands import BoardCommands
from fusenapp.ui.journey.pointer import Pointer
from fusenapp.ui.journey.surface import Board
from fusenapp.ui.journey.writing import Writing

_K, _M = Qt.Key, Qt.KeyboardModifier
_NONE, _CTRL, _SHIFT, _ALT = _M.NoModifier, _M.ControlModifier, _M.ShiftModifier, _M.AltModifier

Chord = tuple[Qt.KeyboardModifier, int]

ARROWS = {_K.Key_Left: (-1, 0), _K.Key_Right: (1, 0), _K.Key_Up: (0, -1), _K.Key_Down: (0, 1)}


_SIDES: dict[Qt.Key, Side] = {_K.Key_Left: "left", _K.Key_Right: "right", _K.Key_Up: "top", _K.Key_Down: "bottom"}


class Keys:
    """Keys pressed while the board has the focus and no note is being written."""

    def __init__(self, board: Board, commands: BoardCommands, pointer: Pointer, writing: Writing) -> None:
        self._board, self._commands, self._pointer, self._writing = board, commands, pointer, writing
        self._table = self._make_table()

    def _make_table(self) -> dict[Chord, Callable[[], object]]:
        do, clip, board = self._commands, self._commands.clip, self._board
        table: dict[Chord, Callable[[], object]] = {
            (_NONE, _K.Key_F2): do.edit,
            (_CTRL, _K.Key_D): do.duplicate, (_CTRL, _K.Key_A): do.select_all, (_CTRL, _K.Key_G): do.arrange.cluster,
            (_NONE, _K.Key_Delete): do.delete, (_NONE, _K.Key_Backspace): do.delete, (_NONE, _K.Key_Escape): do.escape,
            (_CTRL, _K.Key_C): clip.copy, (_CTRL, _K.Key_X): do.cut, (_CTRL, _K.Key_V): clip.paste,
            (_CTRL | _SHIFT, _K.Key_V): clip.paste_as_one,
            (_CTRL | _ALT, _K.Key_C): clip.copy_style, (_CTRL | _ALT, _K.Key_V): clip.paste_style,
            (_CTRL, _K.Key_Period): do.vote, (_CTRL | _SHIFT, _K.Key_Period): do.take_vote_back,
            (_CTRL | _SHIFT, _K.Key_Greater): do.take_vote_back,
            (_CTRL, _K.Key_T): do.turn,
            (_CTRL, _K.Key_L): do.link, (_CTRL | _SHIFT, _K.Key_L): do.arrange.connect,
            (_CTRL, _K.Key_0): lambda: board.set_zoom(1.0), (_CTRL, _K.Key_1): board.fit, (_CTRL, _K.Key_2): do.fit_selection,
            (_CTRL, _K.Key_Plus): lambda: board.set_zoom(board.port.zoom * 1.25),
            (_CTRL | _SHIFT, _K.Key_Plus): lambda: board.set_zoom(board.port.zoom * 1.25),
            (_CTRL, _K.Key_Semicolon): lambda: board.set_zoom(board.port.zoom * 1.25),
            (_CTRL, _K.Key_Equal): lambda: board.set_zoom(board.port.zoom * 1.25),
            (_CTRL, _K.Key_Minus): lambda: board.set_zoom(board.port.zoom / 1.25),
            (_NONE, _K.Key_PageDown): lambda: board.scroll_by(0, board.height() * 0.7),
            (_NONE, _K.Key_PageUp): lambda: board.scroll_by(0, -board.height() * 0.7),
        }
        if sys.platform != "win32":  # there Qt asks for the menu itself
            table[_SHIFT, _K.Key_F10] = do.menu_by_key
        self._add_enter(table)
        self._add_arrows(table)
        for number in range(1, 9):
            table[_ALT, int(_K.Key_0) + number] = lambda colour=number: do.recolour(colour)
        return table

    def _add_enter(self, table: dict[Chord, Callable[[], object]]) -> None:
        do = self._commands
        for key in (_K.Key_Return, _K.Key_Enter):
            table[_NONE, key] = do.edit
            table[_CTRL, key] = lambda: do.stack_note(1)
            table[_CTRL | _SHIFT, key] = lambda: do.stack_note(-1)

    def _add_arrows(self, table: dict[Chord, Callable[[], object]]) -> None:
        do = self._commands
        for key, (dx, dy) in ARROWS.items():
            table[_NONE, key] = lambda dx=dx, dy=dy: do.go(dx, dy)
            table[_SHIFT, key] = lambda dx=dx, dy=dy: do.go(dx, dy, extend=True)
            table[_ALT, key] = lambda dx=dx, dy=dy: do.move(dx, dy)
            table[_CTRL | _SHIFT, key] = lambda side=_SIDES[key]: do.arrange.align(side)

    def knows(self, event: QKeyEvent) -> bool:
        """True if the board wants this key before any shortcut of the window."""
        return _chord(event) in self._table or self._writes(event) or self._steps(event)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key says; False if it says nothing here."""
        if self._writing.active and self._writing.editor.composing:
            return True
        if event.key() == _K.Key_Space and not event.modifiers():
            self._pointer.hold_space(True)
            return True
        self._commands.pasting.finish()
        command = self._table.get(_chord(event))
        if command is not None:
            command()
        elif self._steps(event):
            self._commands.step_note(-1 if event.key() == _K.Key_Backtab or event.modifiers() & _SHIFT else 1)
        elif self._writes(event):
            self._commands.type_on_note(event.text())
        elif self._is_letter(event, _K.Key_N):
            self._commands.new_note()
        elif self._is_letter(event, _K.Key_M):
            self._board.toggle_map()
        else:
            return False
        return True

    def _steps(self, event: QKeyEvent) -> bool:
        tab = event.key() in (_K.Key_Tab, _K.Key_Backtab)
        return tab and bool(self._board.selection.ids) and not event.modifiers() & (_CTRL | _ALT)

    def _writes(self, event: QKeyEvent) -> bool:
        """A letter while one note is selected is writing, never a command."""
        plain = not event.modifiers() & (_CTRL | _ALT | _M.MetaModifier)
        text = event.text()
        return plain and bool(text) and text.isprintable() and text != " " and len(self._board.selection.ids) == 1

    def _is_letter(self, event: QKeyEvent, key: Qt.Key) -> bool:
        """A bare letter is a command only while no note is selected."""
        return event.key() == key and not self._board.selection.count and not event.modifiers() & (_CTRL | _ALT | _M.MetaModifier)


def _chord(event: QKeyEvent) -> Chord:
    return event.modifiers() & ~_M.KeypadModifier & ~_M.GroupSwitchModifier, event.key()
