"""Where a KPI's figures come from is chosen in the inspector: a sheet's row, the lead list, its formula, another KPI."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.area import KpiArea
from fusenapp.ui.kpi.node_kind import NodeKind

MONTH = "2026-11"


@pytest.fixture
def kpi(area, qtbot) -> KpiArea:
    """The area with the sample company's figures."""
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: shown._reckoned_now is not None, timeout=20_000)
    return shown


def _figure(kpi: KpiArea, id: str) -> float | None:
    assert kpi._reckoned_now is not None
    result = kpi._reckoned_now.result
    return result.value(id, MONTH) if id in result.tree.nodes else None


def _new(kpi: KpiArea, context: UiContext, qtbot) -> tuple[str, NodeKind]:
    """A KPI below the leads, with its fields in the inspector."""
    before = {record["id"] for record in context.snapshot().all("kpis")}
    kpi.go_to("kpi-leads")
    assert kpi._inspector is not None
    kpi._inspector.definition._add()
    id = next(record["id"] for record in context.snapshot().all("kpis") if record["id"] not in before)
    qtbot.waitUntil(lambda: kpi._reckoned_now is not None and id in kpi._reckoned_now.result.tree.nodes, timeout=20_000)
    kpi.choices.known.setChecked(False)
    kpi.go_to(id)
    assert kpi._inspector.definition._id == id
    return id, kpi._inspector.definition.kind


def _choose(box, key: object) -> None:
    at = next(at for at in range(box.count()) if box.itemData(at) == key)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_leads_at_a_stage_are_counted_in_either_month(kpi, context, qtbot) -> None:
    id, kind = _new(kpi, context, qtbot)
    _choose(kind.kind, "measure")
    _choose(kind.what, ("appointment", ""))
    qtbot.waitUntil(lambda: _figure(kpi, id) == 40, timeout=20_000)
    _choose(kind.basis, "event")
    store, snapshot = context.store, context.snapshot()
    wanted = store.kpi(snapshot, basis="event").value("kpi-appointments", MONTH)
    assert wanted != 40
    qtbot.waitUntil(lambda: _figure(kpi, id) == wanted, timeout=20_000)


def test_what_was_won_is_added_up(kpi, context, qtbot) -> None:
    id, kind = _new(kpi, context, qtbot)
    _choose(kind.kind, "measure")
    _choose(kind.what, ("", "won_amount"))
    qtbot.waitUntil(lambda: _figure(kpi, id) == 16351433 + 23783029, timeout=20_000)


def test_another_kpi_is_shown_and_a_ring_is_refused(kpi, context, qtbot) -> None:
    id, kind = _new(kpi, context, qtbot)
    _choose(kind.kind, "linked")
    _choose(kind.linked, "kpi-leads")
    qtbot.waitUntil(lambda: _figure(kpi, id) == 781, timeout=20_000)
    said: list[str] = []
    context.notified.connect(lambda message, undo, kind: said.append(message))
    name = context.snapshot().value("kpis", id, "name")
    kpi.go_to("kpi-mql-rate")
    assert kpi._inspector is not None
    kpi._inspector.definition.formula.line.setText(f"[{name}] ÷ [リード数]")
    kpi._inspector.definition.formula._done()
    qtbot.waitUntil(lambda: context.snapshot().value("kpis", "kpi-mql-rate", "formula").startswith(f"[{name}]"), timeout=5_000)
    context.bridge.flush()
    kpi.go_to(id)
    _choose(kpi._inspector.definition.kind.linked, "kpi-mql-rate")
    assert context.snapshot().value("kpis", id, "source") == {"node": "kpi-leads"}
    assert "循環" in said[-1]


def test_a_formula_typed_into_a_new_kpi_gives_its_figures(kpi, context, qtbot) -> None:
    id, kind = _new(kpi, context, qtbot)
    field = kpi._inspector.definition.formula
    field.line.setText("[リード数] + [MQL数]")
    field._done()
    qtbot.waitUntil(lambda: (_figure(kpi, id) or 0) > 781, timeout=20_000)
    assert kind.kind.currentData() == "formula"


def test_a_balance_has_the_figure_of_its_last_month_in_a_quarter(kpi, context, qtbot) -> None:
    id, kind = _new(kpi, context, qtbot)
    _choose(kind.kind, "measure")
    _choose(kind.aggregation, "last")
    qtbot.waitUntil(lambda: _figure(kpi, id) == 781, timeout=20_000)
    assert kpi._reckoned_now.result.value(id, "2026-Q2") == 714


def test_only_what_belongs_to_the_kind_is_asked(kpi, context, qtbot) -> None:
    _, kind = _new(kpi, context, qtbot)
    asked = {key for key, form in kind._rows.items() if form.isVisibleTo(kind)}
    assert asked == {"kind", "stage", "aggregation", "parent"}
    _choose(kind.kind, "measure")
    context.bridge.flush()
    assert {"what", "basis"} <= {key for key, form in kind._rows.items() if form.isVisibleTo(kind)}


def test_only_hot_leads_are_counted(kpi, context, qtbot) -> None:
    id, kind = _new(kpi, context, qtbot)
    _choose(kind.kind, "measure")
    _choose(kind.only, "hot-lead")
    qtbot.waitUntil(lambda: _figure(kpi, id) not in (None, 781), timeout=20_000)
    result = kpi._reckoned_now.result
    assert result.value(id, result.months) == 52, "as many as the definition finds in the list"


def test_the_month_in_which_leads_count_is_chosen_for_the_whole_tree_and_taken_back(kpi, context, qtbot) -> None:
    wanted = context.store.kpi(context.snapshot(), basis="event").value("kpi-won", MONTH)
    box = kpi.choices.basis
    assert (box.currentText(), _figure(kpi, "kpi-won")) == ("登録月で集計", 9)
    _choose(box, "event")
    qtbot.waitUntil(lambda: _figure(kpi, "kpi-won") == wanted, timeout=20_000)
    context.bridge.undo()
    qtbot.waitUntil(lambda: _figure(kpi, "kpi-won") == 9, timeout=20_000)
    assert box.currentData() == "cohort"


def test_a_kpi_is_hung_below_another_one_but_never_below_itself(kpi, context, qtbot) -> None:
    kpi.go_to("kpi-leads")
    assert kpi._inspector is not None
    kind = kpi._inspector.definition.kind
    offered = {kind.parent_box.itemData(at) for at in range(kind.parent_box.count())}
    assert "kpi-won" in offered
    assert offered.isdisjoint({"kpi-leads", "kpi-visitors"}), "visitors hang below leads"
    _choose(kind.parent_box, "kpi-won")
    context.bridge.flush()
    assert context.snapshot().value("kpis", "kpi-leads", "parent") == "kpi-won"
    assert kind.parent_box.currentData() == "kpi-won"
    context.bridge.undo()
    assert context.snapshot().value("kpis", "kpi-leads", "parent") == "kpi-mql"


def test_its_fields_open_with_a_link_and_stay_open_for_the_next_kpi(kpi, qtbot) -> None:
    kpi.go_to("kpi-leads")
    assert kpi._inspector is not None
    assert kpi._inspector.definition._kind is None
    qtbot.mouseClick(kpi._inspector.definition._more, Qt.MouseButton.LeftButton)
    assert not kpi._inspector.definition.kind.isHidden()
    kpi.go_to("kpi-mql")
    assert kpi._inspector.definition._kind is not None
    assert kpi._inspector.definition._more.isHidden()
