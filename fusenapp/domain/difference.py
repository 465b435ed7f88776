"""What differs between two contents of an item: by place, with both values, nothing that is equal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Place = tuple[str, ...]
"""The way down: keys of mappings, ids of list entries; e.g. ``("clauses", "target:T2", "value")``."""


@dataclass(frozen=True)
class Difference:
    """One place where two contents differ. ``was``/``now`` is None where there is nothing on that side."""

    place: Place
    was: Any
    now: Any


def differences(was: Any, now: Any) -> list[Difference]:
    """All differences, in the order of the later content; entries of lists are matched by their ``id``.

    A whole entry that came or went is one difference; an entry that only moved differs in ``…, "order"``.
    """
    return list(_walk((), was, now))


def _walk(place: Place, was: Any, now: Any) -> Iterator[Difference]:
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        for key in [*now, *(k for k in was if k not in now)]:
            yield from _walk((*place, str(key)), was.get(key), now.get(key))
    elif _is_listing(was) and _is_listing(now):
        yield from _walk(place, _by_id(was), _by_id(now))
        yield from _moved(place, [e["id"] for e in was], [e["id"] for e in now])
    elif not _equal(was, now):
        yield Difference(place, was, now)


def _is_listing(found: Any) -> bool:
    return isinstance(found, (list, tuple)) and all(isinstance(e, Mapping) and "id" in e for e in found)


def _by_id(listing: Any) -> dict[str, Any]:
    return {entry["id"]: {k: v for k, v in entry.items() if k not in ("id", "order")} for entry in listing}


def _moved(place: Place, was: list[str], now: list[str]) -> Iterator[Difference]:
    both = set(was) & set(now)
    before, after = [i for i in was if i in both], [i for i in now if i in both]
    for id in after:
        if before.index(id) != after.index(id) and _left(before, id) != _left(after, id):
            yield Difference((*place, id, "order"), before.index(id) + 1, after.index(id) + 1)


def _left(ids: list[str], id: str) -> str | None:
    index = ids.index(id)
    return ids[index - 1] if index else None


def _equal(was: Any, now: Any) -> bool:
    if isinstance(was, (list, tuple)) and isinstance(now, (list, tuple)):
        return len(was) == len(now) and all(_equal(a, b) for a, b in zip(was, now, strict=True))
    return was == now
