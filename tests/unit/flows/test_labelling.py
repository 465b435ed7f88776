"""Blind labelling on an imported list: what is hidden, what is drawn, what the result says."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from fusenapp.document import Author
from fusenapp.domain import definition, labelling
from fusenapp.domain.definition import parse_rule
from fusenapp.domain.labelling import HOT, NOT, UNSURE, Labelling
from fusenapp.editing import definitions
from fusenapp.editing import labelling as verbs
from fusenapp.flows import labelling as flow
from fusenapp.flows.figures import datasets
from tests.unit.export.making import Company

HEAD = "会社名,業種,従業員数,トライアル申込,登録日,引渡日,営業の受領,受注日"
RULE = {"match": "all", "clauses": [
    {"id": "H1", "field": "従業員数", "operator": ">=", "value": 100},
    {"id": "H2", "field": "トライアル申込", "operator": "is-true"}]}
POINTS = {"match": "all", "threshold": 50, "clauses": [
    {"id": "P1", "field": "従業員数", "operator": ">=", "value": 100, "kind": "points", "points": 40},
    {"id": "P2", "field": "トライアル申込", "operator": "is-true", "kind": "points", "points": 20}]}


def leads() -> str:
    """120 leads: size 10 … 250 (every tenth unknown), a trial for every other, three industries."""
    told = io.StringIO()
    writer = csv.writer(told)
    writer.writerow(HEAD.split(","))
    for at in range(120):
        size = "" if at % 10 == 9 else 10 + 2 * at
        handed = f"2026-05-{at % 28 + 1:02}" if at % 2 else ""
        writer.writerow([f"会社{at}", ("製造業", "卸売業", "小売業")[at % 3], size, "○" if at % 2 else "×", f"2026-04-{at % 28 + 1:02}", handed,
                         "受領" if handed else "", "2026-06-01" if at % 8 == 1 else ""])
    return told.getvalue()


@pytest.fixture
def company(tmp_path: Path) -> Company:
    made = Company(tmp_path, data=False)
    made.take("leads.csv", leads())
    definitions.define(made.document, parse_rule(RULE, "hot-lead"))
    return made


def the_list(company: Company) -> str:
    return datasets(company.document.snapshot(), "leads")[0]["id"]


def draw(company: Company, size: int = 30, seed: str = "7", **more) -> flow.Sample:
    return flow.draw(company.figures, company.document.snapshot(), the_list(company), "hot-lead", size, seed, **more)


def begin(company: Company, sample: flow.Sample, departments=("marketing", "field-sales")) -> str:
    return verbs.start(company.document, "判定", "hot-lead", the_list(company), departments, sample.facts, sample.leads, "7", sample.as_of)


def held(found: Labelling, key: str, name: str):
    return found.lead(key).values[[fact.name for fact in found.facts].index(name)]


def label(company: Company, id: str, department: str, hot) -> None:
    """A department answers by a rule of its own; None: unsure."""
    company.document.author = Author(f"{department} 太郎", department)
    found = labelling.labelling(company.document.snapshot(), id)
    assert found is not None
    for key in found.keys:
        verbs.answer(company.document, id, key, {True: HOT, False: NOT, None: UNSURE}[hot(found, key)])


def result(company: Company, id: str) -> flow.Result:
    verbs.close(company.document, id)
    snapshot = company.document.snapshot()
    found = labelling.labelling(snapshot, id)
    assert found is not None
    return flow.result(snapshot, found, labelling.visible_sheets(snapshot, found, "marketing", ""))


def test_what_became_of_a_lead_is_never_shown(company: Company) -> None:
    why = {f.name: f.why for f in flow.fields(company.figures, company.document.snapshot(), the_list(company))}
    assert why == {"会社名": "", "業種": "", "従業員数": "", "トライアル申込": "", "登録日": "", "引渡日": "meaning", "営業の受領": "meaning",
                   "受注日": "meaning"}


def test_a_column_that_a_clause_calls_late_is_hidden_too_and_others_on_request(company: Company) -> None:
    rule = {"match": "all", "clauses": [*RULE["clauses"], {"id": "H3", "field": "業種", "operator": "=", "value": "製造業",
                                                           "known_at_handover": False}]}
    definitions.define(company.document, parse_rule(rule, "hot-lead"))
    sample = draw(company, hidden=["会社名", "受注日"])
    assert [f.name for f in sample.facts if f.shown] == ["従業員数", "トライアル申込", "登録日"]


def test_leads_of_every_kind_are_drawn_and_the_same_again(company: Company) -> None:
    sample = draw(company)
    assert (len(sample.leads), sample.problem) == (30, None)
    assert sample.strata == {"match": 9, "near": 9, "unknown": 5, "no_match": 7}
    assert draw(company).leads == sample.leads
    assert draw(company, seed="8").leads != sample.leads
    assert len({lead.place for lead in sample.leads}) == 30


def test_each_lead_stands_in_the_stratum_that_the_definition_puts_it_in(company: Company) -> None:
    for lead in draw(company, 50).leads:
        size, trial = lead.values[2], lead.values[3]
        missed = ((size is not None and size < 100), not trial)
        expected = "unknown" if size is None and trial else "no_match" if all(missed) else "near" if any(missed) else "match"
        assert lead.stratum == expected, lead


def test_near_with_points_is_one_condition_short_or_just_past_the_threshold(company: Company) -> None:
    definitions.define(company.document, parse_rule(POINTS, "hot-lead"))
    for lead in draw(company, 50).leads:
        size, trial = lead.values[2], lead.values[3]
        points = (40 if size is not None and size >= 100 else 0) + (20 if trial else 0)
        if size is not None:
            assert lead.stratum == {0: "no_match", 20: "near", 40: "near", 60: "near"}[points], lead


def test_without_a_definition_leads_are_drawn_from_all(company: Company) -> None:
    definitions.define(company.document, parse_rule({"match": "all", "clauses": [
        {"id": "X", "field": "無い列", "operator": "is-true"}]}, "hot-lead"))
    sample = draw(company, 20)
    assert len(sample.leads) == 20
    assert sample.problem is not None
    assert sample.problem.code == "unknown-field"
    id = begin(company, sample)
    label(company, id, "marketing", lambda found, key: held(found, key, "トライアル申込"))
    label(company, id, "field-sales", lambda found, key: held(found, key, "トライアル申込"))
    told = result(company, id)
    assert (told.problem.code, told.against) == ("unknown-field", {})
    assert told.between[0].pair.kappa.value == 1.0


def test_the_condition_that_sales_misses_comes_first(company: Company) -> None:
    """Marketing wants every lead, sales a hundred people."""
    id = begin(company, draw(company))
    label(company, id, "marketing", lambda found, key: True)
    label(company, id, "field-sales", lambda found, key: (held(found, key, "従業員数") or 0) >= 100)
    between = result(company, id).between[0]
    assert between.pair.second_only == 0
    found = labelling.labelling(company.document.snapshot(), id)
    assert set(between.disputed) == {k for k in found.keys if (held(found, k, "従業員数") or 0) < 100}
    first = next(s for s in between.separations["first_only"] if s.definition)
    assert (first.id, first.condition.field, first.group.value, first.rest.value) == ("H1", "従業員数", 0.0, 1.0)
    assert first.difference == -1.0
    assert first.sure
    assert not any(s.enough for s in between.separations["second_only"])


def test_each_department_is_set_against_the_definition_of_today(company: Company) -> None:
    id = begin(company, draw(company))
    for department in ("marketing", "field-sales"):
        label(company, id, department, lambda found, key: bool(held(found, key, "トライアル申込")))
    before = result(company, id)
    definitions.define(company.document, parse_rule({"match": "all", "clauses": [RULE["clauses"][1]]}, "hot-lead"))
    snapshot = company.document.snapshot()
    found = labelling.labelling(snapshot, id)
    after = flow.result(snapshot, found, labelling.every_sheet(snapshot, id))
    assert before.against["marketing"].kappa.value < 1.0 == after.against["marketing"].kappa.value
    assert before.against["marketing"].left_out == sum(v == -1 for v in before.verdicts.values()) > 0


def test_the_verdicts_are_those_of_the_list_itself(company: Company) -> None:
    id = begin(company, draw(company, 50))
    told = result(company, id)
    whole = company.figures.verdicts(company.document.snapshot(), the_list(company), "hot-lead").verdict
    by_company = {f"会社{at}": int(v) for at, v in enumerate(whole)}
    assert {lead.title: told.verdicts[lead.key] for lead in told.labelling.leads} == {
        lead.title: by_company[lead.title] for lead in told.labelling.leads}
    assert set(told.truths) == {"H1", "H2"}


def test_three_departments_are_compared_in_pairs_and_together(company: Company) -> None:
    id = begin(company, draw(company), ("marketing", "inside-sales", "field-sales"))
    label(company, id, "marketing", lambda found, key: bool(held(found, key, "トライアル申込")))
    label(company, id, "inside-sales", lambda found, key: bool(held(found, key, "トライアル申込")))
    label(company, id, "field-sales", lambda found, key: None if key == "0" else not held(found, key, "トライアル申込"))
    told = result(company, id)
    assert next((b.first, b.second, b.pair.kappa.value) for b in told.between) == ("marketing", "inside-sales", 1.0)
    assert [b.pair.left_out for b in told.between] == [0, 1, 1]
    assert told.fleiss_leads == 29
    assert told.fleiss == pytest.approx(-1 / 3, abs=0.01)


def test_the_result_as_the_command_line_prints_it(company: Company) -> None:
    id = begin(company, draw(company))
    label(company, id, "marketing", lambda found, key: True)
    verbs.comment(company.document, id, "0", "良い会社")
    told = flow.to_json(result(company, id), {"marketing": "マーケティング"})
    assert told["leads"][0]["answers"] == {"marketing": HOT}
    assert told["leads"][0]["comments"] == {"marketing": ["良い会社"]}
    assert (told["between"][0]["first"], told["between"][0]["n"], told["between"][0]["without_answer"]) == ("マーケティング", 0, 30)


def test_dates_and_missing_values_come_back_as_they_were(company: Company) -> None:
    rule = {"match": "all", "clauses": [{"id": "D", "field": "登録日", "operator": ">=", "value": "2026-04-15"},
                                        {"id": "B", "field": "従業員数", "operator": "not-blank"}]}
    definitions.define(company.document, parse_rule(rule, "hot-lead"))
    id = begin(company, draw(company, 50))
    told = result(company, id)
    whole = company.figures.verdicts(company.document.snapshot(), the_list(company), "hot-lead")
    assert definition.from_snapshot(company.document.snapshot(), "hot-lead") is not None
    for lead in told.labelling.leads:
        assert told.verdicts[lead.key] == int(whole.verdict[int(lead.title.removeprefix("会社"))])
