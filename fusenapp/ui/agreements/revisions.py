"""Two revisions of an item side by side: who proposed each and why, what differs, and what the change does to the leads by month."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import agreement
from fusenapp.domain.agreement import Item, Revision
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.i18n import translate
from fusenapp.ui.agreements.break_card import BreakCard
from fusenapp.ui.agreements.differences import Told, between
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import AreaHeader, Card, DepartmentMark, FlatButton, SectionHeader, Text, column, hline, row, scroll
from fusenapp.ui.words import item_title

NOW = 0
"""Stands for what the workspace says now."""


class RevisionsPage(QWidget):
    """Header with the two choices; below it who and why, the differences, the sentences and the break.

    Args:
        item: of agreement.
        chosen: numbers of the older and the newer revision; `NOW` is the content now.
        back: leads back to the list.
        keep: called with the two numbers when others are chosen.
    """

    def __init__(self, context: UiContext, item: Item, chosen: tuple[int, int] | None, back: Callable[[], None],
                 keep: Callable[[tuple[int, int]], None]) -> None:
        super().__init__()
        self._context, self.item, self._keep = context, item, keep
        self._body: QWidget | None = None
        self._seen: object = None
        snapshot = context.snapshot()
        title = translate("Revisions", "Revisions compared")
        header = AreaHeader(title, item_title(snapshot, item))
        self.back = FlatButton(translate("Revisions", "Back to the list"), "chevron-left", on=back)
        header.add_right(self.back)
        self.old = _box(translate("Revisions", "Older revision"), self._chosen)
        self.new = _box(translate("Revisions", "Newer revision"), self._chosen)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(header)
        self._layout.addLayout(row(self.old, Text("→"), self.new, None, margins=(16, 12, 16, 4)))
        self._fill(snapshot, chosen)
        context.bridge.changed.connect(self._look)
        self.refresh()

    def _fill(self, snapshot: Snapshot, chosen: tuple[int, int] | None) -> None:
        history = agreement.revisions(snapshot, self.item)
        pair = chosen or usual_pair(snapshot, self.item, history)
        for box, number in ((self.old, pair[0]), (self.new, pair[1])):
            box.clear()
            for revision in history:
                box.addItem(_choice_words(revision), revision.number)
            box.addItem(translate("Revisions", "Content now"), NOW)
            box.setCurrentIndex(max(box.findData(number), 0))

    @property
    def chosen(self) -> tuple[int, int]:
        """Numbers of the two revisions."""
        return int(self.old.currentData() or NOW), int(self.new.currentData() or NOW)

    def _chosen(self) -> None:
        self._keep(self.chosen)
        self.refresh()

    def _look(self, changes: Changes) -> None:
        snapshot = self._context.snapshot()
        if self.item not in agreement.items(snapshot):
            return
        self._fill(snapshot, self.chosen)
        self.refresh()

    def refresh(self) -> None:
        """Compare again, unless the two say what they said."""
        snapshot = self._context.snapshot()
        sides = [_side(snapshot, self.item, number) for number in self.chosen]
        seen = [(s.hash, s.comment, len(agreement.stamps(snapshot, self.item, s.hash))) for s in sides]
        if seen == self._seen:
            return
        self._seen = seen
        body = QWidget()
        parts = [self._people(snapshot, sides), self._differences(between(self.item, sides[0].content, sides[1].content))]
        if self.item[0] == "definitions":
            parts += [BreakCard(self._context, self.item[1], sides), _sentences(snapshot, sides)]
        body.setLayout(column(*parts, None, gap=12, margins=(16, 8, 16, 16)))
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = scroll(body)
        self._layout.addWidget(self._body, 1)

    def _people(self, snapshot: Snapshot, sides: list[Revision]) -> QWidget:
        card = Card(padding=(12, 14))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for at, side in enumerate(sides):
            grid.addLayout(_who_and_why(snapshot, side), 0, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        card.body.addLayout(grid)
        return card

    def _differences(self, told: list[Told]) -> QWidget:
        card = Card(padding=(12, 14))
        count = translate("Revisions", "%n place(s) differ", n=len(told)) if told else ""
        card.body.addWidget(SectionHeader(translate("Revisions", "What differs"), count))
        if not told:
            card.body.addWidget(Text(translate("Revisions", "The two say the same."), "secondary"))
            return card
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for at, words in enumerate((translate("Revisions", "Place"), translate("Revisions", "Before"), translate("Revisions", "After"))):
            grid.addWidget(Text(words, "caption"), 0, at)
            grid.setColumnStretch(at, (3, 4, 4)[at])
        for at, one in enumerate(told):
            grid.addWidget(hline(), 2 * at + 1, 0, 1, 3)
            for place, (words, role) in enumerate(((one.place, "secondary"), (one.was or "—", ""), (one.now or "—", "strong"))):
                grid.addWidget(Text(words, role, wrap=True), 2 * at + 2, place, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(grid)
        return card


def usual_pair(snapshot: Snapshot, item: Item, history: list[Revision] | None = None) -> tuple[int, int]:
    """What one wants to compare first: the agreed revision with what came after it, else the last two."""
    history = agreement.revisions(snapshot, item) if history is None else history
    status = agreement.status(snapshot, item)
    if status.agreed is not None and status.agreed.hash != status.hash:
        return status.agreed.number, status.proposed.number if status.proposed else NOW
    if len(history) > 1:
        return history[-2].number, history[-1].number
    return (history[-1].number if history else NOW), NOW


def _box(name: str, on: Callable[[], None]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumWidth(280)
    box.activated.connect(lambda _: on())
    return box


def _choice_words(revision: Revision) -> str:
    day = revision.at[:10].replace("-", "/")
    return translate("Revisions", "Revision {number} · {day} · {person}").format(number=revision.number, day=day, person=revision.person)


def _side(snapshot: Snapshot, item: Item, number: int) -> Revision:
    """A revision, or what the workspace says now in the shape of one."""
    found = next((r for r in agreement.revisions(snapshot, item) if r.number == number), None)
    if found is not None:
        return found
    return Revision(item, NOW, agreement.content_hash(snapshot, item), agreement.content_text(snapshot, item), "", "", "")


def _who_and_why(snapshot: Snapshot, side: Revision) -> QVBoxLayout:
    if side.number == NOW:
        return column(Text(translate("Revisions", "Content now"), "strong"),
                      Text(translate("Revisions", "what the workspace says at this moment"), "caption"), None, gap=4)
    shape = snapshot.value("departments", side.department, "shape")
    name = snapshot.value("departments", side.department, "name")
    title = translate("Revisions", "Revision {number}").format(number=side.number)
    who = row(Text(title, "strong"), DepartmentMark(shape, name), Text(f"{side.person} {side.at[:10].replace('-', '/')}", "secondary"), None)
    why = Text(side.comment or translate("Revisions", "no reason given"), "" if side.comment else "caption", wrap=True)
    given = {s.department: s for s in agreement.stamps(snapshot, side.item, side.hash)}
    stamps = [_stamp_words(snapshot, given[d["id"]], side.comment) for d in snapshot.all("departments") if d["id"] in given]
    told = Text(translate("Revisions", "Stamps: {stamps}").format(stamps="、".join(stamps)) if stamps
                else translate("Revisions", "Nobody has stamped this revision."), "caption", wrap=True)
    return column(who, why, told, None, gap=4)


def _stamp_words(snapshot: Snapshot, stamp: agreement.Stamp, reason: str) -> str:
    record = snapshot.get("departments", stamp.department)
    short = value("departments", record, "short") or value("departments", record, "name") if record else stamp.department
    return f"{short} {stamp.person} {stamp.at[5:10].replace('-', '/')}" + (f"「{stamp.comment}」" if stamp.comment not in ("", reason) else "")


def _sentences(snapshot: Snapshot, sides: list[Revision]) -> QWidget:
    """Both rules as people read them."""
    from fusenapp.domain import definition
    from fusenapp.qualify import sentence

    card = Card(padding=(12, 14))
    card.body.addWidget(SectionHeader(translate("Revisions", "The definition in words")))
    for side, words in zip(sides, (translate("Revisions", "Before"), translate("Revisions", "After")), strict=True):
        at = agreement.with_content(snapshot, side.item, side.content)
        rule = definition.from_snapshot(at, side.item[1])
        told = sentence(rule, names=definition.all_from_snapshot(at)) if rule is not None else "—"
        card.body.addWidget(Text(words, "caption"))
        card.body.addWidget(Text(told, "", wrap=True))
    return card
