"""What is presented, step by step: the phases of a journey, the people of a committee, or an area as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from fusenapp.domain.snapshot import value
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext

if TYPE_CHECKING:
    from fusenapp.ui.journey.area import JourneyArea
    from fusenapp.ui.personas.area import PersonasArea

ZOOMS = (1.5, 1.75, 2.0)
"""Sizes of a phase on the projector: the largest at which all its lanes are in sight, else the smallest."""
WIDEST, EDGE = 560.0, 24.0
"""Width that a phase takes at most where all are shown, board px; room left beside the board, px."""


class Deck(Protocol):
    """Steps of an area on the whole screen."""

    def titles(self) -> list[str]:
        """What each step is called, in order; at least one."""
        ...

    def show(self, step: int) -> None:
        """Show a step."""
        ...

    def step_of(self, item: Any) -> int | None:
        """The step that shows ``(kind, id)``; None where any does, or none."""
        ...

    def busy(self) -> bool:
        """True while arrow keys and Esc are the area's own: something is selected or being written."""
        ...

    def focus(self) -> None:
        """Give the area the keyboard."""
        ...

    def leave(self) -> None:
        """Show the area as it was before."""
        ...


class PlainDeck:
    """An area without steps: it is shown as it is."""

    def __init__(self, widget: QWidget, title: str) -> None:
        self._widget, self._title = widget, title

    def titles(self) -> list[str]:
        """The area's name."""
        return [self._title]

    def show(self, step: int) -> None:
        """Nothing changes."""

    def step_of(self, item: Any) -> int | None:
        """It has but one."""
        return None

    def busy(self) -> bool:
        """Its keys are its own."""
        return False

    def focus(self) -> None:
        """The area has the keyboard."""
        self._widget.setFocus()

    def leave(self) -> None:
        """Nothing changed."""


class JourneyDeck:
    """The whole journey, then each phase alone in large letters. It is the board itself: notes can be written and voted for."""

    def __init__(self, area: JourneyArea) -> None:
        assert area.board is not None
        self._area, self._board = area, area.board
        port = self._board.port
        self._before = port.zoom, port.x, port.y
        area.set_bare(True)

    def _phases(self) -> list[tuple[str, str]]:
        phases = self._area.context.snapshot().all("phases", journey=self._area.journey)
        return [(p["id"], value("phases", p, "name")) for p in phases]

    def titles(self) -> list[str]:
        """The whole, then the phases."""
        return [translate("Workshop", "The whole journey"), *(name for _, name in self._phases())]

    def show(self, step: int) -> None:
        """Show the whole board, or one phase as large as its lanes allow."""
        board, phases = self._board, self._phases()
        if step == 0 or step > len(phases):
            self._show_whole()
            return
        phase = phases[step - 1][0]
        if self._fits(phase, ZOOMS[0]):
            next((zoom for zoom in reversed(ZOOMS) if self._fits(phase, zoom)), None)
        board.set_zoom(board.port.zoom)
        board.scroll_to(0, 0)

    def _show_whole(self) -> None:
        """All phases, over the whole width; what lies below the grid only if there is something."""
        board = self._board
        board.show_phase("")
        board.fit(self._whole(), most=ZOOMS[0])
        phases = [phase for phase in board.model.phases if not phase.folded]
        spare = (board.width() - board.port.left - 2 * EDGE) / board.port.zoom - board.scene.layout.width
        if spare > 0 and phases:
            board.show_phase("", min(WIDEST, sum(phase.width for phase in phases) / len(phases) + spare / len(phases)))
            board.fit(self._whole(), most=ZOOMS[0])

    def _whole(self) -> tuple[float, float, float, float]:
        board = self._board
        layout, used = board.scene.layout, int(board.model.row.max(initial=-1)) >= board.model.grid_rows
        return 0.0, 0.0, max(layout.width, 1.0), max(layout.height if used else layout.grid_bottom, 1.0)

    def _fits(self, phase: str, zoom: float) -> bool:
        """Show a phase alone at a size; True if all its lanes are in sight."""
        board = self._board
        board.port.zoom = zoom
        board.show_phase(phase, max(200.0, (board.width() - board.port.left - 24) / zoom))
        return board.scene.layout.grid_bottom * zoom <= board.height() - board.port.top

    def step_of(self, item: Any) -> int | None:
        """The phase of a note."""
        phase = self._area.context.snapshot().value("notes", item[1], "phase") if item[0] == "notes" else ""
        return next((at for at, (id, _) in enumerate(self._phases(), 1) if id == phase), 0)

    def busy(self) -> bool:
        """While a note is selected or written, keys are the board's."""
        return self._board.writing.active or bool(self._board.selection.count) or bool(self._board.selection.arrow)

    def focus(self) -> None:
        """The board has the keyboard."""
        self._board.setFocus()

    def leave(self) -> None:
        """All phases, where the view was."""
        board, (zoom, x, y) = self._board, self._before
        board.show_phase("")
        board.port.zoom = zoom
        board.set_zoom(zoom)
        board.scroll_to(x, y)
        self._area.set_bare(False)


class PersonasDeck:
    """The people of a committee one by one, in large letters."""

    def __init__(self, context: UiContext, area: PersonasArea) -> None:
        from fusenapp.ui.workshop.persona_slide import PersonaSlide

        self._context, self._area = context, area
        self.slide = area.slide = PersonaSlide(context, area)
        layout = area.layout()
        assert layout is not None
        area.set_bare(True)
        layout.addWidget(self.slide)

    def _people(self) -> list[tuple[str, str]]:
        people = self._context.snapshot().all("personas", set=self._area.set_id)
        return [(p["id"], value("personas", p, "name")) for p in people]

    def titles(self) -> list[str]:
        """Who is shown at each step."""
        return [name for _, name in self._people()] or [translate("Areas", "Personas")]

    def show(self, step: int) -> None:
        """Show one person."""
        people = self._people()
        self.slide.show_person(people[step][0] if step < len(people) else "")

    def step_of(self, item: Any) -> int | None:
        """The person of a note."""
        person = self._context.snapshot().value("notes", item[1], "parent") if item[0] == "notes" else item[1]
        return next((at for at, (id, _) in enumerate(self._people()) if id == person), None)

    def busy(self) -> bool:
        """A slide takes ↑ and ↓ alone."""
        return False

    def focus(self) -> None:
        """The slide has the keyboard."""
        self.slide.setFocus()

    def leave(self) -> None:
        """The cards come back."""
        self._area.slide = None
        self.slide.hide()
        self.slide.deleteLater()
        self._area.set_bare(False)
