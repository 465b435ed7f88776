"""What Home shows, reckoned from a snapshot off the window's thread. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from fusenapp.domain import reviews
from fusenapp.domain.snapshot import Snapshot, value

if TYPE_CHECKING:
    from fusenapp.domain.agreement import ItemStatus
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import KpiResult

CARDS, SPARK = 4, 6
"""KPI cards shown, and months in their little chart."""


class KpiCard(NamedTuple):
    """One KPI of the as-of month; figures that are not known are None.

    Attributes:
        down: less is better.
        below: months in a row, up to this one, in which it missed its target.
    """

    id: str
    name: str
    shape: str
    unit: str
    month: str
    actual: float | None
    target: float | None
    achievement: float | None
    actuals: tuple[float | None, ...]
    targets: tuple[float | None, ...]
    department: str = ""
    down: bool = False
    below: int = 0

    @property
    def state(self) -> str:
        """``on_target``, ``caution``, ``off_target`` or empty; see `kpi.targets.state_of`."""
        from fusenapp.kpi.targets import state_of  # the package is loaded once there are figures, not for the first window

        return state_of(self.achievement, self.down)

    @property
    def rank(self) -> tuple[bool, float]:
        """To sort by: the one farthest from its target first, those without one last."""
        from fusenapp.kpi.targets import farthest_first

        return farthest_first(self.achievement, self.down)


MOST_ACTIONS, MOST_DRAFTS = 6, 4
"""Actions of a department, and items with differing drafts, that Home lists; one line leads to the others."""


class Todo(NamedTuple):
    """One thing that needs somebody.

    Attributes:
        kind: ``item`` of agreement, ``kpi`` off target, ``review`` to be held, ``action`` or ``actions`` (those not listed), ``drafts``
            that differ, ``data`` that is old.
        state: of `Badge`.
        departments: whom it waits for.
        months: how many: months of a KPI, places of drafts, actions that are not listed.
        owner: the person whose action it is.
        until: what old data ends with.
    """

    kind: str
    item: tuple[str, str]
    state: str
    title: str
    due: str | None
    departments: tuple[str, ...]
    months: int = 0
    owner: str = ""
    until: str = ""

    def of(self, department: str, person: str = "") -> bool:
        """Whether it waits for this department, or for this person."""
        return department in self.departments or (bool(person) and self.owner == person)


class Standing(NamedTuple):
    """Where the workspace stands."""

    departments: int
    written: bool
    items: int
    agreed: int
    open: int
    leads: int
    kpis: int
    off_target: int | None
    next_review: str | None
    next_meeting: str | None
    todos: tuple[Todo, ...]


def standing(snapshot: Snapshot, cards: tuple[KpiCard, ...] | None = None) -> Standing:
    """Counts for the seven steps and the list of what needs somebody.

    Args:
        cards: every KPI that has a figure, if known already.
    """
    from fusenapp.domain import agreement

    statuses = agreement.overview(snapshot)
    due = [s.review_due for s in statuses if s.review_due]
    leads = sum(int(value("datasets", r, "rows") or 0) for r in snapshot.all("datasets", purpose="leads"))
    off = None if cards is None else sum(1 for c in cards if c.state == "off_target")
    return Standing(
        len(snapshot.all("departments")), bool(snapshot.all("notes") or snapshot.all("clauses")), len(statuses),
        sum(1 for s in statuses if s.state in (agreement.AGREED, agreement.DUE)),
        sum(1 for s in statuses if s.state in (agreement.PROPOSED, agreement.REOPENED)), leads, len(snapshot.all("kpis")), off,
        min(due, default=None), reviews.next_day(snapshot) or None,
        (*_meetings(snapshot), *_actions(snapshot), *_todos(statuses), *_drafts(snapshot), *_kpi_todos(cards or ()), *_old(snapshot)))


def _meetings(snapshot: Snapshot) -> list[Todo]:
    from fusenapp.flows import needs

    every, today = tuple(d["id"] for d in snapshot.all("departments")), dt.date.today().isoformat()
    return [Todo("review", ("reviews", m.id) if m.id else ("begin", m.kind), "due" if m.day <= today and not m.id else "action", m.kind, m.day,
                 every) for m in needs.meetings(snapshot)]


def _actions(snapshot: Snapshot) -> list[Todo]:
    """The most urgent ones of each department, and a line for the rest of them."""
    from fusenapp.flows import needs

    today, listed, rest = dt.date.today(), [], {}
    shown: dict[tuple[str, ...], int] = {}
    for action in needs.actions(snapshot):
        whose = needs.answers_for(snapshot, action)
        shown[whose] = shown.get(whose, 0) + 1
        if shown[whose] <= MOST_ACTIONS:
            state = "overdue" if action.state(today) == reviews.OVERDUE else "action"
            listed.append(Todo("action", ("actions", action.id), state, action.title, action.due or None, whose, owner=action.owner))
        else:
            rest[whose] = rest.get(whose, 0) + 1
    return listed + [Todo("actions", ("", ""), "action", "", None, whose, count) for whose, count in rest.items()]


def _drafts(snapshot: Snapshot) -> list[Todo]:
    from fusenapp.flows import needs

    every = needs.differing(snapshot)
    listed = every if len(every) <= MOST_DRAFTS else every[: MOST_DRAFTS - 1]
    found = [Todo("drafts", each.item, "reopened", "", None, each.departments, each.places) for each in listed]
    rest = every[len(listed):]
    if rest:
        among = tuple(dict.fromkeys(department for each in rest for department in each.departments))
        found.append(Todo("drafts", ("", ""), "reopened", str(len(rest)), None, among, sum(each.places for each in rest)))
    return found


def _old(snapshot: Snapshot) -> list[Todo]:
    from fusenapp.flows import needs

    every = tuple(d["id"] for d in snapshot.all("departments"))
    return [Todo("data", ("datasets", found.id), "caution", found.name, None, every, until=found.until) for found in needs.old_data(snapshot)]


def _todos(statuses: list[ItemStatus]) -> list[Todo]:
    """Due first, then what waits for stamps, what was reopened, and agreements whose review is near."""
    from fusenapp.domain import agreement

    rank = {agreement.DUE: 0, agreement.PROPOSED: 1, agreement.REOPENED: 2}
    near = {s.item for s in agreement.due_among(statuses)}
    found = [s for s in statuses if s.state in rank or s.item in near]
    found.sort(key=lambda s: (rank.get(s.state, 3), s.review_due or "" if s.item in near else ""))
    return [Todo("item", s.item, s.state, s.title, s.review_due, s.missing) for s in found]


def _kpi_todos(cards: tuple[KpiCard, ...]) -> list[Todo]:
    worst = sorted((c for c in cards if c.state == "off_target" and c.below > 1), key=lambda c: c.rank)
    return [Todo("kpi", ("kpis", c.id), "off_target", c.name, None, (c.department,) if c.department else (), c.below) for c in worst[:3]]


def kpi_cards(snapshot: Snapshot, figures: Figures) -> tuple[KpiCard, ...]:
    """Every KPI with an actual in the as-of month, in the order of the tree; a linked one counts where it is drawn first."""
    result = figures.kpi(snapshot)
    if result.as_of is None:
        return ()
    shapes = {d["id"]: value("departments", d, "shape") for d in snapshot.all("departments")}
    cards = (_card(result, node.id, shapes) for node in result.tree if node.type != "linked")
    return tuple(card for card in cards if card.actual is not None)


def chosen(cards: tuple[KpiCard, ...]) -> tuple[KpiCard, ...]:
    """The cards for the top of the page: the result of the tree, then those farthest below their target."""
    if len(cards) <= CARDS:
        return cards
    rest = sorted(cards[1:], key=lambda c: c.rank)
    picked = {cards[0].id, *(c.id for c in rest[: CARDS - 1])}
    return tuple(c for c in cards if c.id in picked)


def _card(result: KpiResult, id: str, shapes: Mapping[str, str]) -> KpiCard:
    from fusenapp.kpi.targets import less_is_better, months_below

    node, month = result.nodes[id].node, result.as_of or ""
    months = [m for m in result.months if m <= month][-SPARK:]
    actuals = tuple(result.value(id, m) for m in months)
    targets = tuple(result.value(id, m, "target") for m in months)
    return KpiCard(id, node.name, shapes.get(node.department, "cross"), node.unit, month, result.value(id, month),
                   result.value(id, month, "target"), result.achievement(id, month), actuals, targets, node.department,
                   less_is_better(result.tree, id), len(months_below(result, id)))
