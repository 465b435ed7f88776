"""Whether updates came whose forerunners are missing (SPEC D74). The engine does not say: clocks tell."""

from __future__ import annotations

from fusenapp.document.updates import clocks


class Gaps:
    """How far the updates went that were taken in, as long as the document does not reach there."""

    def __init__(self) -> None:
        self._expected: dict[int, int] = {}

    def expect(self, goal: dict[int, int], state_vector: bytes) -> None:
        """Notes how far an update goes (see `updates.reach`); ``state_vector`` is of the document after it."""
        have = clocks(state_vector)
        for client, clock in goal.items():
            if have.get(client, 0) < clock:
                self._expected[client] = max(clock, self._expected.get(client, 0))

    def open(self, state_vector: bytes) -> bool:
        """Whether something is still missing."""
        if self._expected:
            have = clocks(state_vector)
            self._expected = {client: clock for client, clock in self._expected.items() if have.get(client, 0) < clock}
        return bool(self._expected)
