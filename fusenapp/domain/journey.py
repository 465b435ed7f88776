"""The customer's journey: phases of a purchase across, lanes down, and the roles inside a lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fusenapp.domain.wording import Wording

LaneContent = Literal["notes", "emotion", "departments", "kpi"]

EMOTION_RANGE = (-2.0, 2.0)
"""Lowest and highest point of the emotion curve."""

PAUSE = "pause"
"""Kind of a phase in which the purchase rests (検討中断): nothing is missing there, and it may start again months later."""

FREE = "free"
"""Stands for the lane of a note in the free area: there notes lie where they were put (``x``, ``y``), in no cell."""

PAPERS = 8
"""Number of note colours, 1…8."""

PAPER_NAMES = (
    Wording("れもん", "Lemon"), Wording("あんず", "Apricot"), Wording("さくら", "Sakura"), Wording("ふじ", "Wisteria"),
    Wording("そら", "Sky"), Wording("あさぎ", "Pale teal"), Wording("わかば", "Young leaf"), Wording("きなり", "Ecru"),
)


@dataclass(frozen=True)
class DefaultPhase:
    """A phase that a new journey starts with; ``id`` is the end of the record's id."""

    id: str
    name: Wording


@dataclass(frozen=True)
class DefaultLane:
    """A lane that a new journey starts with: what it holds and whether the roles have rows of their own."""

    id: str
    name: Wording
    content: LaneContent = "notes"
    by_role: bool = False


DEFAULT_PHASES = (
    DefaultPhase("awareness", Wording("課題の気づき・認知", "Noticing the issue")),
    DefaultPhase("research", Wording("情報収集・学び・関心", "Gathering and learning")),
    DefaultPhase("comparison", Wording("比較・検討", "Comparing")),
    DefaultPhase("approval", Wording("稟議・決裁", "Approval")),
    DefaultPhase("purchase", Wording("購入・契約", "Purchase and contract")),
    DefaultPhase("use", Wording("活用・継続", "Use and renewal")),
)

DEFAULT_LANES = (
    DefaultLane("actions", Wording("行動", "Actions"), by_role=True),
    DefaultLane("touchpoints", Wording("接点・チャネル", "Touchpoints and channels")),
    DefaultLane("thoughts", Wording("思考・疑問", "Thoughts and questions"), by_role=True),
    DefaultLane("emotion", Wording("感情", "Emotion"), content="emotion"),
    DefaultLane("issues", Wording("課題", "Issues")),
    DefaultLane("information", Wording("必要な情報・コンテンツ", "Information and content needed")),
    DefaultLane("measures", Wording("施策", "Measures")),
    DefaultLane("departments", Wording("担当部門", "Department in charge"), content="departments"),
    DefaultLane("kpi", Wording("KPI", "KPI"), content="kpi"),
)
