"""The committee as a picture, its 稟議 route, and departments' drafts beside each other, by mouse and by keyboard."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from fusenapp.domain import agreement
from fusenapp.domain.agreement_content import content, content_hash, with_content
from fusenapp.domain.persona import part_of, yen_of, yen_words
from fusenapp.editing import committee, persona_drafts, personas
from fusenapp.editing.notes import notes_in
from fusenapp.errors import EnvironmentFault, InputError
from fusenapp.ui.personas.committee_page import CommitteePage
from fusenapp.ui.personas.drafts import DraftsPage, DraftText
from fusenapp.ui.personas.fields import FieldRow
from fusenapp.ui.personas.picture import CommitteePicture, who_words
from fusenapp.ui.personas.printing import write_pdf

SELECTOR, DECIDES, APPROVER = "personas-selector", "personas-decision-maker", "personas-approver"
ITEM = ("persona_sets", "personas")


@pytest.fixture
def committee_page(area, context) -> CommitteePage:
    context.session("personas")["view"] = "committee"
    return area("personas").findChild(CommitteePage)


def arrows(context) -> list[tuple[str, str]]:
    return [(a, b) for _, a, b, _ in committee.influences(context.snapshot(), "personas")]


def test_an_arrow_is_drawn_by_dragging_from_person_to_person(committee_page, context, qtbot) -> None:
    picture = committee_page.findChild(CommitteePicture)
    start, end = picture.boxes[SELECTOR], picture.boxes[DECIDES]
    to = start.mapFromGlobal(end.mapToGlobal(end.rect().center()))
    QTest.mousePress(start, Qt.MouseButton.LeftButton, pos=start.rect().center())
    QTest.mouseMove(start, to)
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, pos=to)
    context.bridge.flush()
    assert arrows(context) == [(SELECTOR, DECIDES)]
    assert "Decision" in picture.boxes[SELECTOR].accessibleDescription() or "決定者" in picture.boxes[SELECTOR].accessibleDescription()


def test_an_arrow_is_drawn_and_taken_away_by_keyboard(committee_page, context, qtbot) -> None:
    picture = committee_page.findChild(CommitteePicture)
    for wanted in ([(SELECTOR, DECIDES)], []):
        qtbot.keyClick(picture.boxes[SELECTOR], Qt.Key.Key_Return)
        menu = picture.findChildren(QMenu)[-1]
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
        context.bridge.flush()
        assert arrows(context) == wanted


def test_a_person_dragged_into_another_column_does_another_part(committee_page, context, qtbot) -> None:
    picture = committee_page.findChild(CommitteePicture)
    box = picture.boxes[SELECTOR]
    to = box.mapFromParent(QPoint(picture.width() - 12, 10))
    QTest.mousePress(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    QTest.mouseMove(box, to)
    QTest.mouseRelease(box, Qt.MouseButton.LeftButton, pos=to)
    context.bridge.flush()
    assert context.document.get("personas", SELECTOR)["part"] == "signs"
    qtbot.keyClick(picture.boxes[SELECTOR], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert context.document.get("personas", SELECTOR)["part"] == "decides"


def test_the_route_is_written_with_amounts_as_people_write_them(committee_page, context, qtbot) -> None:
    qtbot.mouseClick(committee_page.add_step, Qt.MouseButton.LeftButton)
    (id, card), = committee_page.steps.items()
    card.name.insert("部長")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    card.amount.insert("１００万円")
    qtbot.keyClick(card.amount, Qt.Key.Key_Return)
    context.bridge.flush()
    step = context.document.get("approval_steps", id)
    assert (step["name"], step["amount"]) == ("部長", 1_000_000)
    assert committee_page.steps[id].amount.text() == "100万円"


@pytest.mark.parametrize(("text", "yen"), [("100万円", 1e6), ("1億2,000万", 1.2e8), ("¥1,000,000", 1e6), ("〜50万円まで", 5e5), ("３千円", 3000)])
def test_amounts_are_read(text: str, yen: float) -> None:
    assert yen_of(text) == yen


@pytest.mark.parametrize("text", ["", "部長", "100万ドル"])
def test_what_is_no_amount_is_not_guessed(text: str) -> None:
    assert yen_of(text) is None


def test_amounts_are_told() -> None:
    assert [yen_words(1e6, "ja"), yen_words(1.5e8, "ja"), yen_words(1234, "ja"), yen_words(1e6, "en")] == [
        "100万円", "1.5億円", "1,234円", "¥1,000,000"]


def test_steps_change_places(context) -> None:
    ids = [committee.add_step(context.document, "personas", name) for name in ("一", "二", "三")]
    committee.move_step(context.document, ids[2], -1)
    assert [s["name"] for s in context.snapshot().all("approval_steps", set="personas")] == ["一", "三", "二"]


def test_nobody_influences_themselves(context) -> None:
    with pytest.raises(InputError):
        committee.influence(context.document, SELECTOR, SELECTOR)


def test_what_was_agreed_before_stays_agreed_and_a_step_reopens_it(context) -> None:
    assert agreement.status(context.snapshot(), ITEM).state == agreement.AGREED
    before = content(context.snapshot(), ITEM)
    committee.add_step(context.document, "personas", "部長", amount=1e6)
    committee.influence(context.document, SELECTOR, APPROVER)
    committee.place_on_scale(context.document, SELECTOR, "it", -1)
    snapshot = context.snapshot()
    assert agreement.status(snapshot, ITEM).state == agreement.REOPENED
    assert content(with_content(snapshot, ITEM, content(snapshot, ITEM)), ITEM) == content(snapshot, ITEM)
    assert content(with_content(snapshot, ITEM, before), ITEM) == before


def test_without_a_part_of_their_own_people_stand_where_their_role_does() -> None:
    assert [part_of(r) for r in ("selector", "decision-maker", "approver", "x")] == ["informs", "decides", "signs", "informs"]


# drafts


@pytest.fixture
def drafts(area, context) -> DraftsPage:
    persona_drafts.write_draft(context.document, SELECTOR, "marketing", "position", "係長")
    persona_drafts.write_draft(context.document, SELECTOR, "inside-sales", "position", "課長")
    persona_drafts.write_draft(context.document, SELECTOR, "inside-sales", "concerns", "乗り換えの手間\n基幹システムと二重入力にならないか")
    context.session("personas")["view"] = "drafts"
    return area("personas").findChild(DraftsPage)


def card(page: DraftsPage, field: str):
    return next(c for c in page.cards if c.place.field.id == field)


def test_only_what_differs_is_listed(drafts) -> None:
    assert [c.place.field.id for c in drafts.cards] == ["position", "concerns"]


def test_a_draft_changes_nothing_that_was_agreed(drafts, context) -> None:
    assert agreement.status(context.snapshot(), ITEM).state == agreement.AGREED


def test_a_side_is_taken_by_key_and_opened_again(drafts, context, qtbot) -> None:
    qtbot.keyClick(card(drafts, "position"), Qt.Key.Key_2)
    assert context.document.get("personas", SELECTOR)["field.position"] == "課長"
    settled = card(drafts, "position").place.settled
    assert settled is not None
    assert settled.choice == "inside-sales"
    qtbot.keyClick(card(drafts, "position"), Qt.Key.Key_Delete)
    context.bridge.flush()
    assert card(drafts, "position").place.open
    assert context.document.get("personas", SELECTOR)["field.position"] == "課長"


def test_notes_are_merged_note_by_note_and_keep_their_evidence(drafts, context, qtbot) -> None:
    place = persona_drafts.NotePlace(SELECTOR, field="concerns")
    old = notes_in(context.document, place)[0]
    qtbot.keyClick(card(drafts, "concerns"), Qt.Key.Key_3)
    now = notes_in(context.document, place)
    assert [n["text"] for n in now] == ["基幹システムと二重入力にならないか", "乗り換えの手間"]
    assert (now[0]["id"], now[0]["evidence"]) == (old["id"], "partial")
    assert context.bridge.undo() is not None
    assert len(notes_in(context.document, place)) == 1


def test_what_is_left_to_a_talk_stays_open(drafts, context, qtbot) -> None:
    before = content_hash(context.snapshot(), ITEM)
    qtbot.keyClick(card(drafts, "position"), Qt.Key.Key_4)
    assert card(drafts, "position").place.open
    assert content_hash(context.snapshot(), ITEM) == before


def test_a_decision_holds_only_for_what_was_said(drafts, context, qtbot) -> None:
    qtbot.keyClick(card(drafts, "position"), Qt.Key.Key_1)
    persona_drafts.write_draft(context.document, SELECTOR, "inside-sales", "position", "主任")
    context.bridge.flush()
    assert card(drafts, "position").place.settled is None


def test_ones_own_draft_is_written_in_place_the_others_is_not(drafts, context, qtbot) -> None:
    mine, theirs = card(drafts, "position").findChildren(DraftText)
    assert theirs.isReadOnly()
    mine.insertPlainText("（東京）")
    written = context.document.get("persona_drafts", f"{SELECTOR}@marketing")["field.position"]
    assert "（東京）" in written


def test_another_file_is_the_right_side(drafts, context, qtbot) -> None:
    theirs = context.snapshot()
    personas.write_field(context.document, APPROVER, "goal", "1年以内の回収")
    drafts.compare_with(theirs, "colleague.fusen")
    assert [(c.place.persona, c.place.field.id) for c in drafts.cards] == [(APPROVER, "goal")]
    qtbot.keyClick(drafts.cards[0], Qt.Key.Key_2)
    assert context.document.get("personas", APPROVER)["field.goal"] == "2年以内の投資回収"
    drafts.compare_with(None, "")
    assert {c.place.field.id for c in drafts.cards} >= {"position", "concerns"}


# paper


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_twelve_people_still_fit_on_one_page(context, tmp_path: Path, paper: str) -> None:
    for number in range(9):
        personas.add_person(context.document, "personas", f"関係者{number}", "確認する人")
    write_pdf(tmp_path / "p.pdf", context.snapshot(), "personas", {}, paper)
    data = (tmp_path / "p.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1


def test_a_page_that_cannot_be_written_is_told(area, context, tmp_path: Path) -> None:
    told: list[str] = []
    context.notified.connect(lambda text, *_: told.append(text))
    area("personas").save_pdf(tmp_path / "そこにない" / "p.pdf", "A4")
    assert len(told) == 1
    assert "p.pdf" in told[0]
    assert not (tmp_path / "そこにない").exists()


def test_writing_ones_own_draft_begins_in_its_first_text_and_the_other_side_cannot_be_written(area, context, qtbot) -> None:
    context.session("personas")["view"] = "drafts"
    page = area("personas")
    with qtbot.waitActive(page, timeout=5_000):
        page.activateWindow()
    drafts = page.findChild(DraftsPage)
    begin = next(b for b in drafts.findChildren(QPushButton) if b.text() == "自部門の案を書く")
    qtbot.mouseClick(begin, Qt.MouseButton.LeftButton)
    focus = QApplication.focusWidget()
    assert isinstance(focus, DraftText)
    assert not focus.isReadOnly()
    assert focus.accessibleName().startswith("マーケティング")
    first = drafts.cards[0].findChildren(DraftText)
    assert [text.isReadOnly() for text in first] == [False, True]
    captions = [label.text() for label in drafts.cards[0].findChildren(QLabel)]
    assert {"マーケティング（自部門の案。ここに書けます）", "インサイドセールス"} <= set(captions)


def test_the_details_of_a_statement_go_with_its_page(area, context, qtbot) -> None:
    page = area("personas")
    with qtbot.waitActive(page, timeout=5_000):
        page.activateWindow()
    page.findChildren(FieldRow)[0].editor.setFocus()
    qtbot.waitUntil(lambda: context.inspector.current is not None)
    qtbot.mouseClick(page.views.segment("committee"), Qt.MouseButton.LeftButton)
    assert context.inspector.current is None


def test_who_has_no_line_is_described_by_department_and_position() -> None:
    assert who_words({"id": "a", "title": "受注課 主任"}) == "受注課 主任"
    assert who_words({"id": "a", "field.department": "総務部", "field.position": "主任"}) == "総務部 主任"


def test_twelve_people_are_still_seen_at_once_and_none_lies_on_another(area, context) -> None:
    for number in range(9):
        personas.add_person(context.document, "personas", f"関係者{number}")
    context.session("personas")["view"] = "committee"
    picture = area("personas").findChild(CommitteePicture)
    boxes = [box.geometry() for box in picture.boxes.values()]
    assert len(boxes) == 12
    assert picture.height() <= 740
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[at + 1:])
    assert all(picture.rect().contains(box) for box in boxes)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size here")
@pytest.mark.parametrize("room", [0, 4096])
def test_a_disk_that_is_full_leaves_the_page_that_was_there(context, tmp_path: Path, room: int) -> None:
    import resource

    out = tmp_path / "p.pdf"
    write_pdf(out, context.snapshot(), "personas", {})
    before = out.read_bytes()
    assert len(before) > room
    limits, ignored = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
        with pytest.raises(EnvironmentFault) as error:
            write_pdf(out, context.snapshot(), "personas", {})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert error.value.code == "cannot-write"
    assert out.read_bytes() == before
    assert [p.name for p in tmp_path.glob("*.pdf")] == ["p.pdf"]


def test_no_arrow_crosses_a_person_and_no_words_lie_on_others(area, context) -> None:
    people = [SELECTOR, *(personas.add_person(context.document, "personas", f"関係者{number}") for number in range(5)), DECIDES, APPROVER]
    for number, person in enumerate(people[:6]):
        committee.influence(context.document, person, APPROVER if number % 2 else DECIDES, f"言い分その{number}")
    for a, b, words in ((DECIDES, APPROVER, "稟議を起案する"), (APPROVER, DECIDES, "差し戻し"), (people[1], SELECTOR, "現場の困りごと")):
        committee.influence(context.document, a, b, words)
    context.session("personas")["view"] = "committee"
    page = area("personas")
    picture = page.findChild(CommitteePicture)
    ends = {id: (a, b) for id, a, b, _ in picture.arrows}
    assert len(ends) == 9
    for id, path in picture._paths().items():
        others = [box.geometry().adjusted(1, 1, -1, -1) for person, box in picture.boxes.items() if person not in ends[id]]
        assert not any(box.contains(path.pointAtPercent(at / 60).toPoint()) for box in others for at in range(61)), ends[id]
    places = [place for place, _ in picture.words().values()]
    assert len(places) == 9
    boxes = [QRectF(box.geometry()) for box in picture.boxes.values()]
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in (*places[at + 1:], *boxes))
