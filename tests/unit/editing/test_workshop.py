"""What a workshop does to the document: each verb is one step, and two copies of a file come together."""

import datetime as dt
from typing import TypeVar

import pytest

from fusenapp.document import Author, Document
from fusenapp.domain import persona_draft
from fusenapp.domain import workshop as rules
from fusenapp.domain.persona import fields_of
from fusenapp.domain.snapshot import Record, Snapshot
from fusenapp.editing import agreements, journeys, notes, persona_drafts, templates, workshop
from fusenapp.editing.notes import NewNote, Place
from tests.unit.editing.people import refused

T = TypeVar("T")
ACTIONS = Place("journey", "journey-awareness", "journey-actions", "selector")
SAKURA, TANABE, ITO = Author("佐倉", "marketing"), Author("田辺", "field-sales"), Author("伊東", "inside-sales")


@pytest.fixture
def document() -> Document:
    made = Document(SAKURA)
    templates.build(made, "b2b", "テスト")
    return made


def found(thing: T | None) -> T:
    """It must be there."""
    assert thing is not None
    return thing


def record(source: Document | Snapshot, kind: str, id: str) -> Record:
    """A record that must be there."""
    return found(source.get(kind, id))


def viewer(author: Author) -> rules.Viewer:
    return author.department, author.person


def seen(document: Document, author: Author | None) -> list[str]:
    """The words of all notes on the journey as somebody may read them; None: everybody."""
    view = rules.Cover().view(document.snapshot(), viewer(author) if author else rules.NOBODY)
    return sorted(n["text"] for n in view.all("notes", parent="journey") if "text" in n)


def write(document: Document, author: Author, text: str) -> str:
    document.author = author
    return notes.add_note(document, NewNote(ACTIONS, text))


def copy_of(document: Document, author: Author) -> Document:
    other = Document(author)
    other.load(document.state())
    return other


def meet(one: Document, other: Document) -> None:
    """Both take in what the other did."""
    mine, theirs = one.state(), other.state()
    one.apply(theirs, "merge")
    other.apply(mine, "merge")


# ---- the workshop


def test_a_workshop_locks_the_grids_and_gives_them_back_at_its_end(document):
    workshop.start(document, "ジャーニー合宿", ["journey"])
    assert record(document, "journeys", "journey")["locked"]
    assert found(rules.current_workshop(document.snapshot()))["name"] == "ジャーニー合宿"
    workshop.end(document)
    assert not record(document, "journeys", "journey")["locked"]
    assert rules.current_workshop(document.snapshot()) is None


def test_a_grid_that_was_locked_before_stays_locked_after_the_workshop(document):
    journeys.lock_grid(document, "journey", True)
    workshop.start(document, lock=["journey"])
    workshop.end(document)
    assert record(document, "journeys", "journey")["locked"]


def test_a_workshop_under_way_is_joined_and_not_begun_twice(document):
    assert workshop.start(document) == workshop.start(document)
    assert len(document.snapshot().all("workshops")) == 1


def test_ending_reveals_and_closes_everything_in_one_step(document):
    workshop.start(document)
    workshop.begin_pass(document, 5)
    workshop.begin_round(document, "journey")
    workshop.end(document)
    after = document.snapshot()
    assert not rules.open_passes(after)
    assert rules.current_round(after, "journey") is None
    assert rules.timer(after, dt.datetime.now().astimezone()) is None
    document.undo()
    assert rules.current_round(document.snapshot(), "journey") is not None
    assert rules.open_passes(document.snapshot())


# ---- private writing


def test_what_a_department_writes_privately_is_blank_for_the_others_until_it_is_revealed(document):
    before = seen(document, SAKURA)
    workshop.begin_pass(document)
    write(document, SAKURA, "展示会の名刺を入れていない")
    write(document, TANABE, "現場を知らない資料が来る")
    assert sorted([*before, "展示会の名刺を入れていない", ""]) == seen(document, SAKURA)
    assert sorted([*before, "現場を知らない資料が来る", ""]) == seen(document, TANABE)
    assert sorted([*before, "", ""]) == seen(document, None)
    workshop.reveal_pass(document)
    assert seen(document, ITO) == sorted([*before, "展示会の名刺を入れていない", "現場を知らない資料が来る"])


def test_a_covered_note_tells_nothing_but_its_place_and_department(document):
    workshop.begin_pass(document)
    id = write(document, TANABE, "価格で負けた")
    notes.tag_notes(document, [id], add=["価格"])
    view = rules.Cover().view(document.snapshot(), viewer(SAKURA))
    note = record(view, "notes", id)
    assert "価格" not in repr(note)
    assert "田辺" not in repr(note)
    assert (note["phase"], note["department"], note["covered"]) == ("journey-awareness", "field-sales", True)


def test_notes_from_before_the_pass_stay_readable(document):
    write(document, TANABE, "先に書いた")
    workshop.begin_pass(document)
    assert "先に書いた" in seen(document, SAKURA)


def test_a_department_named_on_a_private_note_does_not_open_it(document):
    workshop.begin_pass(document)
    id = write(document, TANABE, "秘密")
    notes.assign_notes(document, [id], "marketing")
    assert "秘密" not in seen(document, SAKURA)


def test_a_copy_of_a_private_note_is_covered_as_its_original(document):
    workshop.begin_pass(document)
    id = write(document, TANABE, "秘密")
    document.author = SAKURA
    notes.duplicate_notes(document, [id])
    assert "秘密" not in seen(document, SAKURA)


def test_without_a_pass_reading_costs_nothing_and_gives_the_snapshot_itself(document):
    assert rules.Cover().view(document.snapshot(), viewer(SAKURA)) is document.snapshot()


def test_covered_notes_stay_the_same_objects_while_others_change(document):
    workshop.begin_pass(document)
    id = write(document, TANABE, "秘密")
    cover = rules.Cover()
    first = cover.view(document.snapshot(), viewer(SAKURA)).get("notes", id)
    write(document, SAKURA, "公開")
    assert cover.view(document.snapshot(), viewer(SAKURA)).get("notes", id) is first


def test_nobody_proposes_or_stamps_a_journey_that_they_cannot_read(document):
    workshop.begin_pass(document)
    with refused(document, "pass-open"):
        agreements.propose(document, ("journeys", "journey"))
    with refused(document, "pass-open"):
        agreements.stamp(document, ("journeys", "journey"), "marketing", "佐倉")
    assert ("journeys", "journey") not in agreements.propose_all(document)
    workshop.reveal_pass(document)
    assert agreements.propose(document, ("journeys", "journey"))


def test_one_pass_at_a_time_and_one_undo_takes_it_back(document):
    assert workshop.begin_pass(document) == workshop.begin_pass(document)
    document.undo()
    assert not rules.open_passes(document.snapshot())


def test_two_laptops_write_privately_and_come_together_covered(document):
    workshop.begin_pass(document)
    laptop = copy_of(document, TANABE)
    write(laptop, TANABE, "営業の本音")
    write(document, SAKURA, "マーケの本音")
    meet(document, laptop)
    assert "営業の本音" not in seen(document, SAKURA)
    assert "マーケの本音" not in seen(laptop, TANABE)
    workshop.reveal_pass(document)
    meet(document, laptop)
    assert {"営業の本音", "マーケの本音"} <= set(seen(laptop, TANABE))


# ---- votes


def test_votes_are_counted_by_department_and_hidden_while_the_round_is_open(document):
    first, second = write(document, SAKURA, "一"), write(document, SAKURA, "二")
    round = workshop.begin_round(document, "journey", 3)
    document.author = SAKURA
    workshop.cast(document, round, first)
    workshop.cast(document, round, first)
    document.author = TANABE
    workshop.cast(document, round, first)
    workshop.cast(document, round, second)
    mine = rules.Cover().view(document.snapshot(), viewer(TANABE))
    assert rules.votes_by_note(mine, round) == {first: {"field-sales": 1}, second: {"field-sales": 1}}
    assert rules.votes_by_note(rules.for_everybody(document.snapshot()), round) == {}
    assert rules.turnout(document.snapshot(), round) == {"marketing": 2, "field-sales": 2}
    workshop.reveal_round(document, round)
    result = rules.tally(rules.for_everybody(document.snapshot()), round)
    assert [(p.rank, p.note, p.votes, dict(p.departments)) for p in result] == [
        (1, first, 3, {"marketing": 2, "field-sales": 1}), (2, second, 1, {"field-sales": 1})]


def test_each_person_has_so_many_votes_and_can_take_one_back(document):
    id = write(document, SAKURA, "一")
    round = workshop.begin_round(document, "journey", 2)
    workshop.cast(document, round, id)
    workshop.cast(document, round, id)
    with refused(document, "votes-used"):
        workshop.cast(document, round, id)
    assert workshop.cast(document, round, id, -1) == 1
    assert rules.votes_left(document.snapshot(), record(document, "rounds", round), viewer(SAKURA)) == 1
    document.author = Author("別の人", "marketing")
    assert rules.votes_left(document.snapshot(), record(document, "rounds", round), ("marketing", "別の人")) == 2


def test_a_department_can_share_its_votes(document):
    id = write(document, SAKURA, "一")
    round = workshop.begin_round(document, "journey", 2, "department")
    workshop.cast(document, round, id)
    document.author = Author("同僚", "marketing")
    workshop.cast(document, round, id)
    with refused(document, "votes-used"):
        workshop.cast(document, round, id)


def test_equal_votes_share_a_rank_in_the_order_of_the_board(document):
    first, second = write(document, SAKURA, "一"), write(document, SAKURA, "二")
    round = workshop.begin_round(document, "journey", 2)
    workshop.cast(document, round, second)
    workshop.cast(document, round, first)
    assert [(p.rank, p.note) for p in rules.tally(document.snapshot(), round)] == [(1, first), (1, second)]


def test_nobody_votes_once_the_result_is_open(document):
    id = write(document, SAKURA, "一")
    round = workshop.begin_round(document, "journey")
    workshop.reveal_round(document, round)
    with refused(document, "round-closed"):
        workshop.cast(document, round, id)


def test_a_closed_round_leaves_the_board_and_stays_in_the_list(document):
    round = workshop.begin_round(document, "journey")
    workshop.close_round(document, round)
    assert rules.current_round(document.snapshot(), "journey") is None
    assert [r["id"] for r in rules.rounds(document.snapshot(), "journey")] == [round]


def test_a_new_vote_puts_the_old_one_away(document):
    first = workshop.begin_round(document, "journey")
    second = workshop.begin_round(document, "journey")
    assert found(rules.current_round(document.snapshot(), "journey"))["id"] == second
    assert record(document, "rounds", first)["closed"]


def test_votes_for_a_note_that_was_deleted_do_not_count(document):
    id = write(document, SAKURA, "一")
    round = workshop.begin_round(document, "journey")
    workshop.cast(document, round, id)
    notes.delete_notes(document, [id])
    assert rules.tally(document.snapshot(), round) == []


def test_ballots_of_several_laptops_add_up(document):
    id = write(document, SAKURA, "一")
    round = workshop.begin_round(document, "journey")
    laptop = copy_of(document, TANABE)
    document.author = SAKURA
    workshop.cast(document, round, id)
    workshop.cast(laptop, round, id)
    meet(document, laptop)
    workshop.reveal_round(document, round)
    assert rules.tally(document.snapshot(), round)[0].departments == {"marketing": 1, "field-sales": 1}


def test_a_vote_is_one_step_and_undo_takes_one_back(document):
    id = write(document, SAKURA, "一")
    round = workshop.begin_round(document, "journey")
    workshop.cast(document, round, id)
    workshop.cast(document, round, id)
    document.undo()
    assert rules.tally(document.snapshot(), round)[0].votes == 1


@pytest.mark.parametrize("votes", [0, 21, -1])
def test_rounds_have_one_to_twenty_votes(document, votes):
    with refused(document, "round-votes"):
        workshop.begin_round(document, "journey", votes)


# ---- the timer


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def test_a_timer_counts_down_rests_and_goes_on(document):
    workshop.start_timer(document, 5)
    running = found(rules.timer(document.snapshot(), now()))
    assert running.runs
    assert 298 < running.left <= 300
    workshop.pause_timer(document)
    later = now() + dt.timedelta(minutes=3)
    assert 298 < found(rules.timer(document.snapshot(), later)).left <= 300
    workshop.resume_timer(document)
    assert found(rules.timer(document.snapshot(), later)).left < 121


def test_more_time_counts_from_now_where_the_time_is_up(document):
    workshop.start_timer(document, 0.0001)
    workshop.extend_timer(document)
    assert 50 < found(rules.timer(document.snapshot(), now() + dt.timedelta(seconds=1))).left <= 60


def test_a_stopped_timer_is_none_and_another_can_begin(document):
    workshop.start_timer(document, 3)
    workshop.stop_timer(document)
    assert rules.timer(document.snapshot(), now()) is None
    workshop.start_timer(document, 10)
    assert found(rules.timer(document.snapshot(), now())).seconds == 600


@pytest.mark.parametrize("minutes", [0, -1, 241])
def test_a_timer_takes_a_sensible_time(document, minutes):
    with refused(document, "timer-minutes"):
        workshop.start_timer(document, minutes)


@pytest.mark.parametrize(("seconds", "shown"), [(300, "5:00"), (299.2, "5:00"), (61, "1:01"), (0.4, "0:01"), (0, "0:00"), (-9, "0:00")])
def test_the_clock_rounds_up(seconds, shown):
    assert rules.clock(seconds) == shown


# ---- decisions


def test_decisions_keep_who_when_and_the_note(document):
    workshop.start(document, "合宿")
    note = write(document, SAKURA, "見積の根拠が足りない")
    id = workshop.decide(document, " 見積の型を一つにする ", item=("notes", note), owner="田辺", due="2026/12/18")
    kept = record(document, "decisions", id)
    assert (kept["text"], kept["owner"], kept["due"], kept["person"]) == ("見積の型を一つにする", "田辺", "2026-12-18", "佐倉")
    assert rules.subject(document.snapshot(), kept) == "見積の根拠が足りない"
    assert rules.decisions(document.snapshot(), found(rules.current_workshop(document.snapshot()))["id"]) == [kept]


def test_decisions_stand_in_the_order_of_writing_and_can_be_changed_and_deleted(document):
    first, second = workshop.decide(document, "一"), workshop.decide(document, "二")
    workshop.change_decision(document, first, text="一の改", owner="伊東", due="")
    assert [d["text"] for d in rules.decisions(document.snapshot())] == ["一の改", "二"]
    workshop.delete_decision(document, second)
    assert [d["id"] for d in rules.decisions(document.snapshot())] == [first]


def test_an_empty_decision_and_a_wrong_date_are_refused(document):
    with refused(document, "empty-decision"):
        workshop.decide(document, "  ")
    with refused(document, "bad-date"):
        workshop.decide(document, "一", due="来週")


def test_a_decision_does_not_quote_a_note_that_is_covered(document):
    workshop.begin_pass(document)
    note = write(document, TANABE, "秘密")
    id = workshop.decide(document, "後で話す", item=("notes", note))
    open_view = rules.for_everybody(document.snapshot())
    assert rules.subject(open_view, record(open_view, "decisions", id)) == ""


def test_settling_a_persona_leaves_what_is_written_privately_alone(document):
    person = next(p for p in document.snapshot().all("personas") if p["role"] == "selector")
    field = next(f for f in fields_of("selector") if f.id == "issues")
    workshop.begin_pass(document)
    document.author = TANABE
    secret = notes.add_note(document, NewNote(Place(person["id"], field="issues"), "秘密"))
    place = persona_draft.Place(person["id"], field, ("", "", ""))
    persona_drafts.write(document, place, "残業が減らない")
    assert record(document, "notes", secret)["text"] == "秘密"
    assert not record(document, "notes", secret).get("deleted")
    shown = [n["text"] for n in document.snapshot().all("notes", parent=person["id"], field="issues")]
    assert "残業が減らない" in shown
