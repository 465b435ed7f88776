"""The board against the floor of the machine: what one copy of its whole picture costs, in the same process.

Real document, real undo, real widget. Times are of the processor, so that a busy machine does not matter much; the limits
are ratios, so that a slow one does not either. `.ci/run` asks for those of frames; what happens once (opening, pasting)
is in the way of whatever else a machine does, and is for a quiet one.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fusenapp.document import Author, Document, order
from fusenapp.editing import journeys, notes, templates
from fusenapp.editing.notes import NewNote, Place
from fusenapp.ui.context import UiContext
from fusenapp.ui.journey.board_view import BoardView
from fusenapp.ui.journey.gestures import Band, DragNotes
from fusenapp.ui.theme import Theme
from fusenapp.workspace import Workspace

SIZE = (1600, 900)
WORDS = "会計連携の一覧表を比較検討して稟議書に添付する担当者が決裁者へ説明した資料と効果試算の数字"
LANES = (("actions", "selector"), ("actions", "approver"), ("thoughts", "decision-maker"), ("issues", ""), ("measures", ""))
NO = Qt.KeyboardModifier.NoModifier

pytestmark = pytest.mark.bench


class Floor(QWidget):
    """A widget that only copies a picture of the board's size."""

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


def made_document(size: int) -> Document:
    document = Document(Author("佐倉", "marketing"))
    templates.build(document, "b2b", "速さ")
    for i in range(size // 80):
        journeys.add_phase(document, "journey", f"フェーズ{i}", after="journey-use")
    phases = [record["id"] for record in document.snapshot().all("phases")]
    dice, keys = random.Random(1), order.spread(None, None, size)
    with document.edit("fill") as edit:
        for i in range(size):
            lane, role = dice.choice(LANES)
            edit.create("notes", {"parent": "journey", "phase": dice.choice(phases), "lane": f"journey-{lane}", "role": role,
                                  "text": WORDS[i % 23:i % 23 + 20], "colour": i % 8 + 1, "order": keys[i]}, f"n{i}")
    return document


class Bench:
    """A board in a window, and the floor beside it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.context = UiContext(self.document, person="佐倉")
        self.board = BoardView(self.context, "journey")
        self.board.resize(*SIZE)
        self.floor = Floor()

    def settle(self) -> None:
        """Until every note in sight has its picture."""
        for _ in range(600):
            QTest.qWait(2)
            if self.board.settled:
                return

    def ratio(self, step: Callable[[], object], steps: int = 60) -> float:
        """Median time of a step in medians of one full copy, measured before and after."""
        before = self._median(self.floor.update, 25)
        taken = self._median(step, steps)
        return taken / ((before + self._median(self.floor.update, 25)) / 2)

    @staticmethod
    def _median(step: Callable[[], object], steps: int) -> float:
        times = []
        for _ in range(steps):
            start = time.thread_time()
            step()
            QApplication.processEvents()
            times.append(time.thread_time() - start)
        return sorted(times)[steps // 2]

    def close(self) -> None:
        for widget in (self.board, self.floor):
            widget.close()
            widget.deleteLater()
        self.context.close()


@pytest.fixture(scope="module", params=[1000, 5000])
def document(request) -> Document:
    return made_document(request.param)


@pytest.fixture
def bench(document, qapp) -> Iterator[Bench]:
    Theme("light").apply()
    made = Bench(document)
    made.board.show()
    made.floor.show()
    QTest.qWait(20)
    yield made
    made.close()


def back_and_forth(board: BoardView, dx: int, dy: int) -> Callable[[], None]:
    steps = count()
    return lambda: board.scroll_by(*((dx, dy) if next(steps) // 15 % 2 == 0 else (-dx, -dy)))


def test_panning_near_costs_little_more_than_copying_the_picture(bench):
    bench.board.set_zoom(2 / 3)
    bench.board.scroll_to(100, 100)
    bench.settle()
    pan = back_and_forth(bench.board, 20, 10)
    bench.ratio(pan)
    bench.settle()
    assert bench.ratio(pan) < 7


def test_panning_the_whole_board_draws_thousands_of_notes_in_a_few_calls(bench):
    bench.board.fit()
    bench.board.set_zoom(bench.board.port.zoom * 1.1)
    bench.settle()
    assert bench.ratio(back_and_forth(bench.board, 4, 2)) < 12


def test_a_zoom_step_stretches_the_last_picture(bench):
    bench.board.set_zoom(2 / 3)
    bench.board.scroll_to(100, 100)
    bench.settle()
    steps = count()
    ratio = bench.ratio(lambda: bench.board.set_zoom(bench.board.port.zoom * (1.05 if next(steps) % 20 < 10 else 1 / 1.05)), 40)
    bench.settle()
    assert ratio < 12


def test_pasting_a_thousand_notes_shows_them_before_they_are_written(bench):
    bench.board.set_zoom(2 / 3)
    bench.settle()
    bench.board.selection.go(bench.board.model.cell_of("journey-use", "journey-issues", ""))
    QGuiApplication.clipboard().setText("\n".join(f"貼り付けた付箋の文章はこのくらい{i}" for i in range(1000)))
    before = bench.board.model.count

    def first_frame() -> None:
        bench.board.commands.clip.paste()

    ratio = bench.ratio(first_frame, 1)
    shown = bench.board.model.count - before
    bench.board.commands.pasting.finish()
    bench.context.bridge.undo()
    bench.context.bridge.flush()
    assert shown == 1000
    assert ratio < 25


def test_dragging_one_note_draws_only_where_it_goes(bench):
    bench.board.set_zoom(2 / 3)
    bench.board.scroll_to(100, 100)
    bench.settle()
    slot = int(bench.board.scene.layout.notes_touching(bench.board.port.visible)[40])
    x, y, _, _ = bench.board.port.rect_to_screen(bench.board.scene.layout.note_rect(slot))
    bench.board.selection.set([bench.board.model.id(slot)])
    drag, steps = DragNotes(bench.board.commands, QPointF(x, y), slot), count()
    ratio = bench.ratio(lambda: drag.move(QPointF(x + next(steps) % 40 * 4, y + 20), NO))
    drag.cancel()
    assert ratio < 5


def test_a_marquee_over_the_whole_board_keeps_up(bench):
    bench.board.fit()
    bench.settle()
    band, steps = Band(bench.board, QPointF(110, 60), NO), count()
    ratio = bench.ratio(lambda: band.move(QPointF(110 + next(steps) % 40 * 36, 60 + next(steps) % 40 * 20), NO), 40)
    band.cancel()
    bench.board.selection.go(None)
    assert ratio < 30


def test_an_edit_of_one_note_does_not_depend_on_the_others(bench):
    bench.board.set_zoom(2 / 3)
    bench.settle()
    colours = count()

    def recolour() -> None:
        notes.recolour_notes(bench.document, ["n5"], next(colours) % 8 + 1)
        bench.context.bridge.flush()

    assert bench.ratio(recolour, 30) < 16


def test_opening_lays_out_without_measuring_every_text(bench):
    def reopen() -> None:
        bench.board.open_journey("journey")

    per_note = bench.ratio(reopen, 5) / bench.board.model.count
    assert per_note < 0.015


def test_a_file_that_was_read_before_opens_without_the_engine(bench, tmp_path):
    path, author = tmp_path / "速さ.fusen", Author("佐倉", "marketing")
    Workspace.create(path, author, build=lambda document: document.load(bench.document.state())).close()

    def open_and_show() -> None:
        workspace = Workspace.open(path, author)
        board = BoardView(UiContext(workspace.document), "journey")
        board.resize(*SIZE)
        board.grab()
        seen.append(board.model.count)
        board.deleteLater()
        workspace.close()

    seen: list[int] = []
    open_and_show()
    per_note = bench.ratio(open_and_show, 3) / seen[0]
    assert seen[0] == bench.board.model.count
    assert per_note < 0.08


def test_a_place_is_where_a_note_was_put(bench):
    """The bench really shows its notes: a made-up one lies where its fields say."""
    id = notes.add_note(bench.document, NewNote(Place("journey", "journey-use", "journey-issues"), "最後"))
    bench.context.bridge.flush()
    model = bench.board.model
    assert model.cell(model.slot_of[id]) == model.cell_of("journey-use", "journey-issues", "")
    bench.document.undo()
