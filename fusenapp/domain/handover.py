"""What marketing and sales promise each other at the hand-over, and the reasons for giving a lead back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fusenapp.domain.wording import Wording


@dataclass(frozen=True)
class DefaultReason:
    """A reason for rejecting a lead: where the lead goes next, who owns that, within how many days."""

    code: str
    name: Wording
    destination: Wording
    owner: str
    deadline_days: int | None = None


DEFAULT_REASONS = (
    DefaultReason("R0", Wording("理由なし（受付不可）", "No reason (not accepted as a rejection)"),
                  Wording("営業に戻す", "Back to sales"), "field-sales", 3),
    DefaultReason("R1", Wording("対象外企業", "Company is no target"), Wording("除外", "Excluded"), "marketing"),
    DefaultReason("R2", Wording("対象外の人物", "Person is not the right one"),
                  Wording("育成（決定者向け）", "Nurture (for the decision-maker)"), "marketing", 30),
    DefaultReason("R3", Wording("検討段階が早い", "Too early"), Wording("育成", "Nurture"), "marketing", 90),
    DefaultReason("R4", Wording("時期", "Timing"), Wording("その月に再引渡", "Hand over again in that month"), "inside-sales"),
    DefaultReason("R5", Wording("予算", "Budget"), Wording("予算時期に再引渡", "Hand over again in the budget season"), "inside-sales"),
    DefaultReason("R6", Wording("ニーズ不一致", "Need does not fit"), Wording("育成", "Nurture"), "marketing", 90),
    DefaultReason("R7", Wording("連絡不能（規定回数の後のみ）", "Cannot be reached (after the agreed attempts)"),
                  Wording("育成", "Nurture"), "inside-sales", 30),
    DefaultReason("R8", Wording("データ不備・重複", "Faulty or duplicate data"), Wording("マーケティングで修正", "Marketing mends it"),
                  "marketing", 3),
    DefaultReason("R9", Wording("営業の対応余力なし", "Sales has no capacity"),
                  Wording("翌月に再引渡（質の問題と数えない）", "Hand over next month; never counted as poor quality"), "field-sales", 30),
)

BETWEEN_LEVELS = "-"
"""Reasons stand on two levels: ``R1-2`` is the second case of ``R1``. The code says it, so that lists and workbooks can too."""

CAPACITY_REASON = "R9"
"""Counts against sales capacity, never against the quality of leads."""

UNREACHED_REASON = "R7"
"""May be given only after the agreed number of attempts."""

CONTACT_HEADERS = ("初回接触日", "初回連絡日", "初回対応日", "初回コンタクト日", "接触日", "first contact", "first contact date", "contacted")
"""Headers of a lead list by which the day of the first contact is known (as `domain.lead.plain` compares them)."""
ATTEMPT_HEADERS = ("連絡回数", "架電回数", "コール回数", "電話回数", "試行回数", "attempts", "number of attempts", "calls")
"""Headers by which the number of attempts is known."""

REASON_WORDS: Mapping[str, tuple[str, ...]] = {
    "R9": ("余力", "手が回ら", "対応できない", "キャパ", "人手", "capacity", "no time"),
    "R8": ("重複", "不備", "情報が不足", "情報不足", "誤り", "間違い", "連絡先不明", "duplicate", "faulty", "wrong data", "missing data"),
    "R7": ("連絡がつかない", "連絡不能", "つながら", "繋がら", "不通", "不在", "応答なし", "no answer", "unreachable", "cannot be reached"),
    "R2": ("人物", "担当者違い", "権限なし", "決裁権", "学生", "個人", "wrong person", "not the right one"),
    "R1": ("対象外", "ターゲット外", "同業", "取引不可", "反社", "規模", "not a target", "no target", "out of target"),
    "R3": ("段階が早い", "時期尚早", "情報収集", "検討していない", "too early", "just looking"),
    "R4": ("時期", "タイミング", "来期", "timing", "later"),
    "R5": ("予算", "費用", "価格", "budget", "price"),
    "R6": ("ニーズ", "用途", "要件", "機能", "競合", "他社", "need", "fit", "competitor"),
}
"""Words by which a reason in a lead list is known as one of the codes, the more special codes first."""


def main_code(code: str) -> str:
    """The reason of the first level that a code belongs to: ``R1`` for ``R1-2``."""
    return code.partition(BETWEEN_LEVELS)[0]


def reason_key(code: str) -> tuple[object, ...]:
    """Sorts codes as people count: R2 before R10, and the cases of a reason right after it."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"(\d+)", code) if part)


def free_code(codes: Iterable[str], parent: str = "") -> str:
    """The next free code: a reason of the first level, or a case of ``parent``."""
    start = f"{parent}{BETWEEN_LEVELS}" if parent else "R"
    taken = {code[len(start):] for code in codes if code.startswith(start)}
    return start + str(next(n for n in range(1, len(taken) + 2) if str(n) not in taken))


def reason_code(text: str | None, names: Mapping[str, str]) -> str:
    """The code of a reason as sales wrote it: the code itself, the workspace's name for it, or words that tell.

    Args:
        text: as the list has it; blank is ``R0``, a rejection without a reason.
        names: code → the workspace's name for it.

    Returns:
        ``R0`` … , or empty where it is none of the known reasons.
    """
    said = _plain(text or "")
    if not said:
        return "R0"
    for code in sorted(names, key=len, reverse=True):
        if re.match(rf"{re.escape(_plain(code))}(?![0-9]|-[0-9])", said) or said == _plain(names[code]):
            return code
    for code in sorted(names, key=len, reverse=True):  # R1-9 where only R1 is agreed is R1 all the same
        if re.match(rf"{re.escape(_plain(code))}(?![0-9])", said):
            return code
    return next((code for code, words in REASON_WORDS.items() if code in names and any(word in said for word in words)), "")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().lower()
