"""One place in the inspector: both drafts with their effect, each department's reason, the third way, who decided."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.domain.settlement import id_of
from fusenapp.domain.snapshot import value
from fusenapp.editing import settling
from fusenapp.flows.comparing import Point, Side
from fusenapp.i18n import translate
from fusenapp.ui.comparing import words
from fusenapp.ui.comparing.model import Effect
from fusenapp.ui.comparing.third import ThirdForm
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import (
    DepartmentMark,
    IconLabel,
    InspectorSection,
    LinkButton,
    PrimaryButton,
    PushButton,
    Text,
    column,
    row,
)
from fusenapp.ui.widgets.bound import BoundText
from fusenapp.ui.words import clock, local


class PointDetail(QWidget):
    """Made anew for another place or another decision.

    Args:
        decide: called with ``left``, ``right``, ``third``, ``both`` or ``discuss``.
        reopen: takes the decision back.
        form: for the third way; None where there is none.
    """

    def __init__(self, context: UiContext, point: Point, sides: tuple[Side, Side], decide: Callable[[str], None],
                 reopen: Callable[[], None], form: ThirdForm | None) -> None:
        super().__init__()
        self._context, self.point, self._sides = context, point, sides
        self.form, self._decide = form, decide
        self._counts = (Text("", "secondary"), Text("", "secondary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head(reopen))
        layout.addWidget(self._both())
        layout.addWidget(self._reasons())
        if form is not None:
            layout.addWidget(self._third(form))
        layout.addStretch(1)

    def show_effect(self, effect: Effect | None) -> None:
        """How many leads match with each side taken."""
        for label, count in zip(self._counts, (effect.left, effect.right) if effect else (None, None), strict=True):
            label.setVisible(count is not None)
            label.setText(translate("Compare", "{count} leads match").format(count=f"{count:,}") if count is not None else "")

    def _head(self, reopen: Callable[[], None]) -> QWidget:
        part = InspectorSection(first=True)
        snapshot, settled = self._context.snapshot(), self.point.settled
        part.body.addWidget(Text(words.belongs(snapshot, self.point), "caption"))
        part.body.addWidget(Text(words.about(self.point), "title", wrap=True))
        state = words.choice_words(snapshot, self.point, *self._sides)
        icon, token = ("more", "text2") if self.point.open else ("check-circle", "good")
        part.body.addWidget(IconLabel(icon, state, token=token, role="strong"))
        if settled:
            part.body.addWidget(Text(words.said(self.point, 0), "strong", wrap=True))
            when = local(settled.at)
            part.body.addWidget(Text(f"{settled.person} {clock(when) if when else ''}", "caption"))
            part.body.addLayout(row(LinkButton(translate("Compare", "Open again"), on=reopen), None))
        return part

    def _both(self) -> QWidget:
        part = InspectorSection(translate("Compare", "Both drafts"))
        snapshot = self._context.snapshot()
        for at, side in enumerate(self._sides):
            name = words.side_words(snapshot, side, short=False)
            mark = DepartmentMark(words.shape_of(snapshot, side), name)
            part.body.addLayout(row(mark, Text(name, "secondary"), None, gap=6))
            part.body.addWidget(Text(words.said(self.point, at + 1), "strong", wrap=True))
            take = PushButton(translate("Compare", "Take this"), on=lambda which=("left", "right")[at]: self._decide(which))
            take.setAccessibleName(translate("Compare", "Take the draft of {side}").format(side=name))
            take.setEnabled(self.point.differs and self.point.choice != side.key)
            part.body.addLayout(row(self._counts[at], None, take))
        if self.point.differs:
            part.body.addLayout(row(*self._others(), None))
        return part

    def _others(self) -> list[QWidget]:
        """What else can be decided: both in one, where that can be, or a talk."""
        offered = [("both", translate("Structure", "Merge both"), "merge")] if self.point.merged is not None else []
        offered.append(("discuss", translate("Structure", "Discuss"), "speech"))
        buttons: list[QWidget] = []
        for choice, said, icon in offered:
            button = PushButton(said, "check" if self.point.choice == choice else icon, on=lambda c=choice: self._decide(c), small=True)
            button.setEnabled(self.point.choice != choice)
            buttons.append(button)
        return buttons

    def _reasons(self) -> QWidget:
        """Why each department wants its own; anyone may write, so that the one at the keyboard can take notes."""
        part = InspectorSection(translate("Compare", "Reasons"))
        for department in self._context.snapshot().all("departments"):
            id = department["id"]
            if id not in {side.department for side in self._sides} | dict(self.point.reasons).keys() and all(s.department for s in self._sides):
                continue
            name = value("departments", department, "name")
            text = BoundText(self._context, ("remarks", id_of(self.point.item, self.point.place, id), "text"),
                             lambda typed, id=id: self._remark(id, typed), name=translate("Compare", "Reason of {side}").format(side=name),
                             placeholder=translate("Compare", "Why {side} wants it so").format(side=name), lines=(1, 5))
            mark = DepartmentMark(value("departments", department, "shape"), name)
            part.body.addLayout(row(column(8, mark, None, gap=0), text))
        return part

    def _remark(self, department: str, text: str) -> None:
        settling.write_remark(self._context.document, self.point.item, self.point.place, department, text)

    def _third(self, form: ThirdForm) -> QWidget:
        part = InspectorSection(translate("Compare", "Third way"))
        part.body.addWidget(form)
        settle = PrimaryButton(translate("Compare", "Settle on this"), "check", on=lambda: self._decide("third"))
        settle.setEnabled(form.value() is not None and self.point.differs)
        form.edited.connect(lambda: settle.setEnabled(form.value() is not None and self.point.differs))
        part.body.addLayout(row(None, settle))
        return part
