"""Meetings: last time's actions first, figures that stay as they were, minutes that stay as they were closed."""

from __future__ import annotations

import datetime as dt

import pytest

from fusenapp.document import Author, Document
from fusenapp.domain import agreement, reviews
from fusenapp.editing import agreements, templates, terms
from fusenapp.editing import reviews as verbs
from fusenapp.errors import InputError

TODAY = dt.date(2026, 11, 20)
PEOPLE = {"marketing": "佐倉", "inside-sales": "三宅", "field-sales": "戸田"}


@pytest.fixture
def document() -> Document:
    made = Document(Author("佐倉", "marketing"))
    templates.build(made, "b2b", "案件クラウド")
    return made


def found(document: Document, id: str) -> reviews.Review:
    known = reviews.review(document.snapshot(), id)
    assert known is not None
    return known


def titles(of: list[reviews.Action]) -> list[str]:
    return [a.title for a in of]


def code_of(call) -> str:
    with pytest.raises(InputError) as raised:
        call()
    return raised.value.code


def test_a_meeting_takes_over_who_came_and_the_rhythm_from_the_one_before(document) -> None:
    first = verbs.begin(document, "2026-11-13")
    verbs.set_people(document, first, "佐倉、三宅、戸田")
    second = found(document, verbs.begin(document, "2026-11-20"))
    assert second.people == "佐倉、三宅、戸田"
    assert second.next == "2026-11-27"
    assert reviews.before(document.snapshot(), second) == found(document, first)


def test_the_next_meeting_begins_with_the_actions_of_the_last_one_overdue_ones_first(document) -> None:
    first = verbs.begin(document, "2026-11-13")
    for title, due in (("資料を直す", "2026-11-25"), ("休眠顧客に架電", "2026-11-18"), ("広告を止める", "2026-11-19")):
        verbs.add_action(document, title, review=first, due=due, owner="三宅")
    done = next(a.id for a in reviews.actions(document.snapshot()) if a.title == "広告を止める")
    verbs.set_state(document, done, "done")
    second = found(document, verbs.begin(document, "2026-11-20"))
    carried = reviews.carried(document.snapshot(), second, TODAY)
    assert [(a.title, a.state(TODAY)) for a in carried] == [("休眠顧客に架電", "overdue"), ("資料を直す", "open"), ("広告を止める", "done")]


def test_an_action_is_carried_along_until_it_is_settled_and_seen_settled_once(document) -> None:
    first = verbs.begin(document, "2026-10-30")
    old = verbs.add_action(document, "前からの宿題", review=first)
    verbs.begin(document, "2026-11-06")
    third = found(document, verbs.begin(document, dt.date.today().isoformat()))
    today = dt.date.today()
    assert titles(reviews.carried(document.snapshot(), third, today)) == ["前からの宿題"]
    verbs.set_state(document, old, "done")
    assert titles(reviews.carried(document.snapshot(), third, today)) == ["前からの宿題"]
    later = found(document, verbs.begin(document, (today + dt.timedelta(days=7)).isoformat()))
    assert titles(reviews.carried(document.snapshot(), later, today + dt.timedelta(days=7))) == ["前からの宿題"]  # done since the last meeting
    last = found(document, verbs.begin(document, (today + dt.timedelta(days=14)).isoformat()))
    assert titles(reviews.carried(document.snapshot(), last, today + dt.timedelta(days=14))) == []


def test_an_action_of_a_later_meeting_is_not_on_the_page_of_an_earlier_one(document) -> None:
    first, second = verbs.begin(document, "2026-11-13"), verbs.begin(document, "2026-11-20")
    verbs.add_action(document, "あとの宿題", review=second)
    assert reviews.carried(document.snapshot(), found(document, first), TODAY) == []


def test_the_figures_that_were_kept_stay_when_others_are_kept(document) -> None:
    id = verbs.begin(document, "2026-11-20", content={"as_of": "2026-10", "nodes": [["a", 1]]})
    before = reviews.takings(document.snapshot(), id)
    verbs.keep_figures(document, id, {"as_of": "2026-11", "nodes": [["a", 2]]})
    after = reviews.takings(document.snapshot(), id)
    assert before[0] in after
    assert len(after) == 2
    kept = reviews.kept(document.snapshot(), id)
    assert kept is not None
    assert kept.as_of == "2026-11"


def test_a_closed_meeting_is_not_changed_any_more_and_its_actions_stay_as_they_were(document) -> None:
    id = verbs.begin(document, "2026-11-20", content={"as_of": "2026-10"})
    action = verbs.add_action(document, "資料を直す", review=id, due="2026-11-27")
    thought = verbs.add_hypothesis(document, id, "展示会の名刺が多い")
    verbs.close(document, id)
    verbs.set_action(document, action, title="資料を作り直す")
    verbs.set_state(document, action, "done")
    closed = found(document, id)
    assert [(a.title, a.done) for a in reviews.decided(document.snapshot(), closed)] == [("資料を直す", False)]
    for call in (lambda: verbs.answer(document, id, "drift", "keep"), lambda: verbs.write_notes(document, id, "x"),
                 lambda: verbs.keep_figures(document, id, {}), lambda: verbs.add_action(document, "もう一つ", review=id),
                 lambda: verbs.set_hypothesis(document, thought, text="x"), lambda: verbs.set_day(document, id, next="2026-12-04")):
        assert code_of(call) == "review-closed"
    verbs.reopen(document, id)
    assert [(a.title, a.done) for a in reviews.decided(document.snapshot(), found(document, id))] == [("資料を作り直す", True)]


def test_what_cannot_be_is_refused_and_nothing_is_changed(document) -> None:
    id = verbs.begin(document, "2026-11-20")
    steps = document.undo_label
    assert code_of(lambda: verbs.begin(document, "来週")) == "bad-date"
    assert code_of(lambda: verbs.begin(document, kind="daily")) == "bad-review-kind"
    assert code_of(lambda: verbs.answer(document, id, "weather", "keep")) == "unknown-check"
    assert code_of(lambda: verbs.answer(document, id, "drift", "maybe")) == "bad-answer"
    assert code_of(lambda: verbs.add_action(document, "  ", review=id)) == "empty-text"
    assert code_of(lambda: verbs.add_action(document, "x", due="31/12")) == "bad-date"
    assert code_of(lambda: verbs.add_action(document, "x", kpi="no-such-kpi")) == "unknown-record"
    assert code_of(lambda: verbs.add_hypothesis(document, id, " ")) == "empty-text"
    assert document.undo_label == steps
    assert reviews.actions(document.snapshot()) == []


def test_an_answer_is_taken_back_and_undone(document) -> None:
    id = verbs.begin(document, "2026-11-20")
    verbs.answer(document, id, "hot-lead", "change")
    verbs.comment(document, id, "hot-lead", "しきい値を上げる")
    assert found(document, id).answers == {"hot-lead": "change"}
    verbs.answer(document, id, "hot-lead", "")
    assert found(document, id).answers == {}
    document.undo()
    assert found(document, id).answers == {"hot-lead": "change"}
    assert found(document, id).comments == {"hot-lead": "しきい値を上げる"}


def test_the_term_of_an_agreement_starts_anew_once_every_department_has_renewed_it(document) -> None:
    item = ("terms", document.snapshot().all("terms")[0]["id"])
    for department, person in PEOPLE.items():
        agreements.stamp(document, item, department, person)
    stamped = [r["id"] for r in document.snapshot().all("stamps")]
    with document.edit("") as edit:  # the agreement is a year old
        for id in stamped:
            edit.set("stamps", id, at="2025-10-01T10:00:00+09:00")
    assert agreement.status(document.snapshot(), item).state == "due"
    for department, person in list(PEOPLE.items())[:2]:
        verbs.renew(document, item, department, person)
    assert agreement.status(document.snapshot(), item).state == "due"
    verbs.renew(document, item, "field-sales", "戸田")
    status = agreement.status(document.snapshot(), item)
    assert status.state == "agreed"
    assert status.review_due is not None
    assert status.review_due > dt.date.today().isoformat()
    terms.write_agreed(document, item[1], "あとから変えた")
    assert code_of(lambda: verbs.renew(document, item, "marketing", "佐倉")) == "not-agreed"
    assert agreement.status(document.snapshot(), item).state == "reopened"


def test_what_a_department_or_a_person_still_has_to_do(document) -> None:
    verbs.add_action(document, "部門の宿題", department="inside-sales")
    verbs.add_action(document, "人の宿題", owner="佐倉")
    done = verbs.add_action(document, "済んだ宿題", owner="佐倉")
    verbs.set_state(document, done, "done")
    assert titles(reviews.owned(document.snapshot(), "inside-sales")) == ["部門の宿題"]
    assert titles(reviews.owned(document.snapshot(), "marketing", "佐倉")) == ["人の宿題"]


def test_the_next_day_is_the_open_meeting_itself_or_the_day_set_when_it_was_closed(document) -> None:
    assert reviews.next_day(document.snapshot()) == ""
    id = verbs.begin(document, "2026-11-20")
    assert reviews.next_day(document.snapshot()) == "2026-11-20"
    verbs.set_day(document, id, next="2026-11-30")
    verbs.close(document, id)
    assert reviews.next_day(document.snapshot()) == "2026-11-30"


def test_two_copies_of_a_meeting_join_without_losing_anything(document) -> None:
    id = verbs.begin(document, "2026-11-20", content={"as_of": "2026-10"})
    mine, theirs = Document(Author("佐倉", "marketing")), Document(Author("戸田", "field-sales"))
    for copy in (mine, theirs):
        copy.load(document.state())
    verbs.add_action(mine, "資料を直す", review=id)
    verbs.answer(mine, id, "hot-lead", "change")
    verbs.add_action(theirs, "電話をかける", review=id)
    verbs.answer(theirs, id, "drift", "keep")
    verbs.comment(theirs, id, "drift", "ずれていない")
    mine.apply(theirs.difference(mine.state_vector()), "merge")
    joined = found(mine, id)
    assert set(titles(reviews.decided(mine.snapshot(), joined))) == {"資料を直す", "電話をかける"}
    assert joined.answers == {"hot-lead": "change", "drift": "keep"}
    assert joined.comments == {"drift": "ずれていない"}
