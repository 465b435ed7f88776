"""One dialog that says which row of a KPI sheet feeds which KPI, and where the sheet is not what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fusenapp.domain.kpi import tree_of
from fusenapp.domain.snapshot import value
from fusenapp.editing import datasets
from fusenapp.errors import FusenError
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.kpi.mapping_model import HOW, KPI, LAST, PARTS, ROW, DifferencesModel, KpiChooser, MappingModel
from fusenapp.ui.widgets import PushButton, SectionHeader, Text, row
from fusenapp.ui.widgets.tables import read_only

if TYPE_CHECKING:
    from fusenapp.flows.kpi_mapping import Difference, Line

_HIGH, _LOW = 300, 150


class MappingDialog(Dialog):
    """Nothing is written before it is accepted; then in one step.

    Args:
        lines: of the sheet, see `flows.kpi_mapping.lines`.
    """

    def __init__(self, context: UiContext, dataset: str, lines: list[Line], parent: QWidget | None = None) -> None:
        told = translate("KpiMapping", "Choose once which KPI each row feeds; it holds whenever the sheet is refreshed. "
                                       "Rows with a KPI's name are suggested.")
        super().__init__(parent, translate("KpiMapping", "Rows and KPIs"), translate("KpiMapping", "Connect"), told, width=900)
        self._context, self._dataset = context, dataset
        tree = tree_of(context.snapshot())
        self.model = MappingModel(tree, lines)
        self.table = read_only(QTableView(), translate("KpiMapping", "Rows and the KPIs that they feed"), rows=False, single=True)
        self.table.setModel(self.model)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.table.clicked.connect(lambda index: self.table.edit(index) if index.column() == KPI else None)
        self._chooser = KpiChooser(tree, self.table)
        self.table.setItemDelegateForColumn(KPI, self._chooser)
        self._fit(self.table, {ROW: 220, PARTS: 186, LAST: 156, HOW: 130}, KPI)
        self.table.setMinimumHeight(_HIGH)
        self.body.addWidget(self.table)
        self.ignore = PushButton("", on=self.model.ignore_open, small=True)
        self.body.addLayout(row(self.ignore, None))
        self.model.dataChanged.connect(self._count)
        self._count()
        self._title = SectionHeader(translate("KpiMapping", "Where the sheet is not what comes out"), translate("KpiMapping", "being checked…"))
        self.body.addWidget(self._title)
        self.differences = read_only(QTableView(), translate("KpiMapping", "Where the sheet is not what comes out"), single=True)
        self.differences.setMinimumHeight(_LOW)
        self.differences.hide()
        self.body.addWidget(self.differences)
        self.fine = Text("", "good")
        self.fine.hide()
        self.body.addWidget(self.fine)
        self._check()

    def _count(self) -> None:
        """How many rows are still open, on the button that settles them."""
        count = len(self.model.open_lines)
        self.ignore.setVisible(bool(count))
        self.ignore.setText(translate("KpiMapping", "Ignore the %n row(s) without a KPI", n=count))

    @staticmethod
    def _fit(table: QTableView, widths: dict[int, int], stretched: int) -> None:
        for column, width in widths.items():
            table.setColumnWidth(column, width)
        table.horizontalHeader().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def _check(self) -> None:
        figures, snapshot, dataset = self._context.store, self._context.snapshot(), self._dataset

        def work(progress: object) -> list[Difference]:
            from fusenapp.flows.kpi_mapping import differences

            return differences(figures, snapshot, dataset)

        self._context.run("", work, self._checked)

    def _checked(self, found: list[Difference]) -> None:
        self._title.caption.setText("")
        self.fine.setVisible(not found)
        self.fine.setText(translate("KpiMapping", "Totals, achievements and figures of the sheet all come out."))
        self.differences.setVisible(bool(found))
        if found:
            self._title.caption.setText(translate("KpiMapping", "%n figure(s)", n=len(found)))
            self.differences.setModel(DifferencesModel(self.model.tree, found))
            self._fit(self.differences, {0: 220, 1: 80, 2: 110, 3: 110}, 4)

    def accept(self) -> None:
        """Write what was chosen otherwise, in one step that can be undone."""
        from fusenapp.flows.kpi_mapping import changed_sources

        changes, ignored = changed_sources(self.model.lines, self.model.sources), self.model.ignored
        if changes or set(ignored) != {(line.source.department, line.source.name) for line in self.model.lines if line.ignored}:
            datasets.connect_rows(self._context.document, self._dataset, changes, ignored)
        if changes:
            fed = sum(source is not None for source in changes.values())
            self._context.notify(translate("KpiMapping", "%n KPI(s) connected with the sheet.", n=fed), undo=True)
        super().accept()


def show_mapping(context: UiContext, parent: QWidget, dataset: str) -> MappingDialog | None:
    """Open the dialog for a sheet; None where its rows cannot be read, which is told."""
    from fusenapp.flows.kpi_mapping import lines
    from fusenapp.flows.remembering import kept_ignored
    from fusenapp.messages import explain

    snapshot = context.snapshot()
    try:
        ignored = kept_ignored(snapshot.get("datasets", dataset) or {})
        found = lines(tree_of(snapshot), dataset, context.store.kpi_rows(snapshot, dataset), ignored)
    except FusenError as error:
        context.notify(explain(error), kind="error")
        return None
    dialog = MappingDialog(context, dataset, found, parent)
    dialog.setWindowTitle(f"{dialog.windowTitle()} — {value('datasets', snapshot.get('datasets', dataset) or {}, 'name')}")
    dialog.open()
    return dialog
