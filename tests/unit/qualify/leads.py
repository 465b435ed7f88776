"""Small lead lists and definitions for tests."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from fusenapp.domain.definition import Definition, parse_rule
from fusenapp.paths import resource
from fusenapp.tables.dataset import Dataset

TARGET: dict[str, Any] = {"id": "g1", "match": "all", "clauses": [
    {"id": "c1", "field": "業種", "operator": "one-of", "value": ["製造業", "情報通信業", "卸売業"]},
    {"id": "c2", "field": "従業員数", "operator": ">=", "value": 100},
    {"id": "c3", "field": "資本金（万円）", "operator": ">=", "value": 5000},
    {"id": "c4", "field": "売上推移", "operator": "one-of", "value": ["増加", "安定"]}]}

HOT: dict[str, Any] = {"id": "g1", "match": "all", "clauses": [
    {"id": "t", "ref": "target"},
    {"id": "c1", "field": "比較社数", "operator": "between", "value": [2, 3]},
    {"id": "g2", "match": "any", "clauses": [
        {"id": "c2", "field": "トライアル申込", "operator": "is-true"},
        {"id": "c3", "field": "見積依頼", "operator": "is-true"}]}]}

TRUTHS = {"T": True, "F": False, "?": None}


def target() -> Definition:
    return parse_rule(TARGET, "target")


def hot() -> Definition:
    return parse_rule(HOT, "hot-lead")


def rule(*members: dict[str, Any], **changes: Any) -> Definition:
    """A definition of the given clauses, all of which must hold."""
    return parse_rule({"id": "root", "match": "all", "clauses": list(members)} | changes, "target")


def flag(id: str, **changes: Any) -> dict[str, Any]:
    """The clause *column ``id`` is true*."""
    return {"id": id, "field": id, "operator": "is-true"} | changes


def truths(**columns: str) -> Dataset:
    """Yes/no columns written as ``a="TF?"``: true, false, missing."""
    return Dataset.of({name: [TRUTHS[c] for c in text] for name, text in columns.items()}, dict.fromkeys(columns, "boolean"))


@cache
def sample_leads() -> Dataset:
    """The 5,000 leads of the sample company."""
    from python_calamine import CalamineWorkbook

    head, *rows = CalamineWorkbook.from_path(str(resource("sample") / "leads.xlsx")).get_sheet_by_index(0).to_python()
    columns = {str(name): [_cell(row[index]) for row in rows] for index, name in enumerate(head)}
    return Dataset.of(columns)


def _cell(value: Any) -> Any:
    if value == "":
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if not isinstance(value, date) else date(value.year, value.month, value.day)
