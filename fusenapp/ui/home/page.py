"""Home: the loop, the KPIs, what needs you, and two next steps."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fusenapp.domain.snapshot import Snapshot
from fusenapp.i18n import translate
from fusenapp.ui import icons, words
from fusenapp.ui.context import UiContext
from fusenapp.ui.home.cards import HEIGHT, KpiCardButton
from fusenapp.ui.home.loop import Loop
from fusenapp.ui.home.reckoning import KpiCard, Standing, Todo, chosen, kpi_cards, standing
from fusenapp.ui.home.todo import TodoList
from fusenapp.ui.widgets import AreaHeader, Card, ElidedLabel, PrimaryButton, PushButton, column, empty, row, scroll

KINDS = {"workspace", "departments", "notes", "clauses", "groups", "definitions", "terms", "persona_sets", "personas", "journeys", "phases",
         "lanes", "handover", "reasons", "kpis", "datasets", "stamps", "revisions", "reviews", "actions", "renewals",
         "settlements"}
SESSION = "home"


class HomePage(QWidget):
    """Reckons off-thread whenever something changed, and shows what it knows meanwhile."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._session: dict[str, Any] = context.session(SESSION)
        self._todos: tuple[Todo, ...] = ()
        self._asked = 0
        self._stale, self._told = True, False
        self.header = AreaHeader(translate("Areas", "Home"), self._last_seen())
        self.loop, self.list = Loop(), TodoList(self._session.get("only", "all"))
        self.figures = QWidget()
        self._cards = QHBoxLayout(self.figures)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(12)
        self._later = QTimer(self, singleShot=True, interval=50)
        self._later.timeout.connect(self.refresh)
        self._lay_out()
        context.bridge.changed.connect(self._changed)
        context.department_changed.connect(self._show_todos)

    def refresh(self) -> None:
        """Reckon again."""
        snapshot, store = self._context.snapshot(), self._context.store
        self._asked += 1
        self._stale = False
        asked = self._asked
        self._context.run("", lambda progress: (asked, standing(snapshot), None), self._take)
        if store is not None and snapshot.all("kpis") and snapshot.all("datasets"):
            self.figures.setMinimumHeight(HEIGHT)  # the list below does not move once the figures are there
            self._context.run("", lambda progress: _with_kpis(asked, snapshot, store), self._take, self._no_figures)
        else:
            self._show_cards(())

    def _take(self, found: tuple[int, Standing, tuple[KpiCard, ...] | None]) -> None:
        asked, stands, cards = found
        if asked == self._asked:
            self._show(stands, cards)

    def _show(self, stands: Standing, cards: tuple[KpiCard, ...] | None) -> None:
        self.loop.show_standing(stands)
        self._todos = stands.todos
        self._show_todos()
        if cards is not None:
            self._show_cards(chosen(cards))

    def _no_figures(self, error: Exception) -> None:
        from fusenapp.ui.explaining import explain_any

        self._show_cards((), explain_any(error))

    def _show_todos(self, *_: object) -> None:
        self._session["only"] = self.list.only
        author = self._context.author
        self.list.show_todos(self._todos, self._context.snapshot(), author.department, author.person)

    def _show_cards(self, cards: tuple[KpiCard, ...], problem: str = "") -> None:
        empty(self._cards)
        self.figures.setMinimumHeight(0)
        for card in cards:
            button = KpiCardButton(card)
            button.clicked.connect(self._press_card)
            self._cards.addWidget(button, 1)
        if not cards:
            self._cards.addWidget(self._no_cards(problem))

    def _no_cards(self, problem: str) -> QWidget:
        return self._next_step("kpi", translate("Home", "No KPI figures yet"),
                               problem or translate("Home", "Import a KPI sheet or a lead list, and the KPIs appear here."),
                               PushButton(translate("Home", "Import"), on=lambda: self._context.navigate("leads", ("import", ""))))

    def _press_card(self) -> None:
        button = self.sender()
        if isinstance(button, KpiCardButton):
            self._context.navigate("kpi", ("kpis", button.card.id))

    def _go(self, area: str) -> None:
        if area == "export":
            self._export()
        else:
            self._context.navigate(area)

    def _export(self) -> None:
        self._context.request("export")

    def _choose(self, todo: Todo) -> None:
        places = {"kpi": "kpi", "review": "reviews", "action": "reviews", "actions": "reviews", "drafts": "compare", "data": "leads"}
        self._context.navigate(places.get(todo.kind, "agreements"), todo.item if todo.item[0] else None)

    def _changed(self, changes: Any) -> None:
        if any(kind in KINDS for kind, _ in (*changes.added, *changes.updated, *changes.removed)):
            self._stale = True
            if self.isVisible():
                self._later.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._stale and not self._later.isActive():
            self._later.start()  # reckoning begins when the page is on screen, not while it is being made
        if not self._told:
            self._told = True
            QTimer.singleShot(100, self._show_changes)

    def _show_changes(self) -> None:
        workspace = self._context.workspace
        if workspace is None or self._context.closed:
            return
        from fusenapp.ui.home.changes import changes, panel

        seen = words.local(self._context.settings.get("last_seen").get(workspace.uuid, ""))
        found = changes(workspace.history(), seen)
        if found:
            self._context.inspector.show(panel(found, self._context.snapshot()), translate("Home", "Changes since last time"), "clock")

    def _last_seen(self) -> str:
        workspace = self._context.workspace
        moment = words.local(self._context.settings.get("last_seen").get(workspace.uuid, "")) if workspace else None
        return translate("Home", "Last open here: {time}").format(time=words.clock(moment)) if moment else ""

    def _lay_out(self) -> None:
        self.header.add_right(
            PushButton(translate("Home", "Import leads"), "import", lambda: self._context.navigate("leads", ("import", ""))),
            PrimaryButton(translate("Home", "Hand out in Excel"), "export", self._export))
        self.loop.chosen.connect(self._go)
        self.list.chosen.connect(self._choose)
        self.list.filtered.connect(self._show_todos)
        steps = row(
            self._next_step("agreements", translate("Home", "Settle what is open"),
                            translate("Home", "Stamp items for your department, one by one."),
                            PushButton(translate("Home", "To the agreements"), on=lambda: self._context.navigate("agreements"))),
            self._next_step("export", translate("Home", "Hand out the definitions"),
                            translate("Home", "An Excel workbook with everything agreed, laid out for printing."),
                            PushButton(translate("Home", "Export"), on=self._export)), gap=12)
        body = QWidget()
        body.setLayout(column(self.loop, self.figures, self.list, steps, None, gap=16, margins=(16, 16, 16, 16)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(scroll(body), 1)

    @staticmethod
    def _next_step(icon: str, title: str, text: str, button: PushButton) -> QWidget:
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, 22, "accent"))
        card = Card(padding=(16, 16))
        said = column(ElidedLabel(title, "strong"), ElidedLabel(text, "caption"), gap=2)
        line = row(picture, said, button, gap=14)
        line.setStretch(1, 1)
        card.body.addLayout(line)
        return card


def _with_kpis(asked: int, snapshot: Snapshot, store: Any) -> tuple[int, Standing, tuple[KpiCard, ...]]:
    cards = kpi_cards(snapshot, store)
    return asked, standing(snapshot, cards), cards
