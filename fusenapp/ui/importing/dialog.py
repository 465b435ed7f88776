"""The import assistant: which table, how it was understood, what to set right, what comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from fusenapp.flows import Prepared, importing
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.explaining import explain_any
from fusenapp.ui.importing import asking, reading, told
from fusenapp.ui.importing.content import Content, in_turn
from fusenapp.ui.importing.corrections import Area
from fusenapp.ui.importing.pages import ReadingPage, RefusedPage
from fusenapp.ui.importing.row_menu import area_menu, member_menu, row_menu
from fusenapp.ui.importing.understanding import Understanding
from fusenapp.ui.widgets import PushButton, Text

SIZE, LEAST = QSize(1180, 760), QSize(760, 440)


class ImportDialog(Dialog):
    """Afterwards ``prepared`` (with the user's corrections and mapping) and ``name``.

    Args:
        source: a file to read, or a table that was read already.
        purpose: ``leads`` or ``kpi`` if the place where the user started says so.
        origin: what to call the source where it is no file of the user's (pasted cells).

    Signals:
        agreement_found: the file is no list but an agreement workbook; the dialog has closed.
    """

    agreement_found = Signal(object)

    def __init__(self, context: UiContext, source: Path | Prepared, parent: QWidget | None = None, *, purpose: str | None = None,
                 origin: str = "") -> None:
        path = source if isinstance(source, Path) else source.path
        super().__init__(parent, self._heading(origin or path.name), translate("Importing", "Import"), width=LEAST.width())
        self.work = Understanding(context, path, purpose, origin, self)
        self._waiting: reading.Read | None = None
        self._built = False
        self._begin()
        self._fit()
        self._follow()
        if isinstance(source, Path):
            self._read()
        else:
            self._waiting = reading.Read(source.book, source, None)
        in_turn(self, *self.content.steps(), self._open)

    @staticmethod
    def _heading(name: str) -> str:
        return translate("Importing", "Import {name}").format(name=name)

    # building

    def _begin(self) -> None:
        """What is seen while the file is read; the rest is made meanwhile, a part at a time."""
        self.said = Text("", "secondary", wrap=True)
        self.reading, self.refused = ReadingPage(self.work.called), RefusedPage(self._ask_another)
        self.content = Content(self.work)
        self._pages = QStackedWidget()
        for page in (self.reading, self.refused, self.content):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self.buttons.insertWidget(0, self.said, 1)
        self.buttons.setStretch(1, 0)
        self.ok.setEnabled(False)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(20, 16, 20, 14)

    def _follow(self) -> None:
        work = self.work
        work.progressed.connect(self.reading.say)
        work.arrived.connect(self._arrived)
        work.refused.connect(self._cannot)
        work.stopped.connect(self._stopped)
        work.began.connect(self._began)
        work.chosen.connect(self._chosen)
        work.misled.connect(self._misled)

    def _open(self) -> None:
        """Bring the parts to life, and show what was read meanwhile."""
        self._connect()
        self._built = True
        self.content.make_room(self.width())
        if self._waiting is not None:
            self._arrived(self._waiting)

    def _connect(self) -> None:
        content, sheet, columns = self.content, self.content.sheet, self.content.side.columns
        content.table_asked.connect(self._choose)
        content.purpose.changed.connect(self._purpose_said)
        content.name_field.textChanged.connect(content.say_where)
        sheet.rows_asked.connect(self._ask_rows)
        sheet.area_drawn.connect(self._ask_area)
        sheet.column_asked.connect(self._column_pressed)
        content.bench.result_column_asked.connect(self._result_column_pressed)
        content.bench.source_asked.connect(content.go_to_source)
        content.side.problems.cell_chosen.connect(content.go_to)
        columns.changed.connect(lambda settled: self.work.column(content.column, settled) if content.column else None)
        columns.meaning_changed.connect(self._meaning_changed)
        content.side.mapped.connect(self._mapped)
        content.side.table.changed.connect(self._table_changed)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.work.take_back)

    def _fit(self) -> None:
        """As large as it may be on this screen."""
        room = self.screen().availableGeometry().size() - QSize(40, 60)
        self.setMinimumSize(LEAST.boundedTo(room))
        self.resize(SIZE.boundedTo(room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self.content.make_room(self.width())

    # what comes out

    @property
    def prepared(self) -> Prepared:
        """The chosen table with corrections and mapping as they stand."""
        assert self.work.prepared is not None
        form = self.content.side.meanings
        return importing.with_meanings(self.work.prepared, form.meanings()) if form else self.work.prepared

    @property
    def name(self) -> str:
        """What to call it."""
        return self.content.name

    @property
    def ready(self) -> bool:
        """Everything about the file is on the screen."""
        return self.content.ready

    # the file

    def _read(self) -> None:
        self.setWindowTitle(self._heading(self.work.called))
        self._pages.setCurrentWidget(self.reading)
        self.work.read(translate("Importing", "Reading {name}").format(name=self.work.called))

    def _stopped(self) -> None:
        """Cancelled from the status bar: nothing is left to show."""
        if self.isVisible():
            super().reject()

    def reject(self) -> None:
        """Cancel: the reading too."""
        self.work.stop()
        super().reject()

    def _cannot(self, error: Exception) -> None:
        if isinstance(error, reading.AgreementFound):
            super().reject()
            self.agreement_found.emit(self.work.path)
            return
        self._refuse(error)

    def _refuse(self, error: Exception, title: str = "") -> None:
        self.refused.say(explain_any(error).replace(str(self.work.path), self.work.called), title)
        self._pages.setCurrentWidget(self.refused)

    def _ask_another(self) -> None:
        path = asking.ask_file(self)
        if path is not None:
            self.work.path, self.work.origin = path, ""
            self._read()

    def _arrived(self, read: reading.Read) -> None:
        self._waiting = None if self._built else read
        if not self._built:
            return
        if read.error is not None and all(sheet.kind == "empty" for sheet in read.book.sheets):
            self._refuse(read.error, translate("Importing", "This file is empty"))
            return
        self._pages.setCurrentWidget(self.content)
        self.content.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        self.work.book = read.book
        self.content.show_book(read.book, read.prepared)
        self.work.take(read)
        if read.prepared is None:
            self._show_bare()
        if read.error is not None:
            self._complain(read.error)

    # tables

    def _choose(self) -> None:
        """Another table, or a sheet without one."""
        entry = self.content.tables.entry if self.content.tables else None
        self.content.member = 0
        if entry is not None and not entry.table:
            self._show_bare()
        else:
            self.work.choose(entry.table if entry else None)

    def _purpose_said(self, purpose: str) -> None:
        self.work.purpose = purpose
        self._choose()

    def _began(self) -> None:
        self.ok.setEnabled(False)
        self.content.bench.busy.show()

    def _chosen(self) -> None:
        assert self.work.prepared is not None
        self.ok.setEnabled(True)
        self._say(told.summary(self.work.prepared))
        ends = sorted((w for w in self.findChildren(PushButton) if w.parent() is self), key=lambda w: w is self.ok)
        self.content.show_table(tuple(ends))

    def _misled(self, error: Exception) -> None:
        """The table cannot be read that way; what was read before still stands after a correction that was taken back."""
        if getattr(error, "code", "") == "bad-recipe" and self.work.corrections is not None:
            self.ok.setEnabled(True)
            self.content.show_state()
        self._complain(error)

    def _complain(self, error: Exception) -> None:
        self.content.bench.busy.hide()
        self._say(explain_any(error), "warn")

    def _say(self, words: str, role: str = "secondary") -> None:
        self.said.setText(words)
        self.said.set_role(role)

    def _show_bare(self) -> None:
        self.work.leave()
        self.ok.setEnabled(False)
        self.content.show_bare()
        self._say(translate("Importing", "No table was found on this sheet. Drag over the cells of one, its header first."))

    # rows, areas, columns

    def _ask_rows(self, first: int, last: int, where: QPoint) -> None:
        found, model = self.work.corrections, self.content.sheet.sheet
        if self.work.together:
            self._pop_up(self._member_menu(), where)
        elif found is not None and model is not None:
            self._pop_up(row_menu(self, found, first, last, model.roles.row(first), self.work.change), where)

    def _ask_area(self, area: Area, where: QPoint) -> None:
        found, sheet = self.work.corrections, self.content.shown_sheet
        if self.work.together:
            self._pop_up(self._member_menu(), where)
        elif found is not None:
            self._pop_up(area_menu(self, found, area, self.work.change), where)
        else:
            drawn = area_menu(self, self.work.drawn(sheet, area), area, lambda _: self.work.read_drawn(sheet, area))
            self._pop_up(drawn, where)

    def _member_menu(self) -> QMenu:
        prepared, content = self.work.prepared, self.content
        assert prepared is not None
        member = prepared.layout.members[content.member]
        return member_menu(self, told.sheet_name(prepared, content.member), lambda: content.tables.choose(member) if content.tables else None)

    def _pop_up(self, menu: QMenu, where: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
        actions = [action for action in menu.actions() if not action.isSeparator()]
        if actions:
            menu.setActiveAction(actions[0])

    def _column_pressed(self, number: int) -> None:
        from fusenapp.tables.places import letter

        found = self.work.corrections
        name = found.name_at(letter(number), self.content.member) if found else None
        self.content.show_column(name or "", front=name is not None)

    def _result_column_pressed(self, index: int) -> None:
        prepared = self.work.prepared
        if prepared is not None and prepared.purpose != "kpi":
            chosen = prepared.dataset.columns[index]
            if chosen.letter or not self.work.together:  # the column that says where a row is from lies on no sheet
                self.content.show_column(told.header_name(prepared.recipe, chosen.name), front=True)

    def _table_changed(self, settled: dict[str, Any]) -> None:
        found = self.work.corrections
        if found is not None:
            self.work.change(lambda: found.table(**settled))

    def _meaning_changed(self, meaning: str) -> None:
        side = self.content.side
        if side.meanings is not None and side.columns.facts is not None:
            side.meanings.set_meaning(side.columns.facts.shown, meaning)

    def _mapped(self) -> None:
        form = self.content.side.meanings
        if form is not None:
            self.work.own_meanings = form.meanings()
