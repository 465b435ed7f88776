"""合意: the ledger of items, stamping, and what has changed since the agreement."""

from __future__ import annotations

import datetime as dt
from threading import current_thread, main_thread

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from fusenapp.domain import agreement
from fusenapp.domain.definition import parse_rule
from fusenapp.editing import agreements, definitions, journeys, links, terms
from fusenapp.i18n import translate
from fusenapp.ui import agreement_bar
from fusenapp.ui.agreements.break_card import BreakCard
from fusenapp.ui.agreements.break_chart import BreakChart
from fusenapp.ui.agreements.differences import between, since_agreed
from fusenapp.ui.agreements.model import due_words
from fusenapp.ui.widgets import Text

TARGET = ("definitions", "target")


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


def test_two_revisions_of_the_target_show_who_why_what_and_the_break(area, context, qtbot) -> None:
    definitions.change_clause(context.document, "target:T2", operator=">=", value=300)
    agreements.propose(context.document, TARGET, "100名では商談にならない")
    context.bridge.flush()
    ledger = area("agreements")
    ledger.reveal((*TARGET, "history"))
    page = ledger.pages.currentWidget()
    assert page.chosen == (1, 2)
    said = [text.text() for text in page.findChildren(Text)]
    assert {"条件 › 従業員数 › 値", "100", "300", "100名では商談にならない"} <= set(said)
    card = page.findChild(BreakCard)
    qtbot.waitUntil(lambda: card.found is not None, timeout=10_000)
    assert (card.found.total("old"), card.found.total("change"), card.found.total("new")) == (470, -138, 332)
    assert "26/11 旧定義 76 定義の変更 −31 新定義 45" in card.findChild(BreakChart).accessibleDescription()
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert ledger.pages.count() == 1


def test_the_reason_of_a_change_is_kept_with_the_revision(area, context, qtbot) -> None:
    terms.write_agreed(context.document, "term-won", "発注書を受け取った状態")
    context.bridge.flush()
    ledger = area("agreements")
    ledger.reveal(("terms", "term-won"))
    detail = context.inspector.current
    detail.why.insert("監査で指摘があった")
    qtbot.mouseClick(next(b for b in detail.findChildren(QPushButton) if b.text() == "提案"), Qt.MouseButton.LeftButton)
    last = agreement.revisions(context.snapshot(), ("terms", "term-won"))[-1]
    assert (last.number, last.person, last.comment) == (2, "佐伯 遥", "監査で指摘があった")


def test_reviews_are_listed_by_date_and_the_near_ones_are_counted(area, context, qtbot) -> None:
    agreements.set_review_months(context.document, ("terms", "term-mql"), 1)
    context.bridge.flush()
    ledger = area("agreements")
    near = agreement.due_list(context.snapshot(), days=31)
    assert [s.item[1] for s in near] == ["term-mql"]
    qtbot.mouseClick(ledger.filter.segment("due"), Qt.MouseButton.LeftButton)
    assert ledger.model.status(0).item[1] == "term-mql"
    assert ledger.model.rowCount() == 9
    assert due_words(near[0], dt.date.fromisoformat(near[0].review_due) - dt.timedelta(days=3)).endswith("（あと3日）")
    assert due_words(near[0], dt.date.fromisoformat(near[0].review_due) + dt.timedelta(days=2)).endswith("（2日超過）")


def test_the_stamps_of_the_sample_are_by_its_own_people(context) -> None:
    snapshot = context.snapshot()
    for record in snapshot.all("stamps"):
        assert record["modified"][:2] == [record["person"], record["department"]]
    assert {r.person for item in agreement.items(snapshot) for r in agreement.revisions(snapshot, item)} == {"佐伯 遥", "三浦 亮"}


def test_all_proposals_can_be_stamped_in_one_step(area, context, qtbot) -> None:
    ledger = area("agreements")
    qtbot.mouseClick(next(b for b in ledger.findChildren(QPushButton) if b.text() == "すべて提案"), Qt.MouseButton.LeftButton)
    context.bridge.flush()
    qtbot.mouseClick(ledger.filter.segment("waiting"), Qt.MouseButton.LeftButton)
    count = ledger.model.rowCount()
    assert ledger.stamp_all.text() == f"{count}項目にまとめて押印"
    qtbot.mouseClick(ledger.stamp_all, Qt.MouseButton.LeftButton)
    context.bridge.flush()
    assert (ledger.model.rowCount(), ledger.nothing.text()) == (0, "自部門の印を待っている項目はありません。")
    assert context.bridge.undo() == "押印"
    context.bridge.flush()
    assert ledger.model.rowCount() == count


def test_arrows_and_rests_of_a_journey_are_told_by_what_they_join(context) -> None:
    item = ("journeys", "journey")
    before = agreement.content(context.snapshot(), item)
    one, other = context.snapshot().all("notes", parent="journey")[:2]
    phase = context.snapshot().all("phases", journey="journey")[1]
    made = links.connect(context.document, [one["id"], other["id"]], "比較表")[0]
    journeys.mark_pause(context.document, phase["id"], True)
    drawn = agreement.content(context.snapshot(), item)
    names = f"{one['text'][:24]} → {other['text'][:24]}"
    arrow, rest, kind, words = (translate("Differences", w) for w in ("Arrow", "Phase", "Kind", "Words on the arrow"))
    told = {t.place.split(" › ")[0]: t for t in between(item, before, drawn)}
    assert (told[arrow].was, told[arrow].now) == ("", f"{names} 比較表")
    assert (told[rest].place, told[rest].was) == (f"{rest} › {phase['name']} › {kind}", "")
    assert told[rest].now == translate("Differences", "the purchase is on hold")
    links.name_arrow(context.document, made, "稟議書")
    renamed = between(item, drawn, agreement.content(context.snapshot(), item))
    assert [(t.place, t.was, t.now) for t in renamed] == [(f"{arrow} › {names} › {words}", "比較表", "稟議書")]


def test_a_journey_with_many_notes_is_looked_at_off_the_windows_thread(context, qtbot, monkeypatch) -> None:
    item = ("journeys", "journey")
    with context.document.edit("fill") as edit:
        for i in range(agreement_bar.MANY):
            edit.create("notes", {"parent": "journey", "text": str(i), "order": f"b{i:05d}"})
    asked: list[bool] = []
    status = agreement.status
    monkeypatch.setattr(agreement, "status", lambda *a: asked.append(current_thread() is main_thread()) or status(*a))
    bar = agreement_bar.AgreementBar(context, item, frozenset(("notes",)))
    qtbot.addWidget(bar)
    assert bar.badge.isHidden(), "nothing is claimed before it is known"
    agreements.stamp(context.document, item, "marketing", "佐倉")
    bar.refresh()
    bar.refresh()
    wanted = status(context.snapshot(), item)
    qtbot.waitUntil(lambda: not bar._task.running and not bar._again)
    assert asked
    assert not any(asked)
    assert not bar.badge.isHidden()
    assert bar.stamp.isHidden() is ("marketing" not in wanted.missing)
    assert agreement_bar.revision_words(wanted) in bar.badge.text


def _said(context) -> list[str]:
    return [label.text() for label in context.inspector.current.findChildren(Text)]


def test_one_reads_what_one_stamps(area, context) -> None:
    ledger = area("agreements")
    ledger.reveal(TARGET)
    assert any(words.startswith("業種が製造業・情報通信業・卸売業のいずれかで") for words in _said(context))
    ledger.reveal(("terms", "term-opportunity"))
    assert context.snapshot().value("terms", "term-opportunity", "agreed") in _said(context)
    ledger.reveal(agreement.HANDOVER)
    assert "初回接触24時間以内、営業の返答72時間以内、連絡5回まで" in _said(context)


def test_a_definition_without_conditions_says_so_before_it_is_stamped(area, context) -> None:
    definitions.define(context.document, parse_rule({"match": "all", "clauses": []}, "target"))
    ledger = area("agreements")
    ledger.reveal(TARGET)
    assert "条件はまだありません。" in _said(context)


def test_the_workbook_goes_out_and_comes_back_from_here(area, context, qtbot) -> None:
    ledger = area("agreements")
    asked: list[str] = []
    context.requested.connect(asked.append)
    for button in (ledger.export, ledger.read_back):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["export", "proposals"]
