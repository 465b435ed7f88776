"""The area around the board: roles, hints, details, several journeys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fusenapp.editing import journeys, workshop
from fusenapp.ui.journey import commands, search_items
from fusenapp.ui.journey.toolbar import Toolbar

from .conftest import APPROVER, SELECTOR


def details(hands):
    inspector = hands.context.inspector.current
    inspector.refresh()
    return inspector


def test_a_role_can_be_hidden_and_shown_again(hands):
    hands.put("見る", role=APPROVER)
    rows = len(hands.board.model.rows)
    QTest.mouseClick(hands.area.roles.segment(APPROVER), Qt.MouseButton.LeftButton)
    assert len(hands.board.model.rows) == rows - 2
    QTest.mouseClick(hands.area.roles.segment(APPROVER), Qt.MouseButton.LeftButton)
    assert len(hands.board.model.rows) == rows


def test_hints_are_counted_and_lead_to_their_place(hands):
    hands.put("選定者の声", "approval", "actions", SELECTOR)
    hands.board.hints.look()
    assert hands.area.gaps.text() == f"抜け {len(hands.board.gaps)}"
    menu = hands.area.gaps_menu()
    entry = next(a for a in menu.actions() if a.text() == "稟議・決裁: 決裁者の付箋がありません")
    entry.trigger()
    row, phase = hands.board.selection.cell
    assert (hands.board.model.rows[row].role, hands.board.model.phases[phase].name) == (APPROVER, "稟議・決裁")
    menu.deleteLater()


def test_the_details_change_evidence_department_and_place(hands):
    id = hands.put("根拠")
    hands.select(id)
    inspector = details(hands)
    QTest.mouseClick(inspector.evidence.segment("partial"), Qt.MouseButton.LeftButton)
    choose(inspector.department, "field-sales")
    choose(inspector.phase, "journey-use")
    note = hands.document.get("notes", id)
    assert (note["evidence"], note["department"], note["phase"]) == ("partial", "field-sales", "journey-use")


def choose(box, key: str) -> None:
    at = box.findData(key)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_text_changed_in_the_details_is_kept_when_another_note_is_selected(hands):
    a, b = hands.put("前"), hands.put("次", "research")
    hands.select(a)
    inspector = details(hands)
    inspector.text.setFocus()
    inspector.text.insertPlainText("書き足す")
    hands.select(b)
    inspector.refresh()
    assert "書き足す" in hands.text(a)
    assert hands.text(b) == "次"


def test_the_details_never_write_back_what_they_only_showed(hands):
    a, b = hands.put("前"), hands.put("次", "research")
    hands.select(a)
    details(hands)
    hands.type("1")
    hands.key(Qt.Key.Key_Escape)
    hands.select(b)
    hands.context.inspector.current.refresh()
    assert hands.text(a) == "前1"


def test_several_journeys_can_be_shown_in_turn(hands):
    hands.put("一つ目")
    made = journeys.create_journey(hands.document, "更新ジャーニー")
    hands.context.bridge.flush()
    hands.area.reveal(("journeys", made))
    assert hands.area.journey == made
    assert hands.board.model.count == 0
    hands.area.reveal(("notes", hands.document.snapshot().all("notes")[0]["id"]))
    assert hands.area.journey == "journey"
    assert hands.selected == ["一つ目"]


def test_a_deleted_journey_gives_way_to_another_one_or_to_an_invitation(hands):
    journeys.delete_journey(hands.document, "journey")
    hands.context.bridge.flush()
    assert hands.area.board is None
    hands.undo()
    assert hands.area.journey == "journey"


def test_what_a_colleague_changes_shows_at_once_and_leaves_the_writing_alone(hands):
    from fusenapp.document import Author, Document

    a, b = hands.put("書く"), hands.put("変わる", "research")
    other = Document(Author("三宅", "inside-sales"))
    other.load(hands.document.state())
    hands.select(a)
    hands.type("1")
    from fusenapp.editing import notes

    notes.write_note(other, b, "変わった")
    journeys.add_phase(other, "journey", "検討中断", after="journey-comparison")
    hands.document.apply(other.difference(hands.document.state_vector()), "remote")
    hands.context.bridge.flush()
    assert hands.board.model.text(hands.board.model.slot_of[b]) == "変わった"
    assert len(hands.board.model.phases) == 7
    assert hands.writing
    hands.type("2")
    hands.key(Qt.Key.Key_Escape)
    assert hands.text(a) == "書く12"


def test_search_finds_notes_and_journeys(hands):
    id = hands.put("会計連携が不安")
    found = {item.title: item.item for item in search_items(hands.context)}
    assert found["会計連携が不安"] == ("notes", id)
    assert found["最初のジャーニー"] == ("journeys", "journey")


def test_a_journey_is_added_from_the_palette(hands):
    asked = []
    hands.context.navigated.connect(lambda area, item: asked.append((area, item)))
    commands(hands.context)[0].run()
    assert asked[0][0] == "journey"
    assert hands.document.get(*asked[0][1])["name"] == "新しいジャーニー"


def test_the_view_is_remembered_when_the_area_is_made_anew(hands, qtbot):
    from fusenapp.ui.journey.area import JourneyArea

    hands.board.set_zoom(0.6)
    hands.board.scroll_to(120, 40)
    again = JourneyArea(hands.context)
    qtbot.addWidget(again)
    again.resize(1300, 900)
    again.show()
    QApplication.processEvents()
    assert (again.board.port.zoom, again.board.port.x, again.board.port.y) == (0.6, hands.board.port.x, hands.board.port.y)
    again.close()


def test_in_a_narrow_window_the_papers_are_whole_and_words_give_way_to_icons(hands, qtbot):
    bar = Toolbar(hands.board)
    qtbot.addWidget(bar)
    bar.show()
    for width, words in ((1300, "リンク"), (640, ""), (1300, "リンク")):
        bar.resize(width, bar.height())
        QApplication.processEvents()
        assert bar.width() == width
        assert bar.papers.width() >= sum(swatch.width() for swatch in bar.papers.swatches), width
        assert (bar.link.text(), bar.link.accessibleName()) == (words, "リンク")


def test_while_a_vote_is_under_way_the_details_count_its_votes(hands):
    id = hands.put("比較表がない")
    workshop.begin_round(hands.document, "journey")
    hands.context.bridge.flush()
    hands.select(id)
    hands.board.commands.vote()
    hands.context.bridge.flush()
    assert details(hands).votes.text().split("　")[0].endswith(" 1")


def test_the_details_are_as_high_as_what_they_tell(hands):
    id = hands.put("根拠")
    hands.select(id)
    tall = details(hands).sizeHint().height()
    hands.board.selection.set([])
    short = details(hands).sizeHint().height()
    assert short < tall - 100


def test_departments_have_their_sign_in_the_details_of_a_note(hands):
    hands.select(hands.put("根拠"))
    box = details(hands).department
    assert [box.itemText(at) for at in range(box.count())][1:] == ["マーケティング", "インサイドセールス", "フィールドセールス"]
    assert all(not box.itemIcon(at).isNull() for at in range(1, box.count()))
