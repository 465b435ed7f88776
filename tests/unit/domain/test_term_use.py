"""Where a term is used: as a word of its own, not inside a longer term."""

from __future__ import annotations

from typing import Any

from fusenapp.domain.snapshot import Snapshot
from fusenapp.domain.term_use import uses


def snapshot(**kinds: dict[str, dict[str, Any]]) -> Snapshot:
    return Snapshot({kind: {id: {"id": id, **fields} for id, fields in records.items()} for kind, records in kinds.items()})


TERMS = {"lead": {"name": "リード", "english": "Lead", "agreed": "ある会社の一人"}, "hot": {"name": "ホットリード", "english": "Hot lead"},
         "won": {"name": "受注", "agreed": "リードが契約した状態"}, "mql": {"name": "MQL", "agreed": "営業に渡したホットリード"}}


def found(held: Snapshot, id: str) -> set[tuple[str, str, str]]:
    return {(use.kind, use.id, use.field) for use in uses(held, id)}


def test_a_word_inside_a_longer_term_is_no_use_of_it() -> None:
    assert found(snapshot(terms=TERMS), "lead") == {("terms", "won", "agreed")}
    assert found(snapshot(terms=TERMS), "hot") == {("terms", "mql", "agreed")}


def test_the_same_text_may_use_both() -> None:
    held = snapshot(terms=TERMS, kpis={"k": {"name": "リードのうちホットリードの割合"}})
    assert ("kpis", "k", "name") in found(held, "lead")
    assert ("kpis", "k", "name") in found(held, "hot")


def test_latin_names_are_whole_words_in_any_width_and_case() -> None:
    notes = {"a": {"text": "ＭＱＬが減った"}, "b": {"text": "mqls per month"}, "c": {"text": "xmqly"}, "d": {"text": "three leads"}}
    assert found(snapshot(terms=TERMS, notes=notes), "mql") == {("notes", "a", "text"), ("notes", "b", "text")}
    assert ("notes", "d", "text") in found(snapshot(terms=TERMS, notes=notes), "lead")


def test_values_of_conditions_persona_fields_and_links_count_and_drafts_do_not() -> None:
    held = snapshot(terms=TERMS, clauses={"target:T1": {"field": "結果", "value": ["受注", "失注"]}, "target@x:T1": {"comment": "受注"}},
                    personas={"p": {"field.goal": "受注を増やす"}}, contents={"c": {"title": "事例集"}},
                    links={"l": {"source": ["contents", "c"], "target": ["terms", "won"]}})
    assert found(held, "won") == {("clauses", "target:T1", "value"), ("personas", "p", "field.goal"), ("contents", "c", "")}


def test_a_record_with_several_uses_is_told_once() -> None:
    held = snapshot(terms=TERMS | {"x": {"name": "質", "agreed": "リード", "test": "リード"}})
    assert [u for u in uses(held, "lead") if u.id == "x"] == [uses(held, "lead")[-1]]
