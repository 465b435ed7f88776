"""What is off, since when and whose: the figures as they were kept with the meeting, and what the data says now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from fusenapp.domain.reviews import KeptFigures
from fusenapp.domain.snapshot import Snapshot
from fusenapp.flows import review_words as words
from fusenapp.flows.reviews import Change, Kept, KeptNode
from fusenapp.i18n import translate
from fusenapp.ui import words as ui_words
from fusenapp.ui.context import UiContext
from fusenapp.ui.reviews.cells import CellsModel, CellsTable, Column, Row
from fusenapp.ui.reviews.findings import FindingRows
from fusenapp.ui.widgets import Card, IconLabel, LinkButton, PushButton, SectionHeader, Text, row

_STATE_TONES = {"off_target": "bad", "caution": "warn", "on_target": "good", "": ""}


class FiguresCard(Card):
    """The KPIs that are off, then what stands out.

    Args:
        review: id of the meeting.
        hypothesis, action: called with a KPI's id, to write about it.
        again: keeps the figures of now.
    """

    def __init__(self, context: UiContext, review: str, hypothesis: Callable[[str], None], action: Callable[[KeptNode], None],
                 again: Callable[[], None]) -> None:
        super().__init__(gap=8)
        self._context, self._kept = context, Kept("", (), (), {})
        self._changes: Mapping[str, Sequence[Change]] = {}
        self._all = False
        self.header = SectionHeader(translate("ReviewsArea", "What is off"), "", big=True)
        self.every = LinkButton("", on=self._switch)
        self.again = PushButton(translate("ReviewsArea", "Keep the figures of now"), "refresh", on=again, small=True)
        self.header.add_right(self.every, self.again)
        self.table = CellsTable(CellsModel(_columns()), translate("ReviewsArea", "What is off"), opened=self._open)
        self.table.setSelectionBehavior(CellsTable.SelectionBehavior.SelectRows)
        self.nothing = Text("", "secondary", wrap=True)
        self.changed = IconLabel("refresh", "", token="warn")
        self.show_kpi = PushButton(translate("ReviewsArea", "Show the KPI"), "kpi", on=lambda: self._open(self.table.current), small=True)
        self.write = PushButton(translate("ReviewsArea", "Hypothesis about it"), "help", on=lambda: hypothesis(self.table.current), small=True)
        self.act = PushButton(translate("ReviewsArea", "Action about it"), "flag", on=lambda: self._act(action), small=True)
        self.findings = FindingRows(context, review, action)
        for part in (self.header, self.table, self.nothing, self.changed):
            self.body.addWidget(part)
        self.body.addLayout(row(self.show_kpi, self.write, self.act, None))
        self.body.addWidget(self.findings)
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        self._enable()

    def show_figures(self, snapshot: Snapshot, taken: KeptFigures | None, kept: Kept, *, locked: bool) -> None:
        """Other figures."""
        self._kept = kept
        at = ui_words.local(taken.at) if taken else None
        told = translate("ReviewsArea", "figures of {month}, kept {time}").format(
            month=words.month_words(kept.as_of), time=ui_words.clock(at) if at else "") if kept.as_of else ""
        self.header.caption.setText(told)
        self.again.setVisible(not locked)
        self.again.setText(translate("ReviewsArea", "Keep the figures of now") if kept.as_of else translate("ReviewsArea", "Take the figures"))
        self._locked = locked
        self._fill(snapshot)
        self.findings.show_kept(snapshot, kept, locked=locked)

    def show_changes(self, changes: Mapping[str, Sequence[Change]]) -> None:
        """What the data says otherwise now; empty: nothing."""
        self._changes = changes
        self._fill(self._context.snapshot())

    def _fill(self, snapshot: Snapshot) -> None:
        off = self._kept.off
        shown = self._kept.nodes if self._all else off
        names = {r["id"]: r.get("short") or r.get("name", "") for r in snapshot.all("departments")}
        held = self.table.current
        self.table.cells.show([_row(node, names, self._changes.get(node.id, ()), self._kept.as_of) for node in shown])
        if shown:
            self.table.choose(held if self._kept.node(held) in shown else shown[0].id)
        count = len(self._kept.nodes)
        self.every.setVisible(count > len(off))
        self.every.setText(translate("ReviewsArea", "Only what is off") if self._all else translate("ReviewsArea", "All %n KPI(s)", n=count))
        self.nothing.setVisible(not shown)
        fine = translate("ReviewsArea", "Every KPI with a target reaches it or is within 10 % of it.")
        self.nothing.setText(fine if self._kept.as_of else translate(
            "ReviewsArea", "No figures were kept with this meeting. Import a KPI sheet or a lead list, then take the figures."))
        self.changed.setVisible(bool(self._changes))
        self.changed.set("refresh", translate("ReviewsArea", "%n KPI(s) have other figures in the data now. The meeting keeps those it saw.",
                                              n=len(self._changes)))
        self._enable()

    def _enable(self, *_: object) -> None:
        chosen, locked = bool(self.table.current), getattr(self, "_locked", False)
        self.show_kpi.setEnabled(chosen)
        for button in (self.write, self.act):
            button.setEnabled(chosen and not locked)
        for button in (self.show_kpi, self.write, self.act):
            button.setVisible(bool(self.table.cells.rows) and (button is self.show_kpi or not locked))

    def _switch(self) -> None:
        self._all = not self._all
        self._fill(self._context.snapshot())

    def _open(self, id: str) -> None:
        if id:
            self._context.navigate("kpi", ("kpis", id))

    def _act(self, action: Callable[[KeptNode], None]) -> None:
        node = self._kept.node(self.table.current)
        if node is not None:
            action(node)


def _columns() -> list[Column]:
    return [Column("name", translate("ReviewsArea", "KPI"), 0, "read"),
            Column("state", translate("ReviewsArea", "State"), 96, "read", wide=700),
            Column("whose", translate("ReviewsArea", "Whose"), 112, "read"),
            Column("actual", translate("ReviewsArea", "Actual"), 104, "read", right=True),
            Column("target", translate("ReviewsArea", "Target"), 104, "read", right=True),
            Column("ratio", translate("ReviewsArea", "Achievement"), 96, "read", right=True),
            Column("since", translate("ReviewsArea", "Since"), 140, "read")]


def _row(node: KeptNode, names: Mapping[str, str], changes: Sequence[Change], as_of: str) -> Row:
    now = {c.field: words.amount(c.now, node.unit) for c in changes}
    texts = {"name": node.name, "state": words.kpi_state_words(node.state), "actual": _then(node.actual, node.unit, now.get("actual")),
             "whose": " ".join(part for part in (names.get(node.department, ""), node.owner) if part),
             "target": _target(node, now.get("target")), "ratio": words.ratio_words(node),
             "since": words.since_words(node, as_of)}
    told = translate("ReviewsArea", "Then {then}, in the data now {now}")
    tips = {c.field: told.format(then=words.amount(c.then, node.unit), now=words.amount(c.now, node.unit)) for c in changes}
    tone = _STATE_TONES[node.state]
    return Row(node.id, texts, {}, {"state": tone, "ratio": tone, **dict.fromkeys(now, "warn")}, tips=tips)


def _then(value: float | None, unit: str, now: str | None) -> str:
    return words.amount(value, unit) if now is None else f"{words.amount(value, unit)} → {now}"


def _target(node: KeptNode, now: str | None) -> str:
    """Where less is better it is a limit."""
    if node.target is None or not node.down:
        return _then(node.target, node.unit, now)
    return words.at_most(_then(node.target, node.unit, now))
