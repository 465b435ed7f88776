"""Where the user's edits are: only on this computer, or in the file that colleagues read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from fusenapp.errors import FusenError

SaveState = Literal["local", "publishing", "published", "failed"]


@dataclass(frozen=True)
class SaveStatus:
    """What the status bar shows.

    Args:
        state: ``local``: every edit is safe on this computer, the file does not have all yet. ``publishing``: being
            written to the file. ``published``: the file has everything. ``failed``: see ``error``; edits are kept
            and it is worth trying again.
        at: when that became so, ISO 8601 in UTC.
        error: why it failed.
    """

    state: SaveState
    at: str
    error: FusenError | None = None


class StatusBoard:
    """The status of one workspace and who wants to hear of it.

    Args:
        state: to begin with.
        now: the time as ISO 8601.
    """

    def __init__(self, state: SaveState, now: Callable[[], str]) -> None:
        self.status = SaveStatus(state, now())
        self._now = now
        self._listeners: list[Callable[[SaveStatus], None]] = []

    def tell(self, state: SaveState, error: FusenError | None = None) -> None:
        """Set the status and call every listener, on this thread."""
        self.status = SaveStatus(state, self._now(), error)
        for listener in tuple(self._listeners):
            listener(self.status)

    def listen(self, listener: Callable[[SaveStatus], None]) -> Callable[[], None]:
        """Call ``listener`` with each new status. Returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None
