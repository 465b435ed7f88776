"""The backlog as one table that is edited in place; the chosen entry's details are in the inspector."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.content import STATES
from fusenapp.editing import contents
from fusenapp.errors import InputError
from fusenapp.i18n import language, translate
from fusenapp.ui.contents.delegate import ContentDelegate
from fusenapp.ui.contents.detail import ContentDetail
from fusenapp.ui.contents.model import COLUMNS, ContentsModel, headers, row_of
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import AreaHeader, EmptyState, PrimaryButton, SegmentedControl, Text, room_for, row
from fusenapp.ui.widgets.tables import read_only

_KINDS = frozenset(("contents", "links", "notes", "phases", "personas", "departments", "journeys", "persona_sets"))
_WIDEST = {"kind": 104, "phase": 132, "persona": 120, "department": 136, "owner": 120, "due": 116, "state": 116, "origin": 200}
"""What a column takes at most, px; it takes less where its words are shorter."""
_NARROWEST, _PADDING = 64, 25
_LEAST = 220
"""Width of the titles below which the table scrolls sideways."""
_ROW = 34


class ContentsTable(QTableView):
    """Enter or F2 edits a cell, Delete takes the entries away, Enter on the origin goes to the note.

    Signals:
        deleted: take away what is chosen. followed: the origin of this row.
    """

    deleted = Signal()
    followed = Signal(int)

    def __init__(self, model: ContentsModel, context: UiContext) -> None:
        super().__init__()
        self.setModel(model)
        read_only(self, translate("Contents", "Measures and content"), high=_ROW, rows=False)
        self.setItemDelegate(ContentDelegate(context, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(60)
        self._model, self._fitting = model, False
        self._chosen: set[int] = set()
        for at in range(len(COLUMNS)):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(self._resized)
        model.modelReset.connect(self.fit_columns)
        model.dataChanged.connect(self.fit_columns)
        self.clicked.connect(self._clicked)
        self.fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen_titles()

    def fit_columns(self) -> None:
        """As wide as the words in them, but for those that somebody has set by hand."""
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        self._fitting = True
        self.setColumnHidden(COLUMNS.index("origin"), not any(row.note for row in self._model.rows))
        for at, name in enumerate(COLUMNS[1:], 1):
            if at not in self._chosen:
                words = {headers()[at] + "  ", *(row.words[at] for row in self._model.rows)}
                header.resizeSection(at, room_for(words, metrics, _PADDING, _NARROWEST, _WIDEST[name]))
        self._fitting = False
        self._widen_titles()

    def _widen_titles(self) -> None:
        """The titles have what the other columns leave."""
        if 0 in self._chosen:
            return
        header = self.horizontalHeader()
        rest = sum(header.sectionSize(at) for at in range(1, len(COLUMNS)))
        self._fitting = True
        header.resizeSection(0, max(_LEAST, self.viewport().width() - rest))
        self._fitting = False

    def _resized(self, column: int, _before: int, _now: int) -> None:
        if not self._fitting:
            self._chosen.add(column)

    def _clicked(self, index: QModelIndex) -> None:
        if COLUMNS[index.column()] == "origin":
            self.followed.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.deleted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if COLUMNS[index.column()] == "origin":
                self.followed.emit(index.row())
            elif self.state() != QAbstractItemView.State.EditingState:  # the Enter that ends the writing comes here too
                self.edit(index)
        else:
            super().keyPressEvent(event)


class ContentsArea(QWidget):
    """Which entry and which filter lives in the session."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context, self._session = context, context.session("contents")
        self._detail: ContentDetail | None = None
        self._stale = False
        self.model = ContentsModel(self._write)
        self.table = ContentsTable(self.model, context)
        self.table.deleted.connect(self.delete)
        self.table.followed.connect(self._follow)
        self.table.selectionModel().currentChanged.connect(self._chosen)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        options = [("open", translate("Contents", "Open")), *((key, STATES[key].to(language())) for key in ("ready", "dropped")),
                   ("all", translate("Contents", "All"))]
        self.filter = SegmentedControl(options, self._session.get("filter", "open"), name=translate("Contents", "Show"))
        self.filter.changed.connect(self._filtered)
        self._count = Text("", "secondary")
        self._empty = EmptyState("document", translate("Contents", "Nothing in the backlog yet"), translate(
            "Contents", "Drag notes of the journey to its right edge, or press Ctrl+T on them. What nobody wrote on a note can be added here."),
            translate("Contents", "Add to the backlog"), on=self.add)
        self._lay_out()
        context.bridge.changed.connect(self._look)
        self.refresh()
        self.reveal(("contents", self._session.get("entry", "")))

    def _lay_out(self) -> None:
        header = AreaHeader(translate("Contents", "Measures and content"))
        header.add_right(PrimaryButton(translate("Contents", "Add to the backlog"), "plus", on=self.add))
        keys = Text(translate("Contents", "Enter edits · Delete removes · a click on a header sorts"), "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addLayout(row(self.filter, self._count, None, keys, margins=(16, 12, 16, 12)))
        layout.addLayout(row(self.table, margins=(16, 0, 16, 16)), 1)
        layout.addWidget(self._empty, 1)

    # showing

    def refresh(self) -> None:
        """Look again; out of sight it is only noted that this is to be done."""
        self._stale = not self.isVisible() and bool(self.model.rows)
        if self._stale:
            return
        snapshot, wanted = self._context.snapshot(), self.filter.current
        every = snapshot.all("contents")
        rows = [row_of(snapshot, record) for record in every]
        shown = [r for r in rows if wanted in ("all", r.keys["state"]) or (wanted == "open" and r.keys["state"] not in ("ready", "dropped"))]
        at = self._session.get("entry", "")
        self.model.show(shown)
        self._count.setText(translate("Contents", "{shown} of {all}").format(shown=len(shown), all=len(every)))
        for part, there in ((self.table, bool(every)), (self._empty, not every)):
            part.setVisible(there)
        if shown and not self.table.currentIndex().isValid():
            self.reveal(("contents", at if self.model.row_of(at) >= 0 else shown[0].id))
        elif not shown:
            self._inspect("")

    def reveal(self, item: Any) -> None:
        """Show an entry, whatever the filter."""
        id = item[1] if item else ""
        if id and self.model.row_of(id) < 0 and self._context.document.get("contents", id) is not None:
            self._session["filter"] = "all"
            self.filter.set_current("all")
            self.refresh()
        at = self.model.row_of(id)
        if at >= 0:
            index = self.model.index(at, 0)
            self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.table.scrollTo(index)

    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self._session["entry"] = self.model.rows[now.row()].id
            self._inspect(self._session["entry"])

    def _inspect(self, id: str) -> None:
        if not self.isVisible() or (self._detail is not None and self._detail.id == id):
            return
        if not id:
            self._context.inspector.clear(self._detail)
            self._detail = None
            return
        self._detail = ContentDetail(self._context, id)
        self._context.inspector.show(self._detail, translate("Contents", "Measure or content"), "document")

    def _look(self, changes: Changes) -> None:
        if any(kind in _KINDS for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self.refresh()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        self._detail = None
        self._inspect(self._session.get("entry", "") if self.model.row_of(self._session.get("entry", "")) >= 0 else "")

    # changing

    def add(self) -> None:
        """One more entry, its title ready to be typed."""
        id = contents.add_content(self._context.document, translate("Contents", "New entry"), department=self._context.department)
        self._context.bridge.flush()
        self.reveal(("contents", id))
        self.table.setFocus()
        self.table.edit(self.model.index(self.model.row_of(id), 0))

    def delete(self) -> None:
        """Take the chosen entries away."""
        ids = sorted({self.model.rows[index.row()].id for index in self.table.selectionModel().selectedIndexes()})
        contents.delete_contents(self._context.document, ids)
        self._session["entry"] = ""
        self._context.bridge.flush()
        self._context.notify(translate("Contents", "%n entry(ies) deleted.", n=len(ids)), undo=True)

    def _write(self, id: str, column: str, text: str) -> None:
        try:
            contents.set_content(self._context.document, id, **{column: text})
        except InputError as error:
            from fusenapp.messages import explain

            self._context.notify(explain(error), kind="warn")

    def _follow(self, at: int) -> None:
        note = self.model.rows[at].note
        if note:
            self._context.navigate("journey", ("notes", note))

    def _filtered(self) -> None:
        self._session["filter"] = self.filter.current
        self.refresh()

    def _sort(self, column: int) -> None:
        header, now = self.table.horizontalHeader(), self.model.sort_by(column)
        header.setSortIndicatorShown(now is not None)
        if now is not None:
            header.setSortIndicator(column, Qt.SortOrder.AscendingOrder if now[1] else Qt.SortOrder.DescendingOrder)
