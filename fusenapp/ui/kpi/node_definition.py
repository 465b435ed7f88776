"""What a KPI is: name, formula, owner, department, unit, direction; each written as it is changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.kpi import DIRECTIONS, UNITS, Source, key, node_of, to_json
from fusenapp.domain.snapshot import value
from fusenapp.editing import kpis
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.formula_field import FormulaField
from fusenapp.ui.kpi.node_kind import NodeKind
from fusenapp.ui.widgets import FormRow, InspectorSection, LinkButton, row
from fusenapp.ui.widgets.bound import BoundLine


class NodeDefinition(InspectorSection):
    """Stays while figures change, so that what is being typed stays too."""

    def __init__(self, context: UiContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(translate("Kpi", "Definition"), parent=parent)
        self._context, self._id = context, id
        self._boxes: dict[str, QComboBox] = {}
        self.name = self._line("name", translate("Kpi", "Name"), may_be_empty=False)
        self.formula = FormulaField(context, id)
        self.body.addWidget(FormRow(translate("Kpi", "Name"), self.name))
        self.body.addWidget(FormRow(translate("Kpi", "Formula"), self.formula, translate("Kpi", "Names in brackets, with + − × ÷")))
        self._kind: NodeKind | None = None
        self._kind_place = QVBoxLayout()
        self.body.addLayout(self._kind_place)
        self._more = LinkButton(translate("KpiKind", "Source, stage, parent…"), "chevron-down", on=self._open_kind)
        self._kind_place.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        if context.session("kpi").get("kind"):
            self._open_kind()
        self.body.addWidget(FormRow(translate("Kpi", "Owner"), self._line("owner", translate("Kpi", "Owner"))))
        departments = [(d["id"], value("departments", d, "name")) for d in context.snapshot().all("departments")]
        directions = list(zip(DIRECTIONS, (translate("Kpi", "More is better"), translate("Kpi", "Less is better")), strict=True))
        self._box("department", departments, translate("Kpi", "Department"))
        self._box("unit", _units(), translate("Kpi", "Unit"))
        self._box("direction", directions, translate("Kpi", "Direction"))
        self.row = QComboBox()
        self.row.setAccessibleName(translate("Kpi", "Row of the KPI sheet"))
        self.row.activated.connect(lambda: kpis.connect_sources(context.document, {id: self.row.currentData()}))
        self._show_rows()
        self.body.addWidget(FormRow(translate("Kpi", "Row of the KPI sheet"), self.row))
        self._all_rows = LinkButton(translate("KpiMapping", "Rows and KPIs…"), "link", on=self._map)
        if self.row.count() <= 1:
            self._all_rows.hide()
        self.body.addWidget(self._all_rows, 0, Qt.AlignmentFlag.AlignLeft)
        below = LinkButton(translate("Kpi", "Add a KPI below"), "plus", on=self._add)
        self.body.addLayout(row(below, None, LinkButton(translate("Kpi", "Delete"), "trash", on=self._delete)))
        context.bridge.changed.connect(self._look)

    @property
    def kind(self) -> NodeKind:
        """Where the figures come from; made when it is first asked for, since the inspector must come at once."""
        if self._kind is None:
            self._kind = NodeKind(self._context, self._id)
            self._kind_place.addWidget(self._kind)
        return self._kind

    def _open_kind(self) -> None:
        """From now on for every KPI, until the window closes."""
        self._context.session("kpi")["kind"] = True
        self._more.hide()
        self.kind.show()

    def _line(self, field: str, name: str, may_be_empty: bool = True) -> BoundLine:
        return BoundLine(self._context, ("kpis", self._id, field), lambda text: self._set(**{field: text}), name=name, may_be_empty=may_be_empty)

    def _box(self, field: str, options: Sequence[tuple[str, str]], name: str) -> None:
        box = self._boxes[field] = QComboBox()
        box.setAccessibleName(name)
        for choice, words in options:
            box.addItem(words, choice)
        box.activated.connect(lambda: self._set(**{field: box.currentData()}))
        self._show(field)
        self.body.addWidget(FormRow(name, box))

    def _show(self, field: str) -> None:
        box = self._boxes[field]
        box.setCurrentIndex(box.findData(value("kpis", self._context.document.get("kpis", self._id) or {}, field)))

    def _show_rows(self) -> None:
        """The rows of all imported KPI sheets; the one that feeds this KPI is chosen."""
        source = node_of(self._context.document.get("kpis", self._id) or {"id": self._id}).source
        found = sheet_rows(self._context)
        self.row.clear()
        self.row.addItem(translate("Kpi", "none"), None)
        for spec in found:
            self.row.addItem(" › ".join(filter(None, (spec.department, spec.name))), to_json(spec))
        if source is not None:
            at = next((i for i, spec in enumerate(found, 1) if (spec.dataset, key(spec.name)) == (source.dataset, key(source.name))
                       and (not source.department or key(spec.department) == key(source.department))), 0)
            self.row.setCurrentIndex(at)

    def _look(self, changes: Changes) -> None:
        if "source" in changes.updated.get(("kpis", self._id), ()) or any(k == "datasets" for k, _ in (*changes.added, *changes.updated)):
            self._show_rows()
            self._all_rows.setVisible(self.row.count() > 1)
        for field in changes.updated.get(("kpis", self._id), frozenset()) & self._boxes.keys():
            self._show(field)

    def _map(self) -> None:
        """All rows of the sheet that feeds this KPI, or of the first one."""
        from fusenapp.ui.kpi.mapping_dialog import show_mapping

        data = self.row.currentData() or self.row.itemData(1)
        self.mapping = show_mapping(self._context, self.window(), data["dataset"])

    def _set(self, **fields: Any) -> None:
        kpis.set_node(self._context.document, self._id, **fields)

    def _add(self) -> None:
        there = self._context.document.get("kpis", self._id) or {}
        id = kpis.add_node(self._context.document, translate("Kpi", "New KPI"), self._id, unit=value("kpis", there, "unit") or "件",
                           department=value("kpis", there, "department"))
        self._context.bridge.flush()
        self._context.navigate("kpi", ("kpis", id))

    def _delete(self) -> None:
        kpis.delete_node(self._context.document, self._id)
        self._context.notify(translate("Kpi", "The KPI was deleted; what hung below it moved up."), undo=True)


def sheet_rows(context: UiContext) -> list[Source]:
    """What can feed a KPI: each department and name of the imported KPI sheets once, in their order."""
    from fusenapp.errors import FusenError

    snapshot, store, found = context.snapshot(), context.store, {}
    if store is None:
        return []
    for record in snapshot.all("datasets", purpose="kpi"):
        try:
            rows = store.kpi_rows(snapshot, record["id"])
        except FusenError:
            continue
        found |= {(record["id"], row.department, row.name): Source(record["id"], row.department, row.name) for row in rows}
    return list(found.values())


def _units() -> list[tuple[str, str]]:
    """Units to choose from, in words."""
    words = (translate("Kpi", "Count"), translate("Kpi", "Yen"), "%", translate("Kpi", "Business days"))
    return list(zip(UNITS, words, strict=True))
