"""What stands out in the figures of a meeting: each finding with its figures, where it leads, and an action to make of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fusenapp.domain.capacity import capacity_of
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import capacity as plans
from fusenapp.flows import finding_words
from fusenapp.flows.reviews import Finding, Kept, KeptNode
from fusenapp.i18n import language, translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.reviews.trying import attempt
from fusenapp.ui.widgets import IconLabel, LinkButton, PushButton, Text, column, empty, hline, row

_LEVEL = 4
"""Above a title, so that it stands level with the links on its right."""
NOTICES = 3
"""Notices shown before the rest is folded away."""


class FindingRows(QWidget):
    """Warnings first, then notices; most of these are folded away.

    Args:
        review: id of the meeting.
        action: called with a KPI, to write an action about it.
    """

    def __init__(self, context: UiContext, review: str, action: Callable[[KeptNode], None]) -> None:
        super().__init__()
        self._context, self._review, self._act = context, review, action
        self._kept, self._locked, self._all = Kept("", (), (), {}), False, False
        self._shown: tuple[object, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_kept(self, snapshot: Snapshot, kept: Kept, *, locked: bool) -> None:
        """Other figures, or an action that was made of a finding meanwhile."""
        taken = {id(finding): _taken(snapshot, finding) for finding in kept.findings}
        key = (kept.findings, locked, self._all, tuple(taken.values()))
        if key == self._shown:
            return
        self._shown, self._kept, self._locked = key, kept, locked
        empty(self._layout)
        warnings = [f for f in kept.findings if f.severity == "warning"]
        notices = [f for f in kept.findings if f.severity != "warning"]
        shown = notices if self._all else notices[:NOTICES]
        for finding in (*warnings, *shown):
            self._layout.addWidget(hline())
            self._layout.addWidget(self._row(finding, taken=taken[id(finding)]))
        if len(notices) > len(shown):
            more = LinkButton(translate("ReviewsArea", "%n more finding(s)", n=len(notices) - len(shown)), on=self._unfold)
            self._layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(kept.findings))

    def _row(self, finding: Finding, *, taken: bool) -> QWidget:
        picture = QLabel()
        warning = finding.severity == "warning"
        picture.setPixmap(icons.pixmap("alert-circle" if warning else "info", 16, "bad" if warning else "text3"))
        told = column(Text(finding_words.headline(finding.code), "strong"), Text(finding_words.said(finding.code, finding.figures), wrap=True),
                      gap=2, margins=(0, _LEVEL, 0, 0))
        proposal = finding.figures.get("proposal")
        if isinstance(proposal, Mapping):
            told.addLayout(self._proposal(finding, proposal, taken=taken))
        line = row(column(picture, None, margins=(0, _LEVEL, 0, 0)), gap=8)
        line.addLayout(told, 1)
        links = self._links(finding, proposed=proposal is not None)
        line.addLayout(column(row(*links, gap=8), None))
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _links(self, finding: Finding, *, proposed: bool) -> list[QWidget]:
        """Where it leads, and an action about it."""
        node = next((n for id in finding.nodes if (n := self._kept.node(id))), None)
        links: list[QWidget] = []
        month = str(finding.figures.get("month") or "")
        if finding.code in (finding_words.ABOVE_CAPACITY, finding_words.WAS_ABOVE_CAPACITY):
            links.append(LinkButton(translate("ReviewsArea", "Show the capacity"),
                                    on=lambda: self._context.navigate("kpi", ("capacity", month)), small=True))
        elif node is not None:
            links.append(LinkButton(node.name, on=lambda: self._context.navigate("kpi", ("kpis", node.id)), small=True))
        if node is not None and not self._locked and not proposed:
            links.append(LinkButton(translate("ReviewsArea", "Action about it"), "flag", lambda: self._act(node), small=True))
        return links

    def _proposal(self, finding: Finding, proposal: Mapping[str, Any], *, taken: bool) -> QVBoxLayout:
        """What to do, and the button that makes an action of it."""
        said = Text(finding_words.proposed(finding.figures), "secondary", wrap=True)
        parts: list[QWidget] = []
        if taken:
            parts.append(IconLabel("check", translate("ReviewsArea", "It is an action."), token="good"))
        elif not self._locked:
            parts.append(PushButton(translate("ReviewsArea", "Make it an action"), "flag", on=lambda: self._take(finding, proposal), small=True))
        return column(said, row(*parts, None), gap=4)

    def _take(self, finding: Finding, proposal: Mapping[str, Any]) -> None:
        document, capacity = self._context.document, capacity_of(self._context.snapshot())
        kpi = finding.nodes[0] if finding.nodes else ""
        department = str((document.get("kpis", kpi) or {}).get("department") or "")
        if capacity is not None and attempt(self._context, lambda: plans.accept(
                document, str(proposal.get(language()) or ""), proposal["plan"], capacity, kpi=kpi, department=department, review=self._review)):
            self._context.notify(translate("ReviewsArea", "The action was added to the meeting; the months to come follow its plan."), undo=True)

    def _unfold(self) -> None:
        self._all = True
        self.show_kept(self._context.snapshot(), self._kept, locked=self._locked)


def _taken(snapshot: Snapshot, finding: Finding) -> bool:
    """Whether there is an action with the plan that the finding proposes."""
    proposal = finding.figures.get("proposal")
    plan = proposal.get("plan") if isinstance(proposal, Mapping) else None
    return plan is not None and any(each.get("plan") == plan and not each.get("dropped") for each in snapshot.all("actions"))
