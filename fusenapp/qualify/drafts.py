"""Two departments' drafts of one definition, set beside each other clause by clause, and what is taken into the joint one.

A place is a clause, a group or the threshold. Its id is that of the joint definition's member where it has one, so that
a decision about it is found again; else that of the draft's own member.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from fusenapp.domain.definition import Definition, Group, Member, plain_value, walk
from fusenapp.qualify.differences import content_of, paired
from fusenapp.qualify.sentences import Names, group_phrase, phrase

Side = Literal["left", "right"]
THRESHOLD = "(threshold)"
"""The place of the points needed."""


@dataclass(frozen=True)
class Place:
    """One place where drafts may differ.

    Attributes:
        id: of the member in the joint definition, else in the left, else in the right draft; or `THRESHOLD`.
        part: ``clause``, ``include``, ``group`` or `THRESHOLD`.
        joint, left, right: the members; None where a draft does not have it, and for the threshold.
        values: what each of the three says, as plain JSON; None where it says nothing.
        texts: the same as phrases, empty where it says nothing.
    """

    id: str
    part: str
    joint: Member | None
    left: Member | None
    right: Member | None
    values: tuple[Any, Any, Any]
    texts: tuple[str, str, str]

    @property
    def differs(self) -> bool:
        """Whether the two drafts say something different."""
        return self.values[1] != self.values[2]

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that the place goes by: after the joint definition has lost or gained the member it has another."""
        return tuple(dict.fromkeys((self.id, *(m.id for m in (self.joint, self.left, self.right) if m is not None))))

    def id_after(self, wanted: Member | None) -> str:
        """The id of the place once the joint definition says ``wanted`` there."""
        left = next((m.id for m in (self.left, self.right) if m is not None), self.id)
        return self.id if self.part == THRESHOLD or wanted is not None else left

    @property
    def field(self) -> str:
        """The column that a clause asks about, else empty."""
        return next((getattr(m, "field", "") for m in (self.left, self.right, self.joint) if m is not None), "")


def places(joint: Definition, left: Definition, right: Definition, language: str | None = None,
           names: Names | None = None) -> list[Place]:
    """Every place of the two drafts and the joint definition, in the order of the joint one, then of the drafts.

    The root group counts only by how it joins its members.
    """
    return [_threshold(joint, left, right), *_Beside(joint, left, right, language, names).places()]


def take(joint: Definition, place: Place, side: Side) -> Definition:
    """The joint definition with one place as a draft has it; a member that the draft does not have is taken out.

    Returns the definition itself where nothing changes.
    """
    if place.part == THRESHOLD:
        return replace(joint, threshold=place.values[1 if side == "left" else 2])
    wanted = place.left if side == "left" else place.right
    return put(joint, place, wanted)


def put(joint: Definition, place: Place, wanted: Member | None) -> Definition:
    """The joint definition with a member in a place; None takes it out. Groups keep their members."""
    if place.joint is not None:
        return replace(joint, root=_replaced(joint.root, place.joint.id, wanted))
    if wanted is None:
        return joint
    fresh = _named(replace(wanted, id=place.id), joint)  # the place keeps its id, and with it what was decided about it
    return replace(joint, root=replace(joint.root, members=(*joint.root.members, fresh)))


class _Beside:
    def __init__(self, joint: Definition, left: Definition, right: Definition, language: str | None, names: Names | None) -> None:
        self.joint, self.left, self.right = joint, left, right
        self.language, self.names = language, names

    def places(self) -> Iterator[Place]:
        of_left, of_right = paired(self.left.root, self.joint.root), paired(self.right.root, self.joint.root)
        yield from self._below(self.joint.root, of_left, of_right)
        taken_left, taken_right = ({m.id for m in pairs.values()} for pairs in (of_left, of_right))
        yield from self._without_joint(list(_tops(self.left.root, taken_left)), list(_tops(self.right.root, taken_right)))

    def _below(self, joint: Member, of_left: Mapping[str, Member], of_right: Mapping[str, Member]) -> Iterator[Place]:
        """A member and what stands in it; a group of which a side has nothing at all is one place."""
        whole = isinstance(joint, Group) and any(all(m.id not in of for m in walk(joint)) for of in (of_left, of_right))
        yield self.place(joint, of_left.get(joint.id), of_right.get(joint.id), whole=whole)
        if isinstance(joint, Group) and not whole:
            for member in joint.members:
                yield from self._below(member, of_left, of_right)

    def _without_joint(self, left: list[Member], right: list[Member]) -> Iterator[Place]:
        """Members that only the drafts have: those of both by what they ask, the rest alone."""
        pairs = paired(Group(id="", members=tuple(map(_bare, left))), Group(id="", members=tuple(map(_bare, right))))
        partner = {before.id: after for after, before in pairs.items() if after}
        by_id = {m.id: m for m in right}
        for member in left:
            yield self.place(None, member, by_id.get(partner.get(member.id, "")))
        yield from (self.place(None, None, m) for m in right if m.id not in pairs)

    def place(self, joint: Member | None, left: Member | None, right: Member | None, *, whole: bool = False) -> Place:
        first = joint or left or right
        assert first is not None
        whole = whole or joint is None
        values = _value(joint, whole), _value(left, whole), _value(right, whole)
        return Place(first.id, _part(first), joint, left, right, values, (self.said(joint), self.said(left), self.said(right)))

    def said(self, member: Member | None) -> str:
        if member is None:
            return ""
        if isinstance(member, Group):
            return group_phrase(member, self.language, self.names)
        return phrase(member, self.language, self.names)


def _threshold(joint: Definition, left: Definition, right: Definition) -> Place:
    values: Any = tuple(plain_value(d.threshold) for d in (joint, left, right))
    return Place(THRESHOLD, THRESHOLD, None, None, None, values, tuple(_points(v) for v in values))  # type: ignore[arg-type]


def _points(threshold: Any) -> str:
    if threshold is None:
        return ""
    if isinstance(threshold, dict):
        return " / ".join(f"{axis} {points:g}" for axis, points in threshold.items())
    return f"{threshold:g}"


_UNSAID = ("department", "comment")
"""Whose clause it is and why are not what the clause says."""


def _value(member: Member | None, whole: bool) -> Any:
    """What a member says; of a group with ``whole`` also what its members say, else they are places of their own."""
    if member is None:
        return None
    said = {name: plain_value(value) for name, value in content_of(member).items() if name not in _UNSAID}
    if whole and isinstance(member, Group):
        said["members"] = [_value(m, whole) for m in member.members]
    return said


def _tops(group: Group, taken: set[str]) -> Iterator[Member]:
    """Members that have no counterpart, without those inside a group that is listed itself."""
    for member in group.members:
        if member.id not in taken:
            yield member
        elif isinstance(member, Group):
            yield from _tops(member, taken)


def _part(member: Member) -> str:
    if isinstance(member, Group):
        return "group"
    return "include" if hasattr(member, "ref") else "clause"


def _bare(member: Member) -> Member:
    return replace(member, members=()) if isinstance(member, Group) else member


def _named(member: Member, joint: Definition) -> Member:
    """The draft's member as one of the joint definition: records of its own, and ids that are free there."""
    return _renamed(member, {m.id for m in walk(joint.root)})


def _renamed(member: Member, used: set[str]) -> Member:
    id, number = member.id, 2
    while id in used:
        id, number = f"{member.id}-{number}", number + 1
    used.add(id)
    if isinstance(member, Group):
        return replace(member, id=id, record="", members=tuple(_renamed(m, used) for m in member.members))
    return replace(member, id=id, record="")


def _replaced(group: Group, id: str, wanted: Member | None) -> Group:
    """The group with one member, at any depth, as wanted, keeping the member's id, record and (a group's) members."""
    if group.id == id:
        return replace(wanted, id=group.id, record=group.record, members=group.members) if isinstance(wanted, Group) else group
    members: list[Member] = []
    for member in group.members:
        if member.id != id:
            members.append(_replaced(member, id, wanted) if isinstance(member, Group) else member)
        elif isinstance(member, Group) and isinstance(wanted, Group):
            members.append(_replaced(member, id, wanted))
        elif wanted is not None:
            members.append(replace(wanted, id=member.id, record=member.record))
    return replace(group, members=tuple(members))
