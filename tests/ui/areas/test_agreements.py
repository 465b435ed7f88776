"""合意: the ledger of items, stamping, and what has changed since the agreement."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from fusenapp.domain import agreement
from fusenapp.editing import terms
from fusenapp.ui.agreements.differences import since_agreed


def states(area) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in range(area.model.rowCount()):
        state = area.model.status(row).state
        found[state] = found.get(state, 0) + 1
    return found


def test_the_ledger_lists_every_item_with_its_state(area, context) -> None:
    ledger = area("agreements")
    assert ledger.model.rowCount() == len(agreement.items(context.snapshot()))
    assert states(ledger)[agreement.REOPENED] == 1


def test_waiting_for_us_shows_only_items_that_lack_our_stamp(area, context, qtbot) -> None:
    context.set_department("field-sales")
    ledger = area("agreements")
    qtbot.mouseClick(ledger.filter.segment("waiting"), Qt.MouseButton.LeftButton)
    waiting = {ledger.model.status(r).item[1] for r in range(ledger.model.rowCount())}
    assert waiting == {"journey", "hot-lead", "term-opportunity"}


def test_stamping_for_the_last_department_makes_the_item_agreed(area, context, qtbot) -> None:
    context.set_department("field-sales")
    ledger = area("agreements")
    ledger.reveal(("definitions", "hot-lead"))
    stamp = next(b for b in context.inspector.current.findChildren(QPushButton) if "押印" in b.text())
    qtbot.mouseClick(stamp, Qt.MouseButton.LeftButton)
    context.bridge.flush()
    status = agreement.status(context.snapshot(), ("definitions", "hot-lead"))
    assert (status.state, status.stamps[-1].person) == (agreement.AGREED, "佐伯 遥")


def test_undo_takes_the_stamp_back(area, context, qtbot) -> None:
    context.set_department("field-sales")
    ledger = area("agreements")
    ledger.reveal(("definitions", "hot-lead"))
    qtbot.mouseClick(next(b for b in context.inspector.current.findChildren(QPushButton) if "押印" in b.text()), Qt.MouseButton.LeftButton)
    assert context.bridge.undo() == "押印"
    assert agreement.status(context.snapshot(), ("definitions", "hot-lead")).state == agreement.PROPOSED


def test_an_edit_after_the_agreement_shows_both_wordings(context) -> None:
    terms.write_agreed(context.document, "term-won", "発注書を受け取った状態")
    told = since_agreed(context.snapshot(), agreement.status(context.snapshot(), ("terms", "term-won")))
    assert [(t.place, t.was, t.now) for t in told] == [
        ("合意した言い方", "契約書または注文書を受け取った状態", "発注書を受け取った状態")]


def test_proposing_all_leaves_no_draft(area, context, qtbot) -> None:
    ledger = area("agreements")
    qtbot.mouseClick(next(b for b in ledger.findChildren(QPushButton) if b.text() == "すべて提案"), Qt.MouseButton.LeftButton)
    context.bridge.flush()
    assert not {agreement.DRAFT, agreement.REOPENED} & states(ledger).keys()
