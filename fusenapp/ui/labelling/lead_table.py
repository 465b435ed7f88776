"""The labelled leads with every department's answer beside each other; and one of them in the inspector."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFormLayout, QHeaderView, QVBoxLayout, QWidget

from fusenapp.domain.labelling import UNSURE, Drawn, Said
from fusenapp.domain.snapshot import Snapshot
from fusenapp.i18n import translate
from fusenapp.ui.labelling import words
from fusenapp.ui.labelling.answer_button import SIGNS
from fusenapp.ui.widgets import (
    Card,
    DepartmentMark,
    IconLabel,
    InspectorSection,
    SectionHeader,
    SegmentedControl,
    Text,
    row,
)
from fusenapp.ui.widgets.rows_table import ROW, Column, fill_table, rows_table

if TYPE_CHECKING:
    from fusenapp.flows.labelling import Between
    from fusenapp.ui.labelling.telling import Told

MOST_ROWS = 9
"""Rows that are seen at once; the table scrolls beyond."""
MOST_BESIDE = 3
"""With more departments only the two that are looked at have a column; all stand in the inspector."""
_STATE = {1: ("check", "good"), 0: ("close", "text2"), -1: ("help", "warn")}


def marked(answer: str, rule: str) -> str:
    """An answer with its sign, so that a column of them is read at a glance."""
    return f"{SIGNS[answer]} {words.answer(answer, rule)}" if answer else "—"


class LeadTable(Card):
    """Disputed leads, unsure ones, or all; arrows walk.

    Args:
        chosen: told the lead of the current row.
    """

    def __init__(self, snapshot: Snapshot, told: Told, between: Between, chosen: Callable[[Drawn], None]) -> None:
        super().__init__(padding=(12, 14), gap=8)
        self._snapshot, self._told, self._between, self._chosen = snapshot, told, between, chosen
        self._sets = {"disputed": set(between.disputed), "unsure": self._unsure(), "all": set(told.result.labelling.keys)}
        self.filter = SegmentedControl([(name, self._filter_words(name)) for name in self._sets], "disputed" if between.disputed else "all",
                                       name=translate("Labelling", "Show"))
        self.filter.changed.connect(lambda _: self._fill())
        head = SectionHeader(translate("Labelling", "Leads, answer beside answer"), translate("Labelling", "arrows walk, details on the right"))
        head.add_right(self.filter)
        self.table = rows_table(translate("Labelling", "Leads, answer beside answer"))
        self.leads: list[Drawn] = []
        self.body.addWidget(head)
        self.body.addWidget(self.table)
        self._fill()

    def _unsure(self) -> set[str]:
        return {key for d in (self._between.first, self._between.second) for key, said in self._told.result.said[d].items()
                if said.answer == UNSURE}

    def _filter_words(self, name: str) -> str:
        count = len(self._sets[name])
        if name == "disputed":
            return translate("Labelling", "In dispute {count}").format(count=count)
        return (translate("Labelling", "Cannot tell {count}") if name == "unsure" else translate("Labelling", "All {count}")).format(count=count)

    def _fill(self) -> None:
        result, snapshot = self._told.result, self._snapshot
        shown = [self._between.first, self._between.second]
        if len(result.said) <= MOST_BESIDE:
            shown += [d for d in result.labelling.departments if d not in shown]
        self.leads = [lead for lead in result.labelling.leads if lead.key in self._sets[self.filter.current]]
        columns = [Column(translate("Labelling", "Lead")), *(Column(words.short(snapshot, d)) for d in shown),
                   Column(translate("Labelling", "Definition")), Column(translate("Labelling", "Comments"))]
        fill_table(self.table, columns, [self._row(lead, shown) for lead in self.leads])
        header = self.table.horizontalHeader()
        for at in range(1, len(shown) + 2):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
            self.table.setColumnWidth(at, 128)
        self.table.setFixedHeight(header.sizeHint().height() + ROW * min(max(len(self.leads), 1), MOST_ROWS) + 4)
        self.table.selectionModel().currentRowChanged.connect(self._walked)

    def _row(self, lead: Drawn, shown: list[str]) -> tuple[str, ...]:
        result, rule = self._told.result, self._told.result.labelling.rule
        said = [result.said[d].get(lead.key) for d in shown]
        answers = [_answer(each, rule) for each in said]
        comments = " / ".join(text for each in said if each for _, text in each.comments)
        verdict = words.verdict(result.verdicts.get(lead.key), rule)
        return (lead.title, *answers, verdict, " ".join(comments.split()))

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if 0 <= now.row() < len(self.leads):
            self._chosen(self.leads[now.row()])


def _answer(said: Said | None, rule: str) -> str:
    if said is None:
        return "—"
    people = translate("Labelling", "%n person(s)", n=sum(said.votes.values()))
    return marked(said.answer, rule) + (f" ({people})" if said.split else "")


class LeadAnswers(QWidget):
    """One lead: what every department said and why, what the definition says clause by clause, and what was shown."""

    def __init__(self, snapshot: Snapshot, told: Told, lead: Drawn) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = InspectorSection(first=True)
        head.body.addWidget(Text(lead.title, "title", wrap=True))
        head.body.addWidget(Text(lead.place, "caption", wrap=True))
        head.body.addWidget(Text(translate("Labelling", "Drawn because: {why}").format(why=words.stratum(lead.stratum)), "caption", wrap=True))
        layout.addWidget(head)
        layout.addWidget(_said_part(snapshot, told, lead))
        layout.addWidget(_clauses_part(told, lead))
        layout.addWidget(_facts_part(told, lead))
        layout.addStretch(1)


def _said_part(snapshot: Snapshot, told: Told, lead: Drawn) -> QWidget:
    part, rule = InspectorSection(translate("Labelling", "Answers")), told.result.labelling.rule
    for department, each in told.result.said.items():
        said, name = each.get(lead.key), words.full(snapshot, department)
        part.body.addLayout(row(DepartmentMark(words.shape(snapshot, department), name), Text(name, "secondary"), None,
                                Text(marked(said.answer if said else "", rule), "strong"), gap=6))
        if said is None:
            continue
        if said.split:
            votes = " · ".join(f"{words.answer(answer, rule)} {count}" for answer, count in said.votes.items())
            part.body.addWidget(Text(votes, "caption", wrap=True))
        for person, text in said.comments:
            part.body.addWidget(Text(f"{person}: {text}" if person else text, wrap=True))
        if said.because:
            decides = translate("Labelling", "Decides: {names}").format(names="、".join(said.because))
            part.body.addWidget(IconLabel("flag", decides, token="accent"))
    return part


def _clauses_part(told: Told, lead: Drawn) -> QWidget:
    result = told.result
    part = InspectorSection(translate("Labelling", "Definition of today"), words.verdict(result.verdicts.get(lead.key), result.labelling.rule))
    for path, held in result.truths.items():
        icon, token = _STATE[held[lead.key]]
        label = IconLabel(icon, told.phrases.get(path, path), token=token)
        label.label.setWordWrap(True)
        part.body.addWidget(label)
    return part


def _facts_part(told: Told, lead: Drawn) -> QWidget:
    part, form = InspectorSection(translate("Labelling", "What was shown")), QFormLayout()
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(4)
    for fact, held in told.result.labelling.shown(lead):
        form.addRow(Text(fact.name.rsplit("›", 1)[-1], "caption"), Text(words.held(fact, held), wrap=True))
    part.body.addLayout(form)
    return part
