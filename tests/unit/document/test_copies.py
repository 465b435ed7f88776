"""Taking in updates of others: gaps, damage, hostility, panics (D70 to D79)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping

import pytest
from pycrdt import Array, Doc, Map, Text

from fusenapp.document.engine import Broken, Engine
from fusenapp.document.updates import clocks, reach
from fusenapp.document.values import DEEPEST
from fusenapp.errors import InputError, InternalFault
from tests.unit.document.people import Person, note, person, sync


def _typed(author: Person, *texts: str) -> None:
    for text in texts:
        with author.document.edit("typing") as edit:
            edit.write("notes", "n1", "text", text)


def test_a_missing_forerunner_is_a_gap_until_the_difference_is_fetched() -> None:
    a, b = person(), person("鈴木")
    note(a.document)
    _typed(a, "価格 😀", "価格 😀😀")
    first, second, third = (update.data for update in a.updates)
    b.document.apply(first, "remote")
    b.document.apply(third, "remote")
    assert b.document.has_gap
    assert (b.document.get("notes", "n1") or {})["text"] == "価格が不安"
    b.document.apply(a.document.difference(b.document.state_vector()), "remote")
    assert not b.document.has_gap
    assert b.document.snapshot().records["notes"] == a.document.snapshot().records["notes"]
    assert second


def test_a_gap_also_closes_when_the_late_update_arrives() -> None:
    a, b = person(), person("鈴木")
    note(a.document)
    _typed(a, "x", "xy")
    for number in (2, 1):
        b.document.apply(a.updates[number].data, "remote")
        assert b.document.has_gap
    b.document.apply(a.updates[0].data, "remote")
    assert not b.document.has_gap
    assert (b.document.get("notes", "n1") or {})["text"] == "xy"


def _number(value: int) -> bytes:
    groups = [value >> shift & 127 for shift in range(0, max(value.bit_length(), 1), 7)]
    return bytes(group | 128 for group in groups[:-1]) + bytes(groups[-1:])


def test_where_blocks_overlap_the_engine_goes_back_and_so_does_what_is_awaited() -> None:
    """The engine writes the gap between them as −1 in 32 bits; taken as it stands, the copy would wait for it for ever."""
    two_values = bytes([8, 1, 1]) + b"x" + bytes([2, 126, 126])
    back_by_one = bytes([10]) + _number(2**32 - 1)
    update = bytes([1, 3, 7, 0]) + two_values + back_by_one + two_values + bytes([0])
    assert reach(update) == {7: 3}


def test_a_deletion_in_a_text_whose_letters_are_missing_is_a_gap() -> None:
    a, b = person(), person("鈴木")
    note(a.document)
    _typed(a, "")
    b.document.apply(a.updates[1].data, "remote")
    assert b.document.has_gap


def test_what_waits_for_a_gap_to_close_is_not_stored_and_can_be_fetched_again() -> None:
    a, b = person(), person("鈴木")
    note(a.document)
    _typed(a, "xy")
    b.document.apply(a.updates[1].data, "remote")
    assert b.updates == []
    c = person(state=b.document.state()).document
    c.apply(a.document.difference(c.state_vector()), "remote")
    assert (c.get("notes", "n1") or {})["text"] == "xy"


def test_a_copy_that_a_newer_fusen_migrated_is_refused() -> None:
    document = person().document
    note(document)
    doc: Doc[Map[object]] = Doc()
    doc.apply_update(document.state())
    doc.get("meta", type=Map)["major"] = 99
    with pytest.raises(InputError, match="newer-version"):
        document.apply(doc.get_update(), "remote")
    note(document, "n2")
    assert person(state=document.state()).document.get("notes", "n2")


def test_what_came_in_is_handed_on_for_the_journal_once() -> None:
    a, b = person(), person("鈴木")
    note(a.document)
    b.document.apply(a.document.state(), "remote")
    b.document.apply(a.document.state(), "remote")
    assert [update.origin for update in b.updates] == ["remote"]
    assert [changes.added for changes in b.changes] == [{("notes", "n1")}]
    c = person(state=b.updates[0].data).document
    assert c.get("notes", "n1") == a.document.get("notes", "n1")


def test_letters_of_two_people_both_stay() -> None:
    a = person().document
    note(a, text="課長が 😀 集める")
    b = person("鈴木", state=a.state()).document
    for document, text in ((a, "課長が資料を 😀 集める"), (b, "課長が 😀👍🏽 集めるのは月曜")):
        with document.edit("typing") as edit:
            edit.write("notes", "n1", "text", text)
    sync(a, b)
    assert (a.get("notes", "n1") or {})["text"] == (b.get("notes", "n1") or {})["text"] == "課長が資料を 😀👍🏽 集めるのは月曜"


@pytest.mark.parametrize("data", [b"", b"\x00", b"\x01\x01\x01", b"\x00\x00\x00", b"\xff" * 40, b"\x01\x01\x01\x00\x05\x01\x01a\x02{}\x00"])
def test_damaged_bytes_are_refused_and_nothing_changes(data: bytes) -> None:
    a = person()
    note(a.document)
    state = a.document.state()
    with pytest.raises(InputError, match="bad-update"):
        a.document.apply(data, "remote")
    assert a.document.state() == state
    note(a.document, "n2")


@pytest.mark.parametrize("data", [b"\xff", b"\x05\x01", b"\x01" + b"\xff" * 20])
def test_a_damaged_state_vector_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="bad-update"):
        person().document.difference(data)


def _update_of(*, value: object = None, shared: object = None) -> bytes:
    doc: Doc[Map[object]] = Doc()
    notes: Map[object] = doc.get("notes", type=Map)
    notes["n1"] = Map({"tags": value}) if shared is None else shared
    return doc.get_update()


def _nested(levels: int) -> bytes:
    """An update whose one value is a list in a list in a list: two bytes a level."""
    shallow = _update_of(value=[[]])
    return shallow.replace(b"u\x01u\x00", b"u\x01" * (levels - 1) + b"u\x00")


def test_values_nested_as_deep_as_we_write_them_are_taken_in() -> None:
    document = person().document
    document.apply(_nested(DEEPEST), "remote")
    assert document.get("notes", "n1")


@pytest.mark.parametrize("levels", [DEEPEST + 2, 100_000])
def test_deeper_values_would_kill_the_process_and_are_refused_before(levels: int) -> None:
    document = person().document
    with pytest.raises(InputError, match="nested too deep"):
        document.apply(_nested(levels), "remote")
    with pytest.raises(InputError, match="nested too deep"):
        document.load(_nested(levels), check=True)
    note(document)


def test_why_the_guard_is_there() -> None:
    """Without it the engine overflows the stack: a signal, not an exception. Watches for the day it need not be."""
    program = (
        "import sys; from pycrdt import Doc, Map; d = Doc(); d.get('notes', type=Map)['n1'] = Map({'tags': [[]]});"
        "u = d.get_update().replace(b'u\\x01u\\x00', b'u\\x01' * 400_000 + b'u\\x00'); Doc().apply_update(u)"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, timeout=60).returncode < 0


@pytest.mark.parametrize("shared", [
    Array([1]),
    Map({"inner": Map({"deeper": Map({})})}),
    Map({"list": Array([])}),
], ids=["list for a record", "map in a record", "list in a record"])
def test_types_that_fusen_never_writes_are_refused(shared: object) -> None:
    with pytest.raises(InputError, match="bad-update"):
        person().document.apply(_update_of(shared=shared), "remote")


def test_bytes_and_formats_are_refused() -> None:
    doc: Doc[Map[object]] = Doc()
    doc.get("notes", type=Map)["n1"] = Map({"text": Text("bold")})
    record = doc.get("notes", type=Map)["n1"]
    assert isinstance(record, Map)
    record["text"].format(0, 4, {"bold": True})
    for update in (_update_of(value=b"binary"), doc.get_update()):
        with pytest.raises(InputError, match="foreign contents"):
            person().document.apply(update, "remote")


def test_a_value_in_the_place_of_a_record_is_no_record() -> None:
    doc: Doc[Map[object]] = Doc()
    doc.get("notes", type=Map)["n1"] = "not a record"
    document = person().document
    document.apply(doc.get_update(), "remote")
    assert document.get("notes", "n1") is None
    assert person(state=doc.get_update()).document.get("notes", "n1") is None
    note(document)
    assert document.get("notes", "n1")


def test_fields_of_a_newer_minor_version_are_kept_and_read() -> None:
    doc: Doc[Map[object]] = Doc()
    doc.get("notes", type=Map)["n1"] = Map({"text": Text("x"), "mood": 5})
    doc.get("moods", type=Map)["m1"] = Map({"name": "glad"})
    document = person(state=doc.get_update()).document
    assert (document.get("notes", "n1") or {})["mood"] == 5
    with document.edit("text") as edit:
        edit.write("notes", "n1", "text", "xy")
    copy: Doc[Map[object]] = Doc()
    copy.apply_update(document.state())
    assert str(copy.get("moods", type=Map)) == '{"m1":{"name":"glad"}}'


def test_reach_counts_as_the_engine_does() -> None:
    a = person()
    note(a.document, text="価格 😀", tags=["x", 1, None, {"é": [True]}])
    _typed(a, "😀", "")
    with a.document.edit("delete") as edit:
        edit.delete("notes", "n1")
    assert reach(a.document.state()) == clocks(a.document.state_vector())


def _panics(engine: Engine) -> None:
    with pytest.raises(Broken), engine.transaction():
        engine.write("notes", "n1", {"colour": 2**63})


def test_what_the_engine_panics_over_is_told_as_broken() -> None:
    engine = Engine()
    _panics(engine)


class _Breaking(Engine):
    """An engine that panics for real at the next so many writes, and stops half way at the next so many updates."""

    writes = 0
    loads = 0
    updates_taken = 0

    def __init__(self, update: bytes | None = None, client: int | None = None) -> None:
        self.open = False
        super().__init__(update, client)
        self.open = True
        if update is not None and _Breaking.loads:
            _Breaking.loads -= 1
            raise Broken("half way")

    def write(self, kind: str, id: str, fields: Mapping[str, object]) -> None:
        if _Breaking.writes:
            _Breaking.writes -= 1
            super().write(kind, id, {"colour": 2**63})
        super().write(kind, id, fields)

    def apply(self, update: bytes) -> None:
        super().apply(update)
        if self.open and _Breaking.updates_taken:
            _Breaking.updates_taken -= 1
            raise Broken("half way")


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> type[_Breaking]:
    monkeypatch.setattr("fusenapp.document.document.Engine", _Breaking)
    monkeypatch.setattr(_Breaking, "writes", 0)
    monkeypatch.setattr(_Breaking, "loads", 0)
    monkeypatch.setattr(_Breaking, "updates_taken", 0)
    return _Breaking


def test_a_panic_drops_the_engine_and_the_gesture_is_written_to_a_fresh_one(breaking: type[_Breaking]) -> None:
    a = person()
    note(a.document)
    _typed(a, "二番目")
    breaking.writes = 1
    with a.document.edit("colour") as edit:
        edit.set("notes", "n1", colour=5)
    record = a.document.get("notes", "n1") or {}
    assert (record["text"], record["colour"]) == ("二番目", 5)
    assert [changes.origin for changes in a.changes] == ["local"] * 3
    a.document.undo()
    a.document.undo()
    assert (a.document.get("notes", "n1") or {})["text"] == "価格が不安"
    copy = person()
    for update in a.updates:
        copy.document.apply(update.data, "remote")
    assert not copy.document.has_gap
    assert copy.document.snapshot().records["notes"] == a.document.snapshot().records["notes"]


def test_a_gesture_that_panics_twice_is_given_up_and_the_rest_stays(breaking: type[_Breaking]) -> None:
    a = person()
    note(a.document)
    breaking.writes = 2
    with pytest.raises(InternalFault, match="engine-panic"), a.document.edit("colour") as edit:
        edit.set("notes", "n1", colour=5)
    assert (a.document.get("notes", "n1") or {})["colour"] == 1
    assert a.document.undo_label == "付箋の追加"
    note(a.document, "n2")


def test_an_update_that_stops_half_way_leaves_nothing_of_itself(breaking: type[_Breaking]) -> None:
    a, b = person(), person("鈴木")
    note(a.document)
    note(b.document, "n2")
    vector = a.document.state_vector()
    breaking.updates_taken = 2
    with pytest.raises(InputError, match="bad-update"):
        a.document.apply(b.document.state(), "remote")
    assert set(a.document.snapshot().records["notes"]) == {"n1"}
    assert a.document.state_vector() == vector
    a.document.apply(b.document.state(), "remote")
    assert set(a.document.snapshot().records["notes"]) == {"n1", "n2"}


def test_an_update_that_panics_only_over_what_waited_is_taken_in(breaking: type[_Breaking]) -> None:
    a, b = person(), person("鈴木")
    note(a.document)
    note(b.document, "n2")
    breaking.updates_taken = 1
    a.document.apply(b.document.state(), "remote")
    assert set(a.document.snapshot().records["notes"]) == {"n1", "n2"}


def test_where_memory_does_not_load_the_file_gives_the_state_back(breaking: type[_Breaking]) -> None:
    a = person()
    note(a.document)
    stored = a.document.state()
    a.document.reload = lambda: stored
    breaking.writes, breaking.loads = 1, 1  # the gesture, then loading from memory
    with a.document.edit("colour") as edit:
        edit.set("notes", "n1", colour=5)
    assert (a.document.get("notes", "n1") or {})["colour"] == 5


def test_an_open_gesture_goes_on_after_a_panic(breaking: type[_Breaking]) -> None:
    a, b = person(), person("鈴木")
    note(a.document)
    note(b.document, "n2")
    with a.document.edit("colour") as edit:
        edit.set("notes", "n1", colour=5)
        breaking.updates_taken = 2
        with pytest.raises(InputError):
            a.document.apply(b.document.state(), "remote")
        edit.set("notes", "n1", x=3)
    record = a.document.get("notes", "n1") or {}
    assert (record["colour"], record["x"]) == (5, 3)
