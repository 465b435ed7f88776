"""One rule, many readers, always the same verdict."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from fusenapp.domain.definition import Definition, canonical, definition_fields, from_snapshot, parse_rule, to_json, to_records
from fusenapp.domain.snapshot import Snapshot
from fusenapp.qualify.deciders import deciding, deciding_all
from fusenapp.qualify.evaluation import evaluate
from fusenapp.qualify.statements import select
from fusenapp.tables.dataset import Dataset
from tests.property import qualify_rules as made

VERDICT = {True: 1, False: 0, None: -1}


def _expected(rule: dict[str, Any], target: dict[str, Any], columns: dict[str, list[Any]]) -> list[int]:
    rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    return [VERDICT[made.verdict(rule, row, target)] for row in rows]


def _definitions(rule: dict[str, Any], target: dict[str, Any]) -> tuple[Definition, dict[str, Definition]]:
    return parse_rule(rule, "hot-lead"), {"target": parse_rule(target, "target")}


@settings(max_examples=150, deadline=None)
@given(made.rules(), made.rules(include=False), made.leads())
def test_the_table_reader_agrees_with_a_judge_that_goes_row_by_row(
    rule: dict[str, Any], target: dict[str, Any], columns: dict[str, list[Any]]
) -> None:
    definition, others = _definitions(rule, target)
    verdicts = evaluate(definition, Dataset.of(columns, made.TYPES), others, made.TODAY)
    assert verdicts.verdict.tolist() == _expected(rule, target, columns)


@settings(max_examples=150, deadline=None)
@given(made.rules(), made.rules(include=False), made.leads())
def test_the_sql_agrees_when_sqlite_runs_it(
    rule: dict[str, Any], target: dict[str, Any], columns: dict[str, list[Any]]
) -> None:
    definition, others = _definitions(rule, target)
    dataset = Dataset.of(columns, made.TYPES)
    statement = select(definition, columns=dataset.columns, others=others, as_of=made.TODAY)
    found = [-1 if row[-1] is None else row[-1] for row in _run(statement, columns)]
    assert found == _expected(rule, target, columns)


def _run(statement: str, columns: dict[str, list[Any]]) -> list[tuple[Any, ...]]:
    base = sqlite3.connect(":memory:")
    try:
        base.execute("CREATE TABLE leads ({})".format(", ".join(f'"{name}"' for name in columns)))
        rows = [[v.isoformat() if isinstance(v, date) else v for v in row] for row in zip(*columns.values(), strict=True)]
        base.executemany(f"INSERT INTO leads VALUES ({', '.join('?' * len(columns))})", rows)
        return base.execute(statement).fetchall()
    finally:
        base.close()


@settings(max_examples=100, deadline=None)
@given(made.rules(), made.rules(include=False), made.leads())
def test_the_deciding_clauses_share_the_verdict_and_are_the_same_one_by_one(
    rule: dict[str, Any], target: dict[str, Any], columns: dict[str, list[Any]]
) -> None:
    definition, others = _definitions(rule, target)
    verdicts = evaluate(definition, Dataset.of(columns, made.TYPES), others, made.TODAY)
    patterns = deciding_all(verdicts)
    for row in range(len(verdicts)):
        assert patterns[row] == deciding(verdicts, row)
        if set(verdicts.parts) == {"required"}:
            assert patterns[row]
            assert {verdicts.clauses[id.split("/")[0]][row] for id in patterns[row]} == {verdicts.verdict[row]}


@settings(max_examples=100, deadline=None)
@given(made.rules())
def test_a_rule_survives_the_rule_file_and_the_workspace(rule: dict[str, Any]) -> None:
    definition = parse_rule(rule, "hot-lead")
    assert parse_rule(to_json(definition), "hot-lead") == definition
    records: dict[str, dict[str, Any]] = {"definitions": {"hot-lead": {"id": "hot-lead", **definition_fields(definition)}},
                                          "groups": {}, "clauses": {}}
    for member in to_records(definition):
        records[member.kind][member.id] = {"id": member.id, **member.fields}
    read = from_snapshot(Snapshot(records), "hot-lead")
    assert read == definition
    assert canonical(definition) == canonical(parse_rule(to_json(definition), "hot-lead"))


if __name__ == "__main__":
    pytest.main([__file__])
