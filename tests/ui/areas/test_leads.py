"""リード: the table with verdicts and their reasons, one lead in the inspector, what became of the leads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu, QWidget

from fusenapp.editing import definitions
from fusenapp.ui.leads.detail import LeadDetail
from fusenapp.ui.leads.model import DECIDING, FIRST, VERDICT


@pytest.fixture
def leads(area, qtbot):
    widget = area("leads")
    settled(qtbot, widget)
    return widget


def settled(qtbot, widget) -> None:
    widget._context.bridge.flush()
    qtbot.waitUntil(lambda: not widget._timer.isActive() and widget._task is not None and not widget._task.running, timeout=20_000)


def press(qtbot, widget, control, key: str) -> None:
    qtbot.mouseClick(control.segment(key), Qt.MouseButton.LeftButton)
    settled(qtbot, widget)


def column(widget, at: int, rows: int = 50) -> list[str]:
    return [widget.model.index(r, at).data() for r in range(min(rows, widget.model.rowCount()))]


def rows_of(table) -> list[list[str]]:
    model = table.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def test_the_filter_tells_how_many_leads_each_verdict_has(leads) -> None:
    words = [leads.filter.segment(key).text() for key in ("all", "match", "no_match", "unknown")]
    assert words == ["すべて", "該当 470", "非該当 4,530", "情報不足 0"]
    assert leads.shown.text() == "5,000件中 5,000件"


def test_only_matching_leads_remain_under_the_filter(leads, qtbot) -> None:
    press(qtbot, leads, leads.filter, "match")
    assert leads.model.rowCount() == 470
    assert set(column(leads, VERDICT, 470)) == {"該当"}


def test_each_lead_says_which_conditions_decided_it(leads, qtbot) -> None:
    press(qtbot, leads, leads.filter, "no_match")
    assert all(column(leads, DECIDING))
    assert "従業員数が100以上である" in {words for told in column(leads, DECIDING) for words in told.split(" ・ ")}


def test_another_definition_gives_other_verdicts(leads, qtbot) -> None:
    press(qtbot, leads, leads.rule, "hot-lead")
    assert leads.filter.segment("match").text() == "該当 52"


def test_typing_searches_all_text_columns(leads, qtbot) -> None:
    name = leads.model.index(0, FIRST + 1).data()
    leads.search.setFocus()
    from tests.ui.areas.definition_user import RuleUser

    RuleUser.commit(None, leads.search, name)
    settled(qtbot, leads)
    assert leads.model.rowCount() >= 1
    assert set(column(leads, FIRST + 1)) == {name}
    leads.search.clear()
    settled(qtbot, leads)
    assert leads.model.rowCount() == 5000


def test_a_search_without_a_hit_says_none_and_empties_the_inspector(leads, context, qtbot) -> None:
    leads.search.setFocus()
    qtbot.keyClicks(leads.search, "zzzz")
    settled(qtbot, leads)
    assert (leads.model.rowCount(), leads.shown.text()) == (0, "5,000件中 0件")
    assert context.inspector.current is None


def test_one_lead_shows_clause_by_clause_what_it_has_and_the_cell_of_every_value(leads, context, qtbot) -> None:
    detail = context.inspector.current
    assert isinstance(detail, LeadDetail)
    assert detail.place.text() == "leads.xlsx › リード一覧 › 2"
    texts = [w.text() for w in detail.findChildren(QWidget) if hasattr(w, "text") and callable(w.text)]
    assert "従業員数：15" in texts
    assert detail._fields[0].toolTip() == "leads.xlsx › リード一覧 › A2"


def test_the_arrow_keys_go_from_lead_to_lead_in_the_same_inspector(leads, context, qtbot) -> None:
    detail = context.inspector.current
    leads.table.setFocus()
    qtbot.keyClick(leads.table, Qt.Key.Key_Down)
    assert context.inspector.current is detail
    assert detail.place.text() == "leads.xlsx › リード一覧 › 3"
    assert detail.title.text() == leads.model.index(1, FIRST + 1).data()


def test_a_changed_definition_changes_the_verdicts_and_the_chosen_lead_stays(leads, context, qtbot) -> None:
    leads.table.selectRow(30)
    place = context.inspector.current.place.text()
    definitions.change_clause(context.document, "target:T2", operator=">=", value=1000)
    settled(qtbot, leads)
    assert leads.filter.segment("match").text() != "該当 470"
    assert context.inspector.current.place.text() == place


def test_a_definition_that_cannot_run_says_why_and_the_rows_stay(leads, context, qtbot) -> None:
    definitions.change_clause(context.document, "target:T2", field="社員の数")
    settled(qtbot, leads)
    assert leads.problem.isVisible()
    assert "社員の数" in leads.problem.text()
    assert leads.model.rowCount() == 5000
    assert leads.filter.segment("match").text() == "該当"


def test_outcomes_tell_every_figure_of_the_list(leads, qtbot, files: Path) -> None:
    facts = json.loads((files / "samples" / "plain_facts.json").read_text(encoding="utf-8"))
    press(qtbot, leads, leads.view, "outcomes")
    told = {key: label.text() for key, label in leads.outcomes.figures.items()}
    assert told == {"handed_over": f"{facts['handed_over']:,}", "accepted": f"{facts['accepted']:,}", "rejected": f"{facts['rejected']:,}",
                    "unanswered": "0", "won": f"{facts['hot_vs_won']['all_won']:,}", "won_amount": f"{facts['won_amount_yen']:,}"}
    assert {r[0]: r[1] for r in rows_of(leads.outcomes.reasons)} == {k: f"{v:,}" for k, v in facts["rejection_reasons"].items()}
    routes = {r[0]: r for r in rows_of(leads.outcomes.routes)}
    assert {k: r[-1] for k, r in routes.items()} == {k: f"{v:,}" for k, v in facts["won_by_route"].items()}
    assert {k: r[3] for k, r in routes.items()} == {k: f"{v:.1%}" for k, v in facts["target_share_by_route"].items()}


def test_the_rule_beside_opens_its_matching_leads(area, context, qtbot) -> None:
    leads = area("leads")
    context.session("leads").update(rule="hot-lead", filter="match")
    leads.reveal(("rule", "hot-lead"))
    settled(qtbot, leads)
    assert (leads.model.rowCount(), leads.rule.current, leads.filter.current) == (52, "hot-lead", "match")


def test_a_list_is_deleted_from_its_menu_and_undo_brings_it_back(leads, context, qtbot) -> None:
    button = next(b for b in leads.findChildren(QWidget) if b.accessibleName() == "この一覧のその他の操作")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = leads.findChild(QMenu)
    qtbot.waitUntil(menu.isVisible)
    action = next(a for a in menu.actions() if a.text() == "この一覧を削除")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    context.bridge.flush()
    assert not leads.table.isVisible()
    assert context.bridge.undo() is not None
    context.bridge.flush()
    assert leads.table.isVisible()


def test_the_model_keeps_qts_rules(leads, qtbot) -> None:
    QAbstractItemModelTester(leads.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    press(qtbot, leads, leads.filter, "match")


def test_everything_that_takes_the_keyboard_has_a_name(leads) -> None:
    nameless = [type(w).__name__ for w in leads.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
                and not w.accessibleName() and not (hasattr(w, "text") and callable(w.text) and w.text())]
    assert not nameless
