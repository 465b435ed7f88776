"""A colleague's copy joined in, and what that means for stamps."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fusenapp.domain import agreement
from fusenapp.domain.agreement import Item, Stamp

if TYPE_CHECKING:
    from fusenapp.workspace import MergeReport, Workspace


def merge(workspace: Workspace, other: Path) -> MergeReport:
    """Join another copy of the same workspace in. See `Workspace.merge_file` for what is refused."""
    return workspace.merge_file(other)


def void_stamps(report: MergeReport) -> list[tuple[Item, Stamp]]:
    """Stamps that held on one side and hold no longer, because the content that they were given for changed."""
    return agreement.stamps_void((report.ours, report.theirs), report.after)


def to_json(report: MergeReport) -> dict[str, Any]:
    """As the command line prints it: records, fields changed on both sides with both values, stamps void."""
    merged = report.merged
    return {
        "added": [_key(k) for k in merged.added], "changed": [_key(p) for p in merged.changed], "removed": [_key(k) for k in merged.removed],
        "both_changed": [_both(b) for b in merged.both_changed],
        "stamps_void": [{"item": "/".join(item), "department": s.department, "person": s.person, "at": s.at, "hash": s.hash}
                        for item, s in void_stamps(report)],
        "transactions": report.rows,
    }


def _key(place: Any) -> dict[str, str]:
    names = ("kind", "id", "field")
    return dict(zip(names, place, strict=False))


def _both(both: Any) -> Mapping[str, Any]:
    return {"item": f"{both.kind}/{both.id}", "field": both.field, "base": both.base, "a": both.a, "b": both.b, "kept": both.kept,
            "a_author": both.a_author, "b_author": both.b_author}
