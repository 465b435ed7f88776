"""Reads all words of a window as a user could come to see them: texts, tips, names, entries, cells, and what is painted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QListView, QMenu, QTabBar, QWidget

READERS = ("text", "title", "windowTitle", "toolTip", "placeholderText", "accessibleName", "accessibleDescription", "statusTip", "prefix",
           "suffix", "specialValueText", "toPlainText")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
ROWS = 40


class Words:
    """Words by where they were seen first."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: dict[str, str] = {}
        self.place = ""
        self._spy(monkeypatch)

    def _spy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Keep what is painted by the program itself; what Qt paints stands in a widget's property."""
        drawn = QPainter.drawText

        def keep(painter: QPainter, *arguments: Any) -> Any:
            for argument in arguments:
                if isinstance(argument, str):
                    self.add(argument, "painted")
            return drawn(painter, *arguments)

        monkeypatch.setattr(QPainter, "drawText", keep)

    def add(self, text: str, where: str) -> None:
        """Keep a text."""
        if text.strip():
            self.seen.setdefault(text, f"{self.place}: {where}")

    def read(self, *roots: QWidget, place: str = "") -> None:
        """Keep all words of widgets, shown or not."""
        self.place = place or self.place
        for root in roots:
            root.grab()
            for widget in (root, *root.findChildren(QWidget)):
                for text in _of_widget(widget):
                    self.add(text, type(widget).__name__)

    def without(self, known: Iterable[str]) -> dict[str, str]:
        """What remains of each text without the known pieces (user data, whole words of it); with where it was seen.

        A painted text may be a line of a known piece, or its beginning with an ellipsis.
        """
        pieces = sorted({" ".join(k.split()) for k in known if len(k.strip()) > 1}, key=len, reverse=True)
        anything = re.compile("|".join(map(_whole, pieces))) if pieces else re.compile("(?!)")
        left = {}
        for text, where in self.seen.items():
            plain = re.sub(r"\S*…$", "", " ".join(text.split()))  # a word that was cut is known from its whole
            line = plain.strip()
            if not (where.endswith("painted") and any(line in piece for piece in pieces)):
                left[anything.sub(" ", plain)] = f"{where}: {text[:90]!r}"
        return left


def _whole(piece: str) -> str:
    """The piece, not as a part of a Latin word."""
    before, after = ("\\b" if re.match(r"\w", end, re.ASCII) else "" for end in (piece[0], piece[-1]))
    return before + re.escape(piece) + after


def _of_widget(widget: QWidget) -> Iterator[str]:
    for name in READERS:
        yield from _read(widget, name)
    for action in widget.actions():
        yield from _of_action(action)
    if isinstance(widget, QMenu):
        return
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _of_view(widget)


def _read(thing: Any, name: str) -> Iterator[str]:
    reader = getattr(thing, name, None)
    if callable(reader):
        try:
            found = reader()
        except TypeError:
            return
        if isinstance(found, str):
            yield found


def _of_action(action: QAction) -> Iterator[str]:
    for name in ("text", "toolTip"):
        yield from _read(action, name)
    menu = action.menu()
    if isinstance(menu, QMenu):
        for inner in menu.actions():
            yield from _of_action(inner)


def _of_view(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    columns = range(1) if isinstance(view, QListView) else range(model.columnCount())
    for column in columns:
        for role in ROLES[:2]:
            yield from _text(model.headerData(column, Qt.Orientation.Horizontal, role))
        for row in range(min(model.rowCount(), ROWS)):
            for role in ROLES:
                yield from _text(model.index(row, column).data(role))


def _text(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
