"""What a refresh would bring: new, changed and removed rows by key, what was and what is now; taken only when the user says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QStackedWidget, QTableView, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.importing.preview import fit_columns
from fusenapp.ui.leads.refresh_models import NOW, SHOWN, WAS, ChangesModel, SomeRowsModel
from fusenapp.ui.widgets import Card, EmptyState, IconLabel, SegmentedControl, Text, row
from fusenapp.ui.widgets.tables import read_only

if TYPE_CHECKING:
    from fusenapp.flows import ImportReport
    from fusenapp.flows.refreshing import Refresh

_CHANGES_TOLD = 6


def start_refresh(context: UiContext, parent: QWidget, dataset: str, path: Path | None = None) -> None:
    """Read the source of a list again (or another file) on a worker, then show what would come."""
    snapshot, read = context.snapshot(), context.store.read_blob

    def look(progress: Any) -> Refresh:
        from fusenapp.flows import refreshing

        return refreshing.look(snapshot, read, dataset, path, progress=progress)

    def show(found: Refresh) -> None:
        dialog = RefreshDialog(context, found, parent)
        dialog.accepted.connect(lambda: accept(context, dialog.refresh))
        dialog.open()

    source = path or Path(snapshot.value("datasets", dataset, "source"))
    context.run(translate("Leads", "Reading {name} again").format(name=source.name), look, show, owner=parent)


def accept(context: UiContext, found: Refresh) -> None:
    """Take a refresh that the user looked at; a watched file makes way for the file that came in its place."""
    from fusenapp.ui.leads.watching import Watching

    watching, before = Watching.of(context), Path(context.snapshot().value("datasets", found.dataset, "source"))
    take(context, found)
    if watching.target(found.dataset) == before != found.prepared.path:
        watching.watch(found.dataset, found.prepared.path)
    watching.clear(found.dataset)


def take(context: UiContext, found: Refresh) -> ImportReport:
    """Put a refresh into the workspace, and tell."""
    from fusenapp.flows import refreshing

    report = refreshing.take(context.document, context.workspace.blobs.put, context.workspace.blobs.get, found)
    context.bridge.flush()
    context.notify(words(found), undo=True)
    return report


def words(found: Refresh) -> str:
    """What a refresh brought, in one sentence."""
    new, changed, removed, _ = (f"{count:,}" for count in found.counts)
    text = translate("Leads", "“{name}” was refreshed from {file}: {new} new, {changed} changed, {removed} removed rows.")
    return text.format(name=found.name, file=found.prepared.path.name, new=new, changed=changed, removed=removed)


class RefreshDialog(Dialog):
    """Afterwards ``refresh``, with the key that the user chose."""

    def __init__(self, context: UiContext, refresh: Refresh, parent: QWidget | None = None) -> None:
        title = translate("Leads", "Refresh “{name}”").format(name=refresh.name)
        super().__init__(parent, title, translate("Leads", "Refresh"), str(refresh.prepared.path), width=820)
        self.resize(960, 660)
        self._context, self.refresh = context, refresh
        self.figures: dict[str, Text] = {}
        self.changes = QVBoxLayout()
        self.repeated = IconLabel("warning", "", token="warn")
        self.part = SegmentedControl([(key, "") for key in _parts()], "changed", name=translate("Leads", "What to show"))
        self.part.changed.connect(lambda _: self._show_rows())
        self.key = self._keys()
        self.table = read_only(QTableView(), translate("Leads", "Rows that differ"), numbered=True, striped=True)
        self.caption = Text("", "caption")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState("check", translate("Leads", "None"), ""))
        self.body.addLayout(self._cards())
        self.body.addLayout(self.changes)
        self.body.addWidget(self.repeated)
        self.body.addLayout(row(self.part, None, Text(translate("Leads", "Rows are matched by"), "secondary"), self.key))
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self.caption)
        self._show_changes()
        self._show()
        self.part.set_current(next((key for key, count in zip(_order(), self._counts(), strict=True) if count), "changed"))
        self._show_rows()

    def _counts(self) -> tuple[int, int, int]:
        new, changed, removed, _ = self.refresh.counts
        return changed, new, removed

    def _cards(self) -> Any:
        cards = []
        for key, name in {**_parts(), "unchanged": translate("Leads", "Unchanged")}.items():
            self.figures[key] = Text("", "figure")
            self.figures[key].setAccessibleDescription(name)
            card = Card(padding=(10, 14), gap=0)
            card.body.addWidget(Text(name, "caption"))
            card.body.addWidget(self.figures[key])
            cards.append(card)
        return row(*cards, gap=12)

    def _keys(self) -> QComboBox:
        from fusenapp.flows import refreshing

        box = QComboBox()
        box.setAccessibleName(translate("Leads", "Rows are matched by"))
        for name in refreshing.key_choices(self.refresh):
            box.addItem(name.rsplit("›", 1)[-1], name)
        if self.refresh.comparison.key is None:
            box.insertItem(0, translate("Leads", "their whole content"), "")
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
        self._context.run("", lambda progress: refreshing.with_key(found, record, key, read), self._matched)

    def _matched(self, refresh: Refresh) -> None:
        self.refresh = refresh
        self._show()
        self._show_rows()

    def _show_changes(self) -> None:
        """What is different about the layout, a line each."""
        told = self.refresh.changes
        lines = [change.message() for change in told[:_CHANGES_TOLD]]
        if len(told) > _CHANGES_TOLD:
            lines.append(translate("Leads", "and %n more", n=len(told) - _CHANGES_TOLD))
        for line in lines:
            self.changes.addWidget(IconLabel("warning", line, token="warn"))

    def _show(self) -> None:
        new, changed, removed, unchanged = self.refresh.counts
        for key, count in (("new", new), ("changed", changed), ("removed", removed), ("unchanged", unchanged)):
            self.figures[key].setText(f"{count:,}")
        for key, name in _parts().items():
            self.part.set_text(key, f"{name} {self.figures[key].text()}")
        comparison = self.refresh.comparison
        self.repeated.setVisible(bool(comparison.repeated))
        if comparison.repeated:
            said = translate("Leads", "%n key(s) stand in more than one row and were matched in order: {keys}", n=comparison.repeated)
            self.repeated.set("warning", said.format(keys=", ".join(comparison.repeated_keys[:5])), "warn")
        self.ok.setEnabled(self.refresh.brings_something)

    def _show_rows(self) -> None:
        found, part = self.refresh.comparison, self.part.current
        count = dict(zip(_order(), self._counts(), strict=True))[part]
        self._pages.setCurrentIndex(0 if count else 1)
        if part == "changed":
            key = (found.key or "").rsplit("›", 1)[-1] or translate("Leads", "Place")
            self.table.setModel(ChangesModel(self.refresh.row_changes(SHOWN), self.refresh.prepared.dataset, key, self.table))
        elif part == "new":
            self.table.setModel(SomeRowsModel(self.refresh.prepared.dataset, found.new_rows, self.table))
        else:
            self.table.setModel(SomeRowsModel(self.refresh.before, found.removed_rows, self.table))
        self._fit(part == "changed")
        self.caption.setText(translate("Leads", "The first {count} rows are shown.").format(count=SHOWN))
        self.caption.setVisible(count > SHOWN)

    def _fit(self, changes: bool) -> None:
        """Widths after what stands in the columns; was and now share the rest."""
        self.table.verticalHeader().setVisible(not changes)
        fit_columns(self.table)
        header = self.table.horizontalHeader()
        for column in range(self.table.model().columnCount()):
            stretched = changes and column in (WAS, NOW)
            header.setSectionResizeMode(column, header.ResizeMode.Stretch if stretched else header.ResizeMode.Interactive)
            if changes and not stretched:
                self.table.setColumnWidth(column, max(self.table.columnWidth(column), 110))


def _order() -> tuple[str, str, str]:
    return "changed", "new", "removed"


def _parts() -> dict[str, str]:
    return {"changed": translate("Leads", "Changed"), "new": translate("Leads", "New"), "removed": translate("Leads", "Removed")}
