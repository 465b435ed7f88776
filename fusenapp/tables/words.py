"""Words and marks of Japanese company sheets: what stands for missing, true, false, a total, a note, a unit."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DASHES = frozenset("-−‐‑‒–—―ーｰ─━－ﾞ")
MISSING = frozenset(
    {
        "", "…", "‥", "...", "..", "・", "n/a", "n.a.", "#n/a", "na", "null", "none", "nan", "nil", "(空白)", "(blank)", "(null)",
        "(なし)", "select", "選択してください", "選択", "未入力", "未設定", "未記入", "記入なし", "空白", "該当なし", "データなし",
        "***", "**", "*", "****", "x", "/", "\\", "?", "??", "???",
    }
)  # fmt: skip
"""Marks that stand for a missing value in a column of numbers, dates or booleans (normalised, lower case)."""
MISSING_TEXT = frozenset(
    {"", "…", "‥", "...", "n/a", "n.a.", "#n/a", "null", "(空白)", "(blank)", "(null)", "select", "選択してください"}
)
"""Marks that stand for a missing value even in a column of text."""
PLACEHOLDERS = frozenset({"select", "選択してください", "選択"})
PENDING = frozenset(
    {
        "調査中", "確認中", "集計中", "未定", "不明", "未確認", "非公表", "非公開", "未公表", "検討中", "算出不能", "未集計", "準備中", "保留",
        "tbd", "unknown", "pending", "未確定", "後日", "調整中", "秘匿",
    }
)  # fmt: skip
"""Words that say that a value is not known yet."""
TRUE = _set("○ ◯ 〇 ◎ ● ✓ ✔ レ ☑ true yes y はい 有 有り あり 該当 済 済み 可 要")
FALSE = _set("× ✕ ✖ ✗ ❌ ☐ false no n いいえ 無 無し なし 非該当 未 未済 不可 否 不要")

TOTAL = re.compile(
    r"(総|小|合|累|中|大)?計|合計[額数]?|総合計|総額|総数|(全体|全国|全社|全部門|全店)(計|合計)?"
    r"|grandtotal|subtotal|total|sum|平均|年平均|average|mean"
)
TOTAL_END = re.compile(r".+(合計|総計|小計|累計|中計|subtotal|total)")
_PERIOD = r"(年間?|年度|通期|上期|下期|上半期|下半期|第?[1-4一二三四]?四?半?期|[1-4]q|q[1-4]|[12]h|h[12]|通年|期|月間?|週間?|日)"
_YEAR = r"((19|20)?\d{2}年?度?|(令和|平成|[rh])(\d{1,2}|元)年?度?|fy\d{2,4}|[当今本前昨]年?度?)?"
_RANKS = (
    (2, re.compile(rf"{_YEAR}(第?[1-4一二三四]四半期|[1-4]q|q[1-4])")),
    (3, re.compile(rf"{_YEAR}((上|下)半?期|[12]h|h[12])")),
    (4, re.compile(r"年間|年度|通期|通年|年|((19|20)\d{2}|(令和|平成)(\d{1,2}|元))年度?|fy\d{2,4}")),
)
PERIOD_SUM = re.compile(rf"{_YEAR}{_PERIOD}?の?(累|合|総|小)?(計|平均)")
TOTAL_COLUMN = re.compile(
    r"(総|小|合|累)?計|合計|総合計|累計|(上|下)?(半)?期(累)?計?|上半期|下半期|通期|年間?|年度"
    rf"|{_PERIOD}(累|合|総|小)?計|total|ytd|平均|年平均|月平均|average|grandtotal"
)
_NOTE = re.compile(
    r"[(\[]?(注|註|note|補足|備考|出典|出所|資料|source)s?[)\]]?\s*([0-9一二三四五六七八九十①-⑳]+\s*[)).::、\s]|[::)]|\s)|[※*]|[(\[](注|註|note|出典|備考)[)\]0-9]",
    re.IGNORECASE,
)
DERIVED = re.compile(
    r"(対?前[年月期](同[月期])?[比差]?)?(増減[数率額]?|伸び?率|比率?|構成[比率]|指数|差異?|達成率)([(].*[)])?|1日(当たり|平均).*|(月|年)?平均.*|構成[比率]"
)
RECAP = re.compile(r"[(]?(再掲|うち|内訳|内数)[)]?.*")

UNITS = _set(
    """百万円 十億円 千万円 億円 万円 千円 円 千人 万人 百人 人 名 千件 件 社 店 個 台 本 枚 冊 回 点 歳 才 年 か月 ヶ月 ヵ月 カ月 ケ月
    営業日 日 時間 分 秒 ポイント pt % ‰ 倍 位 世帯 戸 箇所 か所 ヶ所 km kg ㎡ m2 km2 ha t トン 千トン ドル usd jpy yen uu pv
    セッション クリック 通 票 席 株 頭 校 組 人日 人月 mb gb kb ms h kwh cm mm g l ml ℃ 度"""
)
MONEY_UNITS = _set("円 千円 万円 百万円 千万円 億円 十億円 ドル usd jpy yen ユーロ")


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """NFKC, without any white space, lower case: the form in which words are compared."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def clean(text: str) -> str:
    """Outer white space and line breaks off; what stands between is kept as written."""
    return (
        " ".join(text.replace("\u3000", " ").split())
        if ("\n" in text or "\r" in text or "  " in text)
        else text.strip(" \u3000\t")
    )


def is_dash(text: str) -> bool:
    """Only dashes: the most common mark for "nothing"."""
    return bool(text) and all(character in DASHES for character in text)


def is_missing(text: str) -> bool:
    """A mark for a missing value among numbers, dates or booleans."""
    word = normal(text)
    return is_dash(word) or word in MISSING


@lru_cache(maxsize=16384)
def is_missing_text(text: str) -> bool:
    """A mark for a missing value among texts."""
    word = normal(text)
    return is_dash(word) or word in MISSING_TEXT


@lru_cache(maxsize=16384)
def is_total(label: str) -> bool:
    """``合計``, ``計``, ``総計``, ``Total`` …"""
    return bool(TOTAL.fullmatch(normal(label).strip("()[]【】<>・:")))


@lru_cache(maxsize=16384)
def ends_total(label: str) -> bool:
    """``東北合計``, ``営業部 小計`` …"""
    word = normal(label)
    return bool(TOTAL_END.fullmatch(word)) and len(word) < 30


def is_total_column(label: str) -> bool:
    """``累計``, ``上期計``, ``年間合計``, ``Q1`` …"""
    return bool(TOTAL_COLUMN.fullmatch(normal(label).replace("›", "")))


@lru_cache(maxsize=16384)
def is_period_sum(label: str) -> bool:
    """``上期計``, ``月計``, ``2025年度 第1四半期合計``: a sum over a period, whatever it sums."""
    return bool(PERIOD_SUM.fullmatch(normal(label)))


@lru_cache(maxsize=16384)
def period_rank(label: str) -> int:
    """2 for a quarter, 3 for half a year, 4 for a year; 0 for anything else (months have rank 1, see ``row_sums``)."""
    word = normal(label)
    return next((rank for rank, pattern in _RANKS if pattern.fullmatch(word)), 0)


@lru_cache(maxsize=16384)
def is_note(text: str) -> bool:
    """Starts like a note, a source or a remark."""
    return _NOTE.match(unicodedata.normalize("NFKC", text).strip()) is not None


@lru_cache(maxsize=16384)
def is_derived(label: str) -> bool:
    """``増減率``, ``構成比``, ``1日当たり…``: reckoned from the rows above."""
    return bool(DERIVED.fullmatch(normal(label)))


@lru_cache(maxsize=16384)
def is_recap(text: str) -> bool:
    """``再掲`` and ``うち``: counted already elsewhere."""
    return bool(RECAP.fullmatch(normal(text)))


def unit_of(text: str) -> str:
    """The unit that a text is, or that it holds in brackets: ``"受注額（円）"`` → ``"円"``; empty if none."""
    word = unicodedata.normalize("NFKC", text).strip()
    if word.casefold() in UNITS:
        return word
    for inner in reversed(re.findall(r"[(\[<]([^()\[\]<>]*)[)\]>]", word)):
        inside = inner.strip()
        inside = re.sub(r"^単位\s*[::]?\s*", "", inside)
        if inside.casefold() in UNITS:
            return inside
        told = [part for part in re.split(r"[・、,;\s]+", inside) if part.casefold() in UNITS]
        if len(told) == 1:
            return told[0]
    return ""


def is_unit(text: str) -> bool:
    """Nothing but a unit, with or without brackets."""
    word = normal(text)
    return word in UNITS or (len(word) > 2 and word[0] in "([" and word[-1] in ")]" and word[1:-1] in UNITS)
