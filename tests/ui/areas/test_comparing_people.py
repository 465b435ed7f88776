"""突き合わせ of personas and journeys: the same rows and keys as for definitions, and a talk or a merger besides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from fusenapp.editing import journey_drafts, journeys, links, notes, persona_drafts, terms
from fusenapp.ui.comparing.model import DECISION, ITEM, LEFT, RIGHT
from fusenapp.ui.journey.area import JourneyArea

SELECTOR = "personas-selector"


@pytest.fixture
def differing(context) -> tuple[object, str]:
    """Both departments have drafts of the journey that word one note differently; field sales wants another place on a scale."""
    document = context.document
    for term in [t["id"] for t in document.snapshot().all("terms")]:
        for department in ("marketing", "inside-sales", "field-sales"):
            terms.write_wording(document, term, department, "")
    journey = document.snapshot().all("journeys")[0]["id"]
    note = next(n["id"] for n in document.snapshot().all("notes", parent=journey) if n.get("text") and n.get("phase"))
    for department, text in (("marketing", "比較表を見る"), ("field-sales", "担当者に電話する")):
        journey_drafts.start_draft(document, journey, department)
        notes.write_note(document, f"{note}@{department}", text)
    person = next(p["id"] for p in document.snapshot().all("personas") if p.get("role") == "selector")
    persona_drafts.write_draft(document, person, "marketing", "(scale:caution)", "-2")
    persona_drafts.write_draft(document, person, "field-sales", "(scale:caution)", "2")
    context.bridge.flush()
    return context, note


def people_rows(compare) -> list[int]:
    return [at for at, p in enumerate(compare.model.points) if p.item[0] in ("persona_sets", "journeys")]


def cell(compare, row: int, column: int) -> str:
    return compare.model.data(compare.model.index(row, column))


def press(compare, qtbot, row: int, key: Qt.Key) -> None:
    compare.table.setFocus()
    compare.table.selectRow(row)
    compare.table.setCurrentIndex(compare.model.index(row, 0))
    qtbot.keyClick(compare.table, key)
    compare._context.bridge.flush()


def test_statements_and_notes_stand_among_the_differences(area, differing) -> None:
    compare = area("compare")
    told = [(cell(compare, r, ITEM).split(" ", 1)[1], cell(compare, r, LEFT), cell(compare, r, RIGHT)) for r in people_rows(compare)]
    assert told[0][0].endswith("選定者：慎重さ")
    assert told[0][1:] == ("即断 2", "慎重 2")
    assert told[1][1:] == ("比較表を見る", "担当者に電話する")


def test_4_leaves_a_note_to_a_talk_and_5_merges_it(area, differing, qtbot) -> None:
    context, note = differing
    compare = area("compare")
    row = people_rows(compare)[1]
    press(compare, qtbot, row, Qt.Key.Key_4)
    assert cell(compare, row, DECISION) == "要協議"
    assert compare.model.points[row].open
    press(compare, qtbot, row, Qt.Key.Key_5)
    assert cell(compare, row, DECISION) == "両方を統合"
    assert (context.document.get("notes", note) or {})["text"] == "比較表を見る\n担当者に電話する"
    context.bridge.undo()
    context.bridge.flush()
    assert cell(compare, row, DECISION) == "要協議"


def test_2_takes_the_place_on_a_scale_and_delete_opens_it_again(area, differing, qtbot) -> None:
    context, _ = differing
    compare = area("compare")
    row = people_rows(compare)[0]
    press(compare, qtbot, row, Qt.Key.Key_2)
    person = next(p for p in context.document.snapshot().all("personas") if p.get("role") == "selector")
    assert person["scale.caution"] == 2
    press(compare, qtbot, row, Qt.Key.Key_Delete)
    assert compare.model.points[row].open


def test_a_definition_cannot_be_merged_and_says_so(area, context, qtbot) -> None:
    term = context.document.snapshot().all("terms")[0]["id"]
    terms.write_wording(context.document, term, "marketing", "資料を見た人")
    terms.write_wording(context.document, term, "field-sales", "会って話せる人")
    context.bridge.flush()
    compare = area("compare")
    told = []
    context.notified.connect(lambda message, undo, kind: told.append((message, kind)))
    row = next(at for at, p in enumerate(compare.model.points) if p.item[0] == "terms" and p.open)
    press(compare, qtbot, row, Qt.Key.Key_5)
    assert told[-1][1] == "warn"
    assert compare.model.points[row].open


def test_the_details_offer_a_talk_and_a_merger_where_they_can_be(area, differing) -> None:
    context, _ = differing
    compare = area("compare")
    compare.reveal(compare.model.points[people_rows(compare)[1]].item)
    names = [b.text() for b in context.inspector.current.findChildren(QPushButton)]
    assert {"両方を統合", "要協議にする"} <= set(names)
    assert compare.detail.form.value() == "比較表を見る\n担当者に電話する"


def test_the_journeys_menu_begins_a_draft_and_leads_to_the_comparison(area, context, qtbot) -> None:
    journey = area("journey")
    assert isinstance(journey, JourneyArea)
    joint = journey.journey
    entry = next(a for a in journey.journeys_menu().actions() if a.text() == "自部門の案を書く")
    entry.trigger()
    assert journey.journey == f"{joint}@marketing"
    assert "マーケティングの案" in journey.header.title.text()
    gone = []
    context.navigated.connect(lambda where, item: gone.append((where, item)))
    next(a for a in journey.journeys_menu().actions() if a.text() == "案の突き合わせ").trigger()
    assert gone == [("compare", ("journeys", joint))]


def test_the_order_of_phases_and_an_arrow_are_rows_like_the_others_and_are_taken_with_a_key(area, differing, qtbot) -> None:
    context, _ = differing
    document = context.document
    journey = document.snapshot().all("journeys", of="")[0]["id"]
    first, second = (p["id"] for p in document.snapshot().all("phases", journey=journey)[:2])
    ends = [n["id"] for n in document.snapshot().all("notes", parent=journey) if n.get("text") and n.get("phase")][:2]
    links.connect(document, [f"{end}@field-sales" for end in ends], "説明")
    journeys.move_phase(document, f"{second}@field-sales", after=None)
    context.bridge.flush()
    compare = area("compare")
    rows = {p.part: at for at, p in enumerate(compare.model.points) if p.part in ("arrow", "order")}
    assert cell(compare, rows["arrow"], ITEM).endswith("引き継ぎの矢印")
    assert cell(compare, rows["arrow"], LEFT) == "なし"
    assert cell(compare, rows["arrow"], RIGHT).endswith("（説明）")
    assert cell(compare, rows["order"], ITEM).endswith("フェーズの並び順")
    press(compare, qtbot, rows["order"], Qt.Key.Key_2)
    assert [p["id"] for p in document.snapshot().all("phases", journey=journey)][:2] == [second, first]
    press(compare, qtbot, rows["arrow"], Qt.Key.Key_2)
    assert [a["label"] for a in document.snapshot().all("links") if a["source"] == ["notes", ends[0]] and a["target"] == ["notes", ends[1]]] == ["説明"]
    context.bridge.undo()
    context.bridge.flush()
    assert cell(compare, rows["arrow"], DECISION) == "未決"
