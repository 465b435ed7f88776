"""Answers of blind labelling: whose they are, who sees them, and that no copy of the file loses one."""

from __future__ import annotations

import pytest

from fusenapp.document import Author, Document
from fusenapp.document.merge import three_way
from fusenapp.domain import labelling
from fusenapp.domain.labelling import HOT, NOT, UNSURE, Drawn, Fact
from fusenapp.editing import labelling as verbs
from tests.unit.editing.people import b2b, refused

MARKETING, SALES = Author("佐伯 遥", "marketing"), Author("田中 健", "field-sales")
FACTS = (Fact("会社名"), Fact("従業員数", "integer", "名"), Fact("営業の受領", shown=False))


def leads(count: int = 20) -> list[Drawn]:
    return [Drawn(str(at), f"{at}社", f"leads.xlsx › 表 › {at + 2}", "match", (f"{at}社", at * 10, "受領")) for at in range(count)]


def begin(document: Document, departments=("marketing", "field-sales")) -> str:
    return verbs.start(document, "秋の判定", "hot-lead", "leads", departments, FACTS, leads(), "7")


def read(document: Document, id: str) -> labelling.Labelling:
    found = labelling.labelling(document.snapshot(), id)
    assert found is not None
    return found


def sheets(document: Document, id: str) -> list[labelling.Sheet]:
    return labelling.every_sheet(document.snapshot(), id)


def answer_all(document: Document, id: str, author: Author, given: str = HOT, keys=range(20)) -> None:
    document.author = author
    for key in keys:
        verbs.answer(document, id, str(key), given)


@pytest.fixture
def document() -> Document:
    return b2b()


def test_the_leads_are_kept_as_they_were_drawn(document: Document) -> None:
    found = read(document, begin(document))
    assert found.leads == tuple(leads())
    assert [(fact.name, held) for fact, held in found.shown(found.leads[3])] == [("会社名", "3社"), ("従業員数", 30)]
    assert (found.departments, found.seed, found.closed) == (("marketing", "field-sales"), "7", None)


def test_two_to_six_departments_and_twenty_to_fifty_leads(document: Document) -> None:
    for departments, code in ((["marketing"], "labelling-departments"), (["marketing", "marketing"], "labelling-departments"),
                              (["marketing", "nobody"], "unknown-record")):
        with refused(document, code):
            begin(document, departments)
    for count in (19, 51):
        with refused(document, "labelling-size"):
            verbs.start(document, "", "hot-lead", "leads", ["marketing", "field-sales"], FACTS, leads(count))
    with refused(document, "unknown-definition"):
        verbs.start(document, "", "cold-lead", "leads", ["marketing", "field-sales"], FACTS, leads())


def test_an_answer_is_changed_and_taken_back_and_undone(document: Document) -> None:
    id = begin(document)
    verbs.answer(document, id, "0", HOT)
    verbs.answer(document, id, "0", UNSURE)
    assert sheets(document, id)[0].answers == {"0": UNSURE}
    document.undo()
    assert sheets(document, id)[0].answers == {"0": HOT}
    verbs.answer(document, id, "0", "")
    assert sheets(document, id)[0].answers == {}


def test_reasons_are_words_and_decisive_columns(document: Document) -> None:
    id = begin(document)
    verbs.comment(document, id, "4", "小さすぎる")
    verbs.mark(document, id, "4", ["従業員数"])
    assert (sheets(document, id)[0].comments, sheets(document, id)[0].because) == ({"4": "小さすぎる"}, {"4": ("従業員数",)})
    assert len(sheets(document, id)) == 1


def test_nobody_sees_the_answers_of_others_before_the_result_is_open(document: Document) -> None:
    id = begin(document)
    answer_all(document, id, MARKETING)
    answer_all(document, id, SALES, NOT)
    seen = labelling.visible_sheets(document.snapshot(), read(document, id), "marketing", "佐伯 遥")
    assert [(s.department, s.person) for s in seen] == [("marketing", "佐伯 遥")]
    colleague = labelling.visible_sheets(document.snapshot(), read(document, id), "marketing", "別の人")
    assert colleague == []
    verbs.close(document, id)
    assert len(labelling.visible_sheets(document.snapshot(), read(document, id), "marketing", "別の人")) == 2


def test_an_open_result_takes_no_more_answers(document: Document) -> None:
    id = begin(document)
    verbs.close(document, id)
    for attempt in (lambda: verbs.answer(document, id, "0", HOT), lambda: verbs.comment(document, id, "0", "やはり"),
                    lambda: verbs.mark(document, id, "0", ["従業員数"])):
        with refused(document, "labelling-closed"):
            attempt()


def test_only_departments_that_are_asked_answer_and_only_what_is_asked(document: Document) -> None:
    id = begin(document)
    with refused(document, "labelling-answer"):
        verbs.answer(document, id, "0", "maybe")
    with refused(document, "unknown-record"):
        verbs.answer(document, id, "99", HOT)
    document.author = Author("誰か", "inside-sales")
    with refused(document, "labelling-not-asked"):
        verbs.answer(document, id, "0", HOT)


def test_a_department_has_finished_when_each_lead_has_an_answer_of_somebody(document: Document) -> None:
    id = begin(document)
    answer_all(document, id, MARKETING, keys=range(12))
    answer_all(document, id, Author("井上", "marketing"), keys=range(10, 20))
    assert labelling.answered(read(document, id), sheets(document, id)) == {"marketing": 20, "field-sales": 0}
    assert not labelling.finished(read(document, id), sheets(document, id))
    answer_all(document, id, SALES)
    assert labelling.finished(read(document, id), sheets(document, id))
    assert {s.person for s in labelling.unfinished_people(read(document, id), sheets(document, id))} == {"佐伯 遥", "井上"}


def test_the_majority_speaks_for_a_department_and_a_tie_is_unsure(document: Document) -> None:
    id = begin(document)
    for person, given in (("A", HOT), ("B", NOT), ("C", UNSURE), ("D", HOT)):
        document.author = Author(person, "marketing")
        verbs.answer(document, id, "0", given)
        verbs.answer(document, id, "1", HOT if given == HOT and person == "A" else NOT if given == NOT else UNSURE)
    said = labelling.said_by(sheets(document, id), "marketing")
    assert (said["0"].answer, said["0"].votes, said["0"].split) == (HOT, {HOT: 2, NOT: 1, UNSURE: 1}, True)
    assert said["1"].answer == UNSURE
    assert "2" not in said


def test_two_copies_that_were_labelled_apart_meet_without_losing_an_answer(document: Document) -> None:
    id = begin(document)
    answer_all(document, id, SALES, UNSURE, keys=[0])
    base = document.state()
    ours, theirs = (Document(MARKETING), Document(SALES))
    for copy, author, given in ((ours, MARKETING, HOT), (theirs, SALES, NOT)):
        copy.load(base)
        answer_all(copy, id, author, given, keys=range(1, 20))
        verbs.comment(copy, id, "5", f"{author.person}の理由")
    joined = Document(MARKETING)
    joined.load(three_way(base, ours.state(), theirs.state()).state)
    by = {s.department: s for s in sheets(joined, id)}
    assert by["marketing"].answers == {str(key): HOT for key in range(1, 20)}
    assert by["field-sales"].answers == {"0": UNSURE} | {str(key): NOT for key in range(1, 20)}
    assert (by["marketing"].comments["5"], by["field-sales"].comments["5"]) == ("佐伯 遥の理由", "田中 健の理由")


def test_one_person_who_began_in_two_copies_keeps_both_sheets(document: Document) -> None:
    id = begin(document)
    base = document.state()
    copies = [Document(MARKETING), Document(MARKETING)]
    for copy, keys in zip(copies, (range(15), range(15, 20)), strict=True):
        copy.load(base)
        answer_all(copy, id, MARKETING, keys=keys)
    joined = Document(MARKETING)
    joined.load(three_way(base, copies[0].state(), copies[1].state()).state)
    assert sorted(len(s.answers) for s in sheets(joined, id)) == [5, 15]
    assert labelling.answered(read(joined, id), sheets(joined, id))["marketing"] == 20
    mine = labelling.own_sheet(joined.snapshot(), id, "marketing", "佐伯 遥")
    assert mine is not None
    assert len(mine.answers) == 15


def test_one_answer_that_a_person_changed_in_two_copies_is_listed_with_both_values(document: Document) -> None:
    id = begin(document)
    answer_all(document, id, MARKETING, UNSURE, keys=[0])
    base = document.state()
    copies = [Document(MARKETING), Document(MARKETING)]
    for copy, given in zip(copies, (HOT, NOT), strict=True):
        copy.load(base)
        answer_all(copy, id, MARKETING, given, keys=[0])
    merged = three_way(base, copies[0].state(), copies[1].state())
    (both,) = merged.both_changed
    assert (both.kind, both.field, {both.a, both.b}) == ("label_sheets", "answer.0", {HOT, NOT})


def test_a_filled_in_sheet_is_one_step_and_all_or_nothing(document: Document) -> None:
    id = begin(document)
    verbs.fill(document, id, {"0": (HOT, ""), "1": ("", "迷う"), "2": (NOT, "遠い")})
    sheet = sheets(document, id)[0]
    assert (sheet.answers, sheet.comments) == ({"0": HOT, "2": NOT}, {"1": "迷う", "2": "遠い"})
    with refused(document, "labelling-answer"):
        verbs.fill(document, id, {"3": (HOT, ""), "4": ("maybe", "")})
    document.undo()
    assert sheets(document, id) == []


def test_a_labelling_is_renamed_deleted_and_brought_back_with_its_answers(document: Document) -> None:
    id = begin(document)
    answer_all(document, id, MARKETING, keys=range(3))
    verbs.rename(document, id, "冬の判定")
    assert read(document, id).name == "冬の判定"
    verbs.delete(document, id)
    assert labelling.labellings(document.snapshot()) == []
    document.undo()
    assert len(sheets(document, id)[0].answers) == 3
