"""Columns of lead lists are recognised by header and content, with how sure that is."""

from __future__ import annotations

import datetime as dt

from fusenapp.tables import Dataset, extract, guess_meanings
from tests.unit.tables.conftest import book_of

DAY = dt.date(2026, 4, 1)


def test_the_sample_list_is_recognised() -> None:
    found = {guess.meaning: guess for guess in guess_meanings(extract(book_of("messy_leads.xlsx")))}
    assert {meaning: found[meaning].column.rsplit("›")[-1] for meaning in ("lead", "company", "industry", "employees", "registered", "route")} == {
        "lead": "リードID", "company": "会社名", "industry": "業種", "employees": "従業員数", "registered": "登録日", "route": "流入経路",
    }  # fmt: skip
    assert (found["accepted"].value, found["result"].value) == ("受領", "受注")
    assert all(0 < guess.confidence <= 1 for guess in found.values())


def test_headings_of_other_tools_are_known_but_less_sure() -> None:
    dataset = Dataset.of({"Record ID": ["1"], "Create Date": [DAY], "Original Source": ["web"], "Number of Employees": [5], "Close Date": [DAY]})
    found = {guess.meaning: guess for guess in guess_meanings(dataset)}
    assert found["lead"].column == "Record ID"
    assert found["registered"].column == "Create Date"
    assert found["employees"].confidence > found["route"].confidence


def test_content_speaks_against_a_header() -> None:
    sure, doubtful = (guess_meanings(Dataset.of({"登録日": values}))[0] for values in ([DAY, DAY], ["未定", "近日"]))
    assert sure.confidence > 0.9 > 0.5 > doubtful.confidence


def test_every_column_is_used_once() -> None:
    guesses = guess_meanings(Dataset.of({"会社名": ["a"], "企業名": ["b"], "担当者": ["c"]}))
    assert len({guess.column for guess in guesses}) == len(guesses) == len({guess.meaning for guess in guesses})
