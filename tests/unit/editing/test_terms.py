"""The glossary: each department's wording, the agreed one, the test in figures."""

from __future__ import annotations

from fusenapp.document import Document
from fusenapp.editing import terms
from tests.unit.editing.people import b2b, refused


def _names(document: Document) -> list[str]:
    return [t["name"] for t in document.snapshot().all("terms")]


def test_a_new_term_stands_last_and_moves_where_it_is_put() -> None:
    document = b2b()
    id = terms.add_term(document, "有効商談", "Qualified opportunity")
    assert (_names(document)[-1], document.undo_label) == ("有効商談", "用語の追加")
    first, second = (t["id"] for t in document.snapshot().all("terms")[:2])
    terms.move_term(document, id, first, second)
    assert _names(document)[:3] == ["リード", "有効商談", "質リード"]
    terms.move_term(document, id, None, first)
    assert _names(document)[0] == "有効商談"


def test_departments_write_beside_each_other_and_one_wording_is_adopted() -> None:
    document = b2b()
    terms.write_wording(document, "term-opportunity", "marketing", "製品を紹介する場")
    terms.write_wording(document, "term-opportunity", "field-sales", "条件を交渉する場")
    terms.adopt_wording(document, "term-opportunity", "field-sales")
    record = document.get("terms", "term-opportunity")
    assert record is not None
    assert (record["agreed"], record["wording.marketing"], document.undo_label) == ("条件を交渉する場", "製品を紹介する場", "部門の言い方の採用")


def test_the_agreed_wording_and_the_test_are_written_apart() -> None:
    document = b2b()
    terms.write_agreed(document, "term-lead", "連絡先が分かる一人")
    terms.write_test(document, "term-lead", "メールアドレスがある")
    terms.rename_term(document, "term-lead", english="Contact")
    record = document.get("terms", "term-lead")
    assert record is not None
    assert (record["name"], record["english"], record["agreed"], record["test"]) == ("リード", "Contact", "連絡先が分かる一人", "メールアドレスがある")


def test_a_deleted_term_comes_back_where_it_was() -> None:
    document = b2b()
    before = _names(document)
    terms.delete_term(document, "term-mql")
    assert "MQL" not in _names(document)
    document.undo()
    assert _names(document) == before


def test_what_is_not_there_is_refused() -> None:
    document = b2b()
    for change in (
        lambda: terms.rename_term(document, "x", name="y"), lambda: terms.write_agreed(document, "x", "y"), lambda: terms.write_test(document, "x", "y"),
        lambda: terms.write_wording(document, "x", "marketing", "y"), lambda: terms.write_wording(document, "term-lead", "finance", "y"),
        lambda: terms.adopt_wording(document, "x", "marketing"), lambda: terms.move_term(document, "x", None, None), lambda: terms.delete_term(document, "x"),
    ):
        with refused(document, "unknown-record"):
            change()
