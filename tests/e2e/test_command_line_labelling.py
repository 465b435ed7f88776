"""``label``: two departments answer in Excel about the same leads, and the result says how far they agree."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.e2e.command import done, refused, write_json

HEAD = "会社名,業種,従業員数,引渡日,営業の受領"
RULE = {"match": "all", "clauses": [{"id": "H1", "field": "従業員数", "operator": ">=", "value": 100}]}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.fusen"
    done("new", path)
    rows = [f"会社{at},{('製造業', '小売業')[at % 2]},{10 * at},2026-05-01,受領" for at in range(1, 41)]
    (tmp_path / "leads.csv").write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    done("import", path, tmp_path / "leads.csv", "--as", "leads", "--name", "リード")
    done("define", path, "hot-lead", write_json(tmp_path / "rule.json", RULE))
    return path


def begin(plan: Path, tmp_path: Path, *more: object) -> dict:
    return done("label", plan, "秋", "--draw", "リード", "--between", "marketing,field-sales", "--size", 24, "--seed", "7", "--sheet",
                tmp_path / "sheet.csv", *more)


def filled_in(tmp_path: Path, name: str, answer, encoding: str = "utf-8-sig") -> Path:
    """A copy of the sheet with an answer in each row, sorted as people sort; ``answer`` gets the row as a dictionary."""
    with open(tmp_path / "sheet.csv", encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    for row in rows:
        row[1], row[2] = answer(dict(zip(head, row, strict=True)))
    with open(tmp_path / name, "w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([head, *sorted(rows, key=lambda row: row[3])])
    return tmp_path / name


def test_a_sheet_shows_what_was_known_at_hand_over_and_no_more(plan: Path, tmp_path: Path) -> None:
    told = begin(plan, tmp_path, "--hide", "業種")
    assert {k: told[k] for k in ("name", "definition", "size", "seed", "state", "answered")} == {
        "name": "秋", "definition": "hot-lead", "size": 24, "seed": "7", "state": "open", "answered": {"marketing": 0, "field-sales": 0}}
    with open(tmp_path / "sheet.csv", encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    assert head[3:] == ["会社名", "従業員数"]
    assert len(rows) == 24
    assert "between" not in told


def test_two_departments_answer_and_the_result_is_opened(plan: Path, tmp_path: Path) -> None:
    begin(plan, tmp_path)
    everything = filled_in(tmp_path, "marketing.csv", lambda row: ("○", "全部ほしい"), "cp932")
    large = filled_in(tmp_path, "sales.csv", lambda row: ("ホット" if int(row["従業員数"]) >= 200 else "ホットでない", ""))
    assert done("label", plan, "秋", "--answers", everything, "--department", "marketing", "--person", "佐伯")["answered"] == {
        "marketing": 24, "field-sales": 0}
    assert done("label", plan, "秋", "--answers", large, "--department", "FS", "--person", "田中")["state"] == "answered"
    told = done("label", plan, "秋", "--close")
    (between,) = told["between"]
    assert (told["state"], between["n"], between["both"] + between["first_only"], between["kappa"]) == ("closed", 24, 24, 0.0)
    assert len(between["disputed"]) == between["first_only"] > 0
    named = [s["sentence"] for s in between["separations"]["first_only"]]
    assert "従業員数が100以上である" in named
    assert told["leads"][0]["comments"]["marketing"] == ["全部ほしい"]
    assert done("label", plan)["labellings"][0]["state"] == "closed"
    assert refused("label", plan, "秋", "--answers", large, "--department", "FS")["code"] == "labelling-closed"


def test_what_does_not_fit_is_refused_and_changes_nothing(plan: Path, tmp_path: Path) -> None:
    begin(plan, tmp_path)
    odd = filled_in(tmp_path, "odd.csv", lambda row: ("たぶん", ""))
    foreign = tmp_path / "foreign.csv"
    foreign.write_text("番号,回答,コメント\nabc-1,1,\n", encoding="utf-8")
    for words, code in ((("秋", "--answers", odd), "labelling-answer"), (("秋", "--answers", foreign), "labelling-sheet"),
                        (("秋", "--answers", tmp_path / "gone.csv"), "not-found"), (("冬",), "unknown-labelling"),
                        (("冬", "--draw", "リード", "--between", "marketing"), "labelling-departments"),
                        (("冬", "--draw", "リード", "--between", "marketing,FS", "--size", "60"), "labelling-size")):
        assert refused("label", plan, *words)["code"] == code
    (state,) = done("label", plan)["labellings"]
    assert state["answered"] == {"marketing": 0, "field-sales": 0}
