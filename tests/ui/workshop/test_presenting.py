"""F5 shows an area on the whole screen, step by step; Esc brings the window back as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fusenapp.editing import journeys, personas, workshop
from fusenapp.editing.notes import Place
from fusenapp.ui.journey.emotion import emotion_rows, greatest_worry, knots
from fusenapp.ui.personas.area import PersonasArea
from fusenapp.ui.theme import department_look
from fusenapp.ui.workshop.persona_slide import PersonaSlide

PHASES = 6
K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def step(f) -> str:
    return f.window.presentation.footer.count.text()


def titles(f) -> list[str]:
    return f.window.presentation.deck.titles()


def test_the_frame_goes_and_comes_back(facilitator):
    f = facilitator
    page = f.window.page
    zoom, hidden = f.board.port.zoom, (page.top_bar, page.navigation, page.status_bar, page.inspector, f.area.header, f.area.toolbar, f.area.footer)
    before = [part.isVisible() for part in hidden]
    f.present()
    assert f.window.isFullScreen()
    assert not any(part.isVisible() for part in hidden)
    f.press(K.Key_Escape)
    assert not f.window.isFullScreen()
    assert [part.isVisible() for part in hidden] == before
    assert f.window.presentation is None
    assert f.board.port.zoom == zoom


def test_arrows_and_page_keys_step_through_the_whole_and_each_phase(facilitator):
    f = facilitator
    f.present()
    assert (step(f), titles(f)[0]) == (f"1 / {PHASES + 1}", "ジャーニー全体")
    assert len(f.board.model.phases) == PHASES
    f.press(K.Key_Right)
    f.press(K.Key_PageDown)
    assert step(f) == f"3 / {PHASES + 1}"
    assert [p.id for p in f.board.model.phases] == ["journey-research"]
    assert f.window.presentation.footer.title.text() == titles(f)[2]
    f.press(K.Key_Left)
    assert [p.id for p in f.board.model.phases] == ["journey-awareness"]
    f.press(K.Key_End)
    assert step(f) == f"{PHASES + 1} / {PHASES + 1}"
    f.press(K.Key_Right)
    assert step(f) == f"{PHASES + 1} / {PHASES + 1}"
    f.press(K.Key_Home)
    assert len(f.board.model.phases) == PHASES


def test_letters_are_larger_than_in_the_window(facilitator):
    f = facilitator
    f.present()
    f.press(K.Key_Right)
    assert f.board.port.zoom >= 1.5
    layout = f.board.scene.layout
    assert layout.width * f.board.port.zoom <= f.board.width() - f.board.port.left


def test_a_note_can_be_written_on_a_slide_and_lies_in_its_phase(facilitator):
    f = facilitator
    f.present()
    f.press(K.Key_Right)
    f.press(K.Key_Right)
    f.board.selection.go(f.board.home_cell())
    f.press(K.Key_N)
    f.board.writing.editor.insertPlainText("投影しながら書く")
    f.press(K.Key_Right)
    assert step(f).startswith("3 "), "while something is written, arrows are the writer's"
    f.press(K.Key_Escape)
    assert f.window.presentation is not None
    note = next(n for n in f.document.snapshot().all("notes") if n["text"] == "投影しながら書く")
    assert note["phase"] == "journey-research"


def test_escape_lets_go_of_a_note_first_and_leaves_then(facilitator):
    f = facilitator
    note = f.put("一枚")
    f.present()
    f.press(K.Key_Right)
    f.board.selection.set([note])
    f.press(K.Key_Escape)
    assert f.board.selection.ids == []
    assert f.window.presentation is not None
    f.press(K.Key_Escape)
    assert f.window.presentation is None


def test_the_grid_cannot_be_changed_on_a_slide(facilitator):
    f = facilitator
    f.present()
    f.press(K.Key_Right)
    assert f.board.model.locked
    f.press(K.Key_Escape)
    assert not f.board.model.locked


def test_notes_of_other_phases_do_not_lie_in_the_parking_lot_of_a_slide(facilitator):
    f = facilitator
    note = f.put("認知の付箋")
    f.present()
    f.press(K.Key_End)
    assert int(f.board.model.row[f.board.model.slot_of[note]]) == -1
    f.press(K.Key_Escape)
    assert int(f.board.model.row[f.board.model.slot_of[note]]) >= 0


def test_people_are_slides_of_their_own(facilitator):
    f = facilitator
    f.window.page.show_area("personas")
    f.settle()
    f.present()
    area = f.window.page.area_widget("personas")
    assert isinstance(area, PersonasArea)
    people = [p["name"] for p in f.document.snapshot().all("personas", set=area.set_id)]
    assert titles(f) == people
    f.press(K.Key_Right)
    assert f.window.presentation.deck.slide.accessibleName() == people[1]
    f.press(K.Key_Escape)
    assert not f.window.isFullScreen()
    assert area.views.isVisible()


def test_an_area_without_steps_is_shown_as_it_is(facilitator):
    f = facilitator
    f.window.page.show_area("terms")
    f.settle()
    f.present()
    assert titles(f) == ["用語"]
    assert f.window.presentation.footer.bar is None
    assert not f.window.page.navigation.isVisible()
    f.press(K.Key_Escape)
    assert f.window.presentation is None


def test_another_area_is_presented_in_its_place(facilitator):
    f = facilitator
    f.present()
    f.press(K.Key_Right)
    f.window.page.show_area("personas")
    f.settle()
    assert f.window.presentation.area == "personas"
    assert f.area.header.isVisibleTo(f.area)
    assert len(f.board.model.phases) == PHASES


def test_the_tools_of_the_workshop_are_there_while_presenting(facilitator):
    f = facilitator
    workshop.start(f.document)
    f.settle()
    f.present()
    assert not f.area.strip.isVisible()
    assert f.bar.isVisible()
    f.choose(f.bar.vote_menu(), 0)
    note = f.put("投票の相手")
    f.press(K.Key_Right)
    f.click_note(note)
    assert f.bar.left.text() == "投票中・残り2票"
    f.click(f.bar.show_votes)
    assert f.drawer.isVisible()
    f.press(K.Key_Escape)
    assert f.drawer is None
    assert f.window.presentation is not None


def test_a_result_leads_to_the_step_of_its_note(facilitator):
    f = facilitator
    note = f.put("認知の付箋")
    f.present()
    f.choose(f.bar.vote_menu(), 0)
    f.press(K.Key_Right)
    f.click_note(note)
    f.press(K.Key_End)
    f.click(f.bar.show_votes)
    f.drawer.rows[0].click()
    f.settle()
    assert step(f).startswith("2 ")
    assert f.board.selection.ids == [note]


def test_hidden_votes_are_not_on_the_projector_either(facilitator):
    f = facilitator
    note = f.put("一枚")
    round = workshop.begin_round(f.document, "journey")
    workshop.cast(f.document, round, note)
    f.settle()
    assert f.board.model.dots == {note: {"marketing": 1}}
    f.present()
    assert f.board.model.dots == {}


def test_a_phase_that_is_removed_meanwhile_leaves_the_others(facilitator):
    f = facilitator
    f.present()
    f.press(K.Key_End)
    journeys.remove_phase(f.document, f.board.model.only_phase, notes_to=None)
    f.settle()
    assert step(f) == f"{PHASES} / {PHASES}"


def test_closing_the_workspace_ends_the_presentation(facilitator):
    f = facilitator
    f.present()
    f.window.rebuild()
    QApplication.processEvents()
    assert f.window.presentation is None
    assert not f.window.isFullScreen()


# ---- people on slides


def slide_with_notes(f, count: int = 2) -> tuple[PersonaSlide, list[str]]:
    """The slide of the selector, with some notes more."""
    person = next(p["id"] for p in f.document.snapshot().all("personas") if p.get("role") == "selector")
    ids = [f.put(f"困りごと{i}", Place(person, field="issues")) for i in range(count)]
    f.window.page.show_area("personas")
    f.settle()
    area = f.window.page.area_widget("personas")
    assert isinstance(area, PersonasArea)
    f.present()
    f.window.presentation.go(f.window.presentation.deck.step_of(("personas", person)))
    assert area.slide is not None
    area.slide.repaint()
    return area.slide, ids


def click_on_slide(f, slide: PersonaSlide, note: str, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    f.settle()
    slide.repaint()
    at = slide.mapTo(f.window, slide.spots[note].center().toPoint())
    QTest.mouseClick(f.window.windowHandle(), Qt.MouseButton.LeftButton, modifiers, at)
    f.settle()


def ballot(f) -> dict[str, int]:
    """The votes in one's own ballot, by note."""
    found = next(iter(f.document.snapshot().all("ballots")), {})
    return {name.partition(".")[2]: n for name, n in found.items() if name.startswith("votes.") and n}


def test_a_click_on_a_note_of_a_slide_votes_and_shift_click_takes_it_back(facilitator):
    f = facilitator
    slide, (one, two) = slide_with_notes(f)
    f.choose(f.bar.vote_menu(), 0)
    for note in (one, one, two):
        click_on_slide(f, slide, note)
    assert ballot(f) == {one: 2, two: 1}
    assert f.bar.left.text() == "投票中・残り0票"
    click_on_slide(f, slide, one, SHIFT)
    assert ballot(f) == {one: 1, two: 1}
    click_on_slide(f, slide, two)
    click_on_slide(f, slide, two)
    assert "3票をすべて使いました" in f.told[-1]


def test_notes_of_a_slide_are_chosen_and_voted_for_by_keyboard_alone(facilitator):
    f = facilitator
    slide, _ = slide_with_notes(f)
    f.choose(f.bar.vote_menu(), 0)
    f.press(K.Key_Down)
    first = slide.note
    assert first == slide.papers[0].id
    f.press(K.Key_Period, CTRL)
    f.press(K.Key_Down)
    f.press(K.Key_Period, CTRL)
    f.press(K.Key_Period, CTRL)
    f.press(K.Key_Period, CTRL | SHIFT)
    assert ballot(f) == {first: 1, slide.papers[1].id: 1}
    f.press(K.Key_Up)
    assert slide.note == first
    f.press(K.Key_Right)
    assert slide.note == "", "another person's slide begins without a chosen note"


def test_without_a_vote_a_click_chooses_the_note_that_is_decided_about(facilitator):
    f = facilitator
    slide, (one, _) = slide_with_notes(f)
    click_on_slide(f, slide, one)
    assert slide.note == one
    assert f.bar._room.workshop_note() == one
    assert ballot(f) == {}


def test_votes_on_a_slide_are_hidden_until_revealed_and_told_by_department_then(facilitator):
    f = facilitator
    slide, (one, _) = slide_with_notes(f)
    f.choose(f.bar.vote_menu(), 0)
    click_on_slide(f, slide, one)
    f.become("field-sales", "田辺")
    click_on_slide(f, slide, one)
    click_on_slide(f, slide, one)
    shown = next(note for note in slide.papers if note.id == one)
    assert shown.votes == ()
    f.click(f.bar.show_votes)
    f.drawer.shut()
    f.settle()
    shown = next(note for note in slide.papers if note.id == one)
    assert {(vote.shape, vote.given) for vote in shown.votes} == {("circle", 1), ("square", 2)}
    assert "フィールドセールス 2" in slide.accessibleDescription()


def test_the_shapes_of_departments_are_painted_on_a_slide(facilitator):
    f = facilitator
    slide, (one, _) = slide_with_notes(f)
    f.choose(f.bar.vote_menu(), 0)
    click_on_slide(f, slide, one)
    before = slide.grab(slide.spots[one].toRect()).toImage()
    f.click(f.bar.show_votes)
    f.drawer.shut()
    f.settle()
    slide.repaint()
    after = slide.grab(slide.spots[one].toRect()).toImage()
    marks = department_look("circle").strong
    strong = [(x, y) for x in range(after.width()) for y in range(after.height()) if after.pixelColor(x, y) == marks]
    assert before.size() == after.size()
    assert len(strong) > 20
    assert min(x for x, _ in strong) > after.width() // 2, "they stand at the lower right"


def test_covered_notes_of_a_slide_take_no_votes(facilitator):
    f = facilitator
    workshop.begin_pass(f.document)
    slide, (one, _) = slide_with_notes(f)
    f.choose(f.bar.vote_menu(), 0)
    slide.repaint()
    assert one in slide.spots
    click_on_slide(f, slide, one)
    assert ballot(f) == {}
    assert "困りごと" not in slide.accessibleDescription()


def test_an_area_that_is_made_during_a_workshop_shows_its_tools_and_no_window_of_their_own(facilitator, qtbot):
    f = facilitator
    workshop.start(f.document)
    seen = []

    class Watcher(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                seen.append(watched)
            return False

    watcher = Watcher()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watcher)
    f.window.page.show_area("personas")
    f.settle()
    app.removeEventFilter(watcher)
    assert seen == []
    assert f.window.page.area_widget("personas").strip.isVisible()


def test_the_result_leads_to_the_note_on_its_slide(facilitator):
    f = facilitator
    slide, (one, _) = slide_with_notes(f)
    f.choose(f.bar.vote_menu(), 0)
    click_on_slide(f, slide, one)
    f.press(K.Key_Home)
    f.click(f.bar.show_votes)
    f.drawer.rows[0].click()
    f.settle()
    assert slide.note == one


def test_voting_by_click_goes_on_in_the_window_when_the_presentation_is_left(facilitator):
    f = facilitator
    note = f.put("一枚")
    workshop.start(f.document)
    f.settle()
    f.choose(f.bar.vote_menu(), 0)
    f.present()
    f.press(K.Key_Escape)
    assert f.bar.clicks.isChecked()
    f.click_note(note)
    assert ballot(f) == {note: 1}


def test_somebody_added_while_presenting_brings_no_cards_onto_the_slide(facilitator):
    f = facilitator
    slide, _ = slide_with_notes(f)
    area = f.window.page.area_widget("personas")
    personas.add_person(f.document, area.set_id, "情報システム部長")
    f.settle()
    assert "情報システム部長" in titles(f)
    assert [child for child in area.children() if isinstance(child, QWidget) and child.isVisible()] == [slide]


def test_the_whole_journey_takes_the_whole_width(facilitator):
    f = facilitator
    before = [phase.width for phase in f.board.model.phases]
    f.present()
    layout = f.board.scene.layout
    shown = layout.width * f.board.port.zoom
    assert shown > 0.85 * (f.board.width() - f.board.port.left)
    assert shown <= f.board.width() - f.board.port.left
    assert layout.grid_bottom * f.board.port.zoom <= f.board.height() - f.board.port.top
    f.press(K.Key_Right)
    f.press(K.Key_Left)
    assert layout.width == f.board.scene.layout.width
    f.press(K.Key_Escape)
    assert [phase.width for phase in f.board.model.phases] == before


def test_notes_below_the_grid_are_part_of_the_whole(facilitator):
    f = facilitator
    f.put("あとで", Place("journey"))
    f.present()
    layout = f.board.scene.layout
    assert layout.height * f.board.port.zoom <= f.board.height() - f.board.port.top


def test_a_slide_calls_greatest_worry_only_what_is_the_lowest_of_the_whole_journey(facilitator):
    f = facilitator
    for phase, level in (("awareness", -1.0), ("research", -2.0)):
        journeys.set_emotion(f.context.document, "journey", "approver", f"journey-{phase}", level)
    f.settle()
    f.present()
    worries = []
    for _ in range(3):
        model, layout = f.board.model, f.board.scene.layout
        worry = greatest_worry(model, knots(model, layout, emotion_rows(model)[0]))
        worries.append(worry and model.phases[worry.phase].id)
        f.press(K.Key_Right)
    assert worries == ["journey-research", None, "journey-research"]


def test_what_lies_over_the_area_is_larger_on_the_projector(facilitator):
    f = facilitator
    workshop.start(f.document)
    note = f.put("投票の相手")
    round = workshop.begin_round(f.document, "journey")
    workshop.cast(f.document, round, note)
    workshop.reveal_round(f.document, round)
    f.settle()
    sizes = {}
    for presented in (False, True):
        if presented:
            f.present()
        f.bar.open_results()
        f.settle()
        line, = f.drawer.rows
        sizes[presented] = f.drawer.width(), line.height(), f.drawer.heading.fontInfo().pixelSize()
        f.drawer.shut()
        f.settle()
    assert all(large >= 1.4 * small for small, large in zip(sizes[False], sizes[True], strict=True))
