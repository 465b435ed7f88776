"""Which outcome rows have their lead and which wait, kept up to date with every decision: there may be ten thousands of pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from fusenapp.tables.joining import Matching, Pair


class Tally:
    """The figures of the joining dialog. Adding them up takes a moment for a large list, so that a worker does it; then they follow.

    Args:
        said: what was settled in the dialog so far; it is copied.

    Attributes:
        doubtful: the pairs to settle.
        settled: those that were settled before.
        before: pair id → what was settled before.
        said: pair id → what was said since.
        firm: outcome rows that have their lead without anybody's word.
    """

    def __init__(self, matching: Matching | None = None, said: Mapping[str, bool | None] | None = None) -> None:
        same = [pair for pair in matching.sure if pair.reason == "settled"] if matching is not None else []
        refused = matching.refused if matching is not None else ()
        self.doubtful: list[Pair] = list(matching.doubtful) if matching is not None else []
        self.settled: list[Pair] = [*same, *refused]
        self.before = {p.id: True for p in same} | {p.id: False for p in refused}
        self.said: dict[str, bool | None] = dict(said or {})
        self.firm = matching.firm_outcomes if matching is not None else frozenset[int]()
        self._of_id: dict[str, list[Pair]] = {}
        self._taken: dict[int, Pair] = {}
        self._open: Counter[int] = Counter()
        for pair in (*self.doubtful, *self.settled):
            self._of_id.setdefault(pair.id, []).append(pair)
            self._enter(pair, self.of(pair.id))

    def of(self, id: str) -> bool | None:
        """What is said about a pair, now or before."""
        return self.said.get(id, self.before.get(id))

    def taken(self, outcome: int) -> Pair | None:
        """The pair by which somebody gave an outcome row its lead."""
        return self._taken.get(outcome)

    def settle(self, said: Mapping[str, bool | None]) -> None:
        """Take decisions in; of one outcome row only one lead can be the same."""
        for id, same in said.items():
            for pair in self._of_id.get(id, ()) if same else ():
                before = self._taken.get(pair.outcome)
                if before is not None and before.id != id:
                    self._say(before.id, None)
            self._say(id, same)

    def catch_up(self, said: Mapping[str, bool | None]) -> None:
        """Say what was said while a worker added up."""
        for id, same in said.items():
            if id not in self.said or self.said[id] is not same:
                self._say(id, same)

    def _say(self, id: str, same: bool | None) -> None:
        was, self.said[id] = self.of(id), same
        if was is same:
            return
        for pair in self._of_id.get(id, ()):
            self._leave(pair, was)
        for pair in self._of_id.get(id, ()):
            self._enter(pair, same)

    def _enter(self, pair: Pair, said: bool | None) -> None:
        if said:
            self._taken[pair.outcome] = pair
        elif said is None:
            self._open[pair.outcome] += 1

    def _leave(self, pair: Pair, said: bool | None) -> None:
        if said and self._taken.get(pair.outcome) is pair:
            del self._taken[pair.outcome]
        elif said is None:
            self._open[pair.outcome] -= 1
            if not self._open[pair.outcome]:
                del self._open[pair.outcome]

    @property
    def known(self) -> int:
        """Pairs that were settled before, as far as that stands."""
        return len(self.settled) - sum(len(self._of_id[id]) for id, same in self.said.items() if same is None and id in self.before)

    @property
    def open(self) -> int:
        """Outcome rows that still wait."""
        return sum(row not in self._taken and row not in self.firm for row in self._open)

    @property
    def same(self) -> int:
        """Outcome rows that have their lead, by themselves or by somebody's word."""
        return len(self.firm) + sum(row not in self.firm for row in self._taken)

    @property
    def leads(self) -> set[int]:
        """Leads that have their outcome by somebody's word."""
        return {pair.lead for pair in self._taken.values()}
