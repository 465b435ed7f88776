"""What differs between two definitions, clause by clause: two revisions, or the drafts of two departments.

Clauses with the same id belong together. The rest is paired by what it asks (the same column and operator, then the same
column alone; the same inclusion), because two departments write their clauses independently. Groups likewise: by id, then
the roots.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from fusenapp.domain.definition import Clause, Definition, Group, Include, Member, match_to_json, walk
from fusenapp.domain.definition import plain_value as plain
from fusenapp.qualify.sentences import Names, group_phrase, phrase

_COMMON: Final = ("kind", "points", "axis", "half_life_days", "half_life_from", "muted", "known_at_handover", "department",
                  "comment")
_GROUP: Final = ("match", "cap", "muted", "name")


@dataclass(frozen=True)
class Difference:
    """One thing that differs.

    Attributes:
        change: ``added``, ``removed``, ``changed`` or ``moved`` (to another group).
        part: ``clause``, ``include``, ``group`` or ``definition``.
        was_id, now_id: ids on both sides; empty where there is none. For the definition both are its ids.
        was, now: for ``changed``: field → value, only the fields that differ, as JSON has them.
        was_text, now_text: the clause or group as a phrase; empty where there is none.
    """

    change: Literal["added", "removed", "changed", "moved"]
    part: Literal["clause", "include", "group", "definition"]
    was_id: str
    now_id: str
    was: Mapping[str, Any]
    now: Mapping[str, Any]
    was_text: str = ""
    now_text: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that differ, in the order of the record."""
        return tuple(self.was)


def difference(old: Definition, new: Definition, language: str | None = None,
               names: Names | None = None) -> tuple[Difference, ...]:
    """What was changed, added and removed, in the reading order of ``new``, removed parts last.

    The order of clauses within a group does not count: it changes no verdict.
    """
    return tuple(_Comparison(old, new, lambda c: _phrase(c, language, names)).differences())


def same(old: Definition, new: Definition) -> bool:
    """Whether nothing that `difference` reports differs."""
    return not difference(old, new, "en")


class _Comparison:
    def __init__(self, old: Definition, new: Definition, speak: Callable[[Member], str]) -> None:
        self.old, self.new, self.speak = old, new, speak
        self.pairs = paired(old.root, new.root)
        self.was_parent, self.now_parent = _parents(old.root), _parents(new.root)

    def differences(self) -> Iterator[Difference]:
        yield from self.definition()
        for member in walk(self.new.root):
            before = self.pairs.get(member.id)
            yield from self.member(before, member) if before else (self.one_sided("added", member),)
        kept = {member.id for member in self.pairs.values()}
        yield from (self.one_sided("removed", member) for member in walk(self.old.root) if member.id not in kept)

    def definition(self) -> Iterator[Difference]:
        was, now = ({"threshold": plain(d.threshold)} for d in (self.old, self.new))
        if was != now:
            yield Difference("changed", "definition", self.old.id, self.new.id, was, now)

    def member(self, before: Member, after: Member) -> Iterator[Difference]:
        was, now = content_of(before), content_of(after)
        fields = [name for name in {**was, **now} if was.get(name) != now.get(name)]
        texts = self.speak(before), self.speak(after)
        if fields:
            yield Difference("changed", _part(after), before.id, after.id, {f: was.get(f) for f in fields},
                             {f: now.get(f) for f in fields}, *texts)
        if self.moved(before, after):
            places = {"group": self.was_parent.get(before.id)}, {"group": self.now_parent.get(after.id)}
            yield Difference("moved", _part(after), before.id, after.id, *places, *texts)

    def moved(self, before: Member, after: Member) -> bool:
        parent = self.now_parent.get(after.id)
        return parent is not None and getattr(self.pairs.get(parent), "id", None) != self.was_parent.get(before.id)

    def one_sided(self, change: Literal["added", "removed"], member: Member) -> Difference:
        text, content = self.speak(member), content_of(member)
        if change == "added":
            return Difference(change, _part(member), "", member.id, {}, content, "", text)
        return Difference(change, _part(member), member.id, "", content, {}, text, "")


def paired(old: Group, new: Group) -> dict[str, Member]:
    """Id in ``new`` → its counterpart in ``old``; the roots belong together."""
    was, now = list(walk(old)), list(walk(new))
    pairs: dict[str, Member] = {new.id: old}
    keys: tuple[Callable[[Member], Hashable], ...] = (lambda m: m.id, _asks, _about)
    for key in keys:
        taken = {member.id for member in pairs.values()}
        free: dict[Hashable, list[Member]] = {}
        for member in was:
            if member.id not in taken and key(member) is not None:
                free.setdefault((type(member), key(member)), []).append(member)
        for member in now:
            found = free.get((type(member), key(member)))
            if member.id not in pairs and found:
                pairs[member.id] = found.pop(0)
    return pairs


def _asks(member: Member) -> Hashable:
    if isinstance(member, Clause):
        return member.field, member.operator
    return member.ref if isinstance(member, Include) else None


def _about(member: Member) -> Hashable:
    return member.field if isinstance(member, Clause) else None


def _parents(root: Group) -> dict[str, str]:
    return {member.id: group.id for group in walk(root) if isinstance(group, Group) for member in group.members}


def content_of(member: Member) -> dict[str, Any]:
    """What a member says of itself by field, without its place and (a group's) members."""
    if isinstance(member, Group):
        return {"match": match_to_json(member.match), **{name: getattr(member, name) for name in _GROUP[1:]}}
    own = {"ref": member.ref} if isinstance(member, Include) else {
        "field": member.field, "operator": member.operator, "value": plain(member.value)}
    return own | {name: getattr(member, name) for name in _COMMON}


def _part(member: Member) -> Literal["clause", "include", "group"]:
    return "group" if isinstance(member, Group) else "include" if isinstance(member, Include) else "clause"


def _phrase(member: Member, language: str | None, names: Names | None) -> str:
    return group_phrase(member, language, names) if isinstance(member, Group) else phrase(member, language, names)

