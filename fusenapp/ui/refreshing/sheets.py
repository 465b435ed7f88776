"""The imported KPI sheets: which of them are watched, and what can be done with each."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from fusenapp.document import Changes
from fusenapp.domain.snapshot import value
from fusenapp.editing import datasets
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import ElidedLabel, IconButton, row

_ROOM = 230
"""Most that the words about the watching may take of the header."""


class KpiSheets(QWidget):
    """A button with the menu of the sheets, and beside it what their watching says; not seen while there is no sheet."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._watching = None
        self.said = ElidedLabel("", "caption")
        self.said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.said.setMaximumWidth(_ROOM)
        self._picture = QLabel()
        self._picture.setPixmap(icons.pixmap("eye", 16, "text3"))
        self.more = IconButton("more", translate("Refreshing", "KPI sheets"), on=self._pop_up)
        self.setLayout(row(self._picture, self.said, self.more, gap=6))
        context.bridge.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Look at the document and the watching again."""
        sheets = self._sheets()
        if self._watching is None and sheets and self._context.workspace is not None and self._context.settings.get("watches"):
            self._watch()
        said = [said for id, _ in sheets if self._watching is not None and (said := self._watching.said(id))]
        self.said.setText(said[0] if len(said) == 1 else translate("Refreshing", "%n sheet(s) watched", n=len(said)))
        self._picture.setToolTip("\n".join(said))
        for part in (self._picture, self.said):
            part.setVisible(bool(said))
        self.setVisible(bool(sheets))

    def _sheets(self) -> list[tuple[str, str]]:
        return [(record["id"], value("datasets", record, "name")) for record in self._context.snapshot().all("datasets", purpose="kpi")]

    def _watch(self) -> None:
        """Hear of the watching; what that needs is loaded only when it is needed."""
        from fusenapp.ui.refreshing.watching import Watching

        self._watching = Watching.of(self._context)
        self._watching.changed.connect(self._said)

    def _said(self, _dataset: str) -> None:
        self.refresh()

    def _changed(self, changes: Changes) -> None:
        if any(kind == "datasets" for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self.refresh()

    def _pop_up(self) -> None:
        if self._watching is None and self._context.workspace is not None:
            self._watch()
        self.menu = menu = QMenu(self)
        sheets = self._sheets()
        for id, name in sheets:
            part = menu.addMenu(name) if len(sheets) > 1 else menu
            if part is menu:
                menu.addSection(name)
            self._fill(part, id)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _fill(self, menu: QMenu, id: str) -> None:
        from fusenapp.ui.refreshing.menu import source_actions

        source_actions(menu, self, self._context, id, self._watching)
        menu.addSeparator()
        if self._context.store is not None:
            menu.addAction(translate("KpiMapping", "Rows and KPIs…"), lambda: self._map(id))
        menu.addAction(translate("Refreshing", "Delete this sheet"), lambda: self._delete(id))

    def _map(self, id: str) -> None:
        """Which row feeds which KPI."""
        from fusenapp.ui.kpi.mapping_dialog import show_mapping

        self.mapping = show_mapping(self._context, self.window(), id)

    def _delete(self, id: str) -> None:
        datasets.delete_dataset(self._context.document, id)
        self._context.notify(translate("Refreshing", "The KPI sheet was deleted."), undo=True)
