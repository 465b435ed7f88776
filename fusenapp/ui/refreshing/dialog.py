"""What a refresh would bring: rows of a list by key, figures of a KPI sheet by node and month; taken only when the user says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QStackedWidget, QTableView, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.importing.preview import fit_columns
from fusenapp.ui.refreshing.models import NOW, SHOWN, WAS, ChangesModel, FiguresModel, SomeRowsModel
from fusenapp.ui.refreshing.told import Told
from fusenapp.ui.widgets import Card, EmptyState, IconLabel, SegmentedControl, Text, row
from fusenapp.ui.widgets.tables import read_only

if TYPE_CHECKING:
    from fusenapp.flows.refreshing import Refresh


class RefreshDialog(Dialog):
    """Afterwards ``refresh``, with the key and the renamed rows that the user chose."""

    def __init__(self, context: UiContext, refresh: Refresh, parent: QWidget | None = None) -> None:
        title = translate("Refreshing", "Refresh “{name}”").format(name=refresh.name)
        super().__init__(parent, title, translate("Refreshing", "Refresh"), str(refresh.prepared.path), width=820)
        self.resize(QSize(960, 660).boundedTo(self.screen().availableGeometry().size() - QSize(40, 60)))
        self._context, self.refresh = context, refresh
        self.figures: dict[str, Text] = {}
        self.told = Told()
        self.told.names_changed.connect(self._rename)
        self.repeated = IconLabel("warning", "", token="warn")
        self.part = SegmentedControl([(key, "") for key in _parts()], "changed", name=translate("Refreshing", "What to show"))
        self.part.changed.connect(lambda _: self._show_rows())
        self.key = self._keys()
        self.table = read_only(QTableView(), translate("Refreshing", "Rows that differ"), numbered=True, striped=True)
        self.caption = Text("", "caption")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState("check", translate("Refreshing", "None"), ""))
        self.body.addLayout(self._cards())
        self.body.addWidget(self.told)
        self.body.addWidget(self.repeated)
        by = QWidget()
        by.setLayout(row(Text(translate("Refreshing", "Rows are matched by"), "secondary"), self.key))
        if refresh.figures is not None:
            by.hide()
        self.body.addLayout(row(self.part, None, by))
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self.caption)
        self.told.begin(refresh)
        self._show()
        self.part.set_current(next((key for key, count in zip(_order(), self._counts(), strict=True) if count), "changed"))
        self._show_rows()

    def _counts(self) -> tuple[int, int, int]:
        new, changed, removed, _ = self.refresh.told
        return changed, new, removed

    def _cards(self) -> Any:
        cards = []
        names = {**_parts(), "unchanged": translate("Refreshing", "Unchanged")} if self.refresh.figures is None else _of_figures()
        for key, name in names.items():
            self.figures[key] = Text("", "figure")
            self.figures[key].setAccessibleDescription(name)
            card = Card(padding=(10, 14), gap=0)
            card.body.addWidget(Text(name, "caption"))
            card.body.addWidget(self.figures[key])
            cards.append(card)
        return row(*cards, gap=12)

    def _keys(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(translate("Refreshing", "Rows are matched by"))
        for name in self.refresh.keys if self.refresh.figures is None else ():
            box.addItem(name.rsplit("›", 1)[-1], name)
        if self.refresh.comparison.key is None:
            box.insertItem(0, translate("Refreshing", "their whole content"), "")
        box.setCurrentIndex(max(box.findData(self.refresh.comparison.key or ""), 0))
        box.setMinimumWidth(180)
        box.activated.connect(self._match)
        return box

    def _match(self) -> None:
        """Match by another column, on a worker."""
        from fusenapp.flows import refreshing

        found, key = self.refresh, self.key.currentData() or None
        record, read = refreshing.record_of(self._context.snapshot(), found.dataset), self._context.store.read_blob
        self.ok.setEnabled(False)
        self._context.run("", lambda progress: refreshing.with_key(found, record, key, read).reckoned(), self._matched)

    def _rename(self) -> None:
        """Follow other renamed rows, on a worker."""
        from fusenapp.flows import refreshing

        found, followed, snapshot = self.refresh, self.told.followed, self._context.snapshot()
        self.ok.setEnabled(False)
        self._context.run("", lambda progress: refreshing.with_names(found, snapshot, followed), self._renamed)

    def _renamed(self, refresh: Refresh) -> None:
        if {(each.was, each.now) for each in self.told.followed} != set(refresh.prepared.renamed):
            return  # the user has gone on meanwhile
        self.told.say(refresh)
        self._matched(refresh)

    def _matched(self, refresh: Refresh) -> None:
        self.refresh = refresh
        self._show()
        self._show_rows()

    def _show(self) -> None:
        new, changed, removed, unchanged = self.refresh.told
        for key, count in (("new", new), ("changed", changed), ("removed", removed), ("unchanged", unchanged)):
            self.figures[key].setText(f"{count:,}")
        for key, name in _parts().items():
            self.part.set_text(key, f"{name} {self.figures[key].text()}")
        comparison = self.refresh.comparison
        told = comparison.repeated if self.refresh.figures is None else 0
        self.repeated.setVisible(bool(told))
        if told:
            said = translate("Refreshing", "%n key(s) stand in more than one row and were matched in order: {keys}", n=told)
            self.repeated.set("warning", said.format(keys=", ".join(comparison.repeated_keys[:5])), "warn")
        self.ok.setEnabled(self.refresh.brings_something)

    def _show_rows(self) -> None:
        found, part = self.refresh.comparison, self.part.current
        count = dict(zip(_order(), self._counts(), strict=True))[part]
        self._pages.setCurrentIndex(0 if count else 1)
        if self.refresh.figures is not None:
            self.table.setModel(FiguresModel(self.refresh.figures.by_kind[part], self.table))
        elif part == "changed":
            key = (found.key or "").rsplit("›", 1)[-1] or translate("Refreshing", "Place")
            self.table.setModel(ChangesModel(self.refresh.first_changes, self.refresh.prepared.dataset, key, self.table))
        elif part == "new":
            self.table.setModel(SomeRowsModel(self.refresh.prepared.dataset, found.new_rows, self.table))
        else:
            self.table.setModel(SomeRowsModel(self.refresh.before, found.removed_rows, self.table))
        self._fit(changes=self.refresh.figures is None and part == "changed")
        self.caption.setText(translate("Refreshing", "The first {count} rows are shown.").format(count=SHOWN))
        self.caption.setVisible(self.refresh.figures is None and count > SHOWN)

    def _fit(self, *, changes: bool) -> None:
        """Widths after what stands in the columns; was and now share the rest."""
        self.table.verticalHeader().setVisible(not changes and self.refresh.figures is None)
        fit_columns(self.table)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(self.refresh.figures is not None)
        for column in range(self.table.model().columnCount()):
            stretched = changes and column in (WAS, NOW)
            header.setSectionResizeMode(column, header.ResizeMode.Stretch if stretched else header.ResizeMode.Interactive)
            if changes and not stretched:
                self.table.setColumnWidth(column, max(self.table.columnWidth(column), 110))


def _order() -> tuple[str, str, str]:
    return "changed", "new", "removed"


def _parts() -> dict[str, str]:
    return {"changed": translate("Refreshing", "Changed"), "new": translate("Refreshing", "New"), "removed": translate("Refreshing", "Removed")}


def _of_figures() -> dict[str, str]:
    return {"changed": translate("Refreshing", "Changed figures"), "new": translate("Refreshing", "New figures"),
            "removed": translate("Refreshing", "Figures that went"), "unchanged": translate("Refreshing", "Unchanged figures")}
