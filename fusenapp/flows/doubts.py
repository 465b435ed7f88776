"""Doubtful pairs on their way to a person and back: as a file to fill in, by reason, and in words."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fusenapp.domain.lead import word
from fusenapp.errors import InputError
from fusenapp.export.whole import whole
from fusenapp.flows.joining import Plan, pairs_told
from fusenapp.i18n import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from fusenapp.tables.joining import Matching

REASONS = {
    "settled": QT_TRANSLATE_NOOP("Joining", "Settled by hand"),
    "id": QT_TRANSLATE_NOOP("Joining", "Same id"),
    "mail": QT_TRANSLATE_NOOP("Joining", "Same mail address"),
    "company-person": QT_TRANSLATE_NOOP("Joining", "Same company and person"),
    "company": QT_TRANSLATE_NOOP("Joining", "Same company, which has this lead only"),
    "several-leads": QT_TRANSLATE_NOOP("Joining", "Fits several leads equally well"),
    "id-other-company": QT_TRANSLATE_NOOP("Joining", "Same id, but another company"),
    "mail-other-company": QT_TRANSLATE_NOOP("Joining", "Same mail address, but another company"),
    "mail-other-person": QT_TRANSLATE_NOOP("Joining", "Same shared mailbox, but another person"),
    "form": QT_TRANSLATE_NOOP("Joining", "Same name, but another legal form"),
    "id-zeros": QT_TRANSLATE_NOOP("Joining", "Same id but for leading zeros"),
    "company-several": QT_TRANSLATE_NOOP("Joining", "Same company, which has several leads"),
    "company-other-person": QT_TRANSLATE_NOOP("Joining", "Same company, but another person"),
    "similar": QT_TRANSLATE_NOOP("Joining", "Similar company name"),
    "phone": QT_TRANSLATE_NOOP("Joining", "Same telephone number"),
    "domain": QT_TRANSLATE_NOOP("Joining", "Same mail domain only"),
}
"""Reason of a pair → words."""

ROLES = {
    "id": QT_TRANSLATE_NOOP("Joining", "Id"), "mail": QT_TRANSLATE_NOOP("Joining", "Mail address"),
    "company": QT_TRANSLATE_NOOP("Joining", "Company"), "person": QT_TRANSLATE_NOOP("Joining", "Person"),
    "phone": QT_TRANSLATE_NOOP("Joining", "Telephone"),
}
"""What a row is known by → words."""

_SAME = frozenset(("1", "○", "〇", "◯", "yes", "y", "true", "same", "同じ", "はい"))
_OTHER = frozenset(("0", "×", "✕", "no", "n", "false", "other", "違う", "いいえ", "別"))
_OPEN = frozenset(("", "?", "？", "later", "あとで", "保留"))


def reason_words(reason: str) -> str:
    """Why two rows may be the same, in words."""
    return translate("Joining", REASONS[reason])


def role_words(role: str) -> str:
    """What a row is known by, in words."""
    return translate("Joining", ROLES[role])


def accepted(matching: Matching, reasons: Iterable[str], said: Mapping[str, bool | None] | None = None) -> dict[str, bool]:
    """Decisions that take the likeliest lead of each outcome row whose first doubt has one of these reasons.

    Args:
        said: what is settled already; an outcome row that has its lead is left alone.
    """
    wanted, known = set(reasons), said or {}
    done = {pair.outcome for pair in matching.doubtful if known.get(pair.id)}
    found: dict[str, bool] = {}
    for pair in matching.doubtful:
        if pair.outcome not in done and pair.id not in known:
            done.add(pair.outcome)
            if pair.reason in wanted:
                found[pair.id] = True
    return found


def refused(matching: Matching, reasons: Iterable[str], said: Mapping[str, bool | None] | None = None) -> dict[str, bool]:
    """Decisions that no pair of these reasons is the same, except for what is settled already."""
    wanted, known = set(reasons), said or {}
    return {pair.id: False for pair in matching.doubtful if pair.reason in wanted and pair.id not in known}


def write_doubtful(path: Path, plan: Plan, matching: Matching) -> None:
    """One row per doubtful pair, with a column to fill in. UTF-8 with BOM, for Excel.

    Raises:
        EnvironmentFault: ``cannot-write``.
    """
    told = pairs_told(plan, matching)
    roles = [role for role in ROLES if any(role in each["lead"] or role in each["outcome"] for each in told)]
    with whole(path) as draft, open(draft, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_heads(roles))
        for each in told:
            sides = [_safe(each[side].get(role, "")) for role in roles for side in ("lead", "outcome")]
            places = each["lead"]["where"], each["outcome"]["where"]
            writer.writerow([each["id"], "", reason_words(each["reason"]), each["score"], *sides, *places])


def _heads(roles: list[str]) -> list[str]:
    lead, outcome = translate("Joining", "Lead"), translate("Joining", "Outcome")
    sides = [f"{role_words(role)} ({side})" for role in roles for side in (lead, outcome)]
    return ["id", translate("Joining", "Same? 1 / 0"), translate("Joining", "Reason"), translate("Joining", "Score"), *sides, lead, outcome]


def read_settled(path: Path) -> dict[str, bool]:
    """What somebody filled in: pair id → the same or not; rows left open are left out.

    Raises:
        InputError: ``not-found``, ``cannot-read``, ``bad-decision`` for a word that is neither.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except FileNotFoundError as error:
        raise InputError("not-found", where=str(path)) from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError("cannot-read", where=str(path), reason=str(error)) from error
    found: dict[str, bool] = {}
    for number, row in enumerate(rows[1:], 2):
        said = word(row[1]) if len(row) > 1 else ""
        if said in _SAME or said in _OTHER:
            found[row[0].strip()] = said in _SAME
        elif said not in _OPEN:
            raise InputError("bad-decision", where=f"{path.name} › {number}", value=row[1])
    return found


def several_told(plan: Plan, matching: Matching) -> list[dict[str, Any]]:
    """Leads with several outcome rows: which one counts and which are passed over, by their places."""
    ours, theirs = plan.leads.dataset, plan.outcomes.dataset
    return [{"lead": ours.place(each.lead), "counts": theirs.place(each.winner), "passed_over": [theirs.place(row) for row in each.others]}
            for each in matching.several]


def _safe(text: str) -> str:
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
