"""Below a term: how many leads are one today, and where the word is used, with the way there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.domain.term_count import COUNTS, counts_of
from fusenapp.domain.term_use import Use, uses
from fusenapp.editing import terms
from fusenapp.flows.figures import datasets
from fusenapp.i18n import translate
from fusenapp.ui import areas
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import Card, ElidedLabel, LinkButton, SectionHeader, Text, row

_SHOWN = 12
"""Uses listed at first; the rest on demand."""
_WAIT = 300
"""Milliseconds after the last change before it is looked for anew."""


class TermCount(QWidget):
    """What the term counts in the lead lists, and how many that are."""

    def __init__(self, context: UiContext, term: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._term = context, term
        self._task: Task | None = None
        self._stale = True
        self.box = QComboBox()
        self.box.setAccessibleName(translate("Terms", "Counted in the lead list as"))
        self.box.addItem(translate("Terms", "is not counted"), "")
        for key in COUNTS:
            self.box.addItem(count_words()[key], key)
        self.box.activated.connect(lambda _: terms.set_counts(context.document, term, self.box.currentData()))
        self.figure = Text("", "strong")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(Text(translate("Terms", "Counted in the lead list as"), "caption"), self.box, self.figure, None))
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._count)
        context.bridge.changed.connect(self._look)
        self.refresh()

    def refresh(self) -> None:
        """Take over what the document says, and count once in sight."""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(max(self.box.findData(counts_of(self._context.snapshot(), self._term)), 0))
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        if self._stale:
            self._timer.start(0)

    def _look(self, changes: Changes) -> None:
        kinds = {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)}
        if ("terms", self._term) in changes.updated or kinds & {"datasets", "definitions", "groups", "clauses"}:
            self.refresh()

    def _count(self) -> None:
        self._stale = False
        if self._task is not None:
            self._task.cancel()
        snapshot, figures = self._context.snapshot(), self._context.store
        counts = counts_of(snapshot, self._term)
        if figures is None or not counts or not datasets(snapshot, "leads"):
            self.figure.setText("")
            return
        self._task = self._context.run("", lambda progress: _counted(figures, snapshot, counts), self._counted, lambda error: None)

    def _counted(self, found: tuple[int | None, int]) -> None:
        count, leads = found
        told = translate("Terms", "{count} of {leads} leads now").format(count=f"{count or 0:,}", leads=f"{leads:,}")
        self.figure.setText(told if count is not None else translate("Terms", "The lead list has no column for this."))
        self.figure.set_role("strong" if count is not None else "caption")


class TermUses(Card):
    """Every place where the term is used; a click leads there."""

    def __init__(self, context: UiContext, term: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._term, self._all = context, term, False
        self._stale = True
        self.found: list[Use] = []
        self.head = SectionHeader(translate("Terms", "Where it is used"), "")
        self.body.addWidget(self.head)
        self._rows: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self.refresh)
        context.bridge.changed.connect(self._look)

    def showEvent(self, event) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _look(self, changes: Changes) -> None:
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def refresh(self) -> None:
        """Look for the term again."""
        self._stale = False
        snapshot = self._context.snapshot()
        self.found = uses(snapshot, self._term)
        if self._rows is not None:
            self.body.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        layout = QVBoxLayout(self._rows)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        if not self.found:
            layout.addWidget(Text(translate("Terms", "Nowhere yet but here."), "secondary"))
        for use in self.found if self._all else self.found[:_SHOWN]:
            layout.addLayout(self._line(snapshot, use))
        if len(self.found) > _SHOWN and not self._all:
            more = translate("Terms", "%n more place(s)", n=len(self.found) - _SHOWN)
            layout.addLayout(row(LinkButton(more, on=self._show_all), None))
        self.body.addWidget(self._rows)

    def _show_all(self) -> None:
        self._all = True
        self.refresh()

    def _line(self, snapshot: Snapshot, use: Use) -> Any:
        link = LinkButton(place_words(snapshot, use), on=lambda: self._go(use))
        link.setFixedWidth(240)
        link.setStyleSheet("text-align: left;")
        text = ElidedLabel(use.text.replace("\n", " "), "secondary")
        line = row(link, text)
        line.setStretch(1, 1)
        return line

    def _go(self, use: Use) -> None:
        item = shown_at(self._context.snapshot(), use)
        self._context.navigate(areas.area_of(*item), item)


def shown_at(snapshot: Snapshot, use: Use) -> tuple[str, str]:
    """The record whose area shows a use: clauses and groups are shown with their definition."""
    if use.kind in ("clauses", "groups"):
        return "definitions", snapshot.value(use.kind, use.id, "definition")
    if use.kind == "notes" and snapshot.get("personas", snapshot.value("notes", use.id, "parent")):
        return "personas", snapshot.value("notes", use.id, "parent")
    return use.kind, use.id


def place_words(snapshot: Snapshot, use: Use) -> str:
    """Where a use stands: area and part."""
    from fusenapp.domain.term import shown_name
    from fusenapp.i18n import language

    item = shown_at(snapshot, use)
    area = areas.title(areas.area_of(*item))
    record = snapshot.get(use.kind, use.id) or {}
    names = {"terms": lambda: shown_name(record, language()), "kpis": lambda: value("kpis", record, "name"),
             "reasons": lambda: value("reasons", record, "code"), "personas": lambda: value("personas", record, "role"),
             "clauses": lambda: translate("Terms", "condition"), "notes": lambda: translate("Terms", "note"),
             "handover": lambda: translate("Terms", "hand-over contract")}
    part = names[use.kind]() if use.kind in names else ""
    return f"{area} › {part}" if part else area


def count_words() -> dict[str, str]:
    """What each way of counting is called."""
    return {"stage:lead": translate("Terms", "every lead"), "rule:target": translate("Terms", "meets the target definition"),
            "not:target": translate("Terms", "does not meet the target definition"),
            "rule:hot-lead": translate("Terms", "meets the hot-lead definition"), "stage:mql": translate("Terms", "handed over to sales"),
            "stage:sal": translate("Terms", "accepted by sales"), "rejected": translate("Terms", "given back by sales"),
            "stage:appointment": translate("Terms", "has an appointment"), "stage:opportunity": translate("Terms", "has an opportunity"),
            "stage:proposal": translate("Terms", "has a proposal"), "stage:won": translate("Terms", "won")}


def _counted(figures: Any, snapshot: Snapshot, counts: str) -> tuple[int | None, int]:
    """Over all lead lists."""
    from fusenapp.flows.term_figures import count_of

    found = [count_of(figures, snapshot, r["id"], counts) for r in datasets(snapshot, "leads")]
    known = [count for count in found if count is not None]
    return (sum(known) if known else None), sum(int(value("datasets", r, "rows") or 0) for r in datasets(snapshot, "leads"))
