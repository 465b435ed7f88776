"""Capacity as the window and the command line ask for it, on the sample leads and on a small company."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from fusenapp.domain.capacity import Rep
from fusenapp.domain.definition import parse_rule
from fusenapp.editing import capacity as verbs
from fusenapp.editing import definitions, scenarios, trials
from fusenapp.errors import InputError
from fusenapp.flows import capacity, capacity_threshold, simulating
from fusenapp.flows.figures import dataset_record
from fusenapp.i18n import translate
from tests.unit.export.making import Company

SCORED = {"match": "all", "threshold": 30, "clauses": [
    {"id": "P1", "field": "従業員数", "operator": ">=", "value": 100, "kind": "points", "points": 20},
    {"id": "P2", "field": "流入経路", "operator": "=", "value": "紹介", "kind": "points", "points": 20},
    {"id": "P3", "field": "業種", "operator": "=", "value": "製造業", "kind": "points", "points": 10}]}
"""A社 30, B社 10, C社 20, D社 30 (its employees are not known), E社 50, F社 20."""


@pytest.fixture
def company(tmp_path: Path) -> Company:
    made = Company(tmp_path)
    for name, figure in (("people", 1.0), ("hours_per_day", 1.0), ("hours_per_lead", 10.0)):
        verbs.set_figure(made.document, name, figure)
    return made


def test_without_people_and_hours_nothing_is_reckoned(tmp_path: Path) -> None:
    bare = Company(tmp_path)
    found = capacity.reckon(bare.figures, bare.document.snapshot())
    assert (found.capacity, found.table, found.proposals) == (None, None, ())
    with pytest.raises(InputError, match="no-capacity"):
        capacity.told(bare.figures, bare.document.snapshot())


def test_leads_count_in_the_month_of_their_hand_over(company: Company) -> None:
    """Two leads were handed over in April, two in June, by the list; April has 21 business days, so 2.1 leads fit."""
    found = capacity.reckon(company.figures, company.document.snapshot())
    assert found.table is not None
    loads = {each.month: each for each in found.table.months}
    assert [loads[m].due.all for m in ("2026-04", "2026-05", "2026-06")] == [2, 0, 2]  # type: ignore[union-attr]
    assert loads["2026-04"].room == pytest.approx(2.1)
    assert found.table.node == "kpi-mql"
    assert loads["2026-07"].fixed is False


def test_what_the_command_line_says_names_what_is_not_known(company: Company) -> None:
    told = capacity.told(company.figures, company.document.snapshot())
    april = next(month for month in told["capacity"] if month["month"] == "2026-04")
    assert (april["working_days"], april["hours"], april["can_do"], april["load"], april["origin"]) == (21, 21, 2.1, 2, "actual")
    assert april["people"] == [{"name": "", "fte": 1.0, "pace": 1.0, "leave": 0.0, "days": 21, "away": 0, "hours": 21}]
    with pytest.raises(InputError, match="unknown-record"):
        capacity.told(company.figures, company.document.snapshot(), "no such scenario")


def test_months_to_come_that_are_too_full_need_a_look(company: Company) -> None:
    verbs.set_figure(company.document, "hours_per_lead", 40.0)
    told = capacity.told(company.figures, company.document.snapshot())
    over = [month["month"] for month in told["capacity"] if not month["fixed"] and (month["over"] or 0) > 0]
    assert over
    assert [each["where"] for each in capacity.problems(told)] == over
    assert over == [each["month"] for each in told["proposals"]]


def test_a_scenario_changes_the_months_to_come_alone(company: Company) -> None:
    id = scenarios.add_scenario(company.document, "倍")
    scenarios.set_changes(company.document, id, {("kpi-leads", "all"): (2.0, False)})
    plain, tried = (capacity.told(company.figures, company.document.snapshot(), which) for which in ("", "倍"))
    for before, after in zip(plain["capacity"], tried["capacity"], strict=True):
        if before["fixed"]:
            assert after == before
        else:
            assert (after["origin"], after["load"]) == ("scenario", pytest.approx(2 * before["load"], abs=1e-3))


def test_an_accepted_proposal_is_an_action_that_the_load_follows_until_it_is_taken_back(company: Company) -> None:
    verbs.set_figure(company.document, "hours_per_lead", 40.0)
    verbs.set_reps(company.document, [Rep("甲", 1.5, away=("2026-09-01:2026-09-30",))])
    snapshot = company.document.snapshot()
    found = capacity.reckon(company.figures, snapshot)
    assert found.table is not None
    assert found.capacity is not None
    proposal = next(each for each in found.proposals if each.month == "2026-09")
    id = verbs.accept(company.document, capacity.title_of(proposal, "ja"), proposal.plan().to_json(), found.capacity, kpi="kpi-mql",
                      department="marketing")
    action = company.document.get("actions", id)
    assert action is not None
    assert (action["kpi"], action["department"], action["due"]) == ("kpi-mql", "marketing", "2026-08-31")
    after = capacity.reckon(company.figures, company.document.snapshot()).table
    assert after is not None
    assert after.of["2026-09"].due.all < found.table.of["2026-09"].due.all  # type: ignore[union-attr]
    assert [plan.id for plan in after.plans] == [id]
    assert company.document.undo_label == translate("Edit", "Plan an earlier hand-over")
    verbs.withdraw(company.document, id)
    again = capacity.reckon(company.figures, company.document.snapshot()).table
    assert again is not None
    assert again.of["2026-09"].due == found.table.of["2026-09"].due


# thresholds


def _scored(company: Company) -> str:
    definitions.define(company.document, parse_rule(SCORED, "hot-lead"))
    return next(r["id"] for r in company.document.snapshot().all("datasets", purpose="leads"))


def test_the_threshold_that_fits_is_the_loosest_with_no_month_above_capacity(company: Company) -> None:
    """Registered in April: A 30, B 10, C 20; in June: D 30, E 50, F 20. With 15 h a lead April takes 1.4 leads and June 1.47, so one a month
    fits: from more than 30 points on there is only E; with 30 June has D (whose employees are not known: 30 points already) and E."""
    verbs.set_figure(company.document, "hours_per_lead", 15.0)
    dataset = _scored(company)
    snapshot = company.document.snapshot()
    fit = next(each for each in capacity_threshold.fits(company.figures, snapshot, dataset) if not each.knob.id)
    assert (fit.now.number, fit.now.over) == (30, ("2026-06",))
    assert fit.fits
    assert fit.best.months == {"2026-04": 0, "2026-05": 0, "2026-06": 1}
    assert 30 < fit.best.number <= 50
    assert [p.number for p in fit.positions if not p.over and p.leads > fit.best.leads] == []


def test_every_position_agrees_with_the_simulator(company: Company) -> None:
    dataset = _scored(company)
    snapshot = company.document.snapshot()
    trial = simulating.simulator(company.figures, snapshot, dataset, "hot-lead")
    seen = simulating.seen(company.figures.dataset(snapshot, dataset), dataset_record(snapshot, dataset)["meanings"])
    for fit in capacity_threshold.fits(company.figures, snapshot, dataset):
        for position in fit.positions:
            told = trial.figures(capacity_threshold.changes_of(trial, fit.knob, position.number))
            assert position.months == simulating.months_named(told.months)
            assert position.leads == told.counts["match"] - int(np.count_nonzero(seen.month < 0))


def test_quality_leads_weigh_as_much_as_they_take(company: Company) -> None:
    """The target has A社 and F社 for certain; a quality lead that takes 30 h fills April (21 h) alone."""
    verbs.set_figure(company.document, "hours_per_quality_lead", 30.0)
    dataset = _scored(company)
    fit = next(each for each in capacity_threshold.fits(company.figures, company.document.snapshot(), dataset) if not each.knob.id)
    assert "2026-04" in fit.now.over


def test_what_fits_is_taken_over_like_a_trial(company: Company) -> None:
    verbs.set_figure(company.document, "hours_per_lead", 15.0)
    dataset = _scored(company)
    fit = next(each for each in capacity_threshold.fits(company.figures, company.document.snapshot(), dataset) if not each.knob.id)
    trials.apply_trial(company.document, "hot-lead", fit.trial)
    again = next(each for each in capacity_threshold.fits(company.figures, company.document.snapshot(), dataset) if not each.knob.id)
    assert (again.now.number, again.now.over, again.changes) == (fit.best.number, (), False)


# what it says


def test_months_to_come_above_capacity_are_a_warning_and_past_ones_a_notice(company: Company) -> None:
    verbs.set_figure(company.document, "people", 9.0)
    assert capacity.diagnoses(company.figures, company.document.snapshot()) == []
    verbs.set_figure(company.document, "people", 0.2)
    (found,) = capacity.diagnoses(company.figures, company.document.snapshot())
    table = capacity.reckon(company.figures, company.document.snapshot()).table
    assert table is not None
    coming = [each.month for each in table.over if not each.fixed]
    assert (found.code, found.severity, found.nodes) == ("above-capacity", "warning", ("kpi-mql",))
    assert (found.figures["count"], found.figures["first"], found.figures["last"]) == (len(coming), coming[0], coming[-1])
    verbs.set_reps(company.document, [Rep("今まで", 0.5, end="2026-06"), Rep("これから", 9.0, start="2026-07")])
    (found,) = capacity.diagnoses(company.figures, company.document.snapshot())
    assert (found.code, found.severity, found.figures["last"]) == ("was-above-capacity", "notice", "2026-06")
    assert "proposal" not in found.figures  # nothing can be done any more


def test_what_is_above_capacity_is_told_with_whose_it_is_and_what_to_do_in_whole_leads_that_add_up(company: Company) -> None:
    verbs.set_reps(company.document, [Rep("三浦 亮", 0.1), Rep("退職した人", 1.0, end="2026-06")])
    snapshot = company.document.snapshot()
    (found,) = capacity.diagnoses(company.figures, snapshot)
    told = found.figures
    assert told["people"] == ["三浦 亮"]
    assert told["month"] in told["months"]
    assert told["due"] == told["room"] + told["over"]
    proposal = next(each for each in capacity.reckon(company.figures, snapshot).proposals if each.month == told["month"])
    assert told["proposal"]["plan"] == proposal.plan().to_json()
    assert told["proposal"]["ja"] != told["proposal"]["en"]
    assert json.loads(json.dumps(told)) == told  # kept with a meeting as it is
