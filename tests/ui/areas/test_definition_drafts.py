"""A department's own draft of a definition: what is done to it never touches the joint one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from fusenapp.domain import definition
from fusenapp.domain.definition_changes import Changes
from fusenapp.editing import definitions, settling
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.area import DefinitionArea
from fusenapp.ui.definitions.include_row import IncludeRow
from tests.ui.areas.definition_user import RuleUser


@pytest.fixture
def target(area, context: UiContext, qtbot) -> RuleUser:
    """The target area, on the draft that marketing has begun."""
    user = RuleUser(qtbot, context, area("target"))
    user.counted()
    user.press("自部門の案を書く", user.widget)
    user.rule = "target@marketing"
    user.counted()
    return user


def employees(user: RuleUser) -> definition.Clause:
    shown = user.definition
    assert shown is not None
    return next(c for c in definition.clauses(shown) if c.field == "従業員数")


def test_a_draft_cannot_be_stamped_and_says_that_it_is_one(target: RuleUser, qtbot) -> None:
    area: DefinitionArea = target.widget
    assert area.agreement.isHidden()
    assert area.drafted.text() == "自部門の案を表示中"
    area.whose.show_draft("")
    assert not area.agreement.isHidden()
    assert area.drafted.isHidden()


def test_who_speaks_for_another_department_leaves_the_draft_of_the_one_before(target: RuleUser, context: UiContext) -> None:
    context.set_department("field-sales")
    assert target.widget.id == "target"
    settling.start_draft(context.document, "target", "field-sales")
    context.bridge.flush()
    target.widget.whose.show_draft("marketing")
    assert target.widget.drafted.text() == "他部門の案を表示中"
    context.set_department("field-sales")
    context.set_department("marketing")
    assert target.widget.id == "target@marketing"


def test_what_was_tried_on_a_draft_goes_into_the_draft_alone(target: RuleUser, context: UiContext) -> None:
    joint = definition.from_snapshot(context.snapshot(), "target")
    target.widget._panel.simulator.applied.emit(Changes(values={employees(target).id: 300}))
    context.bridge.flush()
    assert employees(target).value == 300
    assert definition.from_snapshot(context.snapshot(), "target") == joint


def test_the_leads_behind_a_draft_are_those_of_the_draft(target: RuleUser, context: UiContext, area, qtbot) -> None:
    definitions.change_clause(context.document, employees(target).record, operator=">=", value=1000)
    target.counted()
    counted = target.widget._panel.figures["match"].text()
    assert counted != "470"
    gone: list[object] = []
    context.navigated.connect(lambda *place: gone.append(place))
    target.qtbot.mouseClick(target.widget._panel.link, Qt.MouseButton.LeftButton)
    assert gone == [("leads", ("rule", "target@marketing"))]
    leads = area("leads")
    leads.reveal(("rule", "target@marketing"))
    qtbot.waitUntil(lambda: leads.model.leads is not None and leads.model.leads.rule == "target@marketing", timeout=20_000)
    assert f"{len(leads.model.leads.chosen):,}" == counted
    assert leads.rule.segment("target@marketing").text() == "ターゲット（マーケの案）"


def test_a_rule_that_includes_an_empty_definition_says_why_nothing_can_be_judged(area, context: UiContext, qtbot) -> None:
    definitions.define(context.document, definition.parse_rule({"match": "all", "clauses": []}, "target"))
    user = RuleUser(qtbot, context, area("hot_lead"))
    user.counted()
    row = next(r for r in user.builder.rows.values() if isinstance(r, IncludeRow))
    assert row.problem.label.text() == "「ターゲットの定義」にまだ条件がないため、リードを判定できません。"
    assert user.widget._panel.figures["match"].text() == "0"


def test_a_department_goes_on_with_its_draft_until_the_joint_definition_is_proposed(area, context: UiContext) -> None:
    settling.start_draft(context.document, "target", "marketing")
    assert area("target").id == "target"  # agreed in the sample company
    for kind in ("revisions", "stamps"):
        with context.document.edit("x") as edit:
            for record in edit.all(kind):
                edit.delete(kind, record["id"])
    context.session("target").clear()
    assert area("target").id == "target@marketing"
