"""The whole main job through the command line, on the Excel files of two made-up companies: every figure is the true one."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from fusenapp import cli
from fusenapp.document import Author
from fusenapp.editing import notes, personas
from fusenapp.editing.notes import NewNote, Place
from fusenapp.workspace import Workspace
from tests.e2e.command import HOT_LEAD, SAMPLES, TARGET, digest, done, facts, fusen, refused, shell, write_json

NODE = {"リード": "kpi-leads", "アポ": "kpi-appointments", "提案": "kpi-proposals", "受注": "kpi-won", "受注額": "kpi-won-amount"}
SEGMENT = {"合計": "all", "質リード": "quality", "一般リード": "general"}
COMPANIES = ("plain_leads.xlsx", "messy_leads.xlsx", "plain_leads_cp932.csv", "messy_leads_cp932.csv")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A workspace per lead list, made by the verbs alone: imported, defined, with its KPI sheet."""
    folder = tmp_path_factory.mktemp("workspaces")
    target, hot = write_json(folder / "target.json", TARGET), write_json(folder / "hot.json", HOT_LEAD)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FUSEN_DATA", str(folder / "data"))
        return {name: _company(folder / f"{name}.fusen", name, target, hot) for name in COMPANIES}


def _company(path: Path, leads: str, target: Path, hot: Path) -> Path:
    done("new", path, "--name", "受発注クラウド")
    assert done("import", path, SAMPLES / leads, "--name", "leads")["problems"] == []
    assert done("import", path, SAMPLES / f"{leads.partition('_')[0]}_kpi.xlsx", "--as", "kpi")["problems"] == []
    assert done("define", path, "target", target)["clauses"] == 4
    done("define", path, "hot-lead", hot)
    return path


@pytest.fixture(params=COMPANIES)
def company(request: pytest.FixtureRequest, made: dict[str, Path]) -> tuple[Path, dict[str, Any]]:
    """(workspace, true figures)"""
    return made[request.param], facts(request.param.partition("_")[0])


@pytest.fixture
def workspace(made: dict[str, Path], tmp_path: Path) -> Path:
    """A copy of the plain company's workspace, to be changed."""
    path = tmp_path / "plan.fusen"
    path.write_bytes(made["plain_leads.xlsx"].read_bytes())
    return path


def _value(nodes: list[dict[str, Any]], kpi: str, segment: str, series: str) -> dict[str, float]:
    return next(n["series"].get(series, {}) for n in nodes if (n["id"], n["segment"]) == (NODE[kpi], SEGMENT[segment]))


# --- the figures


def test_target_and_hot_leads_are_counted(company: tuple[Path, dict[str, Any]]) -> None:
    path, told = company
    target, hot = (done("qualify", path, "leads", "--definition", d) for d in ("target", "hot-lead"))
    assert (target["leads"], target["match"], target["unknown"]) == (told["leads"], told["target_leads"], 0)
    assert (hot["match"], hot["no_match"]) == (told["hot_leads"], told["leads"] - told["hot_leads"])


def test_what_sales_made_of_the_leads_is_counted(company: tuple[Path, dict[str, Any]]) -> None:
    path, told = company
    found = done("qualify", path, "leads")
    for name in ("handed_over", "accepted", "rejected", "rejection_reasons"):
        assert found[name] == told[name]
    assert (found["unanswered"], found["rejected_without_reason"]) == (0, 0)
    assert (found["won"], found["won_amount"]) == (told["hot_vs_won"]["all_won"], told["won_amount_yen"])


def test_each_route_has_its_target_share_and_its_won_deals(company: tuple[Path, dict[str, Any]]) -> None:
    path, told = company
    routes = {r["route"]: r for r in done("qualify", path, "leads")["by_route"]}
    assert {name: r["won"] for name, r in routes.items()} == told["won_by_route"]
    assert {name: round(r["share"], 6) for name, r in routes.items()} == told["target_share_by_route"]
    assert sum(r["leads"] for r in routes.values()) == told["leads"]


def test_the_hot_lead_definition_is_held_against_what_sales_accepted(company: tuple[Path, dict[str, Any]]) -> None:
    path, told = company
    found = done("qualify", path, "leads", "--definition", "hot-lead", "--outcome", "営業の受領=受領", "--among", "引渡日")["backtest"]
    assert {k: found[k] for k in ("tp", "fp", "fn", "tn")} == told["hot_vs_accepted"]
    right, wrong = told["hot_vs_accepted"]["tp"], told["hot_vs_accepted"]["fp"]
    assert found["precision"]["value"] == pytest.approx(right / (right + wrong))
    assert found["precision"]["low"] < found["precision"]["value"] < found["precision"]["high"]


def test_the_hot_lead_definition_is_held_against_what_was_won(company: tuple[Path, dict[str, Any]]) -> None:
    path, told = company
    found = done("qualify", path, "leads", "--definition", "hot-lead", "--outcome", "結果=受注", "--among", "引渡日")["backtest"]
    assert {"hot_won": found["tp"], "all_won": found["tp"] + found["fn"]} == told["hot_vs_won"]


def test_the_kpi_tree_counts_cohorts_by_month_and_quality(company: tuple[Path, dict[str, Any]]) -> None:
    path, told = company
    found = done("kpi", path)
    assert (found["as_of"], found["months"]) == ("2026-11", list(told["cohort_by_month"]))
    for month, by_segment in told["cohort_by_month"].items():
        for segment, figures in by_segment.items():
            for kpi, value in figures.items():
                assert _value(found["nodes"], kpi, segment, "actual")[month] == value, (month, segment, kpi)


def test_the_kpi_tree_has_the_sheets_targets_and_actuals(company: tuple[Path, dict[str, Any]]) -> None:
    path, told = company
    nodes = done("kpi", path)["nodes"]
    for row in told["kpi_sheet"]:
        assert _value(nodes, row["kpi"], row["segment"], "target") == row["target"]
        assert _value(nodes, row["kpi"], row["segment"], "actual") == row["actual"]


@pytest.mark.parametrize("sample", ["plain", "messy"])
def test_a_kpi_sheet_alone_gives_the_same_actuals(sample: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet only.fusen"
    done("new", path)
    done("import", path, SAMPLES / f"{sample}_kpi.xlsx")
    nodes = done("kpi", path)["nodes"]
    for row in facts(sample)["kpi_sheet"]:
        assert _value(nodes, row["kpi"], row["segment"], "actual") == row["actual"]


def test_a_refreshed_sheet_whose_rows_have_other_names_needs_a_look(tmp_path: Path) -> None:
    path = tmp_path / "plan.fusen"
    done("new", path)
    done("import", path, SAMPLES / "plain_kpi.xlsx", "--name", "sheet")
    done("import", path, SAMPLES / "messy_kpi.xlsx", "--name", "sheet")
    answer = fusen("kpi", path)
    assert (answer.status, {p["code"] for p in answer.json["problems"]}) == (1, {"row-missing"})


def test_rates_of_a_quarter_are_sums_over_sums(made: dict[str, Path]) -> None:
    told = facts("plain")["cohort_by_month"]
    nodes = done("kpi", made["plain_leads.xlsx"], "--by", "quarter", "--period", "2026-04:2026-06")["nodes"]
    rate = next(n for n in nodes if n["id"] == "kpi-quality-rate")["series"]["actual"]
    first = [told[m] for m in ("2026-04", "2026-05", "2026-06")]
    quality, general = (sum(m[s]["リード"] for m in first) for s in ("質リード", "一般リード"))
    assert rate == {"2026-Q1": pytest.approx(quality / (quality + general))}


def test_a_department_sees_its_own_part_of_the_tree(made: dict[str, Path]) -> None:
    nodes = done("kpi", made["plain_leads.xlsx"], "--department", "インサイドセールス")["nodes"]
    assert {n["department"] for n in nodes} == {"インサイドセールス"}
    assert _value(nodes, "アポ", "質リード", "actual")["2026-11"] == 16


def test_the_change_of_a_figure_is_split_over_its_drivers_to_the_last_yen(made: dict[str, Path]) -> None:
    told = facts("plain")["cohort_by_month"]
    found = done("kpi", made["plain_leads.xlsx"], "--explain", "受注金額", "--from", "2026-10", "--to", "2026-11")["explain"]
    change = sum(s["受注額"] for s in told["2026-11"].values()) - sum(s["受注額"] for s in told["2026-10"].values())
    assert found["delta"] == pytest.approx(change)
    assert sum(part["value"] for part in found["parts"]) == pytest.approx(change)
    assert all(part["low"] <= part["value"] <= part["high"] for part in found["parts"])
    words = ("kpi", made["plain_leads.xlsx"], "--explain", "受注金額", "--from", "2026-10", "--to", "2026-11", "--by-quality")
    split = done(*words)["explain"]
    assert sum(part["value"] for part in split["parts"]) == pytest.approx(change)
    assert {"quality", "general", "mix"} <= {part["segment"] for part in split["parts"]}


# --- what a definition says


def test_a_definition_reads_as_a_sentence_and_runs_as_sql(made: dict[str, Path]) -> None:
    japanese = done("qualify", made["plain_leads.xlsx"], "leads", "--definition", "hot-lead", "--lang", "ja")
    english = done("--lang", "en", "qualify", made["plain_leads.xlsx"], "leads", "--definition", "hot-lead")
    assert "比較社数が2以上3以下" in japanese["sentence"]
    assert "比較社数 is from 2 to 3" in english["sentence"]
    assert japanese["sql"] == english["sql"]
    assert [c["id"] for c in japanese["clauses"]] == ["H1", "H2", "H4", "H5"]


def test_each_lead_has_its_verdict_and_the_clauses_that_decided_it(made: dict[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "verdicts.csv"
    done("qualify", made["messy_leads.xlsx"], "leads", "--csv", out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3000
    assert sum(r["判定"] == "該当" for r in rows) == facts("messy")["target_leads"]
    outside = next(r for r in rows if r["企業情報›業種"] not in TARGET["clauses"][0]["value"])
    assert "T1" in outside["決め手の条件"].split()


def test_a_definition_with_an_unknown_field_or_operator_is_refused_by_name(workspace: Path, tmp_path: Path) -> None:
    before = digest(workspace)
    rule = {"match": "all", "clauses": [{"id": "x", "field": "社員の数", "operator": ">=", "value": 1}]}
    error = refused("define", workspace, "target", write_json(tmp_path / "a.json", rule))
    assert (error["code"], "社員の数" in error["message"]) == ("unknown-field", True)
    rule["clauses"][0] |= {"field": "従業員数", "operator": "roughly"}
    error = refused("define", workspace, "target", write_json(tmp_path / "b.json", rule))
    assert (error["code"], "roughly" in error["message"]) == ("unknown-operator", True)
    (tmp_path / "c.json").write_text("{", encoding="utf-8")
    assert refused("define", workspace, "target", tmp_path / "c.json")["code"] == "bad-json"
    assert digest(workspace) == before


def test_a_department_keeps_a_definition_of_its_own(workspace: Path, tmp_path: Path) -> None:
    own = write_json(tmp_path / "own.json", {**TARGET, "clauses": [{**TARGET["clauses"][1], "value": 50}]})
    assert done("define", workspace, "target", own, "--department", "フィールドセールス")["definition"] == "target@field-sales"
    assert done("qualify", workspace, "leads")["match"] == facts("plain")["target_leads"]
    assert done("show", workspace)["definitions"] == 3


# --- refreshing


def test_importing_again_says_what_is_new_changed_and_gone(workspace: Path, tmp_path: Path) -> None:
    again = done("import", workspace, SAMPLES / "plain_leads_cp932.csv", "--name", "leads")
    assert (again["new"], again["changed"], again["removed"], again["unchanged"]) == (0, 0, 0, 5000)
    lines = (SAMPLES / "plain_leads_cp932.csv").read_bytes().split(b"\r\n")
    lines[2] = lines[2].replace("受領".encode("cp932"), "却下".encode("cp932")).replace(b"FALSE", b"TRUE")
    later = tmp_path / "later.csv"
    later.write_bytes(b"\r\n".join([*lines[:10], *lines[12:-1], lines[-2].replace(b"L0", b"M0")]) + b"\r\n")
    found = done("import", workspace, later, "--name", "leads")
    assert (found["new"], found["changed"], found["removed"], found["unchanged"]) == (1, 1, 2, 4997)
    assert done("show", workspace)["datasets"] == 2


def test_the_same_file_again_refreshes_without_a_name(tmp_path: Path) -> None:
    path = tmp_path / "w.fusen"
    done("new", path, "--template", "empty")
    first = done("import", path, SAMPLES / "messy_kpi.xlsx")
    again = done("import", path, SAMPLES / "messy_kpi.xlsx")
    assert (first["new"], again["unchanged"], again["dataset"]) == (first["rows"], first["rows"], first["dataset"])
    assert done("show", path)["datasets"] == 1


# --- agreeing and handing out


def test_two_departments_see_only_where_their_drafts_differ(workspace: Path, tmp_path: Path) -> None:
    smaller = json.loads(json.dumps(TARGET).replace("100", "50"))
    assert smaller != TARGET
    done("define", workspace, "target", write_json(tmp_path / "m.json", TARGET), "--department", "marketing")
    done("define", workspace, "target", write_json(tmp_path / "s.json", smaller), "--department", "field-sales")
    told = done("compare", workspace, "marketing", "field-sales")
    assert (told["open"], len(told["points"])) == (1, 1)
    assert told["points"][0]["left"] != told["points"][0]["right"]
    assert len(done("compare", workspace, "marketing", "field-sales", "--all")["points"]) == told["places"] > 1
    assert refused("compare", workspace, "marketing")["code"] == "two-sides-needed"


def test_two_copies_are_compared_without_being_joined(workspace: Path, tmp_path: Path) -> None:
    other = tmp_path / "colleague.fusen"
    other.write_bytes(workspace.read_bytes())
    done("define", other, "hot-lead", write_json(tmp_path / "h.json", {**HOT_LEAD, "clauses": HOT_LEAD["clauses"][:1]}))
    before = digest(other)
    told = done("compare", workspace, "--with", other)
    assert (told["right"], told["open"]) == ("colleague.fusen", len(HOT_LEAD["clauses"]) - 1)
    assert digest(other) == before


def test_notes_and_statements_of_a_copy_are_told_one_by_one_and_settled_by_their_keys(workspace: Path, tmp_path: Path) -> None:
    other = tmp_path / "colleague.fusen"
    other.write_bytes(workspace.read_bytes())
    with Workspace.open(other, Author("大西 健", "field-sales")) as theirs:
        note = notes.add_note(theirs.document, NewNote(Place("journey", "journey-comparison", "journey-issues"), "連携が不安"))
        personas.write_field(theirs.document, "personas-selector", "goal", "受注の抜けをなくす")
    told = done("compare", workspace, "--with", other)
    keys = ["persona_sets/personas/personas-selector/goal", f"journeys/journey/note/{note}"]
    assert [(p["key"], p["right"]) for p in told["points"]] == list(zip(keys, ("受注の抜けをなくす", "連携が不安"), strict=True))
    assert refused("compare", workspace, "--with", other, "--settle", f"{keys[0]}=third")["code"] == "unknown-choice"
    assert refused("compare", workspace, "--with", other, "--settle", f"{keys[0]}=right", "--settle", "no/such=left")["code"] == "unknown-place"
    assert done("compare", workspace, "--with", other)["open"] == 2
    after = done("compare", workspace, "--with", other, "--settle", f"{keys[0]}=discuss", "--settle", f"{keys[1]}=right")
    assert [(p["key"], p["choice"]) for p in after["points"]] == [(keys[0], "discuss")]
    assert done("compare", workspace, "--with", other)["open"] == 1


def test_an_item_is_agreed_when_every_department_has_stamped_it(workspace: Path) -> None:
    for department in ("marketing", "インサイドセールス"):
        assert done("stamp", workspace, "target", "--department", department, "--person", "佐伯")["state"] == "proposed"
    last = done("stamp", workspace, "definitions/target", "--department", "field-sales", "--person", "戸田", "--comment", "よい")
    assert (last["state"], last["missing"]) == ("agreed", [])
    item = next(i for i in done("show", workspace)["items"] if i["id"] == "target")
    assert (item["state"], len(item["stamps"]), item["stamps"][0]["hash"]) == ("agreed", 3, last["hash"])
    assert item["review_due"] > item["stamps"][0]["at"][:10]


def test_a_later_change_reopens_what_was_agreed(workspace: Path, tmp_path: Path) -> None:
    for department in ("marketing", "inside-sales", "field-sales"):
        done("stamp", workspace, "target", "--department", department, "--person", "A")
    done("define", workspace, "target", write_json(tmp_path / "new.json", {**TARGET, "clauses": TARGET["clauses"][:3]}))
    item = next(i for i in done("show", workspace)["items"] if i["id"] == "target")
    assert (item["state"], item["stamps"]) == ("reopened", [])


def test_stamping_is_refused_where_it_makes_no_sense(workspace: Path) -> None:
    done("stamp", workspace, "target", "--department", "marketing", "--person", "A")
    before = digest(workspace)
    for words, code in ((("target", "--department", "marketing", "--person", "A"), "already-stamped"),
                        (("target", "--department", "finance", "--person", "A"), "unknown-department"),
                        (("nothing", "--department", "marketing", "--person", "A"), "unknown-item"),
                        (("hot-lead", "--department", "marketing", "--person", " "), "no-person")):
        assert refused("stamp", workspace, *words)["code"] == code
    assert digest(workspace) == before


def test_export_writes_what_is_agreed_and_says_what_it_left_out(workspace: Path, tmp_path: Path) -> None:
    assert refused("export", workspace, tmp_path / "none.xlsx")["code"] == "nothing-agreed"
    for department in ("marketing", "inside-sales", "field-sales"):
        done("stamp", workspace, "target", "--department", department, "--person", "A")
    told = done("export", workspace, tmp_path / "agreed.xlsx")
    assert (told["items"], "hot-lead" in told["left_out"]) == (["target"], True)
    assert done("export", workspace, tmp_path / "all.xlsx", "--items", "all")["left_out"] == []
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix == ".xlsx") == ["agreed.xlsx", "all.xlsx"]


def test_export_refuses_what_it_cannot_write(workspace: Path, tmp_path: Path) -> None:
    assert refused("export", workspace, tmp_path / "deck.key", "--items", "all")["code"] == "unsupported-export"
    assert refused("export", workspace, tmp_path / "no folder" / "a.xlsx", "--items", "all")["code"] == "cannot-write"


# --- reading


def test_read_tells_how_a_spreadsheet_is_understood() -> None:
    told = done("read", SAMPLES / "messy_leads.xlsx")
    cover, sheet = sorted(told["sheets"], key=lambda s: len(s["tables"]))
    assert (told["format"], told["encoding"], cover["tables"]) == ("xlsx", None, [])
    table = sheet["tables"][0]
    assert (table["rows"], table["header_rows"], table["title"]) == (3000, [4, 5], "リード一覧（2026年度上期）")
    columns = {c["name"]: c for c in table["columns"]}
    assert (columns["企業情報›従業員数"]["type"], columns["行動›登録日"]["type"], columns["行動›見積依頼"]["type"]) == ("integer", "date", "boolean")
    assert done("read", SAMPLES / "plain_leads_cp932.csv")["encoding"] == "cp932"


def test_read_writes_a_table_normalised(tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    table = next(s["tables"][0]["id"] for s in done("read", SAMPLES / "messy_leads.xlsx")["sheets"] if s["tables"])
    assert done("read", SAMPLES / "messy_leads.xlsx", "--table", table, "--csv", out)["rows"] == 3000
    messy = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    plain = list(csv.DictReader((SAMPLES / "messy_leads_cp932.csv").read_text(encoding="cp932").splitlines()))
    assert [r["企業情報›従業員数"] for r in messy] == [r["従業員数"] for r in plain]
    assert [r["行動›登録日"] for r in messy] == [r["登録日"].replace("/", "-") for r in plain]
    assert [r["営業の結果›見積額（円）"] for r in messy] == [r["見積額（円）"] for r in plain]


# --- files that are no workspace, damage


def test_a_whole_file_is_whole_and_a_torn_one_gives_back_what_it_can(workspace: Path, tmp_path: Path) -> None:
    assert done("check", workspace)["ok"] is True
    torn = tmp_path / "torn.fusen"
    torn.write_bytes(workspace.read_bytes()[:-200_000])
    answer = fusen("check", torn)
    assert (answer.status, answer.json["ok"], bool(answer.json["problems"])) == (1, False, True)
    assert done("check", torn, "--repair", tmp_path / "repaired.fusen")["records"] > 0
    assert done("show", tmp_path / "repaired.fusen")["terms"] == 11


@pytest.mark.parametrize("verb", [("show",), ("kpi",), ("qualify", "leads"), ("stamp", "target", "--department", "marketing", "--person", "A")])
def test_a_file_that_is_no_workspace_is_refused(verb: tuple[str, ...], tmp_path: Path) -> None:
    stranger = tmp_path / "leads.fusen"
    stranger.write_bytes((SAMPLES / "plain_kpi.xlsx").read_bytes())
    assert refused(verb[0], stranger, *verb[1:])["code"] == "not-a-workspace"
    assert refused(verb[0], tmp_path / "nowhere.fusen", *verb[1:])["code"] == "not-found"
    assert digest(stranger) == digest(SAMPLES / "plain_kpi.xlsx")


def test_an_import_that_fails_changes_nothing(workspace: Path, tmp_path: Path) -> None:
    before = digest(workspace)
    (tmp_path / "picture.xlsx").write_bytes(b"\x89PNG\r\n" + bytes(1000))
    assert refused("import", workspace, tmp_path / "picture.xlsx")["code"] in ("unsupported", "corrupt")
    assert refused("import", workspace, tmp_path / "away.xlsx")["code"] == "not-found"
    assert refused("import", workspace, SAMPLES / "plain_kpi.xlsx", "--table", "x!A1:B2")["code"] == "no-such-table"
    assert refused("import", workspace, SAMPLES / "plain_interviews.xlsx", "--as", "kpi")["code"] == "no-kpi-rows"
    assert digest(workspace) == before


def test_new_never_writes_over_a_file(workspace: Path, tmp_path: Path) -> None:
    before = digest(workspace)
    assert refused("new", workspace)["code"] == "already-exists"
    assert refused("new", workspace, "--template", "sample")["code"] == "already-exists"
    assert refused("new", tmp_path / "x.fusen", "--template", "b2c")["code"] == "unknown-template"
    assert refused("new", tmp_path / "no folder" / "x.fusen")["code"]
    assert digest(workspace) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["plan.fusen"]


def test_every_mistake_names_the_place(workspace: Path, tmp_path: Path) -> None:
    rule = write_json(tmp_path / "list.json", [1])
    for words, code, where in (
        (("define", workspace, "target", rule), "bad-rule", str(rule)), (("define", workspace, "target", tmp_path), "cannot-read", str(tmp_path)),
        (("qualify", workspace, "kpi"), "unknown-dataset", "kpi"), (("qualify", workspace, "leads", "--outcome", "受注"), "bad-outcome", "受注"),
        (("qualify", workspace, "leads", "--csv", tmp_path / "no" / "a.csv"), "cannot-write", str(tmp_path / "no" / "a.csv")),
        (("read", SAMPLES / "plain_kpi.xlsx", "--csv", tmp_path / "no" / "a.csv"), "cannot-write", str(tmp_path / "no" / "a.csv")),
        (("kpi", workspace, "--period", "2026-99"), "bad-period", "2026-99"), (("kpi", workspace, "--explain", "x"), "unknown-node", "x"),
        (("export", workspace, tmp_path), "unsupported-export", str(tmp_path)), (("check", tmp_path), "not-a-workspace", str(tmp_path)),
    ):
        error = refused(*words)
        assert (error["code"], error["where"]) == (code, where)


# --- the form of answers


def test_mistakes_are_told_in_both_languages(workspace: Path) -> None:
    japanese = refused("qualify", workspace, "nothing", "--lang", "ja")["message"]
    english = refused("qualify", workspace, "nothing", "--lang", "en")["message"]
    assert "nothing" in japanese
    assert any("\u3040" <= c <= "\u30ff" for c in japanese)
    assert english.isascii() or "leads" in english
    assert "needs a value" in refused("kpi", workspace, "--explain", "--lang", "en")["message"]
    assert "stamp" in refused("stamp", "--lang", "en")["message"]


def test_without_json_a_short_table_is_printed(made: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    path = str(made["plain_leads.xlsx"])
    assert cli.main(["show", path, "--lang", "en"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert "Personas: 4" in shown
    assert next(line for line in shown if line.startswith("hot-lead")).split()[-2] == "Draft"
    assert cli.main(["kpi", path, "--lang", "ja", "--period", "2026-11"]) == 0
    assert ["受注金額", "質リード", "実績", "円", "23,783,029"] in [line.split() for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_verb_explains_itself(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ("new", "show", "read", "import", "define", "qualify", "kpi", "stamp", "export", "merge", "check"):
        with pytest.raises(SystemExit, match="0"):
            cli.main([verb, "--help", "--lang", language])
        shown = capsys.readouterr().out
        assert shown.startswith(f"usage: fusenapp {verb}")
        assert any("ぁ" <= c <= "ヿ" for c in shown) == (language == "ja")


def test_common_options_may_stand_anywhere(made: dict[str, Path]) -> None:
    path = str(made["plain_leads.xlsx"])
    for words in (["--json", "show", path], ["show", "--json", path], ["show", path, "--json"], ["--lang", "en", "show", path, "--json"],
                  ["--lang=en", "--json", "show", path]):
        answer = shell(*words)
        assert (answer.returncode, json.loads(answer.stdout)["personas"], answer.stderr) == (0, 4, "")


def test_a_process_without_a_screen_prints_one_line_and_no_traceback(tmp_path: Path) -> None:
    answer = shell("show", tmp_path / "nowhere.fusen")
    assert (answer.returncode, answer.stdout.count("\n"), answer.stderr) == (2, 1, "")
    assert json.loads(answer.stdout)["error"]["code"] == "not-found"


def test_a_workspace_in_a_read_only_folder_can_be_shown(workspace: Path) -> None:
    before = digest(workspace)
    workspace.chmod(0o444)
    workspace.parent.chmod(0o555)
    try:
        assert done("show", workspace)["personas"] == 4
    finally:
        workspace.parent.chmod(0o755)
    assert digest(workspace) == before


def test_show_loads_none_of_the_heavy_libraries(made: dict[str, Path]) -> None:
    code = ("import sys; from fusenapp.cli import main; main(sys.argv[1:]);"
            "print([m for m in ('numpy', 'pyarrow', 'xlsxwriter', 'PySide6', 'fastexcel') if m in sys.modules])")
    import subprocess
    import sys

    told = subprocess.run([sys.executable, "-c", code, "show", str(made["plain_leads.xlsx"]), "--json"], capture_output=True, text=True,
                          encoding="utf-8", check=True).stdout.splitlines()
    assert told[-1] == "[]"
