"""引き渡し: what sales made of the leads that marketing handed over."""

from __future__ import annotations

import openpyxl
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QTableView

from fusenapp.editing import handover
from fusenapp.flows import comparing
from fusenapp.ui.definitions.wrapped_line import WrappedLine
from fusenapp.ui.handing.bars import MonthBars, under_bars
from fusenapp.ui.handing.heat import HeatModel
from fusenapp.ui.theme import font
from fusenapp.ui.widgets import EmptyState, Text


def shown(area, qtbot):
    hand = area("handover")
    qtbot.waitUntil(lambda: hand.found is not None, timeout=10_000)
    return hand


def test_the_counts_are_those_of_the_list(area, qtbot) -> None:
    hand = shown(area, qtbot)
    figures = {text.accessibleDescription(): text.text() for text in hand._page.findChildren(Text) if text.accessibleDescription()}
    assert (figures["引き渡し"], figures["受領"], figures["却下"]) == ("2,287", "548", "1,739")


def test_what_came_back_is_told_by_department_and_month(area, qtbot) -> None:
    hand = shown(area, qtbot)
    table = next(t for t in hand.findChildren(QTableView) if t.accessibleName() == "部門ごとに戻ったリード")
    model = table.model()
    rows = [[model.index(r, c).data() for c in (0, model.columnCount() - 1)] for r in range(model.rowCount())]
    assert [name for name, _ in rows] == ["マーケティング", "インサイドセールス"]
    assert sum(int(count.replace(",", "")) for _, count in rows) == 1739


def test_every_month_can_be_read_by_a_screen_reader(area, qtbot) -> None:
    hand = shown(area, qtbot)
    bars = hand._page.findChild(MonthBars)
    assert "26/05 引き渡し 190 受領 49 却下 141 対応余力なし 0 未回答 0" in bars.accessibleDescription()


def test_on_a_small_screen_the_reasons_stand_below_the_months_and_no_month_covers_another(area, qtbot) -> None:
    hand = shown(area, qtbot)
    bars = hand._page.findChild(MonthBars)
    reasons = next(t for t in hand._page.findChildren(QTableView) if t.accessibleName() == "却下理由")
    for width, below in ((1500, False), (860, True)):
        hand.resize(width, 700)
        qtbot.waitUntil(lambda below=below: (reasons.mapTo(hand, QPoint()).y() > bars.mapTo(hand, QPoint()).y() + bars.height()) == below)
        room = bars.width() / len(bars._months)
        assert all(QFontMetricsF(font(11)).horizontalAdvance(words) <= room for words in under_bars(bars._months, room))
    assert under_bars(bars._months, 20.0) == ["4", "5", "6", "7", "8", "9", "10", "11", "12", "1"]


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


def test_the_contract_shows_each_reason_with_owner_deadline_and_clause_and_takes_cases(area, context, qtbot) -> None:
    hand = shown(area, qtbot)
    hand.reveal(("handover", "handover"))
    editor = hand._page.card.reasons
    reason = next(r["id"] for r in context.snapshot().all("reasons") if r["code"] == "R1")
    owner = editor._owners[reason]
    owner.setCurrentIndex(owner.findData("field-sales"))
    owner.activated.emit(owner.currentIndex())
    editor._days[reason].setValue(14)
    clause = editor._clauses[reason]
    clause.setCurrentIndex(clause.findData("T1"))
    clause.activated.emit(clause.currentIndex())
    record = context.document.get("reasons", reason)
    assert (record["owner"], record["deadline_days"], record["clause"]) == ("field-sales", 14, "T1")
    assert clause.currentText().startswith("業種が")
    editor.add("R1")
    assert [code for _, code in editor._listed][:3] == ["R0", "R1", "R1-1"]
    assert context.bridge.undo() == "却下理由の追加"


def test_a_work_list_names_the_missing_fields_and_can_be_handed_on(area, context, qtbot, tmp_path) -> None:
    handover.set_required_fields(context.document, ["会社名", "アポ日"])
    context.bridge.flush()
    hand = shown(area, qtbot)
    qtbot.waitUntil(lambda: hand.found is not None and "アポ日" in hand.found.lacking, timeout=10_000)
    hand.show_work("lacking")
    view = hand._page
    assert view.model.rowCount() == hand.found.lacking["アポ日"] > 0
    assert view.model.cells(0)[0] == "アポ日"
    path = tmp_path / "不足.xlsx"
    view.write(path)
    qtbot.waitUntil(path.exists, timeout=10_000)
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    assert (rows[0][0], len(rows) - 1) == ("足りない項目", view.model.rowCount())


def test_a_chosen_lead_shows_all_its_fields(area, context, qtbot) -> None:
    hand = shown(area, qtbot)
    hand.show_work("returning")
    hand._page.table.selectRow(0)
    words = [text.text() for text in context.inspector.current.findChildren(Text)]
    assert {"会社名", "引渡日"} <= set(words)


def test_an_edit_elsewhere_costs_nothing_while_the_area_is_out_of_sight(area, context, qtbot) -> None:
    hand = shown(area, qtbot)
    hand.hide()
    hand.found = None
    handover.set_deadlines(context.document, feedback_hours=48)
    context.bridge.flush()
    qtbot.wait(300)
    assert hand.found is None
    hand.show()
    qtbot.waitUntil(lambda: hand.found is not None, timeout=10_000)


def test_a_department_drafts_the_contract_and_the_difference_is_there_to_settle(area, context, qtbot) -> None:
    hand = shown(area, qtbot)
    hand.reveal(("handover", "handover"))
    page = hand._page
    qtbot.mouseClick(page.begin, Qt.MouseButton.LeftButton)
    assert page.card.contract == "handover@marketing"
    page.card.hours["feedback_hours"].setValue(48)
    snapshot = context.snapshot()
    assert (snapshot.value("handover", "handover", "feedback_hours"), snapshot.value("handover", "handover@marketing", "feedback_hours")) == (72, 48)
    left, right = comparing.sides(snapshot, "marketing", "field-sales")
    assert [p.place for p in comparing.compare(snapshot, left, right) if p.open and p.item[0] == "handover"] == ["feedback_hours"]
    page.box.setCurrentIndex(0)
    page.box.activated.emit(0)
    assert page.card.contract == "handover"


def test_a_long_reason_is_read_whole_and_typed_in_one_line(area, context, qtbot) -> None:
    long = "連絡がつかない（合意した回数だけ電話とメールで連絡しても、担当者から返答がなかった場合に限る）"
    handover.set_reason(context.document, "reason-R7", name=long)
    shown = area("handover")
    qtbot.mouseClick(shown.view.segment("contract"), Qt.MouseButton.LeftButton)
    line = shown.findChild(WrappedLine, "name:reason-R7")
    qtbot.waitUntil(lambda: line is not None and line.isVisible())
    assert len(line.shown_lines()) > 1
    assert "".join(line.shown_lines()) == long
    assert line.height() >= len(line.shown_lines()) * line.fontMetrics().height()
    line.setFocus()
    line.setText("")
    qtbot.keyClicks(line, "no answer")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    context.bridge.flush()
    assert context.snapshot().value("reasons", "reason-R7", "name") == "no answer"
