"""What a user corrected once is kept for files of the same layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from fusenapp.errors import InputError
from fusenapp.tables import ColumnRecipe, Recipe, extract, read_book
from tests.unit.tables.making import Read, values, workbook

ROWS = [["店", "コード", "率", "メモ"], ["甲", 12, 40, "x"], ["乙", 34, 60, "y"], ["丙", 56, 80, "z"]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return workbook(tmp_path / "a.xlsx", {"4月": ROWS})


def test_types_units_and_names_are_settled(path: Path) -> None:
    recipe = Recipe(columns={
        "コード": ColumnRecipe(type="text"), "率": ColumnRecipe(type="percent", unit="%", name="達成率"), "メモ": ColumnRecipe(drop=True),
    })  # fmt: skip
    dataset = extract(read_book(path), recipe=recipe)
    assert dataset.names == ["店", "コード", "達成率"]
    assert values(dataset, "コード") == ["12", "34", "56"]
    assert values(dataset, "達成率") == [0.4, 0.6, 0.8]


def test_range_and_header_rows_are_settled(path: Path) -> None:
    table = read_book(path).tables[0].id
    dataset = Read(path, table, Recipe(range="A2:B4", header_rows=())).only
    assert dataset.names == ["A列", "B列"]
    assert values(dataset, "B列") == [12, 34, 56]


def test_totals_can_be_kept(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [*ROWS, ["合計", 102, 180, None]]})
    table = read_book(path).tables[0].id
    assert len(Read(path, table, Recipe(keep_totals=True)).only) == 4


def test_the_same_layout_next_month_has_the_same_fingerprint(tmp_path: Path) -> None:
    books = [Read(workbook(tmp_path / f"{name}.xlsx", {name: ROWS[: 4 - n]})).book for n, name in enumerate(("4月", "5月"))]
    other = Read(workbook(tmp_path / "other.xlsx", {"6月": [["店", "数"], ["甲", 1], ["乙", 2]]})).book
    first, second = (book.tables[0].fingerprint for book in books)
    assert first == second
    assert other.tables[0].fingerprint != first


def test_recipes_survive_json() -> None:
    recipe = Recipe("abc", (4, 5), "A4:F20", 2026, "2026-09", True, {"率": ColumnRecipe("percent", "%", "達成率", False, "rate")})
    assert Recipe.from_json(recipe.to_json()) == recipe


@pytest.mark.parametrize("data", [{"colour": 1}, {"range": "nonsense"}, {"columns": {"a": {"type": "colour"}}}, {"columns": {"a": {"x": 1}}}])
def test_recipes_that_cannot_be_are_refused_by_name(data: dict[str, object]) -> None:
    with pytest.raises(InputError) as caught:
        Recipe.from_json(data)
    assert caught.value.code == "bad-recipe"


def test_a_table_that_is_not_there_is_refused(path: Path) -> None:
    with pytest.raises(InputError) as caught:
        extract(read_book(path), "4月!Z1:Z9")
    assert caught.value.code == "no-such-table"
