"""Where a KPI's figures come from: a row of a sheet, the lead list, a formula, another KPI; and how months are put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.kpi import AGGREGATIONS, NODE_TYPES, STAGES, Measure, node_of, rerooted, tree_of
from fusenapp.domain.snapshot import value
from fusenapp.editing import kpis
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import FormRow

if TYPE_CHECKING:
    from fusenapp.domain.kpi import KpiNode

Options = Sequence[tuple[str, str]]
_LOOKED_AT = frozenset(("type", "measure", "source", "stage", "aggregation", "unit", "parent"))


class NodeKind(QWidget):
    """What is not asked for this kind of KPI is not seen."""

    def __init__(self, context: UiContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._id = context, id
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(8)
        self._rows: dict[str, FormRow] = {}
        self.kind = self._box("kind", translate("KpiKind", "Figures come from"), self._kind_chosen)
        self.linked = self._box("linked", translate("KpiKind", "KPI to show"), lambda id: kpis.link_node(context.document, self._id, id))
        self.what = self._box("what", translate("KpiKind", "Counted"), lambda key: self._measure(count=key[0], sum=key[1]))
        self.stage_of_sum = self._box("of", translate("KpiKind", "Over leads at the stage"), lambda stage: self._measure(stage=stage))
        self.only = self._box("only", translate("KpiKind", "Only leads that meet"), lambda rule: self._measure(only=rule))
        self.leads = self._box("leads", translate("KpiKind", "Lead list"), lambda dataset: self._measure(dataset=dataset))
        self.basis = self._box("basis", translate("KpiKind", "Counts in the month"), lambda basis: self._measure(basis=basis))
        self.stage = self._box("stage", translate("KpiKind", "Stage"), lambda stage: kpis.set_node(context.document, self._id, stage=stage))
        self.aggregation = self._box("aggregation", translate("KpiKind", "Longer periods"),
                                     lambda way: kpis.set_node(context.document, self._id, aggregation=way))
        self.parent_box = self._box("parent", translate("KpiKind", "Hangs below"), self._hang)
        self.refresh()
        context.bridge.changed.connect(self._look)

    def _box(self, key: str, caption: str, choose: Callable[[Any], None]) -> QComboBox:
        box = QComboBox()
        box.activated.connect(lambda: self._try(lambda: choose(box.currentData())))
        self._rows[key] = FormRow(caption, box)
        self._inside.addWidget(self._rows[key])
        return box

    def _try(self, act: Callable[[], None]) -> None:
        """What cannot be is told, and the fields show what holds."""
        try:
            act()
        except InputError as error:
            self._context.notify(explain(error), kind="error")
            self.refresh()

    @property
    def _node(self) -> KpiNode:
        return node_of(self._context.record("kpis", self._id) or {"id": self._id})

    def _kind_chosen(self, kind: str) -> None:
        if kind == "measure":
            self._measure()
        elif kind == "linked":
            self._show_linked()
            kpis.link_node(self._context.document, self._id, self.linked.currentData())
        else:
            kpis.set_type(self._context.document, self._id, kind)

    def _hang(self, parent: str) -> None:
        """To the end below another KPI."""
        siblings = self._context.snapshot().all("kpis", parent=parent)
        kpis.move_node(self._context.document, self._id, parent, after=siblings[-1]["id"] if siblings else None)

    def _measure(self, **fields: str) -> None:
        node = self._node
        usual = Measure(sum="won_amount", stage="won") if node.unit == "円" else Measure(count=node.stage or "lead")
        kpis.set_measure(self._context.document, self._id, replace(node.measure or usual, **fields))

    # showing

    def refresh(self) -> None:
        """Look at the document again."""
        node = self._node
        others = len(self._context.snapshot().all("kpis")) > 1
        kinds = [(key, words) for key, words in zip(NODE_TYPES, _kinds(), strict=True) if key != "linked" or others]
        fill(self.kind, kinds, node.type)
        if node.type == "linked":  # else nobody sees it, and it names every KPI of the tree
            self._show_linked()
        self._show_parents(node)
        self._show_measure(node)
        fill(self.stage, [("", translate("KpiKind", "none")), *stages()], node.stage)
        fill(self.aggregation, list(zip(AGGREGATIONS, _aggregations(), strict=True)), node.aggregation)
        counted = node.type == "measure"
        shown = {"linked": node.type == "linked", "what": counted, "only": counted, "basis": counted,
                 "leads": counted and self.leads.count() > 2, "of": counted and bool(node.measure and node.measure.sum),
                 "aggregation": node.type != "linked"}
        for key, form in self._rows.items():
            form.setVisible(shown.get(key, True))

    def _show_linked(self) -> None:
        tree = tree_of(self._context.snapshot())
        names = [(each.id, "　" * min(depth, 6) + each.name) for each, depth in tree.walk() if each.id != self._id and each.type != "linked"]
        fill(self.linked, names, self._node.link)

    def _show_parents(self, node: KpiNode) -> None:
        """All but the KPI itself and what hangs below it."""
        tree = tree_of(self._context.snapshot())
        below = rerooted(tree, self._id).nodes if self._id in tree.nodes else {}
        names = [(each.id, "　" * min(depth, 6) + each.name) for each, depth in tree.walk() if each.id not in below]
        fill(self.parent_box, [("", translate("KpiKind", "nothing: it stands at the top")), *names], node.parent)

    def _show_measure(self, node: KpiNode) -> None:
        measure = node.measure or Measure()
        counted: list[tuple[Any, str]] = [((stage, ""), translate("KpiKind", "Leads: {stage}").format(stage=words)) for stage, words in stages()]
        counted += [(("", "won_amount"), translate("KpiKind", "Sum of the amount won")),
                    (("", "quote_amount"), translate("KpiKind", "Sum of the amount quoted"))]
        fill(self.what, counted, (measure.count, measure.sum))
        fill(self.stage_of_sum, stages(), measure.stage or "won")
        rules = [("target", translate("KpiKind", "the target")), ("hot-lead", translate("KpiKind", "the hot-lead definition"))]
        fill(self.only, [("", translate("KpiKind", "all leads")), *rules], measure.only)
        lists = [(r["id"], str(value("datasets", r, "name"))) for r in self._context.snapshot().all("datasets", purpose="leads")]
        fill(self.leads, [("", translate("KpiKind", "The only one, or the first")), *lists], measure.dataset)
        fill(self.basis, [("", translate("KpiKind", "as the whole tree")), *bases()], measure.basis)

    def _look(self, changes: Changes) -> None:
        mine = changes.updated.get(("kpis", self._id), frozenset())
        if mine & _LOOKED_AT or any(kind in ("datasets", "kpis") for kind, _ in (*changes.added, *changes.removed)):
            self.refresh()


def fill(box: QComboBox, options: Sequence[tuple[Any, str]], current: Any) -> None:
    """Put (key, words) into a box, where they are others than now, and choose one."""
    if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] != list(options):
        box.clear()
        for key, words in options:
            box.addItem(words, key)
    box.setCurrentIndex(next((at for at, (key, _) in enumerate(options) if key == current), 0))


def _kinds() -> tuple[str, ...]:
    return (translate("KpiKind", "a row of a KPI sheet"), translate("KpiKind", "the lead list"), translate("KpiKind", "its formula"),
            translate("KpiKind", "another KPI"))


def _aggregations() -> tuple[str, ...]:
    return (translate("KpiKind", "Sum of the months"), translate("KpiKind", "Last month"), translate("KpiKind", "Ratio of the sums"))


def stages() -> list[tuple[str, str]]:
    """The stages in words."""
    words = (translate("KpiKind", "Lead"), "MQL", "SAL", translate("KpiKind", "Appointment"), translate("KpiKind", "Opportunity"),
             translate("KpiKind", "Proposal"), translate("KpiKind", "Won"))
    return list(zip(STAGES, words, strict=True))


def bases() -> list[tuple[str, str]]:
    """``cohort`` and ``event`` in words."""
    return [("cohort", translate("KpiKind", "of registration")), ("event", translate("KpiKind", "in which it happened"))]
