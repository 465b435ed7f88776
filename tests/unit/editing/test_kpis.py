"""The KPI tree: nodes with names that formulas use, hung below each other without rings."""

from __future__ import annotations

from fusenapp.document import Author, Document
from fusenapp.domain.kpi import Measure
from fusenapp.editing import kpis, templates
from tests.unit.editing.people import b2b, refused


def _below(document: Document, parent: str) -> list[str]:
    return [n["name"] for n in document.snapshot().all("kpis", parent=parent)]


def test_a_new_node_hangs_at_the_end_below_its_parent() -> None:
    document = b2b()
    id = kpis.add_node(document, "紹介件数", "kpi-leads", unit="件", department="marketing")
    assert (_below(document, "kpi-leads")[-1], document.undo_label) == ("紹介件数", "KPIの追加")
    assert document.snapshot().value("kpis", id, "department") == "marketing"


def test_a_formula_is_checked_where_it_stands() -> None:
    document = b2b()
    id = kpis.add_node(document, "リード単価", "kpi-leads", type="formula", unit="円", formula="[受注金額] ÷ [リード数]")
    for formula, code in (("[受注金額] ÷ [知らないKPI]", "unknown-name"), ("[受注金額] ÷", "formula-syntax"), ("[リード単価] + 1", "cycle")):
        with refused(document, code):
            kpis.set_node(document, id, formula=formula)
    with refused(document, "unknown-name"):
        kpis.add_node(document, "別の単価", "kpi-leads", type="formula", formula="[ない] ÷ 2")


def test_a_new_name_is_carried_into_the_formulas_that_use_it() -> None:
    document = b2b()
    kpis.set_node(document, "kpi-leads", name="新規リード数")
    assert document.snapshot().value("kpis", "kpi-mql-rate", "formula") == "[MQL数] ÷ [新規リード数]"
    document.undo()
    assert document.snapshot().value("kpis", "kpi-mql-rate", "formula") == "[MQL数] ÷ [リード数]"


def test_types_and_units_are_those_that_we_can_reckon_with() -> None:
    document = b2b()
    for wrong in ({"type": "guess"}, {"unit": "kg"}):
        with refused(document, "bad-value"):
            kpis.set_node(document, "kpi-calls", **wrong)
        with refused(document, "bad-value"):
            kpis.add_node(document, "x", **wrong)


def test_a_node_moves_with_everything_below_it_but_never_below_itself() -> None:
    document = b2b()
    kpis.move_node(document, "kpi-talks", "kpi-won")
    assert ("対話件数" in _below(document, "kpi-won"), _below(document, "kpi-talks")) == (True, ["電話件数"])
    with refused(document, "cycle"):
        kpis.move_node(document, "kpi-talks", "kpi-calls")
    first, second = document.snapshot().all("kpis", parent="kpi-won")[:2]
    kpis.move_node(document, "kpi-talks", "kpi-won", first["id"], second["id"])
    assert _below(document, "kpi-won")[1] == "対話件数"


def test_the_children_of_a_deleted_node_move_up() -> None:
    document = b2b()
    kpis.delete_node(document, "kpi-talks")
    assert "電話件数" in _below(document, "kpi-needs")
    document.undo()
    assert _below(document, "kpi-talks") == ["電話件数"]


def test_nodes_are_fed_from_a_sheet_in_one_step() -> None:
    document = b2b()
    kpis.connect_sources(document, {"kpi-leads": {"dataset": "d", "name": "リード"}, "kpi-calls": {"dataset": "d", "name": "架電"}})
    assert document.snapshot().value("kpis", "kpi-calls", "source") == {"dataset": "d", "name": "架電"}
    kpis.connect_sources(document, {"kpi-calls": None})
    assert document.snapshot().value("kpis", "kpi-calls", "source") is None
    document.undo()
    document.undo()
    assert document.snapshot().value("kpis", "kpi-leads", "source") is None


def test_what_is_not_there_is_refused() -> None:
    document = b2b()
    for change in (
        lambda: kpis.add_node(document, "x", "kpi-x"), lambda: kpis.set_node(document, "kpi-x", name="y"), lambda: kpis.move_node(document, "kpi-x", ""),
        lambda: kpis.delete_node(document, "kpi-x"), lambda: kpis.connect_sources(document, {"kpi-leads": None, "kpi-x": None}),
    ):
        with refused(document, "unknown-record"):
            change()


def test_a_tree_begins_with_a_template_in_one_step_where_there_is_none() -> None:
    document = Document(Author("佐伯 遥", "marketing"))
    templates.build(document, "empty")
    made = kpis.begin_tree(document, "revenue", {"kpi-leads": {"dataset": "d", "name": "リード"}})
    assert (made[0], document.undo_label) == ("kpi-won-amount", "KPIツリーの作成")
    assert document.snapshot().value("kpis", "kpi-leads", "source") == {"dataset": "d", "name": "リード"}
    with refused(document, "tree-there"):
        kpis.begin_tree(document, "b2b")
    document.undo()
    assert document.snapshot().all("kpis") == []
    with refused(document, "unknown-template"):
        kpis.begin_tree(document, "none")
    assert len(kpis.begin_tree(document, "revenue")) == len(made), "an outline that was taken back can be begun again"


def test_a_formula_gives_the_figures_where_nothing_else_does_and_explains_them_where_something_does() -> None:
    document = b2b()
    id = kpis.add_node(document, "接点数", "kpi-leads", unit="件")
    kpis.set_formula(document, id, "[リード数] + [MQL数]")
    assert document.snapshot().value("kpis", id, "type") == "formula"
    kpis.set_formula(document, id, "")
    assert document.snapshot().value("kpis", id, "type") == "input"
    kpis.connect_sources(document, {id: {"dataset": "d", "name": "接点"}})
    kpis.set_formula(document, id, "[リード数] + [MQL数]")
    assert document.snapshot().value("kpis", id, "type") == "input", "the sheet says what it is, the formula what it is made of"


def test_a_node_is_counted_on_the_leads_or_shows_another_one() -> None:
    document = b2b()
    id = kpis.add_node(document, "アポ（発生月）", "kpi-leads", unit="件")
    kpis.set_measure(document, id, Measure(count="appointment", basis="event"))
    assert document.snapshot().value("kpis", id, "measure") == {"count": "appointment", "basis": "event", "definition": "target"}
    for wrong in (Measure(count="none"), Measure(count="won", basis="none")):
        with refused(document, "bad-value"):
            kpis.set_measure(document, id, wrong)
    kpis.link_node(document, id, "kpi-mql")
    kpis.set_node(document, "kpi-mql-rate", formula="[アポ（発生月）] ÷ [リード数]")
    with refused(document, "cycle"):
        kpis.link_node(document, id, "kpi-mql-rate")
    kpis.set_type(document, id, "measure")
    assert document.snapshot().value("kpis", id, "source") is None
    for field, wrong in (("aggregation", "mean"), ("direction", "left"), ("stage", "somewhere")):
        with refused(document, "bad-value"):
            kpis.set_node(document, id, **{field: wrong})
