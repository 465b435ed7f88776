"""What the operators of clauses are called, for choosing one and for reading a table of clauses."""

from __future__ import annotations

from fusenapp.domain.wording import Wording

OPERATOR_NAMES: dict[str, Wording] = {
    "=": Wording("が次と等しい", "is"),
    "!=": Wording("が次と異なる", "is not"),
    "<": Wording("が次より小さい", "is less than"),
    "<=": Wording("が次以下", "is at most"),
    ">": Wording("が次より大きい", "is more than"),
    ">=": Wording("が次以上", "is at least"),
    "between": Wording("が次の範囲内", "is between"),
    "one-of": Wording("が次のいずれか", "is one of"),
    "none-of": Wording("が次のいずれでもない", "is none of"),
    "contains": Wording("が次を含む", "contains"),
    "not-contains": Wording("が次を含まない", "does not contain"),
    "starts-with": Wording("が次で始まる", "starts with"),
    "is-blank": Wording("が空", "is blank"),
    "not-blank": Wording("が空でない", "is not blank"),
    "is-true": Wording("が「はい」", "is yes"),
    "is-false": Wording("が「いいえ」", "is no"),
    "within-days": Wording("が直近の日数以内", "is within the last days"),
    "increased": Wording("が増加", "has increased"),
    "flat": Wording("が横ばい", "is flat"),
    "decreased": Wording("が減少", "has decreased"),
}
"""Operator → its name; read after the field's name (「従業員数 が次以上 100」)."""

OPERATOR_SIGNS: dict[str, Wording] = {
    "=": Wording("＝", "="),
    "!=": Wording("≠", "≠"),
    "<": Wording("＜", "<"),
    "<=": Wording("≦", "≤"),
    ">": Wording("＞", ">"),
    ">=": Wording("≧", "≥"),
    "between": Wording("範囲", "between"),
    "one-of": Wording("いずれか", "one of"),
    "none-of": Wording("いずれ以外", "none of"),
    "contains": Wording("含む", "contains"),
    "not-contains": Wording("含まない", "excludes"),
    "starts-with": Wording("で始まる", "starts with"),
    "is-blank": Wording("空", "blank"),
    "not-blank": Wording("空でない", "not blank"),
    "is-true": Wording("はい", "yes"),
    "is-false": Wording("いいえ", "no"),
    "within-days": Wording("直近（日）", "last days"),
    "increased": Wording("増加", "up"),
    "flat": Wording("横ばい", "flat"),
    "decreased": Wording("減少", "down"),
}
"""Operator → its sign in a narrow column, between field and value."""
