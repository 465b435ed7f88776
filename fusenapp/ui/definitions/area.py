"""A definition: the sentence on top, the rule below, the live count in the inspector."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.capacity import Capacity
from fusenapp.domain.definition_changes import Changes as Trial
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import definitions, trials
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui.agreement_bar import AgreementBar
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.builder import RuleBuilder
from fusenapp.ui.definitions.columns import values_of
from fusenapp.ui.definitions.draft_switch import DraftSwitch
from fusenapp.ui.definitions.handover_card import HandoverCard
from fusenapp.ui.definitions.leak_notes import guess_words
from fusenapp.ui.definitions.live import Ask, Live, lead_lists, reckon
from fusenapp.ui.definitions.panel import LivePanel
from fusenapp.ui.definitions.sentence_card import SentenceCard
from fusenapp.ui.gradual import Gradual
from fusenapp.ui.widgets import AreaHeader, EmptyState, IconButton, Text, scroll

_RULE_KINDS = frozenset(("definitions", "groups", "clauses"))
_WAIT = 150
"""Milliseconds after the last change before leads are counted anew."""

_SETTLE = 50
"""Milliseconds until details that were just opened have their height."""


class DefinitionArea(QWidget):
    """``rule`` is ``target`` or ``hot-lead``."""

    def __init__(self, context: UiContext, rule: str) -> None:
        super().__init__()
        self._context, self._rule = context, rule
        self._session = context.session(rule)
        self._task: Task | None = None
        self._offered: dict[str, list[tuple[str, int]]] = {}
        title = translate("Definitions", "Target definition") if rule == "target" else translate("Definitions", "Hot-lead definition")
        caption = translate("Definitions", "which companies to win first") if rule == "target" else translate(
            "Definitions", "which leads marketing may hand over to sales")
        header = AreaHeader(title, caption)
        self.agreement = AgreementBar(context, ("definitions", rule), _RULE_KINDS)
        self.drafted = Text("", "caption")
        self.drafted.setToolTip(translate("Definitions", "What is stamped is the joint definition: settle the drafts under Differences first."))
        header.add_left(self.agreement, self.drafted)
        self.whose = DraftSwitch(context, rule, self._session)
        self.whose.changed.connect(self._turn)
        blind = IconButton("eye-off", translate("Labelling", "Blind labelling"), on=lambda: context.navigate("labelling"))
        blind.setToolTip(translate("Labelling", "Blind labelling: departments label the same leads unseen; it shows how far they agree."))
        header.add_right(blind)
        header.add_right(self.whose)
        body = QWidget()
        self._scroll = scroll(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self._scroll, 1)
        self.sentence = SentenceCard(self.id)
        self.builder = RuleBuilder(context, self.id, self._values)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(12)
        inside.addWidget(self.sentence)
        inside.addWidget(self.builder)
        inside.addStretch(1)
        self._panel: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._count)
        context.bridge.changed.connect(self._look)
        self._inspected = False
        """The panel beside the rule has had its turn; from then on it is made whenever the area is shown."""
        self._say(context.snapshot())
        self._making = Gradual(self._parts(inside, body), self)

    def _parts(self, inside: QVBoxLayout, body: QWidget) -> Iterator[None]:
        """What takes a moment each, while the area is there already."""
        self.refresh()
        yield
        self._inspected = True
        if self.isVisible():
            self._inspect()
        yield
        if self._rule == "hot-lead":
            inside.insertWidget(2, HandoverCard(self._context, body))
            yield

    @property
    def id(self) -> str:
        """The definition that is shown: the joint one, or the draft of a department."""
        return self.whose.id

    def _turn(self) -> None:
        self.sentence.set_rule(self.id)
        self.builder.set_rule(self.id)
        self.refresh()

    @property
    def dataset(self) -> str:
        """The lead list that is counted, or empty."""
        known = [id for id, _ in lead_lists(self._context.snapshot())]
        chosen = self._session.get("dataset", "")
        return chosen if chosen in known else known[0] if known else ""

    def refresh(self) -> None:
        """Show the rule as it is now and count."""
        snapshot = self._context.snapshot()
        self._say(snapshot)
        self.builder.show_rule(snapshot)
        self._timer.start()

    def _say(self, snapshot: Snapshot) -> None:
        """The rule in words, and whose it is."""
        self.whose.refresh()
        self._say_whose()
        self.sentence.show_rule(snapshot)

    def _say_whose(self) -> None:
        """A draft is not stamped: instead of where the joint definition stands, say that this is a draft."""
        drafted = bool(self.whose.department)
        self.agreement.set_item(None if drafted else ("definitions", self._rule))
        self.agreement.setVisible(not drafted)
        own = self.whose.department == self._context.department
        self.drafted.setText(translate("Definitions", "Your own draft") if own else translate("Definitions", "Another department’s draft"))
        self.drafted.setVisible(drafted)

    def reveal(self, item: Any) -> None:
        """Show the joint definition or the draft that is meant, and the clause in it.

        Args:
            item: ``("definitions", rule or draft[, clause])`` or ``("clauses", record)``; the clause by its id or its record.
        """
        kind, *told = item or ("",)
        self._making.finish()
        clause = ""
        if kind == "clauses" and told:
            told, clause = [self._context.snapshot().value("clauses", told[0], "definition") or self._rule], told[0]
        elif kind != "definitions" or not told:
            return
        elif len(told) > 1:
            clause = told[1]
        self.whose.show_draft(told[0].partition("@")[2])
        row = self.builder.reveal(clause) if clause else None
        if row is not None:
            QTimer.singleShot(_SETTLE, row, lambda: self._scroll.ensureWidgetVisible(row, 0, 24))

    def showEvent(self, event) -> None:
        super().showEvent(event)
        if self._inspected:
            self._inspect()
        self._timer.start()

    def _look(self, changes: Changes) -> None:
        kinds = {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)}
        if "datasets" in kinds:
            self._offered.clear()
            if self.isVisible():
                self._inspect()
        if kinds & (_RULE_KINDS | {"datasets", "departments", "workspace", "stamps", "revisions"}):
            self.refresh()

    def _inspect(self) -> None:
        lists = lead_lists(self._context.snapshot())
        if lists:
            panel = LivePanel(lists, self.dataset)
            panel.chosen.connect(self._choose)
            panel.opened.connect(self._open_leads)
            panel.show_page(self._session.get("page", "live"))
            panel.paged.connect(self._remember_page)
            panel.tested.asked.connect(self._ask)
            panel.tested.flagged.connect(self._flag)
            panel.simulator.applied.connect(self._apply)
            panel.simulator.capacity_edited.connect(self._set_capacity)
            panel.simulator.people_asked.connect(self._open_capacity)
            self._panel = panel
        else:
            self._panel = EmptyState("leads", translate("Definitions", "No leads yet"),
                                     translate("Definitions", "Import a lead list to see at once how many leads the rule means."),
                                     translate("Definitions", "Import leads"), on=lambda: self._context.navigate("leads"))
        self._context.inspector.show(self._panel, translate("Definitions", "On your leads"), "chart")

    def _choose(self, dataset: str) -> None:
        self._session["dataset"] = dataset
        self._timer.start()

    def _remember_page(self, key: str) -> None:
        self._session["page"] = key

    def _ask(self, ask: Ask) -> None:
        self._session["ask"] = ask
        self._timer.start()

    def _flag(self, clause: str, known: bool) -> None:
        definitions.change_clause(self._context.document, clause, known_at_handover=known)
        self._context.notify(translate("Definitions", "The condition counts as known at hand-over.") if known else translate(
            "Definitions", "The condition counts as known only after hand-over."), undo=True)

    def _apply(self, trial: Trial) -> None:
        try:
            trials.apply_trial(self._context.document, self.id, trial)
        except InputError as error:
            self._context.notify(explain(error), kind="warn")
            return
        self._context.notify(translate("Definitions", "What you tried is now in the definition."), undo=True)

    def _set_capacity(self, capacity: Capacity | None) -> None:
        trials.set_capacity(self._context.document, capacity)

    def _open_capacity(self) -> None:
        self._context.navigate("kpi", ("capacity", "people"))

    def _open_leads(self) -> None:
        """The list of leads with the same list, definition and only what matches."""
        self._context.session("leads").update(dataset=self.dataset, rule=self.id, filter="match")
        self._context.navigate("leads", ("rule", self.id))

    def _count(self) -> None:
        """Reckon on a worker; an answer that is no longer wanted is cancelled."""
        dataset, figures, snapshot, rule = self.dataset, self._context.store, self._context.snapshot(), self.id
        if self._task is not None:
            self._task.cancel()
        if not dataset or figures is None:
            self.builder.show_counts({}, {}, {})
            return
        ask = self._session.get("ask")
        self._task = self._context.run("", lambda progress: reckon(figures, snapshot, rule, dataset, ask), self._counted)

    def _counted(self, live: Live) -> None:
        self.builder.show_counts(live.clauses, live.groups, live.problems)
        self.builder.show_guesses({leak.id: guess_words(leak) for leak in live.leaks if not leak.flagged})
        if isinstance(self._panel, LivePanel) and self._context.inspector.current is self._panel:  # else it may be gone already
            self._panel.show_live(live, {"target": translate("Definitions", "The target definition"),
                                         "hot-lead": translate("Definitions", "The hot-lead definition")})

    def _values(self, column: str, answer: Any) -> None:
        """Values of a column: from memory, or counted on a worker."""
        figures, snapshot = self._context.store, self._context.snapshot()
        if column in self._offered:
            answer(self._offered[column])
        elif figures is not None and column:
            self._context.run("", lambda progress: values_of(figures, snapshot, column), lambda found: self._remember(column, found, answer))

    def _remember(self, column: str, found: list[tuple[str, int]], answer: Any) -> None:
        self._offered[column] = found
        answer(found)
