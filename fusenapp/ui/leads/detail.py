"""One lead in the inspector: verdict per definition, clause by clause, then all its fields."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.domain import definition as rules
from fusenapp.i18n import translate
from fusenapp.qualify import Verdicts
from fusenapp.ui import icons
from fusenapp.ui.importing.preview import cell_text
from fusenapp.ui.leads.data import Leads, words
from fusenapp.ui.leads.model import STATE
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import Badge, InspectorSection, Text, column, row, status_words
from fusenapp.ui.widgets.badge import STATES


class LeadDetail(QWidget):
    """Made for one list under its definitions; going from lead to lead only changes the texts."""

    def __init__(self, leads: Leads, at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made_for = _made_for(leads)
        self.title, self.place = Text("", "title", wrap=True), Text("", "caption", wrap=True)
        self._badges: dict[str, Badge] = {}
        self._clauses: dict[tuple[str, str], tuple[_Tick, Text, str]] = {}
        self._fields: list[Text] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = InspectorSection(first=True)
        head.body.addLayout(column(self.title, self.place, gap=0))
        layout.addWidget(head)
        for rule, verdicts in leads.verdicts.items():
            layout.addWidget(self._verdict(leads, rule, verdicts))
        layout.addWidget(self._all_fields(leads))
        layout.addStretch(1)
        self.show_lead(leads, at)

    def fits(self, leads: Leads) -> bool:
        """Whether leads of this list can be shown without making anything anew."""
        return self._made_for == _made_for(leads)

    def show_lead(self, leads: Leads, at: int) -> None:
        """Another lead of the same list."""
        self.title.setText(leads.title(at))
        self.place.setText(leads.dataset.place(at))
        for rule, badge in self._badges.items():
            badge.set(STATE[int(leads.verdicts[rule].verdict[at])])
        for (rule, id), (tick, held, field) in self._clauses.items():
            tick.set(STATE[int(leads.verdicts[rule].clauses[id][at])])
            held.setText(_held(leads, field, at))
        for index, (label, each) in enumerate(zip(self._fields, leads.dataset.columns, strict=True)):
            label.setText(cell_text(leads.dataset.table.column(index)[at].as_py(), each.type))
            label.setToolTip(leads.dataset.place(at, index))

    def _verdict(self, leads: Leads, rule: str, verdicts: Verdicts) -> QWidget:
        part = InspectorSection(leads.names.get(rule, rule))
        self._badges[rule] = Badge("unknown")
        part.header.add_right(self._badges[rule])
        fields = {c.id: c.field for c in rules.clauses(verdicts.definition)}
        for id in verdicts.clauses:
            tick, held = _Tick("unknown"), Text("", "caption", wrap=True)
            if id not in fields:
                held.hide()
            self._clauses[rule, id] = tick, held, fields.get(id, "")
            line = row(column(tick, None, gap=0))
            line.addLayout(column(Text(words(leads.phrases, f"{rule}/{id}"), wrap=True), held, gap=0), 1)
            part.body.addLayout(line)
        return part

    def _all_fields(self, leads: Leads) -> QWidget:
        part = InspectorSection(translate("Leads", "All fields"), translate("Leads", "point at a value to see its cell"))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        for each in leads.dataset.columns:
            self._fields.append(Text("", wrap=True))
            form.addRow(Text(each.name.rsplit("›", 1)[-1], "caption"), self._fields[-1])
        part.body.addLayout(form)
        return part


def _made_for(leads: Leads) -> object:
    conditions = tuple((rule, *((id, leads.phrases.get(f"{rule}/{id}")) for id in v.clauses)) for rule, v in leads.verdicts.items())
    return id(leads.dataset), conditions


def _held(leads: Leads, field: str, at: int) -> str:
    """What the lead has in the column that a condition asks for: 「従業員数：15」."""
    index = leads.dataset.find(field) if field else None
    if index is None:
        return ""
    held = cell_text(leads.dataset.table.column(index)[at].as_py(), leads.dataset.columns[index].type)
    return translate("Leads", "{field}: {value}").format(field=field, value=held)


class _Tick(QWidget):
    """Met, not met or not known."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(state)

    def set(self, state: str) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(status_words(state))
        self.setToolTip(status_words(state))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(18, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        icon, token = STATES[self._state]
        icons.draw_icon(QPainter(self), QRectF(0, 2, 16, 16), icon, color(token))
