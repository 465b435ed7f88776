"""What differs between two sides, to settle one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QProgressBar, QTableView, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.editing import settling
from fusenapp.flows import comparing
from fusenapp.flows.comparing import Point, Side
from fusenapp.flows.figures import Figures, datasets
from fusenapp.i18n import translate
from fusenapp.ui import files
from fusenapp.ui.background import Progress, Task
from fusenapp.ui.comparing import words
from fusenapp.ui.comparing.delegate import HEIGHT, CompareDelegate, button_at
from fusenapp.ui.comparing.detail import PointDetail
from fusenapp.ui.comparing.model import DECISION, EFFECT, ITEM, CompareModel, Effect, Key, key_of
from fusenapp.ui.comparing.third import third_form
from fusenapp.ui.comparing.undrafted import nothing_written, undrafted_words
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.columns import offered, values_of
from fusenapp.ui.widgets import (
    AreaHeader,
    ElidedLabel,
    EmptyState,
    IconLabel,
    PrimaryButton,
    PushButton,
    SegmentedControl,
    Text,
    department_icon,
    row,
)
from fusenapp.ui.widgets.tables import read_only

_KINDS = frozenset(("definitions", "groups", "clauses", "terms", "handover", "settlements", "remarks", "departments", "datasets", "workspace",
                    "persona_sets", "personas", "persona_drafts", "approval_steps", "links", "journeys", "phases", "lanes", "notes"))
_WAIT = 150
"""Milliseconds after the last change before leads are counted anew."""


class CompareTable(QTableView):
    """Rows to walk with the arrow keys; 1 to 5 decide, Delete opens again.

    Signals:
        decided: ``left``, ``right``, ``third``, ``discuss`` or ``both`` for the current row.
        reopened: the decision on the current row is taken back.
    """

    decided = Signal(str)
    reopened = Signal()

    def __init__(self, model: CompareModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(CompareDelegate(self))
        read_only(self, translate("Compare", "Differences"), high=HEIGHT, single=True, grid=False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def set_columns(self) -> None:
        """The drafts share what the others leave."""
        header = self.horizontalHeader()
        for at in range(self.model().columnCount()):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed if at in (ITEM, EFFECT, DECISION) else QHeaderView.ResizeMode.Stretch)
        for at, width in ((ITEM, 190), (EFFECT, 150), (DECISION, 216)):
            header.resizeSection(at, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_1: "left", Qt.Key.Key_2: "right", Qt.Key.Key_3: "third", Qt.Key.Key_4: "discuss", Qt.Key.Key_5: "both"}
        if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.decided.emit(keys[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.reopened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.column() == DECISION and event.button() == Qt.MouseButton.LeftButton:
            which = button_at(QRectF(self.visualRect(index)), event.position().x(), event.position().y())
            if which:
                self.decided.emit(which)


class CompareArea(QWidget):
    """Header with the two sides, progress, table, inspector; what is chosen lives in the session."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._session = context.session("compare")
        self._task: Task | None = None
        self._all: list[Point] = []
        self._stale = False
        self._shown: tuple[object, ...] = ()
        self.detail: PointDetail | None = None
        self.model = CompareModel()
        self.left, self.right = self._side_box("left"), self._side_box("right")
        self.filter = SegmentedControl([("open", ""), ("all", "")], self._session.get("filter", "open"), name=translate("Compare", "Show"))
        self.filter.changed.connect(self._filtered)
        self.table = CompareTable(self.model)
        self.table.decided.connect(self._decide_in_table)
        self.table.reopened.connect(self.reopen)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self._count, self._of, self._bar = Text("", "figure"), Text("", "secondary"), QProgressBar()
        self._blank = False
        self.undrafted = IconLabel("info", "", token="warn")
        self.undrafted.label.setWordWrap(True)
        self._empty: EmptyState | None = None
        self._layout = self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._reckon)
        context.bridge.changed.connect(self._look)
        self._fill_sides()
        self.refresh()
        self._timer.start(0)

    def _lay_out(self) -> QVBoxLayout:
        self.other = PushButton(translate("Compare", "Compare with another file…"), "file", on=self._ask_file)
        self.back = PushButton(translate("Compare", "Back to the departments"), "close", on=lambda: self.compare_with(None, ""))
        header = AreaHeader(translate("Compare", "Differences"), "")
        self._files = Text("", "strong")
        self._and = Text(translate("Compare", "and"))
        for part in (self.left, self._and, self.right, self._files):
            header.add_left(part)
        header.add_right(self.filter)
        header.add_right(self.other)
        header.add_right(self.back)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._bar.setAccessibleName(translate("Compare", "Settled"))
        self._keys = ElidedLabel(translate("Structure", "↑↓ move · 1–3 decide · 4 discuss · 5 merge · Del reopens"), "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        blind = PushButton(translate("Labelling", "Blind labelling"), "eye-off", on=lambda: self._context.navigate("labelling"), small=True)
        self.onward = PrimaryButton(translate("Compare", "On to the agreement"), "agreements", on=self._go_on)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        kept = self._keys.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # it holds the buttons at the right
        self._keys.setSizePolicy(kept)
        top = row(self._count, self._of, self._keys, self.onward, blind, margins=(16, 8, 16, 8))
        top.setStretch(2, 1)
        layout.addLayout(top)
        layout.addLayout(row(self._bar, margins=(16, 0, 16, 12)))
        layout.addLayout(row(self.undrafted, margins=(16, 0, 16, 8)))
        layout.addLayout(row(self.table, margins=(16, 0, 16, 16)), 1)
        return layout

    # the sides

    def _side_box(self, which: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(translate("Compare", "Left side") if which == "left" else translate("Compare", "Right side"))
        box.activated.connect(lambda _: self._side_chosen(which, box.currentData()))
        return box

    def _fill_sides(self) -> None:
        departments = self._context.snapshot().all("departments")
        ids = [d["id"] for d in departments]
        for box, which, default in ((self.left, "left", 0), (self.right, "right", -1)):
            box.clear()
            for d in departments:
                box.addItem(department_icon(value("departments", d, "shape")), value("departments", d, "name"), d["id"])
            wanted = self._session.get(which)
            box.setCurrentIndex(ids.index(wanted) if wanted in ids else default % max(len(ids), 1))
            self._session[which] = box.currentData()

    def _side_chosen(self, which: str, department: str) -> None:
        """The same department on both sides: the other one changes places."""
        other, box = ("right", self.right) if which == "left" else ("left", self.left)
        if box.currentData() == department:
            box.setCurrentIndex(box.findData(self._session[which]))
            self._session[other] = self._session[which]
        self._session[which] = department
        self.refresh()

    @property
    def sides(self) -> tuple[Side, Side]:
        """What is compared: two departments, or this file and a colleague's."""
        snapshot = self._context.snapshot()
        if theirs := self._session.get("theirs"):
            return comparing.copies(snapshot, *theirs)
        left, right = comparing.sides(snapshot, self.left.currentData(), self.right.currentData())
        return left, right

    def _ask_file(self) -> None:
        workspace = self._context.workspace
        path = files.ask_workspace(self, workspace.path.parent, translate("Compare", "Compare with another file")) if workspace else None
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Set a colleague's copy beside this workspace; nothing is taken in until a place is settled."""
        workspace = self._context.workspace
        label = translate("Compare", "Reading {name}").format(name=path.name)
        self._context.run(label, lambda progress: workspace.look_into(path), lambda found: self.compare_with(found, path.name), owner=self)

    def compare_with(self, theirs: Snapshot | None, name: str) -> None:
        """Another copy as the right side; None goes back to the departments."""
        self._session["theirs"] = (theirs, name) if theirs is not None else None
        self.refresh()

    # showing

    def refresh(self) -> None:
        """Compare again; out of sight it is only noted that this is to be done."""
        self._stale = not self.isVisible() and bool(self.model.points)
        if self._stale or self.left.count() < 2:
            return
        snapshot, sides = self._context.snapshot(), self.sides
        self._all = comparing.compare(snapshot, *sides)
        differing = [p for p in self._all if p.differs]
        theirs = self._session.get("theirs")
        for box in (self.left, self._and, self.right, self.other):
            box.setVisible(not theirs)
        for box in (self.back, self._files):
            box.setVisible(bool(theirs))
        self._files.setText(translate("Compare", "This file and {name}").format(name=theirs[1]) if theirs else "")
        self.filter.set_text("open", translate("Compare", "Only differences {count}").format(count=len(differing)))
        self.filter.set_text("all", translate("Compare", "All {count}").format(count=len(self._all)))
        self.model.show(snapshot, self._all if self.filter.current == "all" else differing, sides)
        self.table.set_columns()
        self._show_progress(differing)
        if not self.table.currentIndex().isValid():
            self.reveal(self._session.get("at"))
        self._inspect()
        self._timer.start()

    def _show_progress(self, differing: list[Point]) -> None:
        waiting, whole = sum(p.open for p in differing), len(self._all)
        self._blank = nothing_written(self._context.snapshot(), self._all, self.sides)
        self._count.setText(translate("Compare", "%n left to settle", n=waiting) if waiting else translate("Compare", "Nothing left to settle"))
        self._of.setText(translate("Compare", "{done} of {all} the same or settled").format(done=whole - waiting, all=whole))
        words = undrafted_words(self._context.snapshot(), self.sides)
        self.undrafted.set("info", words, "warn")
        self.undrafted.setVisible(bool(words))
        for part in (self._count, self._of, self._bar):
            part.setVisible(not self._blank)
        self._bar.setMaximum(max(whole, 1))
        self._bar.setValue(whole - waiting)
        self.table.setVisible(bool(self.model.points))
        self._keys.setVisible(bool(waiting))
        self.onward.setVisible(not waiting and bool(differing or self._settled_here()))
        self._show_empty(not self.model.points)

    def _settled_here(self) -> bool:
        """Whether something was decided that stands in the joint content now (another file then says the same)."""
        return bool(self._context.snapshot().all("settlements"))

    def _go_on(self) -> None:
        """To the agreements, where what was decided is to be proposed and stamped."""
        first = next((p.item for p in self._all if p.settled is not None), None)
        self._context.session("agreements")["filter"] = "all"
        self._context.navigate("agreements", first)

    def _show_empty(self, empty: bool) -> None:
        if self._empty is not None:
            self._layout.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if empty and self._session.get("theirs"):
            self._empty = EmptyState("check-circle", translate("Compare", "The two files say the same"), translate(
                "Compare", "What was decided stands in this file. Have every department stamp it, then hand this file out."))
            self._layout.addWidget(self._empty, 1)
        elif empty:
            title = translate("Compare", "No drafts yet") if self._blank else translate("Compare", "The two say the same")
            self._empty = EmptyState("split", title, translate(
                "Compare", "Each department can write its own draft of target, hot lead and terms. Only what differs is listed here."),
                translate("Compare", "Write our draft of the hot lead"), on=self._draft)
            self._layout.addWidget(self._empty, 1)

    def _draft(self) -> None:
        """The department's own draft, to be written in the area of the definition."""
        department = self._context.department
        settling.start_draft(self._context.document, "hot-lead", department)
        self._context.session("hot-lead")["draft"] = department
        self._context.navigate("hot_lead", ("definitions", settling.draft_id("hot-lead", department)))

    def reveal(self, item: Any) -> None:
        """Show a place by its key, the first one of an item of agreement, or the first open one."""
        wanted = tuple(item) if item else None
        at = self.model.row_of(wanted) if wanted and len(wanted) == 3 else -1  # type: ignore[arg-type]
        if at < 0 and wanted:
            at = next((i for i, p in enumerate(self.model.points) if p.item == wanted[:2]), -1)
        if at < 0:
            at = next((i for i, p in enumerate(self.model.points) if p.open), 0)
        if self.model.points:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(self.model.index(at, 0), flags)
            self.table.scrollTo(self.model.index(at, 0))

    def _filtered(self) -> None:
        self._session["filter"] = self.filter.current
        self.refresh()

    def _look(self, changes: Changes) -> None:
        kinds = {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)}
        if "departments" in kinds:
            self._fill_sides()
        if kinds & _KINDS:
            self.refresh()

    # the chosen place

    @property
    def point(self) -> Point | None:
        """The place of the current row."""
        at = self.table.currentIndex().row()
        return self.model.points[at] if 0 <= at < len(self.model.points) else None

    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        if self.point is not None:
            self._session["at"] = key_of(self.point)
        self._inspect()

    def _inspect(self) -> None:
        point = self.point
        key: tuple[object, ...] = (point.item, point.place, point.texts, point.settled, self.sides[0].key, self.sides[1].key) if point else ()
        if point is None:
            if self.detail is not None:  # without one of its own the panel belongs to another area
                self._context.inspector.clear(self.detail)
            self.detail = None
        elif key != self._shown and self.isVisible():
            form = third_form(point, offered(self._context.snapshot()), self._values)
            self.detail = PointDetail(self._context, point, self.sides, self.decide, self.reopen, form)
            self._context.inspector.show(self.detail, words.about(point), "split")
        self._shown = key
        if self.detail is not None and point is not None:
            self.detail.show_effect(self.model.effects.get(key_of(point)))

    def _values(self, name: str, answer: Any) -> None:
        figures, snapshot = self._context.store, self._context.snapshot()
        if figures is not None and name:
            self._context.run("", lambda progress: values_of(figures, snapshot, name), answer, owner=self)

    def _decide_in_table(self, which: str) -> None:
        """A third way is typed first: the keyboard goes to its form."""
        if which != "third" or self.point is None or not self.point.differs:
            self.decide(which)
        elif self.detail is not None and self.detail.form is not None:
            if not self.detail.isVisible():
                self._context.request("inspector")
            self.detail.form.focus()
        else:
            self._context.notify(translate("Compare", "Here only one of the two drafts can be taken."), kind="warn")

    def decide(self, which: str) -> None:
        """Settle the current place by a side or by the third way as it stands in the form."""
        point = self.point
        if point is None or not point.differs:
            return
        left, right = self.sides
        if which == "discuss":
            comparing.discuss(self._context.document, point, left, right)
        elif which == "both":
            self._merge(point, left, right)
        elif which != "third":
            comparing.take(self._context.document, point, "left" if which == "left" else "right", left, right)
        elif self.detail is not None and self.detail.form is not None and (third := self.detail.form.value()) is not None:
            comparing.take_third(self._context.document, point, left, right, third)
            self.table.setFocus()

    def _merge(self, point: Point, left: Side, right: Side) -> None:
        if point.merged is None:
            self._context.notify(translate("Structure", "Here the two cannot be merged. Take one of them, or type a third way."), kind="warn")
        else:
            comparing.merge(self._context.document, point, left, right)

    def reopen(self) -> None:
        """Take the decision on the current place back."""
        point = self.point
        if point is not None and point.settled is not None:
            comparing.reopen(self._context.document, point)

    # leads

    def _reckon(self) -> None:
        """Count leads for every place that differs, on a worker."""
        figures, snapshot = self._context.store, self._context.snapshot()
        lists = datasets(snapshot, "leads")
        points = [p for p in self._all if p.differs and p.detail is not None]
        if self._task is not None:
            self._task.cancel()
        if figures is None or not lists or not points:
            self.model.show_effects({})
            return
        dataset = lists[0]["id"]
        self._task = self._context.run("", lambda progress: _effects(figures, snapshot, dataset, points, progress), self._counted)

    def _counted(self, effects: dict[Key, Effect]) -> None:
        self.model.show_effects(effects)
        if self.detail is not None and self.point is not None:
            self.detail.show_effect(effects.get(key_of(self.point)))

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._shown = ()
        if self._stale:
            self.refresh()
        else:
            self._inspect()


def _effects(figures: Figures, snapshot: Snapshot, dataset: str, points: list[Point], progress: Progress) -> dict[Key, Effect]:
    """Matching leads with each side taken; a place that cannot be counted (an unknown column) has none."""
    from fusenapp.errors import FusenError

    found: dict[Key, Effect] = {}
    for at, point in enumerate(points):
        progress(at, len(points))
        try:
            left, right = comparing.effect(figures, snapshot, dataset, point, "left", "right")
        except FusenError:
            continue
        found[key_of(point)] = Effect(left["match"], right["match"])
    return found
