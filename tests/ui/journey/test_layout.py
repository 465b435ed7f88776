"""Where notes lie: cells that grow, half-width pairs, folding, patches that equal a fresh start."""

import random

import numpy as np
import pytest

from fusenapp.document import Author, Changes, Document
from fusenapp.editing import journeys, notes, templates
from fusenapp.editing.notes import NewNote, Place
from fusenapp.ui.journey.board_model import BoardModel
from fusenapp.ui.journey.layout import GAP, NOTE_HEIGHT, SIDE
from fusenapp.ui.journey.scene import Scene
from fusenapp.ui.journey.text_fit import fit

PLACE = Place("journey", "journey-awareness", "journey-actions", "selector")
LONG = "月末の残業を集計して、上司に相談する。" * 8


@pytest.fixture
def document(qapp) -> Document:
    made = Document(Author("佐倉", "marketing"))
    templates.build(made, "b2b", "テスト")
    return made


def scene_of(document: Document) -> Scene:
    model = BoardModel()
    model.load(document.snapshot(), "journey")
    return Scene(model)


def rects(scene: Scene, ids: list[str]) -> list[tuple[float, float, float, float]]:
    return [scene.layout.note_rect(scene.model.slot_of[id]) for id in ids]


def test_a_single_note_takes_the_whole_width_of_its_cell(document):
    id = notes.add_note(document, NewNote(PLACE, "相談"))
    assert rects(scene_of(document), [id]) == [(SIDE, GAP, 144, NOTE_HEIGHT)]


def test_two_short_notes_share_a_line_and_a_longer_one_has_its_own(document):
    ids = notes.add_notes(document, [NewNote(PLACE, "検索で知る"), NewNote(PLACE, "資料を集める"), NewNote(PLACE, "要件表を作って三社に絞る相談")])
    assert rects(scene_of(document), ids) == [(8, 4, 70, 48), (82, 4, 70, 48), (8, 56, 144, 48)]


def test_letters_shrink_to_eleven_before_the_note_grows():
    sizes = [(fit("あ" * n, 144).size, fit("あ" * n, 144).height) for n in (10, 18, 30, 80)]
    assert [size for size, _ in sizes] == [13, 13, 11, 11]
    assert [height for _, height in sizes][:3] == [48, 48, 48]
    assert sizes[3][1] > 48


def test_lines_of_a_note_lose_no_letter():
    for text in ("手入力はもう限界。何から始める？", "Typing it all in is no longer possible", "𠮷野家😀の稟議", "a\n\nb"):
        assert "".join(fit(text, 70).lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")


def test_a_long_note_makes_its_row_and_only_its_row_higher(document):
    before = scene_of(document)
    notes.add_note(document, NewNote(PLACE, LONG))
    after = scene_of(document)
    grown = after.layout.row_h - before.layout.row_h
    assert grown[0] > 0
    assert not grown[1:].any()
    assert after.layout.row_h[0] == pytest.approx(after.layout.h[0] + 2 * GAP)


def test_a_wide_phase_puts_notes_side_by_side(document):
    ids = notes.add_notes(document, [NewNote(PLACE, "要件表を作って三社に絞る相談をする")] * 2)
    journeys.resize_phase(document, "journey-awareness", 320)
    first, second = rects(scene_of(document), ids)
    assert first[1] == second[1]
    assert second[0] >= first[0] + first[2]


def test_no_two_notes_overlap_and_all_lie_in_their_cells(document):
    dice = random.Random(7)
    made = [NewNote(Place("journey", dice.choice(document.snapshot().all("phases"))["id"], "journey-thoughts",
                          dice.choice(["selector", "decision-maker", "approver"])), "言葉" * dice.randint(1, 30)) for _ in range(80)]
    ids = notes.add_notes(document, made)
    scene = scene_of(document)
    boxes = rects(scene, ids)
    for i, (x, y, w, h) in enumerate(boxes):
        cx, cy, cw, ch = scene.layout.cell_rect(scene.model.cell(scene.model.slot_of[ids[i]]))
        assert cx <= x
        assert x + w <= cx + cw
        assert cy <= y
        assert y + h <= cy + ch
        for other in boxes[i + 1:]:
            assert x + w <= other[0] or other[0] + other[2] <= x or y + h <= other[1] or other[1] + other[3] <= y


def test_a_note_whose_phase_or_lane_is_gone_waits_in_the_parking_lot(document):
    id = notes.add_note(document, NewNote(Place("journey", "nowhere", "journey-actions", "selector"), "迷子"))
    scene = scene_of(document)
    assert scene.model.rows[scene.model.cell(scene.model.slot_of[id])[0]].content == "parking"


def test_a_role_that_is_hidden_takes_its_rows_along(document):
    id = notes.add_note(document, NewNote(PLACE, "相談"))
    scene = scene_of(document)
    rows = len(scene.model.rows)
    scene.model.show_roles({"selector"}, document.snapshot())
    scene.renew()
    assert len(scene.model.rows) == rows - 2
    assert scene.layout.note_rect(scene.model.slot_of[id])[0] < -1000


def test_after_any_edits_the_patched_board_equals_one_made_anew(document):
    """What the board patches from changes is what it would be if it were opened now."""
    dice = random.Random(3)
    live = scene_of(document)
    waiting: list[Changes] = []
    document.subscribe(waiting.append)
    phases, lanes = [p["id"] for p in document.snapshot().all("phases")], ["journey-actions", "journey-issues", "journey-kpi"]
    for _ in range(150):
        _edit(document, dice, phases, lanes)
        for changes in waiting:
            live.patch(live.model.patch(document.snapshot(), dict.fromkeys((*changes.added, *changes.removed)) | dict(changes.updated)))
        waiting.clear()
    fresh = scene_of(document)
    assert set(live.model.slot_of) == set(fresh.model.slot_of)
    for id, slot in live.model.slot_of.items():
        there = fresh.model.slot_of[id]
        assert live.layout.note_rect(slot) == pytest.approx(fresh.layout.note_rect(there)), live.model.text(slot)
        assert live.model.colour[slot] == fresh.model.colour[there]
    assert np.allclose(live.layout.row_h, fresh.layout.row_h)
    assert live.model.emotion == fresh.model.emotion


def _edit(document: Document, dice: random.Random, phases: list[str], lanes: list[str]) -> None:
    ids = [n["id"] for n in document.snapshot().all("notes")]
    place = Place("journey", dice.choice(phases), dice.choice(lanes), dice.choice(["selector", "approver"]))
    action = dice.random()
    if action < 0.35 or not ids:
        notes.add_note(document, NewNote(place, "言葉" * dice.randint(0, 25), dice.randint(1, 8)))
    elif action < 0.5:
        notes.move_notes(document, dice.sample(ids, min(3, len(ids))), place)
    elif action < 0.6:
        notes.write_note(document, dice.choice(ids), "別の言葉" * dice.randint(1, 12))
    elif action < 0.7:
        notes.delete_notes(document, dice.sample(ids, min(2, len(ids))))
    elif action < 0.8:
        notes.recolour_notes(document, dice.sample(ids, min(4, len(ids))), dice.randint(1, 8))
    elif action < 0.85:
        journeys.set_emotion(document, "journey", "approver", dice.choice(phases), dice.choice([-1.0, 0.5, None]))
    elif action < 0.9:
        journeys.move_phase(document, dice.choice(phases), after=dice.choice([None, *phases]))
    elif document.undo_label != "ワークスペースの作成":
        document.undo()
