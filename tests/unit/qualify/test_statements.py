"""SQL text: names and values are quoted for each database, and whatever users type stays a value."""

from __future__ import annotations

import sqlite3

import pytest

from fusenapp.errors import InputError
from fusenapp.qualify import select, sql
from fusenapp.tables.dataset import Column
from tests.unit.qualify.leads import hot, rule, sample_leads, target

HOSTILE = "'; DROP TABLE leads; -- \" ` \\"


def test_sqlite_counts_the_hot_leads_of_the_sample_company() -> None:
    leads = sample_leads()
    verdict = sql(hot(), columns=leads.columns, others={"target": target()})
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE leads ({})".format(", ".join(f'"{name}"' for name in leads.names)))
    rows = zip(*(leads.values(i).cast("string").to_pylist() if leads.columns[i].type == "date" else leads.values(i).to_pylist()
                 for i in range(len(leads.names))), strict=True)
    base.executemany(f"INSERT INTO leads VALUES ({', '.join('?' * len(leads.names))})", rows)
    assert base.execute(f"SELECT COUNT(*) FROM leads WHERE {verdict}").fetchone() == (52,)
    assert base.execute(f"SELECT SUM(verdict) FROM ({select(hot(), others={'target': target()})})").fetchone() == (52,)
    base.close()


@pytest.mark.parametrize(("dialect", "expected"), [
    ("sqlite", """(NULLIF("業種", '') = 'O''Hara\\')"""), ("postgresql", """(NULLIF("業種", '') = 'O''Hara\\')"""),
    ("bigquery", """(NULLIF(`業種`, '') = 'O\\'Hara\\\\')""")])
def test_texts_are_quoted_as_the_database_reads_them(dialect: str, expected: str) -> None:
    definition = rule({"id": "c", "field": "業種", "operator": "=", "value": "O'Hara\\"})
    assert sql(definition, dialect) == expected  # type: ignore[arg-type]


def test_hostile_names_and_values_do_nothing() -> None:
    definition = rule({"id": "a", "field": HOSTILE, "operator": "=", "value": HOSTILE},
                      {"id": "b", "field": HOSTILE, "operator": "contains", "value": HOSTILE},
                      {"id": "c", "field": HOSTILE, "operator": "starts-with", "value": HOSTILE})
    base = sqlite3.connect(":memory:")
    quoted = HOSTILE.replace('"', '""')
    base.execute(f'CREATE TABLE leads ("{quoted}")')
    base.executemany("INSERT INTO leads VALUES (?)", [(HOSTILE,), ("x",), (None,)])
    assert [row[-1] for row in base.execute(select(definition))] == [1, 0, None]
    base.close()


def test_without_a_reference_date_the_database_takes_its_own() -> None:
    definition = rule({"id": "c", "field": "訪問日", "operator": "within-days", "value": 7})
    assert "CURRENT_DATE" in sql(definition, "postgresql")
    assert "DATE_DIFF(CURRENT_DATE, `訪問日`, DAY) BETWEEN 0 AND 7" in sql(definition, "bigquery")
    assert "DATE '2026-11-30'" in sql(definition, "postgresql", as_of="2026-11")


def test_a_short_name_is_written_in_full_where_the_columns_are_known() -> None:
    definition = rule({"id": "c", "field": "業種", "operator": "=", "value": "製造業"})
    assert '"企業情報›業種"' in sql(definition, columns=[Column("企業情報›業種")])
    with pytest.raises(InputError, match="unknown-field"):
        sql(definition, columns=[Column("会社名")])


def test_a_definition_that_says_nothing_is_null() -> None:
    assert sql(rule()) == "NULL"


def test_inclusions_that_are_missing_or_go_in_circles_are_refused() -> None:
    with pytest.raises(InputError, match="unknown-definition"):
        sql(hot())
    with pytest.raises(InputError, match="definition-cycle"):
        sql(loop := rule({"id": "i", "ref": "target"}), others={"target": loop})
