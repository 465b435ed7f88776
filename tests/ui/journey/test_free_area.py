"""Beside the grid: the free area, where notes lie as they are put, and the parking lot."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fusenapp.editing import notes
from fusenapp.editing.notes import NewNote, Place
from fusenapp.ui.journey.arranging import arranged, snap

from .conftest import SELECTOR

K, M = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = M.ControlModifier, M.ShiftModifier, M.AltModifier
FREE = Place("journey", lane="free")


@pytest.fixture
def free(hands):
    hands.board.fit()
    hands.board.painting.rest()
    hands.board.set_zoom(0.6)
    hands.board.parentWidget()._follow()  # a bar that goes leaves its room to the board
    QApplication.processEvents()
    layout = hands.board.scene.layout
    hands.board.scroll_to(0, layout.height)
    hands.board.painting.rest()
    return hands


def lay(hands, text: str, x: float, y: float) -> str:
    id = notes.add_notes(hands.document, [NewNote(FREE, text, at=(x, y))])[0]
    hands.context.bridge.flush()
    hands.board.hints.look()  # hints may move what lies below them
    QApplication.processEvents()
    return id


def spot(hands, id: str) -> tuple[float, float]:
    note = hands.document.get("notes", id)
    return note["x"], note["y"]


def at(hands, x: float, y: float) -> QPoint:
    x0, y0 = hands.board.scene.layout.cell_origin(hands.board.model.free_cell)
    return QPointF(*hands.board.port.to_screen(x0 + x, y0 + y)).toPoint()


def test_a_double_click_in_the_free_area_begins_a_note_just_there(free):
    free.double_click(at(free, 300, 90))
    free.type("here")
    free.key(K.Key_Escape)
    made = free.document.snapshot().all("notes")[0]
    assert (made["text"], made["lane"], made["phase"]) == ("here", "free", "")
    assert (made["x"], made["y"]) == pytest.approx((300, 90), abs=2)


def test_n_in_the_free_area_finds_a_free_place_and_ctrl_enter_goes_on_below(free):
    lay(free, "先客", 8, 4)
    free.board.selection.go(free.board.model.free_cell)
    free.board.setFocus()
    free.key(K.Key_N)
    free.type("a")
    free.key(K.Key_Return, CTRL)
    free.type("b")
    free.key(K.Key_Escape)
    found = {n["text"]: (n["x"], n["y"]) for n in free.document.snapshot().all("notes")}
    assert found["a"] != found["先客"]
    assert found["b"][0] == found["a"][0]
    assert found["b"][1] > found["a"][1]


def test_a_note_is_dragged_freely_and_goes_back_by_undo(free):
    id = lay(free, "動く", 40, 30)
    free.drag(at(free, 60, 45), at(free, 360, 105))
    assert spot(free, id) == pytest.approx((340, 90), abs=3)
    assert free.undo() == "付箋1枚の移動"
    assert spot(free, id) == (40, 30)


def test_hints_that_are_found_while_a_note_is_dragged_wait_until_it_lies(free):
    id = lay(free, "動く", 40, 30)
    held, told = [], []
    free.board.gaps_changed.connect(lambda: told.append(free.board.pointer.down))

    def look() -> None:
        free.board.hints.look()
        QTest.qWait(60)
        held.append(list(told))

    free.drag(at(free, 60, 45), at(free, 360, 105), before_release=look)
    assert held == [[]]
    QTest.qWait(60)
    assert set(told) == {False}
    assert spot(free, id) == pytest.approx((340, 90), abs=3)


def test_a_note_held_near_another_lines_up_with_it_and_shows_the_line(free):
    lay(free, "もと", 40, 20)
    id = lay(free, "そろう", 300, 120)
    seen = []
    free.drag(at(free, 320, 135), at(free, 63, 135), before_release=lambda: seen.append(free.board.shown.overlay.snaps))
    assert spot(free, id)[0] == 40
    assert seen[0], "a line is shown while it is held"


def test_a_note_dragged_out_of_its_cell_lies_where_it_was_dropped_and_back_in(free):
    id = free.put("マスから", "use", "measures", "")
    free.drag(free.at_note(id), at(free, 500, 60))
    assert free.document.get("notes", id)["lane"] == "free"
    free.drag(free.at_note(id), free.at_cell("purchase", "measures"))
    assert free.where(id) == ("purchase", "measures", "")


def test_alt_drag_leaves_a_copy_in_the_free_area(free):
    id = lay(free, "写す", 40, 30)
    free.drag(at(free, 60, 45), at(free, 400, 100), ALT)
    assert spot(free, id) == (40, 30)
    made = [n for n in free.document.snapshot().all("notes") if n["id"] != id]
    assert [(n["text"], round(n["x"] / 10)) for n in made] == [("写す", 38)]


def test_alt_arrows_move_a_free_note_a_little(free):
    id = lay(free, "少し", 40, 30)
    free.select(id)
    free.key(K.Key_Right, ALT)
    free.key(K.Key_Down, ALT)
    assert spot(free, id) == (48, 38)


@pytest.mark.parametrize(("key", "axis"), [(K.Key_Left, 0), (K.Key_Right, 0), (K.Key_Up, 1), (K.Key_Down, 1)])
def test_ctrl_shift_arrows_align_free_notes_in_one_step(free, key, axis):
    ids = [lay(free, text, x, y) for text, x, y in (("a", 10, 10), ("b", 200, 70), ("c", 400, 130))]
    free.select(*ids)
    free.key(key, CTRL | SHIFT)
    assert len({spot(free, id)[axis] for id in ids}) == 1
    assert free.undo() == "付箋の整列"
    assert [spot(free, id) for id in ids] == [(10, 10), (200, 70), (400, 130)]


def test_a_cluster_in_the_free_area_is_stacked_below_its_heading(free):
    ids = [lay(free, text, x, y) for text, x, y in (("a", 10, 10), ("b", 300, 40))]
    free.select(*ids)
    free.key(K.Key_G, CTRL)
    free.type("H")
    free.key(K.Key_Escape)
    heading = next(n for n in free.document.snapshot().all("notes") if n["text"] == "H")
    tops = [heading["y"], *(spot(free, id)[1] for id in ids)]
    assert tops == sorted(tops)
    assert {heading["x"], *(spot(free, id)[0] for id in ids)} == {10}


def test_lines_pasted_into_the_free_area_do_not_lie_on_each_other(free):
    free.board.setFocus()
    free.board.selection.go(free.board.model.free_cell)
    QGuiApplication.clipboard().setText("一\n二\n三")
    free.key(K.Key_V, CTRL)
    places = {(n["x"], n["y"]) for n in free.document.snapshot().all("notes")}
    assert len(places) == 3


def test_the_menu_moves_notes_to_the_free_area_and_to_the_parking_lot(free):
    from fusenapp.ui.journey import menus
    from fusenapp.ui.journey.hit import Hit

    id = free.put("移す")
    free.select(id)
    for name, lane in (("自由エリアへ移す", "free"), ("置き場へ移す", "")):
        menu = menus.build(free.board.commands, Hit("note", free.board.model.slot_of[id]))
        part = next(a.menu() for a in menu.actions() if a.text() == "配置")
        next(a for a in part.actions() if a.text() == name).trigger()
        assert (free.document.get("notes", id)["phase"], free.document.get("notes", id)["lane"]) == ("", lane)
        menu.deleteLater()


def test_arrows_leave_the_grid_for_the_parking_lot_and_the_free_area(free):
    free.board.setFocus()
    free.board.selection.go((free.board.model.grid_rows - 1, 0))
    free.key(K.Key_Down)
    assert free.board.selection.cell == free.board.model.parking_cell
    free.key(K.Key_Down)
    assert free.board.selection.cell == free.board.model.free_cell


def test_spread_notes_have_equal_gaps():
    spread = arranged({"a": (0, 0, 100, 40), "b": (110, 0, 100, 40), "c": (400, 0, 100, 40)}, "across")
    assert spread == {"b": (200.0, 0)}


def test_snapping_takes_the_nearest_line_only_within_reach():
    assert snap((103.0, 50.0, 144.0, 48.0), [(100.0, 300.0, 144.0, 48.0)], 6.0)[:2] == (-3.0, 0.0)
    assert snap((120.0, 50.0, 144.0, 48.0), [(100.0, 300.0, 144.0, 48.0)], 6.0) == (0.0, 0.0, ())


def test_the_free_note_keeps_its_place_when_the_board_is_opened_again(free):
    id = lay(free, "ここ", 123, 45)
    free.board.open_journey("journey")
    x0, y0 = free.board.scene.layout.cell_origin(free.board.model.free_cell)
    assert free.board.scene.layout.note_rect(free.board.model.slot_of[id])[:2] == (x0 + 123, y0 + 45)
    assert free.put("別", role=SELECTOR) != id
