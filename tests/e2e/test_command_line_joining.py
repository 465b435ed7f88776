"""``match``: two exports become one list, doubts go out to a file and come back, and a refresh joins again."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.e2e.command import HOT_LEAD, SAMPLES, TARGET, done, facts, fusen, refused, write_json

LEADS = "リードID,会社名,氏名,登録日\nA1,株式会社青葉製作所,佐藤 一,2026-04-01\nA2,㈱青葉製作所,鈴木 二,2026-04-02\nA3,東西商事,田中 三,2026-04-03\n"
OUTCOMES = "案件ID,取引先名,先方担当者,引渡日,営業の受領\nP1,青葉製作所(株),鈴木　二,2026-04-10,受領\nP2,青葉製作所,,2026-04-11,却下\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.fusen"
    done("new", path)
    (tmp_path / "ma.csv").write_text(LEADS, encoding="utf-8")
    (tmp_path / "sfa.csv").write_text(OUTCOMES, encoding="utf-8")
    done("import", path, tmp_path / "ma.csv", "--as", "leads", "--name", "MA")
    return path


def test_a_list_of_outcomes_is_imported_matched_and_its_doubts_listed(plan: Path, tmp_path: Path) -> None:
    answer = fusen("match", plan, "MA", tmp_path / "sfa.csv", "--doubtful", tmp_path / "doubtful.csv")
    told = answer.json
    assert answer.status == 1, "something is doubtful"
    assert {k: told[k] for k in ("leads", "outcomes", "joined", "sure", "doubtful", "unmatched_leads", "unmatched_outcomes", "several")} == {
        "leads": 3, "outcomes": 2, "joined": 1, "sure": 1, "doubtful": 1, "unmatched_leads": 2, "unmatched_outcomes": 0, "several": 0}
    assert [(k["role"], k["leads"], k["outcomes"], k["found"]) for k in told["keys"]] == [
        ("company", "会社名", "取引先名", 2), ("person", "氏名", "先方担当者", 1)]
    assert told["doubtful_pairs"][0]["outcome"]["where"] == "sfa.csv › sfa › 3"
    assert done("show", plan)["datasets"] == 2
    with open(tmp_path / "doubtful.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][1] = "1"
    with open(tmp_path / "settled.csv", "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    settled = done("match", plan, "MA", "sfa", "--settle", tmp_path / "settled.csv")
    assert (settled["joined"], settled["doubtful"], settled["by_reason"]) == (2, 0, {"settled": 1, "company-person": 1})
    (tmp_path / "ma.csv").write_text(LEADS.replace("A3", "A9"), encoding="utf-8")
    done("import", plan, tmp_path / "ma.csv", "--as", "leads", "--name", "MA")
    done("define", plan, "target", write_json(tmp_path / "rule.json", {"match": "all", "clauses": [{"id": "c", "field": "会社名", "operator": "not-blank"}]}))
    assert {k: done("qualify", plan, "MA")[k] for k in ("handed_over", "accepted", "rejected")} == {"handed_over": 2, "accepted": 1, "rejected": 1}


def test_a_reason_can_be_accepted_as_a_whole(plan: Path, tmp_path: Path) -> None:
    told = done("match", plan, "MA", tmp_path / "sfa.csv", "--accept", "company-several", "--columns", "営業の受領")
    assert (told["joined"], told["columns"]) == (2, ["営業の受領"])


@pytest.mark.parametrize(("words", "code"), [
    (("--by", "company=会社名"), "bad-join-key"), (("--by", "size=会社名=取引先名"), "bad-join-key"), (("--by", "company=会社=取引先名"), "no-such-column"),
    (("--accept", "luck"), "unknown-reason"), (("--columns", "利益"), "no-such-column"), (("--settle", "gone.csv"), "not-found")])
def test_what_does_not_fit_is_refused_and_changes_nothing(plan: Path, tmp_path: Path, words: tuple[str, ...], code: str) -> None:
    assert refused("match", plan, "MA", tmp_path / "sfa.csv", *words)["code"] == code
    assert done("show", plan)["datasets"] == 1, "the list of outcomes did not stay either"
    assert refused("match", plan, "MA", "MA")["code"] == "join-with-itself"
    assert refused("match", plan, "MA", "nowhere")["code"] == "unknown-dataset"


def test_the_sample_cut_in_two_gives_its_figures_back(tmp_path: Path) -> None:
    with open(SAMPLES / "plain_leads_cp932.csv", encoding="cp932", newline="") as file:
        head, *rows = list(csv.reader(file))
    cut, name = head.index("引渡日"), head.index("会社名")
    marketing = [row[:cut] for row in rows]
    sales = [[row[0].lower(), row[name].replace("株式会社", "㈱"), *row[cut:]] for row in reversed(rows) if row[cut]]
    for file_name, lines in (("ma.csv", [head[:cut], *marketing]), ("sfa.csv", [["リードID", "取引先名", *head[cut:]], *sales])):
        with open(tmp_path / file_name, "w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows(lines)
    plan = tmp_path / "plan.fusen"
    done("new", plan)
    fusen("import", plan, tmp_path / "ma.csv", "--as", "leads", "--name", "MA")
    for rule, told in (("target", TARGET), ("hot-lead", HOT_LEAD)):
        done("define", plan, rule, write_json(tmp_path / f"{rule}.json", told))
    joined, wanted = done("match", plan, "MA", tmp_path / "sfa.csv"), facts("plain")
    assert (joined["joined"], joined["unmatched_leads"]) == (wanted["handed_over"], wanted["leads"] - wanted["handed_over"])
    told = done("qualify", plan, "MA", "--definition", "hot-lead", "--outcome", "営業の受領=受領", "--among", "引渡日")
    assert {k: told["backtest"][k] for k in ("tp", "fp", "fn", "tn")} == wanted["hot_vs_accepted"]
    assert {k: told[k] for k in ("handed_over", "accepted", "rejected", "rejection_reasons")} == {
        k: wanted[k] for k in ("handed_over", "accepted", "rejected", "rejection_reasons")}
