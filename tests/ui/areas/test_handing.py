"""引き渡し: what sales made of the leads that marketing handed over."""

from __future__ import annotations

from PySide6.QtCore import Qt

from fusenapp.editing import handover
from fusenapp.ui.handing.bars import MonthBars
from fusenapp.ui.handing.heat import HeatModel
from fusenapp.ui.widgets import EmptyState, Text


def shown(area, qtbot):
    hand = area("handover")
    qtbot.waitUntil(lambda: hand.found is not None, timeout=10_000)
    return hand


def test_the_counts_are_those_of_the_list(area, qtbot) -> None:
    hand = shown(area, qtbot)
    figures = {text.accessibleDescription(): text.text() for text in hand._page.findChildren(Text) if text.accessibleDescription()}
    assert (figures["引き渡し"], figures["受領"], figures["却下"]) == ("2,287", "548", "1,739")


def test_every_month_can_be_read_by_a_screen_reader(area, qtbot) -> None:
    hand = shown(area, qtbot)
    bars = hand._page.findChild(MonthBars)
    assert "26/05 引き渡し 190 受領 49 却下 141 対応余力なし 0 未回答 0" in bars.accessibleDescription()


def test_the_heat_map_says_which_clause_was_met_by_leads_that_came_back(area, qtbot) -> None:
    hand = shown(area, qtbot)
    heat = next(m for table in hand._page.findChildren(object) if isinstance(m := getattr(table, "model", lambda: None)(), HeatModel))
    heads = [heat.headerData(c, Qt.Orientation.Horizontal) for c in range(heat.columnCount())]
    rows = {heat.data(heat.index(r, 0)): [heat.data(heat.index(r, c)) for c in range(2, heat.columnCount())] for r in range(heat.rowCount())}
    assert heads[:3] == ["条件", "却下", "R1"]
    assert (rows["ターゲットに該当する"][0], rows["比較社数が2以上3以下である"][0]) == ("0", "134")


def test_required_fields_of_the_contract_are_checked_on_the_hot_leads(area, context, qtbot) -> None:
    handover.set_required_fields(context.document, ["会社名", "アポ日", "電話番号"])
    context.bridge.flush()
    hand = shown(area, qtbot)
    qtbot.waitUntil(lambda: "アポ日" in hand.found.lacking, timeout=10_000)
    said = [text.text() for text in hand._page.findChildren(Text)]
    assert any("未入力" in text for text in said)
    assert "この一覧に列がありません" in said


def test_without_leads_the_area_says_what_to_do(area, context, qtbot) -> None:
    with context.document.edit("") as edit:
        for record in context.document.snapshot().all("datasets"):
            edit.delete("datasets", record["id"])
    hand = area("handover")
    qtbot.waitUntil(lambda: isinstance(hand._page, EmptyState), timeout=10_000)
