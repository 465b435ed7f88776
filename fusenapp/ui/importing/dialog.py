"""The preview of an import: which table, what it is, what its columns mean, what is doubtful."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fusenapp.domain.snapshot import value
from fusenapp.flows import Prepared, importing
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.importing.kpi_preview import KpiPreview
from fusenapp.ui.importing.meanings import MeaningsForm
from fusenapp.ui.importing.preview import SHOWN, PreviewModel, fit_columns
from fusenapp.ui.widgets import FormRow, IconLabel, SectionHeader, SegmentedControl, Text, field, row, scroll

_PROBLEMS = 200


class ImportDialog(Dialog):
    """Afterwards ``prepared`` (with the user's mapping) and ``name``."""

    def __init__(self, context: UiContext, prepared: Prepared, parent: QWidget | None = None) -> None:
        title = translate("Importing", "Import {name}").format(name=prepared.path.name)
        super().__init__(parent, title, translate("Importing", "Import"), width=980)
        self._context, self._prepared = context, prepared
        self.resize(1080, 680)
        self._meanings: MeaningsForm | None = None
        self.tables = self._tables()
        self.purpose = SegmentedControl([("leads", translate("Importing", "Lead list")), ("kpi", translate("Importing", "KPI sheet")),
                                         ("interviews", translate("Importing", "Interviews"))], prepared.purpose,
                                        name=translate("Importing", "What it is"))
        self.purpose.changed.connect(lambda _: self._choose())
        self.name_field = field(self._suggested_name(), name=translate("Importing", "Name"))
        self.name_field.textChanged.connect(lambda _: self._say_where())
        self.where = IconLabel("plus", "", token="text3", role="caption")
        self.view = self._view()
        self.said = Text("", "secondary", wrap=True)
        self.problems = QListWidget()
        self.problems.setAccessibleName(translate("Importing", "What needs a look"))
        self.problems.setWordWrap(True)
        self.problems.setMaximumHeight(130)
        self._problems_head = SectionHeader(translate("Importing", "What needs a look"))
        self._left = QVBoxLayout()
        self._left.setSpacing(12)
        self.body.addLayout(row(self._side(), self._main(), gap=16), 1)
        self.ready = False
        self._show()

    @property
    def prepared(self) -> Prepared:
        """The chosen table with the mapping as it stands in the form."""
        return importing.with_meanings(self._prepared, self._meanings.meanings()) if self._meanings else self._prepared

    @property
    def name(self) -> str:
        """What to call it."""
        return self.name_field.text().strip() or self._prepared.path.stem

    def _suggested_name(self) -> str:
        """The name under which the same file was imported before, else the title of the table or the file's name."""
        former = importing.former_of(self._context.snapshot(), self._prepared, None)
        return value("datasets", former, "name") if former else self._prepared.dataset.title or self._prepared.path.stem

    def _say_where(self) -> None:
        """Whether this makes a new list or refreshes one that is there."""
        former = importing.former_of(self._context.snapshot(), self._prepared, self.name)
        if former is None:
            self.where.set("plus", translate("Importing", "Comes in as a new list."), "text3")
        else:
            rows = int(value("datasets", former, "rows") or 0)
            words = translate("Importing", "Refreshes the list of this name, which has %n row(s) now.", n=rows)
            self.where.set("refresh", words, "accent")

    def _view(self) -> QTableView:
        view = QTableView()
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(translate("Importing", "Preview"))
        view.setTabKeyNavigation(False)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.verticalHeader().setDefaultSectionSize(28)
        view.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        view.horizontalHeader().setHighlightSections(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        return view

    def _tables(self) -> QListWidget:
        found = QListWidget()
        found.setAccessibleName(translate("Importing", "Tables in the file"))
        for sheet in self._prepared.book.sheets:
            for table in sheet.tables:
                words = translate("Importing", "{sheet} · {range} · %n row(s)", n=table.rows).format(sheet=sheet.name, range=table.range)
                item = QListWidgetItem(words)
                item.setToolTip(words)
                item.setSizeHint(QSize(0, 28))
                item.setData(Qt.ItemDataRole.UserRole, table.id)
                found.addItem(item)
                if table.id == self._prepared.table:
                    found.setCurrentItem(item)
        found.currentItemChanged.connect(lambda *_: self._choose())
        found.setFixedHeight(min(max(found.count(), 1), 4) * 28 + 4)
        return found

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(330)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(FormRow(translate("Importing", "Tables in the file"), self.tables))
        layout.addWidget(FormRow(translate("Importing", "What it is"), self.purpose))
        layout.addWidget(FormRow(translate("Importing", "Name"), self.name_field))
        layout.addWidget(self.where)
        layout.addLayout(self._left, 1)
        return side

    def _main(self) -> QWidget:
        main = QWidget()
        layout = QVBoxLayout(main)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        caption = translate("Importing", "the first {count} rows, as understood").format(count=SHOWN)
        layout.addWidget(SectionHeader(translate("Importing", "Preview"), caption))
        layout.addWidget(self.view, 1)
        layout.addWidget(self.said)
        layout.addWidget(self._problems_head)
        layout.addWidget(self.problems)
        return main

    def _choose(self) -> None:
        """Another table or purpose: understood anew on a worker."""
        item = self.tables.currentItem()
        table = item.data(Qt.ItemDataRole.UserRole) if item else self._prepared.table
        book, path, purpose = self._prepared.book, self._prepared.path, self.purpose.current
        self.ok.setEnabled(False)
        self._context.run("", lambda progress: importing.choose(path, book, purpose, table=table), self._chosen, self._refused)

    def _chosen(self, prepared: Prepared) -> None:
        typed = self.name_field.isModified()
        self._prepared = prepared
        if not typed:
            self.name_field.setText(self._suggested_name())
        self.ok.setEnabled(True)
        self._show()

    def _refused(self, error: Exception) -> None:
        from fusenapp.ui.explaining import explain_any

        self.said.setText(explain_any(error))
        self.said.set_role("warn")

    def _show(self) -> None:
        """What was understood; the larger parts one after the other, so that the window never waits for all of them."""
        self.ready = False
        self._say_where()
        self.said.set_role("secondary")
        self.said.setText(_told(self._prepared))
        self._show_problems()
        QTimer.singleShot(0, self, self._show_rows)

    def _show_rows(self) -> None:
        prepared = self._prepared
        self.view.setModel(KpiPreview(prepared.rows, self.view) if prepared.purpose == "kpi" else PreviewModel(prepared.dataset, self.view))
        self.view.verticalHeader().setVisible(prepared.purpose != "kpi")
        fit_columns(self.view)
        QTimer.singleShot(0, self, self._show_meanings)

    def _show_meanings(self) -> None:
        while self._left.count():
            item = self._left.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._meanings = None
        if self._prepared.purpose == "leads":
            former = importing.former_of(self._context.snapshot(), self._prepared, self.name)
            self._meanings = MeaningsForm(self._prepared.dataset.names, importing.meanings_of(self._prepared, former))
        QTimer.singleShot(0, self, self._place_meanings)

    def _place_meanings(self) -> None:
        if self._meanings is not None and not self.ready:
            self._left.addWidget(SectionHeader(translate("Importing", "What the columns mean")))
            self._left.addWidget(scroll(self._meanings), 1)
        elif not self.ready:
            self._left.addStretch(1)
        self.ready = True

    def _show_problems(self) -> None:
        problems = self._prepared.problems
        self.problems.clear()
        for problem in problems[:_PROBLEMS]:
            self.problems.addItem(problem.message())
        self.problems.setVisible(bool(problems))
        self._problems_head.setVisible(bool(problems))
        self._problems_head.caption.setText(translate("Importing", "%n place(s)", n=len(problems)))


def _told(prepared: Prepared) -> str:
    """What was understood, in one line."""
    if prepared.purpose == "kpi":
        months = sorted({m for r in prepared.rows for s in r.series.values() for m in s})
        names = list(dict.fromkeys(r.name for r in prepared.rows))
        span = f"{months[0]} – {months[-1]}" if months else "—"
        return translate("Importing", "{count} KPIs ({names}), months {span}").format(count=len(names), names="、".join(names[:8]), span=span)
    return translate("Importing", "%n row(s)", n=len(prepared.dataset)) + " · " + translate(
        "Importing", "%n column(s)", n=len(prepared.dataset.columns)) + (f" · {prepared.dataset.as_of}" if prepared.dataset.as_of else "")
