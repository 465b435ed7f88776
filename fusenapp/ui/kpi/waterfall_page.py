"""A waterfall on paper: title, the two figures with their periods, the bars, each reason in a line, the sum, where the figures come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from fusenapp.domain.kpi import KpiNode, node_of
from fusenapp.flows.waterfalls import from_json
from fusenapp.i18n import language, translate
from fusenapp.kpi import Explanation
from fusenapp.ui.kpi.figures import series_words
from fusenapp.ui.kpi.table_model import period_words
from fusenapp.ui.kpi.trend import Scale
from fusenapp.ui.kpi.waterfall_painter import WaterfallPainter
from fusenapp.ui.kpi.why_words import Step, proof, scale_of, shown_steps, signed
from fusenapp.ui.theme import color, font

_SCALE = 1.2
"""The letters of the window, read at a desk, are somewhat small on paper."""
_A4 = 1030.0
"""Width between the margins of A4 across; on larger paper everything is larger."""
_LEAST_CHART = 210.0
_WIDEST = 84.0
_GAP, _LINE = 16.0, 18.0
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HEAD_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class Page:
    """What stands on it, in words."""

    title: str
    caption: str
    steps: tuple[Step, ...]
    found: Explanation
    names: tuple[str, str]
    scale: Scale
    up: bool
    proof: str
    notes: tuple[str, ...]


def page_of(request: Mapping[str, Any]) -> Page:
    """From what `flows.waterfalls.page` gathered."""
    found = from_json(request["found"])
    nodes = {id: node_of({"id": id, **fields}) for id, fields in request["nodes"].items()}
    node = nodes[found.node]
    names = _names(request, found)
    scale = scale_of(found, node.unit)
    steps = shown_steps(found, nodes, by_driver=request["by_driver"])
    return Page(_title(found, node), _caption(request, found, names, scale), tuple(steps), found, names, scale, node.direction == "up",
                proof(found, node.unit), _notes(request, found))


def _title(found: Explanation, node: KpiNode) -> str:
    against = "target" in (found.points[0].series, found.points[1].series)
    words = translate("Waterfall", "Why {name} is off its target") if against else translate("Waterfall", "Why {name} moved")
    return words.format(name=node.name)


def _names(request: Mapping[str, Any], found: Explanation) -> tuple[str, str]:
    """Of the two figures, below their bars."""
    first, last = request["names"]
    if first and last:
        return first, last
    one, two = found.points
    if one.series != two.series:
        return series_words(one.series), series_words(two.series)
    return _span(request["months"][0], one.period), _span(request["months"][1], two.period)


def _span(months: Sequence[str], period: str) -> str:
    """The months of a side as people write them."""
    return " – ".join(dict.fromkeys(period_words(month) for month in months)) if months else period_words(period)


def _caption(request: Mapping[str, Any], found: Explanation, names: tuple[str, str], scale: Scale) -> str:
    """The two figures with their periods, and the change."""
    sides = []
    for name, point, months, figure in zip(names, found.points, request["months"], (found.start, found.end), strict=True):
        span = _span(months, point.period)
        told = name if span in name else translate("Waterfall", "{name} ({span})").format(name=name, span=span)
        sides.append(f"{told} {scale.text(figure)}{scale.unit}")
    share = f" ({found.delta / abs(found.start):+.1%})".replace("-", "−").replace("+", "＋") if found.start and scale.unit != "%" else ""
    unit = translate("KpiWhy", " points") if scale.unit == "%" else scale.unit
    change = translate("Waterfall", "change {change}").format(change=f"{signed(found.delta, scale)}{unit}{share}")
    return "　".join((" → ".join(sides), change))


def _notes(request: Mapping[str, Any], found: Explanation) -> tuple[str, ...]:
    """How it was split, and where the figures come from."""
    ways = {"shapley": translate("Waterfall", "Split free of order (Shapley); the range is what each reason brings over all orders."),
            "lmdi": translate("Waterfall", "Split by the logarithmic mean (LMDI)."),
            "kitagawa": translate("Waterfall", "Split into rates and mix (Kitagawa).")}
    as_of = translate("Waterfall", "as of {month}").format(month=period_words(request["as_of"])) if request["as_of"] else ""
    revision = translate("Waterfall", "KPI tree: agreed revision {number}").format(number=request["revision"]) if request["revision"] else ""
    parts = [*request["sources"], as_of, revision]
    comma = "、" if language() == "ja" else ", "
    source = translate("Waterfall", "Source: {parts}").format(parts=comma.join(part for part in parts if part))
    made = "　".join(part for part in (request["workspace"], request["day"].replace("-", "/")) if part)
    return tuple(line for line in (ways.get(found.method, ""), source, made) if line)


def paint(painter: QPainter, page: Page, width: float, height: float) -> None:
    """All of it within ``width`` × ``height`` logical pixels (96 an inch); many reasons are written smaller."""
    factor = _SCALE * width / _A4
    least = factor / 2.4
    while factor > least and _needed(page, width / factor) > height / factor:
        factor *= 0.94
    painter.save()
    painter.scale(factor, factor)
    _Painting(painter, page, width / factor, height / factor).paint()
    painter.restore()


def _needed(page: Page, width: float) -> float:
    columns = _Columns(page, width)
    return 54 + _LEAST_CHART + 30 + sum(columns.heights) + 24 + _LINE * len(page.notes) + 24


class _Columns:
    """The table of the reasons: where its columns lie and how high its lines are."""

    def __init__(self, page: Page, width: float) -> None:
        bold, plain = QFontMetricsF(_face(12, True)), QFontMetricsF(_face(12))
        self.heads = (translate("KpiWhy", "Reason"), page.scale.unit, translate("KpiWhy", "What moved"),
                      translate("KpiWhy", "Range over orders"))
        self.ranges = ["" if s.low == s.high else f"{signed(s.low, page.scale)} 〜 {signed(s.high, page.scale)}" for s in page.steps]
        self.values = [signed(step.value, page.scale) for step in page.steps]
        name = min(max(bold.horizontalAdvance(text) for text in (self.heads[0], *(s.name for s in page.steps))) + 4, width * 0.34)
        figure = max(bold.horizontalAdvance(text) for text in (self.heads[1], *self.values)) + 4
        between = max(plain.horizontalAdvance(text) for text in (self.heads[3], *self.ranges)) + 4
        moved = width - name - figure - between - 3 * _GAP
        starts = (0.0, name + _GAP, name + figure + 2 * _GAP, width - between)
        self.places = list(zip(starts, (name, figure, moved, between), strict=True))
        self.heights = [max(_high(bold, step.name, name), _high(plain, step.moved, moved)) + 7 for step in page.steps]


def _high(metrics: QFontMetricsF, text: str, width: float) -> float:
    return max(metrics.boundingRect(QRectF(0, 0, width, 1000), _WRAP, text).height(), metrics.height())


def _face(size: int, bold: bool = False) -> QFont:
    return font(size, bold=bold)


class _Painting:
    """From the top of the page to its foot; what is left between is the chart's."""

    def __init__(self, painter: QPainter, page: Page, width: float, height: float) -> None:
        self.painter, self.page, self.width, self.height = painter, page, width, height
        self.columns = _Columns(page, width)

    def paint(self) -> None:
        page, painter = self.page, self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._text(QRectF(0, 0, self.width, 26), page.title, _face(20, True), "text")
        self._text(QRectF(0, 30, self.width, 18), page.caption, _face(12), "text2")
        foot = self.height - _LINE * len(page.notes)
        for at, line in enumerate(page.notes):
            self._text(QRectF(0, foot + at * _LINE, self.width, _LINE), line, _face(10), "text2")
        table = foot - 12 - 22 - sum(self.columns.heights) - 24
        self._chart(QRectF(0, 56, self.width, table - 56 - 14))
        self._table(table)

    def _text(self, place: QRectF, text: str, face: QFont, tone: str, flags: Any = _LEFT) -> None:
        self.painter.setFont(face)
        self.painter.setPen(color(tone))
        if not flags & Qt.TextFlag.TextWordWrap:
            text = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        self.painter.drawText(place, int(flags) | Qt.TextFlag.TextDontClip, text)

    def _chart(self, place: QRectF) -> None:
        page = self.page
        chart = WaterfallPainter(page.steps, (page.found.start, page.found.end), page.names, page.scale, up=page.up)
        chart.resize(place.width(), place.height(), _WIDEST)
        self.painter.save()
        self.painter.translate(place.topLeft())
        chart.paint(self.painter)
        self.painter.restore()

    def _table(self, top: float) -> None:
        columns, right = self.columns, (1, 3)
        for at, (head, (x, width)) in enumerate(zip(columns.heads, columns.places, strict=True)):
            self._text(QRectF(x, top, width, 18), head, _face(11), "text2", _HEAD_RIGHT if at in right else _LEFT)
        y = top + 22
        for step, value, between, height in zip(self.page.steps, columns.values, columns.ranges, columns.heights, strict=True):
            self.painter.setPen(QPen(color("border"), 0.75))
            self.painter.drawLine(0, round(y - 2), round(self.width), round(y - 2))
            cells = ((step.name, True, "text", _WRAP), (value, True, self._tone(step), _RIGHT), (step.moved, False, "text", _WRAP),
                     (between, False, "text2", _RIGHT))
            for (text, bold, tone, flags), (x, width) in zip(cells, columns.places, strict=True):
                self._text(QRectF(x, y + 1, width, height), text, _face(12, bold), tone, flags)
            y += height
        self.painter.setPen(QPen(color("borderS"), 1))
        self.painter.drawLine(0, round(y - 1), round(self.width), round(y - 1))
        self._text(QRectF(0, y + 3, self.width, 18), self.page.proof, _face(12, True), "good")

    def _tone(self, step: Step) -> str:
        if step.kind == "rest" or not step.value:
            return "text2"
        return "warn" if step.kind == "definition" else "good" if (step.value > 0) == self.page.up else "bad"
