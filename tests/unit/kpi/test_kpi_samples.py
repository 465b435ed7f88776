"""The figures of both sample companies, from their lead lists and their KPI sheets."""

from __future__ import annotations

import pytest

from fusenapp.domain.kpi import b2b_tree, tree_from
from fusenapp.kpi import Inputs, evaluate, suggest_sources, to_json
from fusenapp.tables import extract, read_book, read_kpi
from tests.unit.kpi import making
from tests.unit.kpi.making import NODE, SEGMENT, company, facts, leads, sheet

SHEETS = making.SAMPLES
SAMPLES = ("plain", "messy")


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_lead_list_gives_the_cohorts_by_month_and_quality(sample: str) -> None:
    result = evaluate(tree_from(b2b_tree()), Inputs(leads={"list": leads(sample)}))
    assert result.problems == ()
    assert (result.months, result.as_of) == (tuple(facts(sample)["cohort_by_month"]), "2026-11")
    for month, by_segment in facts(sample)["cohort_by_month"].items():
        for segment, figures in by_segment.items():
            for kpi, value in figures.items():
                assert result.nodes[NODE[kpi]].get(month, "actual", SEGMENT[segment]) == value, (month, segment, kpi)


@pytest.mark.parametrize("sample", SAMPLES)
def test_hand_over_and_acceptance_add_up_to_the_true_totals(sample: str) -> None:
    result = company(sample)
    told = facts(sample)
    assert result.value("kpi-mql", "2026") == told["handed_over"]
    assert result.value("kpi-sal", "2026") == told["accepted"]
    assert result.value("kpi-won", "2026") == told["hot_vs_won"]["all_won"]
    assert result.value("kpi-won-amount", "2026") == sum(told["cohort_by_month"][m][s]["受注額"] for m in result.months for s in ("質リード", "一般リード"))


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("with_leads", [True, False])
def test_the_sheet_gives_targets_actuals_and_achievement(sample: str, with_leads: bool) -> None:
    result = company(sample, lead_list=with_leads)
    assert result.problems == (), "the sheet and the list agree to the last figure"
    for row in sheet(sample):
        found = result.nodes[NODE[row.name]]
        segment = SEGMENT[row.segment]
        assert found.series[segment]["target"] == row.series["target"]
        assert found.series[segment]["actual"] == row.series["actual"]
        for month, target in row.series["target"].items():
            assert found.achievement[segment].get(month) == (row.series["actual"][month] / target if target else None)


def test_where_a_figure_comes_from_is_told() -> None:
    assert company("plain").nodes["kpi-leads"].origin == {"actual": "leads", "target": "sheet"}
    assert company("plain", lead_list=False).nodes["kpi-leads"].origin == {"actual": "sheet", "target": "sheet"}
    assert company("plain").nodes["kpi-win-rate"].origin == {"actual": "formula", "target": "formula"}


@pytest.mark.parametrize("sample", SAMPLES)
def test_quality_and_general_leads_add_up_at_every_stage(sample: str) -> None:
    result = company(sample)
    for node in ("kpi-leads", "kpi-mql", "kpi-sal", "kpi-appointments", "kpi-proposals", "kpi-won", "kpi-won-amount"):
        series = result.nodes[node].series
        for month in result.months:
            assert series["quality"]["actual"][month] + series["general"]["actual"][month] == series["all"]["actual"][month]


@pytest.mark.parametrize("sample", SAMPLES)
def test_conversion_is_the_mix_of_both_segments_conversions(sample: str) -> None:
    """c = q·c_Q + (1 − q)·c_G, with q the share of quality leads in the stage before."""
    result = company(sample)
    for rate, before in (("kpi-mql-rate", "kpi-leads"), ("kpi-acceptance-rate", "kpi-mql"), ("kpi-appointment-rate", "kpi-sal"),
                         ("kpi-proposal-rate", "kpi-appointments"), ("kpi-win-rate", "kpi-proposals")):
        whole, quality, general = (result.value(rate, "2026", segment=s) for s in ("all", "quality", "general"))
        share = result.value(before, "2026", segment="quality") / result.value(before, "2026")
        assert whole == pytest.approx(share * quality + (1 - share) * general, rel=1e-12)


def test_the_json_of_the_command_line_carries_every_figure() -> None:
    entries = {(entry["id"], entry["segment"]): entry for entry in to_json(company("plain"), "quarter")}
    lead = entries["kpi-leads", "all"]
    assert lead["series"]["actual"] == {"2026-Q1": 374 + 508 + 577, "2026-Q2": 617 + 700 + 714, "2026-Q3": 729 + 781}
    assert lead["unfixed"] == ["2026-Q3"], "December is not in yet"
    assert lead["achievement"]["2026-Q1"] == (374 + 508 + 577) / (437 + 563 + 543)
    rate = entries["kpi-quality-rate", "all"]["series"]["actual"]
    assert rate["2026-Q1"] == (32 + 51 + 59) / (374 + 508 + 577)
    assert entries["kpi-calls", "all"]["series"] == {}


def test_the_json_of_a_department_is_its_partial_view() -> None:
    entries = to_json(company("plain"), department="inside-sales", months=("2026-11",))
    assert {entry["id"] for entry in entries} == {"kpi-appointments", "kpi-appointment-rate", "kpi-calls", "kpi-talks", "kpi-needs", "kpi-referrals"}
    assert entries[0]["series"]["actual"] == {"2026-11": 40}


def test_chosen_months_choose_whole_periods() -> None:
    leads = next(e for e in to_json(company("plain"), "quarter", months=("2026-06",)) if e["id"] == "kpi-leads")
    assert leads["series"]["actual"] == {"2026-Q1": 374 + 508 + 577}
    to_date = next(e for e in to_json(company("plain"), "ytd", months=("2026-06",)) if e["id"] == "kpi-leads")
    assert to_date["series"]["actual"] == {"2026-06": 374 + 508 + 577}


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_workbook_itself_feeds_the_tree_with_a_cell_behind_every_figure(sample: str) -> None:
    rows = read_kpi(extract(read_book(SHEETS / f"{sample}_kpi.xlsx")))
    sources = suggest_sources(tree_from(b2b_tree()), {"sheet": rows})
    tree = tree_from([{**record, "source": sources.get(record["id"])} for record in b2b_tree()])
    result = evaluate(tree, Inputs(rows={"sheet": rows}, leads={"list": leads(sample)}))
    assert result.problems == ()
    for row in sheet(sample):
        found = result.nodes[NODE[row.name]]
        assert found.series[SEGMENT[row.segment]]["target"] == row.series["target"]
        assert all(("›" in found.places[SEGMENT[row.segment], "target", month]) for month in row.series["target"])
    first = "E5" if sample == "messy" else "E2"
    assert result.nodes["kpi-leads"].places["all", "target", "2026-04"] == f"{sample}_kpi.xlsx › KPI全体 › {first}"
