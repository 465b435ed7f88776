"""Which column a name means."""

from __future__ import annotations

import pytest

from fusenapp.errors import InputError
from fusenapp.qualify import resolve, similar

COLUMNS = ["企業情報›業種", "企業情報›従業員数", "行動›登録日", "結果›登録日", "売上高（百万円）", "ID"]


@pytest.mark.parametrize(("name", "column"), [
    ("企業情報›業種", "企業情報›業種"), ("業種", "企業情報›業種"), ("行動›登録日", "行動›登録日"), ("売上高(百万円)", "売上高（百万円）"),
    (" 売上高 （百万円）", "売上高（百万円）"), ("ｉｄ", "ID"), ("基本›ID", "ID")])
def test_full_names_last_levels_and_other_widths_find_their_column(name: str, column: str) -> None:
    assert resolve(name, COLUMNS) == column


def test_a_last_level_that_two_columns_share_is_not_enough() -> None:
    with pytest.raises(InputError) as caught:
        resolve("登録日", COLUMNS, "c7")
    assert (caught.value.code, caught.value.where) == ("ambiguous-field", "c7")
    assert caught.value.parameters["suggestions"] == ["行動›登録日", "結果›登録日"]


def test_an_exact_name_wins_over_a_last_level() -> None:
    assert resolve("登録日", [*COLUMNS, "登録日"]) == "登録日"


def test_what_looks_alike_is_suggested() -> None:
    assert similar("従業員", COLUMNS) == ["企業情報›従業員数"]
    with pytest.raises(InputError, match="unknown-field"):
        resolve("担当者", COLUMNS)
