"""Spreadsheets that are dropped anywhere on the window, and cells or files that are pasted into it."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication

from fusenapp.i18n import translate
from fusenapp.ui import files

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

MOST_FILES, MOST_COLUMNS = 5, 1000
_kept: list[tempfile.TemporaryDirectory[str]] = []
"""Folders of pasted cells; they go when the program ends."""


class FileDrops(QObject):
    """Takes files before the widget under the mouse does: a text field would write their path.

    Args:
        window: where the drops arrive.
        bring: called with each file.
    """

    def __init__(self, window: QWindow, bring: Callable[[Path], Any]) -> None:
        super().__init__(window)
        self._bring = bring
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return False
        if not isinstance(event, (QDropEvent, QDragMoveEvent)) or not files.dropped(event.mimeData()):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            paths = files.dropped(event.mimeData())
            if not self._taken(paths, event):
                bring_all(paths, self._bring)
        return True

    def _taken(self, paths: list[Path], event: QDropEvent | QDragMoveEvent) -> bool:
        """Whether the widget below the mouse, or one around it, takes the files itself: it has ``take_files(paths, bring) -> bool``."""
        window = self.parent()
        at = window.mapToGlobal(event.position()).toPoint() if isinstance(window, QWindow) else None
        widget = QApplication.widgetAt(at) if at is not None else None
        while widget is not None:
            take = getattr(widget, "take_files", None)
            if callable(take):
                return bool(take(paths, self._bring))
            widget = widget.parentWidget()
        return False


def bring_all(paths: list[Path], bring: Callable[[Path], Any]) -> None:
    """Several spreadsheets each; a workspace alone, since it replaces what is open."""
    for path in paths[:MOST_FILES] if all(p.suffix.lower() in files.SHEETS for p in paths) else paths[:1]:
        bring(path)


def pasted_files() -> list[Path]:
    """The spreadsheets on the clipboard, as file managers copy them."""
    data = QGuiApplication.clipboard().mimeData()
    return [path for path in files.dropped(data) if path.suffix.lower() in files.SHEETS] if data is not None else []


def pasted_cells() -> str:
    """The cells on the clipboard as tab-separated text; empty where there are none or only one row or column of words."""
    data = QGuiApplication.clipboard().mimeData()
    return cells_in(data) if data is not None else ""


def cells_in(data: QMimeData) -> str:
    """Text with tabs in more than one line, else the first table of a web page."""
    text = data.text() if data.hasText() and not data.hasUrls() else ""
    if "\t" in text and "\n" in text.strip("\r\n"):
        return text
    return _from_html(data.html()) if data.hasHtml() and "<t" in data.html().lower() else ""


def keep(text: str) -> tuple[Path, str]:
    """Write cells to a file that the reader can read; returns it and what to call it."""
    folder = tempfile.TemporaryDirectory(prefix="fusenapp-paste-")
    _kept.append(folder)
    name = translate("Importing", "Pasted cells") + f" {dt.datetime.now():%m-%d %H%M%S}"
    path = Path(folder.name) / f"{name}.tsv"
    path.write_text(text.replace("\r\n", "\n").replace("\r", "\n"), encoding="utf-8-sig")
    return path, name


def _from_html(html: str) -> str:
    rows = _Rows()
    rows.feed(html)
    found = [row for row in rows.rows if any(row)]
    return "\n".join("\t".join(row) for row in found) if len(found) > 1 and max(map(len, found)) > 1 else ""


class _Rows(HTMLParser):
    """Rows and cells of tables; a cell over several columns is followed by blank ones."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._span = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows and len(self.rows[-1]) < MOST_COLUMNS:
            self.rows[-1].append("")
            span = dict(attrs).get("colspan") or ""
            self._span = min(int(span), MOST_COLUMNS) if span.isdigit() else 1
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._span and self.rows:
            self.rows[-1].extend([""] * (self._span - 1))
            self._span = 0

    def handle_data(self, data: str) -> None:
        if self._span and self.rows and self.rows[-1]:
            words = " ".join(data.split())
            self.rows[-1][-1] = " ".join(part for part in (self.rows[-1][-1], words) if part)
