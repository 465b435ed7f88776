"""What sales can take up against what comes in, month by month, as live formulas, with a native chart.

Business days, people, hours a lead and leads are figures that can be changed in the workbook; hours, work, room and the difference follow
from them by formula. A month of which nothing is known has hatched cells.
"""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from fusenapp.domain.capacity import Capacity
from fusenapp.export import words
from fusenapp.export.sheet import CAPTION, Book, Sheet
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate
from fusenapp.kpi.capacity import CapacityTable, MonthLoad

_LABEL, _FTE, _PER_DAY, _HEAD = 0, 1, 2, 3


def write_capacity(book: Book, source: ExportSource) -> None:
    """One sheet, A4 landscape; needs ``source.capacity`` and ``source.load``."""
    assert source.capacity is not None
    assert source.load is not None
    months = source.load.months
    sheet = book.sheet(words.sheet_names()["capacity"], [34.0, 9.0, 11.0, *([10.5] * len(months))])
    sheet.title(translate("Capacity", "Load and capacity by month"), _caption(source, source.load))
    names = [words.month(m.month, source.language) for m in months]
    sheet.head(["", translate("Capacity", "FTE"), translate("Capacity", "Hours a day"), *names])
    sheet.freeze(_HEAD)
    _Writer(sheet, source.capacity, source.load).write()


def _caption(source: ExportSource, table: CapacityTable) -> str:
    name = source.kpi.tree.nodes[table.node].name if source.kpi is not None and table.node in source.kpi.tree.nodes else ""
    as_of = translate("Export", "As of {month}").format(month=words.month(table.as_of, source.language)) if table.as_of else ""
    return " ・ ".join(filter(None, (name, as_of)))


class _Writer:
    """Writes row by row and remembers where each kind of figure stands."""

    def __init__(self, sheet: Sheet, capacity: Capacity, table: CapacityTable) -> None:
        self.sheet, self.capacity, self.months = sheet, capacity, table.months
        self.at: dict[str, int] = {}

    def write(self) -> None:
        """Days, everybody's hours, leads, work, what follows."""
        self._figures("days", translate("Capacity", "Business days"), [float(m.days) for m in self.months])
        self._people()
        self._rates()
        self._leads()
        self._outcome()
        self._origins()
        self._chart()

    # rows

    def _row(self, key: str, label: str, style: str = "label") -> int:
        here = self.sheet.row
        self.at[key] = here
        self.sheet.text(here, _LABEL, label, style)
        for column in (_FTE, _PER_DAY):
            self.sheet.text(here, column, "")
        self.sheet.page.set_row(here, 20)
        self.sheet.row += 1
        return here

    def _figures(self, key: str, label: str, figures: list[float | None], style: str = "count") -> None:
        here = self._row(key, label)
        for at, figure in enumerate(figures):
            if figure is None:
                self.sheet.text(here, _HEAD + at, "", "unfixed")
            else:
                self.sheet.number(here, _HEAD + at, figure, style, **self._look(at))

    def _look(self, at: int) -> dict[str, object]:
        """Months to come step back."""
        return {} if self.months[at].fixed else {"italic": True, "font_color": CAPTION}

    def _formulas(self, key: str, label: str, formula, value, style: str) -> None:
        """A row of formulas; months without leads are hatched. ``formula``: column → text, ``value``: month → figure or None."""
        here = self._row(key, label, "strong")
        for at, month in enumerate(self.months):
            figure = value(month)
            if figure is None:
                self.sheet.text(here, _HEAD + at, "", "unfixed")
            else:
                digits = {"num_format": "0.000"} if style == "precise" else {}
                self.sheet.formula(here, _HEAD + at, formula(_HEAD + at), figure, "decimal" if digits else style, **digits, **self._look(at))

    def _cell(self, key: str, column: int) -> str:
        return xl_rowcol_to_cell(self.at[key], column)

    def _people(self) -> None:
        """Everybody's hours: people × pace × there × (days − leave) × hours a day."""
        first = self.sheet.row
        for number, share in enumerate(self.months[0].shares):
            here = self._row(f"person {number}", share.name or translate("Capacity", "People in sales"), "cell")
            self.sheet.number(here, _FTE, share.fte, "decimal", num_format="0.0#")
            self.sheet.number(here, _PER_DAY, share.hours_per_day, "decimal", num_format="0.0#")
            for at, month in enumerate(self.months):
                mine = month.shares[number]
                who = f"{xl_rowcol_to_cell(here, _FTE, col_abs=True)}*{xl_rowcol_to_cell(here, _PER_DAY, col_abs=True)}"
                text = f"={who}*{mine.pace!r}*(1-{mine.leave!r})*({self._cell('days', _HEAD + at)}-{mine.away})"
                self.sheet.formula(here, _HEAD + at, text, mine.hours, "decimal", **self._look(at))
        last = self.sheet.row - 1
        self._formulas("hours", translate("Capacity", "Hours of sales"),
                       lambda c: f"=SUM({xl_rowcol_to_cell(first, c)}:{xl_rowcol_to_cell(last, c)})", lambda m: m.hours, "decimal")

    def _rates(self) -> None:
        for key, label, figure in (("quality hours", translate("Capacity", "Hours per quality lead"), self.capacity.hours_for_quality),
                                   ("general hours", translate("Capacity", "Hours per general lead"), self.capacity.hours_per_lead)):
            here = self._row(key, label)
            self.sheet.number(here, _PER_DAY, figure, "decimal", num_format="0.0##")

    def _rate(self, key: str) -> str:
        return xl_rowcol_to_cell(self.at[key], _PER_DAY, row_abs=True, col_abs=True)

    def _leads(self) -> None:
        due = [m.due for m in self.months]
        self._figures("quality", translate("Capacity", "Quality leads due"), [d.quality if d else None for d in due], "decimal")
        self._figures("all", translate("Capacity", "Leads due"), [d.all if d else None for d in due], "decimal")

    def _outcome(self) -> None:
        quality, general = self._rate("quality hours"), self._rate("general hours")

        def work(column: int) -> str:
            good = self._cell("quality", column)
            return f"={good}*{quality}+({self._cell('all', column)}-{good})*{general}"

        def mean(column: int) -> str:
            every = self._cell("all", column)
            return f"=IF({every}>0,{self._cell('work', column)}/{every},{general})"

        self._formulas("work", translate("Capacity", "Work in all"), work, lambda m: m.work, "decimal")
        self._formulas("mean", translate("Capacity", "Hours of a lead on average"), mean, _known(lambda m: m.mean_hours), "precise")
        self._formulas("room", translate("Capacity", "Can do"), lambda c: f"={self._cell('hours', c)}/{self._cell('mean', c)}",
                       _known(lambda m: m.room), "decimal")
        self._formulas("over", translate("Capacity", "Too many (below 0: room left)"),
                       lambda c: f"={self._cell('all', c)}-{self._cell('room', c)}", lambda m: m.over, "decimal")

        def use(column: int) -> str:
            hours = self._cell("hours", column)
            return f'=IF({hours}>0,{self._cell("work", column)}/{hours},"")'

        self._formulas("use", translate("Capacity", "Load = work ÷ hours"), use, lambda m: m.use, "percent")
        red = self.sheet.book.style("decimal", font_color="#B3261E", bold=True)
        span = (self.at["over"], _HEAD, self.at["over"], _HEAD + len(self.months) - 1)
        self.sheet.page.conditional_format(*span, {"type": "cell", "criteria": ">", "value": 0, "format": red})

    def _origins(self) -> None:
        here = self._row("origin", translate("Capacity", "Taken from"))
        for at, month in enumerate(self.months):
            self.sheet.text(here, _HEAD + at, _origin(month), "centre", font_size=9)

    def _chart(self) -> None:
        """Leads as stacked columns, what can be taken up as a line."""
        bars, line = (self.sheet.book.file.add_chart(kind) for kind in ({"type": "column"}, {"type": "line"}))
        assert bars is not None
        assert line is not None
        for chart, key, name, look in ((bars, "all", translate("Capacity", "Leads due"), {"fill": {"color": "#B4CFEA"}, "gap": 60}),
                                       (line, "room", translate("Capacity", "Can do"), {"line": {"color": "#1F2937", "width": 2}})):
            chart.add_series({"name": name, "categories": self._span(3), "values": self._span(self.at[key]), **look})
        bars.combine(line)
        bars.set_title({"name": translate("Capacity", "Load and capacity by month"), "name_font": {"size": 12}})
        bars.set_legend({"position": "bottom"})
        bars.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#E3E6EA"}}})
        bars.set_size({"width": 900, "height": 300})
        self.sheet.row += 1
        self.sheet.page.insert_chart(self.sheet.row, _LABEL, bars)
        self.sheet.row += 16

    def _span(self, row: int) -> list[str | int]:
        return [self.sheet.name, row, _HEAD, row, _HEAD + len(self.months) - 1]


def _known(figure):
    """The figure only where leads are known."""
    return lambda month: None if month.due is None else figure(month)


def _origin(month: MonthLoad) -> str:
    if month.handed is None:
        return "—"
    said = {"actual": translate("Capacity", "Actual"), "forecast": translate("Capacity", "Forecast"), "target": translate("Capacity", "Target"),
            "carried": translate("Capacity", "As it went on"), "scenario": translate("Capacity", "Scenario")}[month.handed.origin]
    return said + (translate("Capacity", ", with plan") if month.handed.planned else "")
