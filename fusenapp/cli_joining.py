"""The verb `match` of the command line: a lead list joined with outcomes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fusenapp.domain.snapshot import value
from fusenapp.editing import joining as verbs
from fusenapp.errors import InputError
from fusenapp.flows import doubts, figures, importing, joining
from fusenapp.workspace import Workspace

LISTED = 200
"""Most places that are listed in the answer; ``--doubtful`` writes all."""


def match(given: argparse.Namespace, workspace: Workspace, progress: Callable[[int, int], Any]) -> dict[str, Any]:
    """Match, take in what was settled, join; the JSON of the answer."""
    from fusenapp.tables.join_keys import measure

    document, blobs = workspace.document, workspace.blobs
    leads = figures.lead_list(document.snapshot(), given.leads)["id"]
    outcomes = _outcome_list(workspace, given.outcomes, progress)
    plan = joining.plan(blobs.get, document.snapshot(), leads, outcomes)
    plan = joining.with_keys(plan, _keys(given.by)) if given.by else plan
    said: dict[str, bool | None] = dict(doubts.read_settled(given.settle)) if given.settle else {}
    matching = joining.matched(plan, verbs.decisions(document.snapshot()) | _firm(said))
    if given.accept:
        said |= doubts.accepted(matching, _reasons(given.accept))
        matching = joining.matched(plan, verbs.decisions(document.snapshot()) | _firm(said))
    if given.doubtful:
        doubts.write_doubtful(given.doubtful, plan, matching)
    join = joining.joined(plan, matching, columns=given.columns.split(",") if given.columns else None)
    joining.commit(document, blobs.put, join, said)
    return _told(join, measure(plan.leads, plan.outcomes, plan.keys))


def _outcome_list(workspace: Workspace, wanted: str, progress: Callable[[int, int], Any]) -> str:
    """An imported list, or a file that is imported now."""
    document, path = workspace.document, Path(wanted)
    known = any(wanted in (record["id"], record.get("name")) for record in document.snapshot().all("datasets"))
    if known or not path.is_file():
        return figures.dataset_record(document.snapshot(), wanted)["id"]
    prepared = importing.prepare(path, "outcomes", progress=progress, snapshot=document.snapshot())
    return importing.commit(document, workspace.blobs.put, workspace.blobs.get, prepared).dataset


def _keys(said: list[str]) -> dict[str, tuple[str, str]]:
    keys: dict[str, tuple[str, str]] = {}
    for each in said:
        parts = each.split("=")
        if len(parts) != 3 or parts[0] not in doubts.ROLES:
            raise InputError("bad-join-key", where=each)
        keys[parts[0]] = (parts[1], parts[2])
    return keys


def _reasons(said: list[str]) -> list[str]:
    from fusenapp.tables.joining import DOUBTFUL

    for each in said:
        if each not in DOUBTFUL:
            raise InputError("unknown-reason", where=each, known=", ".join(DOUBTFUL))
    return said


def _firm(said: dict[str, bool | None]) -> dict[str, bool]:
    return {id: same for id, same in said.items() if same is not None}


def _told(join: joining.Joined, overlaps: list[Any]) -> dict[str, Any]:
    plan, matching = join.plan, join.matching
    keys = [{"role": o.role, "leads": o.lead, "outcomes": o.outcome, "filled": o.filled, "found": o.found, "share": o.share} for o in overlaps]
    return {
        "dataset": plan.lead_list["id"], "name": value("datasets", plan.lead_list, "name"), "outcome_list": plan.outcome_list["id"],
        "columns": list(join.columns), **joining.counts(matching, plan), "keys": keys,
        "doubtful_pairs": joining.pairs_told(plan, matching, matching.doubtful[:LISTED]),
        "several_rows": doubts.several_told(plan, matching)[:LISTED],
        "unmatched_rows": [plan.outcomes.dataset.place(row) for row in matching.lone_outcomes[:LISTED]],
    }
