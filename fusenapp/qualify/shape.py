"""A definition without what is muted, taken apart into what decides: required members, points, knock-outs.

All readers of a definition (table, SQL, Excel, sentence) walk these trees, so that what is left out is left out everywhere.
"""

from __future__ import annotations

from dataclasses import replace

from fusenapp.domain.definition import Clause, Group, Include, conditions


def required(group: Group) -> Group | None:
    """The tree of required members; None if there are none."""
    return _only(group, "required")


def pointed(group: Group) -> Group | None:
    """The tree of members that give points, with the caps; None if there are none."""
    return _only(group, "points")


def knock_outs(group: Group) -> list[Clause | Include]:
    """The knock-outs, wherever they stand."""
    return [c for c in conditions(group, muted=False) if c.kind == "knock-out"]


def _only(group: Group, kind: str) -> Group | None:
    if group.muted:
        return None
    members = [_only(m, kind) if isinstance(m, Group) else m if m.kind == kind and not m.muted else None for m in group.members]
    left = tuple(m for m in members if m is not None)
    match = min(group.match, len(left)) if isinstance(group.match, int) else group.match
    return replace(group, members=left, match=match) if left else None
