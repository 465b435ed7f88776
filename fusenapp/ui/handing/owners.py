"""Which department has the leads that were given back: a row a department, a column a month."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QWidget

from fusenapp.domain.snapshot import Snapshot
from fusenapp.flows.handing import Handing
from fusenapp.i18n import translate
from fusenapp.ui.widgets.rows_table import Column, fill_table, rows_table, table_card

_MOST = 12
"""Months that are shown, the last ones; the total is over all."""
_WIDTH, _TOTAL = 62, 84


def owners_card(snapshot: Snapshot, found: Handing) -> QWidget:
    """Counts by department and month, with the total."""
    months = sorted({month for counts in found.owners.values() for month in counts if month})[-_MOST:]
    table = rows_table(translate("Handing", "Leads given back by department"))
    columns = [Column(translate("Handing", "Department")), *(Column(month[2:].replace("-", "/"), "number") for month in months),
               Column(translate("Handing", "Total"), "number")]
    rows = [(_name(snapshot, owner), *(counts.get(month, 0) for month in months), sum(counts.values()))
            for owner, counts in found.owners.items()]
    fill_table(table, columns, rows)
    for at in range(1, len(columns)):
        table.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(at, _WIDTH if at < len(columns) - 1 else _TOTAL)
    return table_card(translate("Handing", "Leads given back by department"),
                      translate("Handing", "who takes them on by the reason, by month of the hand-over"), table)


def _name(snapshot: Snapshot, department: str) -> str:
    return snapshot.value("departments", department, "name") if department else translate("Handing", "No department")
