"""What the assistant shows of a file that was read: its tables, the sheet, the result, and what can be set right beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fusenapp.domain.snapshot import value
from fusenapp.i18n import translate
from fusenapp.ui.importing import together, told
from fusenapp.ui.importing.column_panel import ColumnPanel
from fusenapp.ui.importing.pages import Banner
from fusenapp.ui.importing.side_panel import SidePanel
from fusenapp.ui.importing.thumbnails import Thumbnails
from fusenapp.ui.importing.understanding import Understanding
from fusenapp.ui.importing.workbench import Workbench
from fusenapp.ui.widgets import FormRow, IconLabel, SegmentedControl, column, field, row

if TYPE_CHECKING:
    from fusenapp.flows import Prepared
    from fusenapp.tables import Book
    from fusenapp.ui.importing.sheet_view import SheetView

ROOMY = 1020
"""Width from which there is room for everything."""


class Content(QWidget):
    """The page; it is made in `steps`, so that the window never waits for all of it.

    Attributes:
        ready: everything about the chosen table is on the screen.
        member: which of the tables put together is shown on the sheet; 0 for a single one.
        column: name (in the header) of the column that is set right.

    Signals:
        table_asked: the user chose another table, or a sheet.
    """

    table_asked = Signal()

    def __init__(self, work: Understanding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._sheet = -1
        self.ready = False
        self.member = 0
        self.column = ""
        self.tables: Thumbnails | None = None

    # making

    def steps(self) -> tuple[Callable[[], Any], ...]:
        """What makes it, one after the other."""
        return self._make_top, self._make_bench, self._make_columns, self._make_side, self._lay_out

    def _make_top(self) -> None:
        self.purpose = SegmentedControl([("leads", translate("Importing", "Lead list")), ("outcomes", translate("Joining", "Outcomes")),
                                         ("kpi", translate("Importing", "KPI sheet")),
                                         ("interviews", translate("Importing", "Interviews"))], "leads",
                                        name=translate("Importing", "What it is"))
        self.name_field = field("", name=translate("Importing", "Name"))
        self.where = IconLabel("plus", "", token="text3", role="caption")
        self.banner = Banner(translate("Importing", "Read without corrections"), self._work.start_over)

    def _make_bench(self) -> None:
        self.bench = Workbench(self._work.take_back, self._work.start_over)

    def _make_columns(self) -> None:
        self._columns = ColumnPanel()

    def _make_side(self) -> None:
        self.side = SidePanel(self._columns)

    def _lay_out(self) -> None:
        self._tables_place = QHBoxLayout()
        self._tables_place.setSpacing(0)
        what, called = FormRow(translate("Importing", "What it is"), self.purpose), FormRow(translate("Importing", "Name"), self.name_field)
        about = row(what, called, gap=16)
        about.setStretch(1, 1)
        top = row(about, column(20, self.where, gap=0), gap=16)
        top.setStretch(0, 1)
        middle = row(self._tables_place, self.bench, self.side, gap=12)
        middle.setStretch(1, 1)
        whole = column(top, self.banner, middle, gap=10)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    @property
    def sheet(self) -> SheetView:
        """The raw grid."""
        return self.bench.sheet

    def make_room(self, width: int) -> None:
        """On a small screen the sheet needs the room most."""
        narrow = width < ROOMY
        self.side.set_narrow(narrow)
        self.bench.hint.setVisible(not narrow)
        if self.tables is not None:
            self.tables.set_narrow(narrow)

    def order_tabs(self, *ends: QWidget) -> None:
        """The keyboard goes as the eye does; the parts that were made last would come after the buttons (``ends``)."""
        bench, tables = self.bench, [self.tables] if self.tables else []
        parts = [self.purpose, self.name_field, self.banner, *tables, bench.shown, bench.undo, bench.reset, self.sheet, bench.view, self.side]
        inside = [w for part in parts for w in (part, *part.findChildren(QWidget))]
        chain = [w for w in (*inside, *ends) if w.focusPolicy() & w.focusPolicy().TabFocus and w.window() is self.window()]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    # a file

    def show_book(self, book: Book, prepared: Prepared | None) -> None:
        """Its tables; the one that was understood is chosen."""
        while self._tables_place.count():
            item = self._tables_place.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        tables = Thumbnails(book)
        if not tables.worth_showing:
            tables.hide()
        tables.set_narrow(self.window().width() < ROOMY)
        self._tables_place.addWidget(tables)
        self.tables, self._sheet = tables, -1
        if prepared is not None:
            tables.choose(prepared.table)
        elif tables.count():
            tables.setCurrentRow(0)
        tables.currentItemChanged.connect(self.table_asked)

    @property
    def entry_sheet(self) -> int:
        """The sheet that is chosen."""
        entry = self.tables.entry if self.tables else None
        return entry.sheet if entry else 0

    @property
    def shown_sheet(self) -> int:
        """The sheet that is seen."""
        return self._sheet

    def show_bare(self) -> None:
        """A sheet without a table: only its cells."""
        self._show_sheet(self.entry_sheet)
        self.bench.show_legend(self.sheet.sheet.roles.present() if self.sheet.sheet else [])
        self.bench.show_result(None)
        self.bench.caption.setText("")
        self.side.show_no_table()
        self.side.show_meanings(None, {})
        self.side.show_column(None, front=False)
        self.side.table.hide()
        self.bench.say_hint()
        self.banner.say("info", "info", "", link=False)
        self.show_state()
        self.ready = True

    def _show_sheet(self, number: int) -> None:
        book = self._work.book
        assert book is not None
        if number != self._sheet:
            self._sheet = number
            self.sheet.show_sheet(book.sheets[number].preview)

    # a table

    def show_table(self, ends: tuple[QWidget, ...]) -> None:
        """What was understood; the larger parts one after the other, so that the window never waits for all of them."""
        prepared = self._work.prepared
        assert prepared is not None
        self.ready = False
        self.member = min(self.member, max(len(prepared.layout.members) - 1, 0))
        self.purpose.set_current(prepared.purpose)
        if not self.name_field.isModified():
            self.name_field.setText(self._suggested_name(prepared))
            self.name_field.setCursorPosition(0)
        self.say_where()
        icon, token, words = told.said_above(prepared, self._work.former())
        self.banner.say(icon, token, words, link=prepared.used == "remembered")
        self.bench.busy.hide()
        self.show_state()
        in_turn(self, self._show_cells, self._show_doubts, self._show_rows, self._show_meanings, lambda: self._done(ends))

    def _done(self, ends: tuple[QWidget, ...]) -> None:
        self.order_tabs(*ends)
        self.ready = self._work.prepared is not None

    def _suggested_name(self, prepared: Prepared) -> str:
        """The name under which the same file was imported before, else the title of the table or the file's name."""
        former = self._work.former()
        return value("datasets", former, "name") if former else prepared.dataset.title or self._work.origin or prepared.path.stem

    @property
    def name(self) -> str:
        """What to call the list."""
        return self.name_field.text().strip() or self._work.path.stem

    def say_where(self) -> None:
        """Whether this makes a new list or refreshes one that is there."""
        if self._work.prepared is None:
            return
        former = self._work.former(self.name)
        self.where.set(*told.destination(former, self._work.prepared.purpose))

    def show_state(self) -> None:
        """Whether there is something to take back."""
        found = self._work.corrections
        self.bench.undo.setEnabled(bool(found and found.steps))
        self.bench.reset.setEnabled(bool(found and found.any))

    def _show_cells(self) -> None:
        prepared, found = self._work.prepared, self._work.corrections
        if prepared is None or found is None:
            return
        self._show_sheet(together.sheet_of(prepared, self.member))
        model = self.sheet.sheet
        if model is not None:
            model.roles.take(prepared, together.corrections(prepared, found, self.member), self.member)
            model.set_marks(told.marks(prepared, told.sheet_name(prepared, self.member)))
            self.bench.show_legend(model.roles.present())
        self.bench.say_hint(together.hint(prepared, self.member))

    def _show_doubts(self) -> None:
        prepared, found = self._work.prepared, self._work.corrections
        if prepared is None or found is None:
            return
        self.side.show_problems(prepared.problems, together.sheets(prepared))
        self.bench.caption.setText(told.caption(prepared))
        settled, layout = found.recipe, prepared.layout
        self.side.table.show_table(settled.as_of, settled.year, layout.as_of, layout.year)
        self.side.table.show()

    def _show_rows(self) -> None:
        if self._work.prepared is not None and self._work.corrections is not None:
            self.bench.show_result(self._work.prepared, told.settled_columns(self._work.corrections.recipe))

    def _show_meanings(self) -> None:
        prepared = self._work.prepared
        if prepared is None:
            return
        if prepared.purpose == "leads":
            self.side.show_meanings(prepared.dataset.names, self._work.meanings(self.name))
        else:
            self.side.show_meanings(None, {})
        self.show_column(self.column, front=False)

    # one column, one cell

    def show_column(self, name: str, *, front: bool) -> None:
        """The column to set right; empty for none."""
        self.column = name
        prepared, found, facts = self._work.prepared, self._work.corrections, None
        if name and prepared is not None and found is not None:
            facts = told.column_facts(prepared, found, name, self.side.meanings)
        self.side.show_column(facts, front=front)

    def show_member(self, member: int) -> None:
        """Of tables put together bring another one to the sheet."""
        if member != self.member:
            self.member = member
            self._show_cells()

    def go_to(self, sheet: str, at: int, number: int) -> None:
        """Mark a cell that something is doubtful about, in the sheet and in the result.

        Args:
            sheet: its name; empty for the one that is shown.
            at, number: row counted from 1, column from 0; −1 for a whole column or row.
        """
        from fusenapp.tables.places import letter

        prepared, found = self._work.prepared, self._work.corrections
        self.bench.show_part("sheet")
        if prepared is not None and sheet:
            self.show_member(together.member_at(prepared, sheet, at, number, self.member))
        area = (0, 0)
        if prepared is not None and found is not None:
            area = together.corrections(prepared, found, self.member).area[:2]
        row, across = (at if at > 0 else area[0] + 1), (number if number >= 0 else area[1])
        seen = self.sheet.go_to(row, across)
        if prepared is not None:
            self.bench.go_to_result(told.sheet_name(prepared, self.member), row, letter(across), self.member)
        if not seen:
            self.bench.show_part("result")

    def go_to_source(self, place: str) -> None:
        """Mark the cell of the sheet that a value of the result came from, where it is seen."""
        from fusenapp.tables.places import parse_area

        parts, prepared = place.split(" › "), self._work.prepared
        area = parse_area(parts[-1]) if len(parts) > 1 else None
        if prepared is not None and area is not None:
            self.show_member(together.member_at(prepared, parts[-2], area[0] + 1, area[1], self.member))
            self.sheet.go_to(area[0] + 1, area[1])


def in_turn(owner: QWidget, *steps: Callable[[], Any]) -> None:
    """One step after the other, with a look at what the user does between them."""
    _go_on(owner, iter(steps))


def _go_on(owner: QWidget, steps: Iterator[Callable[[], Any]]) -> None:
    step = next(steps, None)
    if step is not None:
        QTimer.singleShot(0, owner, lambda: (step(), _go_on(owner, steps)))
