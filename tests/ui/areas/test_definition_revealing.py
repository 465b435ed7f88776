"""A link to a condition: from the palette, from blind labelling, from the hand-over."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from fusenapp.domain.definition import Clause, Include, walk
from fusenapp.editing import definitions, settling
from tests.ui.areas.definition_user import RuleUser


@pytest.fixture
def hot(area, context, qtbot) -> RuleUser:
    """The hot lead with so many conditions that not all of them can be seen."""
    user = RuleUser(qtbot, context, area("hot_lead"))
    shown = user.definition
    assert shown is not None
    for number in range(12):
        definitions.add_clause(context.document, shown.root.record, Clause(id="", field="従業員数", operator=">=", value=number))
    context.bridge.flush()
    user.widget.resize(900, 500)
    user.widget.show()
    return user


def _in_view(user: RuleUser, row) -> bool:
    view = user.widget._scroll.viewport()
    top = row.mapTo(view, row.rect().topLeft()).y()
    return top >= 0 and top + row.height() <= view.height()


def _last(user: RuleUser) -> Clause:
    shown = user.definition
    assert shown is not None
    found = shown.root.members[-1]
    assert isinstance(found, Clause)
    return found


@pytest.mark.parametrize("by", ["record", "clause id"])
def test_a_link_scrolls_to_the_condition_opens_it_and_gives_it_the_keyboard(hot, qtbot, by) -> None:
    clause = _last(hot)
    row = hot.builder.rows[clause.record]
    qtbot.waitUntil(lambda: not _in_view(hot, row))
    hot.widget.activateWindow()
    hot.widget.reveal(("clauses", clause.record) if by == "record" else ("definitions", "hot-lead", clause.id))
    qtbot.waitUntil(lambda: _in_view(hot, row))
    assert row.details is not None
    assert row.marked
    qtbot.waitUntil(lambda: row.isAncestorOf(QApplication.focusWidget() or hot.widget))


def test_a_condition_of_an_included_definition_leads_to_the_inclusion(hot, qtbot) -> None:
    shown = hot.definition
    assert shown is not None
    inclusion = next(m for m in walk(shown.root) if isinstance(m, Include))
    hot.widget.reveal(("definitions", "hot-lead", f"{inclusion.id}/{'T1'}"))
    qtbot.waitUntil(lambda: hot.builder.rows[inclusion.record].marked)


def test_a_link_into_a_draft_turns_to_the_draft(hot, context, qtbot) -> None:
    settling.start_draft(context.document, "hot-lead", "field-sales")
    context.bridge.flush()
    draft = settling.draft_id("hot-lead", "field-sales")
    record = next(r["id"] for r in context.snapshot().all("clauses") if r["definition"] == draft)
    hot.widget.reveal(("clauses", record))
    assert hot.widget.id == draft
    qtbot.waitUntil(lambda: hot.builder.rows[record].marked)


def test_a_condition_that_is_gone_leaves_the_definition_as_it_was(hot) -> None:
    hot.widget.reveal(("definitions", "hot-lead", "nothing-of-the-kind"))
    hot.widget.reveal(("clauses", "nothing-of-the-kind"))
    hot.widget.reveal(None)
    assert hot.widget.id == "hot-lead"
    assert not any(row.marked for row in hot.builder.rows.values())
