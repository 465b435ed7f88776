"""Exports of common tools are known by their headings, so that nobody has to say what their columns mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from fusenapp.flows import importing
from fusenapp.tables import Dataset, extract, guess_meanings, read_book
from fusenapp.tables.meanings import ATTRIBUTES
from fusenapp.tables.presets import PRESETS, recognise, title_of

EXPORTS = {
    "hubspot-contacts": (
        ("Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Marketing contact status,Create Date,Associated Company",
         "101,Taro,Sato,sato@example.co.jp,03-0000-0001,Mori,New,Marketing contact,2026-04-01 09:12,Example Inc."),
        ("レコードID,名,姓,Eメール,電話番号,コンタクト担当者,リードステータス,作成日,会社名,オリジナルソース",
         "102,花子,鈴木,suzuki@example.co.jp,03-0000-0002,森,新規,2026-04-02 10:00,見本商事,オーガニック検索")),
    "hubspot-deals": (
        ("Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Associated Company",
         "201,First order,Closed Won,2026-06-30,Mori,1200000,Sales Pipeline,Example Inc."),
        ("レコードID,取引名,取引ステージ,クローズ日,取引担当者,金額,パイプライン", "202,初回導入,成約,2026-06-30,森,1200000,営業パイプライン")),
    "salesforce-leads": (
        ("Lead Owner,First Name,Last Name,Title,Company / Account,Email,Lead Source,Lead Status,Created Date,Last Activity",
         "Mori,Taro,Sato,Manager,Example Inc.,sato@example.co.jp,Web,Open,2026/04/01,2026/04/05"),
        ("リード ID,姓,名,会社名,役職,メール,リードソース,リード 状況,リード 所有者,作成日,従業員数",
         "00Q0001,鈴木,花子,見本商事,課長,suzuki@example.co.jp,展示会,未対応,森,2026/04/02,120")),
    "salesforce-opportunities": (
        ("Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Probability (%),Close Date,Created Date,Lead Source",
         "Mori,Example Inc.,First order,Closed Won,Q1-2026,1200000,100,2026/06/30,2026/04/20,Web"),
        ("商談 ID,商談名,取引先名,フェーズ,金額,確度 (%),完了予定日,商談 所有者,リードソース,作成日",
         "006001,初回導入,見本商事,受注,1200000,100,2026/06/30,森,展示会,2026/04/20")),
    "ma-leads": (
        ("見込み客ID,会社名,部署名,役職名,氏名,メールアドレス,登録日,流入経路,リードスコア,最終アクセス日,開封数,配信停止",
         "P001,見本商事,情報システム部,課長,鈴木 花子,suzuki@example.co.jp,2026/04/02,ウェビナー,72,2026/05/01,8,FALSE"),),
    "sfa-opportunities": (
        ("案件番号,案件名,顧客名,営業担当,案件ステータス,受注確度,商談化日,受注予定日,受注金額,失注理由",
         "A-001,初回導入,見本商事,森,受注,A,2026/04/20,2026/06/30,1200000,"),),
}
MEANT = {
    "hubspot-contacts": {"lead", "owner", "registered", "company"},
    "hubspot-deals": {"lead", "result", "won", "won_amount", "owner"},
    "salesforce-leads": {"company", "route", "owner", "registered"},
    "salesforce-opportunities": {"company", "result", "won", "won_amount", "owner", "route", "opportunity"},
    "ma-leads": {"lead", "company", "registered", "route"},
    "sfa-opportunities": {"lead", "company", "owner", "result", "opportunity", "won", "won_amount", "lost_reason"},
}
CASES = [(id, header, row) for id, files in EXPORTS.items() for header, row in files]


def export(tmp_path: Path, header: str, row: str) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(f"{header}\n{row}\n{row}\n{row}\n", encoding="utf-8-sig")
    return path


@pytest.mark.parametrize(("id", "header", "row"), CASES)
def test_the_export_is_recognised_and_its_columns_are_understood(id: str, header: str, row: str, tmp_path: Path) -> None:
    dataset = extract(read_book(export(tmp_path, header, row)))
    found = recognise(dataset.names)
    assert found is not None
    assert found.preset.id == id
    meanings = {guess.meaning: guess.column for guess in guess_meanings(dataset) if guess.confidence > 0.9}
    assert MEANT[id] <= meanings.keys()
    assert all(found.columns[column] == meaning for meaning, column in meanings.items() if column in found.columns)


@pytest.mark.parametrize(("id", "header", "row"), CASES)
def test_it_imports_in_one_step_as_a_lead_list(id: str, header: str, row: str, tmp_path: Path) -> None:
    prepared = importing.prepare(export(tmp_path, header, row))
    assert (prepared.purpose, prepared.preset) == ("leads", id)
    assert MEANT[id] <= prepared.meanings.keys()


@pytest.mark.parametrize("names", [["会社名", "業種", "登録日"], ["部門", "KPI", "区分", "4月", "5月", "6月"], ["Name", "Email", "Amount", "Stage"], []])
def test_a_table_without_a_tools_own_headings_is_none(names: list[str]) -> None:
    assert recognise(names) is None


def test_a_few_known_headings_among_many_others_are_not_enough() -> None:
    assert recognise(["Record ID", "Email", "Amount", *(f"Column {n}" for n in range(20))]) is None


def test_added_columns_of_the_company_do_not_hide_the_tool() -> None:
    names = EXPORTS["salesforce-leads"][1][0].split(",")
    found = recognise([*names, "導入時期", "競合製品", "予算感", "備考"])
    assert found is not None
    assert found.preset.id == "salesforce-leads"


def test_the_sample_list_of_nobodys_tool_keeps_its_own_headers() -> None:
    guesses = guess_meanings(Dataset.of({"リードID": ["L1", "L2"], "会社名": ["A", "B"], "業種": ["x", "y"]}))
    assert {g.meaning: g.column for g in guesses} == {"lead": "リードID", "company": "会社名", "industry": "業種"}


def test_every_preset_speaks_of_known_meanings_and_has_a_name() -> None:
    from fusenapp.domain.lead import MEANINGS

    for preset in PRESETS:
        assert set(preset.headings.values()) <= {*MEANINGS, *ATTRIBUTES, ""}
        assert preset.marks <= preset.headings.keys()
        assert title_of(preset.id) != preset.title, "translated"
