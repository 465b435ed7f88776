"""Why a KPI is off its target (the topmost, or the one asked for): the reasons below the table, as a waterfall, and its months as a chart.

Both figures, their change and what the bars leave over are formulas; the bars themselves are figures, since the order-free split
is no formula of cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from fusenapp.domain import calendar
from fusenapp.domain.capacity import closures_of
from fusenapp.errors import InputError
from fusenapp.export import words
from fusenapp.export.sheet import Sheet
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate
from fusenapp.kpi import Explanation, KpiResult, Point, explain_change

_NAME, _VALUE, _UNDER, _TOTAL, _UP, _DOWN = 1, 7, 8, 9, 10, 11
Place = tuple[str, str, str]
"""(node, segment, series)"""


@dataclass(frozen=True)
class Told:
    """What is explained, and over which months."""

    found: Explanation
    months: tuple[str, ...]


def explained(result: KpiResult, source: ExportSource) -> Told | None:
    """The KPI that was asked for, or the topmost one that adds up over months and has targets, against them; None if none can be."""
    asked = [source.explain] if source.explain in result.nodes else []
    return next((told for id in (*asked, *(node.id for node, _ in result.tree.walk())) if (told := _told(result, source, id))), None)


def explainable(result: KpiResult, id: str) -> bool:
    """Whether a waterfall from target to actual can be drawn of a KPI: it adds up, says what it is made of, and has targets."""
    node = result.tree.nodes.get(id)
    return node is not None and node.aggregation == "sum" and id in result.grid.checked.formulas and bool(_months(result, id))


def _months(result: KpiResult, id: str) -> tuple[str, ...]:
    """The fixed months with actual and target; none where they have gaps."""
    node = result.nodes[id]
    known = [m for m in result.months if m not in result.unfixed and node.get(m) is not None and node.get(m, "target") is not None]
    if not known or len(known) != len(calendar.span(known[0], known[-1])):
        return ()
    return tuple(known)


def _told(result: KpiResult, source: ExportSource, id: str) -> Told | None:
    if not explainable(result, id):
        return None
    closures, known = closures_of(source.snapshot), _months(result, id)
    first, last = min(known), max(known)
    period = f"{first}:{last}" if first != last else first
    try:
        found = explain_change(result, id, Point(period, "target"), Point(period), days=lambda month: calendar.working_days(month, closures))
    except InputError:
        return None
    return Told(found, known)


def write_waterfall(sheet: Sheet, source: ExportSource, result: KpiResult, at: Mapping[Place, int], head: int) -> None:
    """Below the table, whose first row comes after its header row.

    Args:
        at: the row of each node, segment and series.
        head: column of the first month.
    """
    told = explained(result, source)
    if told is None:
        return
    node = result.tree.nodes[told.found.node]
    sheet.row += 1
    sheet.section(translate("Export", "Why {name} is off its target").format(name=node.name))
    ends = " – ".join(dict.fromkeys((words.month(told.months[0], source.language), words.month(told.months[-1], source.language))))
    sheet.text(sheet.row, _NAME, ends, "weak")
    for column, name in ((_VALUE, node.unit), (_UNDER, translate("Export", "Below the bar")), (_TOTAL, translate("Export", "Figure")),
                         (_UP, translate("Export", "More")), (_DOWN, translate("Export", "Less"))):
        sheet.text(sheet.row, column, name, "weak")
    first = sheet.row + 1
    _rows(sheet, told, first, _spans(told, result, at, head))
    last = first + len(told.found.bars) + 1
    _chart(sheet, node.name, first, last)
    _trend(sheet, result, told, at, head, last)


def _spans(told: Told, result: KpiResult, at: Mapping[Place, int], head: int) -> tuple[str, str]:
    """Addresses of the months' targets and actuals."""
    columns = [head + result.months.index(month) for month in (told.months[0], told.months[-1])]
    rows = [at[told.found.node, "all", series] for series in ("target", "actual")]
    target, actual = (f"{xl_rowcol_to_cell(r, columns[0])}:{xl_rowcol_to_cell(r, columns[1])}" for r in rows)
    return target, actual


def _rows(sheet: Sheet, told: Told, first: int, spans: tuple[str, str]) -> None:
    found = told.found
    names = [translate("Export", "Target figure"), *(_kind(bar.kind) for bar in found.bars), translate("Export", "Actual")]
    bars = found.whole
    last = first + len(bars) + 1
    sheet.text(first, _NAME, names[0], "strong")
    sheet.formula(first, _VALUE, f"=SUM({spans[0]})", round(found.start))
    sheet.formula(first, _TOTAL, f"={_cell(first, _VALUE)}", round(found.start))
    level = round(found.start)
    for row, (name, bar) in enumerate(zip(names[1:-1], bars, strict=True), first + 1):
        sheet.text(row, _NAME, name)
        sheet.number(row, _VALUE, bar)
        _helpers(sheet, row, first, level, bar)
        level += bar
    sheet.text(last, _NAME, names[-1], "strong")
    sheet.formula(last, _VALUE, f"=SUM({spans[1]})", round(found.end))
    sheet.formula(last, _TOTAL, f"={_cell(last, _VALUE)}", round(found.end))
    sheet.text(last + 1, _NAME, translate("Export", "Left over by the bars"), "weak")
    between = f"{_cell(first + 1, _VALUE)}:{_cell(last - 1, _VALUE)}"
    sheet.formula(last + 1, _VALUE, f"=ROUND({_cell(last, _VALUE)}-{_cell(first, _VALUE)}-SUM({between}),0)", 0)
    sheet.row = last + 2


def _helpers(sheet: Sheet, row: int, first: int, level: int, bar: int) -> None:
    """What stands invisible below the bar, and the bar upwards or downwards."""
    before = f"SUM({xl_rowcol_to_cell(first, _VALUE, row_abs=True)}:{_cell(row - 1, _VALUE)})"
    value = _cell(row, _VALUE)
    sheet.formula(row, _UNDER, f"=MAX(0,MIN({before},{before}+{value}))", max(0, min(level, level + bar)))
    sheet.formula(row, _UP, f"=MAX({value},0)", max(bar, 0))
    sheet.formula(row, _DOWN, f"=MAX(-{value},0)", max(-bar, 0))


def _kind(kind: str) -> str:
    return {"volume": translate("Export", "Volume"), "mix": translate("Export", "Quality"), "rate": translate("Export", "Yield"),
            "price": translate("Export", "Price"), "days": translate("Export", "Business days"), "value": translate("Export", "Amount"),
            "definition": translate("Export", "Definition changed"), "rest": translate("Export", "Not explained by the parts given")}[kind]


def _chart(sheet: Sheet, name: str, first: int, last: int) -> None:
    """A native stacked column chart that stands on an invisible column."""
    chart = sheet.book.file.add_chart({"type": "column", "subtype": "stacked"})
    assert chart is not None
    page = sheet.name
    looks = ((_UNDER, {"fill": {"none": True}, "border": {"none": True}}), (_TOTAL, {"fill": {"color": "#5B6472"}}),
             (_UP, {"fill": {"color": "#2E7D4F"}}), (_DOWN, {"fill": {"color": "#B3261E"}}))
    for column, look in looks:
        chart.add_series({"categories": [page, first, _NAME, last, _NAME], "values": [page, first, column, last, column], "gap": 40, **look})
    chart.set_legend({"none": True})
    chart.set_title({"name": translate("Export", "Why {name} is off its target").format(name=name), "name_font": {"size": 12}})
    chart.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#E3E6EA"}}})
    chart.set_size({"width": 760, "height": 320})
    sheet.page.insert_chart(last + 3, _NAME, chart)


def _trend(sheet: Sheet, result: KpiResult, told: Told, at: Mapping[Place, int], head: int, last: int) -> None:
    """Actuals as columns, targets as a line, from the cells of the table."""
    page, end = sheet.name, head + len(result.months) - 1
    names = min(at.values()) - 1
    bars = sheet.book.file.add_chart({"type": "column"})
    line = sheet.book.file.add_chart({"type": "line"})
    assert bars is not None
    assert line is not None
    for chart, series, tone in ((bars, "actual", "#2F5FB3"), (line, "target", "#1F2937")):
        row = at[told.found.node, "all", series]
        name = translate("Export", "Actual") if series == "actual" else translate("Export", "Target figure")
        look = {"fill": {"color": tone}} if series == "actual" else {"line": {"color": tone, "width": 1.75}}
        chart.add_series({"name": name, "categories": [page, names, head, names, end], "values": [page, row, head, row, end], **look})
    bars.combine(line)
    bars.set_title({"name": result.tree.nodes[told.found.node].name, "name_font": {"size": 12}})
    bars.set_legend({"position": "bottom"})
    bars.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#E3E6EA"}}})
    bars.set_size({"width": 620, "height": 320})
    sheet.page.insert_chart(last + 3, _VALUE + 3, bars)
    sheet.row = last + 20


def _cell(row: int, column: int) -> str:
    return xl_rowcol_to_cell(row, column)
