"""Figures on demand: reckoned once for one content, by the agreed words where there are any."""

from __future__ import annotations

from pathlib import Path

import pytest

from fusenapp.domain import definition
from fusenapp.domain.kpi import Measure
from fusenapp.editing import definitions, kpis, terms, workspace
from fusenapp.errors import InputError
from fusenapp.flows.figures import Figures, check_fields, dataset_record
from tests.unit.export.making import Company

T1 = definition.record_id("target", "T1")


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path)


def _quality(company: Company) -> int:
    snapshot = company.document.snapshot()
    return int(company.figures.kpi(snapshot).value("kpi-leads", "2026", segment="quality") or 0)


def test_a_list_is_found_by_id_by_name_or_as_the_only_one_of_its_purpose(company: Company) -> None:
    snapshot = company.document.snapshot()
    id = snapshot.all("datasets", purpose="leads")[0]["id"]
    assert {dataset_record(snapshot, wanted)["id"] for wanted in (id, "leads")} == {id}
    with pytest.raises(InputError, match="unknown-dataset"):
        dataset_record(snapshot, "voices")


def test_the_same_content_is_reckoned_once(company: Company) -> None:
    read: list[str] = []
    figures = Figures(lambda hash: read.append(hash) or company.blobs[hash])
    first = figures.verdicts(company.document.snapshot(), "leads", "target")
    terms.write_agreed(company.document, "term-lead", "別の言い方")
    workspace.rename(company.document, "別の名前")
    assert figures.verdicts(company.document.snapshot(), "leads", "target") is first
    assert len(read) == 1
    definitions.change_clause(company.document, T1, value=["小売業"])
    assert figures.verdicts(company.document.snapshot(), "leads", "target") is not first
    assert len(read) == 1, "the rows are the same"


def test_the_tree_is_reckoned_anew_when_it_or_its_data_changes(company: Company) -> None:
    first = company.figures.kpi(company.document.snapshot())
    assert company.figures.kpi(company.document.snapshot()) is first
    kpis.set_node(company.document, "kpi-leads", owner="佐伯")
    owned = company.figures.kpi(company.document.snapshot())
    assert owned.tree.nodes["kpi-leads"].owner == "佐伯"
    assert "kpi-leads" in (owned.moved_since(first) or ())
    assert owned.grid.moved_since(first.grid) == frozenset(), "who owns a figure changes none"
    kpis.set_node(company.document, "kpi-leads", name="新規リード数")
    assert company.figures.kpi(company.document.snapshot()).tree.nodes["kpi-leads"].name == "新規リード数"
    workspace.set_as_of(company.document, "2026-05")
    assert company.figures.kpi(company.document.snapshot()).as_of == "2026-05"


def test_quality_leads_are_those_of_the_agreed_target_while_its_draft_goes_on(company: Company) -> None:
    assert _quality(company) == 3
    company.agree(("definitions", "target"))
    definitions.change_clause(company.document, T1, value=["小売業"])
    assert _quality(company) == 3
    company.agree(("definitions", "target"))
    assert _quality(company) == 1


def test_without_a_target_leads_are_not_split(tmp_path: Path) -> None:
    company = Company(tmp_path)
    definitions.remove_group(company.document, company.document.snapshot().value("definitions", "target", "root"))
    result = company.figures.kpi(company.document.snapshot())
    assert result.value("kpi-leads", "2026") == 6
    assert result.value("kpi-leads", "2026", segment="quality") is None


def test_a_definition_is_checked_against_the_lists_that_are_there(company: Company, tmp_path: Path) -> None:
    snapshot = company.document.snapshot()
    rule = {"match": "all", "clauses": [{"id": "x", "field": "社員の数", "operator": ">=", "value": 1}]}
    wanted = definition.parse_rule(rule, "target")
    with pytest.raises(InputError, match="unknown-field"):
        check_fields(company.figures, snapshot, wanted)
    (tmp_path / "bare").mkdir()
    bare = Company(tmp_path / "bare", data=False)
    check_fields(bare.figures, bare.document.snapshot(), wanted)


def test_an_unknown_definition_is_refused(company: Company) -> None:
    with pytest.raises(InputError, match="unknown-definition"):
        company.figures.verdicts(company.document.snapshot(), "leads", "target@finance")


def test_a_measure_counts_only_the_leads_that_meet_a_definition(company: Company) -> None:
    document = company.document
    counted, won = (kpis.add_node(document, name, "kpi-leads", unit="件") for name in ("質リードだけ", "質リードの受注"))
    kpis.set_measure(document, counted, Measure(count="lead", only="target"))
    kpis.set_measure(document, won, Measure(count="won", only="target"))
    result = company.figures.kpi(document.snapshot())
    for id, whole in ((counted, "kpi-leads"), (won, "kpi-won")):
        assert result.value(id, "2026") == result.value(whole, "2026", segment="quality")
        assert not result.value(id, "2026", segment="general")
    definitions.change_clause(document, T1, value=["小売業"])
    moved = company.figures.kpi(document.snapshot())
    assert moved.value(counted, "2026") == moved.value("kpi-leads", "2026", segment="quality") != result.value(counted, "2026")
    kpis.set_measure(document, counted, Measure(count="lead", only="none"))
    assert [p.code for p in company.figures.kpi(document.snapshot()).problems if p.node == counted] == ["measure-without-definition"]


def test_the_month_in_which_leads_count_is_kept_in_the_workspace(company: Company) -> None:
    document, figures = company.document, company.figures
    by_registration = figures.kpi(document.snapshot())
    kpis.set_basis(document, "event")
    by_event = figures.kpi(document.snapshot())
    assert (by_registration.basis, by_event.basis) == ("cohort", "event")
    assert by_event is figures.kpi(document.snapshot(), basis="event")
    assert figures.kpi(document.snapshot(), basis="cohort") is by_registration
    document.undo()
    assert figures.kpi(document.snapshot()) is by_registration
    with pytest.raises(InputError, match="bad-value"):
        kpis.set_basis(document, "sometimes")
