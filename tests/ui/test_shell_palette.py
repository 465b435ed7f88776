"""Ctrl+K: what is found, in which order, and what choosing does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from fusenapp.document import Author, Document
from fusenapp.editing import notes, templates, terms
from fusenapp.editing.notes import NewNote, Place
from fusenapp.ui.palette.content import content
from fusenapp.ui.palette.fuzzy import score
from fusenapp.ui.palette.palette import Entry, Finder, Palette


@pytest.mark.parametrize(("query", "text"), [
    ("りーど", "リード一覧"), ("ﾘｰﾄﾞ", "リード一覧"), ("kpi", "KPIツリー"), ("ＫＰＩ", "kpi"), ("質 率", "質リード率"), ("exp", "Export to Excel"),
    ("exprt", "Export to Excel"), ("", "x")])
def test_width_case_kana_and_order_do_not_matter(query: str, text: str) -> None:
    assert (score(query, text) > 0) is bool(query)


@pytest.mark.parametrize(("query", "text"), [("商談", "リード"), ("リド", "リード"), ("xyz", "Export to Excel"), ("質 量", "質リード率")])
def test_what_does_not_answer_is_not_found(query: str, text: str) -> None:
    assert score(query, text) == 0


@pytest.mark.parametrize(("query", "better", "worse"), [
    ("リード", "リード数", "質リード率"), ("リード", "リード", "リード一覧の1行"), ("export", "Export", "Re-export the sheets"),
    ("exp", "Export", "Every export past"), ("open", "Open", "Off peak hours end now")])
def test_closer_answers_come_first(query: str, better: str, worse: str) -> None:
    assert score(query, better) > score(query, worse)


@pytest.fixture
def document() -> Document:
    made = Document(Author("佐倉", "marketing"))
    templates.build(made, "b2b", "案件クラウド")
    return made


def test_everything_written_is_content(document) -> None:
    lane = next(r["id"] for r in document.snapshot().all("lanes", journey="journey"))
    phase = document.snapshot().all("phases", journey="journey")[1]["id"]
    notes.add_notes(document, [NewNote(Place("journey", phase, lane, "selector"), "二重入力は\n困る", 1)])
    terms.write_wording(document, document.snapshot().all("terms")[0]["id"], "field-sales", "価格を交渉する場")
    found = {f.title: f for f in content(document.snapshot())}
    note = found["二重入力は 困る"]
    assert note.area == "journey"
    assert note.item[0] == "notes"
    assert document.snapshot().value("phases", phase, "name") in note.subtitle
    assert found["価格を交渉する場"].area == "terms"
    areas = {f.area for f in found.values()}
    assert {"personas", "journey", "terms", "kpi", "hot_lead"} <= areas


@pytest.fixture
def palette(qapp, qtbot):
    host = QWidget()
    host.resize(900, 600)
    qtbot.addWidget(host)
    done: list[str] = []
    names = ["ホーム", "リード", "用語", "KPIツリー"]
    entries = [Entry(name, "移動", "home", "", lambda n=name: done.append(n), 0.3) for name in names]
    entries += [Entry(f"付箋 {i}", "ジャーニー", "note", "", lambda i=i: done.append(f"付箋 {i}")) for i in range(100)]
    made = Palette(host, lambda: entries)
    host.show()
    qtbot.waitExposed(host)
    made.open()
    yield made, done
    host.close()


def test_without_a_query_the_commands_are_offered(palette) -> None:
    shown, _ = palette
    assert [shown.list.model().index(row, 0).data() for row in range(shown.list.model().rowCount())] == ["ホーム", "リード", "用語", "KPIツリー"]


def test_typing_finds_arrows_choose_and_enter_does_it(palette, qtbot) -> None:
    shown, done = palette
    qtbot.keyClicks(shown.input, "kpi")
    assert shown.list.currentIndex().data() == "KPIツリー"
    shown.input.clear()
    qtbot.keyClick(shown.input, Qt.Key.Key_Down)
    qtbot.keyClick(shown.input, Qt.Key.Key_Down)
    qtbot.keyClick(shown.input, Qt.Key.Key_Return)
    assert done == ["用語"]
    assert not shown.isVisible()


def test_arrows_go_round(palette, qtbot) -> None:
    shown, _ = palette
    qtbot.keyClick(shown.input, Qt.Key.Key_Up)
    assert shown.list.currentIndex().data() == "KPIツリー"


def test_japanese_comes_by_the_input_method(palette, qtbot) -> None:
    shown, _ = palette
    preedit = QInputMethodEvent("りーど", [])
    QApplication.sendEvent(shown.input, preedit)
    assert shown.list.model().rowCount() == 4
    commit = QInputMethodEvent()
    commit.setCommitString("リード")
    QApplication.sendEvent(shown.input, commit)
    assert shown.list.currentIndex().data() == "リード"


def test_escape_closes_and_does_nothing(palette, qtbot) -> None:
    shown, done = palette
    qtbot.keyClick(shown.input, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert done == []


def test_nothing_found_says_so(palette, qtbot) -> None:
    shown, done = palette
    qtbot.keyClicks(shown.input, "zzzz")
    assert not shown.list.isVisible()
    qtbot.keyClick(shown.input, Qt.Key.Key_Return)
    assert done == []
    assert shown.isVisible()


def test_a_click_does_it(palette, qtbot) -> None:
    shown, done = palette
    place = shown.list.visualRect(shown.list.model().index(1, 0)).center()
    qtbot.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == ["リード"]


def test_ten_thousand_entries_are_searched_within_a_tenth_of_a_second(document) -> None:
    import time

    entries = [Entry(f"付箋の文 {i} 経費精算の二重入力に困っている", "ジャーニー › 比較・検討", "note", "", lambda: None) for i in range(10_000)]
    finder = Finder(entries)
    taken = []
    for _ in range(3):
        start = time.thread_time()
        assert finder.best("入力 9999")[0].title.startswith("付箋の文 9999")
        taken.append(time.thread_time() - start)
    assert min(taken) < 0.1
