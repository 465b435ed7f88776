"""What a meeting looks at: figures kept as they were, what is off since when, the checks prefilled from the data."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest

from fusenapp import i18n
from fusenapp.domain import reviews as domain
from fusenapp.editing import capacity as capacity_verbs
from fusenapp.editing import reviews as verbs
from fusenapp.errors import InputError
from fusenapp.flows import minutes, review_words, reviews
from fusenapp.flows.figures import Figures
from fusenapp.flows.reviews import Fact, Kept, KeptNode
from tests.unit.export.making import Company, texts

SHEET = """部門,KPI,区分,目標/実績,2026-04,2026-05,2026-06,2026-07
マーケティング,訪問者数,合計,目標,1000,1000,1000,1000
マーケティング,訪問者数,合計,実績,1100,900,800,{last}
マーケティング,直帰率,合計,目標,40%,40%,40%,40%
マーケティング,直帰率,合計,実績,50%,30%,50%,50%
"""


@pytest.fixture(autouse=True)
def _japanese() -> None:
    i18n.set_language("ja")


@pytest.fixture
def company(tmp_path: Path) -> Company:
    made = Company(tmp_path)
    made.take("kpi.csv", SHEET.format(last=700))
    return made


def kept(company: Company) -> Kept:
    return reviews.from_json(reviews.reckon(company.figures, company.document.snapshot()))


def node(found: Kept, name: str) -> KeptNode:
    return next(n for n in found.nodes if n.name == name)


def test_a_kpi_below_its_target_is_told_with_the_month_since_when(company: Company) -> None:
    found = kept(company)
    visitors = node(found, "訪問者数")
    assert (found.as_of, visitors.actual, visitors.target, visitors.ratio) == ("2026-07", 700, 1000, 0.7)
    assert (visitors.since, visitors.months, visitors.state) == ("2026-05", 3, "off_target")
    assert review_words.since_words(visitors) == "2026年5月から（3か月）"
    assert visitors in found.off


def test_where_less_is_better_a_figure_above_its_target_is_off(company: Company) -> None:
    bounce = node(kept(company), "直帰率")
    assert bounce.direction == "down"
    assert (bounce.ratio, bounce.state) == (pytest.approx(1.25), "off_target")  # of the same figures the tree says 125 %
    assert (bounce.since, bounce.months) == ("2026-06", 2)


def test_what_is_kept_is_plain_json_and_comes_back_the_same(company: Company) -> None:
    content = reviews.reckon(company.figures, company.document.snapshot())
    again = json.loads(json.dumps(content, allow_nan=False))
    assert again == content
    assert reviews.from_json(again) == kept(company)


def test_kept_figures_survive_the_document_and_stay_when_the_data_changes(company: Company) -> None:
    id = verbs.begin(company.document, "2026-08-03", content=reviews.reckon(company.figures, company.document.snapshot()))
    before = kept(company)
    company.take("kpi.csv", SHEET.format(last=950))
    taken = domain.kept(company.document.snapshot(), id)
    assert taken is not None
    assert reviews.from_json(taken.content) == before
    found = reviews.changes(before, company.figures, company.document.snapshot())
    changes = found[node(before, "訪問者数").id]
    assert [(c.field, c.then, c.now) for c in changes] == [("actual", 700, 950)]
    assert node(before, "直帰率").id not in found


def test_a_figure_that_is_gone_is_unknown_now_and_not_zero(company: Company) -> None:
    before = kept(company)
    changes = reviews.changed(before, {})
    visitors = changes[node(before, "訪問者数").id]
    assert [(c.field, c.then, c.now) for c in visitors] == [("actual", 700, None), ("target", 1000, None)]


def test_the_checks_are_prefilled_from_leads_and_definitions(company: Company) -> None:
    facts = {f.code: f for check in kept(company).checks.values() for f in check}
    won = facts["won-target"]
    assert (won.figures["won"], won.figures["match"], won.figures["no"], won.figures["unknown"]) == (1, 1, 0, 0)
    share = facts["target-share"].figures
    assert (share["n_before"], share["n_now"]) == (3, 3)
    assert share["before"] == pytest.approx(1 / 3)  # A社 of A, B, C
    assert facts["kpis-off"].figures["off"] >= 2
    assert all(review_words.fact_words(f) for f in facts.values())


def test_every_fact_is_said_in_both_languages(company: Company) -> None:
    found = [f for check in kept(company).checks.values() for f in check]
    japanese = [review_words.fact_words(f) for f in found]
    i18n.set_language("en")
    english = [review_words.fact_words(f) for f in found]
    assert all(a != b for a, b in zip(japanese, english, strict=True))


def test_a_workspace_without_data_has_a_meeting_without_figures(tmp_path: Path) -> None:
    empty = Company(tmp_path, data=False)
    found = kept(empty)
    assert (found.as_of, found.nodes, found.off) == ("", (), ())
    assert [f.code for f in found.checks["strategy"]] == []


@pytest.mark.parametrize("content", [{}, {"nodes": 3}, {"columns": ["id"], "nodes": [[1, 2], "x"]}, {"findings": [[1]]}, {"checks": {"drift": [1]}}])
def test_contents_that_are_not_as_they_should_be_are_no_figures(content: dict) -> None:
    assert reviews.from_json(content).off == ()


def test_what_a_newer_version_keeps_besides_is_passed_over() -> None:
    content = reviews.to_json(Kept("2026-07", (KeptNode("a", "A", actual=1, target=2),), (), {"drift": (Fact("x", "notice", {}),)}))
    content["columns"] = [*content["columns"], "mood"]
    content["nodes"] = [[*content["nodes"][0], "good"]]
    assert reviews.from_json(content).nodes == (KeptNode("a", "A", actual=1, target=2),)


# --- minutes


def meeting(company: Company) -> str:
    document = company.document
    first = verbs.begin(document, "2026-07-27")
    verbs.add_action(document, "前回の宿題", review=first, owner="三浦 亮", due="2026-07-31", department="inside-sales")
    verbs.close(document, first)
    id = verbs.begin(document, "2026-08-03", content=reviews.reckon(company.figures, document.snapshot()))
    verbs.set_people(document, id, "佐伯、三浦、戸田")
    verbs.answer(document, id, "hot-lead", "change")
    verbs.comment(document, id, "hot-lead", "=しきい値を上げる")
    kpi = next(r["id"] for r in document.snapshot().all("kpis") if r["name"] == "訪問者数")
    verbs.add_hypothesis(document, id, "広告の停止が効いた", kpi=kpi)
    clause = next(iter(minutes.clause_phrases(document.snapshot())))
    verbs.add_action(document, "広告を再開する", review=id, owner="佐伯 遥", due="2026-08-10", kpi=kpi, clause=clause)
    verbs.write_notes(document, id, "次回は会議室B")
    return id


def test_the_minutes_say_last_times_actions_first_then_what_is_off_then_what_was_decided(company: Company) -> None:
    id = meeting(company)
    made = minutes.minutes(company.document.snapshot(), id, dt.date(2026, 8, 3))
    titles = [part.title for part in made.parts]
    assert titles[0] == "前回までのアクション"
    assert titles.index("2026年7月の未達KPI") < titles.index("3つの確認事項") < titles.index("仮説") < titles.index("今回のアクション")
    assert made.parts[0].rows[0][:5] == ("期日超過", "前回の宿題", "三浦 亮", "インサイドセールス", "2026/07/31")
    assert made.parts[0].tones == ("bad",)
    decided = next(part for part in made.parts if part.title == "今回のアクション").rows[0]
    assert decided[1] == "広告を再開する"
    assert "訪問者数" in decided[5]
    assert "製造業" in decided[5]


def test_the_workbook_has_a_page_to_print_and_the_figures_and_actions_as_values(company: Company, tmp_path: Path) -> None:
    path, id = tmp_path / "minutes.xlsx", meeting(company)
    minutes.write(path, company.document.snapshot(), id)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["議事録", "数字", "アクション"]
    told = texts(book["議事録"])
    for wanted in ("週次KPI会議", "佐伯、三浦、戸田", "広告の停止が効いた", "次回は会議室B", "変更する", "=しきい値を上げる"):
        assert any(wanted in text for text in told), wanted
    figures = {row[0]: row for row in book["数字"].iter_rows(min_row=2, values_only=True)}
    assert figures["訪問者数"][4:7] == (700, 1000, 0.7)
    assert book["数字"].auto_filter.ref is not None
    actions = list(book["アクション"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in actions] == ["広告を再開する", "前回の宿題"]
    assert actions[0][4] == dt.datetime(2026, 8, 10)


def test_minutes_of_a_closed_meeting_stay_as_they_were(company: Company) -> None:
    id = meeting(company)
    verbs.close(company.document, id)
    before = minutes.minutes(company.document.snapshot(), id)
    for action in domain.actions(company.document.snapshot()):
        verbs.set_state(company.document, action.id, "done")
    company.take("kpi.csv", SHEET.format(last=950))
    assert minutes.minutes(company.document.snapshot(), id) == before


def test_minutes_of_no_meeting_and_other_formats_are_refused(company: Company, tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        minutes.minutes(company.document.snapshot(), "nothing")
    assert refused.value.code == "unknown-review"
    with pytest.raises(InputError) as refused:
        minutes.write(tmp_path / "minutes.docx", company.document.snapshot(), meeting(company))
    assert refused.value.code == "unsupported-export"


def test_figures_that_cannot_be_reckoned_do_not_stop_a_meeting(company: Company) -> None:
    assert reviews.try_reckon(None, company.document.snapshot()) == ({}, None)
    content, error = reviews.try_reckon(Figures(company.blobs.__getitem__), company.document.snapshot())
    assert error is None
    assert content["as_of"] == "2026-07"


def test_a_month_above_capacity_is_among_the_findings_of_a_meeting_and_counts_as_a_warning(tmp_path: Path) -> None:
    made = Company(tmp_path)
    assert all(f.code != "above-capacity" for f in kept(made).findings)
    for name, figure in (("people", 0.2), ("hours_per_day", 1.0), ("hours_per_lead", 10.0)):
        capacity_verbs.set_figure(made.document, name, figure)
    found = kept(made)
    assert found.findings[0].code == "above-capacity"
    warned = next(f for f in found.checks["strategy"] if f.code == "diagnoses")
    assert warned.figures["count"] == sum(f.severity == "warning" for f in found.findings)
    id = verbs.begin(made.document, "2026-08-03", content=reviews.reckon(made.figures, made.document.snapshot()))
    rows = next(part for part in minutes.minutes(made.document.snapshot(), id).parts if part.title == "気になる動き").rows
    assert rows[0][0] == "営業の対応余力を超えます"
    assert "営業が対応できる" in rows[0][1]
    assert "\n提案：" in rows[0][1]


def test_where_less_is_better_minutes_give_the_target_as_a_limit(company: Company) -> None:
    id = verbs.begin(company.document, "2026-08-03", content=reviews.reckon(company.figures, company.document.snapshot()))
    made = minutes.minutes(company.document.snapshot(), id)
    rows = {row[0]: row for row in next(part for part in made.parts if part.title == "2026年7月の未達KPI").rows}
    assert rows["直帰率"][1:4] == ("50.0%", "40.0%以下", "125.0%")
