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


def test_fields_of_one_persona_are_linked_each_for_itself():
    document, note = document_with_note()
    person = ("personas", "personas-selector")
    links.link(document, note, person, field="concerns")
    links.link(document, note, person, field="issues")
    assert sorted(links.linked_fields(document.snapshot(), note)) == [(person, "concerns"), (person, "issues")]
    assert links.linked_with(document.snapshot(), note) == [person]
    links.unlink(document, note, person, field="concerns")
    assert links.linked_fields(document.snapshot(), note) == [(person, "issues")]


def test_several_notes_are_linked_or_freed_together_in_one_step():
    document, one = document_with_note()
    other = ("notes", notes.add_note(document, NewNote(Place("journey"), "二枚目")))
    person = ("personas", "personas-selector")
    links.link(document, one, person)
    assert links.toggle_all(document, [one, other], person) is True
    assert len(links.linked_with(document.snapshot(), person)) == 2
    assert links.toggle_all(document, [one, other], person) is False
    assert links.linked_with(document.snapshot(), person) == []
    document.undo()
    assert len(links.linked_with(document.snapshot(), person)) == 2


def test_arrows_run_from_note_to_note_and_carry_words():
    document, one = document_with_note()
    others = [notes.add_note(document, NewNote(Place("journey"), text)) for text in ("二", "三")]
    made = links.connect(document, [one[1], *others])
    assert len(made) == 2
    links.name_arrow(document, made[0], "稟議書")
    assert (document.get("links", made[0]) or {})["label"] == "稟議書"
    links.remove_arrow(document, made[1])
    assert [link["id"] for link in document.snapshot().all("links")] == [made[0]]
