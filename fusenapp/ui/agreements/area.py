"""The ledger of agreements: the table of items, and the chosen one in the inspector."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import agreement
from fusenapp.editing import agreements
from fusenapp.i18n import translate
from fusenapp.ui.agreements.delegate import AgreementDelegate
from fusenapp.ui.agreements.detail import ItemDetail, detail_key
from fusenapp.ui.agreements.model import FIRST_STAMP, STATE, TITLE, AgreementsModel, chosen
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import AreaHeader, PushButton, SegmentedControl, Text, row
from fusenapp.ui.widgets.tables import read_only


class AgreementsArea(QWidget):
    """Table and inspector; the selection lives in the session."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._session = context.session("agreements")
        self.model = AgreementsModel()
        self.table = self._table()
        self._shown: tuple[object, ...] = ()
        self._progress = Text("", "secondary")
        self.filter = SegmentedControl([("all", translate("Agreements", "All items")), ("waiting", translate("Agreements", "Waiting for us")),
                                        ("open", translate("Agreements", "Not agreed"))], self._session.get("filter", "all"))
        self.filter.changed.connect(self._filtered)
        header = AreaHeader(translate("Agreements", "Agreements"),
                            translate("Agreements", "what was agreed, by whom, and what has changed since"))
        header.add_right(PushButton(translate("Agreements", "Propose all"), "proposed", on=lambda: propose_all(context)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addLayout(row(self.filter, None, self._progress, margins=(16, 12, 16, 12)))
        layout.addLayout(row(self.table, margins=(16, 0, 16, 16)), 1)
        context.bridge.changed.connect(self._look)
        context.department_changed.connect(self.refresh)
        self.refresh()
        self.reveal(self._session.get("item"))

    def _table(self) -> QTableView:
        view = read_only(QTableView(), translate("Agreements", "Agreements"), high=44, single=True, grid=False)
        view.setModel(self.model)
        view.setItemDelegate(AgreementDelegate(view))
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        view.selectionModel().currentRowChanged.connect(self._chosen)
        return view

    def refresh(self) -> None:
        """Look at the document again."""
        snapshot = self._context.snapshot()
        everything = agreement.overview(snapshot)
        rows = chosen(snapshot, self.filter.current, self._context.department)
        self.model.show(snapshot, rows)
        done = sum(s.state in (agreement.AGREED, agreement.DUE) for s in everything)
        self._progress.setText(translate("Agreements", "Agreed on {agreed} of {all} items").format(agreed=done, all=len(everything)))
        self._columns()
        self._inspect()

    def _columns(self) -> None:
        header = self.table.horizontalHeader()
        for column in range(self.model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if column == TITLE else QHeaderView.ResizeMode.Interactive)
        header.resizeSection(STATE, 236)
        for column in range(FIRST_STAMP, self.model.columnCount()):
            header.resizeSection(column, 124 if column < self.model.columnCount() - 1 else 100)

    def reveal(self, item: Any) -> None:
        """Show an item; the first one if there is none."""
        if item and self.model.row_of(tuple(item)) < 0 and self.filter.current != "all":
            self.filter.set_current("all")
            self.refresh()
        self._select(item)

    def _select(self, item: Any) -> None:
        """Choose an item's row, or the first one."""
        at = max(self.model.row_of(tuple(item)) if item else 0, 0)
        if self.model.rowCount():
            self.table.selectionModel().setCurrentIndex(
                self.model.index(at, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows)
            self.table.scrollTo(self.model.index(at, 0))
        self._inspect()

    def _filtered(self) -> None:
        self._session["filter"] = self.filter.current
        self.refresh()
        self._select(self._session.get("item"))

    def _look(self, changes: Changes) -> None:
        self.refresh()

    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        status = self.model.status(now.row())
        if status is not None:
            self._session["item"] = status.item
        self._inspect()

    def _inspect(self) -> None:
        status = self.model.status(self.table.currentIndex().row())
        key = detail_key(status, self._context.department) if status else ()
        if key == self._shown and self._shown:
            return
        self._shown = key
        if status is None:
            self._context.inspector.clear()
        else:
            self._context.inspector.show(ItemDetail(self._context, status), translate("Agreements", "Item of agreement"), "agreements")

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._shown = ()
        self._inspect()


def propose_all(context: UiContext) -> None:
    """Propose every item whose present content was not proposed yet."""
    items = agreements.propose_all(context.document)
    if items:
        context.notify(translate("Agreements", "%n item(s) were proposed.", n=len(items)), undo=True)
    else:
        context.notify(translate("Agreements", "Nothing new to propose."))
