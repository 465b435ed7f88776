"""Where the user's edits are: only on this computer, or in the file that colleagues read."""

from __future__ import annotations

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
