"""κ with its interval, the four cells behind it, and each department against the definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QWidget

from fusenapp.domain.labelling import HOT, NOT
from fusenapp.domain.snapshot import Snapshot
from fusenapp.i18n import translate
from fusenapp.ui.labelling import words
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import Card, DepartmentMark, IconLabel, SectionHeader, Text, column, row

if TYPE_CHECKING:
    from fusenapp.flows.labelling import Between, Result
    from fusenapp.qualify.agreeing import Kappa, Pair

_CENTER = Qt.AlignmentFlag.AlignCenter
_ROOMY = 860
"""Width from which three cards stand beside each other."""
_IN_FULL = 3
"""More departments than these are set against the definition on a line each."""


class Cards(QWidget):
    """Three cards beside each other; the last one below the others where there is little room."""

    def __init__(self, *cards: QWidget) -> None:
        super().__init__()
        self._cards, self._wide = cards, True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._arrange()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if (self.width() >= _ROOMY) != self._wide:
            self._wide = not self._wide
            self._arrange()

    def _arrange(self) -> None:
        places = ((0, 0, 1), (0, 1, 1), (0, 2, 1) if self._wide else (1, 0, 2))
        for card, (line, at, span) in zip(self._cards, places, strict=True):
            self._grid.addWidget(card, line, at, 1, span)
        for at, stretch in enumerate((4, 4, 5 if self._wide else 0)):
            self._grid.setColumnStretch(at, stretch)


def kappa_card(pair: Pair, rule: str) -> Card:
    """How far two departments agree."""
    card, kappa = Card(padding=(12, 16), gap=4), pair.kappa
    card.body.addWidget(SectionHeader(translate("Labelling", "Agreement beyond chance"), "Cohen's κ"))
    figure = Text(words.figure(kappa.value), "hero")
    figure.setAccessibleName(f"κ {words.figure(kappa.value)}")
    card.body.addLayout(row(figure, Text(interval(kappa), "secondary"), None, gap=12))
    if kappa.name:
        step = translate("Labelling", "rule of thumb: {step}").format(step=words.step(kappa.name))
        card.body.addWidget(Text(step, "strong"))
    for note in _notes(pair, rule):
        card.body.addWidget(note)
    card.body.addStretch(1)
    return card


def interval(kappa: Kappa) -> str:
    """The 95 % interval of a κ in words; empty where there is none."""
    if kappa.low is None or kappa.high is None:
        return ""
    return translate("Labelling", "95 % {low} to {high}").format(low=words.figure(kappa.low), high=words.figure(kappa.high))


def _notes(pair: Pair, rule: str) -> list[QWidget]:
    kappa, notes = pair.kappa, []
    same = kappa.observed
    told = translate("Labelling", "same answer {share} ({hits} of {n}), 95 % {low} to {high}").format(
        share=words.percent(same.value), hits=same.hits, n=same.n, low=words.percent(same.low), high=words.percent(same.high))
    notes.append(Text(told if same.n else translate("Labelling", "no lead has an answer of both"), "secondary", wrap=True))
    if pair.left_out:
        notes.append(Text(translate("Labelling", "%n lead(s) left out, because somebody could not tell or gave no answer", n=pair.left_out),
                          "caption", wrap=True))
    if kappa.undefined:
        notes.append(IconLabel("info", translate("Labelling", "κ is not defined: both gave one and the same answer throughout."), token="warn"))
    elif pair.one_sided:
        notes.append(Text(translate(
            "Labelling", "Nearly all answers are the same. κ is low then even if people hardly differ; look at the share of same answers too."),
            "warn", wrap=True))
    if kappa.n and kappa.reference:
        notes.append(IconLabel("alert-circle", translate("Labelling", "reference value: fewer than 30 leads"), token="warn"))
    return notes


def matrix_card(snapshot: Snapshot, between: Between, rule: str) -> Card:
    """Who said what, as four counts."""
    card, pair = Card(padding=(12, 16), gap=8), between.pair
    card.body.addWidget(SectionHeader(translate("Labelling", "Who said what"), translate("Labelling", "leads")))
    grid = QGridLayout()
    grid.setSpacing(4)
    yes, no = words.answer(HOT, rule), words.answer(NOT, rule)
    for at, said in enumerate((yes, no)):
        grid.addWidget(_head(snapshot, between.second, said), 0, at + 1)
        grid.addWidget(_head(snapshot, between.first, said), at + 1, 0)
    cells = ((pair.both, pair.first_only), (pair.second_only, pair.neither))
    first, second = words.short(snapshot, between.first), words.short(snapshot, between.second)
    for i, line in enumerate(cells):
        for j, count in enumerate(line):
            cell = Text(f"{count:,}", "figure")
            cell.setAlignment(_CENTER)
            cell.setMinimumSize(72, 40)
            cell.setAccessibleName(f"{first} {(yes, no)[i]}, {second} {(yes, no)[j]}: {count}")
            grid.addWidget(_tinted(cell, i != j), i + 1, j + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    card.body.addLayout(grid)
    card.body.addStretch(1)
    return card


def _head(snapshot: Snapshot, department: str, said: str) -> QWidget:
    holder = QWidget()
    name = words.short(snapshot, department)
    holder.setLayout(row(DepartmentMark(words.shape(snapshot, department), name), Text(f"{name} {said}", "caption"), None, gap=4))
    return holder


def _tinted(cell: Text, apart: bool) -> QWidget:
    """Cells in which the two differ stand on the tone of warnings."""
    cell.setAutoFillBackground(True)
    palette = cell.palette()
    palette.setColor(QPalette.ColorRole.Window, color("warnW" if apart else "sunken"))
    cell.setPalette(palette)
    return cell


def definition_card(snapshot: Snapshot, result: Result) -> Card:
    """Each department against the definition as it is now."""
    card, rule = Card(padding=(12, 16), gap=8), result.labelling.rule
    card.body.addWidget(SectionHeader(translate("Labelling", "Against the definition of today"), words.rule_name(rule)))
    if not result.against:
        from fusenapp.ui.definitions.live import problem_words

        why = problem_words(result.problem) if result.problem else translate("Labelling", "The definition has no conditions yet.")
        card.body.addWidget(Text(why, "warn", wrap=True))
    many = len(result.against) > _IN_FULL
    for department, pair in result.against.items():
        name = words.short(snapshot, department) if many else words.full(snapshot, department)
        kappa = translate("Labelling", "κ {kappa}").format(kappa=words.figure(pair.kappa.value))
        same = translate("Labelling", "same {hits} of {n}").format(hits=pair.kappa.observed.hits, n=pair.kappa.n)
        beside = [Text(same, "secondary")] if many else []
        head = row(DepartmentMark(words.shape(snapshot, department), name), Text(name, "strong"), *beside, None, Text(kappa, "strong"))
        if many:
            card.body.addLayout(head)
            continue
        only = translate("Labelling", "only the department {one} · only the definition {other}").format(
            one=pair.first_only, other=pair.second_only)
        told = " · ".join(part for part in (same, interval(pair.kappa)) if part)
        lines = [head, Text(told, "secondary", wrap=True), Text(only, "caption", wrap=True)]
        if pair.left_out:
            lines.append(Text(translate("Labelling", "%n lead(s) without a verdict or an answer", n=pair.left_out), "caption", wrap=True))
        card.body.addLayout(column(*lines, gap=0))
    card.body.addStretch(1)
    return card


def together_card(result: Result) -> Card:
    """All departments at once, where there are more than two."""
    card = Card(padding=(12, 16), gap=4)
    card.body.addWidget(SectionHeader(translate("Labelling", "All departments together"), "Fleiss' κ"))
    told = translate("Labelling", "over %n lead(s) that all of them called one thing or the other", n=result.fleiss_leads)
    card.body.addLayout(row(Text(words.figure(result.fleiss), "figure"), Text(told, "secondary"), None, gap=12))
    return card
