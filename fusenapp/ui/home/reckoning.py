"""What Home shows, reckoned from a snapshot off the window's thread. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from fusenapp.domain.snapshot import Snapshot, value

if TYPE_CHECKING:
    from fusenapp.domain.agreement import ItemStatus
    from fusenapp.flows.figures import Figures
    from fusenapp.kpi import KpiResult

CARDS, SPARK = 4, 6
"""KPI cards shown, and months in their little chart."""
CAUTION = 0.9
"""Below this achievement a KPI is off target; from here to 1 it needs care."""


class KpiCard(NamedTuple):
    """One KPI of the as-of month; figures that are not known are None."""

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

    @property
    def state(self) -> str:
        """``on_target``, ``caution``, ``off_target`` or empty."""
        if self.achievement is None:
            return ""
        return "on_target" if self.achievement >= 1 else "caution" if self.achievement >= CAUTION else "off_target"


class Todo(NamedTuple):
    """One thing that needs somebody: an item of agreement, or a KPI off target."""

    kind: str
    item: tuple[str, str]
    state: str
    title: str
    due: str | None
    departments: tuple[str, ...]
    months: int = 0


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
        min(due, default=None), tuple(_todos(statuses)) + tuple(_kpi_todos(cards or ())))


def _todos(statuses: list[ItemStatus]) -> list[Todo]:
    """Due first, then what waits for stamps, what was reopened, and agreements whose review is near."""
    from fusenapp.domain import agreement

    rank = {agreement.DUE: 0, agreement.PROPOSED: 1, agreement.REOPENED: 2}
    near = {s.item for s in agreement.due_among(statuses)}
    found = [s for s in statuses if s.state in rank or s.item in near]
    found.sort(key=lambda s: (rank.get(s.state, 3), s.review_due or "" if s.item in near else ""))
    return [Todo("item", s.item, s.state, s.title, s.review_due, s.missing) for s in found]


def _kpi_todos(cards: tuple[KpiCard, ...]) -> list[Todo]:
    worst = sorted((c for c in cards if c.state == "off_target" and _months_off(c) > 1), key=lambda c: c.achievement or 0)
    return [Todo("kpi", ("kpis", c.id), "off_target", c.name, None, (), _months_off(c)) for c in worst[:3]]


def _months_off(card: KpiCard) -> int:
    """For how many months in a row, up to the last, the KPI has been below its target."""
    count = 0
    for actual, target in zip(reversed(card.actuals), reversed(card.targets), strict=True):
        if actual is None or not target or actual / target >= CAUTION:
            break
        count += 1
    return count


def kpi_cards(snapshot: Snapshot, figures: Figures) -> tuple[KpiCard, ...]:
    """Every KPI with an actual in the as-of month, in the order of the tree."""
    result = figures.kpi(snapshot)
    if result.as_of is None:
        return ()
    shapes = {d["id"]: value("departments", d, "shape") for d in snapshot.all("departments")}
    cards = (_card(result, id, shapes) for id in result.nodes)
    return tuple(card for card in cards if card.actual is not None)


def chosen(cards: tuple[KpiCard, ...]) -> tuple[KpiCard, ...]:
    """The cards for the top of the page: the result of the tree, then those farthest below their target."""
    if len(cards) <= CARDS:
        return cards
    rest = sorted(cards[1:], key=lambda c: (c.achievement is None, c.achievement or 0.0))
    picked = {cards[0].id, *(c.id for c in rest[: CARDS - 1])}
    return tuple(c for c in cards if c.id in picked)


def _card(result: KpiResult, id: str, shapes: Mapping[str, str]) -> KpiCard:
    node, month = result.nodes[id].node, result.as_of or ""
    months = [m for m in result.months if m <= month][-SPARK:]
    actuals = tuple(result.value(id, m) for m in months)
    targets = tuple(result.value(id, m, "target") for m in months)
    return KpiCard(id, node.name, shapes.get(node.department, "cross"), node.unit, month, result.value(id, month),
                   result.value(id, month, "target"), result.achievement(id, month), actuals, targets)


class Figure(NamedTuple):
    """A figure for people: the number and its unit."""

    number: str
    unit: str


def figure(amount: float | None, unit: str, man: str = "万円", million: str = "百万円") -> Figure:
    """Percent with one decimal, money in 万円 or 百万円 from a size on, counts with separators; missing is a dash."""
    if amount is None:
        return Figure("—", "")
    if unit == "%":
        return Figure(f"{amount * 100:,.1f}", "%")
    if unit == "円" and abs(amount) >= 10_000_000:
        return Figure(f"{amount / 1_000_000:,.1f}", million)
    if unit == "円" and abs(amount) >= 100_000:
        return Figure(f"{amount / 10_000:,.1f}", man)
    digits = 0 if float(amount).is_integer() or abs(amount) >= 1000 else 1
    return Figure(f"{amount:,.{digits}f}", unit)
