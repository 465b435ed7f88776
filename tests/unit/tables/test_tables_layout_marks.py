"""A changed layout says what changed, and kept corrections follow their columns."""

from __future__ import annotations

import pytest

from fusenapp.tables.layout_marks import ColumnMark, LayoutMark, align, changes, fitted, with_meanings
from fusenapp.tables.recipes import ColumnRecipe, Recipe, fingerprint_of


def mark(*columns: str, area: str = "A1:C10") -> LayoutMark:
    """Columns written ``name:type:unit`` from column A on."""
    parts = [[*column.split(":"), "", ""] for column in columns]
    found = tuple(ColumnMark(p[0], chr(65 + at), p[1] or "text", p[2]) for at, p in enumerate(parts))
    return LayoutMark(fingerprint_of("", [c.name for c in found]), area, found)


def told(before: LayoutMark, after: LayoutMark) -> set[tuple[str, str]]:
    return {(c.code, str(c.parameters["column"])) for c in changes(before, after)}


@pytest.mark.parametrize(("after", "expected"), [
    (("会社名", "業種", "登録日:date"), set()),
    (("会社名", "業種", "登録日:date", "スコア:integer"), {("column-came", "スコア")}),
    (("会社名", "登録日:date"), {("column-went", "業種")}),
    (("企業名", "業種", "登録日:date"), {("column-renamed", "企業名")}),
    (("会社名", "業種（大分類）", "登録日:date"), {("column-renamed", "業種（大分類）")}),
    (("登録日:date", "会社名", "業種"), {("column-moved", "登録日")}),
    (("会社名", "業種", "登録日"), {("column-type-changed", "登録日")}),
    (("会社名", "備考", "登録日:date"), {("column-went", "業種"), ("column-came", "備考")}),
])
def test_each_change_is_named(after: tuple[str, ...], expected: set[tuple[str, str]]) -> None:
    assert told(mark("会社名", "業種", "登録日:date"), mark(*after)) == expected


def test_a_unit_that_changed_is_told_and_whole_or_broken_numbers_are_no_change() -> None:
    before = mark("売上:integer:千円", "率:integer")
    assert told(before, mark("売上:money:百万円", "率:number")) == {("column-unit-changed", "売上")}


def test_a_column_without_values_says_nothing_about_its_type() -> None:
    before = mark("会社名", "受注日:date")
    empty = LayoutMark(before.fingerprint, before.range, (before.columns[0], ColumnMark("受注日", "B", "", "")))
    assert told(before, empty) == set()


def test_next_months_headers_are_the_same_columns() -> None:
    before, after = mark("部門", "2026年4月:integer", "2026年5月:integer"), mark("部門", "2026年5月:integer", "2026年6月:integer")
    assert align(before, after).pairs == ((0, 0), (1, 1), (2, 2))
    assert told(before, after) == set()


def test_the_sentence_names_both_sides() -> None:
    (change,) = changes(mark("会社名", "業種"), mark("企業名", "業種"))
    assert change.message(to="ja") == "「会社名」の列は「企業名」という名前になりました。"
    assert change.message(to="en") == "The column “会社名” is now called “企業名”."


def test_settled_columns_follow_theirs_to_the_new_name() -> None:
    recipe = Recipe("x", columns={"会社名": ColumnRecipe(name="企業"), "5月": ColumnRecipe(type="text")})
    found = fitted(recipe, mark("会社名", "4月", "5月"), mark("企業名", "5月", "6月"))
    assert dict(found.columns) == {"企業名": ColumnRecipe(name="企業"), "6月": ColumnRecipe(type="text")}


def test_a_settled_range_moves_and_grows_with_the_table() -> None:
    recipe = Recipe("x", header_rows=(3,), range="B3:C8", as_of="2026-04")
    found = fitted(recipe, mark("a", "b", area="A2:C10"), mark("a", "b", area="A4:C32"))
    assert (found.range, found.header_rows) == ("B5:C30", (5,)), "two rows further down, twenty rows more, the last two still left out"
    assert found.as_of is None, "the month belonged to the other file"


def test_of_another_layout_range_and_header_are_left_to_the_reader() -> None:
    found = fitted(Recipe("x", (1,), "A1:B5", 2026), mark("a", "b"), mark("a", "b", "c"))
    assert (found.range, found.header_rows, found.year) == (None, None, 2026)


def test_marks_survive_json_and_other_things_are_none() -> None:
    one = mark("会社名", "登録日:date", "額:money:円")
    assert LayoutMark.from_json(one.to_json()) == one
    assert LayoutMark.from_json(None) is LayoutMark.from_json({"columns": 3}) is None


def test_meanings_join_the_columns_by_the_name_they_had_in_the_file() -> None:
    recipe = with_meanings(Recipe(columns={"社": ColumnRecipe(name="会社")}), {"company": "会社", "registered": "日付"})
    assert dict(recipe.columns) == {"社": ColumnRecipe(name="会社", meaning="company"), "日付": ColumnRecipe(meaning="registered")}
    assert (recipe.reads_anew, Recipe(columns={"日付": ColumnRecipe(meaning="registered")}).reads_anew) == (True, False)
