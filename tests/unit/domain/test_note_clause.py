"""A note as a condition: what is certain is read, everything else is left to people."""

from __future__ import annotations

import pytest

from fusenapp.domain.note_clause import Reading, read

COLUMNS = {"従業員数": ("integer", "名"), "売上高": ("money", "百万円"), "業種": ("text", ""), "役職": ("text", ""),
           "最終接触日": ("date", ""), "質リード率": ("percent", ""), "Industry": ("text", ""),
           "資本金（万円）": ("integer", "")}


@pytest.mark.parametrize(("text", "field", "operator", "value"), [
    ("従業員数 300名以上", "従業員数", ">=", 300),
    ("従業員300名以上", "従業員数", ">=", 300),
    ("従業員数は1,200名未満", "従業員数", "<", 1200),
    ("従業員数 １００〜９９９名", "従業員数", "between", [100, 999]),
    ("従業員数 ≥ 50", "従業員数", ">=", 50),
    ("売上高 10億円以上", "売上高", ">=", 1000),
    ("売上高は5,000万円以下", "売上高", "<=", 50),
    ("業種：製造業、卸売業", "業種", "one-of", ["製造業", "卸売業"]),
    ("業種は製造業です", "業種", "=", "製造業"),
    ("役職は係員以外", "役職", "none-of", ["係員"]),
    ("Industry: Manufacturing or Wholesale", "Industry", "one-of", ["Manufacturing", "Wholesale"]),
    ("最終接触日 30日以内", "最終接触日", "within-days", {"days": 30}),
    ("資本金 1億円以上", "資本金（万円）", ">=", 10_000),
    ("資本金（万円） 5,000以上", "資本金（万円）", ">=", 5000),
    ("質リード率 40%以上", "質リード率", ">=", 0.4),
])
def test_a_condition_as_people_write_it_is_read(text: str, field: str, operator: str, value: object) -> None:
    assert read(text, COLUMNS) == Reading(field, operator, value, True)


@pytest.mark.parametrize("text", ["従業員数が急に増えた", "業種ごとに事情が違う", "従業員数 たくさん", "従業員数 900〜100名"])
def test_where_only_the_column_is_clear_it_is_no_more_than_a_proposal(text: str) -> None:
    found = read(text, COLUMNS)
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize("text", ["稟議に3か月かかる", "", "課長が従業員数を気にする"])
def test_a_note_that_begins_with_no_column_is_no_condition(text: str) -> None:
    assert read(text, COLUMNS) is None
