"""A phase in which the purchase rests; roles side by side or one alone; hints that lead to their place; tags; many notes pasted."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage, QInputDevice, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from fusenapp.editing import journeys
from fusenapp.ui.journey import menus
from fusenapp.ui.journey.hit import Hit

from .conftest import APPROVER, DECISION, SELECTOR

K, M = Qt.Key, Qt.KeyboardModifier


def choose(menu, text: str) -> None:
    next(a for a in menu.actions() if a.text() == text).trigger()
    menu.deleteLater()


# ---- on hold

def test_a_phase_on_hold_is_inserted_from_the_menu_and_named_at_once(hands):
    choose(menus.build(hands.board.commands, Hit("phase", 2)), "後ろに「検討中断」を挿入")
    editor = hands.board.commands.grid.name_editor
    assert editor.text() == "検討中断"
    editor.setText("検討中断（半年）")
    QTest.keyClick(editor, K.Key_Return)
    phase = hands.board.model.phases[3]
    assert (phase.name, phase.pause) == ("検討中断（半年）", True)


def test_a_phase_becomes_one_on_hold_and_an_ordinary_one_again(hands):
    choose(menus.build(hands.board.commands, Hit("phase", 3)), "検討が止まる期間にする")
    assert hands.board.model.phases[3].pause
    choose(menus.build(hands.board.commands, Hit("phase", 3)), "検討が止まる期間にする")
    assert not hands.board.model.phases[3].pause
    assert hands.undo() == "「検討中断」の解除"


def test_a_phase_on_hold_is_hatched_and_asks_for_nothing(hands):
    hands.put("一", "comparison")

    def ground() -> QImage:
        at = hands.at_cell("approval", "actions", SELECTOR)
        return hands.board.grab().toImage().copy(at.x() - 20, at.y() - 10, 40, 20)

    before = ground()
    journeys.mark_pause(hands.document, "journey-approval", True)
    hands.context.bridge.flush()
    hands.board.hints.look()
    assert ground() != before
    assert [gap for gap in hands.board.gaps if gap.phase == "journey-approval"] == []


# ---- roles

def test_one_role_is_shown_alone_and_all_side_by_side_again(hands):
    def speaking() -> set[str]:
        return {row.role for row in hands.board.model.rows if row.role}

    choose(hands.area.roles_menu(), "決裁者だけ")
    assert speaking() == {APPROVER}
    assert [role.id for role in hands.board.model.shown_roles] == [APPROVER], "its curve alone is drawn"
    choose(hands.area.roles_menu(), "すべての役割を並べる")
    assert speaking() == {SELECTOR, DECISION, APPROVER}


# ---- hints

def test_the_hint_for_notes_without_links_selects_them_all(hands):
    a, b = hands.put("一"), hands.put("二", "research")
    hands.board.hints.look()
    menu = hands.area.gaps_menu()
    choose(menu, "リンクのない付箋 2枚")
    assert sorted(hands.board.selection.ids) == sorted([a, b])


def test_the_hint_for_a_note_written_twice_names_it(hands):
    twins = [hands.put("費用が心配"), hands.put("費用が心配")]
    hands.board.hints.look()
    choose(hands.area.gaps_menu(), "課題の気づき・認知: 同じ内容の付箋 2枚：費用が心配")
    assert set(hands.board.selection.ids) == set(twins)


# ---- tags and who wrote it

def test_tags_are_written_in_the_details_for_all_selected_notes(hands):
    a, b = hands.put("一"), hands.put("二")
    hands.select(a, b)
    inspector = hands.context.inspector.current
    inspector.refresh()
    inspector.tags.setFocus()
    inspector.tags.insert("重要、要確認")
    QTest.keyClick(inspector.tags, K.Key_Return)
    assert [hands.document.get("notes", id)["tags"] for id in (a, b)] == [["重要", "要確認"]] * 2
    assert hands.undo() == "タグの変更"


def test_resting_on_a_note_tells_who_wrote_it_and_its_tags(hands):
    from fusenapp.editing import notes

    id = hands.put("一")
    notes.tag_notes(hands.document, [id], add=["重要"])
    hands.context.bridge.flush()
    at = hands.at_note(id)
    QApplication.sendEvent(hands.board, QHelpEvent(QEvent.Type.ToolTip, at, hands.board.mapToGlobal(at)))
    assert QToolTip.text() == "佐倉（マーケティング）\nタグ：重要"
    QToolTip.hideText()


# ---- many at once

def test_a_thousand_pasted_lines_are_seen_at_once_and_are_one_step(hands, qtbot):
    hands.stand_in("use", "issues")
    QGuiApplication.clipboard().setText("\n".join(f"行{i}" for i in range(1000)))
    hands.board.commands.clip.paste()
    assert len(hands.board.model.slots(hands.board.model.cell_of("journey-use", "journey-issues", ""))) == 1000
    assert len(hands.texts("use", "issues", "")) < 1000, "the document hears of them in slices"
    qtbot.waitUntil(lambda: len(hands.texts("use", "issues", "")) == 1000, timeout=20000)
    assert hands.texts("use", "issues", "") == [f"行{i}" for i in range(1000)]
    assert hands.undo() == "付箋1,000枚の貼り付け"
    hands.context.bridge.flush()
    assert hands.texts("use", "issues", "") == []
    assert hands.board.model.count == 0


def test_a_key_or_click_waits_for_what_is_being_pasted(hands):
    hands.stand_in("use", "issues")
    QGuiApplication.clipboard().setText("\n".join(f"行{i}" for i in range(300)))
    hands.board.commands.clip.paste()
    hands.key(K.Key_Delete)
    assert hands.texts("use", "issues", "") == []
    assert hands.undo() == "付箋300枚の削除"
    assert len(hands.texts("use", "issues", "")) == 300


def test_undo_half_way_through_a_paste_leaves_nothing_behind(hands):
    hands.stand_in("use", "issues")
    QGuiApplication.clipboard().setText("\n".join(f"行{i}" for i in range(500)))
    hands.board.commands.clip.paste()
    hands.board.commands.pasting._write_slice()
    hands.undo()
    QTest.qWait(60)
    assert hands.texts("use", "issues", "") == []
    assert hands.board.model.count == 0


# ---- pinch

def test_pinching_zooms_at_the_fingers(hands):
    before = hands.board.port.to_board(500, 400)
    device = QPointingDevice("pad", 1, QInputDevice.DeviceType.TouchPad, QPointingDevice.PointerType.Finger,
                             QInputDevice.Capability.Position, 2, 0)
    at = QPointF(500, 400)
    gesture = QNativeGestureEvent(Qt.NativeGestureType.ZoomNativeGesture, device, 2, at, at,
                                  QPointF(hands.board.mapToGlobal(QPoint(500, 400))), 0.25, QPointF())
    QApplication.sendEvent(hands.board, gesture)
    assert hands.board.port.zoom == 1.25
    after = hands.board.port.to_board(500, 400)
    assert abs(after[0] - before[0]) < 1
    assert abs(after[1] - before[1]) < 1


def test_the_zoom_is_sharp_again_once_it_rests(hands, qtbot):
    hands.put("鮮明")
    hands.wheel(0, 240, M.ControlModifier)
    assert hands.board.painting.picture is not None
    qtbot.waitUntil(lambda: hands.board.painting.picture is None, timeout=2000)
    assert not hands.board.painting.moving


# ---- the small overview

def test_m_shows_the_overview_and_a_click_in_it_goes_there(hands):
    hands.board.set_zoom(2.0)
    hands.board.scroll_to(0, 0)
    hands.stand_in("awareness", "actions", SELECTOR)
    hands.key(K.Key_M)
    small = hands.board.minimap
    assert small.isVisible()
    before = small.window_rect()
    QTest.mouseClick(small, Qt.MouseButton.LeftButton, M.NoModifier, small.rect().bottomRight() - QPoint(20, 20))
    assert hands.board.port.x > 0
    assert hands.board.port.y > 0
    assert small.window_rect().center() != before.center()
    hands.board.setFocus()
    hands.key(K.Key_M)
    assert not small.isVisible()


def test_m_on_a_selected_note_is_a_letter(hands):
    id = hands.put("cm")
    hands.select(id)
    hands.type("m")
    hands.key(K.Key_Escape)
    assert hands.text(id) == "cmm"
    assert not hands.board.minimap.isVisible()
