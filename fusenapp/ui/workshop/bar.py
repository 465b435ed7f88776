"""The bar of workshop tools: timer, private writing, votes, decisions. One for the window, a bigger one for the projector."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QInputDialog, QMenu, QVBoxLayout, QWidget

from fusenapp.domain import workshop as rules
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing import workshop
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import css
from fusenapp.ui.widgets import FlowLayout, PushButton, Text
from fusenapp.ui.workshop.decisions import DecisionsDrawer
from fusenapp.ui.workshop.drawer import Drawer
from fusenapp.ui.workshop.results import ResultDrawer
from fusenapp.ui.workshop.rooms import Room, attempt
from fusenapp.ui.workshop.timer_view import HIGH, HIGH_BIG, TimerView

OFFERED = (3, 5, 10)
"""Votes that are offered; any other number can be typed."""


class WorkshopBar(QFrame):
    """Shows what is under way and what can be done next; follows the document through `refresh`.

    Args:
        room: the area that is steered.
        host: the widget that drawers lie over: the area, as a rule.
        big: for the projector; its own beginning and end are the presentation's.
    """

    def __init__(self, context: UiContext, room: Room, host: QWidget, *, big: bool = False) -> None:
        super().__init__()
        self._host = host
        self.setObjectName("workshopBar")
        self.setAccessibleName(translate("Workshop", "Workshop"))
        self._context, self._room, self._big = context, room, big
        self.drawer: Drawer | None = None
        self._voting = ""
        self.timer = TimerView(context, big=big)
        self._make_buttons()
        self._lay_out()
        self.refresh()

    def _make_buttons(self) -> None:
        self.write = PushButton(translate("Workshop", "Write privately"), "eye-off", self._open_pass, small=True,
                                tooltip=translate("Workshop", "What departments write stays covered for the others until you reveal it"))
        self.writing = Text(translate("Workshop", "Writing privately"), "title" if self._big else "strong")
        self.reveal = PushButton(translate("Workshop", "Reveal the notes"), "eye", self._reveal_pass, small=True)
        self.vote = PushButton(translate("Workshop", "Vote"), "vote", self._open_vote, small=True,
                               tooltip=translate("Workshop", "Votes stay hidden until you reveal them"))
        self.left, self.given = Text("", "title" if self._big else "strong"), Text("", "secondary")
        self.clicks = PushButton(translate("Workshop", "Vote by click"), "", small=True)
        tip = translate("Workshop", "A click on a note votes for it, Shift+click takes the vote back. By key: Ctrl+. and Ctrl+Shift+.")
        self.clicks.setToolTip(tip)
        self.clicks.setCheckable(True)
        self.clicks.toggled.connect(self._room.workshop_clicks)
        self.show_votes = PushButton(translate("Workshop", "Reveal the votes"), "eye", self._reveal_votes, small=True)
        self.results = PushButton(translate("Workshop", "Result"), "chart", self.open_results, small=True)
        self.put_away = PushButton(translate("Workshop", "Close the vote"), "check", self._close_vote, small=True)
        self.decisions = PushButton("", "check-circle", self.open_decisions, small=True)
        self.present = PushButton(translate("Workshop", "Present"), "present", lambda: self._context.request("present"), small=True,
                                  tooltip=translate("Workshop", "On the whole screen, step by step (F5)"))
        self.end = PushButton(translate("Workshop", "End"), "close", self._end, small=True, tooltip=translate("Workshop", "End the workshop"))

    def _lay_out(self) -> None:
        line = "border: none;" if self._big else f"border: none; border-bottom: 1px solid {css('border')};"
        self.setStyleSheet(f"#workshopBar {{ background: {css('accentW') if not self._big else css('surface')}; {line} }}")
        outer, flow = QVBoxLayout(self), FlowLayout(gap=8)
        outer.setContentsMargins(16, 6, 12, 6)
        outer.addLayout(flow)
        high = HIGH_BIG if self._big else HIGH
        for words in (self.left, self.given, self.writing):
            words.setFixedHeight(high)
        for part in (self.timer, self.write, self.writing, self.reveal, self.vote, self.left, self.given, self.clicks, self.show_votes,
                     self.results, self.put_away, self.decisions, self.present, self.end):
            if isinstance(part, PushButton):
                part.setProperty("small", not self._big)
                if self._big:
                    part.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click on a tool leaves the keyboard on the slide
                part.setFixedHeight(high)
            flow.addWidget(part)

    # ---- following the document

    def refresh(self) -> None:
        """Show what can be done now."""
        whole = self._context.document.snapshot()
        self.timer.refresh()
        self._show_pass(whole)
        self._show_vote(whole, rules.current_round(whole, self._room.workshop_parent()))
        running = rules.current_workshop(whole)
        count = len(rules.decisions(whole, running["id"] if running is not None else None))
        self.decisions.setText(translate("Workshop", "Decisions ({count})").format(count=count) if count else translate("Workshop", "Decisions"))
        self.present.setVisible(not self._big)
        self.end.setVisible(not self._big and running is not None)
        self.updateGeometry()

    def _show_pass(self, whole: Snapshot) -> None:
        open_ = bool(rules.open_passes(whole))
        self.write.setVisible(not open_)
        self.writing.setVisible(open_)
        self.reveal.setVisible(open_)

    def _show_vote(self, whole: Snapshot, round: Record | None) -> None:
        casting = round is not None and rules.is_open(round)
        for part in (self.left, self.given, self.clicks, self.show_votes):
            part.setVisible(casting)
        self.vote.setVisible(round is None)
        self.put_away.setVisible(round is not None and not casting)
        self.results.setVisible(not casting and any(not rules.is_open(r) for r in rules.rounds(whole, self._room.workshop_parent())))
        if round is not None and casting:
            self._show_casting(whole, round)
        elif self._voting:
            self._voting = ""
            self.clicks.setChecked(False)

    def _show_casting(self, whole: Snapshot, round: Record) -> None:
        if self._voting != round["id"]:
            self._voting = round["id"]
            self.clicks.setChecked(True)
        if self._big == self._context.presenting:  # of the bar in the area and that of the presentation, the one that is seen
            self._room.workshop_clicks(self.clicks.isChecked())
        author = self._context.author
        left = max(0, rules.votes_left(whole, round, (author.department, author.person)))
        self.left.setText(translate("Workshop", "Voting, %n left", n=left))
        counts = rules.turnout(whole, round["id"])
        names = {d["id"]: value("departments", d, "short") or value("departments", d, "name") for d in whole.all("departments")}
        said = "　".join(f"{names[d]} {counts.get(d, 0)}" for d in names)
        self.given.setText(translate("Workshop", "given: {counts}").format(counts=said))

    # ---- private writing

    def pass_menu(self) -> QMenu:
        """How long it shall take."""
        menu = QMenu(self)
        for minutes in rules.PRESETS:
            menu.addAction(translate("Workshop", "%n minute(s)", n=minutes), lambda m=minutes: self._begin_pass(m))
        menu.addAction(translate("Workshop", "Without a timer"), lambda: self._begin_pass(None))
        return menu

    def _open_pass(self) -> None:
        self._popup(self.pass_menu(), self.write)

    def _begin_pass(self, minutes: float | None) -> None:
        if attempt(self._context, lambda: workshop.begin_pass(self._context.document, minutes)):
            said = translate("Workshop", "From now on each department sees only its own new notes, until you reveal them.")
            self._context.notify(said, undo=True)

    def _reveal_pass(self) -> None:
        attempt(self._context, lambda: workshop.reveal_pass(self._context.document))

    # ---- votes

    def vote_menu(self) -> QMenu:
        """How many votes, and who has them."""
        menu = QMenu(self)
        for votes in OFFERED:
            menu.addAction(translate("Workshop", "%n vote(s) for each person", n=votes), lambda n=votes: self._begin_vote(n, "person"))
        menu.addSeparator()
        for votes in OFFERED:
            menu.addAction(translate("Workshop", "%n vote(s) for each department", n=votes), lambda n=votes: self._begin_vote(n, "department"))
        menu.addSeparator()
        menu.addAction(translate("Workshop", "Other number for each person…"), self._ask_votes)
        return menu

    def _open_vote(self) -> None:
        self._popup(self.vote_menu(), self.vote)

    def _ask_votes(self) -> None:
        votes, chosen = QInputDialog.getInt(self, translate("Workshop", "Vote"), translate("Workshop", "Votes for each person"), 5,
                                            rules.FEWEST_VOTES, rules.MOST_VOTES)
        if chosen:
            self._begin_vote(votes, "person")

    def _begin_vote(self, votes: int, each: str) -> None:
        attempt(self._context, lambda: workshop.begin_round(self._context.document, self._room.workshop_parent(), votes, each))

    def _reveal_votes(self) -> None:
        round = rules.current_round(self._context.document.snapshot(), self._room.workshop_parent())
        if round is not None and attempt(self._context, lambda: workshop.reveal_round(self._context.document, round["id"])) \
                and not isinstance(self.drawer, ResultDrawer):
            self.open_results()

    def _close_vote(self) -> None:
        round = rules.current_round(self._context.document.snapshot(), self._room.workshop_parent())
        if round is not None:
            attempt(self._context, lambda: workshop.close_round(self._context.document, round["id"]))

    # ---- drawers

    def open_results(self) -> None:
        """The result of the vote over the area; once more closes it."""
        self._switch(ResultDrawer, lambda host: ResultDrawer(self._context, self._room, host, self._decide_about))

    def open_decisions(self) -> None:
        """What was decided over the area; once more closes it."""
        self._switch(DecisionsDrawer, lambda host: DecisionsDrawer(self._context, self._room, host))

    def _decide_about(self, note: str) -> None:
        if not isinstance(self.drawer, DecisionsDrawer):
            self.open_decisions()
        cast("DecisionsDrawer", self.drawer).about_note(note)

    def _switch(self, kind: type[Drawer], make: Callable[[QWidget], Drawer]) -> None:
        open_, self.drawer = self.drawer, None
        if open_ is not None:
            open_.shut()
        if not isinstance(open_, kind):
            self.drawer = make(self._host)
            self.drawer.closed.connect(self._drawer_closed)

    def _drawer_closed(self) -> None:
        if self.sender() is self.drawer:
            self.drawer = None

    def shut(self) -> None:
        """Close what lies over the area, and let clicks select again."""
        if self.drawer is not None:
            self.drawer.shut()
        self._room.workshop_clicks(False)

    def _end(self) -> None:
        from fusenapp.ui.workshop.strip import finish

        finish(self._context, self.window())

    def _popup(self, menu: QMenu, under: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))
