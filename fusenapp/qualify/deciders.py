"""Which clauses decided a lead's verdict.

Those whose verdict is the group's own: for a match in *all* all true ones, for no match the false ones, for
unknown the unknown ones, for a match in *any* the true ones, and so on down the tree. Of an included definition
the clauses inside are named, as ``inclusion/clause``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from fusenapp.domain.definition import Clause, Group, Include, conditions
from fusenapp.qualify.evaluation import MATCH, NO_MATCH, Verdicts

LIMIT = 12
"""Most clauses named for one lead."""


@dataclass(frozen=True, eq=False)
class Deciding:
    """The deciding clauses of all leads: few different patterns, and which one each lead has."""

    patterns: tuple[tuple[str, ...], ...]
    of: np.ndarray

    def __getitem__(self, row: int) -> tuple[str, ...]:
        return self.patterns[self.of[row]]


def deciding(verdicts: Verdicts, row: int, limit: int = LIMIT) -> tuple[str, ...]:
    """Ids of the clauses that decided the verdict of lead ``row``, in reading order, at most ``limit``."""
    return tuple(dict.fromkeys(_deciding(verdicts, row)))[:limit]


def deciding_all(verdicts: Verdicts, limit: int = LIMIT) -> Deciding:
    """The same for every lead, worked out once per pattern of clause verdicts."""
    _, first, of = np.unique(_patterns(verdicts), return_index=True, return_inverse=True)
    return Deciding(tuple(deciding(verdicts, int(row), limit) for row in first), of.astype(np.int32))


def condition_at(verdicts: Verdicts, path: str) -> tuple[Clause | Include, Verdicts] | None:
    """The clause that an id or path of `deciding` means, with the verdicts it belongs to."""
    id, _, rest = path.partition("/")
    found = next((c for c in conditions(verdicts.definition.root) if c.id == id), None)
    if found is None or not rest:
        return None if found is None else (found, verdicts)
    inner = verdicts.included.get(found.ref) if isinstance(found, Include) else None
    return None if inner is None else condition_at(inner, rest)


def _patterns(verdicts: Verdicts) -> np.ndarray:
    """One number per lead; leads with the same number have the same clause verdicts."""
    codes, size = np.zeros(len(verdicts), np.int64), 1
    for array in _arrays(verdicts):
        if size > 2**60:
            found, codes = np.unique(codes, return_inverse=True)
            size = len(found)
        codes *= 3
        codes += array
        codes += 1
        size *= 3
    return codes


def _arrays(verdicts: Verdicts) -> Iterator[np.ndarray]:
    """What a verdict follows from: the clauses, and the points, which half-lives make more than the clauses."""
    yield from verdicts.clauses.values()
    if "points" in verdicts.parts:
        yield verdicts.parts["points"]
    for inner in verdicts.included.values():
        yield from _arrays(inner)


def _deciding(verdicts: Verdicts, row: int) -> Iterator[str]:
    own = verdicts.verdict[row]
    for part, array in verdicts.parts.items():
        if array[row] != own:
            continue
        if part == "required":
            yield from _of_group(verdicts, verdicts.definition.root, row)
        elif part == "points" or own != MATCH:
            yield from _of_kind(verdicts, part, row, MATCH if part == "knock-out" and own == NO_MATCH else own)


def _of_group(verdicts: Verdicts, group: Group, row: int) -> Iterator[str]:
    own = verdicts.groups[group.id][row]
    for member in group.members:
        if isinstance(member, Group):
            if member.id in verdicts.groups and verdicts.groups[member.id][row] == own:
                yield from _of_group(verdicts, member, row)
        elif member.kind == "required" and member.id in verdicts.clauses and verdicts.clauses[member.id][row] == own:
            yield from _named(verdicts, member, row)


def _of_kind(verdicts: Verdicts, kind: str, row: int, wanted: int) -> Iterator[str]:
    for member in conditions(verdicts.definition.root, muted=False):
        if member.kind == kind and verdicts.clauses[member.id][row] == wanted:
            yield from _named(verdicts, member, row)


def _named(verdicts: Verdicts, member: Clause | Include, row: int) -> Iterator[str]:
    inner = list(_deciding(verdicts.included[member.ref], row)) if isinstance(member, Include) else []
    if inner:
        yield from (f"{member.id}/{id}" for id in inner)
    else:
        yield member.id
