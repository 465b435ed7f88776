"""The preview of an import: which table, what it is, what its columns mean, what is doubtful."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fusenapp.flows import Prepared, importing
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.importing.meanings import MeaningsForm
from fusenapp.ui.importing.preview import SHOWN, PreviewModel
from fusenapp.ui.widgets import FormRow, SectionHeader, SegmentedControl, Text, field, row, scroll

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
        self._name = field(prepared.dataset.title or prepared.path.stem, name=translate("Importing", "Name"))
        self.view = QTableView()
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(translate("Importing", "Preview"))
        self.view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._said = Text("", "secondary", wrap=True)
        self._problems = QListWidget()
        self._problems.setAccessibleName(translate("Importing", "What needs a look"))
        self._problems.setWordWrap(True)
        self._problems.setMaximumHeight(130)
        self._left = QVBoxLayout()
        self._left.setSpacing(12)
        self.body.addLayout(row(self._side(), self._main(), gap=16), 1)
        self._show()

    @property
    def prepared(self) -> Prepared:
        """The chosen table with the mapping as it stands in the form."""
        return importing.with_meanings(self._prepared, self._meanings.meanings()) if self._meanings else self._prepared

    @property
    def name(self) -> str:
        """What to call it."""
        return self._name.text().strip() or self._prepared.path.stem

    def _tables(self) -> QListWidget:
        found = QListWidget()
        found.setAccessibleName(translate("Importing", "Tables in the file"))
        for sheet in self._prepared.book.sheets:
            for table in sheet.tables:
                words = translate("Importing", "{sheet}  {range}\n%n row(s)", n=table.rows).format(sheet=sheet.name, range=table.range)
                item = QListWidgetItem(words)
                item.setData(Qt.ItemDataRole.UserRole, table.id)
                found.addItem(item)
                if table.id == self._prepared.table:
                    found.setCurrentItem(item)
        found.currentItemChanged.connect(lambda *_: self._choose())
        found.setMaximumHeight(110)
        return found

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(330)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(FormRow(translate("Importing", "Tables in the file"), self.tables))
        layout.addWidget(FormRow(translate("Importing", "What it is"), self.purpose))
        layout.addWidget(FormRow(translate("Importing", "Name"), self._name))
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
        layout.addWidget(self._said)
        layout.addWidget(self._problems)
        return main

    def _choose(self) -> None:
        """Another table or purpose: understood anew on a worker."""
        item = self.tables.currentItem()
        table = item.data(Qt.ItemDataRole.UserRole) if item else self._prepared.table
        book, path, purpose = self._prepared.book, self._prepared.path, self.purpose.current
        self.ok.setEnabled(False)
        self._context.run("", lambda progress: importing.choose(path, book, purpose, table=table), self._chosen, self._refused)

    def _chosen(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self.ok.setEnabled(True)
        self._show()

    def _refused(self, error: Exception) -> None:
        from fusenapp.ui.explaining import explain_any

        self._said.setText(explain_any(error))
        self._said.set_role("warn")

    def _show(self) -> None:
        prepared = self._prepared
        self.view.setModel(PreviewModel(prepared.dataset))
        self.view.resizeColumnsToContents()
        while self._left.count():
            item = self._left.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._meanings = None
        if prepared.purpose == "leads":
            self._meanings = MeaningsForm(prepared.dataset.names, prepared.meanings)
            self._left.addWidget(SectionHeader(translate("Importing", "What the columns mean")))
            self._left.addWidget(scroll(self._meanings), 1)
        else:
            self._left.addStretch(1)
        self._said.set_role("secondary")
        self._said.setText(_told(prepared))
        self._problems.clear()
        for problem in prepared.problems[:_PROBLEMS]:
            self._problems.addItem(problem.message())
        self._problems.setVisible(bool(prepared.problems))


def _told(prepared: Prepared) -> str:
    """What was understood, in one line."""
    if prepared.purpose == "kpi":
        months = sorted({m for r in prepared.rows for s in r.series.values() for m in s})
        names = list(dict.fromkeys(r.name for r in prepared.rows))
        span = f"{months[0]} – {months[-1]}" if months else "—"
        return translate("Importing", "{count} KPIs ({names}), months {span}").format(count=len(names), names="、".join(names[:8]), span=span)
    return translate("Importing", "%n row(s)", n=len(prepared.dataset)) + " ・ " + translate(
        "Importing", "%n column(s)", n=len(prepared.dataset.columns)) + (f" ・ {prepared.dataset.as_of}" if prepared.dataset.as_of else "")
