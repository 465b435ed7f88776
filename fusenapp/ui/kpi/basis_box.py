"""In which month the leads of the whole tree count: kept in the workspace, and seen beside every figure."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from fusenapp.document import Changes
from fusenapp.domain.kpi import basis_of
from fusenapp.editing import kpis
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.kpi.node_kind import fill


class BasisBox(QComboBox):
    """By month of registration, or each step in its own month."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setAccessibleName(translate("KpiKind", "Counts in the month"))
        self.setToolTip(translate("KpiKind", "By registration a lead's whole way counts in the month in which it came; otherwise each step "
                                             "counts in its own month. Sheets are not touched."))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda: kpis.set_basis(context.document, self.currentData()))
        self.refresh()
        context.bridge.changed.connect(self._look)

    def refresh(self) -> None:
        """Look at the document again."""
        fill(self, [("cohort", translate("KpiKind", "Cohort")), ("event", translate("KpiKind", "Event"))],
             basis_of(self._context.snapshot()))

    def _look(self, changes: Changes) -> None:
        if "kpi_basis" in changes.updated.get(("workspace", "workspace"), ()):
            self.refresh()
