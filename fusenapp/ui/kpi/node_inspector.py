"""One KPI in the inspector: its figures by month with the cell each came from, and its definition to edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from fusenapp.domain.kpi import DIRECTIONS, UNITS
from fusenapp.domain.snapshot import value
from fusenapp.editing import kpis
from fusenapp.errors import FusenError
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.figures import NodeFigures, percent, plain, scaled, series_words
from fusenapp.ui.widgets import Badge, FormRow, IconLabel, InspectorSection, LinkButton, Text, row, scroll
from fusenapp.ui.widgets.bound import BoundLine

if TYPE_CHECKING:
    from fusenapp.kpi import KpiResult

_USUAL, _SMALL = 9, 12
"""Characters of a figure that stand in its column in the usual size, and in the small one; longer yen are told in thousands."""


class NodeInspector(QWidget):
    """Made for one node and one state of the figures."""

    def __init__(self, context: UiContext, result: KpiResult, figures: NodeFigures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._result, self._figures = context, result, figures
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._head(), self._months(), self._source(), self._definition()):
            if part is not None:
                layout.addWidget(part)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(body))

    def _head(self) -> QWidget:
        part = InspectorSection(first=True)
        figure, unit = scaled(self._figures.value, self._figures.unit)
        state: list[QWidget] = [Badge(self._figures.state, percent(self._figures.achievement))] if self._figures.state else []
        part.body.addLayout(row(Text(figure, "hero"), Text(unit, "secondary"), None, *state))
        target, scale = scaled(self._figures.target, self._figures.unit)
        part.body.addWidget(Text(translate("Kpi", "Target {figure}").format(figure=f"{target} {scale}".strip()), "caption"))
        if self._figures.partial:
            part.body.addWidget(IconLabel("alert-circle", translate("Kpi", "Some months of this period have no figure."), token="warn"))
        return part

    def _months(self) -> QWidget | None:
        """Target, actual and achievement of each month; the tool tip names the cell."""
        if not self._result.nodes[self._figures.id].series:
            return None
        part = InspectorSection(translate("Kpi", "By month"), translate("Kpi", "point at a figure to see its cell"))
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(6)
        shown = self._result.months[-12:]
        role, per = self._room(shown)
        for column, series in enumerate(("target", "actual", "achievement"), 1):
            words = series_words(series)
            if per > 1 and series != "achievement":
                words = translate("Kpi", "{series} (1,000 yen)").format(series=words)
            grid.addWidget(_right(Text(words, "caption")), 0, column)
        for at, month in enumerate(shown, 1):
            self._month(grid, at, month, role, per)
        part.body.addLayout(grid)
        return part

    def _room(self, months: Sequence[str]) -> tuple[str, int]:
        """Role of the figures and what they are divided by, so that the longest one stands in its column uncut."""
        node, unit = self._result.nodes[self._figures.id], self._figures.unit
        longest = max((len(plain(node.get(m, series), unit)) for m in months for series in ("target", "actual")), default=0)
        return "caption" if longest > _USUAL else "", 1000 if unit == "円" and longest > _SMALL else 1

    def _month(self, grid: QGridLayout, at: int, month: str, role: str, per: int) -> None:
        node = self._result.nodes[self._figures.id]
        grid.addWidget(Text(month[2:].replace("-", "/"), "caption"), at, 0)
        for column, series in enumerate(("target", "actual"), 1):
            figure = node.get(month, series)
            told = plain(None if figure is None else figure / per, self._figures.unit)
            unfixed = series == "actual" and month in self._result.unfixed
            label = Text(translate("Kpi", "not fixed") if unfixed else told, role)
            label.setToolTip(node.places.get(("all", series, month), ""))
            grid.addWidget(_right(label), at, column)
        ratio = node.achievement.get("all", {}).get(month)
        tone = "caption" if ratio is None else "good" if ratio >= 1 else "warn" if ratio >= 0.9 else "bad"
        grid.addWidget(_right(Text(percent(ratio), tone)), at, 3)

    def _source(self) -> QWidget:
        part = InspectorSection(translate("Kpi", "Where the figures come from"))
        node = self._result.nodes[self._figures.id]
        words = {"sheet": translate("Kpi", "KPI sheet"), "leads": translate("Kpi", "counted on the imported leads"),
                 "formula": translate("Kpi", "reckoned by the formula")}
        for series, origin in node.origin.items():
            part.body.addLayout(row(Text(series_words(series), "secondary"), None, Text(words.get(origin, origin), "caption")))
        cell = next((p for (_, _, _), p in node.places.items()), "")
        if cell:
            part.body.addWidget(Text(cell, "caption", wrap=True))
        if not node.origin:
            part.body.addWidget(Text(translate("Kpi", "No figures yet: import a KPI sheet or a lead list."), "caption", wrap=True))
        return part

    def _definition(self) -> QWidget:
        part = InspectorSection(translate("Kpi", "Definition"))
        id, document = self._figures.id, self._context.document
        part.body.addWidget(FormRow(translate("Kpi", "Name"), self._line("name", translate("Kpi", "Name"), may_be_empty=False)))
        part.body.addWidget(FormRow(translate("Kpi", "Formula"), self._line("formula", translate("Kpi", "Formula")),
                                    translate("Kpi", "Names of KPIs in brackets, joined by + − × ÷")))
        part.body.addWidget(FormRow(translate("Kpi", "Owner"), self._line("owner", translate("Kpi", "Owner"))))
        departments = [(d["id"], value("departments", d, "name")) for d in self._context.snapshot().all("departments")]
        part.body.addWidget(FormRow(translate("Kpi", "Department"), self._box("department", departments, translate("Kpi", "Department"))))
        part.body.addWidget(FormRow(translate("Kpi", "Unit"), self._box("unit", _units(), translate("Kpi", "Unit"))))
        words = (translate("Kpi", "More is better"), translate("Kpi", "Less is better"))
        directions: list[tuple[str, str]] = list(zip(DIRECTIONS, words, strict=True))
        part.body.addWidget(FormRow(translate("Kpi", "Direction"), self._box("direction", directions, translate("Kpi", "Direction"))))
        below = LinkButton(translate("Kpi", "Add a KPI below"), "plus", on=self._add)
        part.body.addLayout(row(below, None, LinkButton(translate("Kpi", "Delete"), "trash", on=lambda: self._delete(document, id))))
        return part

    def _line(self, field: str, name: str, may_be_empty: bool = True) -> BoundLine:
        return BoundLine(self._context, ("kpis", self._figures.id, field), lambda text: self._set(**{field: text}), name=name,
                         may_be_empty=may_be_empty)

    def _box(self, field: str, options: list[tuple[str, str]], name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for key, words in options:
            box.addItem(words, key)
        box.setCurrentIndex(box.findData(value("kpis", self._context.document.get("kpis", self._figures.id) or {}, field)))
        box.activated.connect(lambda: self._set(**{field: box.currentData()}))
        return box

    def _set(self, **fields: Any) -> None:
        """A formula is tried before it is written; what is wrong with it is said at once."""
        if fields.get("formula"):
            from fusenapp.domain.formula import parse

            try:
                parse(fields["formula"])
            except FusenError as error:
                from fusenapp.messages import explain

                self._context.notify(explain(error), kind="warn")
                return
        kpis.set_node(self._context.document, self._figures.id, **fields)

    def _add(self) -> None:
        id = kpis.add_node(self._context.document, translate("Kpi", "New KPI"), self._figures.id, unit=self._figures.unit or "件",
                           department=self._figures.department)
        self._context.bridge.flush()
        self._context.navigate("kpi", ("kpis", id))

    def _delete(self, document: Any, id: str) -> None:
        kpis.delete_node(document, id)
        self._context.notify(translate("Kpi", "The KPI was deleted; what hung below it moved up."), undo=True)


def _units() -> list[tuple[str, str]]:
    """Units to choose from, in words."""
    words = (translate("Kpi", "Count"), translate("Kpi", "Yen"), "%", translate("Kpi", "Business days"))
    return list(zip(UNITS, words, strict=True))


def _right(label: Text) -> Text:
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
