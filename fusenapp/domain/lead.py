"""What the columns of a lead list mean: when a lead entered each stage, what sales made of it, what it was worth.

The ``meanings`` of a dataset say which column has which meaning; `tables.guess_meanings` tells most from headers and values.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

MEANINGS: Mapping[str, tuple[str, ...]] = {
    "registered": ("登録日", "リード獲得日", "獲得日", "登録日時", "作成日", "作成日時", "registered", "registration date",
                   "created", "created date"),
    "handed_over": ("引渡日", "引き渡し日", "引渡し日", "トスアップ日", "mql日", "送客日", "handed over", "hand-over date", "handover date"),
    "accepted": ("営業の受領", "受領", "営業受領", "受領結果", "受領日", "sal", "accepted", "accepted by sales"),
    "reason": ("却下理由", "差し戻し理由", "差戻し理由", "不受理理由", "rejection reason"),
    "appointment": ("アポ日", "アポイント日", "アポ取得日", "appointment", "appointment date"),
    "opportunity": ("商談日", "商談化日", "案件化日", "opportunity", "opportunity date"),
    "proposal": ("提案日", "proposal", "proposal date"),
    "quote_amount": ("見積額", "見積金額", "見積提示額", "quote", "quoted amount"),
    "result": ("結果", "商談結果", "案件結果", "受注結果", "result"),
    "won": ("受注日", "成約日", "契約日", "won", "won date", "closed won date"),
    "won_amount": ("受注額", "受注金額", "成約金額", "契約金額", "won amount", "amount"),
    "lost_reason": ("失注理由", "lost reason"),
    "route": ("流入経路", "流入元", "チャネル", "リードソース", "lead source", "route", "channel"),
    "company": ("会社名", "企業名", "社名", "取引先名", "company", "company name"),
    "owner": ("担当営業", "営業担当", "担当者", "owner"),
    "lead": ("リードid", "リード番号", "管理番号", "lead id"),
}
"""Meaning → the headers it is known by (NFKC, lower case, without a unit in brackets), the likeliest first."""

STAGE_MEANING: Mapping[str, str] = {
    "lead": "registered", "mql": "handed_over", "sal": "accepted", "appointment": "appointment", "opportunity": "opportunity",
    "proposal": "proposal", "won": "won",
}
"""Stage → the meaning whose column says that a lead reached it."""

ACCEPTED_WORDS = frozenset({"受領", "受理", "承認", "受入", "受け入れ", "可", "○", "〇", "◯", "ok", "yes", "accepted", "accept", "sal"})
PENDING_WORDS = frozenset({"", "未", "未定", "未対応", "未回答", "対応中", "確認中", "検討中", "保留", "pending", "open", "waiting"})
"""Answers of sales that are none yet."""

WON_WORDS = frozenset({"受注", "成約", "契約", "受注済", "成約済", "won", "closed won"})

_UNIT = re.compile(r"\([^()]*\)\s*$")


def plain(header: str) -> str:
    """A header as it is compared: last level, NFKC, lower case, without a unit in brackets at its end."""
    text = unicodedata.normalize("NFKC", header.rsplit("›", 1)[-1]).strip().lower()
    return _UNIT.sub("", text).strip()


def word(text: str) -> str:
    """A value as it is compared with ``ACCEPTED_WORDS`` and ``WON_WORDS``."""
    return unicodedata.normalize("NFKC", text).strip().lower()
