"""Trees, sheets and lead lists for the tests of the KPI tree."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from fusenapp.domain.kpi import Tree, b2b_tree, tree_from
from fusenapp.flows.importing import suggested
from fusenapp.kpi import Inputs, KpiResult, LeadFacts, evaluate, lead_facts, suggest_sources
from fusenapp.tables.dataset import Dataset

SAMPLES = Path(__file__).parents[2] / "files" / "samples"
NUMBERS = ("従業員数", "売上高（百万円）", "資本金（万円）", "ページ閲覧数", "比較社数", "見積額（円）", "受注額（円）")
SEGMENT = {"合計": "all", "質リード": "quality", "一般リード": "general"}
NODE = {"リード": "kpi-leads", "アポ": "kpi-appointments", "提案": "kpi-proposals", "受注": "kpi-won", "受注額": "kpi-won-amount"}


@dataclass(frozen=True)
class Row:
    """A row of a KPI sheet as the reader of spreadsheets gives it."""

    department: str
    name: str
    segment: str
    series: Mapping[str, Mapping[str, float]]
    unit: str = "件"
    places: Mapping[tuple[str, str], str] = field(default_factory=dict)


def node(id: str, unit: str = "件", type: str = "input", **fields: Any) -> dict[str, Any]:
    """A record of kind ``kpis``; the name is the id."""
    return {"id": id, "name": id, "unit": unit, "type": type, **fields}


def formula(id: str, text: str, unit: str = "件", aggregation: str = "sum", **fields: Any) -> dict[str, Any]:
    """A formula node."""
    return node(id, unit, "formula", formula=text, aggregation=aggregation, **fields)


def given(tree: Tree, values: Mapping[Any, Any], **rest: Any) -> KpiResult:
    """The tree evaluated on actuals: node → {month: value}, or node → segment → {month: value}, or
    (node, series) → {month: value}."""
    rows = []
    for where, found in values.items():
        name, series = where if isinstance(where, tuple) else (where, "actual")
        split = found if any(isinstance(v, dict) for v in found.values()) else {"all": found}
        rows += [Row("", name, segment, {series: months}, "") for segment, months in split.items()]
    fed = {id: {**vars(each)} for id, each in tree.nodes.items()}
    records = [{**_record(each), "source": {"dataset": "sheet", "name": id}} for id, each in fed.items()]
    return evaluate(tree_from(records, tree.fiscal_start), Inputs(rows={"sheet": rows}), **rest)


def _record(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in ("measure", "source", "link")}


def months(*values: float, first: int = 4) -> dict[str, float]:
    """2026-04, 2026-05 … → the given values."""
    return {f"2026-{first + i:02d}": value for i, value in enumerate(values)}


@cache
def facts(sample: str) -> dict[str, Any]:
    """The true figures of a sample company."""
    return json.loads((SAMPLES / f"{sample}_facts.json").read_text("utf-8"))


def _cell(column: str, text: str) -> Any:
    if not text:
        return None
    if column.endswith("日"):
        return dt.date(*map(int, text.split("/")))
    return int(text) if column in NUMBERS else text


@cache
def lead_list(sample: str) -> Dataset:
    """The lead list of a sample company."""
    with (SAMPLES / f"{sample}_leads_cp932.csv").open(encoding="cp932", newline="") as file:
        rows = list(csv.DictReader(file))
    return Dataset.of({column: [_cell(column, row[column]) for row in rows] for column in rows[0]})


@cache
def leads(sample: str) -> LeadFacts:
    """What the tree counts in a sample's lead list; the target definition is worked out here in plain Python."""
    dataset = lead_list(sample)
    columns = [dataset.values(name).to_pylist() for name in ("業種", "従業員数", "資本金（万円）", "売上推移")]
    verdict = [
        industry in ("製造業", "情報通信業", "卸売業") and employees >= 100 and capital >= 5000 and trend in ("増加", "安定")
        for industry, employees, capital, trend in zip(*columns, strict=True)
    ]
    return lead_facts(dataset, suggested(dataset), np.array(verdict, np.int8))


def sheet(sample: str) -> list[Row]:
    """The KPI sheet of a sample company."""
    return [
        Row(kpi["department"], kpi["kpi"], kpi["segment"], {"target": kpi["target"], "actual": kpi["actual"]},
            "円" if kpi["kpi"] == "受注額" else "件")
        for kpi in facts(sample)["kpi_sheet"]
    ]


@cache
def company(sample: str, *, lead_list: bool = True) -> KpiResult:
    """The default tree of a sample company, fed from its KPI sheet (rows found by name) and its lead list."""
    rows = {"sheet": sheet(sample)}
    sources = suggest_sources(tree_from(b2b_tree()), rows)
    records = [{**record, "source": sources.get(record["id"])} for record in b2b_tree()]
    return evaluate(tree_from(records), Inputs(rows=rows, leads={"list": leads(sample)} if lead_list else {}))
