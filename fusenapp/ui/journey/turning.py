"""Turning notes into structure: what a drop on the rail and the popup both do, and the popup itself (Ctrl+T)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidgetItem

from fusenapp.domain.origins import first_line
from fusenapp.editing import note_structure
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.ui.journey.list_popup import HELD, Choice, ListPopup
from fusenapp.ui.journey.surface import Board
from fusenapp.ui.journey.turn_spots import Destination, Named, destinations


def turn_notes(board: Board, notes: Sequence[str], destination: Destination, spot: Named) -> None:
    """Turn notes into what belongs in a spot, and tell it with a way back."""
    context = board.context
    try:
        made = note_structure.turn(context.document, notes, spot.spot)
    except InputError as error:
        from fusenapp.messages import explain

        context.notify(explain(error), kind="warn")
        return
    board.done()
    muted = sum(bool((context.document.get(*end) or {}).get("muted")) for end in made if end[0] == "clauses")
    context.notify(_told(len(made), muted, destination, spot), undo=bool(made))


def _told(count: int, muted: int, destination: Destination, spot: Named) -> str:
    place = destination.name if spot.spot.kind == "contents" else translate("Structure", "{thing} › {spot}").format(
        thing=destination.name, spot=spot.name)
    if not count:
        return translate("Structure", "These notes have no text yet. Nothing was made of them.")
    told = translate("Structure", "%n note(s) went into {place}. They stay on the board, linked.", n=count).format(place=place)
    if not muted:
        return told
    return told + translate("Structure", "\n%n condition(s) could not be read whole: muted until you word them.", n=muted)


def spots_for(board: Board, notes: Sequence[str]) -> list[Destination]:
    """Where these notes of a board can go."""
    return destinations(board.context.snapshot(), board.model.journey, notes, board.context.department)


class TurnPicker(ListPopup):
    """All spots to choose from by typing: Enter turns the notes, Esc closes. The usual spots of people come first in each."""

    def __init__(self, board: Board, notes: Sequence[str]) -> None:
        self._notes = list(notes)
        lead = first_line(str((board.context.record("notes", notes[0]) or {}).get("text") or ""), 24) if len(notes) == 1 else ""
        title = translate("Structure", "Turn “{note}” into …").format(note=lead) if lead else translate(
            "Structure", "Turn %n note(s) into …", n=len(notes))
        super().__init__(board, [choice for each in spots_for(board, notes) for choice in _choices(each)], title=title,
                         keys=translate("Structure", "Enter: turn into it, Esc: close"),
                         hint=translate("Structure", "Search: person and field, definition, KPI"),
                         name=translate("Structure", "What the notes can become"))

    def choose(self, item: QListWidgetItem) -> None:
        """Turn the notes into what the line stands for."""
        destination, spot = item.data(HELD)
        self.close()
        turn_notes(self._board, self._notes, destination, spot)
        self._board.setFocus()


def _choices(destination: Destination) -> list[Choice]:
    """The usual spot first."""
    usual = destination.spots[destination.usual]
    ordered = [usual, *(spot for spot in destination.spots if spot is not usual)]
    return [Choice((destination, spot), ("　" * spot.depth) + spot.name, destination.name) for spot in ordered]
