"""What workshop tools ask of the area that they are shown in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from fusenapp.errors import InputError
from fusenapp.ui.context import UiContext


class Room(Protocol):
    """An area in which a workshop is held."""

    def workshop_parent(self) -> str:
        """Id of the journey or the set of personas that is shown; votes are on its notes."""
        ...

    def workshop_note(self) -> str:
        """Id of the selected note; empty if it is not one."""
        ...

    def workshop_clicks(self, votes: bool) -> None:
        """A click on a note votes for it from now on, or no longer."""
        ...

    def reveal(self, item: Any) -> None:
        """Show ``(kind, id)``."""
        ...


def attempt(context: UiContext, verb: Callable[[], Any]) -> bool:
    """Do something; what the rules refuse is told. True if it was done."""
    try:
        verb()
    except InputError as error:
        from fusenapp.messages import explain

        context.notify(explain(error), kind="warn")
        return False
    context.bridge.flush()
    return True
