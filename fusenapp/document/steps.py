"""Undo and redo of one's own gestures, as steps of values before and after (SPEC D50 to D57).

The engine's own undo is not used: it takes back an older step when the newest was overwritten by someone, and brings
texts back empty after hard deletions. A step here is taken back by a new forward edit, field by field, and only where
the field still holds what the step wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fusenapp.document.changes import Author, Key, Place
from fusenapp.document.edit import Staged
from fusenapp.document.mirror import Mirror
from fusenapp.document.text import take_back
from fusenapp.document.values import ABSENT, field_of, same

MOST = 1000
"""Steps kept; older ones fall out."""

GROUPING = 1.0
"""Seconds within which edits of one group join into one step."""


@dataclass
class Step:
    """One gesture: each field with its value before and after, ABSENT for none."""

    label: str
    changes: dict[Place, tuple[Any, Any]]
    created: set[Key] = field(default_factory=set)
    stamps: dict[Key, Any] = field(default_factory=dict)
    group: str | None = None
    at: float = 0.0

    def join(self, later: Step) -> None:
        """Takes a following step of the same group into this one."""
        for place, (before, after) in later.changes.items():
            first = self.changes.get(place, (before, after))[0]
            self.changes[place] = (first, after)
        self.changes = {place: pair for place, pair in self.changes.items() if not same(*pair)}
        self.created |= later.created
        self.stamps |= later.stamps
        self.at = later.at

    def empty(self) -> bool:
        """Whether the step, joined from several, has come back to where it began."""
        return not self.created and all(name == "modified" for _, _, name in self.changes)


def step_of(mirror: Mirror, written: Staged, label: str, group: str | None, at: float) -> Step:
    """The step that a commit makes; called before the commit, while the mirror holds the values before."""
    step = Step(label, {}, group=group, at=at)
    for (kind, id), fields in written.items():
        stored = mirror.get(kind, id)
        step.stamps[kind, id] = fields.get("modified", (stored or {}).get("modified", ABSENT))
        if stored is None:
            step.created.add((kind, id))
            continue
        for name, value in fields.items():
            step.changes[kind, id, name] = (stored.get(name, ABSENT), value)
    return step


def revert(step: Step, mirror: Mirror, author: Author, now: str) -> tuple[Staged, tuple[Place, ...]]:
    """The edit that takes a step back, and the fields that it must leave alone because others changed them since.

    A record that the step made visible is not hidden again once somebody else has touched it.
    """
    staged: Staged = {}
    left: list[Place] = []
    for kind, id in step.created:
        if same(_now(mirror, kind, id, "modified"), step.stamps[kind, id]):
            staged[kind, id] = {"deleted": [author.person, now]}
        else:
            left.append((kind, id, "deleted"))
    for place, (before, after) in step.changes.items():
        if place[2] != "modified":
            _revert_field(step, mirror, place, (before, after), staged, left)
    for key, fields in staged.items():
        _stamp(step, mirror, key, fields, [author.person, author.department, now])
    return staged, tuple(left)


def _now(mirror: Mirror, kind: str, id: str, name: str) -> Any:
    return (mirror.get(kind, id) or {}).get(name, ABSENT)


def _revert_field(
    step: Step, mirror: Mirror, place: Place, pair: tuple[Any, Any], staged: Staged, left: list[Place]
) -> None:
    (kind, id, name), (before, after) = place, pair
    current = _now(mirror, kind, id, name)
    if name == "deleted" and before is not ABSENT and not same(_now(mirror, kind, id, "modified"), step.stamps[kind, id]):
        left.append(place)
    elif same(current, after):
        staged.setdefault((kind, id), {})[name] = before
    elif field_of(kind, name).type == "text":
        rest = take_back(_text(before), _text(after), _text(current))
        if rest != _text(current):
            staged.setdefault((kind, id), {})[name] = rest
        else:
            left.append(place)
    else:
        left.append(place)


def _text(value: Any) -> str:
    return "" if value is ABSENT or value is None else str(value)


def _stamp(step: Step, mirror: Mirror, key: Key, fields: dict[str, Any], fresh: list[str]) -> None:
    """Who and when goes back with the values, unless somebody else has written there since."""
    if (*key, "modified") in step.changes:
        before, after = step.changes[(*key, "modified")]
        fields["modified"] = before if same(_now(mirror, *key, "modified"), after) else fresh


@dataclass
class Steps:
    """The two stacks."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    _grouping: bool = False

    def add(self, step: Step) -> None:
        """A new gesture: joins the last one of the same group if that is fresh, and ends what could be redone."""
        last = self.done[-1] if self.done else None
        fresh = last is not None and self._grouping and not self.undone and step.at - last.at <= GROUPING
        self.undone.clear()
        self._grouping = step.group is not None
        if last is not None and fresh and step.group is not None and step.group == last.group:
            last.join(step)
            if last.empty():
                self.done.pop()
        else:
            self.done.append(step)
            del self.done[:-MOST]

    def forget(self) -> None:
        """Nothing can be undone or redone any more."""
        self.done.clear()
        self.undone.clear()
        self.part()

    def part(self) -> None:
        """Lets no later edit join the last step: something else happened in between."""
        self._grouping = False
