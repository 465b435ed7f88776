"""Conditions on the clipboard: between windows, into Excel and back."""

from __future__ import annotations

import json

import pytest

from fusenapp.domain import definition_clipboard as clipboard
from fusenapp.domain.definition import Clause, Group, Include
from fusenapp.domain.definition_json import member_to_json
from fusenapp.errors import InputError

MEMBERS = (
    Clause(id="c1", field="業種", operator="one-of", value=("製造業", "建設業"), comment="昨年の\n受注より"),
    Clause(id="c2", field="従業員数", operator="between", value=(100, 999)),
    Group(id="g1", match=2, name="関心", cap=30.0, members=(
        Clause(id="c3", field="トライアル申込", operator="is-true", kind="points", points=20.0, axis="interest"),
        Clause(id="c4", field="最終訪問日", operator="within-days", value={"days": 30, "of": "登録日"}),
        Group(id="g2", match="any", members=(Clause(id="c5", field="売上", operator="increased", value={"than": "前年売上", "tolerance": 0.05}),)))),
    Include(id="c6", ref="target"), Clause(id="c7", field="備考", operator="is-blank", kind="knock-out"),
)


def plain(members) -> list:
    """What members say, without their ids."""
    def bare(data):
        return {k: [bare(m) for m in v] if k == "clauses" else v for k, v in data.items() if k != "id"}

    return [bare(member_to_json(m)) for m in members]


def test_json_brings_everything_over() -> None:
    assert plain(clipboard.from_json(clipboard.to_json(MEMBERS))) == plain(MEMBERS)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_table_goes_to_excel_and_comes_back(language: str) -> None:
    assert plain(clipboard.from_table(clipboard.to_table(MEMBERS, language))) == plain(MEMBERS)


def test_the_table_is_one_that_people_read() -> None:
    lines = clipboard.to_table(MEMBERS[:2], "ja").replace('"昨年の\n受注より"', "昨年の受注より").split("\n")
    assert lines[0] == "段\t種別\t項目\t条件\t値\t点数\t軸\tコメント"
    assert lines[1] == "0\t必須\t業種\tいずれか\t製造業、建設業\t\t\t昨年の受注より"


def test_rows_typed_in_excel_need_only_field_condition_and_value() -> None:
    found = clipboard.from_table("業種\tいずれか\t製造業、卸売業\r\n従業員数\t以上\t1,000\r\n")
    assert [(c.field, c.operator, c.value) for c in found if isinstance(c, Clause)] == [
        ("業種", "one-of", ("製造業", "卸売業")), ("従業員数", ">=", 1000)]


@pytest.mark.parametrize("text", ["", "こんにちは", "株式会社\t東京都\t100", "段\t種別\t項目\t条件\t値", "=1+1\t\t", "x" * 1_000_001, '"open\tquote'])
def test_foreign_text_is_refused(text: str) -> None:
    with pytest.raises(InputError) as error:
        clipboard.from_table(text)
    assert error.value.code == "not-conditions"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"fusen": "notes", "members": [1]}', '{"fusen": "conditions", "members": []}', "[" * 5000])
def test_foreign_json_is_refused(text: str) -> None:
    with pytest.raises(InputError) as error:
        clipboard.from_json(text)
    assert error.value.code == "not-conditions"


def test_hostile_json_is_refused_as_a_rule_file_is() -> None:
    with pytest.raises(InputError):
        clipboard.from_json(json.dumps({"fusen": "conditions", "members": [{"field": "a", "operator": "eval", "value": "x"}]}))
    many = {"fusen": "conditions", "members": [{"field": "a", "operator": "is-blank"}] * 301}
    with pytest.raises(InputError) as error:
        clipboard.from_json(json.dumps(many))
    assert error.value.code == "too-many-conditions"


def test_a_text_that_looks_like_a_formula_stays_text_in_excel() -> None:
    members = (Clause(id="c", field="=cmd()", operator="contains", value="+81"),)
    row = clipboard.to_table(members, "en").split("\n")[1].split("\t")
    assert row[2] == "'=cmd()"
    assert plain(clipboard.from_table(clipboard.to_table(members, "en"))) == plain(members)


def test_departments_and_interviews_of_elsewhere_stay_there() -> None:
    clause = Clause(id="c", field="a", operator="is-blank", department="legal", evidence={"iv1": {"grade": "partial"}, "市場調査": {"text": "2 社"}})
    bare = clipboard.without_links(clause, {"marketing"}, set())
    assert isinstance(bare, Clause)
    assert (bare.department, dict(bare.evidence)) == ("", {"市場調査": {"text": "2 社"}})
