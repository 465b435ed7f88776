"""ジャーニー: the board of sticky notes over phases, lanes and roles.

From records to screen: `board_model` (columns) → `layout` (geometry) → `scene` (picture) → `board_view` (widget).
What the user does: `keys` and `pointer` → `board_commands`, `grid_commands`, `clipboard`, `gestures`, `writing`
→ verbs in `fusenapp.editing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.domain.snapshot import value
from fusenapp.domain.workshop import current_workshop
from fusenapp.i18n import translate
from fusenapp.ui.areas import Command, SearchItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.context import UiContext


def create(context: UiContext) -> QWidget:
    """The area's widget."""
    from fusenapp.ui.journey.area import JourneyArea

    return JourneyArea(context)


def search_items(context: UiContext) -> list[SearchItem]:
    """Every journey and every note on one."""
    snapshot = context.snapshot()
    journeys = {j["id"]: value("journeys", j, "name") for j in snapshot.all("journeys", of="")}
    phases = {p["id"]: value("phases", p, "name") for p in snapshot.all("phases")}
    found = [SearchItem(name, translate("Journey", "Journey"), "journey", ("journeys", id)) for id, name in journeys.items()]
    for note in snapshot.records.get("notes", {}).values():
        if note.get("parent") in journeys and note.get("text"):
            where = phases.get(note.get("phase") or "", "") or journeys[note["parent"]]
            found.append(SearchItem(note["text"].replace("\n", " "), where, "note", ("notes", note["id"])))
    return found


def commands(context: UiContext) -> list[Command]:
    """What can be done with journeys."""

    def add() -> None:
        from fusenapp.editing import journeys

        sets = context.snapshot().all("persona_sets")
        made = journeys.create_journey(context.document, translate("Journey", "New journey"), set_id=sets[0]["id"] if sets else "")
        context.navigate("journey", ("journeys", made))

    def hold() -> None:
        from fusenapp.editing import workshop

        workshop.start(context.document, lock=[journey["id"] for journey in context.document.snapshot().all("journeys")])

    def output() -> None:
        context.navigate("journey", ("output", ""))

    return [Command("journey.add", translate("Journey", "Add a journey"), add, "plus"),
            Command("journey.output", translate("JourneyOut", "Output and back: Excel, PDF, picture"), output, "export"),
            Command("journey.workshop", translate("Workshop", "Begin a workshop"), hold, "users",
                    enabled=lambda: current_workshop(context.document.snapshot()) is None)]
