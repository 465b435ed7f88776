"""From a meeting to its minutes: everything in words, ready for Excel and for the page that is printed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.domain import agreement, reviews
from fusenapp.domain.snapshot import Snapshot
from fusenapp.domain.term import shown_name
from fusenapp.errors import InputError
from fusenapp.export.minutes import Listing, Minutes, Table, write_minutes
from fusenapp.flows import review_words as words
from fusenapp.flows.finding_words import headline, proposed, said
from fusenapp.flows.reviews import Kept, KeptNode, from_json
from fusenapp.i18n import language, translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fusenapp.domain.reviews import Action, Review

_TONES = {reviews.OVERDUE: "bad", reviews.DONE: "good", reviews.DROPPED: "weak", reviews.OPEN: ""}


def minutes(snapshot: Snapshot, id: str, today: dt.date | None = None) -> Minutes:
    """The minutes of a meeting; of one that is still open, as they would be now.

    Raises:
        InputError: ``unknown-review``.
    """
    found = reviews.review(snapshot, id)
    if found is None:
        raise InputError("unknown-review", where=id, known=", ".join(r.date for r in reviews.reviews(snapshot)))
    day = reviews.day_of(found, today or dt.date.today())
    taken = reviews.kept(snapshot, id)
    kept = from_json(taken.content) if taken else Kept("", (), (), {})
    names = _Names(snapshot)
    parts = [_carried(snapshot, found, day, names), *([_definitions(snapshot, found)] if found.kind == reviews.YEARLY else []),
             *_off(kept, names), *_checks(found, kept), *_hypotheses(snapshot, found, names), _actions(snapshot, found, day, names)]
    if found.notes.strip():
        parts.append(Table(translate("Minutes", "Notes"), text=found.notes.strip()))
    company = snapshot.value("workspace", "workspace", "name")
    return Minutes(words.kind_words(found.kind), " · ".join(part for part in (company, words.day_words(found.date)) if part),
                   translate("Minutes", "Minutes"), _facts(found, taken), tuple(parts),
                   tuple(x for x in (_figures(kept, names), _list(snapshot, found, day, names)) if x.rows),
                   f"{company} {found.date}".strip())


def write(path: Path, snapshot: Snapshot, id: str) -> None:
    """The minutes as a workbook. Raises ``unknown-review``, ``unsupported-export``, EnvironmentFault ``cannot-write``."""
    if path.suffix.lower() != ".xlsx":
        raise InputError("unsupported-export", where=str(path), known=".xlsx")
    write_minutes(path, minutes(snapshot, id))


class _Names:
    """What ids are called; empty for one that is gone."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._clauses: Mapping[str, str] | None = None

    def department(self, id: str) -> str:
        """A department."""
        return self._snapshot.value("departments", id, "name")

    def kpi(self, id: str) -> str:
        """A KPI."""
        return self._snapshot.value("kpis", id, "name")

    def clause(self, id: str) -> str:
        """A condition of a definition, as a phrase."""
        if not id:
            return ""
        if self._clauses is None:
            self._clauses = clause_phrases(self._snapshot)
        return self._clauses.get(id, "")

    def about(self, action: Action) -> str:
        """What an action is about: its KPI and its condition."""
        return " / ".join(name for name in (self.kpi(action.kpi), self.clause(action.clause)) if name)


def clause_phrases(snapshot: Snapshot) -> dict[str, str]:
    """Record id of every condition → its phrase, e.g. 従業員数が100以上である; those of drafts are left out."""
    from fusenapp.domain import definition
    from fusenapp.qualify import phrase

    return {condition.record: phrase(condition) for id, found in definition.all_from_snapshot(snapshot).items() if "@" not in id
            for condition in definition.conditions(found.root)}


def _facts(found: Review, taken: reviews.KeptFigures | None) -> tuple[tuple[str, str], ...]:
    figures = translate("Minutes", "none") if taken is None or not taken.as_of else translate(
        "Minutes", "{month}, as kept on {time}").format(month=words.month_words(taken.as_of), time=taken.at[:16].replace("T", " "))
    rows = [(translate("Minutes", "Day"), words.day_words(found.date)), (translate("Minutes", "Present"), found.people),
            (translate("Minutes", "Figures"), figures), (translate("Minutes", "Next review"), words.day_words(found.next))]
    if found.closed:
        rows.append((translate("Minutes", "Minutes closed"), f"{found.closed[0]} {found.closed[2][:16].replace('T', ' ')}".strip()))
    else:
        rows.append((translate("Minutes", "Minutes closed"), translate("Minutes", "not yet: this is a draft")))
    return tuple((label, text or words.MISSING) for label, text in rows)


def _action_rows(found: Sequence[Action], day: dt.date, names: _Names) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    rows = tuple((words.state_words(a.state(day)), a.title, a.owner, names.department(a.department), a.due.replace("-", "/"), names.about(a))
                 for a in found)
    return rows, tuple(_TONES[a.state(day)] for a in found)


def _action_heads() -> tuple[str, ...]:
    return (translate("Minutes", "State"), translate("Minutes", "Action"), translate("Minutes", "Owner"),
            translate("Minutes", "Department"), translate("Minutes", "Due"), translate("Minutes", "KPI / condition"))


_ACTION_SPANS = (3, 7, 3, 4, 3, 4)


def _carried(snapshot: Snapshot, found: Review, day: dt.date, names: _Names) -> Table:
    rows, tones = _action_rows(reviews.carried(snapshot, found, day), day, names)
    nothing = "" if rows else translate("Minutes", "Nothing was left to do.")
    return Table(translate("Minutes", "Actions of last time"), _action_heads(), _ACTION_SPANS, rows, tones, nothing)


def _actions(snapshot: Snapshot, found: Review, day: dt.date, names: _Names) -> Table:
    rows, tones = _action_rows(reviews.decided(snapshot, found), day, names)
    nothing = "" if rows else translate("Minutes", "Nothing was decided.")
    return Table(translate("Minutes", "Actions decided"), _action_heads(), _ACTION_SPANS, rows, tones, nothing)


def _off(kept: Kept, names: _Names) -> list[Table]:
    if not kept.as_of:
        return []
    heads = (translate("Minutes", "KPI"), translate("Minutes", "Actual"), translate("Minutes", "Target"), translate("Minutes", "Achievement"),
             translate("Minutes", "Since"), translate("Minutes", "Whose"))
    rows = tuple((n.name, words.amount(n.actual, n.unit), words.target_words(n), words.ratio_words(n), words.since_words(n, kept.as_of),
                  _whose(n, names)) for n in kept.off)
    tones = tuple("bad" if n.state == "off_target" else "" for n in kept.off)
    nothing = "" if rows else translate("Minutes", "Every KPI with a target reaches it or is within 10 % of it.")
    found = [Table(translate("Minutes", "What is off in {month}").format(month=words.month_words(kept.as_of)), heads, (5, 3, 3, 3, 5, 5),
                   rows, tones, nothing)]
    if kept.findings:
        told = tuple((headline(f.code), "\n".join(filter(None, (said(f.code, f.figures), proposed(f.figures))))) for f in kept.findings)
        found.append(Table(translate("Minutes", "What stands out"), (translate("Minutes", "Finding"), translate("Minutes", "Figures")), (6, 18),
                           told, tuple("bad" if f.severity == "warning" else "" for f in kept.findings)))
    return found


def _whose(node: KeptNode, names: _Names) -> str:
    return " ".join(part for part in (names.department(node.department), node.owner) if part)


def _checks(found: Review, kept: Kept) -> list[Table]:
    heads = (translate("Minutes", "Check"), translate("Minutes", "What the figures say"), translate("Minutes", "Answer"),
             translate("Minutes", "Why"))
    rows = tuple((words.check_words(c), "\n".join(f"・{words.fact_words(f)}" for f in kept.checks.get(c, ())),
                  words.answer_words(found.answers.get(c, "")), found.comments.get(c, "")) for c in reviews.CHECKS)
    return [Table(translate("Minutes", "The three checks"), heads, (5, 10, 3, 6), rows)]


def _hypotheses(snapshot: Snapshot, found: Review, names: _Names) -> list[Table]:
    rows = tuple((h.text, names.kpi(h.kpi), names.department(h.department), words.verdict_words(h.state))
                 for h in reviews.hypotheses(snapshot, found.id))
    heads = (translate("Minutes", "Hypothesis"), translate("Minutes", "KPI"), translate("Minutes", "Department"), translate("Minutes", "State"))
    return [Table(translate("Minutes", "Hypotheses"), heads, (12, 5, 4, 3), rows)] if rows else []


def _definitions(snapshot: Snapshot, found: Review) -> Table:
    heads = (translate("Minutes", "Definition"), translate("Minutes", "Review due"), translate("Minutes", "Decision"),
             translate("Minutes", "Renewed by"))
    rows = []
    for key, given in found.decisions.items():
        kind, _, id = key.partition("/")
        item, names = (kind, id), _Names(snapshot)
        status = agreement.status(snapshot, item) if item in agreement.items(snapshot) else None
        said = agreement.renewals(snapshot, item, status.hash) if status else {}
        rows.append((item_words(snapshot, item), words.day_words(status.review_due or "") if status else "", words.answer_words(given),
                     "、".join(names.department(d) for d in said)))
    nothing = "" if rows else translate("Minutes", "Nothing was decided about a definition.")
    return Table(translate("Minutes", "Definitions"), heads, (9, 5, 4, 6), tuple(rows), text=nothing)


def item_words(snapshot: Snapshot, item: agreement.Item) -> str:
    """What an item of agreement is called."""
    named = {("definitions", "target"): translate("Items", "Target definition"),
             ("definitions", "hot-lead"): translate("Items", "Hot-lead definition"),
             agreement.HANDOVER: translate("Items", "Hand-over contract"), agreement.KPI_TREE: translate("Items", "KPI tree")}
    if item[0] == "terms":
        return translate("Items", "Term “{name}”").format(name=shown_name(snapshot.get(*item) or {}, language()))
    return named.get(item) or agreement.title(snapshot, item) or item[1]


def _figures(kept: Kept, names: _Names) -> Listing:
    heads = (translate("Minutes", "KPI"), translate("Minutes", "Department"), translate("Minutes", "Owner"), translate("Minutes", "Unit"),
             translate("Minutes", "Actual"), translate("Minutes", "Target"), translate("Minutes", "Achievement"),
             translate("Minutes", "Quality leads"), translate("Minutes", "Below target since"), translate("Minutes", "State"))
    rows = tuple((n.name, names.department(n.department), n.owner, n.unit, n.actual, n.target, n.ratio, n.quality, n.since.replace("-", "/"),
                  words.kpi_state_words(n.state)) for n in kept.nodes)
    shares = frozenset((at, column) for at, n in enumerate(kept.nodes) for column in (4, 5, 7) if n.unit == "%")
    return Listing(translate("Minutes", "Figures"), heads, rows, (26, 18, 14, 8, 16, 16, 12, 16, 16, 12),
                   shares | {(at, 6) for at in range(len(rows))})


def _list(snapshot: Snapshot, found: Review, day: dt.date, names: _Names) -> Listing:
    """Everything that is to be done, old and new, as a list to filter."""
    heads = (translate("Minutes", "Action"), translate("Minutes", "State"), translate("Minutes", "Owner"), translate("Minutes", "Department"),
             translate("Minutes", "Due"), translate("Minutes", "KPI"), translate("Minutes", "Condition"), translate("Minutes", "Decided on"))
    every = [*reviews.decided(snapshot, found), *reviews.carried(snapshot, found, day)]
    rows = tuple((a.title, words.state_words(a.state(day)), a.owner, names.department(a.department), _date(a.due), names.kpi(a.kpi),
                  names.clause(a.clause), _date(snapshot.value("reviews", a.review, "date") if a.review else "")) for a in every)
    return Listing(translate("Minutes", "Actions"), heads, rows, (40, 12, 16, 18, 12, 22, 34, 12))


def _date(day: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        return None


def stamp_of(snapshot: Snapshot, kind: str, id: str) -> dt.datetime:
    """When a record was last changed; the beginning of time where that is not known."""
    told: list[str] = list((snapshot.get(kind, id) or {}).get("modified") or ())
    try:
        return dt.datetime.fromisoformat(told[2])
    except (ValueError, IndexError):
        return dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
