"""What the mouse does with headers, cells and menus, done with keys alone; and one gesture is one step of undo."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from .conftest import DECISION, SELECTOR, Hands

K, M = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = M.ControlModifier, M.ShiftModifier, M.AltModifier


def pick(hands: Hands, *path: str) -> None:
    """The key of the menu, then arrows and Enter: the first entry that begins with each word of the path."""
    QApplication.sendEvent(hands.board, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint(), M.NoModifier))
    menu = hands.board.open_menu
    assert menu is not None
    for depth, wanted in enumerate(path):
        walk_to(menu, wanted)
        last = depth == len(path) - 1
        QTest.keyClick(menu, K.Key_Return if last else K.Key_Right)
        if not last:
            entry = menu.activeAction().menu()
            assert isinstance(entry, QMenu)
            menu = entry
    QApplication.processEvents()


def walk_to(menu: QMenu, wanted: str) -> None:
    for _ in menu.actions():
        if menu.activeAction() is not None and menu.activeAction().text().startswith(wanted):
            return
        QTest.keyClick(menu, K.Key_Down)
    assert menu.activeAction().text().startswith(wanted), [a.text() for a in menu.actions()]


def name(hands: Hands, text: str) -> None:
    editor = hands.board.commands.grid.name_editor
    assert editor is not None
    assert hands.area.window().focusWidget() is editor
    editor.setText(text)
    QTest.keyClick(editor, K.Key_Return)


def names(hands: Hands, axis: str) -> list[str]:
    return [item.name for item in (hands.board.model.phases if axis == "phases" else hands.board.model.lanes)]


# ---- phases and lanes

def test_a_phase_is_inserted_renamed_moved_and_removed_by_keys(hands):
    hands.stand_in("comparison", "actions", SELECTOR)
    pick(hands, "フェーズ", "後ろにフェーズを挿入")
    name(hands, "検証")
    assert names(hands, "phases")[2:4] == ["比較・検討", "検証"]
    hands.key(K.Key_Right)
    pick(hands, "フェーズ", "左へ移動")
    assert names(hands, "phases")[2:4] == ["検証", "比較・検討"]
    hands.stand_in("comparison", "actions", SELECTOR)
    hands.key(K.Key_Left)
    pick(hands, "フェーズ", "名前")
    name(hands, "試す")
    assert names(hands, "phases")[2] == "試す"
    pick(hands, "フェーズ", "削除")
    assert "試す" not in names(hands, "phases")
    assert hands.undo()
    assert "試す" in names(hands, "phases")


def test_a_lane_is_inserted_moved_sized_folded_and_unfolded_by_keys(hands):
    hands.stand_in("awareness", "issues")
    pick(hands, "レーン", "下にレーンを挿入")
    name(hands, "障害")
    at = names(hands, "lanes").index("課題")
    assert names(hands, "lanes")[at + 1] == "障害"
    hands.stand_in("awareness", "issues")
    pick(hands, "レーン", "上へ移動")
    assert names(hands, "lanes").index("課題") == at - 1
    hands.stand_in("awareness", "issues")
    before = hands.board.scene.layout.lane_span(at - 1)[1]
    pick(hands, "レーン", "大きさ", "高く")
    assert hands.board.scene.layout.lane_span(at - 1)[1] == pytest.approx(before + 40)
    pick(hands, "レーン", "折りたたむ")
    assert hands.board.model.lanes[at - 1].folded


def test_a_phase_is_made_wider_and_the_purchase_put_on_hold_by_keys(hands):
    hands.stand_in("approval", "actions", SELECTOR)
    pick(hands, "フェーズ", "大きさ", "広く")
    assert hands.document.get("phases", "journey-approval")["width"] == 200
    pick(hands, "フェーズ", "後ろに「検討中断」を挿入")
    name(hands, "検討中断")
    phase = hands.board.model.phases[4]
    assert (phase.name, phase.pause) == ("検討中断", True)


def test_a_cell_is_shown_large_by_ctrl_2(hands):
    hands.stand_in("use", "measures")
    hands.key(K.Key_2, CTRL)
    place = hands.place("use", "measures")
    x, y, w, h = hands.board.scene.layout.cell_rect(hands.board.model.cell_of(place.phase, place.lane, place.role))
    left, top, wide, high = hands.board.port.visible
    assert hands.board.port.zoom > 1.0
    assert (left <= x, top <= y, left + wide >= x + w, top + high >= y + h) == (True, True, True, True)


def test_the_menu_of_a_note_opens_on_it_and_does_what_the_mouse_does(hands):
    hands.select(hands.put("一枚目"))
    pick(hands, "複製")
    assert hands.texts() == ["一枚目", "一枚目"]
    pick(hands, "色", "そら")
    assert sorted(n["colour"] for n in hands.document.snapshot().all("notes")) == [1, 5]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes it a request for the menu itself")
def test_shift_f10_is_the_key_of_the_menu_where_a_keyboard_has_none(hands):
    hands.select(hands.put("一枚目"))
    hands.key(K.Key_F10, SHIFT)
    assert any(action.text().startswith("複製") for action in hands.board.open_menu.actions())
    hands.board.open_menu.close()


# ---- one gesture, one step

def paste(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("一\n二\n三")
    hands.key(K.Key_Escape)
    hands.key(K.Key_V, CTRL)


def write_below(hands: Hands) -> None:
    hands.key(K.Key_Return, CTRL)
    hands.type("below")
    hands.key(K.Key_Escape)


def heading(hands: Hands) -> None:
    hands.key(K.Key_Right, SHIFT)
    hands.key(K.Key_G, CTRL)
    hands.key(K.Key_Escape)


GESTURES: dict[str, Callable[[Hands], object]] = {
    "write": lambda hands: (hands.type("more letters"), hands.key(K.Key_Escape)),
    "below": write_below,
    "next cell": lambda hands: (hands.key(K.Key_Left), hands.key(K.Key_Tab, SHIFT), hands.key(K.Key_Escape), hands.key(K.Key_N),
                                hands.type("x"), hands.key(K.Key_Escape)),
    "move": lambda hands: hands.key(K.Key_Down, ALT),
    "duplicate": lambda hands: hands.key(K.Key_D, CTRL),
    "delete all": lambda hands: (hands.key(K.Key_A, CTRL), hands.key(K.Key_Delete)),
    "colour all": lambda hands: (hands.key(K.Key_A, CTRL), hands.key(K.Key_6, ALT)),
    "vote": lambda hands: hands.key(K.Key_Period, CTRL),
    "style": lambda hands: (hands.key(K.Key_C, CTRL | ALT), hands.key(K.Key_Right), hands.key(K.Key_V, CTRL | ALT)),
    "paste lines": paste,
    "cut": lambda hands: hands.key(K.Key_X, CTRL),
    "cluster": heading,
    "connect": lambda hands: (hands.key(K.Key_Right, SHIFT), hands.key(K.Key_L, CTRL | SHIFT)),
    "drag": lambda hands: hands.drag(hands.at_note(hands.board.selection.lead), hands.at_cell("use", "issues")),
    "copy by drag": lambda hands: hands.drag(hands.at_note(hands.board.selection.lead), hands.at_cell("use", "issues"), ALT),
    "to the parking lot": lambda hands: pick(hands, "配置", "置き場"),
}


@pytest.mark.parametrize("gesture", GESTURES)
def test_one_gesture_is_one_step_of_undo_and_comes_back_with_redo(hands, gesture):
    first = hands.put("一枚目", colour=3)
    hands.put("二枚目", "research", colour=4)
    hands.put("三枚目", "research", role=DECISION)
    hands.select(first)
    before = content(hands)
    GESTURES[gesture](hands)
    hands.context.bridge.flush()
    after = content(hands)
    assert after != before
    assert hands.undo()
    assert content(hands) == before
    assert hands.context.bridge.redo()
    assert content(hands) == after


def content(hands: Hands) -> dict[str, list[dict[str, object]]]:
    """Notes and links as readers see them; when they were touched does not count."""
    return {kind: sorted(({k: v for k, v in record.items() if k not in ("modified", "deleted") and v not in (None, "", [], 0)}
                          for record in hands.document.snapshot().all(kind)), key=lambda record: str(record["id"])) for kind in ("notes", "links")}
