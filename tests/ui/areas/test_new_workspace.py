"""A workspace that was just made: every area opens, and says what to do first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from fusenapp.document import Author
from fusenapp.editing import settling, templates
from fusenapp.settings import Settings
from fusenapp.ui import areas
from fusenapp.ui.agreement_bar import AgreementBar
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.handover_card import HandoverCard
from fusenapp.ui.session import Session
from fusenapp.ui.theme import Theme
from fusenapp.ui.widgets import Text
from fusenapp.workspace import Workspace

PAUSE = 250
"""Milliseconds in which an area that was just shown begins to reckon."""


@pytest.fixture(params=templates.TEMPLATES)
def context(request: pytest.FixtureRequest, tmp_path: Path, qapp: object) -> Iterator[UiContext]:
    """A new workspace of either template, as the window has it."""
    Theme("light").apply()
    made = Workspace.create(tmp_path / "new.fusen", Author("佐伯 遥", "marketing"),
                            build=lambda document: templates.build(document, request.param, "請求書クラウド"))
    session = Session(made, Settings())
    yield session.context
    session.release()
    session.workspace.close()


@pytest.mark.parametrize("id", [area.id for area in areas.AREAS])
def test_every_area_opens_on_it(id: str, context: UiContext, qtbot) -> None:
    widget: QWidget = areas.area(id).load().create(context)
    widget.resize(900, 700)
    widget.show()
    qtbot.waitExposed(widget)
    qtbot.wait(PAUSE)
    qtbot.waitUntil(lambda: not context.background.tasks, timeout=20_000)
    assert widget.isVisible()
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_usual_contract_is_one_press_away_where_there_is_none(context: UiContext, qtbot) -> None:
    widget = areas.area("hot_lead").load().create(context)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: (found := widget.findChild(HandoverCard)) is not None and found.isVisible())
    card = widget.findChild(HandoverCard)
    had = context.document.get("handover", "handover") is not None
    bar = card.findChild(AgreementBar)
    assert card.begin.isHidden() == had
    assert bar.isVisible() == had
    if not had:
        qtbot.mouseClick(card.begin, Qt.MouseButton.LeftButton)
        context.bridge.flush()
    assert card.begin.isHidden()
    assert bar.isVisible()
    assert [r["code"] for r in context.snapshot().all("reasons")] == [f"R{n}" for n in range(10)]
    assert card.hours["first_contact_hours"].value() == 24


def test_nothing_written_is_not_called_settled(context: UiContext, qtbot) -> None:
    widget = areas.area("compare").load().create(context)
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    widget.show()
    qtbot.waitExposed(widget)
    assert [label.text() for label in widget.findChildren(Text) if label.isVisible() and label.property("role") == "title"] == [
        "突き合わせ", "まだ案がありません"]
    assert not widget._bar.isVisible()
    settling.start_draft(context.document, "target", context.department)
    context.bridge.flush()
    assert widget._bar.isVisible()


@pytest.mark.parametrize("hidden", ["compare", "agreements", "labelling", "terms"])
def test_an_area_out_of_sight_leaves_the_panel_to_the_one_that_is_shown(hidden: str, context: UiContext, qtbot) -> None:
    other = areas.area(hidden).load().create(context)
    qtbot.addWidget(other)
    other.show()
    qtbot.waitExposed(other)
    other.hide()
    mine = QWidget()
    qtbot.addWidget(mine)
    context.inspector.show(mine, "")
    settling.start_draft(context.document, "target", context.department)
    for term in context.snapshot().all("terms"):
        with context.document.edit("x") as edit:
            edit.delete("terms", term["id"])
    context.bridge.flush()
    context.set_department("field-sales")
    qtbot.wait(PAUSE)
    assert context.inspector.current is mine
