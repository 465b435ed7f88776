"""Notes become structure: dragged to the rail at the edge, or by Ctrl+T; the note stays, and each leads to the other."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fusenapp.domain.origins import made_of
from fusenapp.ui.journey.turn_rail import HEAD, LINE, SPOTS, STRIP, TILES, TurnRail
from fusenapp.ui.journey.turning import TurnPicker

K, M = Qt.Key, Qt.KeyboardModifier


def rail(hands) -> TurnRail:
    found = hands.board.rail
    assert isinstance(found, TurnRail)
    return found


def edge(hands, y: float) -> QPoint:
    return QPoint(hands.board.width() - 8, round(y))


def at_spot(hands, thing: str, spot: str) -> QPoint:
    """Where a spot of a thing lies once the rail is open on it."""
    found = next(d for d in rail(hands)._things if d.name == thing)
    at = next(i for i, named in enumerate(found.spots) if named.name == spot)
    return QPoint(round(hands.board.width() - TILES - SPOTS + 60), round(HEAD + LINE * (at + 0.5)))


def at_tile(hands, thing: str) -> QPoint:
    at = next(i for i, d in enumerate(rail(hands)._things) if d.name == thing)
    return edge(hands, HEAD + rail(hands)._tile * (at + 0.5))


def drag_onto(hands, start: QPoint, thing: str, spot: str = "") -> None:
    """Press on a note, to the strip, over the tile, to the spot, let go."""
    window, shift = hands.board.window().windowHandle(), hands.board.mapTo(hands.board.window(), QPoint(0, 0))
    QTest.mousePress(window, Qt.MouseButton.LeftButton, M.NoModifier, start + shift)
    for at in (start + QPoint(20, 0), edge(hands, 200), edge(hands, 202)):
        QTest.mouseMove(window, at + shift)
        QApplication.processEvents()
    end = at_tile(hands, thing)
    QTest.mouseMove(window, end + shift)
    if spot:
        end = at_spot(hands, thing, spot)
        QTest.mouseMove(window, end + shift)
    QApplication.processEvents()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, M.NoModifier, end + shift)
    QApplication.processEvents()


def statements(hands, person: str, field: str) -> list[str]:
    return [n["text"] for n in hands.document.snapshot().all("notes", parent=person, field=field)]


def test_a_note_dropped_on_a_field_of_a_person_becomes_a_statement_and_stays(hands):
    id = hands.put("連携が不安")
    before = statements(hands, "personas-selector", "concerns")
    drag_onto(hands, hands.at_note(id), "選定者", "懸念")
    assert statements(hands, "personas-selector", "concerns") == [*before, "連携が不安"]
    assert hands.where(id) == ("awareness", "actions", "selector")
    assert id in hands.board.model.linked
    assert not rail(hands).isVisible()
    assert "「選定者 › 懸念」" in hands.told[-1]
    hands.undo()
    assert statements(hands, "personas-selector", "concerns") == before
    assert hands.text(id) == "連携が不安"


def test_dropped_on_the_person_itself_it_goes_where_its_lane_says(hands):
    id = hands.put("見積の比較に時間がかかる", "comparison", "issues", "")
    drag_onto(hands, hands.at_note(id), "選定者")
    assert statements(hands, "personas-selector", "issues")[-1] == "見積の比較に時間がかかる"


def test_several_selected_notes_go_together_as_one_step(hands):
    a, b = hands.put("導入事例"), hands.put("料金表", "research")
    hands.select(a, b)
    drag_onto(hands, hands.at_note(a), "施策・コンテンツ")
    assert [c["title"] for c in hands.document.snapshot().all("contents")] == ["導入事例", "料金表"]
    assert hands.undo() == "付箋 2 枚の施策・コンテンツへの追加"
    assert hands.document.snapshot().all("contents") == []


def test_a_note_becomes_a_condition_of_the_group_and_a_kpi_of_the_tree(hands):
    id = hands.put("従業員 300名以上")
    drag_onto(hands, hands.at_note(id), "ターゲット")
    root = hands.document.snapshot().all("kpis", parent="")[0]["name"]
    drag_onto(hands, hands.at_note(id), "KPIツリー", root)
    kinds = [end[0] for end, _ in made_of(hands.document.snapshot(), id)]
    assert kinds == ["clauses", "kpis"]


def test_while_no_note_is_dragged_to_it_the_rail_is_away_and_a_drop_on_the_board_is_a_move(hands):
    id = hands.put("動かす")
    seen = []
    hands.drag(hands.at_note(id), hands.at_cell("research", "actions", "selector"),
               before_release=lambda: seen.append((rail(hands).isVisible(), rail(hands).width())))
    assert seen == [(True, STRIP)]
    assert not rail(hands).isVisible()
    assert hands.where(id)[0] == "research"
    assert hands.document.snapshot().all("links") == []


def test_esc_over_the_rail_leaves_everything(hands):
    id = hands.put("連携が不安")
    label = hands.document.undo_label
    hands.drag(hands.at_note(id), edge(hands, 60), before_release=lambda: hands.key(K.Key_Escape))
    assert hands.document.undo_label == label
    assert not rail(hands).isVisible()


def test_the_board_does_not_scroll_while_the_rail_has_the_note(hands):
    id = hands.put("連携が不安")
    hands.board.set_zoom(2.0)
    hands.board.scroll_to(0, 0)
    seen = []

    def wait() -> None:
        QTest.qWait(120)
        seen.append(hands.board.port.x)
        hands.key(K.Key_Escape)

    hands.drag(hands.at_note(id), edge(hands, 300), before_release=wait)
    assert seen == [0]


def test_a_long_list_of_spots_scrolls_at_its_end(hands):
    id = hands.put("再訪率")
    hands.area.resize(1300, 420)
    QApplication.processEvents()
    hands.board.reveal_note(id)
    seen = []

    def wait() -> None:
        window, shift = hands.board.window().windowHandle(), hands.board.mapTo(hands.board.window(), QPoint(0, 0))
        QTest.mouseMove(window, at_tile(hands, "KPIツリー") + shift)
        QTest.mouseMove(window, QPoint(round(hands.board.width() - TILES - SPOTS + 60), hands.board.height() - 6) + shift)
        QTest.qWait(200)
        chosen = rail(hands).chosen
        seen.append((rail(hands)._scroll > 0, chosen is not None and chosen[1].spot.kind))
        hands.key(K.Key_Escape)

    hands.drag(hands.at_note(id), edge(hands, 200), before_release=wait)
    assert seen == [(True, "kpis")]


def test_ctrl_t_turns_the_selected_notes_by_typing_what_they_become(hands):
    a, b = hands.put("連携が不安"), hands.put("費用が読めない", "research")
    hands.select(a, b)
    hands.key(K.Key_T, M.ControlModifier)
    picker = hands.board.picker
    assert isinstance(picker, TurnPicker)
    picker.input.setText("決裁者 リスク")
    QTest.keyClick(picker.input, K.Key_Return)
    assert statements(hands, "personas-approver", "ringi_risk")[-2:] == ["連携が不安", "費用が読めない"]
    assert hands.board.hasFocus()


def test_the_details_of_a_note_lead_to_what_it_became(hands):
    id = hands.put("従業員 300名以上")
    hands.select(id)
    hands.key(K.Key_T, M.ControlModifier)
    hands.board.picker.input.setText("ターゲット 条件")
    QTest.keyClick(hands.board.picker.input, K.Key_Return)
    (end, _), = made_of(hands.document.snapshot(), id)
    gone = []
    hands.context.navigated.connect(lambda area, item: gone.append((area, item)))
    inspector = hands.context.inspector.current
    inspector.refresh()
    inspector._links.itemAt(0).widget().click()
    assert gone == [("target", end)]
