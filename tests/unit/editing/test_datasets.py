"""Imported data in the document: what a blob of rows is, never the rows."""

from __future__ import annotations

from fusenapp.document import Document
from fusenapp.editing import datasets
from tests.unit.editing.people import b2b, refused

FIELDS = {"purpose": "leads", "name": "一覧", "source": "leads.xlsx", "rows": 2, "blob": "abc",
          "columns": [{"name": n, "type": "text", "unit": None, "missing": 0} for n in ("会社名", "登録日")], "meanings": {"company": "会社名"}}


def _put(document: Document, **more: object) -> str:
    return datasets.put_dataset(document, FIELDS | more)


def test_an_import_is_recorded_with_its_time_in_the_order_of_arrival() -> None:
    document = b2b()
    first, second = _put(document), _put(document, name="次")
    found = document.snapshot().all("datasets")
    assert [r["id"] for r in found] == [first, second]
    assert (found[0]["imported_at"][:2], document.undo_label) == ("20", "取り込み")


def test_a_refresh_keeps_the_place_and_undo_brings_the_former_rows_back() -> None:
    document = b2b()
    id = _put(document)
    _put(document, name="次")
    assert datasets.put_dataset(document, FIELDS | {"blob": "def", "rows": 3}, id) == id
    assert [(r["id"] == id, r["blob"]) for r in document.snapshot().all("datasets")] == [(True, "def"), (False, "abc")]
    document.undo()
    assert document.snapshot().value("datasets", id, "blob") == "abc"


def test_a_purpose_that_there_is_not_is_refused() -> None:
    document = b2b()
    with refused(document, "unknown-purpose"):
        _put(document, purpose="orders")


def test_the_meaning_of_a_column_is_one_that_we_know_on_a_column_that_is_there() -> None:
    document = b2b()
    id = _put(document)
    datasets.set_meanings(document, id, {"company": "会社名", "registered": "登録日", "route": ""})
    assert document.snapshot().value("datasets", id, "meanings") == {"company": "会社名", "registered": "登録日"}
    with refused(document, "no-such-column"):
        datasets.set_meanings(document, id, {"registered": "受付日"})
    with refused(document, "bad-value"):
        datasets.set_meanings(document, id, {"birthday": "登録日"})
    with refused(document, "unknown-record"):
        datasets.set_meanings(document, "x", {})


def test_imported_data_is_renamed_and_taken_out() -> None:
    document = b2b()
    id = _put(document)
    datasets.rename_dataset(document, id, "4月")
    datasets.delete_dataset(document, id)
    assert (document.snapshot().all("datasets"), document.undo_label) == ([], "取り込んだデータの削除")
    document.undo()
    assert document.snapshot().value("datasets", id, "name") == "4月"
    for change in (lambda: datasets.rename_dataset(document, "x", "y"), lambda: datasets.delete_dataset(document, "x")):
        with refused(document, "unknown-record"):
            change()
