"""KPIツリー: one tree over all departments, each stage split into 質リード and 一般リード, or seen from one department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.domain.snapshot import value
from fusenapp.i18n import translate
from fusenapp.ui.areas import Command, SearchItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.kpi.area import KpiArea

    return KpiArea(context)


def search_items(context: UiContext) -> list[SearchItem]:
    """Every KPI."""
    return [SearchItem(value("kpis", k, "name"), value("kpis", k, "formula"), "kpi", ("kpis", k["id"])) for k in context.snapshot().all("kpis")]


def commands(context: UiContext) -> list[Command]:
    """What can be done with the tree."""
    from fusenapp.editing import kpis

    def add() -> None:
        context.navigate("kpi", ("kpis", kpis.add_node(context.document, translate("Kpi", "New KPI"), unit="件")))

    return [Command("kpi.add", translate("Kpi", "Add a KPI"), add, "plus")]
