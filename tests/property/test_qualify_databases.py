"""The SQL of every dialect gives the verdicts of the table reader when a typed database runs it.

PostgreSQL's text runs in DuckDB as it is, which has its types and its three-valued logic; BigQuery's text is first parsed as
BigQuery's and then written for DuckDB.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest
import sqlglot
from hypothesis import given, settings

from fusenapp.domain.definition import Definition, parse_rule
from fusenapp.qualify.evaluation import evaluate
from fusenapp.qualify.statements import Dialect, select
from fusenapp.tables.dataset import Dataset
from tests.property import qualify_rules as made

TYPES = {"text": "VARCHAR", "month": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "money": "DOUBLE", "percent": "DOUBLE",
         "date": "DATE", "boolean": "BOOLEAN"}
POINTS = {"match": "all", "threshold": 0.8, "clauses": [
    {"field": "DL", "operator": "is-true", "kind": "points", "points": 0.1},
    {"field": "従業員数", "operator": ">=", "value": 50, "kind": "points", "points": 0.7}]}


@pytest.fixture(scope="module")
def base() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        connection.execute("PRAGMA disable_optimizer")  # it takes seconds for a deep expression, and is not what is tested
        connection.execute("CREATE TABLE leads ({})".format(", ".join(f'"{name}" {TYPES[type]}' for name, type in made.TYPES.items())))
        yield connection


def _found(base: duckdb.DuckDBPyConnection, statement: str, columns: dict[str, list[Any]], dialect: Dialect) -> list[int]:
    base.execute("DELETE FROM leads")
    rows = [list(row) for row in zip(*(columns[name] for name in made.TYPES), strict=True)]
    base.executemany(f"INSERT INTO leads VALUES ({', '.join('?' * len(made.TYPES))})", rows)
    if dialect == "bigquery":
        statement = sqlglot.transpile(statement, read="bigquery", write="duckdb")[0]
    return [-1 if row[-1] is None else row[-1] for row in base.execute(statement).fetchall()]


def _expected(definition: Definition, others: dict[str, Definition], columns: dict[str, list[Any]]) -> list[int]:
    return evaluate(definition, Dataset.of(columns, made.TYPES), others, made.TODAY).verdict.tolist()


@pytest.mark.parametrize("dialect", ["postgresql", "bigquery"])
def test_a_typed_database_gives_the_same_verdicts(base: duckdb.DuckDBPyConnection, dialect: Dialect) -> None:
    @settings(max_examples=120 if dialect == "postgresql" else 60, deadline=None)
    @given(made.rules(), made.rules(include=False), made.leads())
    def agree(rule: dict[str, Any], target: dict[str, Any], columns: dict[str, list[Any]]) -> None:
        definition, others = parse_rule(rule, "hot-lead"), {"target": parse_rule(target, "target")}
        statement = select(definition, dialect, columns=Dataset.of(columns, made.TYPES).columns, others=others, as_of=made.TODAY)
        assert _found(base, statement, columns, dialect) == _expected(definition, others, columns)

    agree()


@pytest.mark.parametrize("dialect", ["postgresql", "bigquery"])
def test_fractions_of_points_add_up_as_floating_point_everywhere(base: duckdb.DuckDBPyConnection, dialect: Dialect) -> None:
    """0.1 + 0.7 stays below 0.8 in binary; a decimal literal of the database would say otherwise."""
    columns: dict[str, list[Any]] = {name: [None] for name in made.TYPES} | {"DL": [True], "従業員数": [50]}
    definition = parse_rule(POINTS, "target")
    statement = select(definition, dialect, columns=Dataset.of(columns, made.TYPES).columns)
    assert _found(base, statement, columns, dialect) == _expected(definition, {}, columns) == [0]


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql", "bigquery"])
def test_the_text_is_valid_in_its_own_dialect(dialect: Dialect) -> None:
    @settings(max_examples=40, deadline=None)
    @given(made.rules(include=False))
    def parses(rule: dict[str, Any]) -> None:
        statement = select(parse_rule(rule, "target"), dialect, as_of=made.TODAY)
        reader = "postgres" if dialect == "postgresql" else dialect
        assert len(sqlglot.parse(statement, read=reader)) == 1

    parses()
