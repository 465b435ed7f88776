"""What the parts of the board know of it: its state and what can be asked of the view.

Commands, writing, clipboard, menus, gestures and keys are handed a `Board`; only `board_view` knows them all and puts
them together. So none of them needs to know the others' users.
"""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from fusenapp.document import Document
from fusenapp.domain.journey_gaps import Gap
from fusenapp.editing.notes import Place
from fusenapp.ui.context import UiContext
from fusenapp.ui.journey import navigation
from fusenapp.ui.journey.arrows import REACH, label_box
from fusenapp.ui.journey.board_model import BoardModel, Cell, Patch
from fusenapp.ui.journey.hit import Hit, hit_test
from fusenapp.ui.journey.layout import Rect
from fusenapp.ui.journey.scene import HANDLE, Overlay, Scene, Shown, handle_points
from fusenapp.ui.journey.selection import Selection
from fusenapp.ui.journey.viewport import Viewport


class Rail(Protocol):
    """What takes notes in beside the board while they are dragged; points are screen px of the board."""

    strip: float
    """Its width at rest."""

    def follow(self, at: QPointF, notes: tuple[str, ...]) -> bool:
        """The notes are here now; True if the rail has them."""
        ...

    def tick(self, at: QPointF) -> None:
        """Time passes while they are held here."""
        ...

    def drop(self) -> bool:
        """They are let go; False if the rail did not have them."""
        ...

    def end(self) -> None:
        """The drag is over."""
        ...


class Board(QWidget):
    """One journey on one surface, as its parts see it.

    Signals:
        selection_changed, zoom_changed, scrolled, gaps_changed, renewed (phases, lanes or the journey changed).
    """

    selection_changed = Signal()
    zoom_changed = Signal(float)
    scrolled = Signal()
    gaps_changed = Signal()
    renewed = Signal()

    def __init__(self, context: UiContext, journey: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.model = BoardModel()
        self.model.load(context.snapshot(), journey)
        self.scene = Scene(self.model)
        self.port = Viewport()
        self.shown = Shown()
        self.selection = Selection(self.model)
        self.gaps: list[Gap] = []
        self.open_menu: QMenu | None = None
        self.click_votes = False
        """While a vote is under way a click on a note votes for it, and one with Shift takes the vote back."""
        self.paper = 1
        """The paper of the next new note."""

    @property
    def document(self) -> Document:
        """The shared document."""
        return self.context.document

    def done(self) -> None:
        """Let the views hear of an edit at once."""
        self.context.bridge.flush()

    def place(self, cell: Cell) -> Place:
        """The place that a cell stands for."""
        return Place(self.model.journey, **self.model.place(cell))

    def home_cell(self) -> Cell | None:
        """The cell that the keyboard starts in."""
        return navigation.first_cell(self.model)

    def target_cell(self) -> Cell | None:
        """The cell for new notes: the selected note's, the keyboard's, else the first."""
        slot = self.selection.lead_slot
        cell = self.model.cell(slot) if slot is not None else self.selection.cell
        if cell is None or cell[0] < 0 or not navigation.takes_notes(self.model, cell):
            return self.home_cell()
        return cell

    def hit(self, at: QPointF) -> Hit:
        """What lies under a point of the screen: dots of the selected note, then what the grid has, then arrows."""
        if self.shown.handles >= 0 and at.x() >= self.port.left and at.y() >= self.port.top:
            rect = self.scene.layout.note_rect(self.shown.handles)
            if any((dot - at).manhattanLength() <= HANDLE * 2 for dot in handle_points(rect, self.port)):
                return Hit("handle", self.shown.handles)
        found = hit_test(self.model, self.scene.layout, self.port, at.x(), at.y())
        if found.kind == "note" and self.model.covered and self.model.id(found.number) in self.model.covered:
            found = Hit("cell", -1, self.model.cell(found.number))
        if found.kind in ("cell", "nothing", "note") and at.x() >= self.port.left and at.y() >= self.port.top:
            arrow = self._arrow_at(at, on_line=found.kind != "note")
            return found._replace(kind="arrow", id=arrow) if arrow else found
        return found

    def _arrow_at(self, at: QPointF, *, on_line: bool) -> str:
        """The arrow whose words, or whose line, are at a point; over a note only the words count."""
        for route in self.scene.arrows.routes:
            if route.arrow.label and label_box(QPointF(*self.port.to_screen(*route.middle)), route.arrow.label, self.port.zoom).contains(at):
                return route.arrow.id
        return self.scene.arrows.at(*self.port.to_board(at.x(), at.y()), REACH / self.port.zoom) if on_line else ""

    # ---- what the view does

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom, holding the point under ``at`` (or the middle) still."""
        raise NotImplementedError

    def fit(self, rect: Rect | None = None, most: float = 1.0) -> None:
        """Show a rectangle of the board, or all of it."""
        raise NotImplementedError

    def scroll_to(self, x: float, y: float) -> None:
        """Put a board point at the top left."""
        raise NotImplementedError

    def scroll_by(self, dx: float, dy: float) -> None:
        """Scroll by screen px."""
        raise NotImplementedError

    def reveal_note(self, id: str) -> None:
        """Scroll as little as needed to see a note."""
        raise NotImplementedError

    def reveal_cell(self, cell: Cell) -> None:
        """Scroll as little as needed to see a cell."""
        raise NotImplementedError

    def show_patch(self, patch: Patch) -> None:
        """The model was patched: draw what that changes."""
        raise NotImplementedError

    def refresh(self, *part: Any) -> None:
        """What lies over the cells has changed, or the view of them; `update` is for the cells themselves."""
        raise NotImplementedError

    def set_overlay(self, overlay: Overlay) -> None:
        """Show what a gesture under way wants to be seen."""
        raise NotImplementedError

    def toggle_map(self) -> None:
        """Show or hide the small overview."""
        raise NotImplementedError

    @property
    def settled(self) -> bool:
        """True if everything in sight is drawn as it is to be."""
        raise NotImplementedError

    @property
    def busy(self) -> bool:
        """True while something is being dragged over the board: what follows the selection waits."""
        raise NotImplementedError

    @property
    def pressed(self) -> bool:
        """True while a button is held down: what lies below may not move."""
        raise NotImplementedError

    def show_gaps(self, gaps: list[Gap]) -> None:
        """Show these hints."""
        raise NotImplementedError

    def cancel_gesture(self) -> bool:
        """End the gesture under way without an edit; False if there is none."""
        raise NotImplementedError

    def choose_departments(self, cell: Cell) -> None:
        """Offer who is in charge of a phase."""
        raise NotImplementedError

    def choose_kpi(self, cell: Cell) -> None:
        """Offer the KPIs of the tree for a cell."""
        raise NotImplementedError

    def choose_links(self) -> None:
        """Offer what the selected notes can be linked with."""
        raise NotImplementedError

    def choose_turn(self) -> None:
        """Offer what the selected notes can be turned into."""
        raise NotImplementedError

    @property
    def rail(self) -> Rail:
        """Takes notes that are dragged to the edge and turns them into something."""
        raise NotImplementedError

    def show_menu(self, event: QContextMenuEvent) -> None:
        """The menu for what is under the pointer, or for the selection."""
        raise NotImplementedError
