"""Lists to work off: which leads lack a field, wait for a call or an answer, came back without a reason, or are due again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.flows.handing import Handing, WorkList
from fusenapp.i18n import translate
from fusenapp.ui import files
from fusenapp.ui.context import UiContext
from fusenapp.ui.handing.lead_fields import LeadFields, shown
from fusenapp.ui.widgets import PushButton, SegmentedControl, Text, room_for, row
from fusenapp.ui.widgets.tables import read_only

if TYPE_CHECKING:
    from fusenapp.tables import Dataset

Index = QModelIndex | QPersistentModelIndex
_FIRST = ("lead", "company", "owner", "handed_over", "reason")
"""Meanings whose columns stand in front; then what is missing, then the fields of the contract."""

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.TextAlignmentRole)


class WorkModel(QAbstractTableModel):
    """The leads of one list; cells are read when they are shown.

    Args:
        names: columns of the lead list to show.
        required: fields whose absence is said, for the list of incomplete leads.
    """

    def __init__(self, dataset: Dataset, work: WorkList, names: list[str], required: list[str]) -> None:
        super().__init__()
        self.dataset, self.work = dataset, work
        self._names, self._required = names, required if work.key == "lacking" else []
        self._held = {name: dataset.values(name) for name in {*names, *self._required}}
        self._heads = [*([translate("Handing", "Missing")] if self._required else []), *([days_words(work.key)] if self._timed else []), *names]

    @property
    def _timed(self) -> bool:
        return self.work.key not in ("lacking", "few_attempts")

    @property
    def heads(self) -> list[str]:
        """The headings."""
        return [head.rsplit("›", 1)[-1] for head in self._heads]

    def lead(self, row: int) -> int:
        """The row of the lead in its list."""
        return int(self.work.rows[row])

    def cells(self, row: int) -> list[Any]:
        """What a row says, as plain values."""
        lead = self.lead(row)
        gaps = ["、".join(n for n in self._required if not self._held[n][lead].is_valid)] if self._required else []
        days = int(self.work.days[row])
        return [*gaps, *([days if days >= 0 else None] if self._timed else []), *(self._held[name][lead].as_py() for name in self._names)]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.work)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ROLES:
            return None
        found = self.cells(index.row())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = isinstance(found, (int, float)) and not isinstance(found, bool)
            return int(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft))
        return shown(found)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.heads[section] if orientation == Qt.Orientation.Horizontal else section + 1


class WorkView(QWidget):
    """Which list, what it asks for, the leads; the chosen lead with all its fields in the inspector."""

    def __init__(self, context: UiContext, snapshot: Snapshot, found: Handing, dataset: Dataset, meanings: dict[str, Any]) -> None:
        super().__init__()
        self._context, self._snapshot, self._found, self._dataset = context, snapshot, found, dataset
        self._session = context.session("handing")
        self._names, self._required = _columns(snapshot, dataset, meanings)
        known = [w.key for w in found.work]
        fullest = next((w.key for w in found.work if len(w)), known[0] if known else "")
        current = self._session.get("work") if self._session.get("work") in known else fullest
        self.lists = SegmentedControl([(w.key, f"{list_words(w.key)} {len(w):,}") for w in found.work], current,
                                      name=translate("Handing", "Work list"))
        self.lists.changed.connect(self._choose)
        self.asks = Text("", "secondary", wrap=True)
        self.table = read_only(QTableView(), translate("Handing", "Work list"), single=False, grid=False, numbered=True)
        self.nothing = Text("", "good")
        self.copy = PushButton(translate("Handing", "Copy"), "copy", on=self._copy, small=True)
        self.save = PushButton(translate("Handing", "Save as Excel…"), "export", on=self._ask_path, small=True)
        line = row(self.asks, self.copy, self.save)
        line.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(row(self.lists, None))
        layout.addLayout(line)
        layout.addWidget(self.nothing)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table, self._copy, context=Qt.ShortcutContext.WidgetShortcut)
        self._show()

    @property
    def work(self) -> WorkList | None:
        """The list that is shown."""
        return next((w for w in self._found.work if w.key == self.lists.current), None)

    @property
    def model(self) -> WorkModel | None:
        """Its rows."""
        held = self.table.model()
        return held if isinstance(held, WorkModel) else None

    def _choose(self, key: str) -> None:
        self._session["work"] = key
        self._show()

    def _show(self) -> None:
        work = self.work
        if work is None:
            return
        model = WorkModel(self._dataset, work, self._names, self._required)
        model.setParent(self.table)
        self.table.setModel(model)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for at, head in enumerate(model.heads):
            first = model.data(model.index(0, at)) if len(work) else ""
            header.resizeSection(at, room_for((head, f"{first}　　"), header.fontMetrics(), 28, 90, 240))
        self.asks.setText(asks_words(self._snapshot, work.key))
        self.nothing.setText(translate("Handing", "Nothing to do here."))
        self.nothing.setVisible(not len(work))
        for widget in (self.table, self.copy, self.save):
            widget.setVisible(bool(len(work)))

    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        model = self.model
        if model is not None and now.isValid():
            panel = LeadFields(self._dataset, model.lead(now.row()), self._required)
            self._context.inspector.show(panel, translate("Handing", "Lead"), "leads")

    def _rows(self) -> list[list[Any]]:
        """The chosen rows, or all of them while at most one is chosen."""
        model = self.model
        if model is None:
            return []
        chosen = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [model.cells(at) for at in (chosen if len(chosen) > 1 else range(model.rowCount()))]

    def _copy(self) -> None:
        model, rows = self.model, self._rows()
        if model is None:
            return
        lines = ["\t".join(model.heads), *("\t".join(_one_line(shown(cell)) for cell in cells) for cells in rows)]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._context.notify(translate("Handing", "Copied %n lead(s). Paste them into Excel.", n=len(rows)))

    def _ask_path(self) -> None:
        work = self.work
        if work is None:
            return
        title = translate("Handing", "Save the work list")
        start = files.free_name(files.documents(), list_words(work.key), ".xlsx")
        path = files.ask_save(self, start, title, ".xlsx")
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Save the list as a workbook, off the window's thread."""
        model, rows, work = self.model, self._rows(), self.work
        if model is None or work is None:
            return
        heads, name = model.heads, list_words(work.key)

        def save(progress: Any) -> int:
            from fusenapp.export.listing import write_listing

            write_listing(path, name, heads, rows)
            return len(rows)

        told: Callable[[int], None] = lambda count: self._context.notify(  # noqa: E731 - said once, after the work
            translate("Handing", "Saved %n lead(s) to {name}.", n=count).format(name=path.name))
        self._context.run(translate("Handing", "Saving {name}").format(name=path.name), save, told, owner=self)


def list_words(key: str) -> str:
    """What a list is called."""
    return {"lacking": translate("Handing", "Fields missing"), "contact": translate("Handing", "No first contact"),
            "overdue": translate("Handing", "Answer overdue"), "unanswered": translate("Handing", "No answer yet"),
            "no_reason": translate("Handing", "No reason given"), "few_attempts": translate("Handing", "Too few attempts"),
            "returning": translate("Handing", "Due again")}[key]


def days_words(key: str) -> str:
    """The heading of the days."""
    return translate("Handing", "Days waiting") if key == "unanswered" else translate("Handing", "Days over")


def asks_words(snapshot: Snapshot, key: str) -> str:
    """What is to be done about the leads of a list, with the figures of the contract."""
    told = {
        "lacking": translate("Handing", "Hot leads without a field that the contract requires. Marketing fills it in before handing over."),
        "contact": translate("Handing", "Handed over, and nobody has called within {contact} hours."),
        "overdue": translate("Handing", "Handed over more than {answer} hours ago, and sales has not answered."),
        "unanswered": translate("Handing", "Handed over, and sales has not answered yet. The contract allows {answer} hours."),
        "no_reason": translate("Handing", "Given back without a reason. Without one a rejection is not accepted: ask sales for the reason."),
        "few_attempts": translate("Handing", "Given back as “cannot be reached” after fewer than {attempts} attempts. Sales tries again."),
        "returning": translate("Handing", "Given back, and the deadline of the reason has passed. Check whether to hand over again."),
    }[key]
    contract = {name: value("handover", snapshot.get("handover", "handover") or {}, field) for name, field in (
        ("contact", "first_contact_hours"), ("answer", "feedback_hours"), ("attempts", "attempts"))}
    return told.format(**{name: f"{number:g}" for name, number in contract.items()})


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")


def _columns(snapshot: Snapshot, dataset: Dataset, meanings: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The columns to show, and the required fields that the list has."""
    there = [c.name for c in dataset.columns]
    first = [meanings[m] for m in _FIRST if meanings.get(m) in there]
    wanted: list[str] = list(snapshot.value("handover", "handover", "required_fields") or ())
    required = [name for name in wanted if dataset.find(name) is not None]
    return list(dict.fromkeys([*first, *required])), required


__all__ = ["WorkModel", "WorkView", "asks_words", "days_words", "list_words"]
