"""Personas: the account and the people of the buying committee, and what is written about each.

Fields follow the workspace's own list: fixed parts are form fields, free parts are sticky notes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from fusenapp.domain.wording import Wording

ACCOUNT = "account"
PEOPLE = ("selector", "decision-maker", "approver")
"""The three people, always in this order."""

EVIDENCE = ("hypothesis", "partial", "confirmed")
"""Grades of evidence for a statement: 仮説, 一部裏付け, データ確認済."""

EVIDENCE_NAMES = {
    "hypothesis": Wording("仮説", "Hypothesis"),
    "partial": Wording("一部裏付け", "Partly backed"),
    "confirmed": Wording("データ確認済", "Confirmed by data"),
}


@dataclass(frozen=True)
class PersonaField:
    """One thing to say about an account or a person; ``notes`` parts hold sticky notes, others text.

    What is not on the form but can be drafted and compared: ``choice`` is one of a few values, ``steps`` are lines whose order counts.
    """

    id: str
    name: Wording
    form: Literal["text", "notes", "choice", "steps"] = "text"


@dataclass(frozen=True)
class Role:
    """A role of the buying committee; the meaning is always visible under its name."""

    id: str
    name: Wording
    meaning: Wording


ROLES: dict[str, Role] = {
    role.id: role
    for role in (
        Role(ACCOUNT, Wording("企業", "Account"), Wording("はじめに獲得したい会社", "The company to win first")),
        Role("selector", Wording("選定者", "Selector"),
             Wording("候補を調べ、絞り込む人", "Looks for candidates and narrows them down")),
        Role("decision-maker", Wording("決定者", "Decision-maker"),
             Wording("部門として採用を決める人", "Decides for the department what to adopt")),
        Role("approver", Wording("決裁者", "Approver"),
             Wording("費用と責任を引き受ける人", "Answers for the cost and the risk, and signs")),
    )
}

ACCOUNT_FIELDS = (
    PersonaField("industry", Wording("業界・業種", "Industry")),
    PersonaField("revenue", Wording("売上規模", "Revenue")),
    PersonaField("employees", Wording("従業員規模", "Employees")),
    PersonaField("location", Wording("所在地", "Location")),
    PersonaField("business", Wording("事業内容・商流", "Business and trade channels")),
    PersonaField("systems", Wording("既存システム", "Systems in use")),
    PersonaField("budget_season", Wording("予算時期", "Budget season")),
    PersonaField("approval_amounts", Wording("決裁金額基準", "Approval limits")),
    PersonaField("committee_size", Wording("関与人数", "People involved")),
    PersonaField("approval_route", Wording("稟議ルート", "Approval route (ringi)")),
    PersonaField("business_issues", Wording("経営課題", "Business issues"), "notes"),
)

PERSON_FIELDS = (
    PersonaField("department", Wording("部署", "Department")),
    PersonaField("position", Wording("役職", "Position")),
    PersonaField("years", Wording("年次", "Years in the company")),
    PersonaField("duties", Wording("業務内容", "Duties")),
    PersonaField("own_kpi", Wording("評価KPI", "Measured by")),
    PersonaField("authority", Wording("決裁権", "Authority to approve")),
    PersonaField("trigger", Wording("検討のきっかけ", "What starts the search")),
    PersonaField("goal", Wording("ゴール", "Goal")),
    PersonaField("channels", Wording("情報収集チャネル", "Where they look for information")),
    PersonaField("influencers", Wording("影響を与える人", "Influenced by")),
    PersonaField("issues", Wording("課題", "Issues"), "notes"),
    PersonaField("concerns", Wording("懸念", "Concerns"), "notes"),
    PersonaField("criteria", Wording("比較・選定基準", "Criteria for comparing"), "notes"),
    PersonaField("message", Wording("刺さるメッセージ", "Message that lands"), "notes"),
    PersonaField("materials", Wording("必要資料", "Material needed"), "notes"),
)

APPROVER_FIELDS = (
    PersonaField("ringi_cost", Wording("費用", "Cost"), "notes"),
    PersonaField("ringi_effect", Wording("効果", "Effect"), "notes"),
    PersonaField("ringi_risk", Wording("リスク", "Risk"), "notes"),
    PersonaField("ringi_setup", Wording("体制", "Who runs it"), "notes"),
)
"""What a 稟議 is judged by; only on the approver."""


def fields_of(role: str) -> tuple[PersonaField, ...]:
    """The fields of a role, in the order in which they are shown; roles of one's own are people."""
    if role == ACCOUNT:
        return ACCOUNT_FIELDS
    return PERSON_FIELDS + APPROVER_FIELDS if role == "approver" else PERSON_FIELDS


def initial(name: str, others: Iterable[str] = ()) -> str:
    """The letter that stands for a person: the first by which the name differs from the others that begin alike (決定者: 定, 決裁者: 裁)."""
    alike = [other for other in others if other != name and other[:1] == name[:1]]
    at = next((i for i in range(len(name)) if all(other[i:i + 1] != name[i] for other in alike)), 0)
    return name[at:at + 1]


JOURNEY_LANES = {
    "business_issues": ("課題", "Issues"), "issues": ("課題", "Issues"), "channels": ("接点", "Touch"), "concerns": ("思考", "Thought"),
    "trigger": ("思考", "Thought"), "materials": ("コンテンツ", "content"), "message": ("コンテンツ", "content"), "duties": ("行動", "Action"),
}
"""Persona field → words in the names of the lanes whose notes say the same of the journey."""

PARTS = ("informs", "decides", "signs")
"""What somebody does in the committee, from left to right in its picture."""

PART_NAMES = {
    "informs": Wording("調べて伝える人", "Informs"),
    "decides": Wording("決める人", "Decides"),
    "signs": Wording("決裁する人", "Signs"),
}
_PART_OF = {"selector": "informs", "decision-maker": "decides", "approver": "signs"}


def part_of(role: str, part: str = "") -> str:
    """What a person does in the committee: as set, else by role; roles of one's own inform."""
    return part if part in PARTS else _PART_OF.get(role, "informs")


@dataclass(frozen=True)
class Scale:
    """A line between two ends on which people stand; −2 is the left end, +2 the right one."""

    id: str
    name: Wording
    left: Wording
    right: Wording


SCALES = (
    Scale("information", Wording("情報感度", "Eye for news"), Wording("低い", "Low"), Wording("高い", "High")),
    Scale("caution", Wording("慎重さ", "Caution"), Wording("即断", "Quick"), Wording("慎重", "Careful")),
    Scale("reason", Wording("判断の軸", "Judges by"), Wording("費用", "Cost"), Wording("効果", "Effect")),
    Scale("it", Wording("ITの知識", "Knowledge of IT"), Wording("少ない", "Little"), Wording("詳しい", "Much")),
)
"""The scales that a committee begins with; each can be renamed, and more be added."""

SCALE_END = 2


_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)(億|百万|万|千)?(?:円|yen)?")
_TIMES = {"億": 1e8, "百万": 1e6, "万": 1e4, "千": 1e3, "": 1.0}


def yen_of(text: str) -> float | None:
    """An amount as people write it, in 円: ``100万円``, ``1億2,000万``, ``¥1,000,000``; None if it is none.

    Full-width digits count; several parts are added.
    """
    plain = unicodedata.normalize("NFKC", text).replace(",", "").replace("¥", "").replace("〜", "").replace("まで", "").strip().lower()
    parts = _AMOUNT.findall(plain)
    if not parts or _AMOUNT.sub("", plain).strip():
        return None
    return sum(float(number) * _TIMES[unit] for number, unit in parts)


def unquoted(text: str) -> str:
    """Words of somebody without the quotation marks that were written around them: they get ours."""
    words = text.strip()
    around = len(words) > 1 and (words[0] + words[-1]) in _QUOTES and not any(mark in words[1:-1] for mark in (words[0], words[-1]))
    return words[1:-1].strip() if around else words


_QUOTES = ("「」", "『』", "“”", '""', "''", "‘’", "«»")


def yen_words(amount: float, language: str) -> str:
    """An amount of 円: ``100万円``, ``1億円``, ``¥1,000,000``."""
    if language != "ja":
        return f"¥{amount:,.0f}"
    for unit, times in (("億", 1e8), ("万", 1e4)):
        if amount >= times and amount % (times / 10) == 0:
            return f"{amount / times:,g}{unit}円"
    return f"{amount:,.0f}円"
