"""What can be chosen in a meeting: people, departments, KPIs, conditions, days."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata

from PySide6.QtWidgets import QComboBox

from fusenapp.domain import reviews
from fusenapp.domain.snapshot import value
from fusenapp.flows import review_words as words
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext

Options = list[tuple[str, str]]
_SEPARATORS = re.compile(r"[、，,;；/／\n]+")


class Choices:
    """Asked when an editor opens, so that it offers what there is then."""

    def __init__(self, context: UiContext) -> None:
        self._context = context

    def people(self) -> Options:
        """Everybody who is named as an owner or was in a meeting; oneself first."""
        snapshot = self._context.snapshot()
        named = [self._context.author.person, *(value("kpis", r, "owner") for r in snapshot.all("kpis")),
                 *(a.owner for a in reviews.actions(snapshot)),
                 *(name.strip() for r in reviews.reviews(snapshot)[:4] for name in _SEPARATORS.split(r.people))]
        return [(name, name) for name in dict.fromkeys(named) if name]

    def departments(self) -> Options:
        """All, and none."""
        return [("", words.MISSING), *((r["id"], value("departments", r, "name")) for r in self._context.snapshot().all("departments"))]

    def kpis(self) -> Options:
        """All nodes, and none."""
        found = [(r["id"], value("kpis", r, "name")) for r in self._context.snapshot().all("kpis") if value("kpis", r, "type") != "linked"]
        return [("", words.MISSING), *found]

    def clauses(self) -> Options:
        """The conditions of the joint definitions, and none."""
        from fusenapp.flows.minutes import clause_phrases

        return [("", words.MISSING), *clause_phrases(self._context.snapshot()).items()]

    @staticmethod
    def days() -> Options:
        """Days that are often meant: in a week, in two, the end of the month."""
        today = dt.date.today()
        last = today.replace(day=calendar.monthrange(today.year, today.month)[1])
        friday = today + dt.timedelta(days=(4 - today.weekday()) % 7)
        found = [(friday, translate("ReviewsArea", "This Friday")), (today + dt.timedelta(days=7), translate("ReviewsArea", "In a week")),
                 (today + dt.timedelta(days=14), translate("ReviewsArea", "In two weeks")), (last, translate("ReviewsArea", "End of the month"))]
        return [(day.isoformat(), f"{name} {day:%m/%d}") for day, name in found]

    @staticmethod
    def states() -> Options:
        """What people say of an action."""
        return [(s, words.state_words(s)) for s in (reviews.OPEN, reviews.DONE, reviews.DROPPED)]

    @staticmethod
    def verdicts() -> Options:
        """What became of a hypothesis."""
        return [(s, words.verdict_words(s)) for s in reviews.VERDICTS]

    @staticmethod
    def answers() -> Options:
        """Answers of the yearly review."""
        return [(s, words.answer_words(s)) for s in ("", *reviews.ANSWERS)]


def read_day(text: str, today: dt.date | None = None) -> str:
    """A day as people write it: ``2026-12-04``, ``2026/12/4``, ``12/4`` and ``12月4日`` (the next such day), ``+7``. As ISO; what is none comes
    back as it was, so that the verb can refuse it by name."""
    today = today or dt.date.today()
    plain = unicodedata.normalize("NFKC", text).strip()
    if found := re.fullmatch(r"\+(\d{1,3})", plain):
        return (today + dt.timedelta(days=int(found[1]))).isoformat()
    if found := re.fullmatch(r"(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?", plain):
        return _day(int(found[1]), int(found[2]), int(found[3])) or plain
    if found := re.fullmatch(r"(\d{1,2})[-/月.](\d{1,2})日?", plain):
        here = _day(today.year, int(found[1]), int(found[2]))
        return here if here >= today.isoformat() else _day(today.year + 1, int(found[1]), int(found[2])) or plain
    return plain


def _day(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def choice_box(name: str, width: int, *, free: bool = False) -> QComboBox:
    """A box of choices for the line below a list; ``free``: anything else can be written too."""
    from fusenapp.ui.definitions.quiet_combo import QuietCombo

    combo = QuietCombo(name, width)
    combo.setProperty("small", False)
    combo.setFixedWidth(width)
    combo.setEditable(free)
    if free and (line := combo.lineEdit()):
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
    else:
        combo.setToolTip(name)
    return combo


def offer(combo: QComboBox, found: Options) -> None:
    """Other choices; what is chosen or typed stays."""
    typed, now = combo.currentText(), combo.currentData()
    combo.clear()
    for given, name in found:
        combo.addItem(name if given or combo.isEditable() else combo.accessibleName(), given)  # nothing chosen: what it is for
    if combo.isEditable():
        combo.setEditText(typed)
    else:
        combo.setCurrentIndex(max(combo.findData(now), 0))
