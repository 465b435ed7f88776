"""The import assistant: which table, how it was understood, what to set right, what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from fusenapp.domain.snapshot import value
from fusenapp.flows import Prepared, importing
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.explaining import explain_any
from fusenapp.ui.importing import reading, together, told
from fusenapp.ui.importing.column_panel import ColumnPanel
from fusenapp.ui.importing.corrections import Area, Corrections
from fusenapp.ui.importing.pages import Banner, ReadingPage, RefusedPage
from fusenapp.ui.importing.row_menu import area_menu, member_menu, row_menu
from fusenapp.ui.importing.side_panel import SidePanel
from fusenapp.ui.importing.thumbnails import Thumbnails
from fusenapp.ui.importing.workbench import Workbench
from fusenapp.ui.widgets import FormRow, IconLabel, PushButton, SegmentedControl, Text, column, field, row

if TYPE_CHECKING:
    from fusenapp.tables import Book
    from fusenapp.ui.background import Task

SIZE, LEAST, ROOMY = QSize(1180, 760), QSize(760, 440), 1020


class ImportDialog(Dialog):
    """Afterwards ``prepared`` (with the user's corrections and mapping) and ``name``.

    Args:
        source: a file to read, or a table that was read already.
        purpose: ``leads`` or ``kpi`` if the place where the user started says so.
        origin: what to call the source where it is no file of the user's (pasted cells).
    """

    def __init__(self, context: UiContext, source: Path | Prepared, parent: QWidget | None = None, *, purpose: str | None = None,
                 origin: str = "") -> None:
        path = source if isinstance(source, Path) else source.path
        self.origin = origin
        super().__init__(parent, self._heading(path), translate("Importing", "Import"), width=LEAST.width())
        self._context, self._path, self._purpose = context, path, purpose
        self._book: Book | None = None
        self._prepared: Prepared | None = None
        self._kept: dict[str, Corrections] = {}
        self._own_meanings: dict[str, str] | None = None
        self._task: Task | None = None
        self._sheet = -1
        self._column = ""
        self._waiting: reading.Read | None = None
        self._built = self.ready = False
        self.tables: Thumbnails | None = None
        self._begin()
        self._fit()
        if isinstance(source, Path):
            self._read()
        else:
            self._waiting = reading.Read(source.book, source, None)
        self._in_turn(self._make_top, self._make_bench, self._make_columns, self._make_side, self._lay_out, self._open)

    def _heading(self, path: Path) -> str:
        return translate("Importing", "Import {name}").format(name=self.origin or path.name)

    # building

    def _begin(self) -> None:
        """What is seen while the file is read; the rest is made meanwhile, a part at a time."""
        self.said = Text("", "secondary", wrap=True)
        self.reading, self.refused = ReadingPage(self.origin or self._path.name), RefusedPage(self._ask_another)
        self._pages = QStackedWidget()
        for page in (self.reading, self.refused):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self.buttons.insertWidget(0, self.said, 1)
        self.buttons.setStretch(1, 0)
        self.ok.setEnabled(False)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(20, 16, 20, 14)

    def _make_top(self) -> None:
        self.purpose = SegmentedControl([("leads", translate("Importing", "Lead list")), ("outcomes", translate("Joining", "Outcomes")),
                                         ("kpi", translate("Importing", "KPI sheet")),
                                         ("interviews", translate("Importing", "Interviews"))], "leads",
                                        name=translate("Importing", "What it is"))
        self.name_field = field("", name=translate("Importing", "Name"))
        self.where = IconLabel("plus", "", token="text3", role="caption")
        self.banner = Banner(translate("Importing", "Read without corrections"), self._start_over)

    def _make_bench(self) -> None:
        self.bench = Workbench(self._take_back, self._start_over)
        self.view, self.sheet = self.bench.view, self.bench.sheet

    def _make_columns(self) -> None:
        self._columns = ColumnPanel()

    def _make_side(self) -> None:
        self.side = SidePanel(self._columns)
        self.problems = self.side.problems

    def _lay_out(self) -> None:
        """Put the parts together."""
        self._content = content = QWidget()
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
        content.setLayout(whole)
        self._pages.addWidget(content)

    def _open(self) -> None:
        """Bring the parts to life, and show what was read meanwhile."""
        self._connect()
        self._built = True
        self._make_room()
        if self._waiting is not None:
            self._arrived(self._waiting)

    def _connect(self) -> None:
        self.purpose.changed.connect(lambda _: self._choose())
        self.name_field.textChanged.connect(lambda _: self._say_where())
        self.sheet.rows_asked.connect(self._ask_rows)
        self.sheet.area_drawn.connect(self._ask_area)
        self.sheet.column_asked.connect(self._column_pressed)
        self.bench.result_column_asked.connect(self._result_column_pressed)
        self.problems.cell_chosen.connect(self._go_to)
        self.side.columns.changed.connect(self._column_changed)
        self.side.columns.meaning_changed.connect(self._meaning_changed)
        self.side.mapped.connect(self._mapped)
        self.side.table.changed.connect(self._table_changed)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self._take_back)

    def _fit(self) -> None:
        """As large as it may be on this screen."""
        room = self.screen().availableGeometry().size() - QSize(40, 60)
        self.setMinimumSize(LEAST.boundedTo(room))
        self.resize(SIZE.boundedTo(room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self._make_room()

    def _make_room(self) -> None:
        """On a small screen the sheet needs the room most."""
        narrow = self.width() < ROOMY
        self.side.set_narrow(narrow)
        self.bench.hint.setVisible(not narrow)
        if self.tables is not None:
            self.tables.set_narrow(narrow)

    # what comes out

    @property
    def prepared(self) -> Prepared:
        """The chosen table with corrections and mapping as they stand."""
        assert self._prepared is not None
        form = self.side.meanings
        return importing.with_meanings(self._prepared, form.meanings()) if form else self._prepared

    @property
    def name(self) -> str:
        """What to call it."""
        return self.name_field.text().strip() or self._path.stem

    @property
    def corrections(self) -> Corrections | None:
        """Those of the chosen table."""
        return self._kept.get(self._prepared.table) if self._prepared else None

    # reading

    def _read(self) -> None:
        path, purpose, snapshot = self._path, self._purpose, self._context.snapshot()
        self.setWindowTitle(self._heading(path))
        self._pages.setCurrentWidget(self.reading)
        label = translate("Importing", "Reading {name}").format(name=self.origin or path.name)
        self._task = self._context.run(label, lambda progress: reading.read(path, purpose, snapshot, progress), self._arrived, self._cannot)
        self._task.progressed.connect(self._progressed)
        self._task.finished.connect(self._reading_ended)

    def _progressed(self, fraction: float, _text: str) -> None:
        self.reading.say(fraction)

    def _reading_ended(self) -> None:
        """Cancelled from the status bar: nothing is left to show."""
        if self._task is not None and self._task.progress.cancelled and self.isVisible():
            super().reject()

    def reject(self) -> None:
        """Cancel: the reading too."""
        if self._task is not None and self._task.running:
            self._task.cancel()
        super().reject()

    def _cannot(self, error: Exception) -> None:
        self._task = None
        self.refused.say(explain_any(error).replace(str(self._path), self.origin or self._path.name))
        self._pages.setCurrentWidget(self.refused)

    def _ask_another(self) -> None:
        from fusenapp.ui.importing import ask_file

        path = ask_file(self)
        if path is not None:
            self._path, self.origin = path, ""
            self._read()

    def _arrived(self, read: reading.Read) -> None:
        self._task, self._waiting = None, None if self._built else read
        if not self._built:
            return
        self._book = read.book
        self._fill_tables(read)
        self._pages.setCurrentWidget(self._content)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        if read.prepared is not None:
            self._chosen(read.prepared)
        else:
            self._show_bare()
        if read.error is not None:
            self._complain(read.error)

    def _fill_tables(self, read: reading.Read) -> None:
        while self._tables_place.count():
            item = self._tables_place.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        tables = Thumbnails(read.book)
        tables.setVisible(tables.worth_showing)
        tables.set_narrow(self.width() < ROOMY)
        self._tables_place.addWidget(tables)
        self.tables = tables
        if read.prepared is not None:
            tables.choose(read.prepared.table)
        elif tables.count():
            tables.setCurrentRow(0)
        tables.currentItemChanged.connect(lambda *_: self._choose())

    # choosing and correcting

    def _choose(self) -> None:
        """Another table or purpose."""
        entry = self.tables.entry if self.tables else None
        if entry is not None and not entry.table:
            self._show_bare()
            return
        table = entry.table if entry else self._prepared.table if self._prepared else None
        if table is not None:
            self._extract(table, self._kept.get(table))

    def _change(self, correct: Callable[[], Any]) -> None:
        """Make a correction and read the table again."""
        correct()
        found = self.corrections
        if found is not None and self._prepared is not None and found.recipe != self._prepared.recipe:
            self._extract(self._prepared.table, found)

    def _extract(self, table: str, corrections: Corrections | None) -> None:
        if self._book is None:
            return
        if self._task is not None and self._task.running:
            self._task.cancel()
        self.ok.setEnabled(False)
        self.bench.busy.show()
        book, path, purpose, snapshot = self._book, self._path, self.purpose.current, self._context.snapshot()
        recipe = corrections.recipe if corrections else None

        def work(_progress: object) -> Prepared:
            return importing.choose(path, book, purpose, table=table, recipe=recipe, snapshot=snapshot)

        self._task = self._context.run("", work, self._chosen, self._misled)

    def _misled(self, error: Exception) -> None:
        """The table cannot be read that way: the last correction is taken back, the rest stays."""
        found = self.corrections
        if getattr(error, "code", "") == "bad-recipe" and found is not None and found.undo():
            self.ok.setEnabled(True)
            self._show_state()
        self._complain(error)

    def _complain(self, error: Exception) -> None:
        self.bench.busy.hide()
        self.said.setText(explain_any(error))
        self.said.set_role("warn")

    def _chosen(self, prepared: Prepared) -> None:
        typed = self.name_field.isModified()
        self._prepared = prepared
        self.purpose.set_current(prepared.purpose)
        if prepared.table not in self._kept:
            self._kept[prepared.table] = Corrections(together.shown(prepared), prepared.recipe)
        self._kept[prepared.table].understood(prepared.dataset)
        if not typed:
            self.name_field.setText(self._suggested_name())
            self.name_field.setCursorPosition(0)
        self.ok.setEnabled(True)
        self.bench.busy.hide()
        self._show()

    def _show_bare(self) -> None:
        """A sheet without a table: only its cells."""
        entry = self.tables.entry if self.tables else None
        number = entry.sheet if entry else 0
        if self._book is None or number >= len(self._book.sheets):
            return
        self._prepared = None
        self.ok.setEnabled(False)
        self._show_sheet(number)
        self.bench.show_legend(self.sheet.sheet.roles.present() if self.sheet.sheet else [])
        self.bench.show_result(None)
        self.bench.caption.setText("")
        self.side.show_problems([], "")
        self.side.show_meanings(None, {})
        self.side.show_column(None, front=False)
        self.side.table.hide()
        self.bench.say_hint()
        self.said.setText(translate("Importing", "No table was found on this sheet. Drag over the cells of one, its header first."))
        self.said.set_role("secondary")
        self.banner.say("info", "info", "", link=False)
        self._show_state()
        self.ready = True

    def _take_back(self) -> None:
        """Ctrl+Z: the last correction."""
        found = self.corrections
        if found is not None and found.undo() and self._prepared is not None:
            self._extract(self._prepared.table, found)

    def _start_over(self) -> None:
        found = self.corrections
        if found is not None:
            self._change(found.reset)

    # rows, areas, columns

    def _ask_rows(self, first: int, last: int, where: QPoint) -> None:
        found, model = self.corrections, self.sheet.sheet
        if self._together:
            self._pop_up(self._member_menu(), where)
        elif found is not None and model is not None:
            self._pop_up(row_menu(self, found, first, last, model.roles.row(first), self._change), where)

    def _ask_area(self, area: Area, where: QPoint) -> None:
        found = self.corrections
        if self._together:
            self._pop_up(self._member_menu(), where)
        elif found is not None:
            self._pop_up(area_menu(self, found, area, self._change), where)
        else:
            self._pop_up(area_menu(self, self._new_table(area), area, lambda _: self._read_new(area)), where)

    @property
    def _together(self) -> bool:
        """Whether the chosen table was put together from several."""
        return self._prepared is not None and bool(self._prepared.layout.members)

    def _member_menu(self) -> QMenu:
        assert self._prepared is not None
        prepared, tables = self._prepared, self.tables
        sheet = prepared.book.sheets[prepared.layout.sheet].name
        return member_menu(self, sheet, lambda: tables.choose(prepared.layout.members[0]) if tables else None)

    def _pop_up(self, menu: Any, where: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
        actions = [action for action in menu.actions() if not action.isSeparator()]
        if actions:
            menu.setActiveAction(actions[0])

    def _column_pressed(self, number: int) -> None:
        from fusenapp.tables.places import letter

        found = self.corrections
        name = found.name_at(letter(number)) if found else None
        self._show_column(name or "", front=name is not None)

    def _result_column_pressed(self, index: int) -> None:
        if self._prepared is not None and self._prepared.purpose != "kpi":
            chosen = self._prepared.dataset.columns[index]
            if chosen.letter or not self._together:  # the column that says where a row is from lies on no sheet
                self._show_column(told.header_name(self._prepared.recipe, chosen.name), front=True)

    def _show_column(self, name: str, *, front: bool) -> None:
        self._column = name
        facts = None
        if name and self._prepared is not None and self.corrections is not None:
            facts = told.column_facts(self._prepared, self.corrections, name, self.side.meanings)
        self.side.show_column(facts, front=front)

    def _table_changed(self, settled: dict[str, Any]) -> None:
        found = self.corrections
        if found is not None:
            self._change(lambda: found.table(**settled))

    def _column_changed(self, settled: dict[str, Any]) -> None:
        found, name = self.corrections, self._column
        if found is not None and name:
            before = told.given_name(found.recipe, name)
            self._change(lambda: found.column(name, **settled))
            after = told.given_name(found.recipe, name)
            if self._own_meanings is not None and before != after:
                self._own_meanings = {m: after if c == before else c for m, c in self._own_meanings.items()}

    def _meaning_changed(self, meaning: str) -> None:
        facts = self.side.columns.facts
        if self.side.meanings is not None and facts is not None:
            self.side.meanings.set_meaning(facts.shown, meaning)

    def _mapped(self) -> None:
        if self.side.meanings is not None:
            self._own_meanings = self.side.meanings.meanings()

    def _go_to(self, at: int, number: int) -> None:
        """Mark a cell that something is doubtful about, in the sheet and in the result."""
        from fusenapp.tables.places import letter

        self.bench.show_part("sheet")
        top, left, *_ = self.corrections.area if self.corrections else (0, 0)
        row, across = (at if at > 0 else top + 1), (number if number >= 0 else left)
        seen = self.sheet.go_to(row, across)
        if self._prepared is not None and self._prepared.purpose != "kpi":
            self.bench.go_to_result(row, letter(across), [c.letter for c in self._prepared.dataset.columns])
        if not seen:
            self.bench.show_part("result")

    # showing

    def _suggested_name(self) -> str:
        """The name under which the same file was imported before, else the title of the table or the file's name."""
        assert self._prepared is not None
        former = importing.former_of(self._context.snapshot(), self._prepared, None)
        return value("datasets", former, "name") if former else self._prepared.dataset.title or self.origin or self._prepared.path.stem

    def _say_where(self) -> None:
        """Whether this makes a new list or refreshes one that is there."""
        if self._prepared is None:
            return
        former = importing.former_of(self._context.snapshot(), self._prepared, self.name)
        if former is None:
            self.where.set("plus", translate("Importing", "Comes in as a new list."), "text3")
        else:
            rows = int(value("datasets", former, "rows") or 0)
            words = translate("Importing", "Refreshes the list of this name, which has %n row(s) now.", n=rows)
            self.where.set("refresh", words, "accent")

    def _show(self) -> None:
        """What was understood; the larger parts one after the other, so that the window never waits for all of them."""
        assert self._prepared is not None
        self.ready = False
        self._say_where()
        self.said.set_role("secondary")
        self.said.setText(told.summary(self._prepared))
        icon, token, words = told.said_above(self._prepared, self._former())
        self.banner.say(icon, token, words, link=self._prepared.used == "remembered")
        self._show_state()
        self._in_turn(self._show_cells, self._show_doubts, self._show_rows, self._show_meanings)

    def _in_turn(self, *steps: Callable[[], Any]) -> None:
        if steps:
            QTimer.singleShot(0, self, lambda: (steps[0](), self._in_turn(*steps[1:])))

    def _former(self) -> Any:
        assert self._prepared is not None
        return importing.former_of(self._context.snapshot(), self._prepared, None)

    def _show_state(self) -> None:
        found = self.corrections
        self.bench.undo.setEnabled(bool(found and found.steps))
        self.bench.reset.setEnabled(bool(found and found.any))

    def _show_sheet(self, number: int) -> None:
        assert self._book is not None
        if number != self._sheet:
            self._sheet = number
            self.sheet.show_sheet(self._book.sheets[number].preview)

    def _show_cells(self) -> None:
        prepared, found = self._prepared, self.corrections
        if prepared is None or found is None:
            return
        self._show_sheet(prepared.layout.sheet)
        model = self.sheet.sheet
        if model is not None:
            model.roles.take(prepared, found)
            model.set_marks(told.marks(prepared))
            self.bench.show_legend(model.roles.present())

    def _show_doubts(self) -> None:
        if self._prepared is not None:
            self.side.show_problems(self._prepared.problems, told.sheet_name(self._prepared))
            self.bench.caption.setText(told.caption(self._prepared))
            self.bench.say_hint(together.hint(self._prepared))
            self._show_table()

    def _show_table(self) -> None:
        """The as-of day and the year, as found and as settled."""
        if self._prepared is None or self.corrections is None:
            return
        settled, layout = self.corrections.recipe, self._prepared.layout
        self.side.table.show_table(settled.as_of, settled.year, layout.as_of, layout.year)
        self.side.table.show()

    def _show_rows(self) -> None:
        if self._prepared is not None and self.corrections is not None:
            self.bench.show_result(self._prepared, told.settled_columns(self.corrections.recipe))

    def _show_meanings(self) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        if prepared.purpose == "leads":
            former = importing.former_of(self._context.snapshot(), prepared, self.name)
            meanings = importing.meanings_of(prepared, former) if self._own_meanings is None else self._own_meanings
            self.side.show_meanings(prepared.dataset.names, meanings)
        else:
            self.side.show_meanings(None, {})
        self._show_column(self._column, front=False)
        self._order_tabs()
        self.ready = True

    def _order_tabs(self) -> None:
        """The keyboard goes as the eye does; the parts that were made last would come after the buttons."""
        bench, tables = self.bench, [self.tables] if self.tables else []
        parts = [self.purpose, self.name_field, self.banner, *tables, bench.shown, bench.undo, bench.reset, self.sheet, self.view, self.side]
        inside = [w for part in parts for w in (part, *part.findChildren(QWidget))]
        ends = sorted((w for w in self.findChildren(PushButton) if w.parent() is self), key=lambda w: w is self.ok)
        chain = [w for w in (*inside, *ends) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.window() is self]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    # a table where the reader saw none

    def _new_table(self, area: Area) -> Corrections:
        from fusenapp.tables import TableLayout
        from fusenapp.tables.places import area as named

        assert self._book is not None
        sheet = self._book.sheets[self._sheet]
        return Corrections(TableLayout(f"{sheet.name}!{named(*area)}", self._sheet, named(*area), "", "", (), (), 0, None))

    def _read_new(self, area: Area) -> None:
        assert self._book is not None
        book, table = reading.with_table(self._book, self._sheet, area)
        corrections = self._new_table(area)
        corrections.table_is(area)
        self._book = book
        self._kept[table] = corrections
        self._extract(table, corrections)

