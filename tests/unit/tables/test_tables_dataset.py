"""Datasets: finding columns, places, renaming, keeping, comparing."""

from __future__ import annotations

import datetime as dt

import pytest

from fusenapp.errors import InputError
from fusenapp.tables import Dataset, compare, csv_text


def leads(rows: list[tuple[str, str, int | None]]) -> Dataset:
    return Dataset.of({"ID": [r[0] for r in rows], "会社": [r[1] for r in rows], "件数": [r[2] for r in rows]}, source="/x/leads.xlsx", sheets=("S",))


def test_columns_are_found_by_their_last_level_where_it_is_unambiguous() -> None:
    dataset = Dataset.of({"企業›名称": ["a"], "担当›名称": ["b"], "企業›資本金（万円）": [1]})
    assert dataset.index("資本金（万円）") == 2
    assert dataset.index("資本金(万円)") == 2
    assert dataset.find("名称") is None
    with pytest.raises(InputError) as caught:
        dataset.index("名称")
    assert caught.value.code == "no-such-column"


def test_types_follow_from_plain_values() -> None:
    dataset = Dataset.of({"a": [1, None], "b": [1.5, 2], "c": [True, False], "d": [dt.date(2026, 4, 1), None], "e": ["x", "y"]})
    assert [column.type for column in dataset.columns] == ["integer", "number", "boolean", "date", "text"]
    assert [column.missing for column in dataset.columns] == [1, 0, 0, 1, 0]


def test_places_name_file_sheet_and_cell() -> None:
    dataset = leads([("L1", "A", 1), ("L2", "B", 2)])
    assert dataset.place(1, "会社") == "leads.xlsx › S › B3"
    assert dataset.place(1) == "leads.xlsx › S › 3"


def test_parquet_and_arrow_keep_everything(tmp_path: object) -> None:
    dataset = leads([("L1", "A", 1), ("L2", "B", None)]).rename({"会社": "企業"})
    path = f"{tmp_path}/d.arrow"
    dataset.write_arrow(path)
    for again in (Dataset.from_parquet(dataset.to_parquet()), Dataset.read_arrow(path)):
        assert again.columns == dataset.columns
        assert again.table.equals(dataset.table)
        assert again.rows.tolist() == [2, 3]
        assert again.names == ["ID", "企業", "件数"]


@pytest.mark.parametrize("data", [b"", b"PAR1", b"not parquet at all"])
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        Dataset.from_parquet(data)
    assert caught.value.code == "corrupt"


def test_rows_are_compared_by_key() -> None:
    before = leads([("L1", "A", 1), ("L2", "B", 2), ("L3", "C", 3)])
    after = leads([("L2", "B", 5), ("L3", "C", 3), ("L4", "D", 4)])
    found = compare(before, after, "ID")
    assert (found.new, found.changed, found.removed, found.unchanged) == (1, 1, 1, 1)
    assert (found.new_rows.tolist(), found.changed_rows, found.removed_rows.tolist()) == ([2], ((1, 0, ("件数",)),), [0])


def test_a_key_is_found_where_none_is_named() -> None:
    assert compare(leads([("L1", "A", 1), ("L2", "A", 1)]), leads([("L1", "A", 1), ("L2", "A", 1)])).key == "ID"


def test_without_a_key_rows_are_compared_as_a_whole() -> None:
    a, b = (Dataset.of({"区分": list(texts)}) for texts in (("x", "x", "y"), ("x", "y", "y")))
    found = compare(a, b)
    assert (found.key, found.new, found.removed, found.unchanged) == (None, 1, 1, 2)


def test_repeated_keys_are_told() -> None:
    found = compare(leads([("L1", "A", 1), ("L1", "B", 2)]), leads([("L1", "A", 1), ("L1", "B", 3)]), "ID")
    assert (found.unchanged, found.changed, found.repeated_keys) == (1, 1, ("L1",))


def test_csv_is_plain_and_iso() -> None:
    dataset = Dataset.of({"日": [dt.date(2026, 4, 1), None], "数": [1.0, 2.5], "可": [True, False], "文": ['a,"b"', None]})
    assert csv_text(dataset) == '日,数,可,文\r\n2026-04-01,1,true,"a,""b"""\r\n,2.5,false,\r\n'
