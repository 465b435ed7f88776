"""The ledger of agreements: the table of items, and the chosen one in the inspector."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import agreement
from fusenapp.domain.agreement import ItemStatus
from fusenapp.editing import agreements
from fusenapp.i18n import translate
from fusenapp.ui.agreement_bar import ask_person
from fusenapp.ui.agreements.delegate import AgreementDelegate
from fusenapp.ui.agreements.detail import ItemDetail, detail_key
from fusenapp.ui.agreements.model import FIRST_STAMP, STATE, TITLE, AgreementsModel, chosen
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import AreaHeader, IconButton, PrimaryButton, PushButton, SegmentedControl, Text, row
from fusenapp.ui.widgets.tables import read_only


class AgreementsArea(QWidget):
    """The list with its inspector, and the page that compares two revisions; what is chosen lives in the session."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._session = context.session("agreements")
        self.model = AgreementsModel()
        self.table = self._table()
        self._shown: tuple[object, ...] = ()
        self._stale = True
        self._progress = Text("", "secondary")
        self.filter = SegmentedControl([(key, words) for key, words in _filter_words().items()], self._session.get("filter", "all"))
        self.filter.changed.connect(self._filtered)
        self.nothing = Text("", "secondary", wrap=True)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._ledger())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        context.bridge.changed.connect(self._look)
        context.department_changed.connect(self.refresh)
        self.refresh()
        self.reveal(self._session.get("item"))
        if compared := self._session.get("compared"):
            self.compare(*compared)

    def _ledger(self) -> QWidget:
        header = AreaHeader(translate("Agreements", "Agreements"),
                            translate("Agreements", "what was agreed, by whom, and what has changed since"))
        self.export = IconButton("export", translate("Agreements", "Export to Excel…"), on=lambda: self._context.request("export"))
        self.read_back = IconButton("import", translate("Agreements", "Read an edited workbook back…"),
                                    on=lambda: self._context.request("proposals"))
        header.add_right(self.export, self.read_back)
        header.add_right(PushButton(translate("Agreements", "Propose all"), "proposed", on=lambda: propose_all(self._context)))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        self.stamp_all = PrimaryButton("", "stamp", on=self._stamp_all, small=True)
        layout.addLayout(row(self.filter, None, self._progress, self.stamp_all, margins=(16, 12, 16, 12)))
        layout.addLayout(row(self.nothing, margins=(16, 0, 16, 8)))
        layout.addLayout(row(self.table, margins=(16, 0, 16, 16)), 1)
        return page

    def compare(self, item: agreement.Item, chosen: tuple[int, int] | None = None) -> None:
        """Show two revisions of an item side by side; the usual ones unless two are named."""
        from fusenapp.ui.agreements.revisions import RevisionsPage

        if tuple(item) not in agreement.items(self._context.snapshot()):
            return
        self.back()
        self._select(item)
        self._session["compared"] = (item, chosen)
        page = RevisionsPage(self._context, item, chosen, self.back, lambda pair: self._session.update(compared=(item, pair)))
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        page.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> None:
        """The list again."""
        self._session.pop("compared", None)
        page = self.pages.widget(1)
        if page is not None:
            self.pages.removeWidget(page)
            page.deleteLater()

    def _table(self) -> QTableView:
        view = read_only(QTableView(), translate("Agreements", "Agreements"), high=44, single=True, grid=False)
        view.setModel(self.model)
        view.setItemDelegate(AgreementDelegate(view))
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        view.selectionModel().currentRowChanged.connect(self._chosen)
        return view

    def refresh(self) -> None:
        """Look at the document again; while out of sight it is only noted that this is to be done."""
        if not self.isVisible() and self.model.rowCount():
            self._stale = True
            return
        self._stale = False
        snapshot, department = self._context.snapshot(), self._context.department
        everything = agreement.overview(snapshot)
        self.model.show(snapshot, chosen(everything, self.filter.current, department))
        done = sum(s.state in (agreement.AGREED, agreement.DUE) for s in everything)
        self._progress.setText(translate("Agreements", "Agreed on {agreed} of {all} items").format(agreed=done, all=len(everything)))
        self._count(everything, department)
        self._columns()
        self._inspect()

    def _waiting(self, everything: list[ItemStatus]) -> list[agreement.Item]:
        """Proposals that wait for one's own stamp; what was changed since it was agreed is read one by one."""
        department = self._context.department
        return [s.item for s in everything if s.state == agreement.PROPOSED and department in s.missing]

    def _stamp_all(self) -> None:
        person = self._context.author.person or ask_person(self._context, self)
        if person:
            waiting = self._waiting(agreement.overview(self._context.snapshot()))
            done = agreements.stamp_all(self._context.document, waiting, self._context.department, person)
            self._context.notify(translate("Agreements", "Stamped %n item(s).", n=len(done)), undo=True)

    def _count(self, everything: list[ItemStatus], department: str) -> None:
        """How many each filter would list; for the reviews only those that are near count."""
        for key, words in _filter_words().items():
            count = len(agreement.due_among(everything) if key == "due" else chosen(everything, key, department))
            self.filter.set_text(key, f"{words} {count}" if count else words)
        waiting = len(self._waiting(everything))
        self.stamp_all.setVisible(self.filter.current == "waiting" and waiting > 1)
        self.stamp_all.setText(translate("Agreements", "Stamp all %n", n=waiting))
        empty = not self.model.rowCount()
        self.nothing.setVisible(empty)
        self.table.setVisible(not empty)
        self.nothing.setText(_nothing_words(self.filter.current))

    def _columns(self) -> None:
        header = self.table.horizontalHeader()
        for column in range(self.model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if column == TITLE else QHeaderView.ResizeMode.Interactive)
        header.resizeSection(STATE, 212)
        for column in range(FIRST_STAMP, self.model.columnCount()):
            header.resizeSection(column, 124 if column < self.model.columnCount() - 1 else 152)

    def reveal(self, item: Any) -> None:
        """Show an item; the first one if there is none. With a third part ``"history"`` its revisions side by side."""
        if item and len(item) == 3:
            self.compare((item[0], item[1]))
            item = item[:2]
        elif item:
            self.back()
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
        key = detail_key(self._context.snapshot(), status, self._context.department) if status else ()
        if key == self._shown and self._shown:
            return
        self._shown = key
        if status is None:
            if self.isVisible():
                self._context.inspector.clear()
        else:
            detail = ItemDetail(self._context, status, lambda old, new, item=status.item: self.compare(item, (old, new)))
            self._context.inspector.show(detail, translate("Agreements", "Item of agreement"), "agreements")

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._shown = ()
        if self._stale:
            self.refresh()
        else:
            self._inspect()


def _filter_words() -> dict[str, str]:
    return {"all": translate("Agreements", "All items"), "waiting": translate("Agreements", "Waiting for us"),
            "open": translate("Agreements", "Not agreed"), "due": translate("Agreements", "Reviews due")}


def _nothing_words(which: str) -> str:
    return {"waiting": translate("Agreements", "Nothing waits for the stamp of your department."),
            "open": translate("Agreements", "Everything is agreed."),
            "due": translate("Agreements", "Nothing is agreed yet, so nothing comes up for review.")}.get(
                which, translate("Agreements", "There is nothing to agree on yet."))


def propose_all(context: UiContext) -> None:
    """Propose every item whose present content was not proposed yet."""
    items = agreements.propose_all(context.document)
    if items:
        context.notify(translate("Agreements", "%n item(s) were proposed.", n=len(items)), undo=True)
    else:
        context.notify(translate("Agreements", "Nothing new to propose."))
