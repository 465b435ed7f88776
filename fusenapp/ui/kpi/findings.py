"""What the figures say that a meeting should talk about: the worst above the tree, all of it beside the trend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from fusenapp.flows.finding_words import ABOVE_CAPACITY, WAS_ABOVE_CAPACITY, headline, said
from fusenapp.i18n import translate
from fusenapp.messages import sentence
from fusenapp.ui import icons
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import ElidedLabel, LinkButton, PushButton, Text, column, hline, row

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import Diagnosis, KpiResult

_CAPACITY = (ABOVE_CAPACITY, WAS_ABOVE_CAPACITY)


@dataclass(frozen=True)
class Finding:
    """One thing to talk about: a title, its figures in a sentence, the nodes it is about, the most telling first.

    ``month``: the one that is above what sales can take up; empty for everything else.
    """

    title: str
    text: str
    severity: str
    nodes: tuple[str, ...]
    month: str = ""

    @property
    def way(self) -> tuple[str, str] | None:
        """Where it leads, as `KpiArea.reveal` takes it: the month in the capacity view, else its KPI."""
        if self.month:
            return "capacity", self.month
        return ("kpis", self.nodes[0]) if self.nodes else None


def finding_of(told: Diagnosis) -> Finding:
    """A diagnosis in words."""
    month = str(told.figures.get("month") or "") if told.code in _CAPACITY else ""
    return Finding(headline(told.code), said(told.code, told.figures), told.severity, told.nodes, month)


def find(result: KpiResult) -> list[Finding]:
    """Diagnoses, warnings first, then what could not be reckoned. For a worker."""
    from fusenapp.kpi import diagnose

    found = [finding_of(each) for each in diagnose(result)]
    for each in result.problems:
        told = sentence(each.code, where=each.where, node=each.node, **each.parameters)
        found.append(Finding(headline(each.code), told, "problem", (each.node,) if each.node else ()))
    return found


def above_capacity(figures: Figures, snapshot: Snapshot) -> list[Finding]:
    """Months in which more comes in than sales can take up. For a worker."""
    from fusenapp.flows.capacity import diagnoses

    return [finding_of(each) for each in diagnoses(figures, snapshot)]


class Banner(QFrame):
    """The worst finding, with a way to what it is about; hidden while there is none.

    Signals:
        chosen: where it leads, see `Finding.way`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._finding: Finding | None = None
        self._icon = QLabel()
        self.title, self.text = Text("", "strong"), ElidedLabel("")
        self.open = PushButton("", on=self._open, small=True)
        line = row(self._icon, self.title, margins=(12, 5, 8, 5), gap=10)
        line.addWidget(self.text, 1)
        line.addWidget(self.open, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        bad, weak = color("bad").name(), color("badW").name()
        self.setStyleSheet(f"QFrame#banner {{ background: {weak}; border: 1px solid {bad}; border-radius: 6px; }}")
        self.title.setStyleSheet(f"color: {bad};")
        self._icon.setPixmap(icons.pixmap("alert-circle", 20, "bad"))

    def show_finding(self, finding: Finding | None) -> None:
        """Another finding, or none."""
        self.setVisible(finding is not None)
        if finding is not None and finding != self._finding:
            self._finding = finding
            self.title.setText(finding.title)
            self.text.setText(finding.text)
            self.text.setToolTip(finding.text)
            self.open.setText(translate("Kpi", "Show the capacity") if finding.month else translate("Kpi", "Show the KPI"))
            self.open.setVisible(finding.way is not None)
            self.setAccessibleName(f"{finding.title}: {finding.text}")

    def _open(self) -> None:
        if self._finding is not None and self._finding.way is not None:
            self.chosen.emit(self._finding.way)


class FindingList(QWidget):
    """All findings, one below the other.

    Signals:
        chosen: where a link leads, see `Finding.way`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 8, 0)
        self._layout.setSpacing(6)
        self._shown: list[Finding] | None = None
        self._rows: dict[tuple[Finding, tuple[str, ...]], QWidget] = {}

    def show_findings(self, found: Sequence[Finding], names: dict[str, str]) -> None:
        """Other findings; what is said again stays as it is. ``names``: node id → name, for the links."""
        if list(found) == self._shown:
            return
        self._shown = list(found)
        before, self._rows = self._rows, {}
        for finding in found:
            told = (finding, tuple(names.get(id, "") for id in finding.nodes))
            if told not in self._rows:
                self._rows[told] = before.pop(told, None) or self._row(finding, names)
        self._put_in_order()

    def _put_in_order(self) -> None:
        """The rows with lines between them; whatever else was there goes."""
        kept = set(self._rows.values())
        while (item := self._layout.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None and gone not in kept:
                gone.hide()
                gone.deleteLater()
        for at, each in enumerate(self._rows.values()):
            if at:
                self._layout.addWidget(hline())
            self._layout.addWidget(each)
        if not self._rows:
            self._layout.addWidget(Text(translate("Kpi", "Nothing stands out in these figures."), "secondary", wrap=True))
        self._layout.addStretch(1)

    def _row(self, finding: Finding, names: dict[str, str]) -> QWidget:
        holder = QWidget()
        picture = QLabel()
        tone = "bad" if finding.severity == "warning" else "warn"
        picture.setPixmap(icons.pixmap("alert-circle" if finding.severity != "notice" else "info", 16, tone))
        words = column(Text(finding.title, "strong"), Text(finding.text, "secondary", wrap=True), gap=2)
        links = self._links(finding, names)
        if links:
            words.addLayout(row(*links, None, gap=4))
        line = row(column(picture, None, gap=0))
        line.addLayout(words, 1)
        holder.setLayout(line)
        return holder

    def _links(self, finding: Finding, names: dict[str, str]) -> list[LinkButton]:
        if finding.month:
            return [LinkButton(translate("Kpi", "Show the capacity"), on=lambda: self.chosen.emit(finding.way))]
        known = [id for id in finding.nodes if id in names][:2]
        return [LinkButton(names[id], on=lambda id=id: self.chosen.emit(("kpis", id))) for id in known]
