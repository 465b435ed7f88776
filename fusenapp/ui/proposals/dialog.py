"""Proposals of an edited workbook: grouped by item, was → now → in the workspace, a box to tick for each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from fusenapp.domain.journey_grid import place_of
from fusenapp.domain.proposal import PLACE, Proposal, Proposals, item_of, title_of
from fusenapp.errors import FusenError
from fusenapp.flows import proposals as flow
from fusenapp.flows.proposal_grids import place_text
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui import theme, words
from fusenapp.ui.context import UiContext
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.widgets import PushButton, Text

_PROPOSAL = Qt.ItemDataRole.UserRole
_ROW, _PAD, _BOX = 30, 6, 72
"""Least height of a row, room around its text, and what indent and box take of the first column."""
_WHAT, _WAS, _NOW, _CURRENT = range(4)


class _Wrapped(QStyledItemDelegate):
    """Rows as high as their wrapped texts need at the width that their columns have."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        found = super().sizeHint(option, index)
        tree = self.parent()
        if not isinstance(tree, QTreeWidget) or not index.parent().isValid():
            return QSize(found.width(), max(found.height(), _ROW))
        room = tree.columnWidth(index.column()) - (_BOX if index.column() == _WHAT else 0) - 2 * _PAD
        font = index.data(Qt.ItemDataRole.FontRole) or option.font  # type: ignore[attr-defined]
        text = QFontMetrics(font).boundingRect(QRect(0, 0, max(room, 60), 10_000), Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(found.width(), max(text.height() + 2 * _PAD, _ROW))


class ProposalsDialog(Dialog):
    """Proposals that nothing contradicts are ticked at first; those in conflict wait for a decision."""

    def __init__(self, context: UiContext, found: Proposals, parent: QWidget | None = None) -> None:
        super().__init__(parent, translate("Proposals", "Proposals of an edited workbook"), translate("Proposals", "Take over"), width=980)
        self._context = context
        self.found = found
        self._snapshot = context.snapshot()
        self.body.addWidget(Text(self._summary(), "secondary", wrap=True))
        self.list = self._tree()
        self.body.addWidget(self.list, 1)
        self.body.addLayout(self._choices())
        self.lost = self._unreadable()
        if self.lost is not None:
            self.body.addWidget(Text(translate("Proposals", "%n edit(s) could not be read:", n=len(found.unreadable)), "strong"))
            self.body.addWidget(self.lost)
        self._following = False
        self.list.itemChanged.connect(self._changed)
        self._count()
        self.list.setFocus()
        self.resize(1100, 680 if found.items else 420)

    # what is shown

    def _summary(self) -> str:
        told = translate("Proposals", "%n proposal(s) in {name}.", n=len(self.found.items)).format(name=self.found.name)
        if self.found.conflicts:
            told += " " + translate("Proposals", "%n of them contradict(s) newer edits in the workspace and is/are not ticked.",
                                    n=len(self.found.conflicts))
        return told + " " + translate("Proposals", "Nothing is changed until you take it over.")

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(translate("Proposals", "Proposals"))
        tree.setHeaderLabels([translate("Proposals", "Proposal"), translate("Proposals", "As exported"), translate("Proposals", "In the copy"),
                              translate("Proposals", "In the workspace")])
        tree.setWordWrap(True)
        tree.setRootIsDecorated(True)
        tree.setUniformRowHeights(False)
        tree.setAlternatingRowColors(False)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        tree.header().sectionResized.connect(tree.scheduleDelayedItemsLayout)
        tree.setItemDelegate(_Wrapped(tree))
        groups: dict[tuple[str, str], QTreeWidgetItem] = {}
        for proposal in self.found.items:
            item = item_of(self._snapshot, proposal)
            if item not in groups:
                groups[item] = self._group(tree, item, proposal)
            groups[item].addChild(self._row(proposal))
        tree.expandAll()
        first = next((group.child(0) for group in groups.values()), None)
        if first is not None:
            tree.setCurrentItem(first)
        if not groups:
            tree.hide()
        return tree

    def _group(self, tree: QTreeWidget, item: tuple[str, str], proposal: Proposal) -> QTreeWidgetItem:
        title = words.item_title(self._snapshot, item) if item[1] else translate("Proposals", "New terms")
        row = QTreeWidgetItem(tree, [title or title_of(self._snapshot, proposal)])
        row.setFont(_WHAT, theme.font(bold=True))
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        row.setFirstColumnSpanned(True)
        return row

    def _row(self, proposal: Proposal) -> QTreeWidgetItem:
        was, now, current = proposal.texts
        row = QTreeWidgetItem([self._what(proposal), was or "—", now or "—", current or "—"])
        row.setData(_WHAT, _PROPOSAL, proposal)
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(_WHAT, Qt.CheckState.Unchecked if proposal.conflict else Qt.CheckState.Checked)
        row.setFont(_NOW, theme.font(bold=True))
        row.setToolTip(_WHAT, proposal.place)
        if proposal.conflict:
            for column in (_WHAT, _CURRENT):
                row.setForeground(column, QBrush(theme.color("warn")))
        row.setData(_WHAT, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (
            self._what(proposal), was and translate("Proposals", "was {text}").format(text=was),
            now and translate("Proposals", "now {text}").format(text=now)))))
        for column in range(4):
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return row

    def _what(self, proposal: Proposal) -> str:
        title = title_of(self._snapshot, proposal)
        if proposal.action == "add":
            told = {"phases": translate("Proposals", "Add the phase {title}"), "lanes": translate("Proposals", "Add the lane {title}")}.get(
                proposal.kind, translate("Proposals", "Add {title}")).format(title=title)
        elif proposal.action == "remove":
            told = translate("Proposals", "Remove {title}").format(title=title)
        else:
            field = flow.words_of(proposal, self.found, self._snapshot)
            told = f"{title}: {field}" if title and proposal.kind in ("clauses", "reasons") else field
            if proposal.kind == "notes" or proposal.field == PLACE or (proposal.kind, proposal.field) == ("phases", "kind"):
                told = self._of_note(proposal, title, field)
        return told + (f"\n⚠ {translate('Proposals', 'Changed in the workspace since')}" if proposal.conflict else "")

    def _of_note(self, proposal: Proposal, title: str, field: str) -> str:
        """A move or another paper says which note, a change of its words where it lies."""
        if proposal.field in (PLACE, "colour", "kind"):
            return translate("Proposals", "{field} of “{title}”").format(field=field, title=title)
        record = self._snapshot.get("notes", proposal.id)
        return f"{field}: {place_text(self._snapshot, place_of(record))}" if record is not None else field

    def _choices(self) -> QHBoxLayout:
        self.clear = PushButton(translate("Proposals", "Tick all without conflict"), on=self.tick_clear)
        self.every = PushButton(translate("Proposals", "Tick all"), on=lambda: self._tick(lambda _: True))
        self.none = PushButton(translate("Proposals", "Tick none"), on=lambda: self._tick(lambda _: False))
        line = QHBoxLayout()
        for button in (self.clear, self.every, self.none):
            button.setAutoDefault(False)
            if not self.found.items:
                button.hide()
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _unreadable(self) -> QTreeWidget | None:
        if not self.found.unreadable:
            return None
        tree = QTreeWidget()
        tree.setAccessibleName(translate("Proposals", "Edits that could not be read"))
        tree.setHeaderLabels([translate("Proposals", "Place"), translate("Proposals", "Content"), translate("Proposals", "Why")])
        tree.setRootIsDecorated(False)
        tree.setFixedHeight(min(52 + _ROW * len(self.found.unreadable), 170))
        tree.setItemDelegate(_Wrapped(tree))
        for lost in self.found.unreadable:
            tree.addTopLevelItem(QTreeWidgetItem([lost.place, lost.text or "—", flow.reason_words(lost.reason)]))
        for column, wide in enumerate((220, 320)):
            tree.setColumnWidth(column, wide)
        return tree

    # what is chosen

    @property
    def chosen(self) -> list[Proposal]:
        """The proposals that are ticked, in their order."""
        return [row.data(_WHAT, _PROPOSAL) for row in self._rows() if row.checkState(_WHAT) == Qt.CheckState.Checked]

    def tick_clear(self) -> None:
        """Tick what nothing contradicts."""
        self._tick(lambda proposal: not proposal.conflict)

    def take(self) -> None:
        """Take the ticked proposals over, in one step that can be undone."""
        try:
            count = flow.accept(self._context.document, self.found, self.chosen)
        except FusenError as error:
            self._context.notify(explain(error), kind="error")
            return
        self._context.bridge.flush()
        if count:
            self._context.notify(translate("Proposals", "%n proposal(s) taken over.", n=count), undo=True)

    def _rows(self) -> list[QTreeWidgetItem]:
        groups = [self.list.topLevelItem(i) for i in range(self.list.topLevelItemCount())]
        found = [group.child(i) for group in groups if group is not None for i in range(group.childCount())]
        return [row for row in found if row is not None]

    def _tick(self, wanted: Callable[[Proposal], bool]) -> None:
        self._following = True
        for row in self._rows():
            row.setCheckState(_WHAT, Qt.CheckState.Checked if wanted(row.data(_WHAT, _PROPOSAL)) else Qt.CheckState.Unchecked)
        self._following = False
        self._count()

    def _changed(self, row: QTreeWidgetItem) -> None:
        """What lies in a phase or lane that is only proposed goes with it: it is let go with it, and brings it along."""
        proposal = row.data(_WHAT, _PROPOSAL)
        if proposal is not None and not self._following:
            self._following = True
            ticked = row.checkState(_WHAT) == Qt.CheckState.Checked
            for other in self._rows():
                theirs = other.data(_WHAT, _PROPOSAL)
                if (theirs.made in proposal.needs) if ticked else (proposal.made in theirs.needs):
                    other.setCheckState(_WHAT, row.checkState(_WHAT))
            self._following = False
        if not self._following:
            self._count()

    def _count(self) -> None:
        count = len(self.chosen)
        self.ok.setText(translate("Proposals", "Take over %n", n=count) if count else translate("Proposals", "Take over"))
        self.ok.setEnabled(bool(count))

    # size

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.scrollToTop()

    def sizeHint(self) -> QSize:
        return QSize(1100, 680)
