"""One term: its names, each department's wording side by side, the agreed wording and the test."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing import terms
from fusenapp.i18n import translate
from fusenapp.ui.agreement_bar import AgreementBar
from fusenapp.ui.context import UiContext
from fusenapp.ui.terms.usage import TermCount, TermUses
from fusenapp.ui.widgets import Card, DepartmentMark, IconButton, LinkButton, SectionHeader, Text, row, scroll
from fusenapp.ui.widgets.bound import BoundLine, BoundText

Write = Callable[[str], None]


class TermDetail(QWidget):
    """Made anew for each term that is shown."""

    def __init__(self, context: UiContext, term: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.term = context, term["id"]
        self._adopting: dict[str, LinkButton] = {}
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(12)
        inside.addWidget(self._names(term))
        inside.addWidget(self._agreed())
        inside.addWidget(self._departments(context.snapshot()))
        self.uses = TermUses(context, self.term)
        inside.addWidget(self.uses)
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll(body))
        context.bridge.changed.connect(self._look)
        self._offer_adoption()

    def _look(self, changes: Changes) -> None:
        if ("terms", self.term) in changes.updated:
            self._offer_adoption()

    def _offer_adoption(self) -> None:
        """A wording can be adopted once it is written and says something else than the agreed one."""
        term = self._context.document.get("terms", self.term) or {}
        agreed = value("terms", term, "agreed").strip()
        for department, button in self._adopting.items():
            wording = str(term.get(f"wording.{department}") or "").strip()
            button.setEnabled(bool(wording) and wording != agreed)

    def _place(self, field: str) -> tuple[str, str, str]:
        return "terms", self.term, field

    def _names(self, term: Record) -> QWidget:
        card = Card()
        self.name = BoundLine(self._context, self._place("name"), lambda text: self._rename(name=text), name=translate("Terms", "Term"),
                              may_be_empty=False)
        english = BoundLine(self._context, self._place("english"), lambda text: self._rename(english=text),
                            name=translate("Terms", "English name"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for column, (caption, editor) in enumerate(((translate("Terms", "Term"), self.name), (translate("Terms", "English name"), english))):
            grid.addWidget(Text(caption, "caption"), 0, column)
            grid.addWidget(editor, 1, column)
            grid.setColumnStretch(column, 1)
        remove = IconButton("trash", translate("Terms", "Delete the term"), on=self._delete)
        grid.addWidget(remove, 1, 2)
        card.body.addLayout(grid)
        bar = AgreementBar(self._context, ("terms", self.term), frozenset(("terms",)))
        card.body.addLayout(row(bar, None))
        return card

    def _rename(self, **names: str) -> None:
        terms.rename_term(self._context.document, self.term, **names)

    def _agreed(self) -> QWidget:
        card = Card()
        card.body.addWidget(SectionHeader(translate("Terms", "Agreed wording"), translate("Terms", "what all departments will mean by it")))
        self.agreed = self._text("agreed", lambda text: terms.write_agreed(self._context.document, self.term, text),
                                 translate("Terms", "Agreed wording"), translate("Terms", "Write it so that a newcomer understands it"))
        card.body.addWidget(self.agreed)
        card.body.addWidget(SectionHeader(translate("Terms", "Quantitative test"), translate("Terms", "when exactly it is one, in figures")))
        self.test = self._text("test", lambda text: terms.write_test(self._context.document, self.term, text),
                               translate("Terms", "Quantitative test"), translate("Terms", "e.g. the hand-over date is filled"))
        card.body.addWidget(self.test)
        self.count = TermCount(self._context, self.term)
        card.body.addWidget(self.count)
        return card

    def _departments(self, snapshot: Snapshot) -> QWidget:
        card = Card()
        card.body.addWidget(SectionHeader(translate("Terms", "What each department means"),
                                          translate("Terms", "compare, then adopt one or write a third")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for column, department in enumerate(snapshot.all("departments")):
            self._department(grid, column, department)
        card.body.addLayout(grid)
        return card

    def _department(self, grid: QGridLayout, column: int, department: Record) -> None:
        id, name = department["id"], value("departments", department, "name")
        mark = DepartmentMark(value("departments", department, "shape"), name)
        grid.addLayout(row(mark, Text(name, "strong"), None), 0, column)
        text = self._text(f"wording.{id}", lambda text: terms.write_wording(self._context.document, self.term, id, text),
                          name, translate("Terms", "Not written yet"), lines=(4, 10))
        grid.addWidget(text, 1, column, Qt.AlignmentFlag.AlignTop)
        adopt = LinkButton(translate("Terms", "Adopt this"), on=lambda: self._adopt(id, name))
        adopt.setAccessibleName(translate("Terms", "Adopt the wording of {department}").format(department=name))
        self._adopting[id] = adopt
        grid.addLayout(row(adopt, None), 2, column)
        grid.setColumnStretch(column, 1)

    def _text(self, field: str, write: Write, name: str, placeholder: str, lines: tuple[int, int] = (2, 8)) -> BoundText:
        return BoundText(self._context, self._place(field), write, name=name, placeholder=placeholder, lines=lines)

    def _adopt(self, department: str, name: str) -> None:
        terms.adopt_wording(self._context.document, self.term, department)
        self._context.notify(translate("Terms", "The wording of {department} is now the agreed wording.").format(department=name), undo=True)

    def _delete(self) -> None:
        name = self.name.text()
        terms.delete_term(self._context.document, self.term)
        self._context.notify(translate("Terms", "“{name}” was deleted.").format(name=name), undo=True)
