"""The evaluated tree as plain JSON values: what the command line prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fusenapp.domain import calendar
from fusenapp.domain.kpi import KpiNode, partial
from fusenapp.kpi.result import KpiResult
from fusenapp.kpi.split import Split


def to_json(result: KpiResult, by: calendar.By = "month", months: Sequence[str] | None = None,
            department: str | None = None) -> list[dict[str, Any]]:
    """One entry per node and segment.

    Args:
        result: the evaluated tree.
        by: length of the periods.
        months: only the periods that hold one of these, each whole; default all.
        department: id; only the nodes of its partial view.

    Returns:
        ``{"id", "name", "department", "parent", "unit", "segment", "series": {series: {period: value}},
        "achievement": {period: ratio}, "unfixed": [periods that hold months after the as-of month]}``; a node
        without any figure has one entry with an empty series.
    """
    tree = partial(result.tree, department) if department else result.tree
    periods = result.periods(by, months)
    open_ = [period for period in periods if result.as_of is None or result.months_of(period)[-1] > result.as_of]
    return [
        _entry(result, node, segment, months, by) | {"unfixed": open_}
        for node, _ in tree.walk() for segment in result.nodes[node.id].segments or ("all",)
    ]


def _entry(result: KpiResult, node: KpiNode, segment: str, months: Sequence[str] | None, by: calendar.By) -> dict[str, Any]:
    ratios = {period: ratio for period in result.periods(by, months) if (ratio := result.achievement(node.id, period, segment, by)) is not None}
    return {
        "id": node.id, "name": node.name, "department": result.tree.departments.get(node.department, node.department),
        "parent": node.parent, "unit": node.unit, "segment": segment,
        "series": result.table(node.id, by, segment, months), "achievement": ratios,
    }


def split_to_json(split: Split) -> dict[str, Any]:
    """A split as the command line prints it: ``{"delta", "parts": [{"node", "segment", "kind", "value", "low", "high"}], "residual"}``."""
    parts = [
        {"node": part.node, "segment": part.segment, "kind": part.kind, "start": part.start, "end": part.end, "value": part.value,
         "low": part.low, "high": part.high}
        for part in split.parts
    ]
    return {"node": split.node, "from": split.start, "to": split.end, "delta": split.delta, "parts": parts, "residual": split.residual}


