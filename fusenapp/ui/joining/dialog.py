"""The dialog that brings a lead list and its outcomes together: which list, by which columns, what is doubtful, what comes in."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from fusenapp.domain.snapshot import value
from fusenapp.editing import joining as verbs
from fusenapp.flows import ImportReport, joining
from fusenapp.flows.joining import Plan
from fusenapp.i18n import translate
from fusenapp.tables.join_keys import Overlap, measure
from fusenapp.tables.joining import Matching
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.importing import start_import
from fusenapp.ui.joining.keys_form import ColumnsList, KeysForm
from fusenapp.ui.joining.pairs_view import PairsView
from fusenapp.ui.joining.rows_list import LoneModel, SeveralModel, rows_view
from fusenapp.ui.joining.tally import Tally
from fusenapp.ui.widgets import FormRow, PushButton, SectionHeader, SegmentedControl, Text, row

_VIEWS = ("doubtful", "settled", "several", "lone")
_WAIT = 120
"""Milliseconds after the last choice before the lists are matched anew."""


class JoinDialog(Dialog):
    """Everything is worked out beside the window; ``plan``, ``columns`` and ``said`` hold what was chosen.

    Args:
        leads: id of the lead list.
    """

    def __init__(self, context: UiContext, leads: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, translate("Joining", "Join leads with outcomes"), translate("Joining", "Join"), width=1024)
        self._context, self._leads = context, leads
        self.plan: Plan | None = None
        self.matching: Matching | None = None
        self._task: Task | None = None
        self.seconds = self._seconds()
        self.bring = PushButton(translate("Joining", "From a file…"), "import", on=self._bring)
        self.bring.setAutoDefault(False)
        self.keys = KeysForm()
        self.keys.changed.connect(self._rekey)
        self.columns = ColumnsList()
        self.columns.itemChanged.connect(lambda _: self._allow())
        self.told = Text("", wrap=True)
        self.pairs = PairsView()
        self.pairs.decided.connect(self._count)
        self.lone, self.several = LoneModel(), SeveralModel()
        self.view = SegmentedControl(self._views({}), "doubtful", name=translate("Joining", "What to look at"))
        self.view.changed.connect(self._turn)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._match)
        self.body.addLayout(row(self._side(), self._main(), gap=20), 1)
        self.resize(QSize(1220, 740).boundedTo(self.screen().availableGeometry().size() - QSize(40, 60)))
        self.ok.setEnabled(False)
        self._load_lists("")

    @property
    def said(self) -> dict[str, bool | None]:
        """Pair id → what was said about it in this dialog."""
        return self.pairs.model.said

    @property
    def busy(self) -> bool:
        """The lists are being read or matched."""
        return self._timer.isActive() or (self._task is not None and self._task.running)

    def _seconds(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(translate("Joining", "List of outcomes"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        box.activated.connect(self._plan)
        return box

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(350)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        name = self._context.snapshot().value("datasets", self._leads, "name")
        layout.addWidget(Text(translate("Joining", "Leads: {name}").format(name=name), "strong", wrap=True))
        chosen = QWidget()
        line = row(self.seconds, self.bring)
        line.setStretch(0, 1)
        chosen.setLayout(line)
        layout.addWidget(FormRow(translate("Joining", "List of outcomes"), chosen))
        self.warning = Text("", "caption", wrap=True)
        layout.addWidget(self.warning)
        layout.addWidget(SectionHeader(translate("Joining", "Compare by")))
        layout.addWidget(self.keys)
        layout.addWidget(SectionHeader(translate("Joining", "Columns to take")))
        layout.addWidget(self.columns, 1)
        return side

    def _main(self) -> QWidget:
        main = QWidget()
        layout = QVBoxLayout(main)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pairs)
        self._stack.addWidget(rows_view(self.several, translate("Joining", "Leads with several outcome rows")))
        self._stack.addWidget(rows_view(self.lone, translate("Joining", "Outcome rows without a lead")))
        layout.addWidget(self.told)
        layout.addLayout(row(self.view, None))
        layout.addWidget(self._stack, 1)
        return main

    @staticmethod
    def _views(counts: dict[str, int]) -> list[tuple[str, str]]:
        words = (translate("Joining", "Doubtful"), translate("Joining", "Settled"), translate("Joining", "Several outcomes"),
                 translate("Joining", "Without a lead"))
        return [(key, f"{name} {counts[key]:,}" if key in counts else name) for key, name in zip(_VIEWS, words, strict=True)]

    def _turn(self, key: str) -> None:
        if key in ("doubtful", "settled"):
            self.pairs.show_settled(key == "settled")
        self._stack.setCurrentIndex({"several": 1, "lone": 2}.get(key, 0))

    # --- which list

    def _load_lists(self, wanted: str) -> None:
        snapshot = self._context.snapshot()
        lists = joining.second_lists(snapshot, self._leads)
        before = (value("datasets", snapshot.get("datasets", self._leads) or {}, "join") or {}).get("outcomes", "")
        self.seconds.clear()
        for each in lists:
            self.seconds.addItem(value("datasets", each, "name"), each["id"])
        self.seconds.setEnabled(bool(lists))
        known = next((id for id in (wanted, before) if id and self.seconds.findData(id) >= 0), "")
        outcomes = [each["id"] for each in lists if value("datasets", each, "purpose") == "outcomes"]
        chosen = known or (outcomes[0] if outcomes else "")
        self.seconds.setCurrentIndex(self.seconds.findData(chosen) if chosen else -1)
        self._plan()

    def _bring(self) -> None:
        start_import(self._context, self, purpose="outcomes", done=self._brought)

    def _brought(self, report: ImportReport) -> None:
        self._load_lists(report.dataset)

    def _plan(self) -> None:
        """Read both lists on a worker."""
        second, leads = self.seconds.currentData(), self._leads
        self.plan = self.matching = None
        self._show()
        if not second:
            self.told.setText(translate("Joining", "Choose the list of what sales made of the leads, or import it from a file."))
            return
        self._warn(second)
        self.told.setText(translate("Joining", "Reading both lists…"))
        read, snapshot = self._context.store.read_blob, self._context.snapshot()
        self._run(lambda progress: joining.plan(read, snapshot, leads, second), self._planned)

    def _warn(self, second: str) -> None:
        """A list that counts as leads so far will not any more."""
        purpose = self._context.snapshot().value("datasets", second, "purpose")
        words = translate("Joining", "This list counts as leads so far. After joining it counts as outcomes only.")
        self.warning.setText(words if purpose == "leads" else "")
        self.warning.setVisible(purpose == "leads")

    def _run(self, work, done) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._context.run("", work, done, self._refused, self)

    def _planned(self, plan: Plan) -> None:
        self.plan = plan
        self.keys.show_plan(plan)
        self.columns.show_plan(plan)
        self._match()

    # --- what fits

    def _rekey(self) -> None:
        if self.plan is not None:
            self.plan = joining.with_keys(self.plan, self.keys.keys())
            self.ok.setEnabled(False)
            self._timer.start()

    def _match(self) -> None:
        """Match on a worker, with what was settled before; what is settled here is counted beside."""
        plan, snapshot = self.plan, self._context.snapshot()
        if plan is None:
            return
        self.told.setText(translate("Joining", "Matching…"))

        said = dict(self.said)

        def work(progress) -> tuple[Matching, list[Overlap], Tally]:
            found = joining.matched(plan, verbs.decisions(snapshot))
            joining.counts(found, plan)  # what it keeps from then on is asked for by the window
            return found, measure(plan.leads, plan.outcomes, plan.keys), Tally(found, said)

        self._run(work, self._matched)

    def _matched(self, found: tuple[Matching, list[Overlap], Tally]) -> None:
        self.matching, overlaps, tally = found
        self.keys.show_overlaps(overlaps)
        self._show(tally)

    def _refused(self, error: Exception) -> None:
        from fusenapp.ui.explaining import explain_any

        self.matching = None
        self._show()
        self.keys.show_overlaps([])
        self.told.setText(explain_any(error))

    def _show(self, tally: Tally | None = None) -> None:
        self.pairs.show_pairs(self.plan, self.matching, tally)
        self.several.show(self.plan, self.matching)
        self.lone.show(self.plan, self.matching)
        self._count()

    def _count(self) -> None:
        """The figures, with what was settled here."""
        self._allow()
        matching, tally = self.matching, self.pairs.model.tally
        found = {"doubtful": tally.open, "settled": tally.known, "several": len(matching.several),
                 "lone": len(matching.lone_outcomes)} if matching else {}
        for key, words in self._views(found):
            self.view.set_text(key, words)
        if matching is None or self.plan is None:
            return
        first = translate("Joining", "{outcomes} outcome rows: {sure} have their lead, {open} to settle, {lone} without a lead").format(
            sure=f"{tally.same:,}", outcomes=f"{len(self.plan.outcomes):,}", open=f"{tally.open:,}", lone=f"{len(matching.lone_outcomes):,}")
        told, leads = self._leads_with(matching), len(self.plan.leads)
        second = translate("Joining", "{leads} leads: {told} with an outcome, {empty} without").format(
            leads=f"{leads:,}", told=f"{told:,}", empty=f"{leads - told:,}")
        self.told.setText(first + "\n" + second)

    def _leads_with(self, matching: Matching) -> int:
        """Leads that get an outcome as things stand."""
        return len(matching.firm_leads | self.pairs.model.tally.leads)

    def _allow(self) -> None:
        self.ok.setEnabled(self.matching is not None and bool(self.columns.chosen()))
