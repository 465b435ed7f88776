"""What to do before the months that are too short: proposals with their figures, plans that were made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.kpi import capacity_words as words
from fusenapp.ui.widgets import FlatButton, LinkButton, PushButton, Text, column, empty, hline, row

if TYPE_CHECKING:
    from fusenapp.flows.capacity import Reckoned
    from fusenapp.kpi.capacity import CapacityTable, Plan
    from fusenapp.kpi.capacity_proposals import Proposal


class ProposalList(QWidget):
    """Proposals first, then what is planned.

    Signals:
        accepted: a `Proposal` to make an action of.
        withdrawn: id of the action whose plan is taken back.
        chosen: a month to look at.
    """

    accepted = Signal(object)
    withdrawn = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self.buttons: dict[str, PushButton] = {}
        """Month of a proposal → the button that takes it."""
        self.told: list[str] = []
        """What is said, a paragraph each."""

    def show_found(self, found: Reckoned) -> None:
        """Other figures."""
        self._clear()
        table = found.table
        if table is None:
            return
        for each in found.proposals:
            self._add(self._proposal(each, found))
        if not found.proposals:
            self._add(self._said(nothing_words(table), "secondary"))
        for plan in table.plans:
            self._add(self._plan(plan))

    def _add(self, part: QWidget) -> None:
        if self._layout.count():
            self._layout.addWidget(hline())
        self._layout.addWidget(part)

    def _clear(self) -> None:
        self.buttons, self.told = {}, []
        empty(self._layout)

    def _said(self, text: str, role: str = "", *, wrap: bool = True) -> Text:
        self.told.append(text)
        return Text(text, role, wrap=wrap)

    def _proposal(self, each: Proposal, found: Reckoned) -> QWidget:
        held = QWidget()
        look = LinkButton(translate("Capacity", "Show"), on=lambda: self.chosen.emit(each.month))
        look.setAccessibleName(translate("Capacity", "Show {month}").format(month=words.month_words(each.month)))
        parts: list[QWidget] = [self._said(act_words(each, found))]
        parts += [self._said(text, "caption") for text in why_words(each, found)]
        if each.rest:
            parts.append(self._said(rest_words(each), "warn"))
        take = PushButton(translate("Capacity", "Make it an action"), "check", on=lambda: self.accepted.emit(each), small=True)
        self.buttons[each.month] = take
        held.setLayout(column(row(self._said(over_words(each), "strong", wrap=False), None, look), *parts, row(take, None), gap=6))
        return held

    def _plan(self, plan: Plan) -> QWidget:
        held = QWidget()
        self.told.append(plan_words(plan))
        back = FlatButton(translate("Capacity", "Take back"), on=lambda: self.withdrawn.emit(plan.id))
        held.setLayout(column(Text(translate("Capacity", "Planned"), "section"), Text(plan_words(plan), wrap=True), row(back, None), gap=4))
        return held


def over_words(each: Proposal) -> str:
    """The month and by how much it is over."""
    return translate("Capacity", "{month}: {over} leads too many").format(month=words.month_words(each.month), over=f"{_up(each.over):,}")


def act_words(each: Proposal, found: Reckoned) -> str:
    """What to do."""
    month = words.month_words(each.month)
    general = each.left_out - each.left_out_quality
    kinds = translate("Capacity", "{general} general").format(general=f"{general:,}")
    if each.left_out_quality:
        both = translate("Capacity", "{general} general, {quality} quality")
        kinds = both.format(general=f"{general:,}", quality=f"{each.left_out_quality:,}")
    less = translate("Capacity", "Hand over {left_out} leads ({kinds}) fewer in {month}").format(
        left_out=f"{each.left_out:,}", kinds=kinds, month=month)
    if not each.moves:
        return translate("Capacity", "{less}.").format(less=less)
    moves = "、".join(translate("Capacity", "{good} in {month}").format(month=words.month_words(move.month), good=f"{move.good:,}")
                     for move in sorted(each.moves, key=lambda move: move.month))
    if each.lost is None or each.conversion is None or each.rest:
        said = translate("Capacity", "{less}, and {good} more good leads before: {moves}.")
        return said.format(less=less, good=f"{each.placed:,}", moves=moves)
    next_name = found.names.get(each.conversion.node, "")
    return translate("Capacity", "{less}, and {good} more good leads before: {moves}. That brings as many {name} ({lost}).").format(
        less=less, good=f"{each.placed:,}", moves=moves, name=next_name, lost=f"{each.lost:,.1f}")


def why_words(each: Proposal, found: Reckoned) -> list[str]:
    """What the figures rest on."""
    rates = each.conversion
    if rates is None:
        return [translate("Capacity", "How quality and general leads go on is not known: one good lead stands for one lead.")]
    told = translate("Capacity", "Of quality leads {quality} go on to {name} ({n} leads), of general ones {general} ({m} leads).").format(
        quality=f"{rates.quality:.1%}", general=f"{rates.general:.1%}", name=found.names.get(rates.node, ""),
        n=f"{rates.quality_leads:,.0f}", m=f"{rates.general_leads:,.0f}")
    if rates.few:
        told += translate("Capacity", " Few leads: for reference only.")
    lines = [told]
    if each.available is not None:
        there = translate("Capacity", "Quality leads that were not handed over lately: about {n} a month.")
        lines.append(there.format(n=f"{each.available:,.0f}"))
    return lines


def rest_words(each: Proposal) -> str:
    """Good leads that find no month."""
    return translate("Capacity", "There is no room for {rest} more good leads in the two months before: more people, fewer hours per lead or a "
                                 "stricter threshold are needed.").format(rest=f"{each.rest:,}")


def nothing_words(table: CapacityTable) -> str:
    """Why there is no proposal."""
    coming = [each for each in table.months if not each.fixed]
    if not coming:
        return translate("Capacity", "There are no months to come in the figures.")
    if all(each.due is None for each in coming):
        return translate("Capacity", "Nothing is known of the months to come yet.")
    return translate("Capacity", "In the months to come sales can take up everything that is due.")


def plan_words(plan: Plan) -> str:
    """A plan in words."""
    more = "、".join(translate("Capacity", "{good} in {month}").format(month=words.month_words(m), good=f"{n:,.0f}")
                    for m, n in sorted(plan.more.items()))
    fewer = translate("Capacity", "{month}: {n} leads fewer").format(month=words.month_words(plan.of), n=f"{plan.instead:,.0f}")
    return fewer if not more else translate("Capacity", "{fewer}; good leads more: {more}").format(fewer=fewer, more=more)


def _up(figure: float) -> int:
    return -int(-figure // 1) if figure > 0 else 0
