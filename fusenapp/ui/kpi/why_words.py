"""The bars of a waterfall in words: what each stands for, and what moved in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fusenapp.domain.unit import behind
from fusenapp.i18n import language, translate
from fusenapp.ui.kpi.figures import scaled, segment_words
from fusenapp.ui.kpi.trend import Scale, scale_for

if TYPE_CHECKING:
    from fusenapp.domain.kpi import KpiNode
    from fusenapp.kpi import Bar, Explanation, Part


@dataclass(frozen=True)
class Step:
    """One bar on screen.

    Attributes:
        kind: of `kpi.explain.KINDS`, or ``rest``.
        name: what stands below it.
        value, low, high: in the node's unit.
        whole: the value in whole units, so that all of them add up to the change.
        moved: what moved in it.
        node: the driver, for a way to it; empty for several.
    """

    kind: str
    name: str
    value: float
    low: float
    high: float
    whole: int
    moved: str
    node: str


def kind_words(kind: str) -> str:
    """A kind of reason."""
    return {"volume": translate("KpiWhy", "Volume"), "mix": translate("KpiWhy", "Quality"), "rate": translate("KpiWhy", "Yield"),
            "price": translate("KpiWhy", "Price"), "days": translate("KpiWhy", "Business days"), "value": translate("KpiWhy", "Amount"),
            "definition": translate("KpiWhy", "Definition changed"), "rest": translate("KpiWhy", "Not explained")}[kind]


def steps(found: Explanation, nodes: Mapping[str, KpiNode], *, apart: bool) -> list[Step]:
    """The bars by kind, or with ``apart`` one for each driver."""
    if not apart:
        return [_by_kind(bar, whole, nodes) for bar, whole in zip(found.bars, found.whole, strict=True)]
    from fusenapp.kpi.explain import whole_parts

    parts = [(bar, part) for bar in found.bars for part in (bar.parts or (None,))]
    values = [part.value if part else bar.value for bar, part in parts]
    whole = whole_parts(values, round(found.end) - round(found.start))
    return [_by_driver(bar, part, each, nodes) for (bar, part), each in zip(parts, whole, strict=True)]


def shown_steps(found: Explanation, nodes: Mapping[str, KpiNode], *, by_driver: bool) -> list[Step]:
    """The bars that are drawn: those that bring nothing are left out, but for business days and a changed definition."""
    every = steps(found, nodes, apart=by_driver or one_kind(found))
    return [step for step in every if step.value or step.kind in ("days", "definition")]


def scale_of(found: Explanation, unit: str) -> Scale:
    """How the figures of a waterfall are told."""
    scale = scale_for((found.start, found.end), unit)
    return scale if unit in ("%", "円") else Scale(1, 1, scale.unit)


def proof(found: Explanation, unit: str) -> str:
    """That the parts add up, in yen or in the node's own unit."""
    if unit == "円":
        change = whole_signed(round(found.end) - round(found.start))
        return translate("KpiWhy", "✓ Sum of the bars {sum} yen = change {change} yen: nothing left over").format(
            sum=whole_signed(sum(found.whole)), change=change)
    scale = Scale(0.01, 2, translate("KpiWhy", " points")) if unit == "%" else Scale(1, 1, scaled(1, unit)[1])
    told = sum(bar.value for bar in found.bars)
    return translate("KpiWhy", "✓ Sum of the bars {sum} = change {change}: nothing left over").format(
        sum=signed(told, scale) + scale.unit, change=signed(found.delta, scale) + scale.unit)


def one_kind(found: Explanation) -> bool:
    """Whether bars by kind would say nothing: there is but one of several drivers."""
    return sum(bool(bar.parts) for bar in found.bars) == 1 and any(len(bar.parts) > 1 for bar in found.bars)


def _by_kind(bar: Bar, whole: int, nodes: Mapping[str, KpiNode]) -> Step:
    told = "、".join(moved(part, nodes) for part in bar.parts[:2])
    if len(bar.parts) > 2:
        told = translate("KpiWhy", "{first} and %n more", n=len(bar.parts) - 2).format(first=told)
    return Step(bar.kind, kind_words(bar.kind), bar.value, bar.low, bar.high, whole, told or _alone(bar.kind),
                bar.parts[0].node if bar.parts else "")


def _by_driver(bar: Bar, part: Part | None, whole: int, nodes: Mapping[str, KpiNode]) -> Step:
    if part is None:
        return Step(bar.kind, kind_words(bar.kind), bar.value, bar.low, bar.high, whole, _alone(bar.kind), "")
    return Step(bar.kind, name_of(part, nodes), part.value, part.low, part.high, whole, moved(part, nodes, named=False), part.node)


def _alone(kind: str) -> str:
    return {"definition": translate("KpiWhy", "quality leads were defined anew in between"),
            "rest": translate("KpiWhy", "the parts given do not add up to the figure")}.get(kind, "")


def name_of(part: Part, nodes: Mapping[str, KpiNode]) -> str:
    """A driver: its KPI, and which leads where it is not about all of them."""
    if not part.node:
        return kind_words("days")
    name = nodes[part.node].name
    if part.segment == "mix":
        return translate("KpiWhy", "{name}: share of quality").format(name=name)
    if part.per:
        name = translate("KpiWhy", "{above} per {below}").format(above=name, below=nodes[part.per].name)
    if part.segment in ("quality", "general"):
        return translate("KpiWhy", "{name} ({segment})").format(name=name, segment=segment_words(part.segment))
    return name


def moved(part: Part, nodes: Mapping[str, KpiNode], *, named: bool = True) -> str:
    """From which figure to which: 質リード率 40.0→30.0 %."""
    rate = part.segment == "mix" or bool(part.per)
    unit = "営業日" if not part.node else "%" if rate else nodes[part.node].unit
    (first, scale), (last, unit_told) = scaled(_short(part.start), unit), scaled(_short(part.end), unit)
    told = f"{first}→" if scale == unit_told else f"{first}{behind(scale, language())}→"
    told += last + behind(unit_told, language())
    if part.daily:
        told = translate("KpiWhy", "{figures} a day").format(figures=told)
    return f"{name_of(part, nodes)} {told}" if named else told


def _short(value: float) -> float:
    """A day's figure has fractions; large figures are told without."""
    return round(value) if abs(value) >= 1000 else value


def signed(value: float, scale: Scale) -> str:
    """A change with its sign; 0 has none."""
    text = scale.text(abs(value))
    nothing = not any(digit in text for digit in "123456789")
    return text if nothing else ("＋" if value > 0 else "−") + text


def whole_signed(value: int) -> str:
    """The same in whole units."""
    return f"{'＋' if value > 0 else '−' if value < 0 else ''}{abs(value):,}"
