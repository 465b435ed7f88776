"""Links between a note and what it is about."""

from fusenapp.document import Author, Document
from fusenapp.editing import links, notes, templates
from fusenapp.editing.notes import NewNote, Place


def document_with_note() -> tuple[Document, links.End]:
    document = Document(Author("佐倉", "marketing"))
    templates.build(document, "b2b", "テスト")
    return document, ("notes", notes.add_note(document, NewNote(Place("journey"), "連携が不安")))


def test_a_link_is_read_from_both_ends_and_made_once():
    document, note = document_with_note()
    person = ("personas", "personas-selector")
    assert links.link(document, note, person) == links.link(document, person, note)
    assert links.linked_with(document.snapshot(), note) == [person]
    assert links.linked_with(document.snapshot(), person) == [note]


def test_a_link_to_something_deleted_is_not_shown():
    document, note = document_with_note()
    links.link(document, note, ("personas", "personas-selector"))
    with document.edit("消す") as edit:
        edit.delete("personas", "personas-selector")
    assert links.linked_with(document.snapshot(), note) == []


def test_toggling_takes_the_link_away_again():
    document, note = document_with_note()
    assert links.toggle(document, note, ("personas", "personas-selector")) is True
    assert links.toggle(document, note, ("personas", "personas-selector")) is False
    assert links.linked_with(document.snapshot(), note) == []
