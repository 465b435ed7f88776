"""Older documents become newer ones, the same way on every copy (D60 to D64)."""

from __future__ import annotations

from pathlib import Path

import pytest
from pycrdt import Doc, Map

from fusenapp.document import Edit, migrations
from fusenapp.document.merge import three_way
from fusenapp.document.migrations import MIGRATIONS, Migration
from fusenapp.domain.schema import SCHEMA_VERSION
from fusenapp.errors import InputError
from tests.unit.document.people import note, person


def _colours_from_one(edit: Edit) -> None:
    for record in edit.all("notes"):
        edit.set("notes", record["id"], colour=record["colour"] + 10 if record["colour"] < 10 else record["colour"])


RECOLOUR = Migration("2026-recolour", _colours_from_one)


def _before(*colours: int) -> bytes:
    document = person().document
    for number, colour in enumerate(colours):
        note(document, f"n{number}", colour=colour)
    return document.state()


@pytest.fixture
def recolour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (RECOLOUR,))


def test_a_migration_that_was_never_run_on_a_kept_document_fails_here(files: Path) -> None:
    for migration in MIGRATIONS:
        kept = files / "document" / f"{migration.name}.bin"
        assert kept.exists(), f"keep a document from before {migration.name} as {kept}"
        before = Doc()
        before.apply_update(kept.read_bytes())
        document = person(state=kept.read_bytes()).document
        assert document.state() != kept.read_bytes(), migration.name


def test_the_kept_document_of_each_released_version_still_opens(files: Path) -> None:
    kept = sorted((files / "document").glob("schema-*.bin"))
    assert f"schema-{SCHEMA_VERSION[0]}.{SCHEMA_VERSION[1]}.bin" in [path.name for path in kept]
    for path in kept:
        document = person(state=path.read_bytes()).document
        record = document.get("notes", "kept-note") or {}
        assert (record["text"], record["tags"], record["votes.佐藤"]) == ("価格が不安 😀", ["価格", {"a": 1, "b": [2.5]}], 1)
        assert (document.get("terms", "kept-term") or {})["wording.marketing"] == "資料請求した人"
        assert document.get("notes", "deleted-note") is None
        assert document.everything()["notes"]["deleted-note"]["text"] == "消した付箋"


@pytest.mark.usefixtures("recolour")
def test_a_migration_runs_on_loading_and_only_once() -> None:
    document = person(state=_before_migrations(1, 2)).document
    assert [record["colour"] for record in document.snapshot().all("notes")] == [11, 12]
    again = person(state=document.state())
    assert again.updates == []
    assert [record["colour"] for record in again.document.snapshot().all("notes")] == [11, 12]


@pytest.mark.usefixtures("recolour")
def test_its_update_reaches_the_journal_though_nobody_listened_while_loading() -> None:
    old = _before_migrations(1)
    someone = person(state=old)
    assert [update.origin for update in someone.updates] == ["migration"]
    assert someone.document.undo_label is None
    journal = Doc()
    journal.apply_update(old)
    journal.apply_update(someone.updates[0].data)
    assert person(state=journal.get_update()).document.snapshot().value("notes", "n0", "colour") == 11


@pytest.mark.usefixtures("recolour")
def test_two_copies_that_both_migrated_merge_without_a_question() -> None:
    old = _before_migrations(1, 2)
    a, b = person(state=old).document, person("鈴木", state=old).document
    with a.edit("apart") as edit:
        edit.set("notes", "n0", lane="l1")
    merged = three_way(None, a.state(), b.state())
    assert [found.field for found in merged.both_changed if found.field == "colour"] == []
    snapshot = person(state=merged.state).document.snapshot()
    assert [record["colour"] for record in snapshot.all("notes")] == [11, 12]
    assert three_way(old, a.state(), b.state()).both_changed == []


@pytest.mark.usefixtures("recolour")
def test_a_new_document_needs_no_migration() -> None:
    document = person().document
    note(document, colour=3)
    copy = person(state=document.state())
    assert copy.updates == []
    assert (copy.document.get("notes", "n1") or {})["colour"] == 3


@pytest.mark.parametrize(("major", "refused"), [(SCHEMA_VERSION[0] + 1, True), (SCHEMA_VERSION[0], False), ("?", False)])
def test_a_newer_major_version_is_refused_with_its_number(major: object, refused: bool) -> None:
    doc: Doc[Map[object]] = Doc()
    doc.get("meta", type=Map)["major"] = major
    doc.get("meta", type=Map)["minor"] = 7
    if not refused:
        person(state=doc.get_update())
        return
    with pytest.raises(InputError, match="newer-version") as caught:
        person(state=doc.get_update())
    assert caught.value.parameters == {"version": f"{major}.7"}


def _before_migrations(*colours: int) -> bytes:
    """A document as it was before any migration of these tests: without their marks."""
    doc: Doc[Map[object]] = Doc()
    doc.apply_update(_before(*colours))
    meta = doc.get("meta", type=Map)
    for name in list(meta.keys()):
        if name.startswith("migration."):
            del meta[name]
    return doc.get_update()
