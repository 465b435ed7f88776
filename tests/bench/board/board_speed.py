"""The board's times as one JSON line, for setting them beside other programs' in the same run.

    python tests/bench/board/board_speed.py --n 1000 [--data notes.json]

``notes.json`` holds ``{"cols": …, "notes": [{"x", "y", "text", …}]}``; without it notes are made up. The notes become a
real workspace file: one phase per column, five lanes, two of them by role. Everything is measured in the journey area of a
window whose board is 1600 × 900, with document, undo, lanes, toolbar and inspector. A frame ends when the window system has
the picture (`QGuiApplication.sync`). Times in ms, memory in MB. Best run on xcb (a virtual X server will do).
"""

# ruff: noqa: E402 - Qt is loaded first, and as the program loads it

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from fusenapp.app import TURNS, load_qt

load_qt()

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from fusenapp.document import Author, Document, order
from fusenapp.editing import journeys, templates
from fusenapp.ui.context import UiContext
from fusenapp.ui.journey.area import JourneyArea
from fusenapp.ui.theme import Theme
from fusenapp.workspace import Workspace

SIZE = (1600, 900)
LANES = (("actions", "selector"), ("actions", "approver"), ("touchpoints", ""), ("thoughts", "decision-maker"), ("issues", ""),
         ("information", ""), ("measures", ""))
WORDS = "会計連携の一覧表を比較検討して稟議書に添付する担当者が決裁者へ説明した資料と効果試算の数字"
LEFT, NO = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
AUTHOR = Author("佐倉", "marketing")


class Floor(QWidget):
    """Only copies a picture of the board's size."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture = QPixmap(*SIZE)
        self._picture.fill(Qt.GlobalColor.white)
        self.resize(*SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


def fill(document: Document, size: int, data: Path | None) -> None:
    """A journey with the notes given, or with made-up ones."""
    templates.build(document, "b2b", "速さ")
    texts, columns = _texts(size, data)
    for i in range(max(0, columns - 6)):
        journeys.add_phase(document, "journey", f"フェーズ{i + 7}", after="journey-use")
    phases = [record["id"] for record in document.snapshot().all("phases", journey="journey")]
    dice, keys = random.Random(1), order.spread(None, None, len(texts))
    with document.edit("fill") as edit:
        for i, text in enumerate(texts):
            lane, role = dice.choice(LANES)
            edit.create("notes", {"parent": "journey", "phase": phases[i % len(phases)], "lane": f"journey-{lane}", "role": role, "text": text,
                                  "colour": i % 8 + 1, "order": keys[i], "author": "佐倉", "department": "marketing"}, f"n{i}")


def _texts(size: int, data: Path | None) -> tuple[list[str], int]:
    if data is None:
        return [WORDS[i % 23:i % 23 + 20] for i in range(size)], max(6, round((size * 16 / 9 * 2 / 3) ** 0.5))
    read = json.loads(data.read_text(encoding="utf-8"))
    return [note["text"] for note in read["notes"]], int(read["cols"])


class Painted(QObject):
    """Notes when a widget is painted while it is asked to; else it costs nothing."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.begun: list[float] = []
        self._widget = widget

    def __enter__(self) -> None:
        self._widget.installEventFilter(self)

    def __exit__(self, *_: object) -> None:
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.begun.append(time.perf_counter())
        return False


class Run:
    """One board in a window, and what was measured on it.

    ``frames`` has the times of all frames in which the board was painted, with whatever came before it, by what was measured.
    """

    def __init__(self, path: Path) -> None:
        self.found: dict[str, Any] = {}
        self.frames: dict[str, list[float]] = {}
        self.path = path
        self.window = QStackedWidget()
        self.window.resize(SIZE[0] + 16, SIZE[1] + 170)
        self.window.show()
        self.sync()
        self.open()

    def open(self) -> float:
        """Read the file and show it in the window, as the program does; time until the first frame is out."""
        start = time.perf_counter()
        self.workspace = Workspace.open(self.path, AUTHOR)
        self.context = UiContext(self.workspace.document, workspace=self.workspace, person="佐倉")
        self.area = JourneyArea(self.context)
        assert self.area.board is not None
        self.board = self.area.board
        self.painted = Painted(self.board)
        self.board.setFixedSize(*SIZE)
        self.window.addWidget(self.area)
        with self.painted:
            while not self.painted.begun:
                self.sync()
        return (time.perf_counter() - start) * 1000

    def close(self) -> None:
        self.area.close()
        self.context.close()
        self.area.deleteLater()
        self.workspace.close(publish=False)
        self.sync()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what waits in it must not run while the next one opens

    @staticmethod
    def sync() -> None:
        """Until the window system has what was painted."""
        QApplication.processEvents()
        QGuiApplication.sync()

    def settle(self, name: str = "settle") -> float:
        """Until every note in sight has its own picture, and a while longer for what follows; ms until the former."""
        start = done = time.perf_counter()
        with self.painted:
            while time.perf_counter() - start < 5:
                if self.turn(name):
                    done = time.perf_counter()
                if self.board.settled and time.perf_counter() - start > 0.25:
                    break
        return (done - start) * 1000

    def turn(self, name: str) -> bool:
        """One turn of the event loop; True if the board was painted.

        `sync` can let several frames out: what comes before the second is begun is the first one's, and so on.
        """
        self.painted.begun.clear()
        start = time.perf_counter()
        self.sync()
        ends = [*self.painted.begun[1:], time.perf_counter()] if self.painted.begun else []
        for end in ends:
            self.frames.setdefault(name, []).append((end - start) * 1000)
            start = end
        return bool(ends)

    def timed(self, name: str, steps: int, step: Callable[[], object]) -> None:
        """Times of steps, each until its frame is out: p50, p95, max."""
        times, cpu = [], time.process_time()
        for _ in range(steps):
            start = time.perf_counter()
            step()
            self.sync()
            times.append((time.perf_counter() - start) * 1000)
        self.frames.setdefault(name, []).extend(times)
        self.put(name, times)
        self.found[f"{name}_cpu"] = round((time.process_time() - cpu) / steps * 1000, 2)

    def put(self, name: str, times: Sequence[float]) -> None:
        order = sorted(times)
        self.found |= {f"{name}_p50": _share(order, 0.5), f"{name}_p95": _share(order, 0.95), f"{name}_max": round(order[-1], 2)}

    # ---- the views

    def near(self) -> None:
        """Zoom 2/3 around the middle of the board."""
        layout = self.board.scene.layout
        self.board.set_zoom(2 / 3)
        self.board.scroll_to(max(0.0, layout.width / 2 - 1200), max(0.0, layout.height / 2 - 675))
        self.settle()

    def whole(self) -> None:
        self.board.fit()
        self.settle()

    # ---- the measures

    def pan(self) -> None:
        self.near()
        self.found["visible"] = len(self.board.scene.layout.notes_touching(self.board.port.visible))
        for warm in range(40):
            self.board.scroll_by(20 if warm < 20 else -20, 10 if warm < 20 else -10)
            self.sync()
        self.settle()
        self.timed("pan", 120, _back_and_forth(lambda dx, dy: self.board.scroll_by(dx, dy), 20, 10))

    def zoom(self) -> None:
        self.near()
        turn = count()
        at = QPointF(800, 450)
        self.timed("zoom", 40, lambda: self.board.set_zoom(self.board.port.zoom * (1.05 if next(turn) % 40 < 20 else 1 / 1.05), at))
        end = time.perf_counter() + 1.0
        with self.painted:
            while time.perf_counter() < end:
                self.turn("zoomsettle")
        self.put("zoomsettle", self.frames["zoomsettle"])

    def drag_one(self) -> None:
        self.near()
        _, at = self._note_near_middle()
        points = iter(self._line(at, 3, 1, 130))
        self._press(at)
        for _ in range(5):
            self._to(next(points))
        self.timed("drag1", 60, lambda: self._to(next(points)))
        self.timed("drag1_latency", 60, lambda: self._to(next(points)))
        self.board.cancel_gesture()
        self._release(at)
        self.board.selection.go(None)
        self.settle()

    def move_many(self, name: str, view: Callable[[], None]) -> None:
        """Drag a block of 1,000 notes around the middle of the board."""
        view()
        model, layout = self.board.model, self.board.scene.layout
        middle = layout.width / 2
        block = sorted(model.slot_of, key=lambda id: abs(float(layout.x[model.slot_of[id]]) - middle))[:1000]
        self.board.selection.set(block)
        self.settle()
        at = self._note_near_middle(set(block))[1]
        points = iter(self._line(at, 2, 1, 31))
        self._press(at)
        self._to(next(points))
        self.found[f"{name}_n"] = len(self.board.selection.ids)
        self.timed(name, 30, lambda: self._to(next(points)))
        self.board.cancel_gesture()
        self._release(at)
        self.board.selection.go(None)

    def whole_pan(self) -> None:
        self.whole()
        self.board.set_zoom(self.board.port.zoom * 1.02)
        self.settle()
        self.found["fit_zoom"] = round(self.board.port.zoom, 3)
        self.timed("fitpan", 120, _back_and_forth(lambda dx, dy: self.board.scroll_by(dx, dy), 4, 2))

    def band(self) -> None:
        self.whole()
        start, end = QPoint(int(self.board.port.left) + 3, SIZE[1] - 3), QPoint(SIZE[0] - 4, int(self.board.port.top) + 3)
        self._press(start)
        steps = iter([start + (end - start) * (i + 1) / 40 for i in range(40)])
        self.timed("band", 40, lambda: self._to(next(steps)))
        self._release(end)
        self.found["band_selected"] = len(self.board.selection.ids)
        self.board.selection.go(None)
        self.sync()

    def paste(self) -> None:
        self.near()
        model = self.board.model
        self.board.selection.set([f"n{i}" for i in range(1000)])
        self.board.commands.clip.copy()
        visible = self.board.scene.layout.column_at(self.board.port.x + 1200)
        self.board.selection.go(model.cell_of(model.phases[visible].id, "journey-issues", ""))
        self.settle()
        before, start = model.count, time.perf_counter()
        self.board.commands.clip.paste()
        self.board.repaint()  # painted and sent; `sync` would let slices of the writing into the document in between
        self.found["paste1000_ms"] = round((time.perf_counter() - start) * 1000, 1)
        self.frames["paste"] = [self.found["paste1000_ms"]]
        self.found["paste1000_text_ms"] = round(self.found["paste1000_ms"] + self.settle("pasting"), 1)
        self.board.commands.pasting.finish()
        self.found["paste1000_added"] = model.count - before
        start = time.perf_counter()
        self.context.bridge.undo()
        self.sync()
        self.found["undo_paste_ms"] = round((time.perf_counter() - start) * 1000, 1)

    def edit(self) -> None:
        """Write on a note, key by key, and leave it; another paper; a vote; all as the user does."""
        self.near()
        id, _ = self._note_near_middle()
        self.board.selection.set([id])
        self.board.setFocus()
        self.settle()
        keys = iter([*"a note about the price", Qt.Key.Key_Escape])

        def press() -> None:
            writing = self.board.writing
            QTest.keyClick(writing.editor if writing.active else self.board, next(keys))

        self.timed("edit", 23, press)
        colours = count()
        self.timed("recolour", 12, lambda: (self.board.commands.recolour(next(colours) % 8 + 1), self.context.bridge.flush()))
        self.settle("edited")

    def floor(self) -> None:
        """What one copy of the whole picture costs here."""
        bare = Floor()
        bare.show()
        QTest.qWait(50)
        times = []
        for _ in range(120):
            start = time.perf_counter()
            bare.update()
            self.sync()
            times.append((time.perf_counter() - start) * 1000)
        bare.close()
        bare.deleteLater()
        self.put("floor", times)

    # ---- the mouse

    def _note_near_middle(self, among: set[str] | None = None) -> tuple[str, QPoint]:
        board = self.board
        found = []
        for slot in board.scene.layout.notes_touching(board.port.visible).tolist():
            x, y, w, h = board.port.rect_to_screen(board.scene.layout.note_rect(slot))
            if among is None or board.model.id(slot) in among:
                found.append((abs(x - 700) + abs(y - 450), board.model.id(slot), QPoint(round(x + w / 2), round(y + h / 2))))
        return min(found, key=lambda entry: entry[0])[1:]

    @staticmethod
    def _line(at: QPoint, dx: int, dy: int, steps: int) -> list[QPoint]:
        return [at + QPoint(dx, dy) * (i + 1) for i in range(steps)]

    def _press(self, at: QPoint) -> None:
        QTest.mousePress(self.board.window().windowHandle(), LEFT, NO, self.board.mapTo(self.board.window(), at))
        self.sync()

    def _to(self, at: QPoint) -> None:
        QTest.mouseMove(self.board.window().windowHandle(), self.board.mapTo(self.board.window(), at))

    def _release(self, at: QPoint) -> None:
        QTest.mouseRelease(self.board.window().windowHandle(), LEFT, NO, self.board.mapTo(self.board.window(), at))
        self.sync()


def _share(order: Sequence[float], part: float) -> float:
    return round(order[min(len(order) - 1, int(part * len(order)))], 2)


def _back_and_forth(scroll: Callable[[float, float], None], dx: float, dy: float) -> Callable[[], None]:
    turn: Iterator[int] = count()
    return lambda: scroll(dx, dy) if next(turn) // 30 % 2 == 0 else scroll(-dx, -dy)


def memory() -> dict[str, float]:
    """Resident and proportional size of this process."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.exists():
        return {"rss_total_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)}
    lines = dict(line.split(":", 1) for line in rollup.read_text(encoding="utf-8").splitlines()[1:])
    rss, pss = (int(lines[key].split()[0]) / 1024 for key in ("Rss", "Pss"))
    return {"rss_total_mb": round(rss, 1), "rss_renderer_mb": round(rss, 1), "pss_total_mb": round(pss, 1)}


def measure(path: Path, size: int, started: float, skip: set[str]) -> dict[str, Any]:
    """All times of one board."""
    start = time.perf_counter()
    run = Run(path)
    run.found["open_first_ms"] = round((time.perf_counter() - start) * 1000, 1)
    run.found["launch_to_drawn_ms"] = round((time.time() - started) * 1000, 1)
    run.settle()
    run.workspace.ready()  # the program does it at rest: the engine is among what it needs
    run.found |= {"count": run.board.model.count, **memory()}
    warm, text = [], 0.0
    for _ in range(3 if size <= 5000 else 2):
        run.close()
        warm.append(run.open())
        text = run.settle()
    run.found |= {"open_warm_ms": round(sorted(warm)[len(warm) // 2], 1), "open_text_ms": round(warm[-1] + text, 1)}
    if "frames" not in skip:
        run.pan()
        run.floor()
        run.zoom()
        run.drag_one()
        run.move_many("move1000", run.near)
        run.whole_pan()
        run.band()
        run.move_many("move1000fit", run.whole)
        run.edit()
        run.paste()
        order = sorted(time for times in run.frames.values() for time in times)
        run.found |= {"frames": len(order), "frame_p99": _share(order, 0.99), "frame_max": round(order[-1], 2),
                      "slowest": {name: round(max(times), 1) for name, times in run.frames.items()},
                      "pan_over_floor": round(run.found["pan_p50"] / run.found["floor_p50"], 2)}
    run.found["rss_renderer_end_mb"] = memory()["rss_total_mb"]
    run.close()
    return run.found


def main() -> None:
    """Read the arguments, make the file in another process, measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--n", type=int, default=1000)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--skip", default="")
    parser.add_argument("--made", type=Path, help="a workspace file that was made before")
    parser.add_argument("--make", type=Path, help="only make the workspace file")
    options = parser.parse_args()
    if options.make:
        Workspace.create(options.make, AUTHOR, build=lambda document: fill(document, options.n, options.data)).close()
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FUSEN_DATA"] = folder
        path = options.made or _make(Path(folder) / "board.fusen", options)
        started = time.time() if not options.made else float(os.environ.get("BENCH_T0") or time.time())
        app = QApplication.instance() or QApplication([])
        Theme("light").apply()
        gc.disable()  # as while somebody works with the program (see `fusenapp.ui.collector`)
        sys.setswitchinterval(TURNS)
        found = measure(path, options.n, started, set(options.skip.split(",")))
        del app
    print(json.dumps(found))


def _make(path: Path, options: argparse.Namespace) -> Path:
    import subprocess

    data = ["--data", str(options.data)] if options.data else []
    subprocess.run([sys.executable, __file__, "--n", str(options.n), *data, "--make", str(path)], check=True)
    return path


if __name__ == "__main__":
    main()
