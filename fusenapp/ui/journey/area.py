"""The area: header, toolbar, board with scroll bars, footer; the details go to the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QInputDialog, QMenu, QScrollBar, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.journey_draft import drafts_of, joint_journeys
from fusenapp.domain.journey_gaps import Gap
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.editing import journey_drafts, journeys
from fusenapp.i18n import translate
from fusenapp.ui.agreement_bar import AgreementBar
from fusenapp.ui.context import UiContext
from fusenapp.ui.journey.board_access import install
from fusenapp.ui.journey.board_model import BoardModel
from fusenapp.ui.journey.board_view import BoardView
from fusenapp.ui.journey.ground import gap_words
from fusenapp.ui.journey.note_inspector import NoteInspector
from fusenapp.ui.journey.toolbar import Footer, Toolbar
from fusenapp.ui.theme import css
from fusenapp.ui.widgets import AreaHeader, EmptyState, IconButton, PushButton, SegmentedControl
from fusenapp.ui.workshop.strip import Strip, workshop_button

if TYPE_CHECKING:
    from fusenapp.ui.workshop.decks import JourneyDeck

GAPS_SHOWN = 25
"""Hints listed in the menu; the others follow once these are done."""

FOLLOW = 33
"""Milliseconds until the scroll bars follow the board: to the eye that is at once, and they cost as much as a small board."""

AGREEMENT_AFTER = 400
"""Milliseconds after an edit until it is looked whether the agreed content still stands: that reads every note."""

_KINDS = frozenset(("journeys", "phases", "lanes", "notes", "links"))


class JourneyArea(QWidget):
    """One journey at a time; the others are in the menu beside its name."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("journeyArea")
        self.board: BoardView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        context.bridge.changed.connect(self._look)
        self._build(self._wanted())

    @property
    def journey(self) -> str:
        """Id of the journey that is shown; empty if there is none."""
        return self.board.model.journey if self.board is not None else ""

    def reveal(self, item: Any) -> None:
        """Show a journey, or select a note, phase or lane on it: ``(kind, id)``."""
        kind, id = item
        if kind == "output":
            self._open_output()
            return
        record = self.context.document.get(kind, id)
        if record is None:
            return
        owner = id if kind == "journeys" else record.get("parent") or record.get("journey") or ""
        if self.context.document.get("journeys", owner) is not None:
            self.open(owner)
            self._show_in(kind, id)

    def open(self, journey: str) -> None:
        """Show a journey."""
        if self.board is None:
            self._build(journey)
        elif journey != self.journey:
            self.board.open_journey(journey)
        self._refresh()

    def _show_in(self, kind: str, id: str) -> None:
        board = self.board
        if board is None:
            return
        if kind == "notes" and id in board.model.slot_of:
            board.selection.set([id])
            board.reveal_note(id)
        elif kind in ("phases", "lanes") and id in (ids := board.commands.grid.ids("phases" if kind == "phases" else "lanes")):
            at = ids.index(id)
            row = next((i for i, row in enumerate(board.model.rows) if row.lane == at), 0)
            board.selection.go((0, at) if kind == "phases" else (row, 0))
            board.reveal_cell((0, at) if kind == "phases" else (row, 0))
        board.setFocus()

    def _wanted(self) -> str:
        remembered = self.context.session("journey").get("journey", "")
        snapshot = self.context.snapshot()
        every = [record["id"] for record in (*joint_journeys(snapshot), *snapshot.all("journeys"))]
        return remembered if remembered in every else (every[0] if every else "")

    # ---- building

    def _build(self, journey: str) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        self.board = None
        if not journey:
            self._layout.addWidget(EmptyState("journey", translate("Journey", "No journey yet"),
                                              translate("Journey", "A journey shows what the people of the buying committee do, think "
                                                                   "and feel, phase by phase."),
                                              translate("Journey", "New journey"), self._create))
            return
        self.board = BoardView(self.context, journey)
        self.board.setProperty("mainPart", True)
        self._restore(self.board)
        install(self.board)
        self.header, self.toolbar, self.footer = self._make_header(), Toolbar(self.board), Footer(self.board)
        line = f"border-color: {css('border')}; border-style: solid; background: {css('surface')};"
        self.toolbar.setStyleSheet(f"#boardToolbar {{ {line} border-width: 0 0 1px 0; }}")
        self.footer.setStyleSheet(f"#boardFooter {{ {line} border-width: 1px 0 0 0; }}")
        self.strip = Strip(self.context, self)
        for part in (self.header, self.toolbar, self.strip):
            self._layout.addWidget(part)
        self._layout.addWidget(_Scrolled(self.board), 1)
        self._layout.addWidget(self.footer)
        self._connect(self.board)
        self._refresh()
        self.context.inspector.show(NoteInspector(self.board), translate("Journey", "Note"), "note")

    def _make_header(self) -> AreaHeader:
        header = AreaHeader("")
        self.more = IconButton("chevron-down", translate("Journey", "Journeys"), self._open_menu, small=True)
        self.agreement = AgreementBar(self.context, None, frozenset(), header)
        self._agreement_later = QTimer(self, singleShot=True, interval=AGREEMENT_AFTER)
        self._agreement_later.timeout.connect(self._show_agreement)
        header.add_left(self.more, self.agreement)
        self.roles = SegmentedControl([], multiple=True, name=translate("Journey", "Roles shown"))
        self.roles.setFixedHeight(32)
        self.roles.changed.connect(self._switch_role)
        self.alone = IconButton("users", translate("Journey", "All roles side by side, or one alone"), self._open_roles, small=True)
        self.gaps = PushButton("", "alert-circle", self._open_gaps)
        self.output = IconButton("export", translate("JourneyOut", "Output and back: Excel, PDF, picture"), self._open_output, small=True)
        header.add_right(self.roles, self.alone, self.gaps, workshop_button(self.context, self), self.output)
        return header

    def _connect(self, board: BoardView) -> None:
        board.renewed.connect(self._refresh)
        board.gaps_changed.connect(self._show_gaps)
        board.zoom_changed.connect(self._remember)
        board.scrolled.connect(self._remember)

    # ---- workshop (see `fusenapp.ui.workshop`)

    def set_bare(self, bare: bool) -> None:
        """Leave the board alone, or bring the bars back."""
        if self.board is not None:
            for part in (self.header, self.toolbar, self.footer):
                part.setVisible(not bare)

    def deck(self) -> JourneyDeck | None:
        """The steps in which the journey is presented."""
        from fusenapp.ui.workshop.decks import JourneyDeck

        return JourneyDeck(self) if self.board is not None else None

    def workshop_parent(self) -> str:
        """Votes are on the notes of the journey that is shown."""
        return self.journey

    def workshop_note(self) -> str:
        """The selected note."""
        return self.board.selection.lead if self.board is not None else ""

    def workshop_clicks(self, votes: bool) -> None:
        """A click on a note votes for it, or selects it."""
        if self.board is not None:
            self.board.click_votes = votes

    def _create(self) -> None:
        sets = self.context.snapshot().all("persona_sets")
        made = journeys.create_journey(self.context.document, translate("Journey", "New journey"), set_id=sets[0]["id"] if sets else "")
        self.context.bridge.flush()
        self.open(made)

    # ---- following the document

    def _look(self, changes: Changes) -> None:
        if self.board is not None and any(kind in _KINDS for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self._agreement_later.start()
        there = bool(self.journey) and self.context.document.get("journeys", self.journey) is not None
        if not there and any(kind == "journeys" for kind, _ in (*changes.added, *changes.removed)):
            wanted = self._wanted()
            if self.board is None or not wanted:
                self._build(wanted)
            else:
                self.open(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        """Nobody has to click on the board before N writes on it, unless the keyboard is at work elsewhere (the rail, the search)."""
        focused = self.window().focusWidget()
        if self.board is not None and (focused is None or not focused.isVisible() or focused.isAncestorOf(self)):
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        """Where the switch of roles has no room it goes; the menu beside it does the same."""
        if self.board is not None:
            layout = self.header.layout()
            assert layout is not None
            hidden = 0 if self.roles.isVisibleTo(self.header) else self.roles.sizeHint().width() + layout.spacing()
            self.roles.setVisible(layout.sizeHint().width() + hidden <= self.width())

    def _refresh(self) -> None:
        board = self.board
        if board is None:
            return
        self.header.set_title(journey_words(self.context.snapshot(), self.journey) or translate("Journey", "Journey"))
        self._agreement_later.start()
        known = [(role.id, role.name, "check") for role in board.model.roles if role.id]
        if set(self.roles._segments) != {key for key, *_ in known}:
            self.roles.set_options(known)
        for key, name, _ in known:
            self.roles.set_text(key, name)
        self.roles.set_chosen({role.id for role in board.model.shown_roles})
        self._show_gaps()
        self._fit_header()
        self.strip.refresh()
        self._remember()

    def _show_agreement(self) -> None:
        draft = self.context.snapshot().value("journeys", self.journey, "of")  # a department's draft is no item of agreement
        self.agreement.set_item(("journeys", self.journey) if self.journey and not draft else None)
        QTimer.singleShot(0, self, self._fit_header)  # once it has its width

    def _show_gaps(self) -> None:
        if self.board is not None:
            count = len(self.board.gaps)
            self.gaps.setText(translate("Journey", "%n gap(s)", n=count))
            self.gaps.setEnabled(bool(count))

    # ---- what is remembered while the window is open

    def _remember(self, *_: object) -> None:
        board = self.board
        if board is not None:
            self.context.session("journey").update(journey=self.journey, zoom=board.port.zoom, x=board.port.x, y=board.port.y,
                                                   hidden=set(board.model.hidden_roles), paper=board.paper)

    def _restore(self, board: BoardView) -> None:
        kept = dict(self.context.session("journey"))
        if kept.get("journey") == self.journey:
            board.port.zoom, board.port.x, board.port.y = kept["zoom"], kept["x"], kept["y"]
            board.paper = kept["paper"]
            if kept["hidden"]:
                board.show_roles(kept["hidden"])

    # ---- header

    def _switch_role(self, _key: str) -> None:
        board = self.board
        if board is None:
            return
        chosen = self.roles.chosen
        hidden = {role.id for role in board.model.roles if role.id and role.id not in chosen}
        if len(hidden) == len([role for role in board.model.roles if role.id]):
            hidden = set()
        board.show_roles(hidden)
        self._refresh()

    def show_role(self, role: str = "") -> None:
        """Show one role alone, or all of them side by side."""
        board = self.board
        if board is not None:
            board.show_roles({other.id for other in board.model.roles if other.id and role and other.id != role})
            self._refresh()

    def roles_menu(self) -> QMenu:
        """All roles side by side on one time axis, or one of them alone."""
        menu = QMenu(self)
        if self.board is not None:
            shown = {role.id for role in self.board.model.shown_roles}
            every = menu.addAction(translate("Journey", "All roles side by side"), lambda: self.show_role())
            every.setCheckable(True)
            every.setChecked(len(shown) == len(self.board.model.roles))
            menu.addSeparator()
            for role in self.board.model.roles:
                only = menu.addAction(translate("Journey", "Only {role}").format(role=role.name))
                only.setCheckable(True)
                only.setChecked(shown == {role.id})
                only.triggered.connect(lambda _=False, id=role.id: self.show_role(id))
        return menu

    def _open_roles(self) -> None:
        self._popup(self.roles_menu(), self.alone)

    def _open_output(self) -> None:
        from fusenapp.ui.journey.output import output_menu

        if self.board is not None:
            self._popup(output_menu(self.board, self), self.output)

    def gaps_menu(self) -> QMenu:
        """All hints; choosing one goes to its place."""
        menu = QMenu(self)
        board = self.board
        if board is not None:
            names = {phase.id: phase.name for phase in board.model.phases}
            for gap in board.gaps[:GAPS_SHOWN]:
                entry = menu.addAction(hint_line(gap, names.get(gap.phase, ""), board.model))
                entry.triggered.connect(lambda _=False, g=gap: board.commands.show_gap(g))
            if len(board.gaps) > GAPS_SHOWN:
                menu.addAction(translate("Journey", "and %n more", n=len(board.gaps) - GAPS_SHOWN)).setEnabled(False)
        return menu

    def _open_gaps(self) -> None:
        self._popup(self.gaps_menu(), self.gaps)

    def _open_menu(self) -> None:
        self._popup(self.journeys_menu(), self.more)

    def journeys_menu(self) -> QMenu:
        """The other journeys, and what can be done with this one."""
        menu = QMenu(self)
        snapshot = self.context.snapshot()
        for joint in joint_journeys(snapshot):
            for record in (joint, *drafts_of(snapshot, joint["id"])):
                entry = menu.addAction(journey_words(snapshot, record["id"]))
                entry.setCheckable(True)
                entry.setChecked(record["id"] == self.journey)
                entry.triggered.connect(lambda _=False, id=record["id"]: self.open(id))
        menu.addSeparator()
        menu.addAction(translate("Structure", "Write our draft of this journey"), self._draft)
        menu.addAction(translate("Structure", "Compare the drafts"), self._compare)
        menu.addSeparator()
        menu.addAction(translate("Journey", "New journey"), self._create)
        menu.addAction(translate("Journey", "Rename…"), self._rename)
        menu.addAction(translate("Journey", "Delete"), self._delete)
        return menu

    def _draft(self) -> None:
        """The own department's draft: it begins as the joint journey is now."""
        snapshot = self.context.snapshot()
        joint = snapshot.value("journeys", self.journey, "of") or self.journey
        id = journey_drafts.start_draft(self.context.document, joint, self.context.department)
        self.context.bridge.flush()
        self.open(id)

    def _compare(self) -> None:
        joint = self.context.snapshot().value("journeys", self.journey, "of") or self.journey
        self.context.navigate("compare", ("journeys", joint))

    @staticmethod
    def _popup(menu: QMenu, under: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _rename(self) -> None:
        name, chosen = QInputDialog.getText(self, translate("Journey", "Rename journey"), translate("Journey", "Name"),
                                            text=self.board.model.name if self.board else "")
        if chosen and name.strip():
            journeys.rename_journey(self.context.document, self.journey, name.strip())
            self.context.bridge.flush()
            self._refresh()

    def _delete(self) -> None:
        name = self.board.model.name if self.board else ""
        if self.context.snapshot().value("journeys", self.journey, "of"):
            journey_drafts.delete_draft(self.context.document, self.journey)
        else:
            journeys.delete_journey(self.context.document, self.journey)
        self.context.bridge.flush()
        self.context.notify(translate("Journey", "Journey “{name}” was deleted.").format(name=name), undo=True)


def journey_words(snapshot: Snapshot, id: str) -> str:
    """The name of a journey; of a department's draft whose it is."""
    record = snapshot.get("journeys", id) or {}
    name, side = value("journeys", record, "name"), snapshot.value("departments", value("journeys", record, "department"), "name")
    return translate("Structure", "{name} (draft of {side})").format(name=name, side=side) if value("journeys", record, "of") else name


def hint_line(gap: Gap, phase: str, model: BoardModel) -> str:
    """A hint with its place, in one line."""
    said = gap_words(gap, model)
    if gap.kind == "duplicate":
        said = translate("Journey", "{hint}: {text}").format(hint=said, text=gap_text(gap, model))
    return said if gap.kind == "unlinked" else translate("Journey", "{phase}: {hint}").format(phase=phase, hint=said)


def gap_text(gap: Gap, model: BoardModel) -> str:
    """The beginning of the note that a hint is about."""
    slot = model.slot_of.get(gap.note)
    text = model.text(slot).replace("\n", " ") if slot is not None else ""
    return text if len(text) <= 16 else text[:15] + "…"


class _Scrolled(QFrame):
    """The board between its scroll bars."""

    def __init__(self, board: BoardView) -> None:
        super().__init__()
        self._board = board
        self._across, self._down = QScrollBar(Qt.Orientation.Horizontal), QScrollBar(Qt.Orientation.Vertical)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(board, 0, 0)
        layout.addWidget(self._down, 0, 1)
        layout.addWidget(self._across, 1, 0)
        self._busy = False
        for bar in (self._across, self._down):
            bar.valueChanged.connect(self._moved)
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._later = QTimer(self, singleShot=True, interval=FOLLOW)
        self._later.timeout.connect(self._follow)
        board.scrolled.connect(self._soon)
        board.renewed.connect(self._follow)
        self._follow()

    def _soon(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _follow(self) -> None:
        port, layout = self._board.port, self._board.scene.layout
        _, _, w, h = port.visible
        self._busy = True
        _set_bar(self._across, port.x * port.zoom, w * port.zoom, layout.width * port.zoom)
        _set_bar(self._down, port.y * port.zoom, h * port.zoom, layout.height * port.zoom)
        self._busy = False

    def _moved(self) -> None:
        if not self._busy:
            zoom = self._board.port.zoom
            self._board.scroll_to(self._across.value() / zoom, self._down.value() / zoom)


def _set_bar(bar: QScrollBar, at: float, page: float, whole: float) -> None:
    last = max(0, round(max(whole - page, at)))
    bar.setRange(0, last)
    bar.setPageStep(max(1, round(page)))
    bar.setSingleStep(40)
    bar.setValue(round(at))
    bar.setVisible(last > 0)
