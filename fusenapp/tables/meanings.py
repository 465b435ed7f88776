"""What the columns of a lead list probably mean, from their headers and from what stands in them, with how sure that is.

``domain.lead`` names the stages of a lead; here the attributes come beside them, headers in Japanese and English of common
marketing and sales tools, and a look at the values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from fusenapp.domain import lead
from fusenapp.tables.dataset import Column, Dataset
from fusenapp.tables.presets import Recognised, recognise

ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "department": ("部署", "部署名", "所属", "所属部署", "部門", "department", "division"),
    "title": ("役職", "役職名", "肩書", "肩書き", "job title", "title", "position"),
    "role": ("検討での役割", "役割", "購買での役割", "導入における立場", "buying role", "role"),
    "person": ("氏名", "名前", "お名前", "担当者名", "顧客担当者", "リード名", "full name", "contact name", "name"),
    "email": ("メールアドレス", "メール", "eメール", "email", "e-mail", "mail", "email address"),
    "phone": ("電話番号", "電話", "tel", "携帯電話", "phone", "phone number", "mobile phone"),
    "prefecture": ("都道府県", "所在地", "地域", "エリア", "state", "state/region", "region", "prefecture", "city"),
    "industry": ("業種", "業界", "業種・業界", "産業", "industry"),
    "employees": ("従業員数", "従業員規模", "社員数", "number of employees", "employees", "company size", "no. of employees"),
    "revenue": ("売上高", "年商", "売上規模", "annual revenue", "revenue"),
    "capital": ("資本金", "capital"),
    "trend": ("売上推移", "業績推移", "revenue trend"),
    "stage": (
        "検討段階",
        "検討フェーズ",
        "ライフサイクルステージ",
        "リードステータス",
        "ステータス",
        "lifecycle stage",
        "lead status",
        "status",
        "stage",
    ),
    "score": ("スコア", "リードスコア", "hubspot score", "lead score", "score"),
    "visited": ("最終訪問日", "最終アクティビティ日", "最終接触日", "last activity date", "last activity", "last visit"),
    "campaign": ("キャンペーン", "キャンペーン名", "施策", "イベント名", "campaign", "campaign name"),
}
"""Meaning → headers, compared like those of ``domain.lead``, the likeliest first."""

TOOLS: Mapping[str, tuple[str, ...]] = {
    "lead": (
        "レコードid",
        "record id",
        "リード id",
        "contact id",
        "prospect id",
        "id",
        "顧客id",
        "お客様番号",
        "案件id",
        "opportunity id",
    ),
    "company": (
        "会社",
        "企業",
        "勤務先",
        "取引先",
        "account name",
        "company/account",
        "associated company",
        "法人名",
        "貴社名",
        "会社名・団体名",
    ),
    "registered": (
        "作成日（タイムゾーン付き）",
        "create date",
        "登録日時",
        "リード作成日",
        "date created",
        "初回登録日",
        "流入日",
        "申込日",
        "問い合わせ日",
    ),
    "route": (
        "リードソース",
        "リード元",
        "original source",
        "original traffic source",
        "獲得経路",
        "獲得元",
        "チャネル",
        "媒体",
        "source",
    ),
    "owner": ("所有者", "リード所有者", "lead owner", "contact owner", "opportunity owner", "担当", "営業担当者"),
    "won_amount": ("金額", "受注金額（税抜）", "amount in company currency", "deal amount", "closed amount"),
    "won": ("完了予定日", "close date", "クローズ日", "受注予定日", "closed date"),
    "result": ("フェーズ", "商談フェーズ", "deal stage", "stage", "案件ステータス", "受注結果", "受注/失注", "勝敗"),
}
"""Further headers of the meanings of ``domain.lead``, from exports of common tools."""

_DATES = frozenset({"registered", "handed_over", "appointment", "opportunity", "proposal", "won", "visited"})
_NUMBERS = frozenset({"quote_amount", "won_amount", "employees", "revenue", "capital", "score"})
_NUMERIC = ("integer", "number", "money", "percent")
_PRESET, _SURE, _TOOL, _PART = 0.99, 0.95, 0.8, 0.55


@dataclass(frozen=True)
class Guess:
    """One suggestion.

    Attributes:
        meaning: key of ``lead.MEANINGS`` or of ``ATTRIBUTES``.
        column: name of the column.
        confidence: 0 to 1.
        value: for ``accepted`` and ``result`` the value that says yes, where the column holds such a one.
    """

    meaning: str
    column: str
    confidence: float
    value: str | None = None


def guess_meanings(dataset: Dataset) -> list[Guess]:
    """A meaning for each column that has a probable one, surest first; each column and each meaning once."""
    known = recognise(dataset.names)
    candidates = [guess for column in dataset.columns for guess in _candidates(dataset, column)]
    candidates += [guess for column in dataset.columns if known for guess in _of_preset(dataset, column, known)]
    taken: set[str] = set()
    found: list[Guess] = []
    for guess in sorted(candidates, key=lambda guess: -guess.confidence):
        if guess.meaning not in taken and guess.column not in taken:
            taken |= {guess.meaning, guess.column}
            found.append(guess)
    return found


def _of_preset(dataset: Dataset, column: Column, known: Recognised) -> Iterator[Guess]:
    """What a column means in the export of a tool that was recognised: surer than any header by itself."""
    meaning = known.columns.get(column.name)
    if meaning:
        first = list(known.columns.values()).index(meaning) == list(known.columns).index(column.name)
        confidence = (_PRESET if first else _PRESET - 0.02) * _by_type(meaning, column)
        yield Guess(meaning, column.name, round(confidence, 3), _yes_value(dataset, column, meaning))


def meaning_of(header: str) -> str | None:
    """The meaning that a header is known by, whatever stands under it; None for a header that is not known."""
    word = lead.plain(header)
    for meaning in dict.fromkeys([*lead.MEANINGS, *ATTRIBUTES]):
        if word in lead.MEANINGS.get(meaning, ()) or word in ATTRIBUTES.get(meaning, ()):
            return meaning
    return next((meaning for meaning, headers in TOOLS.items() if word in map(lead.plain, headers)), None)


def _candidates(dataset: Dataset, column: Column) -> list[Guess]:
    word = lead.plain(column.name)
    found = []
    for meaning in dict.fromkeys([*lead.MEANINGS, *ATTRIBUTES]):
        confidence = _by_header(meaning, word) * _by_type(meaning, column)
        if confidence > 0:
            value = _yes_value(dataset, column, meaning)
            found.append(Guess(meaning, column.name, round(confidence, 3), value))
    return found


def _by_header(meaning: str, word: str) -> float:
    """How well a header fits: the headers a meaning is known by, those of tools, or one inside a longer header."""
    known, tools, inside = _headers(meaning)
    if word in known:
        return _SURE - 0.01 * known.index(word)
    if word in tools:
        return _TOOL
    return _PART if inside is not None and inside.search(word) else 0


@cache
def _headers(meaning: str) -> tuple[list[str], frozenset[str], re.Pattern[str] | None]:
    """The headers of a meaning, those of tools, and what finds one of the first inside a longer header; made once, since a
    damaged file may have ten thousands of columns.
    """
    known = [*lead.MEANINGS.get(meaning, ()), *ATTRIBUTES.get(meaning, ())]
    parts = "|".join(re.escape(header) for header in known if len(header) >= 3)
    tools = frozenset(lead.plain(header) for header in TOOLS.get(meaning, ()))
    return known, tools, re.compile(rf"(^|[\s_・/])({parts})($|[\s_・/])") if parts else None


def _by_type(meaning: str, column: Column) -> float:
    """What stands in the column may speak against the header."""
    if meaning in _DATES and column.type not in ("date", "month"):
        return 0.3 if column.type == "text" else 0.1
    if meaning in _NUMBERS and column.type not in _NUMERIC:
        return 0.4
    if meaning in ("reason", "lost_reason", "route", "result", "industry") and column.type in ("date", *_NUMERIC):
        return 0.1
    return 1.0


def _yes_value(dataset: Dataset, column: Column, meaning: str) -> str | None:
    words = {"accepted": lead.ACCEPTED_WORDS, "result": lead.WON_WORDS}.get(meaning)
    if words is None or column.type != "text":
        return None
    distinct = dataset.values(column.name).unique().to_pylist()
    return next((value for value in distinct if value is not None and lead.word(value) in words), None)
