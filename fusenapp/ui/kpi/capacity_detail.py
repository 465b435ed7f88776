"""How the figures of one month were reckoned, step by step, in the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from fusenapp.domain import calendar
from fusenapp.i18n import translate
from fusenapp.ui.kpi import capacity_words as words
from fusenapp.ui.widgets import InspectorSection, Text, column

if TYPE_CHECKING:
    from fusenapp.domain.capacity import Capacity, Share
    from fusenapp.kpi.capacity import MonthLoad


class CapacityDetail(QWidget):
    """Every line is a step of the reckoning with its figures."""

    def __init__(self, each: MonthLoad, capacity: Capacity, load_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[tuple[str, str]] = []
        """Everything that is said: (what, figure)."""
        parts = [self._section(translate("Capacity", "Business days"), days_lines(each, capacity), first=True),
                 self._section(translate("Capacity", "Hours of sales"), hours_lines(each)),
                 self._section(translate("Capacity", "Leads due"), due_lines(each, capacity, load_name)),
                 self._section(translate("Capacity", "Set against each other"), outcome_lines(each))]
        self.setLayout(column(*parts, None, gap=0))

    def _section(self, title: str, lines: list[tuple[str, str]], *, first: bool = False) -> InspectorSection:
        section = InspectorSection(title, first=first)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for at, (what, figure) in enumerate(lines):
            label, value = Text(what, "secondary", wrap=True), Text(figure, "strong" if at == len(lines) - 1 else "")
            grid.addWidget(label, at, 0)
            grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        section.body.addLayout(grid)
        self.lines += lines
        return section


def days_lines(each: MonthLoad, capacity: Capacity) -> list[tuple[str, str]]:
    """Weekdays, less public holidays, less closures."""
    year = calendar.index(each.month) // 12
    weekdays = [day for day in calendar.days(each.month) if day.weekday() < 5]
    public = [day for day in weekdays if day in calendar.public_holidays(year)]
    shut = calendar.closure_days(capacity.closures, year)
    closed = [day for day in weekdays if day in shut and day not in public]

    def named(name: str, days: list) -> str:
        return f"{name} ({'・'.join(f'{day.month}/{day.day}' for day in days)})" if days else name

    return [(translate("Capacity", "Monday to Friday"), _days(len(weekdays))),
            (named(translate("Capacity", "Public holidays"), public), _less(len(public))),
            (named(translate("Capacity", "Company closed"), closed), _less(len(closed))),
            (translate("Capacity", "Business days"), _days(each.days))]


def _days(count: int) -> str:
    return translate("Capacity", "%n day(s)", n=count)


def _less(count: int) -> str:
    return f"{words.MINUS}{_days(count)}" if count else _days(0)


def hours_lines(each: MonthLoad) -> list[tuple[str, str]]:
    """Everybody's hours, then all."""
    lines = [(share_words(share), _hours(share.hours)) for share in each.shares]
    return [*lines, (translate("Capacity", "In all"), _hours(each.hours))]


def _hours(figure: float | None) -> str:
    return translate("Capacity", "{hours} h").format(hours=words.hours(figure))


def share_words(share: Share) -> str:
    """One person's hours as a product."""
    product = translate("Capacity", "{fte} FTE × {days} days × {hours} h").format(
        fte=words.plain(share.fte), days=share.days - share.away, hours=words.plain(share.hours_per_day))
    if share.pace != 1:
        product += translate("Capacity", " × pace {pace}").format(pace=words.percent(share.pace))
    if share.leave:
        product += translate("Capacity", " × there {part}").format(part=words.percent(1 - share.leave))
    if share.away:
        product += translate("Capacity", " ({days} days of leave taken off)").format(days=share.away)
    return f"{share.name}\n{product}" if share.name else product


def due_lines(each: MonthLoad, capacity: Capacity, load_name: str) -> list[tuple[str, str]]:
    """Where the leads come from, their kinds, and the hours that they take."""
    handed, due = each.handed, each.due
    lines: list[tuple[str, str]] = []
    if handed is not None:
        source = f"{load_name} ({words.origin_words(handed.origin)})" + (f"\n{handed.place}" if handed.place else "")
        lines.append((source, words.count(handed.leads.all)))
        if handed.planned:
            lines.append((translate("Capacity", "of these by plans"), words.signed(round(handed.planned))))
    if due is None:
        return [*lines, (translate("Capacity", "Not known yet; a month without figures is not 0."), words.MISSING)]
    if len(capacity.spread) > 1:
        shares = " + ".join(words.percent(part) for part in capacity.spread)
        lines.append((translate("Capacity", "Work falls into this month and from those before: {shares}").format(shares=shares),
                      words.count(due.all)))
    if due.quality is not None:
        per = translate("Capacity", "{kind} × {hours} h")
        lines += [(per.format(kind=_kind(translate("Capacity", "Quality"), due.quality), hours=words.plain(each.quality_hours)),
                   _hours(due.quality * each.quality_hours)),
                  (per.format(kind=_kind(translate("Capacity", "General"), due.general or 0.0), hours=words.plain(each.general_hours)),
                   _hours((due.general or 0.0) * each.general_hours))]
    else:
        unknown = translate("Capacity", "Kinds not known: each × {hours} h")
        lines.append((unknown.format(hours=words.plain(each.general_hours)), _hours(each.work)))
    return [*lines, (translate("Capacity", "Work in all"), _hours(each.work))]


def _kind(name: str, figure: float) -> str:
    return translate("Capacity", "{kind} {figure}").format(kind=name, figure=f"{figure:,.1f}".removesuffix(".0"))


def outcome_lines(each: MonthLoad) -> list[tuple[str, str]]:
    """Hours per lead, what can be taken up, the difference."""
    lines = [(translate("Capacity", "Hours of a lead on average"), f"{each.mean_hours:.3f}".rstrip("0").rstrip(".")),
             (translate("Capacity", "Capacity = hours ÷ hours of a lead"), f"{each.room:,.1f}"),
             (translate("Capacity", "Load = work ÷ hours"), words.percent(each.use))]
    over = words.over_shown(each)
    last = translate("Capacity", "Too many") if over is None or over > 0 else translate("Capacity", "Room left")
    return [*lines, (last, words.MISSING if over is None else f"{abs(over):,}")]
