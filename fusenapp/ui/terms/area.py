"""The glossary: the list of terms on the left, the chosen one on the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.editing import terms
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.terms.detail import TermDetail
from fusenapp.ui.terms.list_delegate import TermDelegate
from fusenapp.ui.terms.model import ID_ROLE, TermsModel, rows
from fusenapp.ui.widgets import AreaHeader, EmptyState, PrimaryButton, SegmentedControl, field, vline

_KINDS = frozenset(("terms", "stamps", "revisions", "departments"))


class TermsArea(QWidget):
    """List and detail; the selection lives in the session."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._session = context.session("terms")
        self.model = TermsModel()
        self.list = self._list()
        self.search = field("", translate("Terms", "Search terms"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.refresh)
        self.filter = SegmentedControl([("all", translate("Terms", "All")), ("different", translate("Terms", "Differences only"))])
        self.filter.changed.connect(self.refresh)
        self._detail: QWidget | None = None
        self._stale = False
        self._lay_out()
        context.bridge.changed.connect(self._look)
        self.refresh()
        self.reveal(("terms", self._session.get("term", "")))

    def _list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(TermDelegate(view))
        view.setMouseTracking(True)
        view.setAccessibleName(translate("Terms", "Terms"))
        view.setFrameShape(QListView.Shape.NoFrame)
        view.selectionModel().currentChanged.connect(self._chosen)
        return view

    def _lay_out(self) -> None:
        header = AreaHeader(translate("Terms", "Terms"), translate("Terms", "one word, one meaning, one figure"))
        header.add_right(PrimaryButton(translate("Terms", "Add a term"), "plus", on=self.add))
        left = QWidget()
        left.setFixedWidth(300)
        side = QVBoxLayout(left)
        side.setContentsMargins(12, 12, 12, 12)
        side.setSpacing(8)
        side.addWidget(self.search)
        side.addWidget(self.filter)
        side.addWidget(self.list, 1)
        self._right = QHBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(left)
        body.addWidget(vline())
        body.addLayout(self._right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addLayout(body, 1)

    def add(self) -> None:
        """A new term, its name ready to be typed."""
        self.search.clear()
        self.filter.set_current("all")
        id = terms.add_term(self._context.document, translate("Terms", "New term"))
        self._context.bridge.flush()
        self.reveal(("terms", id))
        if isinstance(self._detail, TermDetail):
            self._detail.name.setFocus()
            self._detail.name.selectAll()

    def reveal(self, item: Any) -> None:
        """Show a term."""
        at = max(self.model.row_of(item[1]) if item else 0, 0)
        if self.model.rowCount():
            index = self.model.index(at)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        self._show(self.model.index(at).data(ID_ROLE) if self.model.rowCount() else None)

    def refresh(self) -> None:
        """List again what fits the search."""
        self.model.show(rows(self._context.snapshot(), self.search.text(), self.filter.current == "different"))

    def _look(self, changes: Changes) -> None:
        if any(kind in _KINDS for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self._stale = True
            if self.isVisible():
                self._renew()

    def _renew(self) -> None:
        self._stale = False
        self.refresh()
        self.reveal(("terms", self._session.get("term") or ""))

    def showEvent(self, event) -> None:
        super().showEvent(event)
        if self._stale:
            self._renew()

    def _departments(self) -> tuple[tuple[str, str], ...]:
        """What a detail was made for; it is made anew when departments come, go or change their names."""
        return tuple((d["id"], d.get("name", "")) for d in self._context.snapshot().all("departments"))

    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and now.data(ID_ROLE) != self._session.get("term"):
            self._show(now.data(ID_ROLE))

    def _show(self, id: str | None) -> None:
        if isinstance(self._detail, TermDetail) and self._detail.term == id and self._session.get("shown") == self._departments():
            return
        self._session["term"] = id or ""
        self._session["shown"] = self._departments()
        if self._detail is not None:
            self._right.removeWidget(self._detail)
            self._detail.hide()
            self._detail.deleteLater()
        term = self._context.document.get("terms", id) if id else None
        self._detail = TermDetail(self._context, term) if term else EmptyState(
            "terms", translate("Terms", "No terms yet"), translate("Terms", "Write down the words that departments use differently."),
            translate("Terms", "Add a term"), on=self.add)
        self._right.addWidget(self._detail, 1)
