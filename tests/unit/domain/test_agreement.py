"""Agreement: stamps hold for one content only, and any edit reopens an item."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from fusenapp.domain import agreement
from fusenapp.domain.difference import Difference, differences
from fusenapp.domain.snapshot import Snapshot

TERM = ("terms", "t")
TODAY = dt.date(2026, 11, 21)


def workspace(**more: dict[str, dict[str, Any]]) -> Snapshot:
    base: dict[str, dict[str, dict[str, Any]]] = {
        "workspace": {"workspace": {"name": "W"}},
        "departments": {"m": {"name": "M", "order": "a0"}, "s": {"name": "S", "order": "a1"}},
        "terms": {"t": {"name": "商談", "agreed": "価格を示した場", "test": "見積がある"}},
    }
    for kind, records in more.items():
        base.setdefault(kind, {}).update(records)
    return Snapshot({kind: {id: {"id": id, **fields} for id, fields in held.items()} for kind, held in base.items()})


def proposed(snapshot: Snapshot, item: agreement.Item = TERM, at: str = "2026-01-10T09:00:00+09:00") -> dict[str, dict[str, Any]]:
    content = agreement.content(snapshot, item)
    return {f"r{at}": {"item": list(item), "number": 1, "hash": agreement.hash_of(content), "content": agreement.canonical_json(content),
                       "at": at, "person": "A", "department": "m"}}


def stamped(snapshot: Snapshot, *departments: str, item: agreement.Item = TERM, at: str = "2026-01-11T09:00:00+09:00") -> dict[str, dict[str, Any]]:
    hash = agreement.content_hash(snapshot, item)
    return {f"s{d}{at}": {"item": list(item), "hash": hash, "department": d, "person": d.upper(), "at": at} for d in departments}


def state(snapshot: Snapshot, item: agreement.Item = TERM) -> str:
    return agreement.status(snapshot, item, TODAY).state


def test_an_item_is_a_draft_until_it_is_proposed() -> None:
    assert state(workspace()) == agreement.DRAFT


def test_a_proposal_waits_for_the_departments_that_have_not_stamped() -> None:
    plain = workspace()
    status = agreement.status(workspace(revisions=proposed(plain), stamps=stamped(plain, "m")), TERM, TODAY)
    assert (status.state, status.missing) == (agreement.PROPOSED, ("s",))


def test_all_stamps_on_the_same_content_make_it_agreed_and_due_in_twelve_months() -> None:
    plain = workspace()
    status = agreement.status(workspace(revisions=proposed(plain), stamps=stamped(plain, "m", "s")), TERM, TODAY)
    assert (status.state, status.review_due) == (agreement.AGREED, "2027-01-11")


def test_an_agreement_past_its_review_date_is_due() -> None:
    plain = workspace()
    old = "2025-11-20T09:00:00+09:00"
    assert state(workspace(revisions=proposed(plain), stamps=stamped(plain, "m", "s", at=old))) == agreement.DUE


def test_an_edit_after_the_agreement_reopens_the_item_and_the_agreed_words_stay_readable() -> None:
    plain = workspace()
    edited = workspace(terms={"t": {"name": "商談", "agreed": "製品を紹介する場", "test": "見積がある"}},
                       revisions=proposed(plain), stamps=stamped(plain, "m", "s"))
    status = agreement.status(edited, TERM, TODAY)
    assert status.state == agreement.REOPENED
    assert status.agreed is not None
    assert differences(status.agreed.content, agreement.content(edited, TERM)) == [
        Difference(("agreed",), "価格を示した場", "製品を紹介する場")]


def test_undoing_that_edit_makes_it_agreed_again() -> None:
    plain = workspace()
    assert state(workspace(revisions=proposed(plain), stamps=stamped(plain, "m", "s"))) == agreement.AGREED


def test_a_stamp_on_other_content_does_not_count() -> None:
    plain = workspace()
    other = workspace(terms={"t": {"name": "商談", "agreed": "x"}})
    both = stamped(plain, "m") | stamped(other, "s")
    assert agreement.status(workspace(revisions=proposed(plain), stamps=both), TERM, TODAY).missing == ("s",)


def test_going_back_to_an_older_agreement_is_not_the_newest_one() -> None:
    first, second = workspace(), workspace(terms={"t": {"name": "商談", "agreed": "二つめ", "test": "見積がある"}})
    later = "2026-03-01T09:00:00+09:00"
    history = proposed(first) | proposed(second, at=later)
    marks = stamped(first, "m", "s") | stamped(second, "m", "s", at=later)
    status = agreement.status(workspace(revisions=history, stamps=marks), TERM, TODAY)
    assert status.state == agreement.REOPENED
    assert status.agreed is not None
    assert status.agreed.content["agreed"] == "二つめ"


def test_the_agreed_snapshot_holds_agreed_words_and_leaves_out_what_was_never_agreed() -> None:
    plain = workspace()
    edited = workspace(terms={"t": {"name": "商談", "agreed": "変更後"}, "u": {"name": "未合意"}},
                       revisions=proposed(plain), stamps=stamped(plain, "m", "s"))
    snapshot, items = agreement.agreed_snapshot(edited)
    assert items == [TERM]
    assert snapshot.value("terms", "t", "agreed") == "価格を示した場"
    assert snapshot.get("terms", "u") is None


def test_stamps_whose_content_changed_in_a_merge_are_void() -> None:
    plain = workspace()
    before = workspace(revisions=proposed(plain), stamps=stamped(plain, "m", "s"))
    after = workspace(terms={"t": {"name": "商談", "agreed": "変更後"}}, stamps=stamped(plain, "m", "s"))
    assert [(item, stamp.department) for item, stamp in agreement.stamps_void([before], after)] == [(TERM, "m"), (TERM, "s")]


def test_the_hash_does_not_depend_on_the_spelling_of_numbers_or_the_order_of_keys() -> None:
    assert agreement.hash_of({"a": 1.0, "b": [1, 2]}) == agreement.hash_of({"b": (1.0, 2), "a": 1})


FULL = workspace(
    persona_sets={"p": {"name": "P", "order": "a"}},
    personas={"p1": {"set": "p", "role": "account", "order": "a", "field.industry": "製造業", "evidence.industry": "partial"}},
    journeys={"j": {"name": "J", "order": "a", "emotion.selector.f": -1.5}},
    phases={"f": {"journey": "j", "name": "比較", "order": "a"}}, lanes={"l": {"journey": "j", "name": "行動", "order": "a"}},
    notes={"n1": {"parent": "j", "phase": "f", "lane": "l", "text": "検索", "order": "a"},
           "n2": {"parent": "p1", "field": "business_issues", "text": "人手", "order": "a"}},
    definitions={"target": {"rule": "target", "root": "g"}},
    groups={"g": {"definition": "target", "match": "all", "order": "a"}, "h": {"definition": "target", "parent": "g", "match": "any", "order": "b5"}},
    clauses={"c2": {"definition": "target", "parent": "g", "field": "業種", "operator": "=", "value": "製造業", "order": "b7"},
             "c1": {"definition": "target", "parent": "g", "field": "従業員数", "operator": ">=", "value": 100, "order": "b3"}},
    handover={"handover": {"recycling": "戻す"}}, reasons={"r": {"code": "R1", "name": "対象外", "order": "a"}},
    kpis={"k": {"name": "リード数", "unit": "件", "order": "a"}},
)


@pytest.mark.parametrize("item", agreement.items(FULL), ids=lambda item: item[0])
def test_a_content_survives_the_way_into_records_and_back(item: agreement.Item) -> None:
    content = agreement.content(FULL, item)
    kept = json.loads(agreement.canonical_json(content))
    again = agreement.content(agreement.with_content(FULL, item, kept), item)
    assert agreement.canonical_json(again) == agreement.canonical_json(content)


def test_moving_a_clause_is_a_difference_but_a_fresh_key_in_the_same_place_is_none() -> None:
    item = ("definitions", "target")
    rekeyed = agreement.with_content(FULL, item, agreement.content(FULL, item))
    assert agreement.content_hash(rekeyed, item) == agreement.content_hash(FULL, item)


def test_what_two_copies_proposed_alike_is_one_revision() -> None:
    plain = workspace()
    twice = proposed(plain, at="2026-01-12T09:00:00+09:00") | proposed(plain, at="2026-01-10T09:00:00+09:00")
    found = agreement.revisions(workspace(revisions=twice), TERM)
    assert [(r.number, r.at) for r in found] == [(1, "2026-01-10T09:00:00+09:00")], "the first of them"


def test_stamps_stand_in_the_order_of_time_whatever_the_time_zone() -> None:
    plain = workspace()
    given = stamped(plain, "m", at="2026-01-11T09:00:00+09:00") | stamped(plain, "s", at="2026-01-11T03:00:00+01:00")
    assert [s.department for s in agreement.stamps(workspace(stamps=given), TERM)] == ["m", "s"], "09:00 in Tokyo is before 03:00 in Paris"


def test_the_due_list_has_what_is_due_or_near_and_not_what_was_reopened() -> None:
    plain = workspace()
    held = {"revisions": proposed(plain), "stamps": stamped(plain, "m", "s")}
    due = dt.date(2027, 1, 11)
    listed = [agreement.due_list(workspace(**held), today=due - dt.timedelta(days=before)) for before in (31, 30, 0, -5)]
    assert [[s.item for s in found] for found in listed] == [[], [TERM], [TERM], [TERM]]
    reopened = workspace(**held, terms={"t": {"name": "商談", "agreed": "別の言い方", "test": "見積がある"}})
    assert not agreement.due_list(reopened, today=due)


def test_what_a_term_counts_is_part_of_the_agreement_only_where_somebody_chose_it() -> None:
    chosen = workspace(terms={"t": {"name": "商談", "agreed": "価格を示した場", "test": "見積がある", "counts": "stage:opportunity"}})
    assert "counts" not in agreement.content(workspace(), TERM)
    assert agreement.content_hash(workspace(), TERM) != agreement.content_hash(chosen, TERM)
    back = agreement.with_content(chosen, TERM, agreement.content(workspace(), TERM))
    assert agreement.content(back, TERM) == agreement.content(workspace(), TERM)


JOURNEY: agreement.Item = ("journeys", "j")
BOARD = {kind: {id: dict(FULL.get(kind, id) or {}) for id in FULL.records[kind]} for kind in ("journeys", "phases", "lanes", "notes")}


def board(**more: dict[str, dict[str, Any]]) -> Snapshot:
    """The journey of `FULL` with a second note, and more."""
    notes = {**BOARD["notes"], "n3": {"parent": "j", "phase": "f", "lane": "l", "text": "比較", "order": "b", "colour": 2.0}}
    return workspace(**{**BOARD, "notes": notes, **more})


ARROW = {"a1": {"source": ["notes", "n1"], "target": ["notes", "n3"], "label": "一覧"}}
ON_HOLD = {"f": {"journey": "j", "name": "比較", "order": "a", "kind": "pause"}}


def test_a_journey_without_arrows_and_rests_keeps_the_hash_it_was_stamped_with() -> None:
    assert agreement.content_hash(FULL, JOURNEY) == "82c4056e484a8b271c2e6a185dde4a809fe16d44ef031c7c34ab4f572a8eafdc"
    elsewhere = board(links={"x": {"source": ["notes", "n1"], "target": ["personas", "p1"]}, "y": {"source": ["notes", "n2"], "target": ["notes", "n1"]}})
    assert agreement.content_hash(elsewhere, JOURNEY) == agreement.content_hash(board(), JOURNEY), "no arrow of this journey"


@pytest.mark.parametrize("more", [{"links": ARROW}, {"phases": ON_HOLD}], ids=["arrow", "on hold"])
def test_arrows_and_rests_of_a_journey_are_part_of_the_agreement(more: dict[str, Any]) -> None:
    without, told = board(), board(**more)
    assert agreement.content_hash(without, JOURNEY) != agreement.content_hash(told, JOURNEY)
    for start, wanted in ((without, told), (told, without)):
        back = agreement.with_content(start, JOURNEY, json.loads(agreement.content_text(wanted, JOURNEY)))
        assert agreement.content(back, JOURNEY) == agreement.content(wanted, JOURNEY)


@pytest.mark.parametrize("snapshot", [FULL, board(), board(links=ARROW, phases=ON_HOLD)], ids=["one note", "two notes", "arrow and rest"])
def test_a_journey_is_spelled_as_any_canonical_json(snapshot: Snapshot) -> None:
    assert agreement.content_text(snapshot, JOURNEY) == agreement.canonical_json(agreement.content(snapshot, JOURNEY))


def test_a_journey_is_spelled_anew_wherever_a_record_changed() -> None:
    before = board(links=ARROW)
    fresh = {"n1": {"text": "別の検索"}, "n3": {"colour": 3}, "f": {"name": "検討"}, "l": {"by_role": True}, "j": {"name": "K"}, "a1": {"label": ""}}
    for kind, held in before.records.items():
        for id in held.keys() & fresh.keys():
            records = {**before.records, kind: {**held, id: {**held[id], **fresh[id]}}}
            after = Snapshot(records)
            assert agreement.content_hash(after, JOURNEY) != agreement.content_hash(before, JOURNEY), id
            assert agreement.content_hash(after, JOURNEY) == agreement.hash_of(agreement.content(after, JOURNEY)), id
    gone = Snapshot({**before.records, "notes": {id: r for id, r in before.records["notes"].items() if id != "n3"}})
    assert agreement.content_hash(gone, JOURNEY) == agreement.hash_of(agreement.content(gone, JOURNEY)), "the arrow went with its note"
