"""The KPI tree with live formulas: per node and segment a row of targets, actuals and achievement, months across.

Formula nodes are written as formulas over the cells of their operands, totals and achievement too, so
that the workbook goes on reckoning when a figure is corrected in it. A missing figure is an empty cell,
months after the as-of month are hatched, and no formula shows an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from fusenapp.domain.agreement import KPI_TREE
from fusenapp.errors import InputError
from fusenapp.export import words
from fusenapp.export.kpi_totals import Totals
from fusenapp.export.kpi_waterfall import write_waterfall
from fusenapp.export.sheet import ACCENT, Book, Sheet
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate
from fusenapp.kpi import KpiResult, to_excel

_SERIES = ("target", "actual")
_NODE_ID = 6  # the hidden column
_HEAD = 7  # columns before the months


@dataclass(frozen=True)
class _Row:
    """One row of figures: a node's series in one segment, or its achievement."""

    node: str
    segment: str
    series: str
    depth: int


def write_kpi(book: Book, source: ExportSource) -> None:
    """One sheet, A3 landscape; needs ``source.kpi``."""
    result = source.kpi
    assert result is not None
    series = 8.5 if source.language == "ja" else 13.0
    widths = [20.0, 26.0, 24.0, 6.5, 13.5, series, 30.0, *([12.0] * len(result.months)), 13.5]
    sheet = book.sheet(words.sheet_names()["kpi"], widths, paper="A3")
    sheet.title(translate("Export", "KPI tree"), " ・ ".join(filter(None, (words.revision_caption(source, KPI_TREE), _basis(source, result)))))
    sheet.head([translate("Export", "Department"), translate("Export", "KPI"), translate("Export", "Reckoned from"), translate("Export", "Unit"),
                translate("Export", "Segment"), translate("Export", "Series"), translate("Export", "Id"),
                *(words.month(m, source.language) for m in result.months), translate("Export", "Total")])
    sheet.freeze(_HEAD)
    writer = _Writer(sheet, source, result)
    writer.write()
    write_waterfall(sheet, source, result, writer.at, _HEAD)
    sheet.hide(_NODE_ID)


def _basis(source: ExportSource, result: KpiResult) -> str:
    way = translate("Export", "Lead lists by month of registration") if result.basis == "cohort" \
        else translate("Export", "Lead lists by month of the event")
    return way + (" ・ " + translate("Export", "As of {month}").format(month=words.month(result.as_of, source.language)) if result.as_of else "")


class _Writer:
    """Places all rows first, so that a formula can point at any of them, then writes them."""

    def __init__(self, sheet: Sheet, source: ExportSource, result: KpiResult) -> None:
        self.sheet = sheet
        self.source = source
        self.result = result
        self.rows = _placed(result)
        self.at = {(r.node, r.segment, r.series): sheet.row + i for i, r in enumerate(self.rows)}
        self.total = _HEAD + len(result.months)
        self.totals = Totals(result, self.at, self._span)
        self.look: dict[str, Any] = {}
        """Changes to the style of every cell of the row being written: a line above the first row of a node."""

    def write(self) -> None:
        for index, row in enumerate(self.rows):
            here = self.sheet.row + index
            first = index == 0 or self.rows[index - 1].node != row.node
            self.look = {"top": 1, "top_color": ACCENT} if first else {}
            self._labels(here, row, first=first)
            for column, month in enumerate(self.result.months, _HEAD):
                self._figure(here, column, row, month)
            self._total(here, row)
        self.sheet.row += len(self.rows)

    def _labels(self, here: int, row: _Row, *, first: bool) -> None:
        """The first row of a node names it in full; on the others the name is there for filters, but steps back."""
        node, look = self.result.nodes[row.node].node, self.look
        style = "strong" if first else "weak"
        self.sheet.text(here, 0, words.department_name(self.source.snapshot, node.department), "cell" if first else "weak", **look)
        self.sheet.text(here, 1, node.name, style, indent=row.depth + 1, text_wrap=False, **look)
        self.sheet.text(here, 2, re.sub(r"[\[\]]", "", node.formula) if first else "", "weak", text_wrap=False, shrink=True, **look)
        for column, text in ((3, node.unit), (4, _segment_name(row.segment)), (5, _series_name(row.series))):
            self.sheet.text(here, column, text, "centre", **look)
        self.sheet.text(here, _NODE_ID, f"{row.node}/{row.segment}/{row.series}", "hidden")
        self.sheet.page.set_row(here, 18)

    def _figure(self, here: int, column: int, row: _Row, month: str) -> None:
        style = self._style(row)
        if row.series == "achievement":
            value = self.result.nodes[row.node].achievement.get(row.segment, {}).get(month)
            self.sheet.formula(here, column, self._achievement(row, column), "—" if value is None else value, style, **self.look)
            return
        if row.series == "actual" and month in self.result.unfixed:
            self.sheet.text(here, column, "", "unfixed", **self.look)
            return
        value = self.result.nodes[row.node].get(month, row.series, row.segment)
        live = self._live(row, column)
        if live:
            self.sheet.formula(here, column, live, value, style, **self.look)
        else:
            self.sheet.number(here, column, value, style, **self.look)

    def _total(self, here: int, row: _Row) -> None:
        look = self.look | {"bold": True}
        if row.series == "achievement":
            value: Any = self.result.achievement(row.node, self.result.months, row.segment)
            formula, value = self.totals.achievement(row.node, row.segment), "—" if value is None else value
        else:
            value = self.result.value(row.node, self.result.months, row.series, row.segment)
            formula = self.totals.figure(row.node, row.segment, row.series)
        if formula is not None:
            self.sheet.formula(here, self.total, formula, value, self._style(row), **look)
        elif isinstance(value, str):
            self.sheet.text(here, self.total, value, self._style(row), **look)
        else:
            self.sheet.number(here, self.total, value, self._style(row), **look)

    def _live(self, row: _Row, column: int) -> str | None:
        """The node's formula over this month's cells; None if the figure was given, or an operand has no row."""
        found = self.result.nodes[row.node]
        if found.origin.get(row.series) != "formula" or not found.node.reckoned:
            return None

        def cell_of(id: str, segment: str | None) -> str:
            return xl_rowcol_to_cell(self.at[id, segment or row.segment, row.series], column)

        try:
            return to_excel(self.result.tree, row.node, cell_of)
        except (KeyError, InputError):  # an operand without a row, or a formula that cannot be read: the figure alone is written
            return None

    def _achievement(self, row: _Row, column: int) -> str:
        target = xl_rowcol_to_cell(self.at[row.node, row.segment, "target"], column)
        actual = xl_rowcol_to_cell(self.at[row.node, row.segment, "actual"], column)
        return f'=IF(OR(COUNT({target},{actual})<2,N({target})<=0),"—",{actual}/{target})'

    def _span(self, row: int) -> str:
        return f"${xl_col_to_name(_HEAD)}${row + 1}:${xl_col_to_name(self.total - 1)}${row + 1}"

    def _style(self, row: _Row) -> str:
        node = self.result.nodes[row.node].node
        if row.series == "achievement":
            return "achievement" if node.direction == "up" else "achievement-down"
        return "percent" if node.unit == "%" else "decimal" if node.unit == "営業日" else "count"


def _placed(result: KpiResult) -> list[_Row]:
    """The rows in the order of the tree: every segment with a figure, with targets and achievement where there are targets.

    A node without any figure has one empty row, so that the whole tree is there and can be filled in.
    """
    rows = []
    for node, depth in result.tree.walk():
        found = result.nodes[node.id]
        for segment in found.segments:
            there = [s for s in _SERIES if found.series[segment].get(s)]
            rows += [_Row(node.id, segment, s, depth) for s in there]
            if len(there) == len(_SERIES):
                rows.append(_Row(node.id, segment, "achievement", depth))
        if not rows or rows[-1].node != node.id:
            rows.append(_Row(node.id, "all", "actual", depth))
    return rows


def _segment_name(segment: str) -> str:
    return {"all": translate("Export", "All leads"), "quality": translate("Export", "Quality leads"),
            "general": translate("Export", "General leads"), "unknown": translate("Export", "Not enough information")}[segment]


def _series_name(series: str) -> str:
    return {"target": translate("Export", "Target figure"), "actual": translate("Export", "Actual"),
            "achievement": translate("Export", "Achievement")}[series]
