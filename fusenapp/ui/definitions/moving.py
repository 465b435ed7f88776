"""Where a condition or group goes when it is moved one step up or down through the nested groups."""

from __future__ import annotations

from fusenapp.domain import definition as rules
from fusenapp.domain.definition import Group, Member

Place = tuple[str, str | None]
"""(group record, record of the sibling that will follow, or None for the end)."""


def stepped(root: Group, record: str, step: int) -> Place | None:
    """The place one step above (−1) or below (+1): past a sibling, into a group beside it, or out of its own group.

    None where there is no such place.
    """
    found = parent_of(root, record)
    if found is None:
        return None
    group, at = found
    member = group.members[at]
    beside = at + step
    if not 0 <= beside < len(group.members):
        return _out(root, group, step)
    neighbour = group.members[beside]
    if isinstance(neighbour, Group) and may_enter(root, neighbour, member):
        return neighbour.record, neighbour.members[0].record if step > 0 and neighbour.members else None
    return group.record, _following(group, beside + (1 if step > 0 else 0), record)


def parent_of(root: Group, record: str) -> tuple[Group, int] | None:
    """The group that a member stands in, and its index there."""
    for group in (g for g in rules.walk(root) if isinstance(g, Group)):
        for at, member in enumerate(group.members):
            if member.record == record:
                return group, at
    return None


def group_of(root: Group, record: str) -> Group | None:
    """The group with a record id."""
    return next((g for g in rules.walk(root) if isinstance(g, Group) and g.record == record), None)


def may_enter(root: Group, group: Group, member: Member) -> bool:
    """Whether ``member`` fits below ``group`` without being nested too deep or inside itself."""
    if isinstance(member, Group) and any(m is group for m in rules.walk(member)):
        return False
    return _depth(root, group.record) + _height(member) <= rules.MAX_NESTING


def _out(root: Group, group: Group, step: int) -> Place | None:
    above = parent_of(root, group.record)
    if above is None:
        return None
    outer, at = above
    return outer.record, _following(outer, at + (1 if step > 0 else 0), "")


def _following(group: Group, at: int, leaving: str) -> str | None:
    rest = [m.record for m in group.members[at:] if m.record != leaving]
    return rest[0] if rest else None


def _depth(root: Group, record: str) -> int:
    """Levels of a group below the root."""
    found = parent_of(root, record)
    return 0 if found is None else 1 + _depth(root, found[0].record)


def _height(member: Member) -> int:
    """Levels of groups that a member brings with it."""
    return 1 + max((_height(m) for m in member.members), default=0) if isinstance(member, Group) else 0
