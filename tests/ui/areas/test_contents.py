"""施策・コンテンツ: the backlog is one table that is edited in place; an entry leads to the note that it came from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from fusenapp.editing import contents
from fusenapp.editing.note_structure import Spot, turn
from fusenapp.ui.contents.detail import ContentDetail
from fusenapp.ui.contents.model import COLUMNS

K = Qt.Key


def two_entries(context) -> tuple[str, str, str]:
    """One from a note of the board, one without; and the note."""
    note = next(n for n in context.snapshot().all("notes") if n.get("phase") and n.get("text") and n.get("role") == "selector")
    (_, first), = turn(context.document, [note["id"]], Spot("contents"))
    second = contents.add_content(context.document, "料金の早見表", state="ready", department="field-sales")
    context.bridge.flush()
    return first, second, note["id"]


def cell(area, row: int, column: str) -> str:
    return area.model.index(row, COLUMNS.index(column)).data()


def go(area, row: int, column: str) -> None:
    area.table.setFocus()
    area.table.setCurrentIndex(area.model.index(row, COLUMNS.index(column)))


def test_an_entry_made_of_a_note_knows_its_phase_and_person_and_leads_back(area, context) -> None:
    _, _, note = two_entries(context)
    shown = area("contents")
    assert shown.model.rowCount() == 1
    assert cell(shown, 0, "persona") == "選定者"
    assert cell(shown, 0, "origin") == (context.document.get("notes", note) or {})["text"]
    gone = []
    context.navigated.connect(lambda where, item: gone.append((where, item)))
    go(shown, 0, "origin")
    QTest.keyClick(shown.table, K.Key_Return)
    assert gone == [("journey", ("notes", note))]


def test_the_filter_shows_what_is_open_in_use_or_dropped(area, context) -> None:
    two_entries(context)
    shown = area("contents")
    QTest.mouseClick(shown.filter.segment("ready"), Qt.MouseButton.LeftButton)
    assert [cell(shown, at, "title") for at in range(shown.model.rowCount())] == ["料金の早見表"]
    QTest.mouseClick(shown.filter.segment("all"), Qt.MouseButton.LeftButton)
    assert shown.model.rowCount() == 2


def test_a_title_is_typed_in_its_cell_and_undo_is_one_step(area, context) -> None:
    first, _, _ = two_entries(context)
    shown = area("contents")
    go(shown, 0, "title")
    before = cell(shown, 0, "title")
    QTest.keyClick(shown.table, K.Key_Return)
    editor = shown.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("導入事例集")
    QTest.keyClick(editor, K.Key_Return)
    QApplication.processEvents()
    context.bridge.flush()
    assert (context.document.get("contents", first) or {})["title"] == "導入事例集"
    context.bridge.undo()
    assert cell(shown, 0, "title") == before


def test_a_state_is_chosen_from_a_list(area, context, qtbot) -> None:
    first, _, _ = two_entries(context)
    shown = area("contents")
    go(shown, 0, "state")
    QTest.keyClick(shown.table, K.Key_F2)
    box = shown.table.findChild(QComboBox)
    assert [box.itemText(i) for i in range(box.count())] == ["アイデア", "予定", "制作中", "公開・実施中", "見送り"]
    qtbot.waitUntil(lambda: box.view().isVisible())
    box.view().setCurrentIndex(box.model().index(2, 0))
    QTest.keyClick(box.view(), K.Key_Return)
    QApplication.processEvents()
    assert (context.document.get("contents", first) or {})["state"] == "making"


def test_what_was_deleted_comes_back_with_undo_and_the_note_was_never_gone(area, context) -> None:
    first, _, note = two_entries(context)
    shown = area("contents")
    go(shown, 0, "title")
    QTest.keyClick(shown.table, K.Key_Delete)
    assert context.document.get("contents", first) is None
    assert context.document.get("notes", note) is not None
    context.bridge.undo()
    assert context.document.get("contents", first) is not None


def test_a_click_on_a_header_sorts_and_a_third_one_restores_the_order(area, context) -> None:
    for title in ("い", "う", "あ"):
        contents.add_content(context.document, title)
    shown = area("contents")
    orders = []
    for _ in range(3):
        shown.table.horizontalHeader().sectionClicked.emit(0)
        orders.append("".join(cell(shown, at, "title") for at in range(3)))
    assert orders == ["あいう", "ういあ", "いうあ"]


def test_an_entry_that_the_filter_hides_is_shown_when_a_link_leads_to_it(area, context) -> None:
    _, second, _ = two_entries(context)
    shown = area("contents")
    shown.reveal(("contents", second))
    assert cell(shown, shown.table.currentIndex().row(), "title") == "料金の早見表"
    detail = context.inspector.current
    assert isinstance(detail, ContentDetail)
    assert detail.id == second


def test_without_entries_it_says_how_they_come_about(area, context) -> None:
    shown = area("contents")
    assert shown._empty.isVisible()
    shown.add()
    assert shown.model.rowCount() == 1
    assert (context.document.get("contents", shown.model.rows[0].id) or {})["department"] == "marketing"


def test_dates_and_names_are_seen_whole_and_an_origin_only_where_there_is_one(area, context) -> None:
    contents.add_content(context.document, "稟議書のひな形", due="2026-12-01", owner="三枝 健太郎")
    context.bridge.flush()
    shown = area("contents")
    wide = shown.table.fontMetrics().horizontalAdvance
    for column, words in (("due", "2026-12-01"), ("owner", "三枝 健太郎")):
        assert shown.table.columnWidth(COLUMNS.index(column)) >= wide(words) + 16, column
    assert shown.table.isColumnHidden(COLUMNS.index("origin"))
    two_entries(context)
    assert not shown.table.isColumnHidden(COLUMNS.index("origin"))


def test_a_width_that_was_set_by_hand_stays(area, context) -> None:
    two_entries(context)
    shown = area("contents")
    shown.table.horizontalHeader().resizeSection(COLUMNS.index("phase"), 177)
    contents.add_content(context.document, "導入の手引き", owner="三枝 健太郎")
    context.bridge.flush()
    assert shown.table.columnWidth(COLUMNS.index("phase")) == 177
