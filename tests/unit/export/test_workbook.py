"""The agreement workbook: which sheets it has, which words, and that what users write stays text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from fusenapp import i18n
from fusenapp.document import Author, Document
from fusenapp.domain import definition
from fusenapp.editing import (
    agreements,
    datasets,
    definitions,
    handover,
    journeys,
    kpis,
    notes,
    personas,
    templates,
    terms,
    workspace,
)
from fusenapp.editing.notes import NewNote, Place
from fusenapp.errors import EnvironmentFault, InputError
from fusenapp.export import ExportSource, write_workbook
from fusenapp.flows import exporting
from tests.unit.export.making import Company, rows, texts

TARGET, TERM, JOURNEY, PERSONAS, TREE = (
    ("definitions", "target"), ("terms", "term-opportunity"), ("journeys", "journey"), ("persona_sets", "personas"), ("kpis", "kpi-tree"))


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    """Made once; tests that change it take their own."""
    return Company(tmp_path_factory.mktemp("company"))


# --- which sheets


def test_everything_has_its_sheet_in_the_order_of_the_areas(company: Company) -> None:
    assert company.export().sheetnames == ["表紙", "合意一覧", "用語", "ターゲット", "ホットリード", "判定シート", "引き渡し", "ペルソナ", "ジャーニー",
                                          "KPIツリー"]


def test_the_workbook_speaks_english_where_the_user_does(tmp_path: Path) -> None:
    i18n.set_language("en")
    book = Company(tmp_path).export()
    assert book.sheetnames == ["Cover", "Agreements", "Terms", "Target", "Hot lead", "Judge leads", "Hand-over", "Personas", "Journey", "KPI tree"]
    assert "Agreed definitions of marketing and sales" in texts(book["Cover"])


def test_only_what_is_agreed_is_written_unless_asked(tmp_path: Path) -> None:
    company = Company(tmp_path)
    company.agree(TARGET, TERM)
    company.agree(JOURNEY, by=("marketing",))
    assert company.export(agreed_only=True).sheetnames == ["表紙", "合意一覧", "用語", "ターゲット", "判定シート", "改訂履歴"]
    assert [r[0] for r in rows(company.export(agreed_only=True)["用語"])[3:]] == ["商談"]


def test_without_any_agreement_there_is_nothing_to_write(company: Company, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing-agreed"):
        exporting.export(tmp_path / "a.xlsx", company.document.snapshot(), company.figures)
    with pytest.raises(InputError, match="unsupported-export"):
        exporting.export(tmp_path / "a.docx", company.document.snapshot(), company.figures, agreed_only=False)
    empty = Document(Author("A"))
    with pytest.raises(InputError, match="empty-workspace"):
        exporting.export(tmp_path / "a.xlsx", empty.snapshot(), company.figures, agreed_only=False)
    assert list(tmp_path.iterdir()) == []


def test_several_journeys_have_a_sheet_each_under_names_that_excel_takes(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    journeys.rename_journey(company.document, "journey", "新規/導入: [A]?*")
    with company.document.edit("second") as edit:
        templates.add_journey(edit, "更新の検討でとても長い名前のついたジャーニーその二", "personas")
    names = company.export().sheetnames
    assert [n for n in names if n.startswith("ジャーニー")] == ["ジャーニー1 新規導入 A", "ジャーニー2 更新の検討でとても長い名前のついたジャー"]


# --- the agreed words


def test_a_reopened_item_is_written_as_it_was_agreed(tmp_path: Path) -> None:
    company = Company(tmp_path)
    terms.write_agreed(company.document, "term-opportunity", "価格を示した場")
    company.agree(TERM, TARGET)
    terms.write_agreed(company.document, "term-opportunity", "名刺を交換した場")
    definitions.change_clause(company.document, definition.record_id("target", "T1"), value=["小売業"])
    agreed, everything = company.export(agreed_only=True), company.export()
    assert rows(agreed["用語"])[3] == ["商談", "Opportunity", "価格を示した場", rows(agreed["用語"])[3][3], "要見直し", "terms/term-opportunity"]
    assert "名刺を交換した場" in texts(everything["用語"])
    assert "製造業・卸売業" in texts(agreed["ターゲット"])[2]
    assert "合意 第1版" in texts(agreed["ターゲット"])[1]
    assert "その後の変更は未合意" in texts(agreed["ターゲット"])[1]
    assert texts(everything["ターゲット"])[1] == "未合意：要見直し"


def test_the_agreement_list_shows_seals_revision_and_review(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    company.agree(TARGET)
    company.agree(JOURNEY, by=("inside-sales",))
    found = {r[-1]: r for r in rows(company.export()["合意一覧"])}
    status = next(s for s in exporting.source_of(company.document.snapshot(), company.figures).statuses if s.item == TARGET)
    day = status.stamps[0].at[:10].replace("-", "/")
    assert found["definitions/target"][:5] == ["ターゲット", "ターゲット", "合意", "1", status.hash[:12]]
    assert found["definitions/target"][5:8] == [f"{d} 太郎\n{day}" for d in ("marketing", "inside-sales", "field-sales")]
    assert found["definitions/target"][8] == status.review_due.replace("-", "/") if status.review_due else False
    assert found["journeys/journey"][2:8] == ["提案", "1", found["journeys/journey"][4], None, f"inside-sales 太郎\n{day}", None]
    assert found["terms/term-lead"][2:5] == ["下書き", "—", "—"]


def test_every_revision_ever_proposed_is_in_the_history(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    agreements.propose(company.document, TERM, "初版")
    terms.write_agreed(company.document, "term-opportunity", "価格を示した場")
    agreements.propose(company.document, TERM, "言い直し")
    found = rows(company.export()["改訂履歴"])[2:]
    assert sorted((r[1], r[3], r[5], r[7]) for r in found) == [("商談", "1", "佐伯 遥", "初版"), ("商談", "2", "佐伯 遥", "言い直し\n1か所を変更")]


def test_wordings_of_departments_are_drafts_and_stand_beside_only_with_drafts(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    terms.write_wording(company.document, "term-opportunity", "field-sales", "条件を交渉する場")
    company.agree(TERM)
    assert "条件を交渉する場" in texts(company.export()["用語"])
    assert "条件を交渉する場" not in texts(company.export(agreed_only=True)["用語"])


# --- definitions, hand-over, personas, journey


def test_a_definition_is_a_sentence_what_it_finds_and_a_row_per_clause(company: Company) -> None:
    sheet = company.export()["ターゲット"]
    said = texts(sheet)
    assert said[2].startswith("業種が製造業・卸売業のいずれかで")
    assert said[3] == "leads：6件中 3件が該当（50.0%）、情報不足 1件"
    found = [r for r in rows(sheet) if str(r[0]).isdigit()]
    assert [r[:6] for r in found] == [
        ["1", "すべて", "業種", "いずれか", "製造業、卸売業", "業種が製造業・卸売業のいずれかである"],
        ["2", "すべて › いずれか", "従業員数", "範囲", "100 – 1000", "従業員数が100以上1,000以下である"],
        ["3", "すべて › いずれか", "流入経路", "＝", "展示会", "流入経路が展示会である"]]
    assert [(r[6], r[9], r[12]) for r in found] == [("必須", "はい", None), ("必須", "はい", "中堅から"), ("必須", "いいえ", None)]
    assert [r[13] for r in found] == [f"clauses/{definition.record_id('target', id)}" for id in ("T1", "T3", "T4")]


def test_the_hand_over_contract_lists_deadlines_and_reasons(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    handover.set_deadlines(company.document, first_contact_hours=12)
    handover.set_required_fields(company.document, ["会社名", "業種"])
    sheet = company.export()["引き渡し"]
    found = {r[0]: r[1:] for r in rows(sheet)}
    assert (found["初回接触"][1], sheet["C4"].number_format) == (12, '#,##0"時間以内"')
    assert found["必須項目"][1] == "会社名、業種"
    assert found["R9"][:3] == ["営業の対応余力なし", "翌月に再引渡（質の問題と数えない）", "■ フィールドセールス"]


def test_personas_stand_side_by_side_with_the_grade_of_every_statement(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    personas.write_field(company.document, "personas-account", "industry", "製造業")
    personas.set_evidence(company.document, "personas-account", "industry", "confirmed")
    personas.write_quote(company.document, "personas-selector", "もう限界です")
    for person, text in (("selector", "打ち込みが3時間"), ("approver", "費用が読めない")):
        notes.add_notes(company.document, [NewNote(Place(f"personas-{person}", field="issues"), text)])
    sheet = company.export()["ペルソナ"]
    head = next(r for r in rows(sheet) if any("選定者" in str(v) for v in r))
    assert [str(v).split("\n")[0] for v in head if v] == ["企業", "選定者", "決定者", "決裁者"]
    by_label = {v: r for r in rows(sheet) for v in r if v in ("業界・業種", "課題", "本人の言葉")}
    assert by_label["業界・業種"][:3] == ["業界・業種", "製造業", "▁▃▅ データ確認済"]
    assert by_label["本人の言葉"][5] == "「もう限界です」"
    assert (by_label["課題"][5], by_label["課題"][6], by_label["課題"][9]) == ("・打ち込みが3時間", "▁ 仮説", "・費用が読めない")


def test_the_journey_is_a_grid_of_notes_in_their_colours(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    notes.add_notes(company.document, [
        NewNote(Place("journey", "journey-research", "journey-actions", "selector"), "検索する", 5),
        NewNote(Place("journey", "journey-research", "journey-actions", "selector"), "資料を集める", 7)])
    journeys.toggle_department(company.document, "journey", "journey-use", "journey-departments", "field-sales")
    journeys.set_emotion(company.document, "journey", "approver", "journey-approval", -1.5)
    sheet = company.export()["ジャーニー"]
    cells = {c.value: c for row in sheet.iter_rows() for c in row if c.value is not None}
    search, gather = cells["検索する"], cells["資料を集める"]
    assert (search.column, gather.column, gather.row) == (cells["2  情報収集・学び・関心"].column, search.column, search.row + 1)
    assert (search.fill.fgColor.rgb, gather.fill.fgColor.rgb) == ("FFD2E6FA", "FFDCEEC6")
    assert cells["■ フィールドセールス"].fill.fgColor.rgb == "FFF3EEE3", "who is in charge is no note to ponder"
    assert cells["■ フィールドセールス"].column == cells["6  活用・継続"].column
    assert (cells[-1.5].column, cells[-1.5].number_format) == (cells["4  稟議・決裁"].column, "+0.0;-0.0;0.0")
    assert len(sheet._charts) == 1


# --- print


def test_every_sheet_prints_landscape_on_one_page_across(company: Company) -> None:
    book = company.export()
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)
    paper = {s.title: s.page_setup.paperSize for s in book.worksheets}
    assert {name for name, size in paper.items() if str(size) == "8"} == {"用語", "判定シート", "ペルソナ", "ジャーニー", "KPIツリー"}, "A3; the others A4"
    assert book["KPIツリー"].print_title_rows == "$4:$4"
    assert all(not s.sheet_view.showGridLines for s in book.worksheets)


def test_rows_are_as_high_as_their_longest_text_needs(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    terms.write_agreed(company.document, "term-lead", "とても長い説明" * 40)
    sheet = company.export()["用語"]
    heights = {row[0].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows() if row[0].value}
    assert heights["リード"] > 10 * heights["SAL"] / 2


# --- text stays text

TRICKS = ("=1+1", "@SUM(A1)", "+81-3-1234-5678", "-5", "=HYPERLINK(\"http://example.com\",\"押して\")", "http://example.com/?a=1", "mailto:a@example.com",
          "'引用", "1234", "internal:'表紙'!A1", "{=1+1}", "\t=1+1", "a\x07b\ufffe", "<b>&amp;")


def _tricked(document: Document, text: str) -> None:
    """The text in every place where a user can write."""
    workspace.rename(document, text, text)
    workspace.rename_department(document, "marketing", text, text)
    terms.rename_term(document, "term-lead", name=text, english=text)
    terms.write_agreed(document, "term-lead", text)
    terms.write_test(document, "term-lead", text)
    terms.write_wording(document, "term-lead", "marketing", text)
    personas.rename_set(document, "personas", text)
    personas.set_label(document, "personas-selector", name=text, meaning=text, title=text)
    personas.write_quote(document, "personas-selector", text)
    personas.write_field(document, "personas-selector", "goal", text)
    notes.add_notes(document, [NewNote(Place("personas-selector", field="issues"), text)])
    journeys.rename_journey(document, "journey", text)
    journeys.rename_phase(document, "journey-use", text)
    journeys.rename_lane(document, "journey-kpi", text)
    notes.add_notes(document, [NewNote(Place("journey", "journey-use", "journey-kpi"), text)])
    journeys.set_emotion(document, "journey", "selector", "journey-use", 1)
    definitions.change_clause(document, definition.record_id("target", "T4"), value=text, comment=text)
    definitions.change_group(document, definition.record_id("target", "T2"), name=text)
    handover.set_required_fields(document, [text, text])
    handover.write_recycling(document, text)
    handover.set_reason(document, "reason-R1", name=text, destination=text, clause=text)
    datasets.rename_dataset(document, document.snapshot().all("datasets")[0]["id"], text)
    kpis.set_node(document, "kpi-calls", name=text)
    agreements.stamp(document, TERM, "marketing", text or "-", text)


@pytest.mark.parametrize("text", TRICKS)
def test_what_users_write_is_never_a_formula_or_a_link(text: str, tmp_path: Path) -> None:
    company = Company(tmp_path)
    _tricked(company.document, text)
    book = company.export()
    shown = "".join(c for c in text if c in "\t" or c.isprintable())
    for sheet in book.worksheets:
        formulas = [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
        links = [c for row in sheet.iter_rows() for c in row if c.hyperlink]
        assert not formulas or sheet.title in ("KPIツリー", "判定シート")
        assert all(c.column > 7 for c in formulas if sheet.title == "KPIツリー"), "figures only"
        assert not links or sheet.title == "表紙"
        assert all(c.hyperlink.target is None for c in links), "only to our own sheets"
        if sheet.title not in ("ホットリード", "判定シート", "改訂履歴"):
            assert any(shown in t for t in texts(sheet)), sheet.title
    chart = book["ジャーニー"]._charts[0]
    assert all(s.tx.strRef.f.startswith("ジャーニー!$B$") for s in chart.series), "names are references to cells"


def test_text_that_excel_cannot_hold_is_cut_with_an_ellipsis(tmp_path: Path) -> None:
    company = Company(tmp_path, data=False)
    terms.write_agreed(company.document, "term-lead", "長" * 40_000)
    kept = next(t for t in texts(company.export()["用語"]) if t.startswith("長長"))
    assert (len(kept), kept[-1]) == (32_000, "…")


# --- the file


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(company: Company, tmp_path: Path) -> None:
    source = exporting.source_of(company.document.snapshot(), company.figures, agreed_only=False)
    with pytest.raises(EnvironmentFault, match="cannot-write"):
        write_workbook(tmp_path / "no folder" / "a.xlsx", source)
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(EnvironmentFault, match="cannot-write"):
        write_workbook(tmp_path / "folder.xlsx", source)
    assert [p.name for p in tmp_path.iterdir()] == ["folder.xlsx"]


def test_the_former_workbook_stays_until_the_new_one_is_complete(company: Company, tmp_path: Path) -> None:
    source = exporting.source_of(company.document.snapshot(), company.figures, agreed_only=False)
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"last month's")

    def cancel(done: int, total: int) -> None:
        if done == total - 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_workbook(path, source, progress=cancel)
    assert (path.read_bytes(), [p.name for p in tmp_path.iterdir()]) == (b"last month's", ["a.xlsx"])
    seen: list[tuple[int, int]] = []
    write_workbook(path, source, progress=lambda done, total: seen.append((done, total)))
    assert openpyxl.load_workbook(path).sheetnames[0] == "表紙"
    assert seen == [(i, 10) for i in range(10)]


def test_an_export_is_made_from_frozen_values(company: Company) -> None:
    source: Any = exporting.source_of(company.document.snapshot(), company.figures, agreed_only=False)
    assert isinstance(source, ExportSource)
    with pytest.raises(AttributeError):
        source.agreed_only = True
