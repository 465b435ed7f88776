"""What marketing and sales promise each other at the hand-over, and the reasons for giving a lead back."""

from __future__ import annotations

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

CAPACITY_REASON = "R9"
"""Counts against sales capacity, never against the quality of leads."""
