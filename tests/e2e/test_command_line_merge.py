"""Two copies of a workspace that were edited apart, joined by ``merge``: nothing is dropped, either order gives the same."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from fusenapp.document import Author
from fusenapp.domain import agreement
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import notes, personas, terms
from fusenapp.editing.notes import NewNote, Place
from fusenapp.workspace import Workspace
from tests.e2e.command import TARGET, Answer, digest, done, fusen, refused, write_json


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """Two files of one workspace."""
    a, b = tmp_path / "a.fusen", tmp_path / "b.fusen"
    done("new", a, "--name", "受発注クラウド")
    shutil.copy(a, b)
    return a, b


def _by(person: str, path: Path) -> Workspace:
    return Workspace.open(path, Author(person, "marketing"))


def _write_term(person: str, path: Path, text: str) -> None:
    with _by(person, path) as space:
        terms.rename_term(space.document, "term-lead", name=text)


def _snapshot(path: Path) -> Snapshot:
    with _by("reader", path) as space:
        return space.document.snapshot()


def _contents(path: Path) -> dict[agreement.Item, Any]:
    snapshot = _snapshot(path)
    return {item: agreement.content(snapshot, item) for item in agreement.items(snapshot)}


def test_what_each_side_did_is_all_there(copies: tuple[Path, Path], tmp_path: Path) -> None:
    a, b = copies
    with _by("佐伯", a) as space:
        notes.add_notes(space.document, [NewNote(Place("journey", "journey-use", "journey-actions"), "使い続ける")])
        personas.write_field(space.document, "personas-selector", "goal", "残業をなくす")
    done("define", b, "target", write_json(tmp_path / "target.json", TARGET))
    before = digest(b)
    told = done("merge", a, b)
    assert (told["both_changed"], told["stamps_void"], told["removed"]) == ([], [], [])
    assert {"kind": "clauses", "id": "target:T2"} in told["added"]
    contents = _contents(a)
    assert [n["text"] for n in contents["journeys", "journey"]["notes"]] == ["使い続ける"]
    assert len(contents["definitions", "target"]["clauses"]) == 4
    assert digest(b) == before


def test_what_both_changed_is_listed_with_both_values(copies: tuple[Path, Path]) -> None:
    a, b = copies
    _write_term("佐伯", a, "見込み客")
    _write_term("三浦", b, "リード（名刺）")
    answer = fusen("merge", a, b)
    assert answer.status == 1, "it needs a look"
    found = answer.json["both_changed"]
    assert [(f["item"], f["field"], f["base"]) for f in found] == [("terms/term-lead", "name", "リード")]
    assert {(found[0]["a"], found[0]["a_author"]), (found[0]["b"], found[0]["b_author"])} == {("見込み客", "佐伯"), ("リード（名刺）", "三浦")}
    assert found[0]["kept"] in ("見込み客", "リード（名刺）")
    kept = _snapshot(a).all("conflicts")
    assert [{c["a"], c["b"]} for c in kept] == [{"見込み客", "リード（名刺）"}], "both values stay in the workspace"


@pytest.mark.parametrize("edits", [
    ("name", "name"), ("name", "delete"), ("note", "note"), ("stamp", "name"), ("define", "define")], ids="-".join)
def test_either_order_gives_the_same_workspace(edits: tuple[str, str], copies: tuple[Path, Path], tmp_path: Path) -> None:
    a, b = copies
    for side, edit, person in ((a, edits[0], "佐伯"), (b, edits[1], "三浦")):
        _edit(edit, side, person, tmp_path)
    ab, ba = tmp_path / "ab.fusen", tmp_path / "ba.fusen"
    there, back = fusen("merge", a, b, "-o", ab), fusen("merge", b, a, "-o", ba)
    assert there.status == back.status
    assert _kept(there) == _kept(back)
    assert _contents(ab) == _contents(ba)
    assert _stable(_snapshot(ab)) == _stable(_snapshot(ba))


def _edit(what: str, path: Path, person: str, folder: Path) -> None:
    if what == "stamp":
        done("stamp", path, "term-lead", "--department", "marketing", "--person", person)
    elif what == "define":
        rule = {**TARGET, "clauses": [{**TARGET["clauses"][1], "value": 50 if person == "佐伯" else 100}]}
        done("define", path, "target", write_json(folder / f"{person}.json", rule))
    else:
        with _by(person, path) as space:
            _EDITS[what](space.document, person)


_EDITS = {
    "name": lambda document, person: terms.rename_term(document, "term-lead", name=f"{person}のリード"),
    "delete": lambda document, person: terms.delete_term(document, "term-lead"),
    "note": lambda document, person: notes.add_notes(document, [NewNote(Place("journey", "journey-use", "journey-actions"), person)]),
}


def _kept(answer: Answer) -> list[tuple[str, str, Any]]:
    return sorted(((f["item"], f["field"], f["kept"]) for f in answer.json["both_changed"]), key=repr)


def _stable(snapshot: Snapshot) -> dict[str, Any]:
    return {kind: {id: dict(record) for id, record in held.items()} for kind, held in snapshot.records.items()}


def test_a_stamp_whose_content_changed_on_the_other_side_is_void(copies: tuple[Path, Path]) -> None:
    a, b = copies
    for department in ("marketing", "inside-sales", "field-sales"):
        done("stamp", a, "term-lead", "--department", department, "--person", "A")
    done("stamp", a, "term-won", "--department", "marketing", "--person", "A")
    _write_term("三浦", b, "見込み客")
    answer = fusen("merge", a, b)
    assert answer.status == 1
    assert sorted((s["item"], s["department"]) for s in answer.json["stamps_void"]) == [
        ("terms/term-lead", "field-sales"), ("terms/term-lead", "inside-sales"), ("terms/term-lead", "marketing")]
    states = {i["id"]: i["state"] for i in done("show", a)["items"]}
    assert (states["term-lead"], states["term-won"]) == ("reopened", "proposed")


def test_stamps_of_both_sides_on_the_same_content_make_an_agreement(copies: tuple[Path, Path]) -> None:
    a, b = copies
    done("stamp", a, "term-lead", "--department", "marketing", "--person", "A")
    for department in ("inside-sales", "field-sales"):
        done("stamp", b, "term-lead", "--department", department, "--person", "B", "--comment", "別の日に提案した")
    assert done("merge", a, b)["stamps_void"] == []
    assert next(i for i in done("show", a)["items"] if i["id"] == "term-lead")["state"] == "agreed"
    assert [r.number for r in agreement.revisions(_snapshot(a), ("terms", "term-lead"))] == [1], "what both proposed alike is one revision"


def test_the_result_can_go_into_a_third_file(copies: tuple[Path, Path], tmp_path: Path) -> None:
    a, b = copies
    _write_term("三浦", b, "見込み客")
    before = digest(a), digest(b)
    done("merge", a, b, "-o", tmp_path / "c.fusen")
    assert (digest(a), digest(b)) == before
    assert _snapshot(tmp_path / "c.fusen").value("terms", "term-lead", "name") == "見込み客"
    assert refused("merge", a, b, "-o", tmp_path / "c.fusen")["code"] == "already-exists"


def test_merging_again_brings_nothing_new(copies: tuple[Path, Path]) -> None:
    a, b = copies
    _write_term("三浦", b, "見込み客")
    done("merge", a, b)
    again = done("merge", a, b)
    assert (again["added"], again["changed"], again["removed"], again["transactions"]) == ([], [], [], 0)


def test_workspaces_that_have_nothing_in_common_are_refused(copies: tuple[Path, Path], tmp_path: Path) -> None:
    a, _ = copies
    other = tmp_path / "other.fusen"
    done("new", other)
    before = digest(a), digest(other)
    assert refused("merge", a, other)["code"] == "unrelated-workspaces"
    assert refused("merge", a, other, "-o", tmp_path / "c.fusen")["code"] == "unrelated-workspaces"
    assert refused("merge", a, tmp_path / "away.fusen")["code"] == "not-found"
    assert refused("merge", tmp_path / "away.fusen", a, "-o", tmp_path / "c.fusen")["code"] == "not-found"
    assert (digest(a), digest(other)) == before
    assert not (tmp_path / "c.fusen").exists()
