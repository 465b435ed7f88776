"""One item in the inspector: seals, what has changed since the agreement, history, and the next step."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QSpinBox, QVBoxLayout, QWidget

from fusenapp.domain import agreement
from fusenapp.domain.agreement import Item, ItemStatus, Stamp
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing import agreements
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.ui import areas
from fusenapp.ui.agreement_bar import revision_words, stamp
from fusenapp.ui.agreements.content import content_section
from fusenapp.ui.agreements.differences import Told, since_agreed
from fusenapp.ui.agreements.history import Compare, History
from fusenapp.ui.agreements.model import due_words
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import (
    Badge,
    DepartmentMark,
    InspectorSection,
    LinkButton,
    PrimaryButton,
    PushButton,
    StampSeal,
    Text,
    field,
    row,
)
from fusenapp.ui.words import item_title

_SHOWN = 40
"""Differences listed one by one; the rest is counted."""


class ItemDetail(QWidget):
    """Made anew whenever the item's status changes."""

    def __init__(self, context: UiContext, status: ItemStatus, compare: Compare, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.status = context, status
        snapshot = context.snapshot()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._head(snapshot), content_section(snapshot, status.item), self._seals(snapshot), self._changes(snapshot),
                     History(context, status.item, compare), self._review()):
            if part is not None:
                layout.addWidget(part)
        layout.addStretch(1)

    def _head(self, snapshot: Snapshot) -> QWidget:
        part = InspectorSection(first=True)
        part.body.addWidget(Text(item_title(snapshot, self.status.item), "title", wrap=True))
        badge = Badge(self.status.state, revision_words(self.status))
        part.body.addLayout(row(badge, None))
        part.body.addLayout(row(LinkButton(translate("Agreements", "Open in its area"), on=self._open), None))
        return part

    def _open(self) -> None:
        self._context.navigate(areas.area_of(*self.status.item), self.status.item)

    def _seals(self, snapshot: Snapshot) -> QWidget:
        part = InspectorSection(translate("Agreements", "Stamps"))
        grid = QGridLayout()
        given = {s.department: s for s in self.status.stamps}
        for column, department in enumerate(snapshot.all("departments")):
            self._seal(grid, column % 3, column // 3 * 2, department, given.get(department["id"]))
        part.body.addLayout(grid)
        for one in self.status.stamps:
            if one.comment:
                part.body.addWidget(Text(f"{one.person}「{one.comment}」", "caption", wrap=True))
        steps = self._steps(snapshot)
        self.why = field("", self._why_words(), translate("Agreements", "Reason or comment"))
        if steps:
            part.body.addWidget(self.why)
            part.body.addLayout(row(*steps, None))
        return part

    def _why_words(self) -> str:
        if self.status.agreed is not None and self.status.proposed is None:
            return translate("Agreements", "Why was it changed?")
        return translate("Agreements", "Reason or comment (optional)")

    def _seal(self, grid: QGridLayout, column: int, line: int, department: Record, given: Stamp | None) -> None:
        short = value("departments", department, "short") or value("departments", department, "name")
        seal = StampSeal()
        seal.set([short, given.at[2:10].replace("-", "."), given.person.split(" ")[0].split("\u3000")[0]] if given else None)
        who = f"{given.person}\n{given.at[:16].replace('T', ' ')}\n{given.comment}".strip() if given else translate("Agreements", "not stamped")
        seal.setToolTip(who)
        seal.setAccessibleName(f"{value('departments', department, 'name')}: {who}")
        grid.addLayout(row(None, seal, None), line, column)
        mark = DepartmentMark(value("departments", department, "shape"), "")
        grid.addLayout(row(None, mark, Text(short, "caption"), None, gap=4), line + 1, column)

    def _steps(self, snapshot: Snapshot) -> list[QWidget]:
        steps: list[QWidget] = []
        if self.status.state in (agreement.DRAFT, agreement.REOPENED):
            steps.append(PushButton(translate("Agreements", "Propose"), "proposed", on=self._propose))
        if self._context.department in self.status.missing:
            mine = snapshot.value("departments", self._context.department, "short")
            steps.append(PrimaryButton(translate("Agreements", "Stamp for {department}").format(department=mine), "stamp", on=self._stamp))
        return steps

    def _propose(self) -> None:
        try:
            agreements.propose(self._context.document, self.status.item, self.why.text().strip())
        except InputError as error:  # while somebody writes privately, nobody can agree to what they do not see
            from fusenapp.ui.explaining import explain_any

            self._context.notify(explain_any(error), kind="warn")
            return
        self._context.notify(translate("Agreements", "Proposed: {title}").format(
            title=item_title(self._context.snapshot(), self.status.item)), undo=True)

    def _stamp(self) -> None:
        stamp(self._context, self.status.item, self, self.why.text().strip())

    def _changes(self, snapshot: Snapshot) -> QWidget | None:
        if self.status.agreed is None:
            return None
        part = InspectorSection(translate("Agreements", "Changed since the agreed revision"))
        told = since_agreed(snapshot, self.status)
        if not told:
            part.body.addWidget(Text(translate("Agreements", "Nothing has changed since the agreed revision."), "caption", wrap=True))
        for one in told[:_SHOWN]:
            part.body.addWidget(_change(one))
        if len(told) > _SHOWN:
            part.body.addWidget(Text(translate("Agreements", "and %n more", n=len(told) - _SHOWN), "caption"))
        return part

    def _review(self) -> QWidget | None:
        """How long the agreement holds."""
        if self.status.item not in agreement.items(self._context.snapshot()):
            return None
        part = InspectorSection(translate("Agreements", "Review due"), due_words(self.status) if self.status.review_due else "")
        months = QSpinBox()
        months.setRange(1, 12)
        months.setValue(agreement.review_months(self._context.snapshot(), self.status.item))
        months.setSuffix(translate("Agreements", " months"))
        months.setAccessibleName(translate("Agreements", "Months until the review"))
        months.setKeyboardTracking(False)
        months.lineEdit().setTextMargins(6, 0, 4, 0)
        months.valueChanged.connect(self._set_months)
        part.body.addLayout(row(Text(translate("Agreements", "Review after"), "secondary"), None, months))
        return part

    def _set_months(self, months: int) -> None:
        agreements.set_review_months(self._context.document, self.status.item, months)


def _change(one: Told) -> QWidget:
    box = QWidget()
    inside = QVBoxLayout(box)
    inside.setContentsMargins(0, 0, 0, 4)
    inside.setSpacing(2)
    inside.addWidget(Text(one.place, "caption", wrap=True))
    if one.was:
        was = Text(one.was, "secondary", wrap=True)
        face = was.font()
        face.setStrikeOut(True)
        was.setFont(face)
        was.setAccessibleName(translate("Agreements", "was") + " " + one.was)
        inside.addWidget(was)
    if one.now:
        now = Text(one.now, "strong", wrap=True)
        now.setAccessibleName(translate("Agreements", "now") + " " + one.now)
        inside.addWidget(now)
    return box


def detail_key(snapshot: Snapshot, status: ItemStatus, department: str) -> tuple[object, ...]:
    """What a detail depends on; the same key shows the same."""
    told = tuple((r.number, r.hash, r.comment) for r in agreement.revisions(snapshot, status.item))
    return status.item, status.state, status.hash, status.stamps, department, status.review_due, status.agreed and status.agreed.hash, told


__all__ = ["Item", "ItemDetail", "detail_key"]
