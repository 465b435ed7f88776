"""``import`` remembers how a layout was read, knows common exports and says what is different this time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.e2e.command import done, fusen, refused, write_json

APRIL = "会社名,コード,登録日,規模\nA社,012,2026-04-01,100\nB社,34,2026-04-02,200\nC社,56,2026-04-03,300\n"
MAY = "会社名,コード,登録日,規模\nB社,34,2026-04-02,250\nC社,56,2026-04-03,300\nD社,78,2026-05-01,400\n"
RECIPE: dict[str, Any] = {"columns": {"規模": {"name": "従業員数", "unit": "名"}, "コード": {"type": "text"}}}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    done("new", tmp_path / "plan.fusen", "--template", "empty")
    return tmp_path / "plan.fusen"


def _file(tmp_path: Path, name: str, text: str) -> Path:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / name


def test_a_recipe_is_given_once_and_remembered_for_the_next_month(plan: Path, tmp_path: Path) -> None:
    first = done("import", plan, _file(tmp_path, "april.csv", APRIL), "--as", "leads", "--recipe", write_json(tmp_path / "r.json", RECIPE))
    assert (first["recipe"], first["columns"]) == ("given", ["会社名", "コード", "登録日", "従業員数"])
    second = done("import", plan, _file(tmp_path, "may.csv", MAY))
    assert (second["recipe"], second["purpose"], second["columns"]) == ("remembered", "leads", first["columns"])
    assert second["dataset"] != first["dataset"], "another file is another list unless it is named"


def test_another_recipe_overrides_the_remembered_one_and_is_kept_in_its_place(plan: Path, tmp_path: Path) -> None:
    april = _file(tmp_path, "april.csv", APRIL)
    done("import", plan, april, "--recipe", write_json(tmp_path / "r.json", RECIPE))
    other = write_json(tmp_path / "other.json", {"columns": {"規模": {"drop": True}}})
    assert done("import", plan, april, "--recipe", other)["columns"] == ["会社名", "コード", "登録日"]
    assert done("import", plan, april)["columns"] == ["会社名", "コード", "登録日"]


def test_a_refresh_says_by_which_column_rows_were_matched(plan: Path, tmp_path: Path) -> None:
    done("import", plan, _file(tmp_path, "april.csv", APRIL), "--name", "展示会")
    found = done("import", plan, _file(tmp_path, "may.csv", MAY), "--name", "展示会", "--key", "会社名")
    assert (found["key"], found["repeated_keys"]) == ("会社名", [])
    assert (found["new"], found["changed"], found["removed"], found["unchanged"]) == (1, 1, 1, 1)
    again = done("import", plan, _file(tmp_path, "june.csv", MAY + "D社,79,2026-06-01,500\n"), "--name", "展示会")
    assert (again["key"], again["repeated_keys"]) == ("会社名", ["D社"]), "the key is kept, and keys that stand twice are told"


def test_a_key_that_is_no_column_is_refused(plan: Path, tmp_path: Path) -> None:
    assert refused("import", plan, _file(tmp_path, "april.csv", APRIL), "--key", "番号")["code"] == "no-such-column"
    assert done("show", plan)["datasets"] == 0


def test_a_changed_layout_is_told_column_by_column(plan: Path, tmp_path: Path) -> None:
    source = _file(tmp_path, "leads.csv", APRIL)
    assert done("import", plan, source)["layout_changes"] == []
    _file(tmp_path, "leads.csv", APRIL.replace("会社名,", "企業名,").replace("規模\n", "規模,担当\n").replace("00\n", "00,森\n"))
    found = done("import", plan, source)
    assert {c["code"] for c in found["layout_changes"]} == {"column-renamed", "column-came"}
    assert "「会社名」の列は「企業名」という名前になりました。" in {c["message"] for c in found["layout_changes"]}
    assert (found["changed"], found["unchanged"]) == (0, 3), "a new heading changes no row"


def test_the_export_of_a_known_tool_says_so(plan: Path, tmp_path: Path) -> None:
    text = "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline\n1,First,Closed Won,2026-06-30,Mori,1200000,Sales\n" \
           "2,Second,Proposal,2026-07-31,Mori,800000,Sales\n"
    found = done("import", plan, _file(tmp_path, "hubspot-crm-exports-all-deals.csv", text))
    assert (found["preset"], found["purpose"]) == ("hubspot-deals", "leads")


def test_people_read_it_in_words(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from fusenapp import cli

    source = _file(tmp_path, "april.csv", APRIL)
    done("import", plan, source, "--recipe", write_json(tmp_path / "r.json", RECIPE))
    source.write_text(MAY, encoding="utf-8")
    assert cli.main(["import", str(plan), str(source), "--lang", "ja"]) == 0
    said = capsys.readouterr().out
    assert "適用した読み取り設定: 前回の取り込みの設定" in said
    assert fusen("import", plan, source, "--recipe", write_json(tmp_path / "bad.json", {"colour": 1})).json["error"]["code"] == "bad-recipe"


def test_a_sheet_a_month_comes_in_as_one_list(plan: Path, tmp_path: Path) -> None:
    import openpyxl

    made = openpyxl.Workbook()
    made.remove(made.active)
    for month in range(4, 10):
        sheet = made.create_sheet(f"{month}月")
        for row in (["ID", "会社名", "登録日"], *([f"L{month}-{at}", f"{month}-{at}商事", f"2026/{month}/{at}"] for at in range(1, month))):
            sheet.append(row)
    made.save(tmp_path / "half.xlsx")
    told = done("import", plan, tmp_path / "half.xlsx", "--as", "leads")
    assert (told["rows"], told["columns"]) == (sum(month - 1 for month in range(4, 10)), ["月", "ID", "会社名", "登録日"])
    single = done("import", plan, tmp_path / "half.xlsx", "--as", "leads", "--table", "9月!A1:C9", "--name", "9月")
    assert single["rows"] == 8
