"""What goes into a record comes out of it: storage, values, copies (D1 to D15)."""

from __future__ import annotations

import json

import pytest

from fusenapp.document import Author, Document
from fusenapp.domain.schema import KINDS
from fusenapp.errors import InputError, InternalFault
from tests.unit.document.people import note, person

SAMPLES = {
    "string": "従業員数", "text": "課長が情報を集める 😀", "number": 42, "flag": True, "ref": "n1", "order": "a0",
    "json": ["x", {"b": 2, "a": [1, 2.5, None, True]}],
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_survives_a_copy(kind: str) -> None:
    declared = {**KINDS[kind].fields, **{f"{name}.alice": found for name, found in KINDS[kind].families.items()}}
    fields = {name: SAMPLES[found.type] for name, found in declared.items()}
    a = person().document
    with a.edit("add") as edit:
        edit.create(kind, fields, "one")
    copy = person(state=a.state()).document
    for document in (a, copy):
        record = document.get(kind, "one")
        assert record is not None
        assert {name: record[name] for name in fields} == fields
        assert record["id"] == "one"


def test_whole_numbers_come_back_as_int() -> None:
    document = person().document
    note(document, colour=3, x=3.0, y=-0.0, width=2.5, tags=[1, {"n": 7.0}])
    record = document.get("notes", "n1")
    assert record is not None
    assert [type(record[name]) for name in ("colour", "x", "y", "width")] == [int, int, int, float]
    assert json.dumps(record["tags"]) == '[1, {"n": 7}]'


def test_a_record_has_its_declared_texts_from_the_start() -> None:
    document = person().document
    with document.edit("add") as edit:
        edit.create("terms", {"name": "リード"}, "t1")
    record = document.get("terms", "t1")
    assert record is not None
    assert (record["agreed"], record["test"]) == ("", "")


def test_an_empty_text_of_a_family_reads_as_never_written() -> None:
    document = person().document
    with document.edit("add") as edit:
        edit.create("terms", {"name": "リード"}, "t1")
    with document.edit("word") as edit:
        edit.write("terms", "t1", "wording.marketing", "見込み客")
    with document.edit("clear") as edit:
        edit.write("terms", "t1", "wording.marketing", "")
    assert "wording.marketing" not in (document.get("terms", "t1") or {})


@pytest.mark.parametrize("value", [2**53, -(2**63), float("nan"), float("inf")])
def test_numbers_that_cannot_be_kept_are_refused(value: float) -> None:
    document = person().document
    note(document)
    for field, given in (("x", value), ("tags", [value])):
        with pytest.raises(InputError, match="bad-number"), document.edit("set") as edit:
            edit.set_field("notes", "n1", field, given)
    assert document.undo_label == "付箋の追加"


def test_lone_surrogates_are_replaced_and_pairs_joined() -> None:
    document = person().document
    note(document, text="a\ud800b \ud83d\ude00", author="\udfff", tags=["\ud800", {"\ud800": 1}])
    record = document.get("notes", "n1")
    assert record is not None
    assert (record["text"], record["author"], record["tags"]) == ("a\ufffdb 😀", "\ufffd", ["\ufffd", {"\ufffd": 1}])


@pytest.mark.parametrize(("kind", "field", "value", "code"), [
    ("notes", "colr", 1, "no-such-field"),
    ("notes", "vote.alice", 1, "no-such-field"),
    ("notes", "modified", ["x"], "no-such-field"),
    ("notes", "colour", "red", "wrong-type"),
    ("notes", "colour", True, "wrong-type"),
    ("notes", "author", 1, "wrong-type"),
    ("notes", "tags", {1: 2}, "wrong-type"),
    ("notes", "tags", b"x", "wrong-type"),
    ("lanes", "folded", 1, "wrong-type"),
])
def test_names_and_types_that_the_schema_does_not_have_are_bugs(kind: str, field: str, value: object, code: str) -> None:
    document = person().document
    note(document)
    with document.edit("add") as edit:
        edit.create("lanes", {}, "n1")
    with pytest.raises(InternalFault, match=code), document.edit("set") as edit:
        edit.set_field(kind, "n1", field, value)


def test_an_unknown_kind_is_a_bug() -> None:
    document = person().document
    with pytest.raises(InternalFault, match="unknown-kind"), document.edit("add") as edit:
        edit.create("nots", {})


def test_values_nest_no_deeper_than_the_engine_survives() -> None:
    deep: list[object] = []
    for _ in range(40):
        deep = [deep]
    document = person().document
    with pytest.raises(InternalFault, match="nested-too-deep"):
        note(document, tags=deep)


def test_null_is_a_value_and_is_not_the_same_as_never_written() -> None:
    document = person().document
    note(document, x=1)
    with document.edit("clear") as edit:
        edit.set("notes", "n1", x=None)
    record = document.get("notes", "n1")
    assert record is not None
    assert record["x"] is None
    assert "y" not in record


def test_each_session_writes_under_a_number_of_its_own() -> None:
    a = person().document
    note(a)
    b, c = person(state=a.state()).document, person(state=a.state()).document
    note(b, "n2")
    note(c, "n3")
    b.apply(c.state(), "remote")
    assert set(b.snapshot().records["notes"]) == {"n1", "n2", "n3"}


def test_who_and_when_ride_in_every_record_that_an_edit_touches() -> None:
    a = person("佐藤", "marketing").document
    note(a)
    note(a, "n2")
    before = a.get("notes", "n2")
    b = person("鈴木", "field-sales", a.state()).document
    with b.edit("colour") as edit:
        edit.set("notes", "n1", colour=5)
    record = b.get("notes", "n1")
    assert record is not None
    assert record["modified"] == ["鈴木", "field-sales", "2026-04-01T09:00:00.000+00:00"]
    assert b.get("notes", "n2") == before


def test_loading_is_for_an_empty_document() -> None:
    a = person().document
    note(a)
    with pytest.raises(InternalFault, match="not-empty"):
        a.load(a.state())


@pytest.mark.parametrize("check", [False, True])
@pytest.mark.parametrize("data", [b"", b"\xff\xff\xff", b"SQLite format 3\x00", b"\x01\x01"])
def test_a_state_that_is_none_is_refused_and_the_document_goes_on(data: bytes, check: bool) -> None:
    document = Document(Author("佐藤"))
    with pytest.raises(InputError, match="bad-update"):
        document.load(data, check=check)
    note(document)
    assert document.get("notes", "n1")
