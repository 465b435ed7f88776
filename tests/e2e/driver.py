"""Eyes for a scripted user: lives inside the driven program and answers where things are. It never acts.

A thread listens on a local socket, one JSON object a line; answers are looked up on the window's thread. A timer on that
thread beats every few milliseconds, and the listening side notes when the beat is late: that is a frozen window.
"""

from __future__ import annotations

import faulthandler
import json
import os
import re
import socket
import tempfile
import threading
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

SOCKET = "FUSEN_TEST_DRIVER"
BEAT, LATE = 0.01, 0.1
"""Seconds between beats, and the delay that a user notices."""
PATIENCE = 30.0
"""Seconds to wait for the window's thread."""

Thing = dict[str, Any]


class Heart:
    """Notes every time the window's thread did not answer for `LATE` seconds, and what it was doing."""

    def __init__(self, thread: int) -> None:
        self._thread = thread
        self._beat, self._cpu = time.perf_counter(), 0.0
        self._late: dict[str, Any] | None = None
        self.delays: list[dict[str, Any]] = []

    def beat(self) -> None:
        """On the window's thread: alive."""
        now, cpu = time.perf_counter(), time.thread_time()
        late, self._late = self._late, None
        if now - self._beat > LATE:
            stacks = late["stacks"] if late else []
            self.delays.append({"ms": round((now - self._beat) * 1000), "cpu_ms": round((cpu - self._cpu) * 1000), "stacks": stacks})
        self._beat, self._cpu = now, cpu

    def excuse(self) -> None:
        """On the window's thread: what came since the last beat does not count."""
        self._beat, self._cpu, self._late = time.perf_counter(), time.thread_time(), None

    def watch(self) -> None:
        """On a thread of its own: keep what the window's thread is doing while it is late."""
        while True:
            time.sleep(LATE / 2)
            if time.perf_counter() - self._beat > LATE:
                self._late = self._late or {"stacks": []}
                if len(self._late["stacks"]) < 12:
                    self._late["stacks"].append(self._where())

    def _where(self) -> str:
        """Without touching a frame: whoever holds one keeps what is local to it, and a painter would outlast its painting."""
        with tempfile.TemporaryFile("w+") as told:
            faulthandler.dump_traceback(told)
            told.seek(0)
            threads = told.read().split("\n\n")
        own = next((thread for thread in threads if f"{self._thread:#018x}" in thread), "")
        calls = re.findall(r'File "[^"]*fusenapp/(?:[^"/]*/)*([^"/]+)", line (\d+) in (\S+)', own)
        return " > ".join(f"{file}:{line} {name}" for file, line, name in calls[3::-1])


class Asker(QObject):
    """Carries questions over to the window's thread; made on that thread, before there is an application object."""

    asked = Signal(object, object)
    begun = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heart: Heart | None = None
        self.asked.connect(self.look, Qt.ConnectionType.QueuedConnection)
        self.begun.connect(self.begin, Qt.ConnectionType.QueuedConnection)
        self.begun.emit()

    @Slot()
    def begin(self) -> None:
        """Once events are handled: begin to listen to the heart."""
        self.heart = Heart(threading.get_ident())
        self.timer = QTimer(self, interval=round(BEAT * 1000), timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.heart.beat)
        self.timer.start()
        threading.Thread(target=self.heart.watch, daemon=True, name="test-driver-heart").start()

    @Slot(object, object)
    def look(self, request: dict[str, Any], future: Future[Any]) -> None:
        """Answer one question; the time that takes is not the program's."""
        if self.heart is not None:
            self.heart.beat()
        try:
            future.set_result(_look(self, **request))
        except Exception as error:
            future.set_exception(error)
        if self.heart is not None:
            self.heart.excuse()


def start() -> Asker | None:
    """Begin to listen, if the environment names a socket; keep what is returned."""
    path = os.environ.get(SOCKET)
    if not path:
        return None
    asker = Asker()
    threading.Thread(target=_serve, args=(path, asker), daemon=True, name="test-driver").start()
    return asker


def _serve(path: str, asker: Asker) -> None:
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path + ".new")
    listener.listen(1)
    os.rename(path + ".new", path)  # there only once it listens
    while True:
        connection, _ = listener.accept()
        with connection, connection.makefile("rwb") as stream:
            for line in stream:
                stream.write(json.dumps(_answer(asker, json.loads(line)), ensure_ascii=False).encode() + b"\n")
                stream.flush()


def _answer(asker: Asker, request: dict[str, Any]) -> dict[str, Any]:
    future: Future[Any] = Future()
    asker.asked.emit(request, future)
    try:
        return {"answer": future.result(PATIENCE)}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}", "trace": traceback.format_exc()}


def _look(asker: Asker, ask: str, **arguments: Any) -> Any:
    questions = {"things": _things, "idle": _idle, "focus": _focus, "picture": _picture, "notes": _notes, "nodes": _nodes}
    if ask == "delays" and asker.heart is not None:
        found, asker.heart.delays = asker.heart.delays, []
        return found
    return questions[ask](**arguments)


# what is on the screen


def _windows() -> list[Any]:
    """Visible top-level widgets, the one that takes the input last."""
    from PySide6.QtWidgets import QApplication

    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    front = (QApplication.activePopupWidget(), QApplication.activeModalWidget())
    return sorted(shown, key=lambda w: (w is front[0]) * 2 + (w is front[1]))


def _things(kind: str = "", window: str = "", cells: bool = True) -> list[Thing]:
    """Everything that can be seen: class, words, accessible name, rectangle on the screen, state.

    Args:
        kind: only things of this class; ``Cell``, ``Action`` and ``Tab`` are no widgets.
        window: only in windows of this class.
        cells: with what is inside of tables and lists.
    """
    from PySide6.QtWidgets import QWidget

    found: list[Thing] = []
    inner = kind in ("", "Cell", "Action", "Tab")
    for shown in _windows():
        if window not in ("", type(shown).__name__):
            continue
        for widget in (shown, *shown.findChildren(QWidget)):
            if not widget.isVisible() or widget.window() is not shown or widget.visibleRegion().isEmpty():
                continue
            if kind in ("", type(widget).__name__):
                found.append(_thing(widget))
            if inner:
                found.extend(thing for thing in _inside(widget, cells) if kind in ("", thing["kind"]))
    return found


def _thing(widget: Any) -> Thing:
    seen = widget.visibleRegion().boundingRect()
    return {"kind": type(widget).__name__, "text": _words(widget), "name": widget.accessibleName(), "tip": widget.toolTip(),
            "hint": widget.placeholderText() if hasattr(widget, "placeholderText") else "",
            "rect": _global(widget, seen), "whole": seen == widget.rect(), "enabled": widget.isEnabled(), "focus": widget.hasFocus(),
            "checked": bool(widget.isChecked()) if hasattr(widget, "isChecked") else False, "window": type(widget.window()).__name__}


def _words(widget: Any) -> str:
    for name in ("toPlainText", "text", "currentText", "title", "windowTitle"):
        read = getattr(widget, name, None)
        if callable(read):
            try:
                words = read()
            except TypeError:
                continue
            if isinstance(words, str) and (words or name in ("toPlainText", "text")):
                return words
    return ""


def _global(widget: Any, rect: Any) -> list[int]:
    at = widget.mapToGlobal(rect.topLeft())
    return [at.x(), at.y(), rect.width(), rect.height()]


def _inside(widget: Any, cells: bool) -> Iterator[Thing]:
    """Rows, cells, menu entries and tabs, which are no widgets."""
    from PySide6.QtWidgets import QAbstractItemView, QMenu, QTabBar

    if isinstance(widget, QAbstractItemView):
        if not cells:
            return
        yield from _cells(widget)
    elif isinstance(widget, QMenu):
        for action in widget.actions():
            if action.text():
                yield _item("Action", action.text(), widget, widget.actionGeometry(action), action.isEnabled(), action.isChecked())
    elif isinstance(widget, QTabBar):
        for at in range(widget.count()):
            yield _item("Tab", widget.tabText(at), widget, widget.tabRect(at), True, at == widget.currentIndex())


def _item(kind: str, text: str, widget: Any, rect: Any, enabled: bool, checked: bool) -> Thing:
    return {"kind": kind, "text": text, "name": text, "tip": "", "hint": "", "rect": _global(widget, rect & widget.rect()), "whole": True,
            "enabled": enabled, "checked": checked, "focus": False, "window": type(widget.window()).__name__}


def _cells(view: Any) -> Iterator[Thing]:
    from PySide6.QtWidgets import QListView

    model, port = view.model(), view.viewport()
    if model is None:
        return
    columns = (view.modelColumn(),) if isinstance(view, QListView) else range(model.columnCount(view.rootIndex()))
    for row in _rows(view, model):
        for column in columns:
            index = model.index(row, column, view.rootIndex())
            rect = view.visualRect(index) & port.rect()
            if rect.isEmpty():
                continue
            words = index.data(Qt.ItemDataRole.DisplayRole)
            yield {**_item("Cell", "" if words is None else str(words), port, rect, True, view.selectionModel().isSelected(index)),
                   "name": str(index.data(Qt.ItemDataRole.AccessibleTextRole) or view.accessibleName()), "row": row, "column": column}


def _rows(view: Any, model: Any) -> range:
    """Rows that may be in view: a table of thousands is not walked through."""
    from PySide6.QtWidgets import QTableView

    count = model.rowCount(view.rootIndex())
    if isinstance(view, QTableView):
        first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
        return range(max(first, 0), count if last < 0 else last + 1)
    return range(min(count, 500))


def _notes() -> list[Thing]:
    """Notes on the board, by what a screen reader is told."""
    from PySide6.QtGui import QAccessible

    found = []
    for board in _of_class("BoardView"):
        interface = QAccessible.queryAccessibleInterface(board)
        for at in range(interface.childCount()):
            child = interface.child(at)
            if child.role() != QAccessible.Role.ListItem:
                continue  # a cell, a point of the curve, an arrow
            rect = child.rect()
            found.append({"kind": "Note", "text": child.text(QAccessible.Text.Name), "name": "", "tip": "", "hint": "", "whole": True,
                          "rect": [rect.x(), rect.y(), rect.width(), rect.height()], "enabled": True, "checked": bool(child.state().selected),
                          "focus": False, "window": ""})
    return found


def _nodes() -> list[Thing]:
    """Boxes of the KPI tree: the name, the rectangle, and the figures as shown."""
    found = []
    for tree in _of_class("TreeView"):
        for id in tree._boxes:
            rect = tree.box(id).toRect() & tree.viewport().rect()
            figures = tree.shown.nodes[id]
            found.append({**_item("Node", figures.name, tree.viewport(), rect, not rect.isEmpty(), tree.current == id), "id": id,
                          "figures": {k: v for k, v in vars(figures).items() if isinstance(v, (int, float, str, type(None)))}})
    return found


def _of_class(name: str) -> list[Any]:
    from PySide6.QtWidgets import QApplication

    return [w for w in QApplication.allWidgets() if type(w).__name__ == name and w.isVisible()]


def _focus() -> Thing | None:
    from PySide6.QtWidgets import QApplication

    widget = QApplication.focusWidget()
    return _thing(widget) if widget else None


def _idle() -> bool:
    """Whether no work runs beside any window and no timer that was started by an edit is still to fire."""
    from PySide6.QtWidgets import QApplication

    for window in QApplication.topLevelWidgets():
        context = getattr(window, "context", None)
        if context is not None and getattr(context, "background", None) is not None and context.background.tasks:
            return False
        if any(t.isSingleShot() and t.isActive() and t.remainingTime() < 500 for t in window.findChildren(QTimer)):
            return False
    return True


def _picture(path: str) -> bool:
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.primaryScreen().grabWindow(0).save(path)
