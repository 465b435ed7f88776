"""A marketing list and a sales list become one: the same figures as from one list, decisions that last, one step back."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fusenapp.document import Document
from fusenapp.domain import definition
from fusenapp.domain.snapshot import Record
from fusenapp.editing import datasets, definitions
from fusenapp.editing import joining as verbs
from fusenapp.errors import EnvironmentFault, InputError
from fusenapp.flows import doubts, importing, joining, qualifying, reckoning
from fusenapp.tables import extract, read_book
from tests.e2e.command import HOT_LEAD, SAMPLES, TARGET, facts
from tests.unit.export.making import Company

Row = dict[str, Any]
MARKETING = "リードID,会社名,氏名,流入経路,登録日\nA1,青葉製作所,佐藤 一,検索,2026-04-01\nA2,青葉製作所,鈴木 二,紹介,2026-04-02\nA3,東西商事,田中 三,検索,2026-04-03\n"
SALES = "案件ID,取引先名,先方担当者,引渡日,営業の受領,商談結果,受注額（円）\nP1,㈱青葉製作所,鈴木　二,2026-04-10,受領,受注,1200000\nP2,(株)青葉製作所,,2026-04-12,却下,,\n"


@pytest.fixture
def company(tmp_path: Path) -> Company:
    made = Company(tmp_path, data=False)
    for rule, told in (("target", TARGET), ("hot-lead", HOT_LEAD)):
        definitions.define(made.document, definition.parse_rule(told, rule))
    return made


def bring(company: Company, name: str, text: str, purpose: str) -> str:
    path = company.folder / name
    path.write_text(text, encoding="utf-8")
    prepared = importing.prepare(path, purpose, snapshot=company.document.snapshot())
    return importing.commit(company.document, company._put, company.blobs.__getitem__, prepared).dataset


def planned(company: Company, leads: str, outcomes: str) -> joining.Plan:
    return joining.plan(company.blobs.__getitem__, company.document.snapshot(), leads, outcomes)


def put(company: Company, leads: str, outcomes: str, said: dict[str, bool | None] | None = None) -> joining.Joined:
    plan = planned(company, leads, outcomes)
    firm = {id: same for id, same in (said or {}).items() if same is not None}
    join = joining.joined(plan, joining.matched(plan, verbs.decisions(company.document.snapshot()) | firm))
    joining.commit(company.document, company._put, join, said)
    return join


def record(company: Company, id: str) -> Record:
    found = company.document.get("datasets", id)
    assert found is not None
    return found


# --- the sample company, its one list cut into two


def sample_rows() -> tuple[list[str], list[Row]]:
    dataset = extract(read_book(SAMPLES / "messy_leads.xlsx"))
    labels = [column.label for column in dataset.columns]
    columns = [dataset.values(at).to_pylist() for at in range(len(labels))]
    return labels, [dict(zip(labels, values, strict=True)) for values in zip(*columns, strict=True)]


def as_csv(columns: list[str], rows: list[Row]) -> str:
    def cell(value: Any) -> str:
        return "" if value is None else ("○" if value else "×") if isinstance(value, bool) else f'"{value}"'

    return "\n".join([",".join(columns), *(",".join(cell(row[column]) for column in columns) for row in rows)])


def disturbed(name: str, chance: random.Random) -> str:
    bare = name.removeprefix("株式会社")
    half = bare.replace("サンプル", "ｻﾝﾌﾟﾙ")
    return chance.choice([f"㈱{bare}", f"（株）{half}", f"{bare}㈱", f"{half} 株式会社", f"株式会社　{bare}", f"(株)サンプル・{bare[4:]}", bare])


def by_id(row: Row, side: int, chance: random.Random) -> Row:
    return row


def by_mail(row: Row, side: int, chance: random.Random) -> Row:
    address = f"user{row['リードID']}@sample{row['会社名'][-5:]}.co.jp"
    return row | {"リードID": f"{'MS'[side]}-{row['リードID']}", "メールアドレス": address if side == 0 else f" {address.upper()} ".replace("@", "＠")}


def by_person(row: Row, side: int, chance: random.Random) -> Row:
    person = f"山田 {row['リードID']}"
    return row | {"リードID": f"{'MS'[side]}-{row['リードID']}", "氏名": person if side == 0 else person.replace(" ", "　") + "様"}


@pytest.mark.parametrize(("known", "reason"), [(by_id, "id"), (by_mail, "mail"), (by_person, "company-person")])
def test_a_list_cut_in_two_gives_back_the_same_figures(company: Company, known: Callable[..., Row], reason: str) -> None:
    labels, rows = sample_rows()
    cut, chance = labels.index("引渡日"), random.Random(7)
    marketing = [known(row, 0, chance) for row in rows]
    sales = [known(row, 1, chance) | {"会社名": disturbed(row["会社名"], chance)} for row in rows if row["引渡日"] is not None]
    chance.shuffle(sales)
    extra = [name for name in marketing[0] if name not in labels]
    leads = bring(company, "ma.csv", as_csv([*labels[:cut], *extra], marketing), "leads")
    outcomes = bring(company, "sfa.csv", as_csv(["リードID", "会社名", *extra, *labels[cut:]], sales), "outcomes")
    join = put(company, leads, outcomes)
    assert join.matching.reasons == {reason: 1334}
    _figures_hold(company, leads, facts("messy"))
    dataset = company.figures.dataset(company.document.snapshot(), leads)
    lead = int(join.matching.chosen.argmax())
    assert dataset.place(lead, "営業の受領").startswith("sfa.csv › sfa › ")
    assert dataset.place(lead, "業種").startswith("ma.csv › ma › ")


def _figures_hold(company: Company, leads: str, wanted: dict[str, Any]) -> None:
    snapshot = company.document.snapshot()
    told = qualifying.report(company.figures, snapshot, leads, "hot-lead", outcome="営業の受領=受領", among="引渡日")
    assert {key: told["backtest"][key] for key in ("tp", "fp", "fn", "tn")} == wanted["hot_vs_accepted"] == {"tp": 16, "fp": 7, "fn": 263, "tn": 1048}
    assert {key: told[key] for key in ("handed_over", "accepted", "rejected", "rejection_reasons")} == {
        key: wanted[key] for key in ("handed_over", "accepted", "rejected", "rejection_reasons")}
    assert (told["won"], told["won_amount"]) == (wanted["hot_vs_won"]["all_won"], wanted["won_amount_yen"])
    nodes = {(n["id"], n["segment"]): n["series"].get("actual", {}) for n in reckoning.to_json(company.figures.kpi(snapshot))["nodes"]}
    for month, cohort in wanted["cohort_by_month"].items():
        assert nodes["kpi-leads", "quality"][month] == cohort["質リード"]["リード"]
        assert nodes["kpi-won", "general"].get(month, 0) == cohort["一般リード"]["受注"]


# --- doubt, decisions, undo, refresh


def test_what_is_doubtful_is_left_out_until_somebody_settles_it(company: Company) -> None:
    leads, outcomes = bring(company, "ma.csv", MARKETING, "leads"), bring(company, "sfa.csv", SALES, "outcomes")
    join = put(company, leads, outcomes)
    assert (join.matching.reasons, join.matching.chosen.tolist()) == ({"company-person": 1, "company-several": 2}, [-1, 0, -1])
    dataset = company.figures.dataset(company.document.snapshot(), leads)
    assert dataset.values("受注額（円）").to_pylist() == [None, 1200000, None], "missing is not zero"
    said = {pair.id: pair.lead == 0 for pair in join.matching.doubtful}
    again = put(company, leads, outcomes, dict(said))
    assert again.matching.chosen.tolist() == [1, 0, -1]
    assert company.figures.dataset(company.document.snapshot(), leads).values("営業の受領").to_pylist() == ["却下", "受領", None]


def test_a_join_is_one_step_and_undo_brings_everything_back(company: Company) -> None:
    leads, outcomes = bring(company, "ma.csv", MARKETING, "leads"), bring(company, "sfa.csv", SALES, "leads")
    before = company.document.snapshot()
    doubtful = joining.matched(planned(company, leads, outcomes), {}).doubtful
    put(company, leads, outcomes, {doubtful[0].id: True})
    after = company.document.snapshot()
    assert company.document.undo_label == "結果との突き合わせ"
    assert after.value("datasets", outcomes, "purpose") == "outcomes", "its rows are no leads of their own any more"
    assert after.value("datasets", leads, "meanings")["won_amount"] == "受注額（円）"
    assert len(after.all("pairings")) == 1
    company.document.undo()
    undone = company.document.snapshot()
    assert undone.all("pairings") == []
    for id in (leads, outcomes):
        assert [undone.value("datasets", id, f) for f in ("blob", "purpose", "columns", "join")] == [
            before.value("datasets", id, f) for f in ("blob", "purpose", "columns", "join")]


def test_next_month_both_lists_are_joined_again_with_what_was_settled(company: Company) -> None:
    leads, outcomes = bring(company, "ma.csv", MARKETING, "leads"), bring(company, "sfa.csv", SALES, "outcomes")
    doubtful = joining.matched(planned(company, leads, outcomes), {}).doubtful
    put(company, leads, outcomes, {pair.id: pair.lead == 0 for pair in doubtful})
    assert joining.stale(company.document.snapshot()) == []
    bring(company, "ma.csv", MARKETING + "A4,北山電機,高木 四,紹介,2026-05-01\n", "leads")
    assert [r["id"] for r in joining.stale(company.document.snapshot())] == [leads]
    joining.renew(company.document, company._put, company.blobs.__getitem__)
    sales = SALES + "P3,北山電機(株),,2026-05-10,受領,,\n"
    assert bring(company, "sfa.csv", sales, "outcomes") == outcomes
    (join,) = joining.renew(company.document, company._put, company.blobs.__getitem__)
    assert join.matching.chosen.tolist() == [1, 0, -1, 2]
    assert joining.stale(company.document.snapshot()) == []
    assert record(company, leads)["join"]["counts"]["joined"] == 3


def test_a_refresh_counts_the_leads_own_rows_only(company: Company) -> None:
    leads, outcomes = bring(company, "ma.csv", MARKETING, "leads"), bring(company, "sfa.csv", SALES, "outcomes")
    put(company, leads, outcomes)
    prepared = importing.prepare(company.folder / "ma.csv", "leads", snapshot=company.document.snapshot())
    report = importing.commit(company.document, company._put, company.blobs.__getitem__, prepared)
    assert (report.dataset, report.new, report.changed, report.removed, report.unchanged) == (leads, 0, 0, 0, 3)


def test_joining_again_starts_from_the_leads_and_keeps_the_choice_of_columns(company: Company) -> None:
    leads, outcomes = bring(company, "ma.csv", MARKETING, "leads"), bring(company, "sfa.csv", SALES, "outcomes")
    plan = joining.with_keys(planned(company, leads, outcomes), {"company": ("会社名", "取引先名"), "person": ("氏名", "先方担当者")})
    joining.commit(company.document, company._put, joining.joined(plan, joining.matched(plan, {}), columns=["商談結果"]))
    again = planned(company, leads, outcomes)
    assert (again.columns, set(again.keys)) == (("商談結果",), {"company", "person"})
    assert again.leads.dataset.names == MARKETING.split("\n")[0].split(",")
    put(company, leads, outcomes)
    assert [c["name"] for c in record(company, leads)["columns"]][-1] == "商談結果"


def test_outcomes_can_be_taken_out_again(company: Company) -> None:
    leads, outcomes = bring(company, "ma.csv", MARKETING, "leads"), bring(company, "sfa.csv", SALES, "outcomes")
    before = dict(record(company, leads))
    put(company, leads, outcomes)
    joining.part(company.document, company.blobs.__getitem__, leads)
    after = record(company, leads)
    assert [after[f] for f in ("blob", "columns", "meanings")] == [before[f] for f in ("blob", "columns", "meanings")]
    assert after["join"] is None


def test_of_several_opportunities_the_one_that_got_furthest_counts(company: Company) -> None:
    rows = "P1,青葉製作所,鈴木 二,2026-04-10,受領,受注,900\nP2,青葉製作所,鈴木 二,2026-07-10,受領,失注,\nP3,青葉製作所,鈴木 二,2026-08-10,却下,,\n"
    leads = bring(company, "ma.csv", MARKETING, "leads")
    join = put(company, leads, bring(company, "sfa.csv", SALES.split("\n")[0] + "\n" + rows, "outcomes"))
    assert doubts.several_told(join.plan, join.matching) == [
        {"lead": "ma.csv › ma › 3", "counts": "sfa.csv › sfa › 2", "passed_over": ["sfa.csv › sfa › 3", "sfa.csv › sfa › 4"]}]


def test_doubtful_pairs_go_out_as_a_file_and_come_back_settled(company: Company, tmp_path: Path) -> None:
    leads, outcomes = bring(company, "ma.csv", MARKETING, "leads"), bring(company, "sfa.csv", SALES, "outcomes")
    plan = planned(company, leads, outcomes)
    matching = joining.matched(plan, {})
    path = tmp_path / "doubtful.csv"
    doubts.write_doubtful(path, plan, matching)
    head, *rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[2] for row in rows] == ["会社は同じだがリードが複数ある"] * 2
    assert {"青葉製作所", "(株)青葉製作所", "ma.csv › ma › 2", "sfa.csv › sfa › 3"} <= set(rows[0])
    path.write_text("\n".join(",".join([row[0], mark]) for row, mark in zip([head, *rows], ("?", "○", "０"), strict=True)), encoding="utf-8")
    assert list(doubts.read_settled(path).values()) == [True, False]
    path.write_text(f"id,same\n{rows[0][0]},たぶん\n", encoding="utf-8")
    with pytest.raises(InputError, match="bad-decision"):
        doubts.read_settled(path)
    with pytest.raises(EnvironmentFault, match="cannot-write"):
        doubts.write_doubtful(tmp_path / "no" / "where.csv", plan, matching)


def test_accepting_a_reason_takes_the_likeliest_lead_of_each_outcome(company: Company) -> None:
    leads, outcomes = bring(company, "ma.csv", MARKETING, "leads"), bring(company, "sfa.csv", SALES, "outcomes")
    matching = joining.matched(planned(company, leads, outcomes), {})
    first, second = matching.doubtful
    assert doubts.accepted(matching, ["company-several"]) == {first.id: True}
    assert doubts.accepted(matching, ["similar"]) == {}
    assert doubts.accepted(matching, ["company-several"], {second.id: True}) == {}, "the outcome has its lead already"
    assert doubts.refused(matching, ["company-several"], {second.id: True}) == {first.id: False}


def test_what_cannot_be_joined_is_refused_before_anything_changes(company: Company) -> None:
    leads = bring(company, "ma.csv", MARKETING, "leads")
    other = bring(company, "stock.csv", "倉庫,在庫\n東,5\n西,7\n", "outcomes")
    with pytest.raises(InputError, match="join-with-itself"):
        planned(company, leads, leads)
    plan = planned(company, leads, other)
    with pytest.raises(InputError, match="no-join-keys"):
        joining.matched(plan, {})
    with pytest.raises(InputError, match="no-such-column"):
        joining.joined(plan, joining.matched(plan, {}, {"company": ("会社名", "倉庫")}), columns=["利益"])
    join = joining.joined(plan, joining.matched(plan, {}, {"company": ("会社名", "倉庫")}))
    datasets.delete_dataset(company.document, other)
    with pytest.raises(InputError, match="unknown-record"):
        joining.commit(company.document, company._put, join)
    assert record(company, leads).get("join") is None


def test_decisions_are_taken_back_and_known_by_no_name(company: Company) -> None:
    document: Document = company.document
    assert verbs.settle(document, {"p1": True, "p2": False}) == 2
    assert verbs.settle(document, {"p1": None, "p2": False}) == 1
    assert verbs.decisions(document.snapshot()) == {"p2": False}
    leads, outcomes = bring(company, "ma.csv", MARKETING, "leads"), bring(company, "sfa.csv", SALES, "outcomes")
    doubtful = joining.matched(planned(company, leads, outcomes), {}).doubtful
    verbs.settle(document, {pair.id: True for pair in doubtful})
    kept = json.dumps([dict(r) for r in document.snapshot().all("pairings")], ensure_ascii=False, default=str)
    assert "青葉" not in kept
    assert "鈴木" not in kept
