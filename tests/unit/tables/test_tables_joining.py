"""Joining: what is the same under another writing, what is only likely, what counts when several fit, and where joined values are from."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fusenapp.tables import Dataset, company_names
from fusenapp.tables.join_keys import Listed, measure, suggest_keys
from fusenapp.tables.join_similar import Lookup, likeness
from fusenapp.tables.join_table import join
from fusenapp.tables.joining import OFFERED, SURE, Matching, match

NAMES = st.text("東西南北山川電機製作所商事運輸システムサービステクノabcxyz", min_size=3, max_size=8).filter(lambda n: n[0] != "ー")
FORMS = ("株式会社{}", "㈱{}", "（株）{}", "(株) {}", "{}株式会社", "{}㈱", "{}（株）", "株式会社　{}", "㍿{}", "ｶ){}", "{} K.K.", "{}(ｶ")
LOOSE = (*FORMS, "{}", "{}, Inc.", "{} Co., Ltd.", "{}　Ｃｏ．，Ｌｔｄ．")
_HALF = str.maketrans({"シ": "ｼ", "ス": "ｽ", "テ": "ﾃ", "ム": "ﾑ", "サ": "ｻ", "ー": "ｰ", "ビ": "ﾋﾞ", "ク": "ｸ", "ノ": "ﾉ"})
_FULL = str.maketrans({c: chr(ord(c) + 0xFEE0) for c in "abcxyz"})
WRITINGS = (lambda n: n, lambda n: n.translate(_HALF), lambda n: n.translate(_FULL), str.upper, lambda n: n[:2] + "　" + n[2:],
            lambda n: n[:1] + "・" + n[1:], lambda n: n.replace("サービス", "サ−ビス"), lambda n: f" {n}\u200b ")


def both(leads: dict[str, list[Any]], outcomes: dict[str, list[Any]]) -> tuple[Listed, Listed]:
    return Listed(Dataset.of(leads, source="ma.xlsx", sheets=("リード",))), Listed(Dataset.of(outcomes, source="sfa.xlsx", sheets=("商談",)))


def matched(leads: dict[str, list[Any]], outcomes: dict[str, list[Any]], decided: dict[str, bool] | None = None, standing: Any = None) -> Matching:
    ours, theirs = both(leads, outcomes)
    keys = {each.role: (each.lead, each.outcome) for each in suggest_keys(ours, theirs)}
    return match(ours, theirs, keys, decided, standing)


def sure(found: Matching) -> list[tuple[int, int, str]]:
    return [(pair.lead, pair.outcome, pair.reason) for pair in found.sure]


def doubtful(found: Matching) -> list[tuple[int, int, str]]:
    return [(pair.lead, pair.outcome, pair.reason) for pair in found.doubtful]


@settings(max_examples=150, deadline=None)
@given(NAMES, st.sampled_from(LOOSE), st.sampled_from(LOOSE), st.sampled_from(WRITINGS), st.sampled_from(WRITINGS))
def test_a_company_is_found_under_any_writing_of_its_name(name, form, other_form, writing, other_writing) -> None:
    found = matched({"会社名": [form.format(writing(name)), "まったく別の会社"]}, {"取引先名": [other_form.format(other_writing(name))]})
    assert sure(found) == [(0, 0, "company")]


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES, st.sampled_from(LOOSE), st.sampled_from(LOOSE))
def test_two_companies_are_never_the_same_for_sure(name, other, form, other_form) -> None:
    leads = {"会社名": [form.format(name)], "メールアドレス": ["a@gmail.com"], "リードID": ["L001"]}
    outcomes = {"取引先名": [other_form.format(other)], "メールアドレス": ["a@gmail.com"], "リードID": ["L001"]}
    alike = likeness(company_names.company(name)[0], company_names.company(other)[0])
    for left_out in ((), ("リードID",), ("リードID", "メールアドレス")):
        found = matched(*({k: v for k, v in side.items() if k not in left_out} for side in (leads, outcomes)))
        by_name = "会社名" not in left_out and company_names.company(name)[0] == company_names.company(other)[0]
        assert not found.sure or by_name or (alike >= 0.6 and not {"company", "company-person"} & set(found.reasons))


@pytest.mark.parametrize(("one", "other"), [
    ("株式会社サンプル", "有限会社サンプル"), ("学校法人青葉", "医療法人青葉"), ("合同会社サンプル", "サンプル K.K."), ("第1工業", "第2工業"),
    ("サンプル01308", "サンプル01309"), ("コンピュータ商会", "コンピューター商会"), ("アサヒビール", "アサヒビル"), ("個人", "個人"), ("株式会社", "㈱")])
def test_what_only_looks_like_the_same_company_is_not_taken_for_it(one: str, other: str) -> None:
    assert matched({"会社名": [one]}, {"会社名": [other]}).sure == ()


@pytest.mark.parametrize(("written", "plain"), [
    ("髙橋　太郎 様", "高橋太郎"), ("ﾀﾅｶ･ｲﾁﾛｳ", "タナカイチロウ"), ("Taro SATO", "sato taro"), ("渡邉 花子さん", "渡辺花子")])
def test_people_are_compared_without_spaces_and_honorifics(written: str, plain: str) -> None:
    assert company_names.person(written) == plain


def test_addresses_and_numbers_are_compared_in_one_writing() -> None:
    assert company_names.mail("佐藤 <Taro.Sato＠Sample.co.jp>; b@c.jp") == "taro.sato@sample.co.jp"
    assert company_names.mail("なし") == ""
    assert {company_names.phone(p) for p in ("03-1234-5678", "０３（１２３４）５６７８", "+81 (0)3-1234-5678", "+81-3-1234-5678")} == {"0312345678"}
    assert company_names.phone("内線 12") == ""
    assert [company_names.domain(a) for a in ("a@sample.co.jp", "a@gmail.com", "a@yahoo.co.jp", "a@docomo.ne.jp")] == ["sample.co.jp", "", "", ""]


def test_ids_decide_in_any_width_but_their_zeros_matter() -> None:
    found = matched({"リードID": ["A001", "A002", "0012", "13"]}, {"リードID": ["ａ００２", "a001 ", "12", "13"]})
    assert sure(found) == [(1, 0, "id"), (0, 1, "id"), (3, 3, "id")]
    assert doubtful(found) == [(2, 2, "id-zeros")]


def test_an_id_that_names_another_company_is_a_doubt() -> None:
    found = matched({"リードID": ["A1", "A2", "A3", "A4"], "会社名": ["青葉製作所", "東西商事", "北山電機", "南川運輸"]},
                    {"リードID": ["A1", "A2", "A3", "A4"], "会社名": ["青葉製作所", "(株)東西商事", "ミナト食品", "南川運輸"]})
    assert [outcome for _, outcome, _ in sure(found)] == [0, 1, 3]
    assert doubtful(found) == [(2, 2, "id-other-company")]


def test_two_lists_that_both_count_from_one_are_not_matched_by_their_counters() -> None:
    names = ["青葉", "東西", "北山", "南川"]
    for numbers in ([1, 2, 3, 4], ["1001", "1002", "1003", "1004"]):
        ours, theirs = both({"番号": numbers, "会社名": names}, {"番号": numbers, "会社名": names[::-1]})
        assert [each.role for each in suggest_keys(ours, theirs)] == ["company"]


def test_keys_are_measured_by_what_the_lists_have_in_common() -> None:
    ours, theirs = both({"リードID": ["A1", "A2"], "メールアドレス": ["a@x.jp", "b@y.jp"], "姓": ["佐藤", "鈴木"], "名": ["一", "二"]},
                        {"案件番号": ["P1", "P2"], "E-mail": ["B@Y.JP", None], "顧客担当者": ["鈴木　二", "田中"], "営業担当": ["山本", "山本"]})
    found = {each.role: each for each in suggest_keys(ours, theirs)}
    assert (found["mail"].filled, found["mail"].found, found["mail"].share) == (1, 1, 1.0)
    assert (found["person"].lead, found["person"].outcome, found["person"].found) == ("姓 + 名", "顧客担当者", 1)
    assert "id" not in found, "no outcome row names a lead by its id"
    assert measure(ours, theirs, {"person": ("姓", "営業担当")})[0].found == 0


def test_mail_is_sure_unless_the_box_is_shared_or_the_company_another() -> None:
    leads = {"メールアドレス": ["a@x.jp", "info@y.jp", "c@z.jp"], "氏名": ["佐藤", "鈴木", "田中"], "会社名": ["青葉", "東西", "北山"]}
    outcomes = {"メール": ["A@X.jp", "info@y.jp", "c@z.jp"], "氏名": ["佐藤", "高木", "田中"], "会社名": ["青葉", None, "ミナト"]}
    found = matched(leads, outcomes)
    assert sure(found) == [(0, 0, "mail")]
    assert doubtful(found) == [(1, 1, "mail-other-person"), (2, 2, "mail-other-company")]


def test_of_several_leads_of_a_company_the_person_decides_and_without_one_nobody_does() -> None:
    leads = {"会社名": ["㈱青葉", "株式会社青葉", "青葉", "東西"], "氏名": ["佐藤 一", "鈴木 二", "田中 三", "高木 四"]}
    found = matched(leads, {"会社名": ["青葉㈱", "(株)青葉", "東西", "東西"], "氏名": ["鈴木二", None, None, "山本"]})
    assert sure(found) == [(1, 0, "company-person"), (3, 2, "company")]
    assert doubtful(found) == [(0, 1, "company-several"), (1, 1, "company-several"), (2, 1, "company-several"), (3, 3, "company-other-person")]


def test_what_else_agrees_puts_a_doubtful_lead_first() -> None:
    leads = {"会社名": ["青葉"] * 3, "氏名": ["佐藤一", "鈴木二", "田中三"], "電話番号": ["03-1111-1111", "03-2222-2222", "03-3333-3333"]}
    found = matched(leads, {"会社名": ["青葉", "青葉"], "氏名": ["鈴木", None], "TEL": [None, "0333333333"]})
    assert [(pair.outcome, pair.lead) for pair in found.doubtful if pair.score > 0.5] == [(0, 1), (1, 2)]


def test_names_that_are_alike_are_offered_and_numbers_in_them_are_not() -> None:
    leads = {"会社名": ["青葉コンピュータサービス", "東西商事ホールディングス", "第1北山電機", "南川"]}
    found = matched(leads, {"会社名": ["青葉コンピューターサービス", "東西商事", "第2北山電機", "ミナト食品"]})
    assert found.sure == ()
    assert doubtful(found) == [(0, 0, "similar"), (1, 1, "similar")]
    assert found.lone_outcomes == (2, 3)


def test_a_mail_domain_alone_is_a_hint_but_never_a_free_one() -> None:
    found = matched({"メールアドレス": ["a@aoba.co.jp", "b@gmail.com"]}, {"メール": ["z@aoba.co.jp", "y@gmail.com"]})
    assert doubtful(found) == [(0, 0, "domain")]
    assert found.lone_outcomes == (1,)


def test_no_more_than_a_handful_of_leads_is_offered_and_the_rest_is_counted() -> None:
    found = matched({"会社名": ["青葉"] * 9}, {"会社名": ["青葉"]})
    assert len(found.doubtful) == OFFERED
    assert found.left == {0: 9 - OFFERED}


def test_an_outcome_that_fits_two_leads_equally_is_a_doubt_and_what_differs_decides() -> None:
    leads = {"メールアドレス": ["a@x.jp", "a@x.jp", "b@y.jp", "b@y.jp"], "会社名": ["青葉", "青葉", "東西", "東西商事"]}
    found = matched(leads, {"メール": ["a@x.jp", "b@y.jp"], "会社名": ["青葉", "東西商事"]})
    assert sure(found) == [(3, 1, "mail")]
    assert doubtful(found) == [(0, 0, "several-leads"), (1, 0, "several-leads")]


def test_of_several_outcomes_of_a_lead_the_furthest_counts_then_the_last() -> None:
    outcomes = {"リードID": ["A1", "A1", "A1", "A2", "A2"]}
    found = matched({"リードID": ["A1", "A2", "A3"]}, outcomes, standing=[2.0, 5.0, 1.0, 3.0, 3.0])
    assert found.chosen.tolist() == [1, 4, -1]
    assert [(each.lead, each.winner, each.others) for each in found.several] == [(0, 1, (0, 2)), (1, 4, (3,))]
    assert found.lone_leads.tolist() == [2]


def test_nothing_doubtful_is_joined_until_it_is_settled_and_then_it_stays_so_next_month() -> None:
    leads = {"リードID": ["A1", "A2", "A3"], "会社名": ["青葉", "青葉", "東西"]}
    outcomes = {"案件ID": ["P1", "P2"], "会社名": ["㈱青葉", "東西商事"]}
    first = matched(leads, outcomes)
    assert first.chosen.tolist() == [-1, -1, -1]
    said = {pair.id: (pair.lead, pair.outcome) == (1, 0) for pair in first.doubtful}
    next_leads = {"リードID": ["A0", "A3", "A2", "A1"], "会社名": ["南川", "東西", "㈱青葉", "青葉"]}
    again = matched(next_leads, {"案件ID": ["P9", "P1"], "会社名": ["北山", "青葉（株）"]}, said)
    assert sure(again) == [(2, 1, "settled")]
    assert matched(leads, outcomes, dict.fromkeys(said, False)).doubtful == ()


def test_what_was_settled_as_not_the_same_is_listed_with_the_reason_it_would_have() -> None:
    leads, outcomes = {"会社名": ["北山コンピュータ", "東西商事"]}, {"取引先名": ["北山コンピューター", "東西商事"]}
    open_ = matched(leads, outcomes)
    assert open_.refused == ()
    refused = {pair.id: False for pair in (*open_.sure, *open_.doubtful)}
    found = matched(leads, outcomes, refused)
    assert {(pair.id, pair.reason) for pair in found.refused} == {(pair.id, pair.reason) for pair in (*open_.sure, *open_.doubtful)}
    assert (found.sure, found.doubtful, found.lone_outcomes) == ((), (), (0, 1))


def test_every_outcome_row_is_accounted_for_once() -> None:
    leads = {"会社名": ["青葉", "青葉", "東西", "北山"], "氏名": ["佐藤", "鈴木", "田中", "高木"]}
    found = matched(leads, {"会社名": ["青葉", "青葉", "東西", "東西", "ミナト", None], "氏名": ["佐藤", None, "田中", "田中", None, None]})
    assert len(found.sure) + found.doubtful_outcomes + len(found.lone_outcomes) == 6
    assert sum(1 + len(each.others) for each in found.several) + sum(row >= 0 for row in found.chosen) - len(found.several) == len(found.sure)
    assert all(0 < pair.score <= 1 and pair.id for pair in (*found.sure, *found.doubtful))
    assert all(pair.score < min(SURE.values()) + 0.1 for pair in found.doubtful)


def test_a_joined_value_names_its_cell_in_the_second_file() -> None:
    leads = Dataset.of({"リードID": ["A1", "A2"], "結果": [None, "古い"]}, source="ma.xlsx", sheets=("リード",))
    outcomes = Dataset.of({"リードID": ["A2"], "結果": ["受注"], "受注額": [1200], "受注": [True]}, source="/exports/sfa.xlsx", sheets=("商談",))
    found = join(leads, outcomes, match(Listed(leads), Listed(outcomes), {"id": ("リードID", "リードID")}).chosen, ["結果", "受注額", "受注"], "商談一覧")
    for dataset in (found, Dataset.from_parquet(found.to_parquet()), found.rename({"受注額": "金額"})):
        assert dataset.names[:3] == ["リードID", "結果", "商談一覧›結果"]
        assert dataset.place(1, 3) == "sfa.xlsx › 商談 › C2"
        assert dataset.place(1, "結果") == "ma.xlsx › リード › B3"
        assert dataset.place(0, 3) == "sfa.xlsx", "there is no cell for what is not there"
        assert [dataset.values(at).to_pylist() for at in (2, 3, 4)] == [[None, "受注"], [None, 1200], [None, True]], "missing is not zero, not no"
        assert [column.missing for column in dataset.columns[2:]] == [1, 1, 1]


def test_an_empty_list_of_outcomes_joins_nothing() -> None:
    leads = Dataset.of({"会社名": ["青葉"]})
    outcomes = Dataset.of({"会社名": [], "結果": []}, {"会社名": "text", "結果": "text"})
    found = match(Listed(leads), Listed(outcomes), {"company": ("会社名", "会社名")})
    assert join(leads, outcomes, found.chosen, ["結果"], "商談").values("結果").to_pylist() == [None]


def test_names_are_looked_up_without_comparing_all_with_all() -> None:
    names = [f"{a}{b}{c}商事" for a in "東西南北青赤白黒" for b in "山川田中谷原野" for c in "一二三四五六七"]
    lookup = Lookup(names)
    assert lookup.like("東山一商会")[0][0] == "東山一商事"
    assert max(len(lookup._shortlist(name)) for name in names) <= 12
